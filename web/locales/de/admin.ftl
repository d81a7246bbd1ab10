# Verwaltung: Konten, Post, Protokoll, Fristen.

admin-nav = Bereiche der Verwaltung
admin-title = Verwaltung
admin-tab-accounts = Konten
admin-tab-mail = Post
admin-tab-audit = Protokoll
admin-tab-periods = Fristen
admin-all = Alle
admin-show = Anzeigen

## Accounts

admin-accounts = Konten
admin-accounts-count = { $count ->
    [one] 1 Konto
   *[other] { $number } Konten
}
admin-search = Name, E-Mail-Adresse oder Träger
admin-invited = Die Einladung ist unterwegs.
admin-last-sign-in = zuletzt angemeldet: { $at }
admin-never-signed-in = noch nie angemeldet
admin-state = Zustand
admin-state-invited = eingeladen
admin-state-active = aktiv
admin-state-blocked = gesperrt
admin-state-erased = gelöschtes Konto
admin-second-factor = Anmelden in zwei Schritten
admin-yes = ja
admin-no = nein
admin-created = Angelegt
admin-last = Zuletzt angemeldet
admin-organization = Träger
admin-organization-hint = Nur für die Aufgabe „Träger“. Tippen Sie die ersten Buchstaben und wählen Sie einen Namen aus.
admin-invite = Jemanden einladen
admin-invite-text = Die Person bekommt eine E-Mail mit einem Link. Damit wählt sie ein Passwort. Der Link gilt 14 Tage.
admin-invite-name = Name der Person
admin-invite-send = Einladung schicken
admin-again = Einladung noch einmal schicken
admin-again-text = Der alte Link gilt dann nicht mehr.
admin-again-send = Noch einmal schicken
admin-change-role = Aufgabe ändern
admin-change-role-text = Die Person wird dabei überall abgemeldet. Ihre Zugänge für Programme enden.
admin-change-role-send = Aufgabe speichern
admin-block = Konto sperren
admin-block-text = Die Person kann sich dann nicht mehr anmelden. Sie können das Konto später wieder öffnen.
admin-block-send = Konto sperren
admin-unblock = Konto wieder öffnen
admin-unblock-text = Die Person kann sich dann wieder anmelden.
admin-unblock-send = Konto öffnen
admin-erase = Konto löschen
admin-erase-text = Name, E-Mail-Adresse und alle Anmeldungen werden sofort und für immer gelöscht. Die Einträge bleiben.
admin-erase-check = Ja, dieses Konto für immer löschen
admin-erase-send = Konto löschen
admin-done-role = Die neue Aufgabe gilt ab jetzt.
admin-done-invite = Die Einladung ist noch einmal unterwegs.
admin-done-block = Das Konto ist gesperrt.
admin-done-unblock = Das Konto ist wieder offen.
admin-not-now = Das geht nicht mehr: Das Konto hat sich inzwischen geändert.
admin-last-admin = Das geht nicht: Es ist das letzte Konto für die Verwaltung. Geben Sie zuerst jemand anderem diese Aufgabe.

## Mail

admin-mail = Post
admin-mail-waiting = { $count ->
    [one] 1 Nachricht wartet
   *[other] { $number } Nachrichten warten
}
admin-mail-failed = { $count ->
    [one] 1 Nachricht kam nicht an
   *[other] { $number } Nachrichten kamen nicht an
}
admin-mail-sent = { $count ->
    [one] 1 Nachricht ist in letzter Zeit verschickt
   *[other] { $number } Nachrichten sind in letzter Zeit verschickt
}
admin-mail-stuck = Seit { $since } wartet Post. Vielleicht ist kein Mailserver eingestellt oder er ist nicht erreichbar.
admin-mail-none = Hier ist nichts.
admin-mail-state-queued = wartet
admin-mail-state-sending = wird verschickt
admin-mail-state-sent = verschickt
admin-mail-state-failed = nicht zugestellt
admin-mail-written = Geschrieben: { $at }.
admin-mail-next = Nächster Versuch: { $at }.
admin-mail-reason = Der Mailserver sagt:
admin-mail-again = Noch einmal schicken
admin-mail-again-done = Die Nachricht wird noch einmal verschickt.

