//! Another address for an account: it counts once whoever reads its mail has confirmed it, signed in as that account.
//!
//! The link alone is not enough: a mistyped address would let a stranger take the account over by it. The old address is
//! told, and for a week its reader can object: then it is the account's address again, everybody is signed out, what
//! was linked or set up meanwhile goes (`put_out`), and a new password has to be chosen by a mail to it. An earlier objection ends those that were made later, so that whoever came
//! in between cannot object to being put out.

use chrono::{DateTime, TimeDelta, Utc};

use super::throttle::MAIL;
use super::{AuditKind, LinkSecret};
use crate::app::{AppError, Author, Desk, EmailLetter, Letter, Recipient};
use crate::domain::{
    Account, AccountId, AccountState, FieldError, FieldErrors, LinkPurpose, author_name, email_key,
};
use crate::store::{DatabaseError, LinkRecord, Tx};

/// How long there is to confirm a new address.
pub(in crate::app) const VALID_FOR: TimeDelta = TimeDelta::hours(24);
/// How long the reader of the old address can object.
pub(in crate::app) const OBJECT_FOR: TimeDelta = TimeDelta::days(7);
/// How long the link for a new password works that an objection brings.
const RESET_FOR: TimeDelta = super::reset_password::VALID_FOR;

/// An address that is still to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailChange {
    /// The new address.
    pub email: String,
    /// Until when it can be confirmed.
    pub valid_until: DateTime<Utc>,
}

impl From<LinkRecord> for EmailChange {
    fn from(link: LinkRecord) -> Self {
        Self { email: link.subject, valid_until: link.expires_at }
    }
}

/// What an objection brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailObjection {
    /// The address of the account, as it was before.
    pub email: String,
    /// Whether the old password ends and a link for a new one goes there.
    pub has_reset: bool,
}

impl Desk {
    /// Takes one new address off the quotas of the account and of the address: nobody is flooded with mail.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/email` where nothing is left of one.
    pub(super) fn check_email_quota(&self, account: &Account, email: &str) -> Result<(), AppError> {
        for who in [account.id.to_string(), email_key(email)] {
            if self.accounts.throttle.take(MAIL, &who, self.clock.now()).is_err() {
                let detail = "too many mails were sent already; try again in 20 minutes";
                let fault = FieldError::new("/email", "mail_throttled", detail);
                return Err(FieldErrors(vec![fault]).into());
            }
        }
        Ok(())
    }

    /// Sends the mails about a new address. Whether somebody else has it makes no difference to whoever asks: the reader of
    /// that address is told another thing, which nobody else sees.
    pub(super) async fn ask_for_email(
        &self,
        tx: &mut Tx,
        account: &Account,
        email: &str,
    ) -> Result<EmailChange, AppError> {
        let (id, now) = (account.id, self.clock.now());
        tx.delete_links_of(id, LinkPurpose::EmailConfirm).await?;
        let purpose = LinkPurpose::EmailConfirm;
        let link = self.issue_link_in(tx, purpose, email, Some(id), VALID_FOR).await?;
        let valid_until = now + VALID_FOR;
        let (to, letter) = if let Some(other) = tx.find_account_by_email(email).await? {
            let to = Recipient { address: other.email, account: Some(other.id.0) };
            (to, EmailLetter::Taken)
        } else {
            let to = Recipient { address: email.to_owned(), account: Some(id.0) };
            let path = format!("/konto/e-mail/{}", link.expose());
            (to, EmailLetter::Confirm { path, valid_until })
        };
        self.post(tx, &to, &Letter::Email(letter)).await?;
        let objection = self.issue_objection(tx, account).await?;
        let (path, until) = (objection_path(&objection), now + OBJECT_FOR);
        let letter = EmailLetter::Asked { address: email.to_owned(), path, valid_until: until };
        self.tell(tx, account, &Letter::Email(letter)).await?;
        self.note_own(tx, AuditKind::EmailAsked, id).await?;
        Ok(EmailChange { email: email.to_owned(), valid_until })
    }

    async fn issue_objection(
        &self,
        tx: &mut Tx,
        account: &Account,
    ) -> Result<LinkSecret, AppError> {
        let (purpose, id) = (LinkPurpose::EmailObjection, Some(account.id));
        self.issue_link_in(tx, purpose, &account.email, id, OBJECT_FOR).await
    }

