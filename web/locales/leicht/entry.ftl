# Mit einem Angebot etwas tun: merken, weitergeben, mitnehmen, ausdrucken. Merkliste, Aushang, Neuigkeiten.

## Seite eines Angebots: Knöpfe und der Block "Mitnehmen und weitergeben"
block-take = Mitnehmen und weitergeben
entry-actions = Angebot merken und weitergeben
save = Merken
save-named = { $name } merken
saved-list-link = Merk-Liste
# Steht vor dem Merken bei Angeboten zum Schutz vor Gewalt.
save-discreet = Benutzt noch jemand Ihr Gerät? Dann kann diese Person die Merk-Liste sehen. Merken Sie das Angebot nur, wenn es sicher ist.
save-anyway = Trotzdem merken
take-contact = Zu meinen Kontakten dazutun
take-contact-note = Datei für das Adress-Buch (vCard)
take-hours = Öffnungs-Zeiten in meinen Kalender tun
take-hours-note = Datei für den Kalender (iCalendar). Die Datei gilt 1 Jahr.
take-hours-none-appointment = Für den Kalender gibt es keine Zeiten. Sie brauchen immer einen Termin.
take-hours-none-unknown = Für den Kalender gibt es keine Zeiten. Wir wissen die Zeiten nicht sicher.
take-hours-none-always = Für den Kalender gibt es keine Zeiten. Das Angebot ist am Tag und in der Nacht geöffnet.
take-hours-none-irregular = Für den Kalender gibt es keine Zeiten. Die Zeiten ändern sich zu oft.
take-hours-none-closed = Für den Kalender gibt es keine Zeiten. Das Angebot ist gerade geschlossen.
take-mail = Mit einer E-Mail weitergeben
take-mail-note = Öffnet Ihr E-Mail-Programm
take-poster = Info-Blatt zum Ausdrucken
take-poster-note = 1 Seite mit QR-Code
take-pdf = Info-Blatt als PDF-Datei
take-pdf-note = Zum Speichern oder Aufhängen
take-qr = QR-Code von dieser Seite
qr-alt = QR-Code mit der Adresse von dieser Seite
mail-subject = { $name }
mail-body = Dieses Angebot hilft Ihnen vielleicht: { $name }
block-same-place = Am gleichen Ort
where-map-osm = OpenStreetMap
where-map-apple = Apple Karten
where-map-note = Öffnet eine andere Internet-Seite mit diesem Ort
where-station-step-free = Der nächste Bahnhof ohne Stufen heißt: { $name }. Er ist { $distance } entfernt.
entry-description = { $category } { $place }. { $summary }

## Im Kalender und im Adressbuch
card-hours = Öffnungs-Zeiten: { $hours }
card-check = Bitte rufen Sie vorher an.
calendar-summary = { $name } geöffnet

## Merkliste
saved-title = Merk-Liste
saved-intro = Die Liste steht in der Adresse von dieser Seite. Sie können die Adresse weitergeben. Sie müssen sich nicht anmelden.
saved-count = { $count ->
    [one] 1 Angebot
   *[other] { $number } Angebote
 }
saved-empty-title = Sie haben noch nichts gemerkt
saved-empty = Suchen Sie ein Angebot. Klicken Sie dort auf „Merken“.
saved-too-many = { $count ->
    [one] Auf die Merk-Liste passen 50 Angebote. 1 Angebot sehen Sie hier nicht.
   *[other] Auf die Merk-Liste passen 50 Angebote. { $number } Angebote sehen Sie hier nicht.
 }
saved-gone = { $count ->
    [one] 1 Angebot von dieser Liste gibt es nicht mehr.
   *[other] { $number } Angebote von dieser Liste gibt es nicht mehr.
 }
saved-not-an-entry = Zu „{ $text }“ gibt es kein Angebot. Schreiben Sie die Adresse von der Seite. Oder suchen Sie den Namen vom Angebot.
saved-discreet = Auf dieser Liste sind Angebote zum Schutz vor Gewalt. Ihr Browser merkt sich die Adresse von dieser Seite. Das heißt: Verlauf. Kann eine andere Person das sehen? Dann löschen Sie den Verlauf.
saved-remove = Von der Liste nehmen
saved-remove-named = { $name } von der Merk-Liste nehmen
saved-mail-subject = Merk-Liste: { $site }
saved-mail-body = Diese Angebote habe ich für Sie gesammelt:
saved-search = Noch ein Angebot suchen
saved-search-hint = Name, Wort oder Adresse von der Seite
saved-search-button = Suchen
saved-found = Das haben wir gefunden
saved-found-none = Wir haben nichts gefunden.
saved-add = Auf die Merk-Liste
saved-add-named = { $name } auf die Merk-Liste tun
saved-full = Die Merk-Liste ist voll. Nehmen Sie zuerst ein Angebot herunter.
saved-already = steht schon auf der Liste
saved-device = Auf diesem Gerät
saved-keep = Diese Liste auf dem Gerät speichern
saved-forget = Vom Gerät löschen
saved-no-script = Ihr Browser kann die Liste nicht speichern. Die Liste steht nur in der Adresse. Machen Sie ein Lese-Zeichen von dieser Seite.
saved-printed = Die Liste ist von: { $date }
saved-address = Adresse von dieser Liste

## Für die Skripte
js-saved-nav = Merk-Liste ({ $count })
js-saved-on-one = Gemerkt. Auf der Merk-Liste ist { $count } Angebot.
js-saved-on-other = Gemerkt. Auf der Merk-Liste sind { $count } Angebote.
js-saved-off = Nicht mehr auf der Merk-Liste.
js-saved-full = Die Merk-Liste ist voll: 50 Angebote.
js-saved-refused = Ihr Browser kann nichts speichern. Die Liste steht nur in der Adresse. Machen Sie ein Lese-Zeichen von dieser Seite.
js-saved-same = Diese Liste ist auf diesem Gerät gespeichert.
js-saved-differs = Auf diesem Gerät ist eine andere Liste gespeichert.
js-saved-nothing = Auf diesem Gerät ist keine Liste gespeichert.
js-saved-kept = Die Liste ist jetzt auf diesem Gerät gespeichert.
js-saved-kept-without = Die Liste ist jetzt auf diesem Gerät gespeichert. Angebote zum Schutz vor Gewalt haben wir nicht gespeichert.
js-saved-forgotten = Die Liste ist vom Gerät gelöscht.

## Merkblatt
poster-title = Info-Blatt: { $name }
poster-back = Zurück zum Angebot
poster-where = Wo?
poster-when = Wann?
poster-contact = Kontakt
poster-for-whom = Für wen?
poster-cost = Kosten
poster-access = Barriere-Freiheit
poster-scan = Alle Infos auf dem Handy: Halten Sie die Kamera auf den QR-Code
poster-no-hours = Bitte fragen Sie nach den Zeiten
poster-from = Aus: { $site }

## Listen als PDF
list-pdf = Diese Liste als PDF-Datei
list-pdf-title = Angebote { $place }
list-pdf-more = Hier stehen die ersten { $number } Angebote. Die ganze Liste ist im Internet.
list-pdf-stand = Gedruckt am { $date }
list-pdf-page = Seite

## Neuigkeiten und Suchmaschinen
feed-title = Neu und geändert: { $site }
feed-link = Neues zu dieser Suche bekommen (Atom)
