//! A forgotten password: a link by mail, and a new one.

use chrono::TimeDelta;

use super::sessions::NewSession;
use super::sign_in::{NO_PASSWORDS, SignIn, Visit};
use super::throttle::{MAIL, MAIL_ADDRESS};
use super::{AuditKind, LinkSecret};
use crate::app::{AppError, Desk, Letter};
use crate::domain::{Account, AccountState, LinkPurpose, author_name, check_password, email_key};
use crate::store::{SessionStage, SessionWay};

/// How long the link works.
pub(in crate::app) const VALID_FOR: TimeDelta = TimeDelta::hours(1);

impl Desk {
    /// Takes one request for a new password off the quota of the place it comes from.
    ///
    /// # Errors
    /// [`AppError::Throttled`] after too many of them.
    pub fn check_reset_quota(&self, visit: &Visit) -> Result<(), AppError> {
        self.accounts.throttle.take(MAIL_ADDRESS, &visit.place, self.clock.now())
    }

    /// Sends a link for a new password to an address that has an open account; a few in an hour, whoever asks.
    /// Whoever asks must not be told whether there is one. Pages throw the secret away: it stands in the letter.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn request_reset(&self, email: &str) -> Result<Option<LinkSecret>, AppError> {
        if !self.takes_passwords() {
            return Ok(None);
        }
        let (throttle, now) = (&self.accounts.throttle, self.clock.now());
        let found = self.store.find_account_by_email(email).await?;
        let open = found.map(|record| record.account);
        let Some(account) = open.filter(|account| account.state == AccountState::Active) else {
            return Ok(None);
        };
        if throttle.take(MAIL, &email_key(email), now).is_err() {
            return Ok(None);
        }
        let mut tx = self.store.begin_write("nobody", now).await?;
        tx.delete_links_of(account.id, LinkPurpose::Reset).await?;
        let (purpose, subject) = (LinkPurpose::Reset, account.id.to_string());
        let id = Some(account.id);
        let link = self.issue_link_in(&mut tx, purpose, &subject, id, VALID_FOR).await?;
        self.post_reset(&mut tx, &account, &link, VALID_FOR).await?;
        self.note(&mut tx, AuditKind::ResetRequested, id, "nobody", "").await?;
        tx.commit().await?;
        Ok(Some(link))
    }

    /// The account a link for a new password is for, if it still works.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_reset(&self, secret: &str) -> Result<Option<Account>, AppError> {
        let account = self.account_of_link(LinkPurpose::Reset, secret).await?;
        Ok(account.filter(|account| account.state == AccountState::Active))
    }

    /// Sets a new password, ends all sessions and signs the browser in (with a second factor its code is still to
    /// come), all in the transaction that uses the link up. [`SignIn::Wrong`] = the link is worth nothing (any more).
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/password`; the link stays good then.
    pub async fn reset_password(
        &self,
        secret: &str,
        password: &str,
        visit: &Visit,
    ) -> Result<SignIn, AppError> {
        if !self.takes_passwords() {
            return Err(NO_PASSWORDS.into());
        }
        let Some(account) = self.find_reset(secret).await? else { return Ok(SignIn::Wrong) };
        let context = [account.email.as_str(), &account.name, &self.letterhead.site_name];
        check_password(password, &context, "/password")?;
        let hash = self.hash_password(password).await?;
        let mut tx = self.store.begin_write(&author_name(account.id), self.clock.now()).await?;
        let link = self.redeem_link_in(&mut tx, LinkPurpose::Reset, secret).await?;
        let record = match link.and_then(|link| link.account_id) {
            Some(id) => tx.find_account(id).await?,
            None => None,
        };
        let Some(account) = record.map(|record| record.account) else { return Ok(SignIn::Wrong) };
        if account.state != AccountState::Active {
            return Ok(SignIn::Wrong);
        }
        tx.set_password(account.id, &hash).await?;
        tx.delete_sessions_of(account.id, None).await?;
        tx.forget_devices(account.id).await?;
        let stage = if account.second_factor { SessionStage::Code } else { SessionStage::Full };
        let session: NewSession =
            self.begin_session(&mut tx, &account, (stage, SessionWay::Password), visit).await?;
        self.tell(&mut tx, &account, &Letter::PasswordChanged).await?;
        self.note_own(&mut tx, AuditKind::PasswordChanged, account.id).await?;
        tx.commit().await?;
        Ok(match stage {
            SessionStage::Full => SignIn::Done(session),
            SessionStage::Code => SignIn::CodeNeeded(session),
        })
    }
}
