//! Tells the editors which entries have left the public view because nobody has confirmed them; each once.

use super::assured_key;
use crate::app::{AppError, Desk, Letter, Recipient};
use crate::domain::policy::Role;
use crate::domain::{AccountState, Listing, PartialDate, Region, ServiceId};

/// The step of this note among the reminders, behind those to the organization.
const STEP: i64 = 4;
/// Names in one letter; the queue of the editors holds all.
const AT_ONCE: usize = 100;

impl Desk {
    /// Writes to all editors which entries are newly hidden; how many. Nothing where the county hides none.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn tell_hidden(&self, region: &Region) -> Result<usize, AppError> {
        let mut policies = region.freshness_by_category.values().chain([&region.freshness]);
        if policies.all(|policy| policy.hide_after_months.is_none()) {
            return Ok(0);
        }
        let editors: Vec<Recipient> = self
            .store
            .list_accounts()
            .await?
            .into_iter()
            .filter(|one| one.state == AccountState::Active && one.role == Role::Editor)
            .map(|one| Recipient { address: one.email, account: Some(one.id.0) })
            .collect();
        if editors.is_empty() {
            return Ok(0);
        }
        let today = self.today();
        let mut hidden: Vec<(ServiceId, Option<PartialDate>, String)> = Vec::new();
        self.each_published(|listing: Listing| {
            let policy = region.freshness_of_listing(&listing);
            let gone = |site: &crate::domain::Site| policy.hides_on(&site.assurance, today);
            if !listing.sites.is_empty() && listing.sites.iter().all(gone) {
                let date = listing.oldest_assurance().and_then(|assurance| assurance.date);
                hidden.push((listing.id, date, listing.name));
            }
        })
        .await?;
        hidden.sort_by_key(|(id, ..)| *id);
        let recipients = u32::try_from(editors.len()).unwrap_or(u32::MAX);
        let mut tx = self.store.begin_write("system", self.clock.now()).await?;
        let mut names = Vec::new();
        for (id, date, name) in hidden {
            if names.len() < AT_ONCE
                && tx.note_reminder(id, &assured_key(date), STEP, recipients).await?
            {
                names.push(name);
            }
        }
        let told = names.len();
        if told > 0 {
            let letter = Letter::ListingsHidden { names, path: "/redaktion".to_owned() };
            for editor in &editors {
                self.post(&mut tx, editor, &letter).await?;
            }
        }
        tx.commit().await?;
        Ok(told)
    }
}
