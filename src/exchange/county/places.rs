//! Points and cells: people, populated places, parts of towns, postcodes, stops, stations.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value;

use super::areas::{MunicipalityOutline, known_ags};
use super::files::{PackageFiles, required};
use super::outline::collection;
use super::{Base, table};
use crate::domain::{AgeBands, Ags, LonLat, PopulationCell, Station, Stop};
use crate::exchange::ImportErrors;

const CELLS: &str = "population_cells.csv";
const STOPS: &str = "stops.csv";
const STATIONS: &str = "stations.geojson";
const PLACES: &str = "places.csv";
const DISTRICT_POINTS: &str = "ortsteil_points.csv";
const POSTCODES: &str = "postcodes.csv";

/// A name with its point and municipality.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NamedPoint {
    pub(super) name: String,
    pub(super) point: LonLat,
    pub(super) ags: Ags,
}

/// A postcode with the municipalities it lies in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Postcode {
    pub(super) code: String,
    pub(super) municipalities: Vec<Ags>,
}

/// Reads the census cells, by northing and easting.
pub(super) fn read_cells<F: PackageFiles>(
    base: &Base<'_, F>,
    known: &BTreeSet<Ags>,
    faults: &mut ImportErrors,
) -> Vec<PopulationCell> {
    let columns = [&["easting_m", "northing_m", "ags"][..], &AgeBands::NAMES].concat();
    let Some(table) = table(base, CELLS, &columns, faults) else { return Vec::new() };
    let size_m = base.region.cell_size_m;
    let mut cells = Vec::new();
    let mut seen = HashSet::new();
    for row in table.rows() {
        let mut number = |column: &str| -> Option<u32> {
            row.required(column, faults)?;
            row.parsed(column, "not_a_number", faults)
        };
        let corner = (number("easting_m"), number("northing_m"));
        let people = AgeBands::NAMES.map(&mut number);
        row.required("ags", faults);
        let ags = known_ags(&row, "ags", known, faults);
        if people.contains(&None) {
            continue;
        }
        let ((Some(easting_m), Some(northing_m)), Some(ags)) = (corner, ags) else { continue };
        if easting_m % size_m != 0 || northing_m % size_m != 0 {
            let detail = format!("the corner of a cell is a multiple of {size_m} m");
            row.fault("easting_m", "not_on_the_grid", detail, faults);
        }
        if !seen.insert((northing_m, easting_m)) {
            row.fault("easting_m", "duplicate", "the cell stands twice", faults);
        }
        let ages = AgeBands::from_array(people);
        let Some(people) = ages.sum() else {
            row.fault("lt18", "out_of_range", "so many people do not fit into a cell", faults);
            continue;
        };
        cells.push(PopulationCell { easting_m, northing_m, size_m, ags, people, ages });
    }
    cells.sort_by_key(|cell| (cell.northing_m, cell.easting_m));
    cells
}

/// Reads the stops of public transport, in the order of the file.
pub(super) fn read_stops<F: PackageFiles>(
    base: &Base<'_, F>,
    known: &BTreeSet<Ags>,
    faults: &mut ImportErrors,
) -> Vec<Stop> {
    let columns = ["stop_id", "name", "lon", "lat", "ags", "products"];
    let Some(table) = table(base, STOPS, &columns, faults) else { return Vec::new() };
    let mut stops = Vec::new();
    let mut seen = HashSet::new();
    for row in table.rows() {
        if !seen.insert(row.get("stop_id")) {
            row.fault("stop_id", "duplicate", "the stop stands twice", faults);
        }
        let name = row.required("name", faults);
        let point = base.required_point(&row, "lon", "lat", faults);
        let municipality = known_ags(&row, "ags", known, faults);
        if let (Some(name), Some(point)) = (name, point) {
            let products = row.get("products").split_whitespace().map(str::to_owned).collect();
            stops.push(Stop { name: name.to_owned(), point, municipality, products });
        }
    }
    stops
}

