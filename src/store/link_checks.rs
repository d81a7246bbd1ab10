//! What came of asking the websites of entries.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::error::failed;
use super::text::{read_number, read_time, read_word, without_nul};
use super::tx::{Tx, execute};
use super::{DatabaseError, Store};
use crate::domain::{LinkCheck, LinkOutcome};

/// A check with what came before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkCheckRecord {
    /// The last check.
    pub check: LinkCheck,
    /// When it was made.
    pub checked_at: DateTime<Utc>,
    /// Checks in a row that did not end well.
    pub failures: u32,
    /// Since when.
    pub failing_since: Option<DateTime<Utc>>,
}

#[derive(Debug, sqlx::FromRow)]
struct Row {
    url: String,
    checked_at: String,
    outcome: String,
    http_status: Option<i64>,
    target: Option<String>,
    detail: Option<String>,
    failures: i64,
    failing_since: Option<String>,
}

impl Row {
    fn read(self) -> Result<LinkCheckRecord, DatabaseError> {
        const TABLE: &str = "link_check";
        let url = self.url;
        let at = |column, text: &str| read_time(TABLE, column, &url, text);
        let since = self.failing_since.as_deref();
        let status = |number| read_number(TABLE, "http_status", &url, number);
        Ok(LinkCheckRecord {
            checked_at: at("checked_at", &self.checked_at)?,
            failing_since: since.map(|text| at("failing_since", text)).transpose()?,
            failures: read_number(TABLE, "failures", &url, self.failures)?,
            check: LinkCheck {
                outcome: read_word(TABLE, "outcome", &url, &self.outcome, LinkOutcome::parse)?,
                http_status: self.http_status.map(status).transpose()?,
                target: self.target,
                detail: self.detail,
                url,
            },
        })
    }
}

impl Tx {
    /// Writes down what came of asking a website, and counts the times in a row that did not end well.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`]; as the database reports.
    pub async fn save_link_check(&mut self, check: &LinkCheck) -> Result<(), DatabaseError> {
        const SAVE: &str = "INSERT INTO link_check (url, checked_at, outcome, http_status, \
             target, detail, failures, failing_since) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $7 = 0 THEN NULL ELSE $2 END) \
             ON CONFLICT (url) DO UPDATE SET checked_at = excluded.checked_at, \
             outcome = excluded.outcome, http_status = excluded.http_status, \
             target = excluded.target, detail = excluded.detail, \
             failures = CASE WHEN excluded.failures = 0 THEN 0 ELSE link_check.failures + 1 END, \
             failing_since = CASE WHEN excluded.failures = 0 THEN NULL \
             ELSE COALESCE(link_check.failing_since, excluded.failing_since) END";
        let texts = [Some(&check.url), check.target.as_ref(), check.detail.as_ref()];
        for text in texts.into_iter().flatten() {
            without_nul("the check of a link", text)?;
        }
        execute!(
            self,
            "writing down the check of a link",
            SAVE,
            &check.url,
            &self.at,
            check.outcome.as_str(),
            check.http_status.map(i64::from),
            &check.target,
            &check.detail,
            i64::from(!check.outcome.is_fine()),
        )
        .map(|_| ())
    }

    /// Forgets websites that no entry names any more; how many.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn keep_link_checks(
        &mut self,
        named: &BTreeSet<String>,
    ) -> Result<u64, DatabaseError> {
        const LIST: &str = "SELECT url FROM link_check";
        const DELETE: &str = "DELETE FROM link_check WHERE url = $1";
        let known: Vec<(String,)> = on_tx!(self, connection => {
            sqlx::query_as(LIST).fetch_all(&mut *connection).await
        })
        .map_err(failed("reading the checked links"))?;
        let mut forgotten = 0;
        for (url,) in known.into_iter().filter(|(url,)| !named.contains(url)) {
            forgotten += execute!(self, "forgetting a link", DELETE, &url)?;
        }
        Ok(forgotten)
    }
}

impl Store {
    /// The websites that did not answer as they should at least `failures` times in a row, the longest first; with 0
    /// all that were asked.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_link_checks(
        &self,
        failures: u32,
    ) -> Result<Vec<LinkCheckRecord>, DatabaseError> {
        const LIST: &str = "SELECT url, checked_at, outcome, http_status, target, detail, \
             failures, failing_since FROM link_check WHERE failures >= $1 \
             ORDER BY failures DESC, url";
        let rows: Vec<Row> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(i64::from(failures)).fetch_all(pool).await
        })
        .map_err(failed("reading the checked links"))?;
        rows.into_iter().map(Row::read).collect()
    }
}
