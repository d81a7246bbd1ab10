# All words people read on the pages, in plain French. Legal texts: legal.ftl.
# Keys with "js-" go to the browser's scripts, which fill in the placeholders themselves.

## Numbers, dates, places

number-group = { "\u202F" }
number-decimal = ,
number-about = environ { $number }
distance-m = { $number } m
distance-km = { $number } km
distance-about-km = environ { $number } km
distance-under-1-km = moins de 1 km
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
weekday-mon = lundi
weekday-tue = mardi
weekday-wed = mercredi
weekday-thu = jeudi
weekday-fri = vendredi
weekday-sat = samedi
weekday-sun = dimanche
time-point = { $time }
time-all-day = 24 heures sur 24
list-separator = { ", " }
list-and = { $first } et { $last }
unknown = inconnu
external = (mène à un autre site internet)

## Frame

skip-link = Aller au contenu
nav-main = Menu principal
nav-map = Carte
nav-list = Liste
nav-municipalities = Communes
nav-numbers = Numéros importants
footer-imprint = Mentions légales (Impressum) et sources
footer-privacy = Protection des données
footer-accessibility = Accessibilité
footer-api = Données et interface (API)
breadcrumb = Vous êtes ici
to-map = Vers la carte
back-to-list = Retour à la liste
all-municipalities = Toutes les communes
share = Partager
print = Imprimer

## Search

search-heading = Trouver des services sociaux { $place }
search-title = { $filters } : { $count }
search-label = Chercher des services
search-q = Que cherchez-vous ?
search-near = Lieu, code postal ou arrêt
search-within = Distance
search-within-any = toutes
search-locate = Près de moi
search-submit = Chercher
filters = Filtres
filters-active = actifs : { $number }
filters-apply = Appliquer les filtres
facet-category = Thème
facet-target-group = Pour qui
facet-municipality = Commune
facet-municipality-any = toutes les communes
facet-language = Langue
facet-open = Ouvert
facet-open-now = ouvert maintenant
facet-open-unknown = { $count ->
    [one] Les horaires de { $number } service ne sont pas connus.
   *[other] Les horaires de { $number } services ne sont pas connus.
}
facet-free = Prix
facet-free-yes = gratuit
facet-free-no = payant
facet-anonymous = Rester anonyme
facet-anonymous-yes = possible
facet-anonymous-no = pas possible
facet-accessible = Accessible (sans barrières)
facet-accessible-yes = oui
facet-accessible-no = non
facet-any = peu importe
facet-unknown = inconnu
language-de = allemand
language-en = anglais
language-fr = français
language-it = italien
language-es = espagnol
language-pt = portugais
language-tr = turc
language-uk = ukrainien
language-ru = russe
language-pl = polonais
language-ro = roumain
language-ar = arabe
language-fa = persan
language-ku = kurde
language-sq = albanais
language-sr = serbe
language-hr = croate
language-bs = bosnien
language-cnr = monténégrin
language-mk = macédonien
language-bg = bulgare
language-cs = tchèque
language-hu = hongrois
language-prs = dari
language-ps = pachto
language-rom = romani
language-ti = tigrigna
language-gsg = langue des signes allemande

active-filters = Filtres choisis
active-filter-remove = Enlever le filtre :
active-filters-clear = Effacer tous les filtres
filter-text = « { $text } »
filter-near = à proximité : { $place }
filter-within = à { $distance } au plus de ce lieu : { $place }
filter-bbox = dans cette partie de la carte
filter-served = { $place } (aussi les services qui s’y déplacent)
filter-language = Langue : { $language }
filter-open-at = ouvert le { $day } à { $time }
filter-free = Prix : { $answer }
filter-anonymous = rester anonyme : { $answer }
filter-accessible = accessible : { $answer }

offers = { $count ->
    [one] { $number } service
   *[other] { $number } services
}
results-all = { $offers } { $place }
results-found = { $count ->
    [0] Aucun service trouvé
    [one] { $number } service
   *[other] { $number } services
}
results-not-searched = Il manque encore une indication pour votre recherche
results-to-map = Carte
order-rank = les plus pertinents d’abord
order-distance = les plus proches d’abord
pagination = Pages de la liste
pagination-first = Au début de la liste
pagination-next = Plus de services

map-title = Carte des résultats
map-back-to-list = Liste
map-needs-script = La carte a besoin de JavaScript. Tous les services se trouvent aussi dans la liste.

