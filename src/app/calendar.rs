//! The holidays of a federal state: public ones by rule, school ones from the county package.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use holiday_de::{GermanHoliday, GermanRegion};

use crate::domain::{Calendar, PublicHoliday, SchoolHoliday};

/// The years whose public holidays are told. Laws change; nobody plans further ahead.
const YEARS: std::ops::RangeInclusive<i32> = 1995..=2099;

/// The calendar of a state (ISO 3166-2 without the country, "BW"); one that is not German has no public holidays.
pub(super) fn calendar(state: &str, school: &[SchoolHoliday]) -> Calendar {
    let public = region(state).map(public_holidays).unwrap_or_default();
    let days = |holiday: &SchoolHoliday| -> Vec<NaiveDate> {
        let last = holiday.last;
        holiday.first.iter_days().take_while(|day| *day <= last).collect()
    };
    Calendar::new(public, &school.iter().flat_map(days).collect())
}

fn public_holidays(region: GermanRegion) -> BTreeMap<NaiveDate, PublicHoliday> {
    let dates = YEARS.flat_map(|year| region.holiday_dates_in_year(year));
    dates.filter_map(|(day, holiday)| Some((day, name(holiday)?))).collect()
}

fn region(state: &str) -> Option<GermanRegion> {
    Some(match state {
        "BW" => GermanRegion::BadenWuerttemberg,
        "BY" => GermanRegion::Bayern,
        "BE" => GermanRegion::Berlin,
        "BB" => GermanRegion::Brandenburg,
        "HB" => GermanRegion::Bremen,
        "HH" => GermanRegion::Hamburg,
        "HE" => GermanRegion::Hessen,
        "MV" => GermanRegion::MechlenburgVorpommern,
        "NI" => GermanRegion::Niedersachsen,
        "NW" => GermanRegion::NordrheinWestfalen,
        "RP" => GermanRegion::RheinlandPfalz,
        "SL" => GermanRegion::Saarland,
        "SN" => GermanRegion::Sachsen,
        "ST" => GermanRegion::SachsenAnhalt,
        "SH" => GermanRegion::SchleswigHolstein,
        "TH" => GermanRegion::Thueringen,
        _ => return None,
    })
}

/// Our name; `None` for days that are a public holiday nowhere.
fn name(holiday: GermanHoliday) -> Option<PublicHoliday> {
    Some(match holiday {
        GermanHoliday::Neujahr => PublicHoliday::NewYear,
        GermanHoliday::HeiligeDreiKoenige => PublicHoliday::Epiphany,
        GermanHoliday::Frauentag => PublicHoliday::WomensDay,
        GermanHoliday::Karfreitag => PublicHoliday::GoodFriday,
        GermanHoliday::Ostermontag => PublicHoliday::EasterMonday,
        GermanHoliday::ErsterMai => PublicHoliday::LabourDay,
        GermanHoliday::TagDerBefreiung => PublicHoliday::LiberationDay,
        GermanHoliday::ChristiHimmelfahrt => PublicHoliday::Ascension,
        GermanHoliday::Pfingstmontag => PublicHoliday::WhitMonday,
        GermanHoliday::SiebzehnterJuni => PublicHoliday::SeventeenthOfJune,
        GermanHoliday::Fronleichnam => PublicHoliday::CorpusChristi,
        GermanHoliday::MariaeHimmelfahrt => PublicHoliday::Assumption,
        GermanHoliday::Weltkindertag => PublicHoliday::ChildrensDay,
        GermanHoliday::TagDerDeutschenEinheit => PublicHoliday::GermanUnity,
        GermanHoliday::Reformationstag => PublicHoliday::Reformation,
        GermanHoliday::Allerheiligen => PublicHoliday::AllSaints,
        GermanHoliday::BussUndBettag => PublicHoliday::Repentance,
        GermanHoliday::ErsterWeihnachtsfeiertag => PublicHoliday::ChristmasDay,
        GermanHoliday::ZweiterWeihnachtsfeiertag => PublicHoliday::BoxingDay,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(state: &str, year: i32) -> Vec<(String, PublicHoliday)> {
        let calendar = calendar(state, &[]);
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let days = first.iter_days().take(365);
        days.filter_map(|day| Some((day.to_string(), calendar.public_holiday(day)?))).collect()
    }

    #[test]
    fn a_state_has_the_holidays_of_its_law() {
        // Gesetz über die Sonntage und Feiertage (FTG) of Baden-Württemberg, section 1; Easter 2026 is 5 April.
        let days: Vec<String> = of("BW", 2026).into_iter().map(|(day, _)| day).collect();
        assert_eq!(
            days,
            [
                "2026-01-01",
                "2026-01-06",
                "2026-04-03",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-05-25",
                "2026-06-04",
                "2026-10-03",
                "2026-11-01",
                "2026-12-25",
                "2026-12-26",
            ]
        );
        assert!(!of("BE", 2026).contains(&("2026-01-06".to_owned(), PublicHoliday::Epiphany)));
        assert!(of("SN", 2026).contains(&("2026-11-18".to_owned(), PublicHoliday::Repentance)));
    }

    #[test]
    fn every_public_holiday_of_every_state_has_a_name_of_ours() {
        for state in [
            "BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST",
            "SH", "TH",
        ] {
            let region = region(state).unwrap();
            for year in YEARS {
                for (day, holiday) in region.holiday_dates_in_year(year) {
                    assert!(name(holiday).is_some(), "{state} {day} {holiday:?}");
                }
            }
        }
        assert!(region("XX").is_none());
    }

    #[test]
    fn school_holidays_are_those_of_the_package() {
        let day = |text: &str| text.parse().unwrap();
        let autumn = SchoolHoliday {
            name: "Herbst".into(),
            first: day("2026-10-26"),
            last: day("2026-10-31"),
        };
        let calendar = calendar("BW", &[autumn]);
        assert!(calendar.knows_school_holidays(day("2026-10-31")));
        assert!(!calendar.knows_school_holidays(day("2026-11-01")));
    }
}
