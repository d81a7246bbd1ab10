//! Brings a county package into the database, in one transaction: all of it or nothing.
//!
//! A reload writes only what differs, and never overwrites what a person has written since: where the package says something
//! new of it, an editor decides (`listings/decide_import`).

mod entries;
mod sites;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use self::entries::{Known, load_entry, withdraw_missing};
pub use self::sites::HeldNote;
use self::sites::{note_undecided, release_moving};
use super::county_package::LoadedPackage;
use super::{AppError, Clock};
use crate::domain::{Ags, CensusVintage, Listing, Organization, PopulationCell, ServiceId};
use crate::exchange::ImportErrors;
use crate::exchange::county::{CountyPackage, MunicipalityOutline, Report};
use crate::store::{MunicipalityRecord, Store, Tx};

/// What a load did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LoadReport {
    /// Short name of the county.
    pub region: String,
    /// Hash of the package.
    pub package_hash: String,
    /// Nothing was written: only told what would be.
    pub dry_run: bool,
    /// The very same package was already loaded: nothing was looked at.
    pub already_loaded: bool,
    /// What entries refer to and was replaced as a whole: `taxonomy`, `municipalities` …
    pub replaced: Vec<&'static str>,
    /// Organizations added or changed.
    pub organizations: Counts,
    /// Entries added, changed, left as they were.
    pub entries: Counts,
    /// Entries that have left the package and with that the public view.
    pub withdrawn: Vec<EntryNote>,
    /// Entries that a person has written since and that stay as that person wrote them.
    pub kept: Vec<EntryNote>,
    /// Those of them of which the package says something new, or which it no longer has: an editor decides.
    pub cases: Vec<EntryNote>,
    /// Entries of the package that lack sites, because an entry that people have written holds them.
    pub held: Vec<HeldNote>,
    /// Organizations that a person has changed since and of which the package says something else: they stay.
    pub kept_organizations: Vec<String>,
    /// The census grid that a person has imported and that stays instead of the package's cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept_census: Option<CensusVintage>,
    /// What became of every row of the package's offers, and what was left out of other files.
    pub package: Report,
}

/// How many records were written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// New.
    pub added: usize,
    /// With a new version.
    pub changed: usize,
    /// Equal to what was there.
    pub unchanged: usize,
}

/// An entry that needs a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntryNote {
    /// The entry.
    pub service_id: ServiceId,
    /// Its name.
    pub name: String,
}

impl EntryNote {
    fn new(listing: &Listing) -> Self {
        Self { service_id: listing.id, name: listing.name.clone() }
    }
}

/// Loads a package; with `dry_run` everything is done and then undone.
///
/// # Errors
/// [`AppError::Database`] when the database refuses; then nothing was written.
pub async fn load_county(
    store: &Store,
    clock: &dyn Clock,
    loaded: &LoadedPackage,
    dry_run: bool,
) -> Result<LoadReport, AppError> {
    let package = &loaded.package;
    let slug = &package.region.slug;
    let mut report = LoadReport {
        region: slug.clone(),
        package_hash: loaded.hash.clone(),
        dry_run,
        already_loaded: false,
        replaced: Vec::new(),
        organizations: Counts::default(),
        entries: Counts::default(),
        withdrawn: Vec::new(),
        kept: Vec::new(),
        cases: Vec::new(),
        held: Vec::new(),
        kept_organizations: Vec::new(),
        kept_census: None,
        package: package.report.clone(),
    };
    let author = author_of(slug);
    // From here on nobody else writes, so what is read below stays true until the commit.
    let mut tx = store.begin_write(&author, clock.now()).await?;
    let known = store.find_region(slug).await?;
    if known.is_some_and(|region| region.package_hash == loaded.hash) {
        tx.rollback().await?;
        report.already_loaded = true;
        report.entries.unchanged = package.listings.len();
        report.organizations.unchanged = package.organizations.len();
        return Ok(report);
    }
    load_reference(store, &mut tx, package, &mut report).await?;
    load_organizations(store, &mut tx, package, &mut report).await?;
    let known_cases = tx.list_import_case_ids().await?;
    // Rows may be grouped otherwise now: their sites must be free before they come with another entry.
    withdraw_missing(store, &mut tx, package, &known_cases, &mut report).await?;
    let held = release_moving(&mut tx, package).await?;
    let known = Known { slug, cases: known_cases, held };
    for entry in &package.listings {
        load_entry(&mut tx, &known, entry, &mut report).await?;
    }
    // While an editor has to say who keeps a site, the package counts as another one: the next import looks again.
    let mark = if note_undecided(&mut tx, &mut report.held).await? { " undecided" } else { "" };
    tx.save_region(slug, &format!("{}{mark}", loaded.hash)).await?;
    if dry_run {
        tx.rollback().await?;
    } else {
        tx.commit().await?;
    }
    Ok(report)
}

/// The name under which a county's package writes.
pub(super) fn author_of(slug: &str) -> String {
    format!("import:{slug}")
}

