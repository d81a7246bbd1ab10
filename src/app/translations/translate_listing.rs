//! Somebody writes a translation: load, may they?, bind it to the words it translates, append a version.

use std::collections::BTreeMap;

use super::{TranslationEdited, entry_to_translate, may_publish};
use crate::app::{AppError, Author, Desk};
use crate::domain::{FieldError, FieldErrors, Language, ReviewStatus, ServiceId, Translation};
use crate::store::{DatabaseError, Entity, TranslationRecord, Tx};

/// A translation to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationEdit {
    /// The entry.
    pub id: ServiceId,
    /// Into which language.
    pub language: Language,
    /// Number of the version of the entry whose words were translated.
    pub source_revision: i64,
    /// All texts by their names ([`crate::domain::TextKey`]); empty ones are left out, and what is not here is German.
    pub texts: BTreeMap<String, String>,
    /// The version of the record the person has seen; 0 = there was none.
    pub expected_version: i64,
}

impl Desk {
    /// Saves a translation as a whole; it becomes public if the author may publish, otherwise it waits and the last
    /// published one stays public. `None` = there is no such entry, or none the author may know of.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`] with every fault of [`Translation::bind`], and at `/source_revision`
    /// `unknown`; [`AppError::Transition`] for an archived entry; [`AppError::Database`] with a conflict when somebody else
    /// was quicker.
    pub async fn translate_listing(
        &self,
        author: &Author,
        edit: TranslationEdit,
    ) -> Result<Option<TranslationEdited>, AppError> {
        let TranslationEdit { id, language, source_revision, texts, expected_version } = edit;
        check_language(language)?;
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        let Some(record) = entry_to_translate(&mut tx, author, id).await? else {
            return Ok(None);
        };
        let publish = may_publish(&mut tx, author, &record).await?.is_ok();
        let before = tx.find_translation(id, language).await?;
        let found = before.as_ref().map(|before| before.version);
        if found.unwrap_or(0) != expected_version {
            let (entity, id) = (Entity::Translation, id.to_string());
            let conflict =
                DatabaseError::Conflict { entity, id, expected: expected_version, found };
            return Err(conflict.into());
        }
        let source = source(&mut tx, id, source_revision).await?;
        let translation = Translation::bind(&source, source_revision, &texts)?;
        if let Some(same) = unchanged(before.as_ref(), &translation, publish) {
            return Ok(Some(same));
        }
        let waits = before.as_ref().is_some_and(|before| {
            before.review_status == ReviewStatus::Pending
                && before.latest.texts == translation.texts
        });
        let saved = if publish && waits {
            // An editor takes it as it is: it stays the work of who wrote it.
            let published = ReviewStatus::Published;
            tx.set_translation_state(id, language, published, None, expected_version).await?
        } else {
            tx.save_translation(id, language, &translation, publish, expected_version).await?
        };
        tx.commit().await?;
        let state = if publish { ReviewStatus::Published } else { ReviewStatus::Pending };
        Ok(Some(TranslationEdited::new(id, language, saved, state)))
    }
}

/// German is what is translated.
fn check_language(language: Language) -> Result<(), FieldErrors> {
    let mut faults = FieldErrors::default();
    faults.check(language != Language::German, "/language", "source", "entries are in German");
    faults.into_result(())
}

/// The version of the entry that was translated.
async fn source(
    tx: &mut Tx,
    id: ServiceId,
    number: i64,
) -> Result<crate::domain::Listing, AppError> {
    let found = tx.find_revision(id, number).await?;
    found.map(|revision| revision.listing).ok_or_else(|| {
        let detail = "the entry has no version of this number";
        FieldErrors(vec![FieldError::new("/source_revision", "unknown", detail)]).into()
    })
}

/// The record as it is, if the edit would write what is already there.
fn unchanged(
    before: Option<&TranslationRecord>,
    translation: &Translation,
    publish: bool,
) -> Option<TranslationEdited> {
    let state = if publish { ReviewStatus::Published } else { ReviewStatus::Pending };
    let same = before.filter(|before| {
        let stands = before.review_status == state
            || (!publish && before.review_status == ReviewStatus::Published);
        stands && before.latest.texts == translation.texts
    })?;
    Some(TranslationEdited {
        id: same.service_id,
        language: same.language,
        number: same.number,
        version: same.version,
        review_status: same.review_status,
        seq: None,
    })
}