    /// The address of an account that is still to be confirmed.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_email_change(&self, id: AccountId) -> Result<Option<EmailChange>, AppError> {
        let now = self.clock.now();
        let link = self.store.find_link_of(id, LinkPurpose::EmailConfirm, now).await?;
        Ok(link.map(EmailChange::from))
    }

    /// What the link confirms, if it can still be used and is for the author's account; looking does not use it up.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_email_confirmation(
        &self,
        author: &Author,
        secret: &str,
    ) -> Result<Option<EmailChange>, AppError> {
        let link = self.find_link(LinkPurpose::EmailConfirm, secret).await?;
        let own =
            link.filter(|link| link.account_id.is_some_and(|id| author.account() == Some(id)));
        Ok(own.map(EmailChange::from))
    }

    /// Gives up the address that is still to be confirmed; `false` if there was none.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn cancel_email_change(&self, author: &Author) -> Result<bool, AppError> {
        let id = author.account().ok_or(super::manage_accounts::NOBODY)?;
        let was_asked = self.find_email_change(id).await?.is_some();
        if was_asked {
            let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
            tx.delete_links_of(id, LinkPurpose::EmailConfirm).await?;
            self.note_own(&mut tx, AuditKind::EmailCancelled, id).await?;
            tx.commit().await?;
        }
        Ok(was_asked)
    }

    /// Makes the address of the link that of the author's account; all its sessions but the one of id `session` end. The old
    /// address is told, with a link to object. `None` = the link is worth nothing (any more) to this account.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn confirm_email(
        &self,
        author: &Author,
        secret: &str,
        session: &str,
    ) -> Result<Option<Account>, AppError> {
        let id = author.account().ok_or(super::manage_accounts::NOBODY)?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let link = self.redeem_link_in(&mut tx, LinkPurpose::EmailConfirm, secret).await?;
        // Dropped without a commit, the link stays as it is for whom it is meant.
        let Some(link) = link.filter(|link| link.account_id == Some(id)) else { return Ok(None) };
        let Some(record) = tx.find_account(id).await? else { return Ok(None) };
        let before = record.account;
        if before.state != AccountState::Active {
            return Ok(None);
        }
        let account = Account { email: link.subject, ..before.clone() };
        match tx.update_account(&account).await {
            // Somebody else has come by this address meanwhile.
            Err(DatabaseError::Duplicate { .. }) => return Ok(None),
            other => other?,
        }
        tx.delete_sessions_of(id, Some(session)).await?;
        tx.forget_devices(id).await?;
        // What was sent to the old address opens nothing any more.
        tx.delete_links_of(id, LinkPurpose::Reset).await?;
        let objection = self.issue_objection(&mut tx, &before).await?;
        let (address, path) = (account.email.clone(), objection_path(&objection));
        let valid_until = self.clock.now() + OBJECT_FOR;
        let letter = EmailLetter::Changed { address, path, valid_until };
        self.tell(&mut tx, &before, &Letter::Email(letter)).await?;
        self.note_own(&mut tx, AuditKind::EmailChanged, id).await?;
        tx.commit().await?;
        Ok(Some(account))
    }

    /// What an objection would bring, if its link can still be used; looking does not use it up.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_email_objection(
        &self,
        secret: &str,
    ) -> Result<Option<EmailObjection>, AppError> {
        let Some(link) = self.find_link(LinkPurpose::EmailObjection, secret).await? else {
            return Ok(None);
        };
        let record = match link.account_id {
            Some(id) => self.store.find_account(id).await?,
            None => None,
        };
        let has_reset = record.is_some_and(|record| self.resets_password(&record.account));
        Ok(Some(EmailObjection { email: link.subject, has_reset }))
    }

    /// Whether an objection takes the password of this account.
    fn resets_password(&self, account: &Account) -> bool {
        account.state == AccountState::Active && self.takes_passwords()
    }

    /// The reader of the old address says that the account's person did not ask for another one: the old address is the
    /// account's again, sessions and tokens end, links to a provider and second factors of the time since go, the password
    /// is worth nothing, and a link for a new one goes to that address. `None` = the link is worth nothing (any more).
    ///
    /// # Errors
    /// As the database reports.
    pub async fn object_to_email(&self, secret: &str) -> Result<Option<EmailObjection>, AppError> {
        let Some(link) = self.find_link(LinkPurpose::EmailObjection, secret).await? else {
            return Ok(None);
        };
        let Some(id) = link.account_id else { return Ok(None) };
        let mut tx = self.store.begin_write(&author_name(id), self.clock.now()).await?;
        let redeemed = self.redeem_link_in(&mut tx, LinkPurpose::EmailObjection, secret).await?;
        let (Some(link), Some(record)) = (redeemed, tx.find_account(id).await?) else {
            return Ok(None);
        };
        let account = Account { email: link.subject.clone(), ..record.account.clone() };
        match tx.update_account(&account).await {
            Err(DatabaseError::Duplicate { .. }) => return Ok(None),
            other => other?,
        }
        let since = began(&mut tx, id, &link).await?;
        let (confirm, objection) = (LinkPurpose::EmailConfirm, LinkPurpose::EmailObjection);
        tx.delete_links_of(id, confirm).await?;
        tx.delete_links_of(id, LinkPurpose::Reset).await?;
        tx.delete_later_links_of(id, objection, link.expires_at).await?;
        self.put_out(&mut tx, &account, &record, since).await?;
        let has_reset = self.resets_password(&account);
        if has_reset {
            tx.clear_password(id).await?;
            let (purpose, subject) = (LinkPurpose::Reset, id.to_string());
            let reset = self.issue_link_in(&mut tx, purpose, &subject, Some(id), RESET_FOR).await?;
            self.post_reset(&mut tx, &account, &reset, RESET_FOR).await?;
        }
        self.note_own(&mut tx, AuditKind::EmailObjected, id).await?;
        tx.commit().await?;
        Ok(Some(EmailObjection { email: account.email, has_reset }))
    }
}

/// When the change began that an objection is made to. Each address is told twice, at the question and at the confirmation:
/// whichever of the two links is used, the earlier one counts.
async fn began(
    tx: &mut Tx,
    id: AccountId,
    link: &LinkRecord,
) -> Result<DateTime<Utc>, DatabaseError> {
    let told = tx.list_links_of(id, LinkPurpose::EmailObjection).await?;
    let same = told.iter().filter(|one| email_key(&one.subject) == email_key(&link.subject));
    let first = same.map(|one| one.expires_at).fold(link.expires_at, Ord::min);
    Ok(first - OBJECT_FOR)
}

fn objection_path(link: &LinkSecret) -> String {
    format!("/konto/einspruch/{}", link.expose())
}
