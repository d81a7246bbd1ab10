//! The numbers beside the filters equal a loop.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::naive::{Pair, pairs, search as naive_search};
use super::queries::query;
use super::search::entries;
use super::text::{NaiveText, Words};
use super::world::{Invented, Rng, now, reference, rng, world};
use crate::atlas::{AgeAsked, Atlas, Facets, Query, Reference, Snapshot};
use crate::domain::{CapacityState, Facet, OpenState, YesNo};

/// For each value: set the word to it alone, and count.
fn naive(all: &[Pair<'_>], query: &Query, reference: &Reference) -> Facets {
    let words = Words::new(all, reference);
    let text = query.q.as_ref().and_then(|q| NaiveText::new(&words, q));
    let found: Vec<Pair<'_>> = all
        .iter()
        .copied()
        .filter(|pair| text.as_ref().is_none_or(|text| text.finds(pair.site.id)))
        .collect();
    let count = |change: &dyn Fn(&mut Query)| {
        let mut query = query.clone();
        change(&mut query);
        found.iter().filter(|pair| pair.matches(&query, reference, &now(), "")).count() as u64
    };
    let terms = |facet: Facet, change: &dyn Fn(&mut Query, crate::domain::TermCode)| {
        let terms = reference.taxonomy.terms().iter().filter(|t| t.facet == facet);
        terms.map(|t| (t.code.clone(), count(&|q| change(q, t.code.clone())))).collect()
    };
    let at = query.open_at.unwrap_or(now().local);
    let mut tags: Vec<&str> = Vec::new();
    for pair in all.iter().filter(|pair| pair.is_listed()) {
        tags.extend(pair.listing.languages.iter().map(String::as_str));
    }
    tags.sort_unstable();
    tags.dedup();
    let mut languages: Vec<(String, u64)> = tags
        .into_iter()
        .map(|tag| {
            let usual = if tag == "zh-Hant" { tag.to_owned() } else { tag.to_ascii_lowercase() };
            (usual, count(&|q| q.languages = vec![tag.to_owned()]))
        })
        .collect();
    languages.sort();
    let states = OpenState::ALL.map(|state| {
        let until = query.open_at.and(query.open_until);
        let open = |pair: &&Pair<'_>| pair.open_state_until(reference, at, until) == state;
        let matches = |pair: &&Pair<'_>| pair.matches(query, reference, &now(), "open");
        (state, found.iter().filter(open).filter(matches).count() as u64)
    });
    Facets {
        categories: terms(Facet::Topic, &|q, code| q.categories = vec![code]),
        target_groups: terms(Facet::TargetGroup, &|q, code| q.target_groups = vec![code]),
        municipalities: reference
            .municipalities
            .iter()
            .map(|m| m.municipality.ags)
            .map(|ags| (ags, count(&|q| q.municipalities = vec![ags])))
            .collect(),
        languages,
        free: YesNo::ALL.map(|answer| (answer, count(&|q| q.free = vec![answer]))),
        anonymous: YesNo::ALL.map(|answer| (answer, count(&|q| q.anonymous = vec![answer]))),
        accessible: YesNo::ALL.map(|answer| (answer, count(&|q| q.accessible = vec![answer]))),
        open: states.into(),
        ages: (
            count(&|q| {
                q.ages.retain(|age| *age != AgeAsked::Unknown);
                if q.ages.is_empty() {
                    q.ages = (0..=u8::MAX).map(AgeAsked::Years).collect();
                }
            }),
            count(&|q| q.ages = vec![AgeAsked::Unknown]),
        ),
        formats: terms(Facet::ServiceForm, &|q, code| q.formats = vec![code]),
        appointment: YesNo::ALL.map(|answer| (answer, count(&|q| q.appointment = vec![answer]))),
        capacity: [
            Some(CapacityState::Free),
            Some(CapacityState::WaitingList),
            Some(CapacityState::Full),
            None,
        ]
        .map(|state| (state, count(&|q| q.capacity = vec![state]))),
    }
}

pub(super) fn compare(
    rng: &mut Rng,
    snapshot: &Snapshot,
    world: &[Invented],
    reference: &Reference,
    count: usize,
) {
    let all = pairs(world);
    for number in 0..count {
        let query = query(rng, world, [0.05, 0.15][number % 2]);
        assert_eq!(snapshot.facets(&query, &now()), naive(&all, &query, reference), "{query:?}");
        let found = naive_search(&all, &query, reference, &now());
        let services: BTreeSet<_> = found.iter().map(|pair| pair.listing.id).collect();
        assert_eq!(snapshot.count_services(&query, &now()), services.len() as u64, "{query:?}");
    }
}

#[test]
fn facets_equal_a_loop_with_every_other_word_applied() {
    let reference = reference();
    let mut rng = rng(21);
    let world = world(&mut rng, 150);
    let atlas = Atlas::new(Arc::clone(&reference), entries(&world), 1);
    compare(&mut rng, &atlas.snapshot(), &world, &reference, 80);
}

#[test]
fn every_category_and_municipality_is_present_also_with_zero() {
    let reference = reference();
    let facets = Atlas::new(Arc::clone(&reference), Vec::new(), 1)
        .snapshot()
        .facets(&Query::default(), &now());
    assert_eq!(facets.categories.len(), 6);
    assert_eq!(facets.target_groups.len(), 3);
    assert_eq!(facets.municipalities.len(), 12);
    assert_eq!(facets.open.len(), 4);
}
