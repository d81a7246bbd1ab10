# All words people read on the pages, in plain Turkish. Legal texts: legal.ftl.
# Keys with "js-" go to the browser's scripts, which fill in the placeholders themselves.

## Numbers, dates, places

number-group = .
number-decimal = ,
number-about = yaklaşık { $number }
distance-m = { $number } m
distance-km = { $number } km
distance-about-km = yaklaşık { $number } km
distance-under-1-km = 1 km’den az
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık
weekday-mon = Pazartesi
weekday-tue = Salı
weekday-wed = Çarşamba
weekday-thu = Perşembe
weekday-fri = Cuma
weekday-sat = Cumartesi
weekday-sun = Pazar
time-point = { $time }
time-all-day = 24 saat
list-separator = { ", " }
list-and = { $first } ve { $last }
unknown = bilinmiyor
external = (başka bir internet sitesine götürür)

## Frame

skip-link = İçeriğe geç
nav-main = Ana menü
nav-map = Harita
nav-list = Liste
nav-municipalities = Belediyeler
nav-numbers = Önemli numaralar
footer-imprint = Künye (Impressum) ve kaynaklar
footer-privacy = Verilerin korunması
footer-accessibility = Engelsiz erişim
footer-api = Veriler ve arayüz (API)
breadcrumb = Buradasınız
to-map = Haritaya git
back-to-list = Listeye dön
all-municipalities = Tüm belediyeler
share = Paylaş
print = Yazdır

## Search

search-heading = { $place } sosyal hizmet bulun
search-title = { $filters }: { $count }
search-label = Hizmet ara
search-q = Ne arıyorsunuz?
search-near = Yer, posta kodu veya durak
search-within = Uzaklık
search-within-any = fark etmez
search-locate = Yakınımda
search-submit = Ara
filters = Filtreler
filters-active = { $number } etkin
filters-apply = Filtreleri uygula
facet-category = Konu
facet-target-group = Kimler için
facet-municipality = Belediye
facet-municipality-any = tüm belediyeler
facet-language = Dil
facet-open = Açık
facet-open-now = şu anda açık
facet-open-unknown = { $count ->
    [one] { $number } hizmetin çalışma saatleri bilinmiyor.
   *[other] { $number } hizmetin çalışma saatleri bilinmiyor.
}
facet-free = Ücret
facet-free-yes = ücretsiz
facet-free-no = ücretli
facet-anonymous = İsim vermeden
facet-anonymous-yes = mümkün
facet-anonymous-no = mümkün değil
facet-accessible = Engelsiz erişim
facet-accessible-yes = var
facet-accessible-no = yok
facet-any = fark etmez
facet-unknown = bilinmiyor
language-de = Almanca
language-en = İngilizce
language-fr = Fransızca
language-it = İtalyanca
language-es = İspanyolca
language-pt = Portekizce
language-tr = Türkçe
language-uk = Ukraynaca
language-ru = Rusça
language-pl = Lehçe
language-ro = Rumence
language-ar = Arapça
language-fa = Farsça
language-ku = Kürtçe
language-sq = Arnavutça
language-sr = Sırpça
language-hr = Hırvatça
language-bs = Boşnakça
language-cnr = Karadağca
language-mk = Makedonca
language-bg = Bulgarca
language-cs = Çekçe
language-hu = Macarca
language-prs = Darice
language-ps = Peştuca
language-rom = Romanca
language-ti = Tigrinya dili
language-gsg = Alman işaret dili

active-filters = Seçilen filtreler
active-filter-remove = Filtreyi kaldır:
active-filters-clear = Tüm filtreleri sil
filter-text = “{ $text }”
filter-near = { $place } yakınında
filter-within = { $place } çevresinde en fazla { $distance }
filter-bbox = haritanın bu bölümünde
filter-served = { $place } (oraya gelen hizmetler de)
filter-language = Dil: { $language }
filter-open-at = açık: { $day }, saat { $time }
filter-free = Ücret: { $answer }
filter-anonymous = isim vermeden: { $answer }
filter-accessible = engelsiz erişim: { $answer }

