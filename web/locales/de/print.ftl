# Was gedruckt wird: Plakate, Handzettel und Zeiten in Sätzen (/plakate, /plakate/a4.pdf).

## Die Seite /plakate
posters-title = Plakate und Listen zum Ausdrucken
posters-intro = Hier gibt es Plakate, Handzettel und Listen als PDF: für jede Gemeinde, für jedes Thema und für beides zusammen. Sie können sie aushängen und weitergeben.
posters-link = Plakate und Listen zum Ausdrucken
posters-link-here = Plakat und Liste zum Ausdrucken: { $name }
posters-municipality = Gemeinde
posters-category = Thema
posters-all-municipalities = ganzer Landkreis
posters-all-topics = alle Themen
posters-whole-topic = { $topic }: alles
posters-choose = Zeigen
posters-of = { $what }: { $where }
posters-a4 = Plakat A4
posters-a3 = Plakat A3
posters-a5 = Handzettel A5
posters-list = Liste als PDF
posters-page = Liste im Internet
posters-none-note = Das heißt nicht, dass es keines gibt. Das Plakat sagt das und nennt, was am nächsten ist.
posters-none-anywhere = Darum gibt es dazu auch kein Plakat. Fragen Sie am besten im Rathaus nach.
posters-discreet = Dieses Plakat gilt immer für den ganzen Landkreis. So verrät es nicht, wo ein geschützter Ort liegt.
posters-by-municipality = Nach Gemeinde
posters-by-topic = Nach Thema
posters-by-topic-in = Nach Thema: { $name }
posters-fault = Diese Auswahl gibt es nicht
posters-fault-text = Die Gemeinde oder das Thema in der Adresse kennen wir nicht. Bitte wählen Sie neu aus.

## Auf dem Plakat
posters-heading = Soziale Angebote
posters-document = Plakat: { $what }, { $where }
posters-shown = { $count ->
    [one] Auf diesem Plakat: { $shown } von { $number } Angebot.
   *[other] Auf diesem Plakat: { $shown } von { $number } Angeboten.
}
posters-empty = Für { $place } ist dazu kein Angebot eingetragen.
posters-empty-all = Für { $place } ist noch kein Angebot eingetragen.
posters-offers-at = { $count ->
    [one] { $offers } an { $number } Ort
   *[other] { $offers } an { $number } Orten
}
posters-more-places = { $count ->
    [one] und an einem weiteren Ort
   *[other] und an { $number } weiteren Orten
}
posters-empty-county = Zu diesem Thema ist kein Angebot eingetragen.
posters-served = Von anderen Orten aus ist für { $place } da:
posters-nearest = Am nächsten ist (Luftlinie ab der Mitte von { $place }):
posters-elsewhere = Anderswo im Landkreis gibt es:
posters-scan = Alle Angebote mit dem Handy: QR-Code scannen
posters-qr-alt = QR-Code mit der Adresse der Liste im Internet
posters-how = Zuerst stehen Angebote mit Telefonnummer, dann die zuletzt bestätigten.
posters-how-topics = Die Angebote sind aus verschiedenen Themen, wenn möglich mit Telefonnummer und neu bestätigt.
posters-from = Aus: { $site }. Stand: { $date }. Woher die Angaben sind, steht im Internet bei jedem Angebot.
posters-hours-online = Zeiten bitte im Internet nachsehen oder erfragen

## Öffnungszeiten in Sätzen
said-hours-always = Rund um die Uhr geöffnet.
said-hours-days = { $days } { $times }.
said-hours-range = { $from } bis { $to }
said-hours-first = Am 1. { $day } im Monat { $times }.
said-hours-second = Am 2. { $day } im Monat { $times }.
said-hours-third = Am 3. { $day } im Monat { $times }.
said-hours-fourth = Am 4. { $day } im Monat { $times }.
said-hours-fifth = Am 5. { $day } im Monat { $times }.
said-hours-last = Am letzten { $day } im Monat { $times }.
said-hours-even-weeks = Alle zwei Wochen am { $day } (gerade Kalenderwochen) { $times }.
said-hours-odd-weeks = Alle zwei Wochen am { $day } (ungerade Kalenderwochen) { $times }.
said-hours-holidays-open = An Feiertagen { $times }.
said-hours-holidays-closed = An Feiertagen geschlossen.
said-hours-school-closed = In den Schulferien geschlossen.
