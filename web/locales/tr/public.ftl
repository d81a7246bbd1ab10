# What residents read on pages that desks and planning have a part in.

## Signing in, refusals

footer-sign-in = Kuruluşlar ve resmî daireler için: oturum aç
error-401-title = Oturumunuz artık açık değil
error-401-text = “Anmelden” (oturum aç) sayfasını yeni bir pencerede açın ve oturum açın. Sonra bu pencereye dönün: Yazdıklarınız hâlâ burada, yeniden gönderebilirsiniz.
error-403-title = Bunu burada yapamazsınız
error-403-text = Hesabınızın bunun için yetkisi yok. Bunun yanlış olduğunu düşünüyorsanız lütfen site yönetimine sorun. Buradan devam edebilirsiniz:
error-forged-title = Formu kabul etmedik
error-forged-text = Form Sozialatlas sayfalarından gelmedi veya tarayıcınız çerezleri (cookies) kabul etmiyor. Lütfen sayfayı yeniden açın ve bir daha deneyin.
error-413-title = Bu çok büyük
error-413-text = Bir form en fazla { $form } megabayt, bir dosya en fazla { $file } megabayt olabilir. Hiçbir şey kaydedilmedi. Tarayıcınızda bir sayfa geri gidin: Yazdıklarınız çoğunlukla hâlâ oradadır. Metni kısaltın ya da dosyayı bölün. Sonra yeniden gönderin.
privacy-accounts = Burada bir hesabınız varsa
privacy-accounts-text = Adınızı, e-posta adresinizi, görevinizi, adına konuştuğunuz kuruluşu ve son oturum açma zamanınızı saklarız. Şifreleri, kodları ve erişim anahtarlarını yalnızca kimsenin okuyamayacağı biçimde saklarız. Yalnızca uygulamanızdaki kodların anahtarı veri tabanında okunabilir durumdadır; yoksa kodları kontrol edemezdik.
privacy-accounts-log = Hesaplarla ilgili olanları 180 gün boyunca kaydederiz: oturum açmalar, yanlış şifreler, değişen yetkiler. IP adresiniz bu kayıtta yer almaz. Oturum, kullanılmazsa 8 saat sonra, kullanılırsa 12 saat sonra, kuruluşlarda 7 gün sonra kapanır.
privacy-accounts-provider = Başka bir oturum açma hizmetiyle oturum açarsanız bu hizmetin sizi tanıdığı numarayı, hesabınızın ne zamandan beri ona bağlı olduğunu ve en son ne zaman bu yolla oturum açtığınızı kaydederiz. O hizmetten yalnızca bu numarayı, e-posta adresinizi ve oturum açmanın ne kadar güvenli olduğunu alırız.
privacy-accounts-end = “Mein Konto” (hesabım) sayfasında, hakkınızda sakladığımız her şeyi indirebilir ve hesabınızı silebilirsiniz. Kayıtların geçmişinde o zaman yalnızca adınız olmadan bir numara kalır.

## What is kept, and how long

kept-hours = { $count ->
    [one] { $number } saat
   *[other] { $number } saat
}
kept-days = { $count ->
    [one] { $number } gün
   *[other] { $number } gün
}
kept-months = { $count ->
    [one] { $number } ay
   *[other] { $number } ay
}
kept-until-erased = silinene kadar
kept-account = Ad, e-posta adresi, görev ve kuruluş bilgisiyle hesap
kept-scenario = Adı, notu ve kaydeden kişiyle planlama senaryosu
kept-session-idle = Kullanılmayan oturum
kept-session-provider = Bir kuruluşun oturumu, en fazla
kept-session-county = Yayın ekibi, planlama ve yönetim oturumu, en fazla
kept-device = Daha önce oturum açtığınız cihaz
kept-invitation = Davet bağlantısı
kept-reset = Yeni şifre bağlantısı
kept-email-confirm = Yeni bir e-posta adresini onaylama bağlantısı
kept-email-objection = Önceki e-posta adresinden yenisine itiraz etme bağlantısı
kept-confirm-link = Bir kaydı onaylama bağlantısı
kept-audit = Hesaplarla ilgili olanların günlüğü
kept-sent-mail = Bir e-postanın gönderildiği bilgisi, metni olmadan
kept-failed-mail = Teslim edilemeyen e-posta
kept-suggestion = Göndereni belli öneri, karardan sonra
kept-feedback = Göndereni belli övgü veya şikâyet, cevaptan sonra
kept-suggestion-open = Kimse karar vermezse öneri, övgü veya şikâyet
kept-request = Bir programın isteği, hiçbir şey iki kez yapılmasın diye
kept-usage-view = Bir kaydın bir ayda kaç kez açıldığı; kişisel bilgi olmadan
kept-usage-led = Kayıtların hangi arama kelimeleriyle bulunduğu, aynı arama beş kez yapılınca; kişisel bilgi olmadan
kept-usage-unmet = Aranıp bulunamayanlar, aynı arama beş kez yapılınca; kişisel bilgi olmadan
kept-other = Diğer
privacy-kept = Neyi ne kadar süre saklarız
privacy-kept-text = Yalnızca arama yaparsanız geriye hiçbir şey bırakmazsınız. Hesabınız varsa veya bize yazarsanız şunlar geçerlidir:

