//! A box given in another reference system (`bbox-crs`).

use geo::{Intersects, MapCoords, MultiPolygon, Rect, coord};

use super::{Bbox, Sides, reversed};
use crate::domain::LonLat;
use crate::spatial::error::{GeometryError, GeometryFault};
use crate::spatial::projection::Crs;

/// How many stretches each side is cut into when it is carried over to degrees.
const STRETCHES: u32 = 32;

/// A box whose sides are straight in the reference system it was given in.
///
/// On a map in degrees such a box is bent. [`Self::outer`] is the smallest upright box in degrees that surely covers
/// it: good for looking up candidates. [`Self::contains`] then decides exactly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CrsBox {
    crs: Crs,
    /// Easting (or longitude) and northing (or latitude) of the lower-left corner.
    low: [f64; 2],
    /// The same of the upper-right corner.
    high: [f64; 2],
    outer: Bbox,
}

impl CrsBox {
    /// The box of four or six numbers in the axis order of the reference system.
    ///
    /// # Errors
    /// All faults at once, each with a pointer to the number: a wrong count, NaN or infinity, reversed bounds (only
    /// longitudes may be reversed: across the antimeridian), degrees out of range, a place the system does not reach.
    ///
    /// ```
    /// use sozialatlas::spatial::{Crs, bbox::CrsBox};
    /// // EPSG:3035 counts north first.
    /// let cells = CrsBox::from_numbers(Crs::Epsg3035, &[2727000.0, 4258000.0, 2728000.0, 4260000.0]).unwrap();
    /// assert!(cells.outer().west > 9.1 && cells.outer().north < 47.7);
    /// ```
    pub fn from_numbers(crs: Crs, numbers: &[f64]) -> Result<Self, Vec<GeometryError>> {
        if crs == Crs::Crs84 {
            let outer = Bbox::from_numbers(numbers)?;
            return Ok(Self::of_degrees(crs, outer));
        }
        if crs == Crs::Epsg4326 {
            return Self::from_lat_lon(numbers);
        }
        let names = if crs.is_north_first() {
            ["lowest northing", "lowest easting", "highest northing", "highest easting"]
        } else {
            ["lowest easting", "lowest northing", "highest easting", "highest northing"]
        };
        let sides = Sides::from_numbers(numbers, names)?;
        let [a, b, c, d] = sides.values;
        let mut faults = Vec::new();
        for (low, high, axis) in [(a, c, 0), (b, d, 1)] {
            if low > high {
                let (low, high) = ((names[axis], low), (names[axis + 2], high));
                faults.push(reversed(sides.pointers[axis], low, high));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let (low, high) = (crs.swapped([a, b]), crs.swapped([c, d]));
        outline(crs, low, high).map(|outer| Self { crs, low, high, outer }).ok_or_else(|| {
            vec![GeometryError::new("", GeometryFault::BeyondCrs { crs: crs.to_string() })]
        })
    }

    /// EPSG:4326: the numbers come latitude first, the faults keep their places.
    fn from_lat_lon(numbers: &[f64]) -> Result<Self, Vec<GeometryError>> {
        let swapped: Vec<f64> = match *numbers {
            [s, w, n, e] => vec![w, s, e, n],
            [s, w, low, n, e, high] => vec![w, s, low, e, n, high],
            _ => numbers.to_vec(),
        };
        let outer = Bbox::from_numbers(&swapped).map_err(|faults| {
            faults
                .into_iter()
                .map(|fault| with_axes_exchanged(fault, numbers.len()))
                .collect::<Vec<_>>()
        })?;
        Ok(Self::of_degrees(Crs::Epsg4326, outer))
    }

    const fn of_degrees(crs: Crs, outer: Bbox) -> Self {
        Self { crs, low: [outer.west, outer.south], high: [outer.east, outer.north], outer }
    }

    /// The smallest upright box in degrees that covers it.
    #[must_use]
    pub const fn outer(&self) -> Bbox {
        self.outer
    }

    /// Whether [`Self::outer`] is the box itself, so that nothing need be tested one by one.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.crs.is_geographic()
    }

    /// The reference system in which it was given.
    #[must_use]
    pub const fn crs(&self) -> Crs {
        self.crs
    }

    /// Whether a position lies in it, its sides included.
    #[must_use]
    pub fn contains(&self, point: LonLat) -> bool {
        if self.is_exact() {
            return self.outer.contains(point);
        }
        self.crs.from_lonlat(point).is_some_and(|own| {
            let [east, north] = self.crs.swapped(own);
            (self.low[0]..=self.high[0]).contains(&east)
                && (self.low[1]..=self.high[1]).contains(&north)
        })
    }
}

impl CrsBox {
    /// Lowest easting (or longitude) and northing (or latitude), then the highest of both; west may be more than east
    /// where it crosses the antimeridian.
    #[must_use]
    pub const fn sides(&self) -> [f64; 4] {
        [self.low[0], self.low[1], self.high[0], self.high[1]]
    }

