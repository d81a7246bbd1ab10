# The languages of the pages: the menu, the notice of machine translation, and pages that are not there in a language.

# Label of the menu. Behind it stands the language in use.
language-menu = Language
# Above the list of languages.
language-choose = Choose a language
# In the footer of every page that is not German.
language-notice = A computer translated these pages. The county (Landkreis) has not checked the translation. Only the German text is binding.
# In the footer, where somebody has looked at the translation: who and when.
language-reviewed = This translation was checked by: { $by }. Only the German text is binding.
# Link to the same page in German, in the footer of every page that is not German.
language-german-page = This page in German
# One line at the top of the start page, shown to people whose browser prefers this language.
language-offer = This site is available in English.
# Behind links to pages that exist in German only.
language-german-only = (in German)
# On pages that show entries: some of their texts are translated by people, the others are German.
language-content = What nobody has translated is shown in German.
# The address names a language that we do not have.
language-unknown-title = We do not have this language here
language-unknown-text = The pages are available in these languages:
# Link to the page in easy words that explains the site.
easy-link = Easy-to-read German (Leichte Sprache)
# In the page on data protection.
language-cookie = If you choose a language at the top, your browser remembers this choice in a cookie (name: __Host-language, 180 days). It contains only the language and nothing else about you. It takes you from the start page to your language.
