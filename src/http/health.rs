//! Whether the server lives, and whether it can answer; never refused for load.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use serde::Serialize;

use super::extract::Json;
use crate::app::App;

/// `/healthz` and `/readyz`.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready))
}

/// What a load balancer is told.
#[derive(Debug, Serialize)]
struct Health {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    seq: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sites: Option<u64>,
}

/// The process runs and its event loop turns.
async fn alive() -> Json<Health> {
    Json(Health { status: "alive", seq: None, sites: None })
}

/// The read model is loaded.
async fn ready(State(app): State<Arc<App>>) -> Json<Health> {
    let snapshot = app.atlas.snapshot();
    Json(Health { status: "ready", seq: Some(snapshot.seq()), sites: Some(snapshot.site_count()) })
}
