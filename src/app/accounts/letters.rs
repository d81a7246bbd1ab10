//! What accounts have to tell by mail.

use uuid::Uuid;

use super::links::LinkSecret;
use crate::app::mail::{Letter, Recipient};
use crate::app::{AppError, Desk};
use crate::domain::Account;
use crate::store::Tx;

impl Desk {
    /// Invites an account: the address of the link stands in the letter alone.
    pub(super) async fn post_invitation(
        &self,
        tx: &mut Tx,
        to: &Account,
        link: &LinkSecret,
        valid_for: chrono::TimeDelta,
    ) -> Result<(), AppError> {
        let organization = match to.organizations.first() {
            Some(id) => tx.find_organization(*id).await?.map(|record| record.organization.name),
            None => None,
        };
        let path = format!("/einladung/{}", link.expose());
        let valid_until = self.clock.now() + valid_for;
        self.post_to(tx, to, &Letter::Invitation { path, valid_until, organization }).await
    }

    /// Offers a new password to an account.
    pub(super) async fn post_reset(
        &self,
        tx: &mut Tx,
        to: &Account,
        link: &LinkSecret,
        valid_for: chrono::TimeDelta,
    ) -> Result<(), AppError> {
        let path = format!("/passwort/neu/{}", link.expose());
        let valid_until = self.clock.now() + valid_for;
        self.post_to(tx, to, &Letter::PasswordReset { path, valid_until }).await
    }

    async fn post_to(&self, tx: &mut Tx, to: &Account, letter: &Letter) -> Result<(), AppError> {
        let account = Some(Uuid::from(to.id.0));
        let recipient = Recipient { address: to.email.clone(), account };
        self.post(tx, &recipient, letter).await?;
        Ok(())
    }
}
