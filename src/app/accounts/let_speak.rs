//! Letting somebody speak for an organization: an account that is there, or one that is invited for it.

use super::AuditKind;
use super::add_account::of_person;
use super::invite_account::VALID_FOR;
use crate::app::{AppError, Author, Desk, Letter};
use crate::domain::policy::{Action, Role, Subject, may};
use crate::domain::{
    Account, AccountId, AccountState, FieldError, FieldErrors, LinkPurpose, OrganizationId,
    check_person,
};
use crate::store::Tx;

fn fault(code: &str, detail: &str) -> AppError {
    FieldErrors(vec![FieldError::new("/answer", code, detail)]).into()
}

impl Desk {
    /// Lets the person of an address speak for an organization. An account that is there gets it, and a letter; nobody's
    /// role changes. Without an account one is invited. Whoever speaks for it already is left as they are.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`] at `/answer`: `not_a_provider`, `blocked`, or what is wrong with address
    /// and name.
    pub(in crate::app) async fn let_speak_for(
        &self,
        tx: &mut Tx,
        author: &Author,
        (email, name): (&str, &str),
        organization: OrganizationId,
    ) -> Result<(), AppError> {
        may(&author.actor, Action::InviteColleague, Subject::of(Some(organization)))?;
        let known = self.store.find_account_by_email(email).await?;
        let Some(mut account) = known.map(|record| record.account) else {
            return self.invite_claimant(tx, author, (email, name), organization).await;
        };
        if account.role != Role::Provider {
            return Err(fault("not_a_provider", "the account of this address has another role"));
        }
        if !matches!(account.state, AccountState::Active | AccountState::Invited) {
            return Err(fault("blocked", "the account of this address is blocked"));
        }
        if account.organizations.contains(&organization) {
            return Ok(());
        }
        account.organizations.push(organization);
        tx.update_account(&account).await.map_err(of_person)?;
        let (kind, detail) = (AuditKind::RoleChanged, account.role.as_str());
        self.note(tx, kind, Some(account.id), &author.name, detail).await?;
        let record = self.store.find_organization(organization).await?;
        let organization = record.map(|record| record.organization.name).unwrap_or_default();
        let letter = Letter::ClaimDecided { organization, accepted: true, reason: None };
        self.tell(tx, &account, &letter).await
    }

    async fn invite_claimant(
        &self,
        tx: &mut Tx,
        author: &Author,
        (email, name): (&str, &str),
        organization: OrganizationId,
    ) -> Result<(), AppError> {
        let account = Account {
            id: AccountId(self.ids.next()),
            email: email.trim().to_owned(),
            name: name.trim().to_owned(),
            role: Role::Provider,
            organizations: vec![organization],
            state: AccountState::Invited,
            second_factor: false,
            created_at: self.clock.now(),
            last_sign_in: None,
        };
        if check_person(&account.email, &account.name).is_err() {
            return Err(fault("not_an_email", "nobody can be invited under this address and name"));
        }
        tx.insert_account(&account, None).await.map_err(of_person)?;
        let (purpose, subject) = (LinkPurpose::Invitation, account.id.to_string());
        let link = self.issue_link_in(tx, purpose, &subject, Some(account.id), VALID_FOR).await?;
        self.post_invitation(tx, &account, &link, VALID_FOR).await?;
        let (kind, role) = (AuditKind::Invited, account.role.as_str());
        self.note(tx, kind, Some(account.id), &author.name, role).await?;
        Ok(())
    }
}
