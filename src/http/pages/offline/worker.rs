//! The service worker's file.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;

use crate::http::assets;

/// What browsers that still have a worker are given where this program was built without one: it goes, and takes what it
/// kept with it.
const GONE: &str = "self.addEventListener('install',()=>self.skipWaiting());\
self.addEventListener('activate',e=>e.waitUntil(caches.keys().then(k=>Promise.all(k.map(n=>caches.delete(n))))\
.then(()=>self.registration.unregister())));\n";

/// `GET /sw.js`: asked for by the browser at least once a day, and never kept.
pub(super) async fn show() -> Response {
    let built = assets::CURRENT.text("sw.js").unwrap_or(GONE);
    let mut response = Response::new(Body::from(built.to_owned()));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers
        .insert(HeaderName::from_static("service-worker-allowed"), HeaderValue::from_static("/"));
    response
}
