use geo::{Area, Validation, polygon};
use geographiclib_rs::{Geodesic, PolygonArea, Winding};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::spatial::error::GeometryError;

fn faults_of(geometry: &Value) -> Vec<String> {
    read_area(geometry).unwrap_err().iter().map(ToString::to_string).collect()
}

#[expect(clippy::needless_pass_by_value, reason = "called with json!(…)")]
fn polygon(rings: Value) -> Value {
    json!({ "type": "Polygon", "coordinates": rings })
}

fn codes(faults: &[GeometryError]) -> Vec<&'static str> {
    faults.iter().map(|fault| fault.fault.code()).collect()
}

#[test]
fn a_sound_polygon_is_read_and_its_rings_are_turned_the_right_way() {
    // Outer ring clockwise, hole counter-clockwise, one position doubled, heights given.
    let area = read_area(&polygon(json!([
        [[8, 47, 400], [8, 49, 400], [8, 49, 400], [10, 49, 400], [10, 47, 400], [8, 47, 400]],
        [[8.5, 47.5], [9, 47.5], [9, 48], [8.5, 48], [8.5, 47.5]],
    ])))
    .unwrap();
    assert_eq!(area.0.len(), 1);
    assert_eq!(area.0[0].exterior().0.len(), 5);
    assert!((area.signed_area() - 3.75).abs() < 1e-12);
    let hole = Polygon::new(area.0[0].interiors()[0].clone(), Vec::new());
    assert!(hole.signed_area() < 0.0);
    assert_eq!(check_area(&area), Ok(area));
}

use geo::Polygon;

#[test]
fn every_fault_of_a_broken_polygon_is_named_with_its_place() {
    let broken = json!({ "type": "MultiPolygon", "coordinates": [
        [[[8, 47], [9, 47], [9, 48]]],
        [[[8, 47], [9, 48], [9, 47], [8, 48], [8, 47]]],
        [[[8, 47], [9, 47], [8, 47]]],
        [[[8, 47], ["9", 47], [200, 48], [8, 95], [7], [8, 47]]],
        [],
        "ring",
        [[[4_217_400, 2_741_700], [8, 47], [8, 48], [4_217_400, 2_741_700]]],
    ]});
    assert_eq!(
        faults_of(&broken),
        [
            "/coordinates/3/0/1: expected a position [longitude, latitude] in numbers",
            "/coordinates/3/0/2: longitude 200 is outside -180 to 180",
            "/coordinates/3/0/3: latitude 95 is outside -90 to 90; longitude comes first",
            "/coordinates/3/0/4: expected a position [longitude, latitude] in numbers",
            "/coordinates/4: the polygon has no ring; leave it out or give it an outer ring",
            "/coordinates/5: expected a list of rings, found something else",
            "/coordinates/6/0/0: longitude 4217400 is outside -180 to 180; degrees are expected, these look like metres",
            "/coordinates/6/0/0: latitude 2741700 is outside -90 to 90; degrees are expected, these look like metres",
            "/coordinates/6/0/3: longitude 4217400 is outside -180 to 180; degrees are expected, these look like metres",
            "/coordinates/6/0/3: latitude 2741700 is outside -90 to 90; degrees are expected, these look like metres",
            "/coordinates/0/0/2 (lon 9, lat 48): the ring is not closed; repeat its first position as its last",
            "/coordinates/1/0/0 (lon 8.5, lat 47.5): the ring meets itself: the edges from position 0 and from position 2 cross, touch or overlap",
            "/coordinates/2/0: the ring has 2 different positions; an area needs at least three (four with the closing one)",
        ]
    );
}

#[test]
fn other_geometries_are_refused_by_what_they_are() {
    assert_eq!(
        faults_of(&json!({ "type": "Point", "coordinates": [8, 47] })),
        ["/type: expected a Polygon or MultiPolygon, found “Point”"]
    );
    assert_eq!(
        faults_of(&json!(null)),
        ["/: expected a Polygon or MultiPolygon, found nothing (null)"]
    );
    assert_eq!(
        faults_of(&json!({ "type": "Polygon" })),
        ["/coordinates: expected a list of rings, found something else"]
    );
}

