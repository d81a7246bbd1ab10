# What residents read on pages that desks and planning have a part in.

## Signing in, refusals

footer-sign-in = Pour les organismes et les administrations : se connecter
error-401-title = Votre connexion a pris fin
error-401-text = Ouvrez la page « Anmelden » (se connecter) dans une nouvelle fenêtre et connectez-vous. Revenez ensuite dans cette fenêtre : ce que vous avez écrit est encore là, et vous pouvez l’envoyer de nouveau.
error-403-title = Vous n’avez pas le droit de faire cela ici
error-403-text = Votre compte n’a pas ce droit. Si vous pensez que c’est une erreur, adressez-vous à l’administration du site. Vous pouvez continuer ici :
error-forged-title = Nous n’avons pas accepté le formulaire
error-forged-text = Il ne venait pas d’une page du Sozialatlas, ou votre navigateur n’accepte pas les cookies. Veuillez rouvrir la page et réessayer.
error-413-title = C’est trop grand
error-413-text = Un formulaire peut avoir au plus { $form } mégaoctet, un fichier au plus { $file } mégaoctets. Rien n’a été enregistré. Revenez d’une page en arrière dans votre navigateur : ce que vous avez écrit s’y trouve souvent encore. Raccourcissez le texte ou divisez le fichier. Puis envoyez de nouveau.
privacy-accounts = Si vous avez un compte ici
privacy-accounts-text = Nous enregistrons votre nom, votre adresse e-mail, votre fonction, l’organisme au nom duquel vous parlez et la date de votre dernière connexion. Nous enregistrons les mots de passe, les codes et les accès seulement de façon à ce que personne ne puisse les lire. Seule la clé pour les codes de votre application est lisible dans la base de données : sinon, nous ne pourrions pas vérifier les codes.
privacy-accounts-log = Pendant 180 jours, nous notons ce qui se passe avec les comptes : connexions, mots de passe faux, droits modifiés. Votre adresse IP n’y figure pas. Une connexion se termine après 8 heures sans utilisation, sinon après 12 heures, et pour les organismes après 7 jours.
privacy-accounts-provider = Si vous vous connectez par un autre service de connexion, nous enregistrons le numéro sous lequel ce service vous connaît, depuis quand votre compte y est relié et quand vous vous êtes connecté ainsi pour la dernière fois. Ce service ne nous transmet que ce numéro, votre adresse e-mail et le niveau de sécurité de la connexion.
privacy-accounts-end = Dans « Mein Konto » (mon compte), vous pouvez télécharger tout ce que nous avons enregistré sur vous et supprimer votre compte. Dans l’historique des fiches, il ne reste alors qu’un numéro sans votre nom.

## What is kept, and how long

kept-hours = { $count ->
    [one] { $number } heure
   *[other] { $number } heures
}
kept-days = { $count ->
    [one] { $number } jour
   *[other] { $number } jours
}
kept-months = { $count ->
    [one] { $number } mois
   *[other] { $number } mois
}
kept-until-erased = jusqu’à la suppression
kept-account = Compte avec nom, adresse e-mail, fonction et organisme
kept-scenario = Scénario de planification avec nom, note et personne qui l’a enregistré
kept-session-idle = Connexion qui n’est pas utilisée
kept-session-provider = Connexion d’un organisme, au plus
kept-session-county = Connexion de la rédaction, de la planification et de l’administration, au plus
kept-device = Appareil déjà utilisé pour vous connecter
kept-invitation = Lien d’une invitation
kept-reset = Lien pour un nouveau mot de passe
kept-email-confirm = Lien pour confirmer une nouvelle adresse e-mail
kept-email-objection = Lien pour s’opposer, depuis l’ancienne adresse e-mail, à une nouvelle
kept-confirm-link = Lien pour confirmer une fiche
kept-audit = Journal de ce qui s’est passé avec les comptes
kept-sent-mail = Le fait qu’un e-mail a été envoyé, sans son texte
kept-failed-mail = E-mail qui n’a pas pu être remis
kept-suggestion = Proposition avec son expéditeur, après la décision
kept-feedback = Compliment ou réclamation avec son expéditeur, après la réponse
kept-suggestion-open = Proposition, compliment ou réclamation si personne ne prend de décision
kept-request = Demande d’un programme, pour que rien ne se fasse deux fois
kept-usage-view = Combien de fois une fiche a été ouverte en un mois ; sans données personnelles
kept-usage-led = Quels mots de recherche ont mené à des fiches, à partir de cinq recherches identiques ; sans données personnelles
kept-usage-unmet = Ce qui a été cherché sans être trouvé, à partir de cinq recherches identiques ; sans données personnelles
kept-other = Autre
privacy-kept = Combien de temps nous gardons quelque chose
privacy-kept-text = Si vous ne faites que chercher, vous ne laissez rien. Si vous avez un compte ou si vous nous écrivez, voici ce qui s’applique :

