# Impressum, data protection, accessibility: drafts for the operator. What only the operator knows is not
# invented here; the page says that it has to be filled in.

legal-draft = Bu sayfanın yalnızca Almanca metni hukuken bağlayıcıdır. Bu çeviri, metni anlamanıza yardım eder. İşletmeci için taslak: Site açılmadan önce bir hukukçu incelemeli ve eksikler tamamlanmalıdır.
operator-to-fill = işletmeci tamamlayacak
operator-address = Adres:
operator-phone = Telefon:
operator-email = E-posta:
operator-website-label = İnternet sitesi:

## Impressum

imprint-title = Künye (Impressum)
imprint-operator = Bu siteden kim sorumlu
imprint-represented = Temsilcisi:
imprint-vat = Katma değer vergisi numarası, varsa:
imprint-collection = Derleme hakkında
imprint-collection-text = Bilgiler herkese açık kaynaklardan alındı. Her kayıtta kaynak ve kaynağın tarihi yazar. Açıkça yazmıyorsa kuruluşlar kayıtları onaylamamıştır. Acil durumlarda lütfen yalnızca bu siteye güvenmeyin.
imprint-sources = Kaynaklar ve lisanslar
imprint-sources-text = Şu verileri kullandık:
imprint-licence = Lisans:
imprint-changed = Veriler seçildi, birleştirildi ve gösterim için sadeleştirildi. Yaş grupları ve bunlardan hesaplanan tüm sayılar tahminidir.
imprint-software = Yazılım
imprint-software-text = Bu site özgür yazılımla çalışır:
imprint-software-own = Sozialatlas, Avrupa Birliği Kamu Lisansı (EUPL) 1.2
imprint-software-leaflet = Harita için Leaflet (BSD-2-Clause) ve Leaflet.markercluster (MIT)
imprint-software-kern = Tasarım için KERN UX standardı (EUPL 1.2)
imprint-software-fira = Fira Sans (SIL Open Font License 1.1)
imprint-software-tabler = Tabler Icons (MIT)

## Data protection

