# All words people read on the pages, in Leichte Sprache. Legal texts: legal.ftl.
# Keys with "js-" go to the browser's scripts, which fill in the placeholders themselves.

## Numbers, dates, places

number-group = .
number-decimal = ,
number-about = ungefähr { $number }
distance-m = { $number } Meter
distance-km = { $number } Kilometer
distance-about-km = ungefähr { $number } Kilometer
distance-under-1-km = weniger als 1 Kilometer
date-day = { $day }. { $month } { $year }
date-month = { $month } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
weekday-mon = Montag
weekday-tue = Dienstag
weekday-wed = Mittwoch
weekday-thu = Donnerstag
weekday-fri = Freitag
weekday-sat = Samstag
weekday-sun = Sonntag
time-point = { $time } Uhr
time-all-day = am Tag und in der Nacht
list-separator = { ", " }
list-and = { $first } und { $last }
unknown = Das wissen wir nicht.
external = (Sie kommen auf eine andere Internet-Seite)

## Frame

skip-link = Gleich zum Inhalt
nav-main = Haupt-Menü
nav-map = Karte
nav-list = Liste
nav-municipalities = Orte
nav-numbers = Wichtige Nummern
footer-imprint = Wer macht diese Seite?
footer-privacy = Daten-Schutz
footer-accessibility = Barriere-Freiheit
footer-api = Daten für Computer-Programme
breadcrumb = Sie sind hier
to-map = Zur Karte
back-to-list = Zurück zur Liste
all-municipalities = Alle Orte
share = Link verschicken
print = Drucken

## Search

search-heading = Hier finden Sie Hilfe { $place }
search-title = { $filters }: { $count }
search-label = Angebote suchen
search-q = Was suchen Sie?
search-near = Ort, Post-Leitzahl oder Haltestelle
search-within = Wie weit weg?
search-within-any = egal
search-locate = Bei mir
search-submit = Suchen
filters = Filter
filters-active = { $number } gewählt
filters-apply = Mit diesen Filtern suchen
facet-category = Thema
facet-target-group = Für wen?
facet-municipality = Ort
facet-municipality-any = alle Orte
facet-language = Sprache
facet-open = Geöffnet
facet-open-now = jetzt geöffnet
facet-open-unknown = { $count ->
    [one] Bei { $number } Angebot wissen wir die Zeiten nicht.
   *[other] Bei { $number } Angeboten wissen wir die Zeiten nicht.
}
facet-free = Kosten
facet-free-yes = kostet nichts
facet-free-no = kostet Geld
facet-anonymous = Ohne Ihren Namen
facet-anonymous-yes = das geht
facet-anonymous-no = das geht nicht
facet-accessible = Ohne Barrieren
facet-accessible-yes = ja
facet-accessible-no = nein
facet-any = egal
facet-unknown = wissen wir nicht
language-de = Deutsch
language-en = Englisch
language-fr = Französisch
language-it = Italienisch
language-es = Spanisch
language-pt = Portugiesisch
language-tr = Türkisch
language-uk = Ukrainisch
language-ru = Russisch
language-pl = Polnisch
language-ro = Rumänisch
language-ar = Arabisch
language-fa = Persisch
language-ku = Kurdisch
language-sq = Albanisch
language-sr = Serbisch
language-hr = Kroatisch
language-bs = Bosnisch
language-cnr = Montenegrinisch
language-mk = Mazedonisch
language-bg = Bulgarisch
language-cs = Tschechisch
language-hu = Ungarisch
language-prs = Dari
language-ps = Paschtu
language-rom = Romani
language-ti = Tigrinya
language-gsg = Deutsche Gebärden-Sprache

active-filters = Das haben Sie gewählt
active-filter-remove = Diesen Filter löschen:
active-filters-clear = Alle Filter löschen
filter-text = „{ $text }“
filter-near = in der Nähe von { $place }
filter-within = nicht weiter als { $distance } von { $place }
filter-bbox = auf diesem Teil von der Karte
filter-served = { $place } (und was dort hinkommt)
filter-language = Sprache: { $language }
filter-open-at = geöffnet am { $day } um { $time } Uhr
filter-free = Kosten: { $answer }
filter-anonymous = ohne Ihren Namen: { $answer }
filter-accessible = ohne Barrieren: { $answer }

