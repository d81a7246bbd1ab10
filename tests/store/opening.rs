//! Opening and migrating: what must be refused stays as it was.

use sozialatlas::domain::{AgeBands, PopulationCell};
use sozialatlas::store::{DatabaseError, OpenOptions, Store};
use sqlx::migrate::Migrator;
use std::time::Duration;

use crate::support::{TestDb, begin, listing, options};

static HISTORY: Migrator = sqlx::migrate!("./migrations");

async fn an_empty_database_is_migrated_once_and_reopens(db: &TestDb) {
    let newest = HISTORY.iter().map(|m| m.version).max().unwrap();
    let store = db.open().await.unwrap();
    assert_eq!(store.schema_version().await.unwrap(), None);
    let done = store.migrate().await.unwrap();
    assert_eq!((done.from, done.to), (None, newest));
    assert!(store.is_empty().await.unwrap());
    store.ping().await.unwrap();
    store.close().await;

    let store = db.open().await.unwrap();
    let again = store.migrate().await.unwrap();
    assert_eq!((again.from, again.to), (Some(newest), newest));
    let steps = i64::try_from(HISTORY.iter().count()).unwrap();
    assert_eq!(db.number("SELECT COUNT(*) FROM _sqlx_migrations").await, steps);
}

async fn two_instances_may_migrate_at_once(db: &TestDb) {
    let (a, b) = (db.open().await.unwrap(), db.open().await.unwrap());
    let (first, second) = tokio::join!(a.migrate(), b.migrate());
    first.unwrap();
    second.unwrap();
    let applied = db.number("SELECT COUNT(*) FROM _sqlx_migrations").await;
    assert_eq!(usize::try_from(applied).unwrap(), HISTORY.iter().count());
}

async fn a_newer_schema_is_refused_and_left_untouched(db: &TestDb) {
    let store = db.store().await;
    let known = store.schema_version().await.unwrap().unwrap();
    store.close().await;
    db.run(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         SELECT 9999, 'future', success, checksum, 1 FROM _sqlx_migrations WHERE version = 1",
    )
    .await;
    let before = db.is_sqlite().then(|| std::fs::read(db.file()).unwrap());
    let error = db.open().await.unwrap_err();
    assert!(
        matches!(error, DatabaseError::NewerSchema { found: 9999, known: k } if k == known),
        "{error:?}"
    );
    assert!(error.to_string().contains("9999"), "{error}");
    let after = db.is_sqlite().then(|| std::fs::read(db.file()).unwrap());
    assert!(before == after, "the file was touched");
    assert_eq!(db.number("SELECT MAX(version) FROM _sqlx_migrations").await, 9999);
}

async fn an_older_schema_is_brought_up_to_date(db: &TestDb) {
    db.store_of_version(1).await;
    let store = db.open().await.unwrap();
    let done = store.migrate().await.unwrap();
    assert_eq!(done.from, Some(1));
    assert!(done.to > 1);
    assert_eq!(store.list_population_cells().await.unwrap(), []);
}

async fn cells_of_an_older_schema_keep_their_people_and_are_the_packages(db: &TestDb) {
    db.store_of_version(3).await;
    db.run(
        "INSERT INTO municipality (ags, name, designation, population, population_date, \
         center_lon, center_lat, document, outline) \
         VALUES ('99999001', 'A', 'Stadt', 9, '2022-05-15', 9.0, 47.0, '{}', '{}')",
    )
    .await;
    db.run("INSERT INTO population_cell VALUES (4200000, 2700000, 100, '99999001', 1, 0, 3, 4, 5)")
        .await;
    let store = db.store().await;
    let cells = store.list_population_cells().await.unwrap();
    let expected = PopulationCell {
        easting_m: 4_200_000,
        northing_m: 2_700_000,
        size_m: 100,
        ags: "99999001".parse().unwrap(),
        people: 13,
        ages: AgeBands::known([1, 0, 3, 4, 5]),
    };
    assert_eq!(cells, [expected]);
    assert_eq!(store.find_census().await.unwrap(), None);
    let wrong = "INSERT INTO population_cell VALUES (0, 0, 100, '99999001', -1, 0, 0, 0, 0, 0)";
    assert!(db.try_run(wrong).await.is_err(), "a negative number was taken");
    let gone = "INSERT INTO population_cell VALUES (0, 0, 100, '99999009', 1, NULL, 0, 0, 0, 0)";
    assert!(db.try_run(gone).await.is_err(), "an unknown municipality was taken");
}

async fn a_schema_whose_history_was_altered_is_refused(db: &TestDb) {
    db.store().await.close().await;
    db.run(
        "UPDATE _sqlx_migrations SET checksum = \
         (SELECT checksum FROM _sqlx_migrations WHERE version = 1) WHERE version = 2",
    )
    .await;
    let error = db.open().await.unwrap_err();
    assert!(matches!(error, DatabaseError::AlteredSchema { version: 2 }), "{error:?}");
}

