# Auf den Seiten von Einträgen, deren Texte Menschen übersetzt haben.
translation-people = Menschen haben diese Texte aus dem Deutschen übersetzt. Es gilt der deutsche Text.
translation-partly = Einige Texte gibt es nur auf Deutsch.
translation-outdated = Der deutsche Text wurde inzwischen geändert. Diese Übersetzung kann veraltet sein.
translation-original = Den deutschen Text lesen
