js-streets-missing = Les rues manquent en ce moment sur la carte. Tout le reste est juste.
privacy-map-streets = Notre serveur demande les images des rues à un service de cartes et vous les transmet. Ce service ne sait pas qui les regarde.
