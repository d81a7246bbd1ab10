# Eine andere E-Mail-Adresse für ein Konto: Seiten und Briefe.

own-email-hint = Eine neue Adresse gilt erst, wenn Sie sie bestätigt haben. Dafür schicken wir einen Link dorthin. Bis dahin gilt die bisherige.
own-email-waits = Neue Adresse: { $email }. Sie ist noch nicht bestätigt. Der Link in unserer E-Mail gilt bis { $until }. Bis dahin gilt die bisherige Adresse.
own-email-cancel = Neue Adresse nicht verwenden
saved-email-asked = Ihre Angaben sind gespeichert. An die neue Adresse haben wir eine E-Mail geschickt. Bitte öffnen Sie den Link darin.
saved-email-cancelled = Die neue Adresse wird nicht verwendet.
saved-email-confirmed = Ihre neue E-Mail-Adresse gilt ab jetzt. Auf allen anderen Geräten sind Sie abgemeldet.
fault-mail-throttled = Wir haben gerade schon mehrere E-Mails verschickt. Bitte versuchen Sie es in 20 Minuten noch einmal.

email-confirm-title = Neue E-Mail-Adresse bestätigen
email-confirm-text = Ihr Konto hat bisher die Adresse { $old }.
email-confirm-new = Ab jetzt soll { $new } gelten. Mit dieser Adresse melden Sie sich dann auch an.
email-confirm-send = Neue Adresse bestätigen
email-confirm-worthless = Vielleicht haben Sie den Link schon benutzt, oder er ist zu alt. Vielleicht sind Sie auch mit einem anderen Konto angemeldet.
email-confirm-own = Zu meinem Konto

email-object-title = Die E-Mail-Adresse soll bleiben, wie sie ist
email-object-text = Jemand möchte für Ihr Konto eine andere E-Mail-Adresse eintragen, oder hat es schon getan. Waren Sie das nicht? Dann sagen Sie es uns hier.
email-object-what = Danach gilt wieder { $email }. Alle Geräte werden abgemeldet, Zugänge für Programme enden, und das bisherige Passwort gilt nicht mehr.
email-object-what-no-password = Danach gilt wieder { $email }. Alle Geräte werden abgemeldet, und Zugänge für Programme enden.
email-object-send = Das war ich nicht
email-object-worthless = Vielleicht haben Sie den Link schon benutzt, oder er ist zu alt. Kommen Sie nicht mehr in Ihr Konto? Dann melden Sie sich bitte bei uns.
email-object-contact = So erreichen Sie uns
email-object-done-title = Ihr Konto ist wieder geschützt
email-object-done = Für Ihr Konto gilt wieder { $email }. Alle Geräte sind abgemeldet.
email-object-reset = Ihr bisheriges Passwort gilt nicht mehr. Wir haben Ihnen eine E-Mail mit einem Link geschickt. Damit wählen Sie ein neues. Der Link gilt eine Stunde.

audit-email-asked = Andere E-Mail-Adresse angegeben
audit-email-cancelled = Andere E-Mail-Adresse doch nicht verwendet
audit-email-changed = Andere E-Mail-Adresse bestätigt
audit-email-objected = Anderer E-Mail-Adresse widersprochen
audit-objection-unlinked = Nach dem Widerspruch getrennt: eine neue Verbindung zu einer anderen Anmeldung
audit-objection-factor = Nach dem Widerspruch entfernt: der zweite Schritt oder seine Ersatz-Codes

mail-email-confirm-subject = Bitte bestätigen Sie Ihre neue E-Mail-Adresse: { $site }
mail-email-confirm = Sie möchten diese E-Mail-Adresse für Ihr Konto beim { $site } verwenden. Mit diesem Link bestätigen Sie das:
mail-email-confirm-link = Neue Adresse bestätigen
mail-email-confirm-signed-in = Sie müssen dafür angemeldet sein, noch mit Ihrer bisherigen Adresse.
mail-email-confirm-unknown = Sie haben kein Konto bei uns? Dann hat sich jemand vertippt. Sie müssen nichts tun.
mail-email-taken-subject = Ihre E-Mail-Adresse beim { $site }
mail-email-taken = Jemand wollte diese E-Mail-Adresse für ein Konto beim { $site } eintragen. Zu dieser Adresse gibt es aber schon ein Konto: Ihres. Es ändert sich nichts.
mail-email-taken-next = Waren Sie das selbst? Dann melden Sie sich bitte mit dieser Adresse an. Waren Sie das nicht, müssen Sie nichts tun.
mail-email-asked-subject = Neue E-Mail-Adresse für Ihr Konto: { $site }
mail-email-asked = Für Ihr Konto beim { $site } wurde eine neue E-Mail-Adresse angegeben:
mail-email-asked-next = Die neue Adresse gilt erst, wenn sie bestätigt ist. Bis dahin bleibt alles, wie es ist. Waren Sie das? Dann müssen Sie hier nichts tun.
mail-email-changed-subject = Ihr Konto hat eine neue E-Mail-Adresse: { $site }
mail-email-changed = Für Ihr Konto beim { $site } gilt jetzt diese E-Mail-Adresse:
mail-email-not-you = Sie waren das nicht? Dann sagen Sie es uns gleich mit diesem Link. Ihre Adresse bleibt dann, wie sie war, und niemand kommt mehr mit dem alten Passwort in Ihr Konto.
mail-email-object = Das war ich nicht
