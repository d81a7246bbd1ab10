# All words people read on the pages, in plain Ukrainian. Legal texts: legal.ftl.
# Keys with "js-" go to the browser's scripts, which fill in the placeholders themselves.

## Numbers, dates, places

number-group = { "\u00A0" }
number-decimal = ,
number-about = близько { $number }
distance-m = { $number } м
distance-km = { $number } км
distance-about-km = приблизно { $number } км
distance-under-1-km = менше ніж 1 км
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-1 = січня
month-2 = лютого
month-3 = березня
month-4 = квітня
month-5 = травня
month-6 = червня
month-7 = липня
month-8 = серпня
month-9 = вересня
month-10 = жовтня
month-11 = листопада
month-12 = грудня
weekday-mon = понеділок
weekday-tue = вівторок
weekday-wed = середа
weekday-thu = четвер
weekday-fri = п’ятниця
weekday-sat = субота
weekday-sun = неділя
time-point = { $time }
time-all-day = цілодобово
list-separator = { ", " }
list-and = { $first } і { $last }
unknown = невідомо
external = (відкриється інший сайт)

## Frame

skip-link = Перейти до змісту
nav-main = Головне меню
nav-map = Карта
nav-list = Список
nav-municipalities = Громади
nav-numbers = Важливі номери
footer-imprint = Про видавця сайту (Impressum) і джерела
footer-privacy = Захист даних
footer-accessibility = Безбар’єрність
footer-api = Дані та інтерфейс для програм
breadcrumb = Ви тут
to-map = До карти
back-to-list = Назад до списку
all-municipalities = Усі громади
share = Поділитися
print = Роздрукувати

## Search

search-heading = Соціальні послуги { $place }
search-title = { $filters }: { $count }
search-label = Пошук послуг
search-q = Що ви шукаєте?
search-near = Місце, поштовий індекс або зупинка
search-within = Відстань
search-within-any = будь-яка
search-locate = Поруч зі мною
search-submit = Шукати
filters = Фільтри
filters-active = обрано: { $number }
filters-apply = Застосувати фільтри
facet-category = Тема
facet-target-group = Для кого
facet-municipality = Громада
facet-municipality-any = усі громади
facet-language = Мова
facet-open = Відчинено
facet-open-now = відчинено зараз
facet-open-unknown = { $count ->
    [one] Для { $number } послуги години роботи невідомі.
    [few] Для { $number } послуг години роботи невідомі.
    [many] Для { $number } послуг години роботи невідомі.
   *[other] Для { $number } послуги години роботи невідомі.
}
facet-free = Вартість
facet-free-yes = безоплатно
facet-free-no = платно
facet-anonymous = Анонімність
facet-anonymous-yes = можлива
facet-anonymous-no = неможлива
facet-accessible = Безбар’єрний доступ
facet-accessible-yes = так
facet-accessible-no = ні
facet-any = не важливо
facet-unknown = невідомо
language-de = німецька
language-en = англійська
language-fr = французька
language-it = італійська
language-es = іспанська
language-pt = португальська
language-tr = турецька
language-uk = українська
language-ru = російська
language-pl = польська
language-ro = румунська
language-ar = арабська
language-fa = перська
language-ku = курдська
language-sq = албанська
language-sr = сербська
language-hr = хорватська
language-bs = боснійська
language-cnr = чорногорська
language-mk = македонська
language-bg = болгарська
language-cs = чеська
language-hu = угорська
language-prs = дарі
language-ps = пушту
language-rom = ромська
language-ti = тигринья
language-gsg = німецька жестова мова

active-filters = Обрані фільтри
active-filter-remove = Прибрати фільтр:
active-filters-clear = Прибрати всі фільтри
filter-text = «{ $text }»
filter-near = поблизу { $place }
filter-within = не далі ніж { $distance } від { $place }
filter-bbox = у видимій частині карти
filter-served = { $place } (і те, що туди приїжджає)
filter-language = Мова: { $language }
filter-open-at = відчинено { $day } року о { $time }
filter-free = Вартість: { $answer }
filter-anonymous = анонімність: { $answer }
filter-accessible = безбар’єрний доступ: { $answer }

