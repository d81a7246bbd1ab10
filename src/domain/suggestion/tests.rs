use super::*;

fn correction(message: &str) -> NewSuggestion {
    NewSuggestion {
        kind: SuggestionKind::Correction,
        service_id: Some(ServiceId::stable("test", "s1")),
        topic: None,
        text: SuggestionText { message: message.into(), ..SuggestionText::default() },
    }
}

fn codes(suggestion: &NewSuggestion) -> Vec<(String, String)> {
    let faults = suggestion.validate().err().unwrap_or_default().0;
    faults.into_iter().map(|fault| (fault.pointer, fault.code)).collect()
}

#[test]
fn every_word_names_itself() {
    for kind in SuggestionKind::ALL {
        assert_eq!(SuggestionKind::parse(kind.as_str()), Some(kind));
    }
    for state in SuggestionState::ALL {
        assert_eq!(SuggestionState::parse(state.as_str()), Some(state));
    }
    for topic in FeedbackTopic::ALL {
        assert_eq!(FeedbackTopic::parse(topic.as_str()), Some(topic));
    }
}

#[test]
fn nothing_becomes_unread_again_and_every_state_can_be_left() {
    for from in SuggestionState::ALL {
        assert!(from.transition(SuggestionState::Received).is_err(), "{from:?}");
        assert!(from.transition(from).is_err(), "{from:?}");
        assert!(SuggestionState::ALL.iter().any(|to| from.transition(*to).is_ok()), "{from:?}");
    }
}

#[test]
fn what_is_decided_can_only_be_taken_up_again() {
    for from in [SuggestionState::Accepted, SuggestionState::Declined] {
        let next: Vec<_> =
            SuggestionState::ALL.into_iter().filter(|to| from.transition(*to).is_ok()).collect();
        assert_eq!(next, [SuggestionState::InProgress]);
    }
}

#[test]
fn a_plain_correction_with_emoji_and_markup_is_fine() {
    let text = "Die Nummer stimmt nicht 😀 <script>alert(1)</script>\nneue Zeile";
    assert!(correction(text).validate().is_ok());
}

#[test]
fn all_faults_are_told_at_once() {
    let mut wrong = correction("zu kurz");
    wrong.service_id = None;
    wrong.topic = Some(FeedbackTopic::Cost);
    wrong.text.sender_email = "a@b".into();
    wrong.text.place = "zwei\nZeilen".into();
    let found = codes(&wrong);
    let expected = [
        ("/message", "too_short"),
        ("/place", "control_character"),
        ("/sender_email", "not_an_email"),
        ("/service_id", "required"),
        ("/topic", "required"),
    ];
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (pointer, code) in expected {
        assert!(found.contains(&(pointer.into(), code.into())), "{pointer} {code}: {found:?}");
    }
}

#[test]
fn what_cannot_be_seen_is_refused() {
    for hidden in ['\0', '\u{7}', '\u{1b}', '\u{85}'] {
        let found = codes(&correction(&format!("Die Nummer{hidden} stimmt nicht")));
        assert_eq!(found, [("/message".into(), "control_character".into())], "{hidden:?}");
    }
    for turning in ['\u{202e}', '\u{202a}', '\u{2066}', '\u{2069}'] {
        let found = codes(&correction(&format!("Die Nummer{turning} stimmt nicht")));
        assert_eq!(found, [("/message".into(), "bidi_character".into())], "{turning:?}");
    }
}

#[test]
fn lengths_are_counted_in_characters() {
    assert!(correction(&"ä".repeat(MESSAGE_MAX)).validate().is_ok());
    let found = codes(&correction(&"ä".repeat(MESSAGE_MAX + 1)));
    assert_eq!(found, [("/message".into(), "too_long".into())]);
    assert_eq!(codes(&correction("")), [("/message".into(), "required".into())]);
}

#[test]
fn a_claim_needs_somebody_to_answer_to_and_a_new_entry_a_name() {
    let mut claim = correction("Ich leite die Einrichtung.");
    claim.kind = SuggestionKind::Claim;
    let pointers: Vec<String> = codes(&claim).into_iter().map(|(pointer, _)| pointer).collect();
    assert!(pointers.contains(&"/organization".to_owned()));
    assert!(pointers.contains(&"/sender_name".to_owned()));
    assert!(pointers.contains(&"/sender_email".to_owned()));
    let mut new = correction("Hier fehlt etwas Gutes.");
    new.kind = SuggestionKind::NewEntry;
    new.service_id = None;
    assert_eq!(codes(&new), [("/about".into(), "required".into())]);
}

#[test]
fn addresses_are_told_from_what_is_none() {
    for address in ["a@b.de", "anna.müller+x@post.example.org", "x_y@a-b.example"] {
        assert!(looks_like_email(address), "{address}");
    }
    for none in [
        "",
        "a",
        "@b.de",
        "a@",
        "a@b",
        "a@.de",
        "a@b.",
        "a@b..de",
        "a b@c.de",
        "a@b@c.de",
        "<a@b.de>",
        "a@b.de,c@d.de",
        "a@b.de\nBcc: x@y.de",
    ] {
        assert!(!looks_like_email(none), "{none}");
    }
}

#[test]
fn texts_are_tidied_before_they_are_compared_or_stored() {
    let text = SuggestionText { message: "  a\r\nb\rc \n".into(), ..SuggestionText::default() };
    assert_eq!(text.tidied().message, "a\nb\nc");
}

#[test]
fn nothing_is_kept_for_ever() {
    let received: DateTime<Utc> = "2026-01-31T10:00:00Z".parse().unwrap();
    let decided = received + chrono::TimeDelta::days(10);
    let day = |at: DateTime<Utc>| at.date_naive().to_string();
    let policy = RetentionPolicy::default();
    let kind = SuggestionKind::Correction;
    assert_eq!(day(erase_after(policy, kind, received, None)), "2029-01-31");
    assert_eq!(day(erase_after(policy, kind, received, Some(decided))), "2027-02-10");
    let complaint = SuggestionKind::Complaint;
    assert_eq!(day(erase_after(policy, complaint, received, Some(decided))), "2028-02-10");
    // The county decides.
    let policy = RetentionPolicy { feedback_months: 1, suggestion_open_months: 2, ..policy };
    assert_eq!(day(erase_after(policy, complaint, received, Some(decided))), "2026-03-10");
    assert_eq!(day(erase_after(policy, complaint, received, None)), "2026-03-31");
}

mod laws {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_walk_through_the_states_ends_decided_or_can_still_be_decided(
            steps in proptest::collection::vec(0_usize..5, 0..20)
        ) {
            let mut state = SuggestionState::default();
            for step in steps {
                if let Ok(next) = state.transition(SuggestionState::ALL[step]) {
                    state = next;
                }
            }
            let decided = [SuggestionState::Accepted, SuggestionState::Declined];
            prop_assert!(decided.contains(&state)
                || decided.iter().all(|to| state.transition(*to).is_ok()));
        }

        #[test]
        fn whatever_somebody_types_is_judged_without_a_panic_and_tidying_twice_changes_nothing(
            message in any::<String>(), email in any::<String>()
        ) {
            let mut suggestion = correction(&message);
            suggestion.text.sender_email = email;
            let _ = suggestion.validate();
            let once = suggestion.text.tidied();
            prop_assert_eq!(once.clone().tidied(), once);
        }
    }
}
