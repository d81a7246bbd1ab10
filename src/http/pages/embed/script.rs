//! The script that makes the element `<sozial-atlas>`: one file at one address, for pages of others.

use axum::body::Body;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE, VARY};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;

use crate::http::assets;
use crate::http::extract::IfNoneMatch;
use crate::http::problem::Problem;

/// Where it is served. Pages of others hold this address: it never changes.
pub(super) const PATH: &str = "/embed/sozial-atlas.js";
/// The built file.
const FILE: &str = "sozial-atlas.js";
/// An hour: a mended script reaches every page the same day.
const KEEP: &str = "public, max-age=3600";

/// Whether the program was built with it.
pub(super) fn is_built() -> bool {
    assets::CURRENT.etag(FILE).is_some()
}

/// `GET /embed/sozial-atlas.js`
pub(super) async fn show(have: IfNoneMatch) -> Result<Response, Problem> {
    match (assets::CURRENT.text(FILE), assets::CURRENT.etag(FILE)) {
        (Some(built), Some(etag)) => Ok(answer(&have, built, etag)),
        _ => Err(Problem::not_found("such file")),
    }
}

/// The script for whatever page asks.
fn answer(have: &IfNoneMatch, built: &'static str, etag: &HeaderValue) -> Response {
    let mut response = have.answer(etag, KEEP, || {
        let mut response = Response::new(Body::from(built));
        let script = HeaderValue::from_static("text/javascript; charset=utf-8");
        response.headers_mut().insert(CONTENT_TYPE, script);
        response
    });
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    response
}

#[cfg(test)]
mod tests {
    use axum::extract::FromRequestParts;
    use axum::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
    use axum::http::{Request, StatusCode};

    use super::*;

    async fn asked(tag: &str) -> Response {
        let request = Request::builder().header(IF_NONE_MATCH, tag).body(()).unwrap();
        let (mut parts, ()) = request.into_parts();
        let have = IfNoneMatch::from_request_parts(&mut parts, &()).await.unwrap();
        answer(&have, "customElements.define()", &HeaderValue::from_static("\"new\""))
    }

    #[tokio::test]
    async fn every_page_may_load_it_and_keep_it_for_an_hour() {
        for (tag, status) in [("\"old\"", StatusCode::OK), ("\"new\"", StatusCode::NOT_MODIFIED)] {
            let response = asked(tag).await;
            assert_eq!(response.status(), status);
            let headers = response.headers();
            assert_eq!(headers[ACCESS_CONTROL_ALLOW_ORIGIN], "*");
            assert_eq!(headers["cross-origin-resource-policy"], "cross-origin");
            assert_eq!(headers[CACHE_CONTROL], "public, max-age=3600");
            assert_eq!(headers[ETAG], "\"new\"");
        }
        let response = asked("").await;
        assert_eq!(response.headers()[CONTENT_TYPE], "text/javascript; charset=utf-8");
    }
}
