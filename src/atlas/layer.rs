//! Collections other than the services: prepared features with a box, an id and flat properties.
#![allow(
    clippy::todo,
    clippy::missing_panics_doc,
    unused_variables,
    reason = "interface under construction"
)]

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
    /// Property = one of these texts; all must hold.
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

/// A prepared collection.
#[derive(Debug)]
pub struct Layer;

impl Layer {
    /// The properties, in order.
    #[must_use]
    pub fn properties(&self) -> &[PropertySpec] {
        todo!()
    }
    /// Number of features.
    #[must_use]
    pub fn len(&self) -> usize {
        todo!()
    }
    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        todo!()
    }
    /// The box around all.
    #[must_use]
    pub fn extent(&self) -> Option<Bbox> {
        todo!()
    }
    /// One page.
    #[must_use]
    pub fn search(&self, query: &LayerQuery) -> LayerPage {
        todo!()
    }
    /// The feature of an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        todo!()
    }
    /// Appends the GeoJSON feature in the given reference system.
    pub fn write_feature(&self, index: usize, crs: Crs, out: &mut Vec<u8>) {
        todo!()
    }
}
