# What people without an account tell the editors: forms, answers, the link to follow them.

optional = (Sie müssen hier nichts schreiben)

## Choosing

suggest-title = Uns etwas mitteilen
suggest-intro = Sie müssen sich nicht anmelden. Unser Team vom Landkreis liest Ihre Nachricht. Das Team prüft Ihre Nachricht.
suggest-back = Eine andere Nachricht schreiben
suggest-about-entry = Es geht um:
suggest-kind-correction = Etwas stimmt nicht
suggest-kind-correction-note = Zum Beispiel die Telefon-Nummer, die Zeiten oder die Adresse
suggest-kind-closed = Das Angebot gibt es nicht mehr
suggest-kind-closed-note = Es ist geschlossen. Oder es ist umgezogen.
suggest-kind-new = Ein Angebot fehlt
suggest-kind-new-note = Sagen Sie uns, welches Angebot fehlt
suggest-kind-claim = Das ist unser Angebot
suggest-kind-claim-note = Sie arbeiten dort. Sie wollen die Infos selbst ändern.
suggest-kind-praise = Lob
suggest-kind-praise-note = Etwas war besonders gut
suggest-kind-complaint = Beschwerde
suggest-kind-complaint-note = Sie sind nicht zufrieden mit einem Angebot oder mit dieser Internet-Seite
suggest-entry-missing = Um welches Angebot geht es?
suggest-entry-missing-text = Suchen Sie zuerst das Angebot. Öffnen Sie das Angebot. Klicken Sie dort auf „Fehler melden“.
suggest-to-list = Angebot suchen

## The form

suggest-title-correction = Fehler melden
suggest-title-closed = Das Angebot gibt es nicht mehr
suggest-title-new = Ein neues Angebot vorschlagen
suggest-title-claim = Das ist unser Angebot
suggest-title-praise = Lob
suggest-title-complaint = Beschwerde
suggest-intro-correction = Danke für Ihre Hilfe. Unser Team prüft Ihre Nachricht. Erst dann ändert das Team etwas.
suggest-intro-closed = Danke für Ihre Nachricht. Unser Team fragt erst nach. Dann löscht das Team das Angebot.
suggest-intro-new = Unser Team prüft Ihren Vorschlag. Das Team schreibt dazu, was noch fehlt.
suggest-intro-claim = Unser Team prüft: Arbeiten Sie wirklich dort? Dann bekommen Sie eine Einladung mit einer E-Mail.
suggest-intro-feedback = Nur unser Team liest Ihre Nachricht. Andere Menschen können die Nachricht nicht lesen.
suggest-message-correction = Was ist falsch? Und was ist richtig?
suggest-message-correction-hint = Zum Beispiel: „Die Telefon-Nummer ist falsch. Richtig ist …“
suggest-message-closed = Was wissen Sie darüber?
suggest-message-new = Was gibt es dort? Und für wen ist es?
suggest-message-new-hint = Schreiben Sie auch: Zeiten, Telefon und Internet-Seite. Wenn Sie es wissen.
suggest-message-claim = Was arbeiten Sie dort?
suggest-message-praise = Was war gut?
suggest-message-complaint = Was ist passiert?
suggest-message-feedback-hint = Bitte schreiben Sie keine Namen von anderen Menschen. Bitte schreiben Sie nicht, welche Krankheit ein Mensch hat.
suggest-about-new = Wie heißt das Angebot?
suggest-about-feedback = Um welches Angebot oder um welches Amt geht es?
suggest-organization-new = Wer macht das Angebot?
suggest-organization-claim = Bei welchem Anbieter arbeiten Sie?
suggest-place = Wo ist es?
suggest-source = Woher wissen Sie das?
suggest-source-new = Telefon oder Internet-Seite
suggest-sender-name = Ihr Name
suggest-sender-email = Ihre E-Mail-Adresse
suggest-sender-email-hint = Unser Team antwortet Ihnen. Dann bekommen Sie eine E-Mail. Sie haben keine E-Mail-Adresse? Dann können Sie die Antwort über einen Link lesen.
suggest-sender-email-claim-hint = Schreiben Sie am besten Ihre E-Mail-Adresse von der Arbeit. Dorthin schicken wir die Einladung.
suggest-topic = Worum geht es vor allem?
suggest-topic-reachability = Ich erreiche niemanden
suggest-topic-waiting = Warte-Zeit
suggest-topic-treatment = Wie man mit Menschen umgeht
suggest-topic-access = Barrieren und Sprache
suggest-topic-cost = Kosten
suggest-topic-missing = Ein Angebot fehlt
suggest-topic-website = Diese Internet-Seite
suggest-topic-other = Etwas anderes
suggest-trap = Bitte schreiben Sie hier nichts
suggest-retention = Wir speichern Ihre Nachricht, bis unser Team entschieden hat. Danach speichern wir die Nachricht noch 12 Monate.
suggest-retention-feedback = Wir speichern Ihre Nachricht, bis unser Team fertig ist. Danach speichern wir die Nachricht noch 24 Monate. Danach zählen wir nur noch: Wie oft ging es um welches Thema?
suggest-privacy = Mehr zum Daten-Schutz
suggest-send = Nachricht abschicken

