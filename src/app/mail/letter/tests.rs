use super::*;
use crate::domain::ContactPoint;

fn head() -> Letterhead {
    Letterhead {
        site_name: "Sozialatlas Musterland".into(),
        place: "im Musterland".into(),
        operator: ContactPoint { name: "Amt & Co".into(), ..ContactPoint::default() },
        base_url: "https://atlas.example".into(),
        timezone: chrono_tz::Tz::Europe__Berlin,
    }
}

fn every_letter() -> Vec<Letter> {
    let until = "2026-11-25T22:30:00Z".parse().unwrap();
    let (path, listing) = ("/weg/abc".to_owned(), "Café \u{202e}<Grün>\r\nBcc: x".to_owned());
    let entries = vec![
        LetterEntry {
            name: listing.clone(),
            confirm_path: "/bestaetigen/s".into(),
            assured: "2025-06".parse().ok(),
        },
        LetterEntry { name: "B".into(), confirm_path: "/bestaetigen/t".into(), assured: None },
    ];
    let mut letters = vec![
        Letter::Invitation { path: path.clone(), valid_until: until, organization: None },
        Letter::Invitation {
            path: path.clone(),
            valid_until: until,
            organization: Some(listing.clone()),
        },
        Letter::PasswordReset { path: path.clone(), valid_until: until },
        Letter::PasswordChanged,
        Letter::SecondFactorChanged { is_on: true },
        Letter::SecondFactorChanged { is_on: false },
        Letter::ProviderLinked,
        Letter::Email(EmailLetter::Confirm { path: path.clone(), valid_until: until }),
        Letter::Email(EmailLetter::Taken),
        Letter::Email(EmailLetter::Asked {
            address: "neu\r\nBcc: x@b.example".into(),
            path: path.clone(),
            valid_until: until,
        }),
        Letter::Email(EmailLetter::Changed {
            address: "neu@b.example".into(),
            path: path.clone(),
            valid_until: until,
        }),
        Letter::Published { listing: listing.clone(), path: path.clone() },
        Letter::Rejected { listing: listing.clone(), path: path.clone(), reason: "a\nb".into() },
        Letter::AskedBack { listing: listing.clone(), path: path.clone(), question: "?".into() },
        Letter::SuggestionReceived { path: path.clone() },
        Letter::SuggestionAnswer { answer: "ja".into(), path: Some(path.clone()) },
        Letter::ClaimDecided { organization: "T".into(), accepted: true, reason: None },
        Letter::ClaimDecided {
            organization: "T".into(),
            accepted: false,
            reason: Some("nein".into()),
        },
        Letter::HandoverProposed { listing: listing.clone(), from: "A".into(), to: "B".into() },
        Letter::HandoverDecided { listing: listing.clone(), to: "B".into(), accepted: true },
        Letter::HandoverDecided { listing: listing.clone(), to: "B".into(), accepted: false },
        Letter::ListingsHidden { names: vec![listing.clone()], path },
    ];
    letters.extend(ReminderStep::ALL.map(|step| Letter::ConfirmListings {
        organization: listing.clone(),
        entries: entries.clone(),
        step,
    }));
    letters
}

#[test]
fn every_letter_is_whole_in_both_forms_and_holds_nothing_unresolved() {
    for letter in every_letter() {
        let Written { subject, plain, html } = letter.write(&head());
        for text in [&subject, &plain, &html] {
            assert!(
                !text.contains("mail-") && !text.contains("{ $") && !text.contains("{$"),
                "{text}"
            );
            assert!(!text.contains('\u{202e}'), "{text}");
        }
        assert!(!subject.is_empty() && subject.lines().count() == 1, "{subject}");
        assert!(subject.chars().count() < 120, "{subject}");
        assert!(plain.starts_with("Guten Tag,\n\n"), "{plain}");
        assert!(plain.contains("Amt & Co\n") && html.contains("Amt &amp; Co"), "{plain}");
        assert!(plain.contains("-- \nSozialatlas Musterland\n"), "{plain}");
        assert!(!html.contains("<Grün>") && !plain.contains("\nBcc"), "{html}");
        // Each link of one form stands in the other.
        for line in plain.lines().filter(|line| line.starts_with("https://atlas.example/")) {
            assert!(html.contains(&format!("href=\"{line}\"")), "{line}");
        }
        // Nothing is fetched when a letter is opened.
        assert!(!html.contains("src=") && !html.contains("url("), "{html}");
    }
}

#[test]
fn every_kind_of_letter_has_a_word_of_its_own() {
    let mut kinds: Vec<&str> = every_letter().iter().map(Letter::kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), 19);
}

#[test]
fn an_invitation_tells_until_when_in_the_time_of_the_region() {
    let letter = Letter::Invitation {
        path: "/einladung/geheim".into(),
        valid_until: "2026-11-25T22:30:00Z".parse().unwrap(),
        organization: Some("Verein".into()),
    };
    let written = letter.write(&head());
    assert_eq!(written.subject, "Ihr Zugang zum Sozialatlas Musterland");
    assert!(written.plain.contains("die Einträge von Verein zu pflegen"), "{}", written.plain);
    assert!(written.plain.contains("nur bis 25. November 2026, 23:30 Uhr"), "{}", written.plain);
    assert!(written.plain.contains("\nhttps://atlas.example/einladung/geheim\n"));
}

#[test]
fn a_reminder_lists_each_entry_with_its_link_and_its_date() {
    let letters = every_letter();
    let written = letters.last().map(|letter| letter.write(&head())).unwrap();
    assert_eq!(written.subject, "Letzte Erinnerung: Ihre 2 Einträge gelten als veraltet");
    let plain = written.plain;
    assert!(plain.contains("* Café <Grün> Bcc: x\n  Zuletzt bestätigt: Juni 2025\n"), "{plain}");
    assert!(plain.contains("* B\n  Noch nie bestätigt\n"), "{plain}");
    for link in ["/bestaetigen/s\n", "/bestaetigen/t\n", "/mein\n"] {
        assert!(plain.contains(&format!("https://atlas.example{link}")), "{plain}");
    }
}

#[test]
fn whoever_can_be_asked_is_named_at_the_end() {
    let mut head = head();
    let silent = Letter::PasswordChanged.write(&head).plain;
    assert!(silent.contains("liest niemand"), "{silent}");
    head.operator.email = "amt@example.org".into();
    let open = Letter::PasswordChanged.write(&head).plain;
    assert!(open.contains("Schreiben Sie an amt@example.org."), "{open}");
}
