# /embed/anleitung: for whoever runs a website. German only.

embedding-title = Unsere Liste auf Ihrer Internetseite
embedding-intro = Sie können Angebote aus „{ $site }“ auf Ihrer eigenen Internetseite zeigen: als Liste, als Karte oder beides. Das ist kostenlos und braucht keine Anmeldung. Die Liste ist immer auf dem neuesten Stand.
embedding-live = So sieht es aus
embedding-example-list = Angebote zum Thema „{ $topic }“ – { $site }
embedding-example-map = Karte der Angebote zum Thema „{ $topic }“ – { $site }
embedding-element = Mit dem Element sozial-atlas
embedding-element-text = Kopieren Sie diese Zeilen in Ihre Seite. Ohne height passt sich die Höhe dem Inhalt an. Das Skript brauchen Sie nur einmal, auch für mehrere Listen.
embedding-element-code = HTML für das Element
embedding-element-link = Der Link in der Mitte erscheint, wenn das Skript nicht läuft oder Ihre Seite den Rahmen nicht erlaubt. Schreiben Sie dort, was für Ihre Leser:innen passt.
embedding-frame = Als einfacher Rahmen
embedding-frame-text = Wenn Sie keine Skripte verwenden dürfen: Dieser Rahmen braucht keine. Die Liste geht auch ohne JavaScript, nur die Karte nicht.
embedding-frame-code = HTML für den Rahmen
embedding-frame-see = Ansehen, was in dem Rahmen steht
embedding-attributes = Was Sie einstellen können
embedding-attributes-text = Zuerst steht der Name für das Element. Dahinter steht das Wort für die Adresse des Rahmens. In der Adresse gehen auch alle anderen Wörter unserer Liste: Suchen Sie auf unserer Listenseite, und kopieren Sie, was in der Adresse nach dem Fragezeichen steht.
embedding-q = Suchwörter, zum Beispiel „Schulden“.
embedding-category = Themen, mehrere mit Komma. Die Namen finden Sie in der Adresse, wenn Sie in unserer Liste ein Thema auswählen.
embedding-target-group = Zielgruppen, mehrere mit Komma.
embedding-municipality = Gemeinden, mit ihrem achtstelligen Gemeindeschlüssel, mehrere mit Komma.
embedding-near = Ein Ort oder eine Postleitzahl. Dann steht das Nächste oben.
embedding-within = Wie weit es höchstens sein darf, in Metern. Nur zusammen mit einem Ort.
embedding-lang = Sprache: de, en, uk, ar, tr, fr oder de-x-leicht. Beim Rahmen steht sie vorn in der Adresse: /en/embed.
embedding-view = Beim Element: list, map oder both. In der Adresse: liste, karte oder beides. Ohne Angabe: die Liste.
embedding-theme = Beim Element: light, dark oder auto. In der Adresse: hell, dunkel oder auto. Ohne Angabe richten sich die Farben nach dem Gerät. Ohne JavaScript tun sie das immer.
embedding-others = Alle weiteren Filter unserer Liste. Sie haben dieselben Werte wie in der Adresse, zum Beispiel free="yes" oder open="now".
embedding-height = Feste Höhe in Pixeln. Ohne Angabe wächst der Rahmen mit seinem Inhalt.
embedding-frame-title = Name des Rahmens. Menschen, die den Bildschirm nicht sehen, hören ihn. Schreiben Sie, was in der Liste steht.
embedding-look = Aussehen
embedding-look-text = Diese Eigenschaften setzen Sie in Ihren eigenen Stilen für das Element sozial-atlas. Alle anderen Stile Ihrer Seite ändern nichts an unserer Liste.
embedding-radius = Wie rund die Ecken sind, zum Beispiel 0 oder 12px.
embedding-border = Der Rand, zum Beispiel none oder 2px solid black.
embedding-accent = Farbe der Linie am oberen Rand, als #rrggbb. In der Adresse heißt das Wort akzent, ohne das Zeichen #. Die Schrift behält unsere Farben, damit sie lesbar bleibt.
embedding-policy = Wenn Ihre Seite eine Content-Security-Policy hat
embedding-policy-text = Erlauben Sie unser Skript und unseren Rahmen. Stile müssen Sie nicht erlauben. Für den einfachen Rahmen genügt frame-src.
embedding-privacy = Datenschutz
embedding-privacy-text = Der Rahmen setzt keine Cookies, liest keine und speichert nichts auf dem Gerät. Er lädt nichts von anderen Stellen. Unser Server sieht die Adresse der Leserin oder des Lesers, wie bei jedem Aufruf im Internet. Das Element sagt uns nicht, auf welcher Seite es steht.
