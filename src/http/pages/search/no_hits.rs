//! Nothing found: what was understood, what to leave out, the nearest anyway, whom to ask.

use super::super::card::{Card, Phone, cards, phone_link};
use super::super::context::Context;
use super::super::places::Place;
use super::super::query::Words;
use super::RADII;
use super::active::ActiveFilter;
use crate::atlas::{Completion, PageRequest, Query};
use crate::domain::{ContactPoint, LonLat};

/// Cards of what is nearest anyway.
const NEAREST: usize = 3;
/// Other spellings on offer.
const SPELLINGS: usize = 3;

/// A way out: a link and what it leads to.
pub(crate) struct WayOut {
    pub(crate) label: String,
    pub(crate) href: String,
}

/// What to show when nothing was found.
pub(crate) struct NoHits {
    /// The filters, as understood.
    pub(crate) understood: String,
    /// Other spellings, and words that begin alike.
    pub(crate) spellings: Vec<WayOut>,
    /// The same in a wider area, with the number of hits that gives.
    pub(crate) wider: Vec<WayOut>,
    /// Leaving out one filter, with the number of hits that gives.
    pub(crate) ways: Vec<WayOut>,
    /// The nearest that fit more loosely.
    pub(crate) nearest: Vec<Card>,
    /// Whom to ask.
    pub(crate) ask: ContactPoint,
    /// Their number, to call at once.
    pub(crate) phone: Option<Phone>,
}

impl NoHits {
    pub(crate) fn new(
        context: &Context,
        words: &Words,
        place: Option<&Place>,
        active: &[ActiveFilter],
        path: &str,
    ) -> Self {
        let labels: Vec<String> = active.iter().map(|f| f.label.clone()).collect();
        let understood = context.texts.list(&labels);
        let wider = wider(context, words, place, path);
        let mut ways = ways(context, place, active);
        ways.retain(|way| wider.iter().all(|other| other.href != way.href));
        let ask = context.reference().region.operator.clone();
        let phone = phone_link(&ask.phone);
        Self {
            understood: context
                .texts
                .with("no-hits-understood", &[("filters", (&understood).into())]),
            spellings: spellings(context, words, path),
            wider,
            ways,
            nearest: nearest(context, words, place),
            ask,
            phone,
        }
    }
}

/// What may have been meant instead of the text, or of a word of it that nothing is known of.
fn spellings(context: &Context, words: &Words, path: &str) -> Vec<WayOut> {
    let Some(q) = &words.q else { return Vec::new() };
    let suggest = |text: &str| context.snapshot.complete(text, &context.moment, SPELLINGS);
    let mut found = suggest(q);
    if found.is_empty()
        && let Some(explanation) = context.snapshot.explain(q)
    {
        found = explanation.unknown().iter().flat_map(|word| suggest(word)).collect();
    }
    found.retain(|suggestion| suggestion.text != *q);
    found.truncate(SPELLINGS);
    let way = |suggestion: Completion| WayOut {
        label: context.texts.with("search-did-you-mean", &[("text", (&suggestion.text).into())]),
        href: Words { q: Some(suggestion.text), ..words.filters() }.href(path),
    };
    found.into_iter().map(way).collect()
}

/// The next larger radius that holds something, what comes to the municipality, the whole county; with their numbers.
fn wider(context: &Context, words: &Words, place: Option<&Place>, path: &str) -> Vec<WayOut> {
    let texts = context.texts;
    let filters = words.filters();
    let point = place.map(|p| p.point);
    let count = |wider: &Words| {
        matched(context, &wider.to_query(point.filter(|_| wider.near.is_some()), &context.moment))
    };
    let way = |key: &str, wider: &Words, more: &[(&str, &str)]| {
        let count = count(wider);
        let offers = texts.count("offers", count);
        let mut args = vec![("offers", (&offers).into())];
        args.extend(more.iter().map(|(name, value)| (*name, (*value).into())));
        (count > 0).then(|| WayOut { label: texts.with(key, &args), href: wider.href(path) })
    };
    let radius = words.within_m.and_then(|within| {
        RADII.iter().filter(|radius| **radius > within).find_map(|radius| {
            let distance = texts.distance(f64::from(*radius));
            let wider = Words { within_m: Some(*radius), ..filters.clone() };
            way("no-hits-within", &wider, &[("distance", &distance)])
        })
    });
    let coming = words.municipalities.first().filter(|_| !words.served).and_then(|ags| {
        let wider = Words { served: true, ..filters.clone() };
        way("no-hits-served", &wider, &[("place", context.municipality_name(*ags))])
    });
    let anywhere = Words {
        within_m: None,
        bbox: None,
        municipalities: Vec::new(),
        served: false,
        ..filters.clone()
    };
    let anywhere = Some(anywhere).filter(|wider| *wider != filters && !wider.is_empty());
    let anywhere = anywhere.and_then(|wider| way("no-hits-anywhere", &wider, &[]));
    [radius, coming, anywhere].into_iter().flatten().collect()
}

/// Every single filter whose absence gives something, the most careful widening first.
fn ways(context: &Context, place: Option<&Place>, active: &[ActiveFilter]) -> Vec<WayOut> {
    let point = place.map(|p| p.point);
    let mut found: Vec<(u64, WayOut)> = active
        .iter()
        .filter_map(|filter| {
            let query =
                filter.rest.to_query(point.filter(|_| filter.rest.near.is_some()), &context.moment);
            let count = matched(context, &query);
            let offers = context.texts.count("offers", count);
            let args = [("filter", (&filter.label).into()), ("offers", (&offers).into())];
            let way = WayOut {
                label: context.texts.with("no-hits-without", &args),
                href: filter.href.clone(),
            };
            (count > 0 && !filter.rest.is_empty()).then_some((count, way))
        })
        .collect();
    found.sort_by_key(|(count, _)| *count);
    found.into_iter().map(|(_, way)| way).collect()
}

fn matched(context: &Context, query: &Query) -> u64 {
    context.snapshot.search(query, &context.moment, &PageRequest { limit: 1, after: None }).matched
}

/// What is nearest with the topic and the text only, then with the topic, then with the text, then at all.
fn nearest(context: &Context, words: &Words, place: Option<&Place>) -> Vec<Card> {
    let from = place.map(|p| p.point).or_else(|| center(context, words));
    let topic =
        Words { q: words.q.clone(), categories: words.categories.clone(), ..Words::default() };
    let anything = Words::default();
    let looser = [
        topic.clone(),
        Words { q: None, ..topic.clone() },
        Words { categories: Vec::new(), ..topic },
    ];
    looser
        .iter()
        .filter(|words| !words.is_empty())
        // Beside a place, even the nearest of anything may help.
        .chain(from.map(|_| &anything))
        .map(|words| {
            let query = words.to_query(from, &context.moment);
            let page = PageRequest { limit: NEAREST, after: None };
            context.snapshot.search(&query, &context.moment, &page).hits
        })
        .find(|hits| !hits.is_empty())
        .map(|hits| cards(context, &hits, &Words::default()))
        .unwrap_or_default()
}

/// The centre of the chosen municipality, to measure distances from.
fn center(context: &Context, words: &Words) -> Option<LonLat> {
    context.reference().municipality(*words.municipalities.first()?).map(|m| m.center)
}
