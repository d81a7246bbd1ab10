# Without internet, and installing the site on a device.

offline-title = Ohne Internet
offline-intro = Sie haben gerade kein Internet. Sie können trotzdem Angebote suchen und lesen. Die Angebote sind auf diesem Gerät gespeichert.
offline-needs-script = Diese Seite braucht dafür JavaScript.
offline-made = Die Daten sind vom: { $date }
offline-old = Die Daten sind älter als eine Woche. Rufen Sie vorher an. Fragen Sie: Stimmt noch alles?
offline-missing = Auf diesem Gerät sind noch keine Angebote. Öffnen Sie den Sozial-Atlas einmal mit Internet.
offline-nothing = Diese Seite geht nur mit Internet.
offline-asks-more = Manche Filter gehen nur mit Internet. Zum Beispiel: Entfernung und Uhrzeit.
offline-left-out = Einige Angebote speichern wir nicht auf dem Gerät. Niemand soll sie dort finden. Sie sehen diese Angebote nur mit Internet.
offline-more = Mehr Angebote zeigen
offline-last = Ihre letzte Suche
offline-hours = Die Zeiten für eine Woche. Die Woche beginnt am Tag von den Daten.
offline-app-description = Hilfe in Ihrer Nähe: Beratung, Treffpunkte, Unterstützung
js-offline-banner = Sie haben kein Internet. Manche Infos sind vielleicht alt.
js-offline-link = Gespeicherte Angebote
