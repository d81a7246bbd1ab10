//! Base and delta together answer like a new base of the same entries.

use std::sync::Arc;

use rand::RngExt;
use rand::seq::IndexedRandom;

use super::search::{compare, entries};
use super::world::{Invented, Rng, invented, now, reference, rng, world};
use super::{facets, features, supply};
use crate::atlas::{Atlas, Entry, EntryChange};

/// Changes the world by some puts and removes; each is also handed over as a change.
fn change(rng: &mut Rng, world: &mut Vec<Invented>, count: usize) -> Vec<EntryChange> {
    let mut changes = Vec::new();
    for _ in 0..count {
        match rng.random_range(0..4) {
            0 => {
                let new = invented(rng, None);
                changes.push(EntryChange::Put(new.entry()));
                world.push(new);
            }
            1 => {
                let at = rng.random_range(0..world.len());
                changes.push(EntryChange::Remove(world.swap_remove(at).listing.id));
            }
            _ => {
                let at = rng.random_range(0..world.len());
                let newer = invented(rng, Some(world[at].listing.id));
                changes.push(EntryChange::Put(newer.entry()));
                world[at] = newer;
            }
        }
    }
    changes
}

fn compare_all(rng: &mut Rng, atlas: &Atlas, world: &[Invented], queries: usize) {
    let snapshot = atlas.snapshot();
    let reference = Arc::clone(snapshot.reference());
    compare(rng, &snapshot, world, &reference, queries);
    facets::compare(rng, &snapshot, world, &reference, queries / 10);
    features::compare(&snapshot, world, &reference);
    supply::compare(rng, &snapshot, world, &reference, queries / 10);
    let fresh = Atlas::new(Arc::clone(&reference), entries(world), snapshot.seq());
    assert_eq!(snapshot.tag(), fresh.snapshot().tag(), "the same data give the same tag");
    assert_eq!(snapshot.extent(), fresh.snapshot().extent());
    assert_eq!(snapshot.assured_extent(), fresh.snapshot().assured_extent());
    assert_eq!(snapshot.site_count(), fresh.snapshot().site_count());
}

#[test]
fn puts_removes_and_merges_answer_like_a_new_base() {
    let mut rng = rng(31);
    let mut world = world(&mut rng, 120);
    let atlas = Atlas::new(reference(), entries(&world), 0);
    let mut tags = vec![atlas.snapshot().tag().to_owned()];
    for seq in 1..=12 {
        let count = rng.random_range(1..40);
        atlas.apply(change(&mut rng, &mut world, count), seq);
        tags.push(atlas.snapshot().tag().to_owned());
        compare_all(&mut rng, &atlas, &world, 60);
        if seq % 4 == 0 {
            atlas.merge();
            assert_eq!(atlas.snapshot().tag(), tags.last().unwrap(), "merging changes nothing");
            compare_all(&mut rng, &atlas, &world, 60);
        }
    }
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 13, "every state has a tag of its own");
}

#[test]
fn changes_that_come_during_a_merge_are_kept() {
    let mut rng = rng(32);
    let mut world = world(&mut rng, 400);
    let atlas = Atlas::new(reference(), entries(&world), 0);
    atlas.apply(change(&mut rng, &mut world, 50), 1);
    std::thread::scope(|scope| {
        for seq in 2..40 {
            let merge = scope.spawn(|| atlas.merge());
            let changes = change(&mut rng, &mut world, 3);
            atlas.apply(changes, seq);
            merge.join().unwrap();
        }
    });
    assert_eq!(atlas.snapshot().seq(), 39);
    compare_all(&mut rng, &atlas, &world, 100);
}

#[test]
fn an_entry_that_cannot_be_read_is_left_out_and_named() {
    let mut rng = rng(33);
    let world = world(&mut rng, 30);
    let mut all = entries(&world);
    let garbage = |text: &str| Entry { document: text.into(), last_modified: String::new() };
    all.push(garbage("{"));
    // Its outline can be read, but a category is no code.
    let mut half = serde_json::to_value(&world[0].listing).unwrap();
    half["id"] = "00000000-0000-0000-0000-000000000001".into();
    half["categories"] = serde_json::json!(["Not A Code"]);
    half["sites"][0]["status"] = "active".into();
    half["status"] = "active".into();
    all.push(garbage(&half.to_string()));
    let atlas = Atlas::new(reference(), all, 1);
    assert_eq!(atlas.snapshot().unreadable().len(), 2, "{:?}", atlas.snapshot().unreadable());
    let reference = reference();
    compare(&mut rng, &atlas.snapshot(), &world, &reference, 100);
    atlas.apply(vec![EntryChange::Put(garbage("[]"))], 2);
    assert_eq!(atlas.snapshot().unreadable().len(), 3);
    compare(&mut rng, &atlas.snapshot(), &world, &reference, 50);
    atlas.merge();
    compare(&mut rng, &atlas.snapshot(), &world, &reference, 50);
}

#[test]
fn of_two_entries_of_one_service_the_later_counts() {
    let mut rng = rng(34);
    let mut world = world(&mut rng, 20);
    let newer = invented(&mut rng, Some(world[3].listing.id));
    let mut all = entries(&world);
    all.push(newer.entry());
    world[3] = newer;
    let atlas = Atlas::new(reference(), all, 1);
    compare_all(&mut rng, &atlas, &world, 60);
}

#[test]
fn a_merge_is_due_only_after_many_changes() {
    let mut rng = rng(35);
    let mut some = world(&mut rng, 10);
    let atlas = Atlas::new(reference(), entries(&some), 1);
    atlas.apply(change(&mut rng, &mut some, 5), 2);
    assert!(!atlas.merge_due());
    let many: Vec<EntryChange> =
        world(&mut rng, 4_000).iter().map(|i| EntryChange::Put(i.entry())).collect();
    atlas.apply(many, 3);
    assert!(atlas.merge_due());
    atlas.merge();
    assert!(!atlas.merge_due());
    let found = atlas.snapshot().search(
        &crate::atlas::Query::default(),
        &now(),
        &crate::atlas::PageRequest { limit: 10, after: None },
    );
    assert_eq!(found.hits.len(), 10);
    assert!(some.choose(&mut rng).is_some());
}

#[test]
fn replacing_takes_other_references_and_forgets_what_was() {
    let mut rng = rng(36);
    let mut old = world(&mut rng, 60);
    let atlas = Atlas::new(reference(), entries(&old), 1);
    atlas.apply(change(&mut rng, &mut old, 20), 2);
    let before = atlas.snapshot();
    let mut other = (*reference()).clone();
    other.municipalities.pop();
    other.organizations.clear();
    let new = world(&mut rng, 60);
    atlas.replace(Arc::new(other), entries(&new), 3);
    compare_all(&mut rng, &atlas, &new, 60);
    assert_eq!(atlas.snapshot().reference().municipalities.len(), 11);
    // Who still holds the old snapshot keeps the old state, whole.
    compare(&mut rng, &before, &old, &reference(), 60);
}
