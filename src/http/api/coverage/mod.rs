//! `/api/coverage`: whom what reaches, for planners and their programs.
//!
//! Every question stands in the address (a large scenario in a body), is read strictly, and has an entity tag, so that
//! the same question about the same data costs nothing. Answers are JSON; what fits elsewhere comes as GeoJSON (RFC
//! 7946), CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read umlauts) or, for the map, as plain
//! numbers one after the other (`cells`). Whoever waits for a long one asks `progress` beside it.

mod around;
mod cells;
mod compare;
mod csv;
mod document;
mod formats;
mod geojson;
mod matrix;
pub(in crate::http::api) mod openapi;
mod progress;
pub(in crate::http::api) mod read;
mod scenario;
pub(in crate::http::api) mod schemas;
mod sites;

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;

use self::formats::Kind;
use self::read::read_question;
use super::negotiate::Asked;
use crate::app::App;
use crate::http::params::QUESTION;
use crate::http::problem::Problem;

/// The resources.
pub(in crate::http) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/api/coverage", get(serve))
        .route("/api/coverage/cells", get(cells::serve))
        .route("/api/coverage/sites", get(sites::serve))
        .route("/api/coverage/matrix", get(matrix::serve))
        .route("/api/coverage/scenario", get(scenario::from_address).post(scenario::from_body))
        .route("/api/coverage/at", get(around::serve))
        .route("/api/coverage/compare", get(compare::serve))
}

/// How far they are: costs nothing, so that no quota is needed.
pub(in crate::http) fn progress_routes() -> Router<Arc<App>> {
    Router::new().route("/api/coverage/progress", get(progress::serve))
}

/// Representations of the answer.
const KINDS: [Kind; 4] = [Kind::Json, Kind::GeoJson, Kind::Csv, Kind::CsvExcel];

/// `GET /api/coverage`.
async fn serve(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    let read = read_question(&app, &asked, QUESTION, &KINDS).await?;
    let etag = read::tag_of(&app, &read.question, read.kind);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    let analysed = app.analyse(read.question).await?;
    let kind = read.kind;
    let links = document::links(&asked, &read.pairs, &KINDS, kind);
    let body = app
        .analysis
        .work(move || match kind {
            Kind::Csv | Kind::CsvExcel => csv::municipalities(&analysed, csv::Dialect::of(kind)),
            Kind::GeoJson => geojson::areas(&analysed),
            _ => document::coverage(&analysed, links),
        })
        .await
        .map_err(crate::app::AppError::from)??;
    Ok(formats::respond(body, kind, &etag, "coverage"))
}
