//! The names of the reference systems and the order of their axes.

use std::fmt;

use super::{Projected, laea, normalised_longitude, utm, web_mercator};
use crate::domain::LonLat;

/// A coordinate reference system in which the atlas answers and may be asked.
///
/// Its pairs of numbers are in the order that the authority prescribes (as OGC API Features Part 2 demands):
///
/// | system | first | second | unit |
/// |---|---|---|---|
/// | CRS84 | longitude | latitude | degree |
/// | EPSG:4326 | latitude | longitude | degree |
/// | EPSG:3857 | easting | northing | metre |
/// | EPSG:25832 | easting | northing | metre |
/// | EPSG:3035 | northing | easting | metre |
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Crs {
    /// Longitude, latitude: the order of GeoJSON, and the default everywhere.
    #[default]
    Crs84,
    /// Latitude, longitude.
    Epsg4326,
    /// Spherical Mercator of web maps.
    Epsg3857,
    /// ETRS89 / UTM zone 32N.
    Epsg25832,
    /// ETRS89-extended / LAEA Europe.
    Epsg3035,
}

impl Crs {
    /// All of them, the default first.
    pub const ALL: [Self; 5] =
        [Self::Crs84, Self::Epsg4326, Self::Epsg3857, Self::Epsg25832, Self::Epsg3035];

    /// The identifier by which OGC API Features Part 2 names it.
    #[must_use]
    pub const fn uri(self) -> &'static str {
        match self {
            Self::Crs84 => "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            Self::Epsg4326 => "http://www.opengis.net/def/crs/EPSG/0/4326",
            Self::Epsg3857 => "http://www.opengis.net/def/crs/EPSG/0/3857",
            Self::Epsg25832 => "http://www.opengis.net/def/crs/EPSG/0/25832",
            Self::Epsg3035 => "http://www.opengis.net/def/crs/EPSG/0/3035",
        }
    }

    /// The system with exactly this identifier, if it is one of ours.
    ///
    /// ```
    /// use sozialatlas::spatial::Crs;
    /// assert_eq!(Crs::from_uri("http://www.opengis.net/def/crs/EPSG/0/3035"), Some(Crs::Epsg3035));
    /// assert_eq!(Crs::from_uri("EPSG:3035"), None);
    /// ```
    #[must_use]
    pub fn from_uri(uri: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|crs| crs.uri() == uri)
    }

    /// The code of the EPSG register; CRS84 has none.
    #[must_use]
    pub const fn epsg_code(self) -> Option<u32> {
        match self {
            Self::Crs84 => None,
            Self::Epsg4326 => Some(4326),
            Self::Epsg3857 => Some(3857),
            Self::Epsg25832 => Some(25832),
            Self::Epsg3035 => Some(3035),
        }
    }

    /// Whether coordinates are degrees; otherwise they are metres.
    #[must_use]
    pub const fn is_geographic(self) -> bool {
        matches!(self, Self::Crs84 | Self::Epsg4326)
    }

    /// Whether the first number of a pair goes north.
    #[must_use]
    pub const fn is_north_first(self) -> bool {
        matches!(self, Self::Epsg4326 | Self::Epsg3035)
    }

    /// The position as this system writes it, in its own axis order; `None` where the system does not reach.
    ///
    /// ```
    /// use sozialatlas::spatial::{Crs, LonLat};
    /// let place = LonLat { lon: 9.17, lat: 47.66 };
    /// assert_eq!(Crs::Crs84.from_lonlat(place), Some([9.17, 47.66]));
    /// assert_eq!(Crs::Epsg4326.from_lonlat(place), Some([47.66, 9.17]));
    /// ```
    #[must_use]
    pub fn from_lonlat(self, position: LonLat) -> Option<[f64; 2]> {
        let east_north = match self {
            Self::Crs84 | Self::Epsg4326 => [position.lon, position.lat],
            Self::Epsg3857 => pair(web_mercator::to_web_mercator(position)?),
            Self::Epsg25832 => pair(utm::to_utm32(position)?),
            Self::Epsg3035 => pair(laea::to_laea(position)),
        };
        Some(self.swapped(east_north))
    }

    /// The position that this pair, in the axis order of the system, stands for; `None` where there is none.
    #[must_use]
    pub fn to_lonlat(self, coordinates: [f64; 2]) -> Option<LonLat> {
        let [east, north] = self.swapped(coordinates);
        let projected = Projected::new(east, north);
        match self {
            Self::Crs84 | Self::Epsg4326 => {
                let real = (-180.0..=180.0).contains(&east) && (-90.0..=90.0).contains(&north);
                real.then_some(LonLat { lon: east, lat: north })
            }
            Self::Epsg3857 => web_mercator::from_web_mercator(projected),
            Self::Epsg25832 => utm::from_utm32(projected),
            Self::Epsg3035 => laea::from_laea(projected),
        }
    }

    /// Easting first, whatever the system's own order; applied twice it changes nothing.
    #[must_use]
    pub(crate) const fn swapped(self, [first, second]: [f64; 2]) -> [f64; 2] {
        if self.is_north_first() { [second, first] } else { [first, second] }
    }

    /// Longitude (not wrapped: continuous along any path that avoids pole and cut) and latitude of an easting and
    /// northing of this system.
    pub(crate) fn unwrapped(self, east: f64, north: f64) -> Option<[f64; 2]> {
        let projected = Projected::new(east, north);
        let (lat, lon) = match self {
            Self::Crs84 | Self::Epsg4326 => (north, east),
            Self::Epsg3857 => web_mercator::unwrapped_from_web_mercator(projected)?,
            Self::Epsg25832 => {
                let (lat, from_centre) = utm::unwrapped_from_utm32(projected)?;
                (lat, utm::CENTRE_LON + from_centre)
            }
            Self::Epsg3035 => {
                let (lat, from_centre) = laea::unwrapped_from_laea(projected)?;
                (lat, laea::CENTRE_LON + from_centre)
            }
        };
        Some([lon, lat])
    }

    /// A longitude from [`Self::unwrapped`] between −180 and 180.
    pub(crate) fn wrapped_longitude(lon: f64) -> f64 {
        if lon.abs() <= 180.0 { lon } else { normalised_longitude(lon) }
    }
}

const fn pair(projected: Projected) -> [f64; 2] {
    [projected.easting_m, projected.northing_m]
}

impl fmt::Display for Crs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.epsg_code() {
            None => f.write_str("CRS84"),
            Some(code) => write!(f, "EPSG:{code}"),
        }
    }
}
