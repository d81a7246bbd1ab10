# The languages of the pages: the menu, the notice of machine translation, and pages that are not there in a language.

# Label of the menu. Behind it stands the language in use.
language-menu = Sprache
# Above the list of languages.
language-choose = Sprache wählen
# In the footer of every page that is not German.
language-notice = Diese Seiten hat ein Computer übersetzt. Der Landkreis hat die Übersetzung nicht geprüft. Es gilt der deutsche Text.
# In the footer, where somebody has looked at the translation: who and when.
language-reviewed = Diese Übersetzung hat geprüft: { $by }. Es gilt der deutsche Text.
# Link to the same page in German, in the footer of every page that is not German.
language-german-page = Diese Seite auf Deutsch
# One line at the top of the start page, shown to people whose browser prefers this language.
language-offer = Diese Seite gibt es auf Deutsch.
# Behind links to pages that exist in German only.
language-german-only = (auf Deutsch)
# On pages that show entries: some of their texts are translated by people, the others are German.
language-content = Was niemand übersetzt hat, steht auf Deutsch da.
# The address names a language that we do not have.
language-unknown-title = Diese Sprache gibt es hier nicht
language-unknown-text = Die Seiten gibt es in diesen Sprachen:
# Link to the page in easy words that explains the site.
easy-link = Leichte Sprache
# In the page on data protection.
language-cookie = Wenn Sie oben eine Sprache wählen, merkt sich Ihr Browser diese Wahl in einem Cookie (Name: __Host-language, 180 Tage). Darin steht nur die Sprache, sonst nichts über Sie. Es führt Sie von der Startseite zu Ihrer Sprache.
