## Die Suche: wie ein Text verstanden wurde, warum etwas ein Treffer ist, Vorschläge beim Tippen.

search-note-place = Ми розпізнали місце. Ви бачите послуги для { $place }.
search-note-place-none = Для { $place } ми нічого про це не знайшли. Ви бачите послуги в інших місцях.
search-note-unknown = Цих слів ми не знаємо: { $words }. Ми шукали без них.
search-note-loose = Не кожна послуга відповідає всім вашим словам. Найбільш відповідні — вгорі.
search-note-fillers = У вашому пошуку лише дуже поширені слова. Краще назвіть щось конкретне, наприклад «Miete» (оренда) або «Pflege» (догляд).
search-note-cut = Ваш текст дуже довгий. Ми прочитали лише початок.
search-note-no-word = У вашому пошуку немає жодного слова. Ви бачите всі послуги.
search-why-synonym = «{ $typed }» належить до: { $term }
search-why-spelling = схоже за написанням на «{ $typed }»: { $found }
search-did-you-mean = Ви мали на увазі «{ $text }»?
search-themes = Переглянути всі теми
js-suggest-label = Підказки
js-suggest-one = { $count } підказка. Оберіть стрілками на клавіатурі.
js-suggest-few = { $count } підказки. Оберіть стрілками на клавіатурі.
js-suggest-many = { $count } підказок. Оберіть стрілками на клавіатурі.
js-suggest-other = { $count } підказки. Оберіть стрілками на клавіатурі.
js-suggest-category = Тема
js-suggest-place = Місце
js-suggest-entry = Послуга
js-suggest-organization = Організація
