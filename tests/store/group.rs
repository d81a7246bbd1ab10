//! SQLite: those who write at the same time share a commit, and nothing else.

use std::collections::BTreeSet;
use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::Duration;

use sozialatlas::domain::ReviewStatus;
use sozialatlas::store::{DatabaseError, Store, Tx};
use tokio::task::JoinHandle;

use crate::support::{TestDb, listing, moment, service_id};

async fn begin_with(store: &Store, n: u32) -> Tx {
    let mut tx = store.begin_write("t", moment(0)).await.unwrap();
    tx.save_revision(&listing(n), ReviewStatus::Published, None, 0).await.unwrap();
    tx
}

/// A task that has asked for its turn when this returns: its first step, up to where it waits, is taken here.
async fn asked<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
    let mut work = Box::pin(work);
    let first_step = poll_fn(|context| Poll::Ready(work.as_mut().poll(context))).await;
    match first_step {
        Poll::Pending => tokio::spawn(work),
        Poll::Ready(done) => tokio::spawn(async move { done }),
    }
}

/// Writes an entry when it is its turn.
async fn write(store: &Store, n: u32) -> JoinHandle<Result<i64, DatabaseError>> {
    let store = store.clone();
    asked(async move { begin_with(&store, n).await.commit().await }).await
}

async fn is_there(store: &Store, n: u32) -> bool {
    store.find_listing(service_id(n)).await.unwrap().is_some()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waits_for_the_writer_becomes_durable_with_it_and_nobody_sees_half_of_it() {
    let db = TestDb::sqlite();
    let store = db.furnished().await;
    let start = store.latest_seq().await.unwrap();
    let first = begin_with(&store, 1).await;
    let mut others = Vec::new();
    for n in 2..8 {
        others.push(write(&store, n).await);
    }
    assert!(others.iter().all(|other| !other.is_finished()), "nobody is told before the commit");
    let is_over = Arc::new(AtomicBool::new(false));
    let reader = tokio::spawn({
        let (elsewhere, is_over) = (db.open().await.unwrap(), Arc::clone(&is_over));
        async move {
            let mut seen = BTreeSet::new();
            while !is_over.load(Ordering::SeqCst) {
                seen.insert(elsewhere.latest_seq().await.unwrap());
            }
            seen.insert(elsewhere.latest_seq().await.unwrap());
            seen
        }
    });
    assert_eq!(first.commit().await.unwrap(), start + 1);
    let mut positions = BTreeSet::new();
    for other in others {
        positions.insert(other.await.unwrap().unwrap());
    }
    is_over.store(true, Ordering::SeqCst);
    assert_eq!(positions, (start + 2..=start + 7).collect());
    // One commit for all: whoever looks sees none of them or all.
    let seen = reader.await.unwrap();
    assert!(seen.iter().all(|seq| [start, start + 7].contains(seq)), "{seen:?} from {start}");
    assert!(seen.contains(&(start + 7)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_gives_up_in_a_group_takes_nobody_along() {
    let db = TestDb::sqlite();
    let store = db.furnished().await;
    let start = store.latest_seq().await.unwrap();
    let first = begin_with(&store, 1).await;
    let giving_up = |n: u32, says_so: bool| {
        let store = store.clone();
        asked(async move {
            let tx = begin_with(&store, n).await;
            if says_so {
                tx.rollback().await.unwrap();
            }
        })
    };
    let dropped = giving_up(2, false).await;
    let second = write(&store, 3).await;
    let rolled_back = giving_up(4, true).await;
    let third = write(&store, 5).await;
    first.commit().await.unwrap();
    second.await.unwrap().unwrap();
    third.await.unwrap().unwrap();
    dropped.await.unwrap();
    rolled_back.await.unwrap();
    for (n, there) in [(1, true), (2, false), (3, true), (4, false), (5, true)] {
        assert_eq!(is_there(&store, n).await, there, "{n}");
    }
    let feed = store.changes_after(start, 100).await.unwrap();
    assert!(feed.iter().map(|change| change.seq).eq(start + 1..=start + 3));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reference_that_fails_at_the_commit_leaves_nothing_and_the_writer_free() {
    let db = TestDb::sqlite();
    let store = db.furnished().await;
    let first = begin_with(&store, 1).await;
    let unsound = {
        let store = store.clone();
        asked(async move {
            let mut tx = store.begin_write("t", moment(0)).await.unwrap();
            let mut unsound = listing(2);
            unsound.categories = vec!["nowhere".parse().unwrap()];
            tx.save_revision(&unsound, ReviewStatus::Published, None, 0).await?;
            tx.commit().await
        })
        .await
    };
    let second = write(&store, 3).await;
    let outcomes = [first.commit().await, unsound.await.unwrap(), second.await.unwrap()];
    for (outcome, n) in outcomes.iter().zip(1..) {
        assert_eq!(outcome.is_ok(), is_there(&store, n).await, "{n}: {outcome:?}");
    }
    assert!(outcomes[1].is_err());
    for outcome in &outcomes {
        let is_told = matches!(
            outcome,
            Ok(_) | Err(DatabaseError::UnknownReference { .. } | DatabaseError::Busy { .. })
        );
        assert!(is_told, "{outcome:?}");
    }
    write(&store, 4).await.await.unwrap().unwrap();
    assert!(is_there(&store, 4).await && !is_there(&store, 2).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_goes_on_when_nobody_waits_for_its_answer() {
    let db = TestDb::sqlite();
    let store = db.furnished().await;
    let first = begin_with(&store, 1).await;
    let waiting = tokio::spawn(first.commit());
    let beginning = write(&store, 2).await;
    waiting.abort();
    beginning.abort();
    let _ = (waiting.await, beginning.await);
    // Whatever became of them, the next writer is served, and what is there is whole.
    write(&store, 3).await.await.unwrap().unwrap();
    assert!(is_there(&store, 3).await);
    let feed = store.changes_after(0, 1_000).await.unwrap();
    assert!(feed.iter().zip(1..).all(|(change, seq)| change.seq == seq));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_waits_too_long_is_told_that_another_writes() {
    let db = TestDb::sqlite();
    drop(db.furnished().await);
    let options = sozialatlas::store::OpenOptions {
        // It holds for opening the file too, which takes a moment on a busy machine.
        busy_timeout: Duration::from_secs(2),
        ..sozialatlas::store::OpenOptions::default()
    };
    let store = Store::open(&db.url(), &options).await.unwrap();
    let first = begin_with(&store, 1).await;
    let second = write(&store, 2).await;
    let refused = store.begin_write("t", moment(0)).await.map(drop).unwrap_err();
    assert!(matches!(refused, DatabaseError::Busy { .. }), "{refused:?}");
    drop(first);
    // Had the second not been refused before, it would now be there: either way it was told the truth.
    let outcome = tokio::time::timeout(Duration::from_mins(1), second).await.unwrap();
    assert_eq!(outcome.is_ok_and(|told| told.is_ok()), is_there(&store, 2).await);
}