place-understood = Nous avons compris « { $typed } » comme : { $name }.
place-understood-center = Les distances sont calculées à vol d’oiseau depuis le centre de cette commune : { $name }.
place-understood-fallback = Nous ne connaissons pas l’emplacement exact de ce lieu : { $name }. Les distances sont calculées à vol d’oiseau depuis le centre de la commune.
place-typed-point = le point choisi
place-in = { $name } ({ $town })
place-others = Vouliez-vous dire un autre lieu ?

faults-title = Nous n’avons pas compris ceci
faults-without = Chercher sans ces indications
fault-place = Nous ne connaissons pas le lieu « { $value } ». Entrez une commune, un quartier, un code postal ou un arrêt de la région.
fault-near = « { $value } » n’est pas un point sur la carte. Entrez un lieu ou un code postal.
fault-too-long = Le texte de la recherche est trop long. Un ou deux mots suffisent.
fault-distance = « { $value } » n’est pas une distance en mètres. Choisissez une distance dans la liste.
fault-category = Le thème « { $value } » n’existe pas. Choisissez un thème dans la liste.
fault-target-group = Le groupe de personnes « { $value } » n’existe pas. Choisissez-en un dans la liste.
fault-municipality = Il n’y a pas ici de commune avec le code « { $value } ». Choisissez-en une dans la liste.
fault-bbox = Nous ne pouvons pas lire la partie de la carte « { $value } ». Déplacez la carte et cherchez encore une fois.
fault-open = « { $value } » n’est pas une heure. Choisissez « ouvert maintenant ».
fault-cursor = Cet endroit de la liste n’existe pas. Recommencez au début.
fault-choice = Nous ne connaissons pas l’indication « { $value } » pour « { $word } ». Choisissez parmi les filtres.

start-themes = De quoi s’agit-il ?
start-theme-offers = services
start-all = Voir tous les services sous forme de liste
start-examples = Par exemple
example = { $category } – lieu : { $place }
start-help = Avez-vous besoin d’aide tout de suite ?
start-help-all = Tous les numéros importants

no-hits-understood = Voici ce que nous avons cherché : { $filters }. Nous ne connaissons pas de service correspondant.
no-hits-ways = Ce que vous pouvez faire
no-hits-without = Enlever : { $filter } ({ $offers })
no-hits-start-again = Recommencer
no-hits-nearest = Ce que nous connaissons de plus proche
no-hits-ask = Où vous pouvez demander
no-hits-ask-text = Cette collection ne contient pas tout. Demandez aussi à la mairie (Rathaus) de votre commune ou ici :
operator-website = Site internet
phone-short = Tél.

## Cards

approx-place = emplacement approximatif
call-name = Appeler { $name } : { $number }
card-stale = Date de la source : { $date }. Veuillez appeler avant.
card-age-unknown = Nous ne savons pas de quand datent ces informations. Veuillez appeler avant.
place-protected = Adresse protégée
place-protected-in = { $town } (adresse protégée)
place-online = sur internet
place-phone = par téléphone
place-outreach = vient chez vous
place-mobile = mobile, à plusieurs endroits
place-none = sans lieu fixe
place-sites = { $count ->
    [one] { $number } lieu
   *[other] { $number } lieux
}

## Times

hours-open-until = ouvert maintenant, jusqu’à { $time }
hours-opens-today = fermé, ouvre aujourd’hui à { $time }
hours-opens-tomorrow = fermé, ouvre demain à { $time }
hours-opens-on = fermé, prochaine ouverture : { $day } à { $time }
hours-opens-in =
    { $count ->
        [one] fermé, ouvre dans { $number } minute
       *[other] fermé, ouvre dans { $number } minutes
    }
hours-closes-in =
    { $count ->
        [one] ouvert maintenant, ferme dans { $number } minute
       *[other] ouvert maintenant, ferme dans { $number } minutes
    }
