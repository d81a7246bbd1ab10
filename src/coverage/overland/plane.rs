//! Points of the plane: which side, how far, where two segments cross.

use geo::algorithm::kernels::{Kernel, Orientation};
use geo::{Coord, GeoNum};

use crate::spatial::Projected;

/// Easting and northing in metres.
pub(super) type Point = [f64; 2];

/// No triangle, no node.
pub(super) const NONE: u32 = u32::MAX;

pub(super) const fn point_of(at: Projected) -> Point {
    [at.easting_m, at.northing_m]
}

pub(super) const fn projected(at: Point) -> Projected {
    Projected::new(at[0], at[1])
}

pub(super) const fn distance2(a: Point, b: Point) -> f64 {
    let (dx, dy) = (a[0] - b[0], a[1] - b[1]);
    dx * dx + dy * dy
}

pub(super) fn distance_m(a: Point, b: Point) -> f64 {
    distance2(a, b).sqrt()
}

fn turn(a: Point, b: Point, c: Point) -> Orientation {
    let coord = |at: Point| Coord { x: at[0], y: at[1] };
    <f64 as GeoNum>::Ker::orient2d(coord(a), coord(b), coord(c))
}

/// Whether `c` lies to the left of the way from `a` to `b`; exact (Shewchuk's adaptive predicate).
pub(super) fn is_left(a: Point, b: Point, c: Point) -> bool {
    turn(a, b, c) == Orientation::CounterClockwise
}

/// Whether `c` lies to the right of the way from `a` to `b`; exact.
pub(super) fn is_right(a: Point, b: Point, c: Point) -> bool {
    turn(a, b, c) == Orientation::Clockwise
}

/// Where two segments cross, each between its ends.
pub(super) fn crossing(one: [Point; 2], other: [Point; 2]) -> Option<Point> {
    let parts = |[from, to]: [Point; 2], [here, there]: [Point; 2]| {
        (is_left(from, to, here) && is_right(from, to, there))
            || (is_right(from, to, here) && is_left(from, to, there))
    };
    if !(parts(one, other) && parts(other, one)) {
        return None;
    }
    // Relative to the start of the first, so that the large coordinates of the plane cost no digits.
    let way = |from: Point, to: Point| [to[0] - from[0], to[1] - from[1]];
    let cross = |u: [f64; 2], v: [f64; 2]| u[0] * v[1] - u[1] * v[0];
    let (along, across) = (way(one[0], one[1]), way(other[0], other[1]));
    let share = cross(way(one[0], other[0]), across) / cross(along, across);
    Some([one[0][0] + share * along[0], one[0][1] + share * along[1]])
}

/// The nearest point of a segment.
pub(super) fn nearest_on(at: Point, [from, to]: [Point; 2]) -> Point {
    let (u, w) = ([to[0] - from[0], to[1] - from[1]], [at[0] - from[0], at[1] - from[1]]);
    let length2 = u[0] * u[0] + u[1] * u[1];
    let share = if length2 > 0.0 { (u[0] * w[0] + u[1] * w[1]) / length2 } else { 0.0 };
    let share = share.clamp(0.0, 1.0);
    [from[0] + share * u[0], from[1] + share * u[1]]
}

/// The ends of an edge in the order that names it.
pub(super) const fn key_of([a, b]: [u32; 2]) -> [u32; 2] {
    if a < b { [a, b] } else { [b, a] }
}
