//! Loading a county: all or nothing, only what differs, people before packages.

use sozialatlas::app::{Counts, FixedClock, LoadedPackage, load_county};
use sozialatlas::domain::{OrganizationId, ReviewStatus, WithheldReason};
use sozialatlas::store::Store;

use crate::county::{IMPORT, edit, load, load_with, package, withhold};
use crate::support::TestDb;

on_both!(
    a_first_load_brings_everything_and_a_second_writes_nothing,
    another_state_of_the_same_records_writes_only_that_it_was_loaded,
    a_dry_run_tells_the_same_and_leaves_nothing_behind,
    only_what_differs_gets_a_new_version,
    what_a_person_has_written_stays_and_is_reported,
    what_has_left_the_package_leaves_the_public_view_unless_a_person_wrote_it,
    what_is_withheld_is_kept_but_not_public_and_may_come_and_go,
    a_load_that_fails_leaves_nothing_behind,
    a_second_county_leaves_the_first_alone,
);

async fn public(store: &Store) -> usize {
    store.published_documents().await.unwrap().collect().await.unwrap().len()
}

async fn a_first_load_brings_everything_and_a_second_writes_nothing(db: &TestDb) {
    let store = db.store().await;
    let package = package(20);
    let report = load(&store, &package, "one").await;
    assert_eq!(report.entries, Counts { added: 20, ..Counts::default() });
    assert_eq!(report.organizations.added, package.organizations.len());
    assert_eq!(report.replaced, ["taxonomy", "municipalities", "places", "population_cells"]);
    assert_eq!(public(&store).await, 20);
    assert_eq!(store.list_population_cells().await.unwrap().len(), package.cells.len());
    let record = store.find_listing(package.listings[3].listing.id).await.unwrap().unwrap();
    assert_eq!(record.listing, package.listings[3].listing);
    assert_eq!(record.author, IMPORT);

    let seq = store.latest_seq().await.unwrap();
    let again = load(&store, &package, "one").await;
    assert!(again.already_loaded);
    assert_eq!(again.entries, Counts { unchanged: 20, ..Counts::default() });
    assert_eq!(store.latest_seq().await.unwrap(), seq);
    store.close().await;
}

async fn another_state_of_the_same_records_writes_only_that_it_was_loaded(db: &TestDb) {
    let store = db.store().await;
    let package = package(20);
    load(&store, &package, "one").await;
    let seq = store.latest_seq().await.unwrap();
    let report = load(&store, &package, "two").await;
    assert!(!report.already_loaded);
    assert_eq!(report.entries, Counts { unchanged: 20, ..Counts::default() });
    assert_eq!(report.organizations.unchanged, package.organizations.len());
    assert_eq!(report.replaced, [""; 0]);
    let changes = store.changes_after(seq, 10).await.unwrap();
    let entities: Vec<&str> = changes.iter().map(|change| change.entity.as_str()).collect();
    assert_eq!(entities, ["region"]);
    store.close().await;
}

async fn a_dry_run_tells_the_same_and_leaves_nothing_behind(db: &TestDb) {
    let store = db.store().await;
    let package = package(5);
    let dry = load_with(&store, &package, "one", true).await;
    assert!(store.is_empty().await.unwrap());
    assert_eq!(store.find_region("testkreis").await.unwrap(), None);
    let mut real = load(&store, &package, "one").await;
    real.dry_run = true;
    assert_eq!(dry, real);
    store.close().await;
}

async fn only_what_differs_gets_a_new_version(db: &TestDb) {
    let store = db.store().await;
    let mut package = package(10);
    load(&store, &package, "one").await;
    let seq = store.latest_seq().await.unwrap();
    "Ein anderer Name".clone_into(&mut package.listings[4].listing.name);
    "Ein anderer Verein".clone_into(&mut package.organizations[0].name);
    package.cells.pop();
    let report = load(&store, &package, "two").await;
    assert_eq!(report.entries, Counts { changed: 1, unchanged: 9, ..Counts::default() });
    assert_eq!((report.organizations.changed, report.replaced), (1, vec!["population_cells"]));
    assert_eq!(store.latest_seq().await.unwrap(), seq + 4, "cells, organization, entry, region");
    let record = store.find_listing(package.listings[4].listing.id).await.unwrap().unwrap();
    assert_eq!((record.latest_revision, record.published_revision), (2, Some(2)));
    store.close().await;
}

