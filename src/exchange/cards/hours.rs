//! Opening hours as iCalendar (RFC 5545).

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarDay, ICalendarEntry,
    ICalendarFrequency, ICalendarParameter, ICalendarProperty, ICalendarRecurrenceRule,
    ICalendarTransparency, ICalendarValue, ICalendarWeekday, Uri,
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use uuid::Uuid;

use super::occurrences::{Occurrence, Repeat};
use super::zone::observances;
use super::{PRODUCT, local, utc};

/// What a calendar of opening hours says.
#[derive(Debug, Clone, PartialEq)]
pub struct HoursCalendar<'a> {
    /// Names the place; the events are named by it.
    pub id: Uuid,
    /// What is open.
    pub name: &'a str,
    /// Where; empty where that is not public.
    pub place: &'a str,
    /// What may be otherwise, and how old the facts are.
    pub note: &'a str,
    /// The page it was made from.
    pub page: &'a str,
    /// The clock on the wall.
    pub zone: Tz,
    /// When the entry was changed.
    pub changed: DateTime<Utc>,
    /// The events; see [`super::occurrences`].
    pub events: &'a [Occurrence],
}

/// Writes opening hours as iCalendar, lines ending with CR LF and folded after 75 bytes.
#[must_use]
pub fn write_hours(hours: &HoursCalendar<'_>) -> String {
    let mut calendar = Components::default();
    let mut root = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    root.add_property(ICalendarProperty::Version, "2.0");
    root.add_property(ICalendarProperty::Prodid, PRODUCT);
    root.add_property(ICalendarProperty::Name, hours.name);
    root.add_property(ICalendarProperty::Url, uri(hours.page));
    calendar.add(None, root);
    let first = hours.events.iter().map(|event| event.first).min();
    let last = hours.events.iter().map(|event| event.last).max();
    if let Some((first, last)) = first.zip(last) {
        let mut zone = ICalendarComponent::new(ICalendarComponentType::VTimezone);
        zone.add_property(ICalendarProperty::Tzid, hours.zone.name());
        let at = calendar.add(Some(0), zone);
        for part in observances(hours.zone, first, last) {
            calendar.add(Some(at), part);
        }
    }
    for (number, event) in hours.events.iter().enumerate() {
        calendar.add(Some(0), component(hours, event, number));
    }
    ICalendar { components: calendar.0 }.to_string()
}

/// Components by number; each names those inside it.
#[derive(Default)]
struct Components(Vec<ICalendarComponent>);

impl Components {
    fn add(&mut self, inside: Option<usize>, component: ICalendarComponent) -> usize {
        let at = self.0.len();
        self.0.push(component);
        if let Some(outer) = inside.and_then(|outer| self.0.get_mut(outer)) {
            outer.component_ids.push(at as u32);
        }
        at
    }
}

fn component(hours: &HoursCalendar<'_>, event: &Occurrence, number: usize) -> ICalendarComponent {
    let mut part = ICalendarComponent::new(ICalendarComponentType::VEvent);
    // The same stretch has the same name at each download.
    part.add_uid(&format!("{}-{number}-{}-{}", hours.id, event.from_min, event.to_min));
    part.add_dtstamp(utc(hours.changed));
    part.add_property(ICalendarProperty::Summary, hours.name);
    if !hours.place.is_empty() {
        part.add_property(ICalendarProperty::Location, hours.place);
    }
    if !hours.note.is_empty() {
        part.add_property(ICalendarProperty::Description, hours.note);
    }
    part.add_property(ICalendarProperty::Url, uri(hours.page));
    // Opening hours do not make anybody busy.
    let free = ICalendarValue::Transparency(ICalendarTransparency::Transparent);
    part.add_property(ICalendarProperty::Transp, free);
    let begin = at(event.first, event.from_min);
    let end = at(event.first, event.to_min);
    part.entries.push(timed(hours.zone, ICalendarProperty::Dtstart, &[begin]));
    part.entries.push(timed(hours.zone, ICalendarProperty::Dtend, &[end]));
    if let Some(rule) = rule(hours.zone, event) {
        part.add_property(ICalendarProperty::Rrule, rule);
    }
    if !event.except.is_empty() {
        let days: Vec<_> = event.except.iter().map(|day| at(*day, event.from_min)).collect();
        part.entries.push(timed(hours.zone, ICalendarProperty::Exdate, &days));
    }
    part
}

fn rule(zone: Tz, event: &Occurrence) -> Option<ICalendarRecurrenceRule> {
    let (freq, interval, byday) = match &event.repeat {
        Repeat::Once => return None,
        Repeat::Weekly(days, interval) => {
            let interval = Some(*interval).filter(|interval| *interval > 1);
            (ICalendarFrequency::Weekly, interval, days.iter().map(|d| day(*d, None)).collect())
        }
        Repeat::Monthly(nth, weekday) => {
            let nth = Some(i16::from(*nth));
            (ICalendarFrequency::Monthly, None, vec![day(*weekday, nth)])
        }
    };
    // The last day is told in UTC (RFC 5545, 3.3.10). In the hour that does not exist it ends with the day.
    let last = at(event.last, event.from_min);
    let until = zone
        .from_local_datetime(&last)
        .latest()
        .map_or_else(|| at(event.last, 1439).and_utc(), |moment| moment.with_timezone(&Utc));
    Some(ICalendarRecurrenceRule {
        freq,
        interval,
        byday,
        until: Some(utc(until)),
        ..ICalendarRecurrenceRule::default()
    })
}

const fn day(weekday: Weekday, ordwk: Option<i16>) -> ICalendarDay {
    let weekday = match weekday {
        Weekday::Mon => ICalendarWeekday::Monday,
        Weekday::Tue => ICalendarWeekday::Tuesday,
        Weekday::Wed => ICalendarWeekday::Wednesday,
        Weekday::Thu => ICalendarWeekday::Thursday,
        Weekday::Fri => ICalendarWeekday::Friday,
        Weekday::Sat => ICalendarWeekday::Saturday,
        Weekday::Sun => ICalendarWeekday::Sunday,
    };
    ICalendarDay { ordwk, weekday }
}

/// Moments of the clock on the wall of a zone.
fn timed(zone: Tz, name: ICalendarProperty, moments: &[NaiveDateTime]) -> ICalendarEntry {
    let values = moments.iter().map(|moment| local(*moment).into()).collect();
    ICalendarEntry::new(name)
        .with_param(ICalendarParameter::tzid(zone.name().to_owned()))
        .with_values(values)
}

/// A minute of a day; from 1440 on, of the next.
fn at(day: NaiveDate, minute: u16) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute))
}

fn uri(address: &str) -> ICalendarValue {
    ICalendarValue::Uri(Uri::Location(address.to_owned()))
}
