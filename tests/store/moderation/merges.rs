//! What editors see of many entries at once: the queue, duplicates, merging, organizations.

use sozialatlas::app::{
    AppError, DatabaseError, Edit, Merge, OrganizationEdit, QueueKind, QueueQuery, Restore, Review,
    UndoMerge,
};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{
    Contact, DecisionKind, LedCount, Listing, Month, ReviewStatus, Site, ViewCount, Wording,
};

use super::desk::{World, ask, editor, person, provider, reject, stranger};
use crate::support::{TestDb, begin, listing, organization, site};

async fn merging_loses_neither_sites_nor_links_nor_history(db: &TestDb) {
    let world = World::new(db).await;
    let (kept, merged) = (listing(1).id, listing(2).id);
    // Entry 2 has a second site elsewhere, and a number of its own.
    let mut other = listing(2);
    let mut second = site(2, "b");
    second.address.street = Some("Anderswo 7".into());
    second.address.postcode = Some("99998".into());
    other.sites[0].address.street = Some("Straße der Äpfel 1".into());
    other.sites.push(second.clone());
    other.sites[0].contact.phones = vec!["0000 77777".into()];
    let edit = Edit::new(other.clone(), Some(1));
    let edited = world.desk.edit_listing(&editor(), edit).await.unwrap().unwrap();
    let second = world.public(merged).await.unwrap().sites[1].clone();
    let mut towns = listing(1);
    towns.sites[0].address.postcode = Some("99999".into());
    other.sites[0].address.postcode = Some("99999".into());
    other.sites[1] = second.clone();
    let edit = Edit::new(towns, Some(1));
    world.desk.edit_listing(&editor(), edit).await.unwrap().unwrap();
    let edit = Edit::new(other, Some(edited.version));
    world.desk.edit_listing(&editor(), edit).await.unwrap().unwrap();

    let merge = |kept_version, merged_version, merged| Merge {
        kept,
        kept_version,
        merged,
        merged_version,
        listing: None,
        reason: Some("doppelt".into()),
        once: None,
    };
    let error = world.desk.merge_listings(&provider(), merge(2, 3, merged)).await.unwrap_err();
    assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    let error = world.desk.merge_listings(&editor(), merge(2, 1, merged)).await.unwrap_err();
    assert!(matches!(error, AppError::Database(DatabaseError::Conflict { .. })), "{error:?}");
    let error = world.desk.merge_listings(&editor(), merge(2, 2, kept)).await.unwrap_err();
    assert!(matches!(error, AppError::Invalid(_)), "{error:?}");
    let done = world.desk.merge_listings(&editor(), merge(2, 3, merged)).await.unwrap().unwrap();
    assert_eq!((done.id, done.review_status), (kept, ReviewStatus::Published));

    let public = world.public(kept).await.unwrap();
    assert_eq!(world.public(merged).await, None);
    let ids: Vec<_> = public.sites.iter().map(|site| site.id).collect();
    assert_eq!(ids, [site(1, "").id, second.id], "the same house once, the other as it was");
    assert!(public.sites[0].contact.phones.contains(&"0000 77777".to_owned()));
    // Every old id leads there: entry, site, row of the package.
    let alias = world.desk.find_merged(merged.0).await.unwrap().unwrap();
    assert_eq!((alias.service_id, alias.site_id), (kept, None));
    let alias = world.desk.find_merged(site(2, "").id.0).await.unwrap().unwrap();
    assert_eq!((alias.service_id, alias.site_id), (kept, Some(site(1, "").id)));
    assert_eq!(world.store.find_alias("f2").await.unwrap(), Some((kept, site(1, "").id)));
    // Both histories are there, and what became part of another stays so.
    let history = world.desk.listing_history(&editor(), kept, None).await.unwrap().unwrap();
    assert_eq!(history.merged, [merged]);
    let old = world.desk.listing_history(&editor(), merged, None).await.unwrap().unwrap();
    assert_eq!(old.items.len(), 4);
    let version = world.store.find_listing(merged).await.unwrap().unwrap().version;
    let restore =
        Restore { id: merged, revision: 1, expected_version: version, reason: None, once: None };
    let error = world.desk.restore_revision(&editor(), restore).await.unwrap_err();
    assert!(matches!(error, AppError::Transition(_)), "{error:?}");
    world.sound().await;
}

