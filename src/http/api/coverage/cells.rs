//! `GET /api/coverage/cells`: what every population cell has around it.
//!
//! As GeoJSON (`geometry=point|polygon`), written piece by piece while it is sent, or with `f=bin` as plain numbers for
//! the map, little endian, one array after the other without padding:
//!
//! | | |
//! |---|---|
//! | `"SACB"` | four bytes |
//! | version | u16: 1 |
//! | reserved | u16: 0 |
//! | side of a cell in metres | u32 |
//! | count | u32: number of cells |
//! | eastings, northings | u32 each: lower-left corners, EPSG:3035 |
//! | people | f32: of the group asked for, projected; 0 where the grid does not tell (flag 8) |
//! | distances | f32: metres to the nearest site; infinity = none |
//! | sites | u32: place in `/api/coverage/sites`; 4294967295 = none |
//! | flags | u8: 1 served, 2 only by stale sites, 4 might change sides for inexact positions, 8 the grid does not tell how many of the group live here |
//! | municipalities | u16: place in `municipalities` of `/api/coverage/sites` (sorted by key) |

use std::convert::Infallible;
use std::ops::Range;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::response::Response;
use futures_util::stream;

use super::document::DECIMALS;
use super::formats::{self, Kind};
use super::read::{format, read_with, tag_of};
use crate::app::{Analysed, App, AppError};
use crate::coverage::Reach;
use crate::http::api::negotiate::Asked;
use crate::http::params::{Pair, QUESTION};
use crate::http::problem::{Problem, ProblemError};
use crate::spatial::geojson_text::write_point;
use crate::spatial::projection::from_laea;
use crate::spatial::{Crs, Projected};

/// Representations.
pub(super) const KINDS: [Kind; 2] = [Kind::GeoJson, Kind::Bin];
/// Set in the flags of cells that do not tell how many of the group they have.
const UNTOLD: u8 = 8;
/// Cells written in one go: about a millisecond of work.
const CELLS_AT_ONCE: u32 = 1_000;

/// What a cell is drawn as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shape {
    /// Its middle.
    #[default]
    Point,
    /// Its square.
    Polygon,
}

/// `GET /api/coverage/cells`.
pub(super) async fn serve(State(app): State<Arc<App>>, asked: Asked) -> Result<Response, Problem> {
    let (mut wanted, mut shape) = (None, Shape::default());
    let mut own = |pair: &Pair| {
        format(pair, &KINDS, &mut wanted).or_else(|| {
            let read = match (pair.0.as_str(), pair.1.as_str()) {
                ("geometry", "point") => Ok(Shape::Point),
                ("geometry", "polygon") => Ok(Shape::Polygon),
                ("geometry", _) => {
                    let detail = "is not one of point, polygon";
                    Err(ProblemError::parameter("geometry", "not_one_of", detail))
                }
                _ => return None,
            };
            Some(read.map(|read| shape = read))
        })
    };
    let (question, _) = read_with(&app, &asked.query, QUESTION, &mut own).await?;
    let kind = Kind::choose(&KINDS, wanted, &asked)?;
    let etag = tag_of(&app, &("cells", shape, &question), kind);
    if let Some(unchanged) = asked.not_modified(&etag) {
        return Ok(unchanged);
    }
    let analysed = app.analyse(question).await?;
    let body = match kind {
        Kind::Bin => {
            let job = move || numbers(&analysed);
            Body::from(app.analysis.work(job).await.map_err(AppError::from)?)
        }
        _ => features(analysed, shape),
    };
    Ok(formats::respond(body, kind, &etag, "cells"))
}

/// The cells whose people were asked for: a few stretches.
fn stretches(analysed: &Analysed) -> Vec<Range<u32>> {
    let (demand, keys) = (&analysed.demand, &analysed.question.municipalities);
    if keys.is_empty() {
        let all = 0..demand.len() as u32;
        return std::iter::once(all).collect();
    }
    let places = keys.iter().filter_map(|ags| demand.find_municipality(ags));
    places.map(|place| demand.cells_of(place)).collect()
}

/// Plain numbers.
fn numbers(analysed: &Analysed) -> Vec<u8> {
    let (demand, reach) = (&analysed.demand, &analysed.reach);
    let stretches = stretches(analysed);
    let count: u32 = stretches.iter().map(|cells| cells.end - cells.start).sum();
    let cells = || stretches.iter().cloned().flatten();
    let side_m = demand.cell_size_m().unwrap_or(0);
    let mut out = Vec::with_capacity(16 + count as usize * 23);
    out.extend_from_slice(b"SACB");
    out.extend_from_slice(&1_u16.to_le_bytes());
    out.extend_from_slice(&0_u16.to_le_bytes());
    out.extend_from_slice(&side_m.to_le_bytes());
    out.extend_from_slice(&count.to_le_bytes());
    let half = f64::from(side_m) / 2.0;
    for cell in cells() {
        let corner = (demand.centre_m(cell).easting_m - half).round() as u32;
        out.extend_from_slice(&corner.to_le_bytes());
    }
    for cell in cells() {
        let corner = (demand.centre_m(cell).northing_m - half).round() as u32;
        out.extend_from_slice(&corner.to_le_bytes());
    }
    for cell in cells() {
        let people = demand.people(cell, analysed.question.group).unwrap_or(0.0) as f32;
        out.extend_from_slice(&people.to_le_bytes());
    }
    for cell in cells() {
        out.extend_from_slice(&(distance_m(reach, cell) as f32).to_le_bytes());
    }
    for cell in cells() {
        out.extend_from_slice(&site(reach, cell).to_le_bytes());
    }
    let group = analysed.question.group;
    let untold = |cell| if demand.people(cell, group).is_none() { UNTOLD } else { 0 };
    out.extend(cells().map(|cell| flags(reach, cell) | untold(cell)));
    for cell in cells() {
        out.extend_from_slice(&demand.municipality(cell).to_le_bytes());
    }
    out
}

