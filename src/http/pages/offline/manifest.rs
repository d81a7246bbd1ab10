//! What a device needs to install the site (W3C, "Web Application Manifest").

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::Response;
use serde_json::json;

use super::super::context::Context;
use super::icons;
use crate::app::App;
use crate::domain::{Language, RegionWord};
use crate::http::extract::RawQuery;
use crate::http::language::{at, in_language};

/// `GET /app.webmanifest?lang=…`; the language is that of the page it was linked from.
pub(super) async fn show(State(app): State<Arc<App>>, RawQuery(raw): RawQuery) -> Response {
    // Files have no language in their path.
    let asked = url::form_urlencoded::parse(raw.as_bytes()).find(|(word, _)| word == "lang");
    let language = asked.and_then(|(_, code)| Language::of_code(&code)).unwrap_or_default();
    in_language(language, || manifest(&app))
}

fn manifest(app: &App) -> Response {
    let context = Context::new(app);
    let name = context.region_text(RegionWord::SiteName);
    let manifest = json!({
        "id": "/",
        "name": name,
        "short_name": context.prepared.brand,
        "description": context.texts.t("offline-app-description"),
        "lang": context.language().tag(),
        "dir": context.language().direction(),
        "start_url": at("/"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#1f42a8",
        "icons": icons::listed(),
        "shortcuts": [
            { "name": context.texts.t("nav-numbers"), "url": at("/wichtige-nummern") },
            { "name": context.texts.t("nav-list"), "url": at("/liste") },
        ],
    });
    let mut response = Response::new(Body::from(manifest.to_string()));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/manifest+json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    response
}
