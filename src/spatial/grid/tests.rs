use std::collections::{BTreeSet, HashSet};

use geo::{Area, Validation};
use proptest::prelude::*;

use super::*;
use crate::spatial::projection::to_laea;

#[test]
fn names_of_the_census_and_of_inspire_are_read_and_written() {
    let cases = [
        ("CRS3035RES100mN2691700E4341100", "100mN26917E43411"),
        ("CRS3035RES1000mN2727000E4236000", "1kmN2727E4236"),
        ("CRS3035RES10000mN2720000E4230000", "10kmN272E423"),
        ("CRS3035RES250mN2727250E4236500", "250mN272725E423650"),
    ];
    for (full, short) in cases {
        let cell: CellId = full.parse().unwrap();
        assert_eq!(cell.to_string(), full);
        assert_eq!(cell.inspire_name(), short);
        assert_eq!(short.parse::<CellId>().unwrap(), cell);
    }
}

#[test]
fn what_is_no_cell_is_refused_by_name() {
    for wrong in [
        "",
        "100m",
        "100mN27417",
        "100mE42174N27417",
        "mN1E1",
        "0mN0E0",
        "100mN-1E2",
        "100mN+1E2",
        "100mN1E2x",
        "CRS3035RESN1E2",
        "100mN99999999999E1",
        "100mN99999999E1",
        "4294967296mN1E1",
    ] {
        let error = wrong.parse::<CellId>().unwrap_err();
        assert_eq!(error.fault.code(), "not_a_cell", "{wrong}: {error}");
    }
    let off = "CRS3035RES100mN2691750E4341100".parse::<CellId>().unwrap_err();
    assert_eq!(
        off.to_string(),
        "/: the lower-left corner N 2691750 E 4341100 is no multiple of the cell size of 100 m"
    );
}

#[test]
fn a_cell_is_found_by_any_point_in_it_and_has_its_centre_in_its_polygon() {
    let cell = CellId::new(100, 4_217_400, 2_741_700).unwrap();
    assert_eq!(cell.centre_m(), Projected::new(4_217_450.0, 2_741_750.0));
    assert_eq!(CellId::containing(cell.centre_m(), 100), Some(cell));
    assert_eq!(CellId::containing(Projected::new(4_217_400.0, 2_741_700.0), 100), Some(cell));
    assert_ne!(CellId::containing(Projected::new(4_217_500.0, 2_741_700.0), 100), Some(cell));
    assert_eq!(CellId::containing(Projected::new(-1.0, 0.0), 100), None);
    let polygon = cell.polygon().unwrap();
    assert_eq!(polygon.exterior().0.len(), 5);
    let corner = polygon.exterior().0[0];
    let back = to_laea(LonLat { lon: corner.x, lat: corner.y });
    assert!(back.distance_m(Projected::new(4_217_400.0, 2_741_700.0)) < 1e-6);
    assert!(polygon.signed_area() > 0.0);
}

#[test]
fn cells_of_different_sizes_are_not_joined_and_each_is_named() {
    let cells = [
        CellId::new(100, 100, 100).unwrap(),
        CellId::new(1000, 1000, 1000).unwrap(),
        CellId::new(200, 200, 200).unwrap(),
    ];
    let faults = dissolve_cells(&cells, 10).unwrap_err();
    let pointers: Vec<&str> = faults.iter().map(|fault| fault.spot.pointer.as_str()).collect();
    assert_eq!(pointers, ["/1", "/2"]);
    assert_eq!(dissolve_cells(&[], 10), Ok(MultiPolygon(Vec::new())));
}

#[test]
fn long_sides_are_cut_at_the_same_places_in_neighbouring_areas() {
    let row = |row: u32| -> Vec<CellId> {
        (0..25)
            .map(|n| CellId::new(1000, 4_200_000 + n * 1000, 2_700_000 + row * 1000).unwrap())
            .collect()
    };
    let (south, north) =
        (dissolve_cells(&row(0), 10).unwrap(), dissolve_cells(&row(1), 10).unwrap());
    let vertices = |area: &MultiPolygon<f64>| -> BTreeSet<(u64, u64)> {
        area.0[0].exterior().0.iter().map(|c| (c.x.to_bits(), c.y.to_bits())).collect()
    };
    // Columns 4200 to 4225 are cut at 4210 and 4220: together with the two corners four shared vertices.
    assert_eq!(vertices(&south).intersection(&vertices(&north)).count(), 4);
    assert_eq!(vertices(&south).len(), 8);
    assert!(south.is_valid() && north.is_valid());
}

/// Number of groups connected by sides, by flood fill.
fn groups(squares: &HashSet<[u32; 2]>) -> usize {
    let mut left = squares.clone();
    let mut count = 0;
    while let Some(start) = left.iter().next().copied() {
        count += 1;
        let mut stack = vec![start];
        left.remove(&start);
        while let Some([x, y]) = stack.pop() {
            let around = [[x + 1, y], [x.wrapping_sub(1), y], [x, y + 1], [x, y.wrapping_sub(1)]];
            stack.extend(around.into_iter().filter(|next| left.remove(next)));
        }
    }
    count
}

