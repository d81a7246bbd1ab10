//! `/redaktion`: where editors decide what is public, answer people and keep the atlas true.

mod act;
mod bulk;
mod case;
mod compare;
mod disclosure;
mod facts;
mod feedback;
mod freshness;
mod history;
mod merge;
mod merge_form;
mod pieces;
mod public_history;
mod queue;
mod source;
mod suggestion;
mod undo;
mod view;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

/// All pages of the editors' desk, and the public history of an entry.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/redaktion", get(queue::show))
        .route("/redaktion/mehrere", post(bulk::act))
        .route("/redaktion/rueckgaengig", post(undo::act))
        .route("/redaktion/eintraege/{id}", get(case::show).post(act::decide))
        .route("/redaktion/eintraege/{id}/verlauf", get(history::show).post(act::restore))
        .route("/redaktion/eintraege/{id}/archiv", post(act::archive))
        .route("/redaktion/eintraege/{id}/wieder-offen", post(act::reopen))
        .route("/redaktion/eintraege/{id}/bestaetigen", post(act::confirm))
        .route("/redaktion/eintraege/{id}/geschlossen", post(act::close))
        .route("/redaktion/eintraege/{id}/quelle", get(source::show).post(source::decide))
        .route("/redaktion/eintraege/{id}/trennen", post(act::undo_merge))
        .route("/redaktion/vorschlaege/{id}", get(suggestion::show).post(suggestion::decide))
        .route("/redaktion/lob-und-beschwerde", get(feedback::inbox))
        .route("/redaktion/lob-und-beschwerde/auswertung", get(feedback::evaluation))
        .route("/redaktion/lob-und-beschwerde/auswertung.csv", get(feedback::csv))
        .route("/redaktion/zusammenfuehren", get(merge::show).post(merge::act))
        .route("/redaktion/aktualitaet", get(freshness::show))
        .route("/angebote/{id}/verlauf", get(public_history::show))
}
