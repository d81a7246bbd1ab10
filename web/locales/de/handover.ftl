# Handing an entry over to another organization.

handover-title = Eintrag übergeben
handover-link = An einen anderen Träger übergeben
handover-text = Der andere Träger muss zustimmen. Bis dahin bleibt alles, wie es ist. Der Eintrag behält seine Adresse und seine Geschichte.
handover-to = An welchen Träger?
handover-choose = Bitte wählen
handover-propose = Übergabe vorschlagen
handover-fault = Bitte wählen Sie einen anderen Träger aus der Liste.
handover-stale = Der Eintrag wurde inzwischen geändert
handover-stale-text = Bitte sehen Sie ihn noch einmal an und entscheiden Sie dann neu.
handovers-title = Übergaben
handovers-text = Hier stehen Einträge, die an einen anderen Träger gehen sollen. Nach der Zustimmung kann der neue Träger den Eintrag bearbeiten, der bisherige nicht mehr.
handovers-none = Zurzeit soll kein Eintrag übergeben werden.
handovers-link = Übergaben ansehen
handover-from = Bisher:
handover-to-short = Künftig:
handover-accept = Übernehmen
handover-refuse = Ablehnen
handover-withdraw = Zurücknehmen
handover-proposed = Die Übergabe ist vorgeschlagen
handover-accepted = Der Eintrag ist übergeben
handover-refused = Der Eintrag bleibt beim bisherigen Träger
