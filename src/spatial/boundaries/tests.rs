use geo::coordinate_position::{CoordPos, CoordinatePosition};
use geo::{Coord, polygon};
use proptest::prelude::*;

use super::*;
use crate::spatial::distance::to_segment_m;
use crate::spatial::grid::{CellId, assign_cells};
use crate::spatial::projection::from_laea;

/// Four fields that meet in 9.1 E 47.1 N, with crooked shared borders.
fn four_fields() -> Vec<(&'static str, MultiPolygon<f64>)> {
    let at = |x: f64, y: f64| Coord { x, y };
    let fields = [
        (
            "south-west",
            vec![
                at(9.0, 47.0),
                at(9.13, 47.0),
                at(9.09, 47.05),
                at(9.1, 47.1),
                at(9.05, 47.12),
                at(9.0, 47.1),
            ],
        ),
        (
            "south-east",
            vec![at(9.13, 47.0), at(9.2, 47.0), at(9.2, 47.1), at(9.1, 47.1), at(9.09, 47.05)],
        ),
        (
            "north-west",
            vec![at(9.0, 47.1), at(9.05, 47.12), at(9.1, 47.1), at(9.11, 47.2), at(9.0, 47.2)],
        ),
        ("north-east", vec![at(9.1, 47.1), at(9.2, 47.1), at(9.2, 47.2), at(9.11, 47.2)]),
    ];
    fields
        .into_iter()
        .map(|(name, ring)| {
            (name, MultiPolygon(vec![geo::Polygon::new(geo::LineString(ring), Vec::new())]))
        })
        .collect()
}

#[test]
fn a_point_belongs_to_the_area_it_lies_in_and_to_none_outside() {
    let fields = Boundaries::new(four_fields());
    let at = |lon, lat| fields.containing(LonLat { lon, lat }).copied();
    assert_eq!(at(9.05, 47.05), Some("south-west"));
    assert_eq!(at(9.15, 47.05), Some("south-east"));
    assert_eq!(at(9.05, 47.15), Some("north-west"));
    assert_eq!(at(9.15, 47.15), Some("north-east"));
    assert_eq!(at(8.9, 47.05), None);
    assert_eq!(at(f64::NAN, 47.05), None);
    assert_eq!(fields.len(), 4);
    let all = Bbox { west: 9.0, south: 47.0, east: 9.2, north: 47.2 };
    assert_eq!(fields.extent(), Some(all));
}

#[test]
fn points_on_shared_borders_and_corners_belong_to_exactly_one_area() {
    let fields = Boundaries::new(four_fields());
    let mut points = vec![LonLat { lon: 9.1, lat: 47.1 }, LonLat { lon: 9.05, lat: 47.12 }];
    // Many points on the level border between south-east and north-east, exactly on it.
    points.extend((1..100).map(|n| LonLat { lon: 9.1 + 0.001 * f64::from(n), lat: 47.1 }));
    // Points along the crooked ones: wherever rounding puts them, one area has them.
    for n in 1..100 {
        let share = f64::from(n) / 100.0;
        points.push(LonLat { lon: 9.13 - 0.04 * share, lat: 47.0 + 0.05 * share });
        points.push(LonLat { lon: 9.1 + 0.01 * share, lat: 47.1 + 0.1 * share });
    }
    for point in points {
        let holders: Vec<_> =
            fields.iter().filter(|(_, area)| area.contains(point)).map(|(name, _)| *name).collect();
        assert_eq!(holders.len(), 1, "{point:?} belongs to {holders:?}");
    }
    // East before west, north before south.
    assert_eq!(fields.containing(LonLat { lon: 9.15, lat: 47.1 }), Some(&"north-east"));
    assert_eq!(fields.containing(LonLat { lon: 9.1, lat: 47.1 }), Some(&"north-east"));
    assert_eq!(fields.containing(LonLat { lon: 9.0, lat: 47.05 }), Some(&"south-west"));
    assert_eq!(fields.containing(LonLat { lon: 9.2, lat: 47.05 }), None);
    assert_eq!(
        fields.containing_or_nearest(LonLat { lon: 9.2, lat: 47.05 }, 1.0),
        Some(&"south-east")
    );
}

