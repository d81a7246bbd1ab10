//! The orders of a list: the one in force, and the others as links.

use super::super::context::Context;
use super::super::query::Words;
use crate::atlas::Sort;

/// An order to choose.
pub(crate) struct SortLink {
    pub(crate) label: &'static str,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// The order in force; `None` where nothing but the ids decides.
fn in_force(words: &Words) -> Option<Sort> {
    words.sort.or_else(|| usual(words))
}

/// The order where none is asked for.
fn usual(words: &Words) -> Option<Sort> {
    match (&words.q, &words.near) {
        (Some(_), _) => Some(Sort::Rank),
        (None, Some(_)) => Some(Sort::Distance),
        (None, None) => None,
    }
}

/// The order in force in words; empty where there is none to tell of.
pub(super) fn order(context: &Context, words: &Words) -> &'static str {
    in_force(words).map_or("", |sort| context.texts.t(key(sort)))
}

const fn key(sort: Sort) -> &'static str {
    match sort {
        Sort::Rank => "order-rank",
        Sort::Distance => "order-distance",
        Sort::Freshness => "order-freshness",
        Sort::Name => "order-name",
    }
}

/// The orders that can be had: rank with a text, distance with a place.
pub(super) fn links(context: &Context, words: &Words, path: &str) -> Vec<SortLink> {
    let all = Sort::ALL.into_iter().filter(|sort| match sort {
        Sort::Rank => words.q.is_some(),
        Sort::Distance => words.near.is_some(),
        Sort::Freshness | Sort::Name => true,
    });
    let link = |sort: Sort| {
        let asked = Some(sort).filter(|sort| usual(words) != Some(*sort));
        SortLink {
            label: context.texts.t(key(sort)),
            href: Words { sort: asked, ..words.filters() }.href(path),
            current: in_force(words) == Some(sort),
        }
    };
    all.map(link).collect()
}
