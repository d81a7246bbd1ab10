//! Cells of the European census grid (EPSG:3035): their names, their corners, and joining them into areas.

mod dissolve;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

pub use dissolve::{LatticePolygon, dissolve};
use geo::{Coord, LineString, MultiPolygon, Polygon};

use super::boundaries::Boundaries;
use super::error::{GeometryError, GeometryFault};
use super::projection::{Projected, from_laea};
use crate::domain::LonLat;

/// A square of the grid by the lower-left corner that its name gives.
///
/// Read from, and written to, the forms in which the census and INSPIRE name cells:
///
/// ```
/// use sozialatlas::spatial::CellId;
/// let cell: CellId = "CRS3035RES100mN2741700E4217400".parse().unwrap();
/// assert_eq!(cell, "100mN27417E42174".parse().unwrap());
/// assert_eq!((cell.northing_m(), cell.easting_m(), cell.size_m()), (2_741_700, 4_217_400, 100));
/// assert_eq!(cell.inspire_name(), "100mN27417E42174");
/// assert!("100mN27417".parse::<CellId>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::struct_field_names, reason = "units stand in names")]
pub struct CellId {
    size_m: u32,
    northing_m: u32,
    easting_m: u32,
}

/// Widest cell that is taken, in metres.
const MAX_SIZE_M: u32 = 1_000_000;

impl CellId {
    /// The cell of this size with this lower-left corner, in metres.
    ///
    /// # Errors
    /// The size is zero or more than 1,000 km, or the corner is no multiple of it.
    pub fn new(size_m: u32, easting_m: u32, northing_m: u32) -> Result<Self, GeometryError> {
        let on_grid = (1..=MAX_SIZE_M).contains(&size_m)
            && easting_m.is_multiple_of(size_m)
            && northing_m.is_multiple_of(size_m);
        if on_grid {
            return Ok(Self { size_m, northing_m, easting_m });
        }
        let fault = GeometryFault::CellOffGrid { size_m, northing_m, easting_m };
        Err(GeometryError::new("", fault))
    }

    /// The cell of this size in this column and row of its lattice.
    pub(crate) const fn on_lattice(size_m: u32, [column, row]: [u32; 2]) -> Self {
        Self { size_m, northing_m: row * size_m, easting_m: column * size_m }
    }

    /// The cell of this size that holds a point of the plane: its lower and left sides belong to it, the others to
    /// its neighbours. `None` outside the grid (negative coordinates).
    #[must_use]
    pub fn containing(point: Projected, size_m: u32) -> Option<Self> {
        if !(1..=MAX_SIZE_M).contains(&size_m) {
            return None;
        }
        let corner = |metres: f64| {
            let whole = (metres / f64::from(size_m)).floor() * f64::from(size_m);
            (0.0..f64::from(u32::MAX)).contains(&whole).then_some(whole as u32)
        };
        let (easting_m, northing_m) = (corner(point.easting_m)?, corner(point.northing_m)?);
        Some(Self { size_m, northing_m, easting_m })
    }

    /// Side length in metres.
    #[must_use]
    pub const fn size_m(self) -> u32 {
        self.size_m
    }

    /// Easting of the lower-left corner in metres.
    #[must_use]
    pub const fn easting_m(self) -> u32 {
        self.easting_m
    }

    /// Northing of the lower-left corner in metres.
    #[must_use]
    pub const fn northing_m(self) -> u32 {
        self.northing_m
    }

    /// The middle on the plane of EPSG:3035.
    #[must_use]
    pub fn centre_m(self) -> Projected {
        let half = f64::from(self.size_m) / 2.0;
        Projected {
            easting_m: f64::from(self.easting_m) + half,
            northing_m: f64::from(self.northing_m) + half,
        }
    }

    /// The middle in degrees; `None` beyond the edge of the projection.
    #[must_use]
    pub fn centre(self) -> Option<LonLat> {
        from_laea(self.centre_m())
    }

    /// The outline in degrees, counter-clockwise and closed; `None` beyond the edge of the projection.
    #[must_use]
    pub fn polygon(self) -> Option<Polygon<f64>> {
        let [column, row] = self.lattice();
        let outer =
            vec![[column, row], [column + 1, row], [column + 1, row + 1], [column, row + 1]];
        LatticePolygon { outer, holes: Vec::new() }.to_lonlat(self.size_m, u32::MAX)
    }

    /// Column and row on the lattice of its size.
    #[must_use]
    pub const fn lattice(self) -> [u32; 2] {
        [self.easting_m / self.size_m, self.northing_m / self.size_m]
    }

    /// The short name of INSPIRE, such as `1kmN2727E4236`: as many zeros cut off as the size has.
    #[must_use]
    pub fn inspire_name(self) -> String {
        let cut = 10_u32.pow(trailing_zeros(self.size_m));
        let (north, east) = (self.northing_m / cut, self.easting_m / cut);
        if self.size_m.is_multiple_of(1000) {
            format!("{}kmN{north}E{east}", self.size_m / 1000)
        } else {
            format!("{}mN{north}E{east}", self.size_m)
        }
    }
}

/// The full name of the census: `CRS3035RES100mN2741700E4217400`.
impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CRS3035RES{}mN{}E{}", self.size_m, self.northing_m, self.easting_m)
    }
}

impl FromStr for CellId {
    type Err = GeometryError;

