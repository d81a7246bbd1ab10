## The guide (/wegweiser), the way out of pages about violence, the new filters and what helps when there are no results.

nav-guide = Yol gösterici
guide-title = Durumunuz nedir?
guide-intro = Size en uygun olanı seçin. En fazla üç sorudan sonra uygun hizmetleri görürsünüz. Cevaplarınızı saklamayız.
guide-situations = Yaşam durumları
guide-answers = Cevaplar
guide-step = Soru { $number }
guide-back = Bir adım geri
guide-restart = Baştan başla
guide-path = Cevaplarınız
guide-numbers = Burada hemen yardım edilir
guide-offers-in = { $count ->
    [0] { $place }: Bunların hiçbiri orada değil ve oraya gelmiyor.
    [one] { $place }: Bunların { $number } tanesi orada veya orası için de çalışıyor.
   *[other] { $place }: Bunların { $number } tanesi orada veya orası için de çalışıyor.
}
guide-offers-none = Buna uygun bir hizmet bilmiyoruz. Bu, hiç olmadığı anlamına gelmez. Belediye binasında (Rathaus) veya sosyal danışmanlıkta (Sozialberatung) sorun.
guide-list = Hepsi liste olarak
guide-map = Hepsi haritada
guide-list-of = Hepsi liste olarak: { $name }
guide-map-of = Hepsi haritada: { $name }
guide-place = Nerede oturuyorsunuz?
guide-place-hint = Bir şey seçmek zorunda değilsiniz. Bir belediye seçerseniz önce en yakın olanı görürsünüz.
guide-place-any = tüm ilçe
guide-place-apply = Göster
guide-pays = Kim öder
guide-bring = Yanınızda ne getirmelisiniz
guide-next = Sonra ne olur
guide-office = Başka hangi daireler önemli olabilir
guide-source = Kaynak: { $source }
guide-as-of = Bu bilgilerin tarihi: { $date }. Bilgiler yasalardaki genel kuralları anlatır ve hukuki danışmanlığın yerini tutmaz. Bir şeye hakkınız olup olmadığına yetkili daire karar verir.
guide-not-reviewed = İlçe bu bilgileri henüz kontrol etmedi.
guide-reviewed = Kontrol eden: { $by }.
guide-german-only = Bu bilgi henüz çevrilmedi.
guide-start-text = Ne aramanız gerektiğini bilmiyor musunuz? Birkaç soru sizi doğru yere götürür.
guide-no-hits = Birkaç soruyla doğru yere: yol gösterici
guide-share-note = Bu sayfayı bağlantı olarak paylaşabilirsiniz. Cevaplarınız yalnızca adreste yazar, başka hiçbir yerde yazmaz.

## Quickly away from a page about violence

exit-label = Bu sayfadan hemen çık
exit-more-title = Nasıl çalışır
exit-button = Sayfadan hemen çık
exit-hint = Veya Esc tuşuna üç kez basın. O zaman hemen başka bir internet sitesi görürsünüz.
exit-hint-no-script = Düğme başka bir internet sitesi açar. Bu sayfa cihazınızın geçmişinde kalır. Sonra geçmişi silin.
exit-more = Cihazınız hangi sayfalara girdiğinizi hatırlar. Gizli pencere veya güvendiğiniz birinin cihazını kullanın.

## Filters

facet-age = Yaş
facet-age-hint = Yaş (yıl olarak)
facet-age-unknown = yaş bilgisi olmayan hizmetler de ({ $number })
facet-age-found = { $count ->
    [one] Bu yaşı belirten { $number } hizmet var.
   *[other] Bu yaşı belirten { $number } hizmet var.
}
facet-distance = Uzaklık
facet-distance-needs-place = Yukarıya bir yer yazın. Sonra uzaklığı seçebilirsiniz.
facet-open-any = fark etmez
facet-open-today = bugün açık, şimdi veya daha sonra
facet-open-at = belirli bir saatte
facet-open-date = Gün
facet-open-time = Saat
facet-open-with-unknown = saatleri bilinmeyen hizmetler de ({ $number })
facet-appointment = Randevu
facet-appointment-yes = randevuyla
facet-appointment-no = randevusuz
facet-format = Nasıl
facet-format-place = yerinde
facet-format-phone = telefonda
facet-format-online = internette
facet-format-home = size gelir
facet-capacity = Yer durumu
facet-capacity-free = boş yer var
facet-capacity-waiting-list = bekleme listesi
facet-capacity-full = şu anda dolu
facet-anonymous = Ad vermeden
facet-anonymous-note = Adınızı vermeden danışıp danışamayacağınız neredeyse hiçbir hizmette yazmıyor. Telefonla sorun.
facet-women = Yalnızca kadınlar ve kız çocukları için olan hizmetleri “Kimler için” bölümünde bulabilirsiniz.
facet-with-unknown = bilinmeyenler de
facet-none = Bu konuda bilgi yok.
filter-age = Yaş: { $age }
filter-age-unknown = Yaş: { $age } veya bilinmiyor
filter-open-today = bugün açık
filter-open-unknown = veya saatler bilinmiyor
filter-appointment = Randevu: { $answer }
filter-format = { $answer }
filter-capacity = Yer durumu: { $answer }
fault-age = “{ $value }” bir yaş değil. 0 ile 120 arasında bir sayı yazın.
fault-open-date = Belirli bir zaman için gün ve saat gerekli.
fault-sort = Böyle bir sıralama yok. Listeden seçin.

## Order

sort = Sırala
sort-rank = en uygun olanlar önce
sort-distance = en yakın olanlar önce
sort-freshness = en yeni bilgiler önce
sort-name = ada göre
sort-apply = Sırala
order-freshness = en yeni bilgiler önce
order-name = ada göre
sort-needs-place = “en yakın olanlar önce” için yukarıya bir yer yazın.

## No results

no-hits-spelling = Başka türlü mü yazılıyor?
no-hits-wider = Daha geniş bir alanda ara
no-hits-within = En fazla { $distance } uzakta ({ $offers })
no-hits-anywhere = Tüm ilçede ({ $offers })
no-hits-served = Oraya gelenler de: { $place } ({ $offers })
no-hits-less = Bir filtreyi çıkar
no-hits-other = Başka yollar
no-hits-phone-unknown = Derlemede telefon numarası yoktu.
no-hits-call = { $name } için ara: { $number }
