//! The service worker's file.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;

use crate::http::assets;

/// What browsers that still have a worker are given where this program was built without one: it goes, and takes what it
/// kept with it.
const GONE: &str = include_str!("gone.js");

/// `GET /sw.js`: asked for by the browser at least once a day, and never kept.
pub(super) async fn show() -> Response {
    answer(assets::CURRENT.text("sw.js"))
}

fn answer(built: Option<&'static str>) -> Response {
    let mut response = Response::new(Body::from(built.unwrap_or(GONE)));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers
        .insert(HeaderName::from_static("service-worker-allowed"), HeaderValue::from_static("/"));
    response
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;
    use axum::http::StatusCode;

    use super::*;

    async fn text(built: Option<&'static str>) -> String {
        let response = answer(built);
        // A worker that is not found, or kept, would never leave a browser again.
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()[CACHE_CONTROL], "no-cache");
        assert_eq!(response.headers()[CONTENT_TYPE], "text/javascript; charset=utf-8");
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        String::from_utf8(body.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_program_without_a_worker_sends_one_that_takes_itself_and_all_it_kept_away() {
        assert_eq!(text(Some("built")).await, "built");
        let gone = text(None).await;
        for step in ["skipWaiting()", "caches.delete(name)", "registration.unregister()"] {
            assert!(gone.contains(step), "{step}");
        }
        assert!(!gone.contains("fetch"), "it answers nothing");
    }
}