offers = { $count ->
    [one] { $number } Angebot
   *[other] { $number } Angebote
}
results-all = { $offers } { $place }
results-found = { $count ->
    [0] Wir haben kein Angebot gefunden
    [one] { $number } Angebot
   *[other] { $number } Angebote
}
results-not-searched = Für die Suche fehlt noch etwas
results-to-map = Karte
order-rank = zuerst, was am besten passt
order-distance = zuerst, was am nächsten ist
pagination = Seiten von der Liste
pagination-first = Zum Anfang von der Liste
pagination-next = Mehr Angebote

map-title = Karte mit den Angeboten
map-back-to-list = Liste
map-needs-script = Die Karte geht nur mit dem Programm JavaScript. Alle Angebote stehen auch in der Liste.

place-understood = Sie haben geschrieben: „{ $typed }“. Wir suchen bei: { $name }.
place-understood-center = Wir rechnen ab der Mitte von { $name }. Wir rechnen die gerade Linie auf der Karte. Der Weg ist oft länger.
place-understood-fallback = Wir wissen nicht genau, wo { $name } ist. Darum rechnen wir ab der Mitte vom Ort. Wir rechnen die gerade Linie auf der Karte. Der Weg ist oft länger.
place-typed-point = dem Punkt auf der Karte
place-in = { $name } ({ $town })
place-others = Meinen Sie einen anderen Ort?

faults-title = Das haben wir nicht verstanden
faults-without = Ohne diese Angaben suchen
fault-place = Wir kennen den Ort „{ $value }“ nicht. Schreiben Sie den Namen von einem Ort, eine Post-Leitzahl oder eine Haltestelle. Der Ort muss in unserer Gegend sein.
fault-near = „{ $value }“ ist kein Punkt auf der Karte. Schreiben Sie einen Ort oder eine Post-Leitzahl.
fault-too-long = Sie haben zu viel geschrieben. 1 oder 2 Wörter reichen.
fault-distance = „{ $value }“ ist keine Zahl in Metern. Wählen Sie aus der Liste: Wie weit weg?
fault-category = Das Thema „{ $value }“ gibt es nicht. Wählen Sie ein Thema aus der Liste.
fault-target-group = „{ $value }“ gibt es bei „Für wen?“ nicht. Wählen Sie etwas aus der Liste.
fault-municipality = Einen Ort mit der Nummer „{ $value }“ gibt es hier nicht. Wählen Sie einen Ort aus der Liste.
fault-bbox = Wir können diesen Teil von der Karte nicht lesen: „{ $value }“. Bewegen Sie die Karte. Suchen Sie dann noch einmal.
fault-open = „{ $value }“ ist keine Uhr-Zeit. Wählen Sie: „jetzt geöffnet“.
fault-cursor = Diese Stelle in der Liste gibt es nicht. Fangen Sie bitte vorne an.
fault-choice = Wir kennen „{ $value }“ bei „{ $word }“ nicht. Wählen Sie etwas aus den Filtern.

start-themes = Worum geht es?
start-theme-offers = Angebote
start-all = Alle Angebote in einer Liste ansehen
start-examples = Zum Beispiel
example = { $category } in der Nähe von { $place }
start-help = Brauchen Sie sofort Hilfe?
start-help-all = Alle wichtigen Nummern

no-hits-understood = Danach haben wir gesucht: { $filters }. Dazu kennen wir kein Angebot.
no-hits-ways = Das können Sie tun
no-hits-without = Ohne diesen Filter suchen: { $filter } ({ $offers })
no-hits-start-again = Neu anfangen
no-hits-nearest = Das ist ähnlich oder in der Nähe
no-hits-ask = Hier können Sie fragen
no-hits-ask-text = Wir kennen nicht alle Angebote. Fragen Sie auch im Rathaus von Ihrem Ort. Oder fragen Sie hier:
operator-website = Internet-Seite
phone-short = Telefon

## Cards

approx-place = ungefähre Lage
call-name = { $name } anrufen: { $number }
card-stale = Die Infos sind von: { $date }. Bitte rufen Sie vorher an.
card-age-unknown = Wir wissen nicht, wie alt die Infos sind. Bitte rufen Sie vorher an.
place-protected = Die Adresse ist geheim
place-protected-in = { $town } (Die Adresse ist geheim)
place-online = im Internet
place-phone = am Telefon
place-outreach = kommt zu Ihnen
place-mobile = an verschiedenen Orten
place-none = ohne festen Ort
place-sites = { $count ->
    [one] { $number } Ort
   *[other] { $number } Orte
}

