//! The same program on PostgreSQL: two instances, one database.

use crate::store_support::TestDb;
use crate::support::{Place, Server, wait_until};

/// Runs the test with a database of its own, or says that it was skipped.
fn with_database(test: impl FnOnce(&str)) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let Some(db) = runtime.block_on(TestDb::postgres()) else {
        println!("skipped: TEST_DATABASE_URL is not set");
        return;
    };
    test(&db.url());
    runtime.block_on(db.remove());
}

fn serve(place: &Place, url: &str) -> Server {
    let mut command = place.command(&["serve"]);
    command.env("SOZIALATLAS_DATABASE_URL", url);
    place.serve_with(command)
}

#[test]
fn two_instances_on_one_database_load_once_and_follow_each_other() {
    with_database(|url| {
        let place = Place::with_own_package();
        let other = Place::new();
        let (first, second) = (serve(&place, url), serve(&other, url));
        assert!(first.sites() > 500);
        assert_eq!(first.sites(), second.sites());
        assert!(!second.log().contains("the county package was loaded"), "{}", second.log());
        assert!(!place.database().exists(), "nothing is written beside the database");

        place.edit("offers.csv", |bytes| {
            let text = String::from_utf8(bytes).unwrap();
            text.replacen("aktiv_laut_quelle", "geschlossen", 1).into_bytes()
        });
        let before = first.sites();
        place.run(&["import", "--database-url", url]).expect(0);
        for server in [&first, &second] {
            wait_until("every instance shows the import", || server.sites() == before - 1);
            assert_eq!(server.complaints(), [""; 0]);
        }
        first.stop();
        second.stop();
        let doctor = place.run(&["doctor", "--database-url", url]);
        assert!(doctor.out.contains("ok      projection"), "{}{}", doctor.out, doctor.err);
        let password = url.split(['@', ':']).nth(2).unwrap();
        assert!(!doctor.out.contains(password) && !doctor.err.contains(password));
    });
}