offers = { $count ->
    [one] { $number } послуга
    [few] { $number } послуги
    [many] { $number } послуг
   *[other] { $number } послуги
}
results-all = { $offers } { $place }
results-found = { $count ->
    [0] Нічого не знайдено
    [one] { $number } послуга
    [few] { $number } послуги
    [many] { $number } послуг
   *[other] { $number } послуги
}
results-not-searched = Для пошуку потрібно ще щось уточнити
results-to-map = Карта
order-rank = спочатку найбільш відповідні
order-distance = спочатку найближчі
pagination = Сторінки списку
pagination-first = На початок списку
pagination-next = Більше послуг

map-title = Карта знайдених послуг
map-back-to-list = Список
map-needs-script = Для карти потрібен JavaScript. Усі послуги є також у списку.

place-understood = Ви написали «{ $typed }». Ми зрозуміли це як { $name }.
place-understood-center = Відстань рахуємо по прямій від центру { $name }.
place-understood-fallback = Точне розташування { $name } нам невідоме. Відстань рахуємо по прямій від центру громади.
place-typed-point = обраної точки
place-in = { $name } ({ $town })
place-others = Ви мали на увазі інше місце?

faults-title = Цього ми не зрозуміли
faults-without = Шукати без цих даних
fault-place = Ми не знаємо місця «{ $value }». Вкажіть громаду, її частину, поштовий індекс або зупинку в цьому районі.
fault-near = «{ $value }» — це не точка на карті. Вкажіть місце або поштовий індекс.
fault-too-long = Текст для пошуку занадто довгий. Достатньо одного чи двох слів.
fault-distance = «{ $value }» — це не відстань у метрах. Оберіть відстань зі списку.
fault-category = Теми «{ $value }» немає. Оберіть тему зі списку.
fault-target-group = Групи «{ $value }» немає. Оберіть групу зі списку.
fault-municipality = Громади з кодом «{ $value }» тут немає. Оберіть громаду зі списку.
fault-bbox = Не вдалося прочитати частину карти «{ $value }». Пересуньте карту й пошукайте ще раз.
fault-open = «{ $value }» — це не час. Оберіть «відчинено зараз».
fault-cursor = Такого місця у списку немає. Почніть із початку.
fault-choice = Ми не знаємо значення «{ $value }» для «{ $word }». Оберіть щось із фільтрів.

start-themes = Про що йдеться?
start-theme-offers = послуг
start-all = Переглянути всі послуги списком
start-examples = Наприклад
example = { $category } поблизу { $place }
start-help = Потрібна негайна допомога?
start-help-all = Усі важливі номери

no-hits-understood = Ми шукали таке: { $filters }. Таких послуг ми не знаємо.
no-hits-ways = Що можна зробити
no-hits-without = Прибрати: { $filter } ({ $offers })
no-hits-start-again = Почати спочатку
no-hits-nearest = Найближче з того, що ми знаємо
no-hits-ask = Тут можна запитати
no-hits-ask-text = Тут зібрано не все. Запитайте також у Rathaus (адміністрації) вашої громади або тут:
operator-website = Сайт
phone-short = Телефон

## Cards

approx-place = приблизне місце
call-name = Зателефонувати: { $name }, { $number }
card-stale = Дані джерела від { $date } року. Будь ласка, спочатку зателефонуйте.
card-age-unknown = Невідомо, наскільки старі ці дані. Будь ласка, спочатку зателефонуйте.
place-protected = Адреса захищена
place-protected-in = { $town } (адреса захищена)
place-online = в інтернеті
place-phone = телефоном
place-outreach = приїжджають до вас
place-mobile = у різних місцях
place-none = без постійного місця
place-sites = { $count ->
    [one] { $number } адреса
    [few] { $number } адреси
    [many] { $number } адрес
   *[other] { $number } адреси
}

