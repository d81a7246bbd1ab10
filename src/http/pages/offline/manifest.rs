//! What a device needs to install the site (W3C, "Web Application Manifest").

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::Response;
use serde_json::json;

use super::super::context::Context;
use crate::app::App;
use crate::domain::{Language, RegionWord};
use crate::http::extract::RawQuery;
use crate::http::language::{at, in_language};

/// The icon's address.
pub(super) const ICON: &str = "/app-icon.svg";

/// Our mark with so much room around it that no device's mask cuts it.
const DRAWN: &str = concat!(
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="512" height="512">"#,
    r##"<path fill="#1f42a8" d="M0 0h64v64H0z"/>"##,
    r##"<path fill="#fff" d="M32 13c-8 0-14 6-14 14 0 10 14 24 14 24s14-14 14-24c0-8-6-14-14-14z"/>"##,
    r##"<circle cx="32" cy="27" r="5.5" fill="#1f42a8"/></svg>"##,
);

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
        "icons": [
            { "src": ICON, "sizes": "any", "type": "image/svg+xml", "purpose": "any maskable" },
        ],
        "shortcuts": [
            { "name": context.texts.t("nav-numbers"), "url": at("/wichtige-nummern") },
            { "name": context.texts.t("nav-list"), "url": at("/liste") },
        ],
    });
    file("application/manifest+json", manifest.to_string())
}

/// `GET /app-icon.svg`
pub(super) async fn icon() -> Response {
    file("image/svg+xml", DRAWN.to_owned())
}

fn file(content_type: &'static str, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    response
}
