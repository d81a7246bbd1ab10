use std::f64::consts::PI;

use geographiclib_rs::{Geodesic, InverseGeodesic};
use proptest::prelude::*;

use super::*;
use crate::domain::LonLat;
use crate::spatial::distance::straight_m;

/// Longitude, latitude; northing and easting in EPSG:3035; easting and northing in EPSG:25832; the same in EPSG:3857.
///
/// Made with PROJ 9.1.1: `echo "LAT LON" | cs2cs -f %.5f EPSG:4326 EPSG:3035` (25832, 3857 alike).
#[rustfmt::skip]
const PROJ_REFERENCE: [[f64; 8]; 17] = [
    [9.1758, 47.6603, 2_727_754.295_44, 4_259_053.247_54, 513_199.745_91, 5_278_560.070_95, 1_021_445.383_62, 6_050_525.781_30],
    [8.62, 47.66, 2_728_343.145_51, 4_217_283.227_87, 471_467.977_59, 5_278_581.697_62, 959_574.010_64, 6_050_476.197_75],
    [8.6885, 47.6975, 2_732_415.771_10, 4_222_502.607_16, 476_627.998_50, 5_282_726.485_26, 967_199.395_76, 6_056_676.350_89],
    [8.8314, 47.7627, 2_739_479.989_78, 4_233_344.946_29, 487_365.632_19, 5_289_939.625_36, 983_106.950_99, 6_067_466.976_34],
    [9.25, 47.98, 2_763_219.105_23, 4_264_980.263_88, 518_656.076_63, 5_314_107.548_79, 1_029_705.289_84, 6_103_528.192_24],
    [8.97, 47.735, 2_736_247.755_53, 4_243_698.658_11, 497_750.698_38, 5_286_847.693_74, 998_535.832_42, 6_062_880.964_91],
    [5.0, 50.0, 2_999_718.853_16, 3_962_799.450_96, 213_372.048_96, 5_546_300.847_27, 556_597.453_97, 6_446_275.841_02],
    [10.0, 52.0, 3_210_000.000_00, 4_321_000.000_00, 568_649.704_90, 5_761_510.316_43, 1_113_194.907_93, 6_800_125.454_40],
    [13.4, 52.52, 3_273_252.407_17, 4_551_697.475_62, 798_473.801_78, 5_827_979.188_15, 1_491_681.176_63, 6_894_699.801_28],
    [-9.14, 38.72, 1_946_531.124_41, 2_665_402.840_05, -1_082_422.476_14, 4_445_382.007_46, -1_017_460.145_85, 4_681_642.967_40],
    [24.94, 60.17, 4_206_177.504_04, 5_145_382.161_70, 1_378_662.000_69, 6_777_406.748_45, 2_776_308.100_38, 8_437_684.160_97],
    [25.78, 71.17, 5_402_131.950_13, 4_891_787.200_76, 1_097_603.266_30, 7_979_903.740_22, 2_869_816.472_65, 11_460_651.173_88],
    [33.36, 35.17, 1_669_964.488_79, 6_434_932.653_63, 2_739_843.814_36, 4_176_303.760_72, 3_713_618.212_86, 4_187_007.530_49],
    [-21.9, 64.15, 4_911_152.940_91, 2_823_225.891_12, -956_136.120_25, 7_479_265.389_25, -2_437_896.848_37, 9_387_957.651_39],
    [6.0, 47.3, 2_695_549.998_60, 4_018_423.849_55, 273_211.253_28, 5_242_868.243_62, 667_916.944_76, 5_991_179.924_65],
    [15.0, 55.0, 3_554_926.832_86, 4_640_800.582_88, 883_570.619_36, 6_111_268.070_08, 1_669_792.361_90, 7_361_866.113_05],
    [9.0, 0.0, -2_360_224.700_98, 4_197_299.726_51, 500_000.000_00, 0.000_00, 1_001_875.417_14, 0.000_00],
];

#[test]
fn every_system_agrees_with_proj_to_a_millimetre_and_comes_back() {
    for [lon, lat, n3035, e3035, e25832, n25832, e3857, n3857] in PROJ_REFERENCE {
        let place = LonLat { lon, lat };
        let expected = [
            (Crs::Epsg3035, [n3035, e3035]),
            (Crs::Epsg25832, [e25832, n25832]),
            (Crs::Epsg3857, [e3857, n3857]),
        ];
        for (crs, [first, second]) in expected {
            let got = crs.from_lonlat(place).unwrap();
            assert!(
                (got[0] - first).abs() < 0.001 && (got[1] - second).abs() < 0.001,
                "{crs} at {lon} {lat}: {got:?} instead of {first} {second}"
            );
            let back = crs.to_lonlat([first, second]).unwrap();
            // 1e-8 degrees are about a millimetre.
            assert!(
                (back.lon - lon).abs() < 2e-8 && (back.lat - lat).abs() < 1e-8,
                "{crs}: {back:?}"
            );
        }
    }
}

