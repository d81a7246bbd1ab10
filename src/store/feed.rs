//! The change feed: every write in commit order; and being woken when it grows.

use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::{Notify, watch};
use tokio::task::AbortHandle;

use super::error::failed;
use super::text::read_word;
use super::{DatabaseError, Store};
use crate::domain::ChangeAction;

/// The channel on which PostgreSQL instances wake each other.
pub(super) const CHANNEL: &str = "sozialatlas_change";
/// How long to wait before connecting again after the listener's connection was lost.
const RELISTEN_AFTER: Duration = Duration::from_secs(2);

/// What kind of record a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entity {
    /// An entry (Angebot with its sites).
    Service,
    /// An organization (Träger).
    Organization,
    /// The classification as a whole.
    Taxonomy,
    /// All municipalities.
    Municipalities,
    /// The gazetteer.
    Places,
    /// All population cells.
    PopulationCells,
    /// A county package.
    Region,
    /// A suggestion, praise or complaint.
    Suggestion,
    /// A decision about an entry that leaves the public view as it is; the id is that of the entry.
    Review,
    /// A scenario of the planning that was kept.
    Scenario,
    /// A translation of an entry; the id is that of the entry, the versions are those of the translation.
    Translation,
}

impl Entity {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Service,
        Self::Organization,
        Self::Taxonomy,
        Self::Municipalities,
        Self::Places,
        Self::PopulationCells,
        Self::Region,
        Self::Suggestion,
        Self::Review,
        Self::Scenario,
        Self::Translation,
    ];

    /// The word used in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Organization => "organization",
            Self::Taxonomy => "taxonomy",
            Self::Municipalities => "municipalities",
            Self::Places => "places",
            Self::PopulationCells => "population_cells",
            Self::Region => "region",
            Self::Suggestion => "suggestion",
            Self::Review => "review",
            Self::Scenario => "scenario",
            Self::Translation => "translation",
        }
    }

    /// Whether the public view may look different after such a change. The read model follows these alone: it must
    /// not be built anew because somebody signed in or wrote to the editors.
    #[must_use]
    pub const fn is_shown(self) -> bool {
        match self {
            Self::Service
            | Self::Organization
            | Self::Taxonomy
            | Self::Municipalities
            | Self::Places
            | Self::PopulationCells
            | Self::Region
            | Self::Translation => true,
            Self::Suggestion | Self::Review | Self::Scenario => false,
        }
    }
}

/// One write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Position in the feed: 1, 2, 3 … without gaps, in commit order.
    pub seq: i64,
    /// When, RFC 3339 UTC.
    pub at: String,
    /// By whom.
    pub actor: String,
    /// What kind of record.
    pub entity: Entity,
    /// Which record; for those kept as a whole the name of the kind.
    pub entity_id: String,
    /// What happened to it.
    pub action: ChangeAction,
    /// Number of the version before, if it has versions and had one.
    pub before_revision: Option<i64>,
    /// Number of the version after, if it has versions and still has one.
    pub after_revision: Option<i64>,
}

type ChangeRow = (i64, String, String, String, String, String, Option<i64>, Option<i64>);

fn read_change(row: ChangeRow) -> Result<Change, DatabaseError> {
    let (seq, at, actor, entity, entity_id, action, before_revision, after_revision) = row;
    let key = seq.to_string();
    let entity = read_word("change", "entity", &key, &entity, |word| {
        Entity::ALL.into_iter().find(|e| e.as_str() == word)
    })?;
    let action = read_word("change", "action", &key, &action, |word| {
        [ChangeAction::Create, ChangeAction::Update, ChangeAction::Withdraw]
            .into_iter()
            .find(|a| a.as_str() == word)
    })?;
    Ok(Change { seq, at, actor, entity, entity_id, action, before_revision, after_revision })
}

impl Store {
    /// The changes after position `seq`, in order, at most `limit`.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a row that makes no sense.
    pub async fn changes_after(&self, seq: i64, limit: u32) -> Result<Vec<Change>, DatabaseError> {
        const LIST: &str = "SELECT seq, at, actor, entity, entity_id, action, before_revision, \
             after_revision FROM change WHERE seq > $1 ORDER BY seq LIMIT $2";
        let rows: Vec<ChangeRow> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(seq).bind(i64::from(limit)).fetch_all(pool).await
        })
        .map_err(failed("reading the change feed"))?;
        rows.into_iter().map(read_change).collect()
    }

    /// The position of the newest change; 0 = nothing was ever written.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn latest_seq(&self) -> Result<i64, DatabaseError> {
        const LATEST: &str = "SELECT COALESCE(MAX(seq), 0) FROM change";
        let (seq,): (i64,) = on_pool!(self, pool => sqlx::query_as(LATEST).fetch_one(pool).await)
            .map_err(failed("reading the end of the change feed"))?;
        Ok(seq)
    }

    /// Waits until the feed has grown beyond `after`; its newest position, or `after` when `limit` is over.
    ///
    /// Writes of this process wake at once, those of other instances on PostgreSQL by notification; others
    /// are found by looking every poll interval, which also covers a lost notification.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn wait_for_change(&self, after: i64, limit: Duration) -> Result<i64, DatabaseError> {
        let mut bell = self.wake.bell.subscribe();
        let grown = async {
            loop {
                bell.borrow_and_update();
                let latest = self.latest_seq().await?;
                if latest > after {
                    return Ok(latest);
                }
                // Either outcome means: look again.
                let _ = tokio::time::timeout(self.options.poll_interval, bell.changed()).await;
            }
        };
        tokio::time::timeout(limit, grown).await.unwrap_or(Ok(after))
    }
}

/// Wakes those who wait for changes.
#[derive(Debug)]
pub(super) struct Wake {
    bell: watch::Sender<u64>,
    mail: Notify,
    listener: Option<AbortHandle>,
}

impl Wake {
    /// Rung by this process alone.
    pub(super) fn local() -> Self {
        Self { bell: watch::Sender::new(0), mail: Notify::new(), listener: None }
    }

    /// Rung by this process and by notifications of PostgreSQL.
    pub(super) fn listening(pool: PgPool) -> Self {
        let bell = watch::Sender::new(0);
        let task = tokio::spawn(listen(pool, bell.clone()));
        Self { bell, mail: Notify::new(), listener: Some(task.abort_handle()) }
    }

    /// Wakes everybody.
    pub(super) fn ring(&self) {
        self.bell.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// Wakes the worker that sends mail.
    pub(super) fn ring_for_mail(&self) {
        self.mail.notify_one();
    }

    /// Waits until this process has written a mail; one that was written since the last wait counts.
    pub(super) async fn mail_rung(&self) {
        self.mail.notified().await;
    }
}

impl Drop for Wake {
    fn drop(&mut self) {
        if let Some(listener) = &self.listener {
            listener.abort();
        }
    }
}

/// Rings at every notification until the pool is closed.
async fn listen(pool: PgPool, bell: watch::Sender<u64>) {
    loop {
        let ended = listen_once(&pool, &bell).await;
        if pool.is_closed() {
            return;
        }
        if let Err(error) = ended {
            tracing::warn!(%error, "the change listener lost its connection; polling meanwhile");
        }
        tokio::time::sleep(RELISTEN_AFTER).await;
    }
}

async fn listen_once(pool: &PgPool, bell: &watch::Sender<u64>) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    loop {
        // What came before listening began, or while the connection was lost, may have been missed: look.
        bell.send_modify(|count| *count = count.wrapping_add(1));
        listener.try_recv().await?;
    }
}
