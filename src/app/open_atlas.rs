//! Builds the read model: what entries refer to, and all public entries.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use geo::MultiPolygon;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::AppError;
use super::calendar::calendar;
use crate::atlas::{Atlas, Entry, EntryChange, MunicipalityArea, Reference};
use crate::domain::{FieldErrors, Listing, Organization, OrganizationId, Region, Taxonomy};
use crate::exchange::county::CountyPackage;
use crate::store::{DatabaseError, PublishedDocument, Store};

/// Changes applied at once where an atlas is grown for comparison.
const GROWN_BY: usize = 500;

/// Opens the read model over everything that is public in `store`.
///
/// The classification, the municipalities, places, cells and organizations come from the database, so that all
/// instances agree; backdrop, stops, numbers and texts come from the county package beside the program.
///
/// # Errors
/// As the database reports, also [`DatabaseError::Inconsistency`] for rows that make no sense.
pub async fn open_atlas(store: &Store, package: &CountyPackage) -> Result<Arc<Atlas>, AppError> {
    let material = read_material(store, package).await?;
    let build = move || Atlas::new(material.reference, material.entries, material.seq);
    let atlas = off_the_async_threads(build).await?;
    for reason in atlas.snapshot().unreadable() {
        tracing::warn!(reason, "a public version cannot be read and is not shown");
    }
    Ok(Arc::new(atlas))
}

/// Builds the read model anew behind the same pointer; readers keep the old one until it is there.
///
/// # Errors
/// As [`open_atlas`].
pub async fn reopen_atlas(
    atlas: &Arc<Atlas>,
    store: &Store,
    package: &CountyPackage,
) -> Result<i64, AppError> {
    let material = read_material(store, package).await?;
    let (atlas, seq) = (Arc::clone(atlas), material.seq);
    off_the_async_threads(move || atlas.replace(material.reference, material.entries, seq)).await?;
    Ok(seq)
}

/// Runs long work where it keeps no request waiting.
///
/// # Errors
/// When the work panicked, which would be a fault of the program.
pub(super) async fn off_the_async_threads<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| {
        AppError::Database(DatabaseError::Failed {
            what: "building the read model",
            source: Box::new(error),
        })
    })
}

/// What an atlas is built of.
struct Material {
    reference: Arc<Reference>,
    entries: Vec<Entry>,
    seq: i64,
}

async fn read_material(store: &Store, package: &CountyPackage) -> Result<Material, AppError> {
    // The stream first: whatever changes while the rest is read comes again with the feed.
    let stream = store.published_documents().await?;
    let seq = stream.seq;
    let entries = stream.collect().await?.into_iter().map(entry).collect();
    let reference = Arc::new(read_reference(store, package).await?);
    Ok(Material { reference, entries, seq })
}

/// The published version as the atlas takes it.
pub(super) fn entry(published: PublishedDocument) -> Entry {
    Entry { document: published.document, last_modified: published.last_modified }
}

/// What entries refer to.
///
/// # Errors
/// As the database reports; a classification or outline in it that makes no sense.
pub async fn read_reference(store: &Store, package: &CountyPackage) -> Result<Reference, AppError> {
    let taxonomy = Taxonomy::new(store.list_terms().await?)
        .map_err(|faults| inconsistent_taxonomy(&faults))?;
    let mut municipalities = Vec::new();
    for record in store.list_municipalities().await? {
        let outline = outline(&record.outline).map_err(|reason| DatabaseError::Inconsistency {
            table: "municipality",
            column: "outline",
            row: record.municipality.ags.to_string(),
            reason,
        })?;
        municipalities.push(MunicipalityArea { municipality: record.municipality, outline });
    }
    let organizations = store.list_organizations().await?;
    let base = package_reference(package);
    // Cells without a note were brought by a package, before grids were noted.
    let census = store.find_census().await?.unwrap_or_else(|| base.census.clone());
    let attributions = base.region.attributions_with(&census);
    Ok(Reference {
        region: Region { attributions, ..base.region },
        taxonomy,
        municipalities: in_german_order(municipalities),
        organizations: by_id(organizations.into_iter().map(|record| record.organization)),
        gazetteer: store.list_places().await?,
        cells: store.list_population_cells().await?,
        census,
        ..base
    })
}

