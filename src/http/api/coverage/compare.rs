//! `GET /api/coverage/compare`: two questions side by side; who is reached only by the second, who only by the first.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::document::{QuestionDocument, ShortTotals, question, short};
use super::formats::{self, Kind};
use super::read::{read_sides, tag_of};
use crate::app::{Analysed, App, AppError, CompareQuestion, Compared, Method};
use crate::coverage::Difference;
use crate::http::api::document::to_json;
use crate::http::api::negotiate::Asked;
use crate::http::problem::Problem;

/// Representations.
const KINDS: [Kind; 1] = [Kind::Json];

#[derive(Debug, Serialize)]
struct CompareDocument<'a> {
    first: Side<'a>,
    second: Side<'a>,
    difference: &'a Difference,
    method: &'a Method,
}

#[derive(Debug, Serialize)]
struct Side<'a> {
    question: QuestionDocument<'a>,
    #[serde(flatten)]
    figures: ShortTotals<'a>,
}

fn side(analysed: &Analysed) -> Side<'_> {
    Side { question: question(&analysed.question), figures: short(analysed) }
}

/// `GET /api/coverage/compare`.
pub(super) async fn serve(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    let (read, second) = read_sides(&app, &asked, &KINDS).await?;
    let question = CompareQuestion { first: read.question, second };
    let etag = tag_of(&app, &question, read.kind);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    let compared: Compared = app.compare_coverage(question).await?;
    let job = move || {
        to_json(&CompareDocument {
            first: side(&compared.first),
            second: side(&compared.second),
            difference: &compared.difference,
            method: &compared.first.method,
        })
    };
    let body = app.analysis.work(job).await.map_err(AppError::from)??;
    Ok(formats::respond(body, Kind::Json, &etag, "compare"))
}
