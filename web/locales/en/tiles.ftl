js-streets-missing = The streets are missing on the map right now. Everything else is correct.
privacy-map-streets = Our server gets the pictures of the streets from a map service and passes them on to you. The map service does not learn who looks at them.
