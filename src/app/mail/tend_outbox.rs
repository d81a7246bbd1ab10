//! What administrators see and do of the outbox and of the upkeep.

use crate::app::{AppError, Author, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{MailId, MailNote, MailState, OutboxCount};
use crate::store::TaskRecord;

impl Desk {
    /// How many mails are in which state, and the newest of one state or of all, at most `limit`.
    ///
    /// # Errors
    /// [`AppError::Denied`] for whoever is no administrator; as the database reports.
    pub async fn list_outbox(
        &self,
        author: &Author,
        state: Option<MailState>,
        limit: u32,
    ) -> Result<(OutboxCount, Vec<MailNote>), AppError> {
        may(&author.actor, Action::ManageAccounts, Subject::default())?;
        Ok((self.store.count_outbox().await?, self.store.list_mail(state, limit).await?))
    }

    /// Sends a mail again that was given up. `false` = there is none that was given up.
    ///
    /// # Errors
    /// As [`Desk::list_outbox`].
    pub async fn resend_mail(&self, author: &Author, id: MailId) -> Result<bool, AppError> {
        may(&author.actor, Action::ManageAccounts, Subject::default())?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let found = tx.requeue_mail(id).await?;
        tx.commit().await?;
        Ok(found)
    }

    /// The tasks of the upkeep as they stand.
    ///
    /// # Errors
    /// As [`Desk::list_outbox`].
    pub async fn list_upkeep(&self, author: &Author) -> Result<Vec<TaskRecord>, AppError> {
        may(&author.actor, Action::ManageAccounts, Subject::default())?;
        Ok(self.store.list_tasks().await?)
    }
}
