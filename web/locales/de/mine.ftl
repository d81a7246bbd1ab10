# The provider's desk (/mein) and what all forms say about faults.

## Words among times of day, as people type them (lower case, parted by commas)

times-until = bis
times-and = und
times-clock = uhr, h
times-closed = geschlossen, zu
times-dash = –
times-comma = { ", " }

## Faults at fields

fault-required = Bitte ausfüllen. Ohne diese Angabe geht es nicht.
fault-length = Der Text ist zu lang. Erlaubt sind höchstens { $part } Zeichen.
fault-not-closed = Dieser Hinweis gehört nur zu einem Angebot, das vorübergehend geschlossen ist.
fault-control-character = Im Text steckt ein unsichtbares Steuerzeichen. Bitte tippen Sie die Stelle neu ein.
fault-bidi-character = Im Text steckt ein Zeichen, das die Leserichtung umdreht. Bitte tippen Sie die Stelle neu ein.
fault-out-of-order = Das Ende liegt vor dem Anfang. Bitte prüfen Sie beide Angaben.
fault-out-of-range = Diese Zahl liegt außerhalb des Möglichen. Bitte prüfen Sie sie.
fault-unknown = Diese Auswahl gibt es nicht. Bitte wählen Sie neu aus der Liste.
fault-duplicate = Diese Angabe steht doppelt. Bitte löschen Sie eine davon.
fault-discloses-place = Diese Adresse war geschützt. Wenn Sie so speichern, sehen alle, wo der Ort ist. Das lässt sich nicht zurückholen. Wählen Sie wieder „Die Adresse ist geschützt“. Oder setzen Sie das Häkchen „Alle dürfen sehen, wo dieser Ort ist“.
fault-not-opening-hours = Diese Zeiten können wir nicht lesen. Ein Beispiel: Mo-Fr 08:00-12:00; PH off
fault-not-a-number = Bitte geben Sie eine Zahl ein.
fault-not-a-date = Dieses Datum gibt es nicht. Beispiele: 31.3.2027, 3.2027 oder 2027
fault-not-a-day = Diesen Tag gibt es nicht. Ein Beispiel: 31.3.2027
fault-not-a-postcode = Eine Postleitzahl hat fünf Ziffern.
fault-not-a-phone-number = Diese Telefonnummer können wir nicht lesen. Ein Beispiel: 07531 123456
fault-not-an-email = Diese E-Mail-Adresse ist nicht vollständig. Ein Beispiel: name@beispiel.de
fault-not-a-web-address = Diese Internetadresse können wir nicht lesen. Ein Beispiel: https://www.beispiel.de
fault-not-yours = Das darf nur die Redaktion eintragen.
fault-hours-not-understood = „{ $part }“ können wir nicht als Uhrzeit lesen. Ein Beispiel: 9–12, 14–16:30
fault-hours-no-such-time = Die Uhrzeit „{ $part }“ gibt es nicht. Uhrzeiten gehen von 0 bis 24 Uhr. Ein Beispiel: 9–12, 14–16:30
fault-hours-no-end = Zu „{ $part }“ fehlt die andere Uhrzeit. Bitte schreiben Sie von wann bis wann, zum Beispiel 9–12.
fault-hours-empty = Anfang und Ende sind gleich ({ $part } Uhr). Rund um die Uhr schreiben Sie so: 0–24
fault-hours-overlap = Zwei Zeiten überschneiden sich. Bitte prüfen Sie diesen Tag.
fault-hours-too-many = Das sind zu viele Zeiten für einen Tag. Bitte fassen Sie sie zusammen.
fault-hours-too-long = Diese Zeiten sind zu verwickelt für die Tabelle. Bitte schreiben Sie sie in das Feld „Zeiten in eigenen Worten“.
fault-hours-missing = Bitte tragen Sie mindestens eine Zeit ein, oder wählen Sie „keine festen Zeiten“.
fault-half-a-point = Zu einem Punkt gehören beide Zahlen: Breite und Länge.
fault-on-water = Dieser Punkt liegt im Wasser. Bitte prüfen Sie ihn. Wenn er stimmt, setzen Sie das Häkchen „Der Punkt stimmt trotzdem“.
fault-outside-county = Dieser Punkt liegt außerhalb des Landkreises. Bitte prüfen Sie ihn. Wenn er stimmt, setzen Sie das Häkchen „Der Punkt stimmt trotzdem“.
fault-other-municipality = Dieser Punkt liegt in einer anderen Gemeinde als angegeben. Bitte prüfen Sie Punkt und Gemeinde. Wenn beides stimmt, setzen Sie das Häkchen „Der Punkt stimmt trotzdem“.
fault-not-an-entry = „{ $part }“ ist keine Adresse eines Angebots aus diesem Atlas. Bitte öffnen Sie das Angebot, und kopieren Sie seine Adresse aus dem Browser.
fault-place-not-found = Diesen Ort kennen wir nicht. Bitte versuchen Sie es mit der Gemeinde, dem Ortsteil, der Postleitzahl oder einer Haltestelle.
fault-too-many = Das sind zu viele. Erlaubt sind höchstens { $part }.
fault-other = Diese Angabe passt nicht. Bitte prüfen Sie sie.

