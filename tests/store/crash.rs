//! A process killed in the middle of a load leaves nothing half loaded.

use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;

use sozialatlas::domain::ReviewStatus;
use sozialatlas::store::{OpenOptions, Store};

use crate::support::{TestDb, begin, listing, moment, options, organization, taxonomy};

/// Tell the child what to load into, and how to say that it is half way.
const CHILD_URL: &str = "SOZIALATLAS_TEST_CHILD_URL";
const CHILD_SIGN: &str = "SOZIALATLAS_TEST_CHILD_SIGN";

/// Runs only as a child of the test below: loads for ever, without committing.
#[tokio::test]
async fn child_that_loads_until_it_is_killed() {
    let (Some(url), Some(sign)) = (std::env::var_os(CHILD_URL), std::env::var_os(CHILD_SIGN))
    else {
        return;
    };
    // Little memory, so that SQLite has to write pages to its log long before the commit.
    let small = OpenOptions { write_cache_kib: 1_000, ..options() };
    let store = Store::open(&url.into_string().unwrap(), &small).await.unwrap();
    let mut tx = store.begin_write("child", moment(0)).await.unwrap();
    tx.upsert_taxonomy(&taxonomy()).await.unwrap();
    tx.upsert_organization(&organization(1), None).await.unwrap();
    for n in 0.. {
        let mut entry = listing(n);
        entry.description = "ß".repeat(4_000);
        tx.save_revision(&entry, ReviewStatus::Published, None, 0).await.unwrap();
        if n == 3_000 {
            std::fs::write(&sign, "half way").unwrap();
        }
    }
}

struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start_child(db: &TestDb, sign: &Path) -> Killed {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::child_that_loads_until_it_is_killed"])
        .env(CHILD_URL, db.url())
        .env(CHILD_SIGN, sign)
        .spawn()
        .unwrap();
    Killed(child)
}

async fn a_load_that_is_killed_half_way_leaves_nothing(db: &TestDb) {
    drop(db.store().await);
    let dir = tempfile::tempdir().unwrap();
    let sign = dir.path().join("sign");
    let mut child = start_child(db, &sign);
    let limit = std::time::Instant::now() + Duration::from_mins(2);
    while !sign.exists() {
        assert_eq!(child.0.try_wait().unwrap(), None, "the child ended early");
        assert!(std::time::Instant::now() < limit, "the child is too slow");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    // SIGKILL: no destructor, no rollback, no farewell to the server.
    child.0.kill().unwrap();
    child.0.wait().unwrap();

    let store = db.open().await.unwrap();
    assert!(store.is_empty().await.unwrap());
    assert_eq!(store.published_documents().await.unwrap().collect().await.unwrap(), []);
    assert_eq!(db.number("SELECT COUNT(*) FROM service_at_location").await, 0);
    if db.is_sqlite() {
        let wal = db.file().with_extension("sqlite-wal");
        assert!(
            wal.metadata().unwrap().len() > 1_000_000,
            "the child had not spilled anything yet"
        );
        assert_eq!(
            db.number("SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
                .await,
            0
        );
    }
    // The lock of the dead is free, and the next load works.
    let mut tx = begin(&store).await;
    tx.upsert_taxonomy(&taxonomy()).await.unwrap();
    tx.upsert_organization(&organization(1), None).await.unwrap();
    tx.save_revision(&listing(1), ReviewStatus::Published, None, 0).await.unwrap();
    assert_eq!(tx.commit().await.unwrap(), 3);
    assert_eq!(store.published_documents().await.unwrap().collect().await.unwrap().len(), 1);
}

on_both!(a_load_that_is_killed_half_way_leaves_nothing);
