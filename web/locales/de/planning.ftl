# The planning pages, in plain German. Legal texts: de-legal.ftl; everything else: de.ftl.

## Frame

plan-nav = Bereiche der Planung
plan-tab-areas = Weiße Flecken
plan-tab-matrix = Alle Angebote auf einen Blick
plan-kicker = Planung · Weiße Flecken
plan-kicker-of = Planung · Weiße Flecken · { $label }
plan-title = Wo wohnen Menschen, die kein Angebot erreichen?
plan-title-of = Weiße Flecken: { $label }, { $distance }
plan-intro = Wählen Sie ein Angebot und eine zumutbare Entfernung. Sie sehen dann, wo Menschen weiter weg wohnen und wie viele es sind.
plan-intro-no-offer = Wählen Sie noch, um welches Angebot es geht.
plan-intro-no-distance = Geben Sie noch an, welche Entfernung zumutbar ist.
plan-result = Ergebnis
plan-map = Karte
plan-map-needs-script = Die Karte braucht JavaScript. Alles, was sie zeigt, steht auch in den Tabellen.
plan-faults-left-out = Wir haben ohne diese Angaben gerechnet.

## Numbers

plan-under-10 = weniger als 10
plan-none = –
plan-km2 = { $number } km²
plan-by-straight = { $distance } Luftlinie
plan-by-overland = { $distance } Landweg
plan-people-total = { $number } Menschen
plan-people-lt18 = { $number } Menschen unter 18 Jahren
plan-people-18to29 = { $number } Menschen von 18 bis 29 Jahren
plan-people-30to49 = { $number } Menschen von 30 bis 49 Jahren
plan-people-50to64 = { $number } Menschen von 50 bis 64 Jahren
plan-people-ge65 = { $number } Menschen ab 65 Jahren
plan-name-people = { $name } ({ $people })
plan-name-change = { $name }: { $people }
plan-change-more = + { $people }
plan-change-less = − { $people }

## The form

plan-form = Frage stellen
plan-category = Angebot
plan-category-none = bitte wählen
plan-category-all = Alles aus „{ $label }“
plan-distance = Zumutbare Entfernung
plan-distance-slider = Entfernung mit dem Regler wählen
plan-km = Kilometer
plan-metric = Entfernung messen als
plan-metric-straight = Luftlinie
plan-metric-overland = Landweg
plan-links = Der Landweg führt nicht durchs Wasser. Er darf diese Verbindungen nutzen:
plan-link-note = { $length } ({ $basis })
plan-link-note-season = { $length } ({ $basis }), { $season }
plan-population = Für wen
plan-age-total = alle Menschen
plan-ages-not-known = Das Raster kennt diese Altersgruppen nicht. Darum kann man sie nicht wählen.
plan-more = Weitere Einstellungen
plan-target = Zielgruppe des Angebots
plan-municipality = Nur Menschen aus
plan-merge = Weiße Flecken zusammenfassen
plan-merge-none = nur, was Seite an Seite liegt
plan-merge-gap = über Lücken bis { $gap }
plan-stale = Ein Eintrag gilt als veraltet nach
plan-stale-policy = der Regel seines Themas
plan-months = { $count ->
    [one] { $number } Monat
   *[other] { $number } Monaten
}
plan-only = Nur Angebote, die
plan-only-accessible = barrierefrei sind
plan-only-free = kostenlos sind
plan-only-anonymous = ohne Namen genutzt werden können
plan-only-open = jetzt geöffnet sind
plan-submit = Berechnen
plan-fault-number = „{ $value }“ ist keine Zahl. Schreiben Sie zum Beispiel 5 oder 2,5.
plan-fault-distance = Die Entfernung muss größer als 0 und höchstens 200 Kilometer sein.
plan-fault-months = „{ $value }“ passt nicht. Wählen Sie 0 bis 600 Monate.
plan-fault-merge = „{ $value }“ passt nicht. Weiße Flecken lassen sich über 0 bis 5.000 Meter zusammenfassen.
plan-fault-links = Eine Verbindung „{ $value }“ gibt es hier nicht. Wählen Sie aus der Liste.
plan-fault-large = Für Landwege sind das zu viele Standorte auf einmal. Wählen Sie Luftlinie oder weniger Standorte.
plan-fault-age-unknown = Das Raster kennt diese Altersgruppe nicht. Wählen Sie „alle Menschen“.
plan-fault-many = Das sind zu viele Änderungen auf einmal. Höchstens 100 passen in eine Adresse.
plan-fault-outside = Ein neuer Standort liegt außerhalb des Gebiets. Setzen Sie ihn in eine der Gemeinden.
plan-fault-water = Ein neuer Standort liegt im Wasser. Setzen Sie ihn an Land.
plan-fault-doubled = Zwei neue Standorte liegen an derselben Stelle. Nehmen Sie einen davon weg.
plan-fault-site = Einen der genannten Standorte gibt es nicht (mehr).
plan-fault-twice = Ein Standort kommt in den Änderungen zweimal vor. Versetzen oder schließen Sie ihn einmal.
plan-fault-scenario = Eine Änderung an den Standorten ist nicht lesbar. Nehmen Sie sie zurück und setzen Sie sie neu.
plan-fault-choice = Die Angabe „{ $value }“ kennen wir hier nicht. Wählen Sie aus der Liste.

