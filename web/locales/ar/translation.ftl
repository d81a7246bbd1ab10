# Auf den Seiten von Einträgen, deren Texte Menschen übersetzt haben.
translation-people = ترجم أشخاص هذه النصوص من الألمانية. النص الألماني وحده هو المعتمد.
translation-partly = بعض النصوص متوفرة بالألمانية فقط.
translation-outdated = تغيّر النص الألماني منذ ذلك الحين. قد تكون هذه الترجمة قديمة.
translation-original = قراءة النص الألماني
