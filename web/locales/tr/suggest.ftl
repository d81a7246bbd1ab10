# What people without an account tell the editors: forms, answers, the link to follow them.

optional = (isteğe bağlı)

## Choosing

suggest-title = Bize yazın
suggest-intro = Hesap açmanız gerekmez. İlçenin (Landkreis) yayın ekibi mesajınızı okur ve inceler.
suggest-back = Başka türde bir mesaj
suggest-about-entry = Konu:
suggest-kind-correction = Bir bilgi yanlış
suggest-kind-correction-note = Örneğin telefon numarası, saatler veya adres
suggest-kind-closed = Bu hizmet artık yok
suggest-kind-closed-note = Kapandı veya taşındı
suggest-kind-new = Bir hizmet eksik
suggest-kind-new-note = Eklenmesi gereken bir hizmet önerin
suggest-kind-claim = Bu bizim kaydımız
suggest-kind-claim-note = Orada çalışıyorsunuz ve kaydı kendiniz güncellemek istiyorsunuz
suggest-kind-praise = Övgü
suggest-kind-praise-note = Bir şey çok iyiydi
suggest-kind-complaint = Şikâyet
suggest-kind-complaint-note = Bir hizmetten veya bu internet sitesinden memnun değilsiniz
suggest-entry-missing = Hangi hizmet söz konusu?
suggest-entry-missing-text = Önce hizmeti arayın. Açın ve orada “Hata bildir” seçeneğini seçin.
suggest-to-list = Hizmet ara

## The form

suggest-title-correction = Hata bildir
suggest-title-closed = Hizmet artık yok
suggest-title-new = Hizmet öner
suggest-title-claim = Kaydı devral
suggest-title-praise = Övgü
suggest-title-complaint = Şikâyet
suggest-intro-correction = Yardımınız için teşekkürler. Yayın ekibi bir şeyi değiştirmeden önce mesajınızı inceler.
suggest-intro-closed = Haber verdiğiniz için teşekkürler. Yayın ekibi, kayıt kalkmadan önce sorup öğrenir.
suggest-intro-new = Yayın ekibi önerinizi inceler ve eksikleri tamamlar.
suggest-intro-claim = Yayın ekibi, kuruluş adına konuşup konuşmadığınızı kontrol eder. Sonra e-posta ile bir davet alırsınız.
suggest-intro-feedback = Mesajınızı yalnızca yayın ekibi okur. Mesajınız hiçbir zaman yayımlanmaz.
suggest-message-correction = Yanlış olan ne, doğrusu nedir?
suggest-message-correction-hint = Örneğin: “Telefon numarası yanlış. Doğrusu …”
suggest-message-closed = Bu konuda ne biliyorsunuz?
suggest-message-new = Orada hangi hizmet veriliyor ve kimler için?
suggest-message-new-hint = Saatler, telefon ve internet sitesi de yararlı olur.
suggest-message-claim = Oradaki göreviniz nedir?
suggest-message-praise = Ne iyiydi?
suggest-message-complaint = Ne oldu?
suggest-message-feedback-hint = Lütfen başka insanların adını vermeyin ve sağlıkları hakkında bir şey yazmayın.
suggest-about-new = Hizmetin adı nedir?
suggest-about-feedback = Hangi hizmet veya hangi daire söz konusu?
suggest-organization-new = Bu hizmeti kim veriyor?
suggest-organization-claim = Hangi kuruluş (Träger) adına konuşuyorsunuz?
suggest-place = Nerede?
suggest-source = Bunu nereden biliyorsunuz?
suggest-source-new = Telefon veya internet sitesi
suggest-sender-name = Adınız
suggest-sender-email = E-posta adresiniz
suggest-sender-email-hint = Yayın ekibi cevap verince size mesaj gelir. Adres vermezseniz cevabı bir bağlantıdan okuyabilirsiniz.
suggest-sender-email-claim-hint = En iyisi iş adresinizdir. Daveti oraya göndeririz.
suggest-topic = En çok hangi konu?
suggest-topic-reachability = Ulaşılabilirlik
suggest-topic-waiting = Bekleme süresi
suggest-topic-treatment = İnsanlara davranış
suggest-topic-access = Engelsiz erişim ve dil
suggest-topic-cost = Ücret
suggest-topic-missing = Bir hizmet eksik
suggest-topic-website = Bu internet sitesi
suggest-topic-other = Başka bir şey
suggest-trap = Lütfen bu alanı boş bırakın
suggest-retention = Mesajınızı karar verilene kadar, sonra da 12 ay daha saklarız.
suggest-retention-feedback = Mesajınızı işlem bitene kadar, sonra da 24 ay daha saklarız. Ondan sonra yalnızca hangi konunun kaç kez geldiğini sayarız.
suggest-privacy = Verilerin korunması hakkında daha fazla bilgi
suggest-send = Mesajı gönder

## What is wrong