/// What entries refer to; each part is replaced as a whole, and only if it differs.
async fn load_reference(
    store: &Store,
    tx: &mut Tx,
    package: &CountyPackage,
    report: &mut LoadReport,
) -> Result<(), AppError> {
    if store.list_terms().await? != package.taxonomy.terms() {
        tx.upsert_taxonomy(&package.taxonomy).await?;
        report.replaced.push("taxonomy");
    }
    let mut municipalities: Vec<MunicipalityRecord> =
        package.municipalities.iter().map(municipality_record).collect();
    municipalities.sort_by_key(|record| record.municipality.ags);
    if store.list_municipalities().await? != municipalities {
        tx.replace_municipalities(&municipalities).await?;
        report.replaced.push("municipalities");
    }
    if store.list_places().await? != package.gazetteer {
        tx.replace_places(&package.gazetteer).await?;
        report.replaced.push("places");
    }
    load_cells(store, tx, package, report).await
}

/// The package's cells, unless a person has imported a grid since: that one stays.
async fn load_cells(
    store: &Store,
    tx: &mut Tx,
    package: &CountyPackage,
    report: &mut LoadReport,
) -> Result<(), AppError> {
    let loaded = store.find_census().await?;
    if let Some(imported) = loaded.as_ref().filter(|census| census.import.is_some()) {
        counted_to_dropped(&store.list_population_cells().await?, imported, package)?;
        report.kept_census = Some(imported.clone());
        return Ok(());
    }
    if replace_cells(store, tx, package, loaded.as_ref()).await? {
        report.replaced.push("population_cells");
    }
    Ok(())
}

/// An imported grid may count people to municipalities that the package no longer has.
fn counted_to_dropped(
    cells: &[PopulationCell],
    imported: &CensusVintage,
    package: &CountyPackage,
) -> Result<(), ImportErrors> {
    let known: BTreeSet<Ags> =
        package.municipalities.iter().map(|area| area.municipality.ags).collect();
    let mut dropped: BTreeMap<Ags, usize> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| !known.contains(&cell.ags)) {
        *dropped.entry(cell.ags).or_default() += 1;
    }
    let mut faults = ImportErrors::default();
    for (ags, count) in dropped {
        let source = &imported.source;
        let detail = format!(
            "the package no longer has municipality {ags}, but {count} cells of the imported grid ({source}) count \
             people to it; first put the package's own cells back with `sozialatlas import census --package` (with the \
             package as it was before, if its keys are new), then load this package and import the grid again"
        );
        faults.add("population_cell", None, Some("ags"), "municipality_in_use", detail);
    }
    faults.into_result(())
}

/// Writes the package's cells where others are loaded; whether that was so.
pub(super) async fn replace_cells(
    store: &Store,
    tx: &mut Tx,
    package: &CountyPackage,
    loaded: Option<&CensusVintage>,
) -> Result<bool, AppError> {
    let census = package.region.package_census();
    let mut cells = package.cells.clone();
    cells.sort_by_key(|cell| (cell.size_m, cell.easting_m, cell.northing_m));
    if loaded == Some(&census) && store.list_population_cells().await? == cells {
        return Ok(false);
    }
    tx.replace_population_cells(&cells, &census).await?;
    Ok(true)
}

fn municipality_record(area: &MunicipalityOutline) -> MunicipalityRecord {
    let geometry = geojson::GeometryValue::from(&area.outline);
    MunicipalityRecord {
        municipality: area.municipality.clone(),
        outline: geojson::Geometry::new(geometry).to_string(),
    }
}

async fn load_organizations(
    store: &Store,
    tx: &mut Tx,
    package: &CountyPackage,
    report: &mut LoadReport,
) -> Result<(), AppError> {
    let known: BTreeSet<_> =
        store.list_organizations().await?.iter().map(|r| r.organization.id).collect();
    for organization in &package.organizations {
        if known.contains(&organization.id) && stays(tx, organization, report).await? {
            continue;
        }
        let (_, changed) = tx.upsert_organization(organization, None).await?;
        tx.save_organization_source(organization).await?;
        let counts = &mut report.organizations;
        match (known.contains(&organization.id), changed) {
            (false, _) => counts.added += 1,
            (true, true) => counts.changed += 1,
            (true, false) => counts.unchanged += 1,
        }
    }
    Ok(())
}

/// Whether an organization stays as a person has written it. Reported where the package says something new of it.
async fn stays(
    tx: &mut Tx,
    organization: &Organization,
    report: &mut LoadReport,
) -> Result<bool, AppError> {
    let Some(record) = tx.find_organization(organization.id).await? else { return Ok(false) };
    let current = &record.organization;
    if current == organization {
        return Ok(false);
    }
    let (said, by_people) = tx.find_organization_source(organization.id).await?;
    let untouched = said.as_ref().map_or(!by_people, |said| said == current);
    if untouched {
        return Ok(false);
    }
    if said.as_ref() != Some(organization) {
        report.kept_organizations.push(current.name.clone());
    }
    report.organizations.unchanged += 1;
    Ok(true)
}
