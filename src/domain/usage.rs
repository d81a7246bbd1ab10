//! Counting without tracking: what of questions and views may be kept, and from how many alike on.
//!
//! Nothing here knows a person. A question that was asked fewer than [`LEAST_ALIKE`] times in its period is never
//! written down; one that looks as if it told of a person is not counted at all.

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};

use super::ids::{Ags, ServiceId};

/// So many questions must be alike before any of them is written down or shown (k of k-anonymity: L. Sweeney,
/// k-anonymity: a model for protecting privacy, International Journal of Uncertainty, Fuzziness and Knowledge-Based
/// Systems 10 (5), 2002). It counts questions, not persons: who they are is not known.
pub const LEAST_ALIKE: u64 = 5;
/// Fewer hits than this make a question a weak one.
pub const FEW_HITS: u64 = 3;
/// Longest word of a question that is counted, in characters; the longest of the classification has 32.
const WORD_MAX: usize = 40;
/// Most words of a question that is counted: sentences tell of lives.
const WORDS_MAX: usize = 6;

/// Months that views are kept.
pub const KEEP_VIEWS_MONTHS: u32 = 36;
/// Months that the questions that led to entries are kept.
pub const KEEP_LED_MONTHS: u32 = 13;
/// Months that questions without a good answer are kept.
pub const KEEP_UNMET_MONTHS: u32 = 13;

/// A calendar month of the region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// Reads `2026-11`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let is_plain = year.len() == 4 && month.len() == 2;
        let digits = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        let found = Self { year, month };
        (is_plain && digits && (1..=12).contains(&month)).then_some(found)
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        // A month is only ever made of a day, or checked when it is read.
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }

    /// The month so many months before.
    #[must_use]
    pub fn before(self, months: u32) -> Self {
        let day = self.first_day();
        Self::of(day.checked_sub_months(chrono::Months::new(months)).unwrap_or(day))
    }

    /// 1 = January.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.month
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// A week, Monday to Sunday, numbered by ISO 8601: the year is that of its Thursday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Week {
    year: i32,
    week: u32,
}

impl Week {
    /// The week of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let week = day.iso_week();
        Self { year: week.year(), week: week.week() }
    }

    /// Reads `2026-W48`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, week) = text.split_once("-W")?;
        let plain =
            |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(year, 4) || !plain(week, 2) {
            return None;
        }
        let (year, week) = (year.parse().ok()?, week.parse().ok()?);
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).map(|_| Self { year, week })
    }

    /// Its Monday.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        // A week is only ever made of a day, or checked when it is read.
        NaiveDate::from_isoywd_opt(self.year, self.week, Weekday::Mon).unwrap_or_default()
    }

    /// Its number within the year, 1 to 53.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.week
    }

    /// The year its number belongs to.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

/// How badly a question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnmetKind {
    /// Nothing was found.
    Zero,
    /// Little was found, or only by leaving words aside.
    Weak,
}

impl UnmetKind {
    /// The word used in JSON and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::Weak => "weak",
        }
    }

    /// The kind named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Zero, Self::Weak].into_iter().find(|kind| kind.as_str() == text)
    }

    /// What the number of hits makes of a question; `None` = it was answered well. `by_less` = words of it are not known, or
    /// had to be left aside.
    #[must_use]
    pub const fn of(hits: u64, by_less: bool) -> Option<Self> {
        match hits {
            0 => Some(Self::Zero),
            _ if by_less || hits < FEW_HITS => Some(Self::Weak),
            _ => None,
        }
    }
}

/// What makes questions alike, and how one of them was spelled.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Wording {
    /// The roots of its words in alphabetical order, as the index reads them, without fillers and places.
    pub alike: String,
    /// Its words in small letters, without fillers and places.
    pub words: String,
}

