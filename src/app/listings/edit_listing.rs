//! A person changes an entry or adds one: load, may they?, check everything, append a version.

use super::check_listing::Checked;
use super::once::{Once, answered, remember};
use super::{Author, Edited};
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Actor, Subject, may};
use crate::domain::{
    AssuredBy, Denied, FeatureId, InvalidTransition, Listing, LocationId, OrganizationId,
    PartialDate, ReviewStatus, ServiceId,
};
use crate::store::{ListingRecord, Tx};

/// Every so-many-th version that an organization publishes without review is looked at afterwards, the first included.
const SAMPLE_EVERY: i64 = 10;

/// What is to be saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The whole entry. Ids of entries and sites that are not there yet are given anew, whatever stands here.
    pub listing: Listing,
    /// The version of the record the person has seen; `None` = a new entry.
    pub expected_version: Option<i64>,
    /// Why, in the person's words.
    pub reason: Option<String>,
    /// Whether the person also confirms today that all of it is right.
    pub confirm: bool,
    /// Codes of doubts the person was asked about and stands by ([`AppError::Doubtful`]).
    pub acknowledged: Vec<String>,
    /// The key of the request, if it carries one.
    pub once: Option<Once>,
}

impl Edit {
    /// An edit of an entry that was seen at a version, or a new entry.
    #[must_use]
    pub const fn new(listing: Listing, expected_version: Option<i64>) -> Self {
        Self {
            listing,
            expected_version,
            reason: None,
            confirm: false,
            acknowledged: Vec::new(),
            once: None,
        }
    }
}

/// What a version is saved for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// To be written on.
    Draft,
    /// To become public, at once or after review.
    Submit,
    /// The same, from an entry that may be archived.
    Restore,
}

impl Desk {
    /// Saves an entry; it becomes public if the author may publish, otherwise it waits and the last published version
    /// stays public. `None` = there is no such entry, or none the author may know of.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`] with every faulty field; [`AppError::Doubtful`] with what has to be
    /// acknowledged; [`AppError::Transition`] for an archived entry; [`AppError::KeyReused`]; [`AppError::Database`]
    /// with [`DatabaseError::Conflict`](crate::app::DatabaseError::Conflict) when somebody else was quicker.
    pub async fn edit_listing(
        &self,
        author: &Author,
        edit: Edit,
    ) -> Result<Option<Edited>, AppError> {
        self.save(author, edit, Aim::Submit).await
    }

    /// Saves an entry as a draft, whatever it still lacks; what is public stays public.
    ///
    /// # Errors
    /// As [`Desk::edit_listing`].
    pub async fn save_draft(
        &self,
        author: &Author,
        edit: Edit,
    ) -> Result<Option<Edited>, AppError> {
        self.save(author, edit, Aim::Draft).await
    }

    pub(super) async fn save(
        &self,
        author: &Author,
        edit: Edit,
        aim: Aim,
    ) -> Result<Option<Edited>, AppError> {
        // From here on nobody else writes: what is read below is true until the commit.
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        if let Some(known) = answered(&mut tx, edit.once.as_ref()).await? {
            return Ok(Some(known));
        }
        let before = match edit.expected_version {
            Some(_) => match tx.find_listing(edit.listing.id).await? {
                Some(record) => Some(record),
                None => return Ok(None),
            },
            None => None,
        };
        if may_edit(author, before.as_ref(), edit.listing.organization_id)?.is_none() {
            return Ok(None);
        }
        let once = edit.once.clone();
        let saved = self.write(&mut tx, author, edit, before.as_ref(), aim).await?;
        remember(&mut tx, once.as_ref(), &saved).await?;
        tx.commit().await?;
        Ok(Some(saved))
    }

    /// Checks an edit and writes it.
    async fn write(
        &self,
        tx: &mut Tx,
        author: &Author,
        edit: Edit,
        before: Option<&ListingRecord>,
        aim: Aim,
    ) -> Result<Edited, AppError> {
        let old = before.map(|record| &record.listing);
        let mut listing = self.settle(edit.listing, old, author);
        if edit.confirm {
            confirm_sites(&mut listing, self.today().into(), author.assures_as());
        }
        let protected = match before {
            Some(record) => tx.list_protected_versions(record.listing.id, i64::MAX).await?,
            None => Vec::new(),
        };
        let checked = Checked {
            listing: &listing,
            old,
            protected: &protected,
            author,
            reason: edit.reason.as_deref(),
            draft: aim == Aim::Draft,
            acknowledged: &edit.acknowledged,
        };
        self.check_listing(&checked).await?;
        let publishes = may_publish(tx, author, before, listing.organization_id).await?;
        let state = before.map_or(ReviewStatus::Draft, |record| record.review_status);
        let review_status = next_state(state, publishes, aim)?;
        let version = edit.expected_version.unwrap_or(0);
        if let Some(same) = unchanged(before, &listing, review_status, version) {
            return Ok(same);
        }
        let reason = edit.reason.as_deref();
        let saved = tx.save_revision(&listing, review_status, reason, version).await?;
        if state == ReviewStatus::Archived {
            tx.bring_back_import_case(listing.id).await?;
        }
        if review_status == ReviewStatus::Published {
            note_unreviewed(tx, author, &listing, saved.revision).await?;
        }
        Ok(Edited::new(listing.id, saved, review_status))
    }

