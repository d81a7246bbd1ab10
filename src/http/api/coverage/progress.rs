//! `GET /api/coverage/progress`: how far the answer to a question is. Answers at once, and starts nothing.
//!
//! Takes the words of the question as they were sent (`of=matrix` for one about the matrix), so that whoever waits for
//! a long answer can ask beside it with the same query string. Going away from the answer cancels it.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};

use super::read::{question, vocabulary};
use crate::app::{App, Progress};
use crate::http::api::negotiate::Asked;
use crate::http::extract::Json;
use crate::http::params::{MATRIX, Pair, QUESTION, decode_strict, read_pairs};
use crate::http::problem::{Problem, ProblemError};

/// What the progress of is asked for.
pub(super) const OF: [&str; 2] = ["coverage", "matrix"];

/// `GET /api/coverage/progress`.
pub(super) async fn serve(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    let mut response = Json(progress(&app, &asked.query)?).into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn progress(app: &App, query: &str) -> Result<Progress, Problem> {
    let (pairs, faults) = decode_strict(query);
    let is_matrix = pairs.iter().any(|(name, value)| name == "of" && value == "matrix");
    let snapshot = app.atlas.snapshot();
    let own = |(name, value): &Pair| match name.as_str() {
        "of" if OF.contains(&value.as_str()) => Some(Ok(())),
        "of" => {
            let detail = format!("is not one of {}", OF.join(", "));
            Some(Err(ProblemError::parameter("of", "not_one_of", detail)))
        }
        // How the answer is written makes no difference to how far it is.
        "f" | "geometry" => Some(Ok(())),
        _ => None,
    };
    let known = if is_matrix { MATRIX } else { QUESTION };
    let mut read = read_pairs(&pairs, faults, vocabulary(app, &snapshot), known, own);
    let asked = (!is_matrix).then(|| question(&snapshot, &mut read));
    let matrix = super::matrix::matrix_of(&read);
    if !read.faults.is_empty() {
        return Err(Problem::invalid_query(read.faults));
    }
    Ok(match asked {
        Some(question) => app.analysis_progress(&question),
        None => app.matrix_progress(&matrix),
    })
}
