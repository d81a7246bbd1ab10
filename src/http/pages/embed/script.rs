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

/// `GET /embed/sozial-atlas.js`
pub(super) async fn show(have: IfNoneMatch) -> Result<Response, Problem> {
    let (Some(built), Some(etag)) = (assets::CURRENT.text(FILE), assets::CURRENT.etag(FILE)) else {
        return Err(Problem::not_found("such file"));
    };
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
    Ok(response)
}
