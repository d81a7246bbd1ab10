//! The public entries as data: in words, so that a script only has to put them on the page.

use serde::Serialize;

use super::super::card::{organization_name, place};
use super::super::context::Context;
use super::super::entry::contact::ContactView;
use super::super::entry::{Facts, PlaceView, hours_view, standing_told};
use super::super::quoted::Quoted;
use crate::atlas::{PageRequest, Query, SiteRef, SiteView};
use crate::domain::{Facet, Language, LonLat, ServiceText, Site, SiteText};

/// A topic with the words by which it is found.
#[derive(Serialize)]
pub(super) struct Category<'a> {
    code: &'a str,
    label: &'a str,
    /// The topic above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'a str>,
    /// Everyday words, in German and in the language of the page.
    words: Vec<&'a str>,
}

/// A number to call.
#[derive(Serialize)]
struct Number {
    href: String,
    number: String,
}

/// One site of an entry. What is not known is left out.
#[derive(Serialize)]
pub(super) struct Entry {
    /// The service.
    id: String,
    /// The site, as the map knows it.
    site: String,
    category: String,
    /// Its topics beside the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization: Option<String>,
    /// Where, in one line.
    place: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    phones: Vec<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    address: Vec<String>,
    /// `geo:` address.
    #[serde(skip_serializing_if = "Option::is_none")]
    route: Option<String>,
    /// Days from that of the data on, each with its hours.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hours: Vec<(String, String)>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    appointment: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours_text: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    for_whom: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ages: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anonymous: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    languages: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    access: Option<String>,
    standing: String,
    /// Which of the texts above are in the language of the page; the others are German.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    translated: Vec<&'static str>,
}

/// Codes of the topics of which nothing is kept.
pub(super) fn discreet(context: &Context) -> Vec<String> {
    let reference = context.reference();
    let topics = reference.taxonomy.terms().iter().filter(|term| term.facet == Facet::Topic);
    topics
        .filter(|term| {
            reference.region.is_discreet(&reference.taxonomy, std::slice::from_ref(&term.code))
        })
        .map(|term| term.code.to_string())
        .collect()
}

/// All topics of which something may be kept.
pub(super) fn categories(context: &Context) -> Vec<Category<'_>> {
    let (reference, language) = (context.reference(), context.language());
    let topics = reference.taxonomy.terms().iter().filter(|term| term.facet == Facet::Topic);
    topics
        .filter(|term| {
            !reference.region.is_discreet(&reference.taxonomy, std::slice::from_ref(&term.code))
        })
        .map(|term| Category {
            code: term.code.as_str(),
            label: context.label(term),
            parent: term.parent.as_ref().map(crate::domain::TermCode::as_str),
            words: term
                .synonyms
                .iter()
                .filter(|word| {
                    word.language == Language::German.code() || word.language == language.code()
                })
                .map(|word| word.text.as_str())
                .collect(),
        })
        .collect()
}

/// The public sites to keep, and the number of those left out: all of them where there are more than `most`.
pub(super) fn sites(context: &Context, most: usize) -> (Vec<SiteRef>, u64) {
    let page = PageRequest { limit: most, after: None };
    let found = context.snapshot.search(&Query::default(), &context.moment, &page);
    if found.next.is_some() {
        return (Vec::new(), found.matched);
    }
    let reference = context.reference();
    let is_kept = |site: &SiteRef| {
        context.view(*site).is_some_and(|view| {
            !reference.region.is_discreet(&reference.taxonomy, &view.listing.categories)
        })
    };
    let sites: Vec<SiteRef> = found.hits.iter().map(|hit| hit.site).filter(is_kept).collect();
    let left_out = found.matched.saturating_sub(sites.len() as u64);
    (sites, left_out)
}

/// The sites as data, by name; and the sites in that order.
pub(super) fn entries(context: &Context, sites: &[SiteRef]) -> (Vec<Entry>, Vec<SiteRef>) {
    let mut entries: Vec<(Entry, SiteRef)> = sites
        .iter()
        .filter_map(|site| {
            let view = context.view(*site)?;
            Some((entry(context, &view, context.snapshot.point(*site))?, *site))
        })
        .collect();
    let key = |entry: &Entry| {
        (entry.name.clone(), entry.place.clone(), entry.id.clone(), entry.site.clone())
    };
    entries.sort_by_cached_key(|(entry, _)| key(entry));
    entries.into_iter().unzip()
}

fn entry(context: &Context, view: &SiteView, point: Option<LonLat>) -> Option<Entry> {
    let (listing, site) = (&view.listing, view.site()?);
    let contact = ContactView::new(context, listing, site);
    let hours = hours_view(context, site, &view.spoken);
    let facts = Facts::new(context, listing, site, &view.spoken);
    let where_ = PlaceView::new(context, view, point)?;
    Some(Entry {
        id: listing.id.to_string(),
        site: site.id.to_string(),
        category: listing.categories.first()?.to_string(),
        also: listing.categories.iter().skip(1).map(ToString::to_string).collect(),
        name: listing.name_at(site).to_owned(),
        organization: organization_name(context, listing),
        place: place(context, site),
        text: site.description.clone().unwrap_or_else(|| listing.description.clone()),
        phones: contact
            .phones
            .into_iter()
            .map(|phone| Number { href: phone.href, number: phone.number })
            .collect(),
        email: contact.email,
        website: contact.website.map(|website| website.href),
        address: where_.address,
        route: where_.route,
        hours: hours.week.into_iter().map(|row| (row.day, row.hours)).collect(),
        appointment: hours.appointment,
        hours_text: hours.text.map(|text| text.text()),
        for_whom: facts.for_whom.iter().map(Quoted::text).collect(),
        ages: facts.ages,
        anonymous: facts.anonymous,
        cost: facts.cost.map(|text| text.text()),
        languages: facts.languages.map(|text| text.text()),
        access: facts.access.map(|text| text.text()),
        standing: standing_told(context, view, site),
        translated: translated(view, site),
    })
}

/// The texts that people have translated, by the names they have here.
fn translated(view: &SiteView, site: &Site) -> Vec<&'static str> {
    let spoken = &view.spoken;
    let all = [
        ("name", spoken.name_at(site)),
        ("text", spoken.description_at(site)),
        ("hours_text", spoken.site(site.id, SiteText::Hours)),
        ("for_whom", spoken.service(ServiceText::TargetGroups)),
        ("cost", spoken.service(ServiceText::Cost)),
    ];
    all.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect()
}
