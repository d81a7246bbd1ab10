//! Changing one's own password and name, and asking for another address.

use super::add_account::of_person;
use super::manage_accounts::NOBODY;
use super::passwords::Verdict;
use super::sessions::NewSession;
use super::sign_in::Visit;
use super::{AuditKind, EmailChange, throttle};
use crate::app::{AppError, Author, Desk, Letter};
use crate::domain::{FieldError, FieldErrors, check_password, check_person, email_key};
use crate::store::{AccountRecord, SessionStage, SessionWay};

/// What somebody confirms with that it is them who act, and not whoever finds the browser open.
#[derive(Clone, Copy)]
pub struct OwnProof<'a> {
    /// The password; empty for whoever has none.
    pub password: &'a str,
    /// Id of the session that acts: for whoever has no password its beginning counts, if it is not long ago. `None` = no
    /// browser acts.
    pub session: Option<&'a str>,
}

impl std::fmt::Debug for OwnProof<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OwnProof(***)")
    }
}

impl Desk {
    /// Asks for the password once more before something that must not be done by whoever finds the browser open.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/password`, [`AppError::Throttled`].
    pub(super) async fn confirm_password(
        &self,
        author: &Author,
        by: OwnProof<'_>,
    ) -> Result<AccountRecord, AppError> {
        let id = author.account().ok_or(NOBODY)?;
        let who = id.to_string();
        self.accounts.throttle.take(throttle::DEVICE, &who, self.clock.now())?;
        let record = self.store.find_account(id).await?.ok_or(NOBODY)?;
        if by.password.is_empty() && self.is_confirmed_by_sign_in(&record, by.session).await? {
            self.accounts.throttle.clear(throttle::DEVICE, &who);
            return Ok(record);
        }
        let hash = record.password_hash.clone();
        if self.accounts.passwords.verify(by.password, hash).await? == Verdict::Wrong {
            let detail = "this is not your password";
            let fault = FieldError::new("/password", "password_wrong", detail);
            return Err(FieldErrors(vec![fault]).into());
        }
        self.accounts.throttle.clear(throttle::DEVICE, &who);
        Ok(record)
    }

    /// Sets another password; all other sessions end, and this one gets a new value.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/password` (the present one) or `/new_password`.
    pub async fn change_password(
        &self,
        author: &Author,
        present: OwnProof<'_>,
        new: &str,
        visit: &Visit,
    ) -> Result<NewSession, AppError> {
        let record = self.confirm_password(author, present).await?;
        let account = record.account;
        let context = [account.email.as_str(), &account.name, &self.letterhead.site_name];
        check_password(new, &context, "/new_password")?;
        let hash = self.hash_password(new).await?;
        // What a provider has asked for still counts.
        let before = self.find_session(visit.session.as_deref().unwrap_or_default()).await?;
        let way = before.map_or(SessionWay::Password, |session| session.way);
        let opened = (SessionStage::Full, way);
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        tx.set_password(account.id, &hash).await?;
        tx.delete_sessions_of(account.id, None).await?;
        tx.forget_devices(account.id).await?;
        let session = self.begin_session(&mut tx, &account, opened, visit).await?;
        self.tell(&mut tx, &account, &Letter::PasswordChanged).await?;
        self.note_own(&mut tx, AuditKind::PasswordChanged, account.id).await?;
        tx.commit().await?;
        Ok(session)
    }

    /// Changes one's own name at once. Another address counts only once whoever reads its mail has confirmed it: until
    /// then the old one stays; `Some` = a mail is on its way. The password confirms either.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/email`, `/name`, `/password`.
    pub async fn change_person(
        &self,
        author: &Author,
        email: &str,
        name: &str,
        by: OwnProof<'_>,
    ) -> Result<Option<EmailChange>, AppError> {
        let (email, name) = (email.trim(), name.trim());
        check_person(email, name)?;
        let record = self.confirm_password(author, by).await?;
        let before = record.account;
        let mut account = before.clone();
        name.clone_into(&mut account.name);
        let is_another = email_key(email) != email_key(&before.email);
        if is_another {
            self.check_email_quota(&account, email)?;
        } else {
            // The same address written otherwise.
            email.clone_into(&mut account.email);
        }
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        if account != before || !is_another {
            tx.update_account(&account).await.map_err(of_person)?;
            self.note_own(&mut tx, AuditKind::PersonChanged, account.id).await?;
        }
        let change = if is_another {
            Some(self.ask_for_email(&mut tx, &account, email).await?)
        } else {
            None
        };
        tx.commit().await?;
        Ok(change)
    }
}