## The sentence

plan-offer-category = vom nächsten Angebot „{ $label }“
plan-offer-category-target = vom nächsten Angebot „{ $label }“ (Zielgruppe: { $target })
plan-offer-target = vom nächsten Angebot für die Zielgruppe „{ $target }“
plan-offer-any = vom nächsten passenden Angebot
plan-says-unserved = { $count ->
    [one] In { $name } leben { $people } weiter als { $distance } { $offer } entfernt.
   *[other] In { $number } Gemeinden leben { $people } weiter als { $distance } { $offer } entfernt.
}
plan-nobody-total = Niemand
plan-nobody-lt18 = Niemand unter 18 Jahren
plan-nobody-18to29 = Niemand zwischen 18 und 29 Jahren
plan-nobody-30to49 = Niemand zwischen 30 und 49 Jahren
plan-nobody-50to64 = Niemand zwischen 50 und 64 Jahren
plan-nobody-ge65 = Niemand ab 65 Jahren
plan-says-all-served = { $nobody } lebt weiter als { $distance } { $offer } entfernt.
plan-says-none-served = Alle hier, { $people }, leben weiter als { $distance } { $offer } entfernt.
plan-says-no-offer = Wir kennen keinen Standort, zu dem man gehen kann. Das betrifft { $people }.
plan-says-no-match = Wir kennen keinen Standort, der zu allen gewählten Merkmalen passt. Von vielen fehlt uns die Angabe. Das betrifft { $people }.
plan-says-imagined = Gedankenspiel: { $sentence }
plan-says-nobody-lives = Aus dieser Gruppe lebt hier niemand. Darum gibt es nichts zu zählen.
plan-says-most = Am meisten in { $list }.
plan-says-uncertain = Davon sind { $people } ungewiss, denn von manchen Standorten kennen wir nur die ungefähre Lage.
plan-says-no-path = Für { $people } gibt es gar keinen Weg zu einem Angebot.
plan-says-remote = { $count ->
    [one] Daneben gibt es { $number } Angebot, zu dem niemand gehen muss: Es kommt nach Hause oder ist am Telefon oder im Internet da. Es steht weiter unten.
   *[other] Daneben gibt es { $number } Angebote, zu denen niemand gehen muss: Sie kommen nach Hause oder sind am Telefon oder im Internet da. Sie stehen weiter unten.
}
plan-says-scope = Gezählt sind nur Menschen aus { $list }.
plan-figure-served = höchstens { $distance } entfernt
plan-figure-unserved = weiter entfernt: Hier fehlt ein Angebot oder ein Eintrag
plan-figure-uncertain = ungewiss
plan-figure-uncertain-stale = ungewiss, denn der Stand ist alt
plan-figure-uncertain-approximate = ungewiss, denn die Lage ist nur ungefähr bekannt
plan-figure-uncertain-both = ungewiss: alter Stand ({ $stale }), ungefähre Lage ({ $approximate })
plan-figure-uncertain-sides = { $reasons }. Davon { $served } in Reichweite, { $unserved } weiter entfernt
plan-figure-median = Die Hälfte hat es höchstens so weit
plan-just-over = etwas über { $distance }
plan-figure-p90 = 9 von 10 höchstens { $distance }
plan-doubts = Was wir nicht sicher wissen
plan-doubt-stale = Alter Stand
plan-doubt-stale-text = Für { $people } sind nur Angebote in Reichweite, deren Eintrag einen alten Stand hat. Ob es diese Angebote noch gibt, muss man fragen.
plan-doubt-approximate = Ungefähre Lage
plan-doubt-approximate-text = Bei { $people } hängt es davon ab, wo ein Standort genau liegt. Von ihm kennen wir nur die Straße, den Ortsteil oder die Gemeinde.
plan-complete-unknown = Niemand hat bisher geprüft, ob die Sammlung für dieses Thema vollständig ist. Wo wir kein Angebot kennen, kann es trotzdem eines geben.
plan-complete-partial = Die Sammlung hat für dieses Thema bekannte Lücken. Wo wir kein Angebot kennen, kann es trotzdem eines geben.
plan-complete-yes = Der Landkreis hält die Sammlung für dieses Thema für vollständig.

