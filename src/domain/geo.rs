//! A point on the earth.

use serde::{Deserialize, Serialize};

use super::error::{FieldError, FieldErrors};

/// Longitude and latitude in degrees, WGS 84 (CRS84 axis order).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LonLat {
    /// Longitude in degrees, −180 to 180.
    pub lon: f64,
    /// Latitude in degrees, −90 to 90.
    pub lat: f64,
}

impl LonLat {
    /// Makes a point after checking both coordinates.
    ///
    /// # Errors
    /// Names each coordinate that is not finite or out of range.
    ///
    /// # Examples
    /// ```
    /// use sozialatlas::domain::LonLat;
    /// assert!(LonLat::new(9.17, 47.66).is_ok());
    /// assert_eq!(LonLat::new(f64::NAN, 91.0).unwrap_err().0.len(), 2);
    /// ```
    pub fn new(lon: f64, lat: f64) -> Result<Self, FieldErrors> {
        let mut faults = FieldErrors::default();
        if !(lon.is_finite() && (-180.0..=180.0).contains(&lon)) {
            faults.push(FieldError::new(
                "/lon",
                "out_of_range",
                "the longitude must be a number from -180 to 180",
            ));
        }
        if !(lat.is_finite() && (-90.0..=90.0).contains(&lat)) {
            faults.push(FieldError::new(
                "/lat",
                "out_of_range",
                "the latitude must be a number from -90 to 90",
            ));
        }
        faults.into_result(Self { lon, lat })
    }
}
