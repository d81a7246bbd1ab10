//! Tables: CSV as RFC 4180 has it, in UTF-8, read by column name.

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;

use csv::StringRecord;

use super::error::ImportErrors;
use crate::domain::LonLat;

/// The text of a file in UTF-8 without byte order mark; a fault names the first wrong byte.
pub(crate) fn utf8<'a>(file: &str, bytes: &'a [u8], faults: &mut ImportErrors) -> Option<&'a str> {
    let line_at = |end: usize| bytes.iter().take(end).filter(|&&b| b == b'\n').count() as u64 + 1;
    if let Some(nul) = memchr::memchr(0, bytes) {
        faults.add(file, Some(line_at(nul)), None, "nul_byte", "the file holds a NUL byte");
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            faults.add(
                file,
                Some(line_at(error.valid_up_to())),
                None,
                "not_utf8",
                format!(
                    "byte {} is not UTF-8 (perhaps Latin-1); save the file as UTF-8",
                    error.valid_up_to() + 1
                ),
            );
            None
        }
    }
}

/// A table with named columns.
#[derive(Debug)]
pub(crate) struct Table {
    file: String,
    columns: HashMap<String, usize>,
    records: Vec<(u64, StringRecord)>,
}

impl Table {
    /// Reads a table that must have the `required` columns; others are ignored.
    pub(crate) fn read(
        file: &str,
        bytes: &[u8],
        required: &[&str],
        faults: &mut ImportErrors,
    ) -> Option<Self> {
        let text = utf8(file, bytes, faults)?;
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let headers = match reader.headers() {
            Ok(headers) => headers.clone(),
            Err(error) => {
                faults.add(file, Some(1), None, "not_a_table", error.to_string());
                return None;
            }
        };
        let mut columns = HashMap::new();
        for (i, name) in headers.iter().enumerate() {
            if columns.insert(name.trim().to_owned(), i).is_some() {
                faults.add(
                    file,
                    Some(1),
                    Some(name),
                    "duplicate_column",
                    "the column stands twice",
                );
            }
        }
        let mut complete = true;
        for name in required {
            if !columns.contains_key(*name) {
                complete = false;
                let detail = format!("the column {name} is missing");
                faults.add(file, Some(1), Some(name), "missing_column", detail);
            }
        }
        let records = read_records(file, text, &mut reader, headers.len(), faults);
        complete.then(|| Self { file: file.to_owned(), columns, records })
    }

    /// The rows in order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|(line, record)| Row { table: self, line: *line, record })
    }
}

fn read_records(
    file: &str,
    text: &str,
    reader: &mut csv::Reader<&[u8]>,
    width: usize,
    faults: &mut ImportErrors,
) -> Vec<(u64, StringRecord)> {
    let mut records = Vec::new();
    let mut lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 };
    for result in reader.records() {
        match result {
            Ok(record) => {
                let line = record.position().map_or(0, |position| lines.of_record(position.byte()));
                if record.len() == width {
                    records.push((line, record));
                } else {
                    let detail = format!("the row has {} fields, the header {width}", record.len());
                    faults.add(file, Some(line), None, "wrong_field_count", detail);
                }
            }
            Err(error) => {
                let line = error.position().map(csv::Position::line);
                faults.add(file, line, None, "not_a_table", error.to_string());
            }
        }
    }
    records
}

/// Counts lines along with the records: the reader's own count is one short after a line end of two characters.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line on which the record that the reader found at `byte` begins.
    fn of_record(&mut self, byte: u64) -> u64 {
        let mut to = usize::try_from(byte).unwrap_or(usize::MAX);
        while self.bytes.get(to).is_some_and(|b| matches!(b, b'\r' | b'\n')) {
            to += 1;
        }
        let passed = self.bytes.get(self.at..to).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', passed).count() as u64;
        self.at = self.at.max(to);
        self.line
    }
}

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    /// Line of the file on which the row begins.
    pub(crate) line: u64,
    record: &'a StringRecord,
}

impl<'a> Row<'a> {
    /// The trimmed text of a column; empty also when the table has no such column.
    pub(crate) fn get(&self, column: &str) -> &'a str {
        let index = self.table.columns.get(column).copied();
        index.and_then(|i| self.record.get(i)).unwrap_or_default().trim()
    }

    /// The text of a column, if it has any.
    pub(crate) fn text(&self, column: &str) -> Option<String> {
        let text = self.get(column);
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The values of a column that holds several, separated by `separator`.
    pub(crate) fn list(
        &self,
        column: &str,
        separator: &'static str,
    ) -> impl Iterator<Item = &'a str> {
        self.get(column).split(separator).map(str::trim).filter(|part| !part.is_empty())
    }

    /// Adds a fault of this row.
    pub(crate) fn fault(
        &self,
        column: &str,
        code: &str,
        detail: impl Into<String>,
        faults: &mut ImportErrors,
    ) {
        faults.add(&self.table.file, Some(self.line), Some(column), code, detail);
    }

    /// The text of a column that must not be empty.
    pub(crate) fn required(&self, column: &str, faults: &mut ImportErrors) -> Option<&'a str> {
        let text = self.get(column);
        if text.is_empty() {
            self.fault(column, "required", format!("{column} must not be empty"), faults);
            return None;
        }
        Some(text)
    }

    /// A value that parses, or nothing; text that does not parse is a fault.
    pub(crate) fn parsed<T>(&self, column: &str, code: &str, faults: &mut ImportErrors) -> Option<T>
    where
        T: FromStr,
        T::Err: Display,
    {
        let text = self.get(column);
        if text.is_empty() {
            return None;
        }
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(column, code, format!("“{text}”: {error}"), faults);
                None
            }
        }
    }

    /// A finite number with a decimal point, or nothing.
    pub(crate) fn number(&self, column: &str, faults: &mut ImportErrors) -> Option<f64> {
        let number: f64 = self.parsed(column, "not_a_number", faults)?;
        if number.is_finite() {
            return Some(number);
        }
        self.fault(column, "not_a_number", "the number must be finite", faults);
        None
    }

    /// A point from two columns: nothing when both are empty; half a point or one out of range is a fault.
    pub(crate) fn point(
        &self,
        lon_column: &str,
        lat_column: &str,
        faults: &mut ImportErrors,
    ) -> Option<LonLat> {
        let empty = (self.get(lon_column).is_empty(), self.get(lat_column).is_empty());
        let (lon, lat) = match empty {
            (true, true) => return None,
            (true, false) => {
                self.fault(lon_column, "required", "there is a latitude but no longitude", faults);
                return None;
            }
            (false, true) => {
                self.fault(lat_column, "required", "there is a longitude but no latitude", faults);
                return None;
            }
            (false, false) => (self.number(lon_column, faults), self.number(lat_column, faults)),
        };
        match LonLat::new(lon?, lat?) {
            Ok(point) => Some(point),
            Err(wrong) => {
                for error in wrong.0 {
                    let column = if error.pointer == "/lon" { lon_column } else { lat_column };
                    self.fault(column, &error.code, error.detail, faults);
                }
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(faults: &ImportErrors) -> Vec<(Option<u64>, &str)> {
        faults.0.iter().map(|f| (f.row, f.code.as_str())).collect()
    }

    #[test]
    fn latin_1_bytes_are_named_by_line_and_byte() {
        let mut faults = ImportErrors::default();
        assert!(Table::read("t.csv", b"id,name\n1,Stra\xdfe\n", &["id"], &mut faults).is_none());
        assert_eq!(codes(&faults), [(Some(2), "not_utf8")]);
        assert!(faults.0[0].detail.contains("byte 15"), "{}", faults.0[0].detail);
    }

    #[test]
    fn missing_columns_and_uneven_rows_are_reported_together() {
        let mut faults = ImportErrors::default();
        assert!(Table::read("t.csv", b"id\n1,2\n3\n", &["id", "a", "b"], &mut faults).is_none());
        let expected = [
            (Some(1), "missing_column"),
            (Some(1), "missing_column"),
            (Some(2), "wrong_field_count"),
        ];
        assert_eq!(codes(&faults), expected);
    }

    #[test]
    fn a_byte_order_mark_quotes_and_line_breaks_in_fields_are_read() {
        let mut faults = ImportErrors::default();
        let bytes = "\u{feff}id,name\r\n1,\"a \"\"b\"\"\nc\"\r\n2,d\r\n".as_bytes();
        let table = Table::read("t.csv", bytes, &["id", "name"], &mut faults).unwrap();
        let rows: Vec<_> = table.rows().map(|r| (r.line, r.get("id"), r.get("name"))).collect();
        assert_eq!(rows, [(2, "1", "a \"b\"\nc"), (4, "2", "d")]);
        assert!(faults.is_empty());
    }

    #[test]
    fn half_a_point_and_numbers_that_are_none_are_faults() {
        let mut faults = ImportErrors::default();
        let bytes = b"lon,lat\n9.1,\n9,47\n9;1,47\nNaN,47\n200,47\n,\n";
        let table = Table::read("t.csv", bytes, &["lon", "lat"], &mut faults).unwrap();
        let points: Vec<_> = table.rows().map(|r| r.point("lon", "lat", &mut faults)).collect();
        assert_eq!(points.iter().flatten().count(), 1);
        let expected = [
            (Some(2), "required"),
            (Some(4), "not_a_number"),
            (Some(5), "not_a_number"),
            (Some(6), "out_of_range"),
        ];
        assert_eq!(codes(&faults), expected);
    }
}
