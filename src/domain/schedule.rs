//! Opening hours: OpenStreetMap `opening_hours` syntax beside the words of the source.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use opening_hours::{Context, OpeningHours};
use opening_hours_syntax::RuleKind;
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::error::FieldError;
use super::known::YesNo;

/// Whether one has to make an appointment.
pub type Appointment = YesNo;

/// When a service is open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// OSM `opening_hours` expression; only where days and times are complete.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub osm: Option<String>,
    /// The words of the source ("14-täglich drei Stunden"); text stays text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// By appointment.
    #[serde(default, skip_serializing_if = "YesNo::is_unknown")]
    pub appointment: Appointment,
}

/// Open or not at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenState {
    /// Open.
    Open,
    /// Closed.
    Closed,
    /// By appointment only.
    Appointment,
    /// Nothing known that a machine could decide.
    Unknown,
}

impl OpenState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Open, Self::Closed, Self::Appointment, Self::Unknown];

    /// The word used in URLs and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Appointment => "appointment",
            Self::Unknown => "unknown",
        }
    }
}

/// A stretch of a day during which a service is open, in minutes after midnight; the end may lie beyond
/// 24:00 (`1440`) when it stays open into the next day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSpan {
    /// First minute.
    pub from_min: u16,
    /// Minute at which it closes.
    pub to_min: u16,
    /// The expression's own remark on this stretch; empty if it has none.
    pub remark: String,
}

impl Schedule {
    /// The open stretches of a day, in order; empty = closed all day, `None` = nothing a machine could tell.
    ///
    /// # Examples
    /// ```
    /// use sozialatlas::domain::{Calendar, Schedule};
    /// let s = Schedule { osm: Some("Mo-Fr 08:00-12:00,14:00-16:30".into()), ..Schedule::default() };
    /// let on = |d: &str| s.hours_on(d.parse().unwrap(), &Calendar::default()).unwrap();
    /// assert_eq!(on("2026-11-23").iter().map(|s| (s.from_min, s.to_min)).collect::<Vec<_>>(),
    ///     [(480, 720), (840, 990)]);
    /// assert!(on("2026-11-22").is_empty());
    /// ```
    #[must_use]
    pub fn hours_on(&self, day: NaiveDate, calendar: &Calendar) -> Option<Vec<OpenSpan>> {
        let osm = self.osm.as_ref().filter(|_| (1900..=9999).contains(&day.year()))?;
        let context = Context::default().with_holidays(calendar.holidays());
        let hours = osm.parse::<OpeningHours>().ok()?.with_context(context);
        let spans = hours.schedule_at(day).into_iter().filter(|r| r.kind == RuleKind::Open);
        let spans = spans.map(|r| OpenSpan {
            from_min: r.range.start.mins_from_midnight(),
            to_min: r.range.end.mins_from_midnight(),
            remark: r.comment.to_string(),
        });
        Some(spans.collect())
    }

    /// Whether the expression leaves open what happens on public holidays: it does not name them (`PH`) and is not
    /// open all the time.
    ///
    /// By the letter of the specification such an expression holds on holidays too; in life most doors are shut
    /// then. So nothing is claimed of these days.
    ///
    /// # Examples
    /// ```
    /// use sozialatlas::domain::Schedule;
    /// let silent = |osm: &str| {
    ///     Schedule { osm: Some(osm.into()), ..Schedule::default() }.is_silent_on_holidays()
    /// };
    /// assert!(silent("Mo-Fr 08:00-12:00"));
    /// assert!(!silent("Mo-Fr 08:00-12:00; PH off") && !silent("24/7"));
    /// ```
    #[must_use]
    pub fn is_silent_on_holidays(&self) -> bool {
        self.osm.as_deref().is_some_and(|osm| !names(osm, "PH") && osm.trim() != "24/7")
    }

    /// Whether the expression depends on school holidays (`SH`).
    #[must_use]
    pub fn names_school_holidays(&self) -> bool {
        self.osm.as_deref().is_some_and(|osm| names(osm, "SH"))
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.osm.is_none() && self.text.is_none() && self.appointment.is_unknown()
    }