hours-closed = fermé
hours-appointment-today = aujourd’hui seulement sur rendez-vous
hours-holiday = { $hours } ({ $holiday })
hours-holiday-now = aujourd’hui est un jour férié ({ $holiday }) : veuillez vous renseigner avant
hours-holiday-unsure = { $holiday } : horaires inconnus
hours-school-unknown = Les horaires dépendent des vacances scolaires. Pour les prochains jours, les vacances ne sont pas encore connues. Il vaut mieux vous renseigner avant.
holiday-new-year = Jour de l’an
holiday-epiphany = Épiphanie
holiday-womens-day = Journée internationale des femmes
holiday-good-friday = Vendredi saint
holiday-easter-monday = Lundi de Pâques
holiday-labour-day = Fête du Travail
holiday-liberation-day = Jour de la Libération
holiday-ascension = Ascension
holiday-whit-monday = Lundi de Pentecôte
holiday-seventeenth-of-june = 17 juin
holiday-corpus-christi = Fête-Dieu
holiday-assumption = Assomption
holiday-childrens-day = Journée mondiale de l’enfance
holiday-german-unity = Jour de l’Unité allemande
holiday-reformation = Fête de la Réformation
holiday-all-saints = Toussaint
holiday-repentance = Jour de pénitence et de prière
holiday-christmas-day = Noël (25 décembre)
holiday-boxing-day = Lendemain de Noël (26 décembre)
hours-appointment = sur rendez-vous
hours-unknown = horaires inconnus
hours-caption = Horaires d’ouverture des sept prochains jours
hours-day = Jour
hours-time = Horaires
hours-today = (aujourd’hui)
hours-appointment-long = Sur rendez-vous. Prenez d’abord rendez-vous.
hours-source-words = La source dit : « { $text } »
hours-unknown-long = Les horaires ne sont pas connus. Il vaut mieux vous renseigner avant.
status-inactive = Ce service est suspendu pour le moment
status-defunct = Ce service n’existe plus
status-temporarily-closed = Fermé temporairement

## Entry

entry-organization = Organisme (Träger) :
entry-together-with = avec
entry-limited = Durée limitée : jusqu’au { $date }.
stale-title = Date de la source : { $date }
stale-title-unknown = Date de la source : inconnue
stale-text = Ces informations ne sont peut-être plus à jour. Veuillez vous renseigner avant.
block-contact = Contact
block-hours = Horaires
block-for-whom = Pour qui
block-cost = Prix
block-access = Langues, accessibilité
block-where = Où
block-other-sites = Aussi ici
block-related = Fait partie de
block-similar = Services semblables à proximité
block-standing = Date des informations
block-report = Quelque chose est faux ?
contact-unknown = Nous ne connaissons ni téléphone, ni e-mail, ni site internet.
contact-borrowed = Tout n’est pas connu pour ce service. « Organisme » indique les coordonnées de l’organisme qui le gère.
contact-call = Appeler
contact-call-organization = Appeler l’organisme
contact-email = Écrire un e-mail
contact-email-organization = E-mail à l’organisme
contact-website = Site internet
contact-website-organization = Site internet de l’organisme
for-whom-unknown = La source ne dit pas à qui ce service est destiné.
fact-ages = Âge
fact-anonymous = Rester anonyme
anonymous-yes = oui, vous n’avez pas à donner votre nom
anonymous-no = non, vous devez donner votre nom
ages-between = de { $low } à { $high } ans
ages-from = à partir de { $low } ans
ages-to = jusqu’à { $high } ans
fact-area = Compétent pour
area-everywhere = tout le monde, quel que soit le lieu où l’on habite
fact-capacity = Places
fact-form = Type de service
fact-legal-basis = Base légale
cost-free = gratuit
cost-not-free = payant
cost-unknown = Inconnu. Il vaut mieux vous renseigner avant.
fact-languages = Langues
fact-accessible = Accessible (sans barrières)
access-yes = oui
access-no = non
where-protected = L’adresse est protégée pour que les personnes y soient en sécurité. Contactez le service : il vous dira où vous pouvez venir.
where-outreach = Ce service vient chez vous. Vous n’avez pas besoin de vous déplacer.
where-mobile = Ce service change d’endroit. Demandez quand il est près de chez vous.
where-phone = Ce service existe par téléphone.
where-online = Ce service existe sur internet.
where-hosted = Le service y est accueilli par une autre institution.
where-office-hours = Il n’y a quelqu’un sur place qu’à certaines heures.
where-several = Ce service a plusieurs lieux. La collection ne les cite pas tous un par un.
where-no-rooms = Ce service n’a pas de locaux à lui.
where-municipality = Commune :
where-unknown = Le lieu n’est pas connu.
where-route = Comment y aller
where-route-note = ouvre l’application de cartes de votre appareil
where-stop = Arrêt le plus proche : { $name }, { $distance } (à vol d’oiseau).
where-station = Gare la plus proche : { $name }, { $distance } (à vol d’oiseau). { $access }
station-step-free-yes = La gare est accessible sans marches.
station-step-free-partial = La gare n’est accessible sans marches qu’en partie.
station-step-free-no = La gare n’est pas accessible sans marches.
station-step-free-unknown = On ne sait pas si la gare est accessible sans marches.
approx-next-door = Emplacement approximatif : le point sur la carte est proche du numéro de la maison.
approx-stop = Emplacement approximatif : le point sur la carte est l’arrêt qui porte le nom du lieu.
approx-street = Emplacement approximatif : on connaît la rue, mais pas l’endroit exact.
approx-district = Emplacement approximatif : on connaît seulement le quartier. Le point sur la carte est son centre.
approx-postcode = Emplacement approximatif : on connaît seulement le code postal.
approx-municipality = Emplacement approximatif : la carte montre seulement le centre de la commune.
standing-unknown = Date de la source : inconnue. Non confirmé par l’organisme. Veuillez appeler avant.
standing-source = Date de la source : { $date }. Non confirmé par l’organisme.
standing-source-stale = Date de la source : { $date }. Non confirmé par l’organisme. Veuillez appeler avant.
standing-provider = Confirmé par l’organisme : { $date }.
standing-provider-stale = Confirmé par l’organisme pour la dernière fois : { $date }. Veuillez appeler avant.
standing-editor = Confirmé par la rédaction : { $date }.
standing-editor-stale = Confirmé par la rédaction pour la dernière fois : { $date }. Veuillez appeler avant.
fact-unconfirmed = Remarque
unconfirmed-text = La source elle-même dit que ce service n’est pas confirmé.
fact-source-kind = Type de source
fact-sources = Sources
fact-confidence = Fiabilité
confidence-high = sûr : une indication claire du service lui-même ou d’une administration, ou un article récent
confidence-medium = assez sûr : une source plus ancienne ou très courte
confidence-low = peu sûr : seulement mentionné en passant, déduit d’autres faits ou tiré d’une source privée
fact-position-source = Source de l’emplacement
fact-keeper = Mis à jour par
keeper-source = personne pour l’instant ; informations tirées de sources publiques
keeper-provider = l’organisme
keeper-editor = la rédaction
report-text = Quelque chose est faux, trop ancien ou manque ? Dites-le-nous. Indiquez le numéro de la fiche.
report-id = Numéro de cette fiche :
report-subject = Remarque sur la fiche « { $name } »

