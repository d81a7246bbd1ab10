## Die Suche: wie ein Text verstanden wurde, warum etwas ein Treffer ist, Vorschläge beim Tippen.

search-note-place = Wir haben einen Ort erkannt. Sie sehen Angebote für { $place }.
search-note-place-none = Wir haben dazu in { $place } nichts gefunden. Sie sehen Angebote an anderen Orten.
search-note-unknown = Diese Wörter kennen wir nicht: { $words }. Wir haben ohne diese Wörter gesucht.
search-note-loose = Nicht jedes Angebot passt zu allen Wörtern. Oben steht, was am besten passt.
search-note-fillers = Wir verstehen nicht, was Sie suchen. Schreiben Sie am besten 1 Wort. Zum Beispiel: „Miete“ oder „Pflege“.
search-note-cut = Ihr Text ist sehr lang. Wir haben nur den Anfang gelesen.
search-note-no-word = In Ihrer Suche ist kein Wort. Sie sehen alle Angebote.
search-why-synonym = „{ $typed }“ gehört zu: { $term }
search-why-spelling = ähnlich wie „{ $typed }“: { $found }
search-did-you-mean = Meinen Sie „{ $text }“?
search-themes = Alle Themen ansehen
js-suggest-label = Vorschläge
js-suggest-one = { $count } Vorschlag. Wählen Sie mit den Pfeil-Tasten aus.
js-suggest-other = { $count } Vorschläge. Wählen Sie mit den Pfeil-Tasten aus.
js-suggest-category = Thema
js-suggest-place = Ort
js-suggest-entry = Angebot
js-suggest-organization = Anbieter
