# Basılanlar: afişler, el ilanları ve cümlelerle açılış saatleri (/plakate, /plakate/a4.pdf).

## /plakate sayfası
posters-title = Yazdırılacak afişler ve listeler
posters-intro = Burada PDF olarak afişler, el ilanları ve listeler var: her belediye için, her konu için ve ikisi birlikte. Bunları asabilir ve başkalarına verebilirsiniz.
posters-link = Yazdırılacak afişler ve listeler
posters-link-here = Yazdırılacak afiş ve liste: { $name }
posters-municipality = Belediye
posters-category = Konu
posters-all-municipalities = tüm ilçe
posters-all-topics = tüm konular
posters-whole-topic = { $topic }: hepsi
posters-choose = Göster
posters-of = { $what }: { $where }
posters-a4 = A4 afiş
posters-a3 = A3 afiş
posters-a5 = A5 el ilanı
posters-list = PDF olarak liste
posters-page = İnternetteki liste
posters-none-note = Bu, hiç olmadığı anlamına gelmez. Afiş bunu söyler ve en yakındakileri gösterir.
posters-none-anywhere = Bu yüzden bu konuda afiş de yok. En iyisi belediye binasında (Rathaus) sorun.
posters-discreet = Bu afiş her zaman tüm ilçe içindir. Böylece korunan bir yerin nerede olduğunu ele vermez.
posters-by-municipality = Belediyeye göre
posters-by-topic = Konuya göre
posters-by-topic-in = Konuya göre: { $name }
posters-fault = Böyle bir seçim yok
posters-fault-text = Adresteki belediyeyi veya konuyu bilmiyoruz. Lütfen yeniden seçin.

## Afişte
posters-heading = Sosyal hizmetler
posters-document = Afiş: { $what }, { $where }
posters-shown = { $count ->
    [one] Burada { $number } hizmetten { $shown } tanesi var.
   *[other] Burada { $number } hizmetten { $shown } tanesi var.
}
posters-empty = { $place }: bu konuda kayıtlı bir hizmet yok.
posters-empty-all = { $place }: henüz kayıtlı bir hizmet yok.
posters-offers-at = { $count ->
    [one] { $number } yerde { $offers }
   *[other] { $number } yerde { $offers }
}
posters-more-places = { $count ->
    [one] ve { $number } yerde daha
   *[other] ve { $number } yerde daha
}
posters-empty-county = Bu konuda kayıtlı bir hizmet yok.
posters-served = Başka yerlerde olup burası için de geçerli olanlar ({ $place }):
posters-nearest = En yakındakiler (kuş uçuşu, { $place } merkezinden):
posters-elsewhere = İlçenin başka yerlerinde:
posters-scan = Tüm hizmetler telefonunuzda: QR kodunu okutun
posters-qr-alt = İnternetteki listenin adresini içeren QR kodu
posters-how = Önce telefon numarası olan hizmetler, sonra en son onaylananlar gelir.
posters-how-topics = Hizmetler farklı konulardandır; mümkünse telefon numarası olan ve yeni onaylanmış olanlar.
posters-from = Kaynak: { $site }. Tarih: { $date }. Bilgilerin nereden geldiği internette her hizmetin yanında yazar.
posters-hours-online = Saatler için lütfen internete bakın veya sorun

## Cümlelerle açılış saatleri
said-hours-always = Gece gündüz açık.
said-hours-days = { $days }: { $times }.
said-hours-range = { $from } – { $to }
said-hours-first = Ayın 1. { $day } günü: { $times }.
said-hours-second = Ayın 2. { $day } günü: { $times }.
said-hours-third = Ayın 3. { $day } günü: { $times }.
said-hours-fourth = Ayın 4. { $day } günü: { $times }.
said-hours-fifth = Ayın 5. { $day } günü: { $times }.
said-hours-last = Ayın son { $day } günü: { $times }.
said-hours-even-weeks = İki haftada bir { $day } (çift takvim haftaları): { $times }.
said-hours-odd-weeks = İki haftada bir { $day } (tek takvim haftaları): { $times }.
said-hours-holidays-open = Resmî tatillerde: { $times }.
said-hours-holidays-closed = Resmî tatillerde kapalı.
said-hours-school-closed = Okul tatillerinde kapalı.
