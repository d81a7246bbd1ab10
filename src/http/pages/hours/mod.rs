//! Opening hours in words: now, today, the week.

use chrono::{Datelike, Days, NaiveDate, TimeDelta, TimeZone, Timelike};
use chrono_tz::Tz;

use crate::atlas::Moment;
use crate::domain::{
    Calendar, OpenSpan, OpenState, PublicHoliday, Schedule, ServiceStatus, Site, YesNo,
};
use crate::texts::Texts;

/// Days to look ahead for the next opening.
const LOOK_AHEAD: u64 = 14;
/// What opens or closes within so many minutes says so.
const SOON_MIN: u64 = 60;
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

/// What tells of hours: the language, the moment, the holidays and the clock of the region.
#[derive(Clone, Copy)]
pub(crate) struct Hours<'a> {
    pub(crate) texts: &'a Texts,
    pub(crate) moment: &'a Moment,
    pub(crate) calendar: &'a Calendar,
    pub(crate) zone: Tz,
}

impl Hours<'_> {
    /// What a site's card says about its hours.
    pub(crate) fn on_card(&self, site: &Site, state: OpenState) -> OpenWords {
        if let Some(closed) = not_running(self.texts, site.status) {
            return OpenWords { class: "closed", text: closed };
        }
        // An expression that cannot be read tells nothing; its words may.
        if site.schedule.hours_on(self.moment.today(), self.calendar).is_some() {
            return self.now(&site.schedule);
        }
        let text = match (state, &site.schedule.text) {
            (OpenState::Appointment, None) => self.texts.t("hours-appointment").to_owned(),
            (_, Some(words)) => shortened(words, CARD_TEXT),
            (_, None) => self.texts.t("hours-unknown").to_owned(),
        };
        OpenWords { class: state.as_str(), text }
    }

    /// The state now with today's hours: "jetzt geöffnet, bis 12 Uhr"; "geschlossen, öffnet heute um 14 Uhr".
    pub(crate) fn now(&self, schedule: &Schedule) -> OpenWords {
        let minute = (self.moment.local.hour() * 60 + self.moment.local.minute()) as u16;
        let today = self.spans(schedule, self.moment.today());
        if let Some(holiday) = self.doubt(schedule, self.moment.today())
            && !today.is_empty()
        {
            let text = self.texts.with("hours-holiday-now", &[("holiday", holiday.into())]);
            return OpenWords { class: "unknown", text };
        }
        if let Some(until) = self.open_until(schedule, &today, minute) {
            return OpenWords { class: "open", text: self.open_words(until, minute) };
        }
        if schedule.appointment == YesNo::Yes && today.is_empty() {
            let text = self.texts.t("hours-appointment-today").to_owned();
            return OpenWords { class: "appointment", text };
        }
        OpenWords { class: "closed", text: self.closed_words(schedule, &today, minute) }
    }

    /// Until when; soon in minutes.
    fn open_words(&self, until: u16, minute: u16) -> String {
        if until >= 2 * 1440 {
            return self.texts.t("time-all-day").to_owned();
        }
        match self.minutes_until(until - minute) {
            Some(left) if left <= SOON_MIN => self.texts.count("hours-closes-in", left),
            _ => self.texts.with("hours-open-until", &[("time", (&self.texts.time(until)).into())]),
        }
    }

    /// When it opens next; soon in minutes.
    fn closed_words(&self, schedule: &Schedule, today: &[OpenSpan], minute: u16) -> String {
        let texts = self.texts;
        let Some((ahead, from)) = self.next_opening(schedule, today, minute) else {
            return texts.t("hours-closed").to_owned();
        };
        let time = texts.time(from);
        match ahead {
            0 => match self.minutes_until(from - minute) {
                Some(left) if left <= SOON_MIN => texts.count("hours-opens-in", left),
                _ => texts.with("hours-opens-today", &[("time", (&time).into())]),
            },
            1 => texts.with("hours-opens-tomorrow", &[("time", (&time).into())]),
            _ => {
                let name = self.opening_day(ahead, self.moment.today() + Days::new(ahead));
                texts.with("hours-opens-on", &[("day", (&name).into()), ("time", (&time).into())])
            }
        }
    }

    /// Real minutes from now to `minutes` later on the clock on the wall; `None` in the hour that the clock shows
    /// twice, as it cannot be told which of the two is meant.
    fn minutes_until(&self, minutes: u16) -> Option<u64> {
        let now = self.zone.from_local_datetime(&self.moment.local).single()?;
        let then = self.moment.local + TimeDelta::minutes(i64::from(minutes));
        let then = self.zone.from_local_datetime(&then).single()?;
        u64::try_from(then.signed_duration_since(now).num_minutes()).ok()
    }

    /// Within a week the weekday says enough; later the date is needed.
    fn opening_day(&self, ahead: u64, day: NaiveDate) -> String {
        if ahead < 7 { self.texts.weekday(day.weekday()).to_owned() } else { self.texts.date(day) }
    }

    /// The open stretches of a day; none where nothing is told.
    fn spans(&self, schedule: &Schedule, day: NaiveDate) -> Vec<OpenSpan> {
        schedule.hours_on(day, self.calendar).unwrap_or_default()
    }

    /// The name of the public holiday on which the hours tell nothing.
    fn doubt(&self, schedule: &Schedule, day: NaiveDate) -> Option<&str> {
        let holiday = self.calendar.public_holiday(day)?;
        schedule.is_silent_on_holidays().then(|| self.texts.t(holiday_key(holiday)))
    }

    /// The minute at which an open stretch around now ends; two days or more when it never does.
    fn open_until(&self, schedule: &Schedule, today: &[OpenSpan], minute: u16) -> Option<u16> {
        let around = |s: &&OpenSpan| s.from_min <= minute && minute < s.to_min;
        if let Some(span) = today.iter().find(around) {
            let all_day = span.from_min == 0 && span.to_min >= 1440;
            return Some(if all_day { 2 * 1440 } else { span.to_min });
        }
        // A stretch that began yesterday and runs past midnight.
        let yesterday = self.spans(schedule, self.moment.today() - Days::new(1));
        let late = yesterday.iter().find(|s| s.to_min > 1440 + minute)?;
        Some(late.to_min - 1440)
    }

    /// Days ahead and minute of the next opening; holidays on which the hours tell nothing are passed over.
    fn next_opening(
        &self,
        schedule: &Schedule,
        today: &[OpenSpan],
        minute: u16,
    ) -> Option<(u64, u16)> {
        if let Some(later) = today.iter().find(|s| s.from_min > minute) {
            return Some((0, later.from_min));
        }
        (1..=LOOK_AHEAD).find_map(|ahead| {
            let day = self.moment.today() + Days::new(ahead);
            let sure = self.doubt(schedule, day).is_none();
            Some((ahead, self.spans(schedule, day).first().filter(|_| sure)?.from_min))
        })
    }

    /// Seven days from today on, as the OSM expression has them; empty without one.
    pub(crate) fn week(&self, schedule: &Schedule) -> Vec<DayRow> {
        (0..7)
            .filter_map(|ahead| {
                let day = self.moment.today() + Days::new(ahead);
                let spans = schedule.hours_on(day, self.calendar)?;
                Some(DayRow {
                    day: self.texts.weekday(day.weekday()).to_owned(),
                    hours: self.day_words(schedule, day, &spans),
                    today: ahead == 0,
                })
            })
            .collect()
    }

    /// The hours of a day, with what a holiday does to them.
    fn day_words(&self, schedule: &Schedule, day: NaiveDate, spans: &[OpenSpan]) -> String {
        let hours = if spans.is_empty() {
            self.texts.t("hours-closed").to_owned()
        } else {
            with_remarks(self.texts, spans)
        };
        match self.calendar.public_holiday(day) {
            Some(_) if !spans.is_empty() && schedule.is_silent_on_holidays() => {
                let holiday = self.doubt(schedule, day).unwrap_or_default();
                self.texts.with("hours-holiday-unsure", &[("holiday", holiday.into())])
            }
            Some(holiday) => {
                let holiday = self.texts.t(holiday_key(holiday));
                let args = [("hours", (&hours).into()), ("holiday", holiday.into())];
                self.texts.with("hours-holiday", &args)
            }
            None => hours,
        }
    }

    /// A word of caution where the hours depend on school holidays that are not known yet for the days shown.
    pub(crate) fn caution(&self, schedule: &Schedule) -> Option<&str> {
        let shown = (0..7).map(|ahead| self.moment.today() + Days::new(ahead));
        let mut unknown = shown.filter(|day| !self.calendar.knows_school_holidays(*day));
        let doubted = schedule.names_school_holidays() && unknown.next().is_some();
        doubted.then(|| self.texts.t("hours-school-unknown"))
    }
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

