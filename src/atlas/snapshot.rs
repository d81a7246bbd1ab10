//! The snapshot and the pointer to the current one. (Interface agreed; the atlas engineer fills it in.)
#![allow(
    clippy::todo,
    clippy::missing_panics_doc,
    unused_variables,
    reason = "interface under construction"
)]

use std::sync::Arc;

use super::{
    Entry, EntryChange, Facets, Found, Hit, Moment, Near, PageRequest, Query, Reference, SiteRef,
    SiteView,
};
use crate::domain::{FeatureId, GazetteerEntry, LonLat, ServiceId, Stop, TermCode};
use crate::spatial::{Bbox, Crs};

/// The current snapshot behind an atomic pointer.
#[derive(Debug)]
pub struct Atlas;

impl Atlas {
    /// Builds the first snapshot. `seq` is the change feed's position the entries were read at.
    #[must_use]
    pub fn new(reference: Arc<Reference>, entries: Vec<Entry>, seq: i64) -> Self {
        todo!()
    }
    /// The current snapshot; cheap, never waits.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        todo!()
    }
    /// Applies changes in feed order and swaps the pointer; returns when the next reader will see them.
    pub fn apply(&self, changes: Vec<EntryChange>, seq: i64) {
        todo!()
    }
    /// Whether the delta has grown so large that [`Atlas::merge`] pays.
    #[must_use]
    pub fn merge_due(&self) -> bool {
        todo!()
    }
    /// Makes a new base of base and delta; long, for a background thread; changes applied meanwhile are kept.
    pub fn merge(&self) {
        todo!()
    }
}

/// One immutable state of everything public.
#[derive(Debug)]
pub struct Snapshot;

impl Snapshot {
    /// What the entries refer to.
    #[must_use]
    pub fn reference(&self) -> &Arc<Reference> {
        todo!()
    }
    /// Position in the change feed.
    #[must_use]
    pub fn seq(&self) -> i64 {
        todo!()
    }
    /// A tag that differs between any two states and any two loads of other data; for ETag.
    #[must_use]
    pub fn tag(&self) -> &str {
        todo!()
    }
    /// Public sites.
    #[must_use]
    pub fn site_count(&self) -> u64 {
        todo!()
    }
    /// The box around all public points.
    #[must_use]
    pub fn extent(&self) -> Option<Bbox> {
        todo!()
    }
    /// Earliest and latest `assured_date` (first and last days).
    #[must_use]
    pub fn assured_extent(&self) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
        todo!()
    }
    /// One page of what matches, with the exact number of all matches.
    #[must_use]
    pub fn search(&self, query: &Query, moment: &Moment, page: &PageRequest) -> Found {
        todo!()
    }
    /// Numbers beside the filters.
    #[must_use]
    pub fn facets(&self, query: &Query, moment: &Moment) -> Facets {
        todo!()
    }
    /// All matches that have a public point or a place, unordered, for drawing the map.
    #[must_use]
    pub fn all_sites(&self, query: &Query, moment: &Moment) -> Vec<SiteRef> {
        todo!()
    }
    /// The site of a feature id, if public.
    #[must_use]
    pub fn find_feature(&self, id: FeatureId) -> Option<SiteRef> {
        todo!()
    }
    /// The sites of a service, in the entry's order; empty if it is not public.
    #[must_use]
    pub fn sites_of(&self, id: ServiceId) -> Vec<SiteRef> {
        todo!()
    }
    /// The public point of a site.
    #[must_use]
    pub fn point(&self, site: SiteRef) -> Option<LonLat> {
        todo!()
    }
    /// The site with its whole entry (parsed on demand).
    #[must_use]
    pub fn view(&self, site: SiteRef, moment: &Moment) -> Option<SiteView> {
        todo!()
    }
    /// Appends the GeoJSON feature of a site in the given reference system (a copy of a prepared fragment;
    /// only point, `open_state` and `freshness` are written anew).
    pub fn write_feature(&self, site: SiteRef, moment: &Moment, crs: Crs, out: &mut Vec<u8>) {
        todo!()
    }
    /// Places whose name or postcode is, begins with or contains the text (folded), best first.
    #[must_use]
    pub fn find_places(&self, text: &str, limit: usize) -> Vec<&GazetteerEntry> {
        todo!()
    }
    /// The nearest stop and its distance in metres.
    #[must_use]
    pub fn nearest_stop(&self, point: LonLat) -> Option<(&Stop, f64)> {
        todo!()
    }
    /// A collection other than the services: `municipalities`, `planning_areas`, `population_cells`,
    /// `organizations`.
    #[must_use]
    pub fn layer(&self, id: &str) -> Option<&super::Layer> {
        todo!()
    }
}
