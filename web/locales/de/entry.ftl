# Mit einem Angebot etwas tun: merken, weitergeben, mitnehmen, ausdrucken. Merkliste, Aushang, Neuigkeiten.

## Seite eines Angebots: Knöpfe und der Block "Mitnehmen und weitergeben"
block-take = Mitnehmen und weitergeben
entry-actions = Angebot merken und weitergeben
save = Merken
save-named = { $name } merken
saved-list-link = Merkliste
# Steht vor dem Merken bei Angeboten zum Schutz vor Gewalt.
save-discreet = Wer Ihr Gerät benutzt, kann die Merkliste sehen. Merken Sie dieses Angebot nur, wenn niemand mitliest.
save-anyway = Trotzdem merken
take-contact = Zu den Kontakten hinzufügen
take-contact-note = Datei für das Adressbuch (vCard)
take-hours = Öffnungszeiten in den Kalender
take-hours-note = Datei für den Kalender (iCalendar). Sie gilt für ein Jahr.
take-hours-none-appointment = Für den Kalender gibt es keine Zeiten: Termine nur nach Vereinbarung.
take-hours-none-unknown = Für den Kalender gibt es keine Zeiten: Wir kennen keine sicheren Öffnungszeiten.
take-hours-none-always = Für den Kalender gibt es keine Zeiten: Dieses Angebot ist rund um die Uhr offen.
take-hours-none-irregular = Für den Kalender gibt es keine Zeiten: Sie wechseln zu oft.
take-hours-none-closed = Für den Kalender gibt es keine Zeiten: Dieses Angebot ist zurzeit geschlossen.
take-mail = Per E-Mail weitergeben
take-mail-note = Öffnet Ihr E-Mail-Programm
take-poster = Merkblatt zum Ausdrucken
take-poster-note = Eine Seite A4 mit QR-Code
take-pdf = Merkblatt als PDF
take-pdf-note = Zum Speichern oder Aushängen
take-qr = QR-Code dieser Seite
qr-alt = QR-Code mit der Adresse dieser Seite
mail-subject = { $name }
mail-body = Dieses Angebot könnte Ihnen helfen: { $name }
block-same-place = Am selben Ort
where-map-osm = OpenStreetMap
where-map-apple = Apple Karten
where-map-note = Öffnet eine fremde Seite mit diesem Ort
where-station-step-free = Nächster Bahnhof mit stufenlosem Zugang: { $name }, { $distance }
entry-description = { $category } { $place }. { $summary }

## Im Kalender und im Adressbuch
card-hours = Öffnungszeiten: { $hours }
card-check = Bitte rufen Sie vor dem Besuch an.
calendar-summary = { $name } geöffnet

## Merkliste
saved-title = Merkliste
saved-intro = Die Liste steht in der Adresse dieser Seite. Sie können die Adresse weitergeben, ohne Konto.
saved-count = { $count ->
    [one] Ein Angebot
   *[other] { $number } Angebote
 }
saved-empty-title = Noch nichts gemerkt
saved-empty = Suchen Sie ein Angebot und wählen Sie dort „Merken“.
saved-too-many = { $count ->
    [one] Auf eine Merkliste passen 50 Angebote. Ein weiteres sehen Sie hier nicht.
   *[other] Auf eine Merkliste passen 50 Angebote. { $number } weitere sehen Sie hier nicht.
 }
saved-gone = { $count ->
    [one] Ein Angebot dieser Liste gibt es nicht mehr.
   *[other] { $number } Angebote dieser Liste gibt es nicht mehr.
 }
saved-not-an-entry = „{ $text }“ gehört zu keinem Angebot. Geben Sie die Adresse der Seite eines Angebots ein oder suchen Sie nach seinem Namen.
saved-discreet = Auf dieser Liste stehen Angebote zum Schutz vor Gewalt. Die Adresse bleibt im Verlauf Ihres Browsers. Löschen Sie den Verlauf, wenn jemand mitlesen könnte.
saved-remove = Entfernen
saved-remove-named = { $name } von der Merkliste nehmen
saved-mail-subject = Merkliste: { $site }
saved-mail-body = Diese Angebote habe ich für Sie zusammengestellt:
saved-search = Weiteres Angebot suchen
saved-search-hint = Name, Stichwort oder Adresse der Seite eines Angebots
saved-search-button = Suchen
saved-found = Gefunden
saved-found-none = Nichts gefunden.
saved-add = Auf die Merkliste
saved-add-named = { $name } auf die Merkliste
saved-full = Die Merkliste ist voll. Nehmen Sie erst ein Angebot herunter.
saved-already = steht schon auf der Liste
saved-device = Auf diesem Gerät
saved-keep = Diese Liste auf dem Gerät merken
saved-forget = Vom Gerät löschen
saved-no-script = Ihr Browser führt keine Skripte aus. Die Liste steht nur in der Adresse: Speichern Sie diese Seite als Lesezeichen.
saved-printed = Stand der Liste: { $date }
saved-address = Adresse dieser Liste

## Für die Skripte
js-saved-nav = Merkliste ({ $count })
js-saved-on-one = Gemerkt. { $count } Angebot steht auf der Merkliste.
js-saved-on-other = Gemerkt. { $count } Angebote stehen auf der Merkliste.
js-saved-off = Von der Merkliste genommen.
js-saved-full = Die Merkliste ist voll: 50 Angebote.
js-saved-refused = Ihr Browser erlaubt kein Speichern. Die Liste steht nur in der Adresse dieser Seite: Speichern Sie die Seite als Lesezeichen.
js-saved-same = Diese Liste ist auf diesem Gerät gemerkt.
js-saved-differs = Diese Liste ist nicht die, die auf diesem Gerät gemerkt ist.
js-saved-nothing = Auf diesem Gerät ist keine Liste gemerkt.
js-saved-kept = Die Liste ist jetzt auf diesem Gerät gemerkt.
js-saved-kept-without = Die Liste ist jetzt auf diesem Gerät gemerkt. Angebote zum Schutz vor Gewalt haben wir nicht gespeichert.
js-saved-forgotten = Die Liste ist von diesem Gerät gelöscht.

## Merkblatt
poster-title = Merkblatt: { $name }
poster-back = Zurück zum Angebot
poster-where = Wo
poster-when = Wann
poster-contact = Kontakt
poster-for-whom = Für wen
poster-cost = Kosten
poster-access = Barrierefreiheit
poster-scan = Alle Angaben mit dem Handy: QR-Code scannen
poster-no-hours = Zeiten bitte erfragen
poster-from = Aus: { $site }

## Listen als PDF
list-pdf = Diese Liste als PDF
list-pdf-title = Angebote { $place }
list-pdf-more = Hier stehen die ersten { $number } Angebote. Die ganze Liste finden Sie im Internet.
list-pdf-stand = Gedruckt am { $date }
list-pdf-page = Seite

## Neuigkeiten und Suchmaschinen
feed-title = Neu und geändert: { $site }
feed-link = Neues zu dieser Suche abonnieren (Atom)
