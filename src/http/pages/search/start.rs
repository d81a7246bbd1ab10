//! Before anything is typed: the themes, three examples, the numbers to call.

use super::super::card::{Phone, phone_link};
use super::super::context::Context;
use super::super::query::Words;
use super::super::shell::Mark;
use crate::atlas::{Facets, PageRequest};
use crate::domain::{Ags, Facet, Term, TermCode};

/// Example searches on the start page.
const EXAMPLES: usize = 3;
/// Numbers on the start page.
const NUMBERS: usize = 3;

/// A theme as a large tile.
pub(crate) struct Tile {
    pub(crate) mark: Mark,
    pub(crate) label: String,
    pub(crate) count: String,
    pub(crate) href: String,
}

/// An example of a search.
pub(crate) struct Example {
    pub(crate) label: String,
    pub(crate) href: String,
}

/// A number to call.
pub(crate) struct Number {
    pub(crate) name: String,
    pub(crate) phone: Phone,
}

/// What the start page shows instead of hits.
pub(crate) struct Start {
    pub(crate) tiles: Vec<Tile>,
    pub(crate) examples: Vec<Example>,
    pub(crate) numbers: Vec<Number>,
}

impl Start {
    pub(crate) fn new(context: &Context, facets: &Facets) -> Self {
        Self {
            tiles: tiles(context, facets),
            examples: examples(context, facets),
            numbers: context
                .reference()
                .crisis_numbers
                .iter()
                .take(NUMBERS)
                .filter_map(|n| {
                    Some(Number {
                        name: context.number_text(n).name,
                        phone: phone_link(&n.number)?,
                    })
                })
                .collect(),
        }
    }
}

fn count_of(facets: &Facets, code: &TermCode) -> u64 {
    facets.categories.iter().find(|(c, _)| c == code).map_or(0, |(_, count)| *count)
}

fn tiles(context: &Context, facets: &Facets) -> Vec<Tile> {
    let tops = context.reference().taxonomy.tops(Facet::Topic);
    tops.filter_map(|top| {
        let words = Words { categories: vec![top.code.clone()], ..Words::default() };
        Some(Tile {
            mark: context.prepared.mark(top.code.as_str())?.clone(),
            label: context.label(top).to_owned(),
            count: context.texts.number(count_of(facets, &top.code)),
            href: words.href("/"),
        })
    })
    .collect()
}

/// Three searches that find something: large categories of different themes in different large
/// municipalities, so that they fit any county.
fn examples(context: &Context, facets: &Facets) -> Vec<Example> {
    let taxonomy = &context.reference().taxonomy;
    let mut categories: Vec<(&Term, u64)> = taxonomy
        .terms()
        .iter()
        .filter(|t| t.facet == Facet::Topic && t.parent.is_some())
        .map(|t| (t, count_of(facets, &t.code)))
        .filter(|(_, count)| *count > 0)
        .collect();
    categories.sort_by_key(|(term, count)| (std::cmp::Reverse(*count), term.code.clone()));
    let towns = towns(context);
    let mut themes: Vec<Option<TermCode>> = Vec::new();
    let mut examples = Vec::new();
    for (term, _) in categories {
        if examples.len() == EXAMPLES {
            break;
        }
        let Some((_, town)) = towns.get(examples.len() % towns.len().max(1)) else { break };
        if themes.contains(&term.parent) || !finds(context, term, town) {
            continue;
        }
        themes.push(term.parent.clone());
        let near = Some(town.clone());
        let words = Words { categories: vec![term.code.clone()], near, ..Words::default() };
        let args = [("category", context.label(term).into()), ("place", town.into())];
        examples
            .push(Example { label: context.texts.with("example", &args), href: words.href("/") });
    }
    examples
}

/// Whether the example has a hit with a place.
fn finds(context: &Context, term: &Term, town: &str) -> bool {
    let point = context.snapshot.find_places(town, 1).first().map(|p| p.point);
    let words = Words { categories: vec![term.code.clone()], ..Words::default() };
    let query = words.to_query(point, &context.moment);
    let page = PageRequest { limit: 1, after: None };
    let hits = context.snapshot.search(&query, &context.moment, &page).hits;
    hits.first().is_some_and(|hit| hit.distance_m.is_some())
}

/// Municipalities by people, the largest first.
fn towns(context: &Context) -> Vec<(Ags, String)> {
    let mut all: Vec<_> =
        context.reference().municipalities.iter().map(|m| &m.municipality).collect();
    all.sort_by_key(|m| std::cmp::Reverse(m.population));
    all.iter().map(|m| (m.ags, m.name.clone())).collect()
}
