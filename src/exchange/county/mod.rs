//! A county package: a folder of files that makes the atlas one of a certain county.
//!
//! | module | reads |
//! |---|---|
//! | `config` | `region.toml`, `taxonomy.toml`, `service_areas.toml`, `wordings.toml` |
//! | `areas`, `outline` | `municipalities.geojson`, `water.geojson`, `neighbour_districts.geojson`, `gemeinden.csv`, `ortsteile.csv` |
//! | `places` | `population_cells.csv`, `places.csv`, `postcodes.csv`, `ortsteil_points.csv`, `stops.csv`, `stations.geojson` |
//! | `facts` | `crisis_numbers.csv`, `school_holidays.csv` |
//! | `languages` | `languages/<code>.toml`: the county's words in other languages |
//! | `links` | `links.csv` |
//! | `organizations` | `organizations.csv` |
//! | `synonyms` | `synonyms.csv` |
//! | `guide` | `guide.toml` |
//! | `offers` | `offers.csv`, `offer_positions.csv` |
//!
//! Columns and their meaning stand in the package's `SOURCES.md` and in `docs/DATA-MODEL.md`.

mod areas;
mod config;
mod facts;
mod files;
mod gazetteer;
mod guide;
mod languages;
mod links;
mod offers;
mod organizations;
mod outline;
mod places;
mod report;
mod sources;
mod synonyms;
mod toml_file;

use std::collections::{BTreeMap, BTreeSet};

use geo::MultiPolygon;

pub use areas::MunicipalityOutline;
pub use files::{Folder, PackageFiles};
pub use offers::PackageListing;
pub use report::{Report, RowOutcome};

use super::ImportErrors;
use super::table::{Row, Table};
use crate::domain::guide::Guide;
use crate::domain::{
    Ags, CountyTexts, CrisisNumber, GazetteerEntry, Language, Link, LonLat, Organization,
    PopulationCell, Region, SchoolHoliday, Station, Stop, Taxonomy,
};

/// Everything a county package holds, checked as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct CountyPackage {
    /// The county.
    pub region: Region,
    /// The classification.
    pub taxonomy: Taxonomy,
    /// Municipalities with their outlines, by key.
    pub municipalities: Vec<MunicipalityOutline>,
    /// Lakes and other water: name and outline.
    pub water: Vec<(String, MultiPolygon<f64>)>,
    /// Neighbour districts: name and outline.
    pub neighbours: Vec<(String, MultiPolygon<f64>)>,
    /// Ways over what cannot be walked, in the order of the file.
    pub links: Vec<Link>,
    /// Census cells with the people counted in them, by northing and easting.
    pub cells: Vec<PopulationCell>,
    /// Places people may type.
    pub gazetteer: Vec<GazetteerEntry>,
    /// Names to write on the map: name, point, rank from 1 (county towns) to 3 (parts of towns).
    pub labels: Vec<(String, LonLat, u8)>,
    /// Public transport stops.
    pub stops: Vec<Stop>,
    /// Railway stations.
    pub stations: Vec<Station>,
    /// Emergency and crisis numbers.
    pub crisis_numbers: Vec<CrisisNumber>,
    /// The guided way by life situation; empty where the package has none.
    pub guide: Guide,
    /// What the county says in other languages than German.
    pub languages: BTreeMap<Language, CountyTexts>,
    /// School holidays of the state.
    pub school_holidays: Vec<SchoolHoliday>,
    /// Providers, offices, associations.
    pub organizations: Vec<Organization>,
    /// The entries, published and withheld.
    pub listings: Vec<PackageListing>,
    /// What was taken, what was left and why.
    pub report: Report,
}

