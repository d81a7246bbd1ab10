//! What people do with the link between their account and a sign-in provider.

use chrono::TimeDelta;

use super::{AuditKind, OwnProof};
use crate::app::{AppError, Author, Desk};
use crate::domain::{AccountId, Denied};
use crate::store::{AccountRecord, IdentityRecord, SessionRecord, SessionStage};

/// How long after a sign-in it stands for the password of whoever has none.
const RECENT: TimeDelta = TimeDelta::minutes(10);

/// Nobody locks themselves out.
const NO_OTHER_WAY: Denied =
    Denied { reason: "without a password there would be no way in; choose one first" };

impl Desk {
    /// The identities of an account, ended links too.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_identities(&self, id: AccountId) -> Result<Vec<IdentityRecord>, AppError> {
        Ok(self.store.list_identities(id).await?)
    }

    /// Whether an account has a password to sign in with.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn has_password(&self, id: AccountId) -> Result<bool, AppError> {
        let record = self.store.find_account(id).await?;
        Ok(record.is_some_and(|record| record.password_hash.is_some()))
    }

    /// Ends the link to the provider; the password confirms it. It is not made again by itself.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/password`; [`AppError::Denied`] where it is the only way in.
    pub async fn unlink_identity(&self, author: &Author, by: OwnProof<'_>) -> Result<(), AppError> {
        let record = self.confirm_password(author, by).await?;
        if record.password_hash.is_none() || !self.takes_passwords() {
            return Err(NO_OTHER_WAY.into());
        }
        let id = record.account.id;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        if tx.unlink_identities(id).await? > 0 {
            self.note_own(&mut tx, AuditKind::IdentityUnlinked, id).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Lets the next sign-in by the provider make the link anew; the password confirms it.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/password`.
    pub async fn allow_identity(&self, author: &Author, by: OwnProof<'_>) -> Result<(), AppError> {
        let id = self.confirm_password(author, by).await?.account.id;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        tx.forget_unlinked_identities(id).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whether a sign-in by the provider a moment ago stands for the password: only for whoever has none, or where none
    /// is taken. The acting session has to be that sign-in: one that was stolen does not become young again when the
    /// owner signs in elsewhere.
    pub(super) async fn is_confirmed_by_sign_in(
        &self,
        record: &AccountRecord,
        session: Option<&str>,
    ) -> Result<bool, AppError> {
        if record.password_hash.is_some() && self.takes_passwords() {
            return Ok(false);
        }
        let id = record.account.id;
        if self.find_fresh_session(id, session).await?.is_none() {
            return Ok(false);
        }
        let linked = self.store.list_identities(id).await?;
        Ok(linked.iter().any(|identity| identity.unlinked_at.is_none()))
    }

    /// The session of this id, if it is the account's and began a moment ago.
    pub(super) async fn find_fresh_session(
        &self,
        account: AccountId,
        session: Option<&str>,
    ) -> Result<Option<SessionRecord>, AppError> {
        let Some(session) = session else { return Ok(None) };
        let now = self.clock.now();
        let is_fresh = |one: &SessionRecord| {
            let age = now - one.created_at;
            one.id == session
                && one.stage == SessionStage::Full
                && age >= TimeDelta::zero()
                && age < RECENT
        };
        Ok(self.list_sessions(account).await?.into_iter().find(is_fresh))
    }
}