async fn the_database_of_another_program_is_refused_and_left_untouched(db: &TestDb) {
    if db.is_sqlite() {
        std::fs::write(db.file(), "").unwrap();
    }
    db.run("CREATE TABLE diary (day TEXT)").await;
    let before = db.is_sqlite().then(|| std::fs::read(db.file()).unwrap());
    let error = db.open().await.unwrap_err();
    assert!(matches!(error, DatabaseError::ForeignDatabase { .. }), "{error:?}");
    let after = db.is_sqlite().then(|| std::fs::read(db.file()).unwrap());
    assert!(before == after, "the file was touched");
}

on_both!(
    an_empty_database_is_migrated_once_and_reopens,
    two_instances_may_migrate_at_once,
    a_newer_schema_is_refused_and_left_untouched,
    an_older_schema_is_brought_up_to_date,
    cells_of_an_older_schema_keep_their_people_and_are_the_packages,
    a_schema_whose_history_was_altered_is_refused,
    the_database_of_another_program_is_refused_and_left_untouched,
);

impl TestDb {
    /// A database as an older program left it.
    async fn store_of_version(&self, version: i64) {
        match self {
            Self::Sqlite(_) => {
                std::fs::write(self.file(), "").unwrap();
                let pool = sqlx::SqlitePool::connect(&self.url()).await.unwrap();
                HISTORY.run_to(version, &pool).await.unwrap();
                pool.close().await;
            }
            Self::Postgres { url, .. } => {
                let pool = sqlx::PgPool::connect(url).await.unwrap();
                HISTORY.run_to(version, &pool).await.unwrap();
                pool.close().await;
            }
        }
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_untouched() {
    let db = TestDb::sqlite();
    let text = "Dies ist ein Brief und keine Datenbank. ".repeat(200);
    std::fs::write(db.file(), &text).unwrap();
    let error = db.open().await.unwrap_err();
    assert!(matches!(error, DatabaseError::NotADatabase { .. }), "{error:?}");
    assert!(error.to_string().contains("atlas.sqlite"), "{error}");
    assert_eq!(std::fs::read_to_string(db.file()).unwrap(), text);
    assert_eq!(std::fs::read_dir(db.file().parent().unwrap()).unwrap().count(), 1);
}

#[tokio::test]
async fn a_damaged_database_is_named_as_such() {
    let db = TestDb::sqlite();
    db.store().await.close().await;
    let mut bytes = std::fs::read(db.file()).unwrap();
    bytes[100..4096].fill(0xff);
    std::fs::write(db.file(), &bytes).unwrap();
    let error = db.open().await.unwrap_err();
    assert!(matches!(error, DatabaseError::Damaged { .. }), "{error:?}");
}

#[tokio::test]
async fn addresses_that_cannot_work_are_explained() {
    for url in ["", "mysql://x", "sqlite::memory:", "sqlite://x?mode=memory", "sqlite://"] {
        let error = Store::open(url, &options()).await.unwrap_err();
        assert!(matches!(error, DatabaseError::Address { .. }), "{url}: {error:?}");
    }
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/no/such/folder/x.sqlite", dir.path().display());
    let error = Store::open(&url, &options()).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Unreachable { .. }), "{error:?}");
    let url = format!("sqlite://{}/x.sqlite", dir.path().display());
    let existing_only = OpenOptions { create: false, ..options() };
    let error = Store::open(&url, &existing_only).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Unreachable { .. }), "{error:?}");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "a file was made");
}

#[tokio::test]
async fn the_password_of_an_unreachable_server_is_in_no_message() {
    let short = OpenOptions { busy_timeout: Duration::from_millis(300), ..options() };
    for url in ["postgres://user:geheim@127.0.0.1:1/x", "postgres://user:geheim@127.0.0.1:x/x"] {
        let error = Store::open(url, &short).await.unwrap_err();
        let whole = format!("{error} {error:?}");
        assert!(!whole.contains("geheim"), "{whole}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_opener_of_the_file_reads_and_is_told_when_it_cannot_write() {
    let db = TestDb::sqlite();
    let first = db.furnished().await;
    // It holds for opening the file too, which takes a moment on a busy machine.
    let short = OpenOptions { busy_timeout: Duration::from_secs(2), ..options() };
    let second = Store::open(&db.url(), &short).await.unwrap();
    second.migrate().await.unwrap();
    let mut tx = begin(&first).await;
    tx.save_revision(&listing(1), sozialatlas::domain::ReviewStatus::Draft, None, 0).await.unwrap();
    assert_eq!(second.find_listing(listing(1).id).await.unwrap(), None, "uncommitted");
    let error = second.begin_write("b", crate::support::moment(0)).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Busy { .. }), "{error:?}");
    assert!(error.to_string().contains("another process"), "{error}");
    tx.commit().await.unwrap();
    assert!(second.find_listing(listing(1).id).await.unwrap().is_some());
    second.begin_write("b", crate::support::moment(0)).await.unwrap();
}
