//! Coordinate reference systems: the five that the atlas speaks, forwards and back.
//!
//! The ellipsoid is GRS80 throughout. WGS 84 and ETRS89 are taken to be the same (a "null transformation", as in
//! PROJ): they drift apart by 2.5 cm a year and are not told apart by anything the atlas measures.

mod crs;
mod laea;
#[cfg(test)]
mod tests;
mod utm;
mod web_mercator;

pub use crs::Crs;
pub use laea::{from_laea, to_laea};
pub use utm::{from_utm32, to_utm32};
pub use web_mercator::{MAX_LATITUDE, from_web_mercator, to_web_mercator};

/// A position on a projected plane, in metres.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Projected {
    /// Metres towards the east, false easting included.
    pub easting_m: f64,
    /// Metres towards the north, false northing included.
    pub northing_m: f64,
}

impl Projected {
    /// The position with this easting and northing, in metres.
    #[must_use]
    pub const fn new(easting_m: f64, northing_m: f64) -> Self {
        Self { easting_m, northing_m }
    }

    /// The straight distance on the plane, in metres.
    #[must_use]
    pub fn distance_m(self, other: Self) -> f64 {
        (self.easting_m - other.easting_m).hypot(self.northing_m - other.northing_m)
    }
}

/// Semi-major axis of GRS80, in metres.
const GRS80_A: f64 = 6_378_137.0;
/// Flattening of GRS80.
const GRS80_F: f64 = 1.0 / 298.257_222_101;

/// The same longitude between −180 (excluded) and 180 (included).
pub(crate) fn normalised_longitude(lon: f64) -> f64 {
    if lon > -180.0 && lon <= 180.0 {
        return lon;
    }
    let turned = lon.rem_euclid(360.0);
    if turned > 180.0 { turned - 360.0 } else { turned }
}
