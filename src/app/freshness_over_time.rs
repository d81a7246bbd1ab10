//! How many entries were fresh at the end of each month, as far back as anything is recorded.

use std::sync::Arc;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};

use super::{AppError, Author, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Freshness, Listing, PartialDate, Region};
use crate::store::PublishedDocument;

/// Most months looked back.
const MONTHS: u32 = 12;

/// The entries that were public at the end of a month, by how fresh their oldest site was. The last one is today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FreshnessMonth {
    /// The month.
    pub month: PartialDate,
    /// Confirmed within the period of the policy.
    pub fresh: u64,
    /// Confirmed longer ago.
    pub stale: u64,
    /// Nobody knows when.
    pub unknown: u64,
}

impl FreshnessMonth {
    /// All entries.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.fresh + self.stale + self.unknown
    }
}

impl Desk {
    /// How fresh the public entries were at the end of each of the last months, today last. Reads the history once per
    /// month: a page for editors, not for the public.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn freshness_over_time(
        &self,
        author: &Author,
        today: NaiveDate,
        region: &Arc<Region>,
    ) -> Result<Vec<FreshnessMonth>, AppError> {
        may(&author.actor, Action::ReviewListing, Subject::default())?;
        let Some(first) = self.store.first_record().await? else { return Ok(Vec::new()) };
        let mut months = Vec::new();
        for back in (0..=MONTHS).rev() {
            let Some(day) = end_of_month(today, back) else { continue };
            let Some(next) = day.checked_add_days(Days::new(1)) else { continue };
            let until = next.and_time(NaiveTime::MIN).and_utc();
            if until <= first {
                continue;
            }
            let documents = self.store.published_documents_at(until).await?;
            // Thousands of documents are read: not on the threads that answer requests.
            let region = Arc::clone(region);
            let counted = tokio::task::spawn_blocking(move || count(&documents, day, &region));
            match counted.await {
                Ok(month) => months.extend(month),
                Err(error) => {
                    tracing::error!(%error, "counting the freshness of a month broke");
                }
            }
        }
        Ok(months)
    }
}

/// The last day of the month so many months back; today itself for none.
fn end_of_month(today: NaiveDate, back: u32) -> Option<NaiveDate> {
    if back == 0 {
        return Some(today);
    }
    let first = today.with_day(1)?.checked_sub_months(Months::new(back - 1))?;
    first.pred_opt()
}

/// Entries by their oldest site; `None` where the day is no date of the calendar.
fn count(
    documents: &[PublishedDocument],
    day: NaiveDate,
    region: &Region,
) -> Option<FreshnessMonth> {
    let month = format!("{:04}-{:02}", day.year(), day.month()).parse().ok()?;
    let mut counted = FreshnessMonth { month, fresh: 0, stale: 0, unknown: 0 };
    for document in documents {
        // What cannot be read is told where the read model is built.
        let Ok(listing) = serde_json::from_str::<Listing>(&document.document) else { continue };
        let category = listing.categories.first().map_or("", |code| code.as_str());
        let months = region.freshness_of(category).stale_after_months;
        let states = listing.sites.iter().map(|site| site.assurance.freshness(months, day));
        match oldest(states) {
            Freshness::Fresh => counted.fresh += 1,
            Freshness::Stale => counted.stale += 1,
            Freshness::Unknown => counted.unknown += 1,
        }
    }
    Some(counted)
}

/// An entry is as fresh as its stalest site; one whose date is unknown is worse than none.
fn oldest(states: impl Iterator<Item = Freshness>) -> Freshness {
    let rank = |state: &Freshness| match state {
        Freshness::Fresh => 0,
        Freshness::Unknown => 1,
        Freshness::Stale => 2,
    };
    states.max_by_key(rank).unwrap_or(Freshness::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_end_on_their_last_day_also_across_years_and_leap_days() {
        let today = day("2028-03-31");
        let ends: Vec<_> = (0..4).map(|back| end_of_month(today, back).unwrap()).collect();
        assert_eq!(ends, [today, day("2028-02-29"), day("2028-01-31"), day("2027-12-31")]);
    }

    #[test]
    fn an_entry_is_as_fresh_as_its_stalest_site() {
        use Freshness::{Fresh, Stale, Unknown};
        assert_eq!(oldest([Fresh, Stale, Unknown].into_iter()), Stale);
        assert_eq!(oldest([Fresh, Unknown].into_iter()), Unknown);
        assert_eq!(oldest([Fresh, Fresh].into_iter()), Fresh);
        assert_eq!(oldest(std::iter::empty()), Unknown);
    }
}
