# Anmelden, Konto, Formulare.

visitor-nav = Angemeldet
visitor-own = Mein Bereich
visitor-edit = Redaktion
visitor-scenarios = Szenarien
visitor-administer = Verwaltung
visitor-account = Mein Konto
visitor-sign-out = Abmelden

account-email = E-Mail-Adresse
account-password = Passwort
account-present-password = Bisheriges Passwort
account-new-password = Neues Passwort
account-password-hint = Mindestens 12 Zeichen. Gut sind mehrere Wörter, die nichts miteinander zu tun haben. Sonderzeichen sind nicht nötig.
account-name = Ihr Name
account-name-hint = So sehen Sie andere, die hier arbeiten. In der Öffentlichkeit steht der Name nicht.
account-code = Code
account-code-hint = Die 6 Ziffern aus Ihrer App. Wenn Sie die App nicht mehr haben, geben Sie einen Ihrer Ersatz-Codes ein.

sign-in-title = Anmelden
sign-in-intro = Für Träger, Redaktion, Planung und Verwaltung. Um Angebote zu suchen, brauchen Sie kein Konto.
sign-in-send = Anmelden
sign-in-forgotten = Passwort vergessen?
sign-in-insecure = Hier können Sie sich nicht anmelden, weil die Verbindung nicht verschlüsselt ist. Bitte rufen Sie die Seite mit https:// auf.
sign-in-throttled = { $count ->
    [one] Das waren viele Versuche. Bitte warten Sie eine Minute. Oder lassen Sie sich einen Link per E-Mail schicken.
   *[other] Das waren viele Versuche. Bitte warten Sie { $number } Minuten. Oder lassen Sie sich einen Link per E-Mail schicken.
}

sign-in-or = Oder:
sign-in-by = Anmelden mit { $label }

provider-general = der zentralen Anmeldung
provider-going = Weiter zur Anmeldung mit { $label }
provider-going-text = Sie werden gleich weitergeleitet. Wenn nichts geschieht, benutzen Sie bitte diesen Link:
provider-go = Zur Anmeldung
provider-down = Diese Anmeldung geht gerade nicht
provider-down-text = Die Anmeldung mit { $label } antwortet nicht. Sie können sich mit E-Mail-Adresse und Passwort anmelden. Wenn Sie kein Passwort haben, lassen Sie sich dort einen Link schicken. Oder versuchen Sie es in einer Minute noch einmal.
provider-down-only = Die Anmeldung mit { $label } antwortet nicht. Bitte versuchen Sie es in einer Minute noch einmal. Angebote suchen können Sie auch ohne Anmeldung.
provider-cancelled = Sie haben die Anmeldung abgebrochen
provider-again = Sie sind nicht angemeldet. Sie können es noch einmal versuchen.
provider-stale = Bitte melden Sie sich noch einmal an
provider-stale-text = Das hat zu lange gedauert, oder die Anmeldung wurde in einem anderen Fenster oder Browser begonnen. Bitte fangen Sie von vorn an.
provider-refused = Die Anmeldung hat nicht geklappt
provider-throttled = { $count ->
    [one] Das waren viele Versuche. Bitte warten Sie eine Minute.
   *[other] Das waren viele Versuche. Bitte warten Sie { $number } Minuten.
}
provider-unknown = Hier gibt es keinen Zugang für Sie
provider-unknown-text = Die Anmeldung mit { $label } hat geklappt, aber dazu gehört hier kein offenes Konto. Konten richtet die Verwaltung ein. Bitte fragen Sie dort nach.
provider-unverified-text = Wir wissen nicht, zu welchem Konto Sie gehören, weil Ihre E-Mail-Adresse bei der Anmeldung mit { $label } nicht bestätigt ist. Bitte bestätigen Sie sie dort zuerst.
provider-unlinked-text = Sie haben die Verbindung zur Anmeldung mit { $label } getrennt. Melden Sie sich mit Ihrem Passwort an. In „Mein Konto“ können Sie die Verbindung wieder erlauben.
signed-out = Sie sind abgemeldet
signed-out-text = Beim Sozialatlas sind Sie jetzt abgemeldet. Bei der Anmeldung mit { $label } sind Sie vielleicht noch angemeldet.
signed-out-there = Auch dort abmelden: { $label }
signed-out-home = Zur Startseite

code-title = Zweiter Schritt
code-intro = Der erste Schritt ist geschafft. Bitte geben Sie jetzt den Code aus Ihrer App ein.
code-again = Von vorn anfangen

