//! The two addresses of the search.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{LOCATION, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::super::context::Context;
use super::super::discreet::private;
use super::super::respond;
use super::unmet::unmet;
use super::{Fragment, SearchPage, SearchView, View, shell};
use crate::app::App;
use crate::http::extract::RawQuery;
use crate::http::problem::Problem;
use crate::http::usage::note;

/// The header by which our scripts ask for the list alone.
const FRAGMENT: &str = "sozialatlas-fragment";

/// `GET /`
pub(crate) async fn map(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    search(&app, View::Map, &raw, &headers)
}

/// `GET /liste`
pub(crate) async fn list(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    search(&app, View::List, &raw, &headers)
}

fn search(app: &App, view: View, raw: &str, headers: &HeaderMap) -> Result<Response, Problem> {
    let context = Context::new(app);
    let mut reading = context.read(raw);
    // What only an entry's page knows has no meaning here.
    reading.redirect |= reading.words.site.is_some() || reading.words.list_view;
    reading.words.site = None;
    reading.words.list_view = false;
    let fragment = headers.get(FRAGMENT).is_some_and(|v| v == "treffer");
    if !fragment && reading.faults.is_empty() && reading.redirect {
        return Ok(redirect(&reading.words.href(view.path())));
    }
    let status = if SearchView::is_bad_request(&reading.faults) {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::OK
    };
    let shown = SearchView::new(&context, view, reading);
    // Half a question has no answer.
    let is_whole = shown.faults.is_empty();
    let seen = is_whole.then(|| unmet(app, &context, &shown.words, shown.total, headers)).flatten();
    let shell = shell(&context, view, &shown);
    let discreet = shown.discreet;
    let mut response = if fragment {
        respond(status, &Fragment { shell, view: shown })?
    } else {
        respond(status, &SearchPage { shell, view: shown })?
    };
    if discreet {
        response = private(response);
    }
    response.headers_mut().append(VARY, HeaderValue::from_static(FRAGMENT));
    note(&mut response, seen);
    Ok(response)
}

/// 302 to the canonical form of the same question.
pub(crate) fn redirect(address: &str) -> Response {
    let mut response = StatusCode::FOUND.into_response();
    // The canonical form is percent-encoded ASCII, so this always holds.
    if let Ok(value) = HeaderValue::from_str(address) {
        response.headers_mut().insert(LOCATION, value);
    }
    response.headers_mut().append(VARY, HeaderValue::from_static(FRAGMENT));
    response
}
