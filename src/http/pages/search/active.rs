//! The filters in force, each with the address of the same view without it.

use super::super::context::Context;
use super::super::places::Place;
use super::super::query::{OpenAt, Words};
use super::facets::{answer_label, capacity_key, language_name};
use crate::atlas::AgeAsked;
use crate::domain::{OpenState, YesNo};

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
    if words.open.is_some() {
        let label = open_label(context, words);
        list.add(label, Words { open: None, open_also: Vec::new(), ..all });
    }
    answers(context, words, &mut list);
    list.filters
}

/// "jetzt geöffnet oder Zeiten nicht bekannt".
fn open_label(context: &Context, words: &Words) -> String {
    let texts = context.texts;
    let moment = match words.open {
        Some(OpenAt::Local(local)) => {
            let day = texts.date(local.date());
            let time = local.format("%-H:%M").to_string();
            texts.with("filter-open-at", &[("day", (&day).into()), ("time", (&time).into())])
        }
        Some(OpenAt::Today) => texts.t("filter-open-today").to_owned(),
        Some(OpenAt::Now) | None => texts.t("facet-open-now").to_owned(),
    };
    let also = words.open_also.iter().map(|state| match state {
        OpenState::Appointment => texts.t("filter-or-appointment"),
        _ => texts.t("filter-or-unknown"),
    });
    std::iter::once(moment.as_str()).chain(also).collect::<Vec<_>>().join(" ")
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
    for answer in &words.anonymous {
        let label = said("filter-anonymous", "anonymous", *answer);
        list.add(label, words.without_anonymous(*answer));
    }
    for age in &words.ages {
        let label = match age {
            AgeAsked::Years(years) => {
                let years = context.texts.number(u64::from(*years));
                context.texts.with("filter-age", &[("age", (&years).into())])
            }
            AgeAsked::Unknown => context.texts.t("filter-age-unknown").to_owned(),
        };
        list.add(label, words.without_age(*age));
    }
    for code in &words.formats {
        let label = context.term_label(code.as_str()).to_owned();
        list.add(label, words.without_format(code));
    }
    for answer in &words.appointment {
        let label = said("filter-appointment", "appointment", *answer);
        list.add(label, words.without_appointment(*answer));
    }
    for room in &words.capacity {
        let answer = context.texts.t(capacity_key(*room));
        let label = context.texts.with("filter-capacity", &[("answer", answer.into())]);
        list.add(label, words.without_capacity(*room));
    }
    for answer in &words.accessible {
        let label = said("filter-accessible", "accessible", *answer);
        list.add(label, words.without_accessible(*answer));
    }
}