    /// Whether an area in longitude and latitude shares at least a point with it.
    ///
    /// The area's edges are taken to be straight in the reference system of the box. Where that system does not reach
    /// all of the area, [`Self::outer`] decides.
    #[must_use]
    pub fn meets(&self, area: &MultiPolygon<f64>) -> bool {
        let in_degrees = || self.outer.parts().any(|part| rect(part.to_array()).intersects(area));
        if self.is_exact() {
            return in_degrees();
        }
        let projected = area.try_map_coords(|c| {
            let own = self.crs.from_lonlat(LonLat { lon: c.x, lat: c.y }).ok_or(())?;
            let [x, y] = self.crs.swapped(own);
            Ok::<_, ()>(coord! { x: x, y: y })
        });
        projected.map_or_else(|()| in_degrees(), |area| rect(self.sides()).intersects(&area))
    }
}

fn rect([west, south, east, north]: [f64; 4]) -> Rect<f64> {
    Rect::new(coord! { x: west, y: south }, coord! { x: east, y: north })
}

/// Points a fault found in west, south, east, north order to where it stands in south, west, north, east order.
fn with_axes_exchanged(mut fault: GeometryError, count: usize) -> GeometryError {
    let exchanged = match (count, fault.spot.pointer.as_str()) {
        (_, "/0") => "/1",
        (_, "/1") => "/0",
        (4, "/2") => "/3",
        (4, "/3") | (6, "/4") => {
            if count == 4 {
                "/2"
            } else {
                "/3"
            }
        }
        (6, "/3") => "/4",
        _ => return fault,
    };
    exchanged.clone_into(&mut fault.spot.pointer);
    fault
}

/// The upright box in degrees around a box of metres: its sides walked in small steps, and the pole if it is inside.
fn outline(crs: Crs, low: [f64; 2], high: [f64; 2]) -> Option<Bbox> {
    let corners = [low, [high[0], low[1]], high, [low[0], high[1]]];
    let mut reach = Reach::default();
    for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
        let mut side = Vec::with_capacity(STRETCHES as usize + 1);
        for step in 0..=STRETCHES {
            let share = f64::from(step) / f64::from(STRETCHES);
            let [east, north] = [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * share);
            side.push(crs.unwrapped(east, north)?);
        }
        reach.take_in(&side);
    }
    let pole = crs.from_lonlat(LonLat { lon: 0.0, lat: 90.0 }).map(|own| crs.swapped(own));
    let has_pole = crs == Crs::Epsg3035
        && pole.is_some_and(|p| (0..2).all(|axis| (low[axis]..=high[axis]).contains(&p[axis])));
    if has_pole {
        return Some(Bbox {
            west: -180.0,
            east: 180.0,
            south: reach.south.max(-90.0),
            north: 90.0,
        });
    }
    let whole_circle = reach.east - reach.west >= 360.0;
    Some(Bbox {
        west: if whole_circle { -180.0 } else { Crs::wrapped_longitude(reach.west) },
        east: if whole_circle { 180.0 } else { Crs::wrapped_longitude(reach.east) },
        south: reach.south.max(-90.0),
        north: reach.north.min(90.0),
    })
}

/// How far sampled sides reach, the bulges between the samples included.
struct Reach {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
}

impl Default for Reach {
    fn default() -> Self {
        Self {
            west: f64::INFINITY,
            south: f64::INFINITY,
            east: f64::NEG_INFINITY,
            north: f64::NEG_INFINITY,
        }
    }
}

impl Reach {
    fn take_in(&mut self, side: &[[f64; 2]]) {
        // Between two samples a smooth curve bulges by an eighth of its second difference; a quarter is on the safe
        // side. The last bit of the round trip is covered by a hair (1e-9° is a tenth of a millimetre).
        let mut bulge = [1e-9_f64; 2];
        for window in side.windows(3) {
            let [before, here, after] = window else { continue };
            for axis in 0..2 {
                let second = (before[axis] - 2.0 * here[axis] + after[axis]).abs();
                bulge[axis] = bulge[axis].max(second / 4.0);
            }
        }
        for [lon, lat] in side {
            self.west = self.west.min(lon - bulge[0]);
            self.east = self.east.max(lon + bulge[0]);
            self.south = self.south.min(lat - bulge[1]);
            self.north = self.north.max(lat + bulge[1]);
        }
    }
}
