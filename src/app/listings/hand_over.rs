//! Handing an entry over to another organization: its provider proposes, the other one (or an editor) accepts.
//!
//! The entry keeps its id, its links and its history; a new version carries the new organization. What waits for an editor goes
//! on waiting, under the new organization.

use crate::app::{AppError, Author, Desk, Edited, Letter, Recipient};
use crate::domain::policy::{Action, Role, Subject, may};
use crate::domain::{
    AccountState, ChangeAction, FieldError, FieldErrors, InvalidTransition, OrganizationId,
    ReviewStatus, ServiceId,
};
use crate::store::{DatabaseError, Entity, HandoverRecord, ListingRecord, Saved, Tx};

/// What becomes of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandoverDecision {
    /// The entry belongs to the other organization from now on.
    Accept,
    /// It stays where it is.
    Refuse,
}

/// A proposal with the entry it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Handover {
    /// Who to whom.
    pub record: HandoverRecord,
    /// Name of the entry.
    pub name: String,
    /// Version of its record.
    pub version: i64,
}

fn fault(code: &str, detail: &str) -> AppError {
    FieldErrors(vec![FieldError::new("/organization_id", code, detail)]).into()
}

/// Fails where somebody has written since the version that was seen.
fn check_version(record: &ListingRecord, expected: i64) -> Result<(), DatabaseError> {
    if record.version == expected {
        return Ok(());
    }
    let (entity, id) = (Entity::Service, record.listing.id.to_string());
    Err(DatabaseError::Conflict { entity, id, expected, found: Some(record.version) })
}

impl Desk {
    /// Proposes to hand an entry to another organization; whoever speaks for that one is written to. A proposal that was
    /// there before is replaced. `None` = there is no such entry, or none the author may know of.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`] at `/organization_id`: `unknown`, `same`; [`AppError::Transition`] for an
    /// archived entry; [`AppError::Database`] with a conflict when somebody else was quicker.
    pub async fn propose_handover(
        &self,
        author: &Author,
        id: ServiceId,
        to: OrganizationId,
        expected_version: i64,
    ) -> Result<Option<()>, AppError> {
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(record) = tx.find_listing(id).await? else { return Ok(None) };
        if let Err(denied) = may(&author.actor, Action::EditListing, Subject::of(record.owner)) {
            let secret = record.published_revision.is_none();
            return if secret { Ok(None) } else { Err(denied.into()) };
        }
        check_version(&record, expected_version)?;
        if record.review_status == ReviewStatus::Archived {
            let from = record.review_status.as_str();
            return Err(InvalidTransition { noun: "listing", from, to: "handed over" }.into());
        }
        let Some(from) = record.owner else {
            return Err(fault("no_organization", "the entry belongs to no organization"));
        };
        if from == to {
            return Err(fault("same", "the entry belongs to this organization already"));
        }
        let Some(receiver) = tx.find_organization(to).await? else {
            return Err(fault("unknown", "there is no such organization"));
        };
        let giver = tx.find_organization(from).await?;
        tx.propose_handover(id, from, to).await?;
        let version = Some(record.version);
        let action = ChangeAction::Update;
        tx.append_change(Entity::Review, &id.to_string(), action, version, version).await?;
        let letter = Letter::HandoverProposed {
            listing: record.listing.name.clone(),
            from: giver.map(|giver| giver.organization.name).unwrap_or_default(),
            to: receiver.organization.name,
        };
        self.tell_organization(&mut tx, to, &letter).await?;
        tx.commit().await?;
        Ok(Some(()))
    }