## Times

hours-open-until = зараз відчинено, до { $time }
hours-opens-today = зачинено, відкриється сьогодні о { $time }
hours-opens-tomorrow = зачинено, відкриється завтра о { $time }
hours-opens-on = зачинено, наступне відкриття: { $day }, { $time }
hours-opens-in =
    { $count ->
        [one] зачинено, відкриється через { $number } хвилину
        [few] зачинено, відкриється через { $number } хвилини
        [many] зачинено, відкриється через { $number } хвилин
       *[other] зачинено, відкриється через { $number } хвилини
    }
hours-closes-in =
    { $count ->
        [one] зараз відчинено, зачиниться через { $number } хвилину
        [few] зараз відчинено, зачиниться через { $number } хвилини
        [many] зараз відчинено, зачиниться через { $number } хвилин
       *[other] зараз відчинено, зачиниться через { $number } хвилини
    }
hours-closed = зачинено
hours-appointment-today = сьогодні лише за домовленістю
hours-holiday = { $hours } ({ $holiday })
hours-holiday-now = сьогодні свято ({ $holiday }): будь ласка, спочатку запитайте
hours-holiday-unsure = { $holiday }: години роботи невідомі
hours-school-unknown = Години роботи залежать від шкільних канікул. Канікули на найближчі дні ще невідомі. Краще запитайте заздалегідь.
holiday-new-year = Новий рік
holiday-epiphany = Богоявлення (Heilige Drei Könige)
holiday-womens-day = Міжнародний жіночий день
holiday-good-friday = Страсна п’ятниця
holiday-easter-monday = Великодній понеділок
holiday-labour-day = День праці
holiday-liberation-day = День визволення
holiday-ascension = Вознесіння Христове
holiday-whit-monday = Понеділок після Трійці
holiday-seventeenth-of-june = 17 червня
holiday-corpus-christi = Свято Тіла Христового (Fronleichnam)
holiday-assumption = Успіння Діви Марії
holiday-childrens-day = Всесвітній день дитини
holiday-german-unity = День німецької єдності
holiday-reformation = День Реформації
holiday-all-saints = День усіх святих
holiday-repentance = День покаяння і молитви
holiday-christmas-day = Перший день Різдва
holiday-boxing-day = Другий день Різдва
hours-appointment = за домовленістю
hours-unknown = години роботи невідомі
hours-caption = Години роботи на найближчі сім днів
hours-day = День
hours-time = Години
hours-today = (сьогодні)
hours-appointment-long = За домовленістю. Спочатку домовтеся про зустріч.
hours-source-words = У джерелі написано: «{ $text }»
hours-unknown-long = Години роботи невідомі. Краще запитайте заздалегідь.
status-inactive = Ця послуга зараз не надається
status-defunct = Цієї послуги більше немає
status-temporarily-closed = Тимчасово зачинено

## Entry

