use proptest::prelude::*;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use roaring::RoaringBitmap;

use super::*;
use crate::spatial::distance::straight_m;
use crate::spatial::projection::Crs;

/// Points in clumps, many of them twice, some on a coarse lattice so that ties and edges are met exactly.
fn points(rng: &mut ChaCha8Rng, count: usize) -> Vec<LonLat> {
    let mut points: Vec<LonLat> = Vec::with_capacity(count);
    while points.len() < count {
        let point = match rng.random_range(0..4) {
            0 => LonLat {
                lon: f64::from(rng.random_range(-36..=36_i32)) * 5.0,
                lat: f64::from(rng.random_range(-18..=18_i32)) * 5.0,
            },
            1 if !points.is_empty() => points[rng.random_range(0..points.len())],
            2 => LonLat { lon: rng.random_range(8.6..9.3), lat: rng.random_range(47.6..48.0) },
            _ => LonLat {
                lon: rng.random_range(-180.0..=180.0),
                lat: rng.random_range(-90.0..=90.0),
            },
        };
        points.push(point);
    }
    points
}

fn bbox(rng: &mut ChaCha8Rng) -> Bbox {
    let side = |rng: &mut ChaCha8Rng, limit: i32| f64::from(rng.random_range(-limit..=limit)) * 5.0;
    if rng.random_bool(0.3) {
        let (west, south) = (rng.random_range(8.5..9.3), rng.random_range(47.5..48.0));
        let (width, height) = (rng.random_range(0.0..0.5), rng.random_range(0.0..0.3));
        return Bbox { west, south, east: west + width, north: south + height };
    }
    let (a, b) = (side(rng, 18), side(rng, 18));
    Bbox { west: side(rng, 36), east: side(rng, 36), south: a.min(b), north: a.max(b) }
}

/// 10,000 queries over 200 indexes of very different sizes, among them none and one.
fn for_each_case(mut check: impl FnMut(&mut ChaCha8Rng, &[LonLat], &CountingIndex)) {
    let mut rng = ChaCha8Rng::seed_from_u64(0x5041);
    for round in 0..200 {
        let count = match round {
            0 => 0,
            1 => 1,
            2 => 2,
            _ => rng.random_range(1..600),
        };
        let input = points(&mut rng, count);
        let (index, order) = CountingIndex::build(&input);
        let by_doc: Vec<LonLat> = order.iter().map(|at| input[*at as usize]).collect();
        for _ in 0..50 {
            check(&mut rng, &by_doc, &index);
        }
    }
}

fn looped(by_doc: &[LonLat], holds: impl Fn(LonLat) -> bool) -> Vec<Doc> {
    (0..).zip(by_doc).filter(|(_, point)| holds(**point)).map(|(doc, _)| doc).collect()
}

fn assert_same(cover: &Cover, expected: &[Doc]) {
    assert_eq!(cover.iter().collect::<Vec<_>>(), expected);
    assert_eq!(cover.len(), expected.len());
    assert_eq!(cover.is_empty(), expected.is_empty());
    assert_eq!(cover.to_bitmap().iter().collect::<Vec<_>>(), expected);
}

#[test]
fn a_box_finds_and_counts_what_a_loop_over_all_points_finds() {
    let mut crossing = 0;
    let mut found = 0;
    for_each_case(|rng, by_doc, index| {
        let area = bbox(rng);
        let expected = looped(by_doc, |point| area.contains(point));
        let cover = index.ranges_in(&area);
        assert_same(&cover, &expected);
        crossing += usize::from(area.crosses_antimeridian());
        found += expected.len();

        let filter: RoaringBitmap =
            (0..).take(by_doc.len()).filter(|_| rng.random_bool(0.3)).collect();
        let filtered = expected.iter().filter(|doc| filter.contains(**doc)).count();
        assert_eq!(cover.count_in(&filter), filtered as u64);

        let first = rng.random_range(0..=by_doc.len() as u32);
        let rest: Vec<Doc> = expected.iter().copied().filter(|doc| *doc >= first).collect();
        assert_eq!(cover.iter_from(first).collect::<Vec<_>>(), rest);
        assert_eq!(cover.contains(first), expected.contains(&first));
    });
    assert!(crossing > 1000 && found > 100_000, "the cases are dull: {crossing} {found}");
}