impl Wording {
    /// Whether it may be counted: short, of a few words, without what looks like a number, a date or an address.
    #[must_use]
    pub fn is_countable(&self) -> bool {
        let words = self.words.split_whitespace();
        !self.alike.is_empty()
            && (1..=WORDS_MAX).contains(&words.clone().count())
            && words.clone().all(|word| word.chars().count() <= WORD_MAX)
            && !looks_personal(&self.words)
            && !self.words.chars().any(char::is_control)
    }
}

/// Whether a text looks as if it told of somebody: it holds a number, a date, a mail or web address.
#[must_use]
pub fn looks_personal(text: &str) -> bool {
    text.chars().any(|c| c.is_numeric() || matches!(c, '@' | '/' | '\\'))
}

/// How often an entry was opened in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewCount {
    /// The entry.
    pub service_id: ServiceId,
    /// The month.
    pub month: Month,
    /// How often.
    pub views: u64,
}

/// A question that led to an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedCount {
    /// The entry.
    pub service_id: ServiceId,
    /// The month.
    pub month: Month,
    /// The question.
    pub wording: Wording,
    /// How often.
    pub count: u64,
}

/// A question without a good answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmetCount {
    /// The week.
    pub week: Week,
    /// How badly it was answered.
    pub kind: UnmetKind,
    /// The municipality it named, if it named one.
    pub municipality: Option<Ags>,
    /// The question.
    pub wording: Wording,
    /// How often.
    pub count: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn wording(words: &str) -> Wording {
        Wording { alike: words.to_owned(), words: words.to_owned() }
    }

    #[test]
    fn weeks_are_those_of_iso_8601_across_the_turn_of_the_year() {
        for (date, week) in [
            ("2026-11-23", "2026-W48"),
            ("2026-11-29", "2026-W48"),
            ("2026-11-30", "2026-W49"),
            ("2027-01-01", "2026-W53"),
            ("2027-01-04", "2027-W01"),
            ("2024-12-30", "2025-W01"),
        ] {
            assert_eq!(Week::of(day(date)).to_string(), week, "{date}");
            assert_eq!(Week::parse(week), Some(Week::of(day(date))));
        }
        assert_eq!(Week::parse("2026-W48").unwrap().first_day(), day("2026-11-23"));
        for wrong in ["2026-W54", "2025-W53", "2026-48", "2026-W4", "W48", "2026-W+8", ""] {
            assert_eq!(Week::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn months_are_read_as_they_are_written() {
        let month = Month::of(day("2026-01-31"));
        assert_eq!(month.to_string(), "2026-01");
        assert_eq!(Month::parse("2026-01"), Some(month));
        assert_eq!(month.before(1).to_string(), "2025-12");
        assert_eq!(month.before(13).to_string(), "2024-12");
        for wrong in ["2026-13", "2026-00", "2026-1", "26-01", "2026-+1", "2026"] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_looks_personal_or_is_a_tale_is_not_counted() {
        assert!(wording("schwangerschaftskonfliktberatung").is_countable());
        assert!(wording("schulden beratung").is_countable());
        let long = "x".repeat(41);
        let many = "mein mann trinkt und schlägt die kinder";
        for words in [
            "",
            "0172 1234567",
            "anna@beispiel",
            "12a",
            "haus/hof",
            long.as_str(),
            many,
            "٣ zimmer",
        ] {
            assert!(!wording(words).is_countable(), "{words}");
        }
        let only_fillers = Wording { alike: String::new(), words: "und".to_owned() };
        assert!(!only_fillers.is_countable());
    }

    #[test]
    fn few_hits_or_words_left_aside_make_a_question_weak() {
        assert_eq!(UnmetKind::of(0, false), Some(UnmetKind::Zero));
        assert_eq!(UnmetKind::of(2, false), Some(UnmetKind::Weak));
        assert_eq!(UnmetKind::of(3, false), None);
        assert_eq!(UnmetKind::of(300, true), Some(UnmetKind::Weak));
        for kind in [UnmetKind::Zero, UnmetKind::Weak] {
            assert_eq!(UnmetKind::parse(kind.as_str()), Some(kind));
        }
    }
}
