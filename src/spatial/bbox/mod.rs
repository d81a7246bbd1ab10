//! Boxes in longitude and latitude, antimeridian included, and boxes given in another reference system.

mod crs_box;
#[cfg(test)]
mod tests;

pub use crs_box::CrsBox;
use serde::{Deserialize, Serialize};

use super::error::{GeometryError, GeometryFault};
use crate::domain::LonLat;

/// A box in degrees; all four sides belong to it.
///
/// Where `west > east` it crosses the antimeridian, as in RFC 7946 and OGC API Features.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Bbox {
    /// Western side, −180 to 180.
    pub west: f64,
    /// Southern side, −90 to 90, at most `north`.
    pub south: f64,
    /// Eastern side, −180 to 180; less than `west` when the box crosses the antimeridian.
    pub east: f64,
    /// Northern side, −90 to 90.
    pub north: f64,
}

impl Bbox {
    /// The whole Earth.
    pub const WORLD: Self = Self { west: -180.0, south: -90.0, east: 180.0, north: 90.0 };

    /// The box of four numbers (west, south, east, north) or six (west, south, lowest, east, north, highest; the
    /// heights are checked and then left out, as the atlas knows none).
    ///
    /// # Errors
    /// All faults at once, each with a pointer to the number (`/0` … `/5`).
    ///
    /// ```
    /// use sozialatlas::spatial::Bbox;
    /// assert!(Bbox::from_numbers(&[8.6, 47.6, 9.2, 48.0]).is_ok());
    /// assert_eq!(Bbox::from_numbers(&[8.6, 48.0, f64::NAN, 47.6]).unwrap_err().len(), 2);
    /// ```
    pub fn from_numbers(numbers: &[f64]) -> Result<Self, Vec<GeometryError>> {
        let sides = Sides::from_numbers(numbers, ["west", "south", "east", "north"])?;
        let [west, south, east, north] = sides.values;
        let mut faults = Vec::new();
        for (axis, limit) in [(0, 180.0), (1, 90.0), (2, 180.0), (3, 90.0)] {
            sides.check_range(axis, limit, &mut faults);
        }
        if south > north {
            faults.push(reversed(sides.pointers[1], ("south", south), ("north", north)));
        }
        if faults.is_empty() { Ok(Self { west, south, east, north }) } else { Err(faults) }
    }

    /// The smallest box around these positions that does not cross the antimeridian; `None` without any.
    #[must_use]
    pub fn from_points(points: impl IntoIterator<Item = LonLat>) -> Option<Self> {
        points.into_iter().fold(None, |bbox: Option<Self>, point| {
            let at = Self { west: point.lon, south: point.lat, east: point.lon, north: point.lat };
            Some(bbox.map_or(at, |b| Self {
                west: b.west.min(at.west),
                south: b.south.min(at.south),
                east: b.east.max(at.east),
                north: b.north.max(at.north),
            }))
        })
    }

    /// Whether it crosses the antimeridian.
    #[must_use]
    pub fn crosses_antimeridian(&self) -> bool {
        self.west > self.east
    }

    /// The one or two boxes that do not cross the antimeridian and together cover the same ground.
    pub fn parts(&self) -> impl Iterator<Item = Self> + use<> {
        let whole = *self;
        let parts = if self.crosses_antimeridian() {
            [Some(Self { east: 180.0, ..whole }), Some(Self { west: -180.0, ..whole })]
        } else {
            [Some(whole), None]
        };
        parts.into_iter().flatten()
    }

    /// Whether a position lies in it, its sides included.
    #[must_use]
    pub fn contains(&self, point: LonLat) -> bool {
        let between = if self.crosses_antimeridian() {
            point.lon >= self.west || point.lon <= self.east
        } else {
            point.lon >= self.west && point.lon <= self.east
        };
        between && point.lat >= self.south && point.lat <= self.north
    }

