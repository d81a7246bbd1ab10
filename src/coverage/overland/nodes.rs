//! The corners around which shortest paths bend.

use super::mesh::Mesh;
use super::plane::{NONE, Point, is_left, is_right};

/// The reflex corners of the land (where the shore bends into it), each with the triangles around it.
///
/// Where land touches itself in one point there are two nodes at it, so that no path slips through between them.
#[derive(Debug)]
pub(super) struct Nodes {
    pub(super) at: Vec<Point>,
    /// The next and the previous corner along the shore.
    along: Vec<[Point; 2]>,
    fan_starts: Vec<u32>,
    fans: Vec<[u32; 2]>,
    /// The node at each corner of each triangle.
    of_corner: Vec<[u32; 3]>,
}

impl Nodes {
    pub(super) fn new(mesh: &Mesh) -> Self {
        let mut nodes = Self {
            at: Vec::new(),
            along: Vec::new(),
            fan_starts: vec![0],
            fans: Vec::new(),
            of_corner: vec![[NONE; 3]; mesh.corners.len()],
        };
        for triangle in 0..mesh.corners.len() as u32 {
            for corner in (0..3).filter(|corner| mesh.across(triangle, *corner) == NONE) {
                nodes.add(mesh, triangle, corner);
            }
        }
        nodes
    }

    /// Adds the corner at which a stretch of shore begins, if it is reflex.
    fn add(&mut self, mesh: &Mesh, triangle: u32, corner: usize) {
        let first = mesh.triangle(triangle);
        let (at, next) = (first[corner], first[(corner + 1) % 3]);
        let fan = fan(mesh, triangle, corner);
        let Some([last, place]) = fan.last().copied() else { return };
        let previous = mesh.triangle(last)[(place as usize + 2) % 3];
        if !is_right(previous, at, next) {
            return;
        }
        let node = self.at.len() as u32;
        for [triangle, corner] in &fan {
            self.of_corner[*triangle as usize][*corner as usize] = node;
        }
        self.at.push(at);
        self.along.push([next, previous]);
        self.fans.extend(fan);
        self.fan_starts.push(self.fans.len() as u32);
    }

    pub(super) const fn len(&self) -> usize {
        self.at.len()
    }

    /// The triangles around a node: (triangle, place of the node in it).
    pub(super) fn fan(&self, node: u32) -> &[[u32; 2]] {
        let at = node as usize;
        &self.fans[self.fan_starts[at] as usize..self.fan_starts[at + 1] as usize]
    }

    /// The node at a corner of a triangle.
    pub(super) fn at_corner(&self, triangle: u32, corner: usize) -> Option<u32> {
        let node = self.of_corner[triangle as usize][corner];
        (node != NONE).then_some(node)
    }

    /// Whether a shortest path that comes straight from `from` may bend at a node: only if the shore there lies on
    /// one side of the straight line, since a taut string leaves a corner that does not hold it.
    pub(super) fn is_taut(&self, node: u32, from: Point) -> bool {
        let at = self.at[node as usize];
        let [next, previous] = self.along[node as usize];
        let left = is_left(from, at, next) || is_left(from, at, previous);
        let right = is_right(from, at, next) || is_right(from, at, previous);
        !(left && right)
    }
}

/// The triangles around a corner from one shore to the other, counter-clockwise.
fn fan(mesh: &Mesh, triangle: u32, corner: usize) -> Vec<[u32; 2]> {
    let mut fan = vec![[triangle, corner as u32]];
    let (mut triangle, mut corner) = (triangle, corner);
    loop {
        let next = mesh.across(triangle, (corner + 2) % 3);
        // A ring of triangles would never end; the shore it began at makes that impossible in a sound mesh.
        if next == NONE || fan.len() > mesh.corners.len() {
            return fan;
        }
        let vertex = mesh.corners[triangle as usize][corner];
        corner = mesh.side_towards(next, triangle, vertex);
        triangle = next;
        fan.push([triangle, corner as u32]);
    }
}
