//! What is printed: pictures and paper are made on threads of their own, few at a time, and remembered for a while.

mod entry;
mod list;
mod poster;
mod room;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use serde_json::{Value, json};

#[cfg(test)]
pub(super) use self::list::data as list_data;
#[cfg(test)]
pub(super) use self::poster::data as poster_data;
use super::context::Context;
use crate::app::App;
use crate::domain::RegionWord;

/// The path of a list on paper.
pub(super) const LIST: &str = list::PATH;

/// `/angebote/{id}/bild.png`, `/angebote/{id}/merkblatt.pdf`, `/liste.pdf`, `/plakate/{paper}.pdf`: they compute, so that
/// they have a quota.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/angebote/{id}/bild.png", get(entry::picture))
        .route("/angebote/{id}/merkblatt.pdf", get(entry::sheet))
        .route(list::PATH, get(list::show))
        .route("/plakate/{file}", get(poster::show))
}

/// What a document shows, with what every document says about itself: title, site, language and direction.
fn document(context: &Context, title: &str, mut shown: Value) -> Value {
    let language = context.language();
    // A typesetter knows languages without regions and without private use: easy German is German.
    let plain = language.locale().split('-').next().unwrap_or_default();
    let about = json!({
        "title": title, "lang": plain, "direction": language.direction(),
        "site": context.region_text(RegionWord::SiteName),
    });
    if let (Value::Object(shown), Value::Object(about)) = (&mut shown, about) {
        shown.extend(about);
    }
    shown
}
