//! The immutable base: all public sites, numbered in the order of the spatial index.

mod chunks;
mod load;
mod merge;

pub(super) use chunks::{ChunkWriter, Chunks, Fragment};
pub(super) use load::{Loaded, load};
pub(super) use merge::merged;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwap;
use chrono::NaiveDate;
use rayon::prelude::*;
use roaring::RoaringBitmap;

use super::build::facts::Days;
use super::build::supply::SupplyRecord;
use super::index::name::NameKey;
use super::index::open::{OpenStates, When};
use super::index::text::TextIndex;
use super::index::{Value, ValueRange, Values};
use crate::domain::{FeatureId, LonLat, OpenState, ServiceId};
use crate::spatial::CountingIndex;
use crate::spatial::index::Doc;

/// A published entry that has public sites.
#[derive(Debug, Clone)]
pub(super) struct ServiceRecord {
    /// The service.
    pub(super) id: ServiceId,
    /// Its JSON document.
    pub(super) document: Arc<str>,
    /// When it was published.
    pub(super) last_modified: Box<str>,
    /// Its sites in the entry's order: a part of [`Base::service_docs`].
    pub(super) sites: Range<u32>,
}

/// A public site.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DocRecord {
    /// Its service: a place in [`Base::services`].
    pub(super) service: u32,
    /// Its opening hours by number.
    pub(super) hours: u32,
    /// How much there is to doubt; see `build::facts::doubt`.
    pub(super) doubt: u8,
    /// When it changes by itself.
    pub(super) days: Days,
    /// What it is sorted by where names count; see `index::name`.
    pub(super) name: NameKey,
    /// What an analysis needs of it.
    pub(super) supply: SupplyRecord,
    /// Its prepared feature.
    pub(super) fragment: Fragment,
}

/// All public sites at one time.
#[derive(Debug, Default)]
pub(super) struct Base {
    /// Services, by id.
    pub(super) services: Vec<ServiceRecord>,
    /// The documents of the services, one after the other.
    pub(super) service_docs: Vec<Doc>,
    /// Sites by document.
    pub(super) docs: Vec<DocRecord>,
    /// Feature ids by document.
    pub(super) ids: Vec<FeatureId>,
    /// Documents in the order of their feature ids.
    pub(super) by_id: Vec<Doc>,
    /// Place of each document in `by_id`.
    pub(super) id_rank: Vec<u32>,
    /// Where they lie; documents without a public point come behind its last one.
    pub(super) index: CountingIndex,
    /// What they are found by.
    pub(super) values: Values,
    /// The words in them.
    pub(super) text: TextIndex,
    /// The prepared features.
    pub(super) chunks: Chunks,
    /// Documents that turned out unreadable and are never shown.
    pub(super) broken: RoaringBitmap,
    /// Remembered answers.
    memory: Memory,
}

/// Answers that stay the same for ever, for a day or for a minute.
#[derive(Debug, Default)]
struct Memory {
    all: OnceLock<RoaringBitmap>,
    gone: ArcSwap<Option<(NaiveDate, Arc<RoaringBitmap>)>>,
    open: ArcSwap<Vec<Arc<OpenDocs>>>,
}

/// The documents in each open state at one minute or in a stretch of time, in the order of [`OpenState::ALL`].
type OpenDocs = (When, [RoaringBitmap; 4]);

impl Base {
    /// Number of documents.
    pub(super) fn len(&self) -> Doc {
        // The spatial index cannot hold more either.
        Doc::try_from(self.docs.len()).unwrap_or(Doc::MAX)
    }

    /// Sets what follows from the ids.
    fn rank_ids(&mut self) {
        let mut by_id: Vec<(FeatureId, Doc)> = self.ids.iter().copied().zip(0..).collect();
        by_id.par_sort_unstable();
        self.by_id = by_id.into_iter().map(|(_, doc)| doc).collect();
        self.id_rank = vec![0; self.ids.len()];
        for (rank, &doc) in (0..).zip(&self.by_id) {
            if let Some(place) = self.id_rank.get_mut(doc as usize) {
                *place = rank;
            }
        }
    }

    /// How many documents have an id up to this one, itself included.
    pub(super) fn rank_behind(&self, id: FeatureId) -> u32 {
        let behind = self.by_id.partition_point(|&doc| self.id(doc).is_some_and(|i| i <= id));
        u32::try_from(behind).unwrap_or(u32::MAX)
    }

    /// The feature id of a document.
    pub(super) fn id(&self, doc: Doc) -> Option<FeatureId> {
        self.ids.get(doc as usize).copied()
    }

    /// The document of a feature id.
    pub(super) fn find(&self, id: FeatureId) -> Option<Doc> {
        let behind = self.rank_behind(id).checked_sub(1)?;
        let doc = *self.by_id.get(behind as usize)?;
        (self.id(doc) == Some(id)).then_some(doc)
    }

    /// The record of a document.
    pub(super) fn doc(&self, doc: Doc) -> Option<&DocRecord> {
        self.docs.get(doc as usize)
    }

    /// The public point of a document.
    pub(super) fn point(&self, doc: Doc) -> Option<LonLat> {
        self.index.position(doc)
    }

    /// The service with this id.
    pub(super) fn service(&self, id: ServiceId) -> Option<&ServiceRecord> {
        let at = self.services.binary_search_by_key(&id, |service| service.id).ok()?;
        self.services.get(at)
    }

    /// The documents of a service in the entry's order.
    pub(super) fn docs_of(&self, service: &ServiceRecord) -> &[Doc] {
        let range = service.sites.start as usize..service.sites.end as usize;
        self.service_docs.get(range).unwrap_or_default()
    }

    /// All documents. As a bitmap without runs: intersecting those is slow.
    pub(super) fn all(&self) -> &RoaringBitmap {
        self.memory.all.get_or_init(|| (0..self.len()).collect())
    }

    /// The documents no longer or not yet public on a day.
    pub(super) fn gone_on(&self, today: NaiveDate) -> Arc<RoaringBitmap> {
        if let Some((day, gone)) = &**self.memory.gone.load()
            && *day == today
        {
            return Arc::clone(gone);
        }
        let hidden = [ValueRange::gone_on(today), ValueRange::not_yet_on(today)];
        let gone = Arc::new(self.values.any_of(&hidden).into_owned());
        self.memory.gone.store(Arc::new(Some((today, Arc::clone(&gone)))));
        gone
    }

    /// The documents in each open state.
    pub(super) fn open_docs(&self, states: &OpenStates) -> Arc<OpenDocs> {
        const REMEMBERED: usize = 4;
        let known = self.memory.open.load();
        if let Some(docs) = known.iter().find(|docs| docs.0 == states.when()) {
            return Arc::clone(docs);
        }
        let by_state = OpenState::ALL.map(|state| {
            let hours: Vec<ValueRange> =
                states.numbers(state).map(|number| Value::Hours(number).only()).collect();
            self.values.any_of(&hours).into_owned()
        });
        let docs = Arc::new((states.when(), by_state));
        let others = known.iter().take(REMEMBERED - 1).cloned();
        let remembered = std::iter::once(Arc::clone(&docs)).chain(others).collect();
        self.memory.open.store(Arc::new(remembered));
        docs
    }
}
