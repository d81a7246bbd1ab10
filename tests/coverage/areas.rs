//! Joined squares against the boolean union of geometry's own library, and by area at the scale of a country.

use std::collections::HashSet;

use geo::{Area, BooleanOps, LineString, MultiPolygon, Polygon, unary_union};
use rand::{RngExt as _, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sozialatlas::spatial::grid::{LatticePolygon, dissolve};

fn ring(corners: &[[u32; 2]]) -> LineString<f64> {
    corners.iter().chain(corners.first()).map(|[x, y]| (f64::from(*x), f64::from(*y))).collect()
}

fn polygon(of: &LatticePolygon) -> Polygon<f64> {
    Polygon::new(ring(&of.outer), of.holes.iter().map(|hole| ring(hole)).collect())
}

#[test]
fn small_worlds_of_squares_are_joined_as_the_boolean_union_joins_them() {
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    for _ in 0..300 {
        let width = rng.random_range(1..9_u32);
        let count = rng.random_range(1..40);
        let squares: HashSet<[u32; 2]> =
            (0..count).map(|_| [rng.random_range(0..width), rng.random_range(0..width)]).collect();
        let squares: Vec<[u32; 2]> = squares.into_iter().collect();
        let ours = MultiPolygon(dissolve(&squares).iter().map(polygon).collect());
        let single: Vec<Polygon<f64>> = squares
            .iter()
            .map(|[x, y]| {
                let corners = [[*x, *y], [x + 1, *y], [x + 1, y + 1], [*x, y + 1]];
                Polygon::new(ring(&corners), Vec::new())
            })
            .collect();
        let union = unary_union(&single);
        assert!((ours.unsigned_area() - union.unsigned_area()).abs() < 1e-6);
        assert!((ours.unsigned_area() - squares.len() as f64).abs() < 1e-9);
        assert!(ours.xor(&union).unsigned_area() < 1e-6, "{squares:?}");
    }
}

#[test]
fn many_squares_keep_their_area() {
    let mut rng = ChaCha8Rng::seed_from_u64(12);
    let mut squares = HashSet::new();
    while squares.len() < 60_000 {
        let (x, y) = (rng.random_range(0..2_000_u32), rng.random_range(0..2_000_u32));
        for _ in 0..6 {
            squares.insert([x + rng.random_range(0..5), y + rng.random_range(0..5)]);
        }
    }
    let squares: Vec<[u32; 2]> = squares.into_iter().collect();
    let polygons = dissolve(&squares);
    let area: f64 = polygons.iter().map(|of| polygon(of).signed_area()).sum();
    assert_eq!(area, squares.len() as f64);
    assert!(polygons.iter().any(|polygon| !polygon.holes.is_empty()));
}