offers = { $count ->
    [one] { $number } hizmet
   *[other] { $number } hizmet
}
results-all = { $place } { $offers }
results-found = { $count ->
    [0] Hizmet bulunamadı
    [one] { $number } hizmet
   *[other] { $number } hizmet
}
results-not-searched = Aramanız için bir bilgi daha gerekli
results-to-map = Harita
order-rank = en uygun olanlar önce
order-distance = en yakın olanlar önce
pagination = Listenin sayfaları
pagination-first = Listenin başına
pagination-next = Daha fazla hizmet

map-title = Sonuçların haritası
map-back-to-list = Liste
map-needs-script = Harita için JavaScript gerekir. Tüm hizmetler listede de var.

place-understood = “{ $typed }” sözünü şöyle anladık: { $name }.
place-understood-center = Uzaklıklar { $name } merkezinden kuş uçuşu ölçülür.
place-understood-fallback = { $name } için tam konumu bilmiyoruz. Uzaklıklar belediyenin merkezinden kuş uçuşu ölçülür.
place-typed-point = seçilen nokta
place-in = { $name } ({ $town })
place-others = Başka bir yer mi demek istediniz?

faults-title = Bunu anlayamadık
faults-without = Bu bilgiler olmadan ara
fault-place = “{ $value }” adlı yeri bilmiyoruz. Bölgeden bir belediye, semt, posta kodu veya durak yazın.
fault-near = “{ $value }” haritada bir nokta değil. Bir yer veya posta kodu yazın.
fault-too-long = Arama metni çok uzun. Bir veya iki kelime yeter.
fault-distance = “{ $value }” metre olarak bir uzaklık değil. Listeden bir uzaklık seçin.
fault-category = “{ $value }” diye bir konu yok. Listeden bir konu seçin.
fault-target-group = “{ $value }” diye bir grup yok. Listeden bir grup seçin.
fault-municipality = Burada “{ $value }” kodlu bir belediye yok. Listeden bir belediye seçin.
fault-bbox = Haritanın “{ $value }” bölümünü okuyamıyoruz. Haritayı kaydırın ve yeniden arayın.
fault-open = “{ $value }” bir zaman değil. “şu anda açık” seçeneğini seçin.
fault-cursor = Listede böyle bir yer yok. Baştan başlayın.
fault-choice = “{ $word }” için “{ $value }” bilgisini tanımıyoruz. Filtrelerden seçin.

start-themes = Konu nedir?
start-theme-offers = hizmet
start-all = Tüm hizmetleri liste olarak gör
start-examples = Örneğin
example = { $place } yakınında: { $category }
start-help = Hemen yardıma mı ihtiyacınız var?
start-help-all = Tüm önemli numaralar

no-hits-understood = Şunu aradık: { $filters }. Buna uygun bir hizmet bilmiyoruz.
no-hits-ways = Şunları yapabilirsiniz
no-hits-without = Çıkar: { $filter } ({ $offers })
no-hits-start-again = Baştan başla
no-hits-nearest = Bildiğimiz en yakın hizmet
no-hits-ask = Buraya sorabilirsiniz
no-hits-ask-text = Bu derlemede her şey yok. Belediyenizin binasında (Rathaus) veya burada da sorabilirsiniz:
operator-website = İnternet sitesi
phone-short = Telefon

## Cards

approx-place = yaklaşık konum
call-name = Telefon et: { $name }, { $number }
card-stale = Kaynağın tarihi: { $date }. Lütfen önce telefon edin.
card-age-unknown = Bu bilgilerin ne kadar eski olduğu bilinmiyor. Lütfen önce telefon edin.
place-protected = Adres gizli tutuluyor
place-protected-in = { $town } (adres gizli tutuluyor)
place-online = internette
place-phone = telefonda
place-outreach = size gelir
place-mobile = gezici, birkaç yerde
place-none = sabit bir yeri yok
place-sites = { $count ->
    [one] { $number } yer
   *[other] { $number } yer
}