## The form of an entry

mine-title = Mein Bereich
mine-field = Angabe
mine-label-of-site = Standort { $number }, { $label }
mine-not-said = keine Angabe
mine-see-public = So sieht es die Öffentlichkeit jetzt
mine-history = Verlauf
mine-faults-title = Bitte prüfen Sie diese Angaben
mine-preview = Vorschau ansehen
mine-preview-title = Vorschau
mine-preview-hint = So wird der Eintrag für alle aussehen. Gespeichert ist er damit noch nicht.
mine-save-draft = Als Entwurf speichern
mine-part-what = Worum geht es?
mine-part-who = Für wen ist das Angebot?
mine-part-cost = Kosten und Sprachen
mine-part-contact = Kontakt
mine-part-contact-hint = Was hier steht, gilt für alle Standorte.
mine-part-site = Ort und Zeiten
mine-part-places = Freie Plätze und Barrierefreiheit
mine-part-area = Für welche Gemeinden gilt das Angebot?
mine-part-state = Läuft das Angebot?
mine-part-closure = Hinweis für die Zeit, in der vorübergehend geschlossen ist
mine-part-window = Nur in einem bestimmten Zeitraum zeigen
mine-part-send = Fertig?
mine-organization = Träger
mine-name = Name des Angebots
mine-name-hint = So, wie man es kennt. Zum Beispiel: Schuldnerberatung
mine-description = Was wird angeboten?
mine-description-hint = Ein oder zwei kurze Sätze genügen.
mine-category = Thema
mine-category-further = Weiteres Thema
mine-category-none = – bitte wählen –
mine-part-form = Art des Angebots und gesetzliche Grundlage
mine-part-related = Angebote, die dazu gehören
mine-service-form = Art des Angebots
mine-service-form-hint = Wie kommt die Hilfe zu den Menschen? Mehreres ist möglich.
mine-legal-basis = Gesetzliche Grundlage
mine-legal-basis-hint = Nur, wenn Sie sie kennen. Sie hilft der Sozialplanung.
mine-related = Diese Angebote gehören dazu
mine-related-hint = Nehmen Sie das Häkchen weg, wenn ein Angebot nicht mehr dazu gehört.
mine-related-link = Weiteres Angebot aus diesem Atlas
mine-related-link-hint = Öffnen Sie das andere Angebot, und kopieren Sie seine Adresse hierher. Eine je Zeile.
mine-target-group = Zielgruppen
mine-target-more = Zielgruppen auswählen
mine-target-words = Zielgruppe in eigenen Worten
mine-target-words-hint = Eine Angabe je Zeile. Nur, wenn oben nichts passt.
mine-age-minimum = Alter von
mine-age-maximum = Alter bis
mine-anonymous = Kann man anonym bleiben?
mine-anonymous-hint = Das heißt: Niemand muss bei Ihnen den eigenen Namen sagen.
mine-anonymous-yes = ja
mine-anonymous-no = nein
mine-free = Kostet das Angebot etwas?
mine-free-yes = nein, kostenlos
mine-free-no = ja, es kostet etwas
mine-cost = Kosten in eigenen Worten
mine-cost-hint = Zum Beispiel: 2 € je Essen, mit Sozialpass frei
mine-language = Sprachen
mine-languages-text = Sprachen in eigenen Worten
mine-status = Was gilt zurzeit?
mine-status-active = Das Angebot läuft
mine-status-temporarily-closed = Vorübergehend geschlossen
mine-status-inactive = Das Angebot ruht und wird nicht gezeigt
mine-status-defunct = Das Angebot gibt es nicht mehr
mine-closure = Was sollen die Menschen wissen?
mine-closure-hint = Zum Beispiel: Wegen Umbau geschlossen. Wir beraten am Telefon.
mine-closure-until = Voraussichtlich bis
mine-day-hint = Zum Beispiel: 31.3.2027
mine-publish-from = Zeigen ab
mine-publish-until = Zeigen bis
mine-reason = Nachricht an die Redaktion
mine-reason-hint = Freiwillig. Zum Beispiel: Wir sind umgezogen.
mine-phones = Telefon
mine-phones-hint = Eine Nummer je Zeile, mit Vorwahl.
mine-email = E-Mail
mine-website = Internetseite
mine-sites = Standorte
mine-site = Standort
mine-site-add = Weiteren Standort hinzufügen
mine-site-remove = Diesen Standort entfernen: Standort
mine-site-more = Was an diesem Standort anders ist: Name, Telefon, Zustand
mine-site-name = Eigener Name dieses Standorts
mine-site-name-hint = Nur, wenn er anders heißt als das Angebot.
mine-site-description = Was hier anders ist
mine-site-type = Was für ein Ort ist das?
mine-type-fixed = Eigene Räume, immer dort
mine-type-hosted = Zu Gast in einem anderen Haus
mine-type-office-hours = Sprechstunde außerhalb des Hauptsitzes
mine-type-several = Mehrere Orte in einem Eintrag
mine-type-no-rooms = Ohne eigene Räume
mine-type-outreach = Wir kommen zu den Menschen
mine-type-mobile = Mobil, zum Beispiel ein Bus
mine-type-phone = Nur am Telefon
mine-type-online = Nur im Internet
mine-type-protected = Die Adresse ist geschützt
mine-disclosure = Was darf öffentlich zu sehen sein?
mine-disclosure-hint = Bei einer geschützten Adresse ist höchstens die Gemeinde öffentlich. Straße und Punkt sehen dann nur Ihr Träger und die Redaktion. Lassen Sie diese Felder leer, wenn auch wir den Ort nicht kennen sollen.
mine-disclose-sure = Alle dürfen sehen, wo dieser Ort ist
mine-disclosure-public = Die Adresse
mine-disclosure-municipality = Nur die Gemeinde ist bekannt
mine-disclosure-placeless = Es gibt keinen festen Ort
mine-disclosure-protected = Die Adresse ist geschützt
mine-street = Straße und Hausnummer
mine-postcode = Postleitzahl
mine-locality = Ort
mine-district = Ortsteil
mine-detail = Zusatz zur Adresse
mine-detail-hint = Zum Beispiel: im Rathaus, 2. Stock
mine-municipality = Gemeinde
mine-place = Punkt auf der Karte finden
mine-place-hint = Gemeinde, Ortsteil, Postleitzahl oder Haltestelle
mine-place-find = Ort suchen
mine-place-found = Welcher Ort ist gemeint?
mine-place-municipality = Mitte von { $name } (Gemeinde)
mine-place-district = Mitte von { $name } (Ortsteil von { $town })
mine-place-fallback = { $name }: Mitte von { $town } (der Ortsteil hat keinen eigenen Punkt)
mine-place-postcode = Mitte der Postleitzahl { $name } ({ $town })
mine-place-stop = Haltestelle { $name } ({ $town })
mine-lat = Geografische Breite
mine-lon = Geografische Länge
mine-precision = Wie genau ist der Punkt?
mine-precision-building = am Gebäude
mine-precision-next-door = in der Nähe der Hausnummer
mine-precision-stop = an einer Haltestelle in der Nähe
mine-precision-street = irgendwo in der Straße
mine-precision-district = Mitte des Ortsteils
mine-precision-postcode = Mitte der Postleitzahl
mine-precision-municipality = Mitte der Gemeinde
mine-point-sure = Der Punkt stimmt trotzdem
mine-accessible = Kommt man mit dem Rollstuhl hinein?
mine-accessible-yes = ja
mine-accessible-no = nein
mine-accessible-text = Barrierefreiheit in eigenen Worten
mine-accessible-text-hint = Zum Beispiel: Aufzug, Rampe am Hintereingang
mine-capacity = Sind Plätze frei?
mine-capacity-free = ja, Plätze sind frei
mine-capacity-waiting-list = es gibt eine Warteliste
mine-capacity-full = nein, zurzeit ist alles voll
mine-capacity-day = Stand vom
mine-capacity-text = Zahl der Plätze
mine-capacity-text-hint = Zum Beispiel: 20 Plätze
mine-site-status = Was gilt an diesem Standort?
mine-status-text = Warum?
mine-valid-to = Befristet bis
mine-valid-to-hint = Tag, Monat oder Jahr. Zum Beispiel: 31.3.2027 oder 2027
mine-area = Wer darf kommen?
mine-area-undeclared = alle, die es erreichen
mine-area-municipalities = nur Menschen aus diesen Gemeinden
mine-area-everywhere = Menschen aus ganz Deutschland
mine-area-municipality = Gemeinden
mine-area-text = In eigenen Worten
mine-hours-title = Öffnungszeiten
mine-hours = Wann ist geöffnet?
mine-hours-mode-unknown = keine festen Zeiten
mine-hours-mode-week = feste Zeiten in der Woche
mine-hours-mode-always = rund um die Uhr
mine-hours-mode-syntax = besondere Schreibweise
mine-hours-week-hint = So schreiben Sie Zeiten: 9–12, 14–16:30. Leer heißt geschlossen.
mine-extras = Nicht jede Woche: zum Beispiel jeden 1. Dienstag im Monat
mine-extras-hint = Diese Zeiten kommen zur Wochentabelle dazu.
mine-extra-day = Tag
mine-extra-none = – kein Tag –
mine-extra-rhythm = Wie oft?
mine-extra-times = Zeiten
mine-rhythm-first = jeden 1. im Monat
mine-rhythm-second = jeden 2. im Monat
mine-rhythm-third = jeden 3. im Monat
mine-rhythm-fourth = jeden 4. im Monat
mine-rhythm-fifth = jeden 5. im Monat
mine-rhythm-last = jeden letzten im Monat
mine-rhythm-even-weeks = alle zwei Wochen (gerade Kalenderwochen)
mine-rhythm-odd-weeks = alle zwei Wochen (ungerade Kalenderwochen)
mine-holidays-title = Feiertage und Schulferien
mine-holidays = An Feiertagen
mine-holidays-usual = wie sonst auch
mine-holidays-closed = geschlossen
mine-holidays-open = zu diesen Zeiten geöffnet
mine-holidays-times = Zeiten an Feiertagen
mine-school-closed = In den Schulferien geschlossen
mine-appointment = Braucht man einen Termin?
mine-appointment-yes = ja
mine-appointment-no = nein
mine-hours-text = Zeiten in eigenen Worten
mine-hours-text-hint = Freiwillig. Zum Beispiel: Mittagessen bitte bis 10 Uhr anmelden.
mine-osm = Zeiten in der Schreibweise von OpenStreetMap
mine-osm-hint = Zum Beispiel: Apr-Oct Mo-Fr 10:00-18:00; PH off
mine-hours-check = So haben wir die Zeiten verstanden
mine-hours-next-week = Die nächsten sieben Tage

