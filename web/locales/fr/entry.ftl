# Doing something with a service: saving it, passing it on, taking it along, printing it. Saved list, info sheet, news.

## The page of a service: buttons and the block "Take with you and share"
block-take = Emporter et partager
entry-actions = Garder et partager ce service
save = Garder
save-named = Garder { $name }
saved-list-link = Ma liste
# Stands before saving at services for protection from violence.
save-discreet = Les personnes qui utilisent votre appareil peuvent voir votre liste. Gardez ce service seulement si personne d’autre ne peut la lire.
save-anyway = Garder quand même
take-contact = Ajouter aux contacts
take-contact-note = Fichier pour le carnet d’adresses (vCard)
take-hours = Horaires pour l’agenda
take-hours-note = Fichier pour l’agenda (iCalendar). Il est valable un an.
take-hours-none-appointment = Il n’y a pas d’horaires pour l’agenda : seulement sur rendez-vous.
take-hours-none-unknown = Il n’y a pas d’horaires pour l’agenda : nous ne connaissons pas d’horaires sûrs.
take-hours-none-always = Il n’y a pas d’horaires pour l’agenda : ce service est ouvert 24 heures sur 24.
take-hours-none-irregular = Il n’y a pas d’horaires pour l’agenda : ils changent trop souvent.
take-hours-none-closed = Il n’y a pas d’horaires pour l’agenda : ce service est fermé pour le moment.
take-mail = Partager par e-mail
take-mail-note = Ouvre votre programme d’e-mail
take-poster = Feuille d’information à imprimer
take-poster-note = Une page A4 avec un code QR
take-pdf = Feuille d’information en PDF
take-pdf-note = À enregistrer ou à afficher
take-qr = Code QR de cette page
qr-alt = Code QR avec l’adresse de cette page
mail-subject = { $name }
mail-body = Ce service pourrait vous aider : { $name }
block-same-place = Au même endroit
where-map-osm = OpenStreetMap
where-map-apple = Apple Plans
where-map-note = Ouvre un autre site internet avec ce lieu
where-station-step-free = Gare la plus proche accessible sans marches : { $name }, { $distance }
entry-description = { $category }, { $place }. { $summary }

## In the calendar and in the address book
card-hours = Horaires : { $hours }
card-check = Veuillez appeler avant votre visite.
calendar-summary = { $name } : ouvert

## Saved list
saved-title = Ma liste
saved-intro = La liste se trouve dans l’adresse de cette page. Vous pouvez partager l’adresse, sans compte.
saved-count = { $count ->
    [one] { $number } service
   *[other] { $number } services
 }
saved-empty-title = Rien dans la liste pour l’instant
saved-empty = Cherchez un service et choisissez-y « Garder ».
saved-too-many = { $count ->
    [one] Une liste a de la place pour 50 services. { $number } autre n’est pas affiché ici.
   *[other] Une liste a de la place pour 50 services. { $number } autres ne sont pas affichés ici.
 }
saved-gone = { $count ->
    [one] { $number } service de cette liste n’existe plus.
   *[other] { $number } services de cette liste n’existent plus.
 }
saved-not-an-entry = « { $text } » ne correspond à aucun service. Entrez l’adresse de la page d’un service ou cherchez son nom.
saved-discreet = Cette liste contient des services de protection contre la violence. L’adresse reste dans l’historique de votre navigateur. Effacez l’historique si une autre personne peut le lire.
saved-remove = Retirer
saved-remove-named = Retirer { $name } de ma liste
saved-mail-subject = Ma liste : { $site }
saved-mail-body = J’ai réuni ces services pour vous :
saved-search = Chercher un autre service
saved-search-hint = Nom, mot-clé ou adresse de la page d’un service
saved-search-button = Chercher
saved-found = Résultats
saved-found-none = Rien trouvé.
saved-add = Ajouter à ma liste
saved-add-named = Ajouter { $name } à ma liste
saved-full = La liste est pleine. Retirez d’abord un service.
saved-already = est déjà dans la liste
saved-device = Sur cet appareil
saved-keep = Garder cette liste sur l’appareil
saved-forget = Effacer de l’appareil
saved-no-script = Votre navigateur n’exécute pas de scripts. La liste se trouve seulement dans l’adresse : enregistrez cette page dans vos favoris.
saved-printed = Date de la liste : { $date }
saved-address = Adresse de cette liste

## For the scripts
js-saved-nav = Ma liste ({ $count })
js-saved-on-one = Ajouté. { $count } service est dans votre liste.
js-saved-on-other = Ajouté. { $count } services sont dans votre liste.
js-saved-off = Retiré de votre liste.
js-saved-full = La liste est pleine : 50 services.
js-saved-refused = Votre navigateur ne permet pas d’enregistrer. La liste se trouve seulement dans l’adresse de cette page : enregistrez la page dans vos favoris.
js-saved-same = Cette liste est gardée sur cet appareil.
js-saved-differs = Cette liste n’est pas celle qui est gardée sur cet appareil.
js-saved-nothing = Aucune liste n’est gardée sur cet appareil.
js-saved-kept = La liste est maintenant gardée sur cet appareil.
js-saved-kept-without = La liste est maintenant gardée sur cet appareil. Nous n’avons pas enregistré les services de protection contre la violence.
js-saved-forgotten = La liste est effacée de cet appareil.

## Info sheet
poster-title = Feuille d’information : { $name }
poster-back = Retour au service
poster-where = Où
poster-when = Quand
poster-contact = Contact
poster-for-whom = Pour qui
poster-cost = Prix
poster-access = Accessibilité
poster-scan = Toutes les informations sur votre téléphone : scannez le code QR
poster-no-hours = Veuillez demander les horaires
poster-from = Extrait de : { $site }

## Lists as PDF
list-pdf = Cette liste en PDF
list-pdf-title = Services { $place }
list-pdf-more = Voici les { $number } premiers services. Vous trouverez la liste complète sur internet.
list-pdf-stand = Imprimé le { $date }
list-pdf-page = Page

## News and search engines
feed-title = Nouveau et modifié : { $site }
feed-link = S’abonner aux nouveautés de cette recherche (Atom)
