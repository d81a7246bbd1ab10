# What people without an account tell the editors: forms, answers, the link to follow them.

optional = (за бажанням)

## Choosing

suggest-title = Повідомити нам
suggest-intro = Вам не потрібен обліковий запис. Редакція району читає ваше повідомлення і перевіряє його.
suggest-back = Інший вид повідомлення
suggest-about-entry = Йдеться про:
suggest-kind-correction = Щось неправильно
suggest-kind-correction-note = Наприклад, номер телефону, години роботи або адреса
suggest-kind-closed = Цієї послуги більше немає
suggest-kind-closed-note = Заклад закрився або переїхав
suggest-kind-new = Бракує послуги
suggest-kind-new-note = Запропонуйте, що ще варто додати
suggest-kind-claim = Це наш запис
suggest-kind-claim-note = Ви там працюєте і хочете самі оновлювати запис
suggest-kind-praise = Подяка
suggest-kind-praise-note = Щось було особливо добре
suggest-kind-complaint = Скарга
suggest-kind-complaint-note = Ви незадоволені послугою або цим сайтом
suggest-entry-missing = Про яку послугу йдеться?
suggest-entry-missing-text = Спочатку знайдіть послугу. Відкрийте її й оберіть там «Повідомити про помилку».
suggest-to-list = Знайти послугу

## The form

suggest-title-correction = Повідомити про помилку
suggest-title-closed = Послуги більше немає
suggest-title-new = Запропонувати послугу
suggest-title-claim = Самостійно оновлювати запис
suggest-title-praise = Подяка
suggest-title-complaint = Скарга
suggest-intro-correction = Дякуємо за допомогу. Редакція перевірить ваше зауваження, перш ніж щось змінити.
suggest-intro-closed = Дякуємо за повідомлення. Редакція уточнить, перш ніж прибрати запис.
suggest-intro-new = Редакція перевірить вашу пропозицію і доповнить те, чого бракує.
suggest-intro-claim = Редакція перевірить, чи ви представляєте цю організацію. Потім ви отримаєте запрошення електронною поштою і зможете самі оновлювати запис.
suggest-intro-feedback = Ваше повідомлення читає лише редакція. Його ніколи не публікують.
suggest-message-correction = Що неправильно і як має бути?
suggest-message-correction-hint = Наприклад: «Номер телефону неправильний. Правильний номер — …»
suggest-message-closed = Що ви про це знаєте?
suggest-message-new = Що там пропонують і для кого?
suggest-message-new-hint = Корисно знати також години роботи, телефон і сайт.
suggest-message-claim = Яку роботу ви там виконуєте?
suggest-message-praise = Що було добре?
suggest-message-complaint = Що сталося?
suggest-message-feedback-hint = Будь ласка, не називайте імен інших людей і нічого не пишіть про їхнє здоров’я.
suggest-about-new = Як називається послуга?
suggest-about-feedback = Про яку послугу чи установу йдеться?
suggest-organization-new = Хто її надає?
suggest-organization-claim = Яку організацію ви представляєте?
suggest-place = Де це?
suggest-source = Звідки ви це знаєте?
suggest-source-new = Телефон або сайт
suggest-sender-name = Ваше ім’я
suggest-sender-email = Ваша електронна адреса
suggest-sender-email-hint = Тоді ви отримаєте повідомлення, щойно редакція відповість. Без адреси ви зможете прочитати відповідь за посиланням.
suggest-sender-email-claim-hint = Найкраще — ваша робоча адреса. Туди ми надішлемо запрошення.
suggest-topic = Про що насамперед ідеться?
suggest-topic-reachability = Складно зв’язатися
suggest-topic-waiting = Час очікування
suggest-topic-treatment = Ставлення до людей
suggest-topic-access = Безбар’єрність і мова
suggest-topic-cost = Вартість
suggest-topic-missing = Бракує послуги
suggest-topic-website = Цей сайт
suggest-topic-other = Інше
suggest-trap = Будь ласка, залиште це поле порожнім
suggest-retention = Ми зберігаємо ваше повідомлення до рішення і ще 12 місяців після нього.
suggest-retention-feedback = Ми зберігаємо ваше повідомлення, поки його опрацьовують, і ще 24 місяці після цього. Потім лишається тільки число: скільки разів ішлося про яку тему.
suggest-privacy = Більше про захист даних
suggest-send = Надіслати повідомлення

## What is wrong

