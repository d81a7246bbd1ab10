# Streets on the map, where the operator has configured them.
js-streets-missing = Die Straßen fehlen gerade auf der Karte. Alles andere stimmt.
privacy-map-streets = Die Bilder der Straßen holt unser Server bei einem Kartendienst und gibt sie an Sie weiter. Der Kartendienst erfährt nicht, wer sie ansieht.
