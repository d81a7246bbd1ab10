//! A merge is taken back: both entries say and lead again what they did before.

use chrono::TimeDelta;

use super::{Author, Edited};
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{DecisionKind, InvalidTransition, ReviewStatus, ServiceId};
use crate::store::{
    DatabaseError, Entity, ListingRecord, MergeUndo, Saved, SentBack, StoodBefore, Tx,
};

/// For how many minutes a merge can be undone in one go, as everything the editors' desk does to several entries.
const MINUTES: i64 = 15;

/// Which merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UndoMerge {
    /// The entry that went.
    pub merged: ServiceId,
    /// The version of the record that stayed, as the editor has seen it.
    pub kept_version: i64,
}

impl Desk {
    /// The last merge into an entry that can still be undone: not long ago, and nobody has written either entry since.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn find_undoable_merge(
        &self,
        author: &Author,
        kept: ServiceId,
    ) -> Result<Option<MergeUndo>, AppError> {
        may(&author.actor, Action::MergeListings, Subject::default())?;
        let since = self.clock.now() - TimeDelta::minutes(MINUTES);
        Ok(self.store.find_merge_into(kept, since).await?)
    }

    /// Undoes a merge: what was public of either entry is public again, versions that waited wait again, old ids and rows
    /// of the package lead where they led, and what was counted for the entry that went is its own again. The histories
    /// keep both the merge and that it was undone. The entry that stayed; `None` = there is no such merge.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Transition`] when it is too late; [`AppError::Database`] with a conflict when
    /// somebody has written either entry since.
    pub async fn undo_merge(
        &self,
        author: &Author,
        undo: UndoMerge,
    ) -> Result<Option<Edited>, AppError> {
        let now = self.clock.now();
        let mut tx = self.store.begin_write(&author.name, now).await?;
        may(&author.actor, Action::MergeListings, Subject::default())?;
        let Some(merge) = tx.find_merge_undo(undo.merged).await? else { return Ok(None) };
        let found = (tx.find_listing(merge.kept).await?, tx.find_listing(merge.merged).await?);
        let (Some(kept), Some(merged)) = found else { return Ok(None) };
        expect(&kept, undo.kept_version)?;
        expect(&kept, merge.kept_version)?;
        expect(&merged, merge.merged_version)?;
        let at = chrono::DateTime::parse_from_rfc3339(&merge.at).ok();
        if at.is_none_or(|at| now.signed_duration_since(at) > TimeDelta::minutes(MINUTES)) {
            let (from, to) = ("merged", "undone");
            return Err(InvalidTransition { noun: "listing", from, to }.into());
        }
        let before = &merge.before;
        // The one that stayed first: sites that came to it are the other's again.
        let edited = put_back(&mut tx, &kept, &before.kept).await?;
        put_back(&mut tx, &merged, &before.merged).await?;
        tx.restore_links(before).await?;
        // The same package is not read again: without its question nobody would ever be asked.
        if let Some(case) = &before.import_case {
            tx.put_back_import_case(merge.merged, case).await?;
        }
        let counted = (before.views.as_slice(), before.led.as_slice());
        tx.return_usage(merge.kept, merge.merged, counted).await?;
        tx.forget_merge_undo(merge.merged).await?;
        tx.commit().await?;
        Ok(Some(edited))
    }
}

fn expect(record: &ListingRecord, expected: i64) -> Result<(), DatabaseError> {
    if record.version == expected {
        return Ok(());
    }
    let (entity, id) = (Entity::Service, record.listing.id.to_string());
    Err(DatabaseError::Conflict { entity, id, expected, found: Some(record.version) })
}

/// Appends what an entry said before, each version in the name of who wrote it.
async fn put_back(
    tx: &mut Tx,
    record: &ListingRecord,
    before: &StoodBefore,
) -> Result<Edited, AppError> {
    let id = record.listing.id;
    let mut saved = Saved { revision: record.latest_revision, version: record.version, seq: 0 };
    if let Some(number) = before.published_revision {
        saved = append(tx, id, number, ReviewStatus::Published, saved).await?;
        let kind = DecisionKind::Publish;
        tx.note_decision(id, saved.revision, kind, None, saved.seq).await?;
    } else if record.published_revision.is_some() {
        saved = tx.withdraw(id, saved.version).await?;
    }
    if before.published_revision != Some(before.latest_revision) {
        saved = append(tx, id, before.latest_revision, before.review_status, saved).await?;
        if let Some(SentBack { kind, note, revision }) = &before.sent_back {
            // Who wrote it goes on reading why, and the editors that they have asked.
            let is_latest = *revision == before.latest_revision;
            let revision = if is_latest { saved.revision } else { *revision };
            tx.note_decision(id, revision, *kind, note.as_deref(), saved.seq).await?;
        }
    }
    Ok(Edited::new(id, saved, before.review_status))
}

async fn append(
    tx: &mut Tx,
    id: ServiceId,
    number: i64,
    state: ReviewStatus,
    saved: Saved,
) -> Result<Saved, AppError> {
    let revision = tx.find_revision(id, number).await?;
    let revision = revision.ok_or_else(|| DatabaseError::Inconsistency {
        table: "merge_undo",
        column: "before",
        row: id.to_string(),
        reason: format!("version {number} is not there"),
    })?;
    let (writer, reason) = (&revision.author, revision.reason.as_deref());
    Ok(tx.carry_over(&revision.listing, state, writer, reason, saved.version).await?)
}