privacy-title = Verilerin korunması
privacy-short = Kısaca: Hizmet aramak için hesap açmanız gerekmez. Yalnızca arama yaparsanız hakkınızda hiçbir şey saklamayız. Yalnızca sayarız, kimin olduğunu bilmeyiz. Bu site başka sunuculardan hiçbir şey yüklemez.
privacy-controller = Kim sorumlu
privacy-officer = Veri koruma görevlisi:
privacy-visit = Bu siteyi ziyaret ettiğinizde
privacy-visit-request = Tarayıcınız bize istediğiniz sayfanın adresini ve cihazınızın internet adresini (IP adresi) gönderir. Bu adres olmadan size cevap ulaşamaz. Program bu adresi hiçbir yere yazmaz. Yalnızca planlama sayfalarında ve bu sayfaların başka programlara verdiği verilerde, aynı adresten kaç kez istek geldiğini kısa süre sayar. Böylece kimse sunucuyu durduramaz. Bu sayı yalnızca çalışma belleğinde durur ve kısa sürede unutulur.
privacy-visit-logs = Program teknik bir günlük tutar. Günlükte isteğin zamanı, açılan sayfa, sonuç, süre ve sizin hakkınızda hiçbir şey söylemeyen bir numara yazar. IP adresleri ve arama kelimeleri günlükte yazmaz.
privacy-visit-proxy = İşletmeci bunun önünde kayıt tutan başka sunucular çalıştırıyorsa bunu buraya eklemelidir.
privacy-cookies = Çerezler (cookies)
privacy-cookies-text = Yalnızca arama yapar ve okursanız bu site çerez kullanmaz. Oturum açma sayfasını veya yeni şifre sayfasını açarsanız site bir çerez koyar. Bu çerez formları korur ve tarayıcı kapanınca biter. Oturum açarsanız iki çerez daha eklenir: biri oturumunuz için, biri de cihazınızı yeniden tanımamız için (180 gün). Cihazınızda başka nelerin kaldığı bir sonraki bölümde yazıyor.
privacy-device = Cihazınızda neler kalır
privacy-device-list = Kayıtlı liste, sayfanın adresinde yer alır. Cihazınızda yalnızca siz bir hizmeti listeye eklerseniz veya listeyi cihazda saklamayı seçerseniz kalır. O zaman yalnızca tarayıcınızda saklanır ve kendiliğinden bize gönderilmez. Tarayıcı bu hizmetleri ancak listeyi açtığınızda sorar. Listenin sayfasında onu cihazdan silebilirsiniz.
privacy-device-offline = İnternet olmadan da bakabilmeniz için tarayıcı sitenin bazı bölümlerini saklar: herkese açık tüm hizmetleri kısa biçimde, haritanın arka planını, sitenin yazı tiplerini ve programlarını ve baktığınız son listenin adresini. Bu adres dışında her şey her cihazda aynıdır. Şiddetten korunmayla ilgili hizmetler ve aramalar saklanmaz. Hesap sayfaları da saklanmaz.
privacy-device-forget = Hepsini tarayıcınızın ayarlarında “site verileri” veya “çerezler ve site verileri” bölümünde silebilirsiniz. Oturumu kapattığınızda tarayıcıdan bunları silmesini isteriz.
privacy-search = Aradıklarınız
privacy-search-text = Aramanız sayfanın adresinde yazar. Böylece bağlantıyı paylaşabilir veya yer imi olarak saklayabilirsiniz. Bağlantıyı bilen veya tarayıcınızın geçmişini gören herkes aramanızı okuyabilir.
privacy-counting = Neleri sayıyoruz
privacy-counting-text = Bir kaydın sayfasının bir ayda kaç kez açıldığını ve hangi arama kelimelerinin o sayfaya götürdüğünü sayarız. Arandığı hâlde uygun bir şey bulunamayanları da haftaya ve aramada yazan belediyeye göre sayarız. Sayfa açılışlarını ve aramaları sayarız, insanları saymayız: IP adresi, çerez ve kimlik numarası olmadan. Hangi aramadan geldiğinizi tarayıcınız yalnızca bize söyler.
privacy-counting-five = Arama kelimeleri ancak aynı arama en az beş kez yapılınca yazılır. Ondan önce yalnızca çalışma belleğinde durur. En geç bir ay sonra oradan silinir. Sayı, e-posta adresi veya tam cümle içeren aramaları saymayız. Kuruluşlar kendi kayıtlarının sayılarını görür. Yayın ekibi ve planlama, bulunamayanları görür.
privacy-location = Konumunuz
privacy-location-text = Tarayıcınız, konumunuzu paylaşıp paylaşamayacağını yalnızca “Yakınımda” düğmesine dokunursanız sorar. O zaman konumunuz, yaklaşık on metreye yuvarlanmış olarak, sayfanın adresinde yazar ve sonuçları sıralamak için kullanılır. Konumunuz saklanmaz.
privacy-map = Harita
privacy-map-text = Haritayı açık verilerden kendimiz çiziyoruz. Harita bu sunucudan gelir. Hiçbir harita şirketi burada olduğunuzu öğrenmez.
privacy-links = Başka sitelere bağlantılar
privacy-links-text = Kayıtlarda kuruluşlara ve kaynaklara bağlantılar var. Diğer site ziyaretinizi ancak böyle bir bağlantıyı açarsanız öğrenir. Orada o sitenin kuralları geçerlidir.
privacy-entries = Kayıtlardaki bilgiler
privacy-entries-text = Kayıtlarda, herkese açık kaynaklardan alınmış kurum iletişim bilgileri var. Orada sizin hakkınızda yazmaması gereken bir şey varsa lütfen bize bildirin. Onu çıkarırız.
privacy-rights = Haklarınız
privacy-rights-text = Verileriniz hakkında bilgi isteyebilir, düzeltilmesini ve silinmesini isteyebilirsiniz. Verilerinizin işlenmesine itiraz edebilir ve denetim makamına şikâyette bulunabilirsiniz (Genel Veri Koruma Tüzüğü’nün 15–22. ve 77. maddeleri; Almanca: Datenschutz-Grundverordnung, DSGVO).
privacy-authority = Yetkili denetim makamı:

