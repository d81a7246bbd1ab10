# Ce qui s’imprime : affiches, dépliants et horaires en phrases (/plakate, /plakate/a4.pdf).

## La page /plakate
posters-title = Affiches et listes à imprimer
posters-intro = Vous trouvez ici des affiches, des feuillets et des listes en PDF : pour chaque commune, pour chaque thème et pour les deux ensemble. Vous pouvez les afficher et les distribuer.
posters-link = Affiches et listes à imprimer
posters-link-here = Affiche et liste à imprimer : { $name }
posters-municipality = Commune
posters-category = Thème
posters-all-municipalities = tout l’arrondissement
posters-all-topics = tous les thèmes
posters-whole-topic = { $topic } : tout
posters-choose = Afficher
posters-of = { $what } : { $where }
posters-a4 = Affiche A4
posters-a3 = Affiche A3
posters-a5 = Feuillet A5
posters-list = Liste en PDF
posters-page = Liste sur internet
posters-none-note = Cela ne veut pas dire qu’il n’y en a pas. L’affiche le dit et indique ce qui est le plus proche.
posters-none-anywhere = Il n’y a donc pas d’affiche à ce sujet. Le mieux est de demander à la mairie (Rathaus).
posters-discreet = Cette affiche vaut toujours pour tout l’arrondissement. Ainsi, elle ne révèle pas où se trouve un lieu protégé.
posters-by-municipality = Par commune
posters-by-topic = Par thème
posters-by-topic-in = Par thème : { $name }
posters-fault = Ce choix n’existe pas
posters-fault-text = Nous ne connaissons pas la commune ou le thème de cette adresse. Veuillez choisir à nouveau.

## Sur l’affiche
posters-heading = Services sociaux
posters-document = Affiche : { $what }, { $where }
posters-shown = { $count ->
    [one] Ici : { $shown } service sur { $number }.
   *[other] Ici : { $shown } sur { $number } services.
}
posters-empty = { $place } : aucun service de ce genre n’est inscrit.
posters-empty-all = { $place } : aucun service n’est encore inscrit.
posters-offers-at = { $count ->
    [one] { $offers } dans { $number } lieu
   *[other] { $offers } dans { $number } lieux
}
posters-more-places = { $count ->
    [one] et dans un autre lieu
   *[other] et dans { $number } autres lieux
}
posters-empty-county = Aucun service n’est inscrit pour ce thème.
posters-served = Ces services situés ailleurs sont aussi là pour { $place } :
posters-nearest = Les plus proches (à vol d’oiseau depuis le centre de { $place }) :
posters-elsewhere = Ailleurs dans l’arrondissement :
posters-scan = Tous les services sur votre téléphone : scannez le code QR
posters-qr-alt = Code QR avec l’adresse de la liste sur internet
posters-how = D’abord les services avec un numéro de téléphone, puis ceux confirmés en dernier.
posters-how-topics = Les services viennent de différents thèmes, si possible avec un numéro de téléphone et confirmés récemment.
posters-from = Extrait de : { $site }. État : { $date }. La source est indiquée sur internet pour chaque service.
posters-hours-online = Horaires : veuillez regarder sur internet ou demander

## Les horaires en phrases
said-hours-always = Ouvert jour et nuit.
said-hours-days = { $days } : { $times }.
said-hours-range = du { $from } au { $to }
said-hours-first = Le 1er { $day } du mois : { $times }.
said-hours-second = Le 2e { $day } du mois : { $times }.
said-hours-third = Le 3e { $day } du mois : { $times }.
said-hours-fourth = Le 4e { $day } du mois : { $times }.
said-hours-fifth = Le 5e { $day } du mois : { $times }.
said-hours-last = Le dernier { $day } du mois : { $times }.
said-hours-even-weeks = Le { $day } toutes les deux semaines (semaines paires) : { $times }.
said-hours-odd-weeks = Le { $day } toutes les deux semaines (semaines impaires) : { $times }.
said-hours-holidays-open = Les jours fériés : { $times }.
said-hours-holidays-closed = Fermé les jours fériés.
said-hours-school-closed = Fermé pendant les vacances scolaires.
