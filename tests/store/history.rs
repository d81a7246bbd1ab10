//! What was public at any time is what reading everything at that time gave.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sozialatlas::domain::{Listing, ReviewStatus, ServiceId};
use sozialatlas::store::{PublishedDocument, Store};

use crate::support::{TestDb, listing, moment, named, service_id};

type State = BTreeMap<ServiceId, String>;

fn state(documents: Vec<PublishedDocument>) -> State {
    let count = documents.len();
    let state: State = documents
        .into_iter()
        .map(|d| (serde_json::from_str::<Listing>(&d.document).unwrap().id, d.document.to_string()))
        .collect();
    assert_eq!(state.len(), count, "a document came twice");
    state
}

async fn now(store: &Store) -> State {
    state(store.published_documents().await.unwrap().collect().await.unwrap())
}

async fn before(store: &Store, time: DateTime<Utc>) -> State {
    state(store.published_documents_at(time).await.unwrap())
}

async fn every_former_state_can_be_read_again(db: &TestDb) {
    let store = db.furnished().await;
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    let mut versions = [0_i64; 6];
    let mut states = Vec::new();
    for step in 0..60_u32 {
        let n = rng.random_range(0..versions.len());
        let (id, version) = (n as u32 + 1, versions[n]);
        let at = moment(1_000 + i64::from(step) * 10);
        let mut tx = store.begin_write("test", at).await.unwrap();
        let saved = match rng.random_range(0..5) {
            _ if version == 0 => {
                let first = [ReviewStatus::Published, ReviewStatus::Pending, ReviewStatus::Draft];
                tx.save_revision(&listing(id), first[rng.random_range(0..3)], None, 0).await
            }
            0 => tx.withdraw(service_id(id), version).await,
            1 => tx.publish(service_id(id), version).await,
            2 => {
                let proposal = named(id, &format!("Vorschlag {step}"));
                tx.save_revision(&proposal, ReviewStatus::Pending, None, version).await
            }
            _ => {
                let newer = named(id, &format!("Fassung {step}"));
                tx.save_revision(&newer, ReviewStatus::Published, None, version).await
            }
        };
        versions[n] = saved.unwrap().version;
        tx.commit().await.unwrap();
        states.push((at, now(&store).await));
    }
    assert!(states.iter().any(|(_, state)| state.len() > 3), "something was public");
    assert!(before(&store, moment(0)).await.is_empty());
    let mut last = State::new();
    for (at, expected) in states {
        assert_eq!(before(&store, at).await, last, "what happens at a time is not before it");
        assert_eq!(before(&store, at + TimeDelta::seconds(1)).await, expected);
        last = expected;
    }
    assert_eq!(before(&store, moment(1_000_000)).await, now(&store).await);
}

async fn entries_added_in_bulk_are_public_from_then_on_and_carry_their_time(db: &TestDb) {
    let store = db.furnished().await;
    let at = moment(50);
    let mut tx = store.begin_write("import", at).await.unwrap();
    tx.add_published(&[listing(1), listing(2)]).await.unwrap();
    tx.commit().await.unwrap();
    assert!(before(&store, at).await.is_empty());
    let documents = store.published_documents_at(at + TimeDelta::milliseconds(1)).await.unwrap();
    assert_eq!(documents.len(), 2);
    let published = store.find_published(service_id(1)).await.unwrap().unwrap();
    assert!(documents.contains(&published));
}

on_both!(
    every_former_state_can_be_read_again,
    entries_added_in_bulk_are_public_from_then_on_and_carry_their_time,
);
