# Die Liste auf anderen Internet-Seiten

embed-open = { $site } öffnen
embed-new-window = Ein Angebot öffnet sich in einem neuen Fenster.
embed-none = Dazu kennen wir kein Angebot.
embed-faults = Hier ist etwas falsch eingestellt
embed-faults-rest = Die Liste zeigt trotzdem Angebote. Bitte sagen Sie es den Menschen, denen diese Internet-Seite gehört.
embed-fault-view = Das geht bei „{ $word }“ nicht: { $value }. Das geht: liste, karte, beides.
embed-fault-theme = Das geht bei „{ $word }“ nicht: { $value }. Das geht: hell, dunkel, auto.
embed-fault-accent = Das ist keine Farbe: { $value }. Bei „{ $word }“ stehen 6 Zeichen. Zum Beispiel: 1f42a8.
embed-fault-word = Das kennen wir nicht: { $word }.
embed-map-needs-script = Für die Karte braucht man JavaScript. Sie finden die Angebote auch ohne Karte. Dafür ist der Link unten.
embed-link-title = Die Liste auf Ihrer Internet-Seite
embed-link-text = Sie können unsere Liste auf Ihrer Internet-Seite zeigen. Das kostet nichts.
embed-link = So geht es
