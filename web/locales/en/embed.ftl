# The list on other people’s websites

embed-open = Open { $site }
embed-new-window = An offer opens in a new window.
embed-none = We know of no offer for this.
embed-faults = Something is set up wrongly here
embed-faults-rest = The list shows what we find without these settings. Please tell whoever runs this website.
embed-fault-view = “{ $value }” does not work for “{ $word }”. Possible are: liste, karte, beides.
embed-fault-theme = “{ $value }” does not work for “{ $word }”. Possible are: hell, dunkel, auto.
embed-fault-accent = “{ $value }” is not a colour. “{ $word }” takes six characters from 0–9 and a–f, for example 1f42a8.
embed-fault-word = We do not know the setting “{ $word }”.
embed-map-needs-script = The map needs JavaScript. You find the offers without the map too: use the link below.
embed-link-title = Embedding
embed-link-text = You can show our offers on your own website free of charge.
embed-link = How it works
