//! `/api`: OGC API – Features (Part 1: Core, OGC 17-069r4; Part 2: CRS by Reference, OGC 18-058r1).
//!
//! Read without SQL and without locks from the current snapshot of the atlas. Every resource exists as JSON and
//! as HTML (`f=json|html` or `Accept`); query parameters are read strictly.

mod collections;
mod coverage;
mod datetime;
mod desks;
mod document;
mod features;
mod items;
mod items_query;
mod landing;
mod negotiate;
mod openapi;
mod pages;
mod preflight;
mod queryables;
mod service_schema;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::get;

pub use desks::listing_of_json;
pub use openapi::document as openapi_document;

use crate::app::App;

/// The analyses; apart, because clients have a quota for them.
pub(super) fn coverage_routes() -> Router<Arc<App>> {
    coverage::routes().layer(from_fn(preflight::preflight))
}

/// What the desks use, and programs of providers.
pub(super) fn desk_routes() -> Router<Arc<App>> {
    desks::routes()
}

/// The resources, as the standard orders them.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/api", get(landing::landing))
        .route("/api/", get(landing::landing))
        .route("/api/conformance", get(landing::conformance))
        .route("/api/openapi.json", get(openapi::show))
        .route("/api/docs", get(openapi::docs))
        .route("/api/collections", get(collections::list))
        .route("/api/collections/{collection}", get(collections::one))
        .route("/api/collections/{collection}/queryables", get(queryables::show))
        .route("/api/collections/{collection}/items", get(items::serve))
        .route("/api/collections/{collection}/items/{feature}", get(features::serve))
        .merge(coverage::progress_routes())
        .layer(from_fn(preflight::preflight))
}
