//! Fewer vertices, the same neighbours: simplifying areas that share borders without tearing them apart.
//!
//! Rings are cut into arcs where borders meet (where a vertex has other neighbours in one ring than in another, as in
//! `TopoJSON`). Each arc is simplified once (Ramer 1972, Douglas & Peucker 1973) and put back into all rings that run
//! along it. Where simplified arcs would cross, touch or fall onto each other, these are simplified less, down to not
//! at all; so what was sound stays sound. What is *not* promised: that a small island close to a long border stays on
//! its side of it. Shared borders must share their vertices; where they do not, they are simplified each on its own.

use std::collections::HashMap;

use geo::{Coord, Line, LineString, MultiPolygon, Polygon};

use super::distance::to_segment_m;
use super::projection::{Projected, to_laea};
use super::segments::{Meeting, for_each_meeting};
use crate::domain::LonLat;

/// The same areas with all vertices left out that lie within `tolerance_m` metres of the simplified border.
///
/// Every area and hole is kept, however small.
///
/// ```
/// use geo::{MultiPolygon, polygon};
/// use sozialatlas::spatial::simplify::simplify_together;
/// let field = MultiPolygon(vec![polygon![
///     (x: 9.0, y: 47.0), (x: 9.05, y: 47.00001), (x: 9.1, y: 47.0), (x: 9.1, y: 47.1), (x: 9.0, y: 47.1),
/// ]]);
/// assert_eq!(simplify_together(&[field], 20.0)[0].0[0].exterior().0.len(), 5);
/// ```
#[must_use]
pub fn simplify_together(areas: &[MultiPolygon<f64>], tolerance_m: f64) -> Vec<MultiPolygon<f64>> {
    let mut arcs = Arcs::default();
    let is_junction = junctions(areas);
    let mut cut = |ring: &LineString<f64>| arcs.cut(&corners_of(ring), &is_junction);
    let topology: Vec<Vec<Vec<Vec<ArcUse>>>> = areas
        .iter()
        .map(|area| {
            let rings = |polygon: &Polygon<f64>| {
                std::iter::once(polygon.exterior())
                    .chain(polygon.interiors())
                    .map(&mut cut)
                    .collect()
            };
            area.0.iter().map(rings).collect()
        })
        .collect();
    let simplified = arcs.simplified(tolerance_m);
    topology
        .iter()
        .map(|area| {
            let polygons = area.iter().map(|rings| {
                let mut lines = rings.iter().map(|uses| ring_of(uses, &simplified));
                let outer = lines.next().unwrap_or_else(|| LineString(Vec::new()));
                Polygon::new(outer, lines.collect())
            });
            MultiPolygon(polygons.collect())
        })
        .collect()
}

/// A vertex by the bits of its coordinates.
type Key = [u64; 2];

fn key(at: Coord<f64>) -> Key {
    // Adding zero makes −0 and 0 the same.
    [(at.x + 0.0).to_bits(), (at.y + 0.0).to_bits()]
}

/// The corners of a ring without the closing one and without repetitions.
fn corners_of(ring: &LineString<f64>) -> Vec<Coord<f64>> {
    let mut corners = ring.0.clone();
    corners.dedup();
    while corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    }
    corners
}

/// The vertices at which more than two borders come together.
fn junctions(areas: &[MultiPolygon<f64>]) -> HashMap<Key, bool> {
    let mut neighbours: HashMap<Key, Vec<Key>> = HashMap::new();
    let rings = areas
        .iter()
        .flat_map(|area| &area.0)
        .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    for ring in rings {
        let keys: Vec<Key> = corners_of(ring).into_iter().map(key).collect();
        for (from, to) in keys.iter().zip(keys.iter().cycle().skip(1)) {
            for (here, there) in [(from, to), (to, from)] {
                let known = neighbours.entry(*here).or_default();
                if !known.contains(there) {
                    known.push(*there);
                }
            }
        }
    }
    neighbours.into_iter().map(|(vertex, known)| (vertex, known.len() > 2)).collect()
}

/// An arc as a ring runs along it.
#[derive(Debug, Clone, Copy)]
struct ArcUse {
    arc: usize,
    is_reversed: bool,
}

#[derive(Default)]
struct Arcs {
    /// Vertices of each arc, both ends included, in its own direction.
    lines: Vec<Vec<Coord<f64>>>,
    known: HashMap<Vec<Key>, usize>,
}

impl Arcs {
    /// Cuts a ring into arcs, known ones or new.
    fn cut(&mut self, corners: &[Coord<f64>], is_junction: &HashMap<Key, bool>) -> Vec<ArcUse> {
        if corners.is_empty() {
            return Vec::new();
        }
        let is_cut = |at: &Coord<f64>| is_junction.get(&key(*at)).copied().unwrap_or(false);
        // A ring without junction begins at its least vertex, so that two rings that coincide are one arc.
        let start = corners.iter().position(is_cut).unwrap_or_else(|| {
            let least = corners.iter().enumerate().min_by_key(|(_, at)| key(**at));
            least.map_or(0, |(at, _)| at)
        });
        let mut uses = Vec::new();
        let mut arc = Vec::new();
        for at in corners.iter().cycle().skip(start).take(corners.len() + 1) {
            arc.push(*at);
            if arc.len() > 1 && is_cut(at) {
                uses.push(self.known_or_new(std::mem::replace(&mut arc, vec![*at])));
            }
        }
        if arc.len() > 1 {
            uses.push(self.known_or_new(arc));
        }
        uses
    }

