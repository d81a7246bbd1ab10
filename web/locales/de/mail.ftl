# Letters by mail, and the page that confirms an entry from a letter. Plain German (B1).

## Every letter

mail-language = de
mail-greeting = Guten Tag,
mail-regards = Freundliche Grüße, { $name }
mail-footer-place = Hilfe und Beratung { $place }
mail-footer-automatic = Diese Nachricht hat ein Programm verschickt. Antworten darauf liest niemand.
mail-footer-contact = Diese Nachricht hat ein Programm verschickt. Haben Sie eine Frage? Schreiben Sie an { $email }.
mail-moment = { $day }, { $time }
mail-link-once = Der Link funktioniert nur einmal und nur bis { $until }.

## Accounts

mail-invitation-subject = Ihr Zugang zum { $site }
mail-invitation = Sie sind eingeladen, beim { $site } mitzuarbeiten.
mail-invitation-provider = Sie sind eingeladen, die Einträge von { $name } zu pflegen.
mail-invitation-next = Wählen Sie zuerst ein Passwort. Danach können Sie sich anmelden.
mail-invitation-link = Einladung annehmen
mail-invitation-unknown = Sie haben mit dieser Einladung nicht gerechnet? Dann müssen Sie nichts tun.
mail-reset-subject = Neues Passwort für den { $site }
mail-reset = Sie möchten ein neues Passwort für den { $site }. Mit diesem Link können Sie es wählen.
mail-reset-link = Neues Passwort wählen
mail-reset-unknown = Sie haben das nicht verlangt? Dann müssen Sie nichts tun. Ihr Passwort bleibt, wie es ist.
mail-password-changed-subject = Ihr Passwort für den { $site } ist geändert
mail-password-changed = Das Passwort für Ihr Konto beim { $site } ist geändert. Auf anderen Geräten müssen Sie sich neu anmelden.
mail-second-factor-subject = Anmeldung beim { $site }: zweiter Schritt geändert
mail-second-factor-on = Für Ihr Konto beim { $site } ist jetzt der zweite Schritt bei der Anmeldung eingeschaltet. Sie brauchen dann auch einen Code aus Ihrer App.
mail-second-factor-off = Für Ihr Konto beim { $site } ist der zweite Schritt bei der Anmeldung jetzt ausgeschaltet. Sie brauchen keinen Code mehr.
mail-provider-linked-subject = Anmeldung beim { $site }: neuer Weg in Ihr Konto
mail-provider-linked = Ihr Konto beim { $site } ist jetzt mit einer anderen Anmeldung verbunden. Sie können sich auch damit anmelden. In „Mein Konto“ können Sie die Verbindung trennen.
mail-not-you = Sie waren das nicht? Dann wählen Sie bitte gleich ein neues Passwort und melden Sie sich bei uns.

## Is it still right?

mail-confirm-subject-first = { $count ->
    [one] Stimmt Ihr Eintrag noch?
   *[other] Stimmen Ihre { $number } Einträge noch?
}
mail-confirm-subject-second = { $count ->
    [one] Erinnerung: Stimmt Ihr Eintrag noch?
   *[other] Erinnerung: Stimmen Ihre { $number } Einträge noch?
}
mail-confirm-subject-last = { $count ->
    [one] Letzte Erinnerung: Ihr Eintrag gilt als veraltet
   *[other] Letzte Erinnerung: Ihre { $number } Einträge gelten als veraltet
}
mail-confirm-first = Diese Angaben von { $organization } hat schon länger niemand bestätigt. Bitte sehen Sie nach, ob noch alles stimmt.
mail-confirm-second = Wir haben noch keine Antwort zu diesen Angaben von { $organization }. Bitte sehen Sie nach, ob noch alles stimmt.
mail-confirm-last = Diese Angaben von { $organization } sind jetzt so lange nicht bestätigt, dass wir sie als veraltet kennzeichnen. Das sehen auch die Menschen, die Hilfe suchen.
mail-confirm-how = Öffnen Sie den Link beim Eintrag. Stimmt alles, genügt dort ein Klick. Sie müssen sich nicht anmelden. Jeder Link funktioniert nur einmal.
mail-confirm-assured = Zuletzt bestätigt: { $date }
mail-confirm-never = Noch nie bestätigt
mail-confirm-link = Eintrag ansehen und bestätigen
mail-confirm-wrong = Stimmt etwas nicht mehr? Dann melden Sie sich bitte an und ändern Sie den Eintrag.
mail-confirm-desk = Zu Ihren Einträgen

