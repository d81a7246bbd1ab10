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
facet-age-years = Âge en années
facet-age-unknown = aussi les services qui n’indiquent pas d’âge
facet-age-known = { $count ->
    [one] { $number } service indique un âge.
   *[other] { $number } services indiquent un âge.
}
facet-age-found = { $count ->
    [0] Aucun service n’indique cet âge.
    [one] { $number } service indique cet âge.
   *[other] { $number } services indiquent cet âge.
}
facet-open-today = aujourd’hui, maintenant ou plus tard
facet-open-at = à un autre moment
facet-open-typed = Jour et heure
facet-open-with-unknown = aussi quand les horaires sont inconnus
facet-open-with-appointment = aussi seulement sur rendez-vous
facet-appointment = Rendez-vous
facet-appointment-yes = sur rendez-vous
facet-appointment-no = sans rendez-vous
facet-format = Type de service
facet-capacity = Places
facet-capacity-free = places libres
facet-capacity-waiting-list = liste d’attente
facet-capacity-full = complet pour le moment
filter-age = Âge : { $age } ans
filter-age-unknown = Âge : inconnu
filter-open-today = ouvert aujourd’hui
filter-or-unknown = ou horaires inconnus
filter-or-appointment = ou sur rendez-vous
filter-appointment = Rendez-vous : { $answer }
filter-capacity = Places : { $answer }
fault-age = « { $value } » n’est pas un âge. Entrez un nombre entre 0 et 120.
fault-sort = Cet ordre n’existe pas. Choisissez dans la liste.

## Order

sort = Trier
order-freshness = les informations les plus récentes d’abord
order-name = par nom

## No results

no-hits-spelling = Écrit autrement ?
no-hits-wider = Chercher plus loin
no-hits-within = À { $distance } au plus ({ $offers })
no-hits-anywhere = Dans tout l’arrondissement ({ $offers })
no-hits-served = Aussi ce qui vient dans cette commune : { $place } ({ $offers })
no-hits-less = Enlever un filtre
no-hits-other = Autres possibilités
no-hits-phone-unknown = La collection n’avait pas de numéro de téléphone.
