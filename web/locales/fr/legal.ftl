# Impressum, data protection, accessibility: drafts for the operator. What only the operator knows is not
# invented here; the page says that it has to be filled in.

legal-draft = Seul le texte allemand de cette page fait foi. Cette traduction vous aide à le comprendre. Projet pour l’exploitant du site : à faire vérifier par un juriste et à compléter avant la mise en service.
operator-to-fill = à compléter par l’exploitant
operator-address = Adresse :
operator-phone = Téléphone :
operator-email = E-mail :
operator-website-label = Site internet :

## Impressum

imprint-title = Mentions légales (Impressum)
imprint-operator = Responsable de ce site
imprint-represented = Représenté par :
imprint-vat = Numéro d’identification TVA, s’il existe :
imprint-collection = À propos de la collection
imprint-collection-text = Les informations viennent de sources publiques. Chaque fiche indique la source et sa date. Les organismes n’ont pas confirmé les fiches, sauf si c’est clairement indiqué. En cas d’urgence, ne comptez pas seulement sur ce site.
imprint-sources = Sources et licences
imprint-sources-text = Nous avons utilisé ces données :
imprint-licence = Licence :
imprint-changed = Les données ont été choisies, réunies et simplifiées pour l’affichage. Les groupes d’âge et tous les chiffres qui en sont calculés sont des estimations.
imprint-software = Logiciels
imprint-software-text = Ce site fonctionne avec des logiciels libres :
imprint-software-own = Sozialatlas, licence publique de l’Union européenne (EUPL) 1.2
imprint-software-leaflet = Leaflet (BSD-2-Clause) avec Leaflet.markercluster (MIT) pour la carte
imprint-software-kern = Standard KERN UX pour la présentation (EUPL 1.2)
imprint-software-fira = Fira Sans (SIL Open Font License 1.1)
imprint-software-tabler = Tabler Icons (MIT)

## Data protection

privacy-title = Protection des données
privacy-short = En bref : pour chercher des services, vous n’avez pas besoin de compte. Si vous ne faites que chercher, nous n’enregistrons rien sur vous. Nous comptons seulement, sans savoir qui c’était. Ce site ne charge rien depuis d’autres serveurs.
privacy-controller = Qui est responsable
privacy-officer = Délégué à la protection des données :
privacy-visit = Quand vous visitez ce site
privacy-visit-request = Votre navigateur nous envoie l’adresse de la page demandée et l’adresse internet de votre appareil (adresse IP). Sans elle, aucune réponse ne peut vous parvenir. Le programme ne la note nulle part. Seulement sur les pages de planification, et pour leurs données destinées à d’autres programmes, il compte pendant un court moment combien de fois la même adresse fait une demande, afin que personne ne bloque le serveur. Ce compte ne se trouve que dans la mémoire vive et il est vite oublié.
privacy-visit-logs = Le programme tient un journal technique. Il contient le moment, la page demandée, le résultat et la durée d’une demande, ainsi qu’un numéro qui ne dit rien sur vous. Il ne contient ni adresses IP ni mots recherchés.
privacy-visit-proxy = Si l’exploitant utilise devant ce site d’autres serveurs qui enregistrent quelque chose, il doit l’ajouter ici.
privacy-cookies = Cookies
privacy-cookies-text = Si vous ne faites que chercher et lire, ce site n’utilise pas de cookies. Si vous ouvrez la page pour vous connecter ou pour un nouveau mot de passe, il en place un qui protège les formulaires et qui disparaît quand vous fermez le navigateur. Si vous vous connectez, deux autres s’ajoutent : un pour la connexion et un qui nous permet de reconnaître votre appareil (180 jours). La section suivante dit ce qui reste d’autre sur votre appareil.
privacy-device = Ce qui reste sur votre appareil
privacy-device-list = La liste mémorisée se trouve dans l’adresse de la page. Elle ne reste sur votre appareil que si vous ajoutez vous-même une offre à la liste ou choisissez de garder la liste sur l’appareil. Elle est alors enregistrée dans votre navigateur seulement et ne nous est pas envoyée d’elle-même. Le navigateur ne demande ces offres que lorsque vous ouvrez la liste. Sur la page de la liste, vous pouvez la supprimer de l’appareil.
privacy-device-offline = Pour que vous puissiez consulter le site sans internet, le navigateur en garde des parties : toutes les offres publiques en bref, le fond de la carte, les polices et les programmes du site, et l’adresse de la dernière liste que vous avez regardée. Tout sauf cette adresse est identique sur chaque appareil. Les offres et les recherches sur la protection contre la violence ne sont pas gardées. Les pages des comptes non plus.
privacy-device-forget = Vous pouvez tout supprimer dans les réglages de votre navigateur, sous « données de sites » ou « cookies et données de sites ». Quand vous vous déconnectez, nous demandons au navigateur de le supprimer.
privacy-search = Ce que vous cherchez
privacy-search-text = Votre recherche se trouve dans l’adresse de la page. Vous pouvez ainsi partager le lien ou le garder dans vos favoris. Toute personne qui a le lien ou qui voit l’historique de votre navigateur peut lire la recherche.
privacy-counting = Ce que nous comptons
privacy-counting-text = Nous comptons combien de fois la page d’une fiche est ouverte en un mois et quels mots de recherche y ont mené. Nous comptons aussi ce qui a été cherché sans rien trouver d’adapté, par semaine et selon la commune indiquée dans la recherche. Nous comptons des visites de pages et des recherches, pas des personnes : sans adresse IP, sans cookie, sans identifiant. Votre navigateur dit seulement à nous de quelle recherche vous venez.
privacy-counting-five = Les mots de recherche ne sont notés que si la même recherche a été faite au moins cinq fois. Avant, ils se trouvent seulement dans la mémoire vive. Ils y sont effacés au plus tard après un mois. Nous ne comptons pas les recherches avec des chiffres, des adresses e-mail ou des phrases entières. Les organismes voient les chiffres de leurs fiches. La rédaction et la planification voient ce qui n’a pas été trouvé.
privacy-location = Votre position
privacy-location-text = Votre navigateur demande s’il peut donner votre position seulement si vous touchez « Près de moi ». Votre position, arrondie à dix mètres environ, se trouve alors dans l’adresse de la page et sert à trier les résultats. Elle n’est pas enregistrée.
privacy-map = La carte
privacy-map-text = Nous dessinons nous-mêmes la carte à partir de données ouvertes. Elle vient de ce serveur. Aucun service de cartes n’apprend que vous êtes ici.
privacy-links = Liens vers d’autres sites
privacy-links-text = Les fiches contiennent des liens vers des organismes et des sources. L’autre site n’apprend votre visite que si vous ouvrez un tel lien. Ce sont alors les règles de cet autre site qui s’appliquent.
privacy-entries = Informations dans les fiches
privacy-entries-text = Les fiches contiennent des coordonnées d’institutions tirées de sources publiques. S’il y a sur vous une information qui ne devrait pas s’y trouver, dites-le-nous. Nous l’enlèverons.
privacy-rights = Vos droits
privacy-rights-text = Vous pouvez demander à consulter, à corriger et à effacer vos données, vous opposer à leur traitement et déposer une réclamation auprès de l’autorité de contrôle (articles 15 à 22 et 77 du Règlement général sur la protection des données, RGPD ; en allemand : Datenschutz-Grundverordnung, DSGVO).
privacy-authority = Autorité de contrôle compétente :