    fn known_or_new(&mut self, mut line: Vec<Coord<f64>>) -> ArcUse {
        let mut keys: Vec<Key> = line.iter().copied().map(key).collect();
        let is_reversed = keys.iter().rev().lt(keys.iter());
        if is_reversed {
            keys.reverse();
            line.reverse();
        }
        let next = self.lines.len();
        let arc = *self.known.entry(keys).or_insert(next);
        if arc == next {
            self.lines.push(line);
        }
        ArcUse { arc, is_reversed }
    }

    /// All arcs simplified, less where they would get in each other's way.
    fn simplified(&self, tolerance_m: f64) -> Vec<Vec<Coord<f64>>> {
        /// After so many halvings an arc is left as it is.
        const HALVINGS: u32 = 6;
        let planes: Vec<Vec<Projected>> = self
            .lines
            .iter()
            .map(|line| line.iter().map(|at| to_laea(LonLat { lon: at.x, lat: at.y })).collect())
            .collect();
        let mut halvings = vec![0_u32; self.lines.len()];
        let mut simple: Vec<Vec<Coord<f64>>> = self
            .lines
            .iter()
            .zip(&planes)
            .map(|(line, plane)| simplified_line(line, plane, tolerance_m))
            .collect();
        loop {
            let mut conflicting = arcs_in_conflict(&simple);
            conflicting.retain(|arc| halvings[*arc] <= HALVINGS);
            if conflicting.is_empty() {
                return simple;
            }
            for arc in conflicting {
                halvings[arc] += 1;
                let tolerance_m = if halvings[arc] > HALVINGS {
                    0.0
                } else {
                    tolerance_m / f64::from(1_u32 << halvings[arc])
                };
                simple[arc] = simplified_line(&self.lines[arc], &planes[arc], tolerance_m);
            }
        }
    }
}

/// The arcs, each once, that cross, overlap, or touch elsewhere than in a common vertex.
fn arcs_in_conflict(arcs: &[Vec<Coord<f64>>]) -> Vec<usize> {
    let mut edges = Vec::new();
    let mut owners = Vec::new();
    let mut conflicting = Vec::new();
    for (owner, line) in arcs.iter().enumerate() {
        // A ring of fewer than three corners has collapsed.
        if line.len() < 4 && line.first() == line.last() {
            conflicting.push(owner);
        }
        for ends in line.windows(2) {
            if let [from, to] = *ends {
                edges.push(Line::new(from, to));
                owners.push(owner);
            }
        }
    }
    for_each_meeting(&edges, |a, b, meeting| {
        let is_common_vertex = |[x, y]: [f64; 2]| {
            let at = Coord { x, y };
            [edges[a], edges[b]].iter().all(|edge| edge.start == at || edge.end == at)
        };
        if !matches!(meeting, Meeting::Touch(at) if is_common_vertex(at)) {
            conflicting.extend([owners[a], owners[b]]);
        }
    });
    conflicting.sort_unstable();
    conflicting.dedup();
    conflicting
}

/// Douglas–Peucker on the plane; both ends stay. With a tolerance of 0 (or NaN) everything stays.
fn simplified_line(line: &[Coord<f64>], plane: &[Projected], tolerance_m: f64) -> Vec<Coord<f64>> {
    if line.len() < 3 || tolerance_m.is_nan() || tolerance_m <= 0.0 {
        return line.to_vec();
    }
    let mut stays = vec![false; line.len()];
    stays[0] = true;
    stays[line.len() - 1] = true;
    let mut stretches = vec![(0, line.len() - 1)];
    while let Some((from, to)) = stretches.pop() {
        let farthest = (from + 1..to)
            .map(|at| (at, to_segment_m(plane[at], plane[from], plane[to])))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((at, distance_m)) = farthest
            && distance_m > tolerance_m
        {
            stays[at] = true;
            stretches.extend([(from, at), (at, to)]);
        }
    }
    line.iter().zip(stays).filter(|(_, stays)| *stays).map(|(at, _)| *at).collect()
}

