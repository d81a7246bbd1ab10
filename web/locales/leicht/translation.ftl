# Auf den Seiten von Einträgen, deren Texte Menschen übersetzt haben.
translation-people = Menschen haben diesen Text in Leichte Sprache übersetzt. Gültig ist der deutsche Text in schwerer Sprache.
translation-partly = Einige Texte sind nicht in Leichter Sprache.
translation-outdated = Der deutsche Text ist jetzt anders. Darum stimmt dieser Text vielleicht nicht mehr.
translation-original = Den Text in schwerer Sprache lesen
