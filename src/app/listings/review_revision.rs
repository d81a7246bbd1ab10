//! An editor decides about the version that waits.

use super::check_listing::Checked;
use super::once::{Once, answered, remember};
use super::{Author, Edited};
use crate::app::{AppError, Desk, Letter, Recipient};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{
    AccountState, Decision, DecisionKind, InvalidTransition, ReviewStatus, ServiceId,
    account_of_author,
};
use crate::store::{DatabaseError, Entity, ListingRecord, Tx};

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The entry.
    pub id: ServiceId,
    /// Number of the version the editor has seen: nothing is decided unseen.
    pub revision: i64,
    /// What.
    pub decision: Decision,
    /// Codes of doubts the editor was asked about and stands by ([`AppError::Doubtful`]).
    pub acknowledged: Vec<String>,
    /// The key of the request, if it carries one.
    pub once: Option<Once>,
}

impl Desk {
    /// Publishes, refuses or asks back the latest version of an entry; of a version that was published without review,
    /// notes that it was looked at. The last published version stays public but for the first case.
    /// `None` = there is no such entry.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`] where words are missing, or what is to be published refers to what is
    /// no longer there; [`AppError::Doubtful`] where a protected place would be public; [`AppError::Transition`] where
    /// nothing waits; [`AppError::Database`] with a conflict where the latest version is not the one that was seen.
    pub async fn review_revision(
        &self,
        author: &Author,
        review: Review,
    ) -> Result<Option<Edited>, AppError> {
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        if let Some(known) = answered(&mut tx, review.once.as_ref()).await? {
            return Ok(Some(known));
        }
        let found = tx.find_listing(review.id).await?;
        // Asked first, so that a refusal does not tell whether there is such an entry.
        let owner = found.as_ref().and_then(|record| record.owner);
        may(&author.actor, Action::ReviewListing, Subject::of(owner))?;
        let Some(record) = found else { return Ok(None) };
        review.decision.validate()?;
        expect_latest(&record, review.revision)?;
        let edited = self.decide(&mut tx, author, &record, &review).await?;
        remember(&mut tx, review.once.as_ref(), &edited).await?;
        tx.commit().await?;
        Ok(Some(edited))
    }

    async fn decide(
        &self,
        tx: &mut Tx,
        author: &Author,
        record: &ListingRecord,
        review: &Review,
    ) -> Result<Edited, AppError> {
        let decision = &review.decision;
        let (id, version) = (record.listing.id, record.version);
        if *decision == Decision::Publish
            && record.published_revision == Some(record.latest_revision)
        {
            let saved = tx.approve(id, version).await?;
            return Ok(Edited::new(id, saved, record.review_status));
        }
        let state = record.review_status.transition(decision.target())?;
        if state != ReviewStatus::Published {
            // Only what waits is sent back.
            if record.review_status != ReviewStatus::Pending {
                let (from, to) = (record.review_status.as_str(), decision.kind().as_str());
                return Err(InvalidTransition { noun: "listing", from, to }.into());
            }
            let saved = tx.send_back(id, decision, version).await?;
            self.tell_writer(tx, record, decision).await?;
            return Ok(Edited::new(id, saved, state));
        }
        // That its writer was asked about it does not answer for who publishes it.
        let protected = tx.list_protected_versions(id, record.latest_revision).await?;
        let checked = Checked {
            listing: &record.listing,
            // What it says was checked when it was saved; what it refers to may be gone since.
            old: Some(&record.listing),
            protected: &protected,
            author,
            reason: None,
            draft: false,
            acknowledged: &review.acknowledged,
        };
        self.check_listing(&checked).await?;
        let saved = tx.publish(id, version).await?;
        tx.note_decision(id, saved.revision, DecisionKind::Publish, None, saved.seq).await?;
        self.tell_writer(tx, record, decision).await?;
        Ok(Edited::new(id, saved, state))
    }
}

impl Desk {
    /// Tells who wrote the version what became of it, if that is a person who still has an account.
    async fn tell_writer(
        &self,
        tx: &mut Tx,
        record: &ListingRecord,
        decision: &Decision,
    ) -> Result<(), AppError> {
        let Some(writer) = account_of_author(&record.author) else { return Ok(()) };
        let known = tx.find_account(writer).await?.map(|known| known.account);
        let Some(account) = known.filter(|account| account.state == AccountState::Active) else {
            return Ok(());
        };
        let (id, listing) = (record.listing.id, record.listing.name.clone());
        let form = format!("/mein/angebote/{id}");
        let letter = match decision {
            Decision::Publish => Letter::Published { listing, path: format!("/angebote/{id}") },
            Decision::Reject { reason } => {
                Letter::Rejected { listing, path: form, reason: reason.clone() }
            }
            Decision::AskBack { question } => {
                Letter::AskedBack { listing, path: form, question: question.clone() }
            }
        };
        let to = Recipient { address: account.email, account: Some(account.id.0) };
        self.post(tx, &to, &letter).await?;
        Ok(())
    }
}

/// The version that was seen must still be the latest.
fn expect_latest(record: &ListingRecord, seen: i64) -> Result<(), DatabaseError> {
    if record.latest_revision == seen {
        return Ok(());
    }
    Err(DatabaseError::Conflict {
        entity: Entity::Service,
        id: record.listing.id.to_string(),
        expected: seen,
        found: Some(record.latest_revision),
    })
}
