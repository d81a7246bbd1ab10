//! Small worlds worked out by hand, an oracle that looks at everything, laws, and files.

mod files;
mod hand;
mod naive;
mod oracle;
mod worlds;

use geo::{LineString, MultiPolygon, Polygon};
use sha2::Digest as _;

use super::plane::{Point, projected};
use super::*;
use crate::spatial::projection::from_laea;

/// Where the small worlds lie, so that their coordinates are as large as real ones.
const ORIGIN: Point = [4_250_000.0, 2_735_000.0];

fn at(x: f64, y: f64) -> Projected {
    Projected::new(ORIGIN[0] + x, ORIGIN[1] + y)
}

/// A polygon by its corners.
fn area(corners: &[(f64, f64)]) -> MultiPolygon<f64> {
    let ring = corners.iter().map(|(x, y)| (ORIGIN[0] + x, ORIGIN[1] + y)).collect::<Vec<_>>();
    MultiPolygon(vec![Polygon::new(LineString::from(ring), vec![])])
}

fn rect(west: f64, south: f64, east: f64, north: f64) -> MultiPolygon<f64> {
    area(&[(west, south), (east, south), (east, north), (west, north)])
}

fn link(id: &str, from: Projected, to: Projected, length_m: f64) -> Link {
    Link {
        id: id.to_owned(),
        kind: "ferry".to_owned(),
        name: id.to_owned(),
        from: from_laea(from).unwrap(),
        to: from_laea(to).unwrap(),
        length_m,
        length_basis: String::new(),
        minutes: None,
        season: String::new(),
        default_on: id.starts_with("default"),
        source: String::new(),
    }
}

/// A land on the plane, with the tolerance of real ones unless told otherwise.
fn land_of(
    passable: &[MultiPolygon<f64>],
    water: &[MultiPolygon<f64>],
    links: &[Link],
    snap_m: f64,
) -> Result<Land, LandError> {
    let key = LandKey(Sha256::digest(format!("{passable:?}{water:?}{links:?}")).into());
    Land::on_plane(passable.to_vec(), water.to_vec(), links, snap_m, key, &Work::default())
}

/// The field's distance between two points.
fn metres(land: &Land, from: Projected, to: Projected, links: &LinkSet) -> f64 {
    let cells = land.see(&[to], &Work::default()).unwrap();
    f64::from(land.field(&cells, from, links)[0])
}

#[track_caller]
fn assert_near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 0.01, "{found} is not {expected}");
}
