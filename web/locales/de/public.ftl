# What residents read on pages that desks and planning have a part in.

## Signing in, refusals

footer-sign-in = Für Träger und Ämter: Anmelden
error-401-title = Sie sind nicht mehr angemeldet
error-401-text = Öffnen Sie die Seite „Anmelden“ in einem neuen Fenster und melden Sie sich an. Gehen Sie dann in diesem Fenster zurück: Ihre Eingaben sind noch da, und Sie können sie noch einmal senden.
error-403-title = Das dürfen Sie hier nicht
error-403-text = Ihr Konto hat dafür kein Recht. Wenn Sie glauben, dass das falsch ist, fragen Sie bitte die Verwaltung. Hier geht es weiter:
error-forged-title = Wir haben das Formular nicht angenommen
error-forged-text = Es kam nicht von einer Seite des Sozialatlas, oder Ihr Browser nimmt keine Cookies an. Bitte öffnen Sie die Seite neu und versuchen Sie es noch einmal.
error-413-title = Das ist zu groß
error-413-text = Ein Formular darf höchstens { $form } Megabyte haben, eine Datei höchstens { $file } Megabyte. Gespeichert ist nichts. Gehen Sie im Browser eine Seite zurück: Dort steht meist noch, was Sie geschrieben haben. Kürzen Sie den Text, oder teilen Sie die Datei auf. Dann senden Sie noch einmal.
privacy-accounts = Wenn Sie hier ein Konto haben
privacy-accounts-text = Wir speichern Ihren Namen, Ihre E-Mail-Adresse, Ihre Aufgabe, den Träger, für den Sie sprechen, und wann Sie sich zuletzt angemeldet haben. Passwort, Codes und Zugänge speichern wir nur so, dass niemand sie lesen kann. Nur der Schlüssel für die Codes aus Ihrer App steht lesbar in der Datenbank, sonst könnten wir die Codes nicht prüfen.
privacy-accounts-log = Wir halten 180 Tage lang fest, was mit Konten geschieht: Anmeldungen, falsche Passwörter, geänderte Rechte. Ihre IP-Adresse steht nicht dabei. Eine Anmeldung endet nach 8 Stunden ohne Nutzung, sonst nach 12 Stunden, bei Trägern nach 7 Tagen.
privacy-accounts-provider = Wenn Sie sich über eine andere Stelle anmelden, speichern wir, unter welcher Nummer diese Stelle Sie kennt, seit wann Ihr Konto damit verbunden ist und wann Sie sich zuletzt so angemeldet haben. Von dort bekommen wir nur diese Nummer, Ihre E-Mail-Adresse und wie sicher die Anmeldung war.
privacy-accounts-end = In „Mein Konto“ können Sie alles herunterladen, was wir über Sie gespeichert haben, und Ihr Konto löschen. Im Verlauf der Einträge bleibt dann nur eine Nummer ohne Ihren Namen.

## What is kept, and how long

kept-hours = { $count ->
    [one] 1 Stunde
   *[other] { $number } Stunden
}
kept-days = { $count ->
    [one] 1 Tag
   *[other] { $number } Tage
}
kept-months = { $count ->
    [one] 1 Monat
   *[other] { $number } Monate
}
kept-until-erased = bis es gelöscht wird
kept-account = Konto mit Name, E-Mail-Adresse, Aufgabe und Träger
kept-scenario = Szenario der Planung mit Name, Notiz und der Person, die es gespeichert hat
kept-session-idle = Anmeldung, die nicht benutzt wird
kept-session-provider = Anmeldung eines Trägers, längstens
kept-session-county = Anmeldung von Redaktion, Planung und Verwaltung, längstens
kept-device = Gerät, mit dem Sie schon angemeldet waren
kept-invitation = Link einer Einladung
kept-reset = Link für ein neues Passwort
kept-email-confirm = Link, mit dem eine neue E-Mail-Adresse bestätigt wird
kept-email-objection = Link, mit dem die bisherige E-Mail-Adresse einer neuen widerspricht
kept-confirm-link = Link, mit dem ein Eintrag bestätigt wird
kept-audit = Protokoll darüber, was mit Konten geschehen ist
kept-sent-mail = Dass eine E-Mail verschickt wurde, ohne ihren Text
kept-failed-mail = E-Mail, die nicht zugestellt werden konnte
kept-suggestion = Vorschlag mit Absender, nachdem darüber entschieden ist
kept-feedback = Lob oder Beschwerde mit Absender, nach der Antwort
kept-suggestion-open = Vorschlag, Lob oder Beschwerde, wenn niemand darüber entscheidet
kept-request = Anfrage eines Programms, damit nichts doppelt geschieht
kept-usage-view = Wie oft ein Eintrag in einem Monat geöffnet wurde; ohne Angaben zu Personen
kept-usage-led = Über welche Suchwörter Einträge gefunden wurden, ab fünf gleichen Suchen; ohne Angaben zu Personen
kept-usage-unmet = Wonach gesucht und nichts gefunden wurde, ab fünf gleichen Suchen; ohne Angaben zu Personen
kept-other = Anderes
privacy-kept = Wie lange wir etwas speichern
privacy-kept-text = Wer nur sucht, hinterlässt nichts. Wer ein Konto hat oder uns etwas schreibt, für den gilt:

