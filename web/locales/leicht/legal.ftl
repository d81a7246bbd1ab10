# Impressum, data protection, accessibility: drafts for the operator. What only the operator knows is not
# invented here; the page says that it has to be filled in.

legal-draft = Dieser Text hilft Ihnen beim Verstehen. Vor dem Gesetz gilt nur der deutsche Text, der nicht in Leichter Sprache ist. Auch der deutsche Text ist noch ein Entwurf. Entwurf heißt: Der Text ist noch nicht fertig. Der Betreiber muss ihn noch prüfen und ergänzen.
operator-to-fill = Das muss der Betreiber noch ergänzen
operator-address = Adresse:
operator-phone = Telefon:
operator-email = E-Mail:
operator-website-label = Internet-Seite:

## Impressum

imprint-title = Wer macht diese Seite?
imprint-operator = Diese Stelle ist für die Seite verantwortlich
imprint-represented = Diese Person spricht für die Stelle:
imprint-vat = Umsatz-Steuer-Nummer, wenn es eine gibt:
imprint-collection = Über die Infos auf dieser Seite
imprint-collection-text = Wir haben die Infos an öffentlichen Stellen gefunden. Zum Beispiel im Internet und in Zeitungen. Bei jedem Angebot steht: Woher sind die Infos? Und wie alt sind die Infos? Die Anbieter haben die Infos meistens nicht geprüft. Hat ein Anbieter die Infos geprüft? Dann steht das dabei. Sind Sie in Not? Dann verlassen Sie sich bitte nicht nur auf diese Seite.
imprint-sources = Woher sind die Daten?
imprint-sources-text = Diese Daten haben wir benutzt:
imprint-licence = Regeln für die Daten:
imprint-changed = Wir haben die Daten ausgewählt und zusammengesetzt. Wir haben die Daten einfacher gemacht. Manche Zahlen sind nur geschätzt. Das sind die Zahlen zum Alter von den Menschen. Und alle Zahlen, die wir damit ausgerechnet haben.
imprint-software = Computer-Programme
imprint-software-text = Diese Seite benutzt freie Programme. Jeder Mensch darf diese Programme benutzen:
imprint-software-own = Sozialatlas (EUPL 1.2)
imprint-software-leaflet = Leaflet (BSD-2-Clause) und Leaflet.markercluster (MIT) für die Karte
imprint-software-kern = KERN UX-Standard für das Aussehen (EUPL 1.2)
imprint-software-fira = Fira Sans für die Schrift (SIL Open Font License 1.1)
imprint-software-tabler = Tabler Icons für die Zeichen (MIT)

## Data protection

