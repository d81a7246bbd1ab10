//! Suggestions: what was sent in, what was said about it, what became of it.

mod counts;
mod list;
mod write;

pub use counts::SuggestionCount;
pub use list::{SuggestionFilter, SuggestionPage};
pub use write::SuggestionChange;

use super::error::failed;
use super::text::{from_json, read_word};
use super::tx::Tx;
use super::{DatabaseError, Store};
use crate::domain::{
    FeedbackTopic, ServiceId, SuggestionId, SuggestionKind, SuggestionState, SuggestionText,
};

/// How a message of the sender is marked.
pub const SENDER: &str = "sender";

/// A suggestion as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestionRecord {
    /// Names it.
    pub id: SuggestionId,
    /// What it is about.
    pub kind: SuggestionKind,
    /// Where it stands.
    pub state: SuggestionState,
    /// The entry, where there is one.
    pub service_id: Option<ServiceId>,
    /// Topic of praise and complaints.
    pub topic: Option<FeedbackTopic>,
    /// What the sender wrote; `None` = erased.
    pub text: Option<SuggestionText>,
    /// Version of the record, for the optimistic lock.
    pub version: i64,
    /// When it came, RFC 3339 UTC.
    pub created_at: String,
    /// When it was last changed, RFC 3339 UTC.
    pub last_modified: String,
    /// When it was decided, RFC 3339 UTC.
    pub decided_at: Option<String>,
    /// When words and sender are erased, RFC 3339 UTC.
    pub erase_after: String,
}

/// A message about a suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestionMessage {
    /// 1, 2, 3 … without gaps.
    pub number: i64,
    /// When, RFC 3339 UTC.
    pub at: String,
    /// [`SENDER`], or the name of an account.
    pub author: String,
    /// What.
    pub text: String,
}

#[derive(Debug, sqlx::FromRow)]
struct Row {
    id: String,
    kind: String,
    state: String,
    service_id: Option<String>,
    topic: Option<String>,
    document: Option<String>,
    version: i64,
    created_at: String,
    last_modified: String,
    decided_at: Option<String>,
    erase_after: String,
}

impl Row {
    fn read(self) -> Result<SuggestionRecord, DatabaseError> {
        const TABLE: &str = "suggestion";
        let key = &self.id;
        let service = |text: &String| read_word(TABLE, "service_id", key, text, |t| t.parse().ok());
        let topic = |text: &String| read_word(TABLE, "topic", key, text, FeedbackTopic::parse);
        let text = |json: &String| from_json(TABLE, "document", || key.clone(), json);
        Ok(SuggestionRecord {
            id: read_word(TABLE, "id", key, key, |text| text.parse().ok())?,
            kind: read_word(TABLE, "kind", key, &self.kind, SuggestionKind::parse)?,
            state: read_word(TABLE, "state", key, &self.state, SuggestionState::parse)?,
            service_id: self.service_id.as_ref().map(service).transpose()?,
            topic: self.topic.as_ref().map(topic).transpose()?,
            text: self.document.as_ref().map(text).transpose()?,
            version: self.version,
            created_at: self.created_at,
            last_modified: self.last_modified,
            decided_at: self.decided_at,
            erase_after: self.erase_after,
        })
    }
}

const WHAT: &str = "reading a suggestion";
const FIND: &str = "SELECT id, kind, state, service_id, topic, document, version, created_at, \
     last_modified, decided_at, erase_after FROM suggestion WHERE id = $1";
const FIND_BY_ANSWER: &str = "SELECT id, kind, state, service_id, topic, document, version, \
     created_at, last_modified, decided_at, erase_after FROM suggestion WHERE answer_hash = $1";
const FIND_BY_FORM: &str = "SELECT id FROM suggestion WHERE form_hash = $1";

impl Store {
    /// The suggestion of this id.
    ///
    /// # Errors
    /// As the database reports; [`DatabaseError::Inconsistency`] for a row that cannot be read.
    pub async fn find_suggestion(
        &self,
        id: SuggestionId,
    ) -> Result<Option<SuggestionRecord>, DatabaseError> {
        let row: Option<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(pool).await
        })
        .map_err(failed(WHAT))?;
        row.map(Row::read).transpose()
    }

    /// The suggestion whose answer link has this SHA-256.
    ///
    /// # Errors
    /// As [`Store::find_suggestion`].
    pub async fn find_suggestion_by_answer(
        &self,
        answer_hash: &str,
    ) -> Result<Option<SuggestionRecord>, DatabaseError> {
        let row: Option<Row> = on_pool!(self, pool => {
            sqlx::query_as(FIND_BY_ANSWER).bind(answer_hash).fetch_optional(pool).await
        })
        .map_err(failed(WHAT))?;
        row.map(Row::read).transpose()
    }

    /// All that was said about a suggestion, in order.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_suggestion_messages(
        &self,
        id: SuggestionId,
    ) -> Result<Vec<SuggestionMessage>, DatabaseError> {
        const LIST: &str = "SELECT number, at, author, text FROM suggestion_message \
             WHERE suggestion_id = $1 ORDER BY number";
        let rows: Vec<(i64, String, String, String)> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(id.to_string()).fetch_all(pool).await
        })
        .map_err(failed(WHAT))?;
        let message = |(number, at, author, text)| SuggestionMessage { number, at, author, text };
        Ok(rows.into_iter().map(message).collect())
    }

    /// The shared secret for a purpose, as it was stored.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_server_key(&self, purpose: &str) -> Result<Option<String>, DatabaseError> {
        const FIND_KEY: &str = "SELECT secret FROM server_key WHERE purpose = $1";
        let row: Option<(String,)> = on_pool!(self, pool => {
            sqlx::query_as(FIND_KEY).bind(purpose).fetch_optional(pool).await
        })
        .map_err(failed("reading a server key"))?;
        Ok(row.map(|(secret,)| secret))
    }
}

impl Tx {
    /// The suggestion of this id, as this transaction sees it.
    ///
    /// # Errors
    /// As [`Store::find_suggestion`].
    pub async fn find_suggestion(
        &mut self,
        id: SuggestionId,
    ) -> Result<Option<SuggestionRecord>, DatabaseError> {
        let row: Option<Row> = on_tx!(self, connection => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        row.map(Row::read).transpose()
    }

    /// The suggestion that was made from the form with this SHA-256.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_suggestion_by_form(
        &mut self,
        form_hash: &str,
    ) -> Result<Option<SuggestionId>, DatabaseError> {
        let row: Option<(String,)> = on_tx!(self, connection => {
            sqlx::query_as(FIND_BY_FORM).bind(form_hash).fetch_optional(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        row.map(|(id,)| read_word("suggestion", "id", &id, &id, |text| text.parse().ok()))
            .transpose()
    }
}
