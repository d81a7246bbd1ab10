//! Hours in words, told at chosen moments.

use super::*;

fn at(text: &str) -> Moment {
    Moment { local: text.parse().unwrap() }
}

fn schedule(osm: &str) -> Schedule {
    Schedule { osm: Some(osm.into()), ..Schedule::default() }
}

fn calendar() -> Calendar {
    let day = |text: &str| text.parse().unwrap();
    Calendar::new(
        [
            (day("2026-12-25"), PublicHoliday::ChristmasDay),
            (day("2026-12-26"), PublicHoliday::BoxingDay),
        ]
        .into(),
        &[day("2026-12-23")].into(),
    )
}

fn tell<T>(moment: &str, ask: impl FnOnce(Hours<'_>) -> T) -> T {
    ask(Hours {
        texts: Texts::german(),
        moment: &at(moment),
        calendar: &calendar(),
        zone: chrono_tz::Europe::Berlin,
    })
}

fn said(osm: &str, moment: &str) -> String {
    tell(moment, |hours| hours.now(&schedule(osm)).text)
}

#[test]
fn an_open_service_says_until_when() {
    assert_eq!(said("Mo-Fr 10:00-12:00", "2026-11-23T10:30:00"), "jetzt geöffnet, bis 12 Uhr");
    assert_eq!(said("24/7", "2026-11-23T11:00:00"), "rund um die Uhr");
    assert_eq!(said("Mo 20:00-03:00", "2026-11-24T01:30:00"), "jetzt geöffnet, bis 3 Uhr");
}

#[test]
fn what_opens_or_closes_soon_says_in_how_many_minutes() {
    let osm = "Mo 10:00-12:00";
    assert_eq!(said(osm, "2026-11-23T09:20:00"), "geschlossen, öffnet in 40 Minuten");
    assert_eq!(said(osm, "2026-11-23T09:59:00"), "geschlossen, öffnet in 1 Minute");
    assert_eq!(said(osm, "2026-11-23T11:35:00"), "jetzt geöffnet, schließt in 25 Minuten");
}

#[test]
fn minutes_are_real_ones_when_the_clock_changes() {
    // 28 March 2027: after 1:59 comes 3:00. From 1:30 to 3:10 it takes 40 minutes.
    let said_at = |from: &str, moment: &str| said(&format!("Su {from}-08:00"), moment);
    assert_eq!(said_at("03:10", "2027-03-28T01:30:00"), "geschlossen, öffnet in 40 Minuten");
    // 25 October 2026: after 2:59 comes 2:00 again. From 1:50 to 3:10 it takes 140 minutes, and at 2:30 nobody
    // can say which of the two it is.
    let today = "geschlossen, öffnet heute um 3:10 Uhr";
    assert_eq!(said_at("03:10", "2026-10-25T01:50:00"), today);
    assert_eq!(said_at("03:10", "2026-10-25T02:30:00"), today);
    assert_eq!(said_at("03:10", "2026-10-25T03:00:00"), "geschlossen, öffnet in 10 Minuten");
}

#[test]
fn a_closed_service_says_when_it_opens() {
    let osm = "Mo 14:00-16:30; Th 9:00-12:00";
    assert_eq!(said(osm, "2026-11-23T11:00:00"), "geschlossen, öffnet heute um 14 Uhr");
    assert_eq!(said(osm, "2026-11-23T17:00:00"), "geschlossen, öffnet Donnerstag um 9 Uhr");
    assert_eq!(said(osm, "2026-11-25T17:00:00"), "geschlossen, öffnet morgen um 9 Uhr");
    assert_eq!(
        said("2026 Dec 2 10:00-12:00", "2026-11-23T11:00:00"),
        "geschlossen, öffnet 2. Dezember 2026 um 10 Uhr"
    );
    assert_eq!(said("2020 Dec 2 10:00-12:00", "2026-11-23T11:00:00"), "geschlossen");
}

#[test]
fn a_day_without_hours_leaves_the_appointment() {
    let asked = Schedule { appointment: YesNo::Yes, ..schedule("Mo 10:00-12:00") };
    let text = tell("2026-11-24T09:00:00", |hours| hours.now(&asked).text);
    assert_eq!(text, "heute nur nach Vereinbarung");
    let text = tell("2026-11-23T13:00:00", |hours| hours.now(&asked).text);
    assert_eq!(text, "geschlossen, öffnet 30. November 2026 um 10 Uhr");
}

#[test]
fn on_a_holiday_nothing_is_promised_that_the_hours_do_not_tell() {
    let osm = "Mo-Sa 10:00-12:00";
    let asks = "heute ist Feiertag (1. Weihnachtsfeiertag): Bitte vorher nachfragen";
    assert_eq!(said(osm, "2026-12-25T11:00:00"), asks);
    assert_eq!(said(osm, "2026-12-24T13:00:00"), "geschlossen, öffnet Montag um 10 Uhr");
    assert_eq!(
        said("Mo-Sa 10:00-12:00; PH 10:00-12:30", "2026-12-25T10:30:00"),
        "jetzt geöffnet, bis 12:30 Uhr"
    );
    let rows = tell("2026-12-24T08:00:00", |hours| hours.week(&schedule(osm)));
    assert_eq!(rows[1].hours, "1. Weihnachtsfeiertag: Zeiten nicht bekannt");
    let told = schedule("Mo-Sa 10:00-12:00; PH off");
    let rows = tell("2026-12-24T08:00:00", |hours| hours.week(&told));
    assert_eq!(rows[1].hours, "geschlossen (1. Weihnachtsfeiertag)");
}

#[test]
fn hours_in_school_holidays_that_are_not_known_yet_are_told_with_caution() {
    let caution = |osm: &str, moment: &str| {
        tell(moment, |hours| hours.caution(&schedule(osm)).map(str::to_owned))
    };
    assert!(caution("Mo-Fr 10:00-12:00; SH off", "2026-12-24T08:00:00").is_some());
    assert_eq!(caution("Mo-Fr 10:00-12:00", "2026-12-24T08:00:00"), None);
}

#[test]
fn the_week_begins_today_and_has_seven_days() {
    let rows =
        tell("2026-11-25T08:00:00", |hours| hours.week(&schedule("Mo,We 10:00-12:00,13:00-15:30")));
    assert_eq!(rows.len(), 7);
    assert_eq!((rows[0].day.as_str(), rows[0].today), ("Mittwoch", true));
    assert_eq!(rows[0].hours, "10–12 und 13–15:30 Uhr");
    assert_eq!((rows[5].day.as_str(), rows[1].hours.as_str()), ("Montag", "geschlossen"));
}

#[test]
fn a_long_text_is_cut_at_a_word() {
    assert_eq!(shortened("eins zwei drei", 40), "eins zwei drei");
    assert_eq!(shortened("eins, zwei drei", 9), "eins …");
}
