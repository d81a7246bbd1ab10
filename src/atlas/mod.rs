//! The read model: everything public, in memory, indexed.
//!
//! A [`Snapshot`] never changes; [`Atlas`] holds the current one behind an atomic pointer, so readers never
//! wait. A snapshot is an immutable base plus a small delta of entries changed since; a background merge
//! makes a new base now and then.
//!
//! In the base, sites (*documents*) are numbered in the order of the spatial index, so that a box is a few ranges
//! of numbers; every fact that can be filtered by is a value with a bitmap of documents. Counting is adding up
//! ranges and bitmaps; matches are only visited to be put in order, and only as many as a page needs where that is
//! cheaper. Features are prepared as text once, neighbours beside each other, and copied.
//!
//! | module | what it does |
//! |---|---|
//! | `build` | reads entries: what is public of them, their features, values and words |
//! | `index` | values with bitmaps, words, opening hours by the minute |
//! | `language` | roots, compounds, fillers, typing errors |
//! | `search` | reads what somebody typed |
//! | `base` | all sites at one time; how a base is loaded, and merged with a delta |
//! | `snapshot` | base and delta as one: search, facets, features; the pointer |
//! | `layer` | the other collections |
//! | `places` | gazetteer and stops |
//! | `supply` | what an analysis needs of each site |

mod base;
mod build;
mod entry;
mod index;
mod language;
mod layer;
mod places;
mod query;
mod reference;
mod reference_hash;
mod search;
mod snapshot;
mod supply;
#[cfg(test)]
mod tests;

pub use entry::{Entry, EntryChange, SiteView};
pub use layer::{Layer, LayerPage, LayerQuery, PropertySpec, PropertyType};
pub use query::{
    AgeAsked, Cursor, Facets, Found, Hit, Moment, Near, PageRequest, PropertyFilters, Query,
    SiteRef, Sort,
};
pub use reference::{MunicipalityArea, Reference};
pub use snapshot::{
    Asked, Atlas, Completion, CompletionKind, Explanation, FeatureWriter, NamedPlace, Reason,
    Snapshot,
};
pub use supply::{SupplyFact, SupplyKind};
