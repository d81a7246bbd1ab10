//! An editor takes an entry out of the public view.

use super::check_listing::check_reason;
use super::once::{Once, answered, remember};
use super::{Author, Edited};
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{DecisionKind, FieldErrors, ReviewStatus, ServiceId};

/// What is to be archived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    /// The entry.
    pub id: ServiceId,
    /// The version of the record the editor has seen.
    pub expected_version: i64,
    /// Why.
    pub reason: Option<String>,
    /// The key of the request, if it carries one.
    pub once: Option<Once>,
}

impl Desk {
    /// Archives an entry: it is public no more, its versions are kept. `None` = there is no such entry.
    ///
    /// # Errors
    /// [`AppError::Denied`] unless the author decides what is public; [`AppError::Transition`] when it is archived
    /// already; [`AppError::Database`] with a conflict when somebody else was quicker.
    pub async fn archive_listing(
        &self,
        author: &Author,
        archive: Archive,
    ) -> Result<Option<Edited>, AppError> {
        let Archive { id, expected_version, reason, once } = archive;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        if let Some(known) = answered(&mut tx, once.as_ref()).await? {
            return Ok(Some(known));
        }
        let found = tx.find_listing(id).await?;
        // Asked first, so that a refusal does not tell whether there is such an entry.
        let owner = found.as_ref().and_then(|record| record.owner);
        may(&author.actor, Action::ArchiveListing, Subject::of(owner))?;
        let Some(record) = found else { return Ok(None) };
        let mut faults = FieldErrors::default();
        check_reason(reason.as_deref(), &mut faults);
        faults.into_result(())?;
        let state = record.review_status.transition(ReviewStatus::Archived)?;
        let saved = tx.withdraw(id, expected_version).await?;
        let (kind, note) = (DecisionKind::Archive, reason.as_deref());
        tx.note_decision(id, saved.revision, kind, note, saved.seq).await?;
        // What a package says of it does not bring it back; where it comes back, it is asked about as before.
        tx.set_aside_import_case(id).await?;
        let edited = Edited::new(id, saved, state);
        remember(&mut tx, once.as_ref(), &edited).await?;
        tx.commit().await?;
        Ok(Some(edited))
    }
}