## What editors decided

mail-published-subject = Veröffentlicht: { $listing }
mail-published = Ihr Eintrag „{ $listing }“ ist veröffentlicht.
mail-published-link = Eintrag ansehen
mail-rejected-subject = Nicht veröffentlicht: { $listing }
mail-rejected = Wir haben Ihre Änderung an „{ $listing }“ nicht veröffentlicht. Der Grund:
mail-rejected-next = Sie können den Eintrag ändern und noch einmal einreichen.
mail-asked-back-subject = Frage zu Ihrem Eintrag: { $listing }
mail-asked-back = Wir haben eine Frage zu „{ $listing }“, bevor wir die Änderung veröffentlichen:
mail-asked-back-next = Bitte ergänzen Sie den Eintrag und reichen Sie ihn noch einmal ein.
mail-form-link = Eintrag bearbeiten
mail-hidden-subject = { $count ->
    [one] Ein Eintrag ist nicht mehr öffentlich
   *[other] { $number } Einträge sind nicht mehr öffentlich
}
mail-hidden = Diese Einträge hat zu lange niemand bestätigt. Sie sind deshalb nicht mehr öffentlich:
mail-hidden-next = Bitte prüfen Sie, ob es die Angebote noch gibt. Wer einen Eintrag bestätigt, macht ihn wieder öffentlich.
mail-hidden-link = Zu diesen Einträgen

## Suggestions and claims

mail-received-subject = Ihre Nachricht ist angekommen
mail-received = Danke für Ihre Nachricht. Die Redaktion sieht sie sich an. Auf dieser Seite steht später unsere Antwort:
mail-received-link = Zu Ihrer Nachricht
mail-received-keep = Heben Sie diesen Link gut auf. Wer ihn hat, kann Ihre Nachricht und unsere Antwort lesen.
mail-answer-subject = Antwort auf Ihre Nachricht
mail-answer = Die Redaktion hat Ihnen geantwortet:
mail-answer-link = Zu Ihrer Nachricht
mail-claim-subject = Ihre Anfrage zu { $organization }
mail-claim-accepted = Ihr Konto gehört jetzt zu { $organization }. Sie können die Einträge bearbeiten.
mail-claim-refused = Wir haben Ihr Konto nicht mit { $organization } verbunden.
mail-claim-reason = Die Redaktion schreibt dazu:
mail-claim-link = Zu Ihren Einträgen
mail-handover-subject = Übergabe: { $listing }
mail-handover-from = { $organization } möchte diesen Eintrag übergeben:
mail-handover-to = Neuer Träger soll sein: { $organization }. Bitte entscheiden Sie, ob Sie ihn übernehmen.
mail-handover-link = Übergabe ansehen
mail-handover-done = Dieser Eintrag gehört jetzt zu { $organization }:
mail-handover-not-done = Dieser Eintrag geht nicht an { $organization }. Er bleibt beim bisherigen Träger:

## The page that confirms an entry

confirm-title = Stimmt dieser Eintrag noch?
confirm-how = Bitte lesen Sie alles einmal durch. Stimmt alles? Dann genügt der Knopf ganz unten.
confirm-cost = Kosten:
confirm-page = So sehen alle den Eintrag
confirm-button = Ja, alles stimmt noch
confirm-wrong = Stimmt etwas nicht mehr? Dann melden Sie sich bitte an und ändern Sie den Eintrag:
confirm-desk = Mein Bereich
confirm-changed = Der Eintrag hat sich inzwischen geändert. Bitte sehen Sie ihn noch einmal an.
confirm-done-title = Danke!
confirm-done = Der Eintrag ist bestätigt.
confirm-done-text = Alle sehen jetzt, dass die Angaben von heute sind. Sie können diese Seite schließen.
confirm-closed-title = Dieser Link geht nicht
confirm-used = Dieser Link wurde schon benutzt. Der Eintrag ist bestätigt.
confirm-expired = Dieser Link ist abgelaufen.
confirm-gone = Dieser Eintrag ist nicht mehr öffentlich, oder er gehört jetzt zu einem anderen Träger.
confirm-unknown = Diesen Link kennen wir nicht. Vielleicht ist er nicht vollständig, oder er ist schon lange abgelaufen.
confirm-closed-next = Melden Sie sich an, dann können Sie Ihre Einträge ansehen und bestätigen. Oder kopieren Sie den Link noch einmal ganz aus der E-Mail.
