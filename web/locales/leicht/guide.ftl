## Der Wegweiser (/wegweiser), der Ausgang auf Seiten über Gewalt, die neuen Filter und was bei null Treffern weiterführt.

nav-guide = Weg-Weiser
guide-title = Worum geht es bei Ihnen?
guide-intro = Wählen Sie aus, was am besten passt. Wir stellen Ihnen höchstens 3 Fragen. Dann sehen Sie Angebote. Wir speichern Ihre Antworten nicht.
guide-situations = Das kann passieren
guide-answers = Antworten
guide-step = Frage { $number }
guide-back = Zurück
guide-restart = Neu anfangen
guide-path = Ihre Antworten
guide-numbers = Hier hilft Ihnen sofort jemand
guide-offers-in = { $count ->
    [0] Kein Angebot davon ist in { $place } oder kommt dorthin.
    [one] { $number } Angebot davon ist in { $place } oder auch für { $place }.
   *[other] { $number } Angebote davon sind in { $place } oder auch für { $place }.
}
guide-offers-none = Wir kennen dazu kein Angebot. Vielleicht gibt es aber eins. Fragen Sie im Rathaus. Oder fragen Sie bei einer Sozial-Beratung.
guide-list = Alle in einer Liste
guide-map = Alle auf der Karte
guide-list-of = Alle in einer Liste: { $name }
guide-map-of = Alle auf der Karte: { $name }
guide-place = Wo wohnen Sie?
guide-place-hint = Sie müssen nichts auswählen. Wählen Sie einen Ort aus? Dann steht oben, was in der Nähe ist.
guide-place-any = ganzer Landkreis
guide-place-apply = Zeigen
guide-pays = Wer bezahlt das?
guide-bring = Was bringen Sie mit?
guide-next = Wie geht es weiter?
guide-office = Welche Ämter sind noch wichtig?
guide-source = Das steht hier: { $source }
guide-as-of = Diese Hinweise sind von: { $date }. Es sind Regeln aus dem Gesetz. Das ist keine Beratung von einem Anwalt. Das Amt entscheidet, was Sie bekommen.
guide-not-reviewed = Der Landkreis hat diese Hinweise noch nicht geprüft.
guide-reviewed = Geprüft: { $by }.
guide-german-only = Dieser Hinweis ist noch nicht in Leichter Sprache.
guide-start-text = Sie wissen nicht, wonach Sie suchen sollen? Wir stellen Ihnen ein paar Fragen. Dann finden Sie Hilfe.
guide-no-hits = Der Weg-Weiser hilft Ihnen mit ein paar Fragen
guide-share-note = Sie können den Link von dieser Seite verschicken. Ihre Antworten stehen in der Adresse. Sonst stehen sie nirgends.

## Schnell weg von einer Seite über Gewalt

exit-label = Schnell weg von dieser Seite
exit-more-title = So geht das
exit-button = Schnell weg von dieser Seite
exit-hint = Oder drücken Sie 3-mal die Taste Esc. Dann sehen Sie sofort eine andere Internet-Seite.
exit-hint-no-script = Der Knopf öffnet eine andere Internet-Seite. Aber: Ihr Gerät merkt sich diese Seite. Das heißt: Verlauf. Löschen Sie danach den Verlauf.
exit-more = Ihr Gerät merkt sich, welche Seiten Sie ansehen. Benutzen Sie ein privates Fenster. Oder benutzen Sie das Gerät von einem Menschen, dem Sie vertrauen.

## Filter

facet-age = Alter
facet-age-years = Alter in Jahren
facet-age-unknown = auch Angebote, bei denen kein Alter steht
facet-age-known = { $count ->
    [one] Bei { $number } Angebot steht ein Alter.
   *[other] Bei { $number } Angeboten steht ein Alter.
}
facet-age-found = { $count ->
    [0] Dieses Alter steht bei keinem Angebot.
    [one] Bei { $number } Angebot steht dieses Alter.
   *[other] Bei { $number } Angeboten steht dieses Alter.
}
facet-open-today = heute, jetzt oder später
facet-open-at = zu einer anderen Zeit
facet-open-typed = Tag und Uhr-Zeit
facet-open-with-unknown = auch wenn wir die Zeiten nicht wissen
facet-open-with-appointment = auch wenn Sie einen Termin brauchen
facet-appointment = Termin
facet-appointment-yes = mit Termin
facet-appointment-no = ohne Termin
facet-format = Art von dem Angebot
facet-capacity = Plätze
facet-capacity-free = freie Plätze
facet-capacity-waiting-list = Warte-Liste
facet-capacity-full = gerade voll
filter-age = Alter: { $age } Jahre
filter-age-unknown = Alter: wissen wir nicht
filter-open-today = heute geöffnet
filter-or-unknown = oder wir wissen die Zeiten nicht
filter-or-appointment = oder nur mit Termin
filter-appointment = Termin: { $answer }
filter-capacity = Plätze: { $answer }
fault-age = „{ $value }“ ist kein Alter. Schreiben Sie eine Zahl von 0 bis 120.
fault-sort = Diese Reihenfolge gibt es nicht. Wählen Sie etwas aus der Liste.

## Reihenfolge

sort = Sortieren
order-freshness = zuerst die neuesten Infos
order-name = nach Namen

## Null Treffer

no-hits-spelling = Schreibt man es anders?
no-hits-wider = Weiter weg suchen
no-hits-within = Nicht weiter weg als { $distance } ({ $offers })
no-hits-anywhere = Im ganzen Landkreis ({ $offers })
no-hits-served = Auch was nach { $place } kommt ({ $offers })
no-hits-less = Ohne einen Filter suchen
no-hits-other = Andere Wege
no-hits-phone-unknown = Wir haben keine Telefon-Nummer.
