//! Opening hours: OpenStreetMap `opening_hours` syntax beside the words of the source.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use opening_hours::{Context, ContextHolidays, OpeningHours};
use opening_hours_syntax::RuleKind;
use serde::{Deserialize, Serialize};

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

/// The holidays of a region, for `PH` and `SH` in opening hours.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    holidays: ContextHolidays,
}

impl Calendar {
    /// Makes a calendar from single days.
    #[must_use]
    pub fn new(public: &BTreeSet<NaiveDate>, school: &BTreeSet<NaiveDate>) -> Self {
        let compact = |days: &BTreeSet<NaiveDate>| Arc::new(days.iter().copied().collect());
        Self { holidays: ContextHolidays::new(compact(public), compact(school)) }
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
        let context = Context::default().with_holidays(calendar.holidays.clone());
        let hours = osm.parse::<OpeningHours>().ok()?.with_context(context);
        let spans = hours.schedule_at(day).into_iter().filter(|r| r.kind == RuleKind::Open);
        let spans = spans.map(|r| OpenSpan {
            from_min: r.range.start.mins_from_midnight(),
            to_min: r.range.end.mins_from_midnight(),
            remark: r.comment.to_string(),
        });
        Some(spans.collect())
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
        let context = Context::default().with_holidays(calendar.holidays.clone());
        PreparedSchedule(Prepared::Hours(hours.with_context(context)))
    }
}

/// A schedule with its expression already read; see [`Schedule::prepare`].
#[derive(Debug, Clone)]
pub struct PreparedSchedule(Prepared);

#[derive(Debug, Clone)]
enum Prepared {
    Always(OpenState),
    Hours(OpeningHours),
}

impl PreparedSchedule {
    /// The state at a local moment of the region; see [`Schedule::open_state`].
    #[must_use]
    pub fn open_state(&self, local: NaiveDateTime) -> OpenState {
        let hours = match &self.0 {
            Prepared::Always(state) => return *state,
            Prepared::Hours(hours) => hours,
        };
        // The crate's calendar ends with the year 9999; beyond it nothing can be said.
        if !(1900..=9999).contains(&local.year()) {
            return OpenState::Unknown;
        }
        match hours.state(local).0 {
            RuleKind::Open => OpenState::Open,
            RuleKind::Closed => OpenState::Closed,
            RuleKind::Unknown => OpenState::Unknown,
        }
    }
}
