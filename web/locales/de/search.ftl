## Die Suche: wie ein Text verstanden wurde, warum etwas ein Treffer ist, Vorschläge beim Tippen.

search-note-place = Wir haben einen Ort erkannt. Sie sehen Angebote für { $place }.
search-note-place-none = Für { $place } haben wir dazu nichts gefunden. Sie sehen Angebote an anderen Orten.
search-note-unknown = Diese Wörter kennen wir nicht: { $words }. Wir haben ohne sie gesucht.
search-note-loose = Nicht jedes Angebot passt zu allen Ihren Wörtern. Die passendsten stehen oben.
search-note-fillers = Ihre Suche hat nur sehr häufige Wörter. Nennen Sie am besten eine Sache, zum Beispiel „Miete“ oder „Pflege“.
search-note-cut = Ihr Text ist sehr lang. Wir haben nur den Anfang gelesen.
search-note-no-word = In Ihrer Suche ist kein Wort. Sie sehen alle Angebote.
search-why-synonym = „{ $typed }“ gehört zu: { $term }
search-why-spelling = ähnlich geschrieben wie „{ $typed }“: { $found }
search-did-you-mean = Meinten Sie „{ $text }“?
search-themes = Alle Themen ansehen
js-suggest-label = Vorschläge
js-suggest-one = { $count } Vorschlag. Mit den Pfeiltasten auswählen.
js-suggest-other = { $count } Vorschläge. Mit den Pfeiltasten auswählen.
js-suggest-category = Thema
js-suggest-place = Ort
js-suggest-entry = Angebot
js-suggest-organization = Träger
