//! Tables that people open in a spreadsheet program: written as XLSX and CSV, read back with patience and limits.
//!
//! A file from outside may be anything: what it holds is counted before it is taken in, so that neither a zip bomb nor
//! a single cell in the last row of a sheet can fill the memory.

mod csv_text;
mod limits;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use limits::SheetLimits;
pub use read::{SheetFault, SheetFaultKind, read_sheet};
pub use write::{write_csv, write_xlsx};

/// A table of texts; the first row names the columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Names of the columns.
    pub header: Vec<String>,
    /// Rows below; each has as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}
