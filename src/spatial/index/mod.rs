//! The counting index: which sites lie in a box, how many, and which are nearest, for up to millions of sites.
//!
//! An R-tree (bulk-loaded by `rstar`) is walked once, depth first, and its leaves are numbered in that order: these
//! numbers are the *documents* of the read model. So every subtree is one contiguous range of documents. A box query
//! answers with whole ranges for the subtrees that lie entirely inside and tests single points only along its edge;
//! *counting* adds up lengths of ranges (or, with a filter, ranks in a roaring bitmap) and never visits the matches.
//!
//! The tree is then kept flat, in that very order: each node knows its box in degrees, its box in EPSG:3035, its range
//! of documents and the node that follows its subtree. A query is one forward pass over an array.

mod build;
mod cover;
mod nearest;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use cover::Cover;
pub use nearest::Nearest;

use super::bbox::{Bbox, CrsBox};
use super::projection::{Projected, to_laea};
use crate::domain::LonLat;

/// Number of a point in the index, and of its record in the read model.
pub type Doc = u32;

/// An upright box on some plane, x before y.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Rect {
    low: [f64; 2],
    high: [f64; 2],
}

/// How an area and the box of a subtree lie to each other.
enum Relation {
    Outside,
    Partly,
    Inside,
}

impl Rect {
    const EMPTY: Self = Self { low: [f64::INFINITY; 2], high: [f64::NEG_INFINITY; 2] };

    fn take_in(&mut self, [x, y]: [f64; 2]) {
        self.low = [self.low[0].min(x), self.low[1].min(y)];
        self.high = [self.high[0].max(x), self.high[1].max(y)];
    }

    fn relation_to_box(&self, area: &Self) -> Relation {
        let outside = self.high[0] < area.low[0]
            || self.low[0] > area.high[0]
            || self.high[1] < area.low[1]
            || self.low[1] > area.high[1];
        let inside = self.low[0] >= area.low[0]
            && self.high[0] <= area.high[0]
            && self.low[1] >= area.low[1]
            && self.high[1] <= area.high[1];
        match (outside, inside) {
            (true, _) => Relation::Outside,
            (false, true) => Relation::Inside,
            (false, false) => Relation::Partly,
        }
    }

    fn holds(&self, [x, y]: [f64; 2]) -> bool {
        x >= self.low[0] && x <= self.high[0] && y >= self.low[1] && y <= self.high[1]
    }

    /// Square of the distance from a point to its nearest point.
    fn nearest2(&self, [x, y]: [f64; 2]) -> f64 {
        let dx = (self.low[0] - x).max(x - self.high[0]).max(0.0);
        let dy = (self.low[1] - y).max(y - self.high[1]).max(0.0);
        dx * dx + dy * dy
    }

    /// Square of the distance from a point to its farthest corner.
    fn farthest2(&self, [x, y]: [f64; 2]) -> f64 {
        let dx = (x - self.low[0]).abs().max((self.high[0] - x).abs());
        let dy = (y - self.low[1]).abs().max((self.high[1] - y).abs());
        dx * dx + dy * dy
    }
}

/// A subtree.
#[derive(Debug, Clone)]
struct Node {
    degrees: Rect,
    metres: Rect,
    docs: Range<Doc>,
    /// Index of the first node behind this subtree.
    behind: u32,
    /// Whether its documents hang on it directly.
    is_leaf: bool,
}

/// An immutable spatial index that counts without visiting.
///
/// ```
/// use sozialatlas::spatial::{Bbox, CountingIndex, LonLat};
/// let towns = [(9.18, 47.66), (8.83, 47.76), (9.0, 47.74)].map(|(lon, lat)| LonLat { lon, lat });
/// let (index, order) = CountingIndex::build(&towns);
/// let west = Bbox { west: 8.5, south: 47.0, east: 9.05, north: 48.0 };
/// let cover = index.ranges_in(&west);
/// assert_eq!(cover.len(), 2);
/// assert!(cover.iter().all(|doc| towns[order[doc as usize] as usize].lon < 9.05));
/// let (nearest, metres) = index.nearest(towns[0]).next().unwrap();
/// assert_eq!((order[nearest as usize], metres), (0, 0.0));
/// ```
#[derive(Debug, Clone, Default)]
pub struct CountingIndex {
    /// Depth first, parents before children.
    nodes: Vec<Node>,
    /// By document: longitude, latitude.
    degrees: Vec<[f64; 2]>,
    /// By document: easting and northing in EPSG:3035.
    metres: Vec<[f64; 2]>,
}

impl CountingIndex {
    /// Builds the index over these points and says which point became which document: `order[doc]` is the position
    /// in `points`.
    ///
    /// The same points in the same order always give the same index. Points with a coordinate that is not finite
    /// (which no validated position has) are left out, and `order` is shorter by as many.
    ///
    /// The index can hold 2³² − 1 points; what comes behind them is left out.
    #[must_use]
    pub fn build(points: &[LonLat]) -> (Self, Vec<u32>) {
        build::build(points)
    }

    /// Number of documents.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.degrees.len()
    }

    /// Whether it holds nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.degrees.is_empty()
    }

    /// Where a document lies.
    #[must_use]
    pub fn position(&self, doc: Doc) -> Option<LonLat> {
        self.degrees.get(doc as usize).map(|&[lon, lat]| LonLat { lon, lat })
    }

    /// The straight distance (EPSG:3035) from a document to a point of that plane, in metres.
    #[must_use]
    pub fn distance_m(&self, doc: Doc, from: Projected) -> Option<f64> {
        let [easting_m, northing_m] = *self.metres.get(doc as usize)?;
        Some(from.distance_m(Projected { easting_m, northing_m }))
    }

    /// The smallest box around all documents that does not cross the antimeridian.
    #[must_use]
    pub fn extent(&self) -> Option<Bbox> {
        let Rect { low: [west, south], high: [east, north] } = self.nodes.first()?.degrees;
        Some(Bbox { west, south, east, north })
    }

    /// The documents in a box, its sides included.
    ///
    /// A box across the antimeridian is answered as the union of its two parts, no document twice.
    #[must_use]
    pub fn ranges_in(&self, bbox: &Bbox) -> Cover {
        let mut parts = bbox.parts().map(|part| {
            let area = Rect { low: [part.west, part.south], high: [part.east, part.north] };
            self.walk(
                |node| node.degrees.relation_to_box(&area),
                |doc| area.holds(self.degrees_of(doc)),
            )
        });
        let first = parts.next().unwrap_or_default();
        match parts.next() {
            None => first,
            Some(second) => first.union(&second),
        }
    }

    /// The documents in a box that was given in another reference system.
    ///
    /// Degrees are answered like [`Self::ranges_in`]. In metres, the candidates within the outer box are tested one by
    /// one (all of them come as singles), so that the answer is exact.
    #[must_use]
    pub fn ranges_in_crs(&self, area: &CrsBox) -> Cover {
        let candidates = self.ranges_in(&area.outer());
        if area.is_exact() {
            return candidates;
        }
        let singles: Vec<Doc> = candidates
            .iter()
            .filter(|&doc| self.position(doc).is_some_and(|position| area.contains(position)))
            .collect();
        let tested =
            candidates.tested.saturating_add(u32::try_from(candidates.len()).unwrap_or(u32::MAX));
        Cover { ranges: Vec::new(), singles, tested }
    }

    /// The documents within this straight distance (EPSG:3035, metres), the circle's line included.
    #[must_use]
    pub fn within(&self, centre: LonLat, distance_m: f64) -> Cover {
        if distance_m.is_nan() || distance_m < 0.0 {
            return Cover::default();
        }
        let centre = flat(centre);
        let limit2 = distance_m * distance_m;
        self.walk(
            |node| {
                if node.metres.nearest2(centre) > limit2 {
                    Relation::Outside
                } else if node.metres.farthest2(centre) <= limit2 {
                    Relation::Inside
                } else {
                    Relation::Partly
                }
            },
            |doc| square_distance(self.metres_of(doc), centre) <= limit2,
        )
    }

    /// All documents with their straight distance in metres (EPSG:3035), nearest first, equally far ones by number.
    ///
    /// Lazy: taking the first few costs little. Filter, then take, to find the nearest that match.
    #[must_use]
    pub fn nearest(&self, from: LonLat) -> Nearest<'_> {
        Nearest::new(self, flat(from))
    }

    /// The same from a point of the plane.
    #[must_use]
    pub fn nearest_to(&self, from: Projected) -> Nearest<'_> {
        Nearest::new(self, [from.easting_m, from.northing_m])
    }

    /// One pass over the tree: whole subtrees become ranges, points of leaves on the edge are tested singly.
    fn walk(&self, relation: impl Fn(&Node) -> Relation, holds: impl Fn(Doc) -> bool) -> Cover {
        let mut cover = Cover::default();
        let mut at = 0;
        while let Some(node) = self.nodes.get(at) {
            match relation(node) {
                Relation::Outside => at = node.behind as usize,
                Relation::Inside => {
                    cover.push_range(node.docs.clone());
                    at = node.behind as usize;
                }
                Relation::Partly => {
                    if node.is_leaf {
                        cover.tested = cover.tested.saturating_add(node.docs.end - node.docs.start);
                        cover.singles.extend(node.docs.clone().filter(|&doc| holds(doc)));
                    }
                    at += 1;
                }
            }
        }
        cover
    }

    fn degrees_of(&self, doc: Doc) -> [f64; 2] {
        self.degrees.get(doc as usize).copied().unwrap_or([f64::NAN; 2])
    }

    fn metres_of(&self, doc: Doc) -> [f64; 2] {
        self.metres.get(doc as usize).copied().unwrap_or([f64::NAN; 2])
    }
}

fn flat(position: LonLat) -> [f64; 2] {
    let Projected { easting_m, northing_m } = to_laea(position);
    [easting_m, northing_m]
}

fn square_distance([ax, ay]: [f64; 2], [bx, by]: [f64; 2]) -> f64 {
    (ax - bx) * (ax - bx) + (ay - by) * (ay - by)
}
