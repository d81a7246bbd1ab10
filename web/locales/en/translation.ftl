# Auf den Seiten von Einträgen, deren Texte Menschen übersetzt haben.
translation-people = People translated these texts from German. Only the German text is binding.
translation-partly = Some texts are available in German only.
translation-outdated = The German text has changed since. This translation may be out of date.
translation-original = Read the German text