suggest-faults = Lütfen bu bilgileri kontrol edin
suggest-fault-message = Lütfen konuyu yazın.
suggest-fault-about = Lütfen hizmetin adını yazın.
suggest-fault-organization = Lütfen kuruluşun adını yazın.
suggest-fault-sender-name = Lütfen adınızı yazın.
suggest-fault-sender-email = Lütfen e-posta adresinizi yazın.
suggest-fault-topic = Lütfen bir konu seçin.
suggest-fault-too-short = Bu çok kısa. Lütfen en az 10 karakter yazın.
suggest-fault-too-long = Metin çok uzun. En fazla { $number } karakter olabilir. Lütfen kısaltın.
suggest-fault-control = Metinde görünmeyen karakterler var. Lütfen metni yapıştırmak yerine yeniden yazın.
suggest-fault-bidi = Metinde yazı yönünü değiştiren görünmeyen karakterler var. Lütfen metni yeniden yazın.
suggest-fault-email = Bu bir e-posta adresi değil. Örneğin şöyle olmalı: name@example.org
suggest-fault-trap = Lütfen bu alanı boşaltın ve mesajı yeniden gönderin. Bu alan istenmeyen mesajlara karşı korur.
suggest-fault-entry = Bu kayıt artık yok.
suggest-fault-other = Bu bilgiyi kullanamıyoruz. Lütfen değiştirin.
suggest-held-fast = Lütfen mesajı bir kez daha gönderin
suggest-held-fast-text = Mesaj çok hızlı geldi. Bize bilgisayar programları yazmasın diye ikinci bir tıklama istiyoruz. Metniniz hâlâ burada.
suggest-held-expired = Sayfa uzun süre açık kaldı
suggest-held-expired-text = Lütfen mesajı bir kez daha gönderin. Metniniz hâlâ burada.
suggest-held-full = Bugün çok fazla mesaj geldi
suggest-held-full-text = Lütfen yarın yeniden deneyin veya yayın ekibine telefon edin. Numara künyede (Impressum) yazıyor. Metniniz hâlâ burada.

## Where it stands

suggest-state-received = alındı
suggest-state-in-progress = inceleniyor
suggest-state-asked-back = size soru var
suggest-state-accepted = kabul edildi
suggest-state-declined = kabul edilmedi
suggest-state-dealt-with = işlem yapıldı
suggest-state-closed = kapatıldı

## The link of the sender

answer-title = Yayın ekibine mesajınız
answer-thanks = Teşekkürler, mesajınız bize ulaştı
answer-thanks-text = Bu sayfayı not edin. Mesajınızla ilgili gelişmeleri burada okuyabilirsiniz.
answer-kind = Tür
answer-about = Konu
answer-state = Durum
answer-received = Yayın ekibi mesajınızı henüz okumadı.
answer-in-progress = Yayın ekibi mesajınız üzerinde çalışıyor.
answer-asked-back = Yayın ekibinin size bir sorusu var. Lütfen aşağıda cevap verin.
answer-accepted = Yayın ekibi önerinizi kabul etti. Çok teşekkürler!
answer-declined = Yayın ekibi önerinizi inceledi ve kabul etmedi.
answer-dealt-with = Yayın ekibi mesajınızla ilgili işlemi yaptı. Çok teşekkürler!
answer-closed = Yayın ekibi mesajınızı okudu ve kapattı.
answer-said = Yazılanlar
said-you = Siz
said-sender = Gönderen
said-editors = Yayın ekibi
answer-reply = Bir şey ekle
answer-reply-asked = Soruya cevap ver
answer-reply-label = Cevabınız
answer-reply-send = Cevabı gönder
answer-fault-empty = Lütfen bir cevap yazın.
answer-fault-closed = Mesajınız bu arada kapatıldı. Eksik bir şey varsa lütfen yeni bir mesaj gönderin.
answer-fault-too-many = Çok fazla cevap yazdınız. Lütfen yayın ekibinin cevabını bekleyin.
answer-keep = Bu sayfayı yeniden bulmak için
answer-keep-text = Bu adresi yer imi olarak kaydedin. Sayfayı yalnızca bu adresi bilenler açabilir.
answer-erased = Bu sayfa { $date } tarihine kadar burada kalır. Sonra mesajınızı sileriz.

## On the page of an entry

report-button = Hata bildir
report-more = Kaydı devral, övgü veya şikâyet
report-online = Bir bilgi yanlış veya eski mi? Yayın ekibine yazın. Hesap açmanız gerekmez.
footer-suggest = Bir şey eksik veya yanlış mı?
entry-closed-until = Tahminen { $date } tarihine kadar.

## Data protection

privacy-suggest = Bize bir şey yazarsanız
privacy-suggest-text = Forma yazdıklarınızı ve ne zaman geldiğini saklarız. Adınız ve e-posta adresiniz isteğe bağlıdır. Mesajınızı yalnızca yayın ekibi okur. Övgüler ve şikâyetler hiçbir zaman yayımlanmaz. IP adresinizi kalıcı olarak saklamayız. Yalnızca kısa bir süre, çalışma belleğinde, aynı adresten kaç kez mesaj gönderildiğini sayarız. Bunun için çerez (cookie) gerekmez.
privacy-suggest-keep = Mesajınızı karardan 12 ay sonra, övgü ve şikâyetleri 24 ay sonra, hiç karar verilmeyenleri 36 ay sonra sileriz. Geriye yalnızca istatistik için bir sayı kalır: tür, konu ve yıl. Mesajı gönderince bir bağlantı alırsınız. Bu bağlantıyla nelerin saklandığını her zaman görebilirsiniz. Daha erken silinmesini istiyorsanız oradan bize yazın.