/// Reads the railway stations, in the order of the file.
pub(super) fn read_stations<F: PackageFiles>(
    base: &Base<'_, F>,
    faults: &mut ImportErrors,
) -> Vec<Station> {
    let Some(bytes) = required(base.files, STATIONS, faults) else { return Vec::new() };
    let mut stations = Vec::new();
    for (number, feature) in (1..).zip(collection(STATIONS, &bytes, faults)) {
        let mut fault = |column: &str, code: &str, detail: &str| {
            faults.add(STATIONS, Some(number), Some(column), code, detail);
        };
        let text = |key: &str| feature["properties"][key].as_str().map(str::to_owned);
        let coordinates = &feature["geometry"]["coordinates"];
        let point = match (coordinates[0].as_f64(), coordinates[1].as_f64()) {
            (Some(lon), Some(lat)) if feature["geometry"]["type"] == "Point" => LonLat { lon, lat },
            _ => {
                fault("/geometry", "not_a_position", "a Point with two numbers is needed");
                continue;
            }
        };
        if !base.region.data_bounds.contains(point) {
            fault(
                "/geometry",
                "out_of_bounds",
                "the point lies outside of the region's data_bounds",
            );
            continue;
        }
        let Some(name) = text("name").filter(|name| !name.is_empty()) else {
            fault("name", "required", "a station needs a name");
            continue;
        };
        let step_free = match &feature["properties"]["steplessAccess"] {
            Value::String(text) if !text.is_empty() => Some(text.clone()),
            _ => None,
        };
        stations.push(Station { name, point, step_free });
    }
    stations
}

/// Reads the populated places, with their people; most people first.
pub(super) fn read_places<F: PackageFiles>(
    base: &Base<'_, F>,
    known: &BTreeSet<Ags>,
    faults: &mut ImportErrors,
) -> Vec<NamedPoint> {
    let columns = ["name", "latitude", "longitude", "population", "AGS"];
    let Some(table) = table(base, PLACES, &columns, faults) else { return Vec::new() };
    let mut places = Vec::new();
    for row in table.rows() {
        let name = row.required("name", faults);
        let point = base.required_point(&row, "longitude", "latitude", faults);
        row.required("AGS", faults);
        let ags = known_ags(&row, "AGS", known, faults);
        let people: u32 = row.parsed("population", "not_a_number", faults).unwrap_or_default();
        if let (Some(name), Some(point), Some(ags)) = (name, point, ags) {
            places.push((people, NamedPoint { name: name.to_owned(), point, ags }));
        }
    }
    places.sort_by(|(a, _), (b, _)| b.cmp(a));
    places.into_iter().map(|(_, place)| place).collect()
}

/// Reads the points of parts of towns.
pub(super) fn read_district_points<F: PackageFiles>(
    base: &Base<'_, F>,
    known: &BTreeSet<Ags>,
    faults: &mut ImportErrors,
) -> Vec<NamedPoint> {
    let columns = ["ags", "ortsteil", "lon", "lat"];
    let Some(table) = table(base, DISTRICT_POINTS, &columns, faults) else { return Vec::new() };
    let mut points = Vec::new();
    let mut seen = HashSet::new();
    for row in table.rows() {
        let name = row.required("ortsteil", faults);
        let point = base.required_point(&row, "lon", "lat", faults);
        row.required("ags", faults);
        let ags = known_ags(&row, "ags", known, faults);
        if let (Some(name), Some(point), Some(ags)) = (name, point, ags) {
            if !seen.insert((ags, name)) {
                row.fault("ortsteil", "duplicate", format!("{name} stands twice"), faults);
            }
            points.push(NamedPoint { name: name.to_owned(), point, ags });
        }
    }
    points
}

/// Reads the postcodes; their place must be the name of a municipality.
pub(super) fn read_postcodes<F: PackageFiles>(
    base: &Base<'_, F>,
    municipalities: &[MunicipalityOutline],
    faults: &mut ImportErrors,
) -> Vec<Postcode> {
    let Some(table) = table(base, POSTCODES, &["plz", "ort"], faults) else { return Vec::new() };
    let by_name: HashMap<&str, Ags> =
        municipalities.iter().map(|m| (m.municipality.name.as_str(), m.municipality.ags)).collect();
    let mut postcodes: Vec<Postcode> = Vec::new();
    for row in table.rows() {
        let code = row.get("plz");
        if code.len() != 5 || !code.bytes().all(|b| b.is_ascii_digit()) {
            row.fault("plz", "not_a_postcode", format!("“{code}” is not five digits"), faults);
            continue;
        }
        let place = row.get("ort");
        let Some(&ags) = by_name.get(place) else {
            if !by_name.is_empty() {
                let detail = format!("there is no municipality “{place}”");
                row.fault("ort", "unknown_municipality", detail, faults);
            }
            continue;
        };
        match postcodes.iter_mut().find(|p| p.code == code) {
            Some(known) => known.municipalities.push(ags),
            None => postcodes.push(Postcode { code: code.to_owned(), municipalities: vec![ags] }),
        }
    }
    postcodes
}
