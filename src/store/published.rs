//! What the read model is fed with: all public documents at once, then the changes.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use futures_util::TryStreamExt;
use sqlx::Row;
use tokio::sync::mpsc;

use super::error::failed;
use super::feed::{Change, Entity};
use super::text::{from_json, read_word};
use super::{DatabaseError, Store};
use crate::domain::{Language, Listing, PublicTranslations, ServiceId, Translation};

const WHAT: &str = "reading the public entries";
/// Documents handed over at once.
const BATCH: usize = 1_000;
/// Batches that wait for the receiver.
const BATCHES_AHEAD: usize = 8;
/// Positions of the feed that one query covers.
const RANGE: i64 = 4_000;
/// Connections that read side by side; more do not pay.
const READERS: u32 = 4;

/// A public version of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedDocument {
    /// JSON text of a [`crate::domain::Listing`]; where the entry has published translations, with a member
    /// `translations` ([`crate::domain::PublicTranslations`]).
    pub document: Arc<str>,
    /// When it was published, RFC 3339 UTC.
    pub last_modified: String,
}

/// The document as it leaves the store for the public: of protected sites nothing but the municipality. All others are
/// handed on as they are; they are many, and what else is nobody's business is left out where they are shown.
pub(super) fn public_text(document: &str) -> Arc<str> {
    // The word stands in every document that has such a site (`disclosure` or `site_type`).
    if memchr::memmem::find(document.as_bytes(), b"\"protected\"").is_none() {
        return document.into();
    }
    let Ok(listing) = serde_json::from_str::<Listing>(document) else {
        // Nobody can read it, so nobody shall see it: the read model tells that it is unreadable.
        return "{}".into();
    };
    serde_json::to_string(&listing.for_public()).unwrap_or_default().into()
}

/// The published translations of an entry, as they stand in the table: language and document.
type Translated = Vec<(String, String)>;

/// The document with the translations of its words, which say of each text whether its German has changed since. Most
/// entries have none and are handed on as they are.
fn translated_text(document: &str, translated: &Translated) -> Result<Arc<str>, DatabaseError> {
    let text = public_text(document);
    if translated.is_empty() {
        return Ok(text);
    }
    // What nobody can read has no words either.
    let Ok(listing) = serde_json::from_str::<Listing>(&text) else { return Ok(text) };
    let mut all = PublicTranslations::default();
    for (code, document) in translated {
        let row = || format!("{}/{code}", listing.id);
        let language = read_word("translation", "language", &row(), code, Language::of_code)?;
        let translation: Translation = from_json("translation_version", "document", row, document)?;
        all.0.push(translation.for_public(language, &listing));
    }
    let members = text.strip_suffix('}').unwrap_or_default();
    let all = serde_json::to_string(&all).unwrap_or_default();
    Ok(format!("{members},\"translations\":{all}}}").into())
}

/// What a reader of the feed has to do to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicChange {
    /// The entry's public version is this one now.
    Put(ServiceId, PublishedDocument),
    /// The entry is not public.
    Remove(ServiceId),
    /// Something that entries refer to has changed.
    Other(Change),
}

/// A stretch of the feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tail {
    /// What to apply, in order; an entry that changed several times comes once, as it is now.
    pub changes: Vec<PublicChange>,
    /// The position reached.
    pub seq: i64,
}

/// All public documents, batch by batch, in no particular order.
#[derive(Debug)]
pub struct PublishedStream {
    /// The feed's position to follow from: whatever came while reading is told again by [`Store::tail`].
    pub seq: i64,
    /// How many there were at the beginning.
    pub count: u64,
    batches: mpsc::Receiver<Result<Vec<PublishedDocument>, DatabaseError>>,
}

impl PublishedStream {
    /// The next batch; `None` at the end.
    ///
    /// # Errors
    /// As the database reports; nothing comes after an error that could be relied on.
    pub async fn next_batch(&mut self) -> Result<Option<Vec<PublishedDocument>>, DatabaseError> {
        self.batches.recv().await.transpose()
    }

    /// All that is left, at once.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn collect(mut self) -> Result<Vec<PublishedDocument>, DatabaseError> {
        let mut all = Vec::with_capacity(usize::try_from(self.count).unwrap_or_default());
        while let Some(batch) = self.next_batch().await? {
            all.extend(batch);
        }
        Ok(all)
    }
}

