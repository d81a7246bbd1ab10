# Claiming an entry, and what editors are told about it.

claim-title = Das ist unser Angebot
claim-about = Eintrag:
claim-organization = Träger:
claim-organization-none = nicht bekannt
claim-text = Sie arbeiten für dieses Angebot und möchten den Eintrag selbst pflegen? Die Redaktion prüft Ihre Angaben. Danach können Sie alle Einträge dieses Trägers bearbeiten.
claim-message = Welche Aufgabe haben Sie dort?
claim-message-hint = Zum Beispiel: „Ich leite die Beratungsstelle seit 2024. Sie erreichen mich im Büro unter …“ Mindestens 10 Zeichen.
claim-send = Eintrag beanspruchen
claim-faults = Das hat noch nicht geklappt
claim-sent = Ihre Anfrage ist bei der Redaktion
claim-sent-text = Sie bekommen eine E-Mail, sobald darüber entschieden ist.
claim-fault-short = Bitte schreiben Sie mindestens 10 Zeichen.
claim-fault-text = Der Text ist zu lang oder enthält unsichtbare Zeichen. Bitte ändern Sie ihn.
claim-fault-yours = Sie sprechen schon für diesen Träger. Sie finden den Eintrag unter „Mein Bereich“.
claim-fault-spoken-for = Für diesen Träger spricht schon jemand. Bitten Sie diese Person, Sie einzuladen. Oder schreiben Sie der Redaktion.
claim-mine-title = Fehlt hier ein Eintrag?
claim-mine-text = Suchen Sie ihn im Atlas. Wählen Sie auf seiner Seite „Das ist unser Eintrag“.
claim-mine-link = Im Atlas suchen
claim-desk-hint = Wenn Sie zustimmen, kann diese Person alle Einträge dieses Trägers bearbeiten: { $organization }. Hat sie noch kein Konto, bekommt sie eine Einladung.
claim-desk-no-organization = Der Eintrag gehört noch zu keinem Träger. Ordnen Sie ihm zuerst einen Träger zu.
claim-desk-not-provider = Das Konto dieser Adresse hat eine andere Aufgabe. Die Verwaltung kann das ändern.
claim-desk-blocked = Das Konto dieser Adresse ist gesperrt. Die Verwaltung kann das ändern.
claim-desk-person = Mit dieser Adresse und diesem Namen kann niemand eingeladen werden.
