//! SQLite's one writer. Those who write at the same time share a commit: making it durable is the dear part of a write,
//! and one `fsync` serves them all (group commit: `DeWitt` et al. 1984, "Implementation techniques for main memory
//! database systems", section 5.2).
//!
//! Writers come one after another, in the order in which they asked. Whoever is done stands in line again; all who
//! asked before join the open transaction, each in a savepoint of its own; then it is committed, and only then any of
//! them is told that its write is done. Nobody waits for writers that have not come yet: alone, a write is committed
//! at once.

use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::SqliteConnection;
use sqlx::{Sqlite, SqlitePool, Transaction};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use super::DatabaseError;
use super::error::failed;

const COMMITTING: &str = "committing";
const ROLLING_BACK: &str = "rolling back";
/// Around everything behind the first part. Where SQLite gave up the whole transaction by itself (no space left), the
/// mark is gone, and so a commit cannot succeed with the first part missing.
const MARK: &str = "SAVEPOINT grouped; SAVEPOINT part";
const BEGIN_PART: &str = "SAVEPOINT part";
const END_PART: &str = "RELEASE part";
const UNDO_PART: &str = "ROLLBACK TO part; RELEASE part";
const END_MARK: &str = "RELEASE grouped";

/// The one connection that writes.
#[derive(Debug, Clone)]
pub(super) struct Writer {
    pool: SqlitePool,
    slot: Arc<Mutex<Slot>>,
    patience: Duration,
}

/// What the writers pass on.
#[derive(Debug, Default)]
struct Slot {
    /// Open, with the parts of all who wait.
    tx: Option<Transaction<'static, Sqlite>>,
    /// Who has written and is not told yet.
    waiting: Vec<oneshot::Sender<Result<(), DatabaseError>>>,
    is_marked: bool,
}

/// One write of the group; dropped without [`Part::commit`] it leaves nothing behind, and the others as they are.
#[derive(Debug)]
pub(super) struct Part {
    tx: Option<Transaction<'static, Sqlite>>,
    slot: Option<OwnedMutexGuard<Slot>>,
    writer: Writer,
    /// Whether its savepoint stands; the first of a group needs none.
    is_begun: bool,
}

impl Writer {
    /// A writer over a pool of one connection; whoever waits longer than `patience` is told that it is busy.
    pub(super) fn new(pool: SqlitePool, patience: Duration) -> Self {
        Self { pool, slot: Arc::default(), patience }
    }

    /// The connection, for what is no part of a group.
    pub(super) const fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    /// Begins a write when all who asked before are done with theirs.
    ///
    /// # Errors
    /// [`DatabaseError::Busy`] when that takes too long, here or in another process.
    pub(super) async fn begin(&self) -> Result<Part, DatabaseError> {
        const WHAT: &str = "beginning to write";
        let lock = Arc::clone(&self.slot).lock_owned();
        let mut slot = tokio::time::timeout(self.patience, lock)
            .await
            .map_err(|_elapsed| DatabaseError::Busy { what: WHAT })?;
        let Some(tx) = slot.tx.take() else {
            let tx = self.pool.begin_with("BEGIN IMMEDIATE").await.map_err(failed(WHAT))?;
            return Ok(Part {
                tx: Some(tx),
                slot: Some(slot),
                writer: self.clone(),
                is_begun: true,
            });
        };
        let begin = if slot.is_marked { BEGIN_PART } else { MARK };
        let mut part =
            Part { tx: Some(tx), slot: Some(slot), writer: self.clone(), is_begun: false };
        let connection = part.connection().map_err(failed(WHAT))?;
        sqlx::raw_sql(begin).execute(connection).await.map_err(failed(WHAT))?;
        part.is_begun = true;
        if let Some(slot) = &mut part.slot {
            slot.is_marked = true;
        }
        Ok(part)
    }

    /// Lets those join who asked before, then makes all parts durable and tells everybody.
    async fn finish(
        self,
        tx: Transaction<'static, Sqlite>,
        mut slot: OwnedMutexGuard<Slot>,
    ) -> Result<(), DatabaseError> {
        let (tell, mut told) = oneshot::channel();
        slot.waiting.push(tell);
        slot.tx = Some(tx);
        drop(slot);
        let mut slot = self.slot.lock_owned().await;
        if let Ok(outcome) = told.try_recv() {
            return outcome;
        }
        let outcome = slot.commit().await;
        for waiting in slot.waiting.drain(..) {
            // Whoever no longer listens need not be told.
            let _ = waiting.send(outcome.as_ref().map_err(same).copied());
        }
        outcome
    }
}

