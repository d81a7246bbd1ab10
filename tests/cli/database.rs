//! What a database goes through: kills, newer programs, other programs, two processes at once.

use std::fs;
use std::time::Duration;

use rustix::process::Signal;

use crate::support::{Place, wait_until};

/// A server's own view after everything was loaded; computed once, for comparison.
fn expected_sites() -> u64 {
    let place = Place::new();
    let server = place.serve();
    let sites = server.sites();
    server.stop();
    sites
}

#[test]
fn a_kill_at_any_moment_of_the_load_leaves_a_database_that_loads_again_completely() {
    let expected = expected_sites();
    for pause in [50, 300, 700, 1_500] {
        let place = Place::new();
        let mut child = place.command(&["serve"]).spawn().unwrap();
        // The file is there as soon as the load may begin.
        wait_until("the database file is there", || place.database().exists());
        std::thread::sleep(Duration::from_millis(pause));
        child.kill().unwrap();
        child.wait().unwrap();
        let server = place.serve();
        assert_eq!(server.sites(), expected, "killed after {pause} ms");
        server.stop();
        place.run(&["doctor"]).expect(0);
    }
}

#[test]
fn a_server_that_was_killed_starts_again_as_it_was() {
    let place = Place::new();
    let mut server = place.serve();
    let sites = server.sites();
    server.signal(Signal::KILL);
    server.wait();
    let server = place.serve();
    assert_eq!(server.sites(), sites);
    server.stop();
}

#[test]
fn two_processes_on_one_file_both_answer_and_the_data_are_loaded_once() {
    let place = Place::new();
    // Both at once on an empty folder: one loads, the other waits for it.
    let (first, second) = std::thread::scope(|scope| {
        let first = scope.spawn(|| place.serve());
        let second = scope.spawn(|| place.serve());
        (first.join().unwrap(), second.join().unwrap())
    });
    assert_eq!(first.sites(), second.sites());
    assert_eq!(first.log().matches("the county package was loaded").count(), 1);
    first.stop();
    second.stop();
    place.run(&["doctor"]).expect(0);
}

#[test]
fn an_import_beside_a_running_server_shows_there_soon() {
    let place = Place::with_own_package();
    let server = place.serve();
    let before = server.sites();
    // One offer leaves the package.
    place.edit("offers.csv", |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let gone = last_published(&rows);
        let mut writer = csv::Writer::from_writer(Vec::new());
        for (_, row) in rows.iter().enumerate().filter(|(i, _)| *i != gone) {
            writer.write_record(row).unwrap();
        }
        writer.into_inner().unwrap()
    });
    let imported = place.run(&["import"]).expect(0);
    assert!(imported.out.contains("loaded"), "{}", imported.out);
    wait_until("the server shows one site less", || server.sites() == before - 1);
    assert_eq!(server.complaints(), [""; 0]);
    server.stop();
}

/// A row that is published and that no other row refers to.
fn last_published(rows: &[csv::StringRecord]) -> usize {
    let column = |name: &str| rows[0].iter().position(|c| c == name).unwrap();
    let (status, group) = (column("status_code"), column("offer_group"));
    let fits =
        |row: &csv::StringRecord| &row[status] == "aktiv_laut_quelle" && row[group].is_empty();
    (1..rows.len()).rev().find(|&i| fits(&rows[i])).unwrap()
}

/// Runs the server on a file it must refuse; says what it said.
fn refused(place: &Place, bytes: &[u8]) -> String {
    fs::create_dir_all(place.path("var")).unwrap();
    fs::write(place.database(), bytes).unwrap();
    let ended = place.run(&["serve"]).expect(1);
    assert!(fs::read(place.database()).unwrap() == bytes, "the database must stay as it is");
    let log = fs::metadata(place.path("var/sozialatlas.db-wal")).map_or(0, |file| file.len());
    assert_eq!(log, 0, "nothing may wait in the log to be written later");
    ended.err
}

#[test]
fn a_database_of_a_newer_program_is_refused_and_left_as_it_is() {
    let place = Place::new();
    place.serve().stop();
    // The version is an integer in a row of the migrations table; a newer program would have added another row.
    let database = place.database();
    let done = std::process::Command::new("python3")
        .arg("-c")
        .arg(
            "import sqlite3, sys\n\
             db = sqlite3.connect(sys.argv[1])\n\
             db.execute(\"insert into _sqlx_migrations select 9999, 'later', installed_on, success, checksum, \
             execution_time from _sqlx_migrations limit 1\")\n\
             db.commit()\n\
             db.execute('pragma wal_checkpoint(truncate)')\n\
             db.close()",
        )
        .arg(&database)
        .status()
        .unwrap();
    assert!(done.success());
    let bytes = fs::read(&database).unwrap();
    let newer = Place::new();
    let said = refused(&newer, &bytes);
    assert!(said.contains("9999") && said.contains("newer"), "{said}");
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_as_it_is() {
    let said = refused(&Place::new(), b"no database, but somebody's letter to the county office\n");
    assert!(said.contains("no SQLite database"), "{said}");
}
