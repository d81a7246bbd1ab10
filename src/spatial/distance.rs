//! How far it is from one position to another.

use super::projection::{Projected, to_laea};
use crate::domain::LonLat;

/// The straight distance in EPSG:3035, in metres: the metric `straight` of every coverage figure.
///
/// An equal-area projection stretches lengths away from its centre: by less than 0.2 % in Germany, within 0.5 % of the
/// geodesic over any county (tested), and by several per cent only beyond Europe.
///
/// ```
/// use sozialatlas::spatial::{LonLat, distance::straight_m};
/// let here = LonLat { lon: 9.1758, lat: 47.6603 };
/// let there = LonLat { lon: 8.8314, lat: 47.7627 };
/// assert!((straight_m(here, there) - 28_260.0).abs() < 150.0);
/// ```
#[must_use]
pub fn straight_m(a: LonLat, b: LonLat) -> f64 {
    to_laea(a).distance_m(to_laea(b))
}

/// The distance on the sphere of the Earth's mean radius (6,371,008.8 m), in metres, by the haversine formula.
///
/// Within 0.6 % of the geodesic everywhere on Earth; for places that the census grid does not serve well.
#[must_use]
pub fn haversine_m(a: LonLat, b: LonLat) -> f64 {
    const MEAN_RADIUS_M: f64 = 6_371_008.8;
    let half_lat = ((b.lat - a.lat) / 2.0).to_radians().sin();
    let half_lon = ((b.lon - a.lon) / 2.0).to_radians().sin();
    let chord = half_lat * half_lat
        + a.lat.to_radians().cos() * b.lat.to_radians().cos() * half_lon * half_lon;
    2.0 * MEAN_RADIUS_M * chord.min(1.0).sqrt().asin()
}

/// The distance from a point to the segment between two others on the same plane, in metres.
#[must_use]
pub fn to_segment_m(point: Projected, from: Projected, to: Projected) -> f64 {
    let (dx, dy) = (to.easting_m - from.easting_m, to.northing_m - from.northing_m);
    let (px, py) = (point.easting_m - from.easting_m, point.northing_m - from.northing_m);
    let length2 = dx * dx + dy * dy;
    let share = if length2 > 0.0 { ((px * dx + py * dy) / length2).clamp(0.0, 1.0) } else { 0.0 };
    (px - share * dx).hypot(py - share * dy)
}

#[cfg(test)]
mod tests {
    use geographiclib_rs::{Geodesic, InverseGeodesic};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_distance_to_a_segment_is_that_to_its_nearest_point() {
        let at = Projected::new;
        assert!((to_segment_m(at(0.0, 5.0), at(-10.0, 0.0), at(10.0, 0.0)) - 5.0).abs() < 1e-12);
        assert!((to_segment_m(at(13.0, 4.0), at(-10.0, 0.0), at(10.0, 0.0)) - 5.0).abs() < 1e-12);
        assert!((to_segment_m(at(3.0, 4.0), at(0.0, 0.0), at(0.0, 0.0)) - 5.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn haversine_stays_within_six_tenths_of_a_percent_of_the_geodesic(
            lon1 in -180.0..180.0f64, lat1 in -90.0..90.0f64, lon2 in -180.0..180.0f64, lat2 in -90.0..90.0f64,
        ) {
            let geodesic: f64 = Geodesic::wgs84().inverse(lat1, lon1, lat2, lon2);
            let got = haversine_m(LonLat { lon: lon1, lat: lat1 }, LonLat { lon: lon2, lat: lat2 });
            prop_assert!((got - geodesic).abs() <= 0.006 * geodesic + 1e-6, "{got} {geodesic}");
        }
    }
}
