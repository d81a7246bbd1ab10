//! `GET /api/coverage/at`: what one address has around it.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::document::{QuestionDocument, matrix_question};
use super::formats::{self, Kind};
use super::matrix::matrix_of;
use super::read::{check, format, tag_of, vocabulary};
use crate::app::{App, Around, AroundCategory, AroundQuestion, Method};
use crate::domain::{Ags, LonLat};
use crate::http::api::document::to_json;
use crate::http::api::negotiate::Asked;
use crate::http::params::{AROUND, Pair, read_coverage};
use crate::http::problem::{Problem, ProblemError};

/// Representations.
const KINDS: [Kind; 1] = [Kind::Json];

#[derive(Debug, Serialize)]
struct AroundDocument<'a> {
    at: LonLat,
    question: QuestionDocument<'a>,
    municipality: Option<MunicipalityDocument<'a>>,
    nearest_place: Option<&'a str>,
    categories: &'a [AroundCategory],
    method: &'a Method,
    snapshot: &'a str,
}

#[derive(Debug, Serialize)]
struct MunicipalityDocument<'a> {
    ags: Ags,
    name: &'a str,
}

/// Longitude and latitude, as far as they were read.
#[derive(Debug, Default)]
struct Place {
    lon: Option<f64>,
    lat: Option<f64>,
    given: [bool; 2],
}

impl Place {
    fn read(&mut self, (name, value): &Pair) -> Option<Result<(), ProblemError>> {
        let (slot, given, limit) = match name.as_str() {
            "lon" => (&mut self.lon, &mut self.given[0], 180.0),
            "lat" => (&mut self.lat, &mut self.given[1], 90.0),
            _ => return None,
        };
        *given = true;
        Some(match value.parse::<f64>() {
            Ok(degrees) if (-limit..=limit).contains(&degrees) => {
                *slot = Some(degrees);
                Ok(())
            }
            _ => {
                let detail = format!("must be degrees from -{limit} to {limit}");
                Err(ProblemError::parameter(name, "out_of_range", detail))
            }
        })
    }

    fn missing(&self) -> impl Iterator<Item = ProblemError> {
        let names = ["lon", "lat"].into_iter().zip(self.given);
        names.filter(|(_, given)| !given).map(|(name, _)| {
            ProblemError::parameter(name, "required", "is needed: degrees of the address")
        })
    }
}

/// `GET /api/coverage/at`.
pub(super) async fn serve(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    let (mut wanted, mut place) = (None, Place::default());
    let (matrix, plain, mut faults) = {
        let snapshot = app.atlas.snapshot();
        let own = |pair: &Pair| format(pair, &KINDS, &mut wanted).or_else(|| place.read(pair));
        let words = vocabulary(&app, &snapshot);
        let (read, _) = read_coverage(&asked.query, words, AROUND, own);
        (matrix_of(&read), read.question(read.max_distance_m.unwrap_or(1.0)), read.faults)
    };
    faults.extend(place.missing());
    check(&app, &plain, faults).await?;
    let kind = Kind::choose(&KINDS, wanted, &asked)?;
    let at = LonLat { lon: place.lon.unwrap_or_default(), lat: place.lat.unwrap_or_default() };
    let question = AroundQuestion { at, matrix };
    let etag = tag_of(&app, &("at", &question), kind);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    let around = app.coverage_at(question).await?;
    Ok(formats::respond(document(&around)?, kind, &etag, "at"))
}

fn document(around: &Around) -> Result<Vec<u8>, Problem> {
    let municipality = around.municipality.as_ref();
    to_json(&AroundDocument {
        at: around.question.at,
        question: matrix_question(&around.question.matrix),
        municipality: municipality.map(|(ags, name)| MunicipalityDocument { ags: *ags, name }),
        nearest_place: around.nearest_place.as_deref(),
        categories: &around.categories,
        method: &around.method,
        snapshot: &around.snapshot,
    })
}