#[test]
fn rings_that_touch_themselves_or_run_back_are_not_simple() {
    let touching = polygon(json!([[[0, 0], [4, 0], [2, 2], [4, 4], [0, 4], [2, 2], [0, 0]]]));
    assert!(codes(&read_area(&touching).unwrap_err()).iter().all(|c| *c == "self_intersection"));
    let spike = polygon(json!([[[0, 0], [4, 0], [4, 4], [4, 8], [4, 4], [0, 4], [0, 0]]]));
    assert!(codes(&read_area(&spike).unwrap_err()).contains(&"self_intersection"));
    let flat = polygon(json!([[[0, 0], [2, 0], [4, 0], [0, 0]]]));
    assert!(codes(&read_area(&flat).unwrap_err()).contains(&"self_intersection"));
}

#[test]
fn holes_must_lie_inside_and_apart() {
    let outer = json!([[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]);
    let square = |x: f64, y: f64, side: f64| {
        json!([[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]])
    };
    let case = |holes: &[Value]| {
        let mut rings = vec![outer.clone()];
        rings.extend_from_slice(holes);
        match read_area(&polygon(Value::Array(rings))) {
            Ok(area) => {
                assert!(area.is_valid());
                Vec::new()
            }
            Err(faults) => codes(&faults),
        }
    };
    assert_eq!(case(&[square(1., 1., 2.), square(5., 5., 2.)]), [""; 0]);
    assert_eq!(
        case(&[square(1., 1., 2.), square(3., 3., 2.)]),
        [""; 0],
        "a common corner is no fault"
    );
    assert_eq!(case(&[square(12., 1., 2.)]), ["hole_outside"]);
    assert_eq!(case(&[square(9., 1., 2.)]), ["rings_cross"]);
    assert_eq!(case(&[square(0., 1., 2.)]), ["rings_cross"], "a common edge");
    assert_eq!(case(&[square(1., 1., 5.), square(2., 2., 2.)]), ["hole_in_hole"]);
    assert_eq!(case(&[square(2., 2., 2.), square(1., 1., 5.)]), ["hole_in_hole"]);
    assert_eq!(case(&[square(1., 1., 3.), square(2., 2., 3.)]), ["rings_cross"]);
    // All corners of this hole are on the outer ring, but it covers the notch outside.
    let notched = polygon(json!([
        [[0, 0], [10, 0], [10, 10], [5, 5], [0, 10], [0, 0]],
        [[0, 10], [5, 5], [10, 10], [0, 10]],
    ]));
    assert!(read_area(&notched).is_err());
}

#[test]
fn parts_must_not_overlap_nor_share_an_edge() {
    let square =
        |x: f64, side: f64| json!([[[x, 0], [x + side, 0], [x + side, side], [x, side], [x, 0]]]);
    let case = |parts: &[Value]| {
        let geometry = json!({ "type": "MultiPolygon", "coordinates": parts });
        read_area(&geometry).map_or_else(|faults| codes(&faults), |_| Vec::new())
    };
    assert_eq!(case(&[square(0., 1.), square(2., 1.)]), [""; 0]);
    assert_eq!(case(&[square(0., 1.), square(1., 1.)]), ["parts_overlap"]);
    assert_eq!(case(&[square(0., 2.), square(1., 2.)]), ["parts_overlap"]);
    let island_in_lake = json!([
        [[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]], [[1, 1], [8, 1], [8, 8], [1, 8], [1, 1]]],
        [[[3, 3], [5, 3], [5, 5], [3, 5], [3, 3]]],
    ]);
    assert_eq!(case(island_in_lake.as_array().unwrap()), [""; 0]);
    let inside = json!([
        [[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]]],
        [[[3, 3], [5, 3], [5, 5], [3, 5], [3, 3]]],
    ]);
    assert_eq!(case(inside.as_array().unwrap()), ["parts_overlap"]);
}

#[test]
fn areas_from_elsewhere_are_checked_for_numbers_that_are_none() {
    let area = MultiPolygon(vec![polygon![
        (x: 0.0, y: 0.0), (x: f64::NAN, y: 0.0), (x: 1.0, y: f64::INFINITY),
    ]]);
    let faults = check_area(&area).unwrap_err();
    assert_eq!(codes(&faults), ["not_finite", "not_finite"]);
    assert_eq!(faults[1].spot.pointer, "/coordinates/0/0/2");
}