suggest-faults = Будь ласка, перевірте ці дані
suggest-fault-message = Будь ласка, напишіть, про що йдеться.
suggest-fault-about = Будь ласка, вкажіть назву послуги.
suggest-fault-organization = Будь ласка, вкажіть організацію.
suggest-fault-sender-name = Будь ласка, вкажіть ваше ім’я.
suggest-fault-sender-email = Будь ласка, вкажіть вашу електронну адресу.
suggest-fault-topic = Будь ласка, оберіть тему.
suggest-fault-too-short = Це дуже коротко. Будь ласка, напишіть щонайменше 10 знаків.
suggest-fault-too-long = Текст занадто довгий. Найбільша можлива кількість знаків: { $number }. Будь ласка, скоротіть його.
suggest-fault-control = У тексті є невидимі знаки. Будь ласка, наберіть його заново, а не вставляйте.
suggest-fault-bidi = У тексті є невидимі знаки, які змінюють напрям письма. Будь ласка, наберіть його заново.
suggest-fault-email = Це не електронна адреса. Вона виглядає, наприклад, так: name@example.org
suggest-fault-trap = Будь ласка, очистьте це поле й надішліть повідомлення ще раз. Воно захищає від небажаних повідомлень.
suggest-fault-entry = Цього запису більше немає.
suggest-fault-other = Ці дані ми не можемо використати. Будь ласка, змініть їх.
suggest-held-fast = Будь ласка, надішліть повідомлення ще раз
suggest-held-fast-text = Воно надійшло дуже швидко. Ми просимо натиснути ще раз, щоб нам не писали програми. Ваш текст зберігся.
suggest-held-expired = Сторінка була довго відкрита
suggest-held-expired-text = Будь ласка, надішліть повідомлення ще раз. Ваш текст зберігся.
suggest-held-full = Сьогодні надійшло дуже багато повідомлень
suggest-held-full-text = Будь ласка, спробуйте завтра ще раз або зателефонуйте до редакції. Номер — на сторінці «Про видавця сайту (Impressum)». Ваш текст зберігся.

## Where it stands

suggest-state-received = отримано
suggest-state-in-progress = в роботі
suggest-state-asked-back = є запитання
suggest-state-accepted = враховано
suggest-state-declined = не враховано
suggest-state-dealt-with = опрацьовано
suggest-state-closed = завершено

## The link of the sender

answer-title = Ваше повідомлення редакції
answer-thanks = Дякуємо, ваше повідомлення надійшло
answer-thanks-text = Збережіть цю сторінку. Тут ви прочитаєте, що буде далі.
answer-kind = Вид
answer-about = Йдеться про
answer-state = Стан
answer-received = Редакція ще не прочитала ваше повідомлення.
answer-in-progress = Редакція над цим працює.
answer-asked-back = Редакція має до вас запитання. Будь ласка, дайте відповідь нижче.
answer-accepted = Редакція врахувала ваше зауваження. Щиро дякуємо!
answer-declined = Редакція перевірила ваше зауваження і не врахувала його.
answer-dealt-with = Редакція опрацювала ваше повідомлення. Щиро дякуємо!
answer-closed = Редакція прочитала ваше повідомлення і завершила роботу з ним.
answer-said = Що було написано
said-you = Ви
said-sender = Відправник або відправниця
said-editors = Редакція
answer-reply = Щось додати
answer-reply-asked = Відповісти на запитання
answer-reply-label = Ваша відповідь
answer-reply-send = Надіслати відповідь
answer-fault-empty = Будь ласка, напишіть відповідь.
answer-fault-closed = Роботу з вашим повідомленням уже завершено. Якщо ще чогось бракує, будь ласка, надішліть нове.
answer-fault-too-many = Ви вже написали дуже багато відповідей. Будь ласка, зачекайте, поки відповість редакція.
answer-keep = Як знову знайти цю сторінку
answer-keep-text = Збережіть цю адресу як закладку. Відкрити сторінку може лише той, хто знає адресу.
answer-erased = Ця сторінка існує до { $date } року. Потім ми видалимо ваше повідомлення.

## On the page of an entry

report-button = Повідомити про помилку
report-more = Самостійно оновлювати запис, подяка або скарга
report-online = Щось неправильно або застаріло? Напишіть редакції. Вам не потрібен обліковий запис.
footer-suggest = Чогось бракує чи щось неправильно?
entry-closed-until = Імовірно, до { $date } року.

## Data protection

privacy-suggest = Якщо ви нам щось повідомляєте
privacy-suggest-text = Ми зберігаємо те, що ви пишете у формі, і час надходження. Ваше ім’я та електронну адресу вказувати не обов’язково. Ваше повідомлення читає лише редакція. Подяки й скарги ніколи не публікують. Вашу IP-адресу ми не зберігаємо надовго. Ми лише короткий час рахуємо в оперативній пам’яті, скільки разів надсилали з тієї самої адреси. Файли cookie для цього не потрібні.
privacy-suggest-keep = Ваше повідомлення ми видаляємо через 12 місяців після рішення, подяки й скарги — через 24 місяці, те, щодо чого рішення не було, — через 36 місяців. Залишається лише число для статистики: вид, тема і рік. За посиланням, яке ви отримуєте під час надсилання, ви будь-коли бачите, що збережено. Якщо це треба видалити раніше, напишіть нам там.
