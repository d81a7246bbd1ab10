# The languages of the pages: the menu, the notice of machine translation, and pages that are not there in a language.

# Label of the menu. Behind it stands the language in use.
language-menu = Мова
# Above the list of languages.
language-choose = Оберіть мову
# In the footer of every page that is not German.
language-notice = Ці сторінки переклав комп’ютер. Район не перевіряв переклад. Чинним є німецький текст.
# In the footer, where somebody has looked at the translation: who and when.
language-reviewed = Цей переклад перевірено: { $by }. Чинним є німецький текст.
# Link to the same page in German, in the footer of every page that is not German.
language-german-page = Ця сторінка німецькою
# One line at the top of the start page, shown to people whose browser prefers this language.
language-offer = Ця сторінка є українською.
# Behind links to pages that exist in German only.
language-german-only = (німецькою)
# On pages that show entries: some of their texts are translated by people, the others are German.
language-content = Те, чого ніхто не переклав, показано німецькою.
# The address names a language that we do not have.
language-unknown-title = Цієї мови тут немає
language-unknown-text = Сторінки доступні такими мовами:
# Link to the page in easy words that explains the site.
easy-link = Проста німецька мова (Leichte Sprache)
# In the page on data protection.
language-cookie = Якщо ви оберете мову вгорі сторінки, ваш браузер запам’ятає цей вибір у файлі cookie (назва: __Host-language, 180 днів). У ньому записана лише мова, більше нічого про вас. З головної сторінки він веде вас до вашої мови.
