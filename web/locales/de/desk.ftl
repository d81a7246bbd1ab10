# The editors' desk: what waits, old beside new, history, merging, praise and complaints, freshness.

moment = { $date }, { $time }
percent = { $number } %

desk-nav = Redaktion
desk-nav-queue = Zu tun
desk-nav-feedback = Lob und Beschwerde
desk-nav-freshness = Wie aktuell ist der Atlas?

## The list

queue-title = Zu tun
queue-kinds = Was soll in der Liste stehen?
queue-text = Name enthält
queue-order = Reihenfolge
queue-order-urgency = Dringendes zuerst
queue-order-oldest = Ältestes zuerst
queue-order-newest = Neuestes zuerst
queue-order-name = nach Name
queue-apply = Anzeigen
queue-all = Alles anzeigen
queue-total = { $count ->
    [0] Nichts zu tun
    [one] 1 Sache zu tun
   *[other] { $number } Sachen zu tun
}
queue-range = gezeigt: { $from } bis { $to }
queue-empty = Hier ist alles erledigt.
queue-choose = Auswählen
queue-what = Eintrag oder Nachricht
queue-why = Warum
queue-since = Seit
queue-unnamed = Ohne Namen
queue-new = Neuer Eintrag
queue-changed = Änderung
queue-closure-over = Schließung vorbei
queue-sample = Stichprobe
queue-duplicate = Vielleicht doppelt
queue-stale = Veraltet
queue-broken-link = Link geht nicht
queue-asked-back = Rückfrage läuft
queue-draft = Entwurf
queue-duplicate-note = wie „{ $name }“: { $reasons }
likeness-name = ähnlicher Name
likeness-phone = gleiche Telefonnummer
likeness-address = gleiche Adresse
likeness-distance = fast gleicher Ort
likeness-email = gleiche E-Mail-Adresse
likeness-website = gleiche Internetseite
likeness-organization = gleicher Träger
likeness-category = gleiches Thema
pager = Seiten
pager-previous = Vorige Seite
pager-next = Nächste Seite
bulk = Mit den ausgewählten Einträgen:
bulk-confirm = Als aktuell bestätigen
bulk-publish = Veröffentlichen
bulk-archive = Archivieren
bulk-confirmed = { $count ->
    [0] Kein Eintrag bestätigt
    [one] 1 Eintrag bestätigt
   *[other] { $number } Einträge bestätigt
}
bulk-published = { $count ->
    [0] Kein Eintrag veröffentlicht
    [one] 1 Eintrag veröffentlicht
   *[other] { $number } Einträge veröffentlicht
}
bulk-archived = { $count ->
    [0] Kein Eintrag archiviert
    [one] 1 Eintrag archiviert
   *[other] { $number } Einträge archiviert
}
bulk-words = Zurückfragen oder ablehnen
bulk-words-hint = Jeder betroffene Träger bekommt diese Worte. Es geht nur bei Einträgen, die auf Ihre Entscheidung warten.
bulk-rejected = { $count ->
    [one] Ein Eintrag abgelehnt
   *[other] { $count } Einträge abgelehnt
}
bulk-asked-back = { $count ->
    [one] Zu einem Eintrag zurückgefragt
   *[other] Zu { $count } Einträgen zurückgefragt
}
case-reopen = Entscheidung zurücknehmen
case-reopen-text = Die Fassung wartet dann wieder auf eine Entscheidung. Die Nachricht an den Träger ist vielleicht schon unterwegs.
done-reopen = Die Fassung wartet wieder auf eine Entscheidung.
bulk-failed = { $count ->
    [one] Bei 1 Eintrag ging es nicht. Öffnen Sie ihn, dort steht warum.
   *[other] Bei { $number } Einträgen ging es nicht. Öffnen Sie sie, dort steht warum.
}
bulk-discloses = { $count ->
    [one] 1 Eintrag bleibt, wie er ist: Sein Ort war geschützt und würde öffentlich. Öffnen Sie den Eintrag und entscheiden Sie dort.
   *[other] { $number } Einträge bleiben, wie sie sind: Ihr Ort war geschützt und würde öffentlich. Öffnen Sie jeden Eintrag und entscheiden Sie dort.
}
undo = Rückgängig machen
undo-done = { $count ->
    [0] Nichts rückgängig gemacht
    [one] 1 Eintrag ist wieder wie vorher
   *[other] { $number } Einträge sind wieder wie vorher
}
undo-late = Dafür ist es zu spät. Im Verlauf jedes Eintrags können Sie frühere Fassungen zurückholen.
keys-title = Mit der Tastatur arbeiten
keys-next = zum nächsten Eintrag
keys-previous = zum vorigen Eintrag
keys-open = öffnen
keys-choose = auswählen oder nicht auswählen
keys-on = Diese Tasten benutzen

## One entry

