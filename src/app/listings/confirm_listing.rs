//! "Still right": the public version is confirmed as of today.

use super::edit_listing::confirm_sites;
use super::once::{Once, answered, remember};
use super::{Author, Edited};
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{InvalidTransition, Listing, PartialDate, ReviewStatus, ServiceId};
use crate::store::{DatabaseError, Entity, ListingRecord, Saved, Tx};

/// What is confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// The entry.
    pub id: ServiceId,
    /// Number of the public version that was seen; `None` = whatever is public.
    pub revision: Option<i64>,
    /// The key of the request, if it carries one.
    pub once: Option<Once>,
}

impl Desk {
    /// Confirms the public version of an entry as of today. A version that waits goes on waiting, and carries the
    /// confirmation too. `None` = there is no such entry, or none the author may know of.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Transition`] where nothing is public; [`AppError::Database`] with a conflict
    /// where another version is public than the one that was seen.
    pub async fn confirm_listing(
        &self,
        author: &Author,
        confirm: Confirm,
    ) -> Result<Option<Edited>, AppError> {
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        if let Some(known) = answered(&mut tx, confirm.once.as_ref()).await? {
            return Ok(Some(known));
        }
        let Confirm { id, revision, once } = confirm;
        let Some(edited) = self.confirm_within(&mut tx, author, id, revision).await? else {
            return Ok(None);
        };
        remember(&mut tx, once.as_ref(), &edited).await?;
        tx.commit().await?;
        Ok(Some(edited))
    }

    /// The same within a transaction that does more, such as using up the link in a mail.
    ///
    /// # Errors
    /// As [`Desk::confirm_listing`].
    pub(in crate::app) async fn confirm_within(
        &self,
        tx: &mut Tx,
        author: &Author,
        id: ServiceId,
        revision: Option<i64>,
    ) -> Result<Option<Edited>, AppError> {
        let Some(record) = tx.find_listing(id).await? else { return Ok(None) };
        if let Err(denied) = may(&author.actor, Action::ConfirmListing, Subject::of(record.owner)) {
            let secret = record.published_revision.is_none();
            return if secret { Ok(None) } else { Err(denied.into()) };
        }
        let Some(published) = record.published_revision else {
            let from = record.review_status.as_str();
            return Err(InvalidTransition { noun: "listing", from, to: "confirmed" }.into());
        };
        if let Some(expected) = revision.filter(|seen| *seen != published) {
            let (entity, id) = (Entity::Service, id.to_string());
            return Err(
                DatabaseError::Conflict { entity, id, expected, found: Some(published) }.into()
            );
        }
        let public = public_version(tx, &record, published).await?;
        let today: PartialDate = self.today().into();
        let by = author.assures_as();
        let mut confirmed = public.clone();
        confirm_sites(&mut confirmed, today, by);
        let state = record.review_status;
        if confirmed == public {
            let (revision, version) = (published, record.version);
            return Ok(Some(Edited { id, revision, version, review_status: state, seq: None }));
        }
        let saved =
            tx.save_revision(&confirmed, ReviewStatus::Published, None, record.version).await?;
        if record.latest_revision == published {
            return Ok(Some(Edited::new(id, saved, ReviewStatus::Published)));
        }
        let mut waiting = record.listing;
        let shown = |id| public.sites.iter().any(|site| site.id == id);
        for site in waiting.sites.iter_mut().filter(|site| shown(site.id)) {
            site.assurance.date = Some(today);
            site.assurance.by = by;
            site.assurance.unconfirmed = false;
        }
        let carried = tx.carry_over(&waiting, state, &record.author, None, saved.version).await?;
        let version = carried.version;
        Ok(Some(Edited::new(id, Saved { version, ..saved }, state)))
    }
}

/// The public version of an entry.
pub(super) async fn public_version(
    tx: &mut Tx,
    record: &ListingRecord,
    published: i64,
) -> Result<Listing, DatabaseError> {
    if record.latest_revision == published {
        return Ok(record.listing.clone());
    }
    let id = record.listing.id;
    let revision = tx.find_revision(id, published).await?;
    revision.map(|revision| revision.listing).ok_or_else(|| DatabaseError::Inconsistency {
        table: "service",
        column: "published_revision",
        row: id.to_string(),
        reason: "names a version that is not there".to_owned(),
    })
}