/// A closed ring out of its arcs.
fn ring_of(uses: &[ArcUse], arcs: &[Vec<Coord<f64>>]) -> LineString<f64> {
    let mut ring: Vec<Coord<f64>> = Vec::new();
    for ArcUse { arc, is_reversed } in uses {
        let Some(line) = arcs.get(*arc) else { continue };
        let corners: Vec<Coord<f64>> =
            if *is_reversed { line.iter().rev().copied().collect() } else { line.clone() };
        ring.extend(corners.into_iter().skip(usize::from(!ring.is_empty())));
    }
    LineString(ring)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use geo::{Area, Validation};
    use proptest::prelude::*;

    use super::*;
    use crate::spatial::polygon::area_m2;

    /// A crooked border from the south to the north at 9.1 E, both ends included.
    fn border(wiggles: &[f64]) -> Vec<(f64, f64)> {
        let step = 0.2 / (wiggles.len() - 1) as f64;
        wiggles.iter().enumerate().map(|(n, w)| (9.1 + w, 47.0 + step * n as f64)).collect()
    }

    /// Two fields on either side of a crooked border.
    fn two_fields(wiggles: &[f64]) -> [MultiPolygon<f64>; 2] {
        let line = border(wiggles);
        let mut west = vec![(9.0, 47.2), (9.0, 47.0)];
        west.extend(&line);
        let mut east = vec![(9.2, 47.0), (9.2, 47.2)];
        east.extend(line.iter().rev());
        [west, east]
            .map(|ring| MultiPolygon(vec![Polygon::new(LineString::from(ring), Vec::new())]))
    }

    fn vertices(area: &MultiPolygon<f64>) -> HashSet<Key> {
        area.0.iter().flat_map(|p| p.exterior().0.iter().copied().map(key)).collect()
    }

    proptest! {
        #[test]
        fn shared_borders_stay_shared_and_areas_sound(
            wiggles in prop::collection::vec(-0.03..0.03f64, 3..60), tolerance in 1.0..4_000.0f64,
        ) {
            let fields = two_fields(&wiggles);
            let simple = simplify_together(&fields, tolerance);
            for (before, after) in fields.iter().zip(&simple) {
                prop_assert!(after.is_valid());
                prop_assert!(vertices(after).is_subset(&vertices(before)));
                prop_assert!(after.signed_area().signum() == before.signed_area().signum());
            }
            // No gap and no overlap: together they still cover the same (the outer corners lie farther apart than the
            // tolerance reaches).
            let sum = |areas: &[MultiPolygon<f64>]| areas.iter().map(geo::Area::unsigned_area).sum::<f64>();
            prop_assert!((sum(&simple) - sum(&fields)).abs() < 1e-12);
            let common: HashSet<Key> = vertices(&simple[0]).intersection(&vertices(&simple[1])).copied().collect();
            let on_border = border(&wiggles).into_iter().map(|(x, y)| key(Coord { x, y })).collect::<HashSet<_>>();
            for area in &simple {
                let own: HashSet<Key> = vertices(area).intersection(&on_border).copied().collect();
                prop_assert_eq!(&own, &common);
            }
        }
    }

    #[test]
    fn small_wiggles_go_and_large_ones_stay() {
        // 0.0001° are about 7.5 m, 0.01° about 750 m.
        let wiggles: Vec<f64> =
            (0..41).map(|n| if n == 20 { 0.01 } else { 0.0001 * f64::from(n % 2) }).collect();
        let fields = two_fields(&wiggles);
        let simple = simplify_together(&fields, 50.0);
        assert_eq!(fields[0].0[0].exterior().0.len(), 44);
        let left = simple[0].0[0].exterior().0.len();
        assert!((6..12).contains(&left), "{left}");
        assert!(vertices(&simple[0]).contains(&key(Coord { x: 9.11, y: 47.1 })));
        // Without tolerance all stays, though the rings may begin elsewhere.
        for (same, field) in simplify_together(&fields, 0.0).iter().zip(&fields) {
            assert_eq!(same.0[0].exterior().0.len(), field.0[0].exterior().0.len());
            assert_eq!(vertices(same), vertices(field));
            assert!((same.signed_area() - field.signed_area()).abs() < 1e-12);
        }
        assert!((area_m2(&simple[0]) / area_m2(&fields[0]) - 1.0).abs() < 0.002);
    }

    #[test]
    fn rings_never_collapse_however_coarse_the_tolerance() {
        let circle = |x: f64, radius: f64| -> LineString<f64> {
            (0..60)
                .map(|n| f64::from(n) * std::f64::consts::TAU / 60.0)
                .map(|turn| (x + radius * turn.cos(), 47.0 + radius * turn.sin()))
                .collect()
        };
        let lake = Polygon::new(circle(9.0, 0.1), vec![circle(9.0, 0.05)]);
        let island = Polygon::new(circle(9.0, 0.05), Vec::new());
        let areas = [MultiPolygon(vec![lake]), MultiPolygon(vec![island])];
        let simple = simplify_together(&areas, 1e6);
        assert!(simple.iter().all(Validation::is_valid), "{simple:?}");
        // The island still fills the hole exactly.
        assert_eq!(
            simple[0].0[0].interiors()[0].0.iter().copied().map(key).collect::<HashSet<_>>(),
            vertices(&simple[1])
        );
        assert_eq!(
            simplify_together(&[MultiPolygon(Vec::new())], 10.0),
            [MultiPolygon(Vec::new())]
        );
    }
}