review-draft = Entwurf
review-pending = in Prüfung
review-published = veröffentlicht
review-rejected = abgelehnt
review-archived = archiviert
case-written = Geschrieben von { $who }, { $when }.
case-public = So sieht ihn die Öffentlichkeit
case-history = Verlauf
case-edit = Eintrag bearbeiten
case-question = Ihre Rückfrage an den Träger
case-changes = Was sich ändern soll
case-new = Neuer Eintrag: noch nichts davon ist öffentlich
case-unchanged = Es wartet keine Änderung
case-archived = Dieser Eintrag ist archiviert
case-no-difference = Beide Fassungen sagen dasselbe.
case-decide = Entscheiden
case-note = Begründung oder Frage
case-note-hint = Der Träger liest das, wenn Sie zurückfragen oder ablehnen.
case-note-missing = Bitte schreiben Sie dem Träger, was er tun soll.
case-note-long = Der Text ist zu lang. Bitte kürzen Sie ihn.
case-publish = Veröffentlichen
case-ask-back = Zurückfragen
case-reject = Ablehnen
case-conflict = Der Eintrag hat sich inzwischen geändert
case-conflict-text = Jemand war schneller. Unten sehen Sie die neue Fassung. Nichts wurde überschrieben. Bitte entscheiden Sie noch einmal.
case-transition = Das geht jetzt nicht
case-transition-text = Der Eintrag steht inzwischen an einer anderen Stelle. Unten sehen Sie, wo.
case-invalid = So kann der Eintrag nicht veröffentlicht werden
case-invalid-text = Bitte bearbeiten Sie den Eintrag. Etwas stimmt nicht bei: { $fields }.
case-discloses = Ein geschützter Ort würde öffentlich
case-discloses-text = Es wurde nichts geändert. Lesen Sie unten bei der Entscheidung, was öffentlich würde, und setzen Sie dort das Häkchen, wenn das so sein soll. Steht dort kein Häkchen, bearbeiten Sie den Eintrag: Das Formular fragt danach.
disclose-title = Ein geschützter Ort würde öffentlich
disclose-text = Diesen Ort sehen bisher nur der Träger und die Redaktion. Danach sehen alle, wo er ist. Das lässt sich nicht zurückholen. Öffentlich würde:
disclose-point = Punkt auf der Karte
disclose-sure = Ja, alle dürfen sehen, wo dieser Ort ist
case-doubtful = Bitte prüfen Sie den Ort
case-doubtful-text = Der Punkt liegt im Wasser oder in einem anderen Landkreis. Bitte bearbeiten Sie den Eintrag und bestätigen Sie dort den Ort.
case-suggestions = Hinweise zu diesem Eintrag
case-duplicates = Vielleicht doppelt
case-duplicates-text = Diese Einträge sind ähnlich. Hier können Sie sie vergleichen und zusammenführen.
case-more = Weiteres
case-confirm = Als aktuell bestätigen
case-confirm-text = Sie haben geprüft, dass alles noch stimmt.
case-next = Weiter zum nächsten Eintrag
done-publish = Veröffentlicht
done-reject = Abgelehnt
done-ask-back = Rückfrage geschickt
done-restore = Frühere Fassung zurückgeholt
done-confirm = Als aktuell bestätigt
done-archive = Archiviert
done-close = Als vorübergehend geschlossen gezeigt
done-open = Wieder als geöffnet gezeigt
done-merge = Zusammengeführt
closure-title = Vorübergehend geschlossen
closure-change = Vorübergehend geschlossen: ändern oder aufheben
closure-text = Warum, und was können Menschen so lange tun?
closure-until = Voraussichtlich bis
closure-save = So anzeigen
closure-open = Ist wieder geöffnet
closure-text-missing = Bitte schreiben Sie, warum es geschlossen ist.
closure-until-wrong = Das ist kein Datum. Es sieht zum Beispiel so aus: 2026-12-31
archive-title = Eintrag archivieren
archive-text = Der Eintrag verschwindet aus dem Atlas. Alle Fassungen bleiben erhalten, Sie können ihn zurückholen.
archive-reason = Warum?
archive = Archivieren

## Old beside new

compare-field = Angabe
compare-old = Bisher
compare-new = Neu
compare-alone = Das steht im Eintrag
compare-nothing = keine Angabe
compare-removed = weg:
compare-added = neu:
compare-whole = Der ganze Eintrag
compare-site = Standort:
compare-site-new = neu
compare-site-gone = entfällt
compare-moved = Der Punkt ist um { $distance } verschoben.
status-active = in Betrieb
assured-source = laut Quelle
assured-provider = vom Träger bestätigt
assured-editor = von der Redaktion bestätigt
site-type-fixed = fester Standort
site-type-hosted = zu Gast in einem anderen Haus
site-type-office-hours = Außensprechstunde
site-type-several = mehrere Standorte
site-type-no-rooms = ohne eigene Räume
site-type-outreach = aufsuchend
site-type-mobile = mobil
site-type-phone = nur Telefon
site-type-online = online
site-type-protected = geschützte Adresse
site-type-unstated = ohne Angabe
disclosure-public = Adresse und Punkt
disclosure-municipality = nur die Gemeinde
disclosure-placeless = kein Ort
disclosure-protected = geschützt, höchstens die Gemeinde

## History

history-title = Verlauf: { $name }
history-revision = Fassung { $number }, { $when }
history-restore = Diese Fassung zurückholen
history-restore-text = Sie wird als neue Fassung veröffentlicht. Nichts geht verloren.
history-public = öffentlich
history-latest = neueste
history-compare = Fassung
history-older = Ältere Einträge des Verlaufs
history-merged = Hierher zusammengeführt
event-published = veröffentlicht
event-rejected = abgelehnt
event-asked-back = zurückgefragt
event-approved = geprüft
event-archived = archiviert
event-merged = zusammengeführt
event-withdrawn = aus dem Atlas genommen
event-other = bearbeitet
actor-gone = gelöschtes Konto
actor-import = Daten des Landkreises
actor-link = über den Link in einer E-Mail
actor-resident = ohne Konto
actor-system = das Programm

## Merging

merge-title = Einträge zusammenführen
merge-intro = Wählen Sie, was der Eintrag künftig sagt. Der andere verschwindet aus dem Atlas. Alte Links führen zum Eintrag, der bleibt.
merge-kept = Bleibt
merge-merged = Geht darin auf
merge-swap = Andersherum zusammenführen
merge-kept-short = Bleibt:
merge-merged-short = Geht auf:
merge-both = Beides
merge-sites = Standorte übernehmen
merge-show = Vorschau zeigen
merge-preview = So ändert sich der Eintrag, der bleibt
merge-no-change = Am Eintrag, der bleibt, ändert sich nichts.
merge-do = Zusammenführen
merge-invalid = So geht es nicht
merge-invalid-text = Das Ergebnis wäre kein vollständiger Eintrag. Bitte prüfen Sie Ihre Auswahl.

## Suggestions, praise, complaints

suggestion-done = Gespeichert
suggestion-said = Was geschrieben wurde
suggestion-entry = So steht es im Eintrag
suggestion-answer = Antworten und entscheiden
suggestion-answer-label = Antwort oder Frage
suggestion-answer-mail = Wer geschrieben hat, bekommt eine E-Mail und kann die Antwort lesen.
suggestion-answer-link = Wer geschrieben hat, liest die Antwort über den eigenen Link.
suggestion-answer-missing = Bitte schreiben Sie eine Antwort oder eine Frage.
suggestion-accept = Übernommen
suggestion-dealt-with = Bearbeitet
suggestion-decline = Nicht übernehmen
suggestion-close = Ohne Folge abschließen
suggestion-take-up = Ich kümmere mich
suggestion-again = Wieder öffnen
suggestion-topic = Thema
suggestion-sort = Thema ändern
suggestion-erased = Text und Absender:in werden am { $date } gelöscht.
suggestion-conflict = Jemand war schneller
suggestion-conflict-text = Die Nachricht wurde inzwischen bearbeitet. Unten sehen Sie den neuen Stand. Ihr Text ist noch da.
suggestion-transition = Das geht jetzt nicht
suggestion-transition-text = Die Nachricht steht schon an dieser Stelle. Ihr Text ist noch da.
detail-about = Angebot
detail-organization = Träger
detail-place = Ort
detail-source = Quelle
detail-sender-name = Name
detail-sender-email = E-Mail-Adresse
feedback-title = Lob und Beschwerde
feedback-intro = Diese Nachrichten sind nie öffentlich.
feedback-any = alle
feedback-kind = Art
feedback-message = Nachricht
feedback-erased = Der Text wurde nach Ablauf der Frist gelöscht.
feedback-total = { $count ->
    [0] Keine Nachricht
    [one] 1 Nachricht
   *[other] { $number } Nachrichten
}
evaluation-title = Auswertung nach Jahren
evaluation-intro = Gezählt nach dem Jahr des Eingangs, auch wenn der Text schon gelöscht ist.
evaluation-empty = Bisher ist nichts eingegangen.
evaluation-csv = Als CSV herunterladen
evaluation-praise = Lob
evaluation-complaints = Beschwerden
evaluation-open = davon offen
evaluation-sum = Summe

## Freshness

freshness-title = Wie aktuell ist der Atlas?
freshness-sentence = { $share } der Einträge sind aktuell: { $fresh } von { $total }.
freshness-nothing = Noch ist kein Eintrag veröffentlicht.
freshness-chart = Balken je Monat: Anteil der aktuellen, veralteten und undatierten Einträge. Die Zahlen stehen in der Tabelle darunter.
freshness-month = Monat
freshness-fresh = aktuell
freshness-stale = veraltet
freshness-unknown = ohne Datum
freshness-total = alle
freshness-share = aktuell in Prozent
freshness-note = Gezählt wird am Ende jedes Monats, im laufenden Monat heute. Ein Eintrag ist so aktuell wie sein ältester Standort.
