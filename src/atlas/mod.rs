//! The read model: everything public, in memory, indexed.
//!
//! A [`Snapshot`] never changes; [`Atlas`] holds the current one behind an atomic pointer, so readers never
//! wait. A snapshot is an immutable base plus a small delta of entries changed since; a background merge
//! makes a new base now and then.

mod entry;
mod layer;
mod query;
mod reference;
mod snapshot;

pub use entry::{Entry, EntryChange, SiteView};
pub use layer::{Layer, LayerPage, LayerQuery, PropertySpec, PropertyType};
pub use query::{
    Cursor, Facets, Found, Hit, Moment, Near, PageRequest, PropertyFilters, Query, SiteRef,
};
pub use reference::{MunicipalityArea, Reference};
pub use snapshot::{Atlas, Snapshot};
