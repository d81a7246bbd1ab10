//! One test per requirement of OGC API – Features, named after it: Part 1 (OGC 17-069r4) Core, GeoJSON, HTML,
//! OpenAPI 3.0, and Part 2 (OGC 18-058r1) CRS by Reference.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

mod core_collections;
mod core_features;
mod core_root;
mod crs;
mod formats;
mod oas30;
mod requirements;
#[path = "../support/mod.rs"]
mod support;

/// The collections every test walks through.
const COLLECTIONS: [&str; 5] =
    ["services", "organizations", "municipalities", "planning_areas", "population_cells"];
