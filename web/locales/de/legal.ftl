# Impressum, data protection, accessibility: drafts for the operator. What only the operator knows is not
# invented here; the page says that it has to be filled in.

legal-draft = Entwurf für den Betreiber. Bitte vor dem Betrieb rechtlich prüfen und ergänzen.
operator-to-fill = vom Betreiber zu ergänzen
operator-address = Anschrift:
operator-phone = Telefon:
operator-email = E-Mail:
operator-website-label = Internetseite:

## Impressum

imprint-title = Impressum
imprint-operator = Wer diese Seite verantwortet
imprint-represented = Vertreten durch:
imprint-vat = Umsatzsteuer-Identifikationsnummer, falls vorhanden:
imprint-collection = Über die Sammlung
imprint-collection-text = Die Angaben stammen aus öffentlichen Quellen. Bei jedem Eintrag stehen die Quelle und ihr Stand. Die Träger haben die Einträge nicht bestätigt, wenn es nicht ausdrücklich dabeisteht. Für Notfälle verlassen Sie sich bitte nicht allein auf diese Seite.
imprint-sources = Quellen und Lizenzen
imprint-sources-text = Diese Daten haben wir verwendet:
imprint-licence = Lizenz:
imprint-changed = Die Daten wurden ausgewählt, zusammengeführt und in der Darstellung vereinfacht. Altersgruppen und alle daraus berechneten Zahlen sind Schätzungen.
imprint-software = Software
imprint-software-text = Diese Seite läuft mit freier Software:
imprint-software-own = Sozialatlas, Europäische Lizenz für offene Software (EUPL) 1.2
imprint-software-leaflet = Leaflet (BSD-2-Clause) mit Leaflet.markercluster (MIT) für die Karte
imprint-software-kern = KERN UX-Standard für die Gestaltung (EUPL 1.2)
imprint-software-fira = Fira Sans (SIL Open Font License 1.1)
imprint-software-tabler = Tabler Icons (MIT)

## Data protection