#[test]
fn within_a_distance_finds_what_a_loop_finds() {
    let mut found = 0;
    for_each_case(|rng, by_doc, index| {
        let centre = by_doc.first().copied().unwrap_or(LonLat { lon: 9.0, lat: 47.7 });
        let distance_m =
            *[0.0, 500.0, 20_000.0, 3e6, f64::INFINITY].get(rng.random_range(0..5)).unwrap();
        // Squares are compared, not roots: a point exactly on the line counts in both.
        let limit2 = distance_m * distance_m;
        let expected = looped(by_doc, |point| square_distance(flat(point), flat(centre)) <= limit2);
        assert_same(&index.within(centre, distance_m), &expected);
        found += expected.len();
    });
    assert!(found > 100_000, "the cases are dull: {found}");
    let (index, _) = CountingIndex::build(&[LonLat { lon: 9.0, lat: 47.7 }]);
    assert!(index.within(LonLat { lon: 9.0, lat: 47.7 }, f64::NAN).is_empty());
    assert!(index.within(LonLat { lon: 9.0, lat: 47.7 }, -1.0).is_empty());
}

#[test]
fn nearest_gives_all_documents_by_distance_and_ties_by_number() {
    for_each_case(|rng, by_doc, index| {
        let from = match by_doc {
            [] => LonLat { lon: 9.0, lat: 47.7 },
            _ => by_doc[rng.random_range(0..by_doc.len())],
        };
        let mut expected: Vec<(Doc, f64)> = (0..)
            .zip(by_doc)
            .map(|(doc, point)| (doc, square_distance(flat(*point), flat(from))))
            .collect();
        expected.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        let take = if rng.random_bool(0.1) { by_doc.len() } else { 5.min(by_doc.len()) };
        let got: Vec<(Doc, f64)> = index.nearest(from).take(take).collect();
        let expected: Vec<(Doc, f64)> =
            expected.into_iter().take(take).map(|(doc, square)| (doc, square.sqrt())).collect();
        assert_eq!(got, expected);
    });
}

#[test]
fn a_box_in_another_system_finds_what_lies_in_it_there() {
    let mut found = 0;
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    let input: Vec<LonLat> = (0..5000)
        .map(|_| LonLat { lon: rng.random_range(5.0..15.0), lat: rng.random_range(47.0..55.0) })
        .collect();
    let (index, order) = CountingIndex::build(&input);
    let by_doc: Vec<LonLat> = order.iter().map(|at| input[*at as usize]).collect();
    for _ in 0..300 {
        let crs = Crs::ALL[rng.random_range(0..5)];
        let a = crs.from_lonlat(by_doc[rng.random_range(0..5000)]).unwrap();
        let b = crs.from_lonlat(by_doc[rng.random_range(0..5000)]).unwrap();
        let low = [a[0].min(b[0]), a[1].min(b[1])];
        let high = [a[0].max(b[0]), a[1].max(b[1])];
        let area = CrsBox::from_numbers(crs, &[low[0], low[1], high[0], high[1]]).unwrap();
        let expected = looped(&by_doc, |point| {
            let own = crs.from_lonlat(point).unwrap();
            (0..2).all(|axis| own[axis] >= low[axis] && own[axis] <= high[axis])
        });
        assert!(expected.len() >= 2, "both corners are points of the index");
        assert_same(&index.ranges_in_crs(&area), &expected);
        found += expected.len();
    }
    assert!(found > 10_000, "the cases are dull: {found}");
}