## Audit

admin-audit = Protokoll der Konten
admin-audit-text = Was mit Konten geschehen ist, das Neueste zuerst.
admin-audit-kind = Was
admin-audit-whom = Name oder E-Mail-Adresse
admin-audit-account = Konto:
admin-audit-by = Durch:
admin-audit-self = die Person selbst
admin-audit-command-line = Befehlszeile des Servers
admin-audit-nobody = niemand, der angemeldet war
admin-audit-none = Dazu steht nichts im Protokoll.
admin-audit-older = Ältere Einträge
audit-sign-in = Angemeldet
audit-sign-in-failed = Anmeldung gescheitert
audit-sign-out = Abgemeldet
audit-account-added = Konto angelegt
audit-invited = Eingeladen
audit-invitation-accepted = Einladung angenommen
audit-reset-requested = Neues Passwort verlangt
audit-password-changed = Passwort geändert
audit-person-changed = Name oder Adresse geändert
audit-factor-enabled = Zweiter Schritt eingeschaltet
audit-factor-disabled = Zweiter Schritt ausgeschaltet
audit-recovery-codes-made = Ersatz-Codes gemacht
audit-recovery-code-used = Ersatz-Code benutzt
audit-role-changed = Aufgabe geändert
audit-blocked = Gesperrt
audit-unblocked = Wieder geöffnet
audit-erased = Gelöscht
audit-session-revoked = Anmeldung beendet
audit-token-created = Zugang für ein Programm angelegt
audit-token-revoked = Zugang für ein Programm beendet
audit-other = Etwas anderes

## How long everything is kept

admin-periods = Fristen
admin-periods-text = So lange bleibt gespeichert, was mit Menschen zu tun hat. Jeden Tag löscht das Programm, was länger da ist.
upkeep-title = Was jeden Tag geschieht
upkeep-never = Noch nie geschehen
upkeep-forget = Löschen, was zu lange da ist
upkeep-remind = Träger an alte Einträge erinnern
upkeep-tell-hidden = Der Redaktion sagen, welche Einträge nicht mehr öffentlich sind
upkeep-nothing = Es war nichts zu tun.
upkeep-failed = Das hat nicht geklappt. Morgen wird es noch einmal versucht. Meldung des Programms:
upkeep-sessions = { $count ->
    [one] eine Sitzung
   *[other] { $count } Sitzungen
}
upkeep-devices = { $count ->
    [one] ein bekannter Browser
   *[other] { $count } bekannte Browser
}
upkeep-tokens = { $count ->
    [one] ein Zugangsschlüssel
   *[other] { $count } Zugangsschlüssel
}
upkeep-links = { $count ->
    [one] ein Link
   *[other] { $count } Links
}
upkeep-events = { $count ->
    [one] ein Ereignis im Protokoll
   *[other] { $count } Ereignisse im Protokoll
}
upkeep-mails = { $count ->
    [one] eine E-Mail
   *[other] { $count } E-Mails
}
upkeep-suggestions = { $count ->
    [one] eine Nachricht an die Redaktion
   *[other] { $count } Nachrichten an die Redaktion
}
upkeep-counts = { $count ->
    [one] eine alte Zahl
   *[other] { $count } alte Zahlen
}
upkeep-requests = { $count ->
    [one] eine gemerkte Anfrage
   *[other] { $count } gemerkte Anfragen
}
upkeep-entries = { $count ->
    [one] ein Eintrag
   *[other] { $count } Einträge
}
upkeep-letters = { $count ->
    [one] ein Brief
   *[other] { $count } Briefe
}
