//! The rules of a sound area (OGC Simple Features, 06-103r4, 6.1.11): rings, polygons, parts.

use std::collections::BTreeMap;

use geo::coordinate_position::{CoordPos, CoordinatePosition};
use geo::{BoundingRect, Coord, Intersects, Line, LineString, Polygon};

use crate::spatial::error::{GeometryError, GeometryFault};
use crate::spatial::segments::for_each_meeting;

/// So many places where a ring meets itself are named; the rest is counted.
const NAMED_PER_RING: usize = 20;

/// The ring as a closed line without repeated positions, or `None` with its faults.
pub(super) fn check_ring(
    positions: &[[f64; 2]],
    pointer: &str,
    faults: &mut Vec<GeometryError>,
) -> Option<LineString<f64>> {
    let before = faults.len();
    if positions.first() != positions.last() {
        let at = positions.len().saturating_sub(1);
        let last = positions.last().copied().unwrap_or_default();
        let fault = GeometryFault::UnclosedRing;
        faults.push(GeometryError::at(format!("{pointer}/{at}"), last, fault));
    }
    let corners = without_repetitions(positions);
    let mut distinct: Vec<[u64; 2]> = corners.iter().map(|(_, at)| key(*at)).collect();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() < 3 {
        let fault = GeometryFault::TooFewPositions { distinct: distinct.len() };
        faults.push(GeometryError::new(pointer, fault));
        return None;
    }
    check_simple(&corners, pointer, faults);
    if faults.len() > before {
        return None;
    }
    let mut line: Vec<Coord<f64>> = corners.iter().map(|(_, at)| coord(*at)).collect();
    line.extend(line.first().copied());
    Some(LineString(line))
}

/// The corners of a ring with their places in the input, none equal to the one before, the closing one left out.
fn without_repetitions(positions: &[[f64; 2]]) -> Vec<(usize, [f64; 2])> {
    let mut corners: Vec<(usize, [f64; 2])> = positions.iter().copied().enumerate().collect();
    corners.dedup_by_key(|(_, at)| key(*at));
    while corners.len() > 1 && corners.first().map(|c| key(c.1)) == corners.last().map(|c| key(c.1))
    {
        corners.pop();
    }
    corners
}

/// The bits of a position; adding zero makes −0 and 0 the same.
fn key(at: [f64; 2]) -> [u64; 2] {
    at.map(|value| (value + 0.0).to_bits())
}

/// Reports every pair of edges that meet where they should not.
fn check_simple(corners: &[(usize, [f64; 2])], pointer: &str, faults: &mut Vec<GeometryError>) {
    let edges: Vec<Line<f64>> = corners
        .iter()
        .zip(corners.iter().cycle().skip(1))
        .map(|((_, from), (_, to))| Line::new(coord(*from), coord(*to)))
        .collect();
    let mut found = Vec::new();
    for_each_meeting(&edges, |first, second, meeting| {
        let are_neighbours = second == first + 1 || (first == 0 && second + 1 == edges.len());
        if !are_neighbours || meeting.is_conflict() {
            found.push((corners[first].0, corners[second].0, meeting.position()));
        }
    });
    found.sort_by_key(|(first, second, _)| (*first, *second));
    for (first, second, at) in found.iter().take(NAMED_PER_RING) {
        let fault = GeometryFault::SelfIntersection { first: *first, second: *second };
        faults.push(GeometryError::at(format!("{pointer}/{first}"), *at, fault));
    }
    if found.len() > NAMED_PER_RING {
        let fault = GeometryFault::More { count: found.len() - NAMED_PER_RING };
        faults.push(GeometryError::new(pointer, fault));
    }
}

