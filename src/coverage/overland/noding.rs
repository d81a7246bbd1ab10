//! Outlines that overlap, touch or almost touch, cut into edges that meet at their ends only.

use std::collections::{BTreeMap, HashMap};

use geo::{Coord, LineString, MultiPolygon};
use rstar::primitives::{GeomWithData, Line};
use rstar::{RTree, RTreeObject};
use smallvec::SmallVec;

use super::plane::{Point, crossing, distance2, key_of};
use super::{LandError, Work};

/// Passes after which edges that still meet are given up; the outlines of a county need one or two.
const MAX_PASSES: usize = 50;

/// The areas whose border runs along an edge.
pub(super) type Borders = SmallVec<[u32; 3]>;

/// Edges that meet at their ends only. Crossing one means to enter or to leave the areas it is a border of.
#[derive(Debug)]
pub(super) struct Arrangement {
    pub(super) points: Vec<Point>,
    pub(super) edges: BTreeMap<[u32; 2], Borders>,
}

/// Cuts the borders of `areas` (metres on one plane) where they meet. Vertices nearer than `snap_m` to another one
/// fall onto it, and edges nearer than that to a vertex are drawn to it: so gaps and overlaps narrower than `snap_m`
/// close, and nothing moves by more than that in a pass.
pub(super) fn arrange(
    areas: &[MultiPolygon<f64>],
    snap_m: f64,
    work: &Work,
) -> Result<Arrangement, LandError> {
    let mut vertices = Vertices { snap_m, points: Vec::new(), at: HashMap::new() };
    let mut edges = BTreeMap::new();
    for (area, shape) in (0..).zip(areas) {
        let rings = shape.0.iter().flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()));
        for line in rings.flat_map(LineString::lines) {
            let ends = [line.start, line.end].map(point);
            if !ends.iter().flatten().all(|c| c.is_finite()) {
                return Err(LandError::NotFinite);
            }
            toggle(&mut edges, ends.map(|end| vertices.of(end)), &[area]);
        }
    }
    for _ in 0..MAX_PASSES {
        work.check()?;
        let cuts = cuts(&mut vertices, &edges);
        if cuts.is_empty() {
            return Ok(Arrangement { points: vertices.points, edges });
        }
        edges = cut(&vertices.points, edges, cuts);
    }
    Err(LandError::Tangled)
}

const fn point(at: Coord<f64>) -> Point {
    [at.x, at.y]
}

/// Vertices without two nearer than the tolerance.
struct Vertices {
    snap_m: f64,
    points: Vec<Point>,
    /// The vertices by square of the tolerance's side.
    at: HashMap<[i64; 2], SmallVec<[u32; 2]>>,
}

impl Vertices {
    /// The vertex a position falls onto: a known one within the tolerance, or a new one.
    fn of(&mut self, at: Point) -> u32 {
        let square = at.map(|c| (c / self.snap_m).floor() as i64);
        let mut nearest: Option<(f64, u32)> = None;
        for (dx, dy) in (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (dx, dy))) {
            for known in self.at.get(&[square[0] + dx, square[1] + dy]).into_iter().flatten() {
                let Some(there) = self.points.get(*known as usize) else { continue };
                let candidate = (distance2(at, *there), *known);
                let is_nearer = nearest.is_none_or(|best| candidate < best);
                if candidate.0 <= self.snap_m * self.snap_m && is_nearer {
                    nearest = Some(candidate);
                }
            }
        }
        if let Some((_, known)) = nearest {
            return known;
        }
        let new = self.points.len() as u32;
        self.points.push(at);
        self.at.entry(square).or_default().push(new);
        new
    }
}

/// Adds a border. An area whose border runs along an edge twice is on both sides of it or on neither: no border.
fn toggle(edges: &mut BTreeMap<[u32; 2], Borders>, ends: [u32; 2], areas: &[u32]) {
    if ends[0] == ends[1] {
        return;
    }
    let borders = edges.entry(key_of(ends)).or_default();
    for area in areas {
        match borders.iter().position(|known| known == area) {
            Some(at) => drop(borders.remove(at)),
            None => borders.push(*area),
        }
    }
    if borders.is_empty() {
        edges.remove(&key_of(ends));
    }
}

type Segment = GeomWithData<Line<[f64; 2]>, [u32; 2]>;

