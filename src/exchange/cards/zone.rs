//! The rules of a time zone as `VTIMEZONE` (RFC 5545, 3.6.5): each change of the clock within the days that matter.

use calcard::icalendar::{
    ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
};
use chrono::{DateTime, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use super::local;

/// A change of the clock.
struct Change {
    at: DateTime<Utc>,
    /// Seconds east of UTC before and after.
    from: i32,
    to: i32,
    daylight: bool,
    name: String,
}

/// The parts of a `VTIMEZONE` that hold between two days: what was in force before, then every change.
pub(super) fn observances(zone: Tz, first: NaiveDate, last: NaiveDate) -> Vec<ICalendarComponent> {
    // What holds on the first day began before it: a year back there is at least one change, if there are any.
    let begin = midnight(first) - TimeDelta::days(366);
    let end = midnight(last) + TimeDelta::days(2);
    let mut changes = changes(zone, begin, end);
    if changes.first().is_none_or(|change| change.at > midnight(first)) {
        let (to, daylight, name) = state(zone, begin);
        changes.insert(0, Change { at: begin, from: to, to, daylight, name });
    }
    changes.iter().map(observance).collect()
}

fn observance(change: &Change) -> ICalendarComponent {
    let kind = if change.daylight {
        ICalendarComponentType::Daylight
    } else {
        ICalendarComponentType::Standard
    };
    let mut part = ICalendarComponent::new(kind);
    // The clock on the wall as it was until then.
    let onset = change.at.naive_utc() + TimeDelta::seconds(i64::from(change.from));
    part.add_property(ICalendarProperty::Dtstart, local(onset));
    part.add_property(ICalendarProperty::Tzoffsetfrom, offset(change.from));
    part.add_property(ICalendarProperty::Tzoffsetto, offset(change.to));
    part.add_property(ICalendarProperty::Tzname, change.name.as_str());
    part
}

/// Every change of the offset, to the minute.
fn changes(zone: Tz, begin: DateTime<Utc>, end: DateTime<Utc>) -> Vec<Change> {
    let mut found = Vec::new();
    let mut low = begin;
    while low < end {
        let high = low + TimeDelta::days(1);
        if state(zone, low).0 != state(zone, high).0 {
            let (mut before, mut after) = (low, high);
            while after - before > TimeDelta::minutes(1) {
                let middle = before + TimeDelta::minutes((after - before).num_minutes() / 2);
                if state(zone, middle).0 == state(zone, low).0 {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            let (to, daylight, name) = state(zone, after);
            found.push(Change { at: after, from: state(zone, before).0, to, daylight, name });
        }
        low = high;
    }
    found
}

/// Seconds east of UTC, whether the clock is put forward, and the name of it.
fn state(zone: Tz, at: DateTime<Utc>) -> (i32, bool, String) {
    let offset = zone.offset_from_utc_datetime(&at.naive_utc());
    let name = offset.abbreviation().unwrap_or_default().to_owned();
    (offset.fix().local_minus_utc(), !offset.dst_offset().is_zero(), name)
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// `+0100`.
fn offset(seconds: i32) -> ICalendarValue {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    ICalendarValue::Text(format!("{sign}{:02}{:02}", minutes / 60, minutes % 60))
}
