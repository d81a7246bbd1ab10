# Що друкується: плакати, листівки та години роботи реченнями (/plakate, /plakate/a4.pdf).

## Сторінка /plakate
posters-title = Плакати і списки для друку
posters-intro = Тут є плакати, листівки та списки у форматі PDF: для кожної громади, для кожної теми і для обох разом. Їх можна вивісити або передати іншим.
posters-link = Плакати і списки для друку
posters-link-here = Плакат і список для друку: { $name }
posters-municipality = Громада
posters-category = Тема
posters-all-municipalities = увесь район
posters-all-topics = усі теми
posters-whole-topic = { $topic }: усе
posters-choose = Показати
posters-of = { $what }: { $where }
posters-a4 = Плакат A4
posters-a3 = Плакат A3
posters-a5 = Листівка A5
posters-list = Список у PDF
posters-page = Список в інтернеті
posters-none-note = Це не означає, що її немає. На плакаті про це сказано і вказано, що є найближче.
posters-none-anywhere = Тому й плаката на цю тему немає. Найкраще запитайте в ратуші (Rathaus).
posters-discreet = Цей плакат завжди стосується всього району. Так він не видає, де розташоване захищене місце.
posters-by-municipality = За громадою
posters-by-topic = За темою
posters-by-topic-in = За темою: { $name }
posters-fault = Такого вибору немає
posters-fault-text = Ми не знаємо громади або теми, вказаної в адресі. Будь ласка, виберіть ще раз.

## На плакаті
posters-heading = Соціальні послуги
posters-document = Плакат: { $what }, { $where }
posters-shown = { $count ->
    [one] Тут показано { $shown } з { $number } послуги.
    [few] Тут показано { $shown } з { $number } послуг.
    [many] Тут показано { $shown } з { $number } послуг.
   *[other] Тут показано { $shown } з { $number } послуги.
}
posters-empty = { $place }: такої послуги в нашому збірнику немає.
posters-empty-all = { $place }: у нашому збірнику ще немає жодної послуги.
posters-offers-at = { $count ->
    [one] { $offers } у { $number } місці
    [few] { $offers } у { $number } місцях
    [many] { $offers } у { $number } місцях
   *[other] { $offers } у { $number } місця
}
posters-more-places = { $count ->
    [one] і ще в { $number } місці
    [few] і ще в { $number } місцях
    [many] і ще в { $number } місцях
   *[other] і ще в { $number } місця
}
posters-empty-county = На цю тему в нашому збірнику немає жодної послуги.
posters-served = Послуги з інших місць, які діють і тут ({ $place }):
posters-nearest = Найближчі (по прямій від центру, { $place }):
posters-elsewhere = В інших місцях району є:
posters-scan = Усі послуги на телефоні: відскануйте QR-код
posters-qr-alt = QR-код з адресою списку в інтернеті
posters-how = Спочатку — послуги з номером телефону, потім — ті, що підтверджені найпізніше.
posters-how-topics = Послуги взято з різних тем, по змозі з номером телефону та недавно підтверджені.
posters-from = Джерело: { $site }. Станом на { $date }. Звідки ці дані, зазначено в інтернеті біля кожної послуги.
posters-hours-online = Години роботи дивіться в інтернеті або запитайте

## Години роботи реченнями
said-hours-always = Відчинено цілодобово.
said-hours-days = { $days }: { $times }.
said-hours-range = { $from } – { $to }
said-hours-first = 1-й раз на місяць, { $day }: { $times }.
said-hours-second = 2-й раз на місяць, { $day }: { $times }.
said-hours-third = 3-й раз на місяць, { $day }: { $times }.
said-hours-fourth = 4-й раз на місяць, { $day }: { $times }.
said-hours-fifth = 5-й раз на місяць, { $day }: { $times }.
said-hours-last = Останній раз на місяць, { $day }: { $times }.
said-hours-even-weeks = Раз на два тижні (парні тижні року), { $day }: { $times }.
said-hours-odd-weeks = Раз на два тижні (непарні тижні року), { $day }: { $times }.
said-hours-holidays-open = У святкові дні: { $times }.
said-hours-holidays-closed = У святкові дні зачинено.
said-hours-school-closed = Під час шкільних канікул зачинено.