async fn what_a_person_has_written_stays_and_is_reported(db: &TestDb) {
    let store = db.store().await;
    let mut package = package(10);
    load(&store, &package, "one").await;
    edit(&store, &package, 2, "Name von einem Menschen").await;
    "Name aus dem Paket".clone_into(&mut package.listings[2].listing.name);
    let report = load(&store, &package, "two").await;
    let id = package.listings[2].listing.id;
    let kept: Vec<_> =
        report.kept.iter().map(|note| (note.service_id, note.name.as_str())).collect();
    assert_eq!(kept, [(id, "Name von einem Menschen")]);
    let record = store.find_listing(id).await.unwrap().unwrap();
    assert_eq!(record.listing.name, "Name von einem Menschen");
    assert_eq!(report.entries, Counts { unchanged: 9, ..Counts::default() });

    // What the person wrote and the package says now is the same: nothing to report.
    "Name von einem Menschen".clone_into(&mut package.listings[2].listing.name);
    assert_eq!(load(&store, &package, "three").await.kept, []);
    store.close().await;
}

async fn what_has_left_the_package_leaves_the_public_view_unless_a_person_wrote_it(db: &TestDb) {
    let store = db.store().await;
    let mut package = package(10);
    load(&store, &package, "one").await;
    edit(&store, &package, 8, "Von einem Menschen").await;
    let kept = package.listings.remove(8).listing.id;
    let gone = package.listings.remove(8).listing.id;
    let report = load(&store, &package, "two").await;
    let withdrawn: Vec<_> = report.withdrawn.iter().map(|note| note.service_id).collect();
    assert_eq!(withdrawn, [gone]);
    assert_eq!(public(&store).await, 9);
    assert!(store.find_published(kept).await.unwrap().is_some());
    let record = store.find_listing(gone).await.unwrap().unwrap();
    assert_eq!(record.review_status, ReviewStatus::Archived, "its history stays");
    assert_eq!(load(&store, &package, "three").await.withdrawn, [], "only once");
    store.close().await;
}

async fn what_is_withheld_is_kept_but_not_public_and_may_come_and_go(db: &TestDb) {
    let store = db.store().await;
    let mut package = package(10);
    withhold(&mut package, 0, WithheldReason::Planned);
    withhold(&mut package, 1, WithheldReason::Closed);
    withhold(&mut package, 2, WithheldReason::UnnamedSource);
    load(&store, &package, "one").await;
    assert_eq!(public(&store).await, 7);
    let mut states = Vec::new();
    for entry in &package.listings[..3] {
        let record = store.find_listing(entry.listing.id).await.unwrap().unwrap();
        assert_eq!(record.published_revision, None);
        states.push(record.review_status);
    }
    assert_eq!(states, [ReviewStatus::Draft, ReviewStatus::Archived, ReviewStatus::Pending]);

    // One opens, one closes; a reload of that writes nothing more.
    package.listings[0].withheld = None;
    withhold(&mut package, 5, WithheldReason::Closed);
    let report = load(&store, &package, "two").await;
    assert_eq!(report.entries, Counts { changed: 2, unchanged: 8, ..Counts::default() });
    assert_eq!(public(&store).await, 7);
    let closed = store.find_published(package.listings[5].listing.id).await.unwrap();
    assert_eq!(closed, None);
    let report = load(&store, &package, "three").await;
    assert_eq!(report.entries, Counts { unchanged: 10, ..Counts::default() });
    assert_eq!(store.check_projection().await.unwrap(), []);
    store.close().await;
}

async fn a_load_that_fails_leaves_nothing_behind(db: &TestDb) {
    let store = db.store().await;
    let mut package = package(5);
    package.listings[4].listing.organization_id = Some(OrganizationId::stable("x", "unknown"));
    let loaded = LoadedPackage { package, hash: "one".to_owned() };
    let clock = FixedClock("2026-11-23T09:00:00Z".parse().unwrap());
    load_county(&store, &clock, &loaded, false).await.unwrap_err();
    assert!(store.is_empty().await.unwrap());
    assert_eq!(store.list_terms().await.unwrap(), []);
    // Nothing holds the lock: the next load goes through.
    let report = load(&store, &crate::county::package(5), "one").await;
    assert_eq!(report.entries.added, 5);
    store.close().await;
}

async fn a_second_county_leaves_the_first_alone(db: &TestDb) {
    let store = db.store().await;
    let first = package(5);
    load(&store, &first, "one").await;
    let mut second = package(0);
    "nachbarkreis".clone_into(&mut second.region.slug);
    let report = load(&store, &second, "one").await;
    assert_eq!(report.withdrawn, []);
    assert_eq!(public(&store).await, 5);
    store.close().await;
}
