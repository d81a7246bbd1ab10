# All words people read on the pages, in plain German. Legal texts: legal.ftl.
# Keys with "js-" go to the browser's scripts, which fill in the placeholders themselves.

## Numbers, dates, places

number-group = .
number-decimal = ,
number-about = rund { $number }
distance-m = { $number } m
distance-km = { $number } km
distance-about-km = etwa { $number } km
distance-under-1-km = weniger als 1 km
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
time-all-day = rund um die Uhr
list-separator = { ", " }
list-and = { $first } und { $last }
unknown = nicht bekannt
external = (führt auf eine andere Internetseite)

## Frame

skip-link = Zum Inhalt springen
nav-main = Hauptmenü
nav-map = Karte
nav-list = Liste
nav-municipalities = Gemeinden
nav-numbers = Wichtige Nummern
footer-imprint = Impressum und Quellen
footer-privacy = Datenschutz
footer-accessibility = Barrierefreiheit
footer-api = Daten und Schnittstelle
breadcrumb = Sie sind hier
to-map = Zur Karte
back-to-list = Zurück zur Liste
all-municipalities = Alle Gemeinden
share = Teilen
print = Drucken

## Search

search-heading = Soziale Angebote { $place } finden
search-title = { $filters }: { $count }
search-label = Angebote suchen
search-q = Was suchen Sie?
search-near = Ort, Postleitzahl oder Haltestelle
search-within = Umkreis
search-within-any = beliebig
search-locate = Bei mir
search-submit = Suchen
filters = Filter
filters-active = { $number } aktiv
filters-apply = Filter anwenden
facet-category = Thema
facet-target-group = Zielgruppe
facet-municipality = Gemeinde
facet-municipality-any = alle Gemeinden
facet-language = Sprache
facet-open = Geöffnet
facet-open-now = jetzt geöffnet
facet-open-unknown = { $count ->
    [one] Bei { $number } Angebot sind die Zeiten nicht bekannt.
   *[other] Bei { $number } Angeboten sind die Zeiten nicht bekannt.
}
facet-free = Kosten
facet-free-yes = kostenlos
facet-free-no = kostet etwas
facet-anonymous = Anonym bleiben
facet-anonymous-yes = möglich
facet-anonymous-no = nicht möglich
facet-accessible = Barrierefrei
facet-accessible-yes = ja
facet-accessible-no = nein
facet-any = egal
facet-unknown = nicht bekannt
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
language-gsg = Deutsche Gebärdensprache

active-filters = Gewählte Filter
active-filter-remove = Filter entfernen:
active-filters-clear = Alle Filter löschen
filter-text = „{ $text }“
filter-near = in der Nähe von { $place }
filter-within = höchstens { $distance } von { $place }
filter-bbox = im Ausschnitt der Karte
filter-served = { $place } (auch was dort hinkommt)
filter-language = Sprache: { $language }
filter-open-at = geöffnet am { $day } um { $time } Uhr
filter-free = Kosten: { $answer }
filter-anonymous = anonym bleiben: { $answer }
filter-accessible = barrierefrei: { $answer }

offers = { $count ->
    [one] { $number } Angebot
   *[other] { $number } Angebote
}
results-all = { $offers } { $place }
results-found = { $count ->
    [0] Kein Angebot gefunden
    [one] { $number } Angebot
   *[other] { $number } Angebote
}
results-not-searched = Ihre Suche braucht noch eine Angabe
results-to-map = Karte
order-rank = die passendsten zuerst
order-distance = die nächsten zuerst
pagination = Seiten der Liste
pagination-first = Zum Anfang der Liste
pagination-next = Weitere Angebote

map-title = Karte der Treffer
map-back-to-list = Liste
map-needs-script = Die Karte braucht JavaScript. Alle Angebote stehen auch in der Liste.

place-understood = „{ $typed }“ haben wir als { $name } verstanden.
place-understood-center = Entfernungen gelten ab der Mitte von { $name }, in Luftlinie.
place-understood-fallback = Von { $name } kennen wir die genaue Lage nicht. Entfernungen gelten ab der Mitte der Gemeinde, in Luftlinie.
place-typed-point = dem gewählten Punkt
place-in = { $name } ({ $town })
place-others = Meinten Sie einen anderen Ort?

