//! Who else speaks for an organization.

use crate::app::{AppError, Author, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Account, AccountState, OrganizationId};

impl Desk {
    /// The accounts that speak for an organization, by name, without erased ones.
    ///
    /// # Errors
    /// [`AppError::Denied`] for whoever may not invite colleagues to it.
    pub async fn list_colleagues(
        &self,
        author: &Author,
        organization: OrganizationId,
    ) -> Result<Vec<Account>, AppError> {
        may(&author.actor, Action::InviteColleague, Subject::of(Some(organization)))?;
        let mut accounts = self.store.list_accounts().await?;
        accounts.retain(|account| {
            account.state != AccountState::Erased && account.organizations.contains(&organization)
        });
        accounts.sort_by_key(|account| account.name.to_lowercase());
        Ok(accounts)
    }
}
