//! Readers see either the old state or the new one, never a mixture.

use std::sync::atomic::{AtomicBool, Ordering};

use super::world::{Invented, invented, now, reference, rng, world};
use crate::atlas::{Atlas, EntryChange, PageRequest, Query, Snapshot};
use crate::domain::{LocationDisclosure, ServiceStatus, SiteType};
use crate::spatial::Crs;

/// Services whose every site carries the number of the version.
fn version(of: &[Invented], number: u64) -> Vec<EntryChange> {
    let put = |invented: &Invented| {
        let mut invented = invented.clone();
        invented.listing.name = format!("Fassung {number}");
        EntryChange::Put(invented.entry())
    };
    of.iter().map(put).collect()
}

fn versions_in(snapshot: &Snapshot) -> Vec<String> {
    let query = Query { q: Some("Fassung".into()), ..Query::default() };
    let found = snapshot.search(&query, &now(), &PageRequest { limit: 1_000, after: None });
    assert_eq!(found.matched, found.hits.len() as u64);
    let mut names: Vec<String> = found
        .hits
        .iter()
        .map(|hit| {
            let mut bytes = Vec::new();
            snapshot.write_feature(hit.site, &now(), Crs::Crs84, &mut bytes);
            let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            let view = snapshot.view(hit.site, &now()).unwrap();
            assert_eq!(value["properties"]["name"], view.listing.name.as_str());
            view.listing.name.clone()
        })
        .collect();
    assert_eq!(names.len(), 20, "all sites of all services are there");
    names.dedup();
    names
}

#[test]
fn threads_that_read_during_edits_and_merges_see_whole_states() {
    let mut rng = rng(61);
    let mut pinned: Vec<Invented> = (0..10).map(|_| invented(&mut rng, None)).collect();
    for invented in &mut pinned {
        invented.listing.status = ServiceStatus::Active;
        invented.listing.publish_from = None;
        invented.listing.publish_until = None;
        let first = invented.listing.sites[0].clone();
        invented.listing.sites = vec![first.clone(), first];
        for (number, site) in invented.listing.sites.iter_mut().enumerate() {
            site.id.0 = uuid::Uuid::from_u128(site.id.0.as_u128() ^ number as u128);
            site.name = None;
            site.status = ServiceStatus::Active;
            site.valid_to = None;
            site.assurance.date = None;
            site.site_type = SiteType::Fixed;
            site.disclosure = LocationDisclosure::Public;
        }
    }
    let atlas =
        Atlas::new(reference(), world(&mut rng, 100).iter().map(Invented::entry).collect(), 0);
    atlas.apply(version(&pinned, 0), 0);
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    let mut seen = 0;
                    let mut last = -1;
                    while !done.load(Ordering::Relaxed) || seen == 0 {
                        let snapshot = atlas.snapshot();
                        assert!(snapshot.seq() >= last, "the feed never runs backwards");
                        last = snapshot.seq();
                        assert_eq!(versions_in(&snapshot), [format!("Fassung {last}")]);
                        seen += 1;
                    }
                })
            })
            .collect();
        let merges = scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                atlas.merge();
            }
        });
        for number in 1..150 {
            atlas.apply(version(&pinned, number), i64::try_from(number).unwrap());
        }
        done.store(true, Ordering::Relaxed);
        merges.join().unwrap();
        for reader in readers {
            reader.join().unwrap();
        }
    });
}