## Tables

plan-areas-title = Weiße Flecken
plan-areas = { $count ->
    [0] Kein weißer Fleck
    [one] { $number } zusammenhängendes Gebiet
   *[other] { $number } zusammenhängende Gebiete, die mit den meisten Menschen zuerst
}
plan-areas-none = { $nobody } wohnt weiter weg als die gewählte Entfernung.
plan-areas-rest = { $count ->
    [one] Ein weiteres kleines Gebiet ({ $people } Menschen) steht in der GeoJSON-Datei.
   *[other] { $number } weitere kleine Gebiete ({ $people } Menschen) stehen in der GeoJSON-Datei.
}
plan-areas-on-paper = Das sind die { $shown } mit den meisten Menschen. Alle { $all } stehen in der GeoJSON-Datei.
plan-area-label = Weißer Fleck { $number }, { $place }, { $people } Menschen
plan-area-uncertain = davon { $people } ungewiss
plan-ages = unter 18: { $young } · ab 65: { $old }
plan-ages-unknown = Alter nicht bekannt
plan-col-number = Nr.
plan-col-where = Wo
plan-col-people = Menschen
plan-col-unserved = weiter entfernt
plan-col-share = Anteil
plan-col-served = in Reichweite
plan-col-uncertain = ungewiss
plan-col-sites = Standorte
plan-col-median = Hälfte höchstens
plan-col-p90 = 9 von 10 höchstens
plan-col-max = größte Entfernung
plan-col-change = Änderung
plan-municipalities = { $count ->
    [one] { $number } Gemeinde
   *[other] Alle { $number } Gemeinden
}
plan-municipalities-note = Zuerst die Gemeinden, in denen niemand ein Angebot in dieser Entfernung hat. Die Überschriften sortieren die Tabelle.
plan-municipality-label = { $name }, { $people } Menschen weiter entfernt
plan-spread = Wie weit haben es die Menschen?
plan-histogram = Menschen nach Entfernung
plan-lorenz = Wie gleich ist die Entfernung verteilt?
plan-as-table = Als Tabelle
plan-axis-distance = Entfernung zum nächsten Angebot
plan-axis-people = Menschen
plan-axis-share-people = Anteil der Menschen, die nächsten zuerst
plan-axis-share-distance = Anteil an allen Wegen
plan-range = { $from } bis unter { $to }
plan-range-open = { $from } und mehr
plan-mean = Im Mittel sind es { $distance } bis zum nächsten Angebot.
plan-gini-low = Die Wege sind recht gleich verteilt (Gini-Koeffizient { $gini }; 0 hieße: alle haben es gleich weit, 1: die Wege sind so ungleich wie möglich).
plan-gini-middle = Die Wege sind ungleich verteilt: Wenige haben es deutlich weiter als die meisten (Gini-Koeffizient { $gini }; 0 hieße: alle haben es gleich weit, 1: die Wege sind so ungleich wie möglich).
plan-gini-high = Die Wege sind sehr ungleich verteilt: Viele haben es nah, einige sehr weit (Gini-Koeffizient { $gini }; 0 hieße: alle haben es gleich weit, 1: die Wege sind so ungleich wie möglich).

## Legend