## The public history of an entry

field-name = Nom
field-description = Description
field-organization = Organisme
field-co-organizations = Autres organismes
field-categories = Thèmes
field-target-groups = Pour qui
field-service-forms = Type de service
field-legal-bases = Base légale
field-ages = Âge
field-ages-text = de { $low } à { $high } ans
field-cost = Prix
field-anonymous = Rester anonyme
field-languages = Langues
field-phones = Téléphone
field-email = E-mail
field-website = Site internet
field-status = Fonctionnement
field-closure = Fermeture
field-publish = Période de publication
field-publish-text = du { $from } au { $until }
field-related = Fait partie de
field-site-type = Type de lieu
field-disclosure = Ce qui est montré au public
field-municipality = Commune
field-address = Adresse
field-position = Point sur la carte
field-schedule = Horaires
field-accessible = Accessibilité
field-capacity = Places
field-service-area = Territoire
field-valid-to = Limité jusqu’au
field-assurance = Confirmation
field-internal-note = Note interne
field-sites = Lieux
field-other = Autre indication
public-history-title = Ce qui a changé : { $name }
public-history-intro = Vous voyez ici ce qui a changé dans cette fiche, et quand.
public-history-empty = Rien n’a changé jusqu’à présent.
public-history-contact = Contact avec la rédaction
public-event-published = Fiche publiée
public-event-confirmed = Informations confirmées
public-event-withdrawn = Fiche retirée de l’atlas
public-event-changed = Changé : { $fields }
public-history-link = Ce qui a changé, et quand

## Free places

capacity-free = places libres au { $date }
capacity-waiting-list = liste d’attente au { $date }
capacity-full = complet au { $date }

## What is near and what is far

footer-planning = Pour la planification : taches blanches
plan-percent = { $number } %
plan-percent-under-1 = moins de 1 %
plan-percent-over-99 = plus de 99 %
near-title = Ce qui est proche et ce qui est loin
near-intro = Pour combien d’habitants de cette commune ({ $name }) le service le plus proche se trouve-t-il à { $distance } au plus ? La distance est mesurée à vol d’oiseau ; le chemin est souvent plus long.
near-most = Proche pour presque tout le monde
near-some = Proche pour beaucoup, loin pour certains
near-few = Pour la plupart des gens, le lieu est loin
near-share = ({ $share })
near-distance = ({ $distance })
near-comes = { $count ->
    [one] en plus, { $number } service sans lieu ici
   *[other] en plus, { $number } services sans lieu ici
}
near-note-comes = { $note } · { $comes }
near-note = Entre parenthèses, vous voyez pour quelle part des habitants cela est vrai (estimation). Pour ce qui est loin, vous voyez la distance depuis le centre de la commune ({ $name }). Seuls sont comptés les services de notre collection où l’on peut se rendre. Certains viennent aussi à la maison ou répondent par téléphone. { $note }.
