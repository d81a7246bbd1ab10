//! Opening: looks before it touches, so that a foreign, newer or broken database stays as it is.

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, PgPool};

use super::error::{Meaning, failed, meaning};
use super::feed::Wake;
use super::group::Writer;
use super::{DatabaseError, OpenOptions, Pools, Store, schema};

/// Size above which SQLite cuts its write-ahead log after a large load (bytes).
const WAL_LIMIT: &str = "67108864";
/// Memory in which a reader keeps pages, negative = KiB (SQLite's `cache_size`).
const READ_CACHE: &str = "-16000";

impl Store {
    /// Opens the database at `url` (`sqlite://file`, `postgres://…`) without changing what is in it.
    ///
    /// # Errors
    /// [`DatabaseError::NewerSchema`], [`DatabaseError::NotADatabase`], [`DatabaseError::ForeignDatabase`] and
    /// [`DatabaseError::Unreachable`], each leaving the database untouched.
    pub async fn open(url: &str, options: &OpenOptions) -> Result<Self, DatabaseError> {
        let scheme = url.split(':').next().unwrap_or_default();
        let (pools, wake) = match scheme {
            "sqlite" => (open_sqlite(url, options).await?, Wake::local()),
            "postgres" | "postgresql" => {
                let (read, write) = open_postgres(url, options).await?;
                let wake = Wake::listening(read.clone());
                (Pools::Postgres { read, write }, wake)
            }
            _ => {
                return Err(DatabaseError::Address {
                    reason: "it must start with sqlite:// or postgres://".to_owned(),
                });
            }
        };
        Ok(Self { pools, options: Arc::new(options.clone()), wake: Arc::new(wake) })
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), DatabaseError> {
        on_pool!(self, pool => sqlx::query("SELECT 1").execute(pool).await.map(|_| ()))
            .map_err(failed("asking whether the database answers"))
    }

    /// Closes all connections; SQLite then folds its write-ahead log into the file.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { read, write } => {
                read.close().await;
                write.pool().close().await;
            }
            Pools::Postgres { read, write } => {
                read.close().await;
                write.close().await;
            }
        }
    }
}

async fn open_sqlite(url: &str, options: &OpenOptions) -> Result<Pools, DatabaseError> {
    let base = SqliteConnectOptions::from_str(url)
        .map_err(|error| DatabaseError::Address { reason: error.to_string() })?
        .busy_timeout(options.busy_timeout)
        .foreign_keys(true)
        .disable_statement_logging();
    let path = base.get_filename().to_owned();
    let place = path.display().to_string();
    if url.contains(":memory:") || url.contains("mode=memory") || place.is_empty() {
        return Err(DatabaseError::Address {
            reason: "a SQLite database needs a file, in memory readers would not see it".to_owned(),
        });
    }
    look_into_sqlite(&base, &path, &place).await?;
    let writer = base
        .clone()
        .create_if_missing(options.create)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("journal_size_limit", WAL_LIMIT)
        // Negative: KiB, not pages.
        .pragma("cache_size", format!("-{}", options.write_cache_kib));
    let lasting = || {
        SqlitePoolOptions::new()
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .acquire_timeout(options.busy_timeout)
    };
    let write = lasting()
        .max_connections(1)
        .min_connections(1)
        .connect_with(writer)
        .await
        .map_err(|error| cannot_open(&place, error))?;
    let read = lasting()
        .max_connections(options.connections.max(1))
        .connect_with(base.read_only(true).pragma("cache_size", READ_CACHE))
        .await
        .map_err(|error| cannot_open(&place, error))?;
    Ok(Pools::Sqlite { read, write: Writer::new(write, options.busy_timeout) })
}

