//! What is to be done about translations: those that wait, those that were refused, those whose German has changed.

use crate::app::{AppError, Author, Desk};
use crate::domain::{Language, OrganizationId, ReviewStatus, ServiceId};
use crate::store::TranslationWork;

/// Most translations that wait: a list that is longer is worked off from its top all the same.
const MOST: u32 = 5_000;
/// Most public translations compared that were made from another version than the public one. The database cannot tell
/// whether the German of both is the same (a confirmation is a version, too), so each is read; where there are more, only
/// those whose entries were published last, and what is out of date among the others is not listed. Its page says so.
const COMPARED: u32 = 5_000;

/// Why something is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TranslationTaskKind {
    /// An editor has to look at it.
    Waiting,
    /// An editor has refused it.
    Refused,
    /// The German text has changed since.
    Stale,
}

/// A translation about which something is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationTask {
    /// Why.
    pub kind: TranslationTaskKind,
    /// The entry.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub owner: Option<OrganizationId>,
    /// Into which language.
    pub language: Language,
    /// When the translation was written, RFC 3339 UTC.
    pub written_at: String,
    /// Who wrote it.
    pub author: String,
    /// Why it was refused.
    pub note: Option<String>,
}

impl Desk {
    /// What is to be done about the translations of the entries an author may translate: editors see those of all.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn list_translation_tasks(
        &self,
        author: &Author,
    ) -> Result<Vec<TranslationTask>, AppError> {
        let owners = if author.is_editor() {
            vec![None]
        } else {
            author.organizations().iter().copied().map(Some).collect()
        };
        let mut work = Vec::new();
        for owner in owners {
            work.extend(self.store.list_translation_work(owner, MOST).await?);
            work.extend(self.store.list_translations_to_compare(owner, COMPARED).await?);
        }
        let mut tasks: Vec<TranslationTask> = work.into_iter().filter_map(task).collect();
        tasks.sort_by(|a, b| (&a.written_at, a.id).cmp(&(&b.written_at, b.id)));
        Ok(tasks)
    }
}

fn task(work: TranslationWork) -> Option<TranslationTask> {
    let TranslationWork { record, name, owner, listing } = work;
    let stale = || {
        let public = record.published.as_ref().zip(listing.as_ref());
        public.is_some_and(|(translation, listing)| !translation.stale(listing).is_empty())
    };
    let kind = match record.review_status {
        ReviewStatus::Pending => TranslationTaskKind::Waiting,
        ReviewStatus::Rejected => TranslationTaskKind::Refused,
        _ if stale() => TranslationTaskKind::Stale,
        _ => return None,
    };
    Some(TranslationTask {
        kind,
        id: record.service_id,
        name,
        owner,
        language: record.language,
        written_at: record.created_at,
        author: record.author,
        note: record.note,
    })
}