#[test]
fn the_nearest_area_is_that_with_the_nearest_border() {
    let fields = Boundaries::new(four_fields());
    let point = LonLat { lon: 9.05, lat: 46.99 };
    let (name, distance_m) = fields.nearest(point).unwrap();
    assert_eq!(*name, "south-west");
    assert!((1100.0..1125.0).contains(&distance_m), "{distance_m}");
    assert_eq!(fields.nearest(LonLat { lon: 9.15, lat: 47.15 }), Some((&"north-east", 0.0)));
    assert_eq!(fields.containing_or_nearest(point, 1000.0), None);
    assert_eq!(fields.containing_or_nearest(point, 1200.0), Some(&"south-west"));
    let none: Boundaries<u8> = Boundaries::new([]);
    assert_eq!((none.nearest(point), none.containing(point), none.extent()), (None, None, None));
}

#[test]
fn a_box_meets_the_areas_it_shares_a_point_with() {
    let fields = Boundaries::new(four_fields());
    let bbox = |west, south, east, north| Bbox { west, south, east, north };
    assert_eq!(fields.intersecting(&bbox(9.01, 47.01, 9.02, 47.02)), [0]);
    assert_eq!(fields.intersecting(&bbox(9.01, 47.01, 9.19, 47.19)), [0, 1, 2, 3]);
    assert_eq!(fields.intersecting(&bbox(8.0, 46.0, 8.5, 46.5)), [0; 0]);
    // Within the box of south-west, but beyond its crooked border.
    assert_eq!(fields.intersecting(&bbox(9.12, 47.06, 9.125, 47.07)), [1]);
    assert_eq!(fields.intersecting(&bbox(179.0, 47.0, 9.01, 47.01)), [0]);
}

#[test]
fn cells_go_to_the_area_of_their_centre_and_along_the_edge_to_the_one_they_touch() {
    let fields = Boundaries::new(four_fields());
    let cell = |lon, lat| CellId::containing(to_laea(LonLat { lon, lat }), 1000).unwrap();
    let cells = [cell(9.05, 47.05), cell(9.15, 47.15), cell(9.0, 46.5)];
    assert_eq!(assign_cells(&cells, &fields), [Some(&"south-west"), Some(&"north-east"), None]);
    // Cells whose centre lies just beyond the southern border still touch it.
    let beyond = from_laea(cell(9.05, 46.998).centre_m()).unwrap();
    assert!(fields.containing(beyond).is_none());
    assert_eq!(assign_cells(&[cell(9.05, 46.998)], &fields), [Some(&"south-west")]);
}

proptest! {
    #[test]
    fn membership_is_what_geo_says_wherever_a_point_is_not_on_a_border(
        radii in prop::collection::vec(0.02..0.1f64, 5..40), hole in 0.1..0.9f64,
        points in prop::collection::vec((8.85..9.15f64, 46.85..47.15f64), 20),
    ) {
        let turn = std::f64::consts::TAU / radii.len() as f64;
        let ring = |scale: f64| -> geo::LineString<f64> {
            radii.iter().enumerate().map(|(n, r)| (9.0 + scale * r * (n as f64 * turn).cos(), 47.0 + scale * r * (n as f64 * turn).sin())).collect()
        };
        let shape = MultiPolygon(vec![geo::Polygon::new(ring(1.0), vec![ring(hole)])]);
        let area = PreparedArea::new(shape.clone());
        for (lon, lat) in points {
            let expected = shape.coordinate_position(&Coord { x: lon, y: lat });
            if expected != CoordPos::OnBoundary {
                prop_assert_eq!(area.contains(LonLat { lon, lat }), expected == CoordPos::Inside);
            }
            let at = to_laea(LonLat { lon, lat });
            let border = area.edges_m().map(|edge| {
                let [from, to] = [edge.from, edge.to].map(|[x, y]| crate::spatial::Projected::new(x, y));
                to_segment_m(at, from, to)
            }).fold(f64::INFINITY, f64::min);
            let distance = area.distance_m(LonLat { lon, lat }).unwrap();
            let wanted = if expected == CoordPos::Inside { 0.0 } else { border };
            prop_assert!((distance - wanted).abs() < 1e-6);
        }
    }
}

#[test]
fn an_empty_area_holds_nothing_and_is_nowhere() {
    let empty = PreparedArea::new(MultiPolygon(Vec::new()));
    let point = LonLat { lon: 9.0, lat: 47.0 };
    assert!(!empty.contains(point) && !empty.intersects(&Bbox::WORLD));
    assert_eq!((empty.distance_m(point), empty.bbox()), (None, None));
    let line =
        PreparedArea::new(MultiPolygon(vec![polygon![(x: 8.0, y: 47.0), (x: 9.0, y: 47.0)]]));
    assert!(!line.contains(LonLat { lon: 8.5, lat: 47.0 }));
}