    /// Whether the two boxes share at least a point.
    #[must_use]
    pub fn intersects(&self, other: &Self) -> bool {
        self.parts().any(|a| {
            other.parts().any(|b| {
                a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north
            })
        })
    }

    /// The smallest box around both, neither of which may cross the antimeridian.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    /// The position in its middle.
    #[must_use]
    pub fn centre(&self) -> LonLat {
        let span = if self.crosses_antimeridian() {
            self.east + 360.0 - self.west
        } else {
            self.east - self.west
        };
        let lon = self.west + span / 2.0;
        LonLat {
            lon: if lon > 180.0 { lon - 360.0 } else { lon },
            lat: f64::midpoint(self.south, self.north),
        }
    }

    /// West, south, east, north.
    #[must_use]
    pub const fn to_array(self) -> [f64; 4] {
        [self.west, self.south, self.east, self.north]
    }
}

/// The four sides out of four or six numbers, with the pointers to where they stood.
struct Sides {
    values: [f64; 4],
    names: [&'static str; 4],
    pointers: [&'static str; 4],
}

impl Sides {
    /// Checks the count, that all are finite, and the heights.
    fn from_numbers(numbers: &[f64], names: [&'static str; 4]) -> Result<Self, Vec<GeometryError>> {
        const POINTERS: [&str; 6] = ["/0", "/1", "/2", "/3", "/4", "/5"];
        let (values, pointers, heights) = match *numbers {
            [a, b, c, d] => ([a, b, c, d], ["/0", "/1", "/2", "/3"], None),
            [a, b, low, c, d, high] => ([a, b, c, d], ["/0", "/1", "/3", "/4"], Some((low, high))),
            _ => {
                let fault = GeometryFault::BoxLength { count: numbers.len() };
                return Err(vec![GeometryError::new("", fault)]);
            }
        };
        let mut faults = Vec::new();
        for (number, pointer) in numbers.iter().zip(POINTERS) {
            if !number.is_finite() {
                let side = pointers.iter().zip(names).find(|(p, _)| **p == pointer);
                let axis = side.map_or("height", |(_, name)| name);
                faults.push(GeometryError::new(pointer, GeometryFault::NotFinite { axis }));
            }
        }
        if let Some((low, high)) = heights
            && low > high
        {
            faults.push(reversed("/2", ("lowest", low), ("highest", high)));
        }
        let sides = Self { values, names, pointers };
        if faults.is_empty() {
            return Ok(sides);
        }
        // A number that is not finite must not hide what is wrong with the others.
        sides.also_reversed_and_out_of_range(&mut faults);
        Err(faults)
    }

    /// Adds what else is wrong with the finite ones of sides in degrees.
    fn also_reversed_and_out_of_range(&self, faults: &mut Vec<GeometryError>) {
        let [_, south, _, north] = self.values;
        if self.names[0] != "west" {
            return;
        }
        for (axis, limit) in [(0, 180.0), (1, 90.0), (2, 180.0), (3, 90.0)] {
            self.check_range(axis, limit, faults);
        }
        if south > north && south.is_finite() && north.is_finite() {
            faults.push(reversed(self.pointers[1], ("south", south), ("north", north)));
        }
    }

    fn check_range(&self, axis: usize, limit: f64, faults: &mut Vec<GeometryError>) {
        let (value, name, pointer) = (self.values[axis], self.names[axis], self.pointers[axis]);
        if value.is_finite() && value.abs() > limit {
            let hint = if value.abs() > 1000.0 {
                "; degrees are expected, these look like metres (see bbox-crs)"
            } else {
                ""
            };
            let fault =
                GeometryFault::OutOfRange { axis: name, value, min: -limit, max: limit, hint };
            faults.push(GeometryError::new(pointer, fault));
        }
    }
}

fn reversed(
    pointer: &str,
    (low_name, low): (&'static str, f64),
    (high_name, high): (&'static str, f64),
) -> GeometryError {
    GeometryError::new(pointer, GeometryFault::BoxReversed { low_name, low, high_name, high })
}
