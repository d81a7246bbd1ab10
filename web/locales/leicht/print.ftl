# Was gedruckt wird: Plakate, Handzettel und Zeiten in Sätzen (/plakate, /plakate/a4.pdf).

## Die Seite /plakate
posters-title = Plakate und Listen zum Drucken
posters-intro = Hier gibt es Plakate, Zettel und Listen. Sie können sie drucken. Sie können sie an die Wand hängen. Oder Sie geben sie anderen Menschen.
posters-link = Plakate und Listen zum Drucken
posters-link-here = Plakat und Liste zum Drucken: { $name }
posters-municipality = Ort
posters-category = Thema
posters-all-municipalities = ganzer Landkreis
posters-all-topics = alle Themen
posters-whole-topic = { $topic }: alles
posters-choose = Zeigen
posters-of = { $what }: { $where }
posters-a4 = Plakat, so groß wie ein Blatt Papier (A4)
posters-a3 = Großes Plakat (A3)
posters-a5 = Kleiner Zettel (A5)
posters-list = Liste als PDF-Datei
posters-page = Liste im Internet
posters-none-note = Vielleicht gibt es aber eins. Das steht auch auf dem Plakat. Und es steht darauf, was in der Nähe ist.
posters-none-anywhere = Darum gibt es dazu auch kein Plakat. Fragen Sie im Rathaus.
posters-discreet = Dieses Plakat ist immer für den ganzen Landkreis. So erfährt niemand, wo ein geheimer Ort ist.
posters-by-municipality = Alle Orte
posters-by-topic = Alle Themen
posters-by-topic-in = Alle Themen: { $name }
posters-fault = Das gibt es nicht
posters-fault-text = Den Ort oder das Thema in der Adresse kennen wir nicht. Bitte wählen Sie neu aus.

## Auf dem Plakat
posters-heading = Hilfe und Angebote
posters-document = Plakat: { $what }, { $where }
posters-shown = { $count ->
    [one] Auf diesem Plakat: { $shown } von { $number } Angebot.
   *[other] Auf diesem Plakat: { $shown } von { $number } Angeboten.
}
posters-empty = Für { $place } kennen wir dazu kein Angebot.
posters-empty-all = Für { $place } kennen wir noch kein Angebot.
posters-offers-at = { $count ->
    [one] { $offers } an { $number } Ort
   *[other] { $offers } an { $number } Orten
}
posters-more-places = { $count ->
    [one] Das Angebot gibt es auch an 1 anderen Ort.
   *[other] Das Angebot gibt es auch an { $number } anderen Orten.
}
posters-empty-county = Zu diesem Thema kennen wir kein Angebot.
posters-served = Diese Angebote sind an anderen Orten. Sie sind auch für { $place } da:
posters-nearest = Das ist in der Nähe. Wir rechnen die gerade Linie ab der Mitte von { $place }:
posters-elsewhere = Das gibt es im Landkreis:
posters-scan = Alle Angebote auf dem Handy: Halten Sie die Kamera auf den QR-Code
posters-qr-alt = QR-Code mit der Adresse von der Liste im Internet
posters-how = Oben stehen Angebote mit Telefon-Nummer. Und Angebote mit neuen Infos.
posters-how-topics = Die Angebote sind aus verschiedenen Themen. Wenn es geht, mit Telefon-Nummer und neuen Infos.
posters-from = Aus: { $site }. Stand: { $date }. Im Internet steht bei jedem Angebot, woher die Infos sind.
posters-hours-online = Die Zeiten stehen im Internet. Oder Sie rufen an.

## Öffnungszeiten in Sätzen
said-hours-always = Am Tag und in der Nacht offen.
said-hours-days = { $days }: { $times }.
said-hours-range = { $from } bis { $to }
said-hours-first = Am 1. { $day } im Monat: { $times }.
said-hours-second = Am 2. { $day } im Monat: { $times }.
said-hours-third = Am 3. { $day } im Monat: { $times }.
said-hours-fourth = Am 4. { $day } im Monat: { $times }.
said-hours-fifth = Am 5. { $day } im Monat: { $times }.
said-hours-last = Am letzten { $day } im Monat: { $times }.
said-hours-even-weeks = Jede 2. Woche am { $day } (gerade Wochen im Kalender): { $times }.
said-hours-odd-weeks = Jede 2. Woche am { $day } (ungerade Wochen im Kalender): { $times }.
said-hours-holidays-open = An Feier-Tagen: { $times }.
said-hours-holidays-closed = An Feier-Tagen zu.
said-hours-school-closed = In den Schul-Ferien zu.
