//! One area, prepared for many questions.

use geo::algorithm::kernels::{Kernel, Orientation};
use geo::{Coord, GeoNum, Intersects, LineString, MultiPolygon, Rect};
use rstar::RTree;
use rstar::primitives::Line;

use crate::domain::LonLat;
use crate::spatial::bbox::Bbox;
use crate::spatial::polygon::{area_m2, bbox_of};
use crate::spatial::projection::to_laea;

/// An area that answers quickly whether it holds a point and how far off it is.
#[derive(Debug, Clone)]
pub struct PreparedArea {
    shape: MultiPolygon<f64>,
    bbox: Option<Bbox>,
    slabs: Slabs,
    edges_m: RTree<Line<[f64; 2]>>,
}

impl PreparedArea {
    /// Prepares a sound area (see [`crate::spatial::polygon::read_area`]).
    #[must_use]
    pub fn new(shape: MultiPolygon<f64>) -> Self {
        let edges: Vec<geo::Line<f64>> = shape
            .0
            .iter()
            .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
            .flat_map(LineString::lines)
            .collect();
        let metres = |at: Coord<f64>| {
            let at = to_laea(LonLat { lon: at.x, lat: at.y });
            [at.easting_m, at.northing_m]
        };
        let edges_m = edges.iter().map(|edge| Line::new(metres(edge.start), metres(edge.end)));
        Self {
            bbox: bbox_of(&shape),
            slabs: Slabs::new(&edges),
            edges_m: RTree::bulk_load(edges_m.collect()),
            shape,
        }
    }

    /// Its outline.
    #[must_use]
    pub const fn shape(&self) -> &MultiPolygon<f64> {
        &self.shape
    }

    /// The box around it; `None` if it is empty.
    #[must_use]
    pub const fn bbox(&self) -> Option<Bbox> {
        self.bbox
    }

    /// Its area in square metres.
    #[must_use]
    pub fn area_m2(&self) -> f64 {
        area_m2(&self.shape)
    }

    /// Whether it holds the point; for borders see [`super::Boundaries`].
    #[must_use]
    pub fn contains(&self, point: LonLat) -> bool {
        self.bbox.is_some_and(|bbox| bbox.contains(point)) && self.slabs.contains(point)
    }

    /// Whether it shares at least a point with a box.
    #[must_use]
    pub fn intersects(&self, bbox: &Bbox) -> bool {
        self.bbox.is_some_and(|own| own.intersects(bbox))
            && bbox.parts().any(|part| {
                let (low, high) =
                    (Coord { x: part.west, y: part.south }, Coord { x: part.east, y: part.north });
                self.shape.intersects(&Rect::new(low, high))
            })
    }

    /// The straight distance (EPSG:3035) to the nearest point of the area in metres, 0 inside; `None` if it is empty.
    #[must_use]
    pub fn distance_m(&self, point: LonLat) -> Option<f64> {
        if self.contains(point) {
            return Some(0.0);
        }
        let at = to_laea(point);
        let mut nearest =
            self.edges_m.nearest_neighbor_iter_with_distance_2(&[at.easting_m, at.northing_m]);
        nearest.next().map(|(_, distance2)| distance2.sqrt())
    }

    /// Its edges on the plane of EPSG:3035.
    pub(super) fn edges_m(&self) -> impl Iterator<Item = Line<[f64; 2]>> + '_ {
        self.edges_m.iter().copied()
    }
}

/// An edge from its lower to its upper end.
#[derive(Debug, Clone, Copy)]
struct Upward {
    low: Coord<f64>,
    high: Coord<f64>,
}

/// The edges sorted into level stripes, so that a point looks only at those beside it.
#[derive(Debug, Clone, Default)]
struct Slabs {
    south: f64,
    per_degree: f64,
    /// Where the edges of each stripe begin in `edges`; one more than there are stripes.
    starts: Vec<u32>,
    edges: Vec<Upward>,
}

impl Slabs {
    fn new(lines: &[geo::Line<f64>]) -> Self {
        let upward: Vec<Upward> = lines
            .iter()
            .filter(|line| line.dy().abs() > 0.0)
            .map(|line| {
                // The same edge of two neighbours must be computed alike, whichever way their rings run.
                let (low, high) = if line.start.y < line.end.y {
                    (line.start, line.end)
                } else {
                    (line.end, line.start)
                };
                Upward { low, high }
            })
            .collect();
        let south = upward.iter().map(|edge| edge.low.y).fold(f64::INFINITY, f64::min);
        let north = upward.iter().map(|edge| edge.high.y).fold(f64::NEG_INFINITY, f64::max);
        if north <= south || upward.is_empty() {
            return Self::default();
        }
        let count = upward.len().clamp(1, 4096);
        let mut slabs =
            Self { south, per_degree: count as f64 / (north - south), ..Self::default() };
        let mut stripes: Vec<Vec<Upward>> = vec![Vec::new(); count];
        for edge in upward {
            let (first, last) = (slabs.stripe(edge.low.y, count), slabs.stripe(edge.high.y, count));
            for stripe in stripes.iter_mut().take(last + 1).skip(first) {
                stripe.push(edge);
            }
        }
        for stripe in stripes {
            slabs.starts.push(slabs.edges.len() as u32);
            slabs.edges.extend(stripe);
        }
        slabs.starts.push(slabs.edges.len() as u32);
        slabs
    }

    /// The stripe of a latitude (monotonic, so that an edge and a point on it agree).
    fn stripe(&self, lat: f64, count: usize) -> usize {
        (((lat - self.south) * self.per_degree) as usize).min(count - 1)
    }

    /// Counts the edges that a ray to the east meets, lower ends included, upper ends not.
    fn contains(&self, point: LonLat) -> bool {
        let count = self.starts.len().saturating_sub(1);
        if count == 0 || point.lat < self.south {
            return false;
        }
        let stripe = self.stripe(point.lat, count);
        let (Some(start), Some(end)) = (self.starts.get(stripe), self.starts.get(stripe + 1))
        else {
            return false;
        };
        let edges = self.edges.get(*start as usize..*end as usize).unwrap_or_default();
        let at = Coord { x: point.lon, y: point.lat };
        let crossings = edges
            .iter()
            .filter(|edge| edge.low.y <= at.y && at.y < edge.high.y)
            .filter(|edge| {
                <f64 as GeoNum>::Ker::orient2d(edge.low, edge.high, at)
                    == Orientation::CounterClockwise
            })
            .count();
        crossings % 2 == 1
    }
}
