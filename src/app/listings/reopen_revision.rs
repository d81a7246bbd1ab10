//! A refusal or a question is taken back: the version waits again as it was handed in.

use super::once::{Once, answered, remember};
use super::{Author, Edited};
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{DecisionKind, InvalidTransition, ReviewStatus, ServiceId};
use crate::store::{DatabaseError, Entity};

/// Whose decision is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopen {
    /// The entry.
    pub id: ServiceId,
    /// The version of its record the editor has seen.
    pub expected_version: i64,
    /// The key of the request, if it carries one.
    pub once: Option<Once>,
}

impl Desk {
    /// Lets the latest version of an entry wait again that was refused or asked back, in the name of who wrote it. It is
    /// appended as a version of its own: what was decided stays in the history. `None` = there is no such entry.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Transition`] where the last thing that happened to the latest version is not such
    /// a decision; [`AppError::Database`] with a conflict when somebody else was quicker.
    pub async fn reopen_revision(
        &self,
        author: &Author,
        reopen: Reopen,
    ) -> Result<Option<Edited>, AppError> {
        let Reopen { id, expected_version, once } = reopen;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        if let Some(known) = answered(&mut tx, once.as_ref()).await? {
            return Ok(Some(known));
        }
        let found = tx.find_listing(id).await?;
        let owner = found.as_ref().and_then(|record| record.owner);
        may(&author.actor, Action::ReviewListing, Subject::of(owner))?;
        let Some(record) = found else { return Ok(None) };
        if record.version != expected_version {
            let (entity, id) = (Entity::Service, id.to_string());
            let found = Some(record.version);
            return Err(
                DatabaseError::Conflict { entity, id, expected: expected_version, found }.into()
            );
        }
        let last = tx.last_decision(id).await?;
        // A draft that its writer has gone on with is theirs again.
        let sent_back = last.is_some_and(|decision| {
            decision.revision == record.latest_revision
                && matches!(decision.kind, DecisionKind::Reject | DecisionKind::AskBack)
        });
        if !sent_back {
            let from = record.review_status.as_str();
            return Err(InvalidTransition { noun: "listing", from, to: "reopened" }.into());
        }
        let state = record.review_status.transition(ReviewStatus::Pending)?;
        let saved =
            tx.carry_over(&record.listing, state, &record.author, None, record.version).await?;
        let edited = Edited::new(id, saved, state);
        remember(&mut tx, once.as_ref(), &edited).await?;
        tx.commit().await?;
        Ok(Some(edited))
    }
}
