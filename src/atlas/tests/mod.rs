//! The read model against naive loops over the same entries.

mod county;
mod cursor;
mod delta;
mod facets;
mod features;
mod naive;
mod privacy;
mod queries;
mod readers;
mod search;
mod snapshot;
mod supply;
mod text;
mod translations;
pub(super) mod world;
