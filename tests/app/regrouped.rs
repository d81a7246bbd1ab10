//! Rows of a county package that are grouped otherwise than before: their sites move from one entry to another.

use sozialatlas::app::{Counts, HeldNote};
use sozialatlas::domain::{FeatureId, Listing, ReviewStatus, ServiceId};
use sozialatlas::exchange::county::{CountyPackage, PackageListing};
use sozialatlas::store::{ImportCaseState, Store};

use crate::county::{edit, load, load_with, package};
use crate::support::{TestDb, moment};

on_both!(
    rows_that_are_joined_take_their_sites_along_and_back_again,
    sites_are_exchanged_between_entries_that_both_stay,
    a_joined_entry_lacks_what_people_keep_until_an_editor_has_decided,
    rows_of_a_group_that_people_have_written_are_not_public_beside_it,
);

/// Makes one entry of the first two of a package, as of rows of one group, and puts it at the beginning.
fn join(package: &mut CountyPackage) -> ServiceId {
    let rows: Vec<PackageListing> = package.listings.drain(..2).collect();
    let mut one = rows[0].clone();
    one.listing.id = ServiceId::stable(&package.region.slug, "group/g");
    one.listing.sites = rows.into_iter().flat_map(|row| row.listing.sites).collect();
    let id = one.listing.id;
    package.listings.insert(0, one);
    id
}

fn ids(package: &CountyPackage) -> Vec<ServiceId> {
    package.listings.iter().map(|entry| entry.listing.id).collect()
}

fn site(package: &CountyPackage, i: usize) -> FeatureId {
    package.listings[i].listing.sites[0].id
}

/// The sites of an entry that are public.
async fn public(store: &Store, id: ServiceId) -> Vec<FeatureId> {
    let Some(published) = store.find_published(id).await.unwrap() else { return Vec::new() };
    let listing: Listing = serde_json::from_str(&published.document).unwrap();
    listing.sites.iter().map(|site| site.id).collect()
}

async fn sound(store: &Store) {
    assert_eq!(store.check_projection().await.unwrap(), []);
}

async fn rows_that_are_joined_take_their_sites_along_and_back_again(db: &TestDb) {
    let store = db.store().await;
    let apart = package(10);
    load(&store, &apart, "one").await;
    let mut joined = apart.clone();
    let group = join(&mut joined);
    let sites = [site(&apart, 0), site(&apart, 1)];
    let report = load(&store, &joined, "two").await;
    assert_eq!(report.entries, Counts { added: 1, unchanged: 8, ..Counts::default() });
    assert_eq!((report.withdrawn.len(), report.held.len()), (2, 0));
    assert_eq!(public(&store, group).await, sites);
    sound(&store).await;

    // One gets another category, and each row is an entry of its own again.
    let report = load(&store, &apart, "three").await;
    assert_eq!(report.entries, Counts { changed: 2, unchanged: 8, ..Counts::default() });
    assert_eq!(report.withdrawn[0].service_id, group);
    for (id, site) in ids(&apart).into_iter().zip(sites) {
        assert_eq!(public(&store, id).await, [site]);
    }
    sound(&store).await;
    assert_eq!(load(&store, &apart, "four").await.entries.unchanged, 10);
    store.close().await;
}

async fn sites_are_exchanged_between_entries_that_both_stay(db: &TestDb) {
    let store = db.store().await;
    let mut package = package(10);
    load(&store, &package, "one").await;
    let (one, other) = (site(&package, 3), site(&package, 7));
    let sites = std::mem::take(&mut package.listings[3].listing.sites);
    let sites = std::mem::replace(&mut package.listings[7].listing.sites, sites);
    package.listings[3].listing.sites = sites;
    let report = load(&store, &package, "two").await;
    assert_eq!(report.entries, Counts { changed: 2, unchanged: 8, ..Counts::default() });
    assert_eq!(public(&store, package.listings[3].listing.id).await, [other]);
    assert_eq!(public(&store, package.listings[7].listing.id).await, [one]);
    // The one moves in with the other, which is where it was.
    let moving = std::mem::take(&mut package.listings[3].listing.sites);
    package.listings[7].listing.sites.extend(moving);
    package.listings.remove(3);
    load(&store, &package, "three").await;
    assert_eq!(public(&store, package.listings[6].listing.id).await, [one, other]);
    sound(&store).await;
    store.close().await;
}

