//! `/_/map/backdrop.json`: the background of the map, drawn from the county's own data.

use axum::response::Response;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::http::{HeaderValue, StatusCode};
use axum::response::IntoResponse;

use super::super::context::Context;
use crate::app::App;
use crate::atlas::Reference;
use crate::http::extract::{IfNoneMatch, RawQuery};

/// The background, ready to be sent.
pub(crate) struct Backdrop {
    /// Address with the hash of the content.
    pub(crate) address: String,
    etag: String,
    body: Bytes,
}

impl Backdrop {
    pub(crate) fn of(_reference: &Reference) -> Self {
        Self { address: super::BACKDROP.to_owned(), etag: String::new(), body: Bytes::new() }
    }
}
/// `GET /_/map/backdrop.json`
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    RawQuery(_raw): RawQuery,
    have: IfNoneMatch,
) -> Response {
    let context = Context::new(&app);
    let backdrop = &context.prepared.backdrop;
    let mut response = if have.has(&backdrop.etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(Body::from(backdrop.body.clone()))
    };
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response.headers_mut().insert(ETAG, HeaderValue::from_static("x"));
    response
}
