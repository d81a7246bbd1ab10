//! Population cells: written from their numbers, found through boxes around short runs of them.
//!
//! Cells are sorted by northing, then easting, which is the order of their ids as long as these have equally many
//! digits (seven each all over Germany). Sixteen neighbours share one box of 16 bytes, so that three million cells
//! cost 12 MB for the order and 3 MB for the boxes beside the counted figures themselves.

use std::collections::HashMap;
use std::sync::Arc;

use geo::{LineString, Polygon, coord};
use rayon::prelude::*;
use serde_json::json;

use super::geometry::write_pair;
use super::prepared::write_json;
use super::{LayerPage, LayerQuery, Pager};
use crate::atlas::Reference;
use crate::domain::{AgeBands, Ags, LonLat, PopulationCell};
use crate::spatial::bbox::CrsBox;
use crate::spatial::projection::from_laea;
use crate::spatial::{Bbox, Crs, Projected};

/// So many cells share a box.
const RUN: usize = 16;

/// The cells of a region.
#[derive(Debug)]
pub(super) struct Cells {
    reference: Arc<Reference>,
    /// Places in `reference.cells`, by id.
    order: Vec<u32>,
    /// A box around each run of cells.
    runs: Vec<RunBox>,
    extent: Option<Bbox>,
    /// Census figure of the municipality over the sum of its cells.
    factors: HashMap<Ags, f64>,
}

/// A box in single precision, rounded outwards.
#[derive(Debug, Clone, Copy)]
struct RunBox {
    west: f32,
    south: f32,
    east: f32,
    north: f32,
}

impl RunBox {
    fn around(bbox: Bbox) -> Self {
        let down = |x: f64| (x as f32).next_down();
        let up = |x: f64| (x as f32).next_up();
        Self {
            west: down(bbox.west),
            south: down(bbox.south),
            east: up(bbox.east),
            north: up(bbox.north),
        }
    }

    fn bbox(self) -> Bbox {
        Bbox {
            west: f64::from(self.west),
            south: f64::from(self.south),
            east: f64::from(self.east),
            north: f64::from(self.north),
        }
    }
}

impl Cells {
    /// Sorts the cells and draws the boxes.
    pub(super) fn new(reference: Arc<Reference>) -> Self {
        let cells = &reference.cells;
        let mut order: Vec<u32> = (0..u32::MAX).take(cells.len()).collect();
        order.par_sort_by_key(|&at| cells.get(at as usize).map(key));
        let boxes: Vec<Option<Bbox>> = order
            .par_chunks(RUN)
            .map(|run| {
                let cells = run.iter().filter_map(|&at| cells.get(at as usize));
                cells.filter_map(bounds).reduce(|a, b| a.union(&b))
            })
            .collect();
        let extent = boxes.iter().flatten().copied().reduce(|a, b| a.union(&b));
        let nowhere = Bbox { west: 0.0, south: 0.0, east: 0.0, north: 0.0 };
        let runs = boxes.into_iter().map(|b| RunBox::around(b.unwrap_or(nowhere))).collect();
        Self { factors: factors(&reference), order, runs, extent, reference }
    }

    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    pub(super) fn extent(&self) -> Option<Bbox> {
        self.extent
    }

    fn cell(&self, index: usize) -> Option<&PopulationCell> {
        self.reference.cells.get(*self.order.get(index)? as usize)
    }

