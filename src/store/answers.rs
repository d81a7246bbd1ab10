//! Requests that carry a key: done once, answered as often as they are asked.

use super::error::failed;
use super::text::without_nul;
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};

const WHAT: &str = "remembering a request";

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAnswer {
    /// SHA-256 of what was asked.
    pub digest: String,
    /// What became of it, as JSON.
    pub outcome: String,
}

impl Tx {
    /// What became of the request of the actor with this key, if it was done.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_answer(&mut self, key: &str) -> Result<Option<KnownAnswer>, DatabaseError> {
        const FIND: &str =
            "SELECT digest, outcome FROM answered_request WHERE actor = $1 AND request_key = $2";
        without_nul("the key of a request", key)?;
        let row: Option<(String, String)> = on_tx!(self, connection => {
            sqlx::query_as(FIND).bind(&self.actor).bind(key).fetch_optional(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        Ok(row.map(|(digest, outcome)| KnownAnswer { digest, outcome }))
    }

    /// Remembers what became of a request, together with what it did.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn save_answer(
        &mut self,
        key: &str,
        digest: &str,
        outcome: &str,
    ) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO answered_request \
             (actor, request_key, digest, outcome, at) VALUES ($1, $2, $3, $4, $5)";
        without_nul("the key of a request", key)?;
        execute!(self, WHAT, INSERT, &self.actor, key, digest, outcome, &self.at)?;
        Ok(())
    }

    /// Forgets the requests answered before a time (RFC 3339 UTC with milliseconds); how many.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn forget_answers(&mut self, before: &str) -> Result<u64, DatabaseError> {
        const DELETE: &str = "DELETE FROM answered_request WHERE at < $1";
        execute!(self, "forgetting answered requests", DELETE, before)
    }
}

impl Store {
    /// How many requests are remembered.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn count_answers(&self) -> Result<i64, DatabaseError> {
        const COUNT: &str = "SELECT COUNT(*) FROM answered_request";
        let (count,): (i64,) = on_pool!(self, pool => sqlx::query_as(COUNT).fetch_one(pool).await)
            .map_err(failed(WHAT))?;
        Ok(count)
    }
}