## Accessibility

accessibility-title = Déclaration d’accessibilité
accessibility-intro = Cette déclaration concerne { $site }. Tout le monde doit pouvoir utiliser ce site. La référence est le règlement allemand sur l’accessibilité des technologies de l’information (Barrierefreie-Informationstechnik-Verordnung, BITV 2.0) avec les règles WCAG 2.2, niveau AA.
accessibility-state = État
accessibility-state-text = Le site n’a pas encore été contrôlé par un organisme indépendant. Notre propre évaluation : il respecte les règles en partie. Ce qui manque et ce que personne n’a encore vérifié est indiqué plus bas.
accessibility-own-tests = Voici ce que nous vérifions nous-mêmes, avec des programmes : à chaque changement, chaque page publique est examinée, en clair et en sombre, dans trois largeurs. En allemand et en arabe, c’est complet ; dans les autres langues, c’est un échantillon ; un contrôle plus large les couvre toutes. Nous vérifions aussi que tout fonctionne uniquement au clavier, sans JavaScript, sur des écrans très étroits et avec un texte deux fois plus grand. Pour les pages les plus importantes, nous comparons ce que reçoit un lecteur d’écran, et dans quel ordre. De tels contrôles ne trouvent pas tous les obstacles.
accessibility-built = Comment le site est fait
accessibility-built-list = Tout ce que montre la carte se trouve aussi dans la liste.
accessibility-built-keyboard = Tout peut être utilisé avec le clavier.
accessibility-built-script = Chercher et lire fonctionne aussi sans JavaScript.
accessibility-built-signs = Les thèmes se distinguent par la couleur, la forme et le symbole.
accessibility-gaps = Ce qui manque encore
accessibility-gap-plain = La version en allemand facile à lire (Leichte Sprache) a été écrite par un ordinateur. Aucun groupe de lecture ne l’a encore vérifiée.
accessibility-gap-sign = Il n’y a pas encore de vidéos en langue des signes allemande.
accessibility-gap-languages = La plupart des textes des fiches existent seulement en allemand. L’arrondissement n’a pas encore vérifié les traductions de ce site.
accessibility-gap-sources = Les textes des fiches viennent de différentes sources. Certains contiennent des abréviations ou des termes techniques. Souvent, on ne sait pas si un service est lui-même accessible.
accessibility-untested = Ce que personne n’a encore vérifié
accessibility-untested-people = Des personnes handicapées n’ont pas encore essayé le site.
accessibility-untested-tools = Personne n’a encore utilisé le site avec de vrais lecteurs d’écran, des loupes d’écran ou une commande vocale. Tous les contrôles se font dans un seul navigateur (Chromium).
accessibility-untested-pdf = Les fichiers PDF sont préparés pour les lecteurs d’écran. Un programme en a contrôlé des exemples selon la norme PDF/UA-1, mais aucun être humain ne les a encore contrôlés.
accessibility-untested-words = Seuls les personnes et les programmes qui ont écrit les textes ont jugé s’ils sont faciles à comprendre.
accessibility-feedback = Vous avez trouvé un obstacle ?
accessibility-feedback-text = Dites-nous ce qui ne marche pas. Nous vous répondrons et chercherons une solution.
accessibility-arbitration = Si nous ne vous aidons pas
accessibility-arbitration-text = Si vous ne recevez pas de bonne réponse, vous pouvez vous adresser au service compétent pour l’accessibilité des technologies de l’information :
accessibility-date = Cette déclaration a été établie le :