    /// Checks the OSM expression.
    ///
    /// # Errors
    /// When it does not parse (OSM wiki, `Key:opening_hours/specification`, version 0.7.2).
    pub fn validate(&self) -> Result<(), FieldError> {
        match &self.osm {
            Some(osm) => osm.parse::<OpeningHours>().map(|_| ()).map_err(|error| {
                FieldError::new("/osm", "not_opening_hours", format!("{osm}: {error}"))
            }),
            None => Ok(()),
        }
    }

    /// The state at a local moment of the region.
    ///
    /// `Unknown` also for an expression that does not parse: a wrong answer would be worse than none.
    ///
    /// # Examples
    /// ```
    /// use sozialatlas::domain::{Calendar, OpenState, Schedule};
    /// let s = Schedule { osm: Some("Mo-Fr 08:00-12:00".into()), ..Schedule::default() };
    /// let at = |t: &str| s.open_state(t.parse().unwrap(), &Calendar::default());
    /// assert_eq!(at("2026-11-23T09:00:00"), OpenState::Open);
    /// assert_eq!(at("2026-11-22T09:00:00"), OpenState::Closed);
    /// ```
    #[must_use]
    pub fn open_state(&self, local: NaiveDateTime, calendar: &Calendar) -> OpenState {
        self.prepare(calendar).open_state(local)
    }

    /// The schedule read once, for asking many times.
    #[must_use]
    pub fn prepare(&self, calendar: &Calendar) -> PreparedSchedule {
        let Some(osm) = &self.osm else {
            let by_appointment = self.appointment == YesNo::Yes;
            let state = if by_appointment { OpenState::Appointment } else { OpenState::Unknown };
            return PreparedSchedule(Prepared::Always(state));
        };
        let Ok(hours) = osm.parse::<OpeningHours>() else {
            return PreparedSchedule(Prepared::Always(OpenState::Unknown));
        };
        let context = Context::default().with_holidays(calendar.holidays());
        let doubted = if self.is_silent_on_holidays() { Some(calendar.clone()) } else { None };
        PreparedSchedule(Prepared::Hours { hours: hours.with_context(context), doubted })
    }
}

/// A schedule with its expression already read; see [`Schedule::prepare`].
#[derive(Debug, Clone)]
pub struct PreparedSchedule(Prepared);

#[derive(Debug, Clone)]
enum Prepared {
    Always(OpenState),
    Hours {
        hours: OpeningHours,
        /// The holidays on which the expression tells nothing.
        doubted: Option<Calendar>,
    },
}

impl PreparedSchedule {
    /// The state at a local moment of the region; see [`Schedule::open_state`].
    #[must_use]
    pub fn open_state(&self, local: NaiveDateTime) -> OpenState {
        let (hours, doubted) = match &self.0 {
            Prepared::Always(state) => return *state,
            Prepared::Hours { hours, doubted } => (hours, doubted),
        };
        // The crate's calendar ends with the year 9999; beyond it nothing can be said.
        if !(1900..=9999).contains(&local.year()) {
            return OpenState::Unknown;
        }
        let holiday = || doubted.as_ref().and_then(|days| days.public_holiday(local.date()));
        match hours.state(local).0 {
            RuleKind::Open if holiday().is_some() => OpenState::Unknown,
            RuleKind::Open => OpenState::Open,
            RuleKind::Closed => OpenState::Closed,
            RuleKind::Unknown => OpenState::Unknown,
        }
    }
}

impl PreparedSchedule {
    /// The state in the time from a local moment until before another: open where it is open at any minute of it, else
    /// unknown where it may be, else closed.
    #[must_use]
    pub fn open_state_until(&self, from: NaiveDateTime, until: NaiveDateTime) -> OpenState {
        let (hours, doubted) = match &self.0 {
            Prepared::Always(state) => return *state,
            Prepared::Hours { hours, doubted } => (hours, doubted),
        };
        let told = |moment: NaiveDateTime| (1900..=9999).contains(&moment.year());
        if !told(from) || !told(until) {
            return OpenState::Unknown;
        }
        let mut found = OpenState::Closed;
        for stretch in hours.iter_range(from, until) {
            let day = stretch.range.start.date();
            let holiday = doubted.as_ref().and_then(|days| days.public_holiday(day)).is_some();
            match stretch.kind {
                RuleKind::Open if !holiday => return OpenState::Open,
                RuleKind::Open | RuleKind::Unknown => found = OpenState::Unknown,
                RuleKind::Closed => {}
            }
        }
        found
    }
}

