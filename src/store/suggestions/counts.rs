//! How many: for the yearly evaluation, and for the limit of a day.

use chrono::{DateTime, Utc};

use super::super::error::failed;
use super::super::text::{read_number, read_word, time_text};
use super::super::{DatabaseError, Store};
use crate::domain::{FeedbackTopic, SuggestionKind, SuggestionState};

/// How many suggestions of a year are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuggestionCount {
    /// Year of receipt (UTC).
    pub year: i32,
    /// What they are about.
    pub kind: SuggestionKind,
    /// Topic of praise and complaints.
    pub topic: Option<FeedbackTopic>,
    /// Where they stand.
    pub state: SuggestionState,
    /// How many.
    pub count: u64,
}

impl Store {
    /// How many suggestions there are by year of receipt, kind, topic and state; also of those that were erased.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a row that cannot be read.
    pub async fn count_suggestions(&self) -> Result<Vec<SuggestionCount>, DatabaseError> {
        const COUNT: &str = "SELECT SUBSTR(created_at, 1, 4), kind, COALESCE(topic, ''), state, \
             COUNT(*) FROM suggestion \
             GROUP BY SUBSTR(created_at, 1, 4), kind, COALESCE(topic, ''), state";
        type Counted = (String, String, String, String, i64);
        let rows: Vec<Counted> =
            on_pool!(self, pool => sqlx::query_as(COUNT).fetch_all(pool).await)
                .map_err(failed("counting suggestions"))?;
        let mut counts = rows
            .into_iter()
            .map(|(year, kind, topic, state, count)| {
                const TABLE: &str = "suggestion";
                Ok(SuggestionCount {
                    year: read_word(TABLE, "created_at", &year, &year, |t| t.parse().ok())?,
                    kind: read_word(TABLE, "kind", &year, &kind, SuggestionKind::parse)?,
                    topic: FeedbackTopic::parse(&topic),
                    state: read_word(TABLE, "state", &year, &state, SuggestionState::parse)?,
                    count: read_number(TABLE, "id", &year, count)?,
                })
            })
            .collect::<Result<Vec<_>, DatabaseError>>()?;
        // Ordered here: the databases order text differently.
        counts.sort_by_key(|c| (-c.year, c.kind, c.topic, c.state));
        Ok(counts)
    }

    /// How many suggestions were received since a moment.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn count_suggestions_since(&self, from: DateTime<Utc>) -> Result<u64, DatabaseError> {
        const COUNT: &str = "SELECT COUNT(*) FROM suggestion WHERE created_at >= $1";
        let (count,): (i64,) = on_pool!(self, pool => {
            sqlx::query_as(COUNT).bind(time_text(from)).fetch_one(pool).await
        })
        .map_err(failed("counting suggestions"))?;
        read_number("suggestion", "id", "all", count)
    }
}
