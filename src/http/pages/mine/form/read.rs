//! From fields to an entry.

use std::collections::HashMap;

use super::super::super::forms::Fault;
use super::pointer::field_of;
use super::site::{self, MOST_SITES, STATUSES, site_count, site_field};
use super::text::Reader;
use super::{Fields, FormWords, fields_of};
use crate::domain::{AgeRange, Closure, Listing, ServiceId, ServiceStatus, Site, YesNo};

/// What a form says: as much of an entry as could be read, and everything that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Read {
    /// The entry.
    pub(crate) listing: Listing,
    /// What is wrong, in the order of the form.
    pub(crate) faults: Vec<Fault>,
}

/// An entry nobody has filled in.
pub(super) fn blank() -> Listing {
    Listing {
        id: ServiceId(uuid::Uuid::nil()),
        organization_id: None,
        organization_text: None,
        co_organization_ids: Vec::new(),
        name: String::new(),
        description: String::new(),
        categories: Vec::new(),
        target_groups: Vec::new(),
        target_group_texts: Vec::new(),
        service_forms: Vec::new(),
        legal_bases: Vec::new(),
        ages: AgeRange::default(),
        free: YesNo::Unknown,
        anonymous: YesNo::Unknown,
        cost_text: None,
        languages: Vec::new(),
        languages_text: None,
        contact: crate::domain::Contact::default(),
        status: ServiceStatus::default(),
        closure: None,
        publish_from: None,
        publish_until: None,
        related: Vec::new(),
        sites: vec![site::blank()],
    }
}

/// Reads a form upon the entry it began with (`None` = a new one).
pub(crate) fn listing_of(fields: &Fields, before: Option<&Listing>, words: &FormWords) -> Read {
    let mut reader = Reader::new(fields);
    let mut listing = before.cloned().unwrap_or_else(blank);
    if let Some(id) = reader.chosen("organization").first() {
        listing.organization_id = Some(*id);
    }
    listing.name = reader.text("name");
    listing.description = reader.text("description");
    listing.categories = reader.chosen("category");
    listing.target_groups = as_before(reader.chosen("target_group"), &listing.target_groups);
    listing.service_forms = as_before(reader.chosen("service_form"), &listing.service_forms);
    listing.legal_bases = as_before(reader.chosen("legal_basis"), &listing.legal_bases);
    listing.related = read_related(&mut reader, &listing.related);
    listing.target_group_texts = reader.lines("target-words");
    listing.ages = read_ages(&mut reader);
    listing.free = reader.choice("free", YesNo::Unknown, |word| word.parse().ok());
    listing.anonymous = reader.choice("anonymous", YesNo::Unknown, |word| word.parse().ok());
    listing.cost_text = reader.optional("cost");
    listing.languages = read_languages(&mut reader);
    listing.languages_text = reader.optional("languages-text");
    listing.contact = site::read_contact(&mut reader, "");
    listing.status = reader.choice("status", ServiceStatus::Active, |word| {
        STATUSES.into_iter().find(|status| status.as_str() == word)
    });
    listing.closure = read_closure(&mut reader, listing.status);
    listing.publish_from = reader.day("publish-from");
    listing.publish_until = reader.day("publish-until");
    let old: Vec<Site> = before.map(|listing| listing.sites.clone()).unwrap_or_default();
    listing.sites = (0..site_count(fields))
        .map(|at| {
            let id = fields.get(&site_field(at, "id"));
            let old = old.iter().find(|site| site.id.to_string() == id);
            site::read(&mut reader, at, old, words)
        })
        .collect();
    if fields.get("sites").parse::<usize>().is_ok_and(|count| count > MOST_SITES) {
        reader.fault("sites", "too_many", &MOST_SITES.to_string());
    }
    let mut faults = reader.faults;
    let errors = listing.validate().err().unwrap_or_default();
    for fault in Fault::list(&errors, field_of) {
        if !faults.iter().any(|other| other.field == fault.field) {
            faults.push(fault);
        }
    }
    in_order(&mut faults, &listing, words);
    Read { listing, faults }
}

/// Boxes are sent in the order of the page: where the same ones are ticked as before, nothing has changed.
fn as_before<T: Clone + Ord>(chosen: Vec<T>, before: &[T]) -> Vec<T> {
    let sorted = |list: &[T]| {
        let mut list = list.to_vec();
        list.sort();
        list
    };
    if sorted(&chosen) == sorted(before) { before.to_vec() } else { chosen }
}

/// Related entries: those still ticked, and those whose address was pasted, one a line.
fn read_related(reader: &mut Reader<'_>, before: &[ServiceId]) -> Vec<ServiceId> {
    let mut related = as_before(reader.chosen("related"), before);
    for line in reader.lines("related-link") {
        let path = line.split(['?', '#']).next().unwrap_or_default();
        match path.split('/').rev().find_map(|part| part.parse::<ServiceId>().ok()) {
            Some(id) if !related.contains(&id) => related.push(id),
            Some(_) => {}
            None => reader.fault("related-link", "not_an_entry", &line),
        }
    }
    related
}

/// Sorts faults as their fields stand in the form.
fn in_order(faults: &mut [Fault], listing: &Listing, words: &FormWords) {
    let form = fields_of(Some(listing), words);
    let order: HashMap<&str, usize> =
        form.iter().enumerate().map(|(at, (name, _))| (name, at)).collect();
    let site_of = |field: &str| {
        let rest = field.strip_prefix("site-")?;
        rest.split('-').next()?.parse::<usize>().ok()
    };
    faults.sort_by_key(|fault| {
        let at = order.get(fault.field.as_str()).copied().unwrap_or(usize::MAX);
        (site_of(&fault.field).map_or(0, |site| site + 1), at)
    });
}

/// Why it is closed for a while; only read while it is.
fn read_closure(reader: &mut Reader<'_>, status: ServiceStatus) -> Option<Closure> {
    let text = reader.text("closure");
    let until = reader.day("closure-until");
    let said = !text.is_empty() || until.is_some();
    (status == ServiceStatus::TemporarilyClosed && said).then_some(Closure { text, until })
}

fn read_ages(reader: &mut Reader<'_>) -> AgeRange {
    AgeRange { minimum: read_age(reader, "age-minimum"), maximum: read_age(reader, "age-maximum") }
}

fn read_age(reader: &mut Reader<'_>, field: &str) -> Option<u8> {
    let text = reader.fields.get(field).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    match text.parse::<u8>() {
        Ok(age) if age <= 120 => Some(age),
        _ => {
            reader.fault(field, "not_a_number", "");
            None
        }
    }
}

/// Tags of languages as they stand in the form's own choices (BCP 47: letters, digits and hyphens).
fn read_languages(reader: &mut Reader<'_>) -> Vec<String> {
    let tags = reader.chosen::<String>("language");
    let sound = |tag: &String| {
        (2..=35).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    if !tags.iter().all(sound) {
        reader.fault("language", "unknown", "");
    }
    tags.into_iter().filter(sound).collect()
}