forgotten-title = Passwort vergessen
forgotten-intro = Wir schicken Ihnen einen Link. Damit können Sie ein neues Passwort wählen.
forgotten-send = Link schicken
forgotten-sent = Wenn es zu dieser Adresse ein Konto gibt, bekommen Sie gleich eine E-Mail. Der Link darin gilt eine Stunde.
forgotten-sent-wait = Es ist nichts angekommen? Schauen Sie bitte auch im Spam-Ordner nach.
forgotten-back = Zum Anmelden

reset-title = Neues Passwort wählen
choose-for = Das Passwort gilt für { $email }.
choose-send = Passwort speichern und anmelden
reset-worthless = Dieser Link gilt nicht mehr. Vielleicht haben Sie ihn schon benutzt, oder er ist zu alt. Sie können sich einen neuen schicken lassen.
link-worthless-title = Dieser Link gilt nicht mehr
invitation-title = Willkommen
invitation-intro = Sie sind eingeladen, hier mitzuarbeiten. Wählen Sie ein Passwort, dann können Sie anfangen.
invitation-by-provider = Sie sind eingeladen, hier mitzuarbeiten. Melden Sie sich dafür mit der Adresse { $email } an:
invitation-worthless = Vielleicht haben Sie die Einladung schon angenommen. Dann können Sie sich anmelden. Wenn die Einladung zu alt ist, bitten Sie um eine neue.

expired-title = Bitte noch einmal senden
expired-text = Sie haben sich inzwischen an- oder abgemeldet. Ihre Eingaben sind noch da. Bitte senden Sie das Formular noch einmal. Passwörter und Codes müssen Sie neu eingeben.
expired-send = Noch einmal senden

fault-password-short = Das Passwort ist zu kurz. Bitte nehmen Sie mindestens 12 Zeichen, zum Beispiel mehrere Wörter.
fault-password-long = Das Passwort ist zu lang. Bitte nehmen Sie höchstens 256 Zeichen.
fault-password-common = Dieses Passwort ist leicht zu erraten. Bitte nehmen Sie mehrere Wörter, die nichts miteinander und nichts mit Ihnen zu tun haben.
fault-password-wrong = Das ist nicht Ihr Passwort. Bitte versuchen Sie es noch einmal.
fault-email-taken = Zu dieser Adresse gibt es schon ein Konto.
fault-code-wrong = Der Code stimmt nicht, ist zu alt oder wurde schon benutzt. Bitte nehmen Sie den Code, den die App jetzt zeigt.
fault-not-allowed = Das geht hier nicht.
fault-sign-in-wrong = Die E-Mail-Adresse oder das Passwort stimmt nicht.

form-faults = Bitte prüfen Sie Ihre Eingaben
account-moment = { $date }, { $time } Uhr

role-resident = Bürger:in
role-provider = Träger
role-editor = Redaktion
role-planner = Planung
role-admin = Verwaltung

own-title = Mein Konto
own-person = Ihre Angaben
own-role = Aufgabe
own-organizations = Sie sprechen für
own-save = Angaben speichern
own-password-hint = Damit niemand an Ihrem Gerät etwas ändert, fragen wir hier noch einmal nach.
own-password = Passwort ändern
own-password-save = Neues Passwort speichern
own-sessions = Wo Sie angemeldet sind
own-sessions-text = Kennen Sie ein Gerät nicht? Dann beenden Sie die Anmeldung dort und ändern Sie Ihr Passwort.
identity-title = Anmelden mit { $label }
identity-none = Noch nicht verbunden. Wenn Sie sich das erste Mal so anmelden, verbinden wir Ihr Konto über Ihre E-Mail-Adresse.
identity-linked = Verbunden seit { $since }. Zuletzt benutzt: { $used }.
identity-only = Das ist der einzige Weg in Ihr Konto.
identity-unlinked = Die Verbindung ist getrennt. So kann sich niemand in Ihr Konto anmelden.
identity-unlink = Verbindung trennen
identity-allow = Verbindung wieder erlauben
own-no-password = Sie haben hier kein Passwort. In den ersten zehn Minuten nach dem Anmelden können Sie das Feld „Passwort“ leer lassen. Danach melden Sie sich bitte neu an.