## Times

hours-open-until = jetzt geöffnet, bis { $time }
hours-opens-today = geschlossen, öffnet heute um { $time }
hours-opens-tomorrow = geschlossen, öffnet morgen um { $time }
hours-opens-on = geschlossen, öffnet { $day } um { $time }
hours-opens-in =
    { $count ->
        [one] geschlossen, öffnet in { $number } Minute
       *[other] geschlossen, öffnet in { $number } Minuten
    }
hours-closes-in =
    { $count ->
        [one] jetzt geöffnet, schließt in { $number } Minute
       *[other] jetzt geöffnet, schließt in { $number } Minuten
    }
hours-closed = geschlossen
hours-appointment-today = heute nur mit Termin
hours-holiday = { $hours } ({ $holiday })
hours-holiday-now = Heute ist ein Feier-Tag: { $holiday }. Bitte fragen Sie vorher.
hours-holiday-unsure = { $holiday }: Wir wissen die Zeiten nicht
hours-school-unknown = In den Schul-Ferien gelten andere Zeiten. Wir wissen noch nicht, ob in den nächsten Tagen Ferien sind. Fragen Sie am besten vorher.
holiday-new-year = Neujahr
holiday-epiphany = Heilige Drei Könige
holiday-womens-day = Internationaler Frauen-Tag
holiday-good-friday = Karfreitag
holiday-easter-monday = Oster-Montag
holiday-labour-day = Tag der Arbeit
holiday-liberation-day = Tag der Befreiung
holiday-ascension = Christi Himmelfahrt
holiday-whit-monday = Pfingst-Montag
holiday-seventeenth-of-june = 17. Juni
holiday-corpus-christi = Fronleichnam
holiday-assumption = Mariä Himmelfahrt
holiday-childrens-day = Welt-Kinder-Tag
holiday-german-unity = Tag der Deutschen Einheit
holiday-reformation = Reformations-Tag
holiday-all-saints = Allerheiligen
holiday-repentance = Buß- und Bettag
holiday-christmas-day = 1. Weihnachts-Tag
holiday-boxing-day = 2. Weihnachts-Tag
hours-appointment = nur mit Termin
hours-unknown = Wir wissen die Zeiten nicht
hours-caption = Öffnungs-Zeiten in den nächsten 7 Tagen
hours-day = Tag
hours-time = Zeiten
hours-today = (heute)
hours-appointment-long = Sie brauchen einen Termin. Machen Sie den Termin vorher aus.
hours-source-words = So steht es dort, wo wir die Infos herhaben: „{ $text }“
hours-unknown-long = Wir wissen die Zeiten nicht. Fragen Sie am besten vorher.
status-inactive = Dieses Angebot macht gerade Pause
status-defunct = Dieses Angebot gibt es nicht mehr
status-temporarily-closed = Für einige Zeit geschlossen

## Entry