plan-legend-title = { $people } außer Reichweite je Rasterzelle ({ $size })
plan-class-first = unter { $to }
plan-class-range = { $from } bis { $to }
plan-class-open = { $from } und mehr
plan-as-of = Angebote: Stand { $day }. Menschen: { $census }.
plan-legend-served = in Reichweite
plan-legend-uncertain = ungewiss (schraffiert)
plan-legend-site = Standort
plan-legend-approximate = Standort, ungefähre Lage
plan-legend-stale = Standort, alter Stand
plan-legend-added = neuer oder versetzter Standort
plan-legend-closed = geschlossener Standort

## Scenario

plan-scenario = Ihr Gedankenspiel
plan-scenario-left-out = { $count ->
    [one] { $number } Änderung passt nicht zu den gewählten Angeboten und zählt hier nicht. Wählen Sie das frühere Angebot, zählt sie wieder.
   *[other] { $number } Änderungen passen nicht zu den gewählten Angeboten und zählen hier nicht. Wählen Sie das frühere Angebot, zählen sie wieder.
}
plan-scenario-places = Was sich in den Gemeinden ändert
plan-gain-only = + { $gained } erreicht, niemand verliert.
plan-gain-and-loss = + { $gained } erreicht. Für { $lost } wird es zu weit.
plan-loss-only = Niemand wird zusätzlich erreicht, für { $lost } wird es zu weit.
plan-no-gain = Für niemanden ändert sich, ob ein Angebot in Reichweite ist.
plan-change-add = Neuer Standort { $number }
plan-change-add-near = Neuer Standort { $number } bei { $place }
plan-change-move = Versetzt: { $name }
plan-change-move-near = Versetzt nach { $place }: { $name }
plan-change-close = Geschlossen: { $name }
plan-site-unknown = unbekannter Standort
plan-site-new = neuer Standort
plan-undo = Zurücknehmen
plan-undo-all = Alle Änderungen zurücknehmen

## Remote

plan-remote = Angebote ohne Weg
plan-remote-note = Diese Angebote kommen zu den Menschen oder sind aus der Ferne erreichbar. Bei ihnen zählt keine Entfernung, darum stehen sie für sich.
plan-remote-outreach = { $count ->
    [one] { $number } Angebot kommt nach Hause.
   *[other] { $number } Angebote kommen nach Hause.
}
plan-remote-phone = { $count ->
    [one] { $number } Angebot gibt es am Telefon.
   *[other] { $number } Angebote gibt es am Telefon.
}
plan-remote-online = { $count ->
    [one] { $number } Angebot gibt es im Internet.
   *[other] { $number } Angebote gibt es im Internet.
}
plan-remote-mobile = { $count ->
    [one] { $number } Angebot ist an wechselnden Orten.
   *[other] { $number } Angebote sind an wechselnden Orten.
}
plan-remote-people = In ihren Zuständigkeitsgebieten leben { $people } Menschen.
plan-remote-undeclared = { $count ->
    [one] Bei { $number } davon ist nicht angegeben, für welche Orte es da ist. Darum zählt es für niemanden als sicher.
   *[other] Bei { $number } davon ist nicht angegeben, für welche Orte sie da sind. Darum zählen sie für niemanden als sicher.
}

## Exports, method

