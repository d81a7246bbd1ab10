//! The invented county as a package.

use sozialatlas::app::{FixedClock, LoadReport, LoadedPackage, load_county};
use sozialatlas::domain::{GazetteerEntry, GazetteerKind, Listing, WithheldReason};
use sozialatlas::exchange::county::{CountyPackage, MunicipalityOutline, PackageListing, Report};
use sozialatlas::store::Store;

use crate::world;

/// Who the package's versions are written by.
pub(crate) const IMPORT: &str = "import:testkreis";

/// The county of the world, with `count` of its entries.
pub(crate) fn package(count: usize) -> CountyPackage {
    let reference = world::reference();
    let municipalities = reference
        .municipalities
        .into_iter()
        .map(|area| MunicipalityOutline { municipality: area.municipality, outline: area.outline });
    let mut organizations: Vec<_> = reference.organizations.into_values().collect();
    organizations.sort_by_key(|organization| organization.id);
    let mut listings: Vec<Listing> = world::entries()
        .iter()
        .map(|entry| serde_json::from_str(&entry.document).unwrap())
        .collect();
    listings.sort_by_key(|listing| listing.id);
    CountyPackage {
        region: reference.region,
        taxonomy: reference.taxonomy,
        municipalities: municipalities.collect(),
        links: reference.links,
        water: reference.water,
        neighbours: reference.neighbours,
        cells: reference.cells,
        gazetteer: vec![GazetteerEntry {
            name: "Anfang".to_owned(),
            kind: GazetteerKind::Municipality,
            municipalities: vec!["99001001".parse().unwrap()],
            point: world::point(0),
            point_is_fallback: false,
        }],
        labels: reference.labels,
        languages: reference.languages,
        stops: reference.stops,
        stations: reference.stations,
        crisis_numbers: reference.crisis_numbers,
        guide: reference.guide,
        school_holidays: Vec::new(),
        organizations,
        listings: listings
            .into_iter()
            .take(count)
            .map(|listing| PackageListing { listing, withheld: None })
            .collect(),
        report: Report::default(),
    }
}

/// Withholds entry `i`.
pub(crate) fn withhold(package: &mut CountyPackage, i: usize, reason: WithheldReason) {
    package.listings[i].withheld = Some(reason);
}

/// Loads the package as the state of that name.
pub(crate) async fn load(store: &Store, package: &CountyPackage, state: &str) -> LoadReport {
    load_with(store, package, state, false).await
}

pub(crate) async fn load_with(
    store: &Store,
    package: &CountyPackage,
    state: &str,
    dry_run: bool,
) -> LoadReport {
    let loaded = LoadedPackage { package: package.clone(), hash: state.to_owned() };
    let clock = FixedClock("2026-11-23T09:00:00Z".parse().unwrap());
    load_county(store, &clock, &loaded, dry_run).await.unwrap()
}

/// A person writes a new public version of entry `i` of the package.
pub(crate) async fn edit(store: &Store, package: &CountyPackage, i: usize, name: &str) {
    edit_with(store, package, i, |listing| name.clone_into(&mut listing.name)).await;
}

/// The same with any change to what the package has.
pub(crate) async fn edit_with(
    store: &Store,
    package: &CountyPackage,
    i: usize,
    change: impl FnOnce(&mut Listing),
) {
    let mut listing = package.listings[i].listing.clone();
    change(&mut listing);
    let record = store.find_listing(listing.id).await.unwrap().unwrap();
    let at = "2026-11-24T09:00:00Z".parse().unwrap();
    let mut tx = store.begin_write("person@example.org", at).await.unwrap();
    let published = sozialatlas::domain::ReviewStatus::Published;
    tx.save_revision(&listing, published, None, record.version).await.unwrap();
    tx.commit().await.unwrap();
}
