//! An editor takes an entry out of the public view.

use super::{AppError, Author, Clock};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{ReviewStatus, ServiceId};
use crate::store::{Saved, Store};

/// Archives an entry: it is public no more, its versions are kept. `None` = there is no such entry.
///
/// # Errors
/// [`AppError::Denied`] unless the author decides what is public; [`AppError::Transition`] when it is archived
/// already; [`AppError::Database`] with a conflict when somebody else was quicker.
pub async fn withdraw_listing(
    store: &Store,
    clock: &dyn Clock,
    author: &Author,
    id: ServiceId,
    expected_version: i64,
) -> Result<Option<Saved>, AppError> {
    let mut tx = store.begin_write(&author.name, clock.now()).await?;
    let Some(record) = tx.find_listing(id).await? else { return Ok(None) };
    may(&author.actor, Action::ArchiveListing, Subject::of(record.owner))?;
    record.review_status.transition(ReviewStatus::Archived)?;
    let saved = tx.withdraw(id, expected_version).await?;
    tx.commit().await?;
    Ok(Some(saved))
}