entry-organization = Організація:
entry-together-with = разом із
entry-limited = Обмежено в часі: діє до { $date } року.
stale-title = Дані джерела від { $date } року
stale-title-unknown = Дата даних джерела невідома
stale-text = Ці дані можуть бути застарілими. Будь ласка, спочатку запитайте.
block-contact = Контакти
block-hours = Години роботи
block-for-whom = Для кого
block-cost = Вартість
block-access = Мови, безбар’єрність
block-where = Де
block-other-sites = Також тут
block-related = Пов’язане з цим
block-similar = Подібне поблизу
block-standing = Наскільки свіжі дані
block-report = Щось неправильно?
contact-unknown = Ми не знаємо ні телефону, ні електронної пошти, ні сайту.
contact-borrowed = Для цієї послуги відомо не все. Якщо написано «організація», це контакт самої організації.
contact-call = Зателефонувати
contact-call-organization = Зателефонувати в організацію
contact-email = Написати електронного листа
contact-email-organization = Електронний лист організації
contact-website = Сайт
contact-website-organization = Сайт організації
for-whom-unknown = У джерелі не сказано, для кого ця послуга.
fact-ages = Вік
fact-anonymous = Анонімність
anonymous-yes = так, вам не потрібно називати своє ім’я
anonymous-no = ні, вам потрібно назвати своє ім’я
ages-between = від { $low } до { $high } років
ages-from = від { $low } років
ages-to = до { $high } років
fact-area = Для мешканців
area-everywhere = для всіх, незалежно від місця проживання
fact-capacity = Місця
fact-form = Вид послуги
fact-legal-basis = Правова основа
cost-free = безоплатно
cost-not-free = платно
cost-unknown = Невідомо. Краще запитайте заздалегідь.
fact-languages = Мови
fact-accessible = Безбар’єрний доступ
access-yes = так
access-no = ні
where-protected = Адреса захищена, щоб люди там були в безпеці. Куди можна прийти, вам скажуть, коли ви туди звернетеся.
where-outreach = Послуга приїжджає до вас. Вам не потрібно нікуди йти.
where-mobile = Послуга буває в різних місцях. Запитайте, коли вона буде поблизу вас.
where-phone = Послуга надається телефоном.
where-online = Послуга надається в інтернеті.
where-hosted = Послуга надається там у чужому приміщенні.
where-office-hours = Там є хтось лише в певні години.
where-several = Послуга є в кількох місцях. Не всі вони окремо вказані тут.
where-no-rooms = Послуга не має власного приміщення.
where-municipality = Громада:
where-unknown = Місце невідоме.
where-route = Як дістатися
where-route-note = відкриває програму карт на вашому пристрої
where-stop = Найближча зупинка: { $name }, { $distance } (по прямій).
where-station = Найближча залізнична станція: { $name }, { $distance } (по прямій). { $access }
station-step-free-yes = На станції є доступ без сходів.
station-step-free-partial = Доступ без сходів на станції є лише частково.
station-step-free-no = На станції немає доступу без сходів.
station-step-free-unknown = Невідомо, чи є на станції доступ без сходів.
approx-next-door = Приблизне місце: точка на карті розташована поруч із цим будинком.
approx-stop = Приблизне місце: точка на карті — це зупинка, названа за цим місцем.
approx-street = Приблизне місце: відома вулиця, але не точне місце.
approx-district = Приблизне місце: відома лише частина громади. Точка на карті — її центр.
approx-postcode = Приблизне місце: відомий лише поштовий індекс.
approx-municipality = Приблизне місце: карта показує лише центр громади.
standing-unknown = Дата даних джерела невідома, організація їх не підтвердила, будь ласка, спочатку зателефонуйте.
standing-source = Дані джерела від { $date } року, організація їх не підтвердила.
standing-source-stale = Дані джерела від { $date } року, організація їх не підтвердила, будь ласка, спочатку зателефонуйте.
standing-provider = Підтверджено організацією: дані від { $date } року.
standing-provider-stale = Востаннє підтверджено організацією: дані від { $date } року, будь ласка, спочатку зателефонуйте.
standing-editor = Підтверджено редакцією: дані від { $date } року.
standing-editor-stale = Востаннє підтверджено редакцією: дані від { $date } року, будь ласка, спочатку зателефонуйте.
fact-unconfirmed = Зауваження
unconfirmed-text = Уже саме джерело називає цю послугу непідтвердженою.
fact-source-kind = Вид джерела
fact-sources = Джерела
fact-confidence = Наскільки це надійно
confidence-high = надійно: чіткі дані закладу чи установи або нове повідомлення
confidence-medium = доволі надійно: старіше або стисле джерело
confidence-low = ненадійно: лише побіжна згадка, наш висновок або приватне джерело
fact-position-source = Звідки відоме місце
fact-keeper = Хто оновлює запис
keeper-source = поки ніхто; зібрано з відкритих джерел
keeper-provider = організація
keeper-editor = редакція
report-text = Щось неправильно, застаріло або чогось бракує? Повідомте нам. Вкажіть при цьому код запису.
report-id = Код цього запису:
report-subject = Зауваження до запису «{ $name }»

