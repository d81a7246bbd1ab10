//! An editor sorts, asks back, answers or decides.

use super::super::{AppError, Author, Desk, Letter, Recipient};
use super::follow::received_at;
use super::right_to_handle;
use super::submit::unusable;
use crate::domain::policy::{Action, Subject, may};
use crate::domain::suggestion::{MESSAGE_MAX, check_text, erase_after};
use crate::domain::{FeedbackTopic, FieldErrors, SuggestionId, SuggestionState};
use crate::store::{SuggestionChange, SuggestionRecord, Tx};
use crate::texts::Texts;

/// What an editor decides about a suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuggestionDecision {
    /// Works on it; also takes up again what was decided.
    TakeUp,
    /// Asks the sender.
    AskBack {
        /// The question.
        question: String,
    },
    /// It was taken up, or dealt with.
    Accept {
        /// What the sender is told; may be empty.
        answer: String,
    },
    /// It was not taken up.
    Decline {
        /// What the sender is told.
        reason: String,
    },
    /// Only sorts it under another topic.
    Sort,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecidedSuggestion {
    /// Where it stands.
    pub state: SuggestionState,
    /// Version of the record.
    pub version: i64,
}

impl SuggestionDecision {
    const fn state(&self, now: SuggestionState) -> SuggestionState {
        match self {
            Self::TakeUp => SuggestionState::InProgress,
            Self::AskBack { .. } => SuggestionState::AskedBack,
            Self::Accept { .. } => SuggestionState::Accepted,
            Self::Decline { .. } => SuggestionState::Declined,
            Self::Sort => now,
        }
    }

    /// What the sender is told, and how long it must at least be.
    fn words(&self) -> (&str, usize) {
        match self {
            Self::TakeUp | Self::Sort => ("", 0),
            Self::AskBack { question: text } | Self::Decline { reason: text } => (text, 1),
            Self::Accept { answer } => (answer, 0),
        }
    }
}

impl Desk {
    /// Decides about a suggestion on the ground of the version the editor has seen; `topic` sorts praise and
    /// complaints. `None` = there is no such suggestion.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`] for the field `/answer`; [`AppError::Transition`] where there is
    /// no such step; a conflict when somebody else was quicker.
    pub async fn decide_suggestion(
        &self,
        author: &Author,
        id: SuggestionId,
        expected_version: i64,
        decision: &SuggestionDecision,
        topic: Option<FeedbackTopic>,
    ) -> Result<Option<DecidedSuggestion>, AppError> {
        may(&author.actor, Action::HandleSuggestions, Subject::default())?;
        let now = self.clock.now();
        // Before anything is locked: the key may have to be made.
        let secret = self.seal().await?.answer_secret(id).ok_or_else(unusable)?;
        let mut tx = self.store.begin_write(&author.name, now).await?;
        let Some(record) = tx.find_suggestion(id).await? else { return Ok(None) };
        may(&author.actor, right_to_handle(record.kind), Subject::default())?;
        let (words, shortest) = decision.words();
        let words = words.replace("\r\n", "\n").trim().to_owned();
        let mut faults = FieldErrors::default();
        check_text(&mut faults, "/answer", &words, shortest, MESSAGE_MAX, true);
        faults.into_result(())?;
        let state = match decision {
            SuggestionDecision::Sort => record.state,
            // Who is quicker wins; the other one sees what has happened before a step is judged.
            _ if record.version != expected_version => record.state,
            _ => record.state.transition(decision.state(record.state))?,
        };
        let decided_at = match decision {
            SuggestionDecision::Sort => record.decided_at.as_ref().and_then(|at| at.parse().ok()),
            _ => (!state.is_open()).then_some(now),
        };
        let change = SuggestionChange {
            state,
            topic: record.topic.and(topic.or(record.topic)),
            decided_at,
            erase_after: erase_after(
                self.retention(),
                record.kind,
                received_at(&record, now),
                decided_at,
            ),
        };
        let version = tx.change_suggestion(id, expected_version, change).await?;
        if !words.is_empty() {
            tx.add_suggestion_message(id, &author.name, &words).await?;
        }
        let is_claim = record.kind == crate::domain::SuggestionKind::Claim;
        if is_claim && matches!(decision, SuggestionDecision::Accept { .. }) {
            self.accept_claim(&mut tx, author, &record).await?;
        }
        if let Some(said) = told(decision, &record, &words) {
            self.tell_sender(&mut tx, &record, said, &secret).await?;
        }
        tx.commit().await?;
        Ok(Some(DecidedSuggestion { state, version }))
    }

    /// Writes to the sender, if they gave an address. Nobody is written to before an editor has read what was sent in:
    /// otherwise anybody could have mails sent to anybody.
    async fn tell_sender(
        &self,
        tx: &mut Tx,
        record: &SuggestionRecord,
        answer: String,
        secret: &str,
    ) -> Result<(), AppError> {
        let address = record.text.as_ref().map(|text| text.sender_email.clone());
        let Some(address) = address.filter(|address| !address.is_empty()) else { return Ok(()) };
        let to = Recipient { address, account: None };
        let path = Some(format!("/vorschlag/antwort/{secret}"));
        match self.post(tx, &to, &Letter::SuggestionAnswer { answer, path }).await {
            // An address that no mail can be sent to: the link tells the answer all the same.
            Ok(_) | Err(AppError::Invalid(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// What the sender is told: the editor's words, else that it was taken up.
fn told(decision: &SuggestionDecision, record: &SuggestionRecord, words: &str) -> Option<String> {
    match decision {
        SuggestionDecision::TakeUp | SuggestionDecision::Sort => None,
        _ if !words.is_empty() => Some(words.to_owned()),
        _ if record.kind.is_feedback() => Some(Texts::german().t("answer-dealt-with").to_owned()),
        _ => Some(Texts::german().t("answer-accepted").to_owned()),
    }
}