/// What entries refer to as the package alone has it, without a database.
#[must_use]
pub fn package_reference(package: &CountyPackage) -> Reference {
    let municipalities = package.municipalities.iter().map(|area| MunicipalityArea {
        municipality: area.municipality.clone(),
        outline: area.outline.clone(),
    });
    Reference {
        region: package.region.clone(),
        taxonomy: package.taxonomy.clone(),
        municipalities: in_german_order(municipalities.collect()),
        organizations: by_id(package.organizations.iter().cloned()),
        gazetteer: package.gazetteer.clone(),
        stops: package.stops.clone(),
        stations: package.stations.clone(),
        crisis_numbers: package.crisis_numbers.clone(),
        guide: package.guide.clone(),
        calendar: calendar(&package.region.state, &package.school_holidays),
        cells: package.cells.clone(),
        census: package.region.package_census(),
        water: package.water.clone(),
        neighbours: package.neighbours.clone(),
        links: package.links.clone(),
        labels: package.labels.clone(),
        languages: package.languages.clone(),
    }
}

fn by_id(
    organizations: impl Iterator<Item = Organization>,
) -> HashMap<OrganizationId, Organization> {
    organizations.map(|organization| (organization.id, organization)).collect()
}

fn in_german_order(mut areas: Vec<MunicipalityArea>) -> Vec<MunicipalityArea> {
    areas.sort_by_cached_key(|area| collation_key(&area.municipality.name));
    areas
}

fn inconsistent_taxonomy(faults: &FieldErrors) -> DatabaseError {
    DatabaseError::Inconsistency {
        table: "taxonomy_term",
        column: "parent",
        row: "all".to_owned(),
        reason: faults.to_string(),
    }
}

pub(super) fn outline(text: &str) -> Result<MultiPolygon<f64>, String> {
    let geometry: geojson::Geometry =
        text.parse().map_err(|error: geojson::Error| error.to_string())?;
    MultiPolygon::try_from(geometry.value).map_err(|error| error.to_string())
}

/// Sorts names as a German dictionary does: umlauts as their vowels, sharp s as ss (DIN 5007-1:2005, 6.1.1.4.1).
fn collation_key(name: &str) -> (String, String) {
    let folded = name.to_lowercase().replace('ß', "ss");
    (folded.nfd().filter(|c| !is_combining_mark(*c)).collect(), name.to_owned())
}

/// Compares the read model with what the database says is public: built at once and grown change by change it must
/// be the same, and nothing public may be unreadable or missing. Says every difference.
///
/// # Errors
/// As the database reports.
pub async fn compare_atlas(
    store: &Store,
    package: &CountyPackage,
) -> Result<Vec<String>, AppError> {
    let material = read_material(store, package).await?;
    off_the_async_threads(move || compare(&material)).await
}

fn compare(material: &Material) -> Vec<String> {
    let Material { reference, entries, seq } = material;
    let built = Atlas::new(Arc::clone(reference), entries.clone(), *seq);
    let grown = Atlas::new(Arc::clone(reference), Vec::new(), 0);
    for some in entries.chunks(GROWN_BY) {
        grown.apply(some.iter().cloned().map(EntryChange::Put).collect(), *seq);
    }
    grown.merge();
    let (built, grown) = (built.snapshot(), grown.snapshot());
    let mut faults: Vec<String> = built.unreadable().to_vec();
    if built.tag() != grown.tag() {
        faults.push(format!(
            "built at once it shows {} sites ({}), grown change by change {} ({})",
            built.site_count(),
            built.tag(),
            grown.site_count(),
            grown.tag()
        ));
    }
    for entry in entries {
        // What cannot be read is named above.
        let Ok(listing) = serde_json::from_str::<Listing>(&entry.document) else { continue };
        let shown =
            built.sites_of(listing.id).into_iter().filter_map(|site| built.feature_id(site));
        let shown: BTreeSet<_> = shown.collect();
        let ours: BTreeSet<_> = listing.sites.iter().map(|site| site.id).collect();
        if !shown.is_subset(&ours) {
            faults.push(format!("{} ({}) shows sites of another entry", listing.id, listing.name));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_as_in_a_german_dictionary() {
        let mut names = vec!["Zell", "Öhningen", "Orsingen", "Aach", "Straße", "Strasse", "Ähre"];
        names.sort_by_cached_key(|name| collation_key(name));
        assert_eq!(names, ["Aach", "Ähre", "Öhningen", "Orsingen", "Strasse", "Straße", "Zell"]);
    }

    #[test]
    fn an_outline_survives_the_way_through_the_database() {
        let ring = geo::LineString::from(vec![(9.1, 47.7), (9.2, 47.7), (9.2, 47.8), (9.1, 47.7)]);
        let area = MultiPolygon::new(vec![geo::Polygon::new(ring, vec![])]);
        let text = geojson::Geometry::new(geojson::GeometryValue::from(&area)).to_string();
        assert_eq!(outline(&text).unwrap(), area);
        assert!(outline("{\"type\":\"Point\",\"coordinates\":[1,2]}").is_err());
    }
}