/// Reads the file, if there is one, on a connection of its own that cannot write.
async fn look_into_sqlite(
    base: &SqliteConnectOptions,
    path: &Path,
    place: &str,
) -> Result<(), DatabaseError> {
    if std::fs::metadata(path).map_or(true, |file| file.is_file() && file.len() == 0) {
        return Ok(());
    }
    let cannot = |error| cannot_open(place, error);
    let mut connection = base.clone().read_only(true).connect().await.map_err(cannot)?;
    let tables: Vec<(String,)> =
        sqlx::query_as("SELECT name FROM sqlite_master WHERE type = 'table'")
            .fetch_all(&mut connection)
            .await
            .map_err(cannot)?;
    if tables.iter().any(|(name,)| name == "_sqlx_migrations") {
        let applied = sqlx::query_as(schema::LIST_APPLIED)
            .fetch_all(&mut connection)
            .await
            .map_err(cannot)?;
        schema::check(&applied)?;
    } else if !tables.is_empty() {
        return Err(DatabaseError::ForeignDatabase { place: place.to_owned() });
    }
    connection.close().await.map_err(cannot)
}

/// The pools for reading and for writing.
async fn open_postgres(
    url: &str,
    options: &OpenOptions,
) -> Result<(PgPool, PgPool), DatabaseError> {
    // The driver's words may repeat the address with its password, so they are not passed on.
    let base = PgConnectOptions::from_str(url).map_err(|_secret| DatabaseError::Address {
        reason: "it must look like postgres://user:password@host:port/database".to_owned(),
    })?;
    let place =
        format!("{}:{}/{}", base.get_host(), base.get_port(), base.get_database().unwrap_or(""));
    let wait = format!("{}ms", options.busy_timeout.as_millis());
    let base = base
        .options([("lock_timeout", wait.as_str())])
        .application_name("sozialatlas")
        .disable_statement_logging();
    let pool = |connections| {
        PgPoolOptions::new().max_connections(connections).acquire_timeout(options.busy_timeout)
    };
    // A pool would try again until its patience is over, and then could only say that it waited.
    let probe = base.connect().await.map_err(|error| cannot_open(&place, error))?;
    probe.close().await.map_err(|error| cannot_open(&place, error))?;
    // One more than asked for: the listener keeps one.
    let read = pool(options.connections.max(1) + 1)
        .connect_with(base.clone().options([("default_transaction_read_only", "on")]))
        .await
        .map_err(|error| cannot_open(&place, error))?;
    look_into_postgres(&read, &place).await?;
    Ok((read, pool(1).connect_lazy_with(base)))
}

async fn look_into_postgres(pool: &PgPool, place: &str) -> Result<(), DatabaseError> {
    const ASK: &str = "SELECT current_setting('server_encoding'), \
         CAST(current_setting('server_version_num') AS BIGINT), \
         to_regclass('_sqlx_migrations') IS NOT NULL, \
         EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())";
    let cannot = |error| cannot_open(place, error);
    let (encoding, version, migrated, tables): (String, i64, bool, bool) =
        sqlx::query_as(ASK).fetch_one(pool).await.map_err(cannot)?;
    let refuse = |reason: &str| {
        Err(DatabaseError::Unreachable {
            place: place.to_owned(),
            reason: reason.to_owned(),
            source: None,
        })
    };
    if encoding != "UTF8" {
        return refuse("its encoding must be UTF8 (CREATE DATABASE … ENCODING 'UTF8')");
    }
    if version < 130_000 {
        return refuse("PostgreSQL 13 or newer is needed");
    }
    if migrated {
        let applied = sqlx::query_as(schema::LIST_APPLIED).fetch_all(pool).await.map_err(cannot)?;
        schema::check(&applied)?;
    } else if tables {
        return Err(DatabaseError::ForeignDatabase { place: place.to_owned() });
    }
    Ok(())
}

/// What a failure to connect means for the operator.
fn cannot_open(place: &str, error: sqlx::Error) -> DatabaseError {
    match meaning(&error) {
        Meaning::NotADatabase => DatabaseError::NotADatabase { place: place.to_owned() },
        Meaning::Busy => DatabaseError::Busy { what: "opening the database" },
        Meaning::Damaged => DatabaseError::Damaged { what: "opening the database" },
        _ => {
            let reason = match &error {
                sqlx::Error::Io(_) | sqlx::Error::Tls(_) => "the server cannot be reached",
                _ => "check that it exists and that this user may use it",
            };
            DatabaseError::Unreachable {
                place: place.to_owned(),
                reason: reason.to_owned(),
                source: Some(Box::new(error)),
            }
        }
    }
}
