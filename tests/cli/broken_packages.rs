//! A faulty county package is refused with every spot named, and what was there stays.

use serde_json::Value;

use crate::support::Place;

/// Replaces the first occurrence; fails where there is none.
fn replace(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    assert!(text.contains(from), "{from} does not occur");
    text.replacen(from, to, 1).into_bytes()
}

/// Breaks a copy of the package and imports it: exit code 3, and all of these words in what is said.
#[track_caller]
fn assert_refused(break_it: impl FnOnce(&Place), words: &[&str]) {
    let place = Place::with_own_package();
    break_it(&place);
    let ended = place.run(&["import"]).expect(3);
    for word in words {
        assert!(ended.err.contains(word), "{word} is missing in\n{}", ended.err);
    }
    assert!(!place.database().exists(), "nothing may be half loaded");
}

/// The second line of a table, that is its first row, doubled.
fn doubled_first_row(bytes: &[u8]) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let mut rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    rows.insert(2, rows[1].clone());
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in &rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

#[test]
fn a_broken_ring_is_named_by_file_and_feature() {
    assert_refused(
        |place| {
            place.edit("municipalities.geojson", |bytes| {
                let mut json: Value = serde_json::from_slice(&bytes).unwrap();
                let coordinates = &mut json["features"][3]["geometry"]["coordinates"];
                let mut ring = coordinates;
                while ring[0][0].is_array() && ring[0][0][0].is_array() {
                    ring = &mut ring[0];
                }
                // The ring no longer closes.
                ring[0].as_array_mut().unwrap_or_else(|| panic!("no ring")).pop();
                serde_json::to_vec(&json).unwrap()
            });
        },
        &["municipalities.geojson:4"],
    );
}

#[test]
fn a_duplicate_id_is_named_by_file_and_line() {
    assert_refused(
        |place| place.edit("offers.csv", |bytes| doubled_first_row(&bytes)),
        &["offers.csv:3", "duplicate"],
    );
    assert_refused(
        |place| place.edit("organizations.csv", |bytes| doubled_first_row(&bytes)),
        &["organizations.csv:3", "duplicate"],
    );
}

#[test]
fn an_unknown_municipality_key_is_named_by_file_line_and_column() {
    assert_refused(
        |place| {
            place.edit("population_cells.csv", |bytes| {
                let text = String::from_utf8(bytes).unwrap();
                let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
                let header: Vec<&str> = lines[0].split(',').collect();
                let ags = header.iter().position(|c| *c == "ags").unwrap();
                let mut cells: Vec<&str> = lines[4].split(',').collect();
                cells[ags] = "99999999";
                lines[4] = cells.join(",");
                (lines.join("\n") + "\n").into_bytes()
            });
        },
        &["population_cells.csv:5", "ags"],
    );
}

#[test]
fn latin_1_bytes_are_named_by_file_and_line() {
    assert_refused(
        |place| {
            place.edit("offers.csv", |bytes| {
                let at = bytes.windows(2).position(|w| w == "ä".as_bytes()).unwrap();
                let mut latin = bytes.clone();
                latin.splice(at..at + 2, [0xe4]);
                latin
            });
        },
        &["offers.csv", "UTF-8"],
    );
}

#[test]
fn a_missing_column_and_a_missing_file_are_named() {
    assert_refused(
        |place| place.edit("offers.csv", |b| replace(&b, "status_code", "statuscode")),
        &["offers.csv", "status_code"],
    );
    assert_refused(
        |place| std::fs::remove_file(place.region().join("stops.csv")).unwrap(),
        &["stops.csv", "missing_file"],
    );
}

#[test]
fn all_faults_of_all_files_are_named_at_once_and_written_to_the_report() {
    let place = Place::with_own_package();
    place.edit("offers.csv", |bytes| doubled_first_row(&bytes));
    place.edit("organizations.csv", |bytes| doubled_first_row(&bytes));
    let path = place.path("report.json");
    let ended = place.run(&["import", "--report", path.to_str().unwrap()]).expect(3);
    assert!(ended.err.contains("offers.csv:3") && ended.err.contains("organizations.csv:3"));
    let report: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(report["usable"], false);
    let refused = report["refused"].as_array().unwrap();
    assert!(refused.len() >= 2);
    assert!(refused.iter().all(|fault| fault["file"].is_string() && fault["detail"].is_string()));
}

#[test]
fn a_faulty_package_does_not_touch_a_running_server_or_its_database() {
    let place = Place::with_own_package();
    let server = place.serve();
    let (sites, seq) = (server.sites(), server.get_json("/readyz")["seq"].clone());
    place.edit("offers.csv", |bytes| doubled_first_row(&bytes));
    place.run(&["import"]).expect(3);
    assert_eq!(server.sites(), sites);
    assert_eq!(server.get_json("/readyz")["seq"], seq);
    assert_eq!(server.complaints(), [""; 0]);
    server.stop();
}
