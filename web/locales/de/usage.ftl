# What was counted without tracking: for providers, editors and planners.

## How entries were found and read

usage-reach-title = Was es gebracht hat
usage-reach-all = Zahlen der letzten 13 Monate
usage-reach-none = Noch keine Zahlen. Gezählt wird, sobald jemand die Seite eines Eintrags öffnet.
usage-reach-month = { $month }: { $facts }
usage-views = { $count ->
    [0] nicht angesehen
    [one] einmal angesehen
   *[other] { $number }-mal angesehen
}
usage-led = { $number }-mal über „{ $words }“ gefunden
usage-facts-separator = ,{" "}
usage-page-title = Zahlen
usage-page-text = So oft wurden die Seiten Ihrer Einträge geöffnet. Nicht gezählt werden Programme, erneutes Laden und alle, die angemeldet sind.
usage-page-text-entry = So oft wurde die Seite dieses Eintrags geöffnet. Nicht gezählt werden Programme, erneutes Laden und alle, die angemeldet sind.
usage-page-private = Wer die Einträge ansieht, wissen wir nicht. Suchwörter zeigen wir erst, wenn mindestens fünfmal im Monat so gesucht wurde.
usage-page-sum = Zusammen: { $name }
usage-month = Monat
usage-views-head = Angesehen
usage-led-head = Über welche Suche gefunden
usage-led-none = weniger als fünfmal gleich gesucht
usage-so-far = { $month } (bisher)
usage-back-mine = Mein Bereich
usage-back-case = Zum Eintrag
usage-case-link = Wie oft angesehen?

## What people looked for and did not find

unmet-title = Gesucht, nicht gefunden
unmet-nav = Gesucht, nicht gefunden
unmet-text = Danach haben Menschen gesucht, ohne etwas Passendes zu finden. Vielleicht fehlt ein Angebot. Vielleicht fehlt nur ein Wort, unter dem man es findet.
unmet-private = Wir zählen Suchen, nicht Menschen. Hier steht nur, was in einer Woche mindestens fünfmal gleich gesucht wurde.
unmet-filter = Auswahl
unmet-place = Gemeinde in der Suche
unmet-place-all = alle
unmet-place-none = keine genannt
unmet-kind = Ergebnis
unmet-kind-all = alle
unmet-kind-zero = nichts gefunden
unmet-kind-weak = wenig oder nur Ähnliches gefunden
unmet-show = Anzeigen
unmet-week = Woche
unmet-week-label = Woche { $week }, ab { $date }
unmet-words = Gesucht
unmet-count = Wie oft
unmet-try = Ausprobieren
unmet-try-words = : { $words }
unmet-none = Für diese Auswahl gibt es nichts. Das kann auch heißen, dass noch nicht fünfmal gleich gesucht wurde.
unmet-csv = Als Tabelle (CSV)
unmet-back-planning = Planung
