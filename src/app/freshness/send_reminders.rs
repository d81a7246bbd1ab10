//! Reminds organizations of entries that nobody has confirmed for long; each step once.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{CONFIRM_LINK_DAYS, assured_key};
use crate::app::{AppError, Desk, Letter, LetterEntry, Recipient};
use crate::domain::policy::Role;
use crate::domain::{
    Account, AccountState, LinkPurpose, Listing, OrganizationId, PartialDate, Region, ReminderStep,
    ServiceId, ServiceStatus,
};
use crate::store::Tx;

/// Entries in the letters to one organization on one day: more would be a burden, and come the next day.
const AT_ONCE: usize = 20;

/// What was sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RemindersSent {
    /// Entries that somebody was reminded of.
    pub entries: usize,
    /// Letters.
    pub letters: usize,
}

/// An entry that asks to be confirmed.
struct Due {
    id: ServiceId,
    name: String,
    assured: Option<PartialDate>,
    step: ReminderStep,
}

impl Desk {
    /// Writes the reminders that are due today to all accounts of the organizations concerned.
    ///
    /// # Errors
    /// As the database reports; each organization is one transaction, so that none gets half of its letters.
    pub async fn send_reminders(&self, region: &Region) -> Result<RemindersSent, AppError> {
        let accounts = self.accounts_by_organization().await?;
        let today = self.today();
        let mut due: BTreeMap<OrganizationId, Vec<Due>> = BTreeMap::new();
        self.each_published(|listing: Listing| {
            let owner = listing.organization_id.filter(|id| accounts.contains_key(id));
            let policy = region.freshness_of_listing(&listing);
            let oldest = listing.oldest_assurance();
            let step = oldest.and_then(|assurance| policy.step_on(assurance, today));
            if let (Some(owner), Some(step)) = (owner, step)
                && listing.status != ServiceStatus::Defunct
            {
                let assured = oldest.and_then(|assurance| assurance.date);
                let entry = Due { id: listing.id, assured, step, name: listing.name };
                due.entry(owner).or_default().push(entry);
            }
        })
        .await?;
        let mut sent = RemindersSent::default();
        for (owner, mut entries) in due {
            // The most urgent first, and in a stable order.
            entries.sort_by(|a, b| b.step.cmp(&a.step).then(a.id.cmp(&b.id)));
            let people = accounts.get(&owner).map_or(&[][..], Vec::as_slice);
            let now = self.remind(owner, people, &entries).await?;
            sent.entries += now.entries;
            sent.letters += now.letters;
        }
        Ok(sent)
    }

    /// Active providers' accounts, by each organization they speak for.
    async fn accounts_by_organization(
        &self,
    ) -> Result<BTreeMap<OrganizationId, Vec<Account>>, AppError> {
        let mut all: BTreeMap<OrganizationId, Vec<Account>> = BTreeMap::new();
        for account in self.store.list_accounts().await? {
            if account.state == AccountState::Active && account.role == Role::Provider {
                for organization in &account.organizations {
                    all.entry(*organization).or_default().push(account.clone());
                }
            }
        }
        Ok(all)
    }

    /// The letters to one organization, with the note that they were sent, in one transaction.
    async fn remind(
        &self,
        owner: OrganizationId,
        people: &[Account],
        entries: &[Due],
    ) -> Result<RemindersSent, AppError> {
        let organization = self.store.find_organization(owner).await?;
        let organization = organization.map(|record| record.organization.name).unwrap_or_default();
        let recipients = u32::try_from(people.len()).unwrap_or(u32::MAX);
        let mut tx = self.store.begin_write("system", self.clock.now()).await?;
        let mut by_step: BTreeMap<ReminderStep, Vec<&Due>> = BTreeMap::new();
        let mut sent = RemindersSent::default();
        for due in entries {
            let (key, step) = (assured_key(due.assured), due.step.number());
            if sent.entries < AT_ONCE && tx.note_reminder(due.id, &key, step, recipients).await? {
                by_step.entry(due.step).or_default().push(due);
                sent.entries += 1;
            }
        }
        for (step, some) in by_step {
            for person in people {
                let mut entries = Vec::with_capacity(some.len());
                for due in &some {
                    entries.push(self.letter_entry(&mut tx, owner, person, due).await?);
                }
                let organization = organization.clone();
                let letter = Letter::ConfirmListings { organization, entries, step };
                let to = Recipient { address: person.email.clone(), account: Some(person.id.0) };
                self.post(&mut tx, &to, &letter).await?;
                sent.letters += 1;
            }
        }
        tx.commit().await?;
        Ok(sent)
    }

    async fn letter_entry(
        &self,
        tx: &mut Tx,
        owner: OrganizationId,
        person: &Account,
        due: &Due,
    ) -> Result<LetterEntry, AppError> {
        let valid_for = TimeDelta::days(i64::from(CONFIRM_LINK_DAYS));
        let subject = format!("{} {owner}", due.id);
        let purpose = LinkPurpose::ConfirmListing;
        let link = self.issue_link_in(tx, purpose, &subject, Some(person.id), valid_for).await?;
        Ok(LetterEntry {
            name: due.name.clone(),
            confirm_path: format!("/bestaetigen/{}", link.expose()),
            assured: due.assured,
        })
    }
}