entry-organization = Anbieter:
entry-together-with = zusammen mit
entry-limited = Das Angebot gibt es nur bis: { $date }.
stale-title = Die Infos sind von: { $date }
stale-title-unknown = Wir wissen nicht, wie alt die Infos sind
stale-text = Die Infos sind vielleicht alt. Vielleicht stimmen sie nicht mehr. Bitte fragen Sie vorher.
block-contact = Kontakt
block-hours = Zeiten
block-for-whom = Für wen?
block-cost = Kosten
block-access = Sprachen und Barriere-Freiheit
block-where = Wo?
block-other-sites = Auch hier
block-related = Das gehört dazu
block-similar = Ähnliche Angebote in der Nähe
block-standing = Wie alt sind die Infos?
block-report = Stimmt etwas nicht?
contact-unknown = Wir haben keine Telefon-Nummer, keine E-Mail und keine Internet-Seite.
contact-borrowed = Wir haben nicht alle Infos zu diesem Angebot. Steht „Anbieter“ dabei? Dann ist es der Kontakt vom Anbieter.
contact-call = Anrufen
contact-call-organization = Beim Anbieter anrufen
contact-email = E-Mail schreiben
contact-email-organization = E-Mail an den Anbieter
contact-website = Internet-Seite
contact-website-organization = Internet-Seite vom Anbieter
for-whom-unknown = Wir wissen nicht, für wen das Angebot ist.
fact-ages = Alter
fact-anonymous = Ohne Ihren Namen
anonymous-yes = Ja. Sie müssen Ihren Namen nicht sagen.
anonymous-no = Nein. Sie müssen Ihren Namen sagen.
ages-between = { $low } bis { $high } Jahre
ages-from = ab { $low } Jahren
ages-to = bis { $high } Jahre
fact-area = Für Menschen aus
area-everywhere = Für alle. Es ist egal, wo Sie wohnen.
fact-capacity = Plätze
fact-form = Art von dem Angebot
fact-legal-basis = Gesetz
cost-free = kostet nichts
cost-not-free = kostet Geld
cost-unknown = Das wissen wir nicht. Fragen Sie am besten vorher.
fact-languages = Sprachen
fact-accessible = Ohne Barrieren
access-yes = ja
access-no = nein
where-protected = Die Adresse ist geheim. So sind die Menschen dort sicher. Melden Sie sich zuerst dort. Dann sagt man Ihnen, wohin Sie kommen können.
where-outreach = Das Angebot kommt zu Ihnen. Sie müssen nirgendwo hingehen.
where-mobile = Das Angebot ist an verschiedenen Orten. Fragen Sie: Wann ist es in meiner Nähe?
where-phone = Das Angebot gibt es am Telefon.
where-online = Das Angebot gibt es im Internet.
where-hosted = Das Angebot ist dort zu Gast.
where-office-hours = Dort ist nur zu bestimmten Zeiten jemand da.
where-several = Das Angebot gibt es an mehreren Orten. Hier stehen nicht alle Orte.
where-no-rooms = Das Angebot hat keine eigenen Räume.
where-municipality = Ort:
where-unknown = Wir wissen nicht, wo das Angebot ist.
where-route = Der Weg dorthin
where-route-note = öffnet das Karten-Programm auf Ihrem Gerät
where-stop = Die nächste Haltestelle heißt: { $name }. Sie ist { $distance } entfernt. Das ist die gerade Linie auf der Karte.
where-station = Der nächste Bahnhof heißt: { $name }. Er ist { $distance } entfernt. Das ist die gerade Linie auf der Karte. { $access }
station-step-free-yes = Der Bahnhof hat keine Stufen.
station-step-free-partial = Ein Teil vom Bahnhof hat Stufen.
station-step-free-no = Der Bahnhof hat Stufen.
station-step-free-unknown = Wir wissen nicht, ob der Bahnhof Stufen hat.
approx-next-door = Ungefähre Lage: Der Punkt auf der Karte ist in der Nähe vom Haus.
approx-stop = Ungefähre Lage: Der Punkt auf der Karte ist die Haltestelle. Die Haltestelle heißt wie der Ort.
approx-street = Ungefähre Lage: Wir kennen nur die Straße. Wir kennen nicht das Haus.
approx-district = Ungefähre Lage: Wir kennen nur den Orts-Teil. Der Punkt auf der Karte ist die Mitte davon.
approx-postcode = Ungefähre Lage: Wir kennen nur die Post-Leitzahl.
approx-municipality = Ungefähre Lage: Die Karte zeigt nur die Mitte vom Ort.
standing-unknown = Wir wissen nicht, wie alt die Infos sind. Der Anbieter hat die Infos nicht geprüft. Bitte rufen Sie vorher an.
standing-source = Die Infos sind von: { $date }. Der Anbieter hat die Infos nicht geprüft.
standing-source-stale = Die Infos sind von: { $date }. Der Anbieter hat die Infos nicht geprüft. Bitte rufen Sie vorher an.
standing-provider = Der Anbieter hat die Infos geprüft: { $date }.
standing-provider-stale = Der Anbieter hat die Infos zuletzt geprüft: { $date }. Bitte rufen Sie vorher an.
standing-editor = Unser Team hat die Infos geprüft: { $date }.
standing-editor-stale = Unser Team hat die Infos zuletzt geprüft: { $date }. Bitte rufen Sie vorher an.
fact-unconfirmed = Wichtig
unconfirmed-text = Wir wissen nicht sicher, ob es dieses Angebot gibt. Schon dort, wo wir die Infos herhaben, steht: nicht bestätigt.
fact-source-kind = Woher sind die Infos?
fact-sources = Dort stehen die Infos
fact-confidence = Wie sicher ist das?
confidence-high = sicher: Die Einrichtung oder ein Amt sagt es. Oder es steht in einem neuen Bericht.
confidence-medium = ziemlich sicher: Die Infos sind älter. Oder es sind nur wenige Infos.
confidence-low = nicht sicher: Wir haben nur wenig darüber gelesen. Oder die Infos sind von einer privaten Seite.
fact-position-source = Woher wissen wir den Ort?
fact-keeper = Wer prüft die Infos?
keeper-source = noch niemand. Wir haben die Infos im Internet und in Zeitungen gefunden.
keeper-provider = der Anbieter
keeper-editor = unser Team
report-text = Ist etwas falsch oder alt? Oder fehlt etwas? Sagen Sie es uns. Sagen Sie uns dabei auch diese Nummer.
report-id = Nummer von diesem Angebot:
report-subject = Hinweis zum Angebot „{ $name }“

