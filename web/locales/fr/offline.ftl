# Without internet, and installing the site on a device.

offline-title = Sans internet
offline-intro = Il n’y a pas de connexion internet en ce moment. Vous pouvez quand même chercher et lire des services : cet appareil les a enregistrés.
offline-needs-script = Pour être lue sans internet, cette page a besoin de JavaScript.
offline-made = Date des données enregistrées : { $date }
offline-old = Les données enregistrées ont plus d’une semaine. Appelez avant pour savoir si tout est encore juste.
offline-missing = Il n’y a pas encore de services enregistrés sur cet appareil. Ouvrez le Sozialatlas une fois avec internet.
offline-nothing = Cette page n’existe pas sans internet.
offline-asks-more = Certains de vos filtres ne fonctionnent qu’avec internet, par exemple la distance ou l’heure.
offline-left-out = Pour protéger les personnes, certains services ne sont pas enregistrés sur l’appareil. Vous les voyez seulement avec internet.
offline-more = Afficher plus de services
offline-last = Votre dernière recherche
offline-hours = Horaires de la semaine à partir de la date des données
offline-app-description = Services sociaux près de chez vous : conseils, lieux de rencontre, aide
js-offline-banner = Vous êtes sans internet. Ce que vous voyez n’est peut-être plus à jour.
js-offline-link = Services enregistrés
