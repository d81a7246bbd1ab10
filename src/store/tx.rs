//! A write: all or nothing, one at a time.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sqlx::{Postgres, Transaction};

use super::error::failed;
use super::feed::{CHANNEL, Entity, Wake};
use super::group::Part;
use super::text::{time_text, without_nul};
use super::{DatabaseError, Pools, Store};
use crate::domain::ChangeAction;

/// The advisory lock that writers on PostgreSQL hold until they commit ("SOZIATLA" in ASCII).
const WRITER_LOCK: i64 = 0x534f_5a49_4154_4c41;

/// Runs a statement of a transaction; evaluates to the number of rows it touched.
macro_rules! execute {
    ($tx:expr, $what:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        on_tx!($tx, connection => {
            sqlx::query($sql)
                $(.bind($value))*
                .execute(&mut *connection)
                .await
                .map(|done| done.rows_affected())
        })
        .map_err($crate::store::error::failed($what))
    };
}
pub(super) use execute;

/// Rows that one statement inserts: a round trip for each would make loading slow.
pub(super) const ROWS: usize = 64;

/// Inserts rows, many at once: `$start VALUES (…), (…) $end`. The text comes from constants, values are bound.
macro_rules! insert_rows {
    ($tx:expr, $what:expr, $start:expr, $end:expr, $rows:expr, |$row:ident| $($value:expr),+ $(,)?) => {
        for some in $rows.chunks($crate::store::tx::ROWS) {
            on_tx!($tx, connection => {
                let mut statement = sqlx::QueryBuilder::new($start);
                statement.push_values(some, |mut values, $row| {
                    $(values.push_bind($value);)+
                });
                statement.push($end);
                statement.build().execute(&mut *connection).await.map(|_| ())
            })
            .map_err($crate::store::error::failed($what))?;
        }
    };
}
pub(super) use insert_rows;

/// The open transaction of either database.
#[derive(Debug)]
pub(super) enum Open {
    Sqlite(Part),
    Postgres(Transaction<'static, Postgres>),
}

/// One writer's transaction. Dropped without [`Tx::commit`], it leaves nothing behind.
///
/// Only one is open at a time in all processes: on SQLite the file's write lock (which writers of one process pass on,
/// `group`), on PostgreSQL an advisory lock is taken at the beginning and held to the end. That makes `change.seq` free of gaps in commit order,
/// and spares everybody else the thought about two writers at once.
#[derive(Debug)]
pub struct Tx {
    pub(super) open: Open,
    pub(super) actor: String,
    /// Who wrote the version that is saved, where somebody else acts.
    pub(super) writer: Option<String>,
    pub(super) at: String,
    pub(super) last_seq: i64,
    began_at_seq: i64,
    /// Whether a mail was written, whose worker then need not wait for its next look.
    pub(super) has_mail: bool,
    wake: Arc<Wake>,
}

impl Store {
    /// Begins a write in the name of `actor` (an account, or `import:<region>`) at the moment `at`.
    ///
    /// # Errors
    /// [`DatabaseError::Busy`] when another writer does not finish within the busy timeout.
    pub async fn begin_write(&self, actor: &str, at: DateTime<Utc>) -> Result<Tx, DatabaseError> {
        const WHAT: &str = "beginning to write";
        const LAST_SEQ: &str = "SELECT COALESCE(MAX(seq), 0) FROM change";
        let actor = without_nul("the actor's name", actor)?.to_owned();
        let (open, (last_seq,)): (Open, (i64,)) = match &self.pools {
            Pools::Sqlite { write, .. } => {
                let mut part = write.begin().await?;
                let connection = part.connection().map_err(failed(WHAT))?;
                let last = sqlx::query_as(LAST_SEQ).fetch_one(connection).await;
                (Open::Sqlite(part), last.map_err(failed(WHAT))?)
            }
            Pools::Postgres { write, .. } => {
                // Read committed: what is read after the lock must show what the last writer committed.
                let begin = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
                let mut tx = write.begin_with(begin).await.map_err(failed(WHAT))?;
                sqlx::query("SELECT pg_advisory_xact_lock($1)")
                    .bind(WRITER_LOCK)
                    .execute(&mut *tx)
                    .await
                    .map_err(failed(WHAT))?;
                let last = sqlx::query_as(LAST_SEQ).fetch_one(&mut *tx).await;
                (Open::Postgres(tx), last.map_err(failed(WHAT))?)
            }
        };
        let (at, wake) = (time_text(at), Arc::clone(&self.wake));
        Ok(Tx {
            open,
            actor,
            writer: None,
            at,
            last_seq,
            began_at_seq: last_seq,
            has_mail: false,
            wake,
        })
    }
}

impl Tx {
    /// Makes everything written durable and visible, and wakes who waits for changes; the feed's position.
    ///
    /// # Errors
    /// [`DatabaseError::UnknownReference`] for references checked at commit; nothing is written then.
    pub async fn commit(mut self) -> Result<i64, DatabaseError> {
        const WHAT: &str = "committing";
        let changed = self.last_seq > self.began_at_seq;
        if let (true, Open::Postgres(tx)) = (changed, &mut self.open) {
            sqlx::query("SELECT pg_notify($1, $2)")
                .bind(CHANNEL)
                .bind(self.last_seq.to_string())
                .execute(&mut **tx)
                .await
                .map_err(failed(WHAT))?;
        }
        match self.open {
            Open::Sqlite(part) => part.commit().await?,
            Open::Postgres(tx) => tx.commit().await.map_err(failed(WHAT))?,
        }
        if changed {
            self.wake.ring();
        }
        if self.has_mail {
            self.wake.ring_for_mail();
        }
        Ok(self.last_seq)
    }

    /// Undoes everything now instead of whenever the connection is used next.
    ///
    /// # Errors
    /// As the database reports; nothing is written in any case.
    pub async fn rollback(self) -> Result<(), DatabaseError> {
        match self.open {
            Open::Sqlite(part) => part.rollback().await,
            Open::Postgres(tx) => tx.rollback().await.map_err(failed("rolling back")),
        }
    }

    /// Appends to the change feed; every writing method does so itself. Its position in the feed.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn append_change(
        &mut self,
        entity: Entity,
        entity_id: &str,
        action: ChangeAction,
        before_revision: Option<i64>,
        after_revision: Option<i64>,
    ) -> Result<i64, DatabaseError> {
        const INSERT: &str = "INSERT INTO change \
             (seq, at, actor, entity, entity_id, action, before_revision, after_revision) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let entity_id = without_nul("the id of a changed record", entity_id)?;
        let seq = self.last_seq + 1;
        execute!(
            self,
            "appending to the change feed",
            INSERT,
            seq,
            &self.at,
            &self.actor,
            entity.as_str(),
            entity_id,
            action.as_str(),
            before_revision,
            after_revision,
        )?;
        self.last_seq = seq;
        Ok(seq)
    }
}
