//! Which public entries have something in common with one, without reading all of them.
//!
//! Every clue of an entry (a phone number, a house, a square of the map …) stands here as a hash of 64 bits beside the
//! entry: about 16 bytes a clue, some 50 MB for 500,000 entries. It is built when somebody first asks, by reading all
//! public entries once, and follows the feed from then on. Two clues that share a hash cost a look at an entry more;
//! whether two entries are alike is decided on the entries themselves.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};

use tokio::sync::Mutex;

use super::likeness::Profile;
use crate::app::AppError;
use crate::app::open_atlas::off_the_async_threads;
use crate::domain::{Listing, ServiceId};
use crate::store::{PublicChange, PublishedDocument, Store};

/// Entries that share a phone number or a house with more than so many others have it in common with everybody: a
/// switchboard, a town hall.
pub(super) const CROWD: usize = 80;
/// Changes read at once.
const STEP: u32 = 1_000;
/// Entries that changed since the index was sorted; with more it is sorted again.
const UNSORTED: usize = 2_000;

/// The index of a desk, made when it is first needed.
#[derive(Debug, Default)]
pub(in crate::app) struct LikenessRoom {
    index: Mutex<Option<Index>>,
}

#[derive(Debug, Default)]
struct Index {
    /// Position of the feed up to which it knows everything.
    seq: i64,
    /// Clue and place of the entry in `ids`, sorted.
    sorted: Vec<(u64, u32)>,
    ids: Vec<ServiceId>,
    /// The clues of what changed since; none of what is no longer public.
    changed: HashMap<ServiceId, Vec<u64>>,
}

impl LikenessRoom {
    /// The public entries that share a clue with this one, in the order of their ids; clues that a crowd shares are none.
    ///
    /// # Errors
    /// As the database reports.
    pub(super) async fn candidates(
        &self,
        store: &Store,
        own: &Profile,
    ) -> Result<BTreeSet<ServiceId>, AppError> {
        let clues = clues(own);
        let mut room = self.index.lock().await;
        let mut index = match room.take() {
            Some(index) => index,
            None => Index::build(store).await?,
        };
        index.follow(store).await?;
        let found = clues.iter().flat_map(|clue| index.sharing(*clue)).collect();
        *room = Some(index);
        Ok(found)
    }
}

impl Index {
    async fn build(store: &Store) -> Result<Self, AppError> {
        let mut stream = store.published_documents().await?;
        let mut index = Self { seq: stream.seq, ..Self::default() };
        while let Some(batch) = stream.next_batch().await? {
            let read = off_the_async_threads(move || read(&batch)).await?;
            index.changed.extend(read);
        }
        index.sort().await
    }

    /// Takes in what the feed tells since.
    async fn follow(&mut self, store: &Store) -> Result<(), AppError> {
        loop {
            let tail = store.tail(self.seq, STEP).await?;
            if tail.seq == self.seq {
                return Ok(());
            }
            for change in tail.changes {
                match change {
                    PublicChange::Put(_, document) => self.changed.extend(read(&[document])),
                    PublicChange::Remove(id) => {
                        self.changed.insert(id, Vec::new());
                    }
                    PublicChange::Other(_) => {}
                }
            }
            self.seq = tail.seq;
            if self.changed.len() > UNSORTED {
                *self = std::mem::take(self).sort().await?;
            }
        }
    }

    /// The same with everything that changed in its place.
    async fn sort(self) -> Result<Self, AppError> {
        off_the_async_threads(move || {
            let mut all: Vec<(u64, ServiceId)> = self
                .sorted
                .iter()
                .filter_map(|(clue, at)| Some((*clue, *self.ids.get(*at as usize)?)))
                .filter(|(_, id)| !self.changed.contains_key(id))
                .collect();
            for (id, clues) in &self.changed {
                all.extend(clues.iter().map(|clue| (*clue, *id)));
            }
            all.sort_unstable();
            let mut ids: Vec<ServiceId> = all.iter().map(|(_, id)| *id).collect();
            ids.sort_unstable();
            ids.dedup();
            let sorted = all
                .into_iter()
                .filter_map(|(clue, id)| {
                    let at = ids.binary_search(&id).ok()?;
                    Some((clue, u32::try_from(at).ok()?))
                })
                .collect();
            Self { seq: self.seq, sorted, ids, changed: HashMap::new() }
        })
        .await
    }

    /// The entries with a clue; none where they are a crowd.
    fn sharing(&self, clue: u64) -> Vec<ServiceId> {
        let from = self.sorted.partition_point(|(other, _)| *other < clue);
        let rest = self.sorted.get(from..).unwrap_or_default();
        let kept = rest
            .iter()
            .take_while(|(other, _)| *other == clue)
            .filter_map(|(_, at)| self.ids.get(*at as usize).copied())
            .filter(|id| !self.changed.contains_key(id));
        let changed = self.changed.iter().filter(|(_, clues)| clues.contains(&clue));
        let found: Vec<ServiceId> = kept.chain(changed.map(|(id, _)| *id)).collect();
        if found.len() > CROWD { Vec::new() } else { found }
    }
}

/// The clues of public entries. What cannot be read is told where the read model is built.
fn read(documents: &[PublishedDocument]) -> Vec<(ServiceId, Vec<u64>)> {
    let listings =
        documents.iter().filter_map(|d| serde_json::from_str::<Listing>(&d.document).ok());
    listings
        .map(|listing| {
            let profile = Profile::new(&listing);
            (profile.id, clues(&profile))
        })
        .collect()
}

fn clues(profile: &Profile) -> Vec<u64> {
    let hash = |key: String| {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        hasher.finish()
    };
    profile.keys().map(hash).collect::<BTreeSet<u64>>().into_iter().collect()
}
