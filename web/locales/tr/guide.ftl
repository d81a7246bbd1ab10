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
facet-age-years = Yaş (yıl olarak)
facet-age-unknown = yaş bilgisi olmayan hizmetler de
facet-age-known = { $count ->
    [one] Yaş belirten { $number } hizmet var.
   *[other] Yaş belirten { $number } hizmet var.
}
facet-age-found = { $count ->
    [0] Bu yaşı belirten hizmet yok.
    [one] Bu yaşı belirten { $number } hizmet var.
   *[other] Bu yaşı belirten { $number } hizmet var.
}
facet-open-today = bugün, şimdi veya daha sonra
facet-open-at = başka bir zamanda
facet-open-typed = Gün ve saat
facet-open-with-unknown = saatleri bilinmeyenler de
facet-open-with-appointment = yalnızca randevuyla çalışanlar da
facet-appointment = Randevu
facet-appointment-yes = randevuyla
facet-appointment-no = randevusuz
facet-format = Hizmet türü
facet-capacity = Yer durumu
facet-capacity-free = boş yer var
facet-capacity-waiting-list = bekleme listesi
facet-capacity-full = şu anda dolu
filter-age = Yaş: { $age }
filter-age-unknown = Yaş: bilinmiyor
filter-open-today = bugün açık
filter-or-unknown = veya saatler bilinmiyor
filter-or-appointment = veya randevuyla
filter-appointment = Randevu: { $answer }
filter-capacity = Yer durumu: { $answer }
fault-age = “{ $value }” bir yaş değil. 0 ile 120 arasında bir sayı yazın.
fault-sort = Böyle bir sıralama yok. Listeden seçin.

## Order

sort = Sırala
order-freshness = en yeni bilgiler önce
order-name = ada göre

## No results

no-hits-spelling = Başka türlü mü yazılıyor?
no-hits-wider = Daha geniş bir alanda ara
no-hits-within = En fazla { $distance } uzakta ({ $offers })
no-hits-anywhere = Tüm ilçede ({ $offers })
no-hits-served = Oraya gelenler de: { $place } ({ $offers })
no-hits-less = Bir filtreyi çıkar
no-hits-other = Başka yollar
no-hits-phone-unknown = Derlemede telefon numarası yoktu.
