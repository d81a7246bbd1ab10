//! What a county package says otherwise than people have written: an editor decides, nothing is overwritten.
//!
//! A package that says of an entry what it said when people wrote it asks nothing: their words are the newer ones. One
//! that says something new opens a case. What was decided is remembered with a hash of what the package said, so that the
//! same difference is not asked about again.

use sha2::{Digest, Sha256};

use super::disclosure::disclosed;
use super::{Author, Edited};
use crate::app::load_county::author_of;
use crate::app::{AppError, Desk};
use crate::domain::hex;
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{InvalidTransition, Listing, ReviewStatus, ServiceId};
use crate::store::{DatabaseError, Entity, ImportCase, ImportCaseState, ListingRecord, Saved, Tx};

/// The hash of a package that has no such entry.
const GONE: &str = "gone";

/// What a package says of an entry, and where that would stand; `None` = it has no such entry.
type Said<'a> = Option<(&'a Listing, ReviewStatus)>;

fn digest(said: Said<'_>) -> Result<String, AppError> {
    let Some((listing, status)) = said else { return Ok(GONE.to_owned()) };
    let document = serde_json::to_string(listing).map_err(|error| DatabaseError::Unstorable {
        what: format!("entry {} of a package", listing.id),
        reason: error.to_string(),
    })?;
    Ok(hex(&Sha256::digest(format!("{}\n{document}", status.as_str()))))
}

/// Notes what a package says of an entry that people have written since; whether that is a new case.
pub(in crate::app) async fn note_difference(
    tx: &mut Tx,
    region: &str,
    id: ServiceId,
    said: Said<'_>,
) -> Result<bool, AppError> {
    let digest = digest(said)?;
    let known = tx.find_import_case(id).await?;
    if known.as_ref().is_some_and(|case| case.digest == digest && !case.is_set_aside) {
        return Ok(false);
    }
    let base = tx.find_last_version_by(id, &author_of(region)).await?;
    // It was taken out because the package no longer had it: that it is back is news, whatever it says.
    let was_gone = known
        .as_ref()
        .is_some_and(|case| case.said.is_none() && case.state == ImportCaseState::Taken);
    let as_before = match (&base, said) {
        // Nothing of this package: somebody else's entry is not missing in it.
        (None, None) => true,
        (Some(base), Some((listing, status))) => {
            !was_gone && base.listing == *listing && base.review_status == status
        }
        _ => false,
    };
    if !as_before {
        tx.open_import_case(id, region, &digest, said).await?;
    } else if known.is_some() {
        tx.forget_import_case(id).await?;
    }
    Ok(!as_before)
}

/// Forgets a case that nobody has decided, of an entry that is not public, where the package says something else by now:
/// what it said then must not be taken over any more.
pub(in crate::app) async fn forget_other(
    tx: &mut Tx,
    region: &str,
    id: ServiceId,
    said: Said<'_>,
) -> Result<(), AppError> {
    let Some(case) = tx.find_import_case(id).await? else { return Ok(()) };
    let is_undecided = case.state == ImportCaseState::Open || case.is_set_aside;
    if is_undecided && case.region == region && case.digest != digest(said)? {
        tx.forget_import_case(id).await?;
    }
    Ok(())
}

/// What an editor decides about such a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportDecision {
    /// The entry.
    pub id: ServiceId,
    /// The version of its record the editor has seen.
    pub expected_version: i64,
    /// The hash of what the package said when the editor looked.
    pub digest: String,
    /// Whether the entry says from now on what the package says; otherwise it stays as it is.
    pub take: bool,
    /// Codes of doubts the editor was asked about and stands by ([`AppError::Doubtful`]).
    pub acknowledged: Vec<String>,
}

/// A case with the entry it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportCaseView {
    /// What the package says.
    pub case: ImportCase,
    /// The entry as it stands.
    pub record: ListingRecord,
    /// What of it is public; `None` = nothing.
    pub public: Option<Listing>,
}

