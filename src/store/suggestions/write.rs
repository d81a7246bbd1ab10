//! Writing suggestions: receive, say something, change the state, erase.

use chrono::{DateTime, Utc};

use super::super::DatabaseError;
use super::super::error::failed;
use super::super::feed::Entity;
use super::super::text::{read_word, time_text, to_json, without_nul};
use super::super::tx::{Tx, execute};
use crate::domain::{ChangeAction, FeedbackTopic, NewSuggestion, SuggestionId, SuggestionState};

/// What becomes of a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuggestionChange {
    /// Where it stands now.
    pub state: SuggestionState,
    /// Topic of praise and complaints, as the editors see it.
    pub topic: Option<FeedbackTopic>,
    /// When it was decided; `None` = it is open.
    pub decided_at: Option<DateTime<Utc>>,
    /// When words and sender are to be erased.
    pub erase_after: DateTime<Utc>,
}

const WHAT: &str = "saving a suggestion";

impl Tx {
    /// Adds a suggestion; nobody has looked at it yet.
    ///
    /// # Errors
    /// [`DatabaseError::Duplicate`] when the form was sent before, [`DatabaseError::Nul`],
    /// [`DatabaseError::UnknownReference`] for an entry that is not there.
    pub async fn add_suggestion(
        &mut self,
        id: SuggestionId,
        new: &NewSuggestion,
        answer_hash: &str,
        form_hash: &str,
        erase_after: DateTime<Utc>,
    ) -> Result<(), DatabaseError> {
        const INSERT: &str = "INSERT INTO suggestion (id, kind, state, service_id, topic, \
             document, answer_hash, form_hash, version, created_at, last_modified, erase_after) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9, $10)";
        let key = id.to_string();
        let document = to_json(|| format!("suggestion {key}"), &new.text)?;
        execute!(
            self,
            WHAT,
            INSERT,
            &key,
            new.kind.as_str(),
            SuggestionState::Received.as_str(),
            new.service_id.map(|id| id.to_string()),
            new.topic.map(FeedbackTopic::as_str),
            &document,
            answer_hash,
            form_hash,
            &self.at,
            time_text(erase_after),
        )?;
        self.append_change(Entity::Suggestion, &key, ChangeAction::Create, None, Some(1)).await?;
        Ok(())
    }

    /// Adds what somebody says about a suggestion; its number.
    ///
    /// # Errors
    /// [`DatabaseError::Nul`]; as the database reports.
    pub async fn add_suggestion_message(
        &mut self,
        id: SuggestionId,
        author: &str,
        text: &str,
    ) -> Result<i64, DatabaseError> {
        const LAST: &str =
            "SELECT COALESCE(MAX(number), 0) FROM suggestion_message WHERE suggestion_id = $1";
        const INSERT: &str = "INSERT INTO suggestion_message \
             (suggestion_id, number, at, author, text) VALUES ($1, $2, $3, $4, $5)";
        without_nul("a message about a suggestion", text)?;
        let key = id.to_string();
        let (last,): (i64,) = on_tx!(self, connection => {
            sqlx::query_as(LAST).bind(&key).fetch_one(&mut *connection).await
        })
        .map_err(failed(WHAT))?;
        execute!(self, WHAT, INSERT, &key, last + 1, &self.at, author, text)?;
        Ok(last + 1)
    }

    /// Changes where a suggestion stands; its new version.
    ///
    /// # Errors
    /// [`DatabaseError::Conflict`] when it has changed meanwhile or is not there.
    pub async fn change_suggestion(
        &mut self,
        id: SuggestionId,
        expected_version: i64,
        change: SuggestionChange,
    ) -> Result<i64, DatabaseError> {
        const UPDATE: &str = "UPDATE suggestion SET state = $3, topic = $4, decided_at = $5, \
             erase_after = $6, last_modified = $7, version = version + 1 \
             WHERE id = $1 AND version = $2";
        let key = id.to_string();
        let changed = execute!(
            self,
            WHAT,
            UPDATE,
            &key,
            expected_version,
            change.state.as_str(),
            change.topic.map(FeedbackTopic::as_str),
            change.decided_at.map(time_text),
            time_text(change.erase_after),
            &self.at,
        )?;
        if changed == 0 {
            let found = self.find_suggestion(id).await?.map(|record| record.version);
            let expected = expected_version;
            let entity = Entity::Suggestion;
            return Err(DatabaseError::Conflict { entity, id: key, expected, found });
        }
        let next = expected_version + 1;
        let before = Some(expected_version);
        self.append_change(Entity::Suggestion, &key, ChangeAction::Update, before, Some(next))
            .await?;
        Ok(next)
    }

    /// Erases words and sender of every suggestion whose time is over, at most `limit`; how many. The rows stay, for
    /// the statistics.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn erase_old_suggestions(&mut self, limit: u32) -> Result<u64, DatabaseError> {
        const DUE: &str = "SELECT id FROM suggestion \
             WHERE document IS NOT NULL AND erase_after <= $1 ORDER BY erase_after, id LIMIT $2";
        const ERASE: &str = "UPDATE suggestion SET document = NULL, version = version + 1 \
             WHERE id = $1";
        const FORGET: &str = "DELETE FROM suggestion_message WHERE suggestion_id = $1";
        const ERASING: &str = "erasing old suggestions";
        let at = self.at.clone();
        let due: Vec<(String,)> = on_tx!(self, connection => {
            sqlx::query_as(DUE).bind(&at).bind(i64::from(limit)).fetch_all(&mut *connection).await
        })
        .map_err(failed(ERASING))?;
        for (id,) in &due {
            let _: SuggestionId = read_word("suggestion", "id", id, id, |text| text.parse().ok())?;
            execute!(self, ERASING, ERASE, id)?;
            execute!(self, ERASING, FORGET, id)?;
            self.append_change(Entity::Suggestion, id, ChangeAction::Withdraw, None, None).await?;
        }
        Ok(due.len() as u64)
    }

    /// Keeps a shared secret for a purpose, unless there is one; the one that is there now.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn keep_server_key(
        &mut self,
        purpose: &str,
        secret: &str,
    ) -> Result<String, DatabaseError> {
        const INSERT: &str = "INSERT INTO server_key (purpose, secret, created_at) \
             VALUES ($1, $2, $3) ON CONFLICT (purpose) DO NOTHING";
        const READ: &str = "SELECT secret FROM server_key WHERE purpose = $1";
        const KEEPING: &str = "keeping a server key";
        execute!(self, KEEPING, INSERT, purpose, secret, &self.at)?;
        let (kept,): (String,) = on_tx!(self, connection => {
            sqlx::query_as(READ).bind(purpose).fetch_one(&mut *connection).await
        })
        .map_err(failed(KEEPING))?;
        Ok(kept)
    }
}
