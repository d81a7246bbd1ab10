//! What a municipality has, what it has not, what comes to it.

use super::super::card::href;
use super::super::context::Context;
use super::super::entry::Link;
use super::super::places::distance_words;
use super::super::query::Words;
use super::super::shell::Mark;
use crate::atlas::{Facets, Hit, Near, PageRequest, Query};
use crate::domain::{Ags, Facet, Municipality, Term, TermCode};

/// More than declare to serve any municipality.
const ALL: usize = 5_000;

/// A theme with entries in the municipality.
pub(crate) struct ThemeHere {
    pub(crate) mark: Mark,
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) count: String,
    /// Its categories with their numbers.
    pub(crate) categories: Vec<Link>,
}

/// A category without entries in the municipality.
pub(crate) struct Missing {
    pub(crate) mark: Mark,
    pub(crate) label: String,
    /// The nearest entry, with its municipality and distance.
    pub(crate) nearest: Option<Link>,
    /// Where none has a place to go to: those that come to people or answer from afar.
    pub(crate) placeless: Option<Link>,
}

/// What declares to serve the municipality from elsewhere, by theme.
pub(crate) struct Served {
    pub(crate) total: u64,
    pub(crate) intro: String,
    pub(crate) themes: Vec<ServedTheme>,
}

/// The entries of a theme.
pub(crate) struct ServedTheme {
    pub(crate) mark: Mark,
    pub(crate) label: String,
    pub(crate) count: String,
    pub(crate) links: Vec<Link>,
}

/// The categories that are there for a municipality although none of their offers has a site in it: they come to
/// people, answer by phone or online, or keep their place to themselves.
pub(super) fn without_site(context: &Context, ags: Ags) -> Vec<(TermCode, u64)> {
    let query = Query { municipalities: vec![ags], ..Query::default() };
    let page = PageRequest { limit: ALL, after: None };
    let hits = context.snapshot.search(&query, &context.moment, &page).hits;
    let mut found: Vec<(TermCode, u64, bool)> = Vec::new();
    for hit in hits {
        let Some(view) = context.view(hit.site) else { continue };
        let sited = view
            .site()
            .is_some_and(|site| site.municipality == Some(ags) && site.public_position().is_some());
        for code in &view.listing.categories {
            match found.iter_mut().find(|(known, ..)| known == code) {
                Some((_, count, any)) => {
                    *count += 1;
                    *any |= sited;
                }
                None => found.push((code.clone(), 1, sited)),
            }
        }
    }
    found.into_iter().filter(|(.., sited)| !sited).map(|(code, count, _)| (code, count)).collect()
}

fn count_of(facets: &Facets, code: &TermCode) -> u64 {
    facets.categories.iter().find(|(c, _)| c == code).map_or(0, |(_, count)| *count)
}

/// The themes with entries, in the order of the classification.
pub(crate) fn here(context: &Context, ags: Ags, facets: &Facets) -> Vec<ThemeHere> {
    let taxonomy = &context.reference().taxonomy;
    let address = |term: &Term| {
        let (categories, municipalities) = (vec![term.code.clone()], vec![ags]);
        Words { categories, municipalities, ..Words::default() }.href("/")
    };
    let unsited = without_site(context, ags);
    let note = |code: &TermCode| {
        let number = context.texts.number(count_of(facets, code));
        if unsited.iter().any(|(known, _)| known == code) {
            context.texts.with("municipality-unsited", &[("number", (&number).into())])
        } else {
            number
        }
    };
    let tops = taxonomy.tops(Facet::Topic).filter(|top| count_of(facets, &top.code) > 0);
    tops.filter_map(|top| {
        let children = taxonomy.children(top.code.as_str());
        let categories = children.filter(|c| count_of(facets, &c.code) > 0).map(|child| Link {
            label: context.label(child).to_owned(),
            href: address(child),
            note: note(&child.code),
            translated: false,
        });
        Some(ThemeHere {
            mark: context.prepared.mark(top.code.as_str())?.clone(),
            label: context.label(top).to_owned(),
            href: address(top),
            count: context.texts.count("offers", count_of(facets, &top.code)),
            categories: categories.collect(),
        })
    })
    .collect()
}

/// The categories without entries, each with the nearest elsewhere; distances are straight lines from the
/// municipality's centre.
pub(crate) fn missing(
    context: &Context,
    municipality: &Municipality,
    facets: &Facets,
) -> Vec<Missing> {
    let taxonomy = &context.reference().taxonomy;
    let topics = taxonomy.terms().iter().filter(|t| t.facet == Facet::Topic && t.parent.is_some());
    topics
        .filter(|term| count_of(facets, &term.code) == 0)
        .filter_map(|term| {
            Some(Missing {
                mark: context.prepared.mark(term.code.as_str())?.clone(),
                label: context.label(term).to_owned(),
                nearest: nearest(context, municipality, &term.code),
                placeless: placeless(context, &term.code),
            })
        })
        .collect()
}