## Times

hours-open-until = şu anda açık, kapanış: { $time }
hours-opens-today = kapalı, bugün açılış: { $time }
hours-opens-tomorrow = kapalı, yarın açılış: { $time }
hours-opens-on = kapalı, açılış: { $day }, saat { $time }
hours-opens-in =
    { $count ->
        [one] kapalı, { $number } dakika sonra açılıyor
       *[other] kapalı, { $number } dakika sonra açılıyor
    }
hours-closes-in =
    { $count ->
        [one] şu anda açık, { $number } dakika sonra kapanıyor
       *[other] şu anda açık, { $number } dakika sonra kapanıyor
    }
hours-closed = kapalı
hours-appointment-today = bugün yalnızca randevuyla
hours-holiday = { $hours } ({ $holiday })
hours-holiday-now = bugün resmî tatil ({ $holiday }): lütfen önce sorun
hours-holiday-unsure = { $holiday }: saatler bilinmiyor
hours-school-unknown = Saatler okul tatillerine bağlı. Önümüzdeki günler için okul tatilleri henüz bilinmiyor. Önce sormanız iyi olur.
holiday-new-year = Yılbaşı
holiday-epiphany = Epifani (Heilige Drei Könige)
holiday-womens-day = Dünya Kadınlar Günü
holiday-good-friday = Kutsal Cuma (Karfreitag)
holiday-easter-monday = Paskalya Pazartesisi
holiday-labour-day = 1 Mayıs İşçi Bayramı
holiday-liberation-day = Kurtuluş Günü
holiday-ascension = İsa’nın Göğe Yükselişi (Christi Himmelfahrt)
holiday-whit-monday = Pentekost Pazartesisi (Pfingstmontag)
holiday-seventeenth-of-june = 17 Haziran
holiday-corpus-christi = Fronleichnam (Katolik bayramı)
holiday-assumption = Meryem’in Göğe Alınışı (Mariä Himmelfahrt)
holiday-childrens-day = Dünya Çocuk Günü
holiday-german-unity = Alman Birliği Günü
holiday-reformation = Reform Günü (Reformationstag)
holiday-all-saints = Azizler Günü (Allerheiligen)
holiday-repentance = Tövbe ve Dua Günü (Buß- und Bettag)
holiday-christmas-day = Noel’in 1. günü (25 Aralık)
holiday-boxing-day = Noel’in 2. günü (26 Aralık)
hours-appointment = randevuyla
hours-unknown = saatler bilinmiyor
hours-caption = Önümüzdeki yedi günün çalışma saatleri
hours-day = Gün
hours-time = Saatler
hours-today = (bugün)
hours-appointment-long = Randevuyla. Lütfen önce randevu alın.
hours-source-words = Kaynakta şöyle yazıyor: “{ $text }”
hours-unknown-long = Saatler bilinmiyor. Önce sormanız iyi olur.
status-inactive = Bu hizmete şu anda ara verildi
status-defunct = Bu hizmet artık yok
status-temporarily-closed = Geçici olarak kapalı

## Entry

