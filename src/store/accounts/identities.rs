//! Which subject of a sign-in provider is which account.

use chrono::{DateTime, Utc};

use super::rows::read_time;
use crate::domain::AccountId;
use crate::store::error::failed;
use crate::store::text::{read_word, time_text, without_nul};
use crate::store::tx::{Tx, execute};
use crate::store::{DatabaseError, Store};

/// A subject of a provider and the account it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityRecord {
    /// Who vouches for it (`iss`).
    pub issuer: String,
    /// What the provider calls the person for good (`sub`).
    pub subject: String,
    /// Whose it is.
    pub account_id: AccountId,
    /// Since when.
    pub linked_at: DateTime<Utc>,
    /// When it was last used to sign in.
    pub last_used_at: DateTime<Utc>,
    /// When the person ended the link; it is not made again by itself.
    pub unlinked_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct Row {
    issuer: String,
    subject: String,
    account_id: String,
    linked_at: String,
    last_used_at: String,
    unlinked_at: Option<String>,
}

const TABLE: &str = "linked_identity";
const WHAT: &str = "reading a linked identity";
const BY_SUBJECT: &str = "SELECT issuer, subject, account_id, linked_at, last_used_at, unlinked_at \
     FROM linked_identity WHERE issuer = $1 AND subject = $2";
const BY_ACCOUNT: &str = "SELECT issuer, subject, account_id, linked_at, last_used_at, unlinked_at \
     FROM linked_identity WHERE account_id = $1 ORDER BY issuer";

fn read(row: Row) -> Result<IdentityRecord, DatabaseError> {
    let time = |column, text: &str| read_time(TABLE, column, &row.account_id, text);
    let id = |text: &str| text.parse().ok();
    Ok(IdentityRecord {
        account_id: read_word(TABLE, "account_id", &row.account_id, &row.account_id, id)?,
        linked_at: time("linked_at", &row.linked_at)?,
        last_used_at: time("last_used_at", &row.last_used_at)?,
        unlinked_at: row.unlinked_at.as_deref().map(|at| time("unlinked_at", at)).transpose()?,
        issuer: row.issuer,
        subject: row.subject,
    })
}

impl Store {
    /// The identities of an account, ended links too.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_identities(
        &self,
        account: AccountId,
    ) -> Result<Vec<IdentityRecord>, DatabaseError> {
        let rows: Vec<Row> = on_pool!(self, pool => {
            sqlx::query_as(BY_ACCOUNT).bind(account.to_string()).fetch_all(pool).await
        })
        .map_err(failed(WHAT))?;
        rows.into_iter().map(read).collect()
    }
}

impl Tx {
    /// The identity of a subject, as of now.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_identity(
        &mut self,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<IdentityRecord>, DatabaseError> {
        let (issuer, subject) = (without_nul(WHAT, issuer)?, without_nul(WHAT, subject)?);
        let row: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(BY_SUBJECT).bind(issuer).bind(subject).fetch_optional(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        row.map(read).transpose()
    }

    /// The identities of an account, as of now.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_identities(
        &mut self,
        account: AccountId,
    ) -> Result<Vec<IdentityRecord>, DatabaseError> {
        let rows: Vec<Row> = on_tx!(self, connection => {
            sqlx::query_as(BY_ACCOUNT).bind(account.to_string()).fetch_all(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        rows.into_iter().map(read).collect()
    }

    /// Links a subject to an account from now on.
    ///
    /// # Errors
    /// [`DatabaseError::Duplicate`] for a subject that is linked, or an account that has one of this issuer.
    pub async fn link_identity(
        &mut self,
        account: AccountId,
        issuer: &str,
        subject: &str,
    ) -> Result<(), DatabaseError> {
        const LINK: &str = "INSERT INTO linked_identity \
             (issuer, subject, account_id, linked_at, last_used_at) VALUES ($1, $2, $3, $4, $4)";
        const LINKING: &str = "linking an identity";
        let (issuer, subject) = (without_nul(LINKING, issuer)?, without_nul(LINKING, subject)?);
        let at = self.at.clone();
        execute!(self, LINKING, LINK, issuer, subject, account.to_string(), at).map(|_| ())
    }

    /// Notes that an identity is used now.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn touch_identity(
        &mut self,
        issuer: &str,
        subject: &str,
    ) -> Result<(), DatabaseError> {
        const TOUCH: &str =
            "UPDATE linked_identity SET last_used_at = $3 WHERE issuer = $1 AND subject = $2";
        let at = self.at.clone();
        execute!(self, "noting the use of an identity", TOUCH, issuer, subject, at).map(|_| ())
    }

    /// Ends the links of an account; the subjects stay known, so that nothing links them again by itself.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn unlink_identities(&mut self, account: AccountId) -> Result<u64, DatabaseError> {
        const UNLINK: &str = "UPDATE linked_identity SET unlinked_at = $2 \
             WHERE account_id = $1 AND unlinked_at IS NULL";
        let at = self.at.clone();
        execute!(self, "ending a link to an identity", UNLINK, account.to_string(), at)
    }

    /// Takes away the identities that an account got at or after a moment, ended links too; how many.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn delete_identities_since(
        &mut self,
        account: AccountId,
        since: DateTime<Utc>,
    ) -> Result<u64, DatabaseError> {
        const DELETE: &str =
            "DELETE FROM linked_identity WHERE account_id = $1 AND linked_at >= $2";
        let since = time_text(since);
        execute!(self, "taking identities away", DELETE, account.to_string(), since)
    }

    /// Forgets the ended links of an account: the next sign-in by the provider links it anew.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn forget_unlinked_identities(
        &mut self,
        account: AccountId,
    ) -> Result<u64, DatabaseError> {
        const FORGET: &str =
            "DELETE FROM linked_identity WHERE account_id = $1 AND unlinked_at IS NOT NULL";
        execute!(self, "forgetting an ended link", FORGET, account.to_string())
    }
}
