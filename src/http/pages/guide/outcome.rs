//! What the answers lead to: offers by category, and what is said beside them.

use std::collections::BTreeSet;

use super::super::card::{Card, cards};
use super::super::context::Context;
use super::super::query::Words;
use super::super::shell::Mark;
use super::said::Said;
use crate::atlas::{Near, PageRequest, Query};
use crate::domain::Ags;
use crate::domain::guide::{AdviceKind, Guide, GuideSearch, Outcome};

/// Cards of each list; the whole is one link away.
const CARDS: usize = 3;

/// A municipality to choose.
pub(crate) struct PlaceChoice {
    pub(crate) ags: String,
    pub(crate) name: String,
    pub(crate) chosen: bool,
}

/// The offers of one search.
pub(crate) struct OfferList {
    /// `id` of its title; unique on the page.
    pub(crate) id: String,
    pub(crate) mark: Option<Mark>,
    pub(crate) title: String,
    /// "12 Angebote"; empty where there is none.
    pub(crate) count: String,
    /// How many of them are in the chosen municipality or come there; empty if none is chosen.
    pub(crate) here: String,
    pub(crate) cards: Vec<Card>,
    pub(crate) list_href: String,
    pub(crate) list_label: String,
    pub(crate) map_href: String,
    pub(crate) map_label: String,
}

/// Advice of one kind.
pub(crate) struct AdviceGroup {
    /// `id` of its title; unique on the page.
    pub(crate) id: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) title: &'static str,
    /// Text and source.
    pub(crate) items: Vec<(Said, String)>,
}

/// The municipalities to choose from.
pub(super) fn places(context: &Context, chosen: Option<Ags>) -> Vec<PlaceChoice> {
    let municipalities = context.reference().municipalities.iter().map(|m| &m.municipality);
    let choice = municipalities.map(|m| PlaceChoice {
        ags: m.ags.to_string(),
        name: m.name.clone(),
        chosen: chosen == Some(m.ags),
    });
    choice.collect()
}

/// The lists of a result, as seen from a municipality.
pub(super) fn lists(context: &Context, outcome: &Outcome, from: Option<Ags>) -> Vec<OfferList> {
    let mut lists: Vec<OfferList> = Vec::new();
    for search in &outcome.search {
        let shown = lists.iter().flat_map(|list| &list.cards).map(|card| card.feature_id.clone());
        let list = list(context, lists.len() + 1, search, from, &shown.collect());
        lists.push(list);
    }
    lists
}

/// The list of a search; what stands in another list of the page already (`shown`) is only counted.
fn list(
    context: &Context,
    number: usize,
    search: &GuideSearch,
    from: Option<Ags>,
    shown: &BTreeSet<String>,
) -> OfferList {
    let texts = context.texts;
    let town = from.and_then(|ags| context.reference().municipality(ags));
    let words = Words {
        q: search.q.clone(),
        categories: search.category.clone(),
        target_groups: search.target_group.clone(),
        near: town.map(|m| m.name.clone()),
        ..Words::default()
    };
    let query = words.to_query(town.map(|m| m.center), &context.moment);
    let page = PageRequest { limit: CARDS + shown.len(), after: None };
    let found = context.snapshot.search(&query, &context.moment, &page);
    let title = title(context, search);
    let label = |key: &str| texts.with(key, &[("name", (&title).into())]);
    let here = town.filter(|_| found.matched > 0).map(|town| {
        let count = matched(context, &Query { near: None, ..query.clone() }, town.ags);
        let number = texts.number(count);
        let args =
            [("count", count.into()), ("number", (&number).into()), ("place", (&town.name).into())];
        texts.with("guide-offers-in", &args)
    });
    OfferList {
        id: format!("liste-{number}"),
        mark: search.category.first().and_then(|c| context.prepared.mark(c.as_str())).cloned(),
        count: match found.matched {
            0 => String::new(),
            count => texts.count("offers", count),
        },
        here: here.unwrap_or_default(),
        cards: cards(context, &found.hits, &words)
            .into_iter()
            .filter(|card| !shown.contains(&card.feature_id))
            .take(CARDS)
            .collect(),
        list_href: words.href("/liste"),
        list_label: label("guide-list-of"),
        map_href: words.href("/"),
        map_label: label("guide-map-of"),
        title,
    }
}

/// How many are in a municipality, or declare to come there.
fn matched(context: &Context, query: &Query, ags: Ags) -> u64 {
    let query =
        Query { municipalities: vec![ags], served: true, near: None::<Near>, ..query.clone() };
    context.snapshot.search(&query, &context.moment, &PageRequest { limit: 1, after: None }).matched
}

/// What is looked for, in the labels of the classification.
fn title(context: &Context, search: &GuideSearch) -> String {
    let labels = |codes: &[crate::domain::TermCode]| {
        let labels: Vec<String> =
            codes.iter().map(|code| context.term_label(code.as_str()).to_owned()).collect();
        context.texts.list(&labels)
    };
    let parts = [
        labels(&search.category),
        labels(&search.target_group),
        search.q.clone().unwrap_or_default(),
    ];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    parts.join(": ")
}

/// The advice of a result by kind; kinds without any are left out.
pub(super) fn groups(context: &Context, guide: &Guide, outcome: &Outcome) -> Vec<AdviceGroup> {
    let texts = context.texts;
    let groups = AdviceKind::ALL.map(|kind| {
        let (id, icon, key) = match kind {
            AdviceKind::Pays => ("wer-zahlt", "coin-euro", "guide-pays"),
            AdviceKind::Bring => ("mitbringen", "check", "guide-bring"),
            AdviceKind::Next => ("weiter", "route", "guide-next"),
            AdviceKind::Office => ("aemter", "building-bank", "guide-office"),
        };
        let items = guide.advice_of(outcome, kind).map(|advice| {
            let source = texts.with("guide-source", &[("source", (&advice.source).into())]);
            (Said::new(context, |texts| &texts.advice, &advice.key, &advice.text), source)
        });
        AdviceGroup { id, icon, title: texts.t(key), items: items.collect() }
    });
    groups.into_iter().filter(|group| !group.items.is_empty()).collect()
}