entry-organization = Kuruluş (Träger):
entry-together-with = ortak kuruluş:
entry-limited = Süreli: { $date } tarihine kadar.
stale-title = Kaynağın tarihi: { $date }
stale-title-unknown = Kaynağın tarihi: bilinmiyor
stale-text = Bu bilgiler eski olabilir. Lütfen önce sorun.
block-contact = İletişim
block-hours = Saatler
block-for-whom = Kimler için
block-cost = Ücret
block-access = Diller, engelsiz erişim
block-where = Nerede
block-other-sites = Burada da var
block-related = Bağlı olduğu hizmet
block-similar = Yakındaki benzer hizmetler
block-standing = Bilgilerin tarihi
block-report = Bir yanlışlık mı var?
contact-unknown = Telefon numarası, e-posta adresi veya internet sitesi bilmiyoruz.
contact-borrowed = Bu hizmet için her şey bilinmiyor. “Kuruluş” yazan yerde, hizmeti yürüten kuruluşun iletişim bilgileri verilir.
contact-call = Telefon et
contact-call-organization = Kuruluşa telefon et
contact-email = E-posta yaz
contact-email-organization = Kuruluşa e-posta
contact-website = İnternet sitesi
contact-website-organization = Kuruluşun internet sitesi
for-whom-unknown = Bu hizmetin kimler için olduğu kaynakta yazmıyor.
fact-ages = Yaş
fact-anonymous = İsim vermeden
anonymous-yes = evet, adınızı söylemeniz gerekmez
anonymous-no = hayır, adınızı söylemeniz gerekir
ages-between = { $low }–{ $high } yaş
ages-from = { $low } yaş ve üstü
ages-to = en fazla { $high } yaş
fact-area = Hizmet bölgesi
area-everywhere = herkes, nerede oturduğu önemli değil
fact-capacity = Yer sayısı
fact-form = Hizmet türü
fact-legal-basis = Yasal dayanak
cost-free = ücretsiz
cost-not-free = ücretli
cost-unknown = Bilinmiyor. Önce sormanız iyi olur.
fact-languages = Diller
fact-accessible = Engelsiz erişim
access-yes = var
access-no = yok
where-protected = Oradaki insanlar güvende olsun diye adres gizli tutuluyor. Nereye gelebileceğinizi, onlarla iletişime geçince öğrenirsiniz.
where-outreach = Bu hizmet size gelir. Bir yere gitmeniz gerekmez.
where-mobile = Bu hizmetin yeri değişir. Ne zaman yakınınızda olduğunu sorun.
where-phone = Bu hizmet telefonla verilir.
where-online = Bu hizmet internette verilir.
where-hosted = Hizmet, başka bir kurumun binasında verilir.
where-office-hours = Orada yalnızca belirli saatlerde biri bulunur.
where-several = Bu hizmetin birkaç yeri var. Derlemede hepsi tek tek yazmıyor.
where-no-rooms = Bu hizmetin kendi yeri yok.
where-municipality = Belediye:
where-unknown = Yer bilinmiyor.
where-route = Oraya nasıl gidilir
where-route-note = cihazınızdaki harita programını açar
where-stop = En yakın durak: { $name }, { $distance } (kuş uçuşu).
where-station = En yakın tren istasyonu: { $name }, { $distance } (kuş uçuşu). { $access }
station-step-free-yes = İstasyona basamaksız girilir.
station-step-free-partial = İstasyonun yalnızca bir bölümüne basamaksız girilir.
station-step-free-no = İstasyona basamaksız girilmez.
station-step-free-unknown = İstasyona basamaksız girilip girilmediği bilinmiyor.
approx-next-door = Yaklaşık konum: Haritadaki nokta, bina numarasının yakınındadır.
approx-stop = Yaklaşık konum: Haritadaki nokta, bu yerin adını taşıyan duraktır.
approx-street = Yaklaşık konum: Sokak biliniyor, tam yeri bilinmiyor.
approx-district = Yaklaşık konum: Yalnızca semt biliniyor. Haritadaki nokta semtin merkezidir.
approx-postcode = Yaklaşık konum: Yalnızca posta kodu biliniyor.
approx-municipality = Yaklaşık konum: Harita yalnızca belediyenin merkezini gösterir.
standing-unknown = Kaynağın tarihi: bilinmiyor. Kuruluş onaylamadı. Lütfen önce telefon edin.
standing-source = Kaynağın tarihi: { $date }. Kuruluş onaylamadı.
standing-source-stale = Kaynağın tarihi: { $date }. Kuruluş onaylamadı. Lütfen önce telefon edin.
standing-provider = Kuruluşun onayı: { $date }.
standing-provider-stale = Kuruluşun son onayı: { $date }. Lütfen önce telefon edin.
standing-editor = Yayın ekibinin onayı: { $date }.
standing-editor-stale = Yayın ekibinin son onayı: { $date }. Lütfen önce telefon edin.
fact-unconfirmed = Not
unconfirmed-text = Kaynağın kendisi de bu hizmetin onaylanmadığını söylüyor.
fact-source-kind = Kaynağın türü
fact-sources = Kaynaklar
fact-confidence = Ne kadar güvenilir
confidence-high = güvenilir: kurumun kendisinden veya bir resmî daireden açık bilgi ya da yeni bir haber
confidence-medium = oldukça güvenilir: eski veya kısa bir kaynak
confidence-low = güvenilir değil: yalnızca kısaca sözü edilmiş, başka bilgilerden çıkarılmış veya özel bir kaynaktan alınmış
fact-position-source = Konumun kaynağı
fact-keeper = Bilgileri güncelleyen
keeper-source = henüz kimse; açık kaynaklardan toplandı
keeper-provider = kuruluş
keeper-editor = yayın ekibi
report-text = Bir bilgi yanlış, eski veya eksik mi? Bize söyleyin. Lütfen kayıt numarasını da yazın.
report-id = Bu kaydın numarası:
report-subject = “{ $name }” kaydı hakkında not