#[test]
fn counting_does_not_visit_the_matches() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let input: Vec<LonLat> = (0..100_000)
        .map(|_| LonLat { lon: rng.random_range(6.0..15.0), lat: rng.random_range(47.3..55.0) })
        .collect();
    let (index, _) = CountingIndex::build(&input);
    let area = Bbox { west: 8.0, south: 49.0, east: 13.0, north: 53.0 };
    let cover = index.ranges_in(&area);
    let expected = input.iter().filter(|point| area.contains(**point)).count();
    assert_eq!(cover.len(), expected);
    assert!(expected > 25_000);
    assert!((cover.tested as usize) < expected / 5, "{} of {expected} were tested", cover.tested);
    assert!(cover.ranges.len() < 1_000, "{} ranges", cover.ranges.len());

    // The whole world is one range and nothing to test.
    let world = index.ranges_in(&Bbox::WORLD);
    assert_eq!((world.ranges, world.tested), (vec![std::ops::Range { start: 0, end: 100_000 }], 0));
}

#[test]
fn the_order_names_every_point_once_and_positions_follow_it() {
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    let input = points(&mut rng, 1_000);
    let (index, order) = CountingIndex::build(&input);
    let (again, same_order) = CountingIndex::build(&input);
    assert_eq!(order, same_order);
    assert_eq!(index.degrees, again.degrees);
    let mut sorted = order.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, (0..1_000).collect::<Vec<_>>());
    for (doc, at) in (0..).zip(&order) {
        let point = input[*at as usize];
        assert_eq!(index.position(doc), Some(point));
        let from = input[0];
        let metres = index.distance_m(doc, to_laea(from)).unwrap();
        assert!((metres - straight_m(from, point)).abs() < 1e-6);
    }
    assert_eq!(index.extent(), Bbox::from_points(input));
}

#[test]
fn an_empty_index_answers_everything_with_nothing() {
    let (index, order) = CountingIndex::build(&[]);
    assert!(index.is_empty() && order.is_empty());
    assert!(index.ranges_in(&Bbox::WORLD).is_empty());
    assert_eq!(index.nearest(LonLat { lon: 9.0, lat: 47.7 }).next(), None);
    assert_eq!(index.extent(), None);
    assert_eq!(index.position(0), None);
}

#[test]
fn points_that_are_nowhere_are_left_out() {
    let input = [
        LonLat { lon: f64::NAN, lat: 47.7 },
        LonLat { lon: 9.0, lat: 47.7 },
        LonLat { lon: 9.0, lat: f64::INFINITY },
    ];
    let (index, order) = CountingIndex::build(&input);
    assert_eq!((index.len(), order), (1, vec![1]));
}

proptest! {
    #[test]
    fn a_union_holds_exactly_the_documents_of_both(
        a in prop::collection::vec((0..300u32, 0..20u32), 0..8), b in prop::collection::vec((0..300u32, 0..20u32), 0..8),
        singles_a in prop::collection::btree_set(0..320u32, 0..20), singles_b in prop::collection::btree_set(0..320u32, 0..20),
    ) {
        let cover = |mut ranges: Vec<(u32, u32)>, singles: &std::collections::BTreeSet<u32>| {
            ranges.sort_unstable();
            let mut cover = Cover::default();
            for (start, length) in ranges {
                cover.push_range(start..start + length);
            }
            cover.singles = singles.iter().copied().filter(|doc| !cover.contains(*doc)).collect();
            cover
        };
        let (a, b) = (cover(a, &singles_a), cover(b, &singles_b));
        let union = a.union(&b);
        let mut expected: Vec<u32> = a.iter().chain(b.iter()).collect();
        expected.sort_unstable();
        expected.dedup();
        prop_assert_eq!(union.iter().collect::<Vec<_>>(), expected.clone());
        prop_assert_eq!(union.len(), expected.len());
    }
}
