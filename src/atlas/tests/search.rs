//! Search equals a loop over all entries, page by page.

use std::sync::Arc;

use rand::RngExt;

use super::naive::{self, Pair, pairs};
use super::queries::query;
use super::text::Words;
use super::world::{Invented, Rng, local, now, reference, rng, world};
use crate::atlas::{Atlas, Entry, Moment, PageRequest, Query, Reference, Snapshot};
use crate::domain::FeatureId;

pub(super) fn entries(world: &[Invented]) -> Vec<Entry> {
    world.iter().map(Invented::entry).collect()
}

/// Walks all pages; checks the number of matches on each.
pub(super) fn walk(
    snapshot: &Snapshot,
    query: &Query,
    moment: &Moment,
    limit: usize,
) -> (u64, Vec<(FeatureId, Option<f64>)>) {
    let mut all = Vec::new();
    let mut page = PageRequest { limit, after: None };
    loop {
        let found = snapshot.search(query, moment, &page);
        assert!(found.hits.len() <= limit);
        all.extend(found.hits.iter().map(|h| (snapshot.feature_id(h.site).unwrap(), h.distance_m)));
        match found.next {
            None => return (found.matched, all),
            Some(next) => {
                assert_eq!(found.hits.len(), limit, "only the last page may be short");
                page.after = Some(next);
            }
        }
    }
}

/// Asks `count` random queries and compares with the loop.
pub(super) fn compare(
    rng: &mut Rng,
    snapshot: &Snapshot,
    world: &[Invented],
    reference: &Arc<Reference>,
    count: usize,
) -> usize {
    let all: Vec<Pair<'_>> = pairs(world);
    let words = Words::new(&all, reference);
    let mut with_hits = 0;
    for number in 0..count {
        let share = [0.05, 0.15, 0.3][number % 3];
        let query = query(rng, world, share);
        let moment = if number % 4 == 0 { Moment { local: local(rng) } } else { now() };
        let expected = naive::search_in(&words, &all, &query, &moment, reference);
        let limit = [1, 7, 100, 5_000][rng.random_range(0..4)].max(expected.len() / 40);
        let (matched, got) = walk(snapshot, &query, &moment, limit.max(1));
        let ids: Vec<FeatureId> = expected.iter().map(|pair| pair.site.id).collect();
        let got_ids: Vec<FeatureId> = got.iter().map(|(id, _)| *id).collect();
        assert_eq!(matched, expected.len() as u64, "{query:?}");
        assert_eq!(got_ids, ids, "{query:?}");
        for (pair, (_, distance)) in expected.iter().zip(&got) {
            assert_eq!(*distance, pair.distance(&query), "{query:?}");
        }
        with_hits += usize::from(!expected.is_empty());
        compare_all_sites(snapshot, &query, &moment, &expected);
    }
    with_hits
}

fn compare_all_sites(snapshot: &Snapshot, query: &Query, moment: &Moment, expected: &[Pair<'_>]) {
    let mut placed: Vec<FeatureId> = expected
        .iter()
        .filter(|pair| pair.point().is_some() || pair.site.municipality.is_some())
        .map(|pair| pair.site.id)
        .collect();
    placed.sort_unstable();
    let sites = snapshot.all_sites(query, moment);
    let mut got: Vec<FeatureId> =
        sites.into_iter().filter_map(|site| snapshot.feature_id(site)).collect();
    got.sort_unstable();
    assert_eq!(got, placed, "{query:?}");
}

#[test]
fn search_equals_a_loop_for_every_word_and_cursor() {
    let reference = reference();
    let mut hits = 0;
    for seed in 0..4 {
        let mut rng = rng(seed);
        let world = world(&mut rng, 250);
        let atlas = Atlas::new(Arc::clone(&reference), entries(&world), 1);
        hits += compare(&mut rng, &atlas.snapshot(), &world, &reference, 600);
    }
    assert!(hits > 1_000, "only {hits} queries found anything: the test says little");
}

#[test]
fn an_empty_atlas_finds_nothing_and_does_not_stumble() {
    let atlas = Atlas::new(reference(), Vec::new(), 0);
    let snapshot = atlas.snapshot();
    let mut rng = rng(5);
    let some = world(&mut rng, 5);
    for _ in 0..50 {
        let query = query(&mut rng, &some, 0.3);
        assert_eq!(walk(&snapshot, &query, &now(), 10), (0, Vec::new()));
        assert!(snapshot.facets(&query, &now()).categories.iter().all(|(_, count)| *count == 0));
    }
    assert_eq!(snapshot.extent(), None);
    assert_eq!(snapshot.assured_extent(), None);
}

#[test]
fn the_shortcuts_for_many_matches_give_the_same_pages_as_sorting_all() {
    // Enough sites that pages are found by walking all ids, or the nearest, instead of collecting all matches.
    let reference = reference();
    let mut rng = rng(6);
    let few = world(&mut rng, 400);
    let mut many = Vec::new();
    for copy in 0..120_u128 {
        for invented in &few {
            let mut invented = invented.clone();
            invented.listing.id.0 = uuid::Uuid::from_u128(invented.listing.id.0.as_u128() ^ copy);
            for site in &mut invented.listing.sites {
                site.id.0 = uuid::Uuid::from_u128(site.id.0.as_u128() ^ (copy << 64));
            }
            many.push(invented);
        }
    }
    let atlas = Atlas::new(Arc::clone(&reference), entries(&many), 1);
    let snapshot = atlas.snapshot();
    let all = pairs(&many);
    let near = crate::atlas::Near {
        point: crate::domain::LonLat { lon: 8.65, lat: 47.65 },
        within_m: None,
    };
    for near in [None, Some(near)] {
        let query = Query { near, ..Query::default() };
        let expected = naive::search(&all, &query, &reference, &now());
        assert!(expected.len() > 20_000);
        let mut page = PageRequest { limit: 50, after: None };
        for expected in expected.chunks(50).take(3) {
            let found = snapshot.search(&query, &now(), &page);
            let got: Vec<_> =
                found.hits.iter().map(|h| snapshot.feature_id(h.site).unwrap()).collect();
            assert_eq!(got, expected.iter().map(|pair| pair.site.id).collect::<Vec<_>>());
            page.after = found.next;
        }
    }
}
