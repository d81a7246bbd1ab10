//! Where the name of an area goes.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use geo::{LineString, MultiPolygon, Polygon};

use super::ring_m2;
use crate::domain::LonLat;
use crate::spatial::distance::to_segment_m;
use crate::spatial::projection::{Projected, from_laea, to_laea};

/// The point of an area that is farthest from its border (of its largest part), to within `precision_m` metres.
///
/// The pole of inaccessibility by quadtree search (Garcia-Castellanos & Lombardo 2007 define it; the search is a best
/// first subdivision with an upper bound), on the plane of EPSG:3035. `None` for an empty area.
#[must_use]
pub fn label_point(area: &MultiPolygon<f64>, precision_m: f64) -> Option<LonLat> {
    let largest = area
        .0
        .iter()
        .max_by(|a, b| ring_m2(a.exterior()).abs().total_cmp(&ring_m2(b.exterior()).abs()))?;
    let edges = edges_m(largest);
    let (mut low, mut high) =
        (Projected::new(f64::MAX, f64::MAX), Projected::new(f64::MIN, f64::MIN));
    for (corner, _) in &edges {
        low = Projected::new(
            low.easting_m.min(corner.easting_m),
            low.northing_m.min(corner.northing_m),
        );
        high = Projected::new(
            high.easting_m.max(corner.easting_m),
            high.northing_m.max(corner.northing_m),
        );
    }
    let (width, height) = (high.easting_m - low.easting_m, high.northing_m - low.northing_m);
    let side = width.min(height).max(1.0);
    // A precision out of proportion to the area would search for ever.
    let precision = precision_m.max(width.max(height) / 10_000.0).max(0.01);
    let mut queue = BinaryHeap::new();
    let (columns, rows) = ((width / side).ceil().max(1.0), (height / side).ceil().max(1.0));
    for column in 0..columns as u32 {
        for row in 0..rows as u32 {
            let centre = Projected::new(
                low.easting_m + (f64::from(column) + 0.5) * side,
                low.northing_m + (f64::from(row) + 0.5) * side,
            );
            queue.push(Square::new(centre, side / 2.0, &edges));
        }
    }
    let mut best = queue.peek().copied()?;
    while let Some(square) = queue.pop() {
        if square.depth_m > best.depth_m {
            best = square;
        }
        if square.bound_m() - best.depth_m <= precision {
            // The queue gives the greatest bound first: nothing better can follow.
            break;
        }
        let half = square.half_m / 2.0;
        for (east, north) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let centre =
                Projected::new(square.centre.easting_m + east, square.centre.northing_m + north);
            queue.push(Square::new(centre, half, &edges));
        }
    }
    from_laea(best.centre)
}

/// A square that may hold the point, with how deep its centre lies in the area.
#[derive(Debug, Clone, Copy)]
struct Square {
    centre: Projected,
    half_m: f64,
    /// Distance of the centre from the border, negative outside.
    depth_m: f64,
}

impl Square {
    fn new(centre: Projected, half_m: f64, edges: &[(Projected, Projected)]) -> Self {
        Self { centre, half_m, depth_m: depth_m(centre, edges) }
    }

    /// No point of the square lies deeper than this.
    fn bound_m(&self) -> f64 {
        self.depth_m + self.half_m * std::f64::consts::SQRT_2
    }
}

impl Ord for Square {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bound_m().total_cmp(&other.bound_m())
    }
}

impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Square {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Square {}

fn edges_m(polygon: &Polygon<f64>) -> Vec<(Projected, Projected)> {
    std::iter::once(polygon.exterior())
        .chain(polygon.interiors())
        .flat_map(LineString::lines)
        .map(|line| {
            let end = |at: geo::Coord<f64>| to_laea(LonLat { lon: at.x, lat: at.y });
            (end(line.start), end(line.end))
        })
        .collect()
}

fn depth_m(point: Projected, edges: &[(Projected, Projected)]) -> f64 {
    let mut distance = f64::INFINITY;
    let mut is_inside = false;
    for (from, to) in edges {
        distance = distance.min(to_segment_m(point, *from, *to));
        if (from.northing_m > point.northing_m) != (to.northing_m > point.northing_m) {
            let share = (point.northing_m - from.northing_m) / (to.northing_m - from.northing_m);
            let crossing = from.easting_m + share * (to.easting_m - from.easting_m);
            is_inside ^= point.easting_m < crossing;
        }
    }
    if is_inside { distance } else { -distance }
}
