# The languages of the pages: the menu, the notice of machine translation, and pages that are not there in a language.

# Label of the menu. Behind it stands the language in use.
language-menu = Sprache
# Above the list of languages.
language-choose = Sprache wählen
# In the footer of every page that is not German.
language-notice = Ein Computer-Programm hat diese Texte in Leichte Sprache übersetzt. Der Landkreis hat die Texte nicht geprüft. Eine Prüf-Gruppe hat die Texte nicht geprüft. Es gilt der deutsche Text, der nicht in Leichter Sprache ist.
# In the footer, where somebody has looked at the translation: who and when.
language-reviewed = Diese Texte hat geprüft: { $by }. Es gilt der deutsche Text, der nicht in Leichter Sprache ist.
# Link to the same page in German, in the footer of every page that is not German.
language-german-page = Diese Seite in Alltags-Sprache
# One line at the top of the start page, shown to people whose browser prefers this language.
language-offer = Diese Seite gibt es in Leichter Sprache.
# Behind links to pages that exist in German only.
language-german-only = (nicht in Leichter Sprache)
# On pages that show entries: some of their texts are translated by people, the others are German.
language-content = Manche Texte hat noch niemand in Leichte Sprache übersetzt. Diese Texte sind in schwerer Sprache.
# The address names a language that we do not have.
language-unknown-title = Diese Sprache gibt es hier nicht
language-unknown-text = Die Seiten gibt es in diesen Sprachen:
# Link to the page in easy words that explains the site.
easy-link = Leichte Sprache
# In the page on data protection.
language-cookie = Sie können oben eine Sprache wählen. Dann merkt sich Ihr Browser die Sprache. Dafür gibt es eine kleine Datei. Die Datei heißt: Cookie. Im Cookie steht nur die Sprache. Nach 180 Tagen löscht der Browser das Cookie.