/// Reads a county package.
///
/// # Errors
/// All faults of all files at once, in the order of file and line; then nothing is loaded. Only what depends on a
/// file that could not be read at all is left unchecked.
pub fn read_county(files: &impl PackageFiles) -> Result<CountyPackage, ImportErrors> {
    let mut faults = ImportErrors::default();
    let mut report = Report::default();
    let region = config::read_region(files, &mut faults);
    let classification = config::read_taxonomy(files, &mut faults);
    let service_areas = config::read_service_areas(files, &mut faults);
    let wordings = config::read_wordings(files, &mut faults);
    let (Some(region), Some(classification), Some(service_areas), Some(wordings)) =
        (region, classification, service_areas, wordings)
    else {
        return Err(all(faults));
    };
    let mut classification = classification;
    config::check_categories(&region, &classification.taxonomy, &mut faults);
    let base = Base { files, region: &region };
    synonyms::read_synonyms(&base, &mut classification.taxonomy, &mut faults);
    let municipalities = areas::read_municipalities(&base, &wordings, &mut report, &mut faults);
    let known: BTreeSet<Ags> = municipalities.iter().map(|m| m.municipality.ags).collect();
    areas::check_region(&region, &municipalities, &mut faults);
    areas::check_service_areas(&service_areas, &known, &mut faults);
    let water = areas::read_named(&base, areas::WATER, "name", &mut faults);
    let neighbours = areas::read_named(&base, areas::NEIGHBOURS, "name", &mut faults);
    let links = links::read_links(&base, &mut faults);
    let cells = places::read_cells(&base, &known, &mut faults);
    let stops = places::read_stops(&base, &known, &mut faults);
    let stations = places::read_stations(&base, &mut faults);
    let populated = places::read_places(&base, &known, &mut faults);
    let district_points = places::read_district_points(&base, &known, &mut faults);
    let postcodes = places::read_postcodes(&base, &municipalities, &mut faults);
    let sources = gazetteer::Sources {
        municipalities: &municipalities,
        places: &populated,
        district_points: &district_points,
        postcodes: &postcodes,
        stops: &stops,
        stations: &stations,
    };
    let gazetteer = gazetteer::entries(&sources);
    let labels = gazetteer::labels(&sources);
    let crisis_numbers = facts::read_crisis_numbers(&base, &mut faults);
    let guide = guide::read_guide(files, &classification.taxonomy, &crisis_numbers, &mut faults);
    let own = languages::Own {
        taxonomy: &classification.taxonomy,
        numbers: &crisis_numbers,
        guide: &guide,
    };
    let languages = languages::read_languages(files, &own, &mut faults);
    let school_holidays = facts::read_school_holidays(&base, &mut faults);
    let organizations =
        organizations::read_organizations(&base, &wordings, &mut report, &mut faults);
    let context = offers::Context {
        region: &region,
        classification: &classification,
        service_areas: &service_areas,
        wordings: &wordings,
        municipalities: &known,
        organizations: &organizations,
    };
    let listings = offers::read_offers(&base, &context, &mut report, &mut faults);
    faults.into_result(CountyPackage {
        region,
        taxonomy: classification.taxonomy,
        municipalities,
        water,
        neighbours,
        links,
        cells,
        gazetteer,
        labels,
        stops,
        stations,
        crisis_numbers,
        guide,
        languages,
        school_holidays,
        organizations: organizations.into_values().collect(),
        listings,
        report,
    })
}

/// Where the files are and which county they are of.
struct Base<'a, F> {
    files: &'a F,
    region: &'a Region,
}

impl<F> Base<'_, F> {
    /// A point from two columns, inside of the region's data bounds; nothing when both are empty.
    fn point(
        &self,
        row: &Row<'_>,
        lon: &str,
        lat: &str,
        faults: &mut ImportErrors,
    ) -> Option<LonLat> {
        let point = row.point(lon, lat, faults)?;
        if self.region.data_bounds.contains(point) {
            return Some(point);
        }
        let detail = format!(
            "lon {}, lat {} lies outside of the region's data_bounds (are they swapped?)",
            point.lon, point.lat
        );
        row.fault(lon, "out_of_bounds", detail, faults);
        None
    }

    /// A point that must be there.
    fn required_point(
        &self,
        row: &Row<'_>,
        lon: &str,
        lat: &str,
        faults: &mut ImportErrors,
    ) -> Option<LonLat> {
        row.required(lon, faults)?;
        row.required(lat, faults)?;
        self.point(row, lon, lat, faults)
    }
}

/// The table of a file that must be there with these columns.
fn table<F: PackageFiles>(
    base: &Base<'_, F>,
    file: &str,
    columns: &[&str],
    faults: &mut ImportErrors,
) -> Option<Table> {
    let bytes = files::required(base.files, file, faults)?;
    Table::read(file, &bytes, columns, faults)
}

/// Faults in their order; called only when there are some.
fn all(faults: ImportErrors) -> ImportErrors {
    match faults.into_result(()) {
        Ok(()) => ImportErrors::default(),
        Err(faults) => faults,
    }
}
