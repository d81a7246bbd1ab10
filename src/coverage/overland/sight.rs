//! What can be seen from a point without leaving the land.
//!
//! Triangular expansion (Bungiu, Hemmer, Hershberger, Huang & Kröller, "Efficient computation of visibility polygons",
//! `EuroCG` 2014): from the triangle of the eye through every side that lets light in, with a cone that each corner may
//! narrow. All decisions are orientation tests on given points, hence exact; shores may be grazed.

use super::mesh::Mesh;
use super::plane::{NONE, Point, is_left, is_right};

/// Where the eye is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Eye<'a> {
    /// Inside of a triangle.
    Inside(Point, u32),
    /// At a corner, in all the triangles around it that hang together: (triangle, place of the corner in it).
    Corner(Point, &'a [[u32; 2]]),
}

/// Something seen.
#[derive(Debug, Clone, Copy)]
pub(super) enum Seen {
    /// A corner: triangle, place of the corner in it.
    Corner(u32, usize),
    /// A triangle, as far as the cone reaches.
    Triangle(u32, Cone),
}

/// The part of the plane between two rays from the eye, both included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cone {
    eye: Point,
    /// A point on the right and one on the left ray; none where everything is in it.
    rays: Option<[Point; 2]>,
}

impl Cone {
    /// Whether a point (of a triangle that the cone reaches) is in it.
    pub(super) fn holds(&self, at: Point) -> bool {
        self.rays.is_none_or(|[right, left]| {
            !is_right(self.eye, right, at) && !is_left(self.eye, left, at)
        })
    }
}

/// A step through a side.
struct Entry {
    triangle: u32,
    /// The side it is entered by.
    side: usize,
    right: Point,
    left: Point,
}

/// Calls `visit` with every corner and triangle in sight. A corner may come several times, a triangle with holes in
/// front of it in several cones.
pub(super) fn look(mesh: &Mesh, eye: Eye<'_>, mut visit: impl FnMut(Seen)) {
    let mut open: Vec<Entry> = Vec::new();
    let at = match eye {
        Eye::Inside(at, triangle) => {
            visit(Seen::Triangle(triangle, Cone { eye: at, rays: None }));
            for side in 0..3 {
                visit(Seen::Corner(triangle, side));
                step(mesh, at, triangle, side, mesh.triangle(triangle), None, &mut open);
            }
            at
        }
        Eye::Corner(at, fan) => {
            for [triangle, corner] in fan {
                let opposite = (*corner as usize + 1) % 3;
                visit(Seen::Triangle(*triangle, Cone { eye: at, rays: None }));
                visit(Seen::Corner(*triangle, opposite));
                visit(Seen::Corner(*triangle, (opposite + 1) % 3));
                step(mesh, at, *triangle, opposite, mesh.triangle(*triangle), None, &mut open);
            }
            at
        }
    };
    while let Some(Entry { triangle, side, right, left }) = open.pop() {
        visit(Seen::Triangle(triangle, Cone { eye: at, rays: Some([right, left]) }));
        let corners = mesh.triangle(triangle);
        let apex = corners[(side + 2) % 3];
        let (misses_left, misses_right) = (is_left(at, left, apex), is_right(at, right, apex));
        if !misses_left && !misses_right {
            visit(Seen::Corner(triangle, (side + 2) % 3));
        }
        // The side to the right of the apex leads from the second corner of the entrance to the apex: seen from
        // the eye the entrance runs from left to right.
        if is_left(at, right, apex) {
            let left = if misses_left { left } else { apex };
            step(mesh, at, triangle, (side + 1) % 3, corners, Some([right, left]), &mut open);
        }
        if is_right(at, left, apex) {
            let right = if misses_right { right } else { apex };
            step(mesh, at, triangle, (side + 2) % 3, corners, Some([right, left]), &mut open);
        }
    }
}

/// Goes on through a side of a triangle, if light comes through it.
fn step(
    mesh: &Mesh,
    eye: Point,
    triangle: u32,
    side: usize,
    corners: [Point; 3],
    rays: Option<[Point; 2]>,
    open: &mut Vec<Entry>,
) {
    let next = mesh.across(triangle, side);
    if next == NONE {
        return;
    }
    let [right, left] = rays.unwrap_or([corners[side], corners[(side + 1) % 3]]);
    if !is_left(eye, right, left) {
        return;
    }
    let first = mesh.corners[triangle as usize][(side + 1) % 3];
    let side = mesh.side_towards(next, triangle, first);
    open.push(Entry { triangle: next, side, right, left });
}
