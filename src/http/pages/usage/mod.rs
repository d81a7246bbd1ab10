//! What was counted without tracking, as pages: own numbers for providers, what was not found for editors and planners.

mod reach;
mod unmet;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

pub(super) use reach::{ReachLine, lines};

use crate::app::App;

/// All pages of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/mein/zahlen", get(reach::show_own))
        .route("/redaktion/eintraege/{id}/zahlen", get(reach::show_entry))
        .route("/redaktion/gesucht", get(unmet::show_to_editors))
        .route("/redaktion/gesucht.csv", get(unmet::csv))
        .route("/planung/gesucht", get(unmet::show_to_planners))
        .route("/planung/gesucht.csv", get(unmet::csv))
}
