//! Worlds from seeds: as the oracle has it, and the laws.

use rand::RngExt;

use super::super::plane::{distance_m, projected};
use super::worlds::{World, subsets, world};
use super::*;

/// Narrow enough that nothing moves in worlds of whole numbers.
const EXACT_M: f64 = 1e-6;

fn worlds(count: u64) -> impl Iterator<Item = (u64, World, Land)> {
    (0..count).filter_map(|seed| {
        let world = world(seed)?;
        let land = land_of(&world.land, &world.water, &world.links, EXACT_M).unwrap();
        Some((seed, world, land))
    })
}

/// Whether two distances agree; two that are infinite do.
fn is_close(a: f64, b: f64, within_m: f64) -> bool {
    a.total_cmp(&b).is_eq() || (a - b).abs() < within_m
}

fn fields(land: &Land, points: &[Point], links: &LinkSet) -> Vec<Vec<f64>> {
    let points: Vec<Projected> = points.iter().copied().map(projected).collect();
    let cells = land.see(&points, &Work::default()).unwrap();
    let row = |from: &Projected| land.field(&cells, *from, links).into_iter().map(f64::from);
    points.iter().map(|from| row(from).collect()).collect()
}

#[test]
fn every_distance_is_the_one_a_naive_search_finds_with_every_subset_of_links() {
    let (mut seen, mut unreachable, mut bent) = (0, 0, 0);
    for (seed, world, land) in worlds(120) {
        for links in subsets(&world.links) {
            let found = fields(&land, &world.points, &links);
            for (i, from) in world.points.iter().enumerate() {
                for (j, to) in world.points.iter().enumerate().skip(i) {
                    let expected = world.oracle.metres(*from, *to, &links);
                    let found = found[i][j];
                    let is_equal = is_close(found, expected, 1e-2);
                    assert!(
                        is_equal,
                        "seed {seed}, {links:?}, {from:?} {to:?}: {found} {expected}"
                    );
                    seen += 1;
                    unreachable += usize::from(found.is_infinite());
                    bent += usize::from(found.is_finite() && found > distance_m(*from, *to) + 1.0);
                }
            }
        }
    }
    // The worlds must be worth asking.
    assert!(seen > 5_000 && unreachable > 250 && bent > 1_000, "{seen} {unreachable} {bent}");
}

#[test]
fn a_path_never_leaves_the_land_and_is_as_long_as_the_field_says() {
    let mut count = 0;
    for (seed, world, land) in worlds(80) {
        for links in subsets(&world.links).into_iter().rev().take(2) {
            let found = fields(&land, &world.points, &links);
            for (i, from) in world.points.iter().enumerate() {
                for (j, to) in world.points.iter().enumerate() {
                    let path = land.path(projected(*from), projected(*to), &links);
                    let Some(path) = path else {
                        assert!(found[i][j].is_infinite(), "seed {seed}");
                        continue;
                    };
                    count += 1;
                    assert!((path.length_m - found[i][j]).abs() < 1e-2, "seed {seed}");
                    check_legs(&world, &path, *from, *to, seed);
                }
            }
        }
    }
    assert!(count > 1_500, "{count}");
}

fn check_legs(world: &World, path: &Path, from: Point, to: Point, seed: u64) {
    let mut at = from;
    for leg in &path.legs {
        let (start, end) = (point_of(leg.from), point_of(leg.to));
        assert!(distance_m(start, at) < 1e-4, "seed {seed}: a leg begins where none ended");
        match leg.way {
            Way::Land => {
                assert!(world.oracle.is_free(start, end), "seed {seed}: {start:?} {end:?}");
                assert!((leg.length_m - distance_m(start, end)).abs() < 1e-4);
            }
            Way::Stub => assert!(leg.length_m < 1e-5, "all points are on land"),
            Way::Link(link) => assert!(leg.length_m + 1e-4 >= world.links[link].length_m),
        }
        at = end;
    }
    assert!(distance_m(at, to) < 1e-4);
}

#[test]
fn distances_are_symmetric_at_least_straight_and_no_detour_is_shorter_and_links_never_hurt() {
    for (seed, mut world, land) in worlds(80) {
        // Also points off the land, and the corners themselves.
        let offs: Vec<f64> = (0..8).map(|_| world.random.random_range(-60.0..60.0)).collect();
        let near = world.points.iter().zip(offs).map(|(p, off)| [p[0] + off, p[1] - off]);
        let mut points: Vec<Point> = near.collect();
        points.extend(
            world.land.iter().filter_map(|a| a.0[0].exterior().0.first().map(|c| [c.x, c.y])),
        );
        points.truncate(10);
        let by_set: Vec<_> = subsets(&world.links)
            .into_iter()
            .map(|links| (fields(&land, &points, &links), links))
            .collect();
        for (d, _) in &by_set {
            for i in 0..points.len() {
                for j in 0..points.len() {
                    assert!(is_close(d[i][j], d[j][i], 1e-2), "seed {seed}");
                    assert!(d[i][j] >= distance_m(points[i], points[j]) - 1e-9, "seed {seed}");
                    for over in d {
                        assert!(d[i][j] <= over[i] + over[j] + 1e-2, "seed {seed}");
                    }
                }
            }
        }
        for (fewer, fewer_links) in &by_set {
            for (more, more_links) in &by_set {
                if fewer_links.iter().all(|id| more_links.contains(id)) {
                    let pairs = fewer.iter().flatten().zip(more.iter().flatten());
                    pairs.for_each(|(f, m)| assert!(*m <= f + 1e-3, "seed {seed}"));
                }
            }
        }
    }
}

#[test]
fn closing_slivers_moves_distances_by_a_few_metres_at_most() {
    let (mut seen, mut moved_far) = (0, 0);
    for (seed, world, land) in worlds(80) {
        // Shores jittered by less than half a metre leave gaps and overlaps everywhere. The same corner moves alike
        // in one outline (its first point is its last) and otherwise in the next.
        let jittered = (1..).zip(&world.land).map(|(number, area)| {
            let off = |c: f64, salt: f64| (c * 12.9898 * f64::from(number) + salt).sin() * 0.4;
            area.map_coords(|at| Coord {
                x: at.x + off(at.x + 3.0 * at.y, 0.0),
                y: at.y + off(at.y + 7.0 * at.x, 1.0),
            })
        });
        let jittered: Vec<_> = jittered.collect();
        let Ok(moved) = land_of(&jittered, &world.water, &world.links, SNAP_M) else {
            panic!("seed {seed}: the jittered world could not be built")
        };
        let links = LinkSet::none();
        let (exact, moved) =
            (fields(&land, &world.points, &links), fields(&moved, &world.points, &links));
        for (a, b) in exact.iter().flatten().zip(moved.iter().flatten()) {
            seen += 1;
            moved_far += usize::from(!is_close(*a, *b, 3.0));
        }
    }
    // A passage of no width that opens or closes is another way altogether.
    assert!(seen > 2_000 && moved_far * 100 < seen, "{moved_far} of {seen}");
}