plan-export = Mitnehmen
plan-export-csv = Gemeinden als Tabelle (CSV für Programme)
plan-export-csv-excel = Gemeinden als Tabelle (CSV für Excel)
plan-export-geojson = Weiße Flecken für die Karte (GeoJSON)
plan-export-json = Alles für Maschinen (JSON)
plan-method = So ist gerechnet
plan-method-people = Menschen
plan-method-sites = Standorte
plan-method-distance = Entfernung
plan-method-served = In Reichweite
plan-method-areas = Weißer Fleck
plan-method-uncertain = Ungewiss
plan-method-limits = Grenzen
plan-method-again = Nachrechnen
plan-method-sources = Quellen
plan-method-cells = Die Menschen sind in Rasterzellen von { $size } Seitenlänge gezählt. Alle Menschen einer Zelle stehen in deren Mitte.
plan-method-factor = Je Gemeinde sind die gezählten Menschen auf die amtliche Zahl hochgerechnet (Faktor { $least } bis { $most }). Die Zahlen sind also Schätzungen und gerundet.
plan-method-centre = Für { $list } hat das Raster keine Zellen. Alle Menschen stehen dort in der Mitte der Gemeinde.
plan-method-count = { $count ->
    [0] Es zählt kein Standort.
    [one] Es zählt { $number } Standort, den man aufsuchen kann.
   *[other] Es zählen { $number } Standorte, die man aufsuchen kann.
}
plan-method-outside = { $count ->
    [one] { $number } davon liegt außerhalb des Landkreises.
   *[other] { $number } davon liegen außerhalb des Landkreises.
}
plan-method-restricted = { $count ->
    [one] { $number } davon ist nur für bestimmte Gemeinden da.
   *[other] { $number } davon sind nur für bestimmte Gemeinden da.
}
plan-method-approximate = { $count ->
    [one] Von { $number } ist nur die ungefähre Lage bekannt.
   *[other] Von { $number } ist nur die ungefähre Lage bekannt.
}
plan-method-stale = { $count ->
    [one] Bei { $number } hat der Eintrag einen alten Stand.
   *[other] Bei { $number } hat der Eintrag einen alten Stand.
}
plan-method-unlocated = { $count ->
    [one] { $number } weiterer Standort zählt nicht mit: Seine Lage ist nicht bekannt oder geschützt.
   *[other] { $number } weitere Standorte zählen nicht mit: Ihre Lage ist nicht bekannt oder geschützt.
}
plan-method-straight = Luftlinie von der Mitte der Zelle zum nächsten Standort. Wege auf der Straße sind länger, über den See oft sehr viel länger.
plan-method-overland = Kürzester Weg über Land, nicht durchs Wasser. Er folgt keinen Straßen; der wirkliche Weg ist länger.
plan-method-links = Er nutzt: { $list }.
plan-method-no-links = Er nutzt keine Fähre, keine Brücke zu einer Insel und keinen Grenzübergang.
plan-method-formula = Eine Zelle ist in Reichweite, wenn der nächste Standort höchstens { $distance } entfernt ist. Der Anteil ist: Menschen außer Reichweite geteilt durch alle Menschen.
plan-method-touch = Zellen außer Reichweite, die sich an einer Seite berühren, bilden einen weißen Fleck. Sortiert ist nach Menschen, nicht nach Fläche.
plan-method-merge = Zellen außer Reichweite, zwischen denen höchstens { $gap } liegen, bilden einen weißen Fleck. Sortiert ist nach Menschen, nicht nach Fläche.
plan-method-policy = Alter Stand: Nur Angebote sind in Reichweite, deren Eintrag nach der Regel ihres Themas veraltet ist oder kein Datum hat.
plan-method-months = { $count ->
    [one] Alter Stand: Nur Angebote sind in Reichweite, deren Eintrag älter als { $number } Monat ist oder kein Datum hat.
   *[other] Alter Stand: Nur Angebote sind in Reichweite, deren Eintrag älter als { $number } Monate ist oder kein Datum hat.
}
plan-method-accuracy = Ungefähre Lage: Läge der Standort anderswo innerhalb seiner Genauigkeit, käme die Zelle auf die andere Seite der Grenze.
plan-limit-sample = Die Sammlung kann unvollständig sein. Ein weißer Fleck kann eine Lücke im Angebot sein oder eine Lücke in der Sammlung.
plan-limit-way = Bus, Bahn und Fahrzeit sind nicht berücksichtigt, auch nicht freie Plätze und Wartezeiten.
plan-limit-estimate = Für wenige Menschen in kleinen Gebieten sind die Zahlen unsicher. Nutzen Sie sie als Größenordnung.
plan-method-snapshot = Kennung des Datenstands:
plan-method-machine = Dieselbe Antwort für Maschinen, mit allen Angaben und ungerundet
plan-preparing = Die Wege über Land werden gerade vorbereitet
plan-preparing-percent = { $number } % sind geschafft. Das geschieht nach dem Start und nach jedem neuen Raster und dauert meist nur Sekunden.
plan-preparing-again = Noch einmal versuchen
plan-preparing-straight = In Luftlinie rechnen
plan-busy = Gerade wird viel gerechnet
plan-busy-text = Bitte versuchen Sie es gleich noch einmal.

## Matrix

