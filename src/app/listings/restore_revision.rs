//! An earlier version is taken up again, as a new one.

use super::edit_listing::{Aim, Edit};
use super::once::Once;
use super::{Author, Edited};
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{InvalidTransition, ServiceId};

/// What is taken up again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restore {
    /// The entry.
    pub id: ServiceId,
    /// Number of the version that is taken up again.
    pub revision: i64,
    /// The version of the record the person has seen.
    pub expected_version: i64,
    /// Why.
    pub reason: Option<String>,
    /// The key of the request, if it carries one.
    pub once: Option<Once>,
}

impl Desk {
    /// Saves an earlier version of an entry as its newest, also of an archived one; it goes the way of every edit.
    /// `None` = there is no such entry or version, or none the author may know of.
    ///
    /// # Errors
    /// As [`Desk::edit_listing`]; [`AppError::Transition`] for an entry that became part of another.
    pub async fn restore_revision(
        &self,
        author: &Author,
        restore: Restore,
    ) -> Result<Option<Edited>, AppError> {
        let id = restore.id;
        let Some(record) = self.store.find_listing(id).await? else { return Ok(None) };
        if may(&author.actor, Action::ReadListing, Subject::of(record.owner)).is_err() {
            // What was public stays no secret; what never was is not even there.
            if record.published_revision.is_some() {
                may(&author.actor, Action::EditListing, Subject::of(record.owner))?;
            }
            return Ok(None);
        }
        if self.store.find_merged(id.0).await?.is_some() {
            let (from, to) = ("merged", "restored");
            return Err(InvalidTransition { noun: "listing", from, to }.into());
        }
        let Some(revision) = self.store.find_revision(id, restore.revision).await? else {
            return Ok(None);
        };
        let edit = Edit {
            reason: restore.reason,
            once: restore.once,
            // Its places were asked about when they were first written.
            acknowledged: super::check_place::DOUBTS.map(str::to_owned).to_vec(),
            ..Edit::new(revision.listing, Some(restore.expected_version))
        };
        self.save(author, edit, Aim::Restore).await
    }
}
