# The languages of the pages: the menu, the notice of machine translation, and pages that are not there in a language.

# Label of the menu. Behind it stands the language in use.
language-menu = اللغة
# Above the list of languages.
language-choose = اختيار اللغة
# In the footer of every page that is not German.
language-notice = ترجم الكمبيوتر هذه الصفحات. لم تراجع المقاطعة الترجمة. النص الألماني هو الملزم.
# In the footer, where somebody has looked at the translation: who and when.
language-reviewed = راجع هذه الترجمة: { $by }. النص الألماني هو الملزم.
# Link to the same page in German, in the footer of every page that is not German.
language-german-page = هذه الصفحة بالألمانية
# One line at the top of the start page, shown to people whose browser prefers this language.
language-offer = هذه الصفحة متوفرة بالعربية.
# Behind links to pages that exist in German only.
language-german-only = (بالألمانية)
# On pages that show entries: some of their texts are translated by people, the others are German.
language-content = ما لم يترجمه أحد يظهر باللغة الألمانية.
# The address names a language that we do not have.
language-unknown-title = هذه اللغة غير متوفرة هنا
language-unknown-text = الصفحات متوفرة بهذه اللغات:
# Link to the page in easy words that explains the site.
easy-link = ألمانية سهلة (Leichte Sprache)
# In the page on data protection.
language-cookie = إذا اخترت لغة في أعلى الصفحة، يحفظ متصفحك هذا الاختيار في ملف تعريف ارتباط (اسمه: __Host-language، لمدة 180 يومًا). لا يحتوي إلا على اللغة، ولا شيء آخر عنك. وهو ينقلك من صفحة البداية إلى لغتك.
