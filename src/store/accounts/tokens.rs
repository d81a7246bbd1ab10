//! Tokens of the machine interface.

use chrono::{DateTime, Utc};

use super::rows::read_time;
use crate::domain::{AccountId, Scope};
use crate::store::error::failed;
use crate::store::text::{read_word, time_text, without_nul};
use crate::store::tx::{Tx, execute};
use crate::store::{DatabaseError, Store};

/// A token, without what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRecord {
    /// Names it in the person's list.
    pub id: String,
    /// Whose it is.
    pub account_id: AccountId,
    /// What the person calls it.
    pub name: String,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
    /// When it was last used, to an hour.
    pub last_used_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    account_id: String,
    name: String,
    scopes: String,
    created_at: String,
    expires_at: String,
    last_used_at: Option<String>,
}

fn read(row: Row) -> Result<TokenRecord, DatabaseError> {
    let key = row.id;
    let time = |column, text: &str| read_time("api_token", column, &key, text);
    let scope = |word| read_word("api_token", "scopes", &key, word, Scope::parse);
    Ok(TokenRecord {
        account_id: read_word("api_token", "account_id", &key, &row.account_id, |t| {
            t.parse().ok()
        })?,
        scopes: row.scopes.split_whitespace().map(scope).collect::<Result<_, _>>()?,
        created_at: time("created_at", &row.created_at)?,
        expires_at: time("expires_at", &row.expires_at)?,
        last_used_at: row.last_used_at.map(|at| time("last_used_at", &at)).transpose()?,
        name: row.name,
        id: key.clone(),
    })
}

impl Store {
    /// The token of a hash, however old.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_token(&self, hash: &str) -> Result<Option<TokenRecord>, DatabaseError> {
        const FIND: &str = "SELECT id, account_id, name, scopes, created_at, expires_at, \
             last_used_at FROM api_token WHERE hash = $1";
        let row: Option<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(hash).fetch_optional(pool).await
        })
        .map_err(failed("reading a token"))?;
        row.map(read).transpose()
    }

    /// The tokens of an account, the newest first.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_tokens(&self, account: AccountId) -> Result<Vec<TokenRecord>, DatabaseError> {
        const LIST: &str = "SELECT id, account_id, name, scopes, created_at, expires_at, \
             last_used_at FROM api_token WHERE account_id = $1 ORDER BY created_at DESC, id";
        let rows: Vec<Row> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(account.to_string()).fetch_all(pool).await
        })
        .map_err(failed("reading tokens"))?;
        rows.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Adds a token under its hash.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn insert_token(
        &mut self,
        hash: &str,
        token: &TokenRecord,
    ) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO api_token \
             (id, hash, account_id, name, scopes, created_at, expires_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.as_str()).collect();
        execute!(
            self,
            "adding a token",
            INSERT,
            &token.id,
            hash,
            token.account_id.to_string(),
            without_nul("the name of a token", &token.name)?,
            scopes.join(" "),
            time_text(token.created_at),
            time_text(token.expires_at),
        )
        .map(|_| ())
    }

    /// Notes that a token is used now.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn touch_token(&mut self, id: &str) -> Result<(), DatabaseError> {
        const TOUCH: &str = "UPDATE api_token SET last_used_at = $2 WHERE id = $1";
        let at = self.at.clone();
        execute!(self, "noting the use of a token", TOUCH, id, at).map(|_| ())
    }

    /// Ends a token of an account.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn delete_token(
        &mut self,
        account: AccountId,
        id: &str,
    ) -> Result<bool, DatabaseError> {
        const DELETE: &str = "DELETE FROM api_token WHERE account_id = $1 AND id = $2";
        Ok(execute!(self, "ending a token", DELETE, account.to_string(), id)? == 1)
    }

    /// Ends all tokens of an account; how many they were.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn delete_tokens_of(&mut self, account: AccountId) -> Result<u64, DatabaseError> {
        const DELETE: &str = "DELETE FROM api_token WHERE account_id = $1";
        execute!(self, "ending tokens", DELETE, account.to_string())
    }
}