fn nearest(context: &Context, municipality: &Municipality, code: &TermCode) -> Option<Link> {
    let (hit, metres) = nearest_hit(context, municipality, code)?;
    let view = context.view(hit.site)?;
    let site = view.site()?;
    let town = site.municipality.map(|ags| context.municipality_name(ags)).unwrap_or_default();
    let exact = site.public_position().is_some_and(|p| p.precision.is_marker());
    let distance = distance_words(context.texts, metres, exact);
    let note = if town.is_empty() { distance } else { format!("{town}, {distance}") };
    let label = view.listing.name_at(site).to_owned();
    let translated = view.spoken.name_at(site);
    Some(Link { label, href: href(&view.listing, site, &Words::default()), note, translated })
}

/// All entries of a category, wherever they are and with or without a place; `None` if there is none.
fn placeless(context: &Context, code: &TermCode) -> Option<Link> {
    let query = Query { categories: vec![code.clone()], ..Query::default() };
    let page = PageRequest { limit: 1, after: None };
    let found = context.snapshot.search(&query, &context.moment, &page);
    let words = Words { categories: vec![code.clone()], ..Words::default() };
    (found.matched > 0).then(|| Link {
        label: context.texts.count("offers", found.matched),
        href: words.href("/liste"),
        ..Link::default()
    })
}

/// How far the nearest entry of a category is from the municipality's centre in a straight line, in metres, and
/// whether its place is known exactly.
pub(super) fn nearest_m(
    context: &Context,
    municipality: &Municipality,
    code: &TermCode,
) -> Option<(f64, bool)> {
    let (hit, metres) = nearest_hit(context, municipality, code)?;
    let view = context.view(hit.site)?;
    let exact = view.site()?.public_position().is_some_and(|p| p.precision.is_marker());
    Some((metres, exact))
}

fn nearest_hit(
    context: &Context,
    municipality: &Municipality,
    code: &TermCode,
) -> Option<(Hit, f64)> {
    let query = Query {
        categories: vec![code.clone()],
        near: Some(Near { point: municipality.center, within_m: None }),
        ..Query::default()
    };
    let page = PageRequest { limit: 1, after: None };
    let hit = context.snapshot.search(&query, &context.moment, &page).hits.first().copied()?;
    Some((hit, hit.distance_m?))
}

impl Served {
    pub(crate) fn new(context: &Context, ags: Ags) -> Self {
        let municipalities = vec![ags];
        let query = Query { municipalities, served: true, ..Query::default() };
        let page = PageRequest { limit: ALL, after: None };
        let hits = context.snapshot.search(&query, &context.moment, &page).hits;
        let mut themes: Vec<ServedTheme> = Vec::new();
        let mut seen = Vec::new();
        let mut total = 0;
        for hit in hits {
            let Some(view) = context.view(hit.site) else { continue };
            let Some(site) = view.site().filter(|site| site.municipality != Some(ags)) else {
                continue;
            };
            let Some(code) = view.listing.categories.first() else { continue };
            let Some(top) = context.reference().taxonomy.top_of(code.as_str()) else { continue };
            let Some(mark) = context.prepared.mark(code.as_str()) else { continue };
            if seen.contains(&view.listing.id) {
                continue;
            }
            seen.push(view.listing.id);
            total += 1;
            let link = Link {
                label: view.listing.name_at(site).to_owned(),
                href: href(&view.listing, site, &Words::default()),
                note: super::super::card::place(context, site),
                translated: view.spoken.name_at(site),
            };
            match themes.iter_mut().find(|t| t.mark.theme == mark.theme) {
                Some(theme) => theme.links.push(link),
                None => themes.push(ServedTheme {
                    mark: mark.clone(),
                    label: context.label(top).to_owned(),
                    count: String::new(),
                    links: vec![link],
                }),
            }
        }
        let order = |theme: &ServedTheme| {
            let mut tops = context.reference().taxonomy.tops(Facet::Topic);
            tops.position(|t| t.code.as_str() == theme.mark.theme)
        };
        themes.sort_by_key(order);
        for theme in &mut themes {
            theme.count = context.texts.count("offers", theme.links.len() as u64);
            theme.links.sort_by_cached_key(|link| link.label.to_lowercase());
        }
        Self { total, intro: context.texts.count("served-intro", total), themes }
    }
}
