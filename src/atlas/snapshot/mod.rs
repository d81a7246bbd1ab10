//! One immutable state of everything public, and the pointer to the current one.

mod complete;
mod current;
mod delta;
mod explain;
mod facets;
mod feature;
mod filter;
mod freshness;
mod latest;
mod matching;
mod order;
mod search;
mod segments;
mod select;
mod supply;
mod view;
mod wording;
mod words;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwap;
use chrono::NaiveDate;
use roaring::RoaringBitmap;

pub use complete::{Completion, CompletionKind};
pub use current::Atlas;
pub(super) use delta::Delta;
use delta::{Change, DeltaDoc, Sums};
pub use explain::{Explanation, NamedPlace, Reason};
pub use feature::FeatureWriter;
pub use wording::Asked;

use self::words::TextQuery;
use super::base::{Base, Loaded};
use super::build::Counts;
use super::build::facts::Days;
use super::build::lookup::Lookup;
use super::index::kinds::Kinds;
use super::index::open::{Hours, OpenMemory, OpenStates};
use super::index::{Value, ValueRange};
use super::layer::{Layer, Layers};
use super::places::Places;
use super::{Moment, Reference, SiteRef};
use crate::domain::{Freshness, GazetteerEntry, LonLat, Stop};
use crate::spatial::Bbox;
use crate::spatial::index::Doc;

/// What all snapshots of an atlas have in common.
#[derive(Debug)]
struct Shared {
    lookup: Arc<Lookup>,
    places: Places,
    layers: Layers,
    open: OpenMemory,
    /// Differs between any two sets of reference data.
    reference_hash: u64,
}

impl Shared {
    fn new(lookup: Lookup) -> Self {
        Self {
            places: Places::new(Arc::clone(&lookup.reference)),
            layers: Layers::new(&lookup.reference),
            reference_hash: super::reference_hash::reference_hash(&lookup.reference),
            open: OpenMemory::default(),
            lookup: Arc::new(lookup),
        }
    }
}

/// One immutable state of everything public.
///
/// A site is public while its entry is published, it is active or closed for a while, its first day, if it has one,
/// has come and its last one is not over. The first two are settled when a snapshot is made, the days by the
/// [`Moment`] of each question.
#[derive(Debug)]
pub struct Snapshot {
    shared: Arc<Shared>,
    base: Arc<Base>,
    base_counts: Arc<Counts>,
    delta: Delta,
    hours: Arc<Hours>,
    kinds: Arc<Kinds>,
    sums: Sums,
    seq: i64,
    tag: String,
    layers: Vec<Layer>,
    unreadable: Vec<String>,
    extent: OnceLock<Option<Bbox>>,
    assured: OnceLock<Option<(NaiveDate, NaiveDate)>>,
    /// The last texts looked for: a page asks for hits, numbers beside filters and reasons one after the other.
    texts: ArcSwap<Vec<(Box<str>, Arc<TextQuery>)>>,
    /// Documents of the base that are not shown on a day: dead, before their first or past their last day.
    hidden: ArcSwap<Option<(NaiveDate, Arc<RoaringBitmap>)>>,
}

/// A site where it is kept.
enum Place<'a> {
    Base(Doc),
    Delta(&'a DeltaDoc),
}

impl Snapshot {
    fn first(shared: Arc<Shared>, loaded: Loaded, seq: i64) -> Self {
        let sums = Sums { content: loaded.content, counts: Counts::new() };
        Self {
            delta: Delta::new(&loaded.base),
            base: Arc::new(loaded.base),
            base_counts: Arc::new(loaded.counts),
            hours: Arc::new(loaded.hours),
            kinds: Arc::new(loaded.kinds),
            unreadable: loaded.unreadable,
            ..Self::empty(shared, sums, seq)
        }
        .finished()
    }

    fn empty(shared: Arc<Shared>, sums: Sums, seq: i64) -> Self {
        Self {
            shared,
            base: Arc::default(),
            base_counts: Arc::default(),
            delta: Delta::default(),
            hours: Arc::default(),
            kinds: Arc::default(),
            sums,
            seq,
            tag: String::new(),
            layers: Vec::new(),
            unreadable: Vec::new(),
            extent: OnceLock::new(),
            assured: OnceLock::new(),
            texts: ArcSwap::default(),
            hidden: ArcSwap::default(),
        }
    }

