//! SQL: the only room that names sqlx.
//!
//! [`Store`] is one of two typed pools, SQLite or PostgreSQL; the SQL text is the same for both, and the macros
//! of this file expand one block of Rust for either. Writes go through [`Tx`], which appends to the change feed
//! and leaves nothing behind unless it is committed. The whole version of an entry is one JSON document in the
//! append-only table `revision`; the relational tables are the projection of what is published
//! (`docs/adr/0002-revisions-are-the-truth.md`).
//!
//! Time and actor are arguments of [`Store::begin_write`]; the store reads no clock.

/// Runs the block with the pool for reading of either database.
macro_rules! on_pool {
    ($store:expr, $pool:ident => $block:expr) => {
        match &$store.pools {
            $crate::store::Pools::Sqlite { read: $pool, .. } => $block,
            $crate::store::Pools::Postgres { read: $pool, .. } => $block,
        }
    };
}

/// Runs the block with the connection of a transaction on either database.
macro_rules! on_tx {
    ($tx:expr, $connection:ident => $block:expr) => {
        match &mut $tx.open {
            $crate::store::tx::Open::Sqlite(part) => match part.connection() {
                Ok($connection) => $block,
                Err(error) => Err(error),
            },
            $crate::store::tx::Open::Postgres(transaction) => {
                let $connection = &mut **transaction;
                $block
            }
        }
    };
}

mod accounts;
mod aliases;
mod answers;
mod check;
mod decisions;
mod error;
mod feed;
mod freshness;
mod group;
mod handovers;
mod history;
mod import_cases;
mod link_checks;
mod listings;
mod merges;
mod moved_usage;
mod open;
mod organizations;
mod outbox;
mod population;
mod projection;
mod published;
mod reference;
mod revisions;
mod rows;
mod scenarios;
mod schema;
mod suggestions;
mod summaries;
mod text;
mod translations;
mod tx;
mod upkeep;
mod usage;
mod waiting;

use std::sync::Arc;
use std::time::Duration;

use sqlx::{PgPool, SqlitePool};

pub use accounts::{
    AccountRecord, AuditRecord, Forgotten, IdentityRecord, LinkEnd, LinkRecord, SessionRecord,
    SessionStage, SessionWay, TokenRecord,
};
pub use aliases::Alias;
pub use answers::KnownAnswer;
pub use check::Fault;
pub use decisions::{DecisionRecord, HistoryEvent, Sample};
pub use error::DatabaseError;
pub use feed::{Change, Entity};
pub use handovers::HandoverRecord;
pub use import_cases::{ImportCase, ImportCaseState, ImportCaseSummary, MovedCase, Said};
pub use link_checks::LinkCheckRecord;
pub use listings::ListingRecord;
pub use merges::{
    MergeBefore, MergeUndo, MovedAlias, MovedLed, MovedRow, MovedViews, SentBack, StoodBefore,
};
pub use organizations::OrganizationRecord;
pub use outbox::TakenMail;
pub use published::{PublicChange, PublishedDocument, PublishedStream, Tail};
pub use reference::{MunicipalityRecord, RegionRecord};
pub use revisions::Saved;
pub use scenarios::ScenarioRecord;
pub use schema::Migrated;
pub use suggestions::{
    SENDER, SuggestionChange, SuggestionCount, SuggestionFilter, SuggestionMessage, SuggestionPage,
    SuggestionRecord,
};
pub use summaries::{ListingSummary, SummaryQuery};
pub use translations::{TranslationRecord, TranslationWork};
pub use tx::Tx;
pub use upkeep::TaskRecord;
pub use usage::{LedKey, UnmetKey, UnmetQuery};
pub use waiting::{WaitingKey, WaitingPart};

use feed::Wake;
use group::Writer;

/// How to open a database.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// Make the SQLite file if there is none.
    pub create: bool,
    /// Connections for reading; one more writes.
    pub connections: u32,
    /// How long to wait for another writer before [`DatabaseError::Busy`].
    pub busy_timeout: Duration,
    /// Memory in KiB that SQLite's writer may keep pages in; a load of hundreds of thousands of entries is
    /// markedly quicker when its indexes fit (about 1 GiB for half a million).
    pub write_cache_kib: u32,
    /// How often to look for changes of other processes where nothing announces them.
    pub poll_interval: Duration,
}

impl Default for OpenOptions {
    fn default() -> Self {
        Self {
            create: true,
            connections: 8,
            busy_timeout: Duration::from_secs(5),
            write_cache_kib: 65_536,
            poll_interval: Duration::from_secs(1),
        }
    }
}

/// The two typed pools.
#[derive(Debug, Clone)]
enum Pools {
    /// One file: one writer, several read-only readers.
    Sqlite {
        /// Read-only connections.
        read: SqlitePool,
        /// The one connection that writes.
        write: Writer,
    },
    /// One server, several instances of this program.
    Postgres {
        /// Read-only connections.
        read: PgPool,
        /// The one connection of this process that writes: writers queue here, not on the server, so that
        /// those who wait never take the connections that the one who writes reads with.
        write: PgPool,
    },
}

/// The database; cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    pools: Pools,
    options: Arc<OpenOptions>,
    wake: Arc<Wake>,
}
