# What residents read on pages that desks and planning have a part in.

## Signing in, refusals

footer-sign-in = Для організацій та установ: увійти
error-401-title = Ви більше не в обліковому записі
error-401-text = Відкрийте сторінку «Anmelden» (вхід) у новому вікні та увійдіть. Потім поверніться в цьому вікні назад: введене вами збереглося, і ви можете надіслати його ще раз.
error-403-title = Тут ви не маєте на це права
error-403-text = Ваш обліковий запис не має на це права. Якщо ви вважаєте, що це помилка, зверніться, будь ласка, до адміністрації. Звідси можна йти далі:
error-forged-title = Ми не прийняли форму
error-forged-text = Вона надійшла не зі сторінки Sozialatlas, або ваш браузер не приймає файлів cookie. Будь ласка, відкрийте сторінку заново і спробуйте ще раз.
error-413-title = Це завеликий обсяг
error-413-text = Форма може мати щонайбільше { $form } мегабайт, файл — щонайбільше { $file } мегабайт. Нічого не збережено. Поверніться в браузері на одну сторінку назад: написане вами здебільшого ще там. Скоротіть текст або розділіть файл. Потім надішліть ще раз.
privacy-accounts = Якщо у вас тут є обліковий запис
privacy-accounts-text = Ми зберігаємо ваше ім’я, електронну адресу, ваше завдання, організацію, яку ви представляєте, і час останнього входу. Пароль, коди й дані доступу ми зберігаємо лише так, що їх ніхто не може прочитати. Лише ключ для кодів із вашого застосунку зберігається в базі даних у читаному вигляді, інакше ми не могли б перевіряти коди.
privacy-accounts-log = Протягом 180 днів ми фіксуємо, що відбувається з обліковими записами: входи, неправильні паролі, зміни прав. Вашої IP-адреси там немає. Сеанс завершується через 8 годин без дій, інакше через 12 годин, для організацій через 7 днів.
privacy-accounts-provider = Якщо ви входите через іншу службу, ми зберігаємо номер, за яким ця служба вас знає, відколи ваш обліковий запис із нею пов’язаний і коли ви востаннє входили таким способом. Від цієї служби ми отримуємо лише цей номер, вашу електронну адресу та наскільки безпечним був вхід.
privacy-accounts-end = У розділі «Mein Konto» (мій обліковий запис) ви можете завантажити все, що ми про вас зберегли, і видалити свій обліковий запис. В історії записів тоді залишиться лише номер без вашого імені.

## What is kept, and how long

kept-hours = { $count ->
    [one] { $number } година
    [few] { $number } години
    [many] { $number } годин
   *[other] { $number } години
}
kept-days = { $count ->
    [one] { $number } день
    [few] { $number } дні
    [many] { $number } днів
   *[other] { $number } дня
}
kept-months = { $count ->
    [one] { $number } місяць
    [few] { $number } місяці
    [many] { $number } місяців
   *[other] { $number } місяця
}
kept-until-erased = до видалення
kept-account = Обліковий запис з ім’ям, електронною адресою, завданням і організацією
kept-scenario = Сценарій планування з назвою, приміткою та особою, яка його зберегла
kept-session-idle = Сеанс, яким не користуються
kept-session-provider = Сеанс організації, щонайдовше
kept-session-county = Сеанс редакції, планування та адміністрації, щонайдовше
kept-device = Пристрій, з якого ви вже входили
kept-invitation = Посилання запрошення
kept-reset = Посилання для нового пароля
kept-email-confirm = Посилання, яким підтверджують нову електронну адресу
kept-email-objection = Посилання, яким з попередньої електронної адреси заперечують проти нової
kept-confirm-link = Посилання, яким підтверджують запис
kept-audit = Журнал того, що відбувалося з обліковими записами
kept-sent-mail = Факт надсилання листа, без його тексту
kept-failed-mail = Лист, який не вдалося доставити
kept-suggestion = Пропозиція з відправником після рішення щодо неї
kept-feedback = Подяка або скарга з відправником після відповіді
kept-suggestion-open = Пропозиція, подяка або скарга, щодо якої ніхто не ухвалив рішення
kept-request = Запит програми, щоб нічого не сталося двічі
kept-usage-view = Скільки разів за місяць відкривали запис; без даних про осіб
kept-usage-led = За якими словами пошуку знаходили записи, від п’яти однакових пошуків; без даних про осіб
kept-usage-unmet = Що шукали й не знайшли, від п’яти однакових пошуків; без даних про осіб
kept-other = Інше
privacy-kept = Як довго ми щось зберігаємо
privacy-kept-text = Хто лише шукає, не залишає нічого. Для тих, хто має обліковий запис або щось нам пише, діє таке:

## The public history of an entry

field-name = Назва
field-description = Опис
field-organization = Організація
field-co-organizations = Інші організації
field-categories = Теми
field-target-groups = Для кого
field-service-forms = Вид послуги
field-legal-bases = Правова основа
field-ages = Вік
field-ages-text = від { $low } до { $high } років
field-cost = Вартість
field-anonymous = Анонімність
field-languages = Мови
field-phones = Телефон
field-email = Електронна пошта
field-website = Сайт
field-status = Чи діє послуга
field-closure = Зачинення
field-publish = Час публікації
field-publish-text = { $from } – { $until }
field-related = Пов’язане з цим
field-site-type = Вид місця
field-disclosure = Що показано публічно
field-municipality = Громада
field-address = Адреса
field-position = Точка на карті
field-schedule = Години роботи
field-accessible = Безбар’єрність
field-capacity = Місця
field-service-area = Територія обслуговування
field-valid-to = Діє до
field-assurance = Підтвердження
field-internal-note = Внутрішня нотатка
field-sites = Місця розташування
field-other = Інші дані
public-history-title = Що змінилося: { $name }
public-history-intro = Тут ви бачите, що і коли змінилося в цьому записі.
public-history-empty = Досі нічого не змінилося.
public-history-contact = Зв’язок із редакцією
public-event-published = Запис опубліковано
public-event-confirmed = Дані підтверджено
public-event-withdrawn = Запис прибрано з атласу
public-event-changed = Змінено: { $fields }
public-history-link = Що і коли змінилося

## Free places

capacity-free = Є вільні місця, дані від { $date } року
capacity-waiting-list = Є черга, дані від { $date } року
capacity-full = Зараз місць немає, дані від { $date } року

## What is near and what is far

footer-planning = Для планування: білі плями
plan-percent = { $number } %
plan-percent-under-1 = менше ніж 1 %
plan-percent-over-99 = понад 99 %
near-title = Що близько, а що далеко
near-intro = Для скількох людей у { $name } найближча послуга не далі ніж { $distance }? Відстань виміряно по прямій; шлях здебільшого довший.
near-most = Близько майже для всіх
near-some = Для багатьох близько, для декого далеко
near-few = Для більшості це місце далеко
near-share = ({ $share })
near-distance = ({ $distance })
near-comes = { $count ->
    [one] ще { $number } послуга без приміщення тут
    [few] ще { $number } послуги без приміщення тут
    [many] ще { $number } послуг без приміщення тут
   *[other] ще { $number } послуги без приміщення тут
}
near-note-comes = { $note } · { $comes }
near-note = У дужках указано, для якої частки людей це діє (оцінка). Для того, що далеко, указано відстань від центру { $name }. Враховано лише послуги з нашого атласу, до яких можна прийти. Дещо приходить і додому або доступне телефоном. { $note }.
