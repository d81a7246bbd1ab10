use chrono::{NaiveDate, Weekday};
use proptest::prelude::*;

use super::*;
use crate::domain::{Calendar, Schedule};

fn words() -> TimeWords<'static> {
    TimeWords {
        until: vec!["bis"],
        and: vec!["und"],
        clock: vec!["uhr"],
        closed: vec!["geschlossen", "zu"],
    }
}

fn typed(text: &str) -> Result<Vec<(u16, u16)>, (TimeFaultKind, String)> {
    read_times(text, &words())
        .map(|spans| spans.iter().map(|s| (s.from_min, s.to_min)).collect())
        .map_err(|fault| (fault.kind, fault.part))
}

fn week(osm: &str) -> WeekPlan {
    match HoursPlan::read(Some(osm)) {
        HoursPlan::Week(week) => week,
        other => panic!("{osm}: {other:?}"),
    }
}

#[test]
fn times_are_read_as_people_type_them() {
    for text in ["8-12,14-16:30", "8–12 und 14–16.30 Uhr", "8 Uhr bis 12 Uhr; 0800 - 1200"] {
        let got = typed(text);
        if text.contains("0800") {
            assert_eq!(got, Err((TimeFaultKind::Overlap, text.to_lowercase())), "{text}");
        } else {
            assert_eq!(got, Ok(vec![(480, 720), (840, 990)]), "{text}");
        }
    }
    assert_eq!(typed("14-16, 8-12"), Ok(vec![(480, 720), (840, 960)]));
    assert_eq!(typed("20 bis 2 Uhr"), Ok(vec![(1200, 1560)]));
    assert_eq!(typed("0-24"), Ok(vec![(0, 1440)]));
    assert_eq!(typed(" Geschlossen "), Ok(vec![]));
    assert_eq!(typed(""), Ok(vec![]));
}

#[test]
fn times_that_cannot_be_are_named() {
    let part = |kind, part: &str| Err((kind, part.to_owned()));
    assert_eq!(typed("25:00-26:00"), part(TimeFaultKind::NoSuchTime, "25:00"));
    assert_eq!(typed("8-12:75"), part(TimeFaultKind::NoSuchTime, "12:75"));
    assert_eq!(typed("24-3"), part(TimeFaultKind::NoSuchTime, "24"));
    assert_eq!(typed("9"), part(TimeFaultKind::NoEnd, "9"));
    assert_eq!(typed("9-"), part(TimeFaultKind::NoEnd, "9"));
    assert_eq!(typed("9-9"), part(TimeFaultKind::Empty, "9"));
    assert_eq!(typed("vormittags"), part(TimeFaultKind::NotUnderstood, "vormittags"));
    assert_eq!(typed("8-12, 11-13"), part(TimeFaultKind::Overlap, "8-12, 11-13"));
    assert_eq!(typed("123-4"), part(TimeFaultKind::NotUnderstood, "123"));
    let many = "0-1,2-3,4-5,6-7,8-9,10-11,12-13";
    assert_eq!(typed(many), part(TimeFaultKind::TooMany, many));
}

#[test]
fn a_week_is_written_as_short_as_it_is_read() {
    for osm in [
        "Mo-Fr 07:30-13:30",
        "Mo,We,Fr 10:00-12:00; Tu,Th 14:00-16:00",
        "Sa[2,4] 11:00-14:00",
        "We[-1] 14:30-16:30",
        "Mo-Fr 08:00-12:00; PH off",
        "Mo-Fr 08:00-12:00; PH 10:00-11:00; SH off",
        "week 02-52/2 Tu 14:00-16:00",
        "week 01-53/2 Fr 09:00-11:00",
        "Mo 08:00-12:00, Mo[1] 14:00-16:00",
        "Sa 19:00-24:00; Su 15:00-18:00",
        "Fr 20:00-02:00, Sa 09:00-12:00",
    ] {
        assert_eq!(HoursPlan::Week(week(osm)).to_osm().as_deref(), Some(osm));
    }
    assert_eq!(HoursPlan::read(Some("24/7")), HoursPlan::Always);
    assert_eq!(HoursPlan::read(Some("  ")), HoursPlan::Unknown);
}

#[test]
fn a_later_rule_replaces_the_day_as_the_syntax_says() {
    let week = week("Mo-Fr 08:00-12:00; Th 14:00-16:00");
    assert_eq!(week.days[3], [TimeSpan { from_min: 840, to_min: 960 }]);
    assert_eq!(week.days[4], [TimeSpan { from_min: 480, to_min: 720 }]);
}

#[test]
fn what_a_table_cannot_hold_stays_as_it_is() {
    for osm in [
        "Mo-Fr sunrise-sunset",
        "Jan-Mar Mo 10:00-12:00",
        "2026 Dec 2 10:00-12:00",
        "Mo 10:00+",
        "Mo 10:00-12:00 \"nach Anmeldung\"",
        "Mo 10:00-12:00 unknown",
        "Mo-Fr 08:00-12:00; Mo[1] off",
        "Mo-Fr 08:00-12:00; Mo[1] 14:00-16:00",
        "SH Mo 10:00-12:00",
        "Tu[-2] 10:00-12:00",
        "week 03 Mo 10:00-12:00",
        "no opening hours at all",
    ] {
        assert_eq!(HoursPlan::read(Some(osm)), HoursPlan::Syntax(osm.into()), "{osm}");
    }
}

