//! Single lookups, tags, places.

use std::slice::from_ref;
use std::sync::Arc;

use super::naive::pairs;
use super::search::entries;
use super::world::{ags, invented, moment, now, reference, rng, world};
use crate::atlas::{Atlas, EntryChange, Reference};
use crate::domain::{FeatureId, LonLat, ServiceId};
use crate::spatial::distance::straight_m;

#[test]
fn the_sites_of_a_service_come_in_the_order_of_the_entry() {
    let mut rng = rng(71);
    let world = world(&mut rng, 100);
    let atlas = Atlas::new(reference(), entries(&world), 1);
    let newer = invented(&mut rng, Some(world[0].listing.id));
    atlas.apply(vec![EntryChange::Put(newer.entry())], 2);
    let snapshot = atlas.snapshot();
    for listing in world.iter().skip(1).map(|i| &i.listing).chain([&newer.listing]) {
        let one =
            [super::world::Invented { listing: listing.clone(), last_modified: String::new() }];
        let expected: Vec<FeatureId> =
            pairs(&one).iter().filter(|pair| pair.is_listed()).map(|pair| pair.site.id).collect();
        let got: Vec<FeatureId> = snapshot
            .sites_of(listing.id)
            .into_iter()
            .map(|site| snapshot.feature_id(site).unwrap())
            .collect();
        assert_eq!(got, expected);
    }
    assert_eq!(snapshot.sites_of(ServiceId(uuid::Uuid::nil())), []);
    assert_eq!(snapshot.find_feature(FeatureId(uuid::Uuid::nil())), None);
}

#[test]
fn the_tag_differs_with_the_data_the_reference_and_the_hour_but_not_with_a_restart() {
    let mut rng = rng(72);
    let mut world = world(&mut rng, 50);
    // Only what is public counts, so the entry that is left out must be one that people are shown.
    let is_shown =
        |one: &super::world::Invented| pairs(from_ref(one)).iter().any(|pair| pair.is_listed());
    let shown = world.iter().position(is_shown).unwrap();
    world.swap(shown, 49);
    let make = |reference: Arc<Reference>, count: usize, seq| {
        Atlas::new(reference, entries(&world[..count]), seq).snapshot()
    };
    let first = make(reference(), 50, 1);
    assert_eq!(first.tag(), make(reference(), 50, 1).tag());
    let mut other = (*reference()).clone();
    other.cells[0].ages.lt18 = None;
    let others = [make(reference(), 49, 1), make(reference(), 50, 2), make(Arc::new(other), 50, 1)];
    for snapshot in others {
        assert_ne!(first.tag(), snapshot.tag());
    }
    let at = |text| first.tag_at(&moment(text));
    assert_eq!(at("2026-11-23T09:30:00"), at("2026-11-23T09:31:00"));
    assert_ne!(at("2026-11-23T09:30:00"), at("2026-11-23T13:30:00"), "at noon some have closed");
    assert_ne!(at("2026-11-23T02:30:00"), at("2026-11-24T02:30:00"), "freshness goes by days");
    assert!(at("2026-11-23T09:30:00").starts_with(first.tag()));
}

#[test]
fn places_are_found_folded_exact_before_prefix_before_contained() {
    let snapshot = Atlas::new(reference(), Vec::new(), 1).snapshot();
    let find = |text: &str| -> Vec<String> {
        let found = snapshot.find_places(text, 4);
        found.iter().map(|e| format!("{} {:?}", e.name, e.kind)).collect()
    };
    assert_eq!(
        find("engen"),
        [
            "Engen Municipality",
            "Engen Stop",
            "Engenhausen District",
            "Musterstadt, Engener Weg Stop"
        ]
    );
    assert_eq!(find("ENGE")[..2], ["Engen Municipality", "Engenhausen District"]);
    assert_eq!(find("ngen")[0], "Engen Municipality");
    assert_eq!(find("uberlingen"), ["Überlingen Municipality"]);
    assert_eq!(find("ueberlingen")[0], "Überlingen Municipality");
    assert_eq!(find("Überlingen")[1], "Ueberlingen am Ried District");
    assert_eq!(find("782"), ["78224 Postcode", "78234 Postcode"]);
    assert!(find("").is_empty() && find("!?").is_empty() && find("xyz").is_empty());
    assert_eq!(snapshot.find_places("e", 2).len(), 2);
}

#[test]
fn the_nearest_stop_is_that_of_a_loop() {
    let reference = reference();
    let snapshot = Atlas::new(Arc::clone(&reference), Vec::new(), 1).snapshot();
    for i in 0..50 {
        let from = LonLat { lon: 8.4 + f64::from(i) * 0.011, lat: 47.9 - f64::from(i) * 0.009 };
        let nearest = reference.stops.iter().map(|stop| straight_m(stop.point, from));
        let (_, distance) = snapshot.nearest_stop(from).unwrap();
        assert!((distance - nearest.fold(f64::INFINITY, f64::min)).abs() < 1e-6);
    }
}

#[test]
fn the_reference_finds_its_municipalities() {
    assert_eq!(reference().municipality(ags(3)).unwrap().ags, ags(3));
    assert_eq!(now().today().to_string(), "2026-11-23");
}
