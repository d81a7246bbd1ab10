//! What is secret never comes out.

use std::sync::Arc;

use super::naive::{Pair, pairs};
use super::search::{entries, walk};
use super::world::{Invented, SECRET_STREET, SECRET_TOWN, now, reference, rng, world};
use crate::atlas::{Atlas, EntryChange, Near, Query, Snapshot};
use crate::domain::LonLat;
use crate::spatial::{Bbox, Crs};

const NOTE: &str = "nur intern";

/// Everything the snapshot would write about a site.
fn all_bytes(snapshot: &Snapshot, pair: Pair<'_>) -> String {
    let site = snapshot.find_feature(pair.site.id).unwrap();
    let mut bytes = Vec::new();
    for crs in Crs::ALL {
        snapshot.write_feature(site, &now(), crs, &mut bytes);
    }
    let mut text = String::from_utf8(bytes).unwrap();
    if let Some(view) = snapshot.view(site, &now()) {
        text.push_str(&serde_json::to_string(&*view.listing).unwrap());
    }
    text
}

fn check(snapshot: &Snapshot, world: &[Invented]) {
    let protected: Vec<Pair<'_>> = pairs(world)
        .into_iter()
        .filter(|pair| pair.is_protected() && pair.is_listed() && pair.site.position.is_some())
        .collect();
    assert!(protected.len() > 20);
    for pair in &protected {
        let text = all_bytes(snapshot, *pair);
        for secret in [SECRET_STREET, SECRET_TOWN, NOTE] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        assert!(!text.contains(&pair.site.id.to_string()) || text.contains("\"geometry\":null"));
        assert!(text.starts_with("{\"type\":\"Feature\""));
        let view = snapshot.find_feature(pair.site.id).and_then(|s| snapshot.view(s, &now()));
        assert!(view.is_none_or(|view| {
            let site = view.site().unwrap();
            site.position.is_none() && site.address == crate::domain::Address::default()
        }));
    }
    let ids = |query: &Query| walk(snapshot, query, &now(), 10_000).1;
    for secret in [SECRET_STREET, SECRET_TOWN] {
        let query = Query { q: Some(secret.into()), ..Query::default() };
        assert_eq!(ids(&query), Vec::new());
    }
    let everywhere = Query { bbox: Some(Bbox::WORLD), ..Query::default() };
    let near = |pair: &Pair<'_>| Query {
        near: pair.site.position.as_ref().map(|p| Near { point: p.point, within_m: Some(1e9) }),
        ..Query::default()
    };
    for pair in &protected {
        for query in [&everywhere, &near(pair)] {
            assert!(ids(query).iter().all(|(id, _)| *id != pair.site.id));
        }
    }
    let point = LonLat { lon: 8.7, lat: 47.6 };
    let sorted = Query { near: Some(Near { point, within_m: None }), ..Query::default() };
    for (id, distance) in ids(&sorted) {
        assert!(distance.is_none() || protected.iter().all(|pair| pair.site.id != id));
    }
}

#[test]
fn protected_sites_leak_neither_street_nor_point_nor_remarks() {
    let mut rng = rng(51);
    let world = world(&mut rng, 300);
    let atlas = Atlas::new(reference(), entries(&world), 1);
    check(&atlas.snapshot(), &world);
    // The same through the delta, and merged.
    let late = Atlas::new(reference(), Vec::new(), 1);
    late.apply(world.iter().map(|i| EntryChange::Put(i.entry())).collect(), 2);
    check(&late.snapshot(), &world);
    late.merge();
    check(&late.snapshot(), &world);
}

#[test]
fn no_remark_for_editors_and_no_resting_site_is_ever_written() {
    let mut rng = rng(52);
    let world = world(&mut rng, 300);
    let atlas = Atlas::new(Arc::clone(&reference()), entries(&world), 1);
    let snapshot = atlas.snapshot();
    let (listed, resting): (Vec<_>, Vec<_>) =
        pairs(&world).into_iter().partition(|pair| pair.is_listed());
    assert!(listed.len() > 100 && resting.len() > 100);
    for pair in &listed {
        let text = all_bytes(&snapshot, *pair);
        assert!(!text.contains(NOTE));
        for other in &resting {
            assert!(!text.contains(&other.site.id.to_string()));
        }
    }
    for pair in &resting {
        assert_eq!(snapshot.find_feature(pair.site.id), None);
    }
}
