//! When an entry asks to be confirmed: the steps of the reminders, by date alone.

use chrono::{Months, NaiveDate};

use super::assurance::Assurance;
use super::date::PartialDate;
use super::listing::Listing;
use super::region::{FreshnessPolicy, Region};

/// How urgent a reminder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReminderStep {
    /// The first: is it still right?
    First,
    /// The second, halfway between the first and the last.
    Second,
    /// The last: residents see from now on that nobody has confirmed the entry for long.
    Last,
}

impl ReminderStep {
    /// All steps in their order.
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::Last];

    /// Its number, from 1.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Last => 3,
        }
    }
}

impl FreshnessPolicy {
    /// Whether its periods follow each other.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        let hide = self.hide_after_months.unwrap_or(u32::MAX);
        self.remind_after_months <= self.stale_after_months && self.stale_after_months <= hide
    }

    /// The step that an entry has reached on `today`; `None` = it asks for nothing yet.
    ///
    /// An entry without a date asks once; one that its source calls unconfirmed has reached the last step.
    #[must_use]
    pub fn step_on(&self, assurance: &Assurance, today: NaiveDate) -> Option<ReminderStep> {
        if assurance.unconfirmed {
            return Some(ReminderStep::Last);
        }
        let Some(date) = assurance.date else { return Some(ReminderStep::First) };
        let (remind, stale) = (self.remind_after_months, self.stale_after_months);
        let second = remind + stale.saturating_sub(remind) / 2;
        let reached = |months: u32| months_after(date, months) <= today;
        if reached(stale) {
            Some(ReminderStep::Last)
        } else if second > remind && reached(second) {
            Some(ReminderStep::Second)
        } else {
            reached(remind).then_some(ReminderStep::First)
        }
    }

    /// Whether an entry has left the public view on `today` for its age. It counts from the date alone; an entry
    /// without date is never hidden.
    #[must_use]
    pub fn hides_on(&self, assurance: &Assurance, today: NaiveDate) -> bool {
        let day = self.hide_after_months.zip(assurance.date);
        day.is_some_and(|(months, date)| months_after(date, months) <= today)
    }
}

fn months_after(date: PartialDate, months: u32) -> NaiveDate {
    date.first_day().checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

impl Listing {
    /// The assurance of the site that was confirmed longest ago; an undated one is the oldest. `None` = no site.
    #[must_use]
    pub fn oldest_assurance(&self) -> Option<&Assurance> {
        let all = self.sites.iter().map(|site| &site.assurance);
        all.min_by_key(|assurance| {
            (!assurance.unconfirmed, assurance.date.map(|date| date.first_day()))
        })
    }
}

impl Region {
    /// The freshness policy of an entry: that of its first category.
    #[must_use]
    pub fn freshness_of_listing(&self, listing: &Listing) -> FreshnessPolicy {
        self.freshness_of(listing.categories.first().map_or("", |code| code.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: FreshnessPolicy = FreshnessPolicy {
        remind_after_months: 12,
        stale_after_months: 24,
        hide_after_months: Some(36),
    };

    fn assured(date: &str) -> Assurance {
        Assurance { date: date.parse().ok(), ..Assurance::default() }
    }

    fn step(date: &str, today: &str) -> Option<i64> {
        POLICY.step_on(&assured(date), today.parse().unwrap()).map(ReminderStep::number)
    }

    #[test]
    fn the_steps_come_at_their_months_and_none_before() {
        assert_eq!(step("2024-05-31", "2025-05-30"), None);
        assert_eq!(step("2024-05-31", "2025-05-31"), Some(1));
        assert_eq!(step("2024-05-31", "2025-11-29"), Some(1));
        // The month of the second step has no 31st day: its last one counts.
        assert_eq!(step("2024-05-31", "2025-11-30"), Some(2));
        assert_eq!(step("2024-05-31", "2026-05-30"), Some(2));
        assert_eq!(step("2024-05-31", "2026-05-31"), Some(3));
        assert_eq!(step("2024", "2024-12-31"), None);
        assert_eq!(step("2024", "2025-01-01"), Some(1));
    }

    #[test]
    fn an_undated_entry_asks_once_and_an_unconfirmed_one_at_once_for_the_last_time() {
        let today = "2026-11-23".parse().unwrap();
        assert_eq!(POLICY.step_on(&Assurance::default(), today), Some(ReminderStep::First));
        let flagged = Assurance { unconfirmed: true, ..assured("2026-11") };
        assert_eq!(POLICY.step_on(&flagged, today), Some(ReminderStep::Last));
    }

    #[test]
    fn without_room_between_them_there_is_no_second_step() {
        let tight = FreshnessPolicy { stale_after_months: 12, ..POLICY };
        let today = "2026-11-23".parse().unwrap();
        assert_eq!(tight.step_on(&assured("2025-11-23"), today), Some(ReminderStep::Last));
    }

    #[test]
    fn an_entry_is_hidden_by_its_date_alone_and_only_where_the_county_wants_that() {
        let day = |text: &str| text.parse().unwrap();
        assert!(!POLICY.hides_on(&assured("2023-11-24"), day("2026-11-23")));
        assert!(POLICY.hides_on(&assured("2023-11-23"), day("2026-11-23")));
        assert!(!POLICY.hides_on(&Assurance::default(), day("2026-11-23")));
        let never = FreshnessPolicy { hide_after_months: None, ..POLICY };
        assert!(!never.hides_on(&assured("1990"), day("2026-11-23")));
    }

    #[test]
    fn periods_must_follow_each_other() {
        assert!(POLICY.is_ordered());
        assert!(!FreshnessPolicy { remind_after_months: 25, ..POLICY }.is_ordered());
        assert!(!FreshnessPolicy { hide_after_months: Some(23), ..POLICY }.is_ordered());
    }
}
