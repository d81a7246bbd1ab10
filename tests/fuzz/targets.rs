//! What is done with input nobody has chosen: run by the fuzzer (`fuzz/`, `make fuzz`) and by an ordinary test over the same
//! corpus (`main.rs`). Each function panics where a law is broken.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use sozialatlas::domain::hours::{HoursPlan, TimeWords, read_times, same_hours};
use sozialatlas::domain::{Calendar, Listing, OpenState, Schedule};
use sozialatlas::exchange::cards::told_week;
use sozialatlas::http::api::listing_of_json;

/// Minutes of two days: an end lies at most on the next day.
const TWO_DAYS: u16 = 2 * 1_440;

/// Opening hours: as an expression, as a week, as times of a day.
pub(crate) fn opening_hours(data: &[u8]) {
    // Forms and files give text; anything else is refused before it gets here.
    let Ok(text) = std::str::from_utf8(data) else { return };
    if text.len() > 1_000 {
        return;
    }
    let words = TimeWords {
        until: vec!["bis"],
        and: vec!["und"],
        clock: vec!["uhr"],
        closed: vec!["geschlossen"],
    };
    if let Ok(spans) = read_times(text, &words) {
        let ordered = spans.iter().all(|s| s.from_min < s.to_min && s.to_min <= TWO_DAYS);
        assert!(ordered, "{text:?}: {spans:?}");
        let apart = spans.windows(2).all(|pair| pair[0].to_min <= pair[1].from_min);
        assert!(apart, "{text:?}: {spans:?}");
    }
    let sound = HoursPlan::check_syntax(text).is_ok();
    let plan = HoursPlan::read(Some(text));
    if let Some(written) = plan.to_osm() {
        let again = HoursPlan::read(Some(&written));
        assert_eq!(again.to_osm().as_deref(), Some(written.as_str()), "{text:?} was {plan:?}");
        if sound {
            assert!(same_hours(text.trim(), &written), "{text:?} is not {written:?}");
        }
    }
    let schedule = Schedule { osm: Some(text.to_owned()), ..Schedule::default() };
    let _ = (told_week(&schedule).is_ok(), schedule.names_school_holidays());
    if schedule.validate().is_ok() {
        a_week_of(&schedule, text);
    }
}

/// What is told of some days agrees with itself.
fn a_week_of(schedule: &Schedule, text: &str) {
    let calendar = Calendar::default();
    let prepared = schedule.prepare(&calendar);
    let first = NaiveDate::from_ymd_opt(2026, 12, 28).expect("a day");
    for day in first.iter_days().take(9) {
        let spans = schedule.hours_on(day, &calendar).expect("it parses");
        for span in &spans {
            assert!(span.from_min < span.to_min && span.to_min <= TWO_DAYS, "{text:?}: {spans:?}");
        }
        let at = |minute: u16| -> NaiveDateTime {
            day.and_hms_opt(0, 0, 0).expect("midnight") + TimeDelta::minutes(minute.into())
        };
        for span in spans.iter().filter(|span| span.from_min < 1_440) {
            let state = prepared.open_state(at(span.from_min));
            assert_ne!(state, OpenState::Closed, "{text:?} opens at {}", span.from_min);
        }
        let until = prepared.open_state_until(at(0), at(1_439));
        let opens = spans.iter().any(|span| span.from_min < 1_439);
        assert!(!opens || until != OpenState::Closed, "{text:?} on {day}");
    }
}

/// The body of an entry as a program sends it: read, checked, written again, compared.
pub(crate) fn listing_json(data: &[u8]) {
    let Ok(listing) = listing_of_json(data) else { return };
    let text = serde_json::to_string(&listing).expect("what was read can be written");
    let again: Listing = serde_json::from_str(&text).expect("what was written can be read");
    assert_eq!(again, listing, "{text}");
    let sent = listing_of_json(text.as_bytes());
    assert_eq!(sent.as_ref(), Ok(&listing), "the interface takes what it gives");
    let public = listing.for_public();
    assert!(public.sites.iter().all(|site| site.internal_note.is_none()));
    let secret = listing.sites.iter().zip(&public.sites).filter(|(site, _)| site.is_protected());
    for (_, site) in secret {
        assert!(site.position.is_none() && site.address.street.is_none(), "{text}");
    }
    for site in &listing.sites {
        if let Some(osm) = &site.schedule.osm {
            opening_hours(osm.as_bytes());
        }
    }
}
