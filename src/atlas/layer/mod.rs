//! Collections other than the services: features with a box, an id and flat properties.
//!
//! Municipalities and organizations are few and prepared; population cells may be millions and are written from
//! their numbers when they are asked for.

mod cells;
mod geometry;
mod prepared;
mod schema;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use self::cells::Cells;
use self::prepared::{Prepared, municipalities, organizations};
use super::Reference;
use super::build::{CountKey, Counts};
use crate::spatial::bbox::CrsBox;
use crate::spatial::{Bbox, Crs};

/// The type of a property, for schemas and filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "JSON types")]
pub enum PropertyType {
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
}

/// One property of a layer's features.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PropertySpec {
    /// Name.
    pub name: &'static str,
    /// Type.
    pub kind: PropertyType,
    /// English description for the schema.
    pub description: &'static str,
    /// Whether it may be used as a filter.
    pub queryable: bool,
}

/// What is asked of a layer.
#[derive(Debug, Clone, Default)]
pub struct LayerQuery {
    /// Features whose geometry intersects the box (by its own bounds).
    pub bbox: Option<Bbox>,
    /// Features whose geometry itself shares a point with this box; `bbox` must then be its outer box.
    pub area: Option<CrsBox>,
    /// Property = one of these texts; all must hold. A property that may not be filtered by holds for none.
    pub properties: Vec<(String, Vec<String>)>,
    /// Skip these many matches (layers do not change under a snapshot's tag, so an offset is stable).
    pub offset: usize,
    /// Most features.
    pub limit: usize,
}

/// A page of a layer: the number of all matches and the indexes of this page.
#[derive(Debug, Clone, Default)]
pub struct LayerPage {
    /// All matches.
    pub matched: u64,
    /// Indexes of the features on this page, in id order.
    pub features: Vec<usize>,
}

/// What the features of a layer are made of.
#[derive(Debug)]
enum Body {
    Prepared(Prepared),
    Cells(Cells),
}

/// The part of a layer that all snapshots share.
#[derive(Debug)]
struct Shared {
    id: &'static str,
    properties: &'static [PropertySpec],
    body: Body,
}

/// All layers of an atlas.
#[derive(Debug)]
pub(super) struct Layers(Vec<Arc<Shared>>);

impl Layers {
    /// Prepares the layers of a region.
    pub(super) fn new(reference: &Arc<Reference>) -> Self {
        let layer = |id, properties, body| Arc::new(Shared { id, properties, body });
        Self(vec![
            layer(
                "municipalities",
                schema::MUNICIPALITIES,
                Body::Prepared(municipalities(reference)),
            ),
            layer("planning_areas", schema::PLANNING_AREAS, Body::Prepared(Prepared::default())),
            layer(
                "population_cells",
                schema::POPULATION_CELLS,
                Body::Cells(Cells::new(Arc::clone(reference))),
            ),
            layer("organizations", schema::ORGANIZATIONS, Body::Prepared(organizations(reference))),
        ])
    }

    /// The layers with these numbers of services: those of the base and what has changed since.
    pub(super) fn counted(&self, base: &Arc<Counts>, changed: &Arc<Counts>) -> Vec<Layer> {
        let layer = |shared: &Arc<Shared>| Layer {
            shared: Arc::clone(shared),
            base: Arc::clone(base),
            changed: Arc::clone(changed),
        };
        self.0.iter().map(layer).collect()
    }
}

/// A collection as it stands in one snapshot.
#[derive(Debug)]
pub struct Layer {
    shared: Arc<Shared>,
    base: Arc<Counts>,
    changed: Arc<Counts>,
}

impl Layer {
    /// Its name in URLs.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.shared.id
    }

    /// The properties, in order.
    #[must_use]
    pub fn properties(&self) -> &[PropertySpec] {
        self.shared.properties
    }

    /// Number of features.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.shared.body {
            Body::Prepared(prepared) => prepared.len(),
            Body::Cells(cells) => cells.len(),
        }
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The box around all.
    #[must_use]
    pub fn extent(&self) -> Option<Bbox> {
        match &self.shared.body {
            Body::Prepared(prepared) => prepared.extent(),
            Body::Cells(cells) => cells.extent(),
        }
    }

    /// One page.
    #[must_use]
    pub fn search(&self, query: &LayerQuery) -> LayerPage {
        let queryable = |name: &String| {
            self.properties().iter().any(|spec| spec.queryable && spec.name == name)
        };
        if !query.properties.iter().all(|(name, _)| queryable(name)) {
            return LayerPage::default();
        }
        match &self.shared.body {
            Body::Prepared(prepared) => prepared.search(query, self.properties()),
            Body::Cells(cells) => cells.search(query),
        }
    }

    /// The feature of an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        match &self.shared.body {
            Body::Prepared(prepared) => prepared.find(id),
            Body::Cells(cells) => cells.find(id),
        }
    }

    /// Appends the GeoJSON feature in the given reference system.
    pub fn write_feature(&self, index: usize, crs: Crs, out: &mut Vec<u8>) {
        match &self.shared.body {
            Body::Prepared(prepared) => {
                prepared.write(index, crs, self.properties(), |key| self.services(key), out);
            }
            Body::Cells(cells) => cells.write(index, crs, out),
        }
    }

    /// How many services count for something.
    fn services(&self, key: CountKey) -> i64 {
        let of = |counts: &Counts| counts.get(&key).copied().unwrap_or_default();
        of(&self.base) + of(&self.changed)
    }
}

/// Collects one page while counting all matches.
#[derive(Debug)]
struct Pager {
    offset: usize,
    limit: usize,
    matched: usize,
    features: Vec<usize>,
}

impl Pager {
    fn new(query: &LayerQuery) -> Self {
        Self { offset: query.offset, limit: query.limit, matched: 0, features: Vec::new() }
    }

    /// Takes the next matches, which are consecutive.
    fn take(&mut self, run: std::ops::Range<usize>) {
        let skipped = self.offset.saturating_sub(self.matched).min(run.len());
        self.matched += run.len();
        let room = self.limit - self.features.len();
        self.features.extend(run.skip(skipped).take(room));
    }

    fn finish(self) -> LayerPage {
        LayerPage { matched: self.matched as u64, features: self.features }
    }
}
