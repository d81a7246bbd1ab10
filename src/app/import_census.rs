//! Replaces the population cells by a grid from files of a census, in one transaction.

use std::collections::HashMap;

use chrono::SecondsFormat;
use serde::Serialize;

use super::county_package::LoadedPackage;
use super::load_county::replace_cells;
use super::open_atlas::outline;
use super::{AppError, Clock};
use crate::domain::{
    AgeBands, Ags, CensusImport, CensusVintage, Municipality, PopulationCell, Region,
};
use crate::exchange::ImportErrors;
use crate::exchange::census::{CensusGrid, CensusInput, Progress, read_grid};
use crate::spatial::boundaries::Boundaries;
use crate::store::{DatabaseError, Store};

/// The name under which grids are written.
const AUTHOR: &str = "import:census";

/// What an import did, or would do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CensusReport {
    /// Nothing was written: only told what would be.
    pub dry_run: bool,
    /// The very same grid is loaded: nothing was written.
    pub already_loaded: bool,
    /// What was loaded before, if anything was noted about it.
    pub before: Option<CensusVintage>,
    /// What is loaded now, with files and counts.
    pub census: CensusVintage,
    /// Every municipality, also those without cells.
    pub municipalities: Vec<MunicipalitySum>,
    /// What is known by age.
    pub bands: Vec<BandSum>,
}

/// People counted in the cells of a municipality, beside the official number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MunicipalitySum {
    /// Key.
    pub ags: Ags,
    /// Name.
    pub name: String,
    /// Cells in which people live.
    pub cells: u64,
    /// People in them, as counted.
    pub counted: u64,
    /// The official number of people.
    pub official: u32,
    /// Counted minus official.
    pub difference: i64,
    /// Official over counted, by which estimates are scaled; `None` without people in cells.
    pub factor: Option<f64>,
}

/// How far an age band is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BandSum {
    /// Its name: `lt18` …
    pub band: &'static str,
    /// Cells that tell it, of all cells taken.
    pub known_cells: u64,
    /// People in these.
    pub people: u64,
}

/// The outlines of the municipalities in the database, to find those of cells.
///
/// # Errors
/// [`AppError::Import`] when there are none yet; else as the database reports.
pub async fn census_county(
    store: &Store,
) -> Result<(Vec<Municipality>, Boundaries<Ags>), AppError> {
    let mut municipalities = Vec::new();
    let mut areas = Vec::new();
    for record in store.list_municipalities().await? {
        let shape = outline(&record.outline).map_err(|reason| DatabaseError::Inconsistency {
            table: "municipality",
            column: "outline",
            row: record.municipality.ags.to_string(),
            reason,
        })?;
        areas.push((record.municipality.ags, shape));
        municipalities.push(record.municipality);
    }
    if municipalities.is_empty() {
        let mut faults = ImportErrors::default();
        let detail = "it holds no municipality to count people to; load the county first: sozialatlas import";
        faults.file("database", "no_municipalities", detail);
        return Err(faults.into());
    }
    Ok((municipalities, Boundaries::new(areas)))
}

/// Reads a grid and puts it in the place of the one that is loaded; with `dry_run` everything is done and then undone.
///
/// The files are read on the calling thread before anything is locked. The same grid again writes nothing.
///
/// # Errors
/// [`AppError::Import`] with every fault of the files, [`AppError::Database`] when the database refuses; then the old
/// grid is untouched.
pub async fn import_census(
    store: &Store,
    clock: &dyn Clock,
    region: &Region,
    inputs: Vec<CensusInput>,
    dry_run: bool,
    progress: &mut (dyn FnMut(Progress<'_>) + Send),
) -> Result<CensusReport, AppError> {
    let (municipalities, county) = census_county(store).await?;
    let grid = read_grid(inputs, &county, progress)?;
    let at = clock.now();
    let census = vintage(region, &grid, at.to_rfc3339_opts(SecondsFormat::Millis, true))?;
    let mut tx = store.begin_write(AUTHOR, at).await?;
    let before = store.find_census().await?;
    let same = before.as_ref().is_some_and(|before| is_same(before, &census));
    let already_loaded = same && store.list_population_cells().await? == grid.cells;
    let report = CensusReport {
        dry_run,
        already_loaded,
        before,
        municipalities: sums(&municipalities, &grid.cells),
        bands: bands(&grid.cells),
        census,
    };
    if already_loaded {
        tx.rollback().await?;
        return Ok(report);
    }
    tx.replace_population_cells(&grid.cells, &report.census).await?;
    if dry_run {
        tx.rollback().await?;
    } else {
        tx.commit().await?;
    }
    Ok(report)
}

/// Puts the cells of the county package back in the place of an imported grid; whether there was anything to do.
///
/// # Errors
/// As the database reports; then nothing was written.
pub async fn restore_census(
    store: &Store,
    clock: &dyn Clock,
    loaded: &LoadedPackage,
    dry_run: bool,
) -> Result<bool, AppError> {
    census_county(store).await?;
    let mut tx = store.begin_write(AUTHOR, clock.now()).await?;
    let before = store.find_census().await?;
    let is_changed = replace_cells(store, &mut tx, &loaded.package, before.as_ref()).await?;
    if dry_run || !is_changed {
        tx.rollback().await?;
    } else {
        tx.commit().await?;
    }
    Ok(is_changed)
}

fn vintage(region: &Region, grid: &CensusGrid, at: String) -> Result<CensusVintage, AppError> {
    let source = grid.source;
    let reference_date = source
        .reference_date()
        .parse()
        .map_err(|fault| AppError::Invalid(crate::domain::FieldErrors(vec![fault])))?;
    let (name, note) = region.census_words(source.code(), source.name(), reference_date);
    Ok(CensusVintage {
        source: name,
        reference_date,
        cell_size_m: grid.cell_size_m,
        note,
        import: Some(CensusImport {
            code: source.code().to_owned(),
            at,
            files: grid.files.clone(),
            counts: grid.counts,
        }),
    })
}

/// Whether two vintages tell the same, apart from the moment of the import.
fn is_same(before: &CensusVintage, now: &CensusVintage) -> bool {
    let mut before = before.clone();
    if let (Some(before), Some(now)) = (&mut before.import, &now.import) {
        before.at.clone_from(&now.at);
    }
    before == *now
}

fn sums(municipalities: &[Municipality], cells: &[PopulationCell]) -> Vec<MunicipalitySum> {
    let mut counts: HashMap<Ags, (u64, u64)> = HashMap::new();
    for cell in cells {
        let (count, people) = counts.entry(cell.ags).or_default();
        *count += 1;
        *people += u64::from(cell.people);
    }
    let sum = |municipality: &Municipality| {
        let (count, counted) = counts.get(&municipality.ags).copied().unwrap_or_default();
        MunicipalitySum {
            ags: municipality.ags,
            name: municipality.name.clone(),
            cells: count,
            counted,
            official: municipality.population,
            difference: counted.cast_signed() - i64::from(municipality.population),
            factor: (counted > 0).then(|| f64::from(municipality.population) / counted as f64),
        }
    };
    municipalities.iter().map(sum).collect()
}

fn bands(cells: &[PopulationCell]) -> Vec<BandSum> {
    let mut sums = AgeBands::NAMES.map(|band| BandSum { band, known_cells: 0, people: 0 });
    for cell in cells {
        for (sum, people) in sums.iter_mut().zip(cell.ages.to_array()) {
            if let Some(people) = people {
                sum.known_cells += 1;
                sum.people += u64::from(people);
            }
        }
    }
    sums.into()
}
