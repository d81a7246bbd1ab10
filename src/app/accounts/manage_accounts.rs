//! What administrators do with accounts: list, change the role, block, let in again, erase.

use super::add_account::of_person;
use super::{AuditKind, OwnProof};
use crate::app::{AppError, Author, Desk, Letter};
use crate::domain::policy::{Action, Role, Subject, may};
use crate::domain::{
    Account, AccountId, AccountState, Denied, InvalidTransition, OrganizationId, check_role,
};
use crate::store::{DatabaseError, Tx};

/// Whoever has no account cannot change one.
pub(super) const NOBODY: Denied = Denied { reason: "only people with an account may do that" };

/// Somebody has to be there who can let others in.
const LAST_ADMIN: Denied =
    Denied { reason: "this is the last administrator; make somebody else one before" };

impl Desk {
    /// The account of an id, for its name on a page; `None` = there never was one.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_account(&self, id: AccountId) -> Result<Option<Account>, AppError> {
        Ok(self.store.find_account(id).await?.map(|record| record.account))
    }

    /// The account of an address, for the command line.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_account_by_email(&self, email: &str) -> Result<Option<Account>, AppError> {
        Ok(self.store.find_account_by_email(email).await?.map(|record| record.account))
    }

    /// All accounts, erased ones too.
    ///
    /// # Errors
    /// [`AppError::Denied`] for whoever is no administrator.
    pub async fn list_accounts(&self, author: &Author) -> Result<Vec<Account>, AppError> {
        may(&author.actor, Action::ManageAccounts, Subject::default())?;
        Ok(self.store.list_accounts().await?)
    }

    /// Gives an account another role or other organizations; its sessions and tokens end.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`] at `/role`, `/organizations`.
    pub async fn change_role(
        &self,
        author: &Author,
        id: AccountId,
        role: Role,
        organizations: Vec<OrganizationId>,
    ) -> Result<Option<Account>, AppError> {
        may(&author.actor, Action::ManageAccounts, Subject::default())?;
        check_role(role, &organizations)?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(mut account) = self.open_account(&mut tx, id).await? else { return Ok(None) };
        if role != Role::Admin {
            keep_an_admin(&mut tx, &account).await?;
        }
        account.role = role;
        account.organizations = organizations;
        tx.update_account(&account).await.map_err(of_person)?;
        tx.delete_sessions_of(id, None).await?;
        tx.delete_tokens_of(id).await?;
        let (kind, detail) = (AuditKind::RoleChanged, role.as_str());
        self.note(&mut tx, kind, Some(id), &author.name, detail).await?;
        tx.commit().await?;
        Ok(Some(account))
    }

    /// Shuts an account out: its sessions and tokens end.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Transition`] where it is blocked already.
    pub async fn block_account(
        &self,
        author: &Author,
        id: AccountId,
    ) -> Result<Option<Account>, AppError> {
        may(&author.actor, Action::ManageAccounts, Subject::default())?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(mut account) = self.open_account(&mut tx, id).await? else { return Ok(None) };
        keep_an_admin(&mut tx, &account).await?;
        step(&mut account, &[AccountState::Active, AccountState::Invited], AccountState::Blocked)?;
        tx.update_account(&account).await?;
        tx.delete_sessions_of(id, None).await?;
        tx.delete_tokens_of(id).await?;
        tx.forget_devices(id).await?;
        self.note(&mut tx, AuditKind::Blocked, Some(id), &author.name, "").await?;
        tx.commit().await?;
        Ok(Some(account))
    }

    /// Lets a blocked account in again.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Transition`] where it is not blocked.
    pub async fn unblock_account(
        &self,
        author: &Author,
        id: AccountId,
    ) -> Result<Option<Account>, AppError> {
        may(&author.actor, Action::ManageAccounts, Subject::default())?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(record) = tx.find_account(id).await? else { return Ok(None) };
        let mut account = record.account;
        // Who never chose a password is still only invited.
        let next = match record.password_hash {
            Some(_) => AccountState::Active,
            None => AccountState::Invited,
        };
        step(&mut account, &[AccountState::Blocked], next)?;
        tx.update_account(&account).await?;
        self.note(&mut tx, AuditKind::Unblocked, Some(id), &author.name, "").await?;
        tx.commit().await?;
        Ok(Some(account))
    }

    /// Ends all sessions of an account, for example after a device was lost; how many they were.
    ///
    /// # Errors
    /// [`AppError::Denied`].
    pub async fn end_sessions_of(&self, author: &Author, id: AccountId) -> Result<u64, AppError> {
        may(&author.actor, Action::ManageAccounts, Subject::default())?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let ended = tx.delete_sessions_of(id, None).await?;
        tx.forget_devices(id).await?;
        self.note(&mut tx, AuditKind::SessionRevoked, Some(id), &author.name, "").await?;
        tx.commit().await?;
        Ok(ended)
    }

    /// Takes the second factor off an account whose person has lost it and has proven who they are; its sessions end,
    /// and at the next sign-in it is set up anew where the role has to have one.
    ///
    /// # Errors
    /// [`AppError::Denied`].
    pub async fn remove_second_factor(
        &self,
        author: &Author,
        id: AccountId,
    ) -> Result<Option<Account>, AppError> {
        may(&author.actor, Action::ManageAccounts, Subject::default())?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(account) = self.open_account(&mut tx, id).await? else { return Ok(None) };
        tx.set_second_factor(id, None, None).await?;
        tx.replace_recovery_codes(id, &[]).await?;
        tx.delete_sessions_of(id, None).await?;
        self.tell(&mut tx, &account, &Letter::SecondFactorChanged { is_on: false }).await?;
        self.note(&mut tx, AuditKind::FactorDisabled, Some(id), &author.name, "").await?;
        tx.commit().await?;
        Ok(Some(account))
    }

    /// Erases a person: everything of them leaves the account, at once and for good. Its id stays, so that the
    /// history keeps its order; whoever looks it up finds nobody. Administrators erase anybody, everybody themselves.
    ///
    /// # Errors
    /// [`AppError::Denied`].
    pub async fn erase_account(&self, author: &Author, id: AccountId) -> Result<bool, AppError> {
        if author.account() != Some(id) {
            may(&author.actor, Action::ManageAccounts, Subject::default())?;
        }
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(account) = self.open_account(&mut tx, id).await? else { return Ok(false) };
        keep_an_admin(&mut tx, &account).await?;
        let erased = tx.erase_account(id).await?;
        tx.erase_mail_of(id.0).await?;
        self.note(&mut tx, AuditKind::Erased, Some(id), &author.name, "").await?;
        tx.commit().await?;
        Ok(erased)
    }

    /// The same by whoever confirms it with the password.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/password`; [`AppError::Denied`] for the last administrator.
    pub async fn erase_own_account(
        &self,
        author: &Author,
        by: OwnProof<'_>,
    ) -> Result<(), AppError> {
        let record = self.confirm_password(author, by).await?;
        self.erase_account(author, record.account.id).await.map(|_| ())
    }

    /// An account that is not erased.
    async fn open_account(
        &self,
        tx: &mut Tx,
        id: AccountId,
    ) -> Result<Option<Account>, DatabaseError> {
        let account = tx.find_account(id).await?.map(|record| record.account);
        Ok(account.filter(|account| account.state != AccountState::Erased))
    }
}

/// Refuses what would leave nobody who can manage accounts.
async fn keep_an_admin(tx: &mut Tx, account: &Account) -> Result<(), AppError> {
    let rules = |other: &Account| other.role == Role::Admin && other.state == AccountState::Active;
    if rules(account) {
        let others = tx.list_accounts().await?;
        if !others.iter().any(|other| other.id != account.id && rules(other)) {
            return Err(LAST_ADMIN.into());
        }
    }
    Ok(())
}

fn step(
    account: &mut Account,
    from: &[AccountState],
    to: AccountState,
) -> Result<(), InvalidTransition> {
    if !from.contains(&account.state) {
        let from = account.state.as_str();
        return Err(InvalidTransition { noun: "account", from, to: to.as_str() });
    }
    account.state = to;
    Ok(())
}