#[test]
fn the_published_test_point_of_the_census_grid_is_met() {
    // IOGP Guidance Note 7-2, Lambert Azimuthal Equal Area, example for EPSG:3035.
    let got = to_laea(LonLat { lon: 5.0, lat: 50.0 });
    assert!((got.easting_m - 3_962_799.45).abs() < 0.005, "{got:?}");
    assert!((got.northing_m - 2_999_718.85).abs() < 0.005, "{got:?}");
}

#[test]
fn uris_name_exactly_one_system_and_come_back() {
    for crs in Crs::ALL {
        assert_eq!(Crs::from_uri(crs.uri()), Some(crs));
    }
    for wrong in [
        "",
        "EPSG:4326",
        "http://www.opengis.net/def/crs/EPSG/0/31467",
        "http://www.opengis.net/def/crs/EPSG/0/4326/",
    ] {
        assert_eq!(Crs::from_uri(wrong), None, "{wrong}");
    }
    assert_eq!(Crs::default(), Crs::Crs84);
    assert_eq!(Crs::Epsg3035.to_string(), "EPSG:3035");
}

#[test]
fn places_beyond_a_system_are_none_and_not_nonsense() {
    assert_eq!(Crs::Epsg3857.from_lonlat(LonLat { lon: 0.0, lat: 90.0 }), None);
    assert_eq!(Crs::Epsg25832.from_lonlat(LonLat { lon: 120.0, lat: 10.0 }), None);
    assert_eq!(Crs::Epsg3035.to_lonlat([3_210_000.0, 50_000_000.0]), None);
    assert_eq!(Crs::Epsg25832.to_lonlat([500_000.0, 99_000_000.0]), None);
    assert_eq!(Crs::Epsg4326.to_lonlat([91.0, 0.0]), None);
    for crs in Crs::ALL {
        assert_eq!(crs.to_lonlat([f64::NAN, 1.0]), None, "{crs}");
        assert_eq!(crs.to_lonlat([1.0, f64::INFINITY]), None, "{crs}");
    }
}

#[test]
fn the_pole_the_centre_and_the_far_side_of_the_census_grid_come_back() {
    for place in [
        LonLat { lon: 10.0, lat: 52.0 },
        LonLat { lon: 10.0, lat: 90.0 },
        LonLat { lon: 10.0, lat: -38.0 },
        LonLat { lon: -170.0, lat: 60.0 },
    ] {
        let back = from_laea(to_laea(place)).unwrap();
        assert!((back.lat - place.lat).abs() < 1e-6, "{place:?} {back:?}");
        assert!(place.lat > 89.0 || (back.lon - place.lon).abs() < 1e-9, "{place:?} {back:?}");
    }
}

#[test]
fn the_square_of_web_maps_ends_at_the_stated_latitude() {
    let edge = to_web_mercator(LonLat { lon: 180.0, lat: MAX_LATITUDE }).unwrap();
    assert!((edge.northing_m - GRS80_A * PI).abs() < 1e-6);
    assert!((edge.easting_m - GRS80_A * PI).abs() < 1e-6);
}

proptest! {
    #[test]
    fn in_the_county_every_system_returns_where_it_started(lon in 8.5..9.4f64, lat in 47.55..48.1f64) {
        let place = LonLat { lon, lat };
        for crs in Crs::ALL {
            let back = crs.to_lonlat(crs.from_lonlat(place).unwrap()).unwrap();
            prop_assert!((back.lon - lon).abs() < 1e-11 && (back.lat - lat).abs() < 1e-11, "{crs} {back:?}");
        }
    }

    #[test]
    fn in_europe_every_system_returns_where_it_started(lon in -30.0..45.0f64, lat in 27.0..72.0f64) {
        let place = LonLat { lon, lat };
        for crs in Crs::ALL {
            let back = crs.to_lonlat(crs.from_lonlat(place).unwrap()).unwrap();
            prop_assert!((back.lon - lon).abs() < 1e-9 && (back.lat - lat).abs() < 1e-9, "{crs} {back:?}");
        }
    }

    #[test]
    fn over_a_county_the_straight_distance_is_the_geodesic_within_half_a_percent(
        lon1 in 8.5..9.4f64, lat1 in 47.55..48.1f64, lon2 in 8.5..9.4f64, lat2 in 47.55..48.1f64,
    ) {
        let geodesic: f64 = Geodesic::wgs84().inverse(lat1, lon1, lat2, lon2);
        let straight = straight_m(LonLat { lon: lon1, lat: lat1 }, LonLat { lon: lon2, lat: lat2 });
        prop_assert!((straight - geodesic).abs() <= 0.005 * geodesic, "{straight} {geodesic}");
    }
}
