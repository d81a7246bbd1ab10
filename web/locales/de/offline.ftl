# Without internet, and installing the site on a device.

offline-title = Ohne Internet
offline-intro = Sie sind gerade nicht mit dem Internet verbunden. Sie können trotzdem Angebote suchen und lesen: Dieses Gerät hat sie gespeichert.
offline-needs-script = Zum Lesen ohne Internet braucht diese Seite JavaScript.
offline-made = Stand der gespeicherten Daten: { $date }
offline-old = Die gespeicherten Daten sind älter als eine Woche. Rufen Sie vorher an, ob noch alles stimmt.
offline-missing = Auf diesem Gerät sind noch keine Angebote gespeichert. Öffnen Sie den Sozialatlas einmal mit Internet.
offline-nothing = Diese Seite gibt es ohne Internet nicht.
offline-asks-more = Einige Ihrer Filter gelten nur mit Internet, zum Beispiel Entfernung oder Uhrzeit.
offline-left-out = Einige Angebote werden aus Rücksicht nicht auf dem Gerät gespeichert. Diese sehen Sie nur mit Internet.
offline-more = Mehr Angebote zeigen
offline-last = Ihre letzte Suche
offline-hours = Zeiten der Woche ab dem Tag der Daten
offline-app-description = Soziale Angebote in Ihrer Nähe: Beratung, Treffpunkte, Hilfe
js-offline-banner = Sie sind ohne Internet. Was Sie sehen, kann veraltet sein.
js-offline-link = Gespeicherte Angebote
