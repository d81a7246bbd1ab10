//! Sessions and known browsers.

use chrono::{DateTime, Utc};

use super::rows::read_time;
use crate::domain::AccountId;
use crate::store::error::failed;
use crate::store::text::{read_word, time_text, without_nul};
use crate::store::tx::{Tx, execute};
use crate::store::{DatabaseError, Store};

/// How far a sign-in has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStage {
    /// The password was right, the one-time code is still to come.
    Code,
    /// Signed in.
    Full,
}

impl SessionStage {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Full => "full",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Code, Self::Full].into_iter().find(|stage| stage.as_str() == text)
    }
}

/// How a session was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionWay {
    /// With our password.
    Password,
    /// By a sign-in provider.
    Provider,
    /// By a sign-in provider that has asked for a second factor.
    ProviderStrong,
}

impl SessionWay {
    const ALL: [Self; 3] = [Self::Password, Self::Provider, Self::ProviderStrong];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Provider => "provider",
            Self::ProviderStrong => "provider_strong",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.as_str() == text)
    }
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRecord {
    /// Names it in the person's list; tells nothing about the cookie.
    pub id: String,
    /// Whose it is.
    pub account_id: AccountId,
    /// How far the sign-in has come.
    pub stage: SessionStage,
    /// How it was opened.
    pub way: SessionWay,
    /// The browser, in words.
    pub device: String,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to a few minutes.
    pub last_seen_at: DateTime<Utc>,
    /// When it ends, used or not.
    pub expires_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    account_id: String,
    stage: String,
    way: String,
    device: String,
    created_at: String,
    last_seen_at: String,
    expires_at: String,
}

fn read(row: Row) -> Result<SessionRecord, DatabaseError> {
    let time = |column, text: &str| read_time("session", column, &row.id, text);
    Ok(SessionRecord {
        account_id: read_word("session", "account_id", &row.id, &row.account_id, |t| {
            t.parse().ok()
        })?,
        stage: read_word("session", "stage", &row.id, &row.stage, SessionStage::parse)?,
        way: read_word("session", "way", &row.id, &row.way, SessionWay::parse)?,
        created_at: time("created_at", &row.created_at)?,
        last_seen_at: time("last_seen_at", &row.last_seen_at)?,
        expires_at: time("expires_at", &row.expires_at)?,
        device: row.device,
        id: row.id,
    })
}

impl Store {
    /// The session of a cookie's hash, however old.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_session(&self, hash: &str) -> Result<Option<SessionRecord>, DatabaseError> {
        const FIND: &str = "SELECT id, account_id, stage, way, device, created_at, \
             last_seen_at, expires_at FROM session WHERE hash = $1";
        let row: Option<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(hash).fetch_optional(pool).await
        })
        .map_err(failed("reading a session"))?;
        row.map(read).transpose()
    }

    /// The sessions of an account that are signed in, the last used first.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_sessions(
        &self,
        account: AccountId,
    ) -> Result<Vec<SessionRecord>, DatabaseError> {
        const LIST: &str = "SELECT id, account_id, stage, way, device, created_at, \
             last_seen_at, expires_at FROM session WHERE account_id = $1 AND stage = 'full' \
             ORDER BY last_seen_at DESC, id";
        let rows: Vec<Row> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(account.to_string()).fetch_all(pool).await
        })
        .map_err(failed("reading sessions"))?;
        rows.into_iter().map(read).collect()
    }

    /// Whether an account has signed in before with the browser of this cookie's hash.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn is_known_device(
        &self,
        account: AccountId,
        hash: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, DatabaseError> {
        const FIND: &str = "SELECT account_id FROM known_device \
             WHERE hash = $1 AND account_id = $2 AND expires_at > $3";
        let row: Option<(String,)> = on_pool!(self, pool => {
            sqlx::query_as(FIND)
                .bind(hash)
                .bind(account.to_string())
                .bind(time_text(now))
                .fetch_optional(pool)
                .await
        })
        .map_err(failed("reading a known browser"))?;
        Ok(row.is_some())
    }
}

impl Tx {
    /// Adds a session under the hash of its cookie.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn insert_session(
        &mut self,
        hash: &str,
        session: &SessionRecord,
    ) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO session \
             (id, hash, account_id, stage, way, device, created_at, last_seen_at, expires_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        execute!(
            self,
            "beginning a session",
            INSERT,
            &session.id,
            hash,
            session.account_id.to_string(),
            session.stage.as_str(),
            session.way.as_str(),
            without_nul("a browser", &session.device)?,
            time_text(session.created_at),
            time_text(session.last_seen_at),
            time_text(session.expires_at),
        )
        .map(|_| ())
    }

    /// Notes that a session is used now.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn touch_session(&mut self, id: &str) -> Result<(), DatabaseError> {
        const TOUCH: &str = "UPDATE session SET last_seen_at = $2 WHERE id = $1";
        let at = self.at.clone();
        execute!(self, "noting the use of a session", TOUCH, id, at).map(|_| ())
    }

    /// Ends the session of a cookie's hash.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn delete_session(&mut self, hash: &str) -> Result<bool, DatabaseError> {
        const DELETE: &str = "DELETE FROM session WHERE hash = $1";
        Ok(execute!(self, "ending a session", DELETE, hash)? == 1)
    }

    /// Ends one session of an account.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn delete_session_of(
        &mut self,
        account: AccountId,
        id: &str,
    ) -> Result<bool, DatabaseError> {
        const DELETE: &str = "DELETE FROM session WHERE account_id = $1 AND id = $2";
        Ok(execute!(self, "ending a session", DELETE, account.to_string(), id)? == 1)
    }

    /// Ends all sessions of an account but the one of this id; how many they were.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn delete_sessions_of(
        &mut self,
        account: AccountId,
        but: Option<&str>,
    ) -> Result<u64, DatabaseError> {
        const DELETE: &str = "DELETE FROM session WHERE account_id = $1 AND id <> $2";
        execute!(self, "ending sessions", DELETE, account.to_string(), but.unwrap_or_default())
    }

    /// Remembers a browser that an account has signed in with.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn remember_device(
        &mut self,
        account: AccountId,
        hash: &str,
        expires_at: DateTime<Utc>,
    ) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO known_device (hash, account_id, expires_at) \
             VALUES ($1, $2, $3) ON CONFLICT (hash) DO UPDATE SET \
             account_id = excluded.account_id, expires_at = excluded.expires_at";
        let (id, until) = (account.to_string(), time_text(expires_at));
        execute!(self, "remembering a browser", INSERT, hash, id, until).map(|_| ())
    }

    /// Forgets all browsers of an account.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn forget_devices(&mut self, account: AccountId) -> Result<(), DatabaseError> {
        const DELETE: &str = "DELETE FROM known_device WHERE account_id = $1";
        execute!(self, "forgetting browsers", DELETE, account.to_string()).map(|_| ())
    }
}
