# What residents read on pages that desks and planning have a part in.

## Signing in, refusals

footer-sign-in = Für Anbieter und Ämter: Anmelden
error-401-title = Sie sind nicht mehr angemeldet
error-401-text = Öffnen Sie die Seite „Anmelden“ in einem neuen Fenster. Melden Sie sich dort an. Gehen Sie dann in diesem Fenster zurück. Ihr Text ist noch da. Schicken Sie ihn noch einmal ab.
error-403-title = Das dürfen Sie hier nicht
error-403-text = Ihr Konto hat dafür kein Recht. Ist das falsch? Dann fragen Sie bitte die Verwaltung. Hier geht es weiter:
error-forged-title = Wir haben das Formular nicht angenommen
error-forged-text = Das Formular kommt nicht vom Sozial-Atlas. Oder Ihr Browser nimmt keine Cookies an. Cookies sind kleine Dateien auf Ihrem Gerät. Bitte öffnen Sie die Seite neu. Versuchen Sie es dann noch einmal.
error-413-title = Das ist zu groß
error-413-text = Ein Formular darf höchstens { $form } Mega-Byte haben. Eine Datei darf höchstens { $file } Mega-Byte haben. Wir haben nichts gespeichert. Gehen Sie eine Seite zurück. Ihr Text steht meistens noch da. Machen Sie den Text kürzer. Oder teilen Sie die Datei. Dann schicken Sie alles noch einmal.
privacy-accounts = Wenn Sie hier ein Konto haben
privacy-accounts-text = Wir speichern: Ihren Namen, Ihre E-Mail-Adresse, Ihre Aufgabe und Ihren Anbieter. Wir speichern auch, wann Sie sich zuletzt angemeldet haben. Ihr Passwort und Ihre Codes speichern wir so, dass niemand sie lesen kann. Nur den Schlüssel für die Codes aus Ihrer App kann man in der Daten-Bank lesen. Sonst können wir die Codes nicht prüfen.
privacy-accounts-log = Wir schreiben auf, was mit einem Konto passiert. Zum Beispiel: Jemand meldet sich an. Oder ein Passwort ist falsch. Oder ein Recht ändert sich. Das speichern wir 180 Tage. Ihre IP-Adresse steht nicht dabei. Sie benutzen die Seite 8 Stunden nicht? Dann sind Sie abgemeldet. Sonst sind Sie nach 12 Stunden abgemeldet. Anbieter sind nach 7 Tagen abgemeldet.
privacy-accounts-provider = Vielleicht melden Sie sich über eine andere Stelle an. Dann speichern wir Ihre Nummer bei dieser Stelle. Und wir speichern: Seit wann melden Sie sich so an? Wann haben Sie sich zuletzt so angemeldet? Von der Stelle bekommen wir nur: Ihre Nummer, Ihre E-Mail-Adresse und wie sicher die Anmeldung war.
privacy-accounts-end = Gehen Sie auf „Mein Konto“. Dort können Sie alles herunterladen, was wir über Sie gespeichert haben. Dort können Sie auch Ihr Konto löschen. Bei den Angeboten bleibt dann nur eine Nummer. Ihr Name ist weg.

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
kept-until-erased = bis jemand es löscht
kept-account = Konto mit Name, E-Mail-Adresse, Aufgabe und Anbieter
kept-scenario = Plan-Entwurf vom Landkreis mit Name, Notiz und wer ihn gespeichert hat
kept-session-idle = Anmeldung, wenn niemand die Seite benutzt
kept-session-provider = Anmeldung von einem Anbieter, nicht länger als
kept-session-county = Anmeldung von unserem Team, von der Planung und von der Verwaltung, nicht länger als
kept-device = Gerät, mit dem Sie schon angemeldet waren
kept-invitation = Link von einer Einladung
kept-reset = Link für ein neues Passwort
kept-email-confirm = Link, mit dem jemand eine neue E-Mail-Adresse bestätigt
kept-email-objection = Link, mit dem jemand Nein sagt zu einer neuen E-Mail-Adresse
kept-confirm-link = Link, mit dem jemand die Infos zu einem Angebot bestätigt
kept-audit = Was mit den Konten passiert ist
kept-sent-mail = Dass wir eine E-Mail geschickt haben. Den Text speichern wir nicht.
kept-failed-mail = E-Mail, die nicht angekommen ist
kept-suggestion = Vorschlag mit Absender, wenn unser Team entschieden hat
kept-feedback = Lob oder Beschwerde mit Absender, wenn unser Team geantwortet hat
kept-suggestion-open = Vorschlag, Lob oder Beschwerde, wenn niemand darüber entscheidet
kept-request = Anfrage von einem Computer-Programm. So passiert nichts doppelt.
kept-usage-view = Wie oft Menschen ein Angebot in einem Monat geöffnet haben. Ohne Namen.
kept-usage-led = Mit welchen Wörtern Menschen ein Angebot gefunden haben. Erst ab 5 gleichen Suchen. Ohne Namen.
kept-usage-unmet = Was Menschen gesucht und nicht gefunden haben. Erst ab 5 gleichen Suchen. Ohne Namen.
kept-other = Anderes
privacy-kept = Wie lange speichern wir etwas?
privacy-kept-text = Wenn Sie nur suchen, speichern wir nichts. Haben Sie ein Konto? Oder haben Sie uns geschrieben? Dann gilt:

