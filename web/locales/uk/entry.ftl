# Mit einem Angebot etwas tun: merken, weitergeben, mitnehmen, ausdrucken. Merkliste, Aushang, Neuigkeiten.

## Seite eines Angebots: Knöpfe und der Block "Mitnehmen und weitergeben"
block-take = Зберегти й передати іншим
entry-actions = Зберегти послугу й передати іншим
save = Зберегти
save-named = Зберегти: { $name }
saved-list-link = Мій список
# Steht vor dem Merken bei Angeboten zum Schutz vor Gewalt.
save-discreet = Той, хто користується вашим пристроєм, може побачити цей список. Зберігайте цю послугу, лише якщо ніхто не підглядає.
save-anyway = Усе одно зберегти
take-contact = Додати до контактів
take-contact-note = Файл для адресної книги (vCard)
take-hours = Години роботи в календар
take-hours-note = Файл для календаря (iCalendar). Діє один рік.
take-hours-none-appointment = Для календаря годин немає: прийом лише за домовленістю.
take-hours-none-unknown = Для календаря годин немає: ми не знаємо надійних годин роботи.
take-hours-none-always = Для календаря годин немає: послуга доступна цілодобово.
take-hours-none-irregular = Для календаря годин немає: вони змінюються занадто часто.
take-hours-none-closed = Для календаря годин немає: зараз зачинено.
take-mail = Передати електронною поштою
take-mail-note = Відкриває вашу поштову програму
take-poster = Пам’ятка для друку
take-poster-note = Одна сторінка A4 з QR-кодом
take-pdf = Пам’ятка у форматі PDF
take-pdf-note = Щоб зберегти або вивісити
take-qr = QR-код цієї сторінки
qr-alt = QR-код з адресою цієї сторінки
mail-subject = { $name }
mail-body = Ця послуга може вам допомогти: { $name }
block-same-place = У тому самому місці
where-map-osm = OpenStreetMap
where-map-apple = Карти Apple
where-map-note = Відкриває інший сайт із цим місцем
where-station-step-free = Найближча залізнична станція з доступом без сходів: { $name }, { $distance }
entry-description = { $category } { $place }. { $summary }

## Im Kalender und im Adressbuch
card-hours = Години роботи: { $hours }
card-check = Будь ласка, зателефонуйте перед візитом.
calendar-summary = { $name }: відчинено

## Merkliste
saved-title = Мій список
saved-intro = Список записано в адресі цієї сторінки. Адресу можна передати іншим, без облікового запису.
saved-count = { $count ->
    [one] { $number } послуга
    [few] { $number } послуги
    [many] { $number } послуг
   *[other] { $number } послуги
 }
saved-empty-title = Ще нічого не збережено
saved-empty = Знайдіть послугу й оберіть там «Зберегти».
saved-too-many = { $count ->
    [one] У списку вміщується 50 послуг. Ще { $number } тут не показано.
    [few] У списку вміщується 50 послуг. Ще { $number } тут не показано.
    [many] У списку вміщується 50 послуг. Ще { $number } тут не показано.
   *[other] У списку вміщується 50 послуг. Ще { $number } тут не показано.
 }
saved-gone = { $count ->
    [one] { $number } послуги з цього списку більше немає.
    [few] { $number } послуг із цього списку більше немає.
    [many] { $number } послуг із цього списку більше немає.
   *[other] { $number } послуги з цього списку більше немає.
 }
saved-not-an-entry = «{ $text }» не належить до жодної послуги. Вкажіть адресу сторінки послуги або пошукайте за назвою.
saved-discreet = У цьому списку є послуги із захисту від насильства. Адреса лишається в історії вашого браузера. Видаліть історію, якщо хтось може її побачити.
saved-remove = Прибрати
saved-remove-named = Прибрати зі списку: { $name }
saved-mail-subject = Список: { $site }
saved-mail-body = Ці послуги я зібрав або зібрала для вас:
saved-search = Шукати ще одну послугу
saved-search-hint = Назва, слово або адреса сторінки послуги
saved-search-button = Шукати
saved-found = Знайдено
saved-found-none = Нічого не знайдено.
saved-add = До списку
saved-add-named = Додати до списку: { $name }
saved-full = Список повний. Спочатку приберіть одну послугу.
saved-already = уже є у списку
saved-device = На цьому пристрої
saved-keep = Зберегти цей список на пристрої
saved-forget = Видалити з пристрою
saved-no-script = Ваш браузер не виконує скриптів. Список записано лише в адресі: збережіть цю сторінку як закладку.
saved-printed = Список від { $date } року
saved-address = Адреса цього списку

## Für die Skripte
js-saved-nav = Мій список ({ $count })
js-saved-on-one = Збережено. У списку { $count } послуга.
js-saved-on-few = Збережено. У списку { $count } послуги.
js-saved-on-many = Збережено. У списку { $count } послуг.
js-saved-on-other = Збережено. У списку { $count } послуги.
js-saved-off = Прибрано зі списку.
js-saved-full = Список повний: 50 послуг.
js-saved-refused = Ваш браузер не дозволяє зберігати. Список записано лише в адресі цієї сторінки: збережіть сторінку як закладку.
js-saved-same = Цей список збережено на цьому пристрої.
js-saved-differs = Це не той список, що збережено на цьому пристрої.
js-saved-nothing = На цьому пристрої не збережено жодного списку.
js-saved-kept = Список тепер збережено на цьому пристрої.
js-saved-kept-without = Список тепер збережено на цьому пристрої. Послуг із захисту від насильства ми не зберегли.
js-saved-forgotten = Список видалено з цього пристрою.

## Merkblatt
poster-title = Пам’ятка: { $name }
poster-back = Назад до послуги
poster-where = Де
poster-when = Коли
poster-contact = Контакти
poster-for-whom = Для кого
poster-cost = Вартість
poster-access = Безбар’єрність
poster-scan = Усі дані на телефоні: відскануйте QR-код
poster-no-hours = Години роботи, будь ласка, запитайте
poster-from = Джерело: { $site }

## Listen als PDF
list-pdf = Цей список у форматі PDF
list-pdf-title = Послуги { $place }
list-pdf-more = Тут перші послуги списку, їх { $number }. Увесь список — в інтернеті.
list-pdf-stand = Надруковано { $date } року
list-pdf-page = Сторінка

## Neuigkeiten und Suchmaschinen
feed-title = Нове та змінене: { $site }
feed-link = Підписатися на новини за цим пошуком (Atom)
