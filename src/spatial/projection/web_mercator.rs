//! EPSG:3857, the spherical Mercator of web maps (IOGP Guidance Note 7-2, method EPSG:1024).

use super::{GRS80_A, Projected, normalised_longitude};
use crate::domain::LonLat;

/// The latitude, in degrees, at which the square of web maps ends: atan(sinh π).
pub const MAX_LATITUDE: f64 = 85.051_128_779_806_59;

/// The position in EPSG:3857, or `None` at the poles, which lie at infinity.
///
/// Latitudes beyond [`MAX_LATITUDE`] are computed all the same; a map may leave them out.
#[must_use]
pub fn to_web_mercator(position: LonLat) -> Option<Projected> {
    if !(position.lat.abs() < 90.0 && position.lon.is_finite()) {
        return None;
    }
    Some(Projected {
        easting_m: GRS80_A * position.lon.to_radians(),
        northing_m: GRS80_A * position.lat.to_radians().sin().atanh(),
    })
}

/// The position of a point in EPSG:3857; `None` for what is not a number.
///
/// Eastings beyond ±20,037,508 m go around the Earth: the longitude is normalised.
#[must_use]
pub fn from_web_mercator(projected: Projected) -> Option<LonLat> {
    let (lat, lon) = unwrapped_from_web_mercator(projected)?;
    Some(LonLat { lon: normalised_longitude(lon), lat })
}

/// Latitude, and longitude not wrapped around the antimeridian.
pub(super) fn unwrapped_from_web_mercator(projected: Projected) -> Option<(f64, f64)> {
    if !(projected.easting_m.is_finite() && projected.northing_m.is_finite()) {
        return None;
    }
    let lat = (projected.northing_m / GRS80_A).tanh().asin().to_degrees();
    Some((lat, (projected.easting_m / GRS80_A).to_degrees()))
}
