## Der Wegweiser (/wegweiser), der Ausgang auf Seiten über Gewalt, die neuen Filter und was bei null Treffern weiterführt.

nav-guide = Wegweiser
guide-title = Was ist Ihre Lage?
guide-intro = Wählen Sie, was am besten passt. Nach höchstens drei Fragen sehen Sie passende Angebote. Wir speichern Ihre Antworten nicht.
guide-situations = Lebenslagen
guide-answers = Antworten
guide-step = Frage { $number }
guide-back = Einen Schritt zurück
guide-restart = Von vorn anfangen
guide-path = Ihre Antworten
guide-numbers = Hier hilft sofort jemand
guide-offers-in = { $count ->
    [0] Keines davon ist in { $place } oder kommt dorthin.
    [one] Davon { $number } in { $place } oder auch für { $place }.
   *[other] Davon { $number } in { $place } oder auch für { $place }.
}
guide-offers-none = Dazu ist uns kein Angebot bekannt. Das heißt nicht, dass es keines gibt. Fragen Sie im Rathaus oder bei einer Sozialberatung.
guide-list = Alle als Liste
guide-map = Alle auf der Karte
guide-list-of = Alle als Liste: { $name }
guide-map-of = Alle auf der Karte: { $name }
guide-place = Wo wohnen Sie?
guide-place-hint = Sie müssen nichts auswählen. Mit einer Gemeinde sehen Sie das Nächste zuerst.
guide-place-any = ganzer Landkreis
guide-place-apply = Zeigen
guide-pays = Wer zahlt
guide-bring = Was Sie mitbringen
guide-next = Wie es weitergeht
guide-office = Welche Ämter noch wichtig sein können
guide-source = Quelle: { $source }
guide-as-of = Stand dieser Hinweise: { $date }. Sie nennen allgemeine Regeln aus Gesetzen und ersetzen keine Rechtsberatung. Ob Ihnen etwas zusteht, entscheidet die zuständige Stelle.
guide-not-reviewed = Der Landkreis hat diese Hinweise noch nicht geprüft.
guide-reviewed = Geprüft: { $by }.
guide-german-only = Dieser Hinweis ist noch nicht übersetzt.
guide-start-text = Sie wissen nicht, wonach Sie suchen sollen? Ein paar Fragen führen Sie zum Ziel.
guide-no-hits = Mit ein paar Fragen zum Ziel: der Wegweiser
guide-share-note = Diese Seite können Sie als Link weitergeben. Ihre Antworten stehen in der Adresse, sonst nirgends.

## Schnell weg von einer Seite über Gewalt

exit-label = Schnell weg von dieser Seite
exit-more-title = Wie das geht
exit-button = Seite schnell verlassen
exit-hint = Oder drücken Sie dreimal die Taste Esc. Dann sehen Sie sofort eine andere Internetseite.
exit-hint-no-script = Der Knopf öffnet eine andere Internetseite. Diese Seite bleibt im Verlauf Ihres Geräts. Löschen Sie danach den Verlauf.
exit-more = Ihr Gerät merkt sich, welche Seiten Sie besuchen. Benutzen Sie ein privates Fenster oder das Gerät von jemandem, dem Sie vertrauen.

## Filter

facet-age = Alter
facet-age-years = Alter in Jahren
facet-age-unknown = auch Angebote ohne Angabe zum Alter
facet-age-known = { $count ->
    [one] { $number } Angebot nennt ein Alter.
   *[other] { $number } Angebote nennen ein Alter.
}
facet-age-found = { $count ->
    [0] Kein Angebot nennt dieses Alter.
    [one] { $number } Angebot nennt dieses Alter.
   *[other] { $number } Angebote nennen dieses Alter.
}
facet-open-today = heute, jetzt oder später
facet-open-at = zu einer anderen Zeit
facet-open-typed = Tag und Uhrzeit
facet-open-with-unknown = auch wenn die Zeiten nicht bekannt sind
facet-open-with-appointment = auch nur nach Vereinbarung
facet-appointment = Termin
facet-appointment-yes = nach Vereinbarung
facet-appointment-no = ohne Termin
facet-format = Art des Angebots
facet-capacity = Plätze
facet-capacity-free = freie Plätze
facet-capacity-waiting-list = Warteliste
facet-capacity-full = zurzeit voll
filter-age = Alter: { $age } Jahre
filter-age-unknown = Alter: nicht bekannt
filter-open-today = heute geöffnet
filter-or-unknown = oder Zeiten nicht bekannt
filter-or-appointment = oder nach Vereinbarung
filter-appointment = Termin: { $answer }
filter-capacity = Plätze: { $answer }
fault-age = „{ $value }“ ist kein Alter. Geben Sie eine Zahl zwischen 0 und 120 ein.
fault-sort = Diese Reihenfolge gibt es nicht. Wählen Sie aus der Liste.

## Reihenfolge

sort = Sortieren
order-freshness = die neuesten Angaben zuerst
order-name = nach Namen

## Null Treffer

no-hits-spelling = Anders geschrieben?
no-hits-wider = Weiter suchen
no-hits-within = Im Umkreis von { $distance } ({ $offers })
no-hits-anywhere = Im ganzen Landkreis ({ $offers })
no-hits-served = Auch was nach { $place } kommt ({ $offers })
no-hits-less = Einen Filter weglassen
no-hits-other = Andere Wege
no-hits-phone-unknown = Eine Telefonnummer lag der Sammlung nicht vor.
