# Without internet, and installing the site on a device.

offline-title = Sans internet
offline-intro = Vous n’êtes pas connecté à internet en ce moment. Vous pouvez quand même chercher et lire les offres : cet appareil les a enregistrées.
offline-needs-script = Pour lire sans internet, cette page a besoin de JavaScript.
offline-made = Date des données enregistrées : { $date }
offline-old = Les données enregistrées ont plus d’une semaine. Appelez d’abord pour savoir si tout est encore exact.
offline-missing = Aucune offre n’est encore enregistrée sur cet appareil. Ouvrez une fois le Sozialatlas avec internet.
offline-nothing = Cette page n’existe pas sans internet.
offline-left-out = Par discrétion, certaines offres ne sont pas enregistrées sur l’appareil. Vous ne les voyez qu’avec internet.
offline-more = Afficher plus d’offres
offline-last = Votre dernière recherche
offline-hours = Horaires de la semaine à partir du jour des données
offline-app-description = Offres sociales près de chez vous : conseil, lieux de rencontre, aide
js-offline-banner = Vous êtes sans internet. Ce que vous voyez peut être dépassé.
js-offline-link = Offres enregistrées