#[test]
fn syntax_typed_by_hand_is_checked() {
    assert!(HoursPlan::check_syntax("Mo-Fr 08:00-12:00").is_ok());
    assert_eq!(HoursPlan::check_syntax("Mo 25:00").unwrap_err().code, "not_opening_hours");
    let long = "Mo 10:00-12:00; ".repeat(40);
    assert_eq!(HoursPlan::check_syntax(&long).unwrap_err().code, "hours_too_long");
}

#[test]
fn rhythms_name_themselves() {
    for rhythm in Rhythm::ALL {
        assert_eq!(Rhythm::parse(rhythm.as_str()), Some(rhythm));
    }
}

/// Stretches of a day that neither touch nor overlap; only the last may run past midnight.
fn spans(least: usize) -> impl Strategy<Value = Vec<TimeSpan>> {
    proptest::collection::btree_set(0_u16..24 * 4, least * 2..7).prop_map(|quarters| {
        let ends: Vec<u16> = quarters.into_iter().map(|quarter| quarter * 15).collect();
        ends.chunks_exact(2).map(|pair| TimeSpan { from_min: pair[0], to_min: pair[1] }).collect()
    })
}

fn weeks() -> impl Strategy<Value = WeekPlan> {
    let day = prop_oneof![Just(Vec::new()), spans(1)];
    let weekday = (0_u8..7).prop_map(|n| Weekday::try_from(n).unwrap());
    let rhythm = (0_usize..8).prop_map(|at| Rhythm::ALL[at]);
    let extra = (weekday, rhythm, spans(1)).prop_map(|(weekday, rhythm, spans)| Extra {
        weekday,
        rhythm,
        spans,
    });
    let holidays = prop_oneof![
        Just(HolidayRule::AsUsual),
        Just(HolidayRule::Closed),
        spans(1).prop_map(HolidayRule::Open)
    ];
    (
        proptest::array::uniform7(day),
        proptest::collection::vec(extra, 0..3),
        holidays,
        any::<bool>(),
    )
        .prop_map(|(days, extras, holidays, closed_in_school_holidays)| WeekPlan {
            days,
            extras,
            holidays,
            closed_in_school_holidays,
        })
}

/// The minutes of a week without extras and holidays, read off the table by hand.
fn by_hand(week: &WeekPlan, day: NaiveDate) -> Vec<(u16, u16)> {
    use chrono::Datelike;
    let at = day.weekday().num_days_from_monday() as usize;
    week.days[at].iter().map(|s| (s.from_min, s.to_min)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_plan_written_and_read_again_means_the_same(week in weeks()) {
        let written = HoursPlan::Week(week.clone()).to_osm();
        prop_assert_eq!(week.is_empty(), written.is_none());
        if let Some(osm) = written {
            prop_assert!(HoursPlan::check_syntax(&osm).is_ok() || osm.len() > LONGEST_EXPRESSION);
            let again = HoursPlan::read(Some(&osm));
            let osm_again = again.to_osm().unwrap();
            prop_assert!(same_hours(&osm, &osm_again), "{} became {}", osm, osm_again);
        }
    }

    #[test]
    fn a_table_is_open_exactly_when_it_says(days in proptest::array::uniform7(spans(0))) {
        let week = WeekPlan { days, ..WeekPlan::default() };
        if let Some(osm) = HoursPlan::Week(week.clone()).to_osm() {
            let schedule = Schedule { osm: Some(osm.clone()), ..Schedule::default() };
            for ahead in 0..7 {
                let day = NaiveDate::from_ymd_opt(2026, 11, 23 + ahead).unwrap();
                let open = schedule.hours_on(day, &Calendar::default()).unwrap();
                let open: Vec<_> = open.iter().map(|s| (s.from_min, s.to_min)).collect();
                prop_assert_eq!(open, by_hand(&week, day), "{}", osm);
            }
        }
    }

    #[test]
    fn nothing_typed_makes_the_reader_fail(text in "[0-9a-zA-Z:.,;\\-–+ \\[\\]/\"äß\u{202e}\u{0}😀]{0,40}") {
        if let Ok(spans) = read_times(&text, &words()) {
            prop_assert!(spans.iter().all(|s| s.from_min < 1440 && s.from_min < s.to_min));
        }
        let plan = HoursPlan::read(Some(&text));
        let empty = text.trim().is_empty();
        prop_assert_eq!(plan.to_osm().is_none(), empty);
        let _ = HoursPlan::check_syntax(&text);
    }

    #[test]
    fn pieces_of_the_syntax_in_any_order_are_kept_or_understood(
        pieces in proptest::collection::vec(proptest::sample::select(vec![
            "Mo", "Tu-Fr", "Sa[1]", "PH", "SH", "off", "08:00-12:00", "22:00-03:00", "; ", ", ", " ", "week 02-52/2",
            "Jan", "24/7", "open", "\"x\"", "||", "-", "08:00+", "sunset",
        ]), 1..8)
    ) {
        let text = pieces.concat();
        if HoursPlan::check_syntax(&text).is_ok() {
            let kept = HoursPlan::read(Some(&text)).to_osm();
            let kept = kept.unwrap_or_default();
            prop_assert!(kept == text.trim() || same_hours(&text, &kept), "{} became {}", text, kept);
        }
    }
}