## Organization

block-organization = Über den Anbieter
organization-short = Kurzer Name
organization-kind = Art
organization-umbrella = Verband
organization-services = { $count ->
    [one] { $number } Angebot
   *[other] { $number } Angebote
}
organization-no-services = Wir kennen kein öffentliches Angebot von diesem Anbieter.
organization-standing = Die Infos sind von: { $date }. Der Anbieter hat die Infos nicht geprüft.

## Municipalities

municipalities-title = Alle Orte { $place }
municipalities-intro = Hier sehen Sie { $number } Orte. Sie sehen: Was gibt es dort? Was fehlt? Wo ist das nächste Angebot?
municipalities-offers = Angebote, die wir kennen
municipalities-people = Menschen
municipalities-population-source = So viele Menschen haben am { $date } dort gewohnt. Die Zahlen sind vom Zensus 2022. Zensus heißt: Der Staat zählt die Menschen. Quelle: Statistische Ämter des Bundes und der Länder.
municipality = Ort
municipality-known = { $count ->
    [0] Wir kennen hier kein Angebot. Wir kennen aber nicht alle Angebote.
    [one] Wir kennen hier { $number } Angebot. Wir kennen aber nicht alle Angebote.
   *[other] Wir kennen hier { $number } Angebote. Wir kennen aber nicht alle Angebote.
}
municipality-here = Diese Angebote gibt es hier oder für Menschen von hier
municipality-unsited = { $number } (ohne Haus an diesem Ort)
municipality-nothing = Wir kennen kein Angebot.
municipality-list = Alle diese Angebote ansehen
municipality-missing = Dazu kennen wir hier kein Angebot
municipality-missing-note = Vielleicht gibt es hier ein Angebot. Aber wir kennen es nicht.
municipality-nearest = Am nächsten ist:
municipality-placeless = Sie müssen dafür nirgendwo hingehen. Das Angebot ist im Landkreis:
municipality-none-in-county = Wir kennen dazu kein Angebot im ganzen Landkreis
municipality-distances = Wir rechnen ab der Mitte von { $name }. Wir rechnen die gerade Linie auf der Karte. Der Weg ist oft länger.
municipality-served = Diese Angebote sind von woanders, aber auch für Menschen von hier
served-intro = { $count ->
    [one] { $number } Angebot ist an einem anderen Ort. Das Angebot ist auch für die Menschen von hier.
   *[other] { $number } Angebote sind an einem anderen Ort. Die Angebote sind auch für die Menschen von hier.
}
municipality-people = Menschen
people-census = { $number } Menschen haben hier am { $date } gewohnt. Die Zahl ist vom Zensus 2022. Zensus heißt: Der Staat zählt die Menschen. Quelle: Statistische Ämter des Bundes und der Länder.
people-update = Es gibt noch eine andere Zählung. Sie ist anders gemacht. Danach haben hier { $number } Menschen am { $date } gewohnt. ({ $base }, Statistisches Bundesamt)
people-bands = So alt sind die Menschen ungefähr
people-age = Alter
people-count = Menschen
ages-lt18 = unter 18
ages-18to29 = 18 bis 29
ages-30to49 = 30 bis 49
ages-50to64 = 50 bis 64
ages-ge65 = 65 und älter
municipality-town-hall = Rathaus
town-hall-unknown = Wir wissen die Adresse vom Rathaus nicht.
municipality-union = Diese Orte haben eine gemeinsame Verwaltung
municipality-districts = Orts-Teile