/// The polygon of sound rings (the first is the outer one), or `None` with what is wrong between them.
pub(super) fn check_polygon(
    rings: Vec<(String, LineString<f64>)>,
    faults: &mut Vec<GeometryError>,
) -> Option<Polygon<f64>> {
    let before = faults.len();
    let lines: Vec<Vec<&LineString<f64>>> = rings.iter().map(|(_, line)| vec![line]).collect();
    let crossing = conflicts(&lines);
    for ((first, second), at) in &crossing {
        let fault = GeometryFault::RingsCross { other: *first };
        faults.push(GeometryError::at(rings[*second].0.clone(), *at, fault));
    }
    let filled: Vec<Polygon<f64>> =
        rings.iter().map(|(_, line)| Polygon::new(line.clone(), Vec::new())).collect();
    for second in 1..rings.len() {
        for first in 0..second {
            if crossing.contains_key(&(first, second)) {
                continue;
            }
            let (pointer, hole) = &rings[second];
            if first == 0 {
                if let Some(at) = first_at(hole, &filled[0], CoordPos::Outside) {
                    let fault = GeometryFault::HoleOutside;
                    faults.push(GeometryError::at(pointer.clone(), at, fault));
                }
            } else if let Some(at) = first_at(hole, &filled[first], CoordPos::Inside) {
                let fault = GeometryFault::HoleInHole { other: first };
                faults.push(GeometryError::at(pointer.clone(), at, fault));
            } else if first_at(&rings[first].1, &filled[second], CoordPos::Inside).is_some() {
                let fault = GeometryFault::HoleInHole { other: second };
                faults.push(GeometryError::new(rings[first].0.clone(), fault));
            }
        }
    }
    if faults.len() > before {
        return None;
    }
    let mut lines = rings.into_iter().map(|(_, line)| line);
    Some(Polygon::new(lines.next()?, lines.collect()))
}

/// Reports polygons of one multipolygon that share area or an edge.
pub(super) fn check_parts(parts: &[(String, Polygon<f64>)], faults: &mut Vec<GeometryError>) {
    if parts.len() < 2 {
        return;
    }
    let lines: Vec<Vec<&LineString<f64>>> = parts
        .iter()
        .map(|(_, polygon)| {
            std::iter::once(polygon.exterior()).chain(polygon.interiors()).collect()
        })
        .collect();
    let crossing = conflicts(&lines);
    for ((first, second), at) in &crossing {
        let fault = GeometryFault::PartsOverlap { other: *first };
        faults.push(GeometryError::at(parts[*second].0.clone(), *at, fault));
    }
    for (second, (pointer, polygon)) in parts.iter().enumerate() {
        for (first, (_, other)) in parts.iter().enumerate().take(second) {
            let may_meet = match (polygon.bounding_rect(), other.bounding_rect()) {
                (Some(a), Some(b)) => a.intersects(&b),
                _ => false,
            };
            if !may_meet || crossing.contains_key(&(first, second)) {
                continue;
            }
            let inside = first_at(polygon.exterior(), other, CoordPos::Inside)
                .or_else(|| first_at(other.exterior(), polygon, CoordPos::Inside));
            if let Some(at) = inside {
                let fault = GeometryFault::PartsOverlap { other: first };
                faults.push(GeometryError::at(pointer.clone(), at, fault));
            }
        }
    }
}

/// For each pair of groups of rings that cross or run along each other, the westernmost place found.
fn conflicts(groups: &[Vec<&LineString<f64>>]) -> BTreeMap<(usize, usize), [f64; 2]> {
    let mut found = BTreeMap::new();
    if groups.len() < 2 {
        return found;
    }
    let (mut edges, mut owners) = (Vec::new(), Vec::new());
    for (owner, lines) in groups.iter().enumerate() {
        for line in lines.iter().flat_map(|line| line.lines()) {
            edges.push(line);
            owners.push(owner);
        }
    }
    for_each_meeting(&edges, |a, b, meeting| {
        let (first, second) = (owners[a].min(owners[b]), owners[a].max(owners[b]));
        if first != second && meeting.is_conflict() {
            found.entry((first, second)).or_insert(meeting.position());
        }
    });
    found
}

/// The first corner, or middle of an edge, of a ring that lies so with regard to a polygon.
///
/// Rings that do not cross may still lie wrongly although all their corners are on the boundary; the middles of the
/// edges settle that.
fn first_at(ring: &LineString<f64>, polygon: &Polygon<f64>, wanted: CoordPos) -> Option<[f64; 2]> {
    ring.lines()
        .flat_map(|edge| [edge.start, (edge.start + edge.end) / 2.0])
        .find(|at| polygon.coordinate_position(at) == wanted)
        .map(|at| [at.x, at.y])
}

const fn coord([x, y]: [f64; 2]) -> Coord<f64> {
    Coord { x, y }
}
