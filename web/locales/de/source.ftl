# Redaktion: was das Datenpaket des Landkreises anders sagt; Zusammenführen rückgängig machen; von Fall zu Fall.

queue-source-changed = Datenpaket sagt etwas anderes
queue-source-gone = Fehlt im Datenpaket

source-title = Das Datenpaket sagt etwas anderes
source-text = Jemand hat den Eintrag hier geändert. Danach hat sich auch das Datenpaket geändert. Unten stehen beide. Markiert ist, was sich unterscheidet.
source-gone-title = Das Datenpaket hat diesen Eintrag nicht mehr
source-gone-text = Jemand hat den Eintrag hier geändert. Im neuen Datenpaket kommt er nicht mehr vor. Gibt es das Angebot noch?
source-same = Beide sagen inzwischen dasselbe.
source-since = Das Datenpaket sagt das seit { $when }.
source-ours = Eintrag
source-theirs = Datenpaket
source-entry = Zum Fall des Eintrags
source-leaves = Mit dem Datenpaket verschwindet der Eintrag aus dem Atlas.
source-waits = Außerdem wartet eine Änderung. Sie bleibt, wie immer Sie hier entscheiden.
source-decide-text = Wenn Sie den Eintrag behalten, fragen wir erst wieder, wenn sich das Datenpaket noch einmal ändert. Wenn Sie das Datenpaket übernehmen, gilt es auch künftig, bis wieder jemand den Eintrag ändert.
source-keep = Eintrag behalten
source-take = Datenpaket übernehmen
source-take-gone = Aus dem Atlas nehmen
source-conflict = Inzwischen hat sich etwas geändert
source-conflict-text = Der Eintrag oder das Datenpaket ist nicht mehr so, wie Sie es gesehen haben. Nichts wurde geändert. Unten steht der neue Stand.
source-link = Das Datenpaket sagt etwas anderes: ansehen und entscheiden

done-source-take = Aus dem Datenpaket übernommen
done-source-keep = Eintrag behalten
done-undo-merge = Die Einträge sind wieder getrennt

case-beside = Weitere Fälle
case-previous = Voriger Fall
case-following = Nächster Fall

merge-undo = Zusammenführen rückgängig machen
merge-undo-text = Das geht 15 Minuten lang, solange niemand die Einträge ändert. Beide Einträge, ihre Links und ihre Zahlen sind danach wie vorher.
merge-undo-late = Das Zusammenführen lässt sich nicht mehr rückgängig machen
merge-undo-late-text = Es ist mehr als 15 Minuten her, oder jemand hat einen der Einträge seitdem geändert. Nichts wurde geändert.

upkeep-count-months = Zählen, wie aktuell die Einträge am Ende der Monate waren
upkeep-months = { $count ->
    [one] ein Monat gezählt
   *[other] { $count } Monate gezählt
}
