//! Analyses over a database: former days can be asked, and a restart changes nothing.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sozialatlas::app::{
    AnalysisError, AnalysisOptions, AnalysisRoom, App, AppError, CompareQuestion, FixedClock,
    Question, Settings, open_atlas, package_reference, read_package,
};
use sozialatlas::atlas::{Atlas, Query, Reference};
use sozialatlas::coverage::MetricKind;
use sozialatlas::exchange::county::CountyPackage;
use sozialatlas::store::Store;

use crate::county::{load, package};
use crate::support::TestDb;

on_both!(
    a_day_of_the_past_is_compared_with_now,
    the_same_data_have_the_same_snapshot_after_a_restart,
);

async fn app(store: &Store, package: &CountyPackage, now: &str) -> App {
    let now: DateTime<Utc> = now.parse().unwrap();
    let room = AnalysisRoom::new(AnalysisOptions {
        store: Some(store.clone()),
        ..AnalysisOptions::default()
    });
    App {
        atlas: open_atlas(store, package).await.unwrap(),
        clock: Arc::new(FixedClock(now)),
        settings: Settings { base_url: None, timezone: chrono_tz::Europe::Berlin, planning: true },
        readiness: Arc::default(),
        analysis: Arc::new(room),
        desk: None,
        tiles: None,
    }
}

fn question(as_of: Option<&str>) -> Question {
    let as_of = as_of.map(|day| day.parse().unwrap());
    Question { as_of, ..Question::new(Query::default(), 60_000.0) }
}

async fn a_day_of_the_past_is_compared_with_now(db: &TestDb) {
    let store = db.store().await;
    let package = package(12);
    // Loaded on 23 November at 10 o'clock in Berlin.
    load(&store, &package, "one").await;
    for entry in &package.listings {
        let id = entry.listing.id;
        let version = store.find_listing(id).await.unwrap().unwrap().version;
        let at = "2026-11-25T22:30:00Z".parse().unwrap();
        let mut tx = store.begin_write("test", at).await.unwrap();
        tx.withdraw(id, version).await.unwrap();
        tx.commit().await.unwrap();
    }
    let app = app(&store, &package, "2026-11-27T09:00:00Z").await;
    let sites = async |day| app.analyse(question(Some(day))).await.unwrap().sites.len();
    // Of a day before anything was recorded nothing is known, which is no gap in the offers.
    match app.analyse(question(Some("2026-11-22"))).await.unwrap_err() {
        AppError::Analysis(AnalysisError::Question(faults)) => {
            assert_eq!(faults[0].code, "before_the_record");
            assert!(faults[0].detail.contains("2026-11-23"), "{}", faults[0].detail);
        }
        other => panic!("{other}"),
    }
    let placed = package.listings.iter().flat_map(|entry| &entry.listing.sites);
    let placed = placed.filter(|site| site.position.is_some()).count();
    assert!(placed > 5);
    assert_eq!(sites("2026-11-23").await, placed);
    assert_eq!(sites("2026-11-24").await, placed);
    // Half past eleven at night in Berlin.
    assert_eq!(sites("2026-11-25").await, 0);
    let compared = app
        .compare_coverage(CompareQuestion {
            first: question(Some("2026-11-24")),
            second: question(None),
        })
        .await
        .unwrap();
    assert!(compared.difference.lost > 0.0);
    assert!(compared.difference.gained.abs() < 1e-9);
    let tomorrow = app.analyse(question(Some("2026-11-28"))).await;
    match tomorrow.unwrap_err() {
        AppError::Analysis(AnalysisError::Question(faults)) => {
            assert_eq!((faults[0].word, faults[0].code), ("at", "in_the_future"));
        }
        other => panic!("{other}"),
    }
    store.close().await;
}

async fn the_same_data_have_the_same_snapshot_after_a_restart(db: &TestDb) {
    let store = db.store().await;
    let package = package(40);
    load(&store, &package, "one").await;
    let first = app(&store, &package, "2026-11-24T09:00:00Z").await;
    let one = first.analyse(question(None)).await.unwrap();
    store.close().await;
    let store = db.store().await;
    let second = app(&store, &package, "2026-11-24T17:00:00Z").await;
    let two = second.analyse(question(None)).await.unwrap();
    assert_eq!(one.snapshot, two.snapshot);
    assert_eq!(one.answer, two.answer);
    // One entry fewer is other data.
    let id = package.listings[0].listing.id;
    let version = store.find_listing(id).await.unwrap().unwrap().version;
    let mut tx = store.begin_write("test", "2026-11-24T10:00:00Z".parse().unwrap()).await.unwrap();
    tx.withdraw(id, version).await.unwrap();
    tx.commit().await.unwrap();
    let third = app(&store, &package, "2026-11-24T17:00:00Z").await;
    let three = third.analyse(question(None)).await.unwrap();
    assert_ne!(one.snapshot, three.snapshot);
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn land_that_is_exchanged_while_it_is_prepared_is_there_in_the_end() {
    // A real county: its land takes long enough to be interrupted.
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/konstanz");
    let one = Arc::new(package_reference(&read_package(&folder).unwrap().package));
    let other = Reference { cells: one.cells[1..].to_vec(), ..Reference::clone(&one) };
    let app = App {
        atlas: Arc::new(Atlas::new(Arc::clone(&one), Vec::new(), 0)),
        clock: Arc::new(FixedClock("2026-11-23T09:00:00Z".parse().unwrap())),
        settings: Settings { base_url: None, timezone: chrono_tz::Europe::Berlin, planning: true },
        readiness: Arc::default(),
        analysis: Arc::default(),
        desk: None,
        tiles: None,
    };
    // The first attempt is given up for other cells, and these for the first ones again.
    for reference in [Arc::clone(&one), Arc::new(other), one] {
        app.atlas.replace(reference, Vec::new(), 0);
        app.prepare_analysis().await.unwrap();
    }
    let question =
        Question { metric: MetricKind::Overland, ..Question::new(Query::default(), 5_000.0) };
    let answer = loop {
        match app.analyse(question.clone()).await {
            Err(AppError::Analysis(AnalysisError::Preparing { .. })) => {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
            answer => break answer,
        }
    };
    assert!(answer.is_ok(), "{:?}", answer.err());
}
