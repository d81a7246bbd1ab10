//! What can go wrong with a database, in words an operator can act on; never SQL, never data.

use sqlx::error::ErrorKind;

use super::feed::Entity;

/// The cause in the words of the driver: for the log, never for a client.
type Cause = Box<dyn std::error::Error + Send + Sync + 'static>;

/// A failure of the store: what was being done, and where.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// The address of the database cannot be used.
    #[error("the database address cannot be used: {reason}")]
    Address {
        /// Why.
        reason: String,
    },
    /// The database could not be reached or its file not be opened.
    #[error("cannot open the database {place}: {reason}")]
    Unreachable {
        /// File or server, without user name and password.
        place: String,
        /// Why, and what to do.
        reason: String,
        /// The driver's words.
        #[source]
        source: Option<Cause>,
    },
    /// The file is something else, or damaged.
    #[error("{place} is no SQLite database; it was left as it is")]
    NotADatabase {
        /// The file.
        place: String,
    },
    /// The database belongs to another program.
    #[error("the database {place} holds tables that are not Sozialatlas's; it was left as it is")]
    ForeignDatabase {
        /// File or server.
        place: String,
    },
    /// A newer program has written it.
    #[error(
        "the database has schema version {found}, this program knows versions up to {known}: start the newer \
         program or restore a backup; the database was left as it is"
    )]
    NewerSchema {
        /// Version of the database.
        found: i64,
        /// Newest version this program knows.
        known: i64,
    },
    /// The migration of that version was another one when it was applied.
    #[error("schema version {version} of the database is not the one this program knows")]
    AlteredSchema {
        /// The version.
        version: i64,
    },
    /// Somebody else writes and did not finish in time.
    #[error("{what}: the database is busy, another process is writing; try again")]
    Busy {
        /// What was being done.
        what: &'static str,
    },
    /// The record has changed since it was read.
    #[error("{} {id} is at version {}, not {expected}", .entity.as_str(), found.map_or_else(|| "none".into(), |v: i64| v.to_string()))]
    Conflict {
        /// Kind of record.
        entity: Entity,
        /// Its id.
        id: String,
        /// The version the writer had seen; 0 = none yet.
        expected: i64,
        /// The version it has; `None` = there is no such record.
        found: Option<i64>,
    },
    /// There is already a record of that id or name.
    #[error("{what}: already there ({constraint})")]
    Duplicate {
        /// What was being done.
        what: &'static str,
        /// Which uniqueness was violated.
        constraint: String,
    },
    /// It refers to a record that does not exist, or removes one that others refer to.
    #[error("{what}: refers to a record that is not there ({constraint})")]
    UnknownReference {
        /// What was being done.
        what: &'static str,
        /// Which reference was violated, as far as the database tells.
        constraint: String,
    },
    /// A value is outside of what its column allows.
    #[error("{what}: a value is not allowed ({constraint})")]
    NotAllowed {
        /// What was being done.
        what: &'static str,
        /// Which rule was violated.
        constraint: String,
    },
    /// A text holds the character NUL, which PostgreSQL cannot store.
    #[error("{what} holds the character NUL (U+0000), which cannot be stored")]
    Nul {
        /// Which record.
        what: String,
    },
    /// A number is not finite, or a value cannot be written as JSON.
    #[error("{what} cannot be stored: {reason}")]
    Unstorable {
        /// Which record.
        what: String,
        /// Why.
        reason: String,
    },
    /// A row of the database does not make sense.
    #[error("table {table}, column {column}, row {row}: unreadable ({reason})")]
    Inconsistency {
        /// Table.
        table: &'static str,
        /// Column.
        column: &'static str,
        /// Key of the row.
        row: String,
        /// Why it cannot be read.
        reason: String,
    },
    /// The disk is full.
    #[error("{what}: no space left for the database")]
    Full {
        /// What was being done.
        what: &'static str,
    },
    /// The database file is damaged.
    #[error("{what}: the database is damaged; restore a backup")]
    Damaged {
        /// What was being done.
        what: &'static str,
    },
    /// Anything else the driver reports.
    #[error("{what}: the database failed")]
    Failed {
        /// What was being done.
        what: &'static str,
        /// The driver's words, for the log.
        #[source]
        source: Cause,
    },
}

/// Primary result codes of SQLite (<https://sqlite.org/rescode.html>).
mod sqlite {
    pub(super) const BUSY: i64 = 5;
    pub(super) const LOCKED: i64 = 6;
    pub(super) const CORRUPT: i64 = 11;
    pub(super) const FULL: i64 = 13;
    pub(super) const NOT_A_DATABASE: i64 = 26;
}

/// What a driver error means, independent of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Busy,
    Full,
    Damaged,
    NotADatabase,
    Duplicate,
    UnknownReference,
    NotAllowed,
    Other,
}

/// Reads the meaning off the error's kind and code (PostgreSQL: Appendix A of its manual).
pub(super) fn meaning(error: &sqlx::Error) -> Meaning {
    let database = match error {
        sqlx::Error::PoolTimedOut => return Meaning::Busy,
        sqlx::Error::Database(database) => database,
        _ => return Meaning::Other,
    };
    match database.kind() {
        ErrorKind::UniqueViolation => return Meaning::Duplicate,
        ErrorKind::ForeignKeyViolation => return Meaning::UnknownReference,
        ErrorKind::NotNullViolation | ErrorKind::CheckViolation => return Meaning::NotAllowed,
        _ => {}
    }
    let code = database.code().unwrap_or_default();
    if database.try_downcast_ref::<sqlx::postgres::PgDatabaseError>().is_some() {
        return match code.as_ref() {
            // lock not available, deadlock, serialization failure
            "55P03" | "40P01" | "40001" => Meaning::Busy,
            "53100" => Meaning::Full,
            "XX001" | "XX002" => Meaning::Damaged,
            _ => Meaning::Other,
        };
    }
    match code.parse::<i64>().map(|code| code & 0xff) {
        Ok(sqlite::BUSY | sqlite::LOCKED) => Meaning::Busy,
        Ok(sqlite::FULL) => Meaning::Full,
        Ok(sqlite::CORRUPT) => Meaning::Damaged,
        Ok(sqlite::NOT_A_DATABASE) => Meaning::NotADatabase,
        _ => Meaning::Other,
    }
}

/// Which constraint was violated, as far as the database tells; SQLite names columns, PostgreSQL the constraint.
fn constraint(error: &sqlx::Error) -> String {
    let Some(database) = error.as_database_error() else { return String::new() };
    if let Some(name) = database.constraint() {
        return name.to_owned();
    }
    let message = database.message();
    message.rsplit_once("failed: ").map_or(message, |(_, names)| names).to_owned()
}

/// Turns an error of the driver into ours; `what` says what was being done.
pub(super) fn failed(what: &'static str) -> impl Fn(sqlx::Error) -> DatabaseError {
    move |error| match meaning(&error) {
        Meaning::Busy => DatabaseError::Busy { what },
        Meaning::Full => DatabaseError::Full { what },
        Meaning::Damaged | Meaning::NotADatabase => DatabaseError::Damaged { what },
        Meaning::Duplicate => DatabaseError::Duplicate { what, constraint: constraint(&error) },
        Meaning::UnknownReference => {
            DatabaseError::UnknownReference { what, constraint: constraint(&error) }
        }
        Meaning::NotAllowed => DatabaseError::NotAllowed { what, constraint: constraint(&error) },
        Meaning::Other => DatabaseError::Failed { what, source: Box::new(error) },
    }
}