    /// Sets what follows from the rest.
    fn finished(mut self) -> Self {
        let content = self.sums.content ^ self.shared.reference_hash;
        self.tag = format!("{content:016x}-{:x}", self.seq);
        let changed = Arc::new(self.sums.counts.clone());
        self.layers = self.shared.layers.counted(&self.base_counts, &changed);
        self
    }

    /// The snapshot after some changes.
    fn after(
        &self,
        changes: Vec<Change>,
        (hours, kinds): (Arc<Hours>, Arc<Kinds>),
        faults: Vec<String>,
        seq: i64,
    ) -> Self {
        let mut sums = self.sums.clone();
        let delta = self.delta.changed(&self.base, changes, &mut sums);
        let mut unreadable = self.unreadable.clone();
        unreadable.extend(faults);
        // The last hundred are enough to find the cause.
        unreadable.drain(..unreadable.len().saturating_sub(100));
        Self {
            base: Arc::clone(&self.base),
            base_counts: Arc::clone(&self.base_counts),
            delta,
            hours,
            kinds,
            unreadable,
            ..Self::empty(Arc::clone(&self.shared), sums, seq)
        }
        .finished()
    }

    /// The same content on a new base, which was made from the snapshot `from`; `meanwhile` are the changes
    /// between that one and this.
    fn rebased(&self, from: &Self, base: Arc<Base>, meanwhile: Vec<Change>) -> Self {
        let mut counts = Counts::clone(&from.base_counts);
        for (key, difference) in &from.sums.counts {
            *counts.entry(*key).or_default() += difference;
        }
        let mut sums = Sums { content: from.sums.content, counts: Counts::new() };
        let delta = Delta::new(&base).changed(&base, meanwhile, &mut sums);
        Self {
            base,
            base_counts: Arc::new(counts),
            delta,
            hours: Arc::clone(&self.hours),
            kinds: Arc::clone(&self.kinds),
            unreadable: self.unreadable.clone(),
            ..Self::empty(Arc::clone(&self.shared), sums, self.seq)
        }
        .finished()
    }

    /// What the entries refer to.
    #[must_use]
    pub fn reference(&self) -> &Arc<Reference> {
        &self.shared.lookup.reference
    }

    /// Position in the change feed.
    #[must_use]
    pub const fn seq(&self) -> i64 {
        self.seq
    }

    /// A tag that differs between any two states and any two loads of other data; for `ETag`.
    ///
    /// The same data at the same position give the same tag, also after a restart. Answers that hold open
    /// states or freshness need [`Snapshot::tag_at`].
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// A tag that also differs whenever a day begins or any opening hours open or close.
    #[must_use]
    pub fn tag_at(&self, moment: &Moment) -> String {
        let mut hasher = DefaultHasher::new();
        (moment.today(), self.open_states(moment.local).digest()).hash(&mut hasher);
        format!("{}-{:016x}", self.tag, hasher.finish())
    }

    /// What could not be read, and why, for the log; at most the last hundred.
    #[must_use]
    pub fn unreadable(&self) -> &[String] {
        &self.unreadable
    }

    /// Public sites, those included whose last day may be over.
    #[must_use]
    pub fn site_count(&self) -> u64 {
        u64::from(self.base.len()) - self.delta.dead().len() + self.delta.docs().len() as u64
    }

    /// What the index of words takes: distinct words, and bytes without what allocating adds.
    #[must_use]
    pub fn text_size(&self) -> (usize, usize) {
        self.spaces().iter().fold((0, 0), |(words, bytes), space| {
            (words + space.text.len(), bytes + space.text.size())
        })
    }

    /// The box around all public points.
    #[must_use]
    pub fn extent(&self) -> Option<Bbox> {
        *self.extent.get_or_init(|| {
            let dead = self.delta.dead();
            let base = if dead.is_empty() {
                self.base.index.extent()
            } else {
                let living = (0..self.base.len()).filter(|doc| !dead.contains(*doc));
                Bbox::from_points(living.filter_map(|doc| self.base.point(doc)))
            };
            let delta = Bbox::from_points(self.delta.docs().iter().filter_map(|doc| doc.point));
            match (base, delta) {
                (Some(a), Some(b)) => Some(a.union(&b)),
                (a, b) => a.or(b),
            }
        })
    }

