# The page /leichte-sprache: what the site is and how it works, in Leichte Sprache.
# Rules: short sentences, one thing each; no foreign words; long words with a hyphen; people are spoken to.

easy-title = Diese Internet-Seite in Leichter Sprache
easy-what-title = Was ist das für eine Internet-Seite?
easy-what-1 = Auf dieser Internet-Seite finden Sie Hilfe.
easy-what-2 = Die Internet-Seite zeigt: Hier gibt es Hilfe { $place }.
easy-what-3 = Zum Beispiel: Beratung. Oder einen Treff. Oder Hilfe beim Wohnen. Oder Hilfe bei der Pflege.
easy-what-4 = Wir sagen dazu: Angebote.
easy-what-5 = Sie brauchen kein Konto. Sie müssen Ihren Namen nicht sagen.
easy-find-title = So finden Sie ein Angebot
easy-find-1 = Schreiben Sie in das Feld: Was suchen Sie? Schreiben Sie ein Wort. Zum Beispiel: Schulden.
easy-find-2 = Schreiben Sie in das Feld daneben: Wo wohnen Sie? Zum Beispiel: den Namen von Ihrem Ort.
easy-find-3 = Drücken Sie dann auf: Suchen.
easy-find-4 = Dann sehen Sie eine Liste. Oben steht, was am besten passt.
easy-find-5 = Drücken Sie auf den Namen von einem Angebot. Dann sehen Sie mehr: Telefon-Nummer, Adresse und Zeiten.
easy-parts-title = Das gibt es auf dieser Internet-Seite
easy-part-map = Die Karte zeigt: Wo ist das Angebot?
easy-part-list = Die Liste zeigt alle Angebote unter-einander.
easy-part-municipalities = Hier sehen Sie: Was gibt es in meinem Ort?
easy-part-numbers = Hier stehen wichtige Telefon-Nummern. Zum Beispiel für einen Not-Fall.
easy-part-suggest = Stimmt etwas nicht? Oder fehlt etwas? Hier können Sie uns das sagen.
easy-help-title = Brauchen Sie sofort Hilfe?
easy-help-1 = Sind Sie oder ein anderer Mensch in Gefahr? Dann rufen Sie an: 112.
easy-help-2 = Der Anruf kostet nichts.
easy-right-title = Stimmt hier alles?
easy-right-1 = Wir schreiben dazu: So alt ist die Information.
easy-right-2 = Manchmal ist eine Information alt. Dann kann sie falsch sein. Rufen Sie am besten vorher an.
easy-right-3 = Die Texte von den Angeboten sind oft in schwerer Sprache. Diese Texte haben andere geschrieben.
easy-all-title = Alle Seiten in Leichter Sprache
easy-all-1 = Sie können die ganze Internet-Seite in Leichter Sprache lesen.
easy-all-link = Zur Internet-Seite in Leichter Sprache
easy-access-title = Kann jeder Mensch diese Seite benutzen?
easy-access-1 = Wir wollen: Alle Menschen können diese Internet-Seite benutzen. Auch Menschen mit Behinderung.
easy-access-2 = Klappt etwas nicht? Dann sagen Sie es uns.
easy-access-link = Mehr dazu: Barriere-Freiheit
easy-notice = Diesen Text hat noch keine Prüf-Gruppe für Leichte Sprache geprüft.
