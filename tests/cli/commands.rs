//! import, openapi and doctor.

use serde_json::Value;

use crate::support::Place;

#[test]
fn a_dry_run_tells_everything_and_writes_nothing() {
    let place = Place::new();
    let dry = place.run(&["import", "--dry-run"]).expect(0);
    assert!(dry.out.contains("dry run, nothing was written"), "{}", dry.out);
    let real = place.run(&["import"]).expect(0);
    let counts = |out: &str| out.lines().find(|l| l.starts_with("entries:")).map(str::to_owned);
    assert_eq!(counts(&dry.out), counts(&real.out));
    assert!(real.out.contains(": loaded"), "{}", real.out);
}

#[test]
fn every_row_of_the_offers_is_accounted_for_in_the_report() {
    let place = Place::new();
    let path = place.path("report.json");
    place.run(&["import", "--report", path.to_str().unwrap()]).expect(0);
    let report: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let rows = report["loaded"]["package"]["offers"].as_array().unwrap();
    let mut reader = csv::Reader::from_path(place.region().join("offers.csv")).unwrap();
    let ids: Vec<String> = reader.records().map(|row| row.unwrap()[0].to_owned()).collect();
    let told: Vec<&str> = rows.iter().map(|row| row["offer_id"].as_str().unwrap()).collect();
    assert_eq!(told, ids, "each row once, in the order of the file");
    let withheld = rows.iter().filter(|row| !row["withheld"].is_null()).count();
    assert!(withheld > 0 && withheld < rows.len() / 5, "{withheld} withheld");
}

#[test]
fn importing_the_same_package_again_writes_nothing() {
    let place = Place::new();
    place.run(&["import"]).expect(0);
    let before = std::fs::read(place.database()).unwrap();
    let again = place.run(&["import"]).expect(0);
    assert!(again.out.contains("already loaded, nothing to do"), "{}", again.out);
    assert!(std::fs::read(place.database()).unwrap() == before, "the file must stay as it was");
}

#[test]
fn a_change_in_one_file_changes_only_what_depends_on_it() {
    let place = Place::with_own_package();
    place.run(&["import"]).expect(0);
    place.edit("crisis_numbers.csv", |mut bytes| {
        bytes.extend_from_slice(b"\n");
        bytes
    });
    let again = place.run(&["import"]).expect(0);
    assert!(again.out.contains("entries: 0 added, 0 changed"), "{}", again.out);
    assert!(again.out.contains("organizations: 0 added, 0 changed"), "{}", again.out);
    assert!(!again.out.contains("replaced:"), "{}", again.out);
}

#[test]
fn the_openapi_document_needs_no_database_and_names_the_public_address() {
    let place = Place::new();
    let printed = place.run(&["openapi", "--base-url", "https://atlas.example.org"]).expect(0);
    let document: Value = serde_json::from_str(&printed.out).unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.0"));
    assert_eq!(document["servers"][0]["url"], "https://atlas.example.org");
    assert!(document["paths"]["/api/collections"].is_object());
    assert!(!place.database().exists());
}

#[test]
fn the_doctor_finds_a_fresh_server_well_and_names_what_is_missing() {
    let place = Place::new();
    let before = place.run(&["doctor"]).expect(4);
    assert!(before.out.contains("TROUBLE database: there is none yet"), "{}", before.out);
    assert!(before.out.contains("-> start the server"), "{}", before.out);
    place.run(&["import"]).expect(0);
    let after = place.run(&["doctor"]).expect(0);
    assert!(after.out.trim_end().ends_with("all is well"), "{}", after.out);
    for what in ["schema: version", "package:", "projection:", "read model:", "disk:"] {
        assert!(after.out.contains(&format!("ok      {what}")), "{what}: {}", after.out);
    }
}

#[test]
fn the_doctor_notices_a_changed_package_and_a_changed_projection() {
    let place = Place::with_own_package();
    place.run(&["import"]).expect(0);
    place.edit("crisis_numbers.csv", |mut bytes| {
        bytes.extend_from_slice(b"\n");
        bytes
    });
    let done = std::process::Command::new("python3")
        .arg("-c")
        .arg(
            "import sqlite3, sys\n\
             db = sqlite3.connect(sys.argv[1])\n\
             db.execute('update service_at_location set status = (case status when \"active\" then \
             \"defunct\" else \"active\" end) where id = (select min(id) from service_at_location)')\n\
             db.commit()",
        )
        .arg(place.database())
        .status()
        .unwrap();
    assert!(done.success());
    let found = place.run(&["doctor"]).expect(4);
    assert!(found.out.contains("TROUBLE package: the folder differs"), "{}", found.out);
    assert!(found.out.contains("TROUBLE projection"), "{}", found.out);
}
