//! What accounts have to tell by mail.

use chrono::TimeDelta;

use super::links::LinkSecret;
use crate::app::{AppError, Desk, Letter, Recipient};
use crate::domain::Account;
use crate::store::Tx;

impl Desk {
    /// The letter with the link of an invitation.
    pub(super) async fn post_invitation(
        &self,
        tx: &mut Tx,
        to: &Account,
        link: &LinkSecret,
        valid_for: TimeDelta,
    ) -> Result<(), AppError> {
        let organization = match to.organizations.first() {
            Some(id) => self.store.find_organization(*id).await?,
            None => None,
        };
        let letter = Letter::Invitation {
            path: format!("/einladung/{}", link.expose()),
            valid_until: self.clock.now() + valid_for,
            organization: organization.map(|record| record.organization.name),
        };
        self.tell(tx, to, &letter).await
    }

    /// The letter with the link for a new password.
    pub(super) async fn post_reset(
        &self,
        tx: &mut Tx,
        to: &Account,
        link: &LinkSecret,
        valid_for: TimeDelta,
    ) -> Result<(), AppError> {
        let letter = Letter::PasswordReset {
            path: format!("/passwort/neu/{}", link.expose()),
            valid_until: self.clock.now() + valid_for,
        };
        self.tell(tx, to, &letter).await
    }

    /// Any letter to the person of an account; it goes out with the commit.
    pub(super) async fn tell(
        &self,
        tx: &mut Tx,
        to: &Account,
        letter: &Letter,
    ) -> Result<(), AppError> {
        let to = Recipient { address: to.email.clone(), account: Some(to.id.0) };
        self.post(tx, &to, letter).await.map(|_| ())
    }
}
