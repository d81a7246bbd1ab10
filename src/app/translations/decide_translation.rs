//! An editor decides about a translation that waits; whoever may write one may take it back.

use super::{TranslationEdited, entry_to_translate, may_publish};
use crate::app::{AppError, Author, Desk};
use crate::domain::{Decision, InvalidTransition, Language, ReviewStatus, ServiceId};
use crate::store::{DatabaseError, Entity};

/// What becomes of the latest version of a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TranslationDecision {
    /// It becomes public.
    Publish,
    /// It does not become public; the last published one stays.
    Reject {
        /// Why, for who wrote it.
        reason: String,
    },
    /// It is taken back: nothing of it is public any more. Its versions stay.
    Withdraw,
}

impl Desk {
    /// Decides about the version of a translation that was seen. `None` = there is none, or none the author may know of.
    ///
    /// # Errors
    /// [`AppError::Denied`] where an editor has to decide; [`AppError::Invalid`] at `/reason`; [`AppError::Transition`]
    /// where nothing waits; [`AppError::Database`] with a conflict when somebody else was quicker.
    pub async fn decide_translation(
        &self,
        author: &Author,
        id: ServiceId,
        language: Language,
        decision: TranslationDecision,
        expected_version: i64,
    ) -> Result<Option<TranslationEdited>, AppError> {
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(entry) = entry_to_translate(&mut tx, author, id).await? else {
            return Ok(None);
        };
        let Some(before) = tx.find_translation(id, language).await? else { return Ok(None) };
        let found = before.version;
        if found != expected_version {
            let (entity, id, found) = (Entity::Translation, id.to_string(), Some(found));
            let conflict =
                DatabaseError::Conflict { entity, id, expected: expected_version, found };
            return Err(conflict.into());
        }
        let withdraws = decision == TranslationDecision::Withdraw;
        if !withdraws {
            may_publish(&mut tx, author, &entry).await??;
        }
        let (state, reason) = match decision {
            TranslationDecision::Publish => (ReviewStatus::Published, None),
            TranslationDecision::Withdraw => (ReviewStatus::Archived, None),
            TranslationDecision::Reject { reason } => {
                // The words are held to what those about an entry are held to.
                Decision::Reject { reason: reason.clone() }.validate()?;
                (ReviewStatus::Rejected, Some(reason))
            }
        };
        let from = before.review_status;
        let possible = if withdraws {
            from != ReviewStatus::Archived
        } else {
            from == ReviewStatus::Pending
                || (from == ReviewStatus::Rejected && state == ReviewStatus::Published)
        };
        if !possible {
            let (from, to) = (from.as_str(), state.as_str());
            return Err(InvalidTransition { noun: "translation", from, to }.into());
        }
        let reason = reason.as_deref().map(str::trim);
        let saved = tx.set_translation_state(id, language, state, reason, expected_version).await?;
        tx.commit().await?;
        Ok(Some(TranslationEdited::new(id, language, saved, state)))
    }
}
