# La liste sur d’autres sites

embed-open = Ouvrir { $site }
embed-new-window = Une offre s’ouvre dans une nouvelle fenêtre.
embed-none = Nous ne connaissons aucune offre à ce sujet.
embed-faults = Un réglage est incorrect
embed-faults-rest = La liste montre ce que nous trouvons sans ces indications. Merci d’en informer le responsable de ce site.
embed-fault-view = « { $value } » n’est pas possible pour « { $word } ». Valeurs possibles : liste, karte, beides.
embed-fault-theme = « { $value } » n’est pas possible pour « { $word } ». Valeurs possibles : hell, dunkel, auto.
embed-fault-accent = « { $value } » n’est pas une couleur. « { $word } » attend six caractères de 0–9 et a–f, par exemple 1f42a8.
embed-fault-word = Nous ne connaissons pas l’indication « { $word } ».
embed-map-needs-script = La carte a besoin de JavaScript. Vous trouvez les offres aussi sans carte, par le lien ci-dessous.
embed-link-title = Intégrer la liste
embed-link-text = Vous pouvez afficher nos offres gratuitement sur votre propre site.
embed-link = Comment faire