    /// Decides about a proposal: the receiving organization or an editor accepts or refuses, the giving one may take it back
    /// (refuse). Both are written to. `None` = there is no such proposal, or none the author may know of.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Database`] with a conflict when the entry has changed since it was seen.
    pub async fn decide_handover(
        &self,
        author: &Author,
        id: ServiceId,
        decision: HandoverDecision,
        expected_version: i64,
    ) -> Result<Option<Edited>, AppError> {
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(proposal) = tx.find_handover(id).await? else { return Ok(None) };
        let Some(record) = tx.find_listing(id).await? else { return Ok(None) };
        let of = |owner| may(&author.actor, Action::EditListing, Subject::of(Some(owner)));
        let receives = of(proposal.to);
        let may_decide = match decision {
            HandoverDecision::Accept => receives,
            HandoverDecision::Refuse => receives.or_else(|_| of(proposal.from)),
        };
        if let Err(denied) = may_decide {
            return if of(proposal.from).is_ok() { Err(denied.into()) } else { Ok(None) };
        }
        check_version(&record, expected_version)?;
        tx.close_handover(id).await?;
        let accepted = decision == HandoverDecision::Accept && record.owner == Some(proposal.from);
        let edited = if accepted {
            self.give(&mut tx, record.clone(), proposal.to).await?
        } else {
            let (action, version) = (ChangeAction::Update, Some(record.version));
            tx.append_change(Entity::Review, &id.to_string(), action, version, version).await?;
            Edited {
                id,
                revision: record.latest_revision,
                version: record.version,
                review_status: record.review_status,
                seq: None,
            }
        };
        let receiver = tx.find_organization(proposal.to).await?;
        let letter = Letter::HandoverDecided {
            listing: record.listing.name,
            to: receiver.map(|receiver| receiver.organization.name).unwrap_or_default(),
            accepted,
        };
        self.tell_organization(&mut tx, proposal.from, &letter).await?;
        self.tell_organization(&mut tx, proposal.to, &letter).await?;
        tx.commit().await?;
        Ok(Some(edited))
    }

    /// Writes the versions that carry the new organization: the public one, and the one that waits.
    async fn give(
        &self,
        tx: &mut Tx,
        record: ListingRecord,
        to: OrganizationId,
    ) -> Result<Edited, AppError> {
        let (id, state) = (record.listing.id, record.review_status);
        let mut waiting = record.listing.clone();
        waiting.organization_id = Some(to);
        let Some(published) = record.published_revision else {
            let saved = tx.save_revision(&waiting, state, None, record.version).await?;
            return Ok(Edited::new(id, saved, state));
        };
        let mut public = super::confirm_listing::public_version(tx, &record, published).await?;
        public.organization_id = Some(to);
        let saved =
            tx.save_revision(&public, ReviewStatus::Published, None, record.version).await?;
        // Nobody has asked an editor: they look at it afterwards.
        tx.open_sample(id, saved.revision).await?;
        if record.latest_revision == published {
            return Ok(Edited::new(id, saved, ReviewStatus::Published));
        }
        let carried = tx.carry_over(&waiting, state, &record.author, None, saved.version).await?;
        let version = carried.version;
        Ok(Edited::new(id, Saved { version, ..saved }, state))
    }

    /// The proposals a person has to do with: those to and from the organizations they speak for, for editors all.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_handovers(&self, author: &Author) -> Result<Vec<Handover>, AppError> {
        let mut all = Vec::new();
        for record in self.store.list_handovers().await? {
            let of = |owner| may(&author.actor, Action::EditListing, Subject::of(Some(owner)));
            if of(record.to).is_err() && of(record.from).is_err() {
                continue;
            }
            let Some(listing) = self.store.find_listing(record.service_id).await? else { continue };
            all.push(Handover { name: listing.listing.name, version: listing.version, record });
        }
        Ok(all)
    }

    /// Writes to everybody who speaks for an organization.
    async fn tell_organization(
        &self,
        tx: &mut Tx,
        organization: OrganizationId,
        letter: &Letter,
    ) -> Result<(), AppError> {
        let accounts = tx.list_accounts().await?;
        let speaks = accounts.into_iter().filter(|account| {
            account.state == AccountState::Active
                && account.role == Role::Provider
                && account.organizations.contains(&organization)
        });
        for account in speaks {
            let to = Recipient { address: account.email, account: Some(account.id.0) };
            self.post(tx, &to, letter).await?;
        }
        Ok(())
    }
}
