# The languages of the pages: the menu, the notice of machine translation, and pages that are not there in a language.

# Label of the menu. Behind it stands the language in use.
language-menu = Langue
# Above the list of languages.
language-choose = Choisir la langue
# In the footer of every page that is not German.
language-notice = Un ordinateur a traduit ces pages. L’arrondissement (Landkreis) n’a pas vérifié la traduction. Seul le texte allemand fait foi.
# In the footer, where somebody has looked at the translation: who and when.
language-reviewed = Cette traduction a été vérifiée par : { $by }. Seul le texte allemand fait foi.
# Link to the same page in German, in the footer of every page that is not German.
language-german-page = Cette page en allemand
# One line at the top of the start page, shown to people whose browser prefers this language.
language-offer = Ce site existe en français.
# Behind links to pages that exist in German only.
language-german-only = (en allemand)
# On pages that show entries: some of their texts are translated by people, the others are German.
language-content = Ce que personne n’a traduit est affiché en allemand.
# The address names a language that we do not have.
language-unknown-title = Cette langue n’existe pas ici
language-unknown-text = Les pages existent dans ces langues :
# Link to the page in easy words that explains the site.
easy-link = Allemand facile à lire (Leichte Sprache)
# In the page on data protection.
language-cookie = Si vous choisissez une langue en haut de la page, votre navigateur retient ce choix dans un cookie (nom : __Host-language, 180 jours). Il ne contient que la langue, rien d’autre sur vous. Il vous conduit de la page d’accueil à votre langue.