impl Slot {
    async fn commit(&mut self) -> Result<(), DatabaseError> {
        let is_marked = std::mem::take(&mut self.is_marked);
        let Some(mut tx) = self.tx.take() else { return Err(gone()) };
        if is_marked {
            sqlx::raw_sql(END_MARK).execute(&mut *tx).await.map_err(failed(COMMITTING))?;
        }
        tx.commit().await.map_err(failed(COMMITTING))
    }
}

impl Part {
    /// The connection to write on.
    ///
    /// # Errors
    /// Never while the part is whole.
    pub(super) fn connection(&mut self) -> Result<&mut SqliteConnection, sqlx::Error> {
        self.tx.as_deref_mut().ok_or(sqlx::Error::WorkerCrashed)
    }

    /// Makes the write durable, together with those of others. Goes on if nobody waits for the answer any more.
    ///
    /// # Errors
    /// As the database reports; then nothing of it is written. Where a reference that is checked last fails, the others
    /// of the group are told [`DatabaseError::Busy`], and nothing of theirs is written either.
    pub(super) async fn commit(mut self) -> Result<(), DatabaseError> {
        let (Some(tx), Some(slot)) = (self.tx.take(), self.slot.take()) else {
            return Err(gone());
        };
        let writer = self.writer.clone();
        let rest = tokio::spawn(async move {
            let (mut tx, slot) = (tx, slot);
            if !slot.waiting.is_empty()
                && let Err(error) = sqlx::raw_sql(END_PART).execute(&mut *tx).await
            {
                undo(tx, slot, true).await;
                return Err(failed(COMMITTING)(error));
            }
            writer.finish(tx, slot).await
        });
        rest.await.unwrap_or_else(|_| Err(gone()))
    }

    /// Undoes the write now.
    ///
    /// # Errors
    /// As the database reports; nothing is written in any case.
    pub(super) async fn rollback(mut self) -> Result<(), DatabaseError> {
        match (self.tx.take(), self.slot.take()) {
            (Some(tx), Some(slot)) if slot.waiting.is_empty() => {
                tx.rollback().await.map_err(failed(ROLLING_BACK))
            }
            (Some(tx), Some(slot)) => {
                // In a task of its own, so that it is done even if nobody waits for it.
                let _ = tokio::spawn(undo(tx, slot, self.is_begun)).await;
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let (Some(tx), Some(mut slot)) = (self.tx.take(), self.slot.take()) else { return };
        if slot.waiting.is_empty() {
            // Alone in it: dropping the transaction undoes it.
            return;
        }
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(undo(tx, slot, self.is_begun))),
            // The program ends: nobody has been told that anything was written.
            Err(_) => slot.waiting.clear(),
        }
    }
}

/// Undoes one part and leaves those of the others.
///
/// What was not begun has nothing to undo. What was begun and cannot be undone must not become durable with the others:
/// then all of it goes, and those who wait are told so.
async fn undo(
    mut tx: Transaction<'static, Sqlite>,
    mut slot: OwnedMutexGuard<Slot>,
    is_begun: bool,
) {
    if is_begun && let Err(error) = sqlx::raw_sql(UNDO_PART).execute(&mut *tx).await {
        tracing::warn!(%error, "a part of a shared write cannot be undone alone");
        slot.is_marked = false;
        return;
    }
    slot.tx = Some(tx);
}

/// What the others of a group are told.
fn same(error: &DatabaseError) -> DatabaseError {
    match error {
        DatabaseError::Full { what } => DatabaseError::Full { what },
        DatabaseError::Damaged { what } => DatabaseError::Damaged { what },
        DatabaseError::Failed { what, source } => {
            DatabaseError::Failed { what, source: source.to_string().into() }
        }
        _ => DatabaseError::Busy { what: COMMITTING },
    }
}

fn gone() -> DatabaseError {
    DatabaseError::Failed { what: COMMITTING, source: "the transaction is gone".into() }
}
