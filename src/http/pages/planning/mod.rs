//! `/planung`: where people live whom no offer reaches.
//!
//! | module | what it does |
//! |---|---|
//! | `ask`, `values` | the address: read with patience, written in one form |
//! | `facts` | what a result is written from |
//! | `sentence`, `tables`, `legend`, `scenario`, `notes` | the parts of the result in words |
//! | `form` | the form |
//! | `result` | the page put together |

mod ask;
mod facts;
mod form;
mod format;
mod legend;
mod notes;
mod result;
mod scenario;
mod sentence;
mod stand_in;
mod tables;
mod values;

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header::{LOCATION, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use self::ask::{Ask, Fault, Reading, read};
use self::result::{Outcome, PlanningFragment, PlanningPage};
use super::context::Context;
use super::respond;
use crate::app::App;
use crate::http::extract::RawQuery;
use crate::http::problem::Problem;

/// The header by which our scripts ask for the changing parts alone.
const FRAGMENT: &str = "sozialatlas-fragment";

/// The pages for planners.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/planung", get(show))
}

/// `GET /planung`
async fn show(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if !app.settings.planning {
        return Err(Problem::of_status(StatusCode::NOT_FOUND));
    }
    let context = Context::new(&app);
    let reading = read(&raw, &context);
    if reading.redirect && reading.faults.is_empty() {
        return Ok(redirect(&reading.ask.href("/planung")));
    }
    let outcome = Outcome::Nothing;
    let page = PlanningPage::new(&context, &reading, &outcome, |_| true);
    answer(page, &reading, &outcome, &headers)
}

fn answer(
    page: PlanningPage,
    reading: &Reading,
    outcome: &Outcome<'_>,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let status = match outcome {
        Outcome::Preparing(_) | Outcome::Busy => StatusCode::SERVICE_UNAVAILABLE,
        _ if !reading.faults.is_empty() => StatusCode::BAD_REQUEST,
        _ => StatusCode::OK,
    };
    let fragment = headers.get(FRAGMENT).is_some_and(|value| value == "planung");
    let mut response = if fragment {
        respond(status, &PlanningFragment(page))?
    } else {
        respond(status, &page)?
    };
    response.headers_mut().append(VARY, HeaderValue::from_static(FRAGMENT));
    Ok(response)
}

/// 302 to the canonical form of the same question.
fn redirect(address: &str) -> Response {
    let mut response = StatusCode::FOUND.into_response();
    // The canonical form is percent-encoded ASCII, so this always holds.
    if let Ok(value) = HeaderValue::from_str(address) {
        response.headers_mut().insert(LOCATION, value);
    }
    response.headers_mut().append(VARY, HeaderValue::from_static(FRAGMENT));
    response
}