async fn a_joined_entry_lacks_what_people_keep_until_an_editor_has_decided(db: &TestDb) {
    let store = db.store().await;
    let mut package = package(10);
    load(&store, &package, "one").await;
    edit(&store, &package, 0, "Von einem Menschen").await;
    let (kept, sites) = (ids(&package)[0], [site(&package, 0), site(&package, 1)]);
    let group = join(&mut package);
    let dry = load_with(&store, &package, "two", true).await;
    let mut report = load(&store, &package, "two").await;
    report.dry_run = true;
    assert_eq!(dry, report);
    let [note] = report.held.as_slice() else { panic!("{:?}", report.held) };
    let HeldNote { service_id, sites: count, holder, unpublished, undecided, .. } = note;
    assert_eq!((*service_id, *count, holder.service_id), (group, 1, kept));
    assert_eq!(
        (holder.name.as_str(), *unpublished, *undecided),
        ("Von einem Menschen", false, true)
    );
    assert_eq!(public(&store, kept).await, sites[..1], "people keep what they wrote");
    assert_eq!(public(&store, group).await, sites[1..]);
    sound(&store).await;

    // The same package is looked at again, because it is not all there yet; nothing else is written.
    let again = load(&store, &package, "two").await;
    assert_eq!((again.already_loaded, again.held.len()), (false, 1));
    assert_eq!(again.entries, Counts { unchanged: 9, ..Counts::default() });
    let version = store.find_listing(kept).await.unwrap().unwrap().version;
    let mut tx = store.begin_write("account:editor", moment(9)).await.unwrap();
    tx.withdraw(kept, version).await.unwrap();
    tx.settle_import_case(kept, ImportCaseState::Taken).await.unwrap();
    tx.commit().await.unwrap();
    let whole = load(&store, &package, "two").await;
    assert_eq!((whole.held.len(), whole.entries.changed), (0, 1));
    assert_eq!(public(&store, group).await, sites);
    assert!(load(&store, &package, "two").await.already_loaded, "now all of it is there");
    sound(&store).await;
    store.close().await;
}

async fn rows_of_a_group_that_people_have_written_are_not_public_beside_it(db: &TestDb) {
    let store = db.store().await;
    let apart = package(10);
    let mut joined = apart.clone();
    let group = join(&mut joined);
    load(&store, &joined, "one").await;
    edit(&store, &joined, 0, "Von einem Menschen").await;
    let report = load(&store, &apart, "two").await;
    assert_eq!(report.entries, Counts { unchanged: 8, ..Counts::default() });
    let told: Vec<_> = report.held.iter().map(|note| (note.service_id, note.unpublished)).collect();
    let rows = ids(&apart);
    assert_eq!(told, [(rows[0], true), (rows[1], true)]);
    assert_eq!(public(&store, group).await.len(), 2);
    for id in &rows[..2] {
        assert_eq!(store.find_listing(*id).await.unwrap(), None);
    }
    // An editor keeps the entry: that stands, and nothing is left to be looked at.
    let mut tx = store.begin_write("account:editor", moment(9)).await.unwrap();
    tx.settle_import_case(group, ImportCaseState::Kept).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(load(&store, &apart, "two").await.held.len(), 2);
    assert!(load(&store, &apart, "two").await.already_loaded);
    let record = store.find_listing(group).await.unwrap().unwrap();
    assert_eq!(record.review_status, ReviewStatus::Published);
    sound(&store).await;
    store.close().await;
}