fn distance_m(reach: &Reach, cell: u32) -> f64 {
    reach.nearest_m.get(cell as usize).copied().unwrap_or(f64::INFINITY)
}

fn site(reach: &Reach, cell: u32) -> u32 {
    reach.nearest_site.get(cell as usize).copied().unwrap_or(Reach::NO_SITE)
}

fn flags(reach: &Reach, cell: u32) -> u8 {
    reach.flags.get(cell as usize).copied().unwrap_or(0)
}

/// GeoJSON, piece by piece.
fn features(analysed: Arc<Analysed>, shape: Shape) -> Body {
    let mut pieces = Vec::new();
    for cells in stretches(&analysed) {
        let starts = cells.clone().step_by(CELLS_AT_ONCE as usize);
        pieces.extend(starts.map(|start| start..(start + CELLS_AT_ONCE).min(cells.end)));
    }
    let last = pieces.len();
    let pieces = (0..=last).map(move |at| {
        let mut out = Vec::new();
        if at == 0 {
            out.extend_from_slice(br#"{"type":"FeatureCollection","features":["#);
        }
        if let Some(cells) = pieces.get(at) {
            for cell in cells.clone() {
                if !(at == 0 && cell == cells.start) {
                    out.push(b',');
                }
                write_cell(&analysed, cell, shape, &mut out);
            }
        }
        if at == last {
            write_end(&analysed, &mut out);
        }
        Ok::<Bytes, Infallible>(out.into())
    });
    Body::from_stream(stream::iter(pieces))
}

fn write_end(analysed: &Analysed, out: &mut Vec<u8>) {
    use std::io::Write as _;
    // Writing to memory does not fail; a hash needs no escaping.
    let _ = write!(
        out,
        r#"],"cell_size_m":{},"snapshot":"{}"}}"#,
        analysed.demand.cell_size_m().unwrap_or(0),
        analysed.snapshot
    );
}

fn write_cell(analysed: &Analysed, cell: u32, shape: Shape, out: &mut Vec<u8>) {
    use std::io::Write as _;
    let (demand, reach) = (&analysed.demand, &analysed.reach);
    let centre = demand.centre_m(cell);
    let _ = write!(out, r#"{{"type":"Feature","id":"{}","geometry":"#, demand.cell_id(cell));
    match shape {
        Shape::Point => match from_laea(centre) {
            Some(point) => write_point(out, point, Crs::Crs84, DECIMALS),
            None => out.extend_from_slice(b"null"),
        },
        Shape::Polygon => write_square(centre, demand.cell_size_m().unwrap_or(100), out),
    }
    let ags = demand.municipalities().get(usize::from(demand.municipality(cell))).map(|m| m.ags);
    let ags = ags.map(|ags| ags.to_string()).unwrap_or_default();
    let _ = write!(out, r#","properties":{{"ags":"{ags}","people":"#);
    let _ = match demand.people(cell, analysed.question.group) {
        Some(people) => write!(out, "{people}"),
        // Unknown is never zero.
        None => write!(out, "null"),
    };
    let (metres, site, flags) = (distance_m(reach, cell), site(reach, cell), flags(reach, cell));
    let _ = if metres.is_finite() {
        write!(out, r#","distance_m":{metres},"site":{site}"#)
    } else {
        write!(out, r#","distance_m":null,"site":null"#)
    };
    let is = |flag: u8| flags & flag != 0;
    let _ = write!(
        out,
        r#","served":{},"stale":{},"approximate":{}}}}}"#,
        is(Reach::SERVED),
        is(Reach::STALE),
        is(Reach::APPROXIMATE)
    );
}

/// The square of a cell, counter-clockwise.
fn write_square(centre: Projected, side_m: u32, out: &mut Vec<u8>) {
    use std::io::Write as _;
    let half = f64::from(side_m) / 2.0;
    let corners = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)];
    let points: Vec<_> = corners
        .into_iter()
        .map(|(east, north)| Projected::new(centre.easting_m + east, centre.northing_m + north))
        .filter_map(from_laea)
        .collect();
    if points.len() < corners.len() {
        return out.extend_from_slice(b"null");
    }
    out.extend_from_slice(br#"{"type":"Polygon","coordinates":[["#);
    for (at, point) in points.iter().enumerate() {
        let separator = if at == 0 { "" } else { "," };
        let _ = write!(out, "{separator}[{:.7},{:.7}]", point.lon, point.lat);
    }
    out.extend_from_slice(b"]]}");
}