own-tokens = Zugänge für Programme
own-tokens-text = Mit einem Zugang kann ein Programm in Ihrem Namen Einträge lesen oder ändern. Wenn Sie das nicht brauchen, legen Sie keinen an.
own-data = Ihre Daten
own-data-text = Hier bekommen Sie alles, was wir über Sie gespeichert haben, als Datei.
own-data-download = Meine Daten herunterladen
own-erase = Konto löschen
own-erase-text = Ihr Name und Ihre E-Mail-Adresse werden sofort und für immer gelöscht. Ihre Einträge bleiben. In deren Verlauf steht dann „gelöschtes Konto“.
own-erase-send = Mein Konto für immer löschen

saved-person = Ihre Angaben sind gespeichert.
saved-password = Ihr neues Passwort gilt ab jetzt. Auf allen anderen Geräten sind Sie abgemeldet.
saved-factor = Der zweite Schritt ist ausgeschaltet.
saved-sessions = Die Anmeldung ist beendet.
saved-unlinked = Die Verbindung ist getrennt.
saved-link-allowed = Wenn Sie sich das nächste Mal so anmelden, wird Ihr Konto verbunden.
saved-token = Der Zugang ist beendet.

session-unknown = Unbekanntes Gerät
session-here = hier
session-times = Angemeldet seit { $since }. Zuletzt benutzt: { $seen }.
session-end = Abmelden
sessions-end = Auf allen anderen Geräten abmelden

factor-title = Anmelden in zwei Schritten
factor-on = { $count ->
    [one] Eingeschaltet. Sie haben noch einen Ersatz-Code.
   *[other] Eingeschaltet. Sie haben noch { $number } Ersatz-Codes.
}
factor-off = Ausgeschaltet. Mit einem zweiten Schritt ist Ihr Konto besser geschützt.
factor-required = Für Ihre Aufgabe ist das Anmelden in zwei Schritten vorgeschrieben. Bitte richten Sie es jetzt ein.
factor-intro = Nach dem Passwort geben Sie einen Code ein. Den Code macht eine App auf Ihrem Handy, alle 30 Sekunden einen neuen. Auch wer Ihr Passwort kennt, kommt dann nicht in Ihr Konto.
factor-apps = Sie brauchen dafür eine App für Einmal-Codes. Viele Passwort-Manager können das auch.
factor-begin = Jetzt einrichten
factor-renew = Mit einem neuen Gerät einrichten
factor-disable = Zweiten Schritt ausschalten
factor-step-scan = Öffnen Sie die App und scannen Sie dieses Bild:
factor-step-type = Oder tippen Sie diesen Schlüssel in die App:
factor-open-app = Auf diesem Gerät in der App öffnen
factor-step-code = Die App zeigt jetzt 6 Ziffern. Geben Sie sie hier ein:
factor-code-hint = 6 Ziffern, ohne Leerzeichen
factor-confirm = Prüfen und einschalten
factor-picture = QR-Code mit dem Schlüssel, der darunter als Text steht

audit-identity-linked = Mit einer anderen Anmeldung verbunden
audit-identity-unlinked = Verbindung zu einer anderen Anmeldung getrennt

codes-title = Ihre Ersatz-Codes
codes-intro = Mit einem Ersatz-Code kommen Sie in Ihr Konto, wenn Sie die App nicht mehr haben. Jeder gilt einmal. Wir zeigen sie nur jetzt: Bitte drucken Sie sie aus oder schreiben Sie sie auf.
codes-renew = Neue Ersatz-Codes machen
codes-renew-text = Die alten gelten dann nicht mehr.
secrets-done = Fertig

token-title = Ihr neuer Zugang
token-once = Wir zeigen diesen Schlüssel nur jetzt. Bitte kopieren Sie ihn in das Programm, das ihn braucht. Geben Sie ihn niemandem weiter.
token-name = Name
token-name-hint = Damit Sie ihn wiedererkennen, zum Beispiel der Name des Programms.
token-days = Gilt wie viele Tage?
token-days-hint = Höchstens 366
token-scopes = Was darf das Programm?
token-create = Zugang anlegen
token-end = Beenden
token-times = Gilt bis { $until }. { $used }
token-used = Zuletzt benutzt: { $at }.
token-unused = Noch nicht benutzt.

scope-listings-read = Einträge lesen, auch nicht veröffentlichte
scope-listings-write = Einträge anlegen und ändern
scope-organizations-write = Angaben zum Träger ändern
scope-accounts-admin = Konten verwalten

