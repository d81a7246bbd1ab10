//! Editors read the inbox and its yearly evaluation.

use super::super::{AppError, Author, Desk};
use super::{SuggestionCase, SuggestionCount, SuggestionFilter, SuggestionPage, right_to_handle};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{SuggestionId, SuggestionKind};

impl Desk {
    /// A page of the inbox; without kinds in the filter all that the author may handle.
    ///
    /// # Errors
    /// [`AppError::Denied`] when a kind asked for is not theirs; as the database reports.
    pub async fn list_suggestions(
        &self,
        author: &Author,
        mut filter: SuggestionFilter,
        limit: u32,
        offset: u64,
    ) -> Result<SuggestionPage, AppError> {
        let allowed =
            |kind: SuggestionKind| may(&author.actor, right_to_handle(kind), Subject::default());
        if filter.kinds.is_empty() {
            filter.kinds =
                SuggestionKind::ALL.into_iter().filter(|k| allowed(*k).is_ok()).collect();
            if filter.kinds.is_empty() {
                may(&author.actor, Action::HandleSuggestions, Subject::default())?;
            }
        }
        filter.kinds.iter().try_for_each(|kind| allowed(*kind))?;
        Ok(self.store.list_suggestions(&filter, limit, offset).await?)
    }

    /// One suggestion with all that was said; `None` = there is none.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn find_suggestion(
        &self,
        author: &Author,
        id: SuggestionId,
    ) -> Result<Option<SuggestionCase>, AppError> {
        // Who may handle nothing learns nothing, not even what there is.
        may(&author.actor, Action::HandleSuggestions, Subject::default())?;
        let Some(record) = self.store.find_suggestion(id).await? else { return Ok(None) };
        may(&author.actor, right_to_handle(record.kind), Subject::default())?;
        Ok(Some(self.suggestion_case(record).await?))
    }

    /// How many praises and complaints there were, by year, topic and state; also those whose words are erased.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn evaluate_feedback(
        &self,
        author: &Author,
    ) -> Result<Vec<SuggestionCount>, AppError> {
        may(&author.actor, Action::HandleFeedback, Subject::default())?;
        let mut counts = self.store.count_suggestions().await?;
        counts.retain(|count| count.kind.is_feedback());
        Ok(counts)
    }
}
