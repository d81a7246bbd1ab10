//! What happened to accounts, and what is forgotten when its time is over.

use chrono::{DateTime, Utc};

use super::rows::read_time;
use crate::domain::AccountId;
use crate::store::error::failed;
use crate::store::text::{read_word, time_text, without_nul};
use crate::store::tx::{Tx, execute};
use crate::store::{DatabaseError, Store};

/// Something that happened to an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRecord {
    /// Its id; later ones sort after earlier ones.
    pub id: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What, as a word (`sign_in`, `role_changed` …).
    pub kind: String,
    /// Whose account; `None` = nobody's, for example a sign-in with an unknown address.
    pub account_id: Option<AccountId>,
    /// By whom: `account:<id>`, `command_line`, `nobody`.
    pub actor: String,
    /// More about it, without personal data.
    pub detail: String,
}

/// What was forgotten, in rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Sessions that had ended.
    pub sessions: u64,
    /// Browsers not seen for long.
    pub devices: u64,
    /// Tokens that had ended.
    pub tokens: u64,
    /// Links that had ended.
    pub links: u64,
    /// Events of the audit.
    pub events: u64,
}

type Row = (String, String, String, Option<String>, String, String);

fn read((id, at, kind, account, actor, detail): Row) -> Result<AuditRecord, DatabaseError> {
    let of = |text: String| read_word("audit_event", "account_id", &id, &text, |t| t.parse().ok());
    Ok(AuditRecord {
        at: read_time("audit_event", "at", &id, &at)?,
        account_id: account.map(of).transpose()?,
        id,
        kind,
        actor,
        detail,
    })
}

impl Store {
    /// The newest events, at most `limit`, older than the one of id `before` where one is given.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_audit(
        &self,
        before: Option<&str>,
        limit: u32,
    ) -> Result<Vec<AuditRecord>, DatabaseError> {
        const LIST: &str = "SELECT id, at, kind, account_id, actor, detail FROM audit_event \
             WHERE id < $1 ORDER BY id DESC LIMIT $2";
        // "g" comes after every id.
        let before = without_nul("an id", before.unwrap_or("g"))?;
        let rows: Vec<Row> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(before).bind(i64::from(limit)).fetch_all(pool).await
        })
        .map_err(failed("reading the audit"))?;
        rows.into_iter().map(read).collect()
    }

    /// Everything the audit keeps about an account, the oldest first.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_audit_of(
        &self,
        account: AccountId,
    ) -> Result<Vec<AuditRecord>, DatabaseError> {
        const LIST: &str = "SELECT id, at, kind, account_id, actor, detail FROM audit_event \
             WHERE account_id = $1 ORDER BY id";
        let rows: Vec<Row> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(account.to_string()).fetch_all(pool).await
        })
        .map_err(failed("reading the audit of an account"))?;
        rows.into_iter().map(read).collect()
    }
}

impl Tx {
    /// What happened to an account, as a word, and when, as of now.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_audit_times(
        &mut self,
        account: AccountId,
    ) -> Result<Vec<(String, DateTime<Utc>)>, DatabaseError> {
        const LIST: &str = "SELECT id, kind, at FROM audit_event WHERE account_id = $1";
        let rows: Vec<(String, String, String)> = on_tx!(self, connection => {
            sqlx::query_as(LIST).bind(account.to_string()).fetch_all(&mut *connection).await
        })
        .map_err(failed("reading the audit of an account"))?;
        let read = |(id, kind, at): (String, String, String)| {
            read_time("audit_event", "at", &id, &at).map(|at| (kind, at))
        };
        rows.into_iter().map(read).collect()
    }

    /// Appends to the audit.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn append_audit(&mut self, event: &AuditRecord) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO audit_event (id, at, kind, account_id, actor, detail) \
             VALUES ($1, $2, $3, $4, $5, $6)";
        execute!(
            self,
            "writing the audit",
            INSERT,
            &event.id,
            time_text(event.at),
            &event.kind,
            event.account_id.map(|id| id.to_string()),
            &event.actor,
            without_nul("an event", &event.detail)?,
        )
        .map(|_| ())
    }

    /// Forgets what has ended before `now`, sessions unused since `idle`, and events older than `events`.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn forget_expired(
        &mut self,
        now: DateTime<Utc>,
        idle: DateTime<Utc>,
        events: DateTime<Utc>,
    ) -> Result<Forgotten, DatabaseError> {
        const SESSIONS: &str = "DELETE FROM session WHERE expires_at <= $1 OR last_seen_at <= $2";
        const DEVICES: &str = "DELETE FROM known_device WHERE expires_at <= $1";
        const TOKENS: &str = "DELETE FROM api_token WHERE expires_at <= $1";
        const LINKS: &str = "DELETE FROM link_token WHERE expires_at <= $1";
        const EVENTS: &str = "DELETE FROM audit_event WHERE at <= $1";
        const WHAT: &str = "forgetting what has ended";
        let now = time_text(now);
        Ok(Forgotten {
            sessions: execute!(self, WHAT, SESSIONS, &now, time_text(idle))?,
            devices: execute!(self, WHAT, DEVICES, &now)?,
            tokens: execute!(self, WHAT, TOKENS, &now)?,
            links: execute!(self, WHAT, LINKS, &now)?,
            events: execute!(self, WHAT, EVENTS, time_text(events))?,
        })
    }
}
