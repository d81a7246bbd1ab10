# What people without an account tell the editors: forms, answers, the link to follow them.

optional = (freiwillig)

## Choosing

suggest-title = Uns etwas mitteilen
suggest-intro = Sie brauchen kein Konto. Die Redaktion des Landkreises liest Ihre Nachricht und prüft sie.
suggest-back = Andere Art von Nachricht
suggest-about-entry = Es geht um:
suggest-kind-correction = Etwas stimmt nicht
suggest-kind-correction-note = Zum Beispiel Telefonnummer, Zeiten oder Adresse
suggest-kind-closed = Das Angebot gibt es nicht mehr
suggest-kind-closed-note = Es hat geschlossen oder ist umgezogen
suggest-kind-new = Ein Angebot fehlt
suggest-kind-new-note = Schlagen Sie vor, was noch aufgenommen werden soll
suggest-kind-claim = Das ist unser Eintrag
suggest-kind-claim-note = Sie arbeiten dort und möchten den Eintrag selbst pflegen
suggest-kind-praise = Lob
suggest-kind-praise-note = Etwas war besonders gut
suggest-kind-complaint = Beschwerde
suggest-kind-complaint-note = Sie sind unzufrieden mit einem Angebot oder mit dieser Internetseite
suggest-entry-missing = Um welches Angebot geht es?
suggest-entry-missing-text = Suchen Sie zuerst das Angebot. Öffnen Sie es und wählen Sie dort „Fehler melden“.
suggest-to-list = Angebot suchen

## The form

suggest-title-correction = Fehler melden
suggest-title-closed = Angebot gibt es nicht mehr
suggest-title-new = Angebot vorschlagen
suggest-title-claim = Eintrag übernehmen
suggest-title-praise = Lob
suggest-title-complaint = Beschwerde
suggest-intro-correction = Danke, dass Sie helfen. Die Redaktion prüft Ihren Hinweis, bevor sie etwas ändert.
suggest-intro-closed = Danke für den Hinweis. Die Redaktion fragt nach, bevor der Eintrag verschwindet.
suggest-intro-new = Die Redaktion prüft Ihren Vorschlag und ergänzt, was fehlt.
suggest-intro-claim = Die Redaktion prüft, ob Sie für den Träger sprechen. Dann bekommen Sie eine Einladung per E-Mail.
suggest-intro-feedback = Ihre Nachricht liest nur die Redaktion. Sie wird nie veröffentlicht.
suggest-message-correction = Was stimmt nicht, und wie ist es richtig?
suggest-message-correction-hint = Zum Beispiel: „Die Telefonnummer ist falsch. Richtig ist …“
suggest-message-closed = Was wissen Sie darüber?
suggest-message-new = Was wird dort angeboten, und für wen?
suggest-message-new-hint = Gut zu wissen sind auch Zeiten, Telefon und Internetseite.
suggest-message-claim = Welche Aufgabe haben Sie dort?
suggest-message-praise = Was war gut?
suggest-message-complaint = Was ist passiert?
suggest-message-feedback-hint = Nennen Sie bitte keine Namen von anderen Menschen und nichts über ihre Gesundheit.
suggest-about-new = Wie heißt das Angebot?
suggest-about-feedback = Um welches Angebot oder welche Stelle geht es?
suggest-organization-new = Wer bietet es an?
suggest-organization-claim = Für welchen Träger sprechen Sie?
suggest-place = Wo ist es?
suggest-source = Woher wissen Sie das?
suggest-source-new = Telefon oder Internetseite
suggest-sender-name = Ihr Name
suggest-sender-email = Ihre E-Mail-Adresse
suggest-sender-email-hint = Dann bekommen Sie eine Nachricht, sobald die Redaktion antwortet. Ohne Adresse können Sie die Antwort über einen Link lesen.
suggest-sender-email-claim-hint = Am besten Ihre Adresse bei der Arbeit. Dorthin schicken wir die Einladung.
suggest-topic = Worum geht es vor allem?
suggest-topic-reachability = Erreichbarkeit
suggest-topic-waiting = Wartezeit
suggest-topic-treatment = Umgang mit Menschen
suggest-topic-access = Barrierefreiheit und Sprache
suggest-topic-cost = Kosten
suggest-topic-missing = Ein Angebot fehlt
suggest-topic-website = Diese Internetseite
suggest-topic-other = Etwas anderes
suggest-trap = Dieses Feld bitte leer lassen
suggest-retention = Wir speichern Ihre Nachricht, bis darüber entschieden ist, und danach noch { $months } Monate.
suggest-retention-feedback = Wir speichern Ihre Nachricht, bis sie bearbeitet ist, und danach noch { $months } Monate. Danach zählen wir nur noch, wie oft es um welches Thema ging.
suggest-privacy = Mehr zum Datenschutz
suggest-send = Nachricht senden

## What is wrong

