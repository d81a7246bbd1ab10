# Anmelden, Konto, Formulare.

visitor-nav = Angemeldet
visitor-own = Mein Bereich
visitor-edit = Redaktion
visitor-administer = Verwaltung
visitor-account = Mein Konto
visitor-sign-out = Abmelden

account-email = E-Mail-Adresse
account-password = Passwort
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

code-title = Zweiter Schritt
code-intro = Ihr Passwort stimmt. Bitte geben Sie jetzt den Code aus Ihrer App ein.
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

error-401-title = Sie sind nicht mehr angemeldet
error-401-text = Öffnen Sie die Seite „Anmelden“ in einem neuen Fenster und melden Sie sich an. Gehen Sie dann in diesem Fenster zurück: Ihre Eingaben sind noch da, und Sie können sie noch einmal senden.
error-403-title = Das dürfen Sie hier nicht
error-403-text = Ihr Konto hat dafür kein Recht. Wenn Sie glauben, dass das falsch ist, fragen Sie bitte die Verwaltung. Hier geht es weiter:
error-forged-title = Wir haben das Formular nicht angenommen
error-forged-text = Es kam nicht von einer Seite des Sozialatlas, oder Ihr Browser nimmt keine Cookies an. Bitte öffnen Sie die Seite neu und versuchen Sie es noch einmal.
error-413-title = Das ist zu groß
error-413-text = Was Sie senden wollten, ist zu groß für uns. Bitte kürzen Sie den Text, oder nehmen Sie eine kleinere Datei.
