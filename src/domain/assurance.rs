//! Where a fact comes from, how old it is, who stands for it.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::date::PartialDate;

/// Who last confirmed an entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssuredBy {
    /// Nobody: the date is that of the published source the entry was taken from.
    #[default]
    Source,
    /// The provider (Träger) itself.
    Provider,
    /// An editor of the county.
    Editor,
}

impl AssuredBy {
    /// The word used in URLs and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Provider => "provider",
            Self::Editor => "editor",
        }
    }
}

/// How sure the source was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A passing remark, an inference or a private source.
    Low,
    /// An older or terse source.
    Medium,
    /// A clear statement of the institution, an authority or a recent report.
    High,
}

impl Confidence {
    /// The word used in URLs and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Whether the last confirmation is recent enough to rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Freshness {
    /// Confirmed within the period of the policy.
    Fresh,
    /// Confirmed longer ago, or flagged as unconfirmed by its source.
    Stale,
    /// No date is known.
    Unknown,
}

impl Freshness {
    /// All values.
    pub const ALL: [Self; 3] = [Self::Fresh, Self::Stale, Self::Unknown];

    /// The word used in URLs and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Stale => "stale",
            Self::Unknown => "unknown",
        }
    }
}

impl Freshness {
    /// Of a fact that is stale from a day on; `None` = nobody knows when it was confirmed.
    #[must_use]
    pub fn on(stale_from: Option<NaiveDate>, today: NaiveDate) -> Self {
        match stale_from {
            None => Self::Unknown,
            Some(day) if today < day => Self::Fresh,
            Some(_) => Self::Stale,
        }
    }

    /// The worse of two: an entry is as fresh as its stalest site; one whose date is unknown is worse than a fresh one.
    #[must_use]
    pub fn stalest(self, other: Self) -> Self {
        let rank = |state| match state {
            Self::Fresh => 0,
            Self::Unknown => 1,
            Self::Stale => 2,
        };
        if rank(other) > rank(self) { other } else { self }
    }
}

/// Entries by how fresh they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FreshnessCount {
    /// Confirmed within the period of the policy.
    pub fresh: u64,
    /// Confirmed longer ago.
    pub stale: u64,
    /// Nobody knows when.
    pub unknown: u64,
}

impl FreshnessCount {
    /// All entries.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.fresh + self.stale + self.unknown
    }
}

impl FromIterator<Freshness> for FreshnessCount {
    fn from_iter<I: IntoIterator<Item = Freshness>>(states: I) -> Self {
        let mut counted = Self::default();
        for state in states {
            match state {
                Freshness::Fresh => counted.fresh += 1,
                Freshness::Stale => counted.stale += 1,
                Freshness::Unknown => counted.unknown += 1,
            }
        }
        counted
    }
}

/// A published source of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Where it was read.
    pub url: String,
}

/// When and by whom an entry was last confirmed, and what it rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assurance {
    /// When, as precisely as known. A bare year or month counts from its first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// By whom.
    pub by: AssuredBy,
    /// The source itself calls the entry unconfirmed: stale whatever its date.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unconfirmed: bool,
    /// How sure the source was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Grade of the collection: A well documented, B usable, C uncertain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<char>,
    /// What kind of source, as the collection words it ("Presse", "eigene Seite").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_kind: Option<String>,
    /// The sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

impl Assurance {
    /// The first day on which the entry counts as stale; `None` when it has no date.
    ///
    /// An entry flagged as unconfirmed is stale from the beginning of time.
    #[must_use]
    pub fn stale_from(&self, stale_after_months: u32) -> Option<NaiveDate> {
        if self.unconfirmed {
            return Some(NaiveDate::MIN);
        }
        let day = self.date?.first_day();
        Some(day.checked_add_months(Months::new(stale_after_months)).unwrap_or(NaiveDate::MAX))
    }

    /// Freshness on `today`: computed from the date alone, never stored.
    #[must_use]
    pub fn freshness(&self, stale_after_months: u32, today: NaiveDate) -> Freshness {
        Freshness::on(self.stale_from(stale_after_months), today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_bare_year_counts_from_its_first_day() {
        let a = Assurance { date: "2025".parse().ok(), ..Assurance::default() };
        assert_eq!(a.freshness(24, day("2026-12-31")), Freshness::Fresh);
        assert_eq!(a.freshness(24, day("2027-01-01")), Freshness::Stale);
    }

    #[test]
    fn an_entry_is_as_fresh_as_its_stalest_site() {
        use Freshness::{Fresh, Stale, Unknown};
        let stalest = |states: &[Freshness]| states.iter().copied().reduce(Freshness::stalest);
        assert_eq!(stalest(&[Fresh, Stale, Unknown]), Some(Stale));
        assert_eq!(stalest(&[Stale, Unknown]), Some(Stale));
        assert_eq!(stalest(&[Fresh, Unknown]), Some(Unknown));
        assert_eq!(stalest(&[Fresh, Fresh]), Some(Fresh));
        let counted: FreshnessCount = [Fresh, Stale, Fresh, Unknown].into_iter().collect();
        assert_eq!((counted.fresh, counted.stale, counted.unknown, counted.total()), (2, 1, 1, 4));
    }

    #[test]
    fn an_entry_without_date_is_unknown_and_an_unconfirmed_one_stale() {
        let none = Assurance::default();
        assert_eq!(none.freshness(24, day("2026-01-01")), Freshness::Unknown);
        let flagged =
            Assurance { date: "2026".parse().ok(), unconfirmed: true, ..Assurance::default() };
        assert_eq!(flagged.freshness(24, day("2026-01-02")), Freshness::Stale);
    }
}