/// Whether the middle of a square lies in a ring: crossings of the ray to the east, on the lattice.
fn is_inside(ring: &[[u32; 2]], [x, y]: [u32; 2]) -> bool {
    let crossings = ring
        .iter()
        .zip(ring.iter().cycle().skip(1))
        .filter(|(a, b)| a[0] == b[0] && a[0] > x && a[1].min(b[1]) <= y && y < a[1].max(b[1]))
        .count();
    crossings % 2 == 1
}

/// Everything that must hold of the polygons of a set of squares.
fn check_dissolved(input: &[[u32; 2]], width: u32) {
    let squares: HashSet<[u32; 2]> = input.iter().copied().collect();
    let polygons = dissolve(input);
    assert_eq!(polygons.len(), groups(&squares), "one polygon for each group");
    for x in 0..width {
        for y in 0..width {
            let covering = polygons
                .iter()
                .filter(|polygon| {
                    is_inside(&polygon.outer, [x, y])
                        && !polygon.holes.iter().any(|hole| is_inside(hole, [x, y]))
                })
                .count();
            assert_eq!(covering, usize::from(squares.contains(&[x, y])), "square {x} {y}");
        }
    }
    for polygon in &polygons {
        for ring in polygon.holes.iter().chain([&polygon.outer]) {
            let distinct: HashSet<_> = ring.iter().collect();
            assert_eq!(distinct.len(), ring.len(), "no corner twice: {ring:?}");
            for window in 0..ring.len() {
                let [a, b, c] = [0, 1, 2].map(|n| ring[(window + n) % ring.len()]);
                assert!((a[0] == b[0]) != (b[0] == c[0]), "a corner at each position: {ring:?}");
            }
        }
        let line = |ring: &[[u32; 2]]| -> LineString<f64> {
            ring.iter().chain(ring.first()).map(|[x, y]| (f64::from(*x), f64::from(*y))).collect()
        };
        let shape =
            Polygon::new(line(&polygon.outer), polygon.holes.iter().map(|h| line(h)).collect());
        assert!(shape.is_valid(), "{shape:?}");
        assert!(line_area(&polygon.outer) > 0.0);
        assert!(polygon.holes.iter().all(|hole| line_area(hole) < 0.0));
    }
}

fn line_area(ring: &[[u32; 2]]) -> f64 {
    let line: LineString<f64> = ring.iter().map(|[x, y]| (f64::from(*x), f64::from(*y))).collect();
    Polygon::new(line, Vec::new()).signed_area()
}

#[test]
fn all_patterns_of_three_by_three_squares_dissolve_rightly() {
    for pattern in 0..512_u32 {
        let squares: Vec<[u32; 2]> =
            (0..9).filter(|bit| pattern >> bit & 1 == 1).map(|bit| [bit % 3, bit / 3]).collect();
        check_dissolved(&squares, 3);
    }
}

#[test]
fn a_hole_that_touches_the_outer_ring_in_a_corner_stays_a_hole() {
    // A ring of squares whose first and last touch only diagonally.
    let squares = [[1, 0], [2, 0], [2, 1], [2, 2], [1, 2], [0, 2], [0, 1]];
    let polygons = dissolve(&squares);
    assert_eq!(polygons.len(), 1);
    assert_eq!(polygons[0].holes.len(), 1);
    assert_eq!(polygons[0].holes[0].len(), 4);
    check_dissolved(&squares, 3);
}

proptest! {
    #[test]
    fn squares_dissolve_into_valid_polygons_that_cover_exactly_them(
        squares in prop::collection::vec((0..12u32, 0..12u32), 0..110),
    ) {
        let squares: Vec<[u32; 2]> = squares.into_iter().map(|(x, y)| [x, y]).collect();
        check_dissolved(&squares, 12);
    }

    #[test]
    fn dense_squares_with_many_holes_dissolve_rightly(gaps in prop::collection::vec((0..12u32, 0..12u32), 0..60)) {
        let squares: Vec<[u32; 2]> = (0..144)
            .map(|n| [n % 12, n / 12])
            .filter(|[x, y]| !gaps.contains(&(*x, *y)))
            .collect();
        check_dissolved(&squares, 12);
    }

    #[test]
    fn a_cell_comes_back_from_both_of_its_names(size in prop::sample::select(vec![1u32, 50, 100, 250, 500, 1000, 10_000, 100_000]), column in 0..70_000u32, row in 0..70_000u32) {
        prop_assume!(column.checked_mul(size).is_some() && row.checked_mul(size).is_some());
        let cell = CellId::new(size, column * size, row * size).unwrap();
        prop_assert_eq!(cell.to_string().parse::<CellId>().unwrap(), cell);
        prop_assert_eq!(cell.inspire_name().parse::<CellId>().unwrap(), cell);
    }
}