#[test]
fn a_ring_with_very_many_faults_names_some_and_counts_the_rest() {
    let zigzag: Vec<[f64; 2]> =
        (0..60).map(|n| [f64::from(n % 2), f64::from(n * 7 % 60) / 60.0]).collect();
    let mut ring = zigzag.clone();
    ring.push(zigzag[0]);
    let faults = read_area(&polygon(json!([ring]))).unwrap_err();
    assert_eq!(faults.len(), 21);
    assert_eq!(faults[20].fault.code(), "more");
}

#[test]
fn areas_are_those_of_the_ellipsoid() {
    let county = MultiPolygon(vec![polygon![
        (x: 8.6, y: 47.65), (x: 8.9, y: 47.66), (x: 9.2, y: 47.67), (x: 9.2, y: 47.8),
        (x: 9.0, y: 47.95), (x: 8.8, y: 47.94), (x: 8.7, y: 47.8),
    ]]);
    let geod = Geodesic::wgs84();
    let mut oracle = PolygonArea::new(&geod, Winding::CounterClockwise);
    for corner in &county.0[0].exterior().0[1..] {
        oracle.add_point(corner.y, corner.x);
    }
    let (_, expected, _) = oracle.compute(true);
    assert!((area_m2(&county) / expected - 1.0).abs() < 1e-3, "{} {expected}", area_m2(&county));
    let with_hole = MultiPolygon(vec![Polygon::new(
        county.0[0].exterior().clone(),
        vec![
            polygon![(x: 8.8, y: 47.7), (x: 8.8, y: 47.72), (x: 8.85, y: 47.7)].exterior().clone(),
        ],
    )]);
    let hole_m2 = area_m2(&county) - area_m2(&with_hole);
    assert!((4.0e6..4.4e6).contains(&hole_m2), "{hole_m2}");
}

#[test]
fn the_label_goes_into_the_wide_end_of_the_largest_part() {
    // A thin handle to the west, a wide body in the east, and a small island.
    let area = read_area(&json!({ "type": "MultiPolygon", "coordinates": [
        [[[8.0, 47.0], [9.0, 47.0], [9.0, 46.8], [9.4, 46.8], [9.4, 47.3], [9.0, 47.3], [9.0, 47.02], [8.0, 47.02], [8.0, 47.0]]],
        [[[7.0, 47.0], [7.1, 47.0], [7.1, 47.1], [7.0, 47.0]]],
    ]})).unwrap();
    let label = label_point(&area, 100.0).unwrap();
    assert!((9.15..9.25).contains(&label.lon) && (46.9..47.2).contains(&label.lat), "{label:?}");
    assert_eq!(label_point(&MultiPolygon(Vec::new()), 100.0), None);
    // A hole in the middle pushes it aside.
    let holed = read_area(&polygon(json!([
        [[9.0, 47.0], [9.4, 47.0], [9.4, 47.3], [9.0, 47.3], [9.0, 47.0]],
        [[9.05, 47.1], [9.35, 47.1], [9.35, 47.28], [9.05, 47.28], [9.05, 47.1]],
    ])))
    .unwrap();
    assert!(label_point(&holed, 100.0).unwrap().lat < 47.1);
}

proptest! {
    #[test]
    fn star_shaped_rings_are_sound_and_scrambled_ones_are_judged_as_geo_judges_them(
        radii in prop::collection::vec(0.1..1.0f64, 3..12), swap in any::<prop::sample::Index>(), with in any::<prop::sample::Index>(),
    ) {
        let turn = std::f64::consts::TAU / radii.len() as f64;
        let star: Vec<[f64; 2]> = radii.iter().enumerate()
            .map(|(n, r)| [9.0 + r * (n as f64 * turn).cos(), 47.0 + r * (n as f64 * turn).sin()]).collect();
        let closed = |corners: &[[f64; 2]]| { let mut ring = corners.to_vec(); ring.push(corners[0]); ring };
        if radii.len() > 4 {
            prop_assert!(read_area(&polygon(json!([closed(&star)]))).is_ok());
        }
        let mut scrambled = star.clone();
        scrambled.swap(swap.index(star.len()), with.index(star.len()));
        let ring = closed(&scrambled);
        let shape = Polygon::new(ring.iter().map(|[x, y]| (*x, *y)).collect(), Vec::new());
        prop_assert_eq!(read_area(&polygon(json!([ring]))).is_ok(), shape.is_valid());
    }
}
