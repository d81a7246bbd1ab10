//! The geometry on the data of every county package that the repository carries.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use geo::{MultiPolygon, Validation};
use serde_json::Value;
use sozialatlas::spatial::boundaries::Boundaries;
use sozialatlas::spatial::grid::{CellId, assign_cells, dissolve_cells};
use sozialatlas::spatial::polygon::{area_m2, label_point, read_area};
use sozialatlas::spatial::simplify::simplify_together;

fn packages() -> Vec<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let folders: Vec<PathBuf> = std::fs::read_dir(data)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    assert!(!folders.is_empty());
    folders
}

/// The areas of a file with their properties; every one must be sound.
fn areas(file: &Path) -> Vec<(Value, MultiPolygon<f64>)> {
    let collection: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let features = collection["features"].as_array().unwrap().clone();
    features
        .into_iter()
        .map(|feature| {
            let area = read_area(&feature["geometry"]).unwrap_or_else(|faults| {
                let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
                panic!("{}: {} {faults:#?}", file.display(), feature["properties"])
            });
            (feature["properties"].clone(), area)
        })
        .collect()
}

/// Cells of a package with the municipality they are counted to.
fn cells(folder: &Path) -> Vec<(CellId, String)> {
    let text = std::fs::read_to_string(folder.join("population_cells.csv")).unwrap();
    text.lines()
        .skip(1)
        .map(|line| {
            let columns: Vec<&str> = line.split(',').collect();
            let [easting_m, northing_m] = [columns[0], columns[1]].map(|n| n.parse().unwrap());
            (CellId::new(100, easting_m, northing_m).unwrap(), columns[2].to_owned())
        })
        .collect()
}

#[test]
fn municipalities_are_sound_and_hold_their_own_labels() {
    for folder in packages() {
        let areas = areas(&folder.join("municipalities.geojson"));
        let boundaries = Boundaries::new(
            areas.iter().map(|(p, area)| (p["ags"].as_str().unwrap().to_owned(), area.clone())),
        );
        for (properties, area) in &areas {
            assert!(area.is_valid(), "{properties}");
            let label = label_point(area, 50.0).unwrap();
            assert_eq!(
                boundaries.containing(label).map(String::as_str),
                properties["ags"].as_str()
            );
            // A municipality is larger than a hamlet and smaller than a large county.
            assert!((2e5..2e9).contains(&area_m2(area)), "{properties}: {}", area_m2(area));
        }
    }
}

#[test]
fn nearly_all_cells_lie_in_the_municipality_they_are_counted_to() {
    for folder in packages() {
        let areas = areas(&folder.join("municipalities.geojson"));
        let boundaries = Boundaries::new(
            areas.into_iter().map(|(p, area)| (p["ags"].as_str().unwrap().to_owned(), area)),
        );
        let cells = cells(&folder);
        let ids: Vec<CellId> = cells.iter().map(|(id, _)| *id).collect();
        let assigned = assign_cells(&ids, &boundaries);
        let same =
            assigned.iter().zip(&cells).filter(|(found, (_, own))| *found == &Some(own)).count();
        // Outlines are generalised; cells along borders may fall to the neighbour.
        assert!(same * 100 >= cells.len() * 97, "{same} of {}", cells.len());
        assert!(assigned.iter().all(Option::is_some), "no cell is farther off than its own width");
    }
}

#[test]
fn settlements_dissolve_into_sound_areas_of_the_same_size() {
    for folder in packages() {
        let mut by_municipality: HashMap<String, Vec<CellId>> = HashMap::new();
        for (id, own) in cells(&folder) {
            by_municipality.entry(own).or_default().push(id);
        }
        for (own, cells) in by_municipality {
            let area = dissolve_cells(&cells, 10).unwrap();
            assert!(area.0.iter().all(Validation::is_valid), "{own}");
            let share = area_m2(&area) / (cells.len() as f64 * 10_000.0);
            assert!((share - 1.0).abs() < 1e-6, "{own}: {share}");
        }
    }
}

#[test]
fn the_backdrop_is_simplified_without_tearing() {
    for folder in packages() {
        let areas: Vec<MultiPolygon<f64>> = areas(&folder.join("municipalities.geojson"))
            .into_iter()
            .map(|(_, area)| area)
            .collect();
        let vertices = |areas: &[MultiPolygon<f64>]| -> usize {
            areas.iter().flat_map(|area| &area.0).map(|polygon| polygon.exterior().0.len()).sum()
        };
        let sum = |areas: &[MultiPolygon<f64>]| areas.iter().map(area_m2).sum::<f64>();
        let simple = simplify_together(&areas, 60.0);
        assert!(simple.iter().all(Validation::is_valid));
        assert!(
            vertices(&simple) * 2 < vertices(&areas),
            "{} {}",
            vertices(&simple),
            vertices(&areas)
        );
        assert!((sum(&simple) / sum(&areas) - 1.0).abs() < 0.005);
        // Neighbours keep their whole common border: cutting the union out of the sum leaves nothing.
        let boundaries = Boundaries::new(simple.iter().cloned().enumerate());
        let cells = cells(&folder);
        let holders = |id: &CellId| {
            let centre = id.centre().unwrap();
            boundaries.iter().filter(|(_, area)| area.contains(centre)).count()
        };
        assert!(cells.iter().all(|(id, _)| holders(id) <= 1), "two simplified areas overlap");
    }
}
