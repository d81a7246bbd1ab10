//! What the county sets in region.toml: reasonable distances by category, and what counts as near.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use serde_json::Value;
use sozialatlas::app::{package_reference, read_package};
use sozialatlas::atlas::Entry;

use crate::support::county::{COUNTY, published};
use crate::support::{Reply, Server, app_of};

/// The county package as it would be had the county set these.
const SET: &str = "[max_distance_m]\nschuldnerberatung = 5000\ntafel_mittagstisch = 2500\n";

fn copy_folder(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let copy = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir(&copy).unwrap();
            copy_folder(&entry.path(), &copy);
        } else {
            std::fs::copy(entry.path(), copy).unwrap();
        }
    }
}

/// A server over a copy of the package in which region.toml says so.
static WITH_DISTANCES: LazyLock<Server> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut folders = std::fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
    let original = folders.find(|path| path.join("region.toml").exists()).unwrap();
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&original, copy.path());
    let path = copy.path().join("region.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let changed = text.replace("[max_distance_m]\n", SET).replace("near_m = 5000", "near_m = 2500");
    assert_eq!(changed.matches("2500").count(), 2);
    std::fs::write(&path, changed).unwrap();
    let package = read_package(copy.path()).unwrap().package;
    let entries = published().map(|listing| Entry {
        document: Arc::from(serde_json::to_string(listing).unwrap()),
        last_modified: "2026-11-01T08:00:00Z".into(),
    });
    Server::new(app_of(package_reference(&package), entries.collect(), None))
});

fn row<'a>(matrix: &'a Value, category: &str) -> &'a Value {
    let rows = matrix["rows"].as_array().unwrap();
    rows.iter().find(|row| row["category"] == category).unwrap()
}

#[tokio::test]
async fn the_matrix_takes_each_category_by_its_own_distance_and_names_those_without() {
    let matrix = WITH_DISTANCES.get("/api/coverage/matrix").await.json();
    assert!(matrix["question"]["max_distance_m"].is_null());
    assert_eq!(matrix["rows"].as_array().unwrap().len(), 2);
    assert_eq!(matrix["without_distance"].as_array().unwrap().len(), 37);
    for (category, metres) in [("schuldnerberatung", 5_000.0), ("tafel_mittagstisch", 2_500.0)] {
        let of_county = row(&matrix, category);
        assert_eq!(of_county["max_distance_m"], metres);
        let path = format!("/api/coverage/matrix?category={category}&max_distance_m={metres}");
        let alone = COUNTY.get(&path).await.json();
        assert_eq!(of_county["total"], row(&alone, category)["total"]);
    }
    // One distance for all goes before those of the county.
    let all = WITH_DISTANCES.get("/api/coverage/matrix?max_distance_m=1000").await.json();
    assert_eq!(all["rows"].as_array().unwrap().len(), 39);
    assert_eq!(row(&all, "tafel_mittagstisch")["max_distance_m"], 1_000.0);
    assert!(all["without_distance"].as_array().unwrap().is_empty());
    let table = WITH_DISTANCES.get("/api/coverage/matrix?f=csv").await;
    assert!(table.text().contains("\r\ntafel_mittagstisch,") && table.text().contains(",2500,"));
    // A category for which nobody has set any needs one in the question.
    let without = WITH_DISTANCES.get("/api/coverage/matrix?category=krisenhilfe").await;
    without.assert_problem(400, &["max_distance_m"]);
    COUNTY.get("/api/coverage/matrix").await.assert_problem(400, &["max_distance_m"]);
}

#[tokio::test]
async fn a_question_about_one_category_may_leave_its_distance_to_the_county() {
    let words = "category=tafel_mittagstisch";
    let answer = WITH_DISTANCES.get(&format!("/api/coverage?{words}")).await.json();
    assert_eq!(answer["question"]["max_distance_m"], 2_500.0);
    let same = COUNTY.get(&format!("/api/coverage?{words}&max_distance_m=2500")).await.json();
    assert_eq!(answer["totals"], same["totals"]);
    let two =
        WITH_DISTANCES.get("/api/coverage?category=tafel_mittagstisch,schuldnerberatung").await;
    two.assert_problem(400, &["max_distance_m"]);
    let around = WITH_DISTANCES.get("/api/coverage/at?lon=9.17&lat=47.67").await.json();
    for category in around["categories"].as_array().unwrap() {
        let set = match category["category"].as_str().unwrap() {
            "tafel_mittagstisch" => Some(2_500.0),
            "schuldnerberatung" => Some(5_000.0),
            _ => None,
        };
        assert_eq!(category["max_distance_m"].as_f64(), set);
        assert_eq!(category["within"].is_null(), set.is_none());
    }
}

#[tokio::test]
async fn pages_take_the_distances_of_the_county_too() {
    let server = &*WITH_DISTANCES;
    let matrix = server.get("/planung/matrix").await;
    assert_eq!(matrix.status, 200);
    for part in ["2,5 km", "5 km", "category=tafel_mittagstisch", "max_distance_m=2500"] {
        assert!(matrix.text().contains(part), "{part} is missing");
    }
    let spots: Reply = server.get("/planung?category=tafel_mittagstisch").await;
    assert_eq!(spots.status, 302);
    assert!(spots.header("location").contains("max_distance_m=2500"));
}

#[tokio::test]
async fn what_is_near_on_the_page_of_a_municipality_is_what_the_county_calls_so() {
    for (server, metres, words) in [
        (&*WITH_DISTANCES, 2_500, "höchstens 2,5 km entfernt"),
        (&*COUNTY, 5_000, "höchstens 5 km entfernt"),
    ] {
        // The page does not wait long for its figures: let them be there.
        server.get(&format!("/api/coverage/matrix?max_distance_m={metres}")).await.json();
        let page = server.get("/gemeinden/08335043").await;
        assert!(page.text().contains(words), "{words} is missing");
    }
}