    fn from_str(text: &str) -> Result<Self, GeometryError> {
        let (size_m, northing_m, easting_m) = read_name(text).ok_or_else(|| {
            let id: String = text.chars().take(60).collect();
            GeometryError::new("", GeometryFault::NotACell { id })
        })?;
        Self::new(size_m, easting_m, northing_m)
    }
}

/// Size, northing and easting in metres out of either form of name.
fn read_name(text: &str) -> Option<(u32, u32, u32)> {
    let (rest, is_full) = match text.strip_prefix("CRS3035RES") {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (size, corner) = rest.split_once('N')?;
    let (north, east) = corner.split_once('E')?;
    let size_m = match (size.strip_suffix("km"), size.strip_suffix('m')) {
        (Some(km), _) => digits(km)?.checked_mul(1000)?,
        (None, Some(metres)) => digits(metres)?,
        (None, None) => return None,
    };
    if size_m == 0 {
        return None;
    }
    let unit = if is_full { 1 } else { 10_u32.pow(trailing_zeros(size_m)) };
    Some((size_m, digits(north)?.checked_mul(unit)?, digits(east)?.checked_mul(unit)?))
}

/// A number of digits only: no sign, no blanks.
fn digits(text: &str) -> Option<u32> {
    let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

/// How many zeros a number ends with in decimal, at most nine.
fn trailing_zeros(number: u32) -> u32 {
    (0..9).take_while(|zeros| number.is_multiple_of(10_u32.pow(zeros + 1))).count() as u32
}

/// Joins cells of one size into areas in degrees: polygons counter-clockwise with their holes, closed.
///
/// The squares are joined exactly, on the lattice ([`dissolve`]): no slivers, and squares that touch only at a corner
/// stay apart. Long straight sides are cut at every `vertex_every` cells of the lattice, counted from its origin, so
/// that they follow the curve which a straight line of the grid is in degrees (10 km bend by about 3 m), and
/// neighbouring areas share the very same vertices. `u32::MAX` leaves them whole.
///
/// # Errors
/// Every cell that has not the size of the first, by its place in the list.
pub fn dissolve_cells(
    cells: &[CellId],
    vertex_every: u32,
) -> Result<MultiPolygon<f64>, Vec<GeometryError>> {
    let Some(first) = cells.first() else { return Ok(MultiPolygon(Vec::new())) };
    let expected_m = first.size_m;
    let faults: Vec<GeometryError> = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| cell.size_m != expected_m)
        .map(|(at, cell)| {
            let id = cell.to_string();
            let fault = GeometryFault::MixedCellSizes { id, size_m: cell.size_m, expected_m };
            GeometryError::new(format!("/{at}"), fault)
        })
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let squares: Vec<[u32; 2]> = cells.iter().map(|cell| cell.lattice()).collect();
    let polygons = dissolve(&squares)
        .iter()
        .filter_map(|polygon| polygon.to_lonlat(expected_m, vertex_every))
        .collect();
    Ok(MultiPolygon(polygons))
}

impl LatticePolygon {
    /// The polygon in degrees for cells of this size, closed; see [`dissolve_cells`] for `vertex_every`.
    ///
    /// `None` if it reaches beyond the edge of the projection.
    #[must_use]
    pub fn to_lonlat(&self, size_m: u32, vertex_every: u32) -> Option<Polygon<f64>> {
        let ring = |corners: &[[u32; 2]]| ring_in_degrees(corners, size_m, vertex_every.max(1));
        let holes: Option<Vec<LineString<f64>>> =
            self.holes.iter().map(|hole| ring(hole)).collect();
        Some(Polygon::new(ring(&self.outer)?, holes?))
    }
}

fn ring_in_degrees(corners: &[[u32; 2]], size_m: u32, every: u32) -> Option<LineString<f64>> {
    let size = f64::from(size_m);
    let degrees = |[column, row]: [u32; 2]| {
        let at = Projected::new(f64::from(column) * size, f64::from(row) * size);
        from_laea(at).map(|LonLat { lon, lat }| Coord { x: lon, y: lat })
    };
    let mut ring = Vec::with_capacity(corners.len() + 1);
    for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
        ring.push(degrees(*from)?);
        // Sides of the lattice are upright or level: exactly one of the coordinates moves.
        let axis = usize::from(from[0] == to[0]);
        let (low, high) = (from[axis].min(to[axis]), from[axis].max(to[axis]));
        let cuts = (low / every + 1..=high.saturating_sub(1) / every).map(|cut| cut * every);
        let mut between: Vec<Coord<f64>> = Vec::new();
        for cut in cuts {
            let mut corner = *from;
            corner[axis] = cut;
            between.push(degrees(corner)?);
        }
        if from[axis] > to[axis] {
            between.reverse();
        }
        ring.extend(between);
    }
    ring.extend(ring.first().copied());
    Some(LineString(ring))
}

/// For each cell the area its centre lies in; failing that, the nearest one that the cell may still touch (its
/// distance from the centre is at most half the cell's diagonal); `None` for cells farther off.
///
/// The second step takes in cells along shores and outer borders that generalised outlines cut off.
#[must_use]
pub fn assign_cells<'a, T>(cells: &[CellId], areas: &'a Boundaries<T>) -> Vec<Option<&'a T>> {
    let reach = |cell: &CellId| f64::from(cell.size_m) * std::f64::consts::FRAC_1_SQRT_2;
    cells.iter().map(|cell| areas.containing_or_nearest(cell.centre()?, reach(cell))).collect()
}
