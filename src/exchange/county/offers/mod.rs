//! The offers: one row per offer and site, joined into entries.

mod columns;
mod position;
mod row;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::config::{Area, Classification, Wordings};
use super::files::PackageFiles;
use super::report::{Report, RowOutcome};
use super::{Base, table};
use crate::domain::{
    AgeRange, Ags, Contact, Listing, Organization, Region, ServiceId, ServiceStatus, Site,
    TermCode, WithheldReason,
};
use crate::exchange::ImportErrors;
use crate::exchange::ages::cover_ages;
use row::Offer;

/// File of the offers.
pub(super) const OFFERS: &str = "offers.csv";

/// What rows are read against.
pub(super) struct Context<'a> {
    pub(super) region: &'a Region,
    pub(super) classification: &'a Classification,
    pub(super) service_areas: &'a BTreeMap<String, Area>,
    pub(super) wordings: &'a Wordings,
    pub(super) municipalities: &'a BTreeSet<Ags>,
    pub(super) organizations: &'a BTreeMap<String, Organization>,
}

/// An entry of the package.
#[derive(Debug, Clone, PartialEq)]
pub struct PackageListing {
    /// The entry.
    pub listing: Listing,
    /// Why it is kept but not public; `None` = published. A published entry may still hold sites that are not public:
    /// their status says so.
    pub withheld: Option<WithheldReason>,
}

/// Reads the offers with their positions and joins rows of a group into one entry where provider and category agree;
/// otherwise the entries of a group name each other.
pub(super) fn read_offers<F: PackageFiles>(
    base: &Base<'_, F>,
    context: &Context<'_>,
    report: &mut Report,
    faults: &mut ImportErrors,
) -> Vec<PackageListing> {
    let Some(table) = table(base, OFFERS, &row::COLUMNS, faults) else { return Vec::new() };
    let mut positions = position::read_positions(base, faults);
    let mut offers: Vec<Offer> = Vec::new();
    let mut seen: HashMap<String, u64> = HashMap::new();
    for row in table.rows() {
        let Some(id) = row.required("offer_id", faults) else { continue };
        let first = seen.insert(id.to_owned(), row.line);
        let position = positions.remove(id);
        let offer = row::read_offer(base, context, &row, id, position, report, faults);
        if let Some(first) = first {
            let detail = format!("the id {id} stands already in line {first}");
            row.fault("offer_id", "duplicate", detail, faults);
        } else {
            offers.extend(offer);
        }
    }
    position::check_unused(&positions, &seen, faults);
    let listings = join(offers, context, report);
    for (entry, lines) in &listings {
        check(entry, lines, faults);
    }
    listings.into_iter().map(|(entry, _)| entry).collect()
}

/// Reports the faults of an entry at the rows they come from.
fn check(entry: &PackageListing, lines: &[u64], faults: &mut ImportErrors) {
    let Err(wrong) = entry.listing.validate() else { return };
    for error in wrong.0 {
        let site = error.pointer.strip_prefix("/sites/").and_then(|rest| rest.split('/').next());
        let site = site.and_then(|i| i.parse::<usize>().ok()).unwrap_or_default();
        let line = lines.get(site).or_else(|| lines.first()).copied();
        faults.add(OFFERS, line, Some(&error.pointer), &error.code, error.detail);
    }
}

/// The entries in the order of their first rows, each with the lines of its sites.
fn join(
    offers: Vec<Offer>,
    context: &Context<'_>,
    report: &mut Report,
) -> Vec<(PackageListing, Vec<u64>)> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, offer) in offers.iter().enumerate() {
        if let Some(group) = &offer.group {
            groups.entry(group.clone()).or_default().push(i);
        }
    }
    let one = |rows: &[usize]| {
        let keys: BTreeSet<_> =
            rows.iter().filter_map(|&i| offers.get(i)).map(Offer::key).collect();
        keys.len() == 1 && rows.len() > 1
    };
    let joined: BTreeSet<String> =
        groups.iter().filter(|(_, rows)| one(rows)).map(|(group, _)| group.clone()).collect();
    // A row of unnamed origin stays an entry of its own: beside published ones it would be public.
    let apart = |offer: &Offer| offer.withheld == Some(WithheldReason::UnnamedSource);
    let service_of = |offer: &Offer| {
        let group = offer.group.as_ref().filter(|group| joined.contains(*group) && !apart(offer));
        let source = group.map_or_else(|| offer.id.clone(), |group| format!("group/{group}"));
        ServiceId::stable(&context.region.slug, &source)
    };
    let services: Vec<ServiceId> = offers.iter().map(service_of).collect();
    let mut related: HashMap<ServiceId, BTreeSet<ServiceId>> = HashMap::new();
    for rows in groups.values() {
        let all: BTreeSet<ServiceId> =
            rows.iter().filter_map(|&i| services.get(i)).copied().collect();
        for service in &all {
            let others = all.iter().filter(|other| *other != service);
            related.entry(*service).or_default().extend(others);
        }
    }
    let mut order: Vec<ServiceId> = Vec::new();
    let mut members: HashMap<ServiceId, Vec<Offer>> = HashMap::new();
    for (offer, service) in offers.into_iter().zip(services) {
        report.offers.push(RowOutcome {
            row: offer.line,
            offer_id: offer.id.clone(),
            service_id: service,
            feature_id: offer.site.id,
            withheld: offer.withheld,
        });
        if !members.contains_key(&service) {
            order.push(service);
        }
        members.entry(service).or_default().push(offer);
    }
    let mut listings = Vec::with_capacity(order.len());
    for service in order {
        let rows = members.remove(&service).unwrap_or_default();
        let lines = rows.iter().map(|offer| offer.line).collect();
        let related = related.remove(&service).unwrap_or_default();
        if let Some(entry) = entry(service, rows, related, context) {
            listings.push((entry, lines));
        }
    }
    listings
}

