//! `/_/map/backdrop.json`: the background of the map, drawn from the county's own data, so that no visitor's
//! address ever reaches a tile server.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use geo::MultiPolygon;
use serde::Serialize;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::super::context::Context;
use super::outline::outer_lines;
use crate::app::App;
use crate::atlas::Reference;
use crate::domain::PopulationCell;
use crate::http::extract::{IfNoneMatch, RawQuery};
use crate::http::problem::Problem;
use crate::spatial::Crs;
use crate::spatial::geojson_text::write_area;
use crate::spatial::grid::{CellId, dissolve_cells};
use crate::spatial::simplify::simplify_together;

/// Persons in a cell from which on it belongs to each tint; each class holds the denser ones too.
const CLASSES: [u32; 4] = [3, 15, 40, 80];
/// How far a drawn border may stray, in metres: less than a pixel at the scale of a town.
const TOLERANCE_M: f64 = 15.0;
/// The neighbours are only a frame.
const NEIGHBOUR_TOLERANCE_M: f64 = 120.0;
/// Decimals of degrees: a metre for borders, ten for the tints of 100 m cells.
const DECIMALS: u32 = 5;
const TINT_DECIMALS: u32 = 4;

/// The background, ready to be sent.
pub(crate) struct Backdrop {
    /// Address with the hash of the content.
    pub(crate) address: String,
    etag: String,
    body: Bytes,
}

#[derive(Serialize)]
struct Document<'a> {
    municipalities: Collection<Area<'a>>,
    neighbours: Collection<Named<'a>>,
    water: Collection<Named<'a>>,
    county: Collection<Nothing>,
    settlements: Settlements,
    places: Vec<Label<'a>>,
    stations: Vec<Halt<'a>>,
    attribution: Vec<&'a str>,
}

#[derive(Serialize)]
struct Collection<P> {
    r#type: &'static str,
    features: Vec<Feature<P>>,
}

#[derive(Serialize)]
struct Feature<P> {
    r#type: &'static str,
    properties: P,
    geometry: Box<RawValue>,
}

#[derive(Serialize)]
struct Area<'a> {
    ags: &'a str,
    name: &'a str,
    label: [f64; 2],
    rank: u8,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Nothing {}

#[derive(Serialize)]
struct Settlements {
    cell_m: u32,
    classes: [u32; 4],
    cells: Vec<Collection<Nothing>>,
}

#[derive(Serialize)]
struct Label<'a> {
    name: &'a str,
    lon: f64,
    lat: f64,
    rank: u8,
}

#[derive(Serialize)]
struct Halt<'a> {
    name: &'a str,
    lon: f64,
    lat: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    stepfree: Option<&'a str>,
}

impl Backdrop {
    /// Draws the background of a county.
    pub(crate) fn of(reference: &Reference) -> Self {
        let document = document(reference);
        let body = serde_json::to_vec(&document).unwrap_or_default();
        let digest = Sha256::digest(&body);
        let start: [u8; 8] = std::array::from_fn(|at| digest.get(at).copied().unwrap_or_default());
        let hash = format!("{:016x}", u64::from_be_bytes(start));
        Self {
            address: format!("{}?v={hash}", super::BACKDROP),
            etag: format!("\"{hash}\""),
            body: Bytes::from(body),
        }
    }
}

fn document(reference: &Reference) -> Document<'_> {
    let shapes: Vec<MultiPolygon<f64>> =
        reference.municipalities.iter().map(|m| m.outline.clone()).collect();
    let drawn = simplify_together(&shapes, TOLERANCE_M);
    let areas = reference.municipalities.iter().zip(&drawn).map(|(area, shape)| {
        let m = &area.municipality;
        let label = [rounded(m.center.lon), rounded(m.center.lat)];
        let properties = Area { ags: m.ags.as_str(), name: &m.name, label, rank: m.rank };
        feature(properties, area_text(shape, DECIMALS))
    });
    let attributions = reference.region.attributions.iter().filter(|a| a.on_map);
    Document {
        municipalities: collection(areas.collect()),
        neighbours: named(&reference.neighbours, NEIGHBOUR_TOLERANCE_M),
        water: named(&reference.water, TOLERANCE_M),
        county: collection(vec![feature(Nothing {}, outer_lines(&drawn))]),
        settlements: settlements(&reference.cells, reference.census.cell_size_m),
        places: reference
            .labels
            .iter()
            .map(|(name, at, rank)| Label {
                name,
                lon: rounded(at.lon),
                lat: rounded(at.lat),
                rank: *rank,
            })
            .collect(),
        stations: reference
            .stations
            .iter()
            .map(|station| Halt {
                name: &station.name,
                lon: rounded(station.point.lon),
                lat: rounded(station.point.lat),
                stepfree: station.step_free.as_deref(),
            })
            .collect(),
        attribution: attributions.map(|a| a.text.as_str()).collect(),
    }
}

fn named(areas: &[(String, MultiPolygon<f64>)], tolerance_m: f64) -> Collection<Named<'_>> {
    let shapes: Vec<MultiPolygon<f64>> = areas.iter().map(|(_, shape)| shape.clone()).collect();
    let drawn = simplify_together(&shapes, tolerance_m);
    let features = areas
        .iter()
        .zip(&drawn)
        .map(|((name, _), shape)| feature(Named { name }, area_text(shape, DECIMALS)));
    collection(features.collect())
}

/// One area for each class; what has no cells is left out of the drawing, not of the list.
fn settlements(cells: &[PopulationCell], cell_m: u32) -> Settlements {
    let classes = CLASSES.map(|least| {
        let inhabited = cells.iter().filter(|c| c.people >= least && c.size_m == cell_m);
        let ids: Vec<CellId> = inhabited
            .filter_map(|c| CellId::new(c.size_m, c.easting_m, c.northing_m).ok())
            .collect();
        // Cells of one size always join; sides are left whole, as a tint need not follow the grid's curve.
        let area = dissolve_cells(&ids, u32::MAX).unwrap_or(MultiPolygon(Vec::new()));
        collection(vec![feature(Nothing {}, area_text(&area, TINT_DECIMALS))])
    });
    Settlements { cell_m, classes: CLASSES, cells: classes.into() }
}

const fn collection<P>(features: Vec<Feature<P>>) -> Collection<P> {
    Collection { r#type: "FeatureCollection", features }
}

fn feature<P>(properties: P, geometry: String) -> Feature<P> {
    // A text that is no JSON cannot come from our own writers; if it did, there would be no geometry.
    let geometry = RawValue::from_string(geometry).unwrap_or_else(|_| RawValue::NULL.to_owned());
    Feature { r#type: "Feature", properties, geometry }
}

fn area_text(area: &MultiPolygon<f64>, decimals: u32) -> String {
    let mut out = Vec::new();
    write_area(&mut out, area, Crs::Crs84, decimals);
    String::from_utf8(out).unwrap_or_default()
}

fn rounded(degrees: f64) -> f64 {
    (degrees * 1e5).round() / 1e5
}

/// `GET /_/map/backdrop.json`: to be kept for ever under the address with its hash, else asked for anew.
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    RawQuery(raw): RawQuery,
    have: IfNoneMatch,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let backdrop = &context.prepared.backdrop;
    let etag = HeaderValue::from_str(&backdrop.etag).map_err(Problem::internal)?;
    let current = backdrop.address.ends_with(&format!("?{raw}"));
    let keep = if current { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(have.answer(&etag, keep, || {
        let json = HeaderValue::from_static("application/json");
        ([(CONTENT_TYPE, json)], backdrop.body.clone()).into_response()
    }))
}
