//! What can be walked, as triangles: inside of the land, outside of the water.

use std::collections::BTreeMap;

use geo::MultiPolygon;
use spade::handles::{DirectedEdgeHandle, FaceHandle, InnerTag};
use spade::{ConstrainedDelaunayTriangulation, Point2, Triangulation};

use super::mesh::Mesh;
use super::noding::{Borders, arrange};
use super::plane::{NONE, Point, key_of};
use super::{LandError, Work};

type Cdt = ConstrainedDelaunayTriangulation<Point2<f64>>;

/// The triangles of everything that lies in at least one of `passable` and in none of `water` (metres on one plane).
///
/// The outlines are cut where they meet ([`arrange`]), a constrained Delaunay triangulation is laid over them, and each
/// of its triangles is told by counting the borders between it and the outside. Only the shores are kept and
/// triangulated again, so that borders inside of the land cost nothing.
pub(super) fn walkable(
    passable: &[MultiPolygon<f64>],
    water: &[MultiPolygon<f64>],
    snap_m: f64,
    work: &Work,
) -> Result<Mesh, LandError> {
    let areas = [passable, water].concat();
    let first_water = passable.len() as u32;
    let arrangement = arrange(&areas, snap_m, work)?;
    let cdt = triangulate(&arrangement.points, arrangement.edges.keys().copied())?;
    let of_faces = flood(&cdt, &Borders::new(), |inside, edge| {
        let mut inside = inside.clone();
        for area in arrangement.edges.get(&edge).into_iter().flatten() {
            match inside.iter().position(|known| known == area) {
                Some(at) => drop(inside.remove(at)),
                None => inside.push(*area),
            }
        }
        inside
    });
    work.check()?;
    let is_land = |inside: &Borders| !inside.is_empty() && inside.iter().all(|a| *a < first_water);
    let is_land: Vec<bool> = of_faces.iter().map(is_land).collect();
    let (points, shores) = shores(&cdt, &is_land);
    let cdt = triangulate(&points, shores.iter().copied())?;
    let is_land = flood(&cdt, &false, |inside, _| !inside);
    work.check()?;
    Ok(mesh(&cdt, points, &is_land))
}

fn triangulate(points: &[Point], edges: impl Iterator<Item = [u32; 2]>) -> Result<Cdt, LandError> {
    let vertices = points.iter().map(|[x, y]| Point2::new(*x, *y)).collect();
    let edges = edges.map(|ends| ends.map(|end| end as usize)).collect();
    let mut conflicts = 0_usize;
    let cdt = Cdt::try_bulk_load_cdt(vertices, edges, |_| conflicts += 1)
        .map_err(|_refused: spade::InsertionError| LandError::NotFinite)?;
    if conflicts > 0 || cdt.num_vertices() != points.len() {
        return Err(LandError::Tangled);
    }
    Ok(cdt)
}

type Edge<'a> = DirectedEdgeHandle<'a, Point2<f64>, (), spade::CdtEdge<()>, ()>;
type Face<'a> = FaceHandle<'a, InnerTag, Point2<f64>, (), spade::CdtEdge<()>, ()>;

fn ends(edge: &Edge<'_>) -> [u32; 2] {
    [edge.from().index() as u32, edge.to().index() as u32]
}

/// Carries a value from the outside into every triangle; borders on the way may change it. By place of the triangle.
fn flood<T: Clone + Default>(cdt: &Cdt, outside: &T, cross: impl Fn(&T, [u32; 2]) -> T) -> Vec<T> {
    let mut values: Vec<Option<T>> = vec![None; cdt.num_all_faces()];
    let mut open: Vec<(Face<'_>, T)> = Vec::new();
    let beyond = |edge: Edge<'_>, value: &T| {
        if edge.is_constraint_edge() { cross(value, key_of(ends(&edge))) } else { value.clone() }
    };
    for edge in cdt.directed_edges().filter(DirectedEdgeHandle::is_outer_edge) {
        if let Some(face) = edge.rev().face().as_inner() {
            open.push((face, beyond(edge, outside)));
        }
        while let Some((face, value)) = open.pop() {
            let Some(slot) = values.get_mut(face.index()) else { continue };
            if slot.is_some() {
                continue;
            }
            for edge in face.adjacent_edges() {
                if let Some(next) = edge.rev().face().as_inner() {
                    open.push((next, beyond(edge, &value)));
                }
            }
            *slot = Some(value);
        }
    }
    values.into_iter().map(Option::unwrap_or_default).collect()
}

/// The edges with land on one side only, and their ends.
fn shores(cdt: &Cdt, is_land: &[bool]) -> (Vec<Point>, Vec<[u32; 2]>) {
    let land = |edge: &Edge<'_>| {
        let face = edge.face();
        !face.is_outer() && is_land.get(face.index()).copied().unwrap_or(false)
    };
    let mut points = Vec::new();
    let mut new: BTreeMap<u32, u32> = BTreeMap::new();
    let mut shores = Vec::new();
    for edge in cdt.directed_edges().filter(|edge| land(edge) && !land(&edge.rev())) {
        shores.push([edge.from(), edge.to()].map(|end| {
            *new.entry(end.index() as u32).or_insert_with(|| {
                let at = end.position();
                points.push([at.x, at.y]);
                points.len() as u32 - 1
            })
        }));
    }
    (points, shores)
}

fn mesh(cdt: &Cdt, points: Vec<Point>, is_land: &[bool]) -> Mesh {
    let mut place: Vec<u32> = vec![NONE; cdt.num_all_faces()];
    let land: Vec<Face<'_>> = cdt
        .inner_faces()
        .filter(|face| is_land.get(face.index()).copied().unwrap_or(false))
        .collect();
    for (new, face) in (0..).zip(&land) {
        if let Some(slot) = place.get_mut(face.index()) {
            *slot = new;
        }
    }
    let of = |edge: Edge<'_>| {
        let face = edge.rev().face();
        if face.is_outer() { NONE } else { place.get(face.index()).copied().unwrap_or(NONE) }
    };
    let corners = land.iter().map(|f| f.adjacent_edges().map(|edge| ends(&edge)[0])).collect();
    let beyond = land.iter().map(|face| face.adjacent_edges().map(of)).collect();
    Mesh::new(points, corners, beyond)
}
