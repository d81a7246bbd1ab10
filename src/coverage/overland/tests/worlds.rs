//! Small worlds from seeds, full of coincidences: whole-number corners, shared borders, lakes that lap over shores.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::oracle::Oracle;
use super::*;

pub(super) struct World {
    pub(super) land: Vec<MultiPolygon<f64>>,
    pub(super) water: Vec<MultiPolygon<f64>>,
    pub(super) links: Vec<Link>,
    pub(super) oracle: Oracle,
    /// Points on land.
    pub(super) points: Vec<Point>,
    pub(super) random: ChaCha8Rng,
}

/// A rectangle on a coarse grid, or a star around a point.
fn shape(random: &mut ChaCha8Rng) -> MultiPolygon<f64> {
    if random.random_bool(0.5) {
        let [x, y] = [(); 2].map(|()| f64::from(random.random_range(0..6)) * 100.);
        let [w, h] = [(); 2].map(|()| f64::from(random.random_range(1..5)) * 100.);
        return rect(x, y, x + w, y + h);
    }
    let [x, y] = [(); 2].map(|()| f64::from(random.random_range(100..700)));
    let count = random.random_range(4..9_u32);
    let corners: Vec<(f64, f64)> = (0..count)
        .map(|step| {
            let turn = (f64::from(step) + random.random_range(0.0..0.7)) / f64::from(count);
            let (sin, cos) = (turn * std::f64::consts::TAU).sin_cos();
            let far = random.random_range(40.0..320.0_f64);
            ((x + far * cos).round(), (y + far * sin).round())
        })
        .collect();
    area(&corners)
}

fn shapes(random: &mut ChaCha8Rng, count: usize) -> Vec<MultiPolygon<f64>> {
    (0..count).map(|_| shape(random)).collect()
}

/// A point on land, often with whole-number coordinates.
fn point_on(oracle: &Oracle, random: &mut ChaCha8Rng) -> Option<Point> {
    (0..100).find_map(|_| {
        let at = [(); 2].map(|()| random.random_range(-100.0..1100.0_f64));
        let at = if random.random_bool(0.3) { at.map(|c| (c / 50.0).round() * 50.0) } else { at };
        let at = [ORIGIN[0] + at[0], ORIGIN[1] + at[1]];
        // On land with all its surroundings: what lies right on a border is told apart by hand.
        let near = [[0.1, 0.1], [-0.1, 0.1], [0.1, -0.1], [-0.1, -0.1]];
        near.iter().all(|[x, y]| oracle.is_land([at[0] + x, at[1] + y])).then_some(at)
    })
}

/// The world of a seed; none where land touches land in a single point, or is hardly there.
pub(super) fn world(seed: u64) -> Option<World> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let count = random.random_range(1..5);
    let land = shapes(&mut random, count);
    let count = random.random_range(0..4);
    let water = shapes(&mut random, count);
    let bare = Oracle::new(&land, &water, &[]);
    if bare.has_pinches() {
        return None;
    }
    let mut links = Vec::new();
    for number in 0..random.random_range(0..4) {
        let [from, to] = [(); 2].map(|()| point_on(&bare, &mut random));
        let (from, to) = (projected(from?), projected(to?));
        let length_m = from.distance_m(to) * random.random_range(1.0..2.0);
        links.push(link(&format!("link-{number}"), from, to, length_m));
    }
    let oracle = Oracle::new(&land, &water, &links);
    let points: Option<Vec<Point>> = (0..8).map(|_| point_on(&oracle, &mut random)).collect();
    Some(World { land, water, links, oracle, points: points?, random })
}

/// Every subset of the links.
pub(super) fn subsets(links: &[Link]) -> Vec<LinkSet> {
    (0..1_u32 << links.len())
        .map(|mask| {
            let on = (0..).zip(links).filter(|(i, _)| mask & (1 << i) != 0);
            LinkSet::named(links, on.map(|(_, link)| link.id.as_str())).unwrap()
        })
        .collect()
}
