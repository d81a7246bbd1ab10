# Lange Berechnungen, Alter, das niemand kennt, und Änderungen, die nicht zur Frage passen.

plan-under-way = Die Antwort wird berechnet
plan-under-way-percent = { $number } % sind geschafft. Große Raster brauchen einige Sekunden.
plan-under-way-look = Noch einmal nachsehen

plan-change-left-out = { $change } – zählt hier nicht: Dieser Standort gehört nicht zu den gewählten Angeboten.

plan-says-age-unknown = Von { $people } Menschen ({ $share }) kennen wir das Alter nicht. Sie fehlen in diesen Zahlen. Von ihnen leben { $far } weiter als { $distance } entfernt.
plan-matrix-age-unknown = Von { $people } Menschen ({ $share }) kennen wir das Alter nicht. Sie fehlen in diesen Zahlen.
