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
js-plan-reset = Alle Änderungen zurücknehmen
js-plan-counting = Wird berechnet …
js-plan-idle = Sie können Standorte auf der Karte verschieben.
js-plan-gain = { $count } Menschen mehr erreicht
js-plan-loss-none = niemand verliert
js-plan-loss = für { $count } wird es zu weit
js-plan-people-none = 0
js-plan-people-few = weniger als 10
js-plan-people-about = rund { $count }
js-plan-on-water = Hier ist Wasser. Setzen Sie den Standort an Land.
js-plan-outside-here = Das ist außerhalb des Gebiets. Setzen Sie den Standort in eine der Gemeinden.

## Standorte auf der Karte

js-plan-site-certain = { $name }, Standort
js-plan-site-approximate = { $name }, Standort mit ungefährer Lage
js-plan-site-stale = { $name }, Standort, alter Stand
js-plan-site-unsure = { $name }, Standort, alter Stand, ungefähre Lage
js-plan-site-added = Neuer Standort im Gedankenspiel
js-plan-site-moved = { $name }, im Gedankenspiel versetzt
js-plan-site-closed = { $name }, im Gedankenspiel geschlossen
js-plan-sites-here-one = { $count } Angebot an diesem Ort: { $name }
js-plan-sites-here-other = { $count } Angebote an diesem Ort, darunter { $name }
js-plan-name-existing = { $name }
js-plan-name-added = Neuer Standort
js-plan-name-moved = { $name } (versetzt)
js-plan-name-closed = { $name } (geschlossen)
js-plan-stale = alter Stand
js-plan-outside = außerhalb des Landkreises
js-plan-close = Testweise schließen
js-plan-move = Versetzen
js-plan-remove = Entfernen
js-plan-reopen = Wieder öffnen
js-plan-undo = Zurück an den alten Ort

## Bild

js-plan-picture = Bild speichern (PNG)
js-plan-picture-file = weisse-flecken.png
js-plan-picture-saved = Das Bild ist gespeichert.
js-plan-picture-error = Das Bild konnte nicht gespeichert werden. Warten Sie, bis die Karte geladen ist.
