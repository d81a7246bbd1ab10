//! `import census`: the binary on invented grids and, where they are there, on real ones.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value;
use sozialatlas::domain::LonLat;
use sozialatlas::spatial::CellId;
use sozialatlas::spatial::projection::to_laea;

use crate::support::{Place, Server, wait_until};

const HEADER: &str = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n";

/// The cells of the package, each with one person more than it has.
fn grid(place: &Place) -> String {
    let mut cells = csv::Reader::from_path(place.region().join("population_cells.csv")).unwrap();
    let mut text = HEADER.to_owned();
    for cell in cells.records() {
        let cell = cell.unwrap();
        let number = |at: usize| cell[at].parse::<u32>().unwrap();
        let people: u32 = (3..8).map(number).sum::<u32>() + 1;
        let id = CellId::new(100, number(0), number(1)).unwrap();
        write_row(&mut text, id, people);
    }
    text
}

fn write_row(text: &mut String, id: CellId, people: u32) {
    let centre = id.centre_m();
    writeln!(text, "{id};{};{};{people}", centre.easting_m, centre.northing_m).unwrap();
}

fn write(place: &Place, name: &str, text: &str) -> String {
    let path = place.path(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn cells(server: &Server) -> u64 {
    let page = server.get_json("/api/collections/population_cells/items?limit=1");
    page["numberMatched"].as_u64().unwrap()
}

/// The whole of the report's `census` in JSON.
fn report(place: &Place, words: &[&str]) -> Value {
    let path = place.path("report.json");
    let words = [&["import", "census", "--report", path.to_str().unwrap()], words].concat();
    place.run(&words).expect(0);
    let report: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    assert_eq!(report["usable"], true);
    report["census"].clone()
}

#[test]
fn a_grid_is_tried_loaded_kept_through_a_reload_and_taken_back() {
    let place = Place::with_own_package();
    place.run(&["import"]).expect(0);
    let file = write(&place, "gitter.csv", &grid(&place));
    let fresh = fs::read(place.database()).unwrap();
    let dry = place.run(&["import", "census", "--dry-run", &file]).expect(0);
    assert!(dry.out.contains("Zensus 2022 (2022-05-15), cells of 100 m: dry run"), "{}", dry.out);
    assert!(dry.out.contains("in the place of Zensus 2011 (2011-05-09)"), "{}", dry.out);
    assert!(dry.out.contains("age ge65: unknown"), "{}", dry.out);
    assert!(!dry.err.contains("rows"), "progress is for those who watch: {}", dry.err);
    assert!(fs::read(place.database()).unwrap() == fresh, "a dry run has written");

    let real = place.run(&["import", "census", &file]).expect(0);
    assert!(real.out.contains("cells of 100 m: loaded"), "{}", real.out);
    let lines = |out: &str| out.lines().filter(|l| l.contains("factor")).count();
    assert_eq!((lines(&dry.out), lines(&real.out)), (25, 25), "{}", real.out);
    let written = fs::read(place.database()).unwrap();
    let again = place.run(&["import", "census", &file]).expect(0);
    assert!(again.out.contains("already loaded, nothing to do"), "{}", again.out);
    assert!(fs::read(place.database()).unwrap() == written, "the same grid was written again");

    // Another state of the package leaves what a person has imported.
    place.edit("crisis_numbers.csv", |mut bytes| {
        bytes.extend_from_slice(b"\n");
        bytes
    });
    let reload = place.run(&["import"]).expect(0);
    let kept = "kept the census grid that was imported: Zensus 2022 (2022-05-15), cells of 100 m";
    assert!(reload.out.contains(kept), "{}", reload.out);
    assert!(!reload.out.contains("population_cells"), "{}", reload.out);
    place.run(&["doctor"]).expect(0);

    let back = place.run(&["import", "census", "--package"]).expect(0);
    assert!(back.out.contains("are back"), "{}", back.out);
    let back = place.run(&["import", "census", "--package"]).expect(0);
    assert!(back.out.contains("nothing to do"), "{}", back.out);
    let reload = report(&place, &[&file]);
    assert_eq!(reload["before"]["source"], "Zensus 2011");
}

#[test]
fn a_running_server_shows_the_new_grid_with_unknown_ages() {
    let place = Place::new();
    let server = place.serve();
    let before = cells(&server);
    let mut text = grid(&place);
    let last_line = text.trim_end().rfind('\n').unwrap();
    text.truncate(last_line + 1);
    place.run(&["import", "census", &write(&place, "gitter.csv", &text)]).expect(0);
    wait_until("the server shows the new grid", || cells(&server) == before - 1);
    let page = server.get_json("/api/collections/population_cells/items?limit=1");
    let properties = &page["features"][0]["properties"];
    assert!(properties["total"].as_u64().unwrap() >= 2, "{properties}");
    for band in ["lt18", "18to29", "30to49", "50to64", "ge65"] {
        assert!(properties[band].is_null(), "{band} in {properties}");
    }
    let note = properties["population_note"].as_str().unwrap();
    assert!(note.contains("Zensus 2022 (15. Mai 2022)") && !note.contains("2011"), "{note}");
    let (status, _) = server.get("/gemeinden/08335043");
    assert_eq!(status, 200);
    assert_eq!(server.complaints(), [""; 0]);
    server.stop();
}

#[test]
fn bad_input_names_every_fault_and_leaves_the_old_grid() {
    let place = Place::new();
    let without_county = write(&place, "early.csv", HEADER);
    let early = place.run(&["import", "census", &without_county]).expect(3);
    assert!(early.err.contains("sozialatlas import (no_municipalities)"), "{}", early.err);
    place.run(&["import"]).expect(0);
    let before = fs::read(place.database()).unwrap();
    let mut degrees = HEADER.to_owned();
    degrees.push_str("CRS3035RES100mN2735100E4258100;9.17;47.66;5\n");
    degrees.push_str("CRS3035RES100mN2735100E4258200;4258250;2735150;1.234,5\n");
    let file = write(&place, "grad.csv", &degrees);
    let refused = place.run(&["import", "census", &file]).expect(3);
    assert!(refused.err.contains("2 faults, nothing was loaded"), "{}", refused.err);
    assert!(refused.err.contains("grad.csv:2 [x_mp_100m]"), "{}", refused.err);
    assert!(refused.err.contains("grad.csv:3 [Einwohner]"), "{}", refused.err);
    // A folder, and a file that is not there: both are told.
    let folder = place.path("").to_str().unwrap().to_owned();
    let missing = place.path("nichts.csv").to_str().unwrap().to_owned();
    let refused = place.run(&["import", "census", &folder, &missing, &file]).expect(3);
    assert!(refused.err.contains("(a_folder)"), "{}", refused.err);
    assert!(refused.err.contains("nichts.csv: the file cannot be opened"), "{}", refused.err);
    let path = place.path("report.json");
    let words = ["import", "census", "--report", path.to_str().unwrap(), &file];
    place.run(&words).expect(3);
    let told: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    assert_eq!(
        (told["usable"].as_bool(), told["refused"][1]["row"].as_u64()),
        (Some(false), Some(3))
    );
    assert!(fs::read(place.database()).unwrap() == before, "the database was touched");
    place.run(&["import", "census"]).expect(2);
    place.run(&["import", "census", "--package", &file]).expect(2);
}

/// Every cell of a box in the county, so that writing them takes a while.
fn large_grid() -> String {
    let at = |lon, lat| CellId::containing(to_laea(LonLat { lon, lat }), 100).unwrap();
    let (low, high) = (at(8.75, 47.7), at(8.95, 47.9));
    let mut text = HEADER.to_owned();
    for north in (low.northing_m()..high.northing_m()).step_by(100) {
        for east in (low.easting_m()..high.easting_m()).step_by(100) {
            write_row(&mut text, CellId::new(100, east, north).unwrap(), 3);
        }
    }
    text
}

#[test]
fn a_kill_at_any_moment_leaves_the_old_grid_or_the_whole_new_one() {
    let place = Place::new();
    place.run(&["import"]).expect(0);
    let file = write(&place, "gitter.csv", &large_grid());
    // A dry run does all the work and takes as long.
    let began = Instant::now();
    let old = report(&place, &["--dry-run", &file]);
    let whole = began.elapsed();
    assert_eq!(old["before"]["source"], "Zensus 2011");
    let taken = old["census"]["import"]["counts"]["taken"].as_u64().unwrap();
    assert!(taken > 20_000, "{taken} cells are written in no time");
    let mut ended = Vec::new();
    // The first comes in time even if the machine was busy while the whole was measured.
    for part in [0.05, 0.4, 0.7, 0.9] {
        let mut child = place.command(&["import", "census", &file]).spawn().unwrap();
        std::thread::sleep(whole.mul_f64(part));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = report(&place, &["--dry-run", &file]);
        let server = place.serve();
        let shown = cells(&server);
        server.stop();
        match now["before"]["source"].as_str().unwrap() {
            "Zensus 2011" => assert!(shown < 10_000, "{shown} cells of a grid that is not noted"),
            "Zensus 2022" => assert_eq!(shown, taken, "killed after {part} of {whole:?}"),
            other => panic!("{other}"),
        }
        place.run(&["doctor"]).expect(0);
        ended.push(shown);
        place.run(&["import", "census", "--package"]).expect(0);
    }
    assert!(ended.iter().any(|shown| *shown < 10_000), "no kill came in time: {ended:?}");
}

/// Files that are not part of the project; tests say where they are missing.
fn real(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("SOZIALATLAS_TEST_DATA");
    let path = folder.map(|folder| Path::new(&folder).join("check").join(name));
    if path.is_none() {
        println!("skipped: SOZIALATLAS_TEST_DATA is not set, {name} is not there");
    }
    path
}

type Ring = Vec<[f64; 2]>;

/// The outlines of the package on the plane of EPSG:3035, and on degrees, as plain rings.
fn rings(place: &Place) -> Vec<(Ring, Ring)> {
    let text = fs::read_to_string(place.region().join("municipalities.geojson")).unwrap();
    let collection: Value = serde_json::from_str(&text).unwrap();
    let mut rings = Vec::new();
    for feature in collection["features"].as_array().unwrap() {
        let geometry = &feature["geometry"];
        let polygons = match geometry["type"].as_str().unwrap() {
            "Polygon" => vec![geometry["coordinates"].clone()],
            _ => geometry["coordinates"].as_array().unwrap().clone(),
        };
        for ring in polygons.iter().flat_map(|polygon| polygon.as_array().unwrap()) {
            let ring: Ring = serde_json::from_value(ring.clone()).unwrap();
            let plane = ring.iter().map(|[lon, lat]| {
                let at = to_laea(LonLat { lon: *lon, lat: *lat });
                [at.easting_m, at.northing_m]
            });
            rings.push((plane.collect(), ring));
        }
    }
    rings
}

/// Whether the square's centre lies in the county or its border passes within half the diagonal: by plain loops.
fn touches(rings: &[(Ring, Ring)], east: f64, north: f64, size: f64) -> bool {
    let (x, y) = (east + size / 2.0, north + size / 2.0);
    let mut crossings = 0;
    let mut nearest = f64::INFINITY;
    for side in rings.iter().flat_map(|(plane, _)| plane.windows(2)) {
        let ([ax, ay], [bx, by]) = (side[0], side[1]);
        if (ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax) {
            crossings += 1;
        }
        let (dx, dy) = (bx - ax, by - ay);
        let along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy).max(1e-9);
        let along = along.clamp(0.0, 1.0);
        nearest = nearest.min((x - ax - along * dx).hypot(y - ay - along * dy));
    }
    crossings % 2 == 1 || nearest <= size / 2.0_f64.sqrt()
}

/// Compares the report of a real file with a loop over its rows.
fn compare(name: &str, people_at: usize, corner: impl Fn(&csv::StringRecord) -> [f64; 2]) -> Value {
    let Some(path) = real(name) else { return Value::Null };
    let place = Place::new();
    place.run(&["import"]).expect(0);
    let got = report(&place, &[path.to_str().unwrap()]);
    let rings = rings(&place);
    let (mut rows, mut inside, mut people) = (0, 0, 0);
    for row in csv::Reader::from_path(&path).unwrap().records() {
        let row = row.unwrap();
        let count: i64 = row[people_at].parse().unwrap();
        let [east, north] = corner(&row);
        rows += 1;
        if count > 0 && touches(&rings, east, north, 1_000.0) {
            inside += 1;
            people += count;
        }
    }
    let counts = &got["census"]["import"]["counts"];
    let sum: i64 = got["municipalities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["counted"].as_i64().unwrap())
        .sum();
    assert_eq!((counts["read"].as_i64(), counts["taken"].as_i64()), (Some(rows), Some(inside)));
    assert_eq!(sum, people);
    assert!((250_000..400_000).contains(&people), "{people} people in {inside} cells");
    assert_eq!(got["census"]["cell_size_m"], 1_000);
    let server = place.serve();
    assert_eq!(cells(&server), inside as u64);
    server.stop();
    got
}

#[test]
fn the_grid_of_the_union_of_2021_comes_in_as_a_plain_loop_counts_it() {
    let got = compare("eu_census2021_1km_08335.csv", 3, |row| {
        [row[1].parse().unwrap(), row[2].parse().unwrap()]
    });
    if !got.is_null() {
        let known: Vec<bool> =
            got["bands"].as_array().unwrap().iter().map(|b| b["known_cells"] != 0).collect();
        assert_eq!(known, [false, false, false, false, true]);
        assert_eq!(got["census"]["import"]["code"], "eu_2021");
    }
}

#[test]
fn the_kilometre_grid_of_2011_comes_in_as_a_plain_loop_counts_it() {
    let got = compare("zensus2011_1km_08335.csv", 0, |row| {
        [1, 2].map(|at| row[at].parse::<f64>().unwrap() - 500.0)
    });
    if !got.is_null() {
        assert_eq!(got["census"]["reference_date"], "2011-05-09");
        assert!(got["census"]["import"]["counts"]["suppressed"].as_u64().unwrap() > 50, "{got}");
    }
}
