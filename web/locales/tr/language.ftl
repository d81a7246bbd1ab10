# The languages of the pages: the menu, the notice of machine translation, and pages that are not there in a language.

# Label of the menu. Behind it stands the language in use.
language-menu = Dil
# Above the list of languages.
language-choose = Dil seçin
# In the footer of every page that is not German.
language-notice = Bu sayfaları bir bilgisayar çevirdi. İlçe (Landkreis) çeviriyi kontrol etmedi. Yalnızca Almanca metin bağlayıcıdır.
# In the footer, where somebody has looked at the translation: who and when.
language-reviewed = Bu çeviriyi kontrol eden: { $by }. Yalnızca Almanca metin bağlayıcıdır.
# Link to the same page in German, in the footer of every page that is not German.
language-german-page = Bu sayfanın Almancası
# One line at the top of the start page, shown to people whose browser prefers this language.
language-offer = Bu sitenin Türkçesi var.
# Behind links to pages that exist in German only.
language-german-only = (Almanca)
# On pages that show entries: some of their texts are translated by people, the others are German.
language-content = Kimsenin çevirmediği metinler Almanca olarak gösterilir.
# The address names a language that we do not have.
language-unknown-title = Bu dil burada yok
language-unknown-text = Sayfalar şu dillerde var:
# Link to the page in easy words that explains the site.
easy-link = Kolay Almanca (Leichte Sprache)
# In the page on data protection.
language-cookie = Yukarıda bir dil seçerseniz tarayıcınız bu seçimi bir çerezde saklar (adı: __Host-language, 180 gün). Çerezde yalnızca dil yazar, sizinle ilgili başka bir şey yazmaz. Çerez sizi başlangıç sayfasından seçtiğiniz dile götürür.