/// Whether an expression holds this word outside of remarks.
fn names(osm: &str, word: &str) -> bool {
    let outside = osm.split('"').step_by(2);
    outside.flat_map(|part| part.split(|c: char| !c.is_alphanumeric())).any(|w| w == word)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::super::calendar::PublicHoliday;
    use super::*;

    fn calendar() -> Calendar {
        let public = [("2026-12-25", PublicHoliday::ChristmasDay)];
        let school: BTreeSet<NaiveDate> =
            (23..=31).filter_map(|day| NaiveDate::from_ymd_opt(2026, 12, day)).collect();
        let public: BTreeMap<_, _> =
            public.iter().map(|(day, name)| (day.parse().unwrap(), *name)).collect();
        Calendar::new(public, &school)
    }

    fn state(osm: &str, at: &str) -> OpenState {
        let schedule = Schedule { osm: Some(osm.to_owned()), ..Schedule::default() };
        schedule.open_state(at.parse().unwrap(), &calendar())
    }

    #[test]
    fn what_is_silent_on_holidays_is_never_called_open_on_one() {
        assert_eq!(state("Mo-Fr 08:00-12:00", "2026-12-25T09:00:00"), OpenState::Unknown);
        assert_eq!(state("Mo-Fr 08:00-12:00", "2026-12-25T13:00:00"), OpenState::Closed);
        assert_eq!(state("Mo-Fr 08:00-12:00", "2026-12-24T09:00:00"), OpenState::Open);
        assert_eq!(state("24/7", "2026-12-25T09:00:00"), OpenState::Open);
    }

    #[test]
    fn what_names_holidays_is_taken_at_its_word() {
        assert_eq!(state("Mo-Fr 08:00-12:00; PH off", "2026-12-25T09:00:00"), OpenState::Closed);
        assert_eq!(
            state("Mo-Sa 08:00-12:00; PH 10:00-11:00", "2026-12-25T10:30:00"),
            OpenState::Open
        );
        assert_eq!(state("Mo-Fr 08:00-12:00; SH off", "2026-12-28T09:00:00"), OpenState::Closed);
        // A remark is no rule.
        assert_eq!(state("Mo-Fr 08:00-12:00 \"PH\"", "2026-12-25T09:00:00"), OpenState::Unknown);
    }

    #[test]
    fn a_stretch_of_time_is_open_where_any_minute_of_it_is() {
        let until = |osm: &str, from: &str, to: &str| {
            let schedule = Schedule { osm: Some(osm.to_owned()), ..Schedule::default() };
            let prepared = schedule.prepare(&calendar());
            prepared.open_state_until(from.parse().unwrap(), to.parse().unwrap())
        };
        let day = |osm: &str, from: &str| until(osm, from, "2026-11-24T00:00:00");
        assert_eq!(day("Mo-Fr 08:00-12:00", "2026-11-23T07:00:00"), OpenState::Open);
        assert_eq!(day("Mo-Fr 08:00-12:00", "2026-11-23T11:59:00"), OpenState::Open);
        assert_eq!(day("Mo-Fr 08:00-12:00", "2026-11-23T12:00:00"), OpenState::Closed);
        assert_eq!(day("Tu 08:00-12:00", "2026-11-23T07:00:00"), OpenState::Closed);
        let christmas = until("Fr 08:00-12:00", "2026-12-25T00:00:00", "2026-12-26T00:00:00");
        assert_eq!(christmas, OpenState::Unknown);
        let asked = Schedule { appointment: YesNo::Yes, ..Schedule::default() };
        let prepared = asked.prepare(&calendar());
        let (from, to) = ("2026-11-23T07:00:00", "2026-11-24T00:00:00");
        let state = prepared.open_state_until(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(state, OpenState::Appointment);
    }

    #[test]
    fn school_holidays_are_known_only_as_far_as_the_list_goes() {
        let knows = |day: &str| calendar().knows_school_holidays(day.parse().unwrap());
        assert!(knows("2026-12-23") && knows("2026-12-31"));
        assert!(!knows("2026-12-22") && !knows("2027-01-01"));
        assert!(!Calendar::default().knows_school_holidays("2026-12-24".parse().unwrap()));
    }
}
