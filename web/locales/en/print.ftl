# What is printed: posters, hand-outs, and opening hours in sentences (/plakate, /plakate/a4.pdf).

## The page /plakate
posters-title = Posters and lists to print
posters-intro = Here you find posters, hand-outs and lists as PDF: for each municipality, for each topic, and for both together. You can put them up and pass them on.
posters-link = Posters and lists to print
posters-link-here = Poster and list to print: { $name }
posters-municipality = Municipality
posters-category = Topic
posters-all-municipalities = whole county
posters-all-topics = all topics
posters-whole-topic = { $topic }: everything
posters-choose = Show
posters-of = { $what }: { $where }
posters-a4 = Poster A4
posters-a3 = Poster A3
posters-a5 = Hand-out A5
posters-list = List as PDF
posters-page = List on the internet
posters-none-note = That does not mean that there is none. The poster says so and names what is nearest.
posters-none-anywhere = So there is no poster about it. It is best to ask at the town hall.
posters-discreet = This poster is always for the whole county. That way it does not tell where a protected place is.
posters-by-municipality = By municipality
posters-by-topic = By topic
posters-by-topic-in = By topic: { $name }
posters-fault = This choice does not exist
posters-fault-text = We do not know the municipality or the topic in the address. Please choose again.

## On the poster
posters-heading = Social services
posters-document = Poster: { $what }, { $where }
posters-shown = { $count ->
    [one] Shown here: { $shown } of { $number } service.
   *[other] Shown here: { $shown } of { $number } services.
}
posters-empty = No service of this kind is listed for { $place }.
posters-empty-all = No service is listed for { $place } yet.
posters-offers-at = { $count ->
    [one] { $offers } at { $number } place
   *[other] { $offers } at { $number } places
}
posters-more-places = { $count ->
    [one] and at one more place
   *[other] and at { $number } more places
}
posters-empty-county = No service is listed for this topic.
posters-served = These services elsewhere are also there for { $place }:
posters-nearest = The nearest ones (in a straight line from the centre of { $place }):
posters-elsewhere = Elsewhere in the county:
posters-scan = All services on your phone: scan the QR code
posters-qr-alt = QR code with the address of the list on the internet
posters-how = Services with a phone number come first, then those confirmed last.
posters-how-topics = The services are from different topics, if possible with a phone number and confirmed recently.
posters-from = From: { $site }. As of { $date }. The source is given with every service on the internet.
posters-hours-online = For the opening hours please look on the internet or ask

## Opening hours in sentences
said-hours-always = Open day and night.
said-hours-days = { $days } { $times }.
said-hours-range = { $from } to { $to }
said-hours-first = First { $day } of the month { $times }.
said-hours-second = Second { $day } of the month { $times }.
said-hours-third = Third { $day } of the month { $times }.
said-hours-fourth = Fourth { $day } of the month { $times }.
said-hours-fifth = Fifth { $day } of the month { $times }.
said-hours-last = Last { $day } of the month { $times }.
said-hours-even-weeks = { $day } every two weeks (even calendar weeks) { $times }.
said-hours-odd-weeks = { $day } every two weeks (odd calendar weeks) { $times }.
said-hours-holidays-open = On public holidays { $times }.
said-hours-holidays-closed = Closed on public holidays.
said-hours-school-closed = Closed during the school holidays.
