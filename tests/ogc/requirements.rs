//! The requirements of the classes that `/api/conformance` claims, and that each has a test named after it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::WORLD;

/// Class by class: the requirements of OGC 17-069r4 (core, geojson, html, oas30) and OGC 18-058r1 (crs).
const REQUIREMENTS: [(&str, &[&str]); 5] = [
    (
        "core",
        &[
            "root-op",
            "root-success",
            "api-definition-op",
            "api-definition-success",
            "conformance-op",
            "conformance-success",
            "http",
            "query-param-unknown",
            "query-param-invalid",
            "crs84",
            "fc-md-op",
            "fc-md-success",
            "fc-md-links",
            "fc-md-items",
            "fc-md-items-links",
            "fc-md-extent",
            "fc-md-extent-multi",
            "sfc-md-op",
            "sfc-md-success",
            "fc-op",
            "fc-limit-definition",
            "fc-limit-response-1",
            "fc-bbox-definition",
            "fc-bbox-response",
            "fc-time-definition",
            "fc-time-response",
            "fc-response",
            "fc-links",
            "fc-rel-type",
            "fc-timeStamp",
            "fc-numberMatched",
            "fc-numberReturned",
            "f-op",
            "f-success",
            "f-links",
        ],
    ),
    ("geojson", &["definition", "content"]),
    ("html", &["definition", "content"]),
    (
        "oas30",
        &[
            "oas-definition-1",
            "oas-definition-2",
            "oas-impl",
            "completeness",
            "exception-codes",
            "security",
        ],
    ),
    (
        "crs",
        &[
            "crs-uri",
            "fc-md-crs-list",
            "fc-md-storageCrs",
            "fc-md-storageCrs-valid-value",
            "fc-md-crs-list-global",
            "fc-bbox-crs-definition",
            "fc-bbox-crs-valid-value",
            "fc-bbox-crs-valid-defaultValue",
            "fc-bbox-crs-action",
            "fc-crs-definition",
            "fc-crs-valid-value",
            "fc-crs-default-value",
            "fc-crs-action",
            "geojson",
            "ogc-crs-header",
            "ogc-crs-header-value",
        ],
    ),
];

/// The names of all tests of requirements in this folder.
fn tests() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ogc");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let sources = files.filter(|path| path.extension().is_some_and(|e| e == "rs"));
    sources
        .flat_map(|path| {
            let text = fs::read_to_string(path).unwrap();
            let tests = text.split("#[tokio::test]\nasync fn ").skip(1);
            tests.map(|test| test.split('(').next().unwrap().to_owned()).collect::<Vec<_>>()
        })
        .filter(|name| name.starts_with("req_"))
        .collect()
}

#[test]
fn every_requirement_has_a_test_named_after_it_and_no_test_names_another() {
    let named = REQUIREMENTS.iter().flat_map(|(class, requirements)| {
        requirements
            .iter()
            .map(move |name| format!("req_{class}_{name}").replace('-', "_").to_lowercase())
    });
    assert_eq!(named.collect::<BTreeSet<_>>(), tests());
}

#[tokio::test]
async fn the_classes_that_are_claimed_are_those_that_are_tested() {
    let conformance = WORLD.get("/api/conformance").await.json();
    let claimed: BTreeSet<&str> = conformance["conformsTo"]
        .as_array()
        .unwrap()
        .iter()
        .map(|class| class.as_str().unwrap().rsplit('/').next().unwrap())
        .collect();
    assert_eq!(claimed, REQUIREMENTS.iter().map(|(class, _)| *class).collect());
    // A clause that is not followed belongs to a requirement of the list.
    for deviation in conformance["deviations"].as_array().unwrap() {
        let uri = deviation["requirement"].as_str().unwrap();
        let known = REQUIREMENTS.iter().any(|(class, requirements)| {
            requirements.iter().any(|name| uri.ends_with(&format!("/req/{class}/{name}")))
        });
        assert!(known, "{uri}");
    }
}
