## The search: how a text was understood, why something is a result, suggestions while typing.

search-note-place = We recognised a place. You see services for { $place }.
search-note-place-none = We found nothing on this for { $place }. You see services in other places.
search-note-unknown = We do not know these words: { $words }. We searched without them.
search-note-loose = Not every service matches all your words. The best matches are at the top.
search-note-fillers = Your search only has very common words. It is best to name one thing, for example “rent” (Miete) or “care” (Pflege).
search-note-cut = Your text is very long. We only read the beginning.
search-note-no-word = There is no word in your search. You see all services.
search-why-synonym = “{ $typed }” belongs to: { $term }
search-why-spelling = spelled like “{ $typed }”: { $found }
search-did-you-mean = Did you mean “{ $text }”?
search-themes = See all topics
js-suggest-label = Suggestions
js-suggest-one = { $count } suggestion. Choose with the arrow keys.
js-suggest-other = { $count } suggestions. Choose with the arrow keys.
js-suggest-category = Topic
js-suggest-place = Place
js-suggest-entry = Service
js-suggest-organization = Provider
