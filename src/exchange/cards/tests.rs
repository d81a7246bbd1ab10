use std::collections::{BTreeMap, BTreeSet};

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use calcard::vcard::{VCard, VCardProperty};
use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use super::*;
use crate::domain::{Calendar, LonLat, PublicHoliday, Schedule, YesNo};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar() -> Calendar {
    let public = BTreeMap::from([
        (day("2026-12-25"), PublicHoliday::ChristmasDay),
        (day("2027-01-06"), PublicHoliday::Epiphany),
    ]);
    // The list of school holidays begins in autumn.
    let winter = day("2026-12-23").iter_days().take_while(|d| *d <= day("2027-01-09"));
    let school: BTreeSet<NaiveDate> = winter.chain([day("2026-10-26")]).collect();
    Calendar::new(public, &school)
}

fn schedule(osm: &str) -> Schedule {
    Schedule { osm: Some(osm.to_owned()), ..Schedule::default() }
}

fn events(osm: &str) -> Result<Vec<Occurrence>, UntoldHours> {
    occurrences(&schedule(osm), &calendar(), day("2026-11-23"))
}

fn written(osm: &str) -> String {
    let events = events(osm).unwrap();
    write_hours(&HoursCalendar {
        id: Uuid::from_u128(7),
        name: "Tafel, Laden; \"Mitte\"\nBEGIN:VEVENT",
        place: "Markt 2, Stadt",
        note: "Stand: 2026",
        page: "https://atlas.example/angebote/7",
        zone: chrono_tz::Europe::Berlin,
        changed: "2026-11-01T08:00:00Z".parse().unwrap(),
        events: &events,
    })
}

#[test]
fn a_week_becomes_one_event_for_each_stretch_and_leaves_out_doubtful_holidays() {
    let events = events("Mo-Fr 09:00-12:00; Tu 14:00-16:00").unwrap();
    assert_eq!(events.len(), 2, "{events:?}");
    let text = written("Mo,We-Fr 09:00-12:00");
    for line in [
        "RRULE:FREQ=WEEKLY;UNTIL=20271122T080000Z;BYDAY=MO,WE,TH,FR\r\n",
        "DTSTART;TZID=Europe/Berlin:20261123T090000\r\n",
        "DTEND;TZID=Europe/Berlin:20261123T120000\r\n",
        "EXDATE;TZID=Europe/Berlin:20261225T090000,20270106T090000\r\n",
        "TRANSP:TRANSPARENT\r\n",
    ] {
        assert!(text.contains(line), "{line} is missing in\n{text}");
    }
}

#[test]
fn the_events_take_place_exactly_when_the_expression_is_open() {
    for osm in [
        "Mo-Fr 09:00-12:00,14:00-16:30; PH off",
        "Mo-Sa 08:00-12:00; PH 10:00-11:00",
        "Tu[2] 15:00-17:00; PH off",
        "Th[-1] 15:00-17:00; PH off",
        "week 02-53/2 We 10:00-11:00; PH off",
        "week 01-53/2 We 10:00-11:00; PH off",
        "Mo-Fr 08:00-12:00; SH off; PH off",
        "Fr 22:00-26:00; PH off",
        "Mo-Fr 09:00-12:00; We[1] 11:00-14:00; PH off",
    ] {
        let schedule = schedule(osm);
        let events = match occurrences(&schedule, &calendar(), day("2026-11-23")) {
            Ok(events) => events,
            Err(why) => {
                assert_eq!(why, UntoldHours::Irregular, "{osm}");
                continue;
            }
        };
        let mut told: Vec<_> = events.iter().flat_map(Occurrence::takes_place).collect();
        told.sort_unstable();
        let mut really = Vec::new();
        for ahead in 0..365 {
            let day = day("2026-11-23") + TimeDelta::days(ahead);
            if osm.contains("SH") && !calendar().knows_school_holidays(day) {
                break;
            }
            let spans = schedule.hours_on(day, &calendar()).unwrap();
            really.extend(spans.iter().map(|s| (day, s.from_min, s.to_min)));
        }
        assert_eq!(told, really, "{osm}");
    }
}

#[test]
fn every_other_week_keeps_its_rhythm_over_a_year_of_fifty_three_weeks() {
    // 2026 has 53 weeks: an odd week follows an odd week.
    let events = events("week 01-53/2 We 10:00-11:00; PH off").unwrap();
    let days: Vec<_> = events.iter().flat_map(Occurrence::takes_place).map(|e| e.0).collect();
    assert!(days.contains(&day("2026-12-30")), "week 53: {days:?}");
    assert!(!days.contains(&day("2027-01-13")), "week 2: {days:?}");
    assert!(days.contains(&day("2027-01-20")), "week 3: {days:?}");
}