    pub(super) fn search(&self, query: &LayerQuery) -> LayerPage {
        let mut pager = Pager::new(query);
        let wanted = wanted(query);
        let upright = query.area.is_none_or(|area| area.is_exact());
        if wanted.is_empty() && query.bbox.is_none() {
            pager.take(0..self.len());
            return pager.finish();
        }
        let matches = |index: usize, bbox: Option<Bbox>| {
            self.cell(index).is_some_and(|cell| {
                wanted.iter().all(|wanted| wanted.holds(cell))
                    && bbox.is_none_or(|b| bounds(cell).is_some_and(|c| c.intersects(&b)))
                    && query.area.is_none_or(|area| meets(cell, &area))
            })
        };
        for (number, run) in self.runs.iter().enumerate() {
            let cells = number * RUN..((number + 1) * RUN).min(self.len());
            let surely = match query.bbox {
                None => true,
                Some(bbox) if !run.bbox().intersects(&bbox) => continue,
                Some(bbox) => upright && bbox.parts().any(|part| lies_in(run.bbox(), part)),
            };
            if surely && wanted.is_empty() {
                pager.take(cells);
                continue;
            }
            let bbox = query.bbox.filter(|_| !surely);
            for index in cells {
                if matches(index, bbox) {
                    pager.take(index..index + 1);
                }
            }
        }
        pager.finish()
    }

    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let rest = id.strip_prefix("CRS3035RES")?;
        let (size, rest) = rest.split_once("mN")?;
        let (northing, easting) = rest.split_once('E')?;
        let key_asked = (northing.parse().ok()?, easting.parse().ok()?, size.parse().ok()?);
        let at = self
            .order
            .binary_search_by_key(&Some(key_asked), |&at| {
                self.reference.cells.get(at as usize).map(key)
            })
            .ok()?;
        // Only the exact spelling counts: no signs, no leading zeros.
        self.cell(at).filter(|cell| id_of(cell) == id).map(|_| at)
    }

    pub(super) fn write(&self, index: usize, crs: Crs, out: &mut Vec<u8>) {
        let Some(cell) = self.cell(index) else { return };
        out.extend_from_slice(br#"{"type":"Feature","id":"#);
        write_json(&json!(id_of(cell)), out);
        out.extend_from_slice(br#","geometry":"#);
        write_square(cell, crs, out);
        out.extend_from_slice(br#","properties":"#);
        self.write_properties(cell, out);
        out.push(b'}');
    }

    fn write_properties(&self, cell: &PopulationCell, out: &mut Vec<u8>) {
        use std::io::Write as _;
        // Writing to memory does not fail; keys in the order of the schema.
        let _ = write!(
            out,
            r#"{{"ags":"{}","size_m":{},"total":{}"#,
            cell.ags, cell.size_m, cell.people
        );
        for (name, people) in AgeBands::NAMES.iter().zip(cell.ages.to_array()) {
            let _ = match people {
                Some(people) => write!(out, r#","{name}":{people}"#),
                None => write!(out, r#","{name}":null"#),
            };
        }
        let estimate = self.factors.get(&cell.ags).map(|factor| f64::from(cell.people) * factor);
        let rounded = estimate.map(|people| (people * 10.0).round() / 10.0);
        out.extend_from_slice(br#","population_2022":"#);
        write_json(&json!(rounded), out);
        out.extend_from_slice(br#","population_note":"#);
        write_json(&json!(self.reference.census.note), out);
        out.push(b'}');
    }
}

/// A condition on a cell.
enum Wanted {
    Ags(Vec<Ags>),
    Total(Vec<u32>),
    Nothing,
}

impl Wanted {
    fn holds(&self, cell: &PopulationCell) -> bool {
        match self {
            Self::Ags(list) => list.contains(&cell.ags),
            Self::Total(list) => list.contains(&cell.people),
            Self::Nothing => false,
        }
    }
}

fn wanted(query: &LayerQuery) -> Vec<Wanted> {
    let one = |(name, texts): &(String, Vec<String>)| match name.as_str() {
        "ags" => Wanted::Ags(texts.iter().filter_map(|text| text.parse().ok()).collect()),
        "total" => Wanted::Total(texts.iter().filter_map(|text| text.parse().ok()).collect()),
        _ => Wanted::Nothing,
    };
    query.properties.iter().map(one).collect()
}

/// Sort key: northing, easting, size.
fn key(cell: &PopulationCell) -> (u32, u32, u32) {
    (cell.northing_m, cell.easting_m, cell.size_m)
}

/// The id in the form of the census: `CRS3035RES100mN2691700E4341100`.
fn id_of(cell: &PopulationCell) -> String {
    format!("CRS3035RES{}mN{}E{}", cell.size_m, cell.northing_m, cell.easting_m)
}

/// The corners in EPSG:3035, counter-clockwise from the lower left.
fn corners(cell: &PopulationCell) -> [Projected; 4] {
    let (west, south) = (f64::from(cell.easting_m), f64::from(cell.northing_m));
    let (east, north) = (west + f64::from(cell.size_m), south + f64::from(cell.size_m));
    [(west, south), (east, south), (east, north), (west, north)]
        .map(|(easting, northing)| Projected::new(easting, northing))
}

/// The box around the corners, in degrees.
fn bounds(cell: &PopulationCell) -> Option<Bbox> {
    let corners: Vec<LonLat> = corners(cell).into_iter().map(from_laea).collect::<Option<_>>()?;
    Bbox::from_points(corners)
}

/// Whether the square shares a point with a box in any reference system.
fn meets(cell: &PopulationCell, area: &CrsBox) -> bool {
    if area.crs() == Crs::Epsg3035 {
        // Its own system: compared as they stand, so that no rounding moves an edge.
        let [low, _, high, _] = corners(cell);
        let [west, south, east, north] = area.sides();
        return low.easting_m <= east
            && high.easting_m >= west
            && low.northing_m <= north
            && high.northing_m >= south;
    }
    let vertices: Option<Vec<LonLat>> = corners(cell).into_iter().map(from_laea).collect();
    vertices.is_some_and(|vertices| {
        let ring: Vec<_> = vertices.iter().map(|v| coord! { x: v.lon, y: v.lat }).collect();
        area.meets(&Polygon::new(LineString::new(ring), vec![]).into())
    })
}

/// Whether a box lies in another, neither across the antimeridian.
fn lies_in(inner: Bbox, outer: Bbox) -> bool {
    inner.west >= outer.west
        && inner.east <= outer.east
        && inner.south >= outer.south
        && inner.north <= outer.north
}

/// Appends the square; `null` where the reference system does not reach.
fn write_square(cell: &PopulationCell, crs: Crs, out: &mut Vec<u8>) {
    let pair = |corner: Projected| match crs {
        // The cell's own system, exactly: northing before easting.
        Crs::Epsg3035 => Some([corner.northing_m, corner.easting_m]),
        _ => crs.from_lonlat(from_laea(corner)?),
    };
    let [a, b, c, d] = corners(cell).map(pair);
    let (Some(a), Some(b), Some(c), Some(d)) = (a, b, c, d) else {
        out.extend_from_slice(b"null");
        return;
    };
    out.extend_from_slice(br#"{"type":"Polygon","coordinates":[["#);
    for (i, vertex) in [a, b, c, d, a].into_iter().enumerate() {
        if i > 0 {
            out.push(b',');
        }
        write_pair(vertex, crs, out);
    }
    out.extend_from_slice(b"]]}");
}

/// By municipality: its census figure over the people counted in its cells.
fn factors(reference: &Reference) -> HashMap<Ags, f64> {
    let mut sums: HashMap<Ags, u64> = HashMap::new();
    for cell in &reference.cells {
        *sums.entry(cell.ags).or_default() += u64::from(cell.people);
    }
    let municipalities = reference.municipalities.iter().map(|area| &area.municipality);
    municipalities
        .filter_map(|m| {
            let sum = *sums.get(&m.ags).filter(|sum| **sum > 0)?;
            Some((m.ags, f64::from(m.population) / sum as f64))
        })
        .collect()
}
