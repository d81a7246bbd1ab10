//! Tables as files.

use std::io::Write;

use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

use super::Sheet;
use super::csv_text::neutral;

/// Widest column, in characters.
const WIDEST: usize = 60;

/// Writes a table as CSV: UTF-8 with its mark, semicolons, every cell that looks like a formula made harmless.
///
/// # Errors
/// When the output fails.
pub fn write_csv(sheet: &Sheet, mut out: impl Write) -> std::io::Result<()> {
    out.write_all(b"\xef\xbb\xbf")?;
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    for row in std::iter::once(&sheet.header).chain(&sheet.rows) {
        writer.write_record(row.iter().map(|cell| neutral(cell)))?;
    }
    writer.flush()
}

/// Writes a table as XLSX: every cell is text, so that nothing is computed, rounded or taken for a date.
///
/// # Errors
/// When a limit of the format is broken (32,767 characters in a cell).
pub fn write_xlsx(sheet: &Sheet, name: &str) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(name)?;
    let head = Format::new().set_bold().set_text_wrap();
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    for (at, title) in (0_u16..).zip(&sheet.header) {
        page.write_string_with_format(0, at, title, &head)?;
        let cells = sheet.rows.iter().filter_map(|row| row.get(usize::from(at)));
        let longest = cells.chain([title]).flat_map(|cell| cell.lines()).map(|l| l.chars().count());
        let width = longest.max().unwrap_or_default().clamp(8, WIDEST);
        page.set_column_width(at, width as f64 + 2.0)?;
        page.set_column_format(at, &text)?;
    }
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            page.write_string_with_format(row, column, cell, &text)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}
