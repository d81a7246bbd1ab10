//! White spots as GeoJSON (RFC 7946: CRS84, outer rings counter-clockwise); how they were made stands beside the
//! features as foreign members (section 6.1).

use serde::Serialize;
use serde_json::value::RawValue;

use super::document::{AreaDocument, QuestionDocument, area, geometry, question};
use crate::app::{Analysed, Method};
use crate::coverage::Totals;
use crate::http::api::document::to_json;
use crate::http::problem::Problem;

#[derive(Debug, Serialize)]
struct Collection<'a> {
    r#type: &'static str,
    features: Vec<Feature<'a>>,
    question: QuestionDocument<'a>,
    totals: &'a Totals,
    method: &'a Method,
    snapshot: &'a str,
}

#[derive(Debug, Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: &'a str,
    geometry: Option<Box<RawValue>>,
    properties: AreaDocument<'a>,
}

/// The white spots, most people first.
pub(super) fn areas(analysed: &Analysed) -> Result<Vec<u8>, Problem> {
    let areas = analysed.answer.unserved_areas.iter().enumerate();
    let features = areas.map(|(at, one)| Feature {
        r#type: "Feature",
        id: &one.id,
        geometry: geometry(&one.geometry),
        properties: area(analysed, at + 1, one, false),
    });
    to_json(&Collection {
        r#type: "FeatureCollection",
        features: features.collect(),
        question: question(&analysed.question),
        totals: &analysed.answer.totals,
        method: &analysed.method,
        snapshot: &analysed.snapshot,
    })
}
