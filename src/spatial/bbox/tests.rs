use proptest::prelude::*;

use super::*;
use crate::spatial::projection::Crs;

fn messages(faults: &[GeometryError]) -> Vec<String> {
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn four_and_six_numbers_give_the_same_box() {
    let four = Bbox::from_numbers(&[8.6, 47.6, 9.2, 48.0]).unwrap();
    let six = Bbox::from_numbers(&[8.6, 47.6, 0.0, 9.2, 48.0, 999.0]).unwrap();
    assert_eq!(four, six);
    assert_eq!(four, Bbox { west: 8.6, south: 47.6, east: 9.2, north: 48.0 });
}

#[test]
fn every_fault_of_a_box_is_named_with_its_place() {
    let faults = Bbox::from_numbers(&[-999.0, 48.0, f64::NAN, 47.0]).unwrap_err();
    assert_eq!(
        messages(&faults),
        [
            "/2: east is not a finite number",
            "/0: west -999 is outside -180 to 180",
            "/1: south 48 is greater than north 47; exchange them",
        ]
    );
    let metres = Bbox::from_numbers(&[4_217_400.0, 0.0, 5.0, 1.0]).unwrap_err();
    assert!(messages(&metres)[0].contains("look like metres"), "{metres:?}");
    let heights = Bbox::from_numbers(&[0.0, 0.0, 5.0, 1.0, 1.0, 2.0]).unwrap_err();
    assert_eq!(messages(&heights), ["/2: lowest 5 is greater than highest 2; exchange them"]);
    for count in [0, 1, 3, 5, 7] {
        let faults = Bbox::from_numbers(&vec![0.0; count]).unwrap_err();
        assert_eq!(faults[0].fault, GeometryFault::BoxLength { count });
    }
}

#[test]
fn a_box_in_latitude_first_order_points_to_the_numbers_as_they_were_given() {
    let faults = CrsBox::from_numbers(Crs::Epsg4326, &[48.0, 8.0, 47.0, 200.0]).unwrap_err();
    assert_eq!(
        messages(&faults),
        [
            "/3: east 200 is outside -180 to 180",
            "/0: south 48 is greater than north 47; exchange them",
        ]
    );
    let six = CrsBox::from_numbers(Crs::Epsg4326, &[47.0, 8.0, 0.0, 95.0, f64::INFINITY, 1.0]);
    let pointers: Vec<_> = six.unwrap_err().into_iter().map(|f| f.spot.pointer).collect();
    assert_eq!(pointers, ["/4", "/3"]);
}

#[test]
fn across_the_antimeridian_a_box_has_two_parts() {
    let fiji = Bbox::from_numbers(&[176.0, -20.0, -178.0, -12.0]).unwrap();
    assert!(fiji.crosses_antimeridian());
    assert!(fiji.contains(LonLat { lon: 179.0, lat: -17.0 }));
    assert!(fiji.contains(LonLat { lon: -179.0, lat: -17.0 }));
    assert!(fiji.contains(LonLat { lon: 180.0, lat: -17.0 }));
    assert!(!fiji.contains(LonLat { lon: 0.0, lat: -17.0 }));
    assert_eq!(fiji.parts().count(), 2);
    assert!((fiji.centre().lon - 179.0).abs() < 1e-12);
    assert!(fiji.intersects(&Bbox { west: -179.0, south: -15.0, east: 0.0, north: 0.0 }));
    assert!(!fiji.intersects(&Bbox { west: -177.0, south: -15.0, east: 175.0, north: 0.0 }));
}

#[test]
fn a_box_around_points_holds_them_all_and_none_gives_none() {
    assert_eq!(Bbox::from_points([]), None);
    let at = |lon, lat| LonLat { lon, lat };
    let bbox = Bbox::from_points([at(9.0, 47.0), at(8.0, 48.0)]).unwrap();
    assert_eq!(bbox, Bbox { west: 8.0, south: 47.0, east: 9.0, north: 48.0 });
}

#[test]
fn reversed_metres_and_places_beyond_the_system_are_refused() {
    let reversed = CrsBox::from_numbers(Crs::Epsg3035, &[2.0, 5.0, 1.0, 4.0]).unwrap_err();
    assert_eq!(
        messages(&reversed),
        [
            "/0: lowest northing 2 is greater than highest northing 1; exchange them",
            "/1: lowest easting 5 is greater than highest easting 4; exchange them",
        ]
    );
    let beyond = CrsBox::from_numbers(Crs::Epsg3035, &[0.0, 0.0, 1e9, 1e9]).unwrap_err();
    assert_eq!(messages(&beyond), ["/: the box reaches where EPSG:3035 is not defined"]);
}

#[test]
fn a_box_of_metres_around_the_pole_reaches_around_the_earth() {
    let around = CrsBox::from_numbers(Crs::Epsg3035, &[7.0e6, 4.0e6, 7.6e6, 4.7e6]).unwrap();
    assert_eq!(
        (around.outer().west, around.outer().east, around.outer().north),
        (-180.0, 180.0, 90.0)
    );
    assert!(around.outer().contains(LonLat { lon: -120.0, lat: 89.9 }));
}

proptest! {
    #[test]
    fn the_outer_box_covers_all_that_the_box_of_metres_contains(
        lon in -15.0..35.0f64, lat in 36.0..70.0f64,
        width in 1.0..2_000_000.0f64, height in 1.0..1_500_000.0f64,
        x in 0.0..=1.0f64, y in 0.0..=1.0f64, crs in prop::sample::select(&Crs::ALL[2..]),
    ) {
        let [east, north] = crs.swapped(crs.from_lonlat(LonLat { lon, lat }).unwrap());
        let [a, b] = crs.swapped([east, north]);
        let [c, d] = crs.swapped([east + width, north + height]);
        let inside = crs.swapped([east + x * width, north + y * height]);
        if let (Ok(bbox), Some(point)) = (CrsBox::from_numbers(crs, &[a, b, c, d]), crs.to_lonlat(inside)) {
            prop_assert!(bbox.outer().contains(point), "{bbox:?} {point:?}");
            // The sides themselves may be lost to the last bit; what is well inside may not.
            if (0.001..0.999).contains(&x) && (0.001..0.999).contains(&y) {
                prop_assert!(bbox.contains(point), "{bbox:?} {point:?}");
            }
        }
    }

    #[test]
    fn intersecting_boxes_are_those_that_share_a_point(
        a in (-180.0..180.0f64, -90.0..0.0f64, -180.0..180.0f64, 0.0..90.0f64),
        b in (-180.0..180.0f64, -90.0..0.0f64, -180.0..180.0f64, 0.0..90.0f64),
    ) {
        let [a, b] = [a, b].map(|(west, south, east, north)| Bbox { west, south, east, north });
        // All boxes here hold a stretch of the equator, so that only longitudes decide; if they meet, the western side
        // of one lies in the other.
        let meet = [(a, b), (b, a)].iter().any(|(p, q)| p.contains(LonLat { lon: q.west, lat: 0.0 }));
        prop_assert_eq!(a.intersects(&b), meet);
    }
}
