//! What is known of a site, as values to find it by and words to search in.

use chrono::{Months, NaiveDate};

use super::lookup::Lookup;
use super::public::{effective_status, is_siteless};
use crate::atlas::index::Value;
use crate::atlas::index::text::Field;
use crate::domain::{
    Confidence, Facet, FreshnessPolicy, Listing, PublicTranslations, Reach, ServiceText, Site,
    SiteText, TermCode, TextKey,
};

/// The days on which what is known of a site changes by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_field_names, reason = "each is the first of the days on which it holds")]
pub(in crate::atlas) struct Days {
    /// First day on which it counts as stale; `None` without any date.
    pub(in crate::atlas) stale_from: Option<NaiveDate>,
    /// First day on which it is public; `None` = always was.
    pub(in crate::atlas) shown_from: Option<NaiveDate>,
    /// First day on which it is no longer public.
    pub(in crate::atlas) gone_from: Option<NaiveDate>,
}

impl Days {
    /// The days of a site.
    pub(in crate::atlas) fn of(listing: &Listing, site: &Site, lookup: &Lookup) -> Self {
        let region = &lookup.reference.region;
        let category = listing.categories.first().map_or("", TermCode::as_str);
        let policy = region.freshness_of(category);
        let after = |last: NaiveDate| last.succ_opt().unwrap_or(NaiveDate::MAX);
        let expired = site.valid_to.map(|date| after(date.last_day()));
        let over = listing.publish_until.map(after);
        Self {
            stale_from: site.assurance.stale_from(policy.stale_after_months),
            shown_from: listing.publish_from,
            gone_from: [expired, over, hidden_from(site, policy)].into_iter().flatten().min(),
        }
    }
}

/// The first day on which an entry nobody has confirmed for so long is hidden, where the county wants that.
///
/// It counts from the date alone; an entry without date is never hidden.
fn hidden_from(site: &Site, policy: FreshnessPolicy) -> Option<NaiveDate> {
    let months = Months::new(policy.hide_after_months?);
    let day = site.assurance.date?.first_day();
    Some(day.checked_add_months(months).unwrap_or(NaiveDate::MAX))
}

/// How much there is to doubt about a site, from the source alone: 0 sure, 1 fairly or unknown, 2 hardly.
pub(in crate::atlas) const fn doubt(site: &Site) -> u8 {
    match site.assurance.confidence {
        Some(Confidence::High) => 0,
        Some(Confidence::Medium) | None => 1,
        Some(Confidence::Low) => 2,
    }
}

/// The values of a site, sorted, each once.
pub(in crate::atlas) fn values(
    listing: &Listing,
    site: &Site,
    days: Days,
    hours: u32,
    lookup: &Lookup,
) -> Vec<Value> {
    let mut values = Vec::with_capacity(24);
    add_terms(&mut values, &listing.categories, Facet::Topic, Value::Category, lookup);
    add_terms(&mut values, &listing.target_groups, Facet::TargetGroup, Value::TargetGroup, lookup);
    add_terms(&mut values, &listing.service_forms, Facet::ServiceForm, Value::Format, lookup);
    values.extend(listing.languages.iter().map(|tag| Value::language(tag)));
    values.extend(listing.organization_id.map(Value::Organization));
    values.extend(listing.co_organization_ids.iter().copied().map(Value::Organization));
    add_places(&mut values, site);
    values.extend([
        Value::Free(listing.free),
        Value::Anonymous(listing.anonymous),
        Value::Accessible(site.accessible),
        Value::status(effective_status(listing.status, site.status)),
        Value::SiteType(site.site_type),
        Value::assured_by(site.assurance.by),
        Value::Hours(hours),
        Value::ages(listing.ages),
        Value::Appointment(site.schedule.appointment),
        Value::capacity(site.capacity.map(|capacity| capacity.state)),
        days.stale_from.map_or(Value::FreshnessUnknown, Value::StaleFrom),
        site.assurance
            .date
            .map_or(Value::Undated, |date| Value::Assured(date.first_day(), date.last_day())),
    ]);
    values.extend(site.public_position().map(|p| Value::Precision(p.precision)));
    values.extend(site.assurance.confidence.map(Value::Confidence));
    values.extend(days.shown_from.map(Value::ShownFrom));
    values.extend(days.gone_from.map(Value::GoneFrom));
    values.sort_unstable();
    values.dedup();
    values
}

fn add_terms(
    values: &mut Vec<Value>,
    codes: &[TermCode],
    facet: Facet,
    value: impl Fn(u16) -> Value,
    lookup: &Lookup,
) {
    for term in codes.iter().filter_map(|code| lookup.term(code, facet)) {
        values.push(value(term.number));
        values.extend(term.parent.map(&value));
    }
}

fn add_places(values: &mut Vec<Value>, site: &Site) {
    if let Some(ags) = site.municipality {
        values.push(Value::Situated(ags));
        values.push(Value::Local(ags));
    }
    if site.municipality.is_some() || site.public_position().is_some() {
        values.push(Value::Placed);
    }
    let siteless = is_siteless(site);
    match &site.service_area.reach {
        Reach::Undeclared => {}
        Reach::Municipalities(list) => {
            values.extend(list.iter().copied().map(Value::Served));
            values.extend(list.iter().filter(|_| siteless).copied().map(Value::Local));
        }
        Reach::Everywhere => {
            values.push(Value::ServedEverywhere);
            values.extend(siteless.then_some(Value::LocalEverywhere));
        }
    }
}

/// Calls `each` with every text of the entry itself that the search looks into.
///
/// Of a protected site neither town nor part of town, only (elsewhere) the municipality.
pub(in crate::atlas) fn for_each_text<'a>(
    listing: &'a Listing,
    site: &'a Site,
    mut each: impl FnMut(Field, &'a str),
) {
    each(Field::Name, &listing.name);
    site.name.iter().for_each(|text| each(Field::Name, text));
    listing.organization_text.iter().for_each(|text| each(Field::Organization, text));
    each(Field::Description, &listing.description);
    site.description.iter().for_each(|text| each(Field::Description, text));
    listing.target_group_texts.iter().for_each(|text| each(Field::Description, text));
    if !site.is_protected() {
        for text in site.address.locality.iter().chain(&site.address.district) {
            each(Field::Place, text);
        }
    }
}

/// Calls `each` with every translated text of the entry and this site that the search looks into, in every language.
pub(in crate::atlas) fn for_each_translation<'a>(
    translations: &'a PublicTranslations,
    site: &Site,
    mut each: impl FnMut(Field, &'a str),
) {
    for (key, text) in translations.0.iter().flat_map(|one| &one.texts) {
        match key {
            TextKey::Service(ServiceText::Name) => each(Field::Name, text),
            TextKey::Service(ServiceText::Description | ServiceText::TargetGroups) => {
                each(Field::Description, text);
            }
            TextKey::Site(id, SiteText::Name) if *id == site.id => each(Field::Name, text),
            TextKey::Site(id, SiteText::Description) if *id == site.id => {
                each(Field::Description, text);
            }
            TextKey::Service(_) | TextKey::Site(..) => {}
        }
    }
}