privacy-title = Daten-Schutz
privacy-short = Das Wichtigste: Sie können suchen, ohne sich anzumelden. Wenn Sie nur suchen, speichern wir nichts über Sie. Wir zählen nur. Wir wissen nicht, wer Sie sind. Diese Seite lädt nichts von fremden Computern.
privacy-controller = Wer ist verantwortlich?
privacy-officer = Diese Person achtet auf den Daten-Schutz:
privacy-visit = Wenn Sie diese Seite besuchen
privacy-visit-request = Ihr Gerät sagt uns: Diese Seite möchte ich sehen. Ihr Gerät sagt uns auch seine Nummer im Internet. Die Nummer heißt: IP-Adresse. Ohne diese Nummer können wir die Seite nicht zu Ihnen schicken. Unser Programm schreibt die Nummer nicht auf. Nur bei den Seiten für die Planung zählt das Programm kurz mit: Wie oft fragt dieselbe Nummer? So schützen wir unseren Computer. Das Programm vergisst die Zahl bald wieder.
privacy-visit-logs = Das Programm schreibt auf: Wann hat jemand eine Seite geöffnet? Welche Seite war es? Hat es geklappt? Wie lange hat es gedauert? Dazu kommt eine Nummer. Die Nummer sagt nichts über Sie. IP-Adressen und Such-Wörter schreibt das Programm nicht auf.
privacy-visit-proxy = Vielleicht hat der Betreiber noch andere Computer. Vielleicht schreiben diese Computer etwas auf. Dann muss der Betreiber das hier dazuschreiben.
privacy-cookies = Cookies
privacy-cookies-text = Cookies sind kleine Dateien auf Ihrem Gerät. Man spricht es so: Kukis. Wenn Sie nur suchen und lesen, machen wir keine Cookies. Wenn Sie die Seite zum Anmelden öffnen, machen wir 1 Cookie. Auch wenn Sie ein neues Passwort wollen. Dieses Cookie schützt die Formulare. Es ist weg, wenn Sie den Browser schließen. Browser heißt das Programm, mit dem Sie Internet-Seiten ansehen. Wenn Sie sich anmelden, machen wir noch 2 Cookies. Mit 1 Cookie bleiben Sie angemeldet. Mit dem anderen Cookie erkennen wir Ihr Gerät wieder. Es bleibt 180 Tage. Im nächsten Abschnitt steht, was sonst auf Ihrem Gerät bleibt.
privacy-device = Was auf Ihrem Gerät bleibt
privacy-device-list = Sie können Angebote auf eine Merkliste setzen. Dann bleibt die Liste auf Ihrem Gerät. Das passiert nur, wenn Sie es wollen. Die Liste ist nur in Ihrem Browser. Sie kommt nicht von allein zu uns. Erst wenn Sie die Liste öffnen, fragt der Browser nach den Angeboten. Auf der Seite von der Merkliste können Sie die Liste löschen.
privacy-device-offline = Sie können die Seite auch ohne Internet ansehen. Dafür behält Ihr Browser Teile von der Seite: Alle Angebote in kurzer Form. Das Bild für die Karte. Schriften und Programme. Und die Adresse von der Liste, die Sie zuletzt angesehen haben. Nur diese Adresse ist anders als auf anderen Geräten. Angebote zum Schutz vor Gewalt behält der Browser nicht. Auch keine Suche danach. Seiten von Konten behält der Browser auch nicht.
privacy-device-forget = Sie können alles löschen. Das geht in den Einstellungen von Ihrem Browser. Dort steht es unter: Website-Daten. Wenn Sie sich abmelden, bitten wir den Browser: Lösche alles.
privacy-search = Was Sie suchen
privacy-search-text = Was Sie suchen, steht oben in der Adresse von der Seite. So können Sie den Link verschicken. Oder Sie machen ein Lese-Zeichen. Aber: Wer den Link hat, kann Ihre Suche lesen. Auch wer an Ihrem Gerät ist, kann Ihre Suche lesen.
privacy-counting = Was wir zählen
privacy-counting-text = Wir zählen: Wie oft öffnen Menschen die Seite von einem Angebot? Mit welchen Wörtern haben sie das Angebot gefunden? Wir zählen auch: Was haben Menschen gesucht und nicht gefunden? Wir zählen das für jede Woche und für jeden Ort. Wir zählen keine Menschen. Wir wissen nicht, wer sucht. Wir benutzen dafür keine Cookies.
privacy-counting-five = Die Wörter schreiben wir erst auf, wenn Menschen 5-mal das Gleiche gesucht haben. Vorher merkt der Computer sich die Wörter nur kurz. Spätestens nach einem Monat vergisst er sie. Manche Suchen zählen wir nicht: Suchen mit Zahlen. Suchen mit E-Mail-Adressen. Suchen mit ganzen Sätzen. Die Anbieter sehen nur ihre eigenen Zahlen. Der Landkreis sieht, was Menschen nicht gefunden haben.
privacy-location = Wo Sie sind
privacy-location-text = Klicken Sie auf „Bei mir“? Dann fragt Ihr Gerät Sie: Darf die Seite wissen, wo ich bin? Nur wenn Sie Ja sagen, wissen wir es. Wir wissen es auf ungefähr 10 Meter genau. Der Ort steht dann in der Adresse von der Seite. Damit zeigen wir Ihnen zuerst, was in der Nähe ist. Wir speichern den Ort nicht.
privacy-map = Die Karte
privacy-map-text = Wir zeichnen die Karte selbst. Die Karte kommt von unserem Computer. Keine andere Firma erfährt, dass Sie hier sind.
privacy-links = Links zu anderen Seiten
privacy-links-text = Bei den Angeboten sind Links zu anderen Internet-Seiten. Erst wenn Sie auf den Link klicken, erfährt die andere Seite von Ihnen. Dort gelten andere Regeln.
privacy-entries = Infos bei den Angeboten
privacy-entries-text = Bei den Angeboten stehen Adressen und Telefon-Nummern. Wir haben die Infos an öffentlichen Stellen gefunden. Steht dort etwas über Sie? Und Sie wollen das nicht? Dann melden Sie sich bitte. Wir löschen es.
privacy-rights = Ihre Rechte
privacy-rights-text = Sie haben Rechte. Sie können fragen: Was haben Sie über mich gespeichert? Sie können sagen: Das ist falsch. Bitte ändern Sie es. Sie können sagen: Bitte löschen Sie es. Sie können sagen: Ich will nicht, dass Sie meine Daten benutzen. Sie können sich auch bei einem Amt beschweren. Das steht im Gesetz. Das Gesetz heißt: Datenschutz-Grundverordnung. Es sind die Artikel 15 bis 22 und der Artikel 77.
privacy-authority = Bei diesem Amt können Sie sich beschweren:

## Accessibility

accessibility-title = Barriere-Freiheit auf dieser Seite
accessibility-intro = Dieser Text gilt für { $site }. Wir wollen: Alle Menschen können diese Seite benutzen. Dafür gibt es Regeln. Die Regeln heißen: Barrierefreie-Informationstechnik-Verordnung (BITV 2.0) und WCAG 2.2, Stufe AA.
accessibility-state = Wie ist es jetzt?
accessibility-state-text = Fachleute von außen haben die Seite noch nicht geprüft. Wir denken: Die Seite erfüllt einen Teil von den Regeln. Weiter unten steht: Was fehlt noch? Und was hat noch niemand geprüft?
accessibility-own-tests = Wir prüfen die Seite selbst mit Computer-Programmen. Das machen wir nach jeder Änderung. Die Programme sehen sich alle öffentlichen Seiten an. Auf kleinen Bildschirmen und auf großen Bildschirmen. Mit hellen Farben und mit dunklen Farben. Sie prüfen auch: Geht alles nur mit der Tastatur? Geht es mit großer Schrift? Was liest ein Vorlese-Programm vor? Solche Prüfungen finden nicht alle Barrieren.
accessibility-built = So haben wir die Seite gemacht
accessibility-built-list = Alles auf der Karte steht auch in der Liste.
accessibility-built-keyboard = Sie können alles mit der Tastatur machen.
accessibility-built-script = Sie können auch ohne JavaScript suchen und lesen.
accessibility-built-signs = Jedes Thema hat eine eigene Farbe, eine eigene Form und ein eigenes Zeichen.
accessibility-gaps = Was noch fehlt
accessibility-gap-plain = Die Texte über die Angebote sind nicht in Leichter Sprache. Eine Prüf-Gruppe hat die Seiten in Leichter Sprache noch nicht geprüft.
accessibility-gap-sign = Es gibt noch keine Videos in Deutscher Gebärden-Sprache.
accessibility-gap-languages = Die meisten Texte über die Angebote gibt es nicht in Leichter Sprache. Die Übersetzungen von der Seite hat noch niemand vom Landkreis geprüft.
accessibility-gap-sources = Die Texte über die Angebote haben andere geschrieben. Manche Texte haben schwere Wörter. Manche Wörter sind abgekürzt. Oft wissen wir nicht: Hat ein Angebot Barrieren?
accessibility-untested = Was noch niemand geprüft hat
accessibility-untested-people = Menschen mit Behinderungen haben die Seite noch nicht ausprobiert.
accessibility-untested-tools = Es gibt Vorlese-Programme. Es gibt Programme, die alles größer machen. Und es gibt Programme, mit denen man den Computer durch Sprechen bedient. Damit hat noch niemand die Seite ausprobiert. Unsere Prüfungen benutzen nur 1 Browser. Er heißt Chromium.
accessibility-untested-pdf = Es gibt auch PDF-Dateien. Ein Computer-Programm hat einige PDF-Dateien geprüft. Menschen haben die PDF-Dateien noch nicht geprüft.
accessibility-untested-words = Wir haben noch niemanden gefragt: Kann man die Texte gut verstehen?
accessibility-feedback = Haben Sie eine Barriere gefunden?
accessibility-feedback-text = Sagen Sie uns, was nicht geht. Wir antworten Ihnen. Wir suchen eine Lösung.
accessibility-arbitration = Wenn wir Ihnen nicht helfen
accessibility-arbitration-text = Bekommen Sie keine gute Antwort? Dann können Sie sich an diese Stelle wenden:
accessibility-date = Diesen Text gibt es seit:
