# Szenarien der Planung, die jemand gespeichert hat.

scenarios-title = Gespeicherte Szenarien
scenarios-text = Hier stehen die Szenarien, die Planung und Verwaltung gespeichert haben. Alle aus Planung und Verwaltung können sie ansehen. Ändern kann sie nur, wer sie gespeichert hat. Gibt es dieses Konto nicht mehr, dürfen alle sie ändern.
scenarios-none = Noch ist kein Szenario gespeichert. Stellen Sie in der Planung eine Frage, verändern Sie Standorte und speichern Sie das Ergebnis.

scenario-name = Name
scenario-name-hint = Zum Beispiel: Zweiter Standort im Norden
scenario-note = Notiz
scenario-note-hint = Wofür ist das Szenario, und was ist noch zu klären?
scenario-question = Frage
scenario-asked = { $label }, zumutbar { $distance }.
scenario-any = Alle Angebote
scenario-changes = { $count ->
    [one] Eine Änderung.
   *[other] { $number } Änderungen.
}
scenario-by = Gespeichert von
scenario-by-nobody = nicht mehr bekannt
scenario-at = Stand
scenario-open = Im Planungsbereich öffnen

scenario-here = Szenario speichern
scenario-store-title = Szenario speichern
scenario-store-text = Gespeichert wird die Frage mit allen Änderungen, nicht das Ergebnis. Wenn Sie das Szenario später öffnen, wird neu gerechnet.
scenario-store = Speichern
scenario-instead-of = Neu speichern oder ersetzen?
scenario-instead-of-none = Als neues Szenario speichern
scenario-instead-of-one = „{ $name }“ ersetzen (Stand { $at })
scenario-saved = Das Szenario ist gespeichert.
scenario-deleted = Das Szenario ist gelöscht.
scenario-changed = Das Szenario hat sich inzwischen geändert. Bitte sehen Sie es noch einmal an, bevor Sie es löschen.

scenario-rename = Name und Notiz ändern
scenario-rename-send = Änderung speichern
scenario-overwrite = Sie möchten die Frage oder die Standorte ändern? Öffnen Sie das Szenario im Planungsbereich, ändern Sie es dort und ersetzen Sie beim Speichern dieses.
scenario-delete = Szenario löschen
scenario-delete-text = Das Szenario ist dann für alle gelöscht.
scenario-others = Dieses Szenario hat jemand anderes gespeichert.
scenario-copy = Als eigenes Szenario speichern

scenario-since = Seit dem Speichern hat sich etwas geändert
scenario-site-gone = „{ $name }“ gibt es hier nicht mehr, oder der Standort zählt für diese Frage nicht mehr. Seine Änderung bleibt unberücksichtigt.
scenario-site-moved = „{ $name }“ liegt jetzt an einer anderen Stelle.
scenario-sites-gone = { $count ->
    [one] Einen Standort, der verändert werden soll, gibt es nicht mehr.
   *[other] { $number } Standorte, die verändert werden sollen, gibt es nicht mehr.
}
scenario-other-data = Die Daten sind andere als beim Speichern, zum Beispiel andere Einträge oder Einwohnerzahlen. Das Ergebnis kann deshalb anders sein.
scenario-partly = Ein Teil der Frage lässt sich mit den jetzigen Daten nicht beantworten und bleibt weg.
scenario-then = { $count ->
    [0] Beim Speichern war niemand ohne Angebot in zumutbarer Entfernung.
    [one] Beim Speichern war ein Mensch ohne Angebot in zumutbarer Entfernung.
   *[other] Beim Speichern waren { $number } Menschen ohne Angebot in zumutbarer Entfernung.
}
scenario-now = { $count ->
    [0] Heute ist es niemand.
    [one] Heute ist es ein Mensch.
   *[other] Heute sind es { $number } Menschen.
}
scenario-no-answer = Für heute gibt es noch kein Ergebnis. Bitte laden Sie die Seite gleich noch einmal.

scenario-conflict-title = Das Szenario hat sich inzwischen geändert
scenario-conflict-text = Ihre Änderung ist noch nicht gespeichert. Vergleichen Sie beide Fassungen.
scenario-conflict-theirs = Jetzt gespeichert
scenario-conflict-yours = Ihre Fassung
scenario-conflict-mine = Meine Fassung speichern
scenario-conflict-leave = Die gespeicherte Fassung behalten

fault-question = Diese Frage lässt sich nicht beantworten. Bitte gehen Sie zurück zur Planung und wählen Sie dort ein Angebot und eine Entfernung.
scope-scenarios-write = Szenarien der Planung lesen, speichern und löschen
