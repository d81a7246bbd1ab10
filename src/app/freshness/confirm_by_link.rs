//! Confirms an entry by the link of a reminder, without signing in. Looking at the link confirms nothing, so that
//! programs that open every link of a mail do no harm.

use crate::app::{AppError, Author, Desk, Edited};
use crate::domain::policy::{Actor, Role};
use crate::domain::{AccountState, LinkPurpose, Listing, OrganizationId, ServiceId};
use crate::store::{DatabaseError, LinkEnd, LinkRecord};

/// Name in the history of what is done by such a link.
const NAME: &str = "link:confirm_listing";

/// An entry that a link confirms.
#[derive(Debug, Clone, PartialEq)]
pub struct ToConfirm {
    /// What is public of it.
    pub listing: Listing,
    /// Number of that version.
    pub revision: i64,
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Confirmation {
    /// An entry to look at and confirm.
    Open(Box<ToConfirm>),
    /// The link was used before.
    Used,
    /// Its time is over.
    Expired,
    /// There is no such link: cut off, tampered with, or forgotten.
    Unknown,
    /// The entry is no longer public, or belongs to another organization now, or the account is closed.
    Gone,
}

/// What became of a confirmation.
#[derive(Debug, Clone, PartialEq)]
pub enum ConfirmedByLink {
    /// It is confirmed as of today.
    Done(Box<ToConfirm>, Edited),
    /// Another version is public than the one that was seen; the link still works.
    Changed(Box<ToConfirm>),
    /// The link does not work.
    Not(Confirmation),
}

impl Desk {
    /// What the link of a reminder leads to; looking does not use it up.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_confirmation(&self, secret: &str) -> Result<Confirmation, AppError> {
        match self.find_link(LinkPurpose::ConfirmListing, secret).await? {
            Some(link) => self.confirmation_of(&link).await,
            None => self.why_not(secret).await,
        }
    }

    /// Confirms the entry of a link as of today and uses the link up, in one transaction. `revision` is the version
    /// that the page has shown.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn confirm_by_link(
        &self,
        secret: &str,
        revision: Option<i64>,
    ) -> Result<ConfirmedByLink, AppError> {
        let purpose = LinkPurpose::ConfirmListing;
        let mut tx = self.store.begin_write(NAME, self.clock.now()).await?;
        let Some(link) = self.redeem_link_in(&mut tx, purpose, secret).await? else {
            tx.rollback().await?;
            return Ok(ConfirmedByLink::Not(self.why_not(secret).await?));
        };
        let Some((id, owner)) = subject(&link) else {
            return Ok(ConfirmedByLink::Not(Confirmation::Unknown));
        };
        if !self.speaks_for(&link, owner).await? {
            return Ok(ConfirmedByLink::Not(Confirmation::Gone));
        }
        let actor = Actor::Person { role: Role::Provider, organizations: vec![owner] };
        let author = Author { actor, name: NAME.to_owned() };
        match self.confirm_within(&mut tx, &author, id, revision).await {
            Ok(Some(edited)) => {
                tx.commit().await?;
                let shown = self.public_entry(id, owner).await?;
                Ok(match shown {
                    Some(entry) => ConfirmedByLink::Done(Box::new(entry), edited),
                    None => ConfirmedByLink::Not(Confirmation::Gone),
                })
            }
            Ok(None) | Err(AppError::Denied(_) | AppError::Transition(_)) => {
                Ok(ConfirmedByLink::Not(Confirmation::Gone))
            }
            Err(AppError::Database(DatabaseError::Conflict { .. })) => {
                tx.rollback().await?;
                Ok(match self.confirmation_of(&link).await? {
                    Confirmation::Open(entry) => ConfirmedByLink::Changed(entry),
                    other => ConfirmedByLink::Not(other),
                })
            }
            Err(error) => Err(error),
        }
    }

    async fn confirmation_of(&self, link: &LinkRecord) -> Result<Confirmation, AppError> {
        let Some((id, owner)) = subject(link) else { return Ok(Confirmation::Unknown) };
        if !self.speaks_for(link, owner).await? {
            return Ok(Confirmation::Gone);
        }
        let entry = self.public_entry(id, owner).await?;
        Ok(entry.map_or(Confirmation::Gone, |entry| Confirmation::Open(Box::new(entry))))
    }

    /// Why a link does not work.
    async fn why_not(&self, secret: &str) -> Result<Confirmation, AppError> {
        Ok(match self.find_ended_link(LinkPurpose::ConfirmListing, secret).await? {
            Some(LinkEnd::Used) => Confirmation::Used,
            Some(LinkEnd::Expired) => Confirmation::Expired,
            None => Confirmation::Unknown,
        })
    }

    /// Whether the account the link was sent to still speaks for the organization.
    async fn speaks_for(&self, link: &LinkRecord, owner: OrganizationId) -> Result<bool, AppError> {
        let Some(id) = link.account_id else { return Ok(false) };
        let account = self.find_account(id).await?;
        Ok(account.is_some_and(|account| {
            account.state == AccountState::Active && account.organizations.contains(&owner)
        }))
    }

    /// What is public of an entry, if it belongs to the organization.
    async fn public_entry(
        &self,
        id: ServiceId,
        owner: OrganizationId,
    ) -> Result<Option<ToConfirm>, AppError> {
        let Some(record) = self.store.find_listing(id).await? else { return Ok(None) };
        let Some(revision) = record.published_revision.filter(|_| record.owner == Some(owner))
        else {
            return Ok(None);
        };
        let found = self.store.find_revision(id, revision).await?;
        Ok(found.map(|found| ToConfirm { listing: found.listing, revision }))
    }
}

/// The entry and the organization a link is about.
fn subject(link: &LinkRecord) -> Option<(ServiceId, OrganizationId)> {
    let (id, owner) = link.subject.split_once(' ')?;
    Some((id.parse().ok()?, owner.parse().ok()?))
}
