//! Several writers at once: nothing is lost, and the feed has neither gaps nor disorder.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sozialatlas::domain::ReviewStatus;
use sozialatlas::store::{DatabaseError, Store};

use crate::support::{TestDb, listing, moment, named, service_id};

const WRITERS: u32 = 4;
const EDITS: u32 = 15;

/// Reads, adds one to the number in the name, writes; again if somebody was quicker.
async fn count_up(store: &Store, actor: &str) {
    loop {
        let record = store.find_listing(service_id(1)).await.unwrap().unwrap();
        let next = record.listing.name.parse::<u32>().unwrap() + 1;
        let mut tx = store.begin_write(actor, moment(i64::from(next))).await.unwrap();
        let edited = named(1, &next.to_string());
        match tx.save_revision(&edited, ReviewStatus::Published, None, record.version).await {
            Ok(_) => {
                tx.commit().await.unwrap();
                return;
            }
            Err(DatabaseError::Conflict { .. }) => drop(tx),
            Err(error) => panic!("{error:?}"),
        }
    }
}

/// Reads the feed as it grows; panics at the first gap.
async fn watch(store: Store, done: Arc<AtomicBool>) -> i64 {
    let mut seq = store.latest_seq().await.unwrap();
    loop {
        let finished = done.load(Ordering::SeqCst);
        for change in store.changes_after(seq, 1_000).await.unwrap() {
            assert_eq!(change.seq, seq + 1, "a change became visible after a later one");
            seq = change.seq;
        }
        if finished {
            return seq;
        }
        tokio::task::yield_now().await;
    }
}

async fn concurrent_writers_lose_no_update_and_leave_no_gap(db: &TestDb) {
    let first = db.furnished().await;
    let mut tx = first.begin_write("t", moment(0)).await.unwrap();
    tx.save_revision(&named(1, "0"), ReviewStatus::Published, None, 0).await.unwrap();
    let start = tx.commit().await.unwrap();

    let done = Arc::new(AtomicBool::new(false));
    let watcher = tokio::spawn(watch(db.open().await.unwrap(), Arc::clone(&done)));
    let mut tasks = Vec::new();
    for writer in 0..WRITERS {
        // Two of them share a process, the others come from elsewhere.
        let store = if writer < 2 { first.clone() } else { db.open().await.unwrap() };
        tasks.push(tokio::spawn(async move {
            for edit in 0..EDITS {
                count_up(&store, &format!("w{writer}")).await;
                if edit % 5 == 0 {
                    // Given up half way: must leave no gap.
                    let mut tx = store.begin_write("x", moment(0)).await.unwrap();
                    let n = 100 + writer * EDITS + edit;
                    tx.save_revision(&listing(n), ReviewStatus::Published, None, 0).await.unwrap();
                }
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    done.store(true, Ordering::SeqCst);
    let edits = i64::from(WRITERS * EDITS);
    assert_eq!(watcher.await.unwrap(), start + edits);

    let record = first.find_listing(service_id(1)).await.unwrap().unwrap();
    assert_eq!(record.listing.name, edits.to_string());
    assert_eq!(record.version, edits + 1);
    let history = first.list_revisions(service_id(1), None, 1_000).await.unwrap();
    assert!(history.iter().rev().map(|r| r.number).eq(1..=edits + 1));
    assert!(history.iter().rev().map(|r| r.listing.name.parse::<i64>().unwrap()).eq(0..=edits));
    let feed = first.changes_after(start, 1_000).await.unwrap();
    assert!(feed.iter().map(|c| c.after_revision.unwrap()).eq(2..=edits + 1));
}

on_both!(concurrent_writers_lose_no_update_and_leave_no_gap);