## The public history of an entry

field-name = Ad
field-description = Açıklama
field-organization = Kuruluş
field-co-organizations = Diğer kuruluşlar
field-categories = Konular
field-target-groups = Kimler için
field-service-forms = Hizmet türü
field-legal-bases = Yasal dayanak
field-ages = Yaş
field-ages-text = { $low }–{ $high } yaş
field-cost = Ücret
field-anonymous = İsim vermeden
field-languages = Diller
field-phones = Telefon
field-email = E-posta
field-website = İnternet sitesi
field-status = Çalışma durumu
field-closure = Kapanma
field-publish = Yayın süresi
field-publish-text = { $from } – { $until }
field-related = Bağlı olduğu hizmet
field-site-type = Yerin türü
field-disclosure = Herkese gösterilenler
field-municipality = Belediye
field-address = Adres
field-position = Haritadaki nokta
field-schedule = Saatler
field-accessible = Engelsiz erişim
field-capacity = Yer sayısı
field-service-area = Hizmet bölgesi
field-valid-to = Son geçerlilik tarihi
field-assurance = Onay
field-internal-note = İç not
field-sites = Yerler
field-other = Diğer bilgi
public-history-title = Değişiklikler: { $name }
public-history-intro = Bu kayıtta neyin ne zaman değiştiğini burada görürsünüz.
public-history-empty = Şimdiye kadar hiçbir şey değişmedi.
public-history-contact = Yayın ekibiyle iletişim
public-event-published = Kayıt yayımlandı
public-event-confirmed = Bilgiler onaylandı
public-event-withdrawn = Kayıt atlastan çıkarıldı
public-event-changed = Değişti: { $fields }
public-history-link = Ne, ne zaman değişti

## Free places

capacity-free = boş yer var ({ $date })
capacity-waiting-list = bekleme listesi var ({ $date })
capacity-full = dolu ({ $date })

## What is near and what is far

footer-planning = Planlama için: beyaz noktalar
plan-percent = %{ $number }
plan-percent-under-1 = %1’den az
plan-percent-over-99 = %99’dan fazla
near-title = Yakın olanlar ve uzak olanlar
near-intro = { $name }: En yakın hizmet, kaç kişiye en fazla { $distance } uzakta? Uzaklık kuş uçuşu ölçülür; yol çoğu zaman daha uzundur.
near-most = Neredeyse herkese yakın
near-some = Birçok kişiye yakın, bazılarına uzak
near-few = Çoğu kişiye uzak
near-share = ({ $share })
near-distance = ({ $distance })
near-comes = { $count ->
    [one] ayrıca burada yeri olmayan { $number } hizmet
   *[other] ayrıca burada yeri olmayan { $number } hizmet
}
near-note-comes = { $note } · { $comes }
near-note = Parantez içinde, bunun insanların ne kadarı için geçerli olduğu yazar (tahmini). Uzak olanlarda { $name } merkezinden uzaklık yazar. Yalnızca derlememizdeki, gidilebilen hizmetler sayılır. Bazıları eve de gelir veya telefonla da ulaşılır. { $note }.
