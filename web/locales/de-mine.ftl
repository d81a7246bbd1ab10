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
fault-length = Der Text ist leer oder zu lang. Bitte kürzen oder ergänzen Sie ihn.
fault-too-long = Der Text ist zu lang. Erlaubt sind höchstens { $part } Zeichen.
fault-control-character = Im Text steckt ein unsichtbares Steuerzeichen. Bitte tippen Sie die Stelle neu ein.
fault-bidi-character = Im Text steckt ein Zeichen, das die Leserichtung umdreht. Bitte tippen Sie die Stelle neu ein.
fault-out-of-order = Das Höchstalter ist kleiner als das Mindestalter. Bitte prüfen Sie beide Zahlen.
fault-out-of-range = Diese Zahl liegt außerhalb des Möglichen. Bitte prüfen Sie sie.
fault-unknown = Diese Auswahl gibt es nicht. Bitte wählen Sie neu aus der Liste.
fault-duplicate = Diese Angabe steht doppelt. Bitte löschen Sie eine davon.
fault-protected = Bei einer geschützten Adresse speichern wir weder Straße noch Punkt. Bitte leeren Sie diese Felder.
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
fault-point-in-water = Dieser Punkt liegt im Wasser. Bitte prüfen Sie ihn. Wenn er stimmt, setzen Sie das Häkchen „Der Punkt stimmt trotzdem“.
fault-point-elsewhere = Dieser Punkt liegt in { $part }, nicht in der gewählten Gemeinde. Bitte prüfen Sie ihn. Wenn er stimmt, setzen Sie das Häkchen „Der Punkt stimmt trotzdem“.
fault-point-outside = Dieser Punkt liegt außerhalb des Landkreises. Bitte prüfen Sie ihn. Wenn er stimmt, setzen Sie das Häkchen „Der Punkt stimmt trotzdem“.
fault-place-not-found = Diesen Ort kennen wir nicht. Bitte versuchen Sie es mit der Gemeinde, dem Ortsteil, der Postleitzahl oder einer Haltestelle.
fault-too-many = Das sind zu viele. Erlaubt sind höchstens { $part }.
fault-other = Diese Angabe passt nicht. Bitte prüfen Sie sie.
