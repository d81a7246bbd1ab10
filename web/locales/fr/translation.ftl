# Auf den Seiten von Einträgen, deren Texte Menschen übersetzt haben.
translation-people = Des personnes ont traduit ces textes de l’allemand. Seul le texte allemand fait foi.
translation-partly = Certains textes n’existent qu’en allemand.
translation-outdated = Le texte allemand a changé depuis. Cette traduction n’est peut-être plus à jour.
translation-original = Lire le texte allemand
