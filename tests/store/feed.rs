//! The change feed: whoever follows it ends in the same state as whoever reads everything.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sozialatlas::domain::{ChangeAction, Listing, ReviewStatus, ServiceId};
use sozialatlas::store::{Entity, OpenOptions, PublicChange, Store};

use crate::support::{TestDb, begin, listing, moment, named, options, organization, service_id};

type State = BTreeMap<ServiceId, (String, String)>;

fn id_of(document: &str) -> ServiceId {
    serde_json::from_str::<Listing>(document).unwrap().id
}

async fn read_all(store: &Store) -> (State, i64) {
    let stream = store.published_documents().await.unwrap();
    let (seq, count) = (stream.seq, stream.count);
    let all = stream.collect().await.unwrap();
    assert_eq!(all.len() as u64, count);
    let state: State = all
        .into_iter()
        .map(|d| (id_of(&d.document), (d.document.to_string(), d.last_modified)))
        .collect();
    assert_eq!(state.len() as u64, count, "a document came twice");
    (state, seq)
}

async fn follow(store: &Store, state: &mut State, seq: &mut i64) {
    loop {
        let tail = store.tail(*seq, 7).await.unwrap();
        if tail.seq == *seq {
            assert!(tail.changes.is_empty());
            return;
        }
        for change in tail.changes {
            match change {
                PublicChange::Put(id, d) => {
                    assert_eq!(id_of(&d.document), id);
                    state.insert(id, (d.document.to_string(), d.last_modified));
                }
                PublicChange::Remove(id) => {
                    state.remove(&id);
                }
                PublicChange::Other(change) => assert_ne!(change.entity, Entity::Service),
            }
        }
        *seq = tail.seq;
    }
}

async fn every_write_is_told_in_order_without_gaps(db: &TestDb) {
    use ChangeAction::{Create, Update, Withdraw};

    let store = db.store().await;
    assert_eq!(store.latest_seq().await.unwrap(), 0);
    assert!(store.is_empty().await.unwrap());
    let store = {
        drop(store);
        db.furnished().await
    };
    let mut tx = store.begin_write("käthe", moment(3)).await.unwrap();
    tx.save_revision(&listing(1), ReviewStatus::Published, None, 0).await.unwrap();
    tx.save_revision(&named(1, "b"), ReviewStatus::Pending, None, 1).await.unwrap();
    tx.publish(service_id(1), 2).await.unwrap();
    tx.withdraw(service_id(1), 3).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!store.is_empty().await.unwrap());
    let feed = store.changes_after(0, 100).await.unwrap();
    assert!(feed.iter().map(|c| c.seq).eq(1..=7), "{feed:?}");
    let kinds: Vec<(Entity, ChangeAction, Option<i64>, Option<i64>)> =
        feed.iter().map(|c| (c.entity, c.action, c.before_revision, c.after_revision)).collect();
    assert_eq!(
        kinds,
        [
            (Entity::Taxonomy, Update, None, None),
            (Entity::Organization, Create, None, None),
            (Entity::Organization, Create, None, None),
            (Entity::Service, Create, None, Some(1)),
            (Entity::Service, Update, Some(1), Some(2)),
            (Entity::Service, Update, Some(1), Some(2)),
            (Entity::Service, Withdraw, Some(2), None),
        ]
    );
    assert_eq!(
        (feed[6].actor.as_str(), feed[6].at.as_str()),
        ("käthe", "2026-11-23T10:00:03.000Z")
    );
    assert_eq!(feed[6].entity_id, service_id(1).to_string());
    assert_eq!(store.changes_after(5, 1).await.unwrap(), feed[5..6]);
    assert_eq!(store.changes_after(7, 10).await.unwrap(), []);
}

async fn following_the_feed_gives_the_same_state_as_reading_everything(db: &TestDb) {
    let store = db.furnished().await;
    let mut random = ChaCha8Rng::seed_from_u64(20_261_123);
    let mut versions: BTreeMap<u32, i64> = BTreeMap::new();
    let (mut followed, mut seq) = read_all(&store).await;
    assert!(followed.is_empty());
    for step in 0..120_u32 {
        let mut tx = store.begin_write("r", moment(i64::from(step))).await.unwrap();
        let mut after = versions.clone();
        for _ in 0..random.random_range(1..4) {
            let n = random.random_range(1..12_u32);
            let version = after.get(&n).copied().unwrap_or(0);
            let entry = named(n, &format!("Schritt {step}"));
            let saved = match random.random_range(0..6) {
                0 if version > 0 => tx.withdraw(service_id(n), version).await,
                1 if version > 0 => tx.publish(service_id(n), version).await,
                2 => tx.save_revision(&entry, ReviewStatus::Pending, None, version).await,
                3 => {
                    let mut changed = organization(1 + n % 2);
                    changed.name = format!("Träger {step}");
                    tx.upsert_organization(&changed, None).await.unwrap();
                    continue;
                }
                _ => tx.save_revision(&entry, ReviewStatus::Published, None, version).await,
            };
            after.insert(n, saved.unwrap().version);
        }
        if random.random_range(0..4) == 0 {
            drop(tx);
        } else {
            tx.commit().await.unwrap();
            versions = after;
        }
        if random.random_range(0..3) == 0 {
            follow(&store, &mut followed, &mut seq).await;
            assert_eq!(read_all(&store).await, (followed.clone(), seq), "step {step}");
        }
    }
    follow(&store, &mut followed, &mut seq).await;
    let (read, at) = read_all(&store).await;
    assert_eq!(read, followed);
    assert_eq!(at, seq);
    assert!(!read.is_empty());
    let feed = store.changes_after(0, 10_000).await.unwrap();
    assert!(feed.iter().map(|c| c.seq).eq(1..=seq));
}

