//! The schema's versions: one forward-only history for both databases, under `migrations/`.

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{PgPool, SqlitePool};

use super::error::failed;
use super::{DatabaseError, Pools, Store};

/// All versions this program knows, embedded in the binary.
static MIGRATOR: Migrator = sqlx::migrate!("./migrations");

/// What [`Store::migrate`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migrated {
    /// Version before; `None` = the database was empty.
    pub from: Option<i64>,
    /// Version now.
    pub to: i64,
}

/// A version as the database has it, with the checksum of its text.
pub(super) type Applied = (i64, Vec<u8>);

pub(super) const LIST_APPLIED: &str =
    "SELECT version, checksum FROM _sqlx_migrations ORDER BY version";

/// The newest version this program knows.
pub(super) fn newest() -> i64 {
    MIGRATOR.iter().map(|m| m.version).max().unwrap_or_default()
}

/// Compares what the database has with what this program knows; the version of the database, if any.
pub(super) fn check(applied: &[Applied]) -> Result<Option<i64>, DatabaseError> {
    let known = newest();
    let found = applied.iter().map(|(version, _)| *version).max();
    if let Some(found) = found.filter(|&found| found > known) {
        return Err(DatabaseError::NewerSchema { found, known });
    }
    for (version, checksum) in applied {
        let same =
            MIGRATOR.iter().any(|m| m.version == *version && m.checksum.as_ref() == &checksum[..]);
        if !same {
            return Err(DatabaseError::AlteredSchema { version: *version });
        }
    }
    Ok(found)
}

impl Store {
    /// Brings the schema to the newest version; safe to call from several processes at once.
    ///
    /// # Errors
    /// [`DatabaseError::Busy`] when another process keeps migrating or writing; otherwise as the database reports.
    /// Nothing is half migrated: on SQLite all steps are one transaction, on PostgreSQL each is one.
    pub async fn migrate(&self) -> Result<Migrated, DatabaseError> {
        let from = self.schema_version().await?;
        match &self.pools {
            Pools::Sqlite { write, .. } => migrate_sqlite(write.pool()).await?,
            Pools::Postgres { write, .. } => migrate_postgres(write).await?,
        }
        Ok(Migrated { from, to: newest() })
    }

    /// The schema version of the database; `None` = nothing there yet.
    ///
    /// # Errors
    /// [`DatabaseError::NewerSchema`] and as the database reports.
    pub async fn schema_version(&self) -> Result<Option<i64>, DatabaseError> {
        const WHAT: &str = "reading the schema version";
        let applied: Vec<Applied> = match &self.pools {
            Pools::Sqlite { write, .. } => {
                let write = write.pool();
                let there: Option<(i64,)> =
                    sqlx::query_as("SELECT 1 FROM sqlite_master WHERE name = '_sqlx_migrations'")
                        .fetch_optional(write)
                        .await
                        .map_err(failed(WHAT))?;
                match there {
                    Some(_) => sqlx::query_as(LIST_APPLIED).fetch_all(write).await,
                    None => Ok(Vec::new()),
                }
            }
            Pools::Postgres { read: pool, .. } => {
                let (there,): (bool,) =
                    sqlx::query_as("SELECT to_regclass('_sqlx_migrations') IS NOT NULL")
                        .fetch_one(pool)
                        .await
                        .map_err(failed(WHAT))?;
                if there {
                    sqlx::query_as(LIST_APPLIED).fetch_all(pool).await
                } else {
                    Ok(Vec::new())
                }
            }
        }
        .map_err(failed(WHAT))?;
        check(&applied)
    }
}

/// One transaction that holds the write lock from its beginning: sqlx itself locks nothing on SQLite.
async fn migrate_sqlite(write: &SqlitePool) -> Result<(), DatabaseError> {
    const WHAT: &str = "migrating the database";
    let mut tx = write.begin_with("BEGIN IMMEDIATE").await.map_err(failed(WHAT))?;
    MIGRATOR.run_direct(None, &mut *tx, false).await.map_err(migration_failed)?;
    tx.commit().await.map_err(failed(WHAT))
}

/// sqlx takes an advisory lock of its own here.
async fn migrate_postgres(pool: &PgPool) -> Result<(), DatabaseError> {
    MIGRATOR.run(pool).await.map_err(migration_failed)
}

fn migration_failed(error: MigrateError) -> DatabaseError {
    match error {
        MigrateError::VersionMismatch(version) => DatabaseError::AlteredSchema { version },
        MigrateError::VersionMissing(found) => {
            DatabaseError::NewerSchema { found, known: newest() }
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            failed("migrating the database")(error)
        }
        other => DatabaseError::Failed { what: "migrating the database", source: Box::new(other) },
    }
}