    /// What the person cannot decide: ids, where a record came from, and remarks that only editors see.
    pub(super) fn settle(
        &self,
        mut listing: Listing,
        old: Option<&Listing>,
        author: &Author,
    ) -> Listing {
        listing.id = old.map_or_else(|| ServiceId(self.ids.next()), |old| old.id);
        for site in &mut listing.sites {
            let editor = author.is_editor();
            let other = old.and_then(|old| old.sites.iter().find(|other| other.id == site.id));
            if let Some(other) = other {
                site.location_id = other.location_id;
                site.source_id.clone_from(&other.source_id);
                if !editor {
                    site.internal_note.clone_from(&other.internal_note);
                }
            } else {
                site.id = FeatureId(self.ids.next());
                site.location_id = LocationId(self.ids.next());
                site.source_id = None;
                site.internal_note.take_if(|_| !editor);
            }
        }
        listing
    }
}

/// Whether the author may edit: `None` = they may not even know that it is there.
fn may_edit(
    author: &Author,
    before: Option<&ListingRecord>,
    next_owner: Option<OrganizationId>,
) -> Result<Option<()>, Denied> {
    let owner = before.map_or(next_owner, |record| record.owner);
    if let Err(denied) = may(&author.actor, Action::EditListing, Subject::of(owner)) {
        let secret = before.is_some_and(|record| record.published_revision.is_none());
        return if secret { Ok(None) } else { Err(denied) };
    }
    // Nor may an entry be handed to an organization one does not speak for.
    may(&author.actor, Action::EditListing, Subject::of(next_owner)).map(Some)
}

/// Whether what the author saves is public at once: the county must trust whom it belongs to, before and after.
async fn may_publish(
    tx: &mut Tx,
    author: &Author,
    before: Option<&ListingRecord>,
    next_owner: Option<OrganizationId>,
) -> Result<bool, AppError> {
    for owner in [before.map_or(next_owner, |record| record.owner), next_owner] {
        let organization = match owner {
            Some(id) => tx.find_organization(id).await?,
            None => None,
        };
        let trusted = organization.is_some_and(|record| record.trusted);
        if may(&author.actor, Action::PublishListing, Subject { owner, trusted }).is_err() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Counts what was published without review and puts every so-many-th among those to be looked at; what an editor has
/// published is looked at by that.
async fn note_unreviewed(
    tx: &mut Tx,
    author: &Author,
    listing: &Listing,
    revision: i64,
) -> Result<(), AppError> {
    match (&author.actor, listing.organization_id) {
        (Actor::Person { .. }, Some(owner)) if !author.is_editor() => {
            if tx.count_unreviewed(owner).await? % SAMPLE_EVERY == 0 {
                tx.open_sample(listing.id, revision).await?;
            }
        }
        _ => tx.close_sample(listing.id).await?,
    }
    Ok(())
}

/// Public if the author may publish and the life cycle allows it, otherwise waiting for an editor.
fn next_state(
    state: ReviewStatus,
    publishes: bool,
    aim: Aim,
) -> Result<ReviewStatus, InvalidTransition> {
    let archived = state == ReviewStatus::Archived;
    let state = match aim {
        // What was archived comes back by being restored, not by being written on.
        Aim::Draft if archived => return state.transition(ReviewStatus::Pending),
        Aim::Draft => return state.transition(ReviewStatus::Draft),
        Aim::Restore if archived => state.transition(ReviewStatus::Draft)?,
        Aim::Submit | Aim::Restore => state,
    };
    if publishes && let Ok(published) = state.transition(ReviewStatus::Published) {
        return Ok(published);
    }
    state.transition(ReviewStatus::Pending)
}

/// The record as it is, if the edit would write what is already there. A stale version is no such case: the
/// person has not seen what is there.
fn unchanged(
    before: Option<&ListingRecord>,
    listing: &Listing,
    review_status: ReviewStatus,
    version: i64,
) -> Option<Edited> {
    let record = before.filter(|record| {
        record.version == version
            && record.review_status == review_status
            && record.listing == *listing
    })?;
    Some(Edited {
        id: listing.id,
        revision: record.latest_revision,
        version: record.version,
        review_status,
        seq: None,
    })
}

/// Notes on every site that it was confirmed.
pub(super) fn confirm_sites(listing: &mut Listing, today: PartialDate, by: AssuredBy) {
    for site in &mut listing.sites {
        site.assurance.date = Some(today);
        site.assurance.by = by;
        site.assurance.unconfirmed = false;
    }
}
