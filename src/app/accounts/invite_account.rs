//! Inviting people, and their coming in.

use chrono::TimeDelta;

use super::add_account::of_person;
use super::sessions::NewSession;
use super::sign_in::{NO_PASSWORDS, Visit};
use super::{AuditKind, LinkSecret};
use crate::app::{AppError, Author, Desk};
use crate::domain::policy::{Action, Role, Subject, may};
use crate::domain::{
    Account, AccountId, AccountState, Denied, FieldErrors, InvalidTransition, LinkPurpose,
    OrganizationId, author_name, check_password, check_person, check_role,
};
use crate::store::{SessionStage, SessionWay};

/// How long an invitation stands.
pub(in crate::app) const VALID_FOR: TimeDelta = TimeDelta::days(14);

/// Whom to invite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Organizations the person shall speak for.
    pub organizations: Vec<OrganizationId>,
}

/// An invitation that was sent.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The account, which waits for its password.
    pub account: Account,
    /// What stands in the link; also in the letter.
    pub link: LinkSecret,
}

/// Administrators invite anybody, providers invite colleagues for their own organizations.
fn may_invite(author: &Author, invitation: &Invitation) -> Result<(), Denied> {
    let managing = may(&author.actor, Action::ManageAccounts, Subject::default());
    if managing.is_ok() {
        return Ok(());
    }
    if invitation.role != Role::Provider || invitation.organizations.is_empty() {
        return managing;
    }
    invitation.organizations.iter().try_for_each(|organization| {
        may(&author.actor, Action::InviteColleague, Subject::of(Some(*organization)))
    })
}

impl Desk {
    /// Invites somebody; the link goes out with the commit.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`] at `/email`, `/name`, `/role`, `/organizations`.
    pub async fn invite_account(
        &self,
        author: &Author,
        invitation: Invitation,
    ) -> Result<Invited, AppError> {
        may_invite(author, &invitation)?;
        let account = Account {
            id: AccountId(self.ids.next()),
            email: invitation.email.trim().to_owned(),
            name: invitation.name.trim().to_owned(),
            role: invitation.role,
            organizations: invitation.organizations,
            state: AccountState::Invited,
            second_factor: false,
            created_at: self.clock.now(),
            last_sign_in: None,
        };
        let mut faults = FieldErrors::default();
        for check in [
            check_person(&account.email, &account.name),
            check_role(account.role, &account.organizations),
        ] {
            faults.0.extend(check.err().unwrap_or_default().0);
        }
        faults.into_result(())?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        tx.insert_account(&account, None).await.map_err(of_person)?;
        let (id, kind, role) = (account.id, AuditKind::Invited, account.role.as_str());
        let link = self.invitation_link(&mut tx, &account).await?;
        self.note(&mut tx, kind, Some(id), &author.name, role).await?;
        tx.commit().await?;
        Ok(Invited { account, link })
    }

    /// Sends an invitation that was not accepted once more; the link sent before ends.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Transition`] for whoever has come in already.
    pub async fn repeat_invitation(
        &self,
        author: &Author,
        id: AccountId,
    ) -> Result<Option<Invited>, AppError> {
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(record) = tx.find_account(id).await? else { return Ok(None) };
        let account = record.account;
        let (role, organizations) = (account.role, account.organizations.clone());
        let again = Invitation { email: String::new(), name: String::new(), role, organizations };
        may_invite(author, &again)?;
        if account.state != AccountState::Invited {
            let (from, to) = (account.state.as_str(), AccountState::Invited.as_str());
            return Err(InvalidTransition { noun: "account", from, to }.into());
        }
        let link = self.invitation_link(&mut tx, &account).await?;
        self.note(&mut tx, AuditKind::Invited, Some(id), &author.name, role.as_str()).await?;
        tx.commit().await?;
        Ok(Some(Invited { account, link }))
    }

    async fn invitation_link(
        &self,
        tx: &mut crate::store::Tx,
        account: &Account,
    ) -> Result<LinkSecret, AppError> {
        tx.delete_links_of(account.id, LinkPurpose::Invitation).await?;
        let (purpose, subject) = (LinkPurpose::Invitation, account.id.to_string());
        let link = self.issue_link_in(tx, purpose, &subject, Some(account.id), VALID_FOR).await?;
        self.post_invitation(tx, account, &link, VALID_FOR).await?;
        Ok(link)
    }

    /// The account an invitation is for, if its link still works.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_invitation(&self, secret: &str) -> Result<Option<Account>, AppError> {
        self.account_of_link(LinkPurpose::Invitation, secret).await
    }

    /// The account of a link that still works.
    pub(super) async fn account_of_link(
        &self,
        purpose: LinkPurpose,
        secret: &str,
    ) -> Result<Option<Account>, AppError> {
        let Some(id) = self.find_link(purpose, secret).await?.and_then(|link| link.account_id)
        else {
            return Ok(None);
        };
        Ok(self.store.find_account(id).await?.map(|record| record.account))
    }

    /// Comes in: name and password are set and the browser is signed in, all in the transaction that uses the link
    /// up. `None` = the link is worth nothing (any more).
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/name`, `/password`; the link stays good then. [`AppError::Denied`] where no passwords
    /// are taken.
    pub async fn accept_invitation(
        &self,
        secret: &str,
        name: &str,
        password: &str,
        visit: &Visit,
    ) -> Result<Option<NewSession>, AppError> {
        if !self.takes_passwords() {
            return Err(NO_PASSWORDS.into());
        }
        let Some(invited) = self.find_invitation(secret).await? else { return Ok(None) };
        let name = name.trim();
        let mut faults = FieldErrors::default();
        for check in [
            check_person(&invited.email, name),
            check_password(
                password,
                &[&invited.email, name, &self.letterhead.site_name],
                "/password",
            ),
        ] {
            faults.0.extend(check.err().unwrap_or_default().0);
        }
        faults.into_result(())?;
        let hash = self.hash_password(password).await?;
        let mut tx = self.store.begin_write(&author_name(invited.id), self.clock.now()).await?;
        let link = self.redeem_link_in(&mut tx, LinkPurpose::Invitation, secret).await?;
        let record = match link.and_then(|link| link.account_id) {
            Some(id) => tx.find_account(id).await?,
            None => None,
        };
        let Some(mut account) = record.map(|record| record.account) else { return Ok(None) };
        if account.state != AccountState::Invited {
            return Ok(None);
        }
        account.state = AccountState::Active;
        name.clone_into(&mut account.name);
        tx.update_account(&account).await?;
        tx.set_password(account.id, &hash).await?;
        let opened = (SessionStage::Full, SessionWay::Password);
        let session = self.begin_session(&mut tx, &account, opened, visit).await?;
        self.note_own(&mut tx, AuditKind::InvitationAccepted, account.id).await?;
        tx.commit().await?;
        Ok(Some(session))
    }
}
