//! Links that do one thing once: made here, used within the transaction of what they do ([`crate::store::Tx::redeem_link`]).

use chrono::TimeDelta;

use super::secret::{hash_secret, is_secret, new_secret};
use crate::app::{AppError, Desk};
use crate::domain::{AccountId, LinkPurpose};
use crate::store::{LinkEnd, LinkRecord, Tx};

/// What stands in a link. Only its hash is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkSecret(String);

impl LinkSecret {
    /// The text for the address.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for LinkSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkSecret(***)")
    }
}

impl Desk {
    /// Makes a link within a transaction; `account` is set for links that end when the account is erased.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn issue_link_in(
        &self,
        tx: &mut Tx,
        purpose: LinkPurpose,
        subject: &str,
        account: Option<AccountId>,
        valid_for: TimeDelta,
    ) -> Result<LinkSecret, AppError> {
        let secret = new_secret(self.random.as_ref())?;
        let link = LinkRecord {
            subject: subject.to_owned(),
            account_id: account,
            expires_at: self.clock.now() + valid_for,
        };
        tx.insert_link(&hash_secret(&secret), purpose, &link).await?;
        Ok(LinkSecret(secret))
    }

    /// Makes a link in a transaction of its own.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn issue_link(
        &self,
        purpose: LinkPurpose,
        subject: &str,
        valid_for: TimeDelta,
    ) -> Result<LinkSecret, AppError> {
        let mut tx = self.store.begin_write("system", self.clock.now()).await?;
        let secret = self.issue_link_in(&mut tx, purpose, subject, None, valid_for).await?;
        tx.commit().await?;
        Ok(secret)
    }

    /// What a link is about, if it can still be used; looking does not use it up.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_link(
        &self,
        purpose: LinkPurpose,
        secret: &str,
    ) -> Result<Option<LinkRecord>, AppError> {
        if !is_secret(secret) {
            return Ok(None);
        }
        Ok(self.store.find_link(purpose, &hash_secret(secret), self.clock.now()).await?)
    }

    /// How a link ended that cannot be used any more, to explain it; `None` = it never was, or is forgotten.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_ended_link(
        &self,
        purpose: LinkPurpose,
        secret: &str,
    ) -> Result<Option<LinkEnd>, AppError> {
        if !is_secret(secret) {
            return Ok(None);
        }
        Ok(self.store.find_ended_link(purpose, &hash_secret(secret), self.clock.now()).await?)
    }

    /// Uses up a link together with what the transaction does; `None` if it is worth nothing (any more).
    ///
    /// # Errors
    /// As the database reports.
    pub async fn redeem_link_in(
        &self,
        tx: &mut Tx,
        purpose: LinkPurpose,
        secret: &str,
    ) -> Result<Option<LinkRecord>, AppError> {
        if !is_secret(secret) {
            return Ok(None);
        }
        Ok(tx.redeem_link(purpose, &hash_secret(secret)).await?)
    }
}
