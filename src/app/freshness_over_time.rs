//! How many entries were fresh at the end of each month, as far back as anything is recorded.
//!
//! A month that is over is counted once, off the history, and written down; today is counted in the read model. So the
//! page costs the same however long the history is.

use std::fmt::Write as _;
use std::sync::Arc;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, Utc};
use sha2::{Digest, Sha256};

use super::open_atlas::off_the_async_threads;
use super::{AppError, Author, Desk};
use crate::domain::hex;
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Freshness, FreshnessCount, Listing, PartialDate, Region, ServiceStatus};
use crate::store::PublishedDocument;

/// Most months looked back.
const MONTHS: u32 = 12;

/// The entries that were public at the end of a month, by how fresh their stalest site was. The last one is today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FreshnessMonth {
    /// The month.
    pub month: PartialDate,
    /// The entries.
    pub count: FreshnessCount,
}

impl Desk {
    /// How fresh the public entries were at the end of each of the last months, today last.
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
        self.count_months(today, region).await?;
        let known = self.store.list_freshness_months(&policy_hash(region)).await?;
        let mut months = Vec::new();
        for back in (1..=MONTHS).rev() {
            let Some(day) = end_of_month(today, back) else { continue };
            let recorded = midnight_after(day).is_some_and(|until| until > first);
            let counted = known.get(&month_of(day)).filter(|_| recorded).copied();
            // A month that ended within the hour is not written down yet.
            months.extend(
                counted.zip(named(day)).map(|(count, month)| FreshnessMonth { month, count }),
            );
        }
        let count = self.freshness_now(today, region).await?;
        months.extend(named(today).map(|month| FreshnessMonth { month, count }));
        Ok(months)
    }

    /// Counts the last months that are over and were not counted by this policy yet; how many. Each costs one reading of
    /// the history of all entries: for the upkeep, or whoever opens the page before it.
    ///
    /// # Errors
    /// As the database reports.
    pub(in crate::app) async fn count_months(
        &self,
        today: NaiveDate,
        region: &Arc<Region>,
    ) -> Result<usize, AppError> {
        let Some(first) = self.store.first_record().await? else { return Ok(0) };
        let policy = policy_hash(region);
        let known = self.store.list_freshness_months(&policy).await?;
        let now = self.clock.now();
        let mut counted = 0;
        for back in (1..=MONTHS).rev() {
            let Some(day) = end_of_month(today, back) else { continue };
            let Some(until) = midnight_after(day) else { continue };
            let month = month_of(day);
            if until <= first || until > now || known.contains_key(&month) {
                continue;
            }
            let documents = self.store.published_documents_at(until).await?;
            let region = Arc::clone(region);
            let count = off_the_async_threads(move || count(&documents, day, &region)).await?;
            let mut tx = self.store.begin_write("system", now).await?;
            tx.save_freshness_month(&month, &policy, &count).await?;
            tx.commit().await?;
            counted += 1;
        }
        Ok(counted)
    }

    /// How fresh the entries are now: off the read model, and off the documents where the desk has none.
    async fn freshness_now(
        &self,
        today: NaiveDate,
        region: &Arc<Region>,
    ) -> Result<FreshnessCount, AppError> {
        if let Some(grounds) = self.grounds.clone() {
            return off_the_async_threads(move || grounds.atlas.snapshot().freshness(today)).await;
        }
        let now = self.clock.now() + chrono::TimeDelta::milliseconds(1);
        let documents = self.store.published_documents_at(now).await?;
        let region = Arc::clone(region);
        off_the_async_threads(move || count(&documents, today, &region)).await
    }
}

/// The periods that decide what is stale, as a hash: figures of another policy are not compared with these.
fn policy_hash(region: &Region) -> String {
    let mut text = format!("{};", region.freshness.stale_after_months);
    for (category, policy) in &region.freshness_by_category {
        // Writing into a String cannot fail.
        let _ = write!(text, "{category}={};", policy.stale_after_months);
    }
    hex(&Sha256::digest(text))
}

/// The last day of the month so many months back; today itself for none.
fn end_of_month(today: NaiveDate, back: u32) -> Option<NaiveDate> {
    if back == 0 {
        return Some(today);
    }
    let first = today.with_day(1)?.checked_sub_months(Months::new(back - 1))?;
    first.pred_opt()
}

/// The moment after which nothing belongs to a day any more.
fn midnight_after(day: NaiveDate) -> Option<DateTime<Utc>> {
    Some(day.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN).and_utc())
}

fn month_of(day: NaiveDate) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// The month of a day; `None` where the day is no date of the calendar.
fn named(day: NaiveDate) -> Option<PartialDate> {
    month_of(day).parse().ok()
}

/// Entries by their stalest site; as in the read model, sites that rest or have ended do not count.
fn count(documents: &[PublishedDocument], day: NaiveDate, region: &Region) -> FreshnessCount {
    let shown = |status| matches!(status, ServiceStatus::Active | ServiceStatus::TemporarilyClosed);
    let state = |document: &PublishedDocument| {
        // What cannot be read is told where the read model is built.
        let listing: Listing = serde_json::from_str(&document.document).ok()?;
        let months = region.freshness_of_listing(&listing).stale_after_months;
        let sites = listing.sites.iter().filter(|site| shown(listing.status) && shown(site.status));
        sites.map(|site| site.assurance.freshness(months, day)).reduce(Freshness::stalest)
    };
    documents.iter().filter_map(state).collect()
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
        assert_eq!(month_of(ends[3]), "2027-12");
        assert_eq!(midnight_after(ends[3]), "2028-01-01T00:00:00Z".parse().ok());
    }
}
