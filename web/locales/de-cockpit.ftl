# What the scripts of the planning page say. The scripts fill in the placeholders themselves.

js-plan-map = Karte der weißen Flecken
js-plan-area = Weißer Fleck { $number }: { $name }
js-plan-map-shows = Die Karte zeigt: { $name }
js-plan-error = Das Ergebnis konnte nicht geladen werden. Prüfen Sie Ihre Verbindung.
js-plan-map-error = Die Daten für die Karte konnten nicht geladen werden. Die Tabellen stimmen trotzdem.

## Ein Szenario ausprobieren

js-plan-add = Standort hinzufügen
js-plan-add-cancel = Abbrechen
js-plan-add-hint = Klicken Sie auf die Karte. Mit der Tastatur: Pfeiltasten bewegen, Eingabetaste setzt.
js-plan-placing = Standort in der Mitte der Karte. Pfeiltasten bewegen ihn um eine Rasterzelle, mit der Umschalttaste um zehn. Die Eingabetaste setzt ihn, Escape bricht ab.
js-plan-cancelled = Abgebrochen. Nichts hat sich geändert.
js-plan-reset = Alles zurücknehmen
js-plan-counting = Wird berechnet …
js-plan-gain-one = { $count } Mensch mehr erreicht
js-plan-gain-other = { $count } Menschen mehr erreicht
js-plan-loss-none = niemand verliert
js-plan-loss-one = { $count } Mensch verliert
js-plan-loss-other = { $count } Menschen verlieren

## Standorte auf der Karte

js-plan-site-certain = { $name }, Standort
js-plan-site-approximate = { $name }, Standort mit ungefährer Lage
js-plan-site-stale = { $name }, Standort mit veralteter Angabe
js-plan-site-unsure = { $name }, Standort mit veralteter Angabe und ungefährer Lage
js-plan-site-added = Neuer Standort im Szenario
js-plan-site-moved = { $name }, im Szenario verschoben
js-plan-site-closed = { $name }, im Szenario geschlossen
js-plan-sites-here-one = { $count } Standort hier: { $name }
js-plan-sites-here-other = { $count } Angebote an diesem Ort, darunter { $name }
js-plan-name-existing = { $name }
js-plan-name-added = Neuer Standort
js-plan-name-moved = { $name } (verschoben)
js-plan-name-closed = { $name } (geschlossen)
js-plan-stale = Angabe veraltet
js-plan-outside = außerhalb des Landkreises
js-plan-close = Testweise schließen
js-plan-move = Verschieben
js-plan-remove = Entfernen
js-plan-reopen = Wieder öffnen
js-plan-undo = Zurück an den alten Ort

## Bild

js-plan-picture = Bild speichern (PNG)
js-plan-picture-file = weisse-flecken.png
js-plan-picture-saved = Das Bild ist gespeichert.
js-plan-picture-error = Das Bild konnte nicht gespeichert werden. Warten Sie, bis die Karte geladen ist.
