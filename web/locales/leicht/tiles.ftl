js-streets-missing = Auf der Karte fehlen gerade die Straßen. Alles andere stimmt.
privacy-map-streets = Auf der Karte sehen Sie Straßen. Unser Computer holt die Bilder von einem Karten-Dienst. Der Karten-Dienst weiß nicht: Wer schaut die Karte an?