/// The vertices at which edges must be cut, by edge.
fn cuts(
    vertices: &mut Vertices,
    edges: &BTreeMap<[u32; 2], Borders>,
) -> BTreeMap<[u32; 2], Vec<u32>> {
    let mut cuts: BTreeMap<[u32; 2], Vec<u32>> = BTreeMap::new();
    let position = |points: &[Point], at: u32| points.get(at as usize).copied().unwrap_or_default();
    let segments: Vec<Segment> = edges
        .keys()
        .map(|ends| {
            let [from, to] = ends.map(|end| position(&vertices.points, end));
            GeomWithData::new(Line::new(from, to), *ends)
        })
        .collect();
    let tree = RTree::bulk_load(segments.clone());
    let mut ends: Vec<u32> = edges.keys().flatten().copied().collect();
    ends.sort_unstable();
    ends.dedup();
    let snap2 = vertices.snap_m * vertices.snap_m;
    for end in ends {
        let at = position(&vertices.points, end);
        for near in tree.locate_within_distance(at, snap2).filter(|near| !near.data.contains(&end))
        {
            cuts.entry(near.data).or_default().push(end);
        }
    }
    for segment in &segments {
        for other in tree.locate_in_envelope_intersecting(&segment.envelope()) {
            if other.data <= segment.data {
                continue;
            }
            let (a, b) = (segment.geom(), other.geom());
            let Some(at) = crossing([a.from, a.to], [b.from, b.to]) else { continue };
            let vertex = vertices.of(at);
            for edge in [segment.data, other.data].into_iter().filter(|e| !e.contains(&vertex)) {
                cuts.entry(edge).or_default().push(vertex);
            }
        }
    }
    cuts
}

/// The edges with some of them cut.
fn cut(
    points: &[Point],
    edges: BTreeMap<[u32; 2], Borders>,
    mut cuts: BTreeMap<[u32; 2], Vec<u32>>,
) -> BTreeMap<[u32; 2], Borders> {
    let position = |at: u32| points.get(at as usize).copied().unwrap_or_default();
    let mut new = BTreeMap::new();
    for (ends, borders) in edges {
        let mut along = cuts.remove(&ends).unwrap_or_default();
        let start = position(ends[0]);
        along.sort_by(|a, b| {
            let far = |at: u32| distance2(start, position(at));
            far(*a).total_cmp(&far(*b)).then(a.cmp(b))
        });
        along.dedup();
        along.push(ends[1]);
        let mut from = ends[0];
        for to in along {
            toggle(&mut new, [from, to], &borders);
            from = to;
        }
    }
    new
}

#[cfg(test)]
mod tests {
    use geo::{Polygon, Rect, coord};

    use super::*;

    fn rect(west: f64, south: f64, east: f64, north: f64) -> MultiPolygon<f64> {
        let rect = Rect::new(coord! { x: west, y: south }, coord! { x: east, y: north });
        MultiPolygon(vec![Polygon::from(rect)])
    }

    fn counts(areas: &[MultiPolygon<f64>], snap_m: f64) -> (usize, usize) {
        let found = arrange(areas, snap_m, &Work::default()).unwrap();
        let shared = found.edges.values().filter(|borders| borders.len() > 1).count();
        (found.edges.len(), shared)
    }

    #[test]
    fn areas_that_share_a_border_share_its_edge() {
        assert_eq!(counts(&[rect(0., 0., 10., 10.), rect(10., 0., 20., 10.)], 0.001), (7, 1));
        // A corner of one lies in the middle of the other's edge.
        assert_eq!(counts(&[rect(0., 0., 10., 10.), rect(10., 5., 20., 15.)], 0.001), (9, 1));
    }

    #[test]
    fn gaps_and_overlaps_below_the_tolerance_close_and_wider_ones_stay() {
        for gap in [-0.9, 0.9] {
            let areas = [rect(0., 0., 10., 10.), rect(10. + gap, 0., 20., 10.)];
            assert_eq!(counts(&areas, 1.0), (7, 1), "{gap}");
        }
        assert_eq!(counts(&[rect(0., 0., 10., 10.), rect(11.5, 0., 20., 10.)], 1.0), (8, 0));
        // The vertices of the two sides of the gap lie far from each other.
        let areas = [rect(0., 0., 100., 100.), rect(100.9, 20., 200., 80.)];
        assert_eq!(counts(&areas, 1.0), (9, 1));
    }

    #[test]
    fn borders_that_cross_are_cut_at_the_crossing() {
        // Two squares that overlap at a corner: each has two of its edges cut once.
        assert_eq!(counts(&[rect(0., 0., 10., 10.), rect(5., 5., 15., 15.)], 0.001), (12, 0));
    }

    #[test]
    fn what_is_not_finite_and_what_was_cancelled_is_refused() {
        let areas = [rect(0., 0., f64::NAN, 1.)];
        assert_eq!(arrange(&areas, 1.0, &Work::default()).unwrap_err(), LandError::NotFinite);
        let work = Work::default();
        work.cancel();
        let areas = [rect(0., 0., 1., 1.)];
        assert!(matches!(arrange(&areas, 1.0, &work), Err(LandError::Cancelled(_))));
    }
}