faults-title = Das haben wir nicht verstanden
faults-without = Ohne diese Angaben suchen
fault-place = Den Ort „{ $value }“ kennen wir nicht. Geben Sie eine Gemeinde, einen Ortsteil, eine Postleitzahl oder eine Haltestelle aus der Region ein.
fault-near = „{ $value }“ ist kein Punkt auf der Karte. Geben Sie einen Ort oder eine Postleitzahl ein.
fault-too-long = Der Suchtext ist zu lang. Ein oder zwei Wörter genügen.
fault-distance = „{ $value }“ ist keine Entfernung in Metern. Wählen Sie einen Umkreis aus der Liste.
fault-category = Das Thema „{ $value }“ gibt es nicht. Wählen Sie ein Thema aus der Liste.
fault-target-group = Die Zielgruppe „{ $value }“ gibt es nicht. Wählen Sie eine aus der Liste.
fault-municipality = Eine Gemeinde mit dem Schlüssel „{ $value }“ gibt es hier nicht. Wählen Sie eine aus der Liste.
fault-bbox = Der Ausschnitt der Karte „{ $value }“ ist nicht lesbar. Verschieben Sie die Karte und suchen Sie noch einmal.
fault-open = „{ $value }“ ist kein Zeitpunkt. Wählen Sie „jetzt geöffnet“.
fault-cursor = Diese Stelle der Liste gibt es nicht. Fangen Sie vorn an.
fault-choice = Die Angabe „{ $value }“ bei „{ $word }“ kennen wir nicht. Wählen Sie aus den Filtern.

start-themes = Worum geht es?
start-theme-offers = Angebote
start-all = Alle Angebote als Liste ansehen
start-examples = Zum Beispiel
example = { $category } in der Nähe von { $place }
start-help = Brauchen Sie sofort Hilfe?
start-help-all = Alle wichtigen Nummern

no-hits-understood = Das haben wir gesucht: { $filters }. Dazu ist uns kein Angebot bekannt.
no-hits-ways = Das können Sie tun
no-hits-without = Weglassen: { $filter } ({ $offers })
no-hits-start-again = Neu anfangen
no-hits-nearest = Das Nächste, was wir kennen
no-hits-ask = Hier können Sie fragen
no-hits-ask-text = Nicht alles steht in dieser Sammlung. Fragen Sie auch im Rathaus Ihrer Gemeinde oder hier:
operator-website = Internetseite
phone-short = Telefon

## Cards