async fn ids_follow_through_a_chain_of_merges(db: &TestDb) {
    let world = World::new(db).await;
    let mut tx = begin(&world.store).await;
    tx.save_revision(&listing(3), ReviewStatus::Published, None, 0).await.unwrap();
    tx.commit().await.unwrap();
    for (kept, merged) in [(2, 1), (3, 2)] {
        let version =
            async |n| world.store.find_listing(listing(n).id).await.unwrap().unwrap().version;
        let merge = Merge {
            kept: listing(kept).id,
            kept_version: version(kept).await,
            merged: listing(merged).id,
            merged_version: version(merged).await,
            listing: Some(listing(kept)),
            reason: None,
            once: None,
        };
        world.desk.merge_listings(&editor(), merge).await.unwrap().unwrap();
    }
    for n in [1, 2] {
        let alias = world.desk.find_merged(listing(n).id.0).await.unwrap().unwrap();
        assert_eq!(alias.service_id, listing(3).id);
        let alias = world.desk.find_merged(site(n, "").id.0).await.unwrap().unwrap();
        assert_eq!((alias.service_id, alias.site_id), (listing(3).id, Some(site(3, "").id)));
        let row = world.store.find_alias(&format!("f{n}")).await.unwrap();
        assert_eq!(row, Some((listing(3).id, site(3, "").id)));
    }
    world.sound().await;
}

/// Everything that leads to entries 1 and 2, or was counted for them, as the database has it.
async fn around(world: &World) -> Vec<String> {
    let mut all = Vec::new();
    for n in [1, 2] {
        let entry = world.desk.find_merged(listing(n).id.0).await.unwrap();
        let place = world.desk.find_merged(site(n, "").id.0).await.unwrap();
        let row = world.store.find_alias(&format!("f{n}")).await.unwrap();
        all.push(format!("{n}: {entry:?} {place:?} {row:?}"));
        let month = Month::parse("2026-01").unwrap();
        let views = world.store.list_views(listing(n).id, month).await.unwrap();
        let led = world.store.list_led(listing(n).id, month).await.unwrap();
        all.push(format!("{n}: {views:?} {led:?}"));
        all.push(format!("{n}: {:?}", world.public(listing(n).id).await));
    }
    all
}

