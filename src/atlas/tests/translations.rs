//! Entries in other languages: found by their words, shown, the same in base and delta, and free for all others.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::world::{Invented, now, reference, rng, world};
use crate::atlas::{Atlas, Entry, EntryChange, PageRequest, Query, Snapshot};
use crate::domain::{Language, PublicTranslations, ServiceStatus, Translation};
use crate::spatial::Crs;

/// The entry with an English and an Arabic name and description.
fn translated(invented: &Invented) -> Entry {
    let mut entry = invented.entry();
    let translations = PublicTranslations(
        [(Language::English, "Wonderhouse"), (Language::Arabic, "بيت العجائب")]
            .into_iter()
            .map(|(language, name)| {
                let texts: BTreeMap<String, String> = [("name".to_owned(), name.to_owned())].into();
                let bound = Translation::bind(&invented.listing, 1, &texts).unwrap();
                bound.for_public(language, &invented.listing)
            })
            .collect(),
    );
    let members = entry.document.strip_suffix('}').unwrap();
    let json = serde_json::to_string(&translations).unwrap();
    entry.document = format!("{members},\"translations\":{json}}}").into();
    entry
}

/// An invented world in which the first entry has one site without a name of its own, which is shown.
fn worlds() -> Vec<Invented> {
    let mut all = world(&mut rng(91), 40);
    let listing = &mut all[0].listing;
    listing.status = ServiceStatus::Active;
    listing.publish_from = None;
    listing.publish_until = None;
    listing.sites.truncate(1);
    listing.sites[0].status = ServiceStatus::Active;
    listing.sites[0].name = None;
    listing.sites[0].valid_to = None;
    listing.sites[0].assurance.date = "2026-10".parse().ok();
    all
}

fn hits(snapshot: &Snapshot, q: &str) -> u64 {
    let query = Query { q: Some(q.to_owned()), ..Query::default() };
    snapshot.search(&query, &now(), &PageRequest { limit: 9, after: None }).matched
}

fn check(snapshot: &Snapshot, first: &Invented) {
    assert_eq!(hits(snapshot, "wonderhouse"), 1);
    assert_eq!(hits(snapshot, "العجائب"), 1);
    let site = snapshot.sites_of(first.listing.id)[0];
    let view = snapshot.view(site, &now()).unwrap();
    assert_eq!(view.listing.name, first.listing.name, "German stays what it is");
    let english = view.clone().in_language(Language::English);
    assert_eq!(english.listing.name, "Wonderhouse");
    assert_eq!(english.listing.description, first.listing.description);
    assert!(english.spoken.name_at(english.site().unwrap()));
    assert_eq!(view.in_language(Language::French).listing.name, first.listing.name);
    let mut bytes = Vec::new();
    snapshot.write_feature(site, &now(), Crs::Crs84, &mut bytes);
    let feature: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(feature["properties"]["name"], json!(first.listing.name));
    assert_eq!(
        feature["properties"]["translations"],
        json!({
            "en": { "name": "Wonderhouse", "stale": false },
            "ar": { "name": "بيت العجائب", "stale": false },
        })
    );
}

#[test]
fn an_entry_is_found_and_shown_in_its_languages_from_base_and_delta_alike() {
    let all = worlds();
    let entries = |first: Entry| -> Vec<Entry> {
        std::iter::once(first).chain(all[1..].iter().map(Invented::entry)).collect()
    };
    let base = Atlas::new(reference(), entries(translated(&all[0])), 1);
    check(&base.snapshot(), &all[0]);
    let grown = Atlas::new(reference(), entries(all[0].entry()), 0);
    assert_eq!(hits(&grown.snapshot(), "wonderhouse"), 0);
    grown.apply(vec![EntryChange::Put(translated(&all[0]))], 1);
    check(&grown.snapshot(), &all[0]);
    assert_eq!(grown.snapshot().tag(), base.snapshot().tag());
    grown.merge();
    check(&grown.snapshot(), &all[0]);
}

#[test]
fn an_entry_without_translations_has_not_one_byte_more() {
    let all = worlds();
    let atlas = Atlas::new(reference(), all.iter().map(Invented::entry).collect(), 1);
    let snapshot = atlas.snapshot();
    for invented in &all {
        for site in snapshot.sites_of(invented.listing.id) {
            let mut bytes = Vec::new();
            snapshot.write_feature(site, &now(), Crs::Crs84, &mut bytes);
            assert!(!String::from_utf8(bytes).unwrap().contains("\"translations\""));
            if let Some(view) = snapshot.view(site, &now()) {
                let same = Arc::clone(&view.listing);
                assert!(Arc::ptr_eq(&view.in_language(Language::Arabic).listing, &same));
            }
        }
    }
}

#[test]
fn nobody_writes_a_translation_by_writing_a_description() {
    let mut all = worlds();
    all[0].listing.description =
        "\",\"translations\":[{\"language\":\"en\",\"texts\":{\"name\":\"Wonderhouse\"}}],\"x\":\""
            .into();
    let atlas = Atlas::new(reference(), all.iter().map(Invented::entry).collect(), 1);
    let snapshot = atlas.snapshot();
    let site = snapshot.sites_of(all[0].listing.id)[0];
    let view = snapshot.view(site, &now()).unwrap().in_language(Language::English);
    assert!(view.translations.is_empty());
    assert_eq!(view.listing.name, all[0].listing.name);
}
