//! `GET /api/coverage/matrix`: categories against municipalities.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::csv;
use super::document::{QuestionDocument, links, matrix_question};
use super::formats::{self, Kind};
use super::read::{check, format, tag_of, vocabulary};
use crate::app::{
    App, AppError, CategoryRow, CoverageMatrix, MatrixMunicipality, MatrixQuestion, Method,
};
use crate::atlas::Snapshot;
use crate::domain::TermCode;
use crate::http::api::document::to_json;
use crate::http::api::negotiate::Asked;
use crate::http::links::Link;
use crate::http::params::{CoverageWords, MATRIX, read_coverage};
use crate::http::problem::{Problem, ProblemError};

/// Representations.
pub(super) const KINDS: [Kind; 3] = [Kind::Json, Kind::Csv, Kind::CsvExcel];

#[derive(Debug, Serialize)]
struct MatrixDocument<'a> {
    question: QuestionDocument<'a>,
    municipalities: &'a [MatrixMunicipality],
    rows: &'a [CategoryRow],
    without_distance: &'a [TermCode],
    method: &'a Method,
    snapshot: &'a str,
    links: Vec<Link>,
}

/// The question of a matrix.
pub(super) fn matrix_of(read: &CoverageWords<'_>) -> MatrixQuestion {
    MatrixQuestion {
        query: read.words.query.clone(),
        max_distance_m: read.max_distance_m,
        metric: read.parts.metric,
        group: read.parts.group,
        stale_after_months: read.parts.stale_after_months,
        municipalities: read.parts.municipalities.clone(),
        links: read.parts.links.clone(),
    }
}

/// Without any distance there is nothing to tell.
fn need_distance(read: &mut CoverageWords<'_>, snapshot: &Snapshot) {
    let of_county = &snapshot.reference().region.max_distance_m;
    let asked = &read.words.query.categories;
    let any = if asked.is_empty() {
        !of_county.is_empty()
    } else {
        asked.iter().any(|code| of_county.contains_key(code.as_str()))
    };
    if read.max_distance_m.is_none() && !any && !read.is_at_fault("max_distance_m") {
        let detail = "is needed: the county has set no distance for any of the categories";
        read.faults.push(ProblemError::parameter("max_distance_m", "required", detail));
    }
}

/// `GET /api/coverage/matrix`.
pub(super) async fn serve(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    let mut wanted = None;
    let (question, plain, faults, pairs) = {
        let snapshot = app.atlas.snapshot();
        let own = |pair: &_| format(pair, &KINDS, &mut wanted);
        let words = vocabulary(&app, &snapshot);
        let (mut read, pairs) = read_coverage(&asked.query, words, MATRIX, own);
        need_distance(&mut read, &snapshot);
        let plain = read.question(read.max_distance_m.unwrap_or(1.0));
        (matrix_of(&read), plain, read.faults, pairs)
    };
    check(&app, &plain, faults).await?;
    let kind = Kind::choose(&KINDS, wanted, &asked)?;
    let etag = tag_of(&app, &("matrix", &question), kind);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    let matrix = app.coverage_matrix(question).await?;
    let links = links(&asked, &pairs, &KINDS, kind);
    let job = move || match kind {
        Kind::Csv | Kind::CsvExcel => csv::matrix(&matrix, csv::Dialect::of(kind)),
        _ => document(&matrix, links),
    };
    let body = app.analysis.work(job).await.map_err(AppError::from)??;
    Ok(formats::respond(body, kind, &etag, "matrix"))
}

fn document(matrix: &CoverageMatrix, links: Vec<Link>) -> Result<Vec<u8>, Problem> {
    to_json(&MatrixDocument {
        question: matrix_question(&matrix.question),
        municipalities: &matrix.municipalities,
        rows: &matrix.rows,
        without_distance: &matrix.without_distance,
        method: &matrix.method,
        snapshot: &matrix.snapshot,
        links,
    })
}
