//! Opening hours as people say them: a week, rhythms, holidays; to and from `opening_hours` syntax.
//!
//! The syntax (OSM wiki, `Key:opening_hours/specification`, version 0.7.2) can say more than a table. What the
//! table cannot hold stays as syntax: [`HoursPlan::read`] gives a week only if the week, written again, is open
//! on exactly the same minutes of every day that is compared.

mod compare;
mod read;
#[cfg(test)]
mod tests;
mod times;
mod write;

use chrono::Weekday;

pub use compare::same_hours;
pub use times::{TimeFault, TimeFaultKind, TimeWords, read_times};

/// Longest expression that is read, in bytes: OpenStreetMap's own limit for a value.
pub const LONGEST_EXPRESSION: usize = 255;
/// Most stretches of one day.
pub const MOST_SPANS: usize = 6;
/// Most hours that do not come every week.
pub const MOST_EXTRAS: usize = 6;

/// A stretch of a day in minutes after midnight; an end beyond 24:00 (1440) lies on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeSpan {
    /// First minute, 0 to 1439.
    pub from_min: u16,
    /// Minute at which it closes, at most a day after the first.
    pub to_min: u16,
}

/// How often, beside every week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rhythm {
    /// The first to fifth such weekday of a month (1 to 5), or the last (-1).
    Nth(i8),
    /// In calendar weeks with an even number (ISO 8601).
    EvenWeeks,
    /// In calendar weeks with an odd number.
    OddWeeks,
}

impl Rhythm {
    /// All rhythms in the order in which a form offers them.
    pub const ALL: [Self; 8] = [
        Self::Nth(1),
        Self::Nth(2),
        Self::Nth(3),
        Self::Nth(4),
        Self::Nth(5),
        Self::Nth(-1),
        Self::EvenWeeks,
        Self::OddWeeks,
    ];

    /// The word used in forms.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nth(1) => "first",
            Self::Nth(2) => "second",
            Self::Nth(3) => "third",
            Self::Nth(4) => "fourth",
            Self::Nth(5) => "fifth",
            Self::Nth(_) => "last",
            Self::EvenWeeks => "even-weeks",
            Self::OddWeeks => "odd-weeks",
        }
    }

    /// The rhythm named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.as_str() == text)
    }
}

/// Hours that do not come every week: "every second Tuesday", "the first Monday of the month".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// The day of the week.
    pub weekday: Weekday,
    /// How often.
    pub rhythm: Rhythm,
    /// When; never empty.
    pub spans: Vec<TimeSpan>,
}

/// What holds on public holidays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum HolidayRule {
    /// Nothing is said: as on any other day.
    #[default]
    AsUsual,
    /// Closed.
    Closed,
    /// Open at these times.
    Open(Vec<TimeSpan>),
}

/// A week with what differs from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WeekPlan {
    /// Monday to Sunday; an empty day is closed.
    pub days: [Vec<TimeSpan>; 7],
    /// What comes on top, less often than every week.
    pub extras: Vec<Extra>,
    /// Public holidays.
    pub holidays: HolidayRule,
    /// Whether it is closed during school holidays.
    pub closed_in_school_holidays: bool,
}

impl WeekPlan {
    /// Whether it is never open.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let on_holidays = matches!(&self.holidays, HolidayRule::Open(spans) if !spans.is_empty());
        self.days.iter().all(Vec::is_empty) && self.extras.is_empty() && !on_holidays
    }
}

/// Opening hours as a form holds them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum HoursPlan {
    /// Nothing that a machine could read.
    #[default]
    Unknown,
    /// Day and night.
    Always,
    /// A week with what differs from it.
    Week(WeekPlan),
    /// An expression that a week cannot hold.
    Syntax(String),
}
