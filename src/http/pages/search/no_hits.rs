//! Nothing found: what was understood, what to leave out, the nearest anyway, whom to ask.

use super::super::card::{Card, cards};
use super::super::context::Context;
use super::super::places::Place;
use super::super::query::Words;
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
    /// Leaving out one filter, with the number of hits that gives.
    pub(crate) ways: Vec<WayOut>,
    /// The nearest that fit more loosely.
    pub(crate) nearest: Vec<Card>,
    /// Whom to ask.
    pub(crate) ask: ContactPoint,
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
        Self {
            understood: context
                .texts
                .with("no-hits-understood", &[("filters", (&understood).into())]),
            spellings: spellings(context, words, path),
            ways: ways(context, place, active),
            nearest: nearest(context, words, place),
            ask: context.reference().region.operator.clone(),
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
