//! What is printed: pictures and paper are made on threads of their own, few at a time, and remembered for a while.

mod entry;
mod list;
mod room;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::app::App;

/// `/angebote/{id}/bild.png`, `/angebote/{id}/merkblatt.pdf`, `/liste.pdf`: they compute, so that they have a quota.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/angebote/{id}/bild.png", get(entry::picture))
        .route("/angebote/{id}/merkblatt.pdf", get(entry::sheet))
        .route(list::PATH, get(list::show))
}
