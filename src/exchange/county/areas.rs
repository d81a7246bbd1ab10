//! Outlines: municipalities with their facts, water, neighbour districts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use geo::MultiPolygon;

use super::config::{AREAS, Area, REGION, Wordings};
use super::files::{PackageFiles, required};
use super::outline::{Feature, read_features};
use super::report::Report;
use super::{Base, table};
use crate::domain::{Ags, LonLat, Municipality, Region};
use crate::exchange::table::Row;
use crate::exchange::{ImportError, ImportErrors};

const MUNICIPALITIES: &str = "municipalities.geojson";
const FACTS: &str = "gemeinden.csv";
const DISTRICTS: &str = "ortsteile.csv";
/// File of the water.
pub(super) const WATER: &str = "water.geojson";
/// File of the neighbour districts.
pub(super) const NEIGHBOURS: &str = "neighbour_districts.geojson";

/// A municipality with its outline (lon/lat, CRS84).
#[derive(Debug, Clone, PartialEq)]
pub struct MunicipalityOutline {
    /// The facts.
    pub municipality: Municipality,
    /// The outline.
    pub outline: MultiPolygon<f64>,
}

/// The features of an area file, with `bounds` of the region; none where the file cannot be read.
fn features<F: PackageFiles>(
    base: &Base<'_, F>,
    file: &str,
    faults: &mut ImportErrors,
) -> Vec<Feature> {
    let Some(bytes) = required(base.files, file, faults) else { return Vec::new() };
    read_features(file, &bytes, base.region.data_bounds, faults)
}

/// Reads water or districts: outlines with the name in the property `key`.
pub(super) fn read_named<F: PackageFiles>(
    base: &Base<'_, F>,
    file: &str,
    key: &str,
    faults: &mut ImportErrors,
) -> Vec<(String, MultiPolygon<f64>)> {
    let mut named = Vec::new();
    for feature in features(base, file, faults) {
        if let (Some(name), Some(outline)) = (feature.text(key, file, faults), feature.outline) {
            named.push((name, outline));
        }
    }
    named
}

/// Reads the municipalities with what the tables tell about them, by key.
pub(super) fn read_municipalities<F: PackageFiles>(
    base: &Base<'_, F>,
    wordings: &Wordings,
    report: &mut Report,
    faults: &mut ImportErrors,
) -> Vec<MunicipalityOutline> {
    let facts = read_facts(base, faults);
    let districts = read_districts(base, wordings, report, faults);
    let mut found: BTreeMap<Ags, MunicipalityOutline> = BTreeMap::new();
    for feature in features(base, MUNICIPALITIES, faults) {
        let number = feature.number;
        let mut fault = |column: &str, code: &str, detail: String| {
            faults.add(MUNICIPALITIES, Some(number), Some(column), code, detail);
        };
        let ags: Ags = match feature.get("ags").and_then(|v| v.as_str()).unwrap_or_default().parse()
        {
            Ok(ags) => ags,
            Err(error) => {
                fault("ags", "not_an_ags", error.detail);
                continue;
            }
        };
        let Some(facts) = facts.get(&ags) else {
            fault("ags", "unknown_ags", format!("{ags} does not stand in {FACTS}"));
            continue;
        };
        let population = feature.get("population").and_then(serde_json::Value::as_u64);
        let Some(population) = population.and_then(|n| u32::try_from(n).ok()) else {
            fault("population", "not_a_number", "a whole number of people is needed".to_owned());
            continue;
        };
        let date = feature.get("population_date").and_then(|v| v.as_str()).unwrap_or_default();
        let Ok(population_date) = date.parse::<NaiveDate>() else {
            fault("population_date", "not_a_date", format!("“{date}” is not a day (YYYY-MM-DD)"));
            continue;
        };
        let name = feature.text("name", MUNICIPALITIES, faults);
        let designation = feature.text("designation", MUNICIPALITIES, faults);
        let (Some(name), Some(designation), Some(outline)) = (name, designation, feature.outline)
        else {
            continue;
        };
        let municipality = Municipality {
            ags,
            name,
            designation,
            population,
            population_date,
            population_update: facts.population_update.clone(),
            area_km2: facts.area_km2,
            town_hall_street: facts.street.clone(),
            postcode: facts.postcode.clone(),
            website: facts.website.clone(),
            administrative_union: facts.union.clone(),
            districts: districts.get(&ags).cloned().unwrap_or_default(),
            center: facts.center,
            rank: if base.region.county_towns.contains(&ags) { 1 } else { 2 },
        };
        if found.insert(ags, MunicipalityOutline { municipality, outline }).is_some() {
            let detail = format!("the municipality {ags} stands twice");
            faults.add(MUNICIPALITIES, Some(number), Some("ags"), "duplicate", detail);
        }
    }
    found.into_values().collect()
}

/// What the register of municipalities tells.
struct Facts {
    population_update: Option<(u32, NaiveDate, String)>,
    area_km2: Option<f64>,
    street: Option<String>,
    postcode: Option<String>,
    website: Option<String>,
    union: Option<String>,
    center: LonLat,
}