## What is wrong

suggest-faults = Bitte prüfen Sie diese Angaben
suggest-fault-message = Bitte schreiben Sie, worum es geht.
suggest-fault-about = Bitte schreiben Sie den Namen vom Angebot.
suggest-fault-organization = Bitte schreiben Sie, wer das Angebot macht.
suggest-fault-sender-name = Bitte schreiben Sie Ihren Namen.
suggest-fault-sender-email = Bitte schreiben Sie Ihre E-Mail-Adresse.
suggest-fault-topic = Bitte wählen Sie ein Thema.
suggest-fault-too-short = Das ist sehr kurz. Bitte schreiben Sie mindestens 10 Zeichen.
suggest-fault-too-long = Der Text ist zu lang. Sie können { $number } Zeichen schreiben. Bitte machen Sie den Text kürzer.
suggest-fault-control = In dem Text sind Zeichen, die man nicht sieht. Bitte tippen Sie den Text neu.
suggest-fault-bidi = In dem Text sind Zeichen, die man nicht sieht. Die Zeichen ändern die Richtung von der Schrift. Bitte tippen Sie den Text neu.
suggest-fault-email = Das ist keine E-Mail-Adresse. Eine E-Mail-Adresse sieht zum Beispiel so aus: name@example.org
suggest-fault-trap = Bitte löschen Sie den Text in diesem Feld. Schicken Sie die Nachricht dann noch einmal ab. Das Feld schützt uns vor Werbung.
suggest-fault-entry = Dieses Angebot gibt es nicht mehr.
suggest-fault-other = Das können wir nicht benutzen. Bitte ändern Sie es.
suggest-held-fast = Bitte schicken Sie die Nachricht noch einmal ab
suggest-held-fast-text = Sie waren sehr schnell. Bitte klicken Sie noch einmal. So wissen wir: Sie sind ein Mensch und kein Computer-Programm. Ihr Text ist noch da.
suggest-held-expired = Die Seite war lange offen
suggest-held-expired-text = Bitte schicken Sie die Nachricht noch einmal ab. Ihr Text ist noch da.
suggest-held-full = Heute haben uns sehr viele Menschen geschrieben
suggest-held-full-text = Bitte versuchen Sie es morgen noch einmal. Oder rufen Sie unser Team an. Die Nummer steht auf der Seite „Wer macht diese Seite?“. Ihr Text ist noch da.

## Where it stands

suggest-state-received = angekommen
suggest-state-in-progress = in Arbeit
suggest-state-asked-back = Wir haben eine Frage
suggest-state-accepted = Wir haben es geändert
suggest-state-declined = Wir haben nichts geändert
suggest-state-dealt-with = fertig bearbeitet
suggest-state-closed = zu Ende

