//! Whether the server lives, and whether it can answer; never refused for load.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use serde::Serialize;

use super::extract::Json;
use crate::app::{App, ReadyState};

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
    /// Whether the change feed can be read; otherwise newer versions may be missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    following: Option<bool>,
}

/// The process runs and its event loop turns.
async fn alive() -> Json<Health> {
    Json(Health { status: "alive", seq: None, sites: None, following: None })
}

/// The read model is loaded, and the program is not about to stop.
async fn ready(State(app): State<Arc<App>>) -> (StatusCode, Json<Health>) {
    let snapshot = app.atlas.snapshot();
    let (code, status) = match app.readiness.state() {
        ReadyState::Ready => (StatusCode::OK, "ready"),
        ReadyState::Draining => (StatusCode::SERVICE_UNAVAILABLE, "draining"),
    };
    let health = Health {
        status,
        seq: Some(snapshot.seq()),
        sites: Some(snapshot.site_count()),
        following: Some(app.readiness.is_following()),
    };
    (code, Json(health))
}