plan-matrix-kicker = Planung · Alle Angebote auf einen Blick
plan-matrix-title = Welche Angebote fehlen wo?
plan-matrix-title-of = Welche Angebote sind wo weiter als { $distance } entfernt?
plan-matrix-title-each = Welche Angebote sind wo weiter als die zumutbare Entfernung?
plan-matrix-each = Gerechnet ist mit der Entfernung, die der Landkreis für jedes Angebot festgelegt hat. Sie steht unter dem Namen des Angebots.
plan-matrix-suggested = Sie sehen zuerst { $distance }: Der Landkreis hat für diese Angebote keine zumutbare Entfernung festgelegt. Sie können sie unten ändern.
plan-matrix-use-county = Mit den Entfernungen des Landkreises rechnen
plan-matrix-distance-hint = Leer: die Entfernung, die der Landkreis für jedes Angebot festgelegt hat.
plan-matrix-keys = Mit den Pfeiltasten gehen Sie von Feld zu Feld, mit der Eingabetaste zu den weißen Flecken.
plan-matrix-cell = { $category }, { $name }: { $value }, { $more }
plan-matrix-cell-unsure = { $cell }, ungewiss für { $people }
plan-matrix-cell-remote = { $category }, { $name }: – (kein Weg nötig)
plan-matrix-cell-nobody = { $category }, { $name }: – (niemand aus dieser Gruppe)
plan-matrix-people-of = { $people } Menschen
plan-matrix-unsure-some = für mindestens 1 von 10 ungewiss
plan-matrix-unsure-most = für mindestens die Hälfte ungewiss
plan-matrix-remote-sign = kein Weg nötig
plan-matrix-group-none = Kein Standort bekannt: eine Lücke im Angebot oder in der Sammlung
plan-matrix-group-sites = Mit Standorten
plan-matrix-group-remote = Ohne Weg: kommt nach Hause oder ist am Telefon oder im Internet da
plan-matrix-remote-only = { $count ->
    [one] { $number } Angebot ohne Weg
   *[other] { $number } Angebote ohne Weg
}
plan-matrix-of-county = { $note }, Landkreis: { $distance }
plan-matrix-intro = Jede Zeile ist ein Angebot, jede Spalte eine Gemeinde. Die Zahl sagt, für wie viele Menschen das nächste Angebot weiter weg ist. Ein Klick auf die Zahl zeigt die weißen Flecken dazu.
plan-matrix-caption-share = Anteil der Menschen, für die es zu weit ist: { $categories } Angebote in { $municipalities } Gemeinden
plan-matrix-caption-people = Menschen, für die es zu weit ist (gerundet): { $categories } Angebote in { $municipalities } Gemeinden
plan-matrix-show = In den Feldern steht
plan-matrix-share = der Anteil
plan-matrix-people = die Zahl der Menschen
plan-matrix-order = Reihenfolge
plan-matrix-worst = größte Lücken
plan-matrix-topic = nach Themen
plan-matrix-legend = Farben: Anteil der Menschen, für die es zu weit ist
plan-matrix-nobody = niemand
plan-matrix-total = Alle Gemeinden
plan-matrix-sites = { $count ->
    [0] kein Standort bekannt
    [one] { $number } Standort
   *[other] { $number } Standorte
}
plan-matrix-note = { $sites }, höchstens { $distance }
plan-matrix-without = Ohne Entfernung und darum nicht dabei: { $list }.
plan-matrix-csv = Als Tabelle (CSV für Programme)
plan-matrix-csv-excel = Als Tabelle (CSV für Excel)
plan-matrix-unsure = Die Ecke oben rechts in einem Feld zeigt, dass die Zahl unsicher ist: Entweder ist der Eintrag alt, oder von einem Standort kennen wir nur die ungefähre Lage.
plan-matrix-read = Gezählt sind Standorte, die man aufsuchen kann. Was ins Haus kommt oder am Telefon und im Internet erreichbar ist, zählt hier nicht.
plan-complete-unknown-all = Die Sammlung kann unvollständig sein. Wo wir kein Angebot kennen, kann es trotzdem eines geben.
plan-short-under-1 = <1 %
plan-short-over-99 = >99 %
plan-short-under-10 = <10

## Near and far, on the page of a municipality

