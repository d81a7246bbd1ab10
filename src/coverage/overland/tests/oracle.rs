//! The naive way: every corner and crossing, every pair of them, every border; no triangles, no pruning.

use super::super::plane::{Point, distance_m};
use super::*;

/// A world as lists of edges.
pub(super) struct Oracle {
    land: Vec<Vec<[Point; 2]>>,
    water: Vec<Vec<[Point; 2]>>,
    corners: Vec<Point>,
    links: Vec<(Point, Point, f64, String)>,
    /// Whether each pair of corners sees each other.
    sees: Vec<Vec<bool>>,
}

fn edges(area: &MultiPolygon<f64>) -> Vec<[Point; 2]> {
    let rings = area.0.iter().flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()));
    rings
        .flat_map(LineString::lines)
        .map(|l| [[l.start.x, l.start.y], [l.end.x, l.end.y]])
        .collect()
}

/// Even-odd rule; points on an edge fall on either side.
fn is_inside(edges: &[[Point; 2]], at: Point) -> bool {
    let crosses = |[a, b]: &&[Point; 2]| {
        (a[1] > at[1]) != (b[1] > at[1])
            && at[0] < a[0] + (at[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
    };
    edges.iter().filter(crosses).count() % 2 == 1
}

/// Shares along `one` at which it meets `other`, ends and overlaps included.
fn meetings(one: [Point; 2], other: [Point; 2], shares: &mut Vec<f64>) {
    let [a, b] = one;
    let (u, length) = ([b[0] - a[0], b[1] - a[1]], distance_m(a, b));
    // Signed distance from the line, and share along it.
    let of = |p: Point| {
        let w = [p[0] - a[0], p[1] - a[1]];
        ((u[0] * w[1] - u[1] * w[0]) / length, (u[0] * w[0] + u[1] * w[1]) / length / length)
    };
    let ((side_c, share_c), (side_d, share_d)) = (of(other[0]), of(other[1]));
    for (side, share) in [(side_c, share_c), (side_d, share_d)] {
        if side.abs() < 1e-7 {
            shares.push(share);
        }
    }
    if side_c * side_d < 0.0 {
        shares.push(share_c + side_c / (side_c - side_d) * (share_d - share_c));
    }
}

impl Oracle {
    pub(super) fn new(
        land: &[MultiPolygon<f64>],
        water: &[MultiPolygon<f64>],
        links: &[Link],
    ) -> Self {
        let [land, water] = [land, water].map(|areas| areas.iter().map(edges).collect::<Vec<_>>());
        let all: Vec<[Point; 2]> = land.iter().chain(&water).flatten().copied().collect();
        let mut corners: Vec<Point> = all.iter().map(|edge| edge[0]).collect();
        for (i, one) in all.iter().enumerate() {
            for other in &all[..i] {
                let mut shares = Vec::new();
                meetings(*one, *other, &mut shares);
                let on = shares
                    .iter()
                    .filter(|s| (0.0..=1.0).contains(*s))
                    .map(|s| [0, 1].map(|axis| one[0][axis] + s * (one[1][axis] - one[0][axis])));
                let on: Vec<Point> = on.collect();
                corners.extend(on);
            }
        }
        let links = links.iter().map(|link| {
            let [from, to] = [link.from, link.to].map(|end| point_of(to_laea(end)));
            (from, to, link.length_m.max(distance_m(from, to)), link.id.clone())
        });
        let links: Vec<_> = links.collect();
        corners.extend(links.iter().flat_map(|(from, to, ..)| [*from, *to]));
        let mut known: Vec<Point> = Vec::new();
        for corner in corners {
            if known.iter().all(|other| distance_m(*other, corner) > 1e-5) {
                known.push(corner);
            }
        }
        let mut oracle = Self { land, water, corners: known, links, sees: Vec::new() };
        let sees = oracle
            .corners
            .iter()
            .map(|a| oracle.corners.iter().map(|b| oracle.is_free(*a, *b)).collect());
        oracle.sees = sees.collect();
        oracle
    }

    pub(super) fn is_land(&self, at: Point) -> bool {
        self.land.iter().any(|area| is_inside(area, at))
            && !self.water.iter().any(|area| is_inside(area, at))
    }

    /// Whether a straight way stays on land; running along a shore is allowed.
    pub(super) fn is_free(&self, from: Point, to: Point) -> bool {
        let length = distance_m(from, to);
        if length < 1e-5 {
            return true;
        }
        let mut shares = vec![0.0, 1.0];
        for edge in self.land.iter().chain(&self.water).flatten() {
            meetings([from, to], *edge, &mut shares);
        }
        shares.retain(|share| (0.0..=1.0).contains(share));
        shares.sort_by(f64::total_cmp);
        let aside = [(to[1] - from[1]) / length * 1e-4, (from[0] - to[0]) / length * 1e-4];
        shares.windows(2).filter(|pair| (pair[1] - pair[0]) * length > 1e-3).all(|pair| {
            let middle = f64::midpoint(pair[0], pair[1]);
            let at = [0, 1].map(|axis| from[axis] + middle * (to[axis] - from[axis]));
            self.is_land([at[0] + aside[0], at[1] + aside[1]])
                || self.is_land([at[0] - aside[0], at[1] - aside[1]])
        })
    }

    /// Whether land touches land in a single point, where "joined or not" is a matter of definition.
    pub(super) fn has_pinches(&self) -> bool {
        self.corners.iter().any(|corner| {
            let around = (0..720).map(|step| {
                let angle = f64::from(step).mul_add(std::f64::consts::TAU / 720.0, 0.000_1);
                self.is_land([corner[0] + 0.05 * angle.cos(), corner[1] + 0.05 * angle.sin()])
            });
            let around: Vec<bool> = around.collect();
            let entered = (0..720).filter(|i| around[*i] && !around[(i + 719) % 720]).count();
            entered > 1
        })
    }

    /// The length of the shortest path between two points on land.
    pub(super) fn metres(&self, from: Point, to: Point, links: &LinkSet) -> f64 {
        let count = self.corners.len();
        if self.is_free(from, to) {
            return distance_m(from, to);
        }
        let leg =
            |a: Point, b: Point| if self.is_free(a, b) { distance_m(a, b) } else { f64::INFINITY };
        let mut metres: Vec<f64> = self.corners.iter().map(|c| leg(from, *c)).collect();
        let mut is_done = vec![false; count];
        loop {
            let open = (0..count).filter(|i| !is_done[*i] && metres[*i].is_finite());
            let Some(here) = open.min_by(|a, b| metres[*a].total_cmp(&metres[*b])) else { break };
            is_done[here] = true;
            for there in 0..count {
                let (a, b) = (self.corners[here], self.corners[there]);
                if self.sees[here][there] {
                    metres[there] = metres[there].min(metres[here] + distance_m(a, b));
                }
                for (one, other, length_m, id) in &self.links {
                    let is_link =
                        |p: Point, q: Point| distance_m(a, p) < 1e-4 && distance_m(b, q) < 1e-4;
                    if links.contains(id) && (is_link(*one, *other) || is_link(*other, *one)) {
                        metres[there] = metres[there].min(metres[here] + length_m);
                    }
                }
            }
        }
        let ends = self.corners.iter().zip(&metres).filter(|(_, m)| m.is_finite());
        ends.map(|(c, m)| m + leg(*c, to)).fold(f64::INFINITY, f64::min)
    }
}