    /// Earliest and latest `assured_date` (first and last days).
    #[must_use]
    pub fn assured_extent(&self) -> Option<(NaiveDate, NaiveDate)> {
        *self.assured.get_or_init(|| {
            let all = ValueRange::assured_begun_by(NaiveDate::MAX);
            let base = self
                .base
                .values
                .range(&all)
                .filter(|(_, docs)| !docs.is_subset(self.delta.dead()))
                .map(|(value, _)| value);
            let sites = self.delta.docs().iter().filter_map(|doc| self.delta.site(doc));
            let delta = sites.flat_map(|(_, site)| &site.values);
            base.chain(delta).fold(None, |extent, value| match (value, extent) {
                (Value::Assured(first, last), None) => Some((*first, *last)),
                (Value::Assured(first, last), Some((a, b))) => Some((a.min(*first), b.max(*last))),
                _ => extent,
            })
        })
    }

    /// Places whose name or postcode is, begins with or contains the text (folded), best first.
    #[must_use]
    pub fn find_places(&self, text: &str, limit: usize) -> Vec<&GazetteerEntry> {
        self.shared.places.find(text, limit)
    }

    /// The nearest stop and its distance in metres.
    #[must_use]
    pub fn nearest_stop(&self, point: LonLat) -> Option<(&Stop, f64)> {
        self.shared.places.nearest_stop(point)
    }

    /// A collection other than the services: `municipalities`, `planning_areas`, `population_cells`,
    /// `organizations`.
    #[must_use]
    pub fn layer(&self, id: &str) -> Option<&Layer> {
        self.layers.iter().find(|layer| layer.id() == id)
    }

    fn place(&self, site: SiteRef) -> Option<Place<'_>> {
        match site.0.checked_sub(self.base.len()) {
            None => Some(Place::Base(site.0)),
            Some(at) => self.delta.docs().get(at as usize).map(Place::Delta),
        }
    }

    /// The reference to a document of the delta.
    fn delta_ref(&self, at: usize) -> SiteRef {
        SiteRef(self.base.len().saturating_add(u32::try_from(at).unwrap_or(u32::MAX)))
    }

    /// When a site changes by itself, and its opening hours by number.
    fn days(&self, site: SiteRef) -> Option<(Days, u32)> {
        match self.place(site)? {
            Place::Base(doc) => self.base.doc(doc).map(|record| (record.days, record.hours)),
            Place::Delta(doc) => self.delta.site(doc).map(|(_, site)| (site.days, site.hours)),
        }
    }

    /// The states of all opening hours.
    fn open_states(&self, local: chrono::NaiveDateTime) -> Arc<OpenStates> {
        self.open_states_until(local, None)
    }

    /// The states of all opening hours at a moment, or in the time from it until another.
    fn open_states_until(
        &self,
        local: chrono::NaiveDateTime,
        until: Option<chrono::NaiveDateTime>,
    ) -> Arc<OpenStates> {
        self.shared.open.at(&self.hours, &self.reference().calendar, local, until)
    }

    /// A text, read and answered; `None` when there is no word in it.
    fn text(&self, text: &str) -> Option<Arc<TextQuery>> {
        const REMEMBERED: usize = 2;
        const LONGEST: usize = 256;
        let known = self.texts.load();
        if let Some((_, query)) = known.iter().find(|(known, _)| **known == *text) {
            return Some(Arc::clone(query));
        }
        let query = Arc::new(TextQuery::new(text, self)?);
        if text.len() <= LONGEST {
            let latest = (Box::from(text), Arc::clone(&query));
            let others = known.iter().take(REMEMBERED - 1).cloned();
            self.texts.store(Arc::new(std::iter::once(latest).chain(others).collect()));
        }
        Some(query)
    }

    /// Documents of the base that are not shown on a day.
    fn hidden(&self, today: NaiveDate) -> Arc<RoaringBitmap> {
        if let Some((day, hidden)) = &**self.hidden.load()
            && *day == today
        {
            return Arc::clone(hidden);
        }
        let gone = self.base.gone_on(today);
        let hidden =
            if self.delta.dead().is_empty() { gone } else { Arc::new(&*gone | self.delta.dead()) };
        self.hidden.store(Arc::new(Some((today, Arc::clone(&hidden)))));
        hidden
    }
}

/// Whether a site is shown on a day.
fn is_shown(days: Days, today: NaiveDate) -> bool {
    days.shown_from.is_none_or(|day| day <= today) && days.gone_from.is_none_or(|day| today < day)
}

/// Freshness on a day.
fn freshness(days: Days, today: NaiveDate) -> Freshness {
    match days.stale_from {
        None => Freshness::Unknown,
        Some(day) if today < day => Freshness::Fresh,
        Some(_) => Freshness::Stale,
    }
}