mine-conflict-title = Jemand anderes war schneller
mine-conflict-text = Während Sie geschrieben haben, wurde der Eintrag geändert. Nichts ist verloren: Links steht, was jetzt gespeichert ist, rechts Ihre Fassung.
mine-conflict-field = Angabe
mine-conflict-theirs = jetzt gespeichert
mine-conflict-yours = Ihre Fassung
mine-conflict-how = Im Formular darunter steht Ihre Fassung. Übernehmen Sie, was fehlt, und senden Sie es dann ab.
mine-empty = (leer)

## /mein: what is to be done

mine-new = Neues Angebot eintragen
mine-new-title = Neues Angebot
mine-no-organization = Ihr Konto gehört noch zu keinem Träger. Bitte wenden Sie sich an die Redaktion.
mine-editor-hint = Hier stehen die Einträge von Trägern. Ihre Aufgaben finden Sie in der
mine-editor-link = Redaktion
mine-confirm-title = { $count ->
    [one] Einen Eintrag bestätigen
   *[other] { $number } Einträge bestätigen
}
mine-confirm-text = Stimmt noch alles? Dann genügt ein Klick. Wenn sich etwas geändert hat, öffnen Sie den Eintrag.
mine-confirm-none-title = Alles bestätigt
mine-confirm-none = Zurzeit ist nichts zu bestätigen.
mine-confirm-button = Stimmt noch
mine-confirmed = „{ $name }“ ist jetzt bestätigt. Vielen Dank!
mine-last-confirmed = zuletzt bestätigt: { $date }
mine-never-confirmed = noch nie bestätigt
mine-answer-title = Die Redaktion wartet auf Sie
mine-lacks-title = Was noch fehlt
mine-lacks-text = Mit diesen Angaben finden die Menschen schneller zu Ihnen.
mine-lacks-description = Beschreibung
mine-lacks-hours = Öffnungszeiten
mine-lacks-contact = Telefon, E-Mail oder Internetseite
mine-lacks-cost = Kosten
mine-lacks-languages = Sprachen
mine-lacks-access = Barrierefreiheit
mine-lacks-point = genauer Punkt auf der Karte
mine-all-title = { $count ->
    [one] Ein Eintrag
   *[other] Alle { $number } Einträge
}
mine-all-none = Sie haben noch keinen Eintrag.
mine-organizations = Ihre Träger
mine-table-link = Alle Einträge als Tabelle
mine-is-public = öffentlich
mine-is-draft = Entwurf
mine-is-draft-public = öffentlich, dazu ein Entwurf
mine-is-pending = in Prüfung
mine-is-pending-public = öffentlich, eine Änderung ist in Prüfung
mine-is-rejected = nicht angenommen
mine-is-archived = archiviert

