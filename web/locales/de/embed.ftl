# Die Liste in Seiten von anderen: /embed.

embed-open = { $site } öffnen
embed-new-window = Ein Angebot öffnet sich in einem neuen Fenster.
embed-none = Dazu ist uns kein Angebot bekannt.
embed-faults = Hier ist etwas falsch eingestellt
embed-faults-rest = Die Liste zeigt, was wir ohne diese Angaben finden. Bitte sagen Sie es der Stelle, der diese Internetseite gehört.
embed-fault-view = „{ $value }“ geht bei „{ $word }“ nicht. Möglich sind: liste, karte, beides.
embed-fault-theme = „{ $value }“ geht bei „{ $word }“ nicht. Möglich sind: hell, dunkel, auto.
embed-fault-accent = „{ $value }“ ist keine Farbe. Bei „{ $word }“ stehen sechs Zeichen aus 0–9 und a–f, zum Beispiel 1f42a8.
embed-fault-word = Die Angabe „{ $word }“ kennen wir nicht.
embed-map-needs-script = Die Karte braucht JavaScript. Die Angebote finden Sie auch ohne Karte: über den Link darunter.
embed-link-title = Einbetten
embed-link-text = Sie können unsere Angebote kostenlos auf Ihrer eigenen Internetseite zeigen.
embed-link = So geht es