async fn count(world: &World, n: u32, views: u64, asked: u64) {
    let month = Month::parse("2026-11").unwrap();
    let service_id = listing(n).id;
    let wording = Wording { alike: "tafel".into(), words: "Tafel".into() };
    let mut tx = begin(&world.store).await;
    tx.add_views(&[ViewCount { service_id, month, views }]).await.unwrap();
    tx.add_led(&[LedCount { service_id, month, wording, count: asked }]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn versions(world: &World) -> [i64; 2] {
    let mut all = [0; 2];
    for (n, version) in [1, 2].into_iter().zip(&mut all) {
        *version = world.store.find_listing(listing(n).id).await.unwrap().unwrap().version;
    }
    all
}

async fn merge_two_into_one(world: &World) -> i64 {
    let [kept_version, merged_version] = versions(world).await;
    let merge = Merge {
        kept: listing(1).id,
        kept_version,
        merged: listing(2).id,
        merged_version,
        listing: None,
        reason: None,
        once: None,
    };
    world.desk.merge_listings(&editor(), merge).await.unwrap().unwrap().version
}

async fn a_merge_is_undone_with_links_history_and_figures(db: &TestDb) {
    let world = World::new(db).await;
    // A version of the one that goes waits, and so does one of the one that stays.
    world.propose("wartet", 1).await;
    let other = Listing { name: "wartet auch".into(), ..listing(2) };
    world.desk.edit_listing(&provider(), Edit::new(other, Some(1))).await.unwrap().unwrap();
    count(&world, 1, 3, 5).await;
    count(&world, 2, 10, 7).await;
    let before = around(&world).await;
    let waits = async |n| {
        let record = world.store.find_listing(listing(n).id).await.unwrap().unwrap();
        (record.listing, record.review_status, record.author)
    };
    let waiting = [waits(1).await, waits(2).await];

    let kept_version = merge_two_into_one(&world).await;
    let month = Month::parse("2026-11").unwrap();
    let views = world.store.list_views(listing(1).id, month).await.unwrap();
    assert_eq!(views[0].views, 13, "what was counted for either is counted for the one that stays");
    assert_eq!(world.store.list_led(listing(1).id, month).await.unwrap()[0].count, 12);
    assert_eq!(world.store.list_views(listing(2).id, month).await.unwrap(), []);
    assert_ne!(around(&world).await, before);
    let undo = UndoMerge { merged: listing(2).id, kept_version };
    for author in [provider(), person(Role::Planner), person(Role::Admin)] {
        let error = world.desk.undo_merge(&author, undo).await.unwrap_err();
        assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    }
    let found = world.desk.find_undoable_merge(&editor(), listing(1).id).await.unwrap().unwrap();
    assert_eq!((found.merged, found.kept_version), (listing(2).id, kept_version));
    world.desk.undo_merge(&editor(), undo).await.unwrap().unwrap();
    assert_eq!(around(&world).await, before);
    assert_eq!([waits(1).await, waits(2).await], waiting, "what waited waits again");
    assert_eq!(world.desk.find_undoable_merge(&editor(), listing(1).id).await.unwrap(), None);
    assert_eq!(world.desk.undo_merge(&editor(), undo).await.unwrap(), None, "once is enough");
    // Both histories tell the merge and that it was undone.
    for n in [1, 2] {
        let id = listing(n).id;
        let history = world.desk.listing_history(&editor(), id, None).await.unwrap().unwrap();
        let decisions: Vec<_> = history.items.iter().filter_map(|item| item.decision).collect();
        assert_eq!(decisions, [DecisionKind::Publish, DecisionKind::Merge], "{n}");
        assert_eq!(history.merged, []);
    }
    world.sound().await;
    // The same again, and what was never public before is not public after.
    let again = merge_two_into_one(&world).await;
    let undo = UndoMerge { merged: listing(2).id, kept_version: again };
    world.desk.undo_merge(&editor(), undo).await.unwrap().unwrap();
    assert_eq!(around(&world).await, before);
}

async fn a_merge_in_a_chain_is_undone_and_the_links_of_the_first_go_back_with_it(db: &TestDb) {
    let world = World::new(db).await;
    let mut tx = begin(&world.store).await;
    tx.save_revision(&listing(3), ReviewStatus::Published, None, 0).await.unwrap();
    tx.commit().await.unwrap();
    let merge = async |kept: u32, merged: u32| {
        let version =
            async |n| world.store.find_listing(listing(n).id).await.unwrap().unwrap().version;
        let merge = Merge {
            kept: listing(kept).id,
            kept_version: version(kept).await,
            merged: listing(merged).id,
            merged_version: version(merged).await,
            listing: Some(listing(kept)),
            reason: None,
            once: None,
        };
        world.desk.merge_listings(&editor(), merge).await.unwrap().unwrap().version
    };
    let first = merge(2, 1).await;
    let before = around(&world).await;
    let second = merge(3, 2).await;
    let early = UndoMerge { merged: listing(1).id, kept_version: first };
    let error = world.desk.undo_merge(&editor(), early).await.unwrap_err();
    assert!(matches!(error, AppError::Database(DatabaseError::Conflict { .. })), "{error:?}");
    let undo = UndoMerge { merged: listing(2).id, kept_version: second };
    world.desk.undo_merge(&editor(), undo).await.unwrap().unwrap();
    assert_eq!(around(&world).await, before, "1 leads to 2 as it did, not to 3");
    world.sound().await;
}

async fn a_merge_is_not_undone_when_it_is_late_or_somebody_has_written_since(db: &TestDb) {
    let world = World::new(db).await;
    let kept_version = merge_two_into_one(&world).await;
    let undo = UndoMerge { merged: listing(2).id, kept_version };
    let late = world.at(60 + 15 * 60 + 1);
    assert_eq!(late.find_undoable_merge(&editor(), listing(1).id).await.unwrap(), None);
    let error = late.undo_merge(&editor(), undo).await.unwrap_err();
    assert!(matches!(error, AppError::Transition(_)), "{error:?}");
    world.propose("seitdem geschrieben", kept_version).await;
    assert_eq!(world.desk.find_undoable_merge(&editor(), listing(1).id).await.unwrap(), None);
    let error = world.desk.undo_merge(&editor(), undo).await.unwrap_err();
    assert!(matches!(error, AppError::Database(DatabaseError::Conflict { .. })), "{error:?}");
    let seen = UndoMerge { kept_version: kept_version + 1, ..undo };
    let error = world.desk.undo_merge(&editor(), seen).await.unwrap_err();
    assert!(matches!(error, AppError::Database(DatabaseError::Conflict { .. })), "{error:?}");
    assert_eq!(world.public(listing(2).id).await, None);
    world.sound().await;
}

async fn a_merge_that_is_undone_leaves_questions_and_refusals_as_they_were(db: &TestDb) {
    let world = World::new(db).await;
    world.propose("ab wann?", 1).await;
    world.decide(2, ask()).await.unwrap();
    let other = Listing { name: "abgelehnt".into(), ..listing(2) };
    world.desk.edit_listing(&provider(), Edit::new(other, Some(1))).await.unwrap().unwrap();
    let refuse = Review {
        id: listing(2).id,
        revision: 2,
        decision: reject(),
        acknowledged: Vec::new(),
        once: None,
    };
    world.desk.review_revision(&editor(), refuse).await.unwrap().unwrap();
    let told = async || {
        let summaries = world.desk.list_own_listings(&provider()).await.unwrap();
        let told = summaries.into_iter().map(|own| {
            let latest = own.latest_revision;
            let last = own.last_decision.map(|(kind, note, of)| (kind, note, of == latest));
            (own.id, own.review_status, last)
        });
        told.collect::<Vec<_>>()
    };
    let before = told().await;
    let kept_version = merge_two_into_one(&world).await;
    let undo = UndoMerge { merged: listing(2).id, kept_version };
    world.desk.undo_merge(&editor(), undo).await.unwrap().unwrap();
    assert_eq!(told().await, before);
    let words: Vec<_> = before.into_iter().filter_map(|(_, _, last)| last).collect();
    let question = (DecisionKind::AskBack, Some("Ab wann gilt das?".to_owned()), true);
    let reason = (DecisionKind::Reject, Some("Die Adresse fehlt.".to_owned()), true);
    assert!(words.contains(&question) && words.contains(&reason), "{words:?}");
    let view = world.desk.find_listing_for(&provider(), listing(1).id).await.unwrap().unwrap();
    assert_eq!(view.question(), Some("Ab wann gilt das?"));
    let all = QueueQuery { limit: 50, ..QueueQuery::default() };
    let queue = world.desk.list_queue(&editor(), &all).await.unwrap();
    assert_eq!(queue.counts.get(&QueueKind::AskedBack), Some(&1), "{queue:?}");
    world.sound().await;
}

async fn the_queue_tells_what_waits_most_urgent_first(db: &TestDb) {
    let world = World::new(db).await;
    world.propose("geändert", 1).await;
    let new = Edit::new(Listing { name: "Ganz neu".into(), ..listing(9) }, None);
    let new = world.desk.edit_listing(&provider(), new).await.unwrap().unwrap();
    let draft = Edit::new(listing(8), None);
    world.desk.save_draft(&provider(), draft).await.unwrap().unwrap();
    let all = QueueQuery { limit: 50, ..QueueQuery::default() };
    let queue = world.desk.list_queue(&editor(), &all).await.unwrap();
    let kinds: Vec<_> = queue.items.iter().map(|item| item.kind).collect();
    assert_eq!(kinds, [QueueKind::New, QueueKind::Changed]);
    assert_eq!((queue.items[0].id, queue.total), (new.id, 2));
    assert_eq!(queue.counts[&QueueKind::Draft], 1);
    world.decide(2, ask()).await.unwrap();
    let asked = QueueQuery { kinds: vec![QueueKind::AskedBack], ..all.clone() };
    let queue = world.desk.list_queue(&editor(), &asked).await.unwrap();
    assert_eq!(queue.items[0].note.as_deref(), Some("Ab wann gilt das?"));
    let text = QueueQuery { text: Some("GANZ".into()), ..all.clone() };
    assert_eq!(world.desk.list_queue(&editor(), &text).await.unwrap().total, 1);
    let paged = QueueQuery { offset: 1, limit: 1, kinds: QueueKind::ALL.to_vec(), ..all };
    let page = world.desk.list_queue(&editor(), &paged).await.unwrap();
    assert_eq!((page.items.len(), page.total), (1, 4));
    for author in [provider(), person(Role::Planner), person(Role::Admin)] {
        let error = world.desk.list_queue(&author, &paged).await.unwrap_err();
        assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    }
}

async fn likely_duplicates_are_found_and_explained(db: &TestDb) {
    let world = World::new(db).await;
    let mut twin = listing(5);
    twin.name = "Angebot 1".into();
    let found = world.desk.find_duplicates(&provider(), &twin).await.unwrap();
    assert_eq!(found[0].id, listing(1).id, "{found:?}");
    assert!(found[0].score > 0.5 && !found[0].reasons.is_empty());
    let far = Listing {
        name: "Ganz etwas anderes".into(),
        sites: vec![Site { contact: Contact::default(), ..site(5, "x") }],
        contact: Contact::default(),
        ..listing(5)
    };
    assert_eq!(world.desk.find_duplicates(&provider(), &far).await.unwrap(), []);
    // What is known follows what is written: an entry that is another one now, and is what it was again.
    let elsewhere = Site { contact: Contact::default(), ..site(7, "x") };
    let moved = Listing { contact: Contact::default(), sites: vec![elsewhere], ..listing(1) };
    let without = async |known: Listing, version: i64| {
        let edit = Edit::new(known, Some(version));
        world.desk.edit_listing(&editor(), edit).await.unwrap().unwrap();
        let found = world.desk.find_duplicates(&provider(), &twin).await.unwrap();
        found.iter().all(|other| other.id != listing(1).id)
    };
    assert!(without(moved, 1).await);
    assert!(!without(listing(1), 2).await);
    let pairs = world.desk.list_duplicates(&editor(), 10).await.unwrap();
    let ids: Vec<_> = pairs.iter().map(|pair| (pair.id, pair.other.id)).collect();
    let mut both = [listing(1).id, listing(2).id];
    both.sort_unstable();
    assert_eq!(ids, [(both[0], both[1])]);
}

async fn an_organization_is_changed_by_its_own_and_added_by_editors(db: &TestDb) {
    let world = World::new(db).await;
    let renamed = sozialatlas::domain::Organization {
        name: "Neuer Name e.V.".into(),
        source_id: Some("untergeschoben".into()),
        ..organization(1)
    };
    let edit = |expected_version| OrganizationEdit {
        organization: renamed.clone(),
        expected_version,
        once: None,
    };
    let error = world.desk.edit_organization(&stranger(), edit(Some(1))).await.unwrap_err();
    assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    let done = world.desk.edit_organization(&provider(), edit(Some(1))).await.unwrap().unwrap();
    assert_eq!(done.version, 2);
    let stored = world.desk.find_organization(done.id).await.unwrap().unwrap();
    assert_eq!(stored.organization.name, "Neuer Name e.V.");
    assert_eq!(stored.organization.source_id, organization(1).source_id);
    let error = world.desk.edit_organization(&provider(), edit(None)).await.unwrap_err();
    assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    let added = world.desk.edit_organization(&editor(), edit(None)).await.unwrap().unwrap();
    assert_ne!(added.id, organization(1).id);
}

on_both!(
    merging_loses_neither_sites_nor_links_nor_history,
    ids_follow_through_a_chain_of_merges,
    a_merge_is_undone_with_links_history_and_figures,
    a_merge_in_a_chain_is_undone_and_the_links_of_the_first_go_back_with_it,
    a_merge_is_not_undone_when_it_is_late_or_somebody_has_written_since,
    a_merge_that_is_undone_leaves_questions_and_refusals_as_they_were,
    the_queue_tells_what_waits_most_urgent_first,
    likely_duplicates_are_found_and_explained,
    an_organization_is_changed_by_its_own_and_added_by_editors,
);
