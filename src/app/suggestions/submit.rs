//! Somebody sends a suggestion in.

use chrono::TimeDelta;

use super::super::{AppError, Desk};
use super::seal::{KEY_BYTES, MarkFault, Seal, hash};
use crate::domain::suggestion::erase_after;
use crate::domain::{FieldError, FieldErrors, NewSuggestion, SuggestionId};
use crate::store::DatabaseError;

/// Under which purpose the shared key is kept.
const PURPOSE: &str = "suggestions";
/// Most suggestions taken in 24 hours, from everybody together: beyond it somebody is flooding the editors.
const PER_DAY: u64 = 1_000;
/// The actor of people without an account.
pub(super) const RESIDENT: &str = "resident";

/// What became of what was sent in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Submission {
    /// It is there.
    Received {
        /// The secret of its answer link.
        answer: String,
        /// The same form had been sent before: nothing new was written.
        again: bool,
    },
    /// Not taken for now; the sender may send it once more.
    Held(Hold),
}

/// Why it was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// It came faster than a person writes.
    TooFast,
    /// The form had been open for too long.
    Expired,
    /// Too much has come in today.
    Full,
}

impl Desk {
    /// The mark of a form that is opened now, to be sent back with it.
    ///
    /// # Errors
    /// As the database reports; [`AppError::Random`] when the machine gives no randomness.
    pub async fn open_suggestion_form(&self) -> Result<String, AppError> {
        let mut nonce = [0; 16];
        self.random.fill(&mut nonce)?;
        self.seal().await?.mark(self.clock.now(), nonce).ok_or_else(unusable)
    }

    /// Takes a suggestion in. The same form sent twice is one suggestion.
    ///
    /// # Errors
    /// [`AppError::Invalid`] with every faulty field; as the database reports.
    pub async fn submit_suggestion(
        &self,
        new: NewSuggestion,
        form: &str,
    ) -> Result<Submission, AppError> {
        let new = new.tidied();
        new.validate()?;
        let now = self.clock.now();
        let seal = self.seal().await?;
        let form_hash = match seal.check(form, now) {
            Ok(hash) => hash,
            Err(MarkFault::TooFast) => return Ok(Submission::Held(Hold::TooFast)),
            Err(MarkFault::Expired) => return Ok(Submission::Held(Hold::Expired)),
        };
        let secret = |id| seal.answer_secret(id).ok_or_else(unusable);
        let mut tx = self.store.begin_write(RESIDENT, now).await?;
        if let Some(id) = tx.find_suggestion_by_form(&form_hash).await? {
            tx.rollback().await?;
            return Ok(Submission::Received { answer: secret(id)?, again: true });
        }
        if self.store.count_suggestions_since(now - TimeDelta::hours(24)).await? >= PER_DAY {
            tx.rollback().await?;
            return Ok(Submission::Held(Hold::Full));
        }
        if let Some(service) = new.service_id
            && tx.find_listing(service).await?.is_none()
        {
            tx.rollback().await?;
            let gone = FieldError::new("/service_id", "unknown", "there is no such entry");
            return Err(FieldErrors(vec![gone]).into());
        }
        let id = SuggestionId(self.ids.next());
        let answer = secret(id)?;
        let answer_hash = hash(answer.as_bytes());
        let until = erase_after(self.retention(), new.kind, now, None);
        tx.add_suggestion(id, &new, &answer_hash, &form_hash, until).await?;
        tx.commit().await?;
        Ok(Submission::Received { answer, again: false })
    }

    /// The key that all instances share; made when it is first needed.
    pub(super) async fn seal(&self) -> Result<Seal, AppError> {
        let kept = if let Some(kept) = self.store.find_server_key(PURPOSE).await? {
            kept
        } else {
            let mut key = [0; KEY_BYTES];
            self.random.fill(&mut key)?;
            let mut tx = self.store.begin_write("system", self.clock.now()).await?;
            let kept = tx.keep_server_key(PURPOSE, &Seal::to_text(&key)).await?;
            tx.commit().await?;
            kept
        };
        Seal::from_text(&kept).ok_or_else(unusable)
    }
}

/// The key in the database is none.
pub(super) fn unusable() -> AppError {
    DatabaseError::Inconsistency {
        table: "server_key",
        column: "secret",
        row: PURPOSE.to_owned(),
        reason: "is no key of 32 bytes".to_owned(),
    }
    .into()
}
