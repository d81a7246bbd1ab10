//! The walkable triangles: which one holds a point, and where the nearest land is.

use rstar::RTree;
use rstar::primitives::{GeomWithData, Line, Rectangle};

use super::plane::{NONE, Point, distance_m, is_left, is_right, nearest_on};

/// How far a point on the edge of a triangle is drawn inside, in metres: nothing by any measure, enough for `f64`.
const INWARDS_M: f64 = 1e-6;

/// A place on land, inside of a triangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    pub(super) at: Point,
    pub(super) triangle: u32,
    /// Metres from the point that was asked for; above a micrometre only for points off the land.
    pub(super) stub_m: f64,
}

/// Triangles with their neighbours. Corners run counter-clockwise; side `k` leads from corner `k` to corner `k + 1`.
#[derive(Debug)]
pub(super) struct Mesh {
    pub(super) points: Vec<Point>,
    pub(super) corners: Vec<[u32; 3]>,
    /// The triangle beyond each side; none where the land ends.
    pub(super) beyond: Vec<[u32; 3]>,
    boxes: RTree<GeomWithData<Rectangle<Point>, u32>>,
    walls: RTree<GeomWithData<Line<Point>, u32>>,
}

impl Mesh {
    pub(super) fn new(points: Vec<Point>, corners: Vec<[u32; 3]>, beyond: Vec<[u32; 3]>) -> Self {
        let empty = (RTree::new(), RTree::new());
        let mut mesh = Self { points, corners, beyond, boxes: empty.0, walls: empty.1 };
        let (mut boxes, mut walls) = (Vec::new(), Vec::new());
        for triangle in 0..mesh.corners.len() as u32 {
            let at = mesh.triangle(triangle);
            let low = [0, 1].map(|axis| at.iter().map(|p| p[axis]).fold(f64::INFINITY, f64::min));
            let high =
                [0, 1].map(|axis| at.iter().map(|p| p[axis]).fold(f64::NEG_INFINITY, f64::max));
            boxes.push(GeomWithData::new(Rectangle::from_corners(low, high), triangle));
            for side in 0..3 {
                if mesh.across(triangle, side) == NONE {
                    let line = Line::new(at[side], at[(side + 1) % 3]);
                    walls.push(GeomWithData::new(line, triangle));
                }
            }
        }
        mesh.boxes = RTree::bulk_load(boxes);
        mesh.walls = RTree::bulk_load(walls);
        mesh
    }

    /// The corners of a triangle.
    pub(super) fn triangle(&self, triangle: u32) -> [Point; 3] {
        self.corners[triangle as usize].map(|corner| self.points[corner as usize])
    }

    /// The triangle beyond a side.
    pub(super) fn across(&self, triangle: u32, side: usize) -> u32 {
        self.beyond[triangle as usize][side]
    }

    /// The side by which `triangle` is entered from `from`.
    pub(super) fn side_towards(&self, triangle: u32, from: u32, first_corner: u32) -> usize {
        let (corners, beyond) = (self.corners[triangle as usize], self.beyond[triangle as usize]);
        // Two triangles share one side at most, unless the land is two triangles only; the corner decides.
        (0..3).find(|side| beyond[*side] == from && corners[*side] == first_corner).unwrap_or(0)
    }

    /// Where a point is on land: in it, or the nearest place within `reach_m` metres.
    pub(super) fn place(&self, at: Point, reach_m: f64) -> Option<Spot> {
        if !(at[0].is_finite() && at[1].is_finite()) {
            return None;
        }
        let mut touched: Option<(f64, u32)> = None;
        for found in self.boxes.locate_all_at_point(&at) {
            let [a, b, c] = self.triangle(found.data);
            if is_left(a, b, at) && is_left(b, c, at) && is_left(c, a, at) {
                return Some(Spot { at, triangle: found.data, stub_m: 0.0 });
            }
            if !(is_right(a, b, at) || is_right(b, c, at) || is_right(c, a, at)) {
                let size = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
                // The largest: a thin one has no room inside.
                let is_larger = touched.is_none_or(|(size_before, before)| {
                    size > size_before || (size >= size_before && found.data < before)
                });
                if is_larger {
                    touched = Some((size, found.data));
                }
            }
        }
        if let Some((_, triangle)) = touched {
            return Some(self.inside(at, at, triangle));
        }
        let (wall, distance2) = self.walls.nearest_neighbor_iter_with_distance_2(&at).next()?;
        let shore = nearest_on(at, [wall.geom().from, wall.geom().to]);
        (distance2.sqrt() <= reach_m).then(|| self.inside(at, shore, wall.data))
    }

    /// A place inside of a triangle, next to a point on its edge.
    fn inside(&self, asked: Point, edge: Point, triangle: u32) -> Spot {
        let corners = self.triangle(triangle);
        let middle = [0, 1].map(|axis| corners.iter().map(|p| p[axis]).sum::<f64>() / 3.0);
        let share = (INWARDS_M / distance_m(edge, middle)).min(1.0);
        let drawn = [0, 1].map(|axis| edge[axis] + share * (middle[axis] - edge[axis]));
        let [a, b, c] = corners;
        let holds = |p: Point| is_left(a, b, p) && is_left(b, c, p) && is_left(c, a, p);
        let at = if holds(drawn) { drawn } else { middle };
        Spot { at, triangle, stub_m: distance_m(asked, at) }
    }
}

/// Numbers sorted into triangles.
#[derive(Debug, Default)]
pub(super) struct InTriangles {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl InTriangles {
    /// Sorts (triangle, number) pairs.
    pub(super) fn new(triangles: usize, mut pairs: Vec<(u32, u32)>) -> Self {
        pairs.sort_unstable();
        let mut starts = vec![0_u32; triangles + 1];
        for (triangle, _) in &pairs {
            starts[*triangle as usize + 1] += 1;
        }
        for at in 0..triangles {
            starts[at + 1] += starts[at];
        }
        Self { starts, items: pairs.into_iter().map(|(_, item)| item).collect() }
    }

    /// The numbers in a triangle.
    pub(super) fn of(&self, triangle: u32) -> &[u32] {
        let at = triangle as usize;
        &self.items[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}
