//! Cards that people take with them: a contact as vCard, opening hours as iCalendar.
//!
//! Both say only what is known: a protected address has no place here, and hours that no machine can be sure of give
//! no appointment in anybody's calendar.

mod contact;
mod hours;
mod occurrences;
#[cfg(test)]
mod tests;
mod zone;

use calcard::common::PartialDateTime;
use chrono::{DateTime, Datelike, NaiveDateTime, Timelike, Utc};

pub use contact::{CardAddress, ContactCard, write_contact};
pub use hours::{HoursCalendar, write_hours};
pub use occurrences::{Occurrence, Repeat, UntoldHours, occurrences, told_week};

/// What wrote the card, as both formats want to know it.
const PRODUCT: &str = "-//Sozialatlas//EN";

/// A moment of the clock on the wall.
fn local(moment: NaiveDateTime) -> PartialDateTime {
    PartialDateTime {
        year: u16::try_from(moment.year()).ok(),
        month: Some(moment.month() as u8),
        day: Some(moment.day() as u8),
        hour: Some(moment.hour() as u8),
        minute: Some(moment.minute() as u8),
        second: Some(moment.second() as u8),
        ..PartialDateTime::default()
    }
}

/// A moment in UTC, which is written with a Z.
fn utc(moment: DateTime<Utc>) -> PartialDateTime {
    PartialDateTime { tz_hour: Some(0), tz_minute: Some(0), ..local(moment.naive_utc()) }
}
