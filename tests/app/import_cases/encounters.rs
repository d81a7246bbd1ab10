//! What a package meets besides words: organizations, protected places, merged entries, the order of the cases.

use sozialatlas::app::{
    AppError, Author, Edit, Merge, QueueKind, QueueQuery, UndoMerge, WaitingCase,
};
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{Listing, LocationDisclosure, ReviewStatus};

use super::{County, editor};
use crate::county::{edit, edit_with, load};
use crate::support::{TestDb, moment};

on_both!(
    an_organization_that_people_have_changed_stays,
    what_people_protect_becomes_public_with_the_package_only_by_an_answer,
    a_merge_that_is_undone_brings_back_what_the_package_says_otherwise,
    the_next_case_and_the_one_before_follow_the_order_of_the_list,
);

async fn an_organization_that_people_have_changed_stays(db: &TestDb) {
    let mut county = County::open(db).await;
    let mut own = county.package.organizations[0].clone();
    "Von Menschen umbenannt".clone_into(&mut own.name);
    let mut tx = county.store.begin_write("account:provider", moment(9)).await.unwrap();
    tx.upsert_organization(&own, Some(1)).await.unwrap();
    tx.commit().await.unwrap();
    let name = async |county: &County| {
        let record = county.store.find_organization(own.id).await.unwrap().unwrap();
        record.organization.name
    };
    // The package says what it always said: theirs is the newer word, and nothing is to be told.
    county.say(5, "Etwas anderes");
    county.load().await;
    assert_eq!(name(&county).await, "Von Menschen umbenannt");
    "Vom Paket umbenannt".clone_into(&mut county.package.organizations[0].name);
    let report = load(&county.store, &county.package, "told").await;
    assert_eq!(report.kept_organizations, ["Von Menschen umbenannt"]);
    assert_eq!(name(&county).await, "Von Menschen umbenannt");
    // One that nobody has touched follows the package.
    "Ein anderer".clone_into(&mut county.package.organizations[1].name);
    let report = load(&county.store, &county.package, "other").await;
    assert_eq!(report.organizations.changed, 1);
}

async fn what_people_protect_becomes_public_with_the_package_only_by_an_answer(db: &TestDb) {
    let mut county = County::open(db).await;
    let placed =
        |county: &County, i: usize| county.package.listings[i].listing.sites[0].position.is_some();
    let at = (0..10).find(|i| placed(&county, *i)).unwrap();
    edit_with(&county.store, &county.package, at, |listing| {
        listing.sites[0].disclosure = LocationDisclosure::Protected;
        listing.sites[0].municipality = "99001001".parse().ok();
    })
    .await;
    county.say(at, "Neu im Paket");
    county.load().await;
    for acknowledged in [&[][..], &["on_water", "outside_county", "other_municipality"]] {
        let error = county.decide_knowing(at, true, acknowledged).await.unwrap_err();
        let AppError::Doubtful(doubts) = error else { panic!("{error:?}") };
        assert_eq!(doubts.0[0].code, "discloses_place");
        assert_eq!(doubts.0[0].pointer, "/sites/0/disclosure");
        assert!(county.public(at).await.unwrap().sites[0].position.is_none());
        assert_eq!(county.waiting().await, [(QueueKind::SourceChanged, county.id(at))]);
    }
    let taken = county.decide_knowing(at, true, &["discloses_place"]).await.unwrap().unwrap();
    assert_eq!(taken.review_status, ReviewStatus::Published);
    assert!(county.public(at).await.unwrap().sites[0].position.is_some());
}

async fn a_merge_that_is_undone_brings_back_what_the_package_says_otherwise(db: &TestDb) {
    let mut county = County::open(db).await;
    // One that waits, and one that was decided: neither is asked about anew by the same package.
    for i in [2, 3] {
        edit(&county.store, &county.package, i, &format!("Mensch {i}")).await;
        county.say(i, &format!("Neu im Paket {i}"));
    }
    county.load().await;
    county.decide(3, false).await;
    let waiting = county.waiting().await;
    assert_eq!(waiting, [(QueueKind::SourceChanged, county.id(2))]);
    for merged in [2, 3] {
        let known = county.store.find_import_case(county.id(merged)).await.unwrap();
        let version =
            async |i| county.store.find_listing(county.id(i)).await.unwrap().unwrap().version;
        let merge = Merge {
            kept: county.id(1),
            kept_version: version(1).await,
            merged: county.id(merged),
            merged_version: version(merged).await,
            listing: Some(county.public(1).await.unwrap()),
            reason: None,
            once: None,
        };
        let done = county.desk.merge_listings(&editor(), merge).await.unwrap().unwrap();
        let gone = county.store.find_import_case(county.id(merged)).await.unwrap();
        assert_eq!(gone, None, "nothing is asked about what is part of another");
        let undo = UndoMerge { merged: county.id(merged), kept_version: done.version };
        county.desk.undo_merge(&editor(), undo).await.unwrap().unwrap();
        let again = county.store.find_import_case(county.id(merged)).await.unwrap();
        assert_eq!((again.is_some(), &again), (true, &known), "{merged}");
        assert_eq!(county.waiting().await, waiting);
    }
    county.decide(2, true).await;
    assert_eq!(county.name(2).await, "Neu im Paket 2");
    assert_eq!(county.load().await, [""; 0], "what was kept is not asked about again");
}

async fn the_next_case_and_the_one_before_follow_the_order_of_the_list(db: &TestDb) {
    let mut county = County::open(db).await;
    for i in [2, 3] {
        edit(&county.store, &county.package, i, &format!("Mensch {i}")).await;
        county.say(i, &format!("Paket {i}"));
    }
    county.load().await;
    for i in [6, 5, 4] {
        let listing = county.package.listings[i].listing.clone();
        let organizations = listing.organization_id.into_iter().collect();
        let actor = Actor::Person { role: Role::Provider, organizations };
        let author = Author { actor, name: "account:provider".to_owned() };
        let listing = Listing { name: format!("Vorschlag {i}"), ..listing };
        let edit = Edit::new(listing, Some(1));
        county.desk.edit_listing(&author, edit).await.unwrap().unwrap();
    }
    let mut tx = county.store.begin_write("test", moment(5)).await.unwrap();
    for i in [8, 9] {
        tx.open_sample(county.id(i), 1).await.unwrap();
    }
    tx.commit().await.unwrap();
    let list = QueueQuery { limit: 50, ..QueueQuery::default() };
    let queue = county.desk.list_queue(&editor(), &list).await.unwrap();
    let cases: Vec<WaitingCase> = queue
        .items
        .iter()
        .map(|item| WaitingCase { id: item.id, source: item.kind == QueueKind::SourceChanged })
        .collect();
    assert_eq!(cases.len(), 7, "{:?}", queue.items);
    for (at, case) in cases.iter().enumerate() {
        let beside = county.desk.neighbours(&editor(), *case).await.unwrap();
        let previous = at.checked_sub(1).map(|at| cases[at]);
        assert_eq!(beside.previous, previous, "before {at}");
        assert_eq!(beside.next, Some(cases[(at + 1) % cases.len()]), "after {at}");
    }
    // What waits no more leads to the first; of a case that is alone nothing leads on.
    let settled = WaitingCase { id: county.id(0), source: false };
    let beside = county.desk.neighbours(&editor(), settled).await.unwrap();
    assert_eq!((beside.previous, beside.next), (None, Some(cases[0])));
    let actor = Actor::Person { role: Role::Provider, organizations: Vec::new() };
    let stranger = Author { actor, name: "account:x".into() };
    assert!(county.desk.neighbours(&stranger, cases[0]).await.is_err());
}
