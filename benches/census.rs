//! How fast and in how much memory a census grid is read: `cargo bench --bench census`.
//!
//! The files are made while they are read, so that gigabytes cost no disk.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench prints its figures and stops at the first surprise"
)]

use std::io::{Read, Write as _};
use std::time::Instant;

use geo::{Coord, MultiPolygon, Rect};
use sozialatlas::domain::Ags;
use sozialatlas::exchange::census::{CensusInput, read_grid};
use sozialatlas::spatial::boundaries::Boundaries;

/// Rows of a lattice over Germany, 100 m apart, as the census writes them.
struct Table {
    left: u64,
    at: u64,
    line: Vec<u8>,
    told: usize,
}

impl Table {
    fn new(rows: u64) -> Self {
        let header = b"GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n".to_vec();
        Self { left: rows, at: 0, line: header, told: 0 }
    }

    /// The next row into the line.
    fn advance(&mut self) {
        const COLUMNS: u64 = 6_000;
        let (east, north) =
            (4_040_000 + self.at % COLUMNS * 100, 2_690_000 + self.at / COLUMNS * 100);
        let people = self.at % 97 + 3;
        self.line.clear();
        self.told = 0;
        let (x, y) = (east + 50, north + 50);
        writeln!(self.line, "CRS3035RES100mN{north}E{east};{x};{y};{people}").expect("memory");
        self.at += 1;
        self.left -= 1;
    }
}

impl Read for Table {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let mut written = 0;
        loop {
            let rest = self.line.get(self.told..).unwrap_or_default();
            let count = rest.len().min(out.len() - written);
            out[written..written + count].copy_from_slice(&rest[..count]);
            self.told += count;
            written += count;
            if written == out.len() || self.left == 0 {
                return Ok(written);
            }
            self.advance();
        }
    }
}

/// Squares of a tenth of a degree.
fn county(west: f64, south: f64, columns: u32, rows: u32) -> Boundaries<Ags> {
    let squares = (0..columns * rows).map(|at| {
        let low = Coord {
            x: west + f64::from(at % columns) * 0.1,
            y: south + f64::from(at / columns) * 0.1,
        };
        let square = Rect::new(low, Coord { x: low.x + 0.1, y: low.y + 0.1 }).to_polygon();
        let ags = format!("99{at:06}").parse().expect("a key");
        (ags, MultiPolygon::new(vec![square]))
    });
    Boundaries::new(squares)
}

/// The most memory this process ever had, in MB (Linux; 0 elsewhere).
fn peak_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kib.unwrap_or_default() / 1024
}

fn measure(what: &str, rows: u64, county: &Boundaries<Ags>) {
    let input = CensusInput { name: "table.csv".into(), bytes: Box::new(Table::new(rows)) };
    let began = Instant::now();
    let grid = read_grid(vec![input], county, &mut |_| {}).expect("a grid");
    let seconds = began.elapsed().as_secs_f64();
    let megabytes = grid.files.iter().map(|file| file.bytes as f64 / 1e6).sum::<f64>();
    println!(
        "{what}: {rows} rows, {megabytes:.0} MB in {seconds:.1} s, {:.0} MB/s, {} cells taken, peak {} MB",
        megabytes / seconds,
        grid.counts.taken,
        peak_mb()
    );
}

fn main() {
    // Making the table takes time of its own; this much of it.
    let began = Instant::now();
    std::io::copy(&mut Table::new(10_000_000), &mut std::io::sink()).expect("a table");
    println!("making 10,000,000 rows alone: {:.1} s", began.elapsed().as_secs_f64());
    measure("a county out of 3 GB", 53_000_000, &county(8.6, 47.6, 6, 4));
    measure("all cells of a country", 3_100_000, &county(5.0, 47.0, 110, 85));
}
