//! Answers of the desks: JSON for one person, with the version of the record.

use std::time::Duration;

use axum::http::header::{CACHE_CONTROL, ETAG, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::app::{App, Edited};
use crate::http::extract::Json;
use crate::http::problem::Problem;

/// How long who has written waits for the public view to show it.
const PATIENCE: Duration = Duration::from_secs(2);

/// The entity tag of a version of a record.
pub(super) fn etag(version: i64) -> HeaderValue {
    // Digits and quotes are always a header value.
    HeaderValue::from_str(&format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

/// An answer that nobody else may keep.
pub(super) fn private(status: StatusCode, body: impl Serialize) -> Response {
    let mut response = (status, Json(body)).into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The same with the version of the record.
pub(super) fn of_version(status: StatusCode, version: i64, body: impl Serialize) -> Response {
    let mut response = private(status, body);
    response.headers_mut().insert(ETAG, etag(version));
    response
}

/// The same for something new, with where it is.
pub(super) fn created(place: &str, version: i64, body: impl Serialize) -> Response {
    let mut response = of_version(StatusCode::CREATED, version, body);
    if let Ok(place) = HeaderValue::from_str(place) {
        response.headers_mut().insert(LOCATION, place);
    }
    response
}

/// What became of a write, once the public view shows it.
pub(super) async fn edited(app: &App, edited: Option<Edited>) -> Result<Response, Problem> {
    let edited = edited.ok_or_else(|| Problem::not_found("such entry"))?;
    shown(app, &edited).await;
    Ok(of_version(StatusCode::OK, edited.version, edited))
}

/// Waits until the public view shows a write, as far as it can: it is kept in any case.
pub(super) async fn shown(app: &App, edited: &Edited) {
    if let Some(seq) = edited.seq {
        // Late is no failure: the next one who asks sees it.
        let _ = app.readiness.wait_for(seq, PATIENCE).await;
    }
}
