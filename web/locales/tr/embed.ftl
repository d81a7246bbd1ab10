# Başka internet sitelerindeki liste

embed-open = { $site } sitesini aç
embed-new-window = Teklifler yeni bir pencerede açılır.
embed-none = Bununla ilgili bildiğimiz bir teklif yok.
embed-faults = Burada bir ayar yanlış
embed-faults-rest = Liste, bu bilgiler olmadan bulduklarımızı gösterir. Lütfen bunu bu internet sitesinin sahibine bildirin.
embed-fault-view = “{ $value }”, “{ $word }” için geçerli değil. Geçerli olanlar: liste, karte, beides.
embed-fault-theme = “{ $value }”, “{ $word }” için geçerli değil. Geçerli olanlar: hell, dunkel, auto.
embed-fault-accent = “{ $value }” bir renk değil. “{ $word }” için 0–9 ve a–f arasından altı karakter yazılır, örneğin 1f42a8.
embed-fault-word = “{ $word }” bilgisini tanımıyoruz.
embed-map-needs-script = Harita için JavaScript gerekir. Teklifleri harita olmadan da bulabilirsiniz: aşağıdaki bağlantıyı kullanın.
embed-link-title = Sitenize ekleyin
embed-link-text = Tekliflerimizi kendi internet sitenizde ücretsiz gösterebilirsiniz.
embed-link = Nasıl yapılır
