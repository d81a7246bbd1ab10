//! What the maps of the pages fetch: the sites of a query, and the background they stand on.

pub(crate) mod backdrop;
mod outline;
pub(crate) mod services;
pub(crate) mod tiles;

/// The sites of a query.
pub(crate) const SERVICES: &str = "/_/map/services.json";
/// The background.
pub(crate) const BACKDROP: &str = "/_/map/backdrop.json";