#[test]
fn what_cannot_be_told_with_certainty_gives_no_event_and_says_why() {
    let of = |schedule: &Schedule| occurrences(schedule, &calendar(), day("2026-11-23"));
    assert_eq!(of(&Schedule::default()), Err(UntoldHours::Unknown));
    let appointment = Schedule { appointment: YesNo::Yes, ..Schedule::default() };
    assert_eq!(of(&appointment), Err(UntoldHours::Appointment));
    assert_eq!(of(&schedule("24/7")), Err(UntoldHours::Always));
    assert_eq!(of(&schedule("sunrise-sunset")), Err(UntoldHours::Irregular));
    assert_eq!(of(&schedule("nonsense")), Err(UntoldHours::Irregular));
}

#[test]
fn a_calendar_is_read_again_with_its_zone_and_no_smuggled_event() {
    let text = written("Mo-Fr 09:00-12:00; PH off");
    let read = ICalendar::parse(&text).unwrap();
    let count = |kind: &ICalendarComponentType| {
        read.components.iter().filter(|c| c.component_type == *kind).count()
    };
    assert_eq!(count(&ICalendarComponentType::VEvent), 1, "{text}");
    assert_eq!(count(&ICalendarComponentType::VTimezone), 1);
    assert!(count(&ICalendarComponentType::Standard) >= 1);
    assert!(count(&ICalendarComponentType::Daylight) >= 1);
    // On 28 March 2027 the clock is put forward at two.
    assert!(text.contains("DTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200"));
    assert!(text.contains("DTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100"));
    let event = read.components.iter().find(|c| c.component_type == ICalendarComponentType::VEvent);
    let summary = event.unwrap().entries.iter().find(|e| e.name == ICalendarProperty::Summary);
    assert_eq!(
        summary.unwrap().values.first().and_then(|v| v.as_text()),
        Some("Tafel, Laden; \"Mitte\"\nBEGIN:VEVENT")
    );
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
}

#[test]
fn a_contact_is_read_again_and_holds_no_more_lines_than_it_was_given() {
    let text = write_contact(&ContactCard {
        id: Uuid::from_u128(7),
        name: "Rat & Hilfe; Stadt, Mitte",
        organization: Some("Verein\r\nTEL:110"),
        categories: vec!["Schuldnerberatung"],
        phones: vec!["tel:+4975311"],
        email: Some("rat@verein.example"),
        website: Some("https://verein.example/a?b=c,d;e"),
        page: "https://atlas.example/angebote/7",
        address: CardAddress {
            detail: "",
            street: "Hauptstr. 1",
            postcode: "99999",
            locality: "Stadt",
        },
        point: Some(LonLat { lon: 8.5, lat: 47.5 }),
        language: "de",
        note: "Stand der Quelle: 2017.\nBitte rufen Sie vorher an.",
        revised: "2026-11-01T08:00:00Z".parse().ok(),
    });
    assert!(text.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\n") && text.ends_with("END:VCARD\r\n"));
    let card = VCard::parse(&text).unwrap();
    let all = |name: &VCardProperty| card.entries.iter().filter(|e| e.name == *name).count();
    assert_eq!((all(&VCardProperty::Tel), all(&VCardProperty::Fn)), (1, 1), "{text}");
    let of = |name: &VCardProperty| -> Vec<String> {
        let entry = card.entries.iter().find(|e| e.name == *name).unwrap();
        entry.values.iter().filter_map(|v| v.as_text().map(str::to_owned)).collect()
    };
    assert_eq!(of(&VCardProperty::Fn), ["Rat & Hilfe; Stadt, Mitte"]);
    assert_eq!(of(&VCardProperty::Org), ["Verein  TEL:110"]);
    assert_eq!(of(&VCardProperty::Adr), ["", "", "Hauptstr. 1", "Stadt", "", "99999", ""]);
    assert_eq!(of(&VCardProperty::Url), ["https://verein.example/a?b=c,d;e"]);
    assert_eq!(of(&VCardProperty::Note), ["Stand der Quelle: 2017.\nBitte rufen Sie vorher an."]);
    assert!(text.contains("GEO;VALUE=URI:geo:47.50000,8.50000\r\n"), "{text}");
    assert!(text.contains("REV:20261101T080000Z\r\n"), "{text}");
}