approx-place = ungefähre Lage
call-name = { $name } anrufen: { $number }
card-stale = Stand der Quelle: { $date }. Bitte rufen Sie vorher an.
card-age-unknown = Wie alt die Angaben sind, ist nicht bekannt. Bitte rufen Sie vorher an.
place-protected = Adresse geschützt
place-protected-in = { $town } (Adresse geschützt)
place-online = im Internet
place-phone = am Telefon
place-outreach = kommt zu Ihnen
place-mobile = unterwegs an mehreren Orten
place-none = ohne festen Ort
place-sites = { $count ->
    [one] { $number } Standort
   *[other] { $number } Standorte
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
hours-appointment-today = heute nur nach Vereinbarung
hours-holiday = { $hours } ({ $holiday })
hours-holiday-now = heute ist Feiertag ({ $holiday }): Bitte vorher nachfragen
hours-holiday-unsure = { $holiday }: Zeiten nicht bekannt
hours-school-unknown = Die Zeiten hängen von den Schulferien ab. Für die nächsten Tage sind die Ferien noch nicht bekannt. Fragen Sie am besten vorher nach.
holiday-new-year = Neujahr
holiday-epiphany = Heilige Drei Könige
holiday-womens-day = Internationaler Frauentag
holiday-good-friday = Karfreitag
holiday-easter-monday = Ostermontag
holiday-labour-day = Tag der Arbeit
holiday-liberation-day = Tag der Befreiung
holiday-ascension = Christi Himmelfahrt
holiday-whit-monday = Pfingstmontag
holiday-seventeenth-of-june = 17. Juni
holiday-corpus-christi = Fronleichnam
holiday-assumption = Mariä Himmelfahrt
holiday-childrens-day = Weltkindertag
holiday-german-unity = Tag der Deutschen Einheit
holiday-reformation = Reformationstag
holiday-all-saints = Allerheiligen
holiday-repentance = Buß- und Bettag
holiday-christmas-day = 1. Weihnachtsfeiertag
holiday-boxing-day = 2. Weihnachtsfeiertag
hours-appointment = nach Vereinbarung
hours-unknown = Zeiten nicht bekannt
hours-caption = Öffnungszeiten der nächsten sieben Tage
hours-day = Tag
hours-time = Zeiten
hours-today = (heute)
hours-appointment-long = Nach Vereinbarung. Machen Sie vorher einen Termin aus.
hours-source-words = In der Quelle steht: „{ $text }“
hours-unknown-long = Die Zeiten sind nicht bekannt. Fragen Sie am besten vorher nach.
status-inactive = Dieses Angebot ruht zurzeit
status-defunct = Dieses Angebot gibt es nicht mehr
status-temporarily-closed = Vorübergehend geschlossen

## Entry

entry-organization = Träger:
entry-together-with = zusammen mit
entry-limited = Befristet: läuft bis { $date }.
stale-title = Stand der Quelle: { $date }
stale-title-unknown = Stand der Quelle: nicht bekannt
stale-text = Diese Angaben können veraltet sein. Bitte fragen Sie vorher nach.
block-contact = Kontakt
block-hours = Zeiten
block-for-whom = Für wen
block-cost = Kosten
block-access = Sprachen, Barrierefreiheit
block-where = Wo
block-other-sites = Auch hier
block-related = Gehört zu
block-similar = Ähnliches in der Nähe
block-standing = Stand
block-report = Stimmt etwas nicht?
contact-unknown = Weder Telefon noch E-Mail noch Internetseite sind uns bekannt.
contact-borrowed = Für dieses Angebot ist nicht alles bekannt. Mit „Träger“ ist der Kontakt des Trägers gemeint.
contact-call = Anrufen
contact-call-organization = Träger anrufen
contact-email = E-Mail schreiben
contact-email-organization = E-Mail an den Träger
contact-website = Internetseite
contact-website-organization = Internetseite des Trägers
for-whom-unknown = Für wen das Angebot gedacht ist, steht nicht in der Quelle.
fact-ages = Alter
fact-anonymous = Anonym bleiben
anonymous-yes = ja, Sie müssen Ihren Namen nicht sagen
anonymous-no = nein, Sie müssen Ihren Namen sagen
ages-between = { $low } bis { $high } Jahre
ages-from = ab { $low } Jahren
ages-to = bis { $high } Jahre
fact-area = Zuständig für
area-everywhere = alle, ohne Grenze nach Wohnort
fact-capacity = Plätze
fact-form = Art des Angebots
fact-legal-basis = Rechtsgrundlage
cost-free = kostenlos
cost-not-free = nicht kostenlos
cost-unknown = Nicht bekannt. Fragen Sie am besten vorher nach.
fact-languages = Sprachen
fact-accessible = Barrierefrei
access-yes = ja
access-no = nein
where-protected = Die Adresse ist geschützt, damit die Menschen dort sicher sind. Wohin Sie kommen können, erfahren Sie, wenn Sie sich dort melden.
where-outreach = Das Angebot kommt zu Ihnen. Es gibt keinen Ort, zu dem Sie gehen müssen.
where-mobile = Das Angebot ist an wechselnden Orten. Fragen Sie, wann es in Ihrer Nähe ist.
where-phone = Das Angebot gibt es am Telefon.
where-online = Das Angebot gibt es im Internet.
where-hosted = Das Angebot ist dort zu Gast.
where-office-hours = Dort ist nur zu bestimmten Zeiten jemand da.
where-several = Das Angebot hat mehrere Standorte. Nicht alle stehen einzeln in der Sammlung.
where-no-rooms = Das Angebot hat keine eigenen Räume.
where-municipality = Gemeinde:
where-unknown = Der Ort ist nicht bekannt.
where-route = Weg dorthin
where-route-note = öffnet das Karten-Programm Ihres Geräts
where-stop = Nächste Haltestelle: { $name }, { $distance } (Luftlinie).
where-station = Nächster Bahnhof: { $name }, { $distance } (Luftlinie). { $access }
station-step-free-yes = Der Bahnhof ist stufenfrei.
station-step-free-partial = Der Bahnhof ist nur zum Teil stufenfrei.
station-step-free-no = Der Bahnhof ist nicht stufenfrei.
station-step-free-unknown = Ob der Bahnhof stufenfrei ist, ist nicht bekannt.
approx-next-door = Ungefähre Lage: Der Punkt auf der Karte liegt in der Nähe der Hausnummer.
approx-stop = Ungefähre Lage: Der Punkt auf der Karte ist die Haltestelle, die nach dem Ort heißt.
approx-street = Ungefähre Lage: Bekannt ist die Straße, nicht die genaue Stelle.
approx-district = Ungefähre Lage: Bekannt ist nur der Ortsteil. Der Punkt auf der Karte ist seine Mitte.
approx-postcode = Ungefähre Lage: Bekannt ist nur die Postleitzahl.
approx-municipality = Ungefähre Lage: Die Karte zeigt nur die Mitte der Gemeinde.
standing-unknown = Stand der Quelle: nicht bekannt, nicht vom Träger bestätigt, bitte vorher anrufen.
standing-source = Stand der Quelle: { $date }, nicht vom Träger bestätigt.
standing-source-stale = Stand der Quelle: { $date }, nicht vom Träger bestätigt, bitte vorher anrufen.
standing-provider = Vom Träger bestätigt: { $date }.
standing-provider-stale = Vom Träger zuletzt bestätigt: { $date }, bitte vorher anrufen.
standing-editor = Von der Redaktion bestätigt: { $date }.
standing-editor-stale = Von der Redaktion zuletzt bestätigt: { $date }, bitte vorher anrufen.
fact-unconfirmed = Hinweis
unconfirmed-text = Schon die Quelle nennt dieses Angebot unbestätigt.
fact-source-kind = Art der Quelle
fact-sources = Quellen
fact-confidence = Wie sicher
confidence-high = sicher: eine klare Angabe der Einrichtung, einer Behörde oder ein neuer Bericht
confidence-medium = einigermaßen sicher: eine ältere oder knappe Quelle
confidence-low = unsicher: nur nebenbei erwähnt, erschlossen oder aus einer privaten Quelle
fact-position-source = Quelle der Lage
fact-keeper = Gepflegt von
keeper-source = noch niemand; aus öffentlichen Quellen gesammelt
keeper-provider = dem Träger
keeper-editor = der Redaktion
report-text = Ist etwas falsch, veraltet oder fehlt etwas? Sagen Sie es uns. Nennen Sie dabei die Kennung.
report-id = Kennung dieses Eintrags:
report-subject = Hinweis zum Eintrag „{ $name }“

## Organization

block-organization = Über den Träger
organization-short = Kurzname
organization-kind = Art
organization-umbrella = Verband
organization-services = { $count ->
    [one] { $number } Angebot
   *[other] { $number } Angebote
}
organization-no-services = Von diesem Träger ist uns kein öffentliches Angebot bekannt.
organization-standing = Stand der Quelle: { $date }, nicht vom Träger bestätigt.

## Municipalities

municipalities-title = Die Gemeinden { $place }
municipalities-intro = { $number } Gemeinden: was es dort gibt, was fehlt und wo das Nächste ist.
municipalities-offers = Bekannte Angebote
municipalities-people = Menschen
municipalities-population-source = Menschen nach dem Zensus 2022, Stichtag { $date }. Quelle: Statistische Ämter des Bundes und der Länder.
municipality = Gemeinde
municipality-known = { $count ->
    [0] Hier ist uns kein Angebot bekannt. Die Sammlung ist eine Stichprobe, kein Verzeichnis.
    [one] { $number } Angebot ist hier bekannt. Die Sammlung ist eine Stichprobe, kein Verzeichnis.
   *[other] { $number } Angebote sind hier bekannt. Die Sammlung ist eine Stichprobe, kein Verzeichnis.
}
municipality-here = Was es hier gibt oder was für hier da ist
municipality-unsited = { $number } (ohne Standort hier)
municipality-nothing = Kein Angebot bekannt.
municipality-list = Alle diese Angebote ansehen
municipality-missing = Was hier nicht bekannt ist
municipality-missing-note = Dass hier etwas nicht bekannt ist, heißt nicht, dass es das nicht gibt.
municipality-nearest = Das Nächste:
municipality-placeless = Ohne Ort zum Hingehen, im Landkreis:
municipality-none-in-county = im ganzen Landkreis nicht bekannt
municipality-distances = Entfernungen in Luftlinie ab der Mitte von { $name }.
municipality-served = Was von anderswo hierherkommt oder zuständig ist
served-intro = { $count ->
    [one] { $number } Angebot hat seinen Sitz anderswo, ist aber nach eigener Angabe auch für diese Gemeinde da.
   *[other] { $number } Angebote haben ihren Sitz anderswo, sind aber nach eigener Angabe auch für diese Gemeinde da.
}
municipality-people = Menschen
people-census = { $number } Menschen am { $date } (Zensus 2022, Statistische Ämter des Bundes und der Länder).
people-update = Eine andere Zählung, nicht damit zu vergleichen: { $number } Menschen am { $date } ({ $base }, Statistisches Bundesamt).
people-bands = Altersgruppen, geschätzt
people-age = Alter
people-count = Menschen
ages-lt18 = unter 18
ages-18to29 = 18 bis 29
ages-30to49 = 30 bis 49
ages-50to64 = 50 bis 64
ages-ge65 = 65 und älter
municipality-town-hall = Rathaus
town-hall-unknown = Die Anschrift des Rathauses ist nicht bekannt.
municipality-union = Verwaltungsgemeinschaft
municipality-districts = Ortsteile

## Numbers

numbers-title = Wichtige Nummern
numbers-intro = Wenn es schnell gehen muss. Tippen Sie auf die Nummer, um anzurufen.
number-free = kostenlos
number-not-free = nicht kostenlos
number-cost-unknown = Kosten nicht bekannt
number-source = Quelle:

## Errors

error-code = Fehler { $code }
error-404-title = Diese Seite gibt es nicht
error-404-text = Vielleicht ist das Angebot nicht mehr in der Sammlung, oder die Adresse hat einen Tippfehler. Hier geht es weiter:
error-400-title = Diese Anfrage verstehen wir nicht
error-400-text = Die Adresse enthält etwas, das wir nicht lesen können. Fangen Sie am besten neu an:
error-405-title = So geht das hier nicht
error-405-text = Diese Seite kann man nur ansehen. Hier geht es weiter:
error-503-title = Gerade ist zu viel los
error-503-text = Bitte versuchen Sie es in einer Minute noch einmal. In einem Notfall rufen Sie 112 an.
error-429-title = Das waren sehr viele Anfragen in kurzer Zeit
error-429-text = Von Ihrem Anschluss kamen mehr Anfragen, als wir auf einmal beantworten können. Bitte versuchen Sie es in einer Minute noch einmal.
error-500-title = Bei uns ist etwas schiefgegangen
error-500-text = Es liegt nicht an Ihnen. Bitte versuchen Sie es später noch einmal. In einem Notfall rufen Sie 112 an.
error-request-id = Kennung der Anfrage: { $id }
error-to-start = Zur Karte und Suche
error-to-list = Alle Angebote als Liste

## For the browser's scripts

js-results-one = { $count } Angebot
js-results-other = { $count } Angebote
js-results-none = Kein Angebot gefunden
js-loading = Treffer werden geladen …
js-load-error = Die Treffer konnten nicht geladen werden. Prüfen Sie Ihre Verbindung.
js-retry = Noch einmal versuchen
js-map-label = Karte der Angebote
js-map-loading = Karte wird geladen …
js-map-error = Die Karte konnte nicht geladen werden. Alle Angebote stehen in der Liste.
js-zoom-in = Näher heran
js-zoom-out = Weiter weg
js-whole-county = Ganzer Landkreis
js-search-here = In diesem Ausschnitt suchen
js-cluster-one = { $count } Angebot, zum Aufklappen näher heran
js-cluster-other = { $count } Angebote, zum Aufklappen näher heran
js-same-place-one = { $count } Angebot an diesem Ort
js-same-place-other = { $count } Angebote an diesem Ort
js-place-one = { $count } Angebot in { $place }, genaue Lage unbekannt
js-place-other = { $count } Angebote in { $place }, genaue Lage unbekannt
js-marker = { $name }, { $category }, { $place }
js-marker-no-place = { $name }, { $category }
js-approx = ungefähre Lage
js-placeless-one = { $count } Angebot ohne festen Ort steht nur in der Liste
js-placeless-other = { $count } Angebote ohne festen Ort stehen nur in der Liste
js-popup-close = Schließen
js-card-close = Karte des Angebots schließen
js-open-entry = Zum Angebot
js-locate-working = Ihr Standort wird gesucht …
js-locate-denied = Ihr Browser gibt den Standort nicht frei. Bitte geben Sie einen Ort oder eine Postleitzahl ein.
js-locate-unavailable = Ihr Standort ließ sich nicht bestimmen. Bitte geben Sie einen Ort oder eine Postleitzahl ein.
js-locate-here = Mein Standort
js-link-copied = Link kopiert
js-share-failed = Der Link ließ sich nicht kopieren. Sie finden ihn in der Adresszeile.
js-attribution = Quellen der Karte