impl Desk {
    /// What a county package says otherwise of an entry, while nobody has decided; `None` = nothing.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn find_import_case(
        &self,
        author: &Author,
        id: ServiceId,
    ) -> Result<Option<ImportCaseView>, AppError> {
        may(&author.actor, Action::ReviewListing, Subject::default())?;
        let Some(case) = self.store.find_import_case(id).await? else { return Ok(None) };
        if case.state != ImportCaseState::Open {
            return Ok(None);
        }
        let Some(view) = self.find_listing_for(author, id).await? else { return Ok(None) };
        let public = view.public().cloned();
        Ok(Some(ImportCaseView { case, record: view.record, public }))
    }

    /// Takes over what a county package says of an entry, or keeps what people have written. `None` = there is nothing to
    /// be decided.
    ///
    /// What is taken over counts as written by the package: its next changes come in by themselves. A version that waits
    /// goes on waiting, in the name of who wrote it.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Doubtful`] where a protected place would be public;
    /// [`AppError::Transition`] for an entry that became part of another; [`AppError::Database`] with a conflict where
    /// the entry or the package says something else than was seen.
    pub async fn decide_import(
        &self,
        author: &Author,
        decision: &ImportDecision,
    ) -> Result<Option<Edited>, AppError> {
        let id = decision.id;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        may(&author.actor, Action::ReviewListing, Subject::default())?;
        let Some(case) = tx.find_import_case(id).await? else { return Ok(None) };
        let Some(record) = tx.find_listing(id).await? else { return Ok(None) };
        if case.state != ImportCaseState::Open {
            return Ok(None);
        }
        if record.version != decision.expected_version || case.digest != decision.digest {
            let (expected, found) = (decision.expected_version, Some(record.version));
            let (entity, id) = (Entity::Service, id.to_string());
            return Err(DatabaseError::Conflict { entity, id, expected, found }.into());
        }
        let edited = if decision.take {
            check_disclosure(&mut tx, &case, &decision.acknowledged).await?;
            let edited = take_over(&mut tx, &case, &record).await?;
            tx.close_sample(id).await?;
            tx.settle_import_case(id, ImportCaseState::Taken).await?;
            edited
        } else {
            let seq = tx.note_looked_at(id, record.latest_revision).await?;
            tx.settle_import_case(id, ImportCaseState::Kept).await?;
            let saved = Saved { revision: record.latest_revision, version: record.version, seq };
            Edited::new(id, saved, record.review_status)
        };
        tx.commit().await?;
        Ok(Some(edited))
    }
}

/// A place that people protect and the package still tells becomes public only when its editor was asked.
async fn check_disclosure(
    tx: &mut Tx,
    case: &ImportCase,
    acknowledged: &[String],
) -> Result<(), AppError> {
    let Some((listing, ReviewStatus::Published)) = &case.said else { return Ok(()) };
    let protected = tx.list_protected_versions(case.service_id, i64::MAX).await?;
    let mut doubts = disclosed(listing, &protected.iter());
    doubts.0.retain(|doubt| !acknowledged.contains(&doubt.code));
    doubts.into_result(()).map_err(AppError::Doubtful)
}

/// Writes what the package says, in its name.
async fn take_over(
    tx: &mut Tx,
    case: &ImportCase,
    record: &ListingRecord,
) -> Result<Edited, AppError> {
    let (id, version) = (case.service_id, record.version);
    if tx.find_merged(id.0).await?.is_some() {
        let (from, to) = ("merged", "imported");
        return Err(InvalidTransition { noun: "listing", from, to }.into());
    }
    let Some((listing, status)) = &case.said else {
        let state = record.review_status.transition(ReviewStatus::Archived)?;
        return Ok(Edited::new(id, tx.withdraw(id, version).await?, state));
    };
    let source = author_of(&case.region);
    let saved = tx.carry_over(listing, *status, &source, None, version).await?;
    if *status != ReviewStatus::Published {
        if record.published_revision.is_none() {
            return Ok(Edited::new(id, saved, *status));
        }
        // The version that was public would stay so.
        let saved = tx.withdraw(id, saved.version).await?;
        return Ok(Edited::new(id, saved, ReviewStatus::Archived));
    }
    let waits = matches!(
        record.review_status,
        ReviewStatus::Draft | ReviewStatus::Pending | ReviewStatus::Rejected
    );
    if !waits || record.author == source {
        return Ok(Edited::new(id, saved, ReviewStatus::Published));
    }
    let (state, writer) = (record.review_status, &record.author);
    let carried = tx.carry_over(&record.listing, state, writer, None, saved.version).await?;
    Ok(Edited::new(id, Saved { version: carried.version, ..saved }, state))
}
