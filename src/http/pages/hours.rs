//! Opening hours in words: now, today, the week.

use chrono::{Days, NaiveDate, Timelike};

use crate::atlas::Moment;
use crate::domain::{Calendar, OpenSpan, OpenState, Schedule, ServiceStatus, Site};
use crate::texts::Texts;

/// Days to look ahead for the next opening.
const LOOK_AHEAD: u64 = 14;
/// Longest text of the source on a card, in characters.
const CARD_TEXT: usize = 90;

/// How a state is shown: a word for the style sheet and a line for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OpenWords {
    /// `open`, `closed`, `appointment` or `unknown`.
    pub(crate) class: &'static str,
    /// The line.
    pub(crate) text: String,
}

/// One row of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DayRow {
    /// The weekday's name.
    pub(crate) day: String,
    /// Its hours.
    pub(crate) hours: String,
    /// Whether it is today.
    pub(crate) today: bool,
}

/// What a site's card says about its hours.
pub(crate) fn on_card(
    texts: &Texts,
    site: &Site,
    state: OpenState,
    moment: &Moment,
    calendar: &Calendar,
) -> OpenWords {
    if let Some(closed) = not_running(texts, site.status) {
        return OpenWords { class: "closed", text: closed };
    }
    let text = match (state, &site.schedule.text) {
        (OpenState::Open | OpenState::Closed, _) => {
            return now(texts, &site.schedule, moment, calendar);
        }
        (OpenState::Appointment, None) => texts.t("hours-appointment").to_owned(),
        (OpenState::Appointment | OpenState::Unknown, Some(words)) => shortened(words, CARD_TEXT),
        (OpenState::Unknown, None) => texts.t("hours-unknown").to_owned(),
    };
    OpenWords { class: state.as_str(), text }
}

/// Why a site does not run now, if it does not.
pub(crate) fn not_running(texts: &Texts, status: ServiceStatus) -> Option<String> {
    let key = match status {
        ServiceStatus::Active => return None,
        ServiceStatus::Inactive => "status-inactive",
        ServiceStatus::Defunct => "status-defunct",
        ServiceStatus::TemporarilyClosed => "status-temporarily-closed",
    };
    Some(texts.t(key).to_owned())
}

/// The state now with today's hours: "jetzt geöffnet, bis 12 Uhr"; "geschlossen, öffnet heute um 14 Uhr".
pub(crate) fn now(
    texts: &Texts,
    schedule: &Schedule,
    moment: &Moment,
    calendar: &Calendar,
) -> OpenWords {
    let minute = (moment.local.hour() * 60 + moment.local.minute()) as u16;
    let today = schedule.hours_on(moment.today(), calendar).unwrap_or_default();
    if let Some(until) = open_until(schedule, moment, calendar, &today, minute) {
        let text = if until >= 2 * 1440 {
            texts.t("time-all-day").to_owned()
        } else {
            texts.with("hours-open-until", &[("time", (&texts.time(until)).into())])
        };
        return OpenWords { class: "open", text };
    }
    let text = match next_opening(schedule, moment, calendar, &today, minute) {
        Some((0, from)) => texts.with("hours-opens-today", &[("time", (&texts.time(from)).into())]),
        Some((1, from)) => {
            texts.with("hours-opens-tomorrow", &[("time", (&texts.time(from)).into())])
        }
        Some((ahead, from)) => {
            let day = moment.today() + Days::new(ahead);
            let name = opening_day(texts, ahead, day);
            texts.with(
                "hours-opens-on",
                &[("day", (&name).into()), ("time", (&texts.time(from)).into())],
            )
        }
        None => texts.t("hours-closed").to_owned(),
    };
    OpenWords { class: "closed", text }
}

/// Within a week the weekday says enough; later the date is needed.
fn opening_day(texts: &Texts, ahead: u64, day: NaiveDate) -> String {
    use chrono::Datelike;
    if ahead < 7 { texts.weekday(day.weekday()).to_owned() } else { texts.date(day) }
}

