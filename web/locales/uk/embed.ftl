# Список на інших сайтах

embed-open = Відкрити { $site }
embed-new-window = Пропозиція відкривається в новому вікні.
embed-none = Ми не знаємо жодної пропозиції на цю тему.
embed-faults = Тут щось налаштовано неправильно
embed-faults-rest = Список показує, що ми знаходимо без цих даних. Будь ласка, повідомте про це тих, кому належить цей сайт.
embed-fault-view = «{ $value }» не підходить для «{ $word }». Можливо: liste, karte, beides.
embed-fault-theme = «{ $value }» не підходить для «{ $word }». Можливо: hell, dunkel, auto.
embed-fault-accent = «{ $value }» — це не колір. Для «{ $word }» потрібно шість знаків із 0–9 та a–f, наприклад 1f42a8.
embed-fault-word = Ми не знаємо налаштування «{ $word }».
embed-map-needs-script = Для карти потрібен JavaScript. Пропозиції можна знайти й без карти: за посиланням нижче.
embed-link-title = Вбудувати список
embed-link-text = Ви можете безкоштовно показувати наші пропозиції на власному сайті.
embed-link = Як це зробити
