//! Areas: reading GeoJSON polygons with every fault named, and measuring them.

mod check;
mod label;
mod read;
#[cfg(test)]
mod tests;

use geo::{LineString, MultiPolygon};
pub use label::label_point;
pub use read::{check_area, read_area};

use super::bbox::Bbox;
use super::projection::to_laea;
use crate::domain::LonLat;

/// The area in square metres, measured in the equal-area projection EPSG:3035 (holes taken off).
///
/// Sides are taken as straight on that plane; for outlines with vertices every few kilometres the difference from
/// sides straight in degrees is below 0.01 %.
#[must_use]
pub fn area_m2(area: &MultiPolygon<f64>) -> f64 {
    area.0
        .iter()
        .map(|polygon| {
            let holes: f64 = polygon.interiors().iter().map(|hole| ring_m2(hole).abs()).sum();
            ring_m2(polygon.exterior()).abs() - holes
        })
        .sum()
}

/// Signed area of a ring in square metres, positive counter-clockwise (shoelace formula).
fn ring_m2(ring: &LineString<f64>) -> f64 {
    let mut corners = ring.0.iter().map(|corner| to_laea(LonLat { lon: corner.x, lat: corner.y }));
    let Some(origin) = corners.next() else { return 0.0 };
    let mut twice = 0.0;
    let mut previous = [0.0, 0.0];
    for corner in corners {
        // Counted from the first corner: products of millions of metres would cost digits.
        let here = [corner.easting_m - origin.easting_m, corner.northing_m - origin.northing_m];
        twice += previous[0] * here[1] - here[0] * previous[1];
        previous = here;
    }
    twice / 2.0
}

/// The smallest box around an area that does not cross the antimeridian; `None` for an empty one.
#[must_use]
pub fn bbox_of(area: &MultiPolygon<f64>) -> Option<Bbox> {
    let corners = area.0.iter().flat_map(|polygon| polygon.exterior().0.iter());
    Bbox::from_points(corners.map(|corner| LonLat { lon: corner.x, lat: corner.y }))
}
