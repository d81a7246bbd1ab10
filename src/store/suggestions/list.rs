//! The inbox: suggestions by kind and state, page by page.

use super::super::error::failed;
use super::super::{DatabaseError, Store};
use super::{Row, SuggestionRecord};
use crate::domain::{FeedbackTopic, ServiceId, SuggestionKind, SuggestionState};

/// Which suggestions to list; what is `None` or empty does not restrict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SuggestionFilter {
    /// Any of these kinds.
    pub kinds: Vec<SuggestionKind>,
    /// Any of these states.
    pub states: Vec<SuggestionState>,
    /// With this topic.
    pub topic: Option<FeedbackTopic>,
    /// About this entry.
    pub service_id: Option<ServiceId>,
    /// Received in this year (UTC).
    pub year: Option<i32>,
}

/// A page of the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestionPage {
    /// Open ones first, among them the oldest first; then the decided ones, the latest decision first.
    pub suggestions: Vec<SuggestionRecord>,
    /// How many there are on all pages.
    pub total: u64,
}

/// Words of a set as one text, each between bars, so that one constant statement can ask "is it among these?".
fn set(words: impl Iterator<Item = &'static str>) -> String {
    words.fold(String::from("|"), |set, word| set + word + "|")
}

/// The conditions, with an empty set or text for "any". `POSITION` and `INSTR` differ between the databases; `REPLACE`
/// is the same on both: taking the word out of the set changes it if it is among them.
macro_rules! matching {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            " FROM suggestion WHERE ($1 = '|' OR REPLACE($1, '|' || kind || '|', '') <> $1) \
             AND ($2 = '|' OR REPLACE($2, '|' || state || '|', '') <> $2) \
             AND ($3 = '' OR topic = $3) AND ($4 = '' OR service_id = $4) \
             AND ($5 = '' OR SUBSTR(created_at, 1, 4) = $5)",
            $rest
        )
    };
}

const LIST: &str = matching!(
    "SELECT id, kind, state, service_id, topic, document, version, created_at, last_modified, \
     decided_at, erase_after",
    " ORDER BY CASE WHEN decided_at IS NULL THEN 0 ELSE 1 END, \
     CASE WHEN decided_at IS NULL THEN created_at ELSE '' END, decided_at DESC NULLS LAST, id \
     LIMIT $6 OFFSET $7"
);
const COUNT: &str = matching!("SELECT COUNT(*)", "");

impl Store {
    /// A page of the suggestions that pass the filter, `limit` of them after the first `offset`.
    ///
    /// # Errors
    /// As [`Store::find_suggestion`].
    pub async fn list_suggestions(
        &self,
        filter: &SuggestionFilter,
        limit: u32,
        offset: u64,
    ) -> Result<SuggestionPage, DatabaseError> {
        const WHAT: &str = "listing suggestions";
        let kinds = set(filter.kinds.iter().map(|kind| kind.as_str()));
        let states = set(filter.states.iter().map(|state| state.as_str()));
        let topic = filter.topic.map_or("", FeedbackTopic::as_str);
        let service = filter.service_id.map(|id| id.to_string()).unwrap_or_default();
        let year = filter.year.map(|year| format!("{year:04}")).unwrap_or_default();
        let (rows, (total,)): (Vec<Row>, (i64,)) = on_pool!(self, pool => {
            let rows = sqlx::query_as(LIST)
                .bind(&kinds)
                .bind(&states)
                .bind(topic)
                .bind(&service)
                .bind(&year)
                .bind(i64::from(limit))
                .bind(i64::try_from(offset).unwrap_or(i64::MAX))
                .fetch_all(pool)
                .await
                .map_err(failed(WHAT))?;
            let total = sqlx::query_as(COUNT)
                .bind(&kinds)
                .bind(&states)
                .bind(topic)
                .bind(&service)
                .bind(&year)
                .fetch_one(pool)
                .await
                .map_err(failed(WHAT))?;
            (rows, total)
        });
        let suggestions = rows.into_iter().map(Row::read).collect::<Result<_, _>>()?;
        Ok(SuggestionPage { suggestions, total: u64::try_from(total).unwrap_or_default() })
    }
}
