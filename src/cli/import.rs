//! `sozialatlas import`: the county package into the database.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::{CommandError, Exit, Terminal, census};
use crate::app::{
    AppError, Counts, HeldNote, LoadReport, LoadedPackage, SystemClock, load_county, read_package,
};
use crate::config::Config;
use crate::exchange::{ImportError, ImportErrors};
use crate::store::{OpenOptions, Store};

/// How long to wait for a server that is writing.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Do everything, then undo it: only report
    #[arg(long, global = true)]
    pub(super) dry_run: bool,
    /// Write the report to this file as JSON, row by row
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) report: Option<PathBuf>,
    #[command(subcommand)]
    what: Option<What>,
}

/// What is imported instead of the county package.
#[derive(Debug, Subcommand)]
enum What {
    /// Replace the population cells by a grid from files of a census
    Census(census::Arguments),
}

/// What the JSON report holds: one of the two.
#[derive(Debug, Serialize)]
struct FileReport<'a> {
    /// Whether the package could be used.
    usable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    loaded: Option<&'a LoadReport>,
    /// Every fault of every file; with one of them nothing is loaded.
    refused: &'a [ImportError],
}

pub(super) async fn run(
    config: &Config,
    arguments: &Arguments,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, CommandError> {
    if let Some(What::Census(census)) = &arguments.what {
        return census::run(config, arguments, census, terminal).await;
    }
    let loaded = match read_package(&config.region) {
        Ok(loaded) => loaded,
        Err(AppError::Import(faults)) => return refuse(config, arguments, &faults, terminal),
        Err(error) => return Err(error.into()),
    };
    let store = open(config).await?;
    let outcome = load(&store, &loaded, arguments.dry_run).await;
    store.close().await;
    let report = outcome?;
    for line in lines(&report) {
        terminal.say(line);
    }
    let file = FileReport { usable: true, loaded: Some(&report), refused: &[] };
    write_report(arguments.report.as_deref(), &file)?;
    Ok(Exit::Done)
}

/// The database, with patience for a server that is writing.
pub(super) async fn open(config: &Config) -> Result<Store, CommandError> {
    std::fs::create_dir_all(&config.data_dir)
        .map_err(CommandError::io(config.data_dir.display().to_string()))?;
    let options = OpenOptions { busy_timeout: BUSY_TIMEOUT, ..OpenOptions::default() };
    Ok(Store::open(config.database_url.expose(), &options).await?)
}

async fn load(
    store: &Store,
    loaded: &LoadedPackage,
    dry_run: bool,
) -> Result<LoadReport, CommandError> {
    store.migrate().await?;
    Ok(load_county(store, &SystemClock, loaded, dry_run).await?)
}

fn refuse(
    config: &Config,
    arguments: &Arguments,
    faults: &ImportErrors,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, CommandError> {
    let file = FileReport { usable: false, loaded: None, refused: &faults.0 };
    write_report(arguments.report.as_deref(), &file)?;
    terminal.complain(format_args!("{}: {faults}", config.region.display()));
    Ok(Exit::FaultyPackage)
}

pub(super) fn write_report(
    path: Option<&Path>,
    report: &impl Serialize,
) -> Result<(), CommandError> {
    let Some(path) = path else { return Ok(()) };
    let text = serde_json::to_string_pretty(report)
        .map_err(|error| CommandError::Refused(format!("the report cannot be written: {error}")))?;
    std::fs::write(path, text + "\n").map_err(CommandError::io(path.display().to_string()))
}

/// The report for people.
fn lines(report: &LoadReport) -> Vec<String> {
    let state = match (report.already_loaded, report.dry_run) {
        (true, _) => "already loaded, nothing to do",
        (false, true) => "dry run, nothing was written",
        (false, false) => "loaded",
    };
    let mut lines = vec![
        format!("{}: {state} (package {})", report.region, report.package_hash),
        format!("offers: {}", report.package),
        format!("entries: {}", counts(report.entries)),
        format!("organizations: {}", counts(report.organizations)),
    ];
    if !report.replaced.is_empty() {
        lines.push(format!("replaced: {}", report.replaced.join(", ")));
    }
    for entry in &report.withdrawn {
        lines.push(format!(
            "withdrawn, no longer in the package: {} ({})",
            entry.name, entry.service_id
        ));
    }
    for entry in &report.kept {
        lines.push(format!("kept as a person wrote it: {} ({})", entry.name, entry.service_id));
    }
    for entry in &report.cases {
        lines.push(format!(
            "to be decided at /redaktion, the package says something else: {} ({})",
            entry.name, entry.service_id
        ));
    }
    lines.extend(report.held.iter().map(held));
    for name in &report.kept_organizations {
        lines.push(format!("organization kept as a person wrote it: {name}"));
    }
    if let Some(census) = &report.kept_census {
        lines.push(format!(
            "kept the census grid that was imported: {} ({}), cells of {} m",
            census.source, census.reference_date, census.cell_size_m
        ));
    }
    for row in report.package.offers.iter().filter(|row| row.withheld.is_some()) {
        let reason = row.withheld.map_or("", crate::domain::WithheldReason::as_str);
        lines.push(format!("not public ({reason}): line {}, {}", row.row, row.offer_id));
    }
    for note in &report.package.notes {
        lines.push(format!("note: {note}"));
    }
    lines
}

/// Sites of an entry of the package that stay with an entry of people.
fn held(note: &HeldNote) -> String {
    let HeldNote { service_id, name, sites, holder, unpublished, undecided } = note;
    let what = if *unpublished {
        "not public, all its places stay in an entry that a person wrote".to_owned()
    } else {
        format!("public without {sites} of its places, which stay in an entry that a person wrote")
    };
    let then =
        if *undecided { "; decide about that one at /redaktion, then import again" } else { "" };
    format!("{what}: {name} ({service_id}), {} ({}){then}", holder.name, holder.service_id)
}

fn counts(counts: Counts) -> String {
    format!("{} added, {} changed, {} unchanged", counts.added, counts.changed, counts.unchanged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::EntryNote;
    use crate::domain::ServiceId;

    #[test]
    fn sites_that_stay_with_an_entry_of_people_are_told_in_words() {
        let (own, other) = (ServiceId::stable("x", "group/g"), ServiceId::stable("x", "a"));
        let holder = EntryNote { service_id: other, name: "Von Menschen".into() };
        let mut note = HeldNote {
            service_id: own,
            name: "Beratung".into(),
            sites: 2,
            holder,
            unpublished: false,
            undecided: true,
        };
        let line = held(&note);
        assert!(line.starts_with("public without 2 of its places"), "{line}");
        for word in ["Beratung", "Von Menschen", &own.to_string(), &other.to_string()] {
            assert!(line.contains(word), "{word}: {line}");
        }
        assert!(line.ends_with("decide about that one at /redaktion, then import again"), "{line}");
        (note.unpublished, note.undecided) = (true, false);
        let line = held(&note);
        assert!(line.starts_with("not public") && !line.contains("/redaktion"), "{line}");
    }
}
