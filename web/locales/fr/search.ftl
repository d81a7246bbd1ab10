## The search: how a text was understood, why something is a result, suggestions while typing.

search-note-place = Nous avons reconnu un lieu. Vous voyez les services pour : { $place }.
search-note-place-none = Nous n’avons rien trouvé à ce sujet pour ce lieu : { $place }. Vous voyez des services dans d’autres lieux.
search-note-unknown = Nous ne connaissons pas ces mots : { $words }. Nous avons cherché sans eux.
search-note-loose = Tous les services ne correspondent pas à tous vos mots. Les plus pertinents sont en haut.
search-note-fillers = Votre recherche ne contient que des mots très fréquents. Il vaut mieux nommer une chose, par exemple « loyer » (Miete) ou « soins » (Pflege).
search-note-cut = Votre texte est très long. Nous n’avons lu que le début.
search-note-no-word = Il n’y a aucun mot dans votre recherche. Vous voyez tous les services.
search-why-synonym = « { $typed } » fait partie de : { $term }
search-why-spelling = s’écrit presque comme « { $typed } » : { $found }
search-did-you-mean = Vouliez-vous dire « { $text } » ?
search-themes = Voir tous les thèmes
js-suggest-label = Suggestions
js-suggest-one = { $count } suggestion. Choisissez avec les flèches du clavier.
js-suggest-other = { $count } suggestions. Choisissez avec les flèches du clavier.
js-suggest-category = Thème
js-suggest-place = Lieu
js-suggest-entry = Service
js-suggest-organization = Organisme