privacy-title = Datenschutz
privacy-short = Kurz gesagt: Um Angebote zu suchen, brauchen Sie kein Konto. Wer nur sucht, über den speichern wir nichts. Wir zählen nur, ohne zu wissen, wer es war. Diese Seite lädt nichts von fremden Servern.
privacy-controller = Wer verantwortlich ist
privacy-officer = Datenschutzbeauftragte Person:
privacy-visit = Wenn Sie diese Seite besuchen
privacy-visit-request = Ihr Browser schickt uns die Adresse der gewünschten Seite und die Internetadresse Ihres Geräts (IP-Adresse). Ohne sie kann keine Antwort zu Ihnen gelangen. Das Programm schreibt sie nirgends auf. Nur auf den Planungsseiten und bei deren Daten für andere Programme zählt es kurz mit, wie oft dieselbe Adresse fragt, damit niemand den Server lahmlegt. Die Zählung steht nur im Arbeitsspeicher und wird bald vergessen.
privacy-visit-logs = Das Programm schreibt ein technisches Protokoll. Darin stehen Zeitpunkt, aufgerufene Seite, Ergebnis und Dauer einer Anfrage und eine Kennung, die nichts über Sie sagt. IP-Adressen und Suchwörter stehen nicht darin.
privacy-visit-proxy = Betreibt der Betreiber davor weitere Server, die etwas aufzeichnen, muss er es hier ergänzen.
privacy-cookies = Cookies
privacy-cookies-text = Wenn Sie nur suchen und lesen, setzt diese Seite keine Cookies. Wenn Sie die Seite zum Anmelden oder für ein neues Passwort öffnen, setzt sie eines, das die Formulare schützt und mit dem Browser endet. Wenn Sie sich anmelden, kommen zwei dazu: eines für die Anmeldung und eines, an dem wir Ihr Gerät wiedererkennen (180 Tage). Was sonst auf Ihrem Gerät bleibt, steht im nächsten Abschnitt.
privacy-device = Was auf Ihrem Gerät bleibt
privacy-device-list = Die Merkliste steht in der Adresse der Seite. Auf Ihrem Gerät bleibt sie nur, wenn Sie ein Angebot merken oder „Diese Liste auf dem Gerät merken“ wählen. Sie wird dann nur in Ihrem Browser gespeichert und nicht von selbst an uns geschickt. Erst wenn Sie die Liste öffnen, fragt der Browser nach diesen Angeboten. Mit „Vom Gerät löschen“ ist sie wieder weg.
privacy-device-offline = Damit Sie auch ohne Internet nachsehen können, hebt der Browser Teile der Seite auf: alle öffentlichen Angebote in kurzer Form, den Hintergrund der Karte, Schriften und Programme der Seite und die Adresse der letzten Liste, die Sie angesehen haben. Alles außer dieser Adresse ist auf jedem Gerät gleich. Angebote und Suchen zum Schutz vor Gewalt werden nicht aufgehoben. Seiten von Konten auch nicht.
privacy-device-forget = Sie können alles löschen: in den Einstellungen Ihres Browsers unter „Websitedaten“ oder „Cookies und Websitedaten“. Wenn Sie sich abmelden, bitten wir den Browser, es zu löschen.
privacy-search = Was Sie suchen
privacy-search-text = Ihre Suche steht in der Adresse der Seite. So können Sie den Link teilen oder als Lesezeichen behalten. Wer den Link hat oder den Verlauf Ihres Browsers sieht, kann die Suche lesen.
privacy-counting = Was wir zählen
privacy-counting-text = Wir zählen, wie oft die Seite eines Eintrags in einem Monat geöffnet wird, und welche Suchwörter zu ihm geführt haben. Wir zählen auch, wonach gesucht und nichts Passendes gefunden wurde, nach Wochen und nach der Gemeinde, die in der Suche steht. Gezählt werden Aufrufe und Suchen, nicht Menschen: ohne IP-Adresse, ohne Cookie, ohne Kennung. Von welcher Suche Sie kommen, sagt Ihr Browser nur uns.
privacy-counting-five = Suchwörter werden erst aufgeschrieben, wenn mindestens fünfmal gleich gesucht wurde. Vorher stehen sie nur im Arbeitsspeicher. Spätestens nach einem Monat sind sie dort gelöscht. Suchen mit Zahlen, mit E-Mail-Adressen oder mit ganzen Sätzen zählen wir nicht. Träger sehen die Zahlen ihrer Einträge. Redaktion und Planung sehen, was nicht gefunden wurde.
privacy-location = Ihr Standort
privacy-location-text = Nur wenn Sie auf „Bei mir“ tippen, fragt Ihr Browser, ob er Ihren Standort freigeben darf. Dann steht er, auf etwa zehn Meter gerundet, in der Adresse der Seite und wird zum Sortieren der Treffer verwendet. Gespeichert wird er nicht.
privacy-map = Die Karte
privacy-map-text = Die Karte zeichnen wir selbst aus offenen Daten. Sie kommt von diesem Server. Kein Kartendienst erfährt, dass Sie hier sind.
privacy-links = Links zu anderen Seiten
privacy-links-text = Bei den Einträgen stehen Links zu Trägern und Quellen. Erst wenn Sie einen solchen Link öffnen, erfährt die andere Seite von Ihrem Besuch. Für sie gelten deren Regeln.
privacy-entries = Angaben in den Einträgen
privacy-entries-text = Die Einträge enthalten Kontaktdaten von Einrichtungen aus öffentlichen Quellen. Steht dort etwas über Sie, das nicht dort stehen soll, melden Sie sich bitte. Wir nehmen es heraus.
privacy-rights = Ihre Rechte
privacy-rights-text = Sie können Auskunft, Berichtigung und Löschung verlangen, der Verarbeitung widersprechen und sich bei der Aufsichtsbehörde beschweren (Artikel 15 bis 22 und 77 der Datenschutz-Grundverordnung).
privacy-authority = Zuständige Aufsichtsbehörde:

