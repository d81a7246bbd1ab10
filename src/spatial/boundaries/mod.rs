//! Many areas at once: which one holds this point, and which is nearest.

mod prepared;
#[cfg(test)]
mod tests;

use geo::MultiPolygon;
pub use prepared::PreparedArea;
use rstar::RTree;
use rstar::primitives::{GeomWithData, Line, Rectangle};

use super::bbox::Bbox;
use super::projection::to_laea;
use crate::domain::LonLat;

/// Areas with what they stand for (municipalities, districts), prepared for many questions.
///
/// # Points on a border
/// A point on a border belongs to the area to its east; on a level border, to the area to its north. So a point on a
/// border that two areas share belongs to exactly one of them, always the same, and on the outermost border some
/// points belong to none: [`Self::containing_or_nearest`] gives them to the area they touch. The test is exact
/// (adaptive predicates), not within a tolerance.
#[derive(Debug, Clone)]
pub struct Boundaries<T> {
    items: Vec<(T, PreparedArea)>,
    boxes: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
    /// All borders on the plane of EPSG:3035.
    borders: RTree<GeomWithData<Line<[f64; 2]>, usize>>,
}

impl<T> Boundaries<T> {
    /// Prepares these areas. They should be sound (see [`super::polygon::read_area`]).
    #[must_use]
    pub fn new(areas: impl IntoIterator<Item = (T, MultiPolygon<f64>)>) -> Self {
        let items: Vec<(T, PreparedArea)> =
            areas.into_iter().map(|(item, area)| (item, PreparedArea::new(area))).collect();
        let boxes = items.iter().enumerate().filter_map(|(at, (_, area))| {
            let Bbox { west, south, east, north } = area.bbox()?;
            Some(GeomWithData::new(Rectangle::from_corners([west, south], [east, north]), at))
        });
        let boxes = RTree::bulk_load(boxes.collect());
        let borders = items.iter().enumerate().flat_map(|(at, (_, area))| {
            area.edges_m().map(move |edge| GeomWithData::new(edge, at))
        });
        let borders = RTree::bulk_load(borders.collect());
        Self { items, boxes, borders }
    }

    /// The areas in the order they were given.
    pub fn iter(&self) -> impl Iterator<Item = (&T, &PreparedArea)> {
        self.items.iter().map(|(item, area)| (item, area))
    }

    /// How many areas there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// What the area stands for that holds this point; of several (overlapping) the first.
    #[must_use]
    pub fn containing(&self, point: LonLat) -> Option<&T> {
        self.boxes
            .locate_all_at_point(&[point.lon, point.lat])
            .map(|found| found.data)
            .filter(|at| self.items.get(*at).is_some_and(|(_, area)| area.contains(point)))
            .min()
            .and_then(|at| self.items.get(at))
            .map(|(item, _)| item)
    }

    /// The area that holds the point (distance 0), else the one whose border is nearest, with the straight distance
    /// (EPSG:3035) in metres. `None` only without areas.
    #[must_use]
    pub fn nearest(&self, point: LonLat) -> Option<(&T, f64)> {
        if let Some(item) = self.containing(point) {
            return Some((item, 0.0));
        }
        let at = to_laea(point);
        let (found, distance2) = self
            .borders
            .nearest_neighbor_iter_with_distance_2(&[at.easting_m, at.northing_m])
            .next()?;
        self.items.get(found.data).map(|(item, _)| (item, distance2.sqrt()))
    }

    /// The area that holds the point, else the nearest one within `reach_m` metres.
    #[must_use]
    pub fn containing_or_nearest(&self, point: LonLat, reach_m: f64) -> Option<&T> {
        self.nearest(point).filter(|(_, distance_m)| *distance_m <= reach_m).map(|(item, _)| item)
    }

    /// The places (in the given order) of the areas that share at least a point with a box.
    #[must_use]
    pub fn intersecting(&self, bbox: &Bbox) -> Vec<usize> {
        let is_met = |(_, area): &(T, PreparedArea)| area.intersects(bbox);
        (0..).zip(&self.items).filter(|(_, item)| is_met(item)).map(|(at, _)| at).collect()
    }

    /// The box around all areas.
    #[must_use]
    pub fn extent(&self) -> Option<Bbox> {
        self.items.iter().filter_map(|(_, area)| area.bbox()).reduce(|a, b| a.union(&b))
    }
}