/// The key of a holiday's name.
const fn holiday_key(holiday: PublicHoliday) -> &'static str {
    match holiday {
        PublicHoliday::NewYear => "holiday-new-year",
        PublicHoliday::Epiphany => "holiday-epiphany",
        PublicHoliday::WomensDay => "holiday-womens-day",
        PublicHoliday::GoodFriday => "holiday-good-friday",
        PublicHoliday::EasterMonday => "holiday-easter-monday",
        PublicHoliday::LabourDay => "holiday-labour-day",
        PublicHoliday::LiberationDay => "holiday-liberation-day",
        PublicHoliday::Ascension => "holiday-ascension",
        PublicHoliday::WhitMonday => "holiday-whit-monday",
        PublicHoliday::SeventeenthOfJune => "holiday-seventeenth-of-june",
        PublicHoliday::CorpusChristi => "holiday-corpus-christi",
        PublicHoliday::Assumption => "holiday-assumption",
        PublicHoliday::ChildrensDay => "holiday-childrens-day",
        PublicHoliday::GermanUnity => "holiday-german-unity",
        PublicHoliday::Reformation => "holiday-reformation",
        PublicHoliday::AllSaints => "holiday-all-saints",
        PublicHoliday::Repentance => "holiday-repentance",
        PublicHoliday::ChristmasDay => "holiday-christmas-day",
        PublicHoliday::BoxingDay => "holiday-boxing-day",
    }
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
mod tests;