## Organization

block-organization = Про організацію
organization-short = Скорочена назва
organization-kind = Вид
organization-umbrella = Об’єднання
organization-services = { $count ->
    [one] { $number } послуга
    [few] { $number } послуги
    [many] { $number } послуг
   *[other] { $number } послуги
}
organization-no-services = Ми не знаємо публічних послуг цієї організації.
organization-standing = Дані джерела від { $date } року, організація їх не підтвердила.

## Municipalities

municipalities-title = Громади { $place }
municipalities-intro = Громад: { $number }. Що там є, чого бракує і де найближче.
municipalities-offers = Відомі послуги
municipalities-people = Люди
municipalities-population-source = Кількість людей за переписом 2022 року станом на { $date } року. Джерело: Statistische Ämter des Bundes und der Länder (статистичні служби Німеччини).
municipality = Громада
municipality-known = { $count ->
    [0] Тут ми не знаємо жодної послуги. Ми зібрали лише частину послуг, це не повний довідник.
    [one] Тут відома { $number } послуга. Ми зібрали лише частину послуг, це не повний довідник.
    [few] Тут відомі { $number } послуги. Ми зібрали лише частину послуг, це не повний довідник.
    [many] Тут відомо { $number } послуг. Ми зібрали лише частину послуг, це не повний довідник.
   *[other] Тут відомо { $number } послуги. Ми зібрали лише частину послуг, це не повний довідник.
}
municipality-here = Що є тут або для тутешніх мешканців
municipality-unsited = { $number } (без приміщення тут)
municipality-nothing = Жодної послуги не відомо.
municipality-list = Переглянути всі ці послуги
municipality-missing = Що тут невідоме
municipality-missing-note = Якщо тут щось невідоме, це не означає, що цього немає.
municipality-nearest = Найближче:
municipality-placeless = Йти нікуди не треба, послуга є в районі:
municipality-none-in-county = невідомо в усьому районі
municipality-distances = Відстань по прямій від центру { $name }.
municipality-served = Що приїжджає сюди з інших місць або відповідає за цю громаду
served-intro = { $count ->
    [one] { $number } послуга розташована в іншому місці, але, за власними даними, діє і для цієї громади.
    [few] { $number } послуги розташовані в іншому місці, але, за власними даними, діють і для цієї громади.
    [many] { $number } послуг розташовані в іншому місці, але, за власними даними, діють і для цієї громади.
   *[other] { $number } послуги розташовано в іншому місці, але, за власними даними, діють і для цієї громади.
}
municipality-people = Люди
people-census = Кількість людей станом на { $date } року: { $number } (перепис 2022 року, Statistische Ämter des Bundes und der Länder — статистичні служби Німеччини).
people-update = Інший підрахунок, який не можна з цим порівнювати: { $number } людей станом на { $date } року ({ $base }, Statistisches Bundesamt — Федеральна служба статистики).
people-bands = Вікові групи, оцінка
people-age = Вік
people-count = Люди
ages-lt18 = до 18
ages-18to29 = 18–29
ages-30to49 = 30–49
ages-50to64 = 50–64
ages-ge65 = 65 і старші
municipality-town-hall = Rathaus (адміністрація громади)
town-hall-unknown = Адреса адміністрації невідома.
municipality-union = Спільна адміністрація громад
municipality-districts = Частини громади

## Numbers