## Organization

block-organization = Kuruluş hakkında
organization-short = Kısa adı
organization-kind = Türü
organization-umbrella = Üst birlik
organization-services = { $count ->
    [one] { $number } hizmet
   *[other] { $number } hizmet
}
organization-no-services = Bu kuruluşun herkese açık bir hizmetini bilmiyoruz.
organization-standing = Kaynağın tarihi: { $date }. Kuruluş onaylamadı.

## Municipalities

municipalities-title = { $place } belediyeleri
municipalities-intro = { $number } belediye (Gemeinde): orada ne var, ne eksik ve en yakın hizmet nerede.
municipalities-offers = Bilinen hizmetler
municipalities-people = Nüfus
municipalities-population-source = 2022 nüfus sayımına göre nüfus, tarih: { $date }. Kaynak: Almanya federal ve eyalet istatistik daireleri.
municipality = Belediye
municipality-known = { $count ->
    [0] Burada bildiğimiz bir hizmet yok. Bu derleme yalnızca bir örnektir, tam bir rehber değildir.
    [one] Burada { $number } hizmet biliniyor. Bu derleme yalnızca bir örnektir, tam bir rehber değildir.
   *[other] Burada { $number } hizmet biliniyor. Bu derleme yalnızca bir örnektir, tam bir rehber değildir.
}
municipality-here = Burada veya buradakiler için neler var
municipality-unsited = { $number } (burada yeri yok)
municipality-nothing = Bilinen bir hizmet yok.
municipality-list = Bu hizmetlerin hepsini gör
municipality-missing = Burada bilinmeyenler
municipality-missing-note = Burada bir şeyin bilinmemesi, onun olmadığı anlamına gelmez.
municipality-nearest = En yakını:
municipality-placeless = İlçede, gidilecek bir yeri olmadan:
municipality-none-in-county = tüm ilçede bilinmiyor
municipality-distances = Uzaklıklar { $name } merkezinden kuş uçuşudur.
municipality-served = Başka yerden buraya gelen veya burası için de çalışan hizmetler
served-intro = { $count ->
    [one] { $number } hizmetin merkezi başka yerde, ama kendi bilgisine göre bu belediye için de çalışıyor.
   *[other] { $number } hizmetin merkezi başka yerde, ama kendi bilgilerine göre bu belediye için de çalışıyorlar.
}
municipality-people = Nüfus
people-census = Nüfus: { $number }, tarih: { $date } (2022 nüfus sayımı, Almanya federal ve eyalet istatistik daireleri).
people-update = Başka bir sayım, yukarıdakiyle karşılaştırılamaz: { $number } kişi, tarih: { $date } ({ $base }, Almanya Federal İstatistik Dairesi).
people-bands = Yaş grupları, tahmini
people-age = Yaş
people-count = Kişi sayısı
ages-lt18 = 18 yaş altı
ages-18to29 = 18–29 yaş
ages-30to49 = 30–49 yaş
ages-50to64 = 50–64 yaş
ages-ge65 = 65 yaş ve üstü
municipality-town-hall = Belediye binası (Rathaus)
town-hall-unknown = Belediye binasının adresi bilinmiyor.
municipality-union = Ortak yönetim birliği (Verwaltungsgemeinschaft)
municipality-districts = Semtler ve köyler

