//! What programs read of the site: the map of all pages, what they may fetch, and what is new.

mod atom;
mod sitemap;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::app::App;

/// `/robots.txt`, `/sitemap.xml` and its parts, `/liste.atom`.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/robots.txt", get(sitemap::robots))
        .route("/sitemap.xml", get(sitemap::show))
        .route("/sitemap/{part}", get(sitemap::part))
        .route(atom::PATH, get(atom::show))
}

/// Text as it may stand in XML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