## Organization

block-organization = À propos de l’organisme
organization-short = Nom court
organization-kind = Type
organization-umbrella = Fédération
organization-services = { $count ->
    [one] { $number } service
   *[other] { $number } services
}
organization-no-services = Nous ne connaissons aucun service public de cet organisme.
organization-standing = Date de la source : { $date }. Non confirmé par l’organisme.

## Municipalities

municipalities-title = Les communes { $place }
municipalities-intro = { $number } communes (Gemeinden) : ce qu’il y a, ce qui manque et où se trouve le service le plus proche.
municipalities-offers = Services connus
municipalities-people = Habitants
municipalities-population-source = Nombre d’habitants selon le recensement 2022, au { $date }. Source : offices statistiques de l’État fédéral allemand et des Länder.
municipality = Commune
municipality-known = { $count ->
    [0] Nous ne connaissons aucun service ici. La collection est un échantillon, pas un répertoire complet.
    [one] { $number } service est connu ici. La collection est un échantillon, pas un répertoire complet.
   *[other] { $number } services sont connus ici. La collection est un échantillon, pas un répertoire complet.
}
municipality-here = Ce qu’il y a ici ou pour les gens d’ici
municipality-unsited = { $number } (sans lieu ici)
municipality-nothing = Aucun service connu.
municipality-list = Voir tous ces services
municipality-missing = Ce qui n’est pas connu ici
municipality-missing-note = Si quelque chose n’est pas connu ici, cela ne veut pas dire que cela n’existe pas.
municipality-nearest = Le plus proche :
municipality-placeless = Sans lieu où se rendre, dans l’arrondissement :
municipality-none-in-county = inconnu dans tout l’arrondissement
municipality-distances = Distances à vol d’oiseau depuis le centre de cette commune : { $name }.
municipality-served = Ce qui vient d’ailleurs ou s’occupe aussi de cette commune
served-intro = { $count ->
    [one] { $number } service se trouve ailleurs, mais indique qu’il est aussi là pour cette commune.
   *[other] { $number } services se trouvent ailleurs, mais indiquent qu’ils sont aussi là pour cette commune.
}
municipality-people = Habitants
people-census = { $number } habitants au { $date } (recensement 2022, offices statistiques de l’État fédéral allemand et des Länder).
people-update = Un autre comptage, à ne pas comparer avec le précédent : { $number } habitants au { $date } ({ $base }, Office fédéral allemand de la statistique).
people-bands = Groupes d’âge, estimation
people-age = Âge
people-count = Habitants
ages-lt18 = moins de 18 ans
ages-18to29 = 18 à 29 ans
ages-30to49 = 30 à 49 ans
ages-50to64 = 50 à 64 ans
ages-ge65 = 65 ans et plus
municipality-town-hall = Mairie (Rathaus)
town-hall-unknown = L’adresse de la mairie n’est pas connue.
municipality-union = Groupement de communes (Verwaltungsgemeinschaft)
municipality-districts = Quartiers et localités

