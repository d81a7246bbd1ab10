//! Prepared features equal a straightforward construction, in every reference system.

use std::sync::Arc;

use serde_json::{Value, json};

use super::naive::{Pair, pairs};
use super::search::entries;
use super::world::{Invented, moment, now, reference, rng, world};
use crate::atlas::{Atlas, Moment, Reference, Snapshot};
use crate::domain::{Contact, LonLat, Reach};
use crate::spatial::Crs;

fn coordinates(point: LonLat, crs: Crs) -> Value {
    let decimals = if crs.is_geographic() { 7 } else { 3 };
    let rounded = |x: f64| format!("{x:.decimals$}").parse::<f64>().unwrap();
    json!(crs.from_lonlat(point).unwrap().map(rounded))
}

fn address(pair: Pair<'_>) -> Option<String> {
    let a = &pair.site.address;
    let town = match (&a.postcode, &a.locality) {
        (Some(code), Some(town)) => Some(format!("{code} {town}")),
        (code, town) => code.clone().or(town.clone()),
    };
    let parts = [a.street.clone(), a.district.clone(), town, a.detail.clone()];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty() && !pair.is_protected()).then(|| parts.join(", "))
}

fn expected(pair: Pair<'_>, reference: &Reference, moment: &Moment, crs: Crs) -> Value {
    let (listing, site) = (pair.listing, pair.site);
    let organization = listing.organization_id.and_then(|id| reference.organizations.get(&id));
    let contacts = [Some(&site.contact), Some(&listing.contact), organization.map(|o| &o.contact)];
    let first =
        |pick: fn(&Contact) -> Option<&String>| contacts.into_iter().flatten().find_map(pick);
    let precision = site.public_position().map(|p| p.precision);
    let description = site.description.as_ref().unwrap_or(&listing.description);
    let service_area = match &site.service_area.reach {
        Reach::Municipalities(list) => json!(list),
        _ => Value::Null,
    };
    json!({
        "type": "Feature",
        "id": site.id,
        "geometry": pair.point().map(|p| json!({"type": "Point", "coordinates": coordinates(p, crs)})),
        "properties": properties_of(&[
            ("service_id", json!(listing.id)),
            ("name", json!(site.name.as_ref().unwrap_or(&listing.name))),
            ("description", json!(Some(description).filter(|d| !d.is_empty()))),
            ("organization_id", json!(listing.organization_id)),
            ("organization_name", json!(organization.map(|o| &o.name).or(listing.organization_text.as_ref()))),
            ("category", json!(listing.categories)),
            ("category_label", json!(reference.taxonomy.find(listing.categories[0].as_str()).unwrap().label)),
            ("target_group", json!(listing.target_groups)),
            ("minimum_age", json!(listing.ages.minimum)),
            ("maximum_age", json!(listing.ages.maximum)),
            ("municipality_ags", json!(site.municipality)),
            ("municipality_name", json!(site.municipality.and_then(|a| reference.municipality(a)).map(|m| &m.name))),
            ("address", json!(address(pair))),
            ("coord_precision", json!(precision)),
            ("position_accuracy_m", json!(precision.and_then(|p| reference.region.accuracy.metres(p, site.municipality)))),
            ("site_type", json!(site.site_type)),
            ("opening_hours", json!(site.schedule.osm)),
            ("opening_hours_text", json!(site.schedule.text)),
            ("open_state", json!(pair.open_state(reference, moment.local))),
            ("cost", json!(listing.cost_text)),
            ("free", json!(listing.free)),
            ("anonymous", json!(listing.anonymous)),
            ("languages", json!(Some(&listing.languages).filter(|l| !l.is_empty()))),
            ("accessible", json!(site.accessible)),
            ("phone", json!(first(|c| c.phones.first()))),
            ("website", json!(first(|c| c.website.as_ref()))),
            ("service_area", service_area),
            ("service_area_text", json!(site.service_area.text)),
            ("status", json!(pair.status())),
            ("assured_date", json!(site.assurance.date)),
            ("assured_by", json!(site.assurance.by)),
            ("freshness", json!(pair.freshness(reference, moment))),
            ("confidence", json!(site.assurance.confidence)),
            ("source_urls", json!(site.assurance.sources.iter().map(|s| &s.url).collect::<Vec<_>>())),
            ("valid_to", json!(site.valid_to)),
            ("last_modified", json!(pair.last_modified)),
        ]),
    })
}

