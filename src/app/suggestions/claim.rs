//! Claims: somebody says that they speak for the organization of an entry, an editor decides, and they may write.

use super::submit::unusable;
use super::{Submission, seal};
use crate::app::{AppError, Author, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::suggestion::erase_after;
use crate::domain::{
    Account, AccountState, FieldError, FieldErrors, NewSuggestion, OrganizationId, ServiceId,
    SuggestionId, SuggestionKind, SuggestionText,
};
use crate::store::{SuggestionRecord, Tx};

fn fault(pointer: &str, code: &str, detail: &str) -> AppError {
    FieldErrors(vec![FieldError::new(pointer, code, detail)]).into()
}

impl Desk {
    /// A person with an account claims an entry that nobody speaks for; an editor decides. The same claim twice on one day is
    /// one. `None` = there is no such entry.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `/message`; at `/service_id`: `yours`, or `spoken_for`.
    pub async fn claim_listing(
        &self,
        account: &Account,
        id: ServiceId,
        message: &str,
    ) -> Result<Option<Submission>, AppError> {
        let author = Author::of(account);
        may(&author.actor, Action::Suggest, Subject::default())?;
        let Some(listing) = self.store.find_listing(id).await?.map(|record| record.listing) else {
            return Ok(None);
        };
        let owner = listing.organization_id;
        if owner.is_some_and(|owner| account.organizations.contains(&owner)) {
            return Err(fault("/service_id", "yours", "you speak for its organization already"));
        }
        if let Some(owner) = owner
            && self.is_spoken_for(owner).await?
        {
            return Err(fault("/service_id", "spoken_for", "somebody speaks for its organization"));
        }
        let organization = match owner {
            Some(owner) => self.store.find_organization(owner).await?,
            None => None,
        };
        let organization = organization.map(|record| record.organization.name);
        let named = organization.or(listing.organization_text).unwrap_or(listing.name.clone());
        let line = |text: String| text.chars().take(crate::domain::suggestion::LINE_MAX).collect();
        let new = NewSuggestion {
            kind: SuggestionKind::Claim,
            service_id: Some(id),
            topic: None,
            text: SuggestionText {
                message: message.to_owned(),
                about: line(listing.name),
                organization: line(named),
                sender_name: if account.name.is_empty() {
                    line(account.email.clone())
                } else {
                    line(account.name.clone())
                },
                sender_email: account.email.clone(),
                ..SuggestionText::default()
            },
        }
        .tidied();
        new.validate()?;
        self.take_claim(&author, account, id, &new).await.map(Some)
    }

    async fn take_claim(
        &self,
        author: &Author,
        account: &Account,
        id: ServiceId,
        new: &NewSuggestion,
    ) -> Result<Submission, AppError> {
        let now = self.clock.now();
        let seal = self.seal().await?;
        let once = format!("claim {} {id} {}", account.id, self.today());
        let form_hash = seal::hash(once.as_bytes());
        let mut tx = self.store.begin_write(&author.name, now).await?;
        if let Some(known) = tx.find_suggestion_by_form(&form_hash).await? {
            tx.rollback().await?;
            let answer = seal.answer_secret(known).ok_or_else(unusable)?;
            return Ok(Submission::Received { answer, again: true });
        }
        let claim = SuggestionId(self.ids.next());
        let answer = seal.answer_secret(claim).ok_or_else(unusable)?;
        let until = erase_after(self.retention(), new.kind, now, None);
        let answer_hash = seal::hash(answer.as_bytes());
        tx.add_suggestion(claim, new, &answer_hash, &form_hash, until).await?;
        tx.commit().await?;
        Ok(Submission::Received { answer, again: false })
    }

    /// Whether an account speaks for an organization, or is invited to.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn is_spoken_for(&self, organization: OrganizationId) -> Result<bool, AppError> {
        let accounts = self.store.list_accounts().await?;
        Ok(accounts.iter().any(|account| {
            matches!(account.state, AccountState::Active | AccountState::Invited)
                && account.organizations.contains(&organization)
        }))
    }

    /// Lets who has claimed an entry speak for its organization.
    ///
    /// # Errors
    /// As [`Desk::let_speak_for`]; [`AppError::Invalid`] at `/answer` with `no_organization` where the entry has none yet.
    pub(super) async fn accept_claim(
        &self,
        tx: &mut Tx,
        author: &Author,
        record: &SuggestionRecord,
    ) -> Result<(), AppError> {
        let Some(text) = &record.text else {
            return Err(fault("/answer", "not_an_email", "the sender is erased"));
        };
        let listing = match record.service_id {
            Some(id) => tx.find_listing(id).await?,
            None => None,
        };
        let organization = listing.and_then(|record| record.listing.organization_id);
        let Some(organization) = organization else {
            let detail = "the entry belongs to no organization yet";
            return Err(fault("/answer", "no_organization", detail));
        };
        let person = (text.sender_email.as_str(), text.sender_name.as_str());
        self.let_speak_for(tx, author, person, organization).await
    }
}
