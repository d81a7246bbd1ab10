# What people without an account tell the editors: forms, answers, the link to follow them.

optional = (facultatif)

## Choosing

suggest-title = Nous écrire
suggest-intro = Vous n’avez pas besoin de compte. La rédaction de l’arrondissement (Landkreis) lit votre message et le vérifie.
suggest-back = Autre type de message
suggest-about-entry = Il s’agit de :
suggest-kind-correction = Quelque chose est faux
suggest-kind-correction-note = Par exemple le numéro de téléphone, les horaires ou l’adresse
suggest-kind-closed = Le service n’existe plus
suggest-kind-closed-note = Il a fermé ou déménagé
suggest-kind-new = Il manque un service
suggest-kind-new-note = Proposez ce qui doit être ajouté
suggest-kind-claim = C’est notre fiche
suggest-kind-claim-note = Vous y travaillez et vous voulez vous occuper vous-même de la fiche
suggest-kind-praise = Compliment
suggest-kind-praise-note = Quelque chose était particulièrement bien
suggest-kind-complaint = Réclamation
suggest-kind-complaint-note = Un service ou ce site internet ne vous satisfait pas
suggest-entry-missing = De quel service s’agit-il ?
suggest-entry-missing-text = Cherchez d’abord le service. Ouvrez-le et choisissez-y « Signaler une erreur ».
suggest-to-list = Chercher un service

## The form

suggest-title-correction = Signaler une erreur
suggest-title-closed = Le service n’existe plus
suggest-title-new = Proposer un service
suggest-title-claim = Reprendre une fiche
suggest-title-praise = Compliment
suggest-title-complaint = Réclamation
suggest-intro-correction = Merci de votre aide. La rédaction vérifie votre message avant de changer quelque chose.
suggest-intro-closed = Merci de nous le dire. La rédaction se renseigne avant de retirer la fiche.
suggest-intro-new = La rédaction vérifie votre proposition et ajoute ce qui manque.
suggest-intro-claim = La rédaction vérifie que vous parlez au nom de l’organisme. Ensuite, vous recevez une invitation par e-mail.
suggest-intro-feedback = Seule la rédaction lit votre message. Il n’est jamais publié.
suggest-message-correction = Qu’est-ce qui est faux et qu’est-ce qui est juste ?
suggest-message-correction-hint = Par exemple : « Le numéro de téléphone est faux. Le bon numéro est … »
suggest-message-closed = Que savez-vous à ce sujet ?
suggest-message-new = Que propose ce service, et à qui ?
suggest-message-new-hint = Les horaires, le téléphone et le site internet sont aussi utiles.
suggest-message-claim = Quel est votre rôle dans ce service ?
suggest-message-praise = Qu’est-ce qui était bien ?
suggest-message-complaint = Que s’est-il passé ?
suggest-message-feedback-hint = Merci de ne pas donner le nom d’autres personnes et de ne rien écrire sur leur santé.
suggest-about-new = Comment s’appelle le service ?
suggest-about-feedback = De quel service ou de quel bureau s’agit-il ?
suggest-organization-new = Qui le propose ?
suggest-organization-claim = Au nom de quel organisme (Träger) parlez-vous ?
suggest-place = Où est-ce ?
suggest-source = Comment le savez-vous ?
suggest-source-new = Téléphone ou site internet
suggest-sender-name = Votre nom
suggest-sender-email = Votre adresse e-mail
suggest-sender-email-hint = Vous recevrez alors un message dès que la rédaction aura répondu. Sans adresse, vous pouvez lire la réponse grâce à un lien.
suggest-sender-email-claim-hint = De préférence votre adresse professionnelle. Nous y enverrons l’invitation.
suggest-topic = De quoi s’agit-il surtout ?
suggest-topic-reachability = Facilité à joindre le service
suggest-topic-waiting = Temps d’attente
suggest-topic-treatment = Accueil et comportement
suggest-topic-access = Accessibilité et langue
suggest-topic-cost = Prix
suggest-topic-missing = Il manque un service
suggest-topic-website = Ce site internet
suggest-topic-other = Autre chose
suggest-trap = Veuillez laisser ce champ vide
suggest-retention = Nous gardons votre message jusqu’à la décision, puis encore 12 mois.
suggest-retention-feedback = Nous gardons votre message jusqu’à ce qu’il soit traité, puis encore 24 mois. Ensuite, nous comptons seulement combien de fois il s’agissait de chaque thème.
suggest-privacy = En savoir plus sur la protection des données
suggest-send = Envoyer le message

## What is wrong

suggest-faults = Veuillez vérifier ces indications
suggest-fault-message = Veuillez écrire de quoi il s’agit.
suggest-fault-about = Veuillez donner le nom du service.
suggest-fault-organization = Veuillez donner le nom de l’organisme.
suggest-fault-sender-name = Veuillez donner votre nom.
suggest-fault-sender-email = Veuillez donner votre adresse e-mail.
suggest-fault-topic = Veuillez choisir un thème.
suggest-fault-too-short = C’est très court. Veuillez écrire au moins 10 caractères.
suggest-fault-too-long = Le texte est trop long. Il peut avoir { $number } caractères. Veuillez le raccourcir.
suggest-fault-control = Le texte contient des caractères invisibles. Veuillez le taper de nouveau au lieu de le coller.
suggest-fault-bidi = Le texte contient des caractères invisibles qui changent le sens de l’écriture. Veuillez le taper de nouveau.
suggest-fault-email = Ce n’est pas une adresse e-mail. Elle ressemble par exemple à ceci : name@example.org
suggest-fault-trap = Veuillez vider ce champ et envoyer le message encore une fois. Ce champ protège contre les messages indésirables.
suggest-fault-entry = Cette fiche n’existe plus.
suggest-fault-other = Nous ne pouvons pas utiliser cette indication. Veuillez la changer.
suggest-held-fast = Veuillez envoyer le message encore une fois
suggest-held-fast-text = Il est arrivé très vite. Nous demandons un deuxième clic pour éviter que des programmes nous écrivent. Votre texte est toujours là.
suggest-held-expired = La page est restée longtemps ouverte
suggest-held-expired-text = Veuillez envoyer le message encore une fois. Votre texte est toujours là.
suggest-held-full = Nous avons reçu énormément de messages aujourd’hui
suggest-held-full-text = Veuillez réessayer demain ou appeler la rédaction. Le numéro se trouve dans les mentions légales (Impressum). Votre texte est toujours là.

## Where it stands

suggest-state-received = reçu
suggest-state-in-progress = en cours
suggest-state-asked-back = question pour vous
suggest-state-accepted = accepté
suggest-state-declined = non accepté
suggest-state-dealt-with = traité
suggest-state-closed = terminé

## The link of the sender

answer-title = Votre message à la rédaction
answer-thanks = Merci, votre message est arrivé
answer-thanks-text = Notez l’adresse de cette page. Vous y lirez la suite donnée à votre message.
answer-kind = Type
answer-about = Il s’agit de
answer-state = État
answer-received = La rédaction n’a pas encore lu votre message.
answer-in-progress = La rédaction s’en occupe.
answer-asked-back = La rédaction a une question pour vous. Veuillez répondre ci-dessous.
answer-accepted = La rédaction a accepté votre proposition. Merci beaucoup !
answer-declined = La rédaction a vérifié votre proposition et ne l’a pas acceptée.
answer-dealt-with = La rédaction a traité votre message. Merci beaucoup !
answer-closed = La rédaction a lu votre message, et l’échange est terminé.
answer-said = Ce qui a été écrit
said-you = Vous
said-sender = Expéditeur
said-editors = Rédaction
answer-reply = Ajouter quelque chose
answer-reply-asked = Répondre à la question
answer-reply-label = Votre réponse
answer-reply-send = Envoyer la réponse
answer-fault-empty = Veuillez écrire une réponse.
answer-fault-closed = Entre-temps, l’échange sur votre message est terminé. S’il manque encore quelque chose, veuillez envoyer un nouveau message.
answer-fault-too-many = Vous avez déjà écrit beaucoup de réponses. Veuillez attendre la réponse de la rédaction.
answer-keep = Retrouver cette page
answer-keep-text = Enregistrez cette adresse dans vos favoris. Seules les personnes qui la connaissent peuvent ouvrir la page.
answer-erased = Cette page existe jusqu’au { $date }. Ensuite, nous effaçons votre message.

## On the page of an entry

report-button = Signaler une erreur
report-more = Reprendre la fiche, compliment ou réclamation
report-online = Quelque chose est faux ou trop ancien ? Écrivez à la rédaction. Vous n’avez pas besoin de compte.
footer-suggest = Quelque chose manque ou est faux ?
entry-closed-until = Probablement jusqu’au { $date }.

## Data protection

privacy-suggest = Si vous nous écrivez
privacy-suggest-text = Nous enregistrons ce que vous écrivez dans le formulaire et le moment où cela est arrivé. Votre nom et votre adresse e-mail sont facultatifs. Seule la rédaction lit votre message. Les compliments et les réclamations ne sont jamais publiés. Nous n’enregistrons pas durablement votre adresse IP. Nous comptons seulement pendant un court moment, dans la mémoire vive, combien de messages viennent de la même adresse. Nous n’avons pas besoin de cookies pour cela.
privacy-suggest-keep = Nous effaçons votre message 12 mois après la décision, les compliments et les réclamations après 24 mois, et les messages sans décision après 36 mois. Il ne reste qu’un chiffre pour la statistique : type, thème et année. En envoyant votre message, vous recevez un lien. Il vous permet de voir à tout moment ce qui est enregistré. Si vous voulez que ce soit effacé plus tôt, écrivez-nous à cet endroit.