## Numbers

numbers-title = Numéros importants
numbers-intro = Quand il faut faire vite. Touchez un numéro pour appeler.
number-free = gratuit
number-not-free = payant
number-cost-unknown = prix inconnu
number-source = Source :

## Errors

error-code = Erreur { $code }
error-404-title = Cette page n’existe pas
error-404-text = Le service n’est peut-être plus dans la collection, ou l’adresse contient une faute de frappe. Vous pouvez continuer ici :
error-400-title = Nous ne comprenons pas cette demande
error-400-text = L’adresse contient quelque chose que nous ne pouvons pas lire. Il vaut mieux recommencer :
error-405-title = Cela ne marche pas ici
error-405-text = Cette page peut seulement être lue. Vous pouvez continuer ici :
error-503-title = Il y a trop de visites en ce moment
error-503-text = Veuillez réessayer dans une minute. En cas d’urgence, appelez le 112.
error-429-title = Cela fait beaucoup de demandes en peu de temps
error-429-text = Votre connexion a envoyé plus de demandes que nous ne pouvons en traiter à la fois. Veuillez réessayer dans une minute.
error-500-title = Il y a eu un problème chez nous
error-500-text = Ce n’est pas de votre faute. Veuillez réessayer plus tard. En cas d’urgence, appelez le 112.
error-request-id = Numéro de la demande : { $id }
error-to-start = Vers la carte et la recherche
error-to-list = Tous les services sous forme de liste

## For the browser's scripts

js-results-one = { $count } service
js-results-other = { $count } services
js-results-none = Aucun service trouvé
js-loading = Chargement des résultats …
js-load-error = Les résultats n’ont pas pu être chargés. Vérifiez votre connexion.
js-retry = Réessayer
js-map-label = Carte des services
js-map-loading = Chargement de la carte …
js-map-error = La carte n’a pas pu être chargée. Tous les services se trouvent dans la liste.
js-zoom-in = Agrandir
js-zoom-out = Réduire
js-whole-county = Tout l’arrondissement
js-search-here = Chercher dans cette partie de la carte
js-cluster-one = { $count } service, agrandissez pour le voir
js-cluster-other = { $count } services, agrandissez pour les voir
js-same-place-one = { $count } service à cet endroit
js-same-place-other = { $count } services à cet endroit
js-place-one = { $count } service ({ $place }), emplacement exact inconnu
js-place-other = { $count } services ({ $place }), emplacement exact inconnu
js-marker = { $name }, { $category }, { $place }
js-marker-no-place = { $name }, { $category }
js-approx = emplacement approximatif
js-placeless-one = { $count } service sans lieu fixe se trouve seulement dans la liste
js-placeless-other = { $count } services sans lieu fixe se trouvent seulement dans la liste
js-popup-close = Fermer
js-card-close = Fermer la fiche de ce service
js-open-entry = Voir le service
js-locate-working = Recherche de votre position …
js-locate-denied = Votre navigateur ne donne pas votre position. Veuillez entrer un lieu ou un code postal.
js-locate-unavailable = Nous n’avons pas pu trouver votre position. Veuillez entrer un lieu ou un code postal.
js-locate-here = Ma position
js-link-copied = Lien copié
js-share-failed = Le lien n’a pas pu être copié. Vous le trouvez dans la barre d’adresse.
js-attribution = Sources de la carte