suggest-faults = Bitte prüfen Sie diese Angaben
suggest-fault-message = Bitte schreiben Sie, worum es geht.
suggest-fault-about = Bitte nennen Sie den Namen des Angebots.
suggest-fault-organization = Bitte nennen Sie den Träger.
suggest-fault-sender-name = Bitte nennen Sie Ihren Namen.
suggest-fault-sender-email = Bitte nennen Sie Ihre E-Mail-Adresse.
suggest-fault-topic = Bitte wählen Sie ein Thema.
suggest-fault-too-short = Das ist sehr kurz. Bitte schreiben Sie mindestens 10 Zeichen.
suggest-fault-too-long = Der Text ist zu lang. Möglich sind { $number } Zeichen. Bitte kürzen Sie ihn.
suggest-fault-control = Der Text enthält unsichtbare Zeichen. Bitte tippen Sie ihn neu ein, statt ihn einzufügen.
suggest-fault-bidi = Der Text enthält unsichtbare Zeichen, die die Schreibrichtung ändern. Bitte tippen Sie ihn neu ein.
suggest-fault-email = Das ist keine E-Mail-Adresse. Sie sieht zum Beispiel so aus: name@example.org
suggest-fault-trap = Bitte leeren Sie dieses Feld und senden Sie die Nachricht noch einmal. Es schützt vor unerwünschten Nachrichten.
suggest-fault-entry = Diesen Eintrag gibt es nicht mehr.
suggest-fault-other = Diese Angabe können wir nicht verwenden. Bitte ändern Sie sie.
suggest-held-fast = Bitte senden Sie die Nachricht noch einmal
suggest-held-fast-text = Sie kam sehr schnell. Wir bitten um einen zweiten Klick, damit keine Programme uns schreiben. Ihr Text ist noch da.
suggest-held-expired = Die Seite war lange offen
suggest-held-expired-text = Bitte senden Sie die Nachricht noch einmal. Ihr Text ist noch da.
suggest-held-full = Heute ist sehr viel eingegangen
suggest-held-full-text = Bitte versuchen Sie es morgen noch einmal, oder rufen Sie die Redaktion an. Die Nummer steht im Impressum. Ihr Text ist noch da.

## Where it stands

suggest-state-received = eingegangen
suggest-state-in-progress = in Arbeit
suggest-state-asked-back = Rückfrage
suggest-state-accepted = übernommen
suggest-state-declined = nicht übernommen
suggest-state-dealt-with = bearbeitet
suggest-state-closed = abgeschlossen

## The link of the sender

answer-title = Ihre Nachricht an die Redaktion
answer-thanks = Danke, Ihre Nachricht ist angekommen
answer-thanks-text = Merken Sie sich diese Seite. Hier lesen Sie, was daraus wird.
answer-kind = Art
answer-about = Es geht um
answer-state = Stand
answer-received = Die Redaktion hat Ihre Nachricht noch nicht gelesen.
answer-in-progress = Die Redaktion arbeitet daran.
answer-asked-back = Die Redaktion hat eine Frage an Sie. Bitte antworten Sie unten.
answer-accepted = Die Redaktion hat Ihren Hinweis übernommen. Vielen Dank!
answer-declined = Die Redaktion hat Ihren Hinweis geprüft und nicht übernommen.
answer-dealt-with = Die Redaktion hat Ihre Nachricht bearbeitet. Vielen Dank!
answer-closed = Die Redaktion hat Ihre Nachricht gelesen und abgeschlossen.
answer-said = Was geschrieben wurde
said-you = Sie
said-sender = Absender:in
said-editors = Redaktion
answer-reply = Etwas ergänzen
answer-reply-asked = Auf die Frage antworten
answer-reply-label = Ihre Antwort
answer-reply-send = Antwort senden
answer-fault-empty = Bitte schreiben Sie eine Antwort.
answer-fault-closed = Ihre Nachricht ist inzwischen abgeschlossen. Wenn noch etwas fehlt, senden Sie bitte eine neue.
answer-fault-too-many = Sie haben schon sehr viele Antworten geschrieben. Bitte warten Sie, bis die Redaktion antwortet.
answer-keep = Diese Seite wiederfinden
answer-keep-text = Speichern Sie diese Adresse als Lesezeichen. Nur wer sie kennt, kann die Seite öffnen.
answer-erased = Diese Seite gibt es bis { $date }. Dann löschen wir Ihre Nachricht.

## On the page of an entry

report-button = Fehler melden
report-more = Eintrag übernehmen, Lob oder Beschwerde
report-online = Ist etwas falsch oder veraltet? Schreiben Sie der Redaktion. Sie brauchen kein Konto.
footer-suggest = Etwas fehlt oder stimmt nicht?
entry-closed-until = Voraussichtlich bis { $date }.

## Data protection

privacy-suggest = Wenn Sie uns etwas mitteilen
privacy-suggest-text = Wir speichern, was Sie in das Formular schreiben, und wann es ankam. Ihr Name und Ihre E-Mail-Adresse sind freiwillig. Nur die Redaktion liest Ihre Nachricht. Lob und Beschwerden werden nie veröffentlicht. Ihre IP-Adresse speichern wir nicht dauerhaft. Wir zählen nur kurz im Arbeitsspeicher, wie oft von derselben Adresse gesendet wird. Cookies brauchen wir dafür nicht.
privacy-suggest-keep = Ihre Nachricht löschen wir 12 Monate nach der Entscheidung, Lob und Beschwerden nach 24 Monaten, nie Entschiedenes nach 36 Monaten. Übrig bleibt nur eine Zahl für die Statistik: Art, Thema und Jahr. Über den Link, den Sie beim Absenden bekommen, sehen Sie jederzeit, was gespeichert ist. Soll es früher gelöscht werden, schreiben Sie uns dort.