/// The minute at which an open stretch around now ends; two days or more when it never does.
fn open_until(
    schedule: &Schedule,
    moment: &Moment,
    calendar: &Calendar,
    today: &[OpenSpan],
    minute: u16,
) -> Option<u16> {
    let around = |s: &&OpenSpan| s.from_min <= minute && minute < s.to_min;
    if let Some(span) = today.iter().find(around) {
        let all_day = span.from_min == 0 && span.to_min >= 1440;
        return Some(if all_day { 2 * 1440 } else { span.to_min });
    }
    // A stretch that began yesterday and runs past midnight.
    let yesterday = schedule.hours_on(moment.today() - Days::new(1), calendar)?;
    let late = yesterday.iter().find(|s| s.to_min > 1440 + minute)?;
    Some(late.to_min - 1440)
}

/// Days ahead and minute of the next opening.
fn next_opening(
    schedule: &Schedule,
    moment: &Moment,
    calendar: &Calendar,
    today: &[OpenSpan],
    minute: u16,
) -> Option<(u64, u16)> {
    if let Some(later) = today.iter().find(|s| s.from_min > minute) {
        return Some((0, later.from_min));
    }
    (1..=LOOK_AHEAD).find_map(|ahead| {
        let spans = schedule.hours_on(moment.today() + Days::new(ahead), calendar)?;
        Some((ahead, spans.first()?.from_min))
    })
}

/// Seven days from today on, as the OSM expression has them; empty without one.
pub(crate) fn week(
    texts: &Texts,
    schedule: &Schedule,
    today: NaiveDate,
    calendar: &Calendar,
) -> Vec<DayRow> {
    use chrono::Datelike;
    (0..7)
        .filter_map(|ahead| {
            let day = today + Days::new(ahead);
            let spans = schedule.hours_on(day, calendar)?;
            let hours = if spans.is_empty() {
                texts.t("hours-closed").to_owned()
            } else {
                with_remarks(texts, &spans)
            };
            let day = texts.weekday(day.weekday()).to_owned();
            Some(DayRow { day, hours, today: ahead == 0 })
        })
        .collect()
}

/// The hours of a day with the expression's own remarks behind them.
fn with_remarks(texts: &Texts, spans: &[OpenSpan]) -> String {
    let mut remarks: Vec<&str> =
        spans.iter().map(|s| s.remark.as_str()).filter(|r| !r.is_empty()).collect();
    remarks.dedup();
    let hours = texts.spans(spans);
    if remarks.is_empty() { hours } else { format!("{hours} ({})", remarks.join(", ")) }
}

/// The text up to a length in characters, cut at a word, with an ellipsis where something is left out.
pub(crate) fn shortened(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let cut: String = text.chars().take(max).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{} …", whole.trim_end_matches([',', ';', '.', '–', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment { local: text.parse().unwrap() }
    }

    fn schedule(osm: &str) -> Schedule {
        Schedule { osm: Some(osm.into()), ..Schedule::default() }
    }

    fn said(osm: &str, moment: &str) -> String {
        now(Texts::german(), &schedule(osm), &at(moment), &Calendar::default()).text
    }

    #[test]
    fn an_open_service_says_until_when() {
        assert_eq!(said("Mo-Fr 10:00-12:00", "2026-11-23T11:00:00"), "jetzt geöffnet, bis 12 Uhr");
        assert_eq!(said("24/7", "2026-11-23T11:00:00"), "rund um die Uhr");
        assert_eq!(said("Mo 20:00-02:00", "2026-11-24T01:30:00"), "jetzt geöffnet, bis 2 Uhr");
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
    fn the_week_begins_today_and_has_seven_days() {
        let rows = week(
            Texts::german(),
            &schedule("Mo,We 10:00-12:00,13:00-15:30"),
            "2026-11-25".parse().unwrap(),
            &Calendar::default(),
        );
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
}
