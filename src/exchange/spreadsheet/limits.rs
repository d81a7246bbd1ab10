//! How much a file from outside may hold.

/// The most that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetLimits {
    /// Rows below the header.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Characters of one cell.
    pub cell_chars: usize,
    /// Bytes of all parts of a file, unpacked.
    pub unpacked_bytes: u64,
    /// Parts of a file.
    pub parts: usize,
}

impl Default for SheetLimits {
    fn default() -> Self {
        Self { rows: 5_000, columns: 100, cell_chars: 10_000, unpacked_bytes: 64 << 20, parts: 500 }
    }
}