## The public history of an entry

field-name = Name
field-description = Beschreibung
field-organization = Träger
field-co-organizations = Weitere Träger
field-categories = Themen
field-target-groups = Zielgruppen
field-service-forms = Angebotsform
field-legal-bases = Rechtsgrundlage
field-ages = Alter
field-ages-text = von { $low } bis { $high } Jahre
field-cost = Kosten
field-anonymous = Anonym bleiben
field-languages = Sprachen
field-phones = Telefon
field-email = E-Mail
field-website = Internetseite
field-status = Betrieb
field-closure = Schließung
field-publish = Zeitraum der Veröffentlichung
field-publish-text = { $from } bis { $until }
field-related = Gehört zu
field-site-type = Art des Standorts
field-disclosure = Was öffentlich gezeigt wird
field-municipality = Gemeinde
field-address = Adresse
field-position = Punkt auf der Karte
field-schedule = Zeiten
field-accessible = Barrierefreiheit
field-capacity = Plätze
field-service-area = Zuständigkeitsgebiet
field-valid-to = Befristet bis
field-assurance = Bestätigung
field-internal-note = Interne Notiz
field-sites = Standorte
field-other = Weitere Angabe
public-history-title = Was sich geändert hat: { $name }
public-history-intro = Hier sehen Sie, was sich an diesem Eintrag wann geändert hat.
public-history-empty = Bisher hat sich nichts geändert.
public-history-contact = Kontakt zur Redaktion
public-event-published = Eintrag veröffentlicht
public-event-confirmed = Angaben bestätigt
public-event-withdrawn = Eintrag aus dem Atlas genommen
public-event-changed = Geändert: { $fields }
public-history-link = Was sich wann geändert hat

## Free places

capacity-free = Plätze frei, Stand { $date }
capacity-waiting-list = Warteliste, Stand { $date }
capacity-full = zurzeit voll, Stand { $date }

## What is near and what is far

footer-planning = Für die Planung: Weiße Flecken
plan-percent = { $number } %
plan-percent-under-1 = unter 1 %
plan-percent-over-99 = über 99 %
near-title = Was nah ist und was weit
near-intro = Für wie viele Menschen in { $name } ist das nächste Angebot höchstens { $distance } entfernt? Gemessen ist in Luftlinie; der Weg ist meist länger.
near-most = Für fast alle nah
near-some = Für viele nah, für manche weit
near-few = Für die meisten ist der Standort weit weg
near-share = ({ $share })
near-distance = ({ $distance })
near-comes = { $count ->
    [one] dazu { $number } Angebot ohne Standort hier
   *[other] dazu { $number } Angebote ohne Standort hier
}
near-note-comes = { $note } · { $comes }
near-note = In Klammern steht, für welchen Anteil der Menschen das gilt (geschätzt). Bei dem, was weit ist, steht die Entfernung von der Mitte von { $name }. Gezählt sind nur Angebote aus unserer Sammlung, die man aufsuchen kann. Manches kommt auch ins Haus oder ist am Telefon da. { $note }.
