//! Translations of entries: written by who keeps the entry or by an editor, public at once or after review.
//!
//! A translation takes the same way as an entry (docs/MODERATION.md): what an editor or a trusted organization writes is
//! public at once; what others write waits, and the last published one stays public meanwhile. Each says which version of
//! the entry it translates; it is bound to the words of that version, not to those that somebody has written since.

mod decide_translation;
mod list_translation_tasks;
mod translate_listing;

use serde::Serialize;

pub use decide_translation::TranslationDecision;
pub use list_translation_tasks::{TranslationTask, TranslationTaskKind};
pub use translate_listing::TranslationEdit;

use crate::app::{AppError, Author, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{InvalidTransition, Language, Listing, ReviewStatus, ServiceId};
use crate::store::{ListingRecord, Saved, TranslationRecord, Tx};

/// What became of a write to a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TranslationEdited {
    /// The entry.
    pub id: ServiceId,
    /// Into which language.
    pub language: Language,
    /// Number of the version of the translation it is about.
    pub number: i64,
    /// Version of the record, for the next write (`ETag`).
    pub version: i64,
    /// Where the latest version stands now.
    pub review_status: ReviewStatus,
    /// Position in the change feed; `None` = it was so already, nothing was written.
    pub seq: Option<i64>,
}

impl TranslationEdited {
    fn new(id: ServiceId, language: Language, saved: Saved, review_status: ReviewStatus) -> Self {
        let Saved { revision, version, seq } = saved;
        Self { id, language, number: revision, version, review_status, seq: Some(seq) }
    }
}

/// An entry with its translations, as those see it who may translate it.
#[derive(Debug, Clone, PartialEq)]
pub struct TranslationsView {
    /// The words to translate: those that are public, or the latest where none are.
    pub source: Listing,
    /// Number of the version they stand in.
    pub source_revision: i64,
    /// What there is, by language.
    pub records: Vec<TranslationRecord>,
    /// Whether the reader's own translation is public at once, and whether they decide about those of others.
    pub publishes: bool,
}

impl TranslationsView {
    /// The translation into a language, if there is one.
    #[must_use]
    pub fn find(&self, language: Language) -> Option<&TranslationRecord> {
        self.records.iter().find(|record| record.language == language)
    }
}

impl Desk {
    /// An entry with its translations; `None` = there is no such entry, or none the author may know the records of.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_translations(
        &self,
        author: &Author,
        id: ServiceId,
    ) -> Result<Option<TranslationsView>, AppError> {
        let Some(record) = self.store.find_listing(id).await? else { return Ok(None) };
        if may(&author.actor, Action::TranslateListing, Subject::of(record.owner)).is_err() {
            return Ok(None);
        }
        let organization = match record.owner {
            Some(owner) => self.store.find_organization(owner).await?,
            None => None,
        };
        let trusted = organization.is_some_and(|record| record.trusted);
        let subject = Subject { owner: record.owner, trusted };
        let publishes = may(&author.actor, Action::PublishTranslation, subject).is_ok();
        let records = self.store.list_translations(id, None).await?;
        let public = match record.published_revision {
            Some(number) if number != record.latest_revision => {
                self.store.find_revision(id, number).await?
            }
            _ => None,
        };
        let (source, source_revision) = match public {
            Some(revision) => (revision.listing, revision.number),
            None => (record.listing, record.latest_revision),
        };
        Ok(Some(TranslationsView { source, source_revision, records, publishes }))
    }
}

/// The entry to be translated, if the author may; `None` = they may not even know that it is there.
async fn entry_to_translate(
    tx: &mut Tx,
    author: &Author,
    id: ServiceId,
) -> Result<Option<ListingRecord>, AppError> {
    let Some(record) = tx.find_listing(id).await? else { return Ok(None) };
    if let Err(denied) = may(&author.actor, Action::TranslateListing, Subject::of(record.owner)) {
        let secret = record.published_revision.is_none();
        return if secret { Ok(None) } else { Err(denied.into()) };
    }
    if record.review_status == ReviewStatus::Archived {
        let from = record.review_status.as_str();
        return Err(InvalidTransition { noun: "listing", from, to: "translated" }.into());
    }
    Ok(Some(record))
}

/// Whether what the author decides about a translation of the entry becomes public at once.
///
/// # Errors
/// The reason why not.
async fn may_publish(
    tx: &mut Tx,
    author: &Author,
    record: &ListingRecord,
) -> Result<Result<(), crate::domain::Denied>, AppError> {
    let organization = match record.owner {
        Some(owner) => tx.find_organization(owner).await?,
        None => None,
    };
    let trusted = organization.is_some_and(|record| record.trusted);
    let subject = Subject { owner: record.owner, trusted };
    Ok(may(&author.actor, Action::PublishTranslation, subject))
}
