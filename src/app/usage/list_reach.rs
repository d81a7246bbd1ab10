//! How often entries were opened, and which questions led to them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::app::{AppError, Author, Desk, ListingSummary};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{LEAST_ALIKE, LedCount, Month, OrganizationId, ServiceId, ViewCount};

/// A question that led to an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LedWords {
    /// Its words.
    pub words: String,
    /// How often the entry was opened from its results.
    pub count: u64,
}

/// A month of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReachMonth {
    /// The month.
    pub month: Month,
    /// How often the entry was opened.
    pub views: u64,
    /// From the results of which questions, the most frequent first; only those that were asked often enough alike.
    pub led: Vec<LedWords>,
}

/// How an entry was found and read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// The entry.
    pub service_id: ServiceId,
    /// Its name.
    pub name: String,
    /// The organization that owns it.
    pub owner: Option<OrganizationId>,
    /// Months in which it was opened, the newest first.
    pub months: Vec<ReachMonth>,
}

impl Desk {
    /// How the entries of the organizations a person speaks for were found, in the last `months` months, this one
    /// included; by name.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn list_reach(&self, author: &Author, months: u32) -> Result<Vec<Reach>, AppError> {
        let summaries = self.list_own_listings(author).await?;
        for summary in &summaries {
            may(&author.actor, Action::ReadReach, Subject::of(summary.owner))?;
        }
        let from = self.first_month(months);
        let (views, led) = self.store.list_reach_of(author.organizations(), from).await?;
        let mut counted: BTreeMap<ServiceId, (Vec<ViewCount>, Vec<LedCount>)> = BTreeMap::new();
        for row in views {
            counted.entry(row.service_id).or_default().0.push(row);
        }
        for row in led {
            counted.entry(row.service_id).or_default().1.push(row);
        }
        let reach = |summary: ListingSummary| {
            let (views, led) = counted.remove(&summary.id).unwrap_or_default();
            let months = months_of(views, led);
            Reach { service_id: summary.id, months, name: summary.name, owner: summary.owner }
        };
        Ok(summaries.into_iter().map(reach).collect())
    }

    /// How an entry was found; `None` = there is none the author may know of.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn find_reach(
        &self,
        author: &Author,
        id: ServiceId,
        months: u32,
    ) -> Result<Option<Reach>, AppError> {
        let Some(record) = self.store.find_listing(id).await? else { return Ok(None) };
        let (owner, subject) = (record.owner, Subject::of(record.owner));
        let mut name = record.listing.name;
        // Whoever may not read every version knows the public one, or nothing at all.
        if may(&author.actor, Action::ReadListing, subject).is_err() {
            let Some(number) = record.published_revision else { return Ok(None) };
            let Some(public) = self.store.find_revision(id, number).await? else { return Ok(None) };
            name = public.listing.name;
        }
        may(&author.actor, Action::ReadReach, subject)?;
        let from = self.first_month(months);
        let (views, led) =
            (self.store.list_views(id, from).await?, self.store.list_led(id, from).await?);
        Ok(Some(Reach { service_id: id, name, owner, months: months_of(views, led) }))
    }

    /// The first of the last `months` months, this one included.
    fn first_month(&self, months: u32) -> Month {
        Month::of(self.today()).before(months.saturating_sub(1))
    }
}

/// Months of one entry, the newest first. A question that was not asked often enough alike is not told.
fn months_of(views: Vec<ViewCount>, led: Vec<LedCount>) -> Vec<ReachMonth> {
    let mut all: BTreeMap<Month, ReachMonth> = BTreeMap::new();
    for row in views {
        let month = row.month;
        all.insert(month, ReachMonth { month, views: row.views, led: Vec::new() });
    }
    for row in led {
        let Some(month) = all.get_mut(&row.month).filter(|_| row.count >= LEAST_ALIKE) else {
            continue;
        };
        month.led.push(LedWords { words: row.wording.words, count: row.count });
    }
    all.into_values().rev().collect()
}
