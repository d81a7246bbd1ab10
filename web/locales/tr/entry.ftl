# Doing something with a service: saving it, passing it on, taking it along, printing it. Saved list, info sheet, news.

## The page of a service: buttons and the block "Take with you and share"
block-take = Yanınıza alın ve paylaşın
entry-actions = Bu hizmeti listeye ekle ve paylaş
save = Listeme ekle
save-named = Listeme ekle: { $name }
saved-list-link = Listem
# Stands before saving at services for protection from violence.
save-discreet = Cihazınızı kullanan kişiler listenizi görebilir. Bu hizmeti yalnızca başka kimse okumuyorsa listeye ekleyin.
save-anyway = Yine de listeme ekle
take-contact = Kişilere ekle
take-contact-note = Adres defteri dosyası (vCard)
take-hours = Çalışma saatlerini takvime ekle
take-hours-note = Takvim dosyası (iCalendar). Bir yıl geçerlidir.
take-hours-none-appointment = Takvim için saat yok: yalnızca randevuyla.
take-hours-none-unknown = Takvim için saat yok: Kesin çalışma saatlerini bilmiyoruz.
take-hours-none-always = Takvim için saat yok: Bu hizmet 24 saat açık.
take-hours-none-irregular = Takvim için saat yok: Saatler çok sık değişiyor.
take-hours-none-closed = Takvim için saat yok: Bu hizmet şu anda kapalı.
take-mail = E-posta ile paylaş
take-mail-note = E-posta programınızı açar
take-poster = Yazdırmak için bilgi kâğıdı
take-poster-note = QR kodlu bir A4 sayfası
take-pdf = PDF olarak bilgi kâğıdı
take-pdf-note = Saklamak veya asmak için
take-qr = Bu sayfanın QR kodu
qr-alt = Bu sayfanın adresini içeren QR kodu
mail-subject = { $name }
mail-body = Bu hizmet size yardımcı olabilir: { $name }
block-same-place = Aynı yerde
where-map-osm = OpenStreetMap
where-map-apple = Apple Haritalar
where-map-note = Bu yeri başka bir internet sitesinde açar
where-station-step-free = Basamaksız girilen en yakın tren istasyonu: { $name }, { $distance }
entry-description = { $category }, { $place }. { $summary }

## In the calendar and in the address book
card-hours = Çalışma saatleri: { $hours }
card-check = Lütfen gitmeden önce telefon edin.
calendar-summary = { $name }: açık

## Saved list
saved-title = Listem
saved-intro = Liste bu sayfanın adresinde yazar. Adresi hesap açmadan paylaşabilirsiniz.
saved-count = { $count ->
    [one] { $number } hizmet
   *[other] { $number } hizmet
 }
saved-empty-title = Listede henüz bir şey yok
saved-empty = Bir hizmet arayın ve orada “Listeme ekle” seçeneğini seçin.
saved-too-many = { $count ->
    [one] Bir listeye 50 hizmet sığar. { $number } hizmet daha var, burada görünmüyor.
   *[other] Bir listeye 50 hizmet sığar. { $number } hizmet daha var, burada görünmüyor.
 }
saved-gone = { $count ->
    [one] Bu listedeki { $number } hizmet artık yok.
   *[other] Bu listedeki { $number } hizmet artık yok.
 }
saved-not-an-entry = “{ $text }” hiçbir hizmete ait değil. Bir hizmetin sayfa adresini yazın veya adını arayın.
saved-discreet = Bu listede şiddetten korunma hizmetleri var. Adres tarayıcınızın geçmişinde kalır. Başka biri okuyabilecekse geçmişi silin.
saved-remove = Çıkar
saved-remove-named = Listemden çıkar: { $name }
saved-mail-subject = Listem: { $site }
saved-mail-body = Bu hizmetleri sizin için bir araya getirdim:
saved-search = Başka bir hizmet ara
saved-search-hint = Ad, anahtar kelime veya bir hizmetin sayfa adresi
saved-search-button = Ara
saved-found = Bulunanlar
saved-found-none = Hiçbir şey bulunamadı.
saved-add = Listeme ekle
saved-add-named = Listeme ekle: { $name }
saved-full = Liste dolu. Önce bir hizmeti çıkarın.
saved-already = zaten listede
saved-device = Bu cihazda
saved-keep = Bu listeyi cihazda sakla
saved-forget = Cihazdan sil
saved-no-script = Tarayıcınız betik (script) çalıştırmıyor. Liste yalnızca adreste yazar: Bu sayfayı yer imi olarak kaydedin.
saved-printed = Listenin tarihi: { $date }
saved-address = Bu listenin adresi

## For the scripts
js-saved-nav = Listem ({ $count })
js-saved-on-one = Eklendi. Listenizde { $count } hizmet var.
js-saved-on-other = Eklendi. Listenizde { $count } hizmet var.
js-saved-off = Listenizden çıkarıldı.
js-saved-full = Liste dolu: 50 hizmet.
js-saved-refused = Tarayıcınız kaydetmeye izin vermiyor. Liste yalnızca bu sayfanın adresinde yazar: Sayfayı yer imi olarak kaydedin.
js-saved-same = Bu liste bu cihazda kayıtlı.
js-saved-differs = Bu liste, bu cihazda kayıtlı olan liste değil.
js-saved-nothing = Bu cihazda kayıtlı bir liste yok.
js-saved-kept = Liste artık bu cihazda kayıtlı.
js-saved-kept-without = Liste artık bu cihazda kayıtlı. Şiddetten korunma hizmetlerini kaydetmedik.
js-saved-forgotten = Liste bu cihazdan silindi.

## Info sheet
poster-title = Bilgi kâğıdı: { $name }
poster-back = Hizmete dön
poster-where = Nerede
poster-when = Ne zaman
poster-contact = İletişim
poster-for-whom = Kimler için
poster-cost = Ücret
poster-access = Engelsiz erişim
poster-scan = Tüm bilgiler telefonunuzda: QR kodunu okutun
poster-no-hours = Saatleri lütfen sorun
poster-from = Kaynak: { $site }

## Lists as PDF
list-pdf = Bu liste PDF olarak
list-pdf-title = { $place } hizmetler
list-pdf-more = Burada ilk { $number } hizmet var. Listenin tamamını internette bulabilirsiniz.
list-pdf-stand = Yazdırma tarihi: { $date }
list-pdf-page = Sayfa

## News and search engines
feed-title = Yeni ve değişen: { $site }
feed-link = Bu aramadaki yeniliklere abone ol (Atom)
