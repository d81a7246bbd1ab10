//! The sender follows a suggestion by its link: reads where it stands, and replies.

use super::super::{AppError, Desk};
use super::seal::hash;
use super::submit::RESIDENT;
use super::{SENDER, SuggestionCase};
use crate::domain::suggestion::{MESSAGE_MAX, check_text, erase_after};
use crate::domain::{FieldErrors, SuggestionState};
use crate::store::{SuggestionChange, SuggestionRecord};

/// Most messages a sender writes about one suggestion.
const MOST_REPLIES: usize = 20;

/// What became of a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// The editors have it.
    Received,
    /// It is decided: nothing more is taken.
    Closed,
    /// There are too many already.
    TooMany,
}

impl Desk {
    /// The suggestion of an answer link; `None` = there is none, or its time is over.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn follow_suggestion(
        &self,
        secret: &str,
    ) -> Result<Option<SuggestionCase>, AppError> {
        let found = self.store.find_suggestion_by_answer(&hash(secret.as_bytes())).await?;
        match found.filter(|record| record.text.is_some()) {
            Some(record) => Ok(Some(self.suggestion_case(record).await?)),
            None => Ok(None),
        }
    }

    /// The sender says something more; who was asked has answered then. The same words twice in a row are one message.
    /// `None` = there is no such suggestion.
    ///
    /// # Errors
    /// [`AppError::Invalid`] for the field `/reply`; as the database reports.
    pub async fn reply_to_suggestion(
        &self,
        secret: &str,
        text: &str,
    ) -> Result<Option<Reply>, AppError> {
        let text = text.replace("\r\n", "\n").trim().to_owned();
        let mut faults = FieldErrors::default();
        check_text(&mut faults, "/reply", &text, 1, MESSAGE_MAX, true);
        faults.into_result(())?;
        let Some(case) = self.follow_suggestion(secret).await? else { return Ok(None) };
        let now = self.clock.now();
        let mut tx = self.store.begin_write(RESIDENT, now).await?;
        // Read again: an editor may have decided meanwhile.
        let Some(record) = tx.find_suggestion(case.record.id).await? else { return Ok(None) };
        if !record.state.is_open() {
            tx.rollback().await?;
            return Ok(Some(Reply::Closed));
        }
        let said_before =
            case.messages.last().is_some_and(|last| last.author == SENDER && last.text == text);
        if said_before {
            tx.rollback().await?;
            return Ok(Some(Reply::Received));
        }
        if case.messages.iter().filter(|message| message.author == SENDER).count() >= MOST_REPLIES {
            tx.rollback().await?;
            return Ok(Some(Reply::TooMany));
        }
        tx.add_suggestion_message(record.id, SENDER, &text).await?;
        let state = match record.state {
            SuggestionState::AskedBack => SuggestionState::InProgress,
            other => other,
        };
        let change = SuggestionChange {
            state,
            topic: record.topic,
            decided_at: None,
            erase_after: erase_after(
                self.retention(),
                record.kind,
                received_at(&record, now),
                None,
            ),
        };
        tx.change_suggestion(record.id, record.version, change).await?;
        tx.commit().await?;
        Ok(Some(Reply::Received))
    }

    /// The suggestion with messages and entry.
    pub(super) async fn suggestion_case(
        &self,
        record: SuggestionRecord,
    ) -> Result<SuggestionCase, AppError> {
        let messages = self.store.list_suggestion_messages(record.id).await?;
        let listing = match record.service_id {
            Some(id) => self.store.find_listing(id).await?.map(|found| found.listing),
            None => None,
        };
        Ok(SuggestionCase { record, messages, listing })
    }
}

/// When it came; now, where the stored time cannot be read.
pub(super) fn received_at(
    record: &SuggestionRecord,
    now: chrono::DateTime<chrono::Utc>,
) -> chrono::DateTime<chrono::Utc> {
    record.created_at.parse().unwrap_or(now)
}
