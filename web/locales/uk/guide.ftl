## Der Wegweiser (/wegweiser), der Ausgang auf Seiten über Gewalt, die neuen Filter und was bei null Treffern weiterführt.

nav-guide = Путівник
guide-title = Яка у вас ситуація?
guide-intro = Оберіть те, що найкраще підходить. Щонайбільше після трьох запитань ви побачите відповідні послуги. Ваших відповідей ми не зберігаємо.
guide-situations = Життєві ситуації
guide-answers = Відповіді
guide-step = Запитання { $number }
guide-back = На крок назад
guide-restart = Почати спочатку
guide-path = Ваші відповіді
guide-numbers = Тут допоможуть одразу
guide-offers-in = { $count ->
    [0] Жодної з них немає в { $place }, і туди вони не приїжджають.
    [one] З них { $number } — у { $place } або також для { $place }.
    [few] З них { $number } — у { $place } або також для { $place }.
    [many] З них { $number } — у { $place } або також для { $place }.
   *[other] З них { $number } — у { $place } або також для { $place }.
}
guide-offers-none = Таких послуг ми не знаємо. Це не означає, що їх немає. Запитайте в Rathaus (адміністрації громади) або на соціальній консультації.
guide-list = Усі списком
guide-map = Усі на карті
guide-list-of = Усі списком: { $name }
guide-map-of = Усі на карті: { $name }
guide-place = Де ви живете?
guide-place-hint = Обирати не обов’язково. Якщо обрати громаду, спочатку буде найближче.
guide-place-any = увесь район
guide-place-apply = Показати
guide-pays = Хто платить
guide-bring = Що взяти з собою
guide-next = Що буде далі
guide-office = Які ще установи можуть бути важливі
guide-source = Джерело: { $source }
guide-as-of = Ці поради від { $date } року. Вони називають загальні правила із законів і не замінюють юридичної консультації. Чи маєте ви право на допомогу, вирішує відповідальна установа.
guide-not-reviewed = Район ще не перевірив цих порад.
guide-reviewed = Перевірено: { $by }.
guide-german-only = Цю пораду ще не перекладено.
guide-start-text = Не знаєте, що шукати? Кілька запитань приведуть вас до мети.
guide-no-hits = До мети за кілька запитань: путівник
guide-share-note = Цю сторінку можна передати як посилання. Ваші відповіді записано в її адресі й більше ніде.

## Schnell weg von einer Seite über Gewalt

exit-label = Швидко піти з цієї сторінки
exit-more-title = Як це працює
exit-button = Швидко піти зі сторінки
exit-hint = Або тричі натисніть клавішу Esc. Тоді ви одразу побачите інший сайт.
exit-hint-no-script = Кнопка відкриває інший сайт. Ця сторінка лишається в історії вашого пристрою. Потім видаліть історію.
exit-more = Ваш пристрій запам’ятовує, які сторінки ви відвідуєте. Користуйтеся приватним вікном або пристроєм людини, якій довіряєте.

## Filter

facet-age = Вік
facet-age-years = Вік у роках
facet-age-unknown = також послуги без указаного віку
facet-age-known = { $count ->
    [one] Вік указано для { $number } послуги.
    [few] Вік указано для { $number } послуг.
    [many] Вік указано для { $number } послуг.
   *[other] Вік указано для { $number } послуги.
}
facet-age-found = { $count ->
    [0] Цього віку не вказано для жодної послуги.
    [one] Цей вік указано для { $number } послуги.
    [few] Цей вік указано для { $number } послуг.
    [many] Цей вік указано для { $number } послуг.
   *[other] Цей вік указано для { $number } послуги.
}
facet-open-today = сьогодні, зараз або пізніше
facet-open-at = в інший час
facet-open-typed = День і година
facet-open-with-unknown = також якщо години роботи невідомі
facet-open-with-appointment = також лише за домовленістю
facet-appointment = Запис на прийом
facet-appointment-yes = за домовленістю
facet-appointment-no = без запису
facet-format = Вид послуги
facet-capacity = Місця
facet-capacity-free = є вільні місця
facet-capacity-waiting-list = черга
facet-capacity-full = зараз місць немає
filter-age = Вік (років): { $age }
filter-age-unknown = Вік: невідомо
filter-open-today = сьогодні відчинено
filter-or-unknown = або години роботи невідомі
filter-or-appointment = або за домовленістю
filter-appointment = Запис на прийом: { $answer }
filter-capacity = Місця: { $answer }
fault-age = «{ $value }» — це не вік. Вкажіть число від 0 до 120.
fault-sort = Такого порядку немає. Оберіть зі списку.

## Reihenfolge

sort = Упорядкувати
order-freshness = спочатку найновіші дані
order-name = за назвою

## Null Treffer

no-hits-spelling = Інше написання?
no-hits-wider = Шукати ширше
no-hits-within = Не далі ніж { $distance } ({ $offers })
no-hits-anywhere = В усьому районі ({ $offers })
no-hits-served = Також те, що приїжджає до { $place } ({ $offers })
no-hits-less = Прибрати один фільтр
no-hits-other = Інші шляхи
no-hits-phone-unknown = Номера телефону ми не знаємо.