## The link of the sender

answer-title = Ihre Nachricht an unser Team
answer-thanks = Danke! Ihre Nachricht ist da.
answer-thanks-text = Merken Sie sich diese Seite. Hier lesen Sie, wie es weitergeht.
answer-kind = Art
answer-about = Es geht um
answer-state = Wie weit sind wir?
answer-received = Unser Team hat Ihre Nachricht noch nicht gelesen.
answer-in-progress = Unser Team arbeitet daran.
answer-asked-back = Unser Team hat eine Frage an Sie. Bitte antworten Sie unten.
answer-accepted = Unser Team hat Ihren Hinweis übernommen. Vielen Dank!
answer-declined = Unser Team hat Ihren Hinweis geprüft. Wir haben nichts geändert.
answer-dealt-with = Unser Team hat Ihre Nachricht bearbeitet. Vielen Dank!
answer-closed = Unser Team hat Ihre Nachricht gelesen. Wir sind damit fertig.
answer-said = Das wurde geschrieben
said-you = Sie
said-sender = Person, die geschrieben hat
said-editors = Unser Team
answer-reply = Noch etwas schreiben
answer-reply-asked = Auf die Frage antworten
answer-reply-label = Ihre Antwort
answer-reply-send = Antwort abschicken
answer-fault-empty = Bitte schreiben Sie eine Antwort.
answer-fault-closed = Wir sind mit Ihrer Nachricht schon fertig. Fehlt noch etwas? Dann schicken Sie uns bitte eine neue Nachricht.
answer-fault-too-many = Sie haben schon sehr viel geantwortet. Bitte warten Sie, bis unser Team antwortet.
answer-keep = So finden Sie diese Seite wieder
answer-keep-text = Speichern Sie die Adresse von dieser Seite. Sie können ein Lese-Zeichen machen. Nur mit dieser Adresse kann man die Seite öffnen.
answer-erased = Diese Seite gibt es bis { $date }. Dann löschen wir Ihre Nachricht.

## On the page of an entry

report-button = Fehler melden
report-more = Das ist unser Angebot. Oder: Lob und Beschwerde
report-online = Ist etwas falsch oder alt? Schreiben Sie unserem Team. Sie müssen sich nicht anmelden.
footer-suggest = Fehlt etwas? Oder stimmt etwas nicht?
entry-closed-until = Wahrscheinlich bis { $date }.

## Data protection

privacy-suggest = Wenn Sie uns etwas mitteilen
privacy-suggest-text = Wir speichern, was Sie in das Formular schreiben. Wir speichern auch, wann Ihre Nachricht angekommen ist. Sie müssen Ihren Namen nicht schreiben. Sie müssen Ihre E-Mail-Adresse nicht schreiben. Nur unser Team liest Ihre Nachricht. Lob und Beschwerden zeigen wir niemandem. Jedes Gerät hat im Internet eine Nummer. Die Nummer heißt: IP-Adresse. Wir speichern Ihre IP-Adresse nicht auf Dauer. Wir zählen nur kurze Zeit: Wie viele Nachrichten kommen von dieser Nummer? Wir brauchen dafür keine Cookies. Cookies sind kleine Dateien auf Ihrem Gerät.
privacy-suggest-keep = Unser Team entscheidet über Ihre Nachricht. 12 Monate danach löschen wir die Nachricht. Lob und Beschwerden löschen wir nach 24 Monaten. Manchmal entscheidet das Team nicht. Dann löschen wir die Nachricht nach 36 Monaten. Es bleibt nur eine Zahl: Art, Thema und Jahr. Beim Abschicken bekommen Sie einen Link. Mit dem Link sehen Sie immer, was wir gespeichert haben. Sollen wir die Nachricht früher löschen? Dann schreiben Sie uns dort.
