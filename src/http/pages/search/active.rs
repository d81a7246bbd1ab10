//! The filters in force, each with the address of the same view without it.

use super::super::context::Context;
use super::super::places::Place;
use super::super::query::{OpenAt, Words};
use super::facets::{answer_label, language_name};
use crate::domain::YesNo;

/// One filter in force.
pub(crate) struct ActiveFilter {
    /// In words.
    pub(crate) label: String,
    /// The words without it.
    pub(crate) rest: Words,
    /// The address of the view without it.
    pub(crate) href: String,
}

/// All filters in force, in the order in which they stand in the form.
pub(crate) fn active_filters(
    context: &Context,
    words: &Words,
    place: Option<&Place>,
    path: &str,
) -> Vec<ActiveFilter> {
    let mut list = List { path, filters: Vec::new() };
    let all = words.filters();
    if let Some(q) = &words.q {
        let label = context.texts.with("filter-text", &[("text", q.into())]);
        list.add(label, Words { q: None, ..all.clone() });
    }
    if words.near.is_some() {
        let rest = Words { near: None, within_m: None, ..all.clone() };
        list.add(near_label(context, words, place), rest);
    }
    if words.bbox.is_some() {
        let label = context.texts.t("filter-bbox").to_owned();
        list.add(label, Words { bbox: None, ..all.clone() });
    }
    terms(context, words, &mut list);
    if let Some(open) = words.open {
        let label = match open {
            OpenAt::Now => context.texts.t("facet-open-now").to_owned(),
            OpenAt::Local(local) => {
                let day = context.texts.date(local.date());
                let time = local.format("%-H:%M").to_string();
                let args = [("day", (&day).into()), ("time", (&time).into())];
                context.texts.with("filter-open-at", &args)
            }
        };
        list.add(label, Words { open: None, ..all });
    }
    answers(context, words, &mut list);
    list.filters
}

struct List<'a> {
    path: &'a str,
    filters: Vec<ActiveFilter>,
}

impl List<'_> {
    fn add(&mut self, label: String, rest: Words) {
        let href = rest.href(self.path);
        self.filters.push(ActiveFilter { label, rest, href });
    }
}

/// "in der Nähe von Engen", "höchstens 5 km von Engen".
pub(crate) fn near_label(context: &Context, words: &Words, place: Option<&Place>) -> String {
    let typed = words.near.as_deref().unwrap_or_default();
    let name = place.map_or(typed, |p| p.name.as_str());
    match words.within_m {
        Some(within) => {
            let distance = context.texts.distance(f64::from(within));
            let args = [("place", name.into()), ("distance", (&distance).into())];
            context.texts.with("filter-within", &args)
        }
        None => context.texts.with("filter-near", &[("place", name.into())]),
    }
}

fn terms(context: &Context, words: &Words, list: &mut List<'_>) {
    for code in &words.categories {
        let label = context.term_label(code.as_str()).to_owned();
        list.add(label, words.without_category(code));
    }
    for code in &words.target_groups {
        let label = context.term_label(code.as_str()).to_owned();
        list.add(label, words.without_target_group(code));
    }
    for ags in &words.municipalities {
        let name = context.municipality_name(*ags);
        let label = if words.served {
            context.texts.with("filter-served", &[("place", name.into())])
        } else {
            name.to_owned()
        };
        list.add(label, words.without_municipality(*ags));
    }
    for tag in &words.languages {
        let name = language_name(context, tag);
        let label = context.texts.with("filter-language", &[("language", name.into())]);
        list.add(label, words.without_language(tag));
    }
}

fn answers(context: &Context, words: &Words, list: &mut List<'_>) {
    let said = |key: &str, word: &str, answer: YesNo| {
        context.texts.with(key, &[("answer", answer_label(context, word, answer).into())])
    };
    for answer in &words.free {
        let label = said("filter-free", "free", *answer);
        list.add(label, words.without_free(*answer));
    }
    for answer in &words.accessible {
        let label = said("filter-accessible", "accessible", *answer);
        list.add(label, words.without_accessible(*answer));
    }
}
