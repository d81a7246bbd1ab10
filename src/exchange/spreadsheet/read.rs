//! Tables from files: XLSX, or CSV with semicolons, commas or tabs.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx, XlsxError};

use super::csv_text::{decode, plain};
use super::{Sheet, SheetLimits};

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetFaultKind {
    /// Neither XLSX nor CSV.
    NotASheet,
    /// Nothing in it.
    Empty,
    /// Unpacked it is larger than it may be.
    TooLarge,
    /// More rows than it may have.
    TooManyRows,
    /// More columns than it may have.
    TooManyColumns,
    /// A cell is longer than it may be.
    CellTooLong,
    /// A row has more cells than there are columns.
    RowTooLong,
}

/// A fault with its place; row 1 is the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{kind:?} in row {row:?}, column {column:?}")]
pub struct SheetFault {
    /// What.
    pub kind: SheetFaultKind,
    /// Row, from 1.
    pub row: Option<usize>,
    /// Column, from 1.
    pub column: Option<usize>,
}

impl SheetFault {
    const fn of(kind: SheetFaultKind) -> Self {
        Self { kind, row: None, column: None }
    }

    const fn at(kind: SheetFaultKind, row: usize, column: usize) -> Self {
        Self { kind, row: Some(row), column: Some(column) }
    }
}

/// Reads the first sheet of a file. Empty rows are dropped; the number of each row that is kept stands beside it.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn read_sheet(bytes: &[u8], limits: &SheetLimits) -> Result<(Sheet, Vec<usize>), SheetFault> {
    let rows = if bytes.starts_with(b"PK\x03\x04") {
        read_xlsx(bytes, limits)?
    } else {
        read_csv(bytes, limits)?
    };
    let mut rows = rows.into_iter().enumerate().map(|(at, row)| (at + 1, row));
    let Some((_, mut header)) = rows.next() else {
        return Err(SheetFault::of(SheetFaultKind::Empty));
    };
    while header.last().is_some_and(|title| title.trim().is_empty()) {
        header.pop();
    }
    if header.is_empty() {
        return Err(SheetFault::of(SheetFaultKind::Empty));
    }
    let mut sheet = Sheet { header, rows: Vec::new() };
    let mut numbers = Vec::new();
    for (number, mut row) in rows.filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()))
    {
        if let Some(at) = row.iter().skip(sheet.header.len()).position(|c| !c.trim().is_empty()) {
            let column = sheet.header.len() + at + 1;
            return Err(SheetFault::at(SheetFaultKind::RowTooLong, number, column));
        }
        row.resize(sheet.header.len(), String::new());
        sheet.rows.push(row);
        numbers.push(number);
    }
    Ok((sheet, numbers))
}

/// Checks a cell before it is taken in.
fn check(row: usize, column: usize, text: &str, limits: &SheetLimits) -> Result<(), SheetFault> {
    let kind = if row > limits.rows + 1 {
        SheetFaultKind::TooManyRows
    } else if column > limits.columns {
        SheetFaultKind::TooManyColumns
    } else if text.len() > limits.cell_chars && text.chars().count() > limits.cell_chars {
        SheetFaultKind::CellTooLong
    } else {
        return Ok(());
    };
    Err(SheetFault::at(kind, row, column))
}

fn read_csv(bytes: &[u8], limits: &SheetLimits) -> Result<Vec<Vec<String>>, SheetFault> {
    let text = decode(bytes);
    if text.contains('\0') {
        return Err(SheetFault::of(SheetFaultKind::NotASheet));
    }
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: char| first.matches(mark).count();
    let marks = [(b';', count(';')), (b'\t', count('\t')), (b',', count(','))];
    // Of equally frequent ones the first.
    let delimiter = marks.iter().rev().max_by_key(|(_, n)| *n).map_or(b';', |(mark, _)| *mark);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_error| SheetFault::of(SheetFaultKind::NotASheet))?;
        let mut row = Vec::new();
        for (at, cell) in record.iter().enumerate() {
            check(rows.len() + 1, at + 1, cell, limits)?;
            row.push(plain(cell).to_owned());
        }
        rows.push(row);
    }
    Ok(rows)
}

fn read_xlsx(bytes: &[u8], limits: &SheetLimits) -> Result<Vec<Vec<String>>, SheetFault> {
    weigh(bytes, limits)?;
    let broken = |_error: XlsxError| SheetFault::of(SheetFaultKind::NotASheet);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let name = book.sheet_names().first().cloned();
    let name = name.ok_or(SheetFault::of(SheetFaultKind::Empty))?;
    // Cell by cell: a range would be as large as its last cell says.
    let mut cells = book.worksheet_cells_reader(&name).map_err(broken)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        let text = text_of(cell.get_value());
        if text.is_empty() {
            continue;
        }
        check(row + 1, column + 1, &text, limits)?;
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        if let Some(cells) = rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if let Some(held) = cells.get_mut(column) {
                *held = text;
            }
        }
    }
    Ok(rows)
}

/// Unpacks every part once and counts: what a file says of its own size may be a lie.
fn weigh(bytes: &[u8], limits: &SheetLimits) -> Result<(), SheetFault> {
    let broken = SheetFault::of(SheetFaultKind::NotASheet);
    let large = SheetFault::of(SheetFaultKind::TooLarge);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_error| broken)?;
    if archive.len() > limits.parts {
        return Err(large);
    }
    let mut left = limits.unpacked_bytes;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_error| broken)?;
        let mut part = part.take(left + 1);
        let read = std::io::copy(&mut part, &mut std::io::sink()).map_err(|_error| broken)?;
        left = left.checked_sub(read).ok_or(large)?;
    }
    Ok(())
}

/// A cell as people see it; formulas count with their last result.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "1" } else { "0" }.to_owned(),
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}