## An entry is saved

mine-outcome-publish = Ihre Fassung ist sofort öffentlich. Mit dem Absenden bestätigen Sie, dass alle Angaben stimmen.
mine-outcome-review = Die Redaktion sieht Ihre Fassung an, bevor sie öffentlich wird. Mit dem Absenden bestätigen Sie, dass alle Angaben stimmen.
mine-submit-publish = Veröffentlichen
mine-submit-review = An die Redaktion senden
mine-preview-nothing = So wäre der Eintrag nicht öffentlich zu sehen.
mine-saved-draft = Der Entwurf ist gespeichert
mine-saved-draft-text = Öffentlich ist er noch nicht. Sie können später weiterschreiben.
mine-saved-published = Der Eintrag ist öffentlich
mine-saved-published-text = Ihre Änderung ist ab jetzt zu sehen.
mine-saved-pending = Der Eintrag ist bei der Redaktion
mine-saved-pending-text = Sie bekommen Bescheid, sobald darüber entschieden ist.
mine-asked-back = Die Redaktion fragt nach
mine-rejected = Die Redaktion hat diese Fassung nicht angenommen
mine-state-pending = Diese Fassung ist bei der Redaktion. Öffentlich ist sie noch nicht.
mine-state-pending-public = Diese Fassung ist bei der Redaktion. Bis dahin bleibt die bisherige öffentlich.
mine-state-draft = Das ist ein Entwurf. Öffentlich ist er noch nicht.
mine-state-draft-public = Das ist ein Entwurf. Öffentlich ist weiter die bisherige Fassung.
mine-state-archived = Dieser Eintrag ist archiviert. Wenn er wieder gelten soll, wenden Sie sich an die Redaktion.

