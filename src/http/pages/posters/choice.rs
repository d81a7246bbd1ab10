//! What a poster is about: a municipality, a topic, or both.

use serde::Serialize;

use super::super::context::Context;
use super::super::discreet::is_discreet;
use super::super::entry::poster::Line;
use super::super::query::Words;
use crate::domain::{CrisisNumber, RegionWord, TermCode};

/// Most numbers beside the offers of a topic.
const NUMBERS_OF_TOPIC: usize = 6;
/// Most numbers on the poster of a municipality: three rows of three.
const NUMBERS: usize = 9;

/// A number to call, as it stands on paper.
#[derive(Debug, Serialize)]
pub(crate) struct Call {
    name: Line,
    number: String,
    available: Option<Line>,
}

impl Call {
    fn new(context: &Context, number: &CrisisNumber) -> Self {
        let translated =
            context.county_texts().is_some_and(|texts| texts.numbers.contains_key(&number.id));
        let words = context.number_text(number);
        let line = |text: String| Line { text, german: !translated };
        Self {
            name: line(words.name),
            number: number.number.clone(),
            available: Some(words.available).filter(|text| !text.is_empty()).map(line),
        }
    }
}

/// What a poster is about.
pub(crate) struct Choice {
    /// Municipalities and topics, nothing else.
    pub(crate) words: Words,
    /// The topics in words.
    pub(crate) what: String,
    /// The municipalities, else the county.
    pub(crate) place: Line,
    /// Nobody else should see what it is about.
    pub(crate) discreet: bool,
    /// A municipality was named, but the poster is about the county: it must not tell where a protected place is.
    pub(crate) widened: bool,
}

impl Choice {
    /// What the words of a list ask for, as far as a poster can be about it.
    pub(crate) fn new(context: &Context, words: &Words) -> Self {
        let discreet = is_discreet(context, &words.categories);
        let widened = discreet && !words.municipalities.is_empty();
        let municipalities = if widened { Vec::new() } else { words.municipalities.clone() };
        let categories = words.categories.clone();
        let words = Words { categories, municipalities, ..Words::default() };
        let labels: Vec<String> =
            words.categories.iter().map(|code| context.term_label(code.as_str()).into()).collect();
        let names: Vec<String> =
            words.municipalities.iter().map(|ags| context.municipality_name(*ags).into()).collect();
        Self {
            what: match labels.as_slice() {
                [] => context.texts.t("posters-heading").to_owned(),
                labels => context.texts.list(labels),
            },
            place: match names.as_slice() {
                [] => Line::ours(context.region_text(RegionWord::Name)),
                [name] => Line::german(name),
                names => Line::ours(context.texts.list(names)),
            },
            words,
            discreet,
            widened,
        }
    }

    /// The numbers to call that belong here: all of the county without a topic, else those that the guided way puts
    /// before the offers of the topic.
    pub(crate) fn numbers(&self, context: &Context) -> Vec<Call> {
        let known = &context.reference().crisis_numbers;
        let named: Vec<&CrisisNumber> = if self.words.categories.is_empty() {
            known.iter().take(NUMBERS).collect()
        } else {
            let ids = self.numbers_of_topic(context);
            let of = |id: &&str| known.iter().find(|number| number.id == **id);
            ids.iter().filter_map(of).take(NUMBERS_OF_TOPIC).collect()
        };
        named.into_iter().map(|number| Call::new(context, number)).collect()
    }

    /// Ids of the numbers of those results that look for the topic first of all.
    fn numbers_of_topic<'a>(&self, context: &'a Context) -> Vec<&'a str> {
        let reference = context.reference();
        let parent = |code: &TermCode| reference.taxonomy.find(code.as_str())?.parent.clone();
        let related = |one: &TermCode, other: &TermCode| {
            one == other
                || parent(one).as_ref() == Some(other)
                || parent(other).as_ref() == Some(one)
        };
        let mut ids: Vec<&str> = Vec::new();
        for result in &reference.guide.results {
            let Some(first) = result.search.first().filter(|search| search.q.is_none()) else {
                continue;
            };
            let wanted = &self.words.categories;
            if first.category.iter().any(|code| wanted.iter().any(|one| related(one, code))) {
                for id in &result.numbers {
                    if !ids.contains(&id.as_str()) {
                        ids.push(id);
                    }
                }
            }
        }
        ids
    }
}