## The public history of an entry

field-name = Name
field-description = Beschreibung
field-organization = Anbieter
field-co-organizations = Weitere Anbieter
field-categories = Themen
field-target-groups = Für wen
field-service-forms = Art von dem Angebot
field-legal-bases = Gesetz
field-ages = Alter
field-ages-text = von { $low } bis { $high } Jahre
field-cost = Kosten
field-anonymous = Ohne Ihren Namen
field-languages = Sprachen
field-phones = Telefon
field-email = E-Mail
field-website = Internet-Seite
field-status = Ob es das Angebot gibt
field-closure = Wann das Angebot geschlossen ist
field-publish = Wie lange man das Angebot hier sieht
field-publish-text = { $from } bis { $until }
field-related = Das gehört dazu
field-site-type = Art von dem Ort
field-disclosure = Was alle sehen dürfen
field-municipality = Ort
field-address = Adresse
field-position = Punkt auf der Karte
field-schedule = Zeiten
field-accessible = Barriere-Freiheit
field-capacity = Plätze
field-service-area = Für Menschen aus
field-valid-to = Das Angebot gibt es nur bis
field-assurance = Wer die Infos geprüft hat
field-internal-note = Notiz für unser Team
field-sites = Orte
field-other = Andere Info
public-history-title = Das hat sich geändert: { $name }
public-history-intro = Hier sehen Sie, was sich bei diesem Angebot geändert hat. Und wann.
public-history-empty = Bis jetzt hat sich nichts geändert.
public-history-contact = Kontakt zu unserem Team
public-event-published = Das Angebot steht jetzt hier
public-event-confirmed = Die Infos sind geprüft
public-event-withdrawn = Das Angebot steht nicht mehr hier
public-event-changed = Geändert: { $fields }
public-history-link = Was hat sich geändert?

## Free places

capacity-free = Es gibt freie Plätze. Die Info ist von: { $date }
capacity-waiting-list = Es gibt eine Warte-Liste. Die Info ist von: { $date }
capacity-full = Gerade sind alle Plätze voll. Die Info ist von: { $date }

## What is near and what is far

footer-planning = Für die Planung: Wo gibt es keine Angebote?
plan-percent = { $number } Prozent
plan-percent-under-1 = weniger als 1 Prozent
plan-percent-over-99 = mehr als 99 Prozent
near-title = Was ist nah? Was ist weit weg?
near-intro = Wir fragen: Wie viele Menschen in { $name } haben ein Angebot in der Nähe? In der Nähe heißt: nicht weiter als { $distance }. Wir rechnen die gerade Linie auf der Karte. Der Weg ist meistens länger.
near-most = Für fast alle Menschen nah
near-some = Für viele Menschen nah, für manche weit weg
near-few = Für die meisten Menschen weit weg
near-share = ({ $share })
near-distance = ({ $distance })
near-comes = { $count ->
    [one] dazu { $number } Angebot ohne Haus an diesem Ort
   *[other] dazu { $number } Angebote ohne Haus an diesem Ort
}
near-note-comes = { $note } · { $comes }
near-note = Die Zahl in der Klammer sagt, für wie viele Menschen das gilt. Prozent heißt: So viele von 100 Menschen. Die Zahl ist geschätzt. Ist etwas weit weg? Dann steht in der Klammer, wie weit es von der Mitte von { $name } ist. Wir zählen nur Angebote, die wir kennen und zu denen man hingehen kann. Manche Angebote kommen auch zu Ihnen nach Hause oder sind am Telefon. { $note }.