/// Too many for one `json!`.
fn properties_of(pairs: &[(&str, Value)]) -> Value {
    Value::Object(pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
}

/// Compares the feature of every site.
pub(super) fn compare(snapshot: &Snapshot, world: &[Invented], reference: &Reference) {
    let moment = now();
    for pair in pairs(world) {
        let site = snapshot.find_feature(pair.site.id);
        assert_eq!(site.is_some(), pair.is_listed());
        let Some(site) = site else { continue };
        for crs in Crs::ALL {
            let mut bytes = b"[".to_vec();
            snapshot.write_feature(site, &moment, crs, &mut bytes);
            bytes.push(b']');
            let mut got: Value = serde_json::from_slice(&bytes).unwrap();
            let numbers = got.pointer_mut("/0/geometry/coordinates").and_then(Value::as_array_mut);
            for number in numbers.into_iter().flatten() {
                // A whole number of metres stands without a fraction.
                *number = json!(number.as_f64());
            }
            assert_eq!(got[0], expected(pair, reference, &moment, crs), "{crs}");
        }
    }
}

#[test]
fn every_feature_equals_a_plain_construction_in_each_reference_system() {
    let reference = reference();
    let mut rng = rng(41);
    let world = world(&mut rng, 300);
    let atlas = Atlas::new(Arc::clone(&reference), entries(&world), 1);
    compare(&atlas.snapshot(), &world, &reference);
}

#[test]
fn open_state_and_freshness_follow_the_moment_without_a_new_snapshot() {
    let reference = reference();
    let mut rng = rng(42);
    let world = world(&mut rng, 200);
    let atlas = Atlas::new(Arc::clone(&reference), entries(&world), 1);
    let snapshot = atlas.snapshot();
    let mut states = Vec::new();
    for at in ["2026-11-23T09:30:00", "2026-11-23T22:00:00", "2031-01-04T11:00:00"].map(moment) {
        for pair in pairs(&world).into_iter().filter(|pair| pair.is_listed()) {
            let site = snapshot.find_feature(pair.site.id).unwrap();
            let mut bytes = Vec::new();
            snapshot.write_feature(site, &at, Crs::Crs84, &mut bytes);
            let got: Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(got, expected(pair, &reference, &at, Crs::Crs84));
            states.push(got["properties"]["open_state"].to_string());
        }
    }
    states.sort();
    states.dedup();
    assert_eq!(states.len(), 4);
}

#[test]
fn the_view_of_a_site_is_the_entry_with_its_state() {
    let reference = reference();
    let mut rng = rng(43);
    let world = world(&mut rng, 200);
    let atlas = Atlas::new(Arc::clone(&reference), entries(&world), 1);
    let snapshot = atlas.snapshot();
    for pair in pairs(&world).into_iter().filter(|pair| pair.is_listed()) {
        let site = snapshot.find_feature(pair.site.id).unwrap();
        let public = pair.is_public(&reference, &now());
        assert_eq!(snapshot.is_public(site, &now()), public);
        assert_eq!(snapshot.point(site), pair.point());
        let view = snapshot.view(site, &now());
        assert_eq!(view.is_some(), public);
        let Some(view) = view else { continue };
        assert_eq!(view.site().unwrap().id, pair.site.id);
        assert_eq!(view.listing.id, pair.listing.id);
        assert_eq!(view.open_state, pair.open_state(&reference, now().local));
        assert_eq!(view.freshness, pair.freshness(&reference, &now()));
        assert_eq!(view.last_modified, pair.last_modified);
    }
}
