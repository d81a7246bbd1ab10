//! Why cells and municipalities make no demand.

use std::fmt;

use crate::domain::Ags;

/// All that is wrong with cells and municipalities that were to be analysed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemandError {
    /// At least one.
    pub faults: Vec<DemandFault>,
}

impl std::error::Error for DemandError {}

impl fmt::Display for DemandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, fault) in self.faults.iter().enumerate() {
            let separator = if place == 0 { "" } else { "; " };
            write!(f, "{separator}{fault}")?;
        }
        Ok(())
    }
}

/// One fault; where it concerns many cells, the first is named and all are counted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DemandFault {
    /// Cells of several sizes.
    #[error(
        "{cells} cells have another size than the first one ({expected_m} m), such as {example} with {found_m} m; \
         import one grid at a time"
    )]
    MixedSizes {
        /// Size of the first cell in metres.
        expected_m: u32,
        /// Size of the first differing cell in metres.
        found_m: u32,
        /// Its name.
        example: String,
        /// How many differ.
        cells: usize,
    },
    /// Corners that are no multiple of the cell size.
    #[error(
        "{cells} cells do not lie on the grid of their size, such as N {northing_m} E {easting_m}; corners must be \
         lower-left ones in EPSG:3035"
    )]
    OffGrid {
        /// Of the first such cell.
        northing_m: u32,
        /// Of the first such cell.
        easting_m: u32,
        /// How many.
        cells: usize,
    },
    /// A cell counted twice.
    #[error("{cells} cells are given more than once, such as {example}; keep one of each")]
    DoubledCells {
        /// Name of the first such cell.
        example: String,
        /// How many too many.
        cells: usize,
    },
    /// Cells of a municipality that is not among those given.
    #[error(
        "{cells} cells are counted to the unknown municipality {ags}; correct its key or add it"
    )]
    UnknownMunicipality {
        /// The key.
        ags: Ags,
        /// How many cells.
        cells: usize,
    },
    /// A municipality given twice.
    #[error("the municipality {ags} is given more than once")]
    DoubledMunicipality {
        /// The key.
        ags: Ags,
    },
    /// A centre that is no position.
    #[error("the centre of the municipality {ags} is no position of EPSG:3035")]
    NoCentre {
        /// The key.
        ags: Ags,
    },
    /// More than places can name.
    #[error("{count} {what} are too many; at most {limit}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        count: usize,
        /// At most.
        limit: usize,
    },
}
