//! The facts of an analysis, prepared at load, against reading each listing.

use std::sync::Arc;

use rand::RngExt;

use super::naive::{self, Pair, pairs};
use super::queries::query;
use super::search::entries;
use super::world::{Invented, Rng, code, now, reference, rng, world};
use crate::atlas::{Atlas, Query, Reference, Snapshot, SupplyFact};
use crate::domain::*;

fn numbers(listing: &Listing, reference: &Reference) -> Vec<u16> {
    let terms = reference.taxonomy.terms();
    let place = |code: &TermCode| terms.iter().position(|t| t.code == *code).map(|at| at as u16);
    let own = listing.categories.iter().filter_map(|c| reference.taxonomy.find(c.as_str()));
    let own = own.filter(|term| term.facet == Facet::Topic);
    let mut all: Vec<u16> = own
        .flat_map(|term| [place(&term.code), term.parent.as_ref().and_then(place)])
        .flatten()
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn same(fact: &SupplyFact, pair: &Pair<'_>, reference: &Reference, snapshot: &Snapshot) {
    let (listing, site) = (pair.listing, pair.site);
    let position = site.public_position();
    let accuracy = &reference.region.accuracy;
    assert_eq!(fact.service_id, listing.id);
    let recorded = site.municipality.filter(|_| site.is_protected() && site.position.is_some());
    let centre = recorded.and_then(|ags| reference.municipality(ags)).map(|m| m.center);
    assert_eq!(fact.point, position.map(|p| p.point).or(centre));
    let metres = match recorded {
        Some(ags) => accuracy.metres(CoordPrecision::Gemeinde, Some(ags)),
        None => position.and_then(|p| accuracy.metres(p.precision, site.municipality)),
    };
    assert_eq!(fact.accuracy_m, metres);
    assert_eq!(fact.confirmed, site.assurance.date.map(|d| d.first_day()));
    assert_eq!(fact.kind.unconfirmed, site.assurance.unconfirmed);
    assert_eq!(fact.kind.site_type, site.site_type);
    assert_eq!(fact.kind.disclosure, site.disclosure);
    assert_eq!(fact.kind.municipality, site.municipality);
    assert_eq!(fact.kind.area, site.service_area.reach);
    assert_eq!(*fact.kind.categories, *numbers(listing, reference));
    assert_eq!(fact.kind.precision, position.map(|p| p.precision));
    assert_eq!(snapshot.site_name(fact.site).as_deref(), Some(listing.name_at(site)));
    let stale = pair.freshness(reference, &now()) != Freshness::Fresh;
    assert_eq!(fact.is_stale(None, now().today()), stale);
    for months in [0, 12, 120] {
        let stale = site.assurance.freshness(months, now().today()) != Freshness::Fresh;
        assert_eq!(fact.is_stale(Some(months), now().today()), stale);
    }
}

/// Some questions, answered both ways.
pub(super) fn compare(
    rng: &mut Rng,
    snapshot: &Snapshot,
    world: &[Invented],
    reference: &Arc<Reference>,
    queries: usize,
) {
    let all = pairs(world);
    for round in 0..queries {
        let asked = if round == 0 { Query::default() } else { query(rng, world, 0.1) };
        let facts = snapshot.supply(&asked, &now());
        let mut expected: Vec<Pair<'_>> = naive::search(&all, &asked, reference, &now());
        expected.retain(|pair| pair.status() == ServiceStatus::Active);
        expected.sort_unstable_by_key(|pair| pair.site.id);
        let ids: Vec<FeatureId> = facts.iter().map(|fact| fact.feature_id).collect();
        let wanted: Vec<FeatureId> = expected.iter().map(|pair| pair.site.id).collect();
        assert_eq!(ids, wanted, "{asked:?}");
        for (fact, pair) in facts.iter().zip(&expected) {
            same(fact, pair, reference, snapshot);
        }
    }
}

#[test]
fn facts_prepared_at_load_are_those_of_the_listings() {
    let mut rng = rng(77);
    for size in [0, 1, 150] {
        let world = world(&mut rng, size);
        let atlas = Atlas::new(reference(), entries(&world), 1);
        compare(&mut rng, &atlas.snapshot(), &world, &reference(), 60);
    }
}

#[test]
fn sites_that_are_alike_share_what_they_have_in_common() {
    let mut rng = rng(78);
    let mut all = world(&mut rng, 40);
    for invented in &mut all {
        invented.listing.categories = vec![code("kita")];
        for site in &mut invented.listing.sites {
            site.service_area.reach = Reach::Everywhere;
            site.site_type = SiteType::Phone;
            site.disclosure = LocationDisclosure::Placeless;
            site.municipality = None;
            site.position = None;
            site.assurance.unconfirmed = rng.random_bool(0.5);
        }
    }
    let atlas = Atlas::new(reference(), entries(&all), 1);
    let facts = atlas.snapshot().supply(&Query::default(), &now());
    let mut kinds: Vec<_> = facts.iter().map(|fact| Arc::as_ptr(&fact.kind)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), 2, "confirmed and unconfirmed");
    assert!(facts.iter().all(|fact| fact.is_remote() && !fact.is_located()));
}
