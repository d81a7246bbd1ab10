# Without internet, and installing the site on a device.

offline-title = İnternetsiz
offline-intro = Şu anda internete bağlı değilsiniz. Yine de hizmetleri arayabilir ve okuyabilirsiniz: Bu cihaz onları kaydetti.
offline-needs-script = İnternetsiz okumak için bu sayfada JavaScript gerekir.
offline-made = Kayıtlı verilerin tarihi: { $date }
offline-old = Kayıtlı veriler bir haftadan eski. Her şeyin hâlâ doğru olup olmadığını önceden telefonla sorun.
offline-missing = Bu cihazda henüz kayıtlı hizmet yok. Sozialatlas’ı bir kez internetle açın.
offline-nothing = Bu sayfa internetsiz açılamaz.
offline-left-out = Bazı hizmetler, sizi korumak için cihaza kaydedilmez. Bunları yalnızca internetle görebilirsiniz.
offline-more = Daha fazla hizmet göster
offline-last = Son aramanız
offline-hours = Verilerin gününden başlayarak haftanın saatleri
offline-app-description = Yakınınızdaki sosyal hizmetler: danışmanlık, buluşma yerleri, yardım
js-offline-banner = İnternet bağlantınız yok. Gördükleriniz güncel olmayabilir.
js-offline-link = Kayıtlı hizmetler