## History

mine-history-title = Verlauf: { $name }
mine-did-publish = Von der Redaktion veröffentlicht
mine-did-reject = Von der Redaktion nicht angenommen
mine-did-ask-back = Die Redaktion hat nachgefragt
mine-did-approve = Von der Redaktion angesehen und für richtig befunden
mine-did-archive = Archiviert
mine-did-merge = Mit einem anderen Eintrag zusammengeführt
mine-did-draft = Als Entwurf gespeichert
mine-did-submit = An die Redaktion gesendet
mine-did-save = Gespeichert und veröffentlicht
mine-did-withdraw = Nicht mehr öffentlich
mine-did-change = Geändert
mine-who-you = von Ihnen
mine-who-account = von einer anderen Person
mine-who-import = aus einer Datei übernommen
mine-who-link = über einen Link in einer E-Mail
mine-who-system = vom Programm

## The organization

mine-organization-title = Angaben zum Träger
mine-organization-hint = Diese Angaben stehen auf der öffentlichen Seite des Trägers. Änderungen sind sofort zu sehen.
mine-organization-save = Angaben speichern
mine-organization-saved = Die Angaben sind gespeichert
mine-organization-conflict = Jemand anderes hat diese Angaben gerade geändert. Ihre Fassung steht noch im Formular. Bitte prüfen Sie sie und speichern Sie noch einmal.
mine-organization-name = Name
mine-short-name = Kurzer Name
mine-kind = Was für eine Einrichtung ist das?
mine-kind-hint = Zum Beispiel: eingetragener Verein, Stiftung, Stadt
mine-umbrella = Dachverband
mine-organization-description = Was macht der Träger?
mine-colleagues = Wer für diesen Träger schreibt
mine-colleague-invited = eingeladen
mine-colleague-active = kann sich anmelden
mine-colleague-blocked = gesperrt
mine-colleague-gone = gelöscht
mine-invite-title = Jemanden einladen
mine-invite-hint = Die Person bekommt eine E-Mail mit einem Link. Danach kann sie alle Einträge dieses Trägers bearbeiten.
mine-invite-name = Vor- und Nachname
mine-invite = Einladung senden
mine-invited = Die Einladung ist unterwegs