## Numbers

numbers-title = Wichtige Nummern
numbers-intro = Brauchen Sie schnell Hilfe? Klicken Sie auf eine Nummer. Dann ruft Ihr Telefon dort an.
number-free = Der Anruf kostet nichts
number-not-free = Der Anruf kostet Geld
number-cost-unknown = Wir wissen nicht, was der Anruf kostet
number-source = Das steht hier:

## Errors

error-code = Fehler { $code }
error-404-title = Diese Seite gibt es nicht
error-404-text = Vielleicht gibt es das Angebot nicht mehr. Oder in der Adresse ist ein Schreib-Fehler. Hier geht es weiter:
error-400-title = Das verstehen wir nicht
error-400-text = In der Adresse steht etwas, das wir nicht lesen können. Fangen Sie am besten neu an:
error-405-title = Das geht hier nicht
error-405-text = Diese Seite kann man nur ansehen. Hier geht es weiter:
error-503-title = Gerade sind zu viele Menschen auf der Seite
error-503-text = Bitte warten Sie 1 Minute. Versuchen Sie es dann noch einmal. Sind Sie in Gefahr? Dann rufen Sie an: 112.
error-429-title = Das waren sehr viele Anfragen in kurzer Zeit
error-429-text = Wir können nicht alles auf einmal beantworten. Bitte warten Sie 1 Minute. Versuchen Sie es dann noch einmal.
error-500-title = Bei uns ist ein Fehler passiert
error-500-text = Sie haben nichts falsch gemacht. Bitte versuchen Sie es später noch einmal. Sind Sie in Gefahr? Dann rufen Sie an: 112.
error-request-id = Nummer von dieser Anfrage: { $id }
error-to-start = Zur Karte und zur Suche
error-to-list = Alle Angebote in einer Liste

## For the browser's scripts

js-results-one = { $count } Angebot
js-results-other = { $count } Angebote
js-results-none = Wir haben kein Angebot gefunden
js-loading = Wir laden die Angebote. Bitte warten Sie …
js-load-error = Wir können die Angebote nicht laden. Haben Sie Internet? Bitte prüfen Sie das.
js-retry = Noch einmal versuchen
js-map-label = Karte mit den Angeboten
js-map-loading = Wir laden die Karte. Bitte warten Sie …
js-map-error = Wir können die Karte nicht laden. Alle Angebote stehen in der Liste.
js-zoom-in = Karte größer machen
js-zoom-out = Karte kleiner machen
js-whole-county = Ganzen Landkreis zeigen
js-search-here = Auf diesem Teil von der Karte suchen
js-cluster-one = { $count } Angebot. Machen Sie die Karte größer. Dann sehen Sie das Angebot.
js-cluster-other = { $count } Angebote. Machen Sie die Karte größer. Dann sehen Sie die Angebote.
js-same-place-one = { $count } Angebot an diesem Ort
js-same-place-other = { $count } Angebote an diesem Ort
js-place-one = { $count } Angebot in { $place }. Wir wissen nicht genau, wo.
js-place-other = { $count } Angebote in { $place }. Wir wissen nicht genau, wo.
js-marker = { $name }, { $category }, { $place }
js-marker-no-place = { $name }, { $category }
js-approx = ungefähre Lage
js-placeless-one = { $count } Angebot hat keinen festen Ort. Das Angebot steht nur in der Liste.
js-placeless-other = { $count } Angebote haben keinen festen Ort. Die Angebote stehen nur in der Liste.
js-popup-close = Schließen
js-card-close = Info zum Angebot schließen
js-open-entry = Zum Angebot
js-locate-working = Wir suchen, wo Sie sind …
js-locate-denied = Ihr Gerät sagt uns nicht, wo Sie sind. Bitte schreiben Sie einen Ort oder eine Post-Leitzahl.
js-locate-unavailable = Wir können nicht finden, wo Sie sind. Bitte schreiben Sie einen Ort oder eine Post-Leitzahl.
js-locate-here = Hier bin ich
js-link-copied = Der Link ist kopiert
js-share-failed = Wir können den Link nicht kopieren. Der Link steht oben im Browser.
js-attribution = Woher ist die Karte?
