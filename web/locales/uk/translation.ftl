# Auf den Seiten von Einträgen, deren Texte Menschen übersetzt haben.
translation-people = Ці тексти переклали люди з німецької. Чинним є німецький текст.
translation-partly = Деякі тексти є лише німецькою.
translation-outdated = Німецький текст з того часу змінився. Цей переклад може бути застарілим.
translation-original = Читати німецький текст