## All entries as a table

mine-table-title = Tabelle: { $name }
mine-table-sheet = Angebote
mine-table-text = Sie können alle Einträge als Tabelle herunterladen, dort ändern und wieder hochladen. Bevor etwas gespeichert wird, sehen Sie alle Unterschiede.
mine-table-get = Tabelle herunterladen
mine-table-xlsx = Als Excel-Datei (XLSX)
mine-table-csv = Als Textdatei (CSV)
mine-table-put = Geänderte Tabelle hochladen
mine-table-file = Datei
mine-table-file-hint = XLSX oder CSV, höchstens 10 MB und 5.000 Zeilen. Was in der Tabelle fehlt, bleibt unverändert. Eine Zeile ohne Kennung wird ein neuer Eintrag.
mine-table-check = Unterschiede ansehen
mine-table-entry = Kennung des Angebots (nicht ändern)
mine-table-site = Kennung des Standorts (nicht ändern)
mine-table-version = Fassung (nicht ändern)
mine-table-differences = Das würde sich ändern
mine-table-unchanged = { $count ->
    [0] Jeder Eintrag der Tabelle hat sich geändert.
    [one] Ein Eintrag ist unverändert.
   *[other] { $number } Einträge sind unverändert.
}
mine-table-nothing = Die Tabelle enthält keine Änderung.
mine-table-new = neuer Eintrag
mine-table-then = nach dem Übernehmen
mine-table-apply = { $count ->
    [one] Einen Eintrag übernehmen
   *[other] { $number } Einträge übernehmen
}
mine-table-done = Übernommen
mine-table-published = gespeichert, ab jetzt öffentlich
mine-table-pending = gespeichert, bei der Redaktion
mine-table-conflict = nicht gespeichert: jemand anderes hat ihn inzwischen geändert
mine-table-discloses = nicht gespeichert: ein geschützter Ort würde öffentlich; bitte im Formular entscheiden
mine-table-doubtful = nicht gespeichert: bitte den Punkt auf der Karte im Formular prüfen
mine-table-refused = nicht gespeichert: bitte im Formular prüfen
mine-table-faults = Diese Tabelle können wir so nicht übernehmen. Gespeichert ist nichts.
mine-table-row = Zeile
mine-table-column = Spalte
mine-table-no-file = Bitte wählen Sie zuerst eine Datei aus.
mine-table-not-a-sheet = Das ist keine Tabelle, die wir lesen können. Bitte speichern Sie sie als XLSX oder CSV.
mine-table-empty = Die Tabelle ist leer.
mine-table-too-large = Die Datei ist ausgepackt zu groß. Bitte teilen Sie sie auf.
mine-table-too-much = Das sind zu viele Änderungen auf einmal. Bitte teilen Sie die Tabelle auf.
mine-table-too-many-rows = Hier sind zu viele Zeilen. Erlaubt sind höchstens 5.000. Bitte teilen Sie die Tabelle auf.
mine-table-too-many-columns = Hier sind zu viele Spalten. Bitte löschen Sie, was nicht dazugehört.
mine-table-cell-too-long = Der Text in dieser Zelle ist zu lang.
mine-table-row-too-long = Hier steht etwas neben der letzten Spalte. Bitte löschen Sie es.
mine-table-unknown-column = Diese Spalte kennen wir nicht. Bitte ändern Sie die erste Zeile nicht.
mine-table-twice = Diese Spalte gibt es doppelt.
mine-table-missing-column = Diese Spalte fehlt. Bitte laden Sie die Tabelle neu herunter.
mine-table-no-such-entry = Diesen Eintrag gibt es bei diesem Träger nicht. Für einen neuen Eintrag lassen Sie die Kennung leer.
mine-table-no-such-site = Diesen Standort gibt es in diesem Eintrag nicht. Für einen neuen Standort lassen Sie die Kennung leer.
mine-table-no-version = Hier fehlt die Fassung. Bitte laden Sie die Tabelle neu herunter.
mine-table-no-choice = „{ $word }“ kennen wir hier nicht. Bitte nehmen Sie ein Wort, das schon in der Tabelle steht.
mine-table-changed-since = Dieser Eintrag wurde geändert, seit die Tabelle heruntergeladen wurde. Bitte laden Sie sie neu herunter.

## For the scripts

js-picker-label = Karte zum Setzen des Punktes: klicken oder die Marke ziehen
js-picker-mark = Punkt des Standorts, mit den Pfeiltasten verschieben
js-areas-label = Karte der Gemeinden: Anklicken setzt das Häkchen oder nimmt es weg. Dasselbe geht mit den Kästchen darunter.
