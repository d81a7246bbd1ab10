//! Links that do one thing once.

use chrono::{DateTime, Utc};

use super::rows::read_time;
use crate::domain::{AccountId, LinkPurpose};
use crate::store::error::failed;
use crate::store::text::{read_word, time_text, without_nul};
use crate::store::tx::{Tx, execute};
use crate::store::{DatabaseError, Store};

/// A link that can still be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRecord {
    /// What it is about.
    pub subject: String,
    /// Whose account it is about, if any.
    pub account_id: Option<AccountId>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// How a link came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkEnd {
    /// It was used.
    Used,
    /// Its time is over.
    Expired,
}

type Row = (String, Option<String>, String);

fn read((subject, account, expires_at): Row) -> Result<LinkRecord, DatabaseError> {
    let id =
        |text: String| read_word("link_token", "account_id", &subject, &text, |t| t.parse().ok());
    Ok(LinkRecord {
        account_id: account.map(id).transpose()?,
        expires_at: read_time("link_token", "expires_at", &subject, &expires_at)?,
        subject,
    })
}

impl Store {
    /// What a link is about, if it can still be used; looking does not use it up.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_link(
        &self,
        purpose: LinkPurpose,
        hash: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<LinkRecord>, DatabaseError> {
        const FIND: &str = "SELECT subject, account_id, expires_at FROM link_token \
             WHERE hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3";
        let row: Option<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND)
                .bind(hash)
                .bind(purpose.as_str())
                .bind(time_text(now))
                .fetch_optional(pool)
                .await
        })
        .map_err(failed("looking at a link"))?;
        row.map(read).transpose()
    }

    /// The newest link of a purpose for an account that can still be used.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_link_of(
        &self,
        account: AccountId,
        purpose: LinkPurpose,
        now: DateTime<Utc>,
    ) -> Result<Option<LinkRecord>, DatabaseError> {
        const FIND: &str = "SELECT subject, account_id, expires_at FROM link_token \
             WHERE account_id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 \
             ORDER BY expires_at DESC LIMIT 1";
        let row: Option<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND)
                .bind(account.to_string())
                .bind(purpose.as_str())
                .bind(time_text(now))
                .fetch_optional(pool)
                .await
        })
        .map_err(failed("looking for a link"))?;
        row.map(read).transpose()
    }

    /// How a link ended that cannot be used any more; `None` = it can be, or is not there (any more).
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_ended_link(
        &self,
        purpose: LinkPurpose,
        hash: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<LinkEnd>, DatabaseError> {
        const FIND: &str =
            "SELECT used_at, expires_at FROM link_token WHERE hash = $1 AND purpose = $2";
        let row: Option<(Option<String>, String)> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(hash).bind(purpose.as_str()).fetch_optional(pool).await
        })
        .map_err(failed("looking at an ended link"))?;
        Ok(row.and_then(|(used, expires)| match used {
            Some(_) => Some(LinkEnd::Used),
            None => (expires <= time_text(now)).then_some(LinkEnd::Expired),
        }))
    }
}

impl Tx {
    /// Adds a link under the hash of its secret.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn insert_link(
        &mut self,
        hash: &str,
        purpose: LinkPurpose,
        link: &LinkRecord,
    ) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO link_token \
             (hash, purpose, subject, account_id, created_at, expires_at) \
             VALUES ($1, $2, $3, $4, $5, $6)";
        let at = self.at.clone();
        execute!(
            self,
            "adding a link",
            INSERT,
            hash,
            purpose.as_str(),
            without_nul("what a link is about", &link.subject)?,
            link.account_id.map(|id| id.to_string()),
            at,
            time_text(link.expires_at),
        )
        .map(|_| ())
    }

    /// Uses up a link, together with whatever else this transaction does; `None` if it is used, expired, made for
    /// something else, or never was.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn redeem_link(
        &mut self,
        purpose: LinkPurpose,
        hash: &str,
    ) -> Result<Option<LinkRecord>, DatabaseError> {
        const REDEEM: &str = "UPDATE link_token SET used_at = $3 \
             WHERE hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 \
             RETURNING subject, account_id, expires_at";
        let at = self.at.clone();
        let row: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(REDEEM)
                .bind(hash)
                .bind(purpose.as_str())
                .bind(at)
                .fetch_optional(&mut *connection)
                .await
        })
        .map_err(failed("using a link"))?;
        row.map(read).transpose()
    }

    /// The links of a purpose for an account that were not used, as of now; expired ones too, as long as they are remembered.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_links_of(
        &mut self,
        account: AccountId,
        purpose: LinkPurpose,
    ) -> Result<Vec<LinkRecord>, DatabaseError> {
        const LIST: &str = "SELECT subject, account_id, expires_at FROM link_token \
             WHERE account_id = $1 AND purpose = $2 AND used_at IS NULL";
        let rows: Vec<Row> = on_tx!(self, connection => {
            sqlx::query_as(LIST)
                .bind(account.to_string())
                .bind(purpose.as_str())
                .fetch_all(&mut *connection)
                .await
        })
        .map_err(failed("listing links"))?;
        rows.into_iter().map(read).collect()
    }

    /// Ends all links of a purpose for an account, so that only the newest one works.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn delete_links_of(
        &mut self,
        account: AccountId,
        purpose: LinkPurpose,
    ) -> Result<(), DatabaseError> {
        const DELETE: &str = "DELETE FROM link_token WHERE account_id = $1 AND purpose = $2";
        execute!(self, "ending links", DELETE, account.to_string(), purpose.as_str()).map(|_| ())
    }

    /// Ends the links of a purpose for an account that end after a moment; of links that are all valid for the same time,
    /// those that were made later.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn delete_later_links_of(
        &mut self,
        account: AccountId,
        purpose: LinkPurpose,
        after: DateTime<Utc>,
    ) -> Result<(), DatabaseError> {
        const DELETE: &str =
            "DELETE FROM link_token WHERE account_id = $1 AND purpose = $2 AND expires_at > $3";
        let (account, after) = (account.to_string(), time_text(after));
        execute!(self, "ending later links", DELETE, account, purpose.as_str(), after).map(|_| ())
    }
}
