//! One file after the other, row by row, into the collector.

use std::io::Read;

use super::collect::{Collector, Place};
use super::faults::Faults;
use super::figures::{Figure, read_figure, whole};
use super::layout::{CensusSource, Content, Layout};
use super::lines::{Line, Lines, MAX_LINE, Stopped, split};
use super::row::{Row, read_id};
use super::{CensusInput, Progress};
use crate::domain::CensusFile;

/// Progress is told after so many bytes.
const TELL_EVERY: u64 = 16 << 20;

/// What the files have in common; told by the first that tells it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Grid {
    pub(super) source: Option<CensusSource>,
    pub(super) size_m: Option<u32>,
}

/// Reads files into a collector.
pub(super) struct Reader<'a, 'c> {
    pub(super) collector: &'a mut Collector<'c>,
    pub(super) faults: &'a mut Faults,
    pub(super) grid: Grid,
    /// More cells in the county are a mistake.
    pub(super) most_cells: usize,
    pub(super) progress: &'a mut dyn FnMut(Progress<'_>),
}

/// A file under way.
struct Open<'a> {
    name: &'a str,
    number: u8,
    layout: Layout,
    rows: u64,
    /// The most people of any cell, in the county or not.
    most_people: u32,
}

impl Reader<'_, '_> {
    /// Reads a file to its end, or until something shows that it is of no use.
    pub(super) fn read(&mut self, number: u8, input: CensusInput) -> Option<CensusFile> {
        let CensusInput { name, bytes } = input;
        let mut lines = Lines::new(bytes);
        let layout = self.header(&name, &mut lines)?;
        let mut open = Open { name: &name, number, layout, rows: 0, most_people: 0 };
        let mut fields = Vec::new();
        let mut told = 0;
        loop {
            if lines.bytes() - told >= TELL_EVERY {
                told = lines.bytes();
                (self.progress)(Progress { file: &name, bytes: told, rows: open.rows });
            }
            let line = match lines.next() {
                Ok(Some(line)) => line,
                Ok(None) => break,
                Err(stopped) => {
                    self.stopped(&name, stopped);
                    return None;
                }
            };
            if line.bytes.is_empty() {
                continue;
            }
            self.line(&mut open, line, &mut fields);
            if self.faults.is_enough() || self.collector.len() > self.most_cells {
                break;
            }
        }
        self.check_whole(&open);
        let layout = open.layout.name.to_owned();
        let (sha256, bytes) = lines.finish();
        Some(CensusFile { name, layout, bytes, sha256 })
    }

    /// The layout by the first line.
    fn header<R: Read>(&mut self, name: &str, lines: &mut Lines<R>) -> Option<Layout> {
        let line = match lines.next() {
            Ok(Some(line)) => line,
            Ok(None) => {
                self.fault(name, None, "empty", "the file is empty");
                return None;
            }
            Err(stopped) => {
                self.stopped(name, stopped);
                return None;
            }
        };
        let header = line.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line.bytes);
        let packed: [(&[u8], &str); 3] = [
            (b"PK\x03\x04", "it is a ZIP archive (or XLSX)"),
            (b"\x1f\x8b", "it is packed with gzip"),
            (b"SQLite format 3", "it is a GeoPackage or another database"),
        ];
        if let Some((_, what)) = packed.iter().find(|(magic, _)| header.starts_with(magic)) {
            let detail = format!("{what}; unpack it, or save it as CSV, and give the table itself");
            self.fault(name, None, "not_a_table", &detail);
            return None;
        }
        if header.starts_with(b"\xff\xfe") || header.starts_with(b"\xfe\xff") {
            self.fault(name, None, "utf_16", "the text is UTF-16; save it as UTF-8");
            return None;
        }
        if memchr::memchr(0, header).is_some() {
            self.fault(name, Some(1), "nul", "NUL bytes: this is not a text table");
            return None;
        }
        match Layout::recognise(header) {
            Ok(layout) => {
                self.grid.source = self.grid.source.or(layout.source);
                Some(layout)
            }
            Err(reason) => {
                self.fault(name, Some(1), "unknown_header", &reason);
                None
            }
        }
    }

    /// One row of the table.
    fn line(&mut self, open: &mut Open<'_>, line: Line<'_>, fields: &mut Vec<(usize, usize)>) {
        open.rows += 1;
        let (layout, number) = (&open.layout, Some(line.row));
        if memchr::memchr(0, line.bytes).is_some() {
            let detail = || "NUL bytes: this is not a text table".to_owned();
            return self.faults.add(open.name, number, None, "nul", detail);
        }
        if split(line.bytes, layout.delimiter, fields).is_none() {
            let detail = || "a quoted field does not end in its line".to_owned();
            return self.faults.add(open.name, number, None, "open_quote", detail);
        }
        if fields.len() != layout.columns.len() || !line.is_whole {
            return self.broken_line(open, line, fields.len());
        }
        let Some((source, size_m)) = self.settle(open, line, fields) else {
            let column = layout.position.id.map(|at| layout.column(at));
            let detail = || "not the name of a grid cell, so that its size is unknown".to_owned();
            return self.faults.add(open.name, number, column, "not_a_cell", detail);
        };
        let row = Row {
            file: open.name,
            number: line.row,
            layout,
            line: line.bytes,
            fields,
            source,
            size_m,
        };
        let Some(cell) = row.cell(self.faults) else { return };
        let at = Place { file: open.name, number: open.number, row: line.row };
        match &layout.content {
            Content::Wide { people, .. } => {
                let Some(told) = row.wide(self.faults) else { return };
                if let Some(people) = people
                    && let Ok(Figure::Number(count)) = read_figure(row.field(people.column))
                {
                    open.most_people = open.most_people.max(whole(count).unwrap_or(0));
                }
                self.collector.add_wide(cell, &told, at, self.faults);
            }
            Content::Long { .. } => {
                if let Some(told) = row.long(self.faults) {
                    self.collector.add_long(cell, told, at, self.faults);
                }
            }
        }
    }

    /// A row that lacks fields, or the end of the line.
    fn broken_line(&mut self, open: &Open<'_>, line: Line<'_>, found: usize) {
        let expected = open.layout.columns.len();
        let (code, detail) = if line.is_whole {
            ("wrong_number_of_fields", format!("{found} fields instead of {expected}"))
        } else {
            let end = "the file ends within this line, without a line break: it is cut off";
            (
                "truncated",
                format!("{end}. If it is whole, add a line break ({found} fields of {expected})"),
            )
        };
        let last = found.min(expected).saturating_sub(1);
        let column = (!line.is_whole).then(|| open.layout.column(last));
        self.faults.add(open.name, Some(line.row), column, code, || detail);
    }

    /// Census and size of the cells, by the first row that tells them; `None` if this file has others than those before.
    fn settle(
        &mut self,
        open: &Open<'_>,
        line: Line<'_>,
        fields: &[(usize, usize)],
    ) -> Option<(CensusSource, u32)> {
        if let (Some(source), Some(size_m), 2..) = (self.grid.source, self.grid.size_m, open.rows) {
            return Some((source, size_m));
        }
        let id = open.layout.position.id.and_then(|at| fields.get(at));
        let id = id.and_then(|(from, to)| line.bytes.get(*from..*to)).unwrap_or_default();
        let id = id.trim_ascii();
        // The census of 2011 has the short names, that of 2022 the full ones.
        let by_name = if id.starts_with(b"CRS") {
            CensusSource::Zensus2022
        } else {
            CensusSource::Zensus2011
        };
        let source = open.layout.source.unwrap_or(by_name);
        let by_header = open.layout.size_m;
        let size_m = by_header.or_else(|| Some(read_id(id)?.size_m()))?;
        let expected = *self.grid.source.get_or_insert(source);
        if source != expected {
            let detail =
                format!("this is {}, the files before are {}", source.name(), expected.name());
            self.fault(open.name, None, "mixed_censuses", &detail);
        }
        let expected = *self.grid.size_m.get_or_insert(size_m);
        if size_m != expected {
            let detail =
                format!("cells of {size_m} m, those of the files before have {expected} m");
            self.fault(open.name, None, "mixed_sizes", &detail);
        }
        Some((source, size_m))
    }

    /// What only shows when all rows were seen.
    fn check_whole(&mut self, open: &Open<'_>) {
        if open.rows == 0 {
            self.fault(open.name, None, "no_rows", "there is a header, but no row");
        }
        if self.collector.len() > self.most_cells {
            let detail =
                format!("more than {} cells in the county: this cannot be right", self.most_cells);
            self.fault(open.name, None, "too_many_cells", &detail);
        }
        let is_coarse = self.grid.size_m.is_some_and(|size_m| size_m >= 1_000);
        if is_coarse && open.rows >= 100 && (1..=6).contains(&open.most_people) {
            let detail = "no cell has more than 6 people: these are classes, not counts; the table \
                          with the counts themselves is needed (2011: “spitze Werte”)";
            self.fault(open.name, None, "classes", detail);
        }
    }

    fn stopped(&mut self, name: &str, stopped: Stopped) {
        match stopped {
            Stopped::Io(_, error) if error.kind() == std::io::ErrorKind::IsADirectory => {
                self.fault(name, None, "a_folder", "this is a folder; a file is needed");
            }
            Stopped::Io(row, error) => {
                let detail = format!("the file cannot be read on: {error}");
                self.fault(name, Some(row), "unreadable", &detail);
            }
            Stopped::TooLong(row) => {
                let detail =
                    format!("no line break within {MAX_LINE} bytes: this is not a text table");
                self.fault(name, Some(row), "not_a_table", &detail);
            }
        }
    }

    fn fault(&mut self, file: &str, row: Option<u64>, code: &str, detail: &str) {
        self.faults.add(file, row, None, code, || detail.to_owned());
    }
}