numbers-title = Важливі номери
numbers-intro = Коли допомога потрібна швидко. Торкніться номера, щоб зателефонувати.
number-free = безоплатно
number-not-free = платно
number-cost-unknown = вартість невідома
number-source = Джерело:

## Errors

error-code = Помилка { $code }
error-404-title = Такої сторінки немає
error-404-text = Можливо, цієї послуги вже немає в атласі або в адресі є помилка. Звідси можна йти далі:
error-400-title = Ми не розуміємо цього запиту
error-400-text = В адресі є щось, чого ми не можемо прочитати. Краще почніть спочатку:
error-405-title = Тут так не вийде
error-405-text = Цю сторінку можна лише переглядати. Звідси можна йти далі:
error-503-title = Зараз забагато відвідувачів
error-503-text = Будь ласка, спробуйте ще раз за хвилину. У разі небезпеки телефонуйте 112.
error-429-title = Забагато запитів за короткий час
error-429-text = З вашого підключення надійшло більше запитів, ніж ми можемо опрацювати одразу. Будь ласка, спробуйте ще раз за хвилину.
error-500-title = У нас сталася помилка
error-500-text = Ви ні в чому не винні. Будь ласка, спробуйте пізніше. У разі небезпеки телефонуйте 112.
error-request-id = Код запиту: { $id }
error-to-start = До карти й пошуку
error-to-list = Усі послуги списком

## For the browser's scripts

js-results-one = { $count } послуга
js-results-few = { $count } послуги
js-results-many = { $count } послуг
js-results-other = { $count } послуги
js-results-none = Нічого не знайдено
js-loading = Завантажуємо послуги…
js-load-error = Не вдалося завантажити послуги. Перевірте з’єднання.
js-retry = Спробувати ще раз
js-map-label = Карта послуг
js-map-loading = Завантажуємо карту…
js-map-error = Не вдалося завантажити карту. Усі послуги є у списку.
js-zoom-in = Наблизити
js-zoom-out = Віддалити
js-whole-county = Увесь район
js-search-here = Шукати в цій частині карти
js-cluster-one = { $count } послуга, наблизьте карту, щоб побачити
js-cluster-few = { $count } послуги, наблизьте карту, щоб побачити
js-cluster-many = { $count } послуг, наблизьте карту, щоб побачити
js-cluster-other = { $count } послуги, наблизьте карту, щоб побачити
js-same-place-one = { $count } послуга в цьому місці
js-same-place-few = { $count } послуги в цьому місці
js-same-place-many = { $count } послуг у цьому місці
js-same-place-other = { $count } послуги в цьому місці
js-place-one = { $count } послуга, { $place }, точне місце невідоме
js-place-few = { $count } послуги, { $place }, точне місце невідоме
js-place-many = { $count } послуг, { $place }, точне місце невідоме
js-place-other = { $count } послуги, { $place }, точне місце невідоме
js-marker = { $name }, { $category }, { $place }
js-marker-no-place = { $name }, { $category }
js-approx = приблизне місце
js-placeless-one = { $count } послуга без постійного місця є лише у списку
js-placeless-few = { $count } послуги без постійного місця є лише у списку
js-placeless-many = { $count } послуг без постійного місця є лише у списку
js-placeless-other = { $count } послуги без постійного місця є лише у списку
js-popup-close = Закрити
js-card-close = Закрити картку послуги
js-open-entry = До послуги
js-locate-working = Визначаємо ваше місце…
js-locate-denied = Ваш браузер не передає ваше місце. Будь ласка, вкажіть населений пункт або поштовий індекс.
js-locate-unavailable = Не вдалося визначити ваше місце. Будь ласка, вкажіть населений пункт або поштовий індекс.
js-locate-here = Моє місце
js-link-copied = Посилання скопійовано
js-share-failed = Не вдалося скопіювати посилання. Ви знайдете його в адресному рядку.
js-attribution = Джерела карти