## Accessibility

accessibility-title = Erklärung zur Barrierefreiheit
accessibility-intro = Diese Erklärung gilt für { $site }. Die Seite soll für alle Menschen nutzbar sein. Maßstab ist die Barrierefreie-Informationstechnik-Verordnung (BITV 2.0) mit den Regeln WCAG 2.2, Stufe AA.
accessibility-state = Stand
accessibility-state-text = Die Seite ist noch nicht durch eine unabhängige Stelle geprüft. Wir schätzen selbst ein: Sie erfüllt die Regeln zum Teil. Was fehlt und was noch niemand geprüft hat, steht unten.
accessibility-own-tests = Das prüfen wir selbst, mit Programmen: Bei jeder Änderung wird jede öffentliche Seite untersucht, hell und dunkel, in drei Breiten. Auf Deutsch und Arabisch ist das vollständig, in den anderen Sprachen eine Stichprobe; ein größerer Durchgang umfasst alle. Außerdem wird geprüft, ob alles nur mit der Tastatur geht, ohne JavaScript, auf sehr schmalen Bildschirmen und mit doppelt großer Schrift. Für die wichtigsten Seiten wird verglichen, was ein Vorleseprogramm in welcher Reihenfolge bekommt. Solche Prüfungen finden nicht alle Hindernisse.
accessibility-built = So ist die Seite gebaut
accessibility-built-list = Alles, was die Karte zeigt, steht auch in der Liste.
accessibility-built-keyboard = Alles lässt sich mit der Tastatur bedienen.
accessibility-built-script = Suchen und Lesen geht auch ohne JavaScript.
accessibility-built-signs = Themen unterscheiden sich durch Farbe, Form und Zeichen.
accessibility-gaps = Was noch fehlt
accessibility-gap-plain = Die Fassung in Leichter Sprache hat ein Computer geschrieben. Eine Prüfgruppe hat sie noch nicht geprüft.
accessibility-gap-sign = Es gibt noch keine Videos in Deutscher Gebärdensprache.
accessibility-gap-languages = Die meisten Texte der Einträge gibt es nur auf Deutsch. Die Übersetzungen der Seite hat noch niemand vom Landkreis geprüft.
accessibility-gap-sources = Texte der Einträge stammen aus Quellen. Manche enthalten Abkürzungen oder Fachwörter. Ob ein Angebot selbst barrierefrei ist, ist oft nicht bekannt.
accessibility-untested = Was noch niemand geprüft hat
accessibility-untested-people = Menschen mit Behinderungen haben die Seite noch nicht erprobt.
accessibility-untested-tools = Mit echten Vorleseprogrammen, mit Bildschirmlupen und mit Sprachsteuerung hat noch niemand die Seite benutzt. Alle Prüfungen laufen in einem einzigen Browser (Chromium).
accessibility-untested-pdf = Die PDF-Dateien sind für Vorleseprogramme vorbereitet. Beispiele davon hat ein Programm nach der Norm PDF/UA-1 geprüft, aber noch kein Mensch.
accessibility-untested-words = Ob die Texte leicht zu verstehen sind, haben nur die Menschen und Programme beurteilt, die sie geschrieben haben.
accessibility-feedback = Barriere gefunden?
accessibility-feedback-text = Sagen Sie uns, wo es hakt. Wir antworten und suchen eine Lösung.
accessibility-arbitration = Wenn wir nicht helfen
accessibility-arbitration-text = Bekommen Sie keine gute Antwort, können Sie sich an die zuständige Stelle für barrierefreie Informationstechnik wenden:
accessibility-date = Diese Erklärung wurde erstellt am:
