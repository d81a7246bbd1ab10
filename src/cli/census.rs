//! `sozialatlas import census`: population cells from files of a census.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::import::{open, write_report};
use super::{CommandError, Exit, Terminal, import};
use crate::app::{
    AppError, CensusReport, LoadedPackage, SystemClock, import_census, read_package, restore_census,
};
use crate::config::Config;
use crate::domain::{CensusCounts, CensusVintage};
use crate::exchange::census::{CensusInput, Progress};
use crate::exchange::{ImportError, ImportErrors};
use crate::store::Store;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Tables as the census publishes them, unpacked; people and ages may stand in several files
    #[arg(value_name = "FILE", required_unless_present = "package")]
    files: Vec<PathBuf>,
    /// Put the cells of the county package back in the place of an imported grid
    #[arg(long, conflicts_with = "files")]
    package: bool,
}

/// What the JSON report holds: one of the two.
#[derive(Debug, Serialize)]
struct FileReport<'a> {
    /// Whether the files could be used.
    usable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    census: Option<&'a CensusReport>,
    /// The faults that are named; with one of them nothing is replaced.
    refused: &'a [ImportError],
}

pub(super) async fn run(
    config: &Config,
    options: &import::Arguments,
    arguments: &Arguments,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, CommandError> {
    // Faults of the files are told before anything else is done.
    let inputs = match open_files(&arguments.files) {
        Ok(inputs) => inputs,
        Err(faults) => return refuse(options, &faults, terminal),
    };
    let loaded = read_package(&config.region)?;
    let store = open(config).await?;
    let outcome = if arguments.package {
        restore(&store, &loaded, options.dry_run, terminal).await.map(|()| None)
    } else {
        replace(&store, &loaded, inputs, options.dry_run, terminal).await.map(Some)
    };
    store.close().await;
    let report = match outcome {
        Ok(Some(report)) => report,
        Ok(None) => return Ok(Exit::Done),
        Err(CommandError::App(AppError::Import(faults))) => {
            return refuse(options, &faults, terminal);
        }
        Err(error) => return Err(error),
    };
    for line in lines(&report) {
        terminal.say(line);
    }
    let file = FileReport { usable: true, census: Some(&report), refused: &[] };
    write_report(options.report.as_deref(), &file)?;
    Ok(Exit::Done)
}

/// Opens all files, or names every one that cannot be read.
fn open_files(paths: &[PathBuf]) -> Result<Vec<CensusInput>, ImportErrors> {
    let mut faults = ImportErrors::default();
    let mut inputs = Vec::new();
    for path in paths {
        let name = path.display().to_string();
        let is_folder = path.is_dir();
        match File::open(path) {
            Ok(_) if is_folder => {
                faults.file(&name, "a_folder", "this is a folder; a file is needed");
            }
            Ok(file) => inputs.push(CensusInput { name: file_name(path), bytes: Box::new(file) }),
            Err(error) => {
                faults.file(&name, "unreadable", format!("the file cannot be opened: {error}"));
            }
        }
    }
    faults.into_result(inputs)
}

/// The name without the folder: where an operator keeps files is nobody's business.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn refuse(
    options: &import::Arguments,
    faults: &ImportErrors,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, CommandError> {
    let file = FileReport { usable: false, census: None, refused: &faults.0 };
    write_report(options.report.as_deref(), &file)?;
    terminal.complain(faults);
    Ok(Exit::FaultyPackage)
}

async fn replace(
    store: &Store,
    loaded: &LoadedPackage,
    inputs: Vec<CensusInput>,
    dry_run: bool,
    terminal: &mut Terminal<'_>,
) -> Result<CensusReport, CommandError> {
    store.migrate().await?;
    let mut progress = |at: Progress<'_>| {
        let Progress { file, bytes, rows } = at;
        terminal.progress(format_args!("{file}: {} MB, {rows} rows", bytes / 1_000_000));
    };
    let region = &loaded.package.region;
    let outcome = import_census(store, &SystemClock, region, inputs, dry_run, &mut progress).await;
    terminal.end_progress();
    Ok(outcome?)
}

async fn restore(
    store: &Store,
    loaded: &LoadedPackage,
    dry_run: bool,
    terminal: &mut Terminal<'_>,
) -> Result<(), CommandError> {
    store.migrate().await?;
    let is_changed = restore_census(store, &SystemClock, loaded, dry_run).await?;
    terminal.say(match (is_changed, dry_run) {
        (false, _) => "the cells of the county package are loaded, nothing to do",
        (true, true) => {
            "dry run, nothing was written: the cells of the county package would be put back"
        }
        (true, false) => "the cells of the county package are back",
    });
    Ok(())
}

/// The report for people.
fn lines(report: &CensusReport) -> Vec<String> {
    let state = match (report.already_loaded, report.dry_run) {
        (true, _) => "already loaded, nothing to do",
        (false, true) => "dry run, nothing was written",
        (false, false) => "loaded",
    };
    let mut lines = vec![format!("{}: {state}", vintage(&report.census))];
    if let Some(before) = report.before.as_ref().filter(|_| !report.already_loaded) {
        lines.push(format!("in the place of {}", vintage(before)));
    }
    if let Some(import) = &report.census.import {
        for file in &import.files {
            lines.push(format!(
                "{}: {}, {} bytes, sha256 {}",
                file.name, file.layout, file.bytes, file.sha256
            ));
        }
        lines.push(counts(&import.counts));
    }
    for band in &report.bands {
        let cells = report.municipalities.iter().map(|m| m.cells).sum::<u64>();
        lines.push(match band.known_cells {
            0 => format!("age {}: unknown", band.band),
            known if known == cells => format!("age {}: {} people", band.band, band.people),
            known => format!(
                "age {}: {} people in {known} of {cells} cells, unknown in the others",
                band.band, band.people
            ),
        });
    }
    let counted: u64 = report.municipalities.iter().map(|m| m.counted).sum();
    let official: u64 = report.municipalities.iter().map(|m| u64::from(m.official)).sum();
    for sum in &report.municipalities {
        let factor = sum.factor.map_or("no factor".to_owned(), |f| format!("factor {f:.4}"));
        lines.push(format!(
            "{} {}: {} people in {} cells, officially {} ({:+}), {factor}",
            sum.ags, sum.name, sum.counted, sum.cells, sum.official, sum.difference
        ));
    }
    lines.push(format!("together: {counted} people, officially {official}"));
    lines
}

fn vintage(census: &CensusVintage) -> String {
    let CensusVintage { source, reference_date, cell_size_m, .. } = census;
    format!("{source} ({reference_date}), cells of {cell_size_m} m")
}

fn counts(counts: &CensusCounts) -> String {
    let CensusCounts {
        read,
        taken,
        suppressed,
        uninhabited,
        outside,
        duplicates,
        ages_without_people,
    } = counts;
    format!(
        "cells: {read} read, {taken} taken, {outside} outside the county; in the county {suppressed} \
         kept back by the census, {uninhabited} uninhabited, {duplicates} given again with the same \
         figures, {ages_without_people} with ages but no number of people"
    )
}
