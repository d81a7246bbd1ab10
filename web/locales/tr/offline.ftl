# Without internet, and installing the site on a device.

offline-title = İnternet olmadan
offline-intro = Şu anda internete bağlı değilsiniz. Yine de hizmet arayabilir ve okuyabilirsiniz: Bu cihaz hizmetleri kaydetti.
offline-needs-script = Bu sayfayı internet olmadan okumak için JavaScript gerekir.
offline-made = Kayıtlı verilerin tarihi: { $date }
offline-old = Kayıtlı veriler bir haftadan eski. Her şeyin hâlâ doğru olup olmadığını önce telefonla sorun.
offline-missing = Bu cihazda henüz kayıtlı hizmet yok. Sozialatlas’ı bir kez internet varken açın.
offline-nothing = Bu sayfa internet olmadan açılmaz.
offline-asks-more = Filtrelerinizin bazıları yalnızca internetle çalışır, örneğin uzaklık veya saat.
offline-left-out = İnsanları korumak için bazı hizmetler cihaza kaydedilmez. Bunları yalnızca internet varken görürsünüz.
offline-more = Daha fazla hizmet göster
offline-last = Son aramanız
offline-hours = Verilerin tarihinden başlayarak haftanın saatleri
offline-app-description = Yakınınızdaki sosyal hizmetler: danışma, buluşma yerleri, yardım
js-offline-banner = İnternet bağlantınız yok. Gördükleriniz eski olabilir.
js-offline-link = Kayıtlı hizmetler