## Numbers

numbers-title = Önemli numaralar
numbers-intro = Acele yardım gerektiğinde. Aramak için numaraya dokunun.
number-free = ücretsiz
number-not-free = ücretli
number-cost-unknown = ücreti bilinmiyor
number-source = Kaynak:

## Errors

error-code = Hata { $code }
error-404-title = Böyle bir sayfa yok
error-404-text = Belki bu hizmet artık derlemede yok veya adreste bir yazım hatası var. Buradan devam edebilirsiniz:
error-400-title = Bu isteği anlayamadık
error-400-text = Adreste okuyamadığımız bir şey var. Baştan başlamanız iyi olur:
error-405-title = Bu burada böyle olmaz
error-405-text = Bu sayfaya yalnızca bakılabilir. Buradan devam edebilirsiniz:
error-503-title = Şu anda çok yoğunuz
error-503-text = Lütfen bir dakika sonra yeniden deneyin. Acil bir durumda 112’yi arayın.
error-429-title = Kısa sürede çok fazla istek geldi
error-429-text = Bağlantınızdan, aynı anda yanıtlayabileceğimizden fazla istek geldi. Lütfen bir dakika sonra yeniden deneyin.
error-500-title = Bizde bir sorun oldu
error-500-text = Bu sizin hatanız değil. Lütfen daha sonra yeniden deneyin. Acil bir durumda 112’yi arayın.
error-request-id = İsteğin numarası: { $id }
error-to-start = Haritaya ve aramaya git
error-to-list = Tüm hizmetler liste olarak

## For the browser's scripts

js-results-one = { $count } hizmet
js-results-other = { $count } hizmet
js-results-none = Hizmet bulunamadı
js-loading = Sonuçlar yükleniyor …
js-load-error = Sonuçlar yüklenemedi. Bağlantınızı kontrol edin.
js-retry = Yeniden dene
js-map-label = Hizmetlerin haritası
js-map-loading = Harita yükleniyor …
js-map-error = Harita yüklenemedi. Tüm hizmetler listede var.
js-zoom-in = Yakınlaştır
js-zoom-out = Uzaklaştır
js-whole-county = Tüm ilçe
js-search-here = Haritanın bu bölümünde ara
js-cluster-one = { $count } hizmet, görmek için yakınlaştırın
js-cluster-other = { $count } hizmet, görmek için yakınlaştırın
js-same-place-one = Bu yerde { $count } hizmet
js-same-place-other = Bu yerde { $count } hizmet
js-place-one = { $place }: { $count } hizmet, tam konumu bilinmiyor
js-place-other = { $place }: { $count } hizmet, tam konumları bilinmiyor
js-marker = { $name }, { $category }, { $place }
js-marker-no-place = { $name }, { $category }
js-approx = yaklaşık konum
js-placeless-one = Sabit yeri olmayan { $count } hizmet yalnızca listede
js-placeless-other = Sabit yeri olmayan { $count } hizmet yalnızca listede
js-popup-close = Kapat
js-card-close = Bu hizmetin kartını kapat
js-open-entry = Hizmete git
js-locate-working = Konumunuz aranıyor …
js-locate-denied = Tarayıcınız konumunuzu paylaşmıyor. Lütfen bir yer veya posta kodu yazın.
js-locate-unavailable = Konumunuz bulunamadı. Lütfen bir yer veya posta kodu yazın.
js-locate-here = Konumum
js-link-copied = Bağlantı kopyalandı
js-share-failed = Bağlantı kopyalanamadı. Bağlantıyı adres çubuğunda bulabilirsiniz.
js-attribution = Haritanın kaynakları