/// One entry of the rows that belong to it.
fn entry(
    id: ServiceId,
    rows: Vec<Offer>,
    related: BTreeSet<ServiceId>,
    context: &Context<'_>,
) -> Option<PackageListing> {
    let first = rows.first()?.clone();
    let several = rows.len() > 1;
    let names = &context.wordings.service_names;
    let name = first
        .group
        .as_ref()
        .filter(|_| several)
        .and_then(|group| names.get(group))
        .unwrap_or(&first.name)
        .clone();
    // A published row makes the entry public; otherwise the first reason stands for all.
    let withheld = rows.iter().map(|r| r.withheld).min_by_key(Option::is_some).flatten();
    let runs = rows.iter().any(|r| r.site.status == ServiceStatus::Active);
    let status = if runs { ServiceStatus::Active } else { first.site.status };
    let union = |of: fn(&Offer) -> &Vec<TermCode>| distinct(rows.iter().flat_map(of).cloned());
    let target_groups = union(|r| &r.target_groups);
    let service_forms = union(|r| &r.service_forms);
    let legal_bases = union(|r| &r.legal_bases);
    let ages: Vec<AgeRange> = rows.iter().map(|r| r.ages).collect();
    // What is said of one site must not be read as said of all.
    let free = shared(&rows, |r| &r.free).unwrap_or_default();
    let languages = shared(&rows, |r| &r.languages).unwrap_or_default();
    let description = shared(&rows, |r| &r.description).unwrap_or_default();
    let listing = Listing {
        id,
        organization_id: first.organization,
        organization_text: first.organization_text,
        co_organization_ids: distinct(rows.iter().flat_map(|r| r.co_organizations.iter().copied())),
        categories: vec![first.category],
        target_groups,
        target_group_texts: distinct(rows.iter().flat_map(|r| r.target_texts.iter().cloned())),
        service_forms,
        legal_bases,
        ages: cover_ages(ages),
        free,
        // Packages have no column for it, and what descriptions say in passing is not read as a fact.
        anonymous: crate::domain::YesNo::Unknown,
        cost_text: words_of_sites(&rows, |r| &r.cost_text),
        languages,
        languages_text: words_of_sites(&rows, |r| &r.languages_text),
        contact: Contact::default(),
        status,
        closure: None,
        publish_from: None,
        publish_until: None,
        related: related.into_iter().collect(),
        sites: rows.into_iter().map(|row| site(row, &name, &description)).collect(),
        description,
        name,
    };
    Some(PackageListing { listing, withheld })
}

/// The site of a row, with its own name and words where they differ from the entry's.
fn site(row: Offer, name: &str, description: &str) -> Site {
    Site {
        name: (row.name != name).then_some(row.name),
        description: (row.description != description).then_some(row.description),
        ..row.site
    }
}

/// What all rows say alike; nothing where they differ.
fn shared<T: Clone + PartialEq>(rows: &[Offer], of: fn(&Offer) -> &T) -> Option<T> {
    let (first, rest) = rows.split_first()?;
    rest.iter().all(|row| of(row) == of(first)).then(|| of(first).clone())
}

/// The words of the rows: once where all say the same, otherwise each with the name of its site.
fn words_of_sites(rows: &[Offer], of: fn(&Offer) -> &Option<String>) -> Option<String> {
    if let Some(words) = shared(rows, of) {
        return words;
    }
    let each = rows.iter().filter_map(|row| Some(format!("{}: {}", row.name, of(row).as_ref()?)));
    Some(each.collect::<Vec<_>>().join("; "))
}

/// Each value once, in the order of its first appearance.
fn distinct<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut all = Vec::new();
    for value in values {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}
