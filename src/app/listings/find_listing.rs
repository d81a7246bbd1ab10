//! One entry, or some, as a desk shows them.

use super::Author;
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Listing, OrganizationId, ReviewStatus, Revision, ServiceId};
use crate::store::{Alias, DecisionRecord, ListingRecord, ListingSummary, SummaryQuery};

/// Most entries of one page.
const PAGE: u32 = 200;

/// An entry with what a desk shows beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct ListingView {
    /// The latest version and where it stands.
    pub record: ListingRecord,
    /// The public version, where it is another one than the latest.
    pub published: Option<Revision>,
    /// The last decision of an editor.
    pub last_decision: Option<DecisionRecord>,
}

impl ListingView {
    /// The public version, if any.
    #[must_use]
    pub fn public(&self) -> Option<&Listing> {
        let latest = self.record.published_revision == Some(self.record.latest_revision);
        let other = || self.published.as_ref().map(|revision| &revision.listing);
        if latest { Some(&self.record.listing) } else { other() }
    }

    /// What an editor asked back, while it waits for an answer.
    #[must_use]
    pub fn question(&self) -> Option<&str> {
        let asked = self.last_decision.as_ref()?;
        let open = self.record.review_status == ReviewStatus::Draft
            && asked.kind == crate::domain::DecisionKind::AskBack;
        asked.note.as_deref().filter(|_| open)
    }
}

/// Which entries, in id order.
#[derive(Debug, Clone, Copy, Default)]
pub struct ListingsQuery {
    /// Only those of this organization.
    pub organization: Option<OrganizationId>,
    /// Only those in this state.
    pub review_status: Option<ReviewStatus>,
    /// Only those behind this one.
    pub after: Option<ServiceId>,
    /// At most so many (200 are the most).
    pub limit: u32,
}

/// What remarks editors have made is nobody else's.
pub(super) fn for_author(mut listing: Listing, author: &Author) -> Listing {
    if !author.is_editor() {
        listing.sites.iter_mut().for_each(|site| site.internal_note = None);
    }
    listing
}

impl Desk {
    /// An entry as its author may see it, whatever its state; `None` = there is none they may know of.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_listing_for(
        &self,
        author: &Author,
        id: ServiceId,
    ) -> Result<Option<ListingView>, AppError> {
        let Some(mut record) = self.store.find_listing(id).await? else { return Ok(None) };
        if may(&author.actor, Action::ReadListing, Subject::of(record.owner)).is_err() {
            return Ok(None);
        }
        let mut published = match record.published_revision {
            Some(number) if number != record.latest_revision => {
                self.store.find_revision(id, number).await?
            }
            _ => None,
        };
        record.listing = for_author(record.listing, author);
        if let Some(revision) = published.as_mut() {
            revision.listing = for_author(revision.listing.clone(), author);
        }
        let last_decision = self.store.last_decision(id).await?;
        Ok(Some(ListingView { record, published, last_decision }))
    }

    /// One version of an entry as its author may see it.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_revision_for(
        &self,
        author: &Author,
        id: ServiceId,
        number: i64,
    ) -> Result<Option<Revision>, AppError> {
        let Some(record) = self.store.find_listing(id).await? else { return Ok(None) };
        if may(&author.actor, Action::ReadListing, Subject::of(record.owner)).is_err() {
            return Ok(None);
        }
        let Some(mut revision) = self.store.find_revision(id, number).await? else {
            return Ok(None);
        };
        revision.listing = for_author(revision.listing, author);
        Ok(Some(revision))
    }

    /// The entries of the organizations the author speaks for, by name.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_own_listings(
        &self,
        author: &Author,
    ) -> Result<Vec<ListingSummary>, AppError> {
        let mut all = Vec::new();
        for owner in author.organizations() {
            let mut query = SummaryQuery { owner: Some(*owner), ..SummaryQuery::default() };
            loop {
                let page = self.store.list_summaries(&query, PAGE).await?;
                let Some(last) = page.last() else { break };
                query.after = Some(last.id);
                all.extend(page);
            }
        }
        all.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        Ok(all)
    }

    /// Some entries in id order: editors see all, others those of one of their organizations, which must be named.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn list_listings(
        &self,
        author: &Author,
        query: &ListingsQuery,
    ) -> Result<Vec<ListingSummary>, AppError> {
        may(&author.actor, Action::ReadListing, Subject::of(query.organization))?;
        let wanted = SummaryQuery {
            owner: query.organization,
            review_status: query.review_status,
            after: query.after,
        };
        Ok(self.store.list_summaries(&wanted, query.limit.clamp(1, PAGE)).await?)
    }

    /// Where the id of an entry or site leads that became part of another one.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_merged(&self, old: uuid::Uuid) -> Result<Option<Alias>, AppError> {
        Ok(self.store.find_merged(old).await?)
    }
}