async fn a_reader_that_began_while_others_wrote_catches_up(db: &TestDb) {
    let store = db.furnished().await;
    let mut tx = begin(&store).await;
    for n in 0..300 {
        tx.save_revision(&listing(n), ReviewStatus::Published, None, 0).await.unwrap();
    }
    tx.commit().await.unwrap();
    let writer = tokio::spawn({
        let store = store.clone();
        async move {
            for n in 0..60 {
                let mut tx = begin(&store).await;
                tx.save_revision(&named(n, "neu"), ReviewStatus::Published, None, 1).await.unwrap();
                tx.withdraw(service_id(n + 100), 1).await.unwrap();
                tx.commit().await.unwrap();
            }
        }
    });
    let stream = store.published_documents().await.unwrap();
    let mut seq = stream.seq;
    let mut state: State = stream
        .collect()
        .await
        .unwrap()
        .into_iter()
        .map(|d| (id_of(&d.document), (d.document.to_string(), d.last_modified)))
        .collect();
    writer.await.unwrap();
    follow(&store, &mut state, &mut seq).await;
    assert_eq!(state.len(), 240);
    assert_eq!(read_all(&store).await, (state, seq));
}

async fn entries_far_apart_in_the_feed_are_all_read(db: &TestDb) {
    let store = db.furnished().await;
    let mut tx = begin(&store).await;
    // Positions around every multiple of the width of one query's range (4,000).
    for n in 0..10_u32 {
        tx.save_revision(&listing(n), ReviewStatus::Published, None, 0).await.unwrap();
        let gap = [0, 3_997, 0, 0, 3_996][n as usize % 5];
        for _ in 0..gap {
            let region = Entity::Region;
            tx.append_change(region, "x", ChangeAction::Update, None, None).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    let (state, seq) = read_all(&store).await;
    assert_eq!(state.len(), 10);
    assert_eq!(seq, store.latest_seq().await.unwrap());
    assert!(seq > 15_000);
}

async fn a_waiter_is_woken_by_a_write_and_otherwise_by_its_time_limit(db: &TestDb) {
    let url = db.url();
    drop(db.furnished().await);
    // So long a poll interval that only being woken can explain a quick answer.
    let patient = OpenOptions { poll_interval: Duration::from_mins(10), ..options() };
    let store = Store::open(&url, &patient).await.unwrap();
    let seq = store.latest_seq().await.unwrap();
    let unchanged = store.wait_for_change(seq, Duration::from_millis(100)).await.unwrap();
    assert_eq!(unchanged, seq);
    assert_eq!(store.wait_for_change(seq - 1, Duration::from_mins(1)).await.unwrap(), seq);

    let waiting = tokio::spawn({
        let store = store.clone();
        async move { store.wait_for_change(seq, Duration::from_mins(1)).await.unwrap() }
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    let began = Instant::now();
    let mut tx = begin(&store).await;
    tx.save_revision(&listing(1), ReviewStatus::Draft, None, 0).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(waiting.await.unwrap(), seq + 1);
    assert!(began.elapsed() < Duration::from_secs(20));
}

async fn another_instance_learns_of_a_write(db: &TestDb) {
    let url = db.url();
    let writer = db.furnished().await;
    // PostgreSQL must notify; on SQLite the other process looks now and then.
    let interval = if db.is_sqlite() { Duration::from_millis(20) } else { Duration::from_mins(10) };
    let other =
        Store::open(&url, &OpenOptions { poll_interval: interval, ..options() }).await.unwrap();
    let seq = other.latest_seq().await.unwrap();
    let waiting = tokio::spawn(async move {
        let limit = Duration::from_mins(1);
        let first = other.wait_for_change(seq, limit).await.unwrap();
        other.wait_for_change(first, limit).await.unwrap()
    });
    let began = Instant::now();
    for n in [1, 2] {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let mut tx = begin(&writer).await;
        tx.save_revision(&listing(n), ReviewStatus::Draft, None, 0).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(waiting.await.unwrap(), seq + 2);
    assert!(began.elapsed() < Duration::from_secs(20));
}

on_both!(
    every_write_is_told_in_order_without_gaps,
    following_the_feed_gives_the_same_state_as_reading_everything,
    a_reader_that_began_while_others_wrote_catches_up,
    entries_far_apart_in_the_feed_are_all_read,
    a_waiter_is_woken_by_a_write_and_otherwise_by_its_time_limit,
    another_instance_learns_of_a_write,
);