fn read_facts<F: PackageFiles>(
    base: &Base<'_, F>,
    faults: &mut ImportErrors,
) -> HashMap<Ags, Facts> {
    const COLUMNS: [&str; 11] = [
        "ags",
        "area_km2",
        "population",
        "population_date",
        "population_basis",
        "plz",
        "lon",
        "lat",
        "verwaltungsgemeinschaft",
        "rathaus_street",
        "website",
    ];
    let mut all = HashMap::new();
    let Some(table) = table(base, FACTS, &COLUMNS, faults) else { return all };
    for row in table.rows() {
        let Some(ags) = row.required("ags", faults).and(row.parsed("ags", "not_an_ags", faults))
        else {
            continue;
        };
        let Some(center) = base.point(&row, "lon", "lat", faults) else {
            row.fault("lon", "required", "every municipality needs a point", faults);
            continue;
        };
        let people = row.parsed("population", "not_a_number", faults);
        let date = row.parsed("population_date", "not_a_date", faults);
        let facts = Facts {
            population_update: people
                .zip(date)
                .zip(row.text("population_basis"))
                .map(|((people, date), basis)| (people, date, basis)),
            area_km2: row.number("area_km2", faults),
            street: row.text("rathaus_street"),
            postcode: row.text("plz"),
            website: row.text("website"),
            union: row.text("verwaltungsgemeinschaft"),
            center,
        };
        if all.insert(ags, facts).is_some() {
            row.fault("ags", "duplicate", format!("the municipality {ags} stands twice"), faults);
        }
    }
    all
}

/// Parts of towns by municipality; those of unnamed origin are left out and noted.
fn read_districts<F: PackageFiles>(
    base: &Base<'_, F>,
    wordings: &Wordings,
    report: &mut Report,
    faults: &mut ImportErrors,
) -> HashMap<Ags, Vec<String>> {
    let mut all: HashMap<Ags, Vec<String>> = HashMap::new();
    let Some(table) = table(base, DISTRICTS, &["ags", "ortsteil", "source"], faults) else {
        return all;
    };
    for row in table.rows() {
        let ags = row.required("ags", faults).and(row.parsed("ags", "not_an_ags", faults));
        let (Some(ags), Some(name)) = (ags, row.required("ortsteil", faults)) else { continue };
        if wordings.unconfirmed_source.marks(row.get("source")) {
            report.notes.push(ImportError {
                file: DISTRICTS.to_owned(),
                row: Some(row.line),
                column: Some("source".to_owned()),
                code: "unnamed_source".to_owned(),
                detail: format!("{name} is left out until its source is named"),
            });
            continue;
        }
        all.entry(ags).or_default().push(name.to_owned());
    }
    all
}

/// Checks what the region says about its municipalities.
pub(super) fn check_region(
    region: &Region,
    municipalities: &[MunicipalityOutline],
    faults: &mut ImportErrors,
) {
    if municipalities.is_empty() {
        // Their own file's faults say why.
        return;
    }
    let known: BTreeSet<Ags> = municipalities.iter().map(|m| m.municipality.ags).collect();
    let mut fault = |column: &str, code: &str, detail: String| {
        faults.add(REGION, None, Some(column), code, detail);
    };
    let accuracies = region.accuracy.by_municipality.keys().map(|ags| ("accuracy", ags));
    let towns = region.county_towns.iter().map(|ags| ("county_towns", ags));
    for (column, ags) in towns.chain(accuracies) {
        if !known.contains(ags) {
            fault(column, "unknown_ags", format!("there is no municipality {ags}"));
        }
    }
    for ags in &known {
        if !ags.as_str().starts_with(&region.district_key) {
            let detail = format!("{ags} does not begin with {}", region.district_key);
            fault("district_key", "foreign_ags", detail);
        }
    }
    let people: u32 = municipalities.iter().map(|m| m.municipality.population).sum();
    if people != region.population {
        let detail = format!("the municipalities have {people} people, not {}", region.population);
        fault("population", "wrong_sum", detail);
    }
}

/// Checks that the texts on areas name municipalities that exist.
pub(super) fn check_service_areas(
    areas: &BTreeMap<String, Area>,
    known: &BTreeSet<Ags>,
    faults: &mut ImportErrors,
) {
    if known.is_empty() {
        return;
    }
    for (text, area) in areas {
        for ags in area.ags.iter().chain(&area.except).filter(|ags| !known.contains(ags)) {
            let detail = format!("there is no municipality {ags}");
            faults.add(AREAS, None, Some(text), "unknown_ags", detail);
        }
    }
}

/// The key of a municipality of this county, or a fault.
pub(super) fn known_ags(
    row: &Row<'_>,
    column: &str,
    known: &BTreeSet<Ags>,
    faults: &mut ImportErrors,
) -> Option<Ags> {
    let ags: Ags = row.parsed(column, "not_an_ags", faults)?;
    // Without any municipality their own file is at fault, and that is told there.
    if known.contains(&ags) || known.is_empty() {
        return Some(ags);
    }
    row.fault(column, "unknown_ags", format!("there is no municipality {ags}"), faults);
    None
}