## Accessibility

accessibility-title = Engelsiz erişim beyanı
accessibility-intro = Bu beyan { $site } için geçerlidir. Bu siteyi herkes kullanabilmelidir. Ölçü, Almanya’nın bilişimde engelsiz erişim yönetmeliği (Barrierefreie-Informationstechnik-Verordnung, BITV 2.0) ve WCAG 2.2 kurallarının AA düzeyidir.
accessibility-state = Durum
accessibility-state-text = Site henüz bağımsız bir kurum tarafından incelenmedi. Kendi değerlendirmemiz: Kurallara kısmen uyuyor. Nelerin eksik olduğu ve nelerin henüz kontrol edilmediği aşağıda yazıyor.
accessibility-own-tests = Kendimiz şunları programlarla kontrol ediyoruz: Her değişiklikte herkese açık her sayfa açık ve koyu renklerde, üç genişlikte incelenir. Almanca ve Arapçada bu eksiksizdir, diğer dillerde örneklerle yapılır; daha büyük bir kontrol bütün dilleri kapsar. Ayrıca her şeyin yalnızca klavyeyle, JavaScript olmadan, çok dar ekranlarda ve iki kat büyük yazıyla çalışıp çalışmadığını kontrol ediyoruz. En önemli sayfalarda bir ekran okuyucunun neyi hangi sırayla aldığını karşılaştırıyoruz. Böyle kontroller her engeli bulmaz.
accessibility-built = Site nasıl yapıldı
accessibility-built-list = Haritanın gösterdiği her şey listede de var.
accessibility-built-keyboard = Her şey klavyeyle kullanılabilir.
accessibility-built-script = Arama ve okuma JavaScript olmadan da çalışır.
accessibility-built-signs = Konular renk, biçim ve simgeyle birbirinden ayrılır.
accessibility-gaps = Henüz eksik olanlar
accessibility-gap-plain = Kolay Almanca (Leichte Sprache) metinlerini bir bilgisayar yazdı. Henüz hiçbir deneme grubu kontrol etmedi.
accessibility-gap-sign = Henüz Alman işaret dilinde video yok.
accessibility-gap-languages = Kayıtlardaki metinlerin çoğu yalnızca Almancadır. İlçe bu sitenin çevirilerini henüz kontrol etmedi.
accessibility-gap-sources = Kayıtların metinleri çeşitli kaynaklardan gelir. Bazılarında kısaltmalar veya uzmanlık sözcükleri var. Bir hizmete engelsiz erişimin olup olmadığı çoğu zaman bilinmiyor.
accessibility-untested = Henüz kimsenin kontrol etmedikleri
accessibility-untested-people = Engelli kişiler siteyi henüz denemedi.
accessibility-untested-tools = Siteyi henüz kimse gerçek ekran okuyucularla, ekran büyüteçleriyle veya sesli kumandayla kullanmadı. Bütün kontroller tek bir tarayıcıda (Chromium) yapılıyor.
accessibility-untested-pdf = PDF dosyaları ekran okuyucular için hazırlandı. Bunlardan örnekleri bir program PDF/UA-1 standardına göre kontrol etti, ama henüz hiçbir insan kontrol etmedi.
accessibility-untested-words = Metinlerin kolay anlaşılıp anlaşılmadığını yalnızca onları yazan kişiler ve programlar değerlendirdi.
accessibility-feedback = Bir engel mi buldunuz?
accessibility-feedback-text = Neyin çalışmadığını bize söyleyin. Size cevap verir ve bir çözüm ararız.
accessibility-arbitration = Yardım etmezsek
accessibility-arbitration-text = İyi bir cevap alamazsanız bilişimde engelsiz erişimden sorumlu makama başvurabilirsiniz:
accessibility-date = Bu beyanın tarihi:
