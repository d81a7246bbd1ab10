# The page /leichte-sprache in Leichte Sprache: what this site is and how to use it. The same in all languages.
# Each line of a text is one sentence on a line of its own (the page keeps the line breaks).

easy-title = Diese Seite in Leichter Sprache
easy-intro =
    Hier erklären wir Ihnen diese Internet-Seite.
    Wir schreiben in Leichter Sprache.
    Leichte Sprache können viele Menschen gut verstehen.
easy-switch = Die ganze Internet-Seite in Leichter Sprache ansehen
easy-switch-note =
    Nicht alles ist in Leichter Sprache.
    Die Texte über die einzelnen Angebote sind in Alltags-Sprache.
easy-contents = Das steht auf dieser Seite

## What the site is

easy-what-title = Was ist der Sozial-Atlas?
easy-what-text =
    Der Sozial-Atlas ist eine Internet-Seite.
    Dort finden Sie Hilfe in Ihrer Nähe.
    Wir sagen dazu: Angebote.
easy-what-list = Angebote sind zum Beispiel:
easy-what-item-1 = Beratung bei Schulden
easy-what-item-2 = Hilfe bei der Pflege
easy-what-item-3 = Kinder-Gärten und Treffpunkte für Familien
easy-what-item-4 = Hilfe für Menschen mit Behinderung
easy-what-item-5 = Hilfe für Menschen ohne Wohnung
easy-what-item-6 = Schutz vor Gewalt
easy-what-cost =
    Die Internet-Seite kostet kein Geld.
    Sie müssen sich nicht anmelden.
    Wir speichern nicht, was Sie suchen.
easy-what-gaps =
    Wir kennen nicht alle Angebote.
    Vielleicht gibt es noch mehr Hilfe.
    Fragen Sie auch im Rathaus.

## Searching

easy-search-title = So suchen Sie
easy-search-text = Sie können auf 2 Arten suchen.
easy-search-themes-title = Suchen mit einem Thema
easy-search-themes-1 = Gehen Sie auf die Seite „Karte“.
easy-search-themes-2 = Dort sehen Sie viele Themen. Zum Beispiel: Gesundheit.
easy-search-themes-3 = Klicken Sie auf Ihr Thema.
easy-search-themes-4 = Dann sehen Sie alle Angebote zu diesem Thema.
easy-search-words-title = Suchen mit einem Wort
easy-search-words-1 = Schreiben Sie ein Wort in das Feld „Was suchen Sie?“. Zum Beispiel: Miete.
easy-search-words-2 = Schreiben Sie Ihren Ort in das Feld daneben.
easy-search-words-3 = Klicken Sie auf „Suchen“.
easy-search-words-4 = Dann sehen Sie die Angebote. Sie können auch Fehler beim Schreiben machen. Wir finden trotzdem oft das Richtige.
easy-search-filter =
    Sie finden zu viele Angebote?
    Dann klicken Sie auf „Filter“.
    Dort wählen Sie aus, was für Sie wichtig ist.
    Zum Beispiel: nur kostenlose Angebote.

## The map

easy-map-title = Die Karte
easy-map-text =
    Auf der Karte sehen Sie Zeichen.
    Jedes Zeichen steht für ein Angebot.
    Klicken Sie auf ein Zeichen.
    Dann sehen Sie den Namen vom Angebot.
easy-map-number =
    Manche Zeichen sind Kreise mit einer Zahl.
    Dort gibt es mehrere Angebote.
    Klicken Sie auf den Kreis.
    Dann wird die Karte größer.
easy-map-rough =
    Manchmal steht dort: ungefähre Lage.
    Dann wissen wir nicht genau, wo das Angebot ist.
    Rufen Sie dann am besten vorher an.

## The list

easy-list-title = Die Liste
easy-list-text =
    Alle Angebote stehen auch in einer Liste.
    Die Liste ist gut, wenn Sie keine Karte brauchen.
    Klicken Sie auf den Namen von einem Angebot.
    Dann öffnet sich eine Seite.
easy-list-facts = Auf der Seite steht:
easy-list-item-1 = die Telefon-Nummer und die Adresse
easy-list-item-2 = wann das Angebot geöffnet hat
easy-list-item-3 = für wen das Angebot ist
easy-list-item-4 = was das Angebot kostet
easy-list-item-5 = welche Sprachen man dort spricht
easy-list-item-6 = wie alt die Infos sind

## Calling

easy-call-title = Anrufen
easy-call-text =
    Neben den Angeboten sehen Sie oft einen Telefon-Hörer.
    Klicken Sie mit dem Handy auf den Telefon-Hörer.
    Dann ruft das Handy dort an.
easy-call-say = Das können Sie am Telefon sagen:
easy-call-item-1 = Guten Tag. Ich heiße …
easy-call-item-2 = Ich brauche Hilfe bei …
easy-call-item-3 = Bin ich bei Ihnen richtig?
easy-call-item-4 = Wann kann ich kommen?
easy-call-item-5 = Bitte sprechen Sie langsam und einfach.
easy-call-help =
    Sie möchten nicht allein anrufen?
    Bitten Sie eine Person um Hilfe.
    Diese Person kann mit Ihnen zusammen anrufen.

## The guided way

easy-guide-title = Der Weg-Weiser
easy-guide-text =
    Sie wissen nicht, wonach Sie suchen sollen?
    Dann hilft Ihnen der Weg-Weiser.
    Der Weg-Weiser stellt Ihnen wenige Fragen.
    Sie klicken auf Ihre Antwort.
    Am Ende sehen Sie, wer Ihnen helfen kann.
    Wir speichern Ihre Antworten nicht.
easy-guide-link = Zum Weg-Weiser

## Numbers

easy-numbers-title = Wichtige Nummern
easy-numbers-text =
    Manchmal brauchen Sie sofort Hilfe.
    Dann rufen Sie an:
easy-numbers-112 = 112: bei Lebens-Gefahr oder bei Feuer
easy-numbers-110 = 110: die Polizei
easy-numbers-free =
    Diese Anrufe kosten kein Geld.
    Sie können am Tag und in der Nacht anrufen.
easy-numbers-link = Alle wichtigen Nummern ansehen

## Saying that something is wrong

easy-wrong-title = Etwas stimmt nicht?
easy-wrong-text =
    Manchmal ist eine Info falsch.
    Zum Beispiel eine Telefon-Nummer.
    Bitte sagen Sie uns das.
    Öffnen Sie dazu das Angebot.
    Klicken Sie auf „Fehler melden“.
    Schreiben Sie uns, was falsch ist.
    Sie müssen Ihren Namen nicht sagen.
easy-wrong-site =
    Haben Sie Probleme mit dieser Internet-Seite?
    Oder verstehen Sie etwas nicht?
    Dann schreiben Sie uns auch.
easy-wrong-link = Uns etwas mitteilen

## Who wrote this

easy-made-title = Wer hat diese Texte geschrieben?
easy-made-text =
    Ein Computer-Programm hat die Texte in Leichter Sprache geschrieben.
    Eine Prüf-Gruppe hat die Texte noch nicht geprüft.
    Eine Prüf-Gruppe sind Menschen mit Lern-Schwierigkeiten.
    Die Menschen prüfen: Kann man die Texte gut verstehen?
