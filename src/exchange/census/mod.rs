//! Grids of the official censuses, read as they are published.
//!
//! A layout is recognised by its header ([`Layout`](layout)):
//!
//! | layout | columns |
//! |---|---|
//! | Zensus 2022 and 2011, people (100 m, 1 km, 10 km) | `GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner` |
//! | Zensus 2022, age tables | `…;Insgesamt_Bevoelkerung;Unter18;a18bis29;a30bis49;a50bis64;a65undaelter` and other classes |
//! | Zensus 2022, shares | `…;AnteilUnter18`, `…;AnteilUeber65` |
//! | Zensus 2011, long table | `Gitter_ID_100m;…;Merkmal;Auspraegung_Code;…;Anzahl` |
//! | Zensus 2011, 1 km | `Gitter_ID_1km;…;Einwohner;…;unter18_A;ab65_A`, or by centre `Einwohner,x,y,unter18_A,ab65_A` |
//! | EU census 2021, 1 km | `GRD_ID,…,T,…,Y_LT15,Y_1564,Y_GE65` |
//!
//! Several files of one census and one size of cells are joined by the names of the cells: people from one, ages from
//! others. Classes of age that do not meet the borders of our bands leave these unknown. A figure that the census
//! keeps back is unknown as well, never zero.
//!
//! Files are read as a stream, a row at a time: memory grows with the cells of the county, not with the file.

mod bands;
mod collect;
mod faults;
mod figures;
mod layout;
mod lines;
mod reader;
mod row;
#[cfg(test)]
mod tests;

use std::io::Read;

use collect::Collector;
use faults::Faults;
pub use layout::CensusSource;
use reader::{Grid, Reader};

use super::ImportErrors;
use crate::domain::{Ags, CensusCounts, CensusFile, PopulationCell};
use crate::spatial::boundaries::Boundaries;

/// More files than any census publishes of a grid that we could use.
const MOST_FILES: usize = 16;
/// More cells than all of Germany has at 100 m are a mistake.
const MOST_CELLS: usize = 5_000_000;

/// A file that was opened.
pub struct CensusInput {
    /// Its name, for the report.
    pub name: String,
    /// Its bytes.
    pub bytes: Box<dyn Read + Send>,
}

/// How far the reading is.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// The file.
    pub file: &'a str,
    /// Bytes of it read so far.
    pub bytes: u64,
    /// Rows of it read so far.
    pub rows: u64,
}

/// A grid as the files tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CensusGrid {
    /// Of which census.
    pub source: CensusSource,
    /// Side of the cells in metres.
    pub cell_size_m: u32,
    /// The inhabited cells of the county, by east and north.
    pub cells: Vec<PopulationCell>,
    /// The files in the order they were given.
    pub files: Vec<CensusFile>,
    /// What became of the cells of the files.
    pub counts: CensusCounts,
}

/// Reads a grid from one or several files and keeps the cells that lie in `county`: those whose centre does, and those
/// on its border that touch it.
///
/// # Errors
/// Every fault with file, row and column (the first hundred; how many more there are is told); then no grid is given.
pub fn read_grid(
    inputs: Vec<CensusInput>,
    county: &Boundaries<Ags>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<CensusGrid, ImportErrors> {
    read_at_most(MOST_CELLS, inputs, county, progress)
}

fn read_at_most(
    most_cells: usize,
    inputs: Vec<CensusInput>,
    county: &Boundaries<Ags>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<CensusGrid, ImportErrors> {
    let mut faults = Faults::default();
    let mut collector = Collector::new(county);
    let mut files = Vec::new();
    let last_name = inputs.last().map(|input| input.name.clone()).unwrap_or_default();
    if inputs.len() > MOST_FILES || inputs.is_empty() {
        let detail = || format!("between one and {MOST_FILES} files make a grid");
        faults.add(&last_name, None, None, "number_of_files", detail);
        return Err(faults.into_errors(&last_name));
    }
    let mut reader = Reader {
        collector: &mut collector,
        faults: &mut faults,
        grid: Grid::default(),
        most_cells,
        progress,
    };
    for (number, input) in (0..).zip(inputs) {
        files.extend(reader.read(number, input));
    }
    let grid = reader.grid;
    let (cells, counts) = collector.finish();
    if faults.is_empty() {
        check_people(&cells, &counts, &last_name, &mut faults);
    }
    match (faults.is_empty(), grid.source, grid.size_m) {
        (true, Some(source), Some(cell_size_m)) => {
            Ok(CensusGrid { source, cell_size_m, cells, files, counts })
        }
        _ => Err(faults.into_errors(&last_name)),
    }
}

/// A grid without people in the county is a mistake.
fn check_people(cells: &[PopulationCell], counts: &CensusCounts, file: &str, faults: &mut Faults) {
    if !cells.is_empty() {
        return;
    }
    let inside = counts.suppressed + counts.uninhabited + counts.ages_without_people;
    if counts.read == 0 {
        let detail =
            "the files tell ages, but no number of people: the table with “Einwohner” is missing";
        faults.add(file, None, None, "no_people", || detail.to_owned());
    } else if inside == 0 {
        let detail = format!("none of the {} cells read lies in the county", counts.read);
        faults.add(file, None, None, "no_cell_inside", || detail);
    } else {
        let detail = format!("nobody lives in the {inside} cells inside the county");
        faults.add(file, None, None, "nobody", || detail);
    }
}