impl Store {
    /// Streams every public document; several connections read side by side.
    ///
    /// A version published while the stream runs may be missing or be there: following the feed from
    /// [`PublishedStream::seq`] gives the same state in both cases.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn published_documents(&self) -> Result<PublishedStream, DatabaseError> {
        const BOUNDS: &str = "SELECT COALESCE(MIN(published_seq), 0), \
             COALESCE(MAX(published_seq), 0), COUNT(published_seq) FROM service";
        let seq = self.latest_seq().await?;
        let (first, last, count): (i64, i64, i64) =
            on_pool!(self, pool => sqlx::query_as(BOUNDS).fetch_one(pool).await)
                .map_err(failed(WHAT))?;
        let (sender, batches) = mpsc::channel(BATCHES_AHEAD);
        let next = Arc::new(AtomicI64::new(first));
        for _ in 0..self.options.connections.clamp(1, READERS) {
            let (store, next, sender) = (self.clone(), Arc::clone(&next), sender.clone());
            tokio::spawn(async move {
                loop {
                    let from = next.fetch_add(RANGE, Ordering::Relaxed);
                    if from > last || count == 0 {
                        return;
                    }
                    let sent = store.send_range(from, from + RANGE, &sender).await;
                    if let Err(error) = sent {
                        // Nobody listens any more: there is nobody to tell.
                        let _ = sender.send(Err(error)).await;
                        return;
                    }
                }
            });
        }
        Ok(PublishedStream { seq, count: u64::try_from(count).unwrap_or_default(), batches })
    }

    /// Sends the documents whose version was written at the positions `from..below`.
    async fn send_range(
        &self,
        from: i64,
        below: i64,
        sender: &mpsc::Sender<Result<Vec<PublishedDocument>, DatabaseError>>,
    ) -> Result<(), DatabaseError> {
        const LIST: &str = "SELECT r.document, s.published_at, s.id FROM service s \
             JOIN revision r ON r.seq = s.published_seq \
             WHERE s.published_seq >= $1 AND s.published_seq < $2 ORDER BY s.published_seq";
        let translated = self.published_translations(from, below).await?;
        let none = Translated::new();
        on_pool!(self, pool => {
            let mut rows = sqlx::query(LIST).bind(from).bind(below).fetch(pool);
            let mut batch = Vec::with_capacity(BATCH);
            while let Some(row) = rows.try_next().await.map_err(failed(WHAT))? {
                let own = if translated.is_empty() {
                    &none
                } else {
                    let id: &str = row.try_get(2).map_err(failed(WHAT))?;
                    translated.get(id).unwrap_or(&none)
                };
                let document: &str = row.try_get(0).map_err(failed(WHAT))?;
                batch.push(PublishedDocument {
                    document: translated_text(document, own)?,
                    last_modified: row.try_get(1).map_err(failed(WHAT))?,
                });
                if batch.len() == BATCH {
                    let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
                    if sender.send(Ok(full)).await.is_err() {
                        return Ok(());
                    }
                }
            }
            if !batch.is_empty() {
                // A receiver that is gone wants nothing more.
                let _ = sender.send(Ok(batch)).await;
            }
        });
        Ok(())
    }

    /// The published translations of the entries whose version was written at the positions `from..below`.
    async fn published_translations(
        &self,
        from: i64,
        below: i64,
    ) -> Result<HashMap<String, Translated>, DatabaseError> {
        const LIST: &str = "SELECT t.service_id, t.language, v.document FROM translation t \
             JOIN service s ON s.id = t.service_id \
             JOIN translation_version v ON v.service_id = t.service_id \
             AND v.language = t.language AND v.number = t.published_number \
             WHERE s.published_seq >= $1 AND s.published_seq < $2 ORDER BY t.language";
        let rows: Vec<(String, String, String)> = on_pool!(self, pool => {
            sqlx::query_as(LIST).bind(from).bind(below).fetch_all(pool).await
        })
        .map_err(failed(WHAT))?;
        let mut found: HashMap<String, Translated> = HashMap::new();
        for (id, language, document) in rows {
            found.entry(id).or_default().push((language, document));
        }
        Ok(found)
    }

    /// The public version of an entry, if it has one.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn find_published(
        &self,
        id: ServiceId,
    ) -> Result<Option<PublishedDocument>, DatabaseError> {
        const FIND: &str = "SELECT r.document, s.published_at, s.published_seq FROM service s \
             JOIN revision r ON r.seq = s.published_seq WHERE s.id = $1";
        let row: Option<(String, String, i64)> = on_pool!(self, pool => {
            sqlx::query_as(FIND).bind(id.to_string()).fetch_optional(pool).await
        })
        .map_err(failed("reading a public entry"))?;
        let Some((document, last_modified, seq)) = row else { return Ok(None) };
        let mut translated = self.published_translations(seq, seq + 1).await?;
        let own = translated.remove(&id.to_string()).unwrap_or_default();
        Ok(Some(PublishedDocument { document: translated_text(&document, &own)?, last_modified }))
    }

    /// What to do to follow the feed from position `after`, looking at no more than `limit` changes.
    ///
    /// # Errors
    /// As [`Store::changes_after`].
    pub async fn tail(&self, after: i64, limit: u32) -> Result<Tail, DatabaseError> {
        let feed = self.changes_after(after, limit).await?;
        let seq = feed.last().map_or(after, |change| change.seq);
        let mut seen = HashSet::new();
        let mut changes = Vec::with_capacity(feed.len());
        for change in feed {
            if !change.entity.is_shown() {
                continue;
            }
            if !matches!(change.entity, Entity::Service | Entity::Translation) {
                changes.push(PublicChange::Other(change));
                continue;
            }
            let key = change.seq.to_string();
            let id: ServiceId =
                read_word("change", "entity_id", &key, &change.entity_id, |t| t.parse().ok())?;
            if seen.insert(id) {
                changes.push(match self.find_published(id).await? {
                    Some(document) => PublicChange::Put(id, document),
                    None => PublicChange::Remove(id),
                });
            }
        }
        Ok(Tail { changes, seq })
    }
}
