//! Faulty configuration: every fault at once, nothing done, no secret told.

use crate::support::Place;

#[test]
fn every_fault_of_file_environment_and_flags_is_listed() {
    let place = Place::new();
    let file = place.path("atlas.toml");
    std::fs::write(&file, "listenn = \"x\"\nlog_format = \"xml\"\n").unwrap();
    let output = place
        .command(&["serve", "--base-url", "ftp://x", "--region", "nowhere"])
        .env("SOZIALATLAS_CONFIG", &file)
        .env("SOZIALATLAS_LISTEN", "localhost")
        .env("SOZIALATLAS_DATABASE_URL", "mysql://root:geheim@db/x")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    for part in [
        "listenn: unknown key",
        "log_format: must be text or json",
        "--base-url",
        "nowhere is no county package",
        "SOZIALATLAS_LISTEN",
        "SOZIALATLAS_DATABASE_URL",
    ] {
        assert!(said.contains(part), "{part} is missing in\n{said}");
    }
    assert!(!said.contains("geheim"), "{said}");
    assert!(!place.path("var").exists(), "nothing may be done before the configuration is right");
}

#[test]
fn a_server_of_postgresql_that_is_not_there_is_told_without_the_password() {
    let place = Place::new();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("postgres://atlas:geheim@{free}/atlas");
    let ended = place.run(&["serve", "--database-url", &url, "--log", "trace"]).expect(1);
    assert!(ended.err.contains("cannot open the database"), "{}", ended.err);
    assert!(!ended.err.contains("geheim"), "{}", ended.err);
}

#[test]
fn a_data_directory_that_cannot_be_made_is_told() {
    let place = Place::new();
    std::fs::write(place.path("file"), "in the way").unwrap();
    let ended = place.run(&["serve", "--data-dir", "file/var"]).expect(1);
    assert!(ended.err.contains("file/var"), "{}", ended.err);
}
