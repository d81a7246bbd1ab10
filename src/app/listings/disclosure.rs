//! A place that was protected and would be public: asked about each time. Once it is out, nothing brings it back.

use super::Author;
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Address, FieldError, FieldErrors, Listing, Site};
use crate::store::ListingRecord;

/// The code of this doubt, which is acknowledged by itself: no other acknowledgement covers it.
pub const DISCLOSES_PLACE: &str = "discloses_place";

/// What would become public of an entry that was protected in one of its earlier versions: the public one, or any that
/// was written since ([`Tx::list_protected_versions`](crate::store::Tx::list_protected_versions)). A draft in between
/// that already tells the place makes no difference: nobody has been asked about it.
pub(super) fn disclosed<'a>(
    listing: &Listing,
    earlier: &(impl Iterator<Item = &'a Listing> + Clone),
) -> FieldErrors {
    let sites = listing.sites.iter().enumerate();
    let open = sites.filter(|(_, site)| tells_place(site) && was_protected(site, earlier.clone()));
    let doubt = |(i, _): (usize, &Site)| {
        let detail = "the place was protected and would be public; acknowledge discloses_place if it shall be";
        FieldError::new(format!("/sites/{i}/disclosure"), DISCLOSES_PLACE, detail)
    };
    FieldErrors(open.map(doubt).collect())
}

/// Whether the public learns from it where the site is.
fn tells_place(site: &Site) -> bool {
    !site.is_protected() && (site.position.is_some() || site.address != Address::default())
}

fn was_protected<'a>(site: &Site, mut earlier: impl Iterator<Item = &'a Listing>) -> bool {
    earlier.any(|listing| {
        listing.sites.iter().any(|other| other.id == site.id && other.is_protected())
    })
}

impl Desk {
    /// Which sites of the version that waits were protected and would be public with it, by their position in it.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn list_disclosed_sites(
        &self,
        author: &Author,
        record: &ListingRecord,
    ) -> Result<Vec<usize>, AppError> {
        let below = record.latest_revision;
        self.disclosed_sites(author, record, &record.listing, below).await
    }

    /// The same of what a county package says of the entry.
    ///
    /// # Errors
    /// As [`Desk::list_disclosed_sites`].
    pub async fn list_sites_disclosed_by_source(
        &self,
        author: &Author,
        record: &ListingRecord,
        said: &Listing,
    ) -> Result<Vec<usize>, AppError> {
        self.disclosed_sites(author, record, said, i64::MAX).await
    }

    async fn disclosed_sites(
        &self,
        author: &Author,
        record: &ListingRecord,
        listing: &Listing,
        below: i64,
    ) -> Result<Vec<usize>, AppError> {
        may(&author.actor, Action::ReviewListing, Subject::of(record.owner))?;
        let earlier = self.store.list_protected_versions(record.listing.id, below).await?;
        let sites = listing.sites.iter().enumerate();
        let open =
            sites.filter(|(_, site)| tells_place(site) && was_protected(site, earlier.iter()));
        Ok(open.map(|(at, _)| at).collect())
    }
}
