## The guide (/wegweiser), the way out of pages about violence, the new filters and what helps when there are no results.

nav-guide = Guide
guide-title = Quelle est votre situation ?
guide-intro = Choisissez ce qui correspond le mieux. Après trois questions au plus, vous voyez des services adaptés. Nous n’enregistrons pas vos réponses.
guide-situations = Situations
guide-answers = Réponses
guide-step = Question { $number }
guide-back = Une étape en arrière
guide-restart = Recommencer
guide-path = Vos réponses
guide-numbers = Ici, on vous aide tout de suite
guide-offers-in = { $count ->
    [0] Aucun de ces services n’est dans cette commune ({ $place }) ni ne s’y déplace.
    [one] Dont { $number } dans cette commune ou aussi pour elle ({ $place }).
   *[other] Dont { $number } dans cette commune ou aussi pour elle ({ $place }).
}
guide-offers-none = Nous ne connaissons pas de service correspondant. Cela ne veut pas dire qu’il n’y en a pas. Demandez à la mairie (Rathaus) ou à un service de conseil social (Sozialberatung).
guide-list = Tout voir en liste
guide-map = Tout voir sur la carte
guide-list-of = Tout voir en liste : { $name }
guide-map-of = Tout voir sur la carte : { $name }
guide-place = Où habitez-vous ?
guide-place-hint = Le choix est facultatif. Si vous choisissez une commune, vous voyez d’abord le plus proche.
guide-place-any = tout l’arrondissement
guide-place-apply = Afficher
guide-pays = Qui paie
guide-bring = Ce qu’il faut apporter
guide-next = Comment continuer
guide-office = Quelles autres administrations peuvent être importantes
guide-source = Source : { $source }
guide-as-of = Date de ces informations : { $date }. Elles donnent des règles générales tirées des lois et ne remplacent pas un conseil juridique. C’est le service compétent qui décide si vous avez droit à quelque chose.
guide-not-reviewed = L’arrondissement n’a pas encore vérifié ces informations.
guide-reviewed = Vérifié : { $by }.
guide-german-only = Cette information n’est pas encore traduite.
guide-start-text = Vous ne savez pas quoi chercher ? Quelques questions vous mènent au but.
guide-no-hits = Trouver en quelques questions : le guide
guide-share-note = Vous pouvez partager cette page par un lien. Vos réponses se trouvent dans l’adresse et nulle part ailleurs.

## Quickly away from a page about violence

exit-label = Quitter vite cette page
exit-more-title = Comment cela marche
exit-button = Quitter vite la page
exit-hint = Ou appuyez trois fois sur la touche Échap (Esc). Vous voyez alors tout de suite un autre site internet.
exit-hint-no-script = Le bouton ouvre un autre site internet. Cette page reste dans l’historique de votre appareil. Effacez ensuite l’historique.
exit-more = Votre appareil garde en mémoire les pages que vous visitez. Utilisez une fenêtre privée ou l’appareil d’une personne de confiance.

## Filters

facet-age = Âge
facet-age-hint = Âge en années
facet-age-unknown = aussi les services qui n’indiquent pas d’âge ({ $number })
facet-age-found = { $count ->
    [one] { $number } service indique cet âge.
   *[other] { $number } services indiquent cet âge.
}
facet-distance = Distance
facet-distance-needs-place = Entrez un lieu ci-dessus. Vous pourrez ensuite choisir la distance.
facet-open-any = peu importe
facet-open-today = ouvert aujourd’hui, maintenant ou plus tard
facet-open-at = à un moment précis
facet-open-date = Jour
facet-open-time = Heure
facet-open-with-unknown = aussi les services dont les horaires sont inconnus ({ $number })
facet-appointment = Rendez-vous
facet-appointment-yes = sur rendez-vous
facet-appointment-no = sans rendez-vous
facet-format = Comment
facet-format-place = sur place
facet-format-phone = par téléphone
facet-format-online = sur internet
facet-format-home = vient chez vous
facet-capacity = Places
facet-capacity-free = places libres
facet-capacity-waiting-list = liste d’attente
facet-capacity-full = complet pour le moment
facet-anonymous = Sans donner son nom
facet-anonymous-note = Presque aucun service n’indique si l’on peut être conseillé sans donner son nom. Demandez par téléphone.
facet-women = Vous trouvez les services réservés aux femmes et aux filles sous « Pour qui ».
facet-with-unknown = aussi quand ce n’est pas connu
facet-none = Il n’y a pas d’indication à ce sujet.
filter-age = Âge : { $age }
filter-age-unknown = Âge : { $age } ou inconnu
filter-open-today = ouvert aujourd’hui
filter-open-unknown = ou horaires inconnus
filter-appointment = Rendez-vous : { $answer }
filter-format = { $answer }
filter-capacity = Places : { $answer }
fault-age = « { $value } » n’est pas un âge. Entrez un nombre entre 0 et 120.
fault-open-date = Pour un moment précis, nous avons besoin du jour et de l’heure.
fault-sort = Cet ordre n’existe pas. Choisissez dans la liste.

## Order

sort = Trier
sort-rank = les plus pertinents d’abord
sort-distance = les plus proches d’abord
sort-freshness = les informations les plus récentes d’abord
sort-name = par nom
sort-apply = Trier
order-freshness = les informations les plus récentes d’abord
order-name = par nom
sort-needs-place = Pour « les plus proches d’abord », entrez un lieu ci-dessus.

## No results

no-hits-spelling = Écrit autrement ?
no-hits-wider = Chercher plus loin
no-hits-within = À { $distance } au plus ({ $offers })
no-hits-anywhere = Dans tout l’arrondissement ({ $offers })
no-hits-served = Aussi ce qui vient dans cette commune : { $place } ({ $offers })
no-hits-less = Enlever un filtre
no-hits-other = Autres possibilités
no-hits-phone-unknown = La collection n’avait pas de numéro de téléphone.
no-hits-call = Appeler { $name } : { $number }
