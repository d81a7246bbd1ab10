//! What can be wrong with a geometry, and where.

use std::fmt;

/// One fault of a geometry or box: where it is and what it is.
///
/// Readers return all faults of an input at once, as `Vec<GeometryError>`.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{spot}: {fault}")]
pub struct GeometryError {
    /// Where the fault is.
    pub spot: Spot,
    /// What is wrong there, and what to do.
    pub fault: GeometryFault,
}

impl GeometryError {
    pub(crate) fn new(pointer: impl Into<String>, fault: GeometryFault) -> Self {
        Self { spot: Spot { pointer: pointer.into(), position: None }, fault }
    }

    pub(crate) fn at(pointer: impl Into<String>, position: [f64; 2], fault: GeometryFault) -> Self {
        Self { spot: Spot { pointer: pointer.into(), position: Some(position) }, fault }
    }
}

/// The place of a fault.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// A JSON pointer (RFC 6901) into the geometry, such as `/coordinates/0/0/17`.
    pub pointer: String,
    /// Longitude and latitude, where the fault has a place on the map.
    pub position: Option<[f64; 2]>,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.pointer.is_empty() { "/" } else { &self.pointer })?;
        match self.position {
            Some([lon, lat]) => write!(f, " (lon {lon}, lat {lat})"),
            None => Ok(()),
        }
    }
}

/// What can be wrong. The message says what to do about it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum GeometryFault {
    /// The geometry is of another type.
    #[error("expected a Polygon or MultiPolygon, found {found}")]
    NotAnArea {
        /// The type that was found, or what stood in its place.
        found: String,
    },
    /// A ring, polygon or list of polygons is not an array.
    #[error("expected {expected}, found something else")]
    NotAList {
        /// What should stand here.
        expected: &'static str,
    },
    /// A position is not an array of at least two numbers.
    #[error("expected a position [longitude, latitude] in numbers")]
    NotAPosition,
    /// A number is NaN or infinite.
    #[error("{axis} is not a finite number")]
    NotFinite {
        /// Which of the numbers.
        axis: &'static str,
    },
    /// A coordinate lies outside what its axis allows.
    #[error("{axis} {value} is outside {min} to {max}{hint}")]
    OutOfRange {
        /// Which of the numbers.
        axis: &'static str,
        /// What it is.
        value: f64,
        /// Least value allowed.
        min: f64,
        /// Greatest value allowed.
        max: f64,
        /// A guess at the reason, or nothing.
        hint: &'static str,
    },
    /// A polygon has no ring.
    #[error("the polygon has no ring; leave it out or give it an outer ring")]
    NoRing,
    /// Last and first position of a ring differ.
    #[error("the ring is not closed; repeat its first position as its last")]
    UnclosedRing,
    /// Fewer than three different positions.
    #[error(
        "the ring has {distinct} different positions; an area needs at least three (four with the closing one)"
    )]
    TooFewPositions {
        /// How many different ones it has.
        distinct: usize,
    },
    /// Two edges of one ring cross, touch or run back on each other.
    #[error(
        "the ring meets itself: the edges from position {first} and from position {second} cross, touch or overlap"
    )]
    SelfIntersection {
        /// Index of the position at which the one edge begins.
        first: usize,
        /// Index of the position at which the other edge begins.
        second: usize,
    },
    /// Two rings of a polygon cross or share a stretch.
    #[error("this ring and ring {other} of the same polygon cross or run along each other")]
    RingsCross {
        /// Index of the other ring.
        other: usize,
    },
    /// A hole lies outside the outer ring.
    #[error(
        "the hole lies (partly) outside the outer ring; make it a polygon of its own or move it inside"
    )]
    HoleOutside,
    /// A hole lies within another one.
    #[error("the hole lies within hole {other}; join them")]
    HoleInHole {
        /// Index of the ring around it.
        other: usize,
    },
    /// Two polygons of one multipolygon share area or an edge.
    #[error("this polygon and polygon {other} overlap or share an edge; join them")]
    PartsOverlap {
        /// Index of the other polygon.
        other: usize,
    },
    /// So many faults that the rest is only counted.
    #[error("{count} more faults of this kind are not listed")]
    More {
        /// How many were left out.
        count: usize,
    },
    /// A box has not four and not six numbers.
    #[error(
        "a box has four numbers (west,south,east,north) or six (with heights after south and at the end), not {count}"
    )]
    BoxLength {
        /// How many there are.
        count: usize,
    },
    /// Lower and upper bound of an axis are reversed.
    #[error("{low_name} {low} is greater than {high_name} {high}; exchange them")]
    BoxReversed {
        /// Name of the lower bound.
        low_name: &'static str,
        /// Its value.
        low: f64,
        /// Name of the upper bound.
        high_name: &'static str,
        /// Its value.
        high: f64,
    },
    /// A box reaches where its reference system is not defined.
    #[error("the box reaches where {crs} is not defined")]
    BeyondCrs {
        /// Name of the reference system.
        crs: String,
    },
    /// A name that is not one of a grid cell.
    #[error(
        "“{id}” is no cell of the census grid; expected a name such as CRS3035RES100mN2741700E4217400 or 100mN27417E42174"
    )]
    NotACell {
        /// What was found.
        id: String,
    },
    /// Coordinates of a cell that are no multiple of its size.
    #[error(
        "the lower-left corner N {northing_m} E {easting_m} is no multiple of the cell size of {size_m} m"
    )]
    CellOffGrid {
        /// Size of the cell in metres.
        size_m: u32,
        /// Northing of its lower-left corner in metres.
        northing_m: u32,
        /// Easting of its lower-left corner in metres.
        easting_m: u32,
    },
    /// Cells of several sizes where one is needed.
    #[error(
        "the cell {id} is {size_m} m wide, the others {expected_m} m; only cells of one size can be joined"
    )]
    MixedCellSizes {
        /// The cell.
        id: String,
        /// Its size in metres.
        size_m: u32,
        /// Size of the first cell in metres.
        expected_m: u32,
    },
}

impl GeometryFault {
    /// A stable word for programs and translations.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAnArea { .. } => "not_an_area",
            Self::NotAList { .. } => "not_a_list",
            Self::NotAPosition => "not_a_position",
            Self::NotFinite { .. } => "not_finite",
            Self::OutOfRange { .. } => "out_of_range",
            Self::NoRing => "no_ring",
            Self::UnclosedRing => "unclosed_ring",
            Self::TooFewPositions { .. } => "too_few_positions",
            Self::SelfIntersection { .. } => "self_intersection",
            Self::RingsCross { .. } => "rings_cross",
            Self::HoleOutside => "hole_outside",
            Self::HoleInHole { .. } => "hole_in_hole",
            Self::PartsOverlap { .. } => "parts_overlap",
            Self::More { .. } => "more",
            Self::BoxLength { .. } => "box_length",
            Self::BoxReversed { .. } => "box_reversed",
            Self::BeyondCrs { .. } => "beyond_crs",
            Self::NotACell { .. } => "not_a_cell",
            Self::CellOffGrid { .. } => "cell_off_grid",
            Self::MixedCellSizes { .. } => "mixed_cell_sizes",
        }
    }
}
