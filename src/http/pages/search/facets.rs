//! The filter box: every choice with the number of hits it would leave.

use super::super::context::Context;
use super::super::query::Words;
use super::super::shell::Mark;
use super::moments::{AgeField, OpenField};
use crate::atlas::Facets;
use crate::domain::{CapacityState, Facet, LonLat, TermCode, YesNo};
use crate::http::params::capacity_word;

/// One choice of a facet.
pub(crate) struct Choice {
    /// `id` of the field; unique on the page.
    pub(crate) id: String,
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) count: String,
    pub(crate) checked: bool,
    /// Would leave nothing.
    pub(crate) empty: bool,
    /// Below the choice before it.
    pub(crate) child: bool,
    pub(crate) mark: Option<Mark>,
}

/// The filter box.
pub(crate) struct FacetsView {
    pub(crate) categories: Vec<Choice>,
    pub(crate) target_groups: Vec<Choice>,
    pub(crate) municipalities: Vec<Choice>,
    pub(crate) languages: Vec<Choice>,
    pub(crate) free: Vec<Choice>,
    pub(crate) anonymous: Vec<Choice>,
    pub(crate) accessible: Vec<Choice>,
    pub(crate) age: AgeField,
    pub(crate) formats: Vec<Choice>,
    pub(crate) appointment: Vec<Choice>,
    pub(crate) capacity: Vec<Choice>,
    pub(crate) open: OpenField,
    /// "3 aktiv"; empty if none is.
    pub(crate) active: String,
    /// Keep the municipalities' declared areas in.
    pub(crate) served: bool,
}

impl FacetsView {
    /// `point` is what the typed place was understood as.
    pub(crate) fn new(
        context: &Context,
        words: &Words,
        facets: &Facets,
        point: Option<LonLat>,
    ) -> Self {
        let texts = context.texts;
        let active = words.facet_count() as u64;
        Self {
            categories: categories(context, words, facets),
            target_groups: target_groups(context, words, facets),
            municipalities: municipalities(context, words, facets),
            languages: languages(context, words, facets),
            free: answers(context, "free", &words.free, &facets.free),
            anonymous: answers(context, "anonymous", &words.anonymous, &facets.anonymous),
            accessible: answers(context, "accessible", &words.accessible, &facets.accessible),
            age: AgeField::new(context, words, facets),
            formats: formats(context, words, facets),
            appointment: answers(context, "appointment", &words.appointment, &facets.appointment),
            capacity: capacity(context, words, facets),
            open: OpenField::new(context, words, facets, point),
            active: if active == 0 { String::new() } else { texts.count("filters-active", active) },
            served: words.served,
        }
    }
}

pub(super) fn choice(
    context: &Context,
    word: &str,
    value: &str,
    label: &str,
    count: u64,
) -> Choice {
    Choice {
        id: format!("f-{word}-{value}"),
        value: value.to_owned(),
        label: label.to_owned(),
        count: context.texts.number(count),
        checked: false,
        empty: count == 0,
        child: false,
        mark: None,
    }
}

/// The themes; below a chosen one its categories.
fn categories(context: &Context, words: &Words, facets: &Facets) -> Vec<Choice> {
    let taxonomy = &context.reference().taxonomy;
    let count = |code: &TermCode| {
        facets.categories.iter().find(|(c, _)| c == code).map_or(0, |(_, count)| *count)
    };
    let mut choices = Vec::new();
    for top in taxonomy.tops(Facet::Topic) {
        let code = top.code.as_str();
        choices.push(Choice {
            checked: words.categories.contains(&top.code),
            mark: context.prepared.mark(code).cloned(),
            ..choice(context, "category", code, context.label(top), count(&top.code))
        });
        let opened = words
            .categories
            .iter()
            .any(|c| taxonomy.top_of(c.as_str()).is_some_and(|t| t.code == top.code));
        for child in taxonomy.children(code).filter(|_| opened) {
            choices.push(Choice {
                checked: words.categories.contains(&child.code),
                child: true,
                ..choice(
                    context,
                    "category",
                    child.code.as_str(),
                    context.label(child),
                    count(&child.code),
                )
            });
        }
    }
    choices
}

fn target_groups(context: &Context, words: &Words, facets: &Facets) -> Vec<Choice> {
    let choices = facets.target_groups.iter().map(|(code, count)| Choice {
        checked: words.target_groups.contains(code),
        ..choice(context, "target_group", code.as_str(), context.term_label(code.as_str()), *count)
    });
    choices.collect()
}

/// One municipality each; several chosen by a link stand as one choice, so that the form keeps them.
fn municipalities(context: &Context, words: &Words, facets: &Facets) -> Vec<Choice> {
    let mut choices: Vec<Choice> = facets
        .municipalities
        .iter()
        .map(|(ags, count)| Choice {
            checked: words.municipalities == [*ags],
            ..choice(context, "municipality", ags.as_str(), context.municipality_name(*ags), *count)
        })
        .collect();
    if let [_, _, ..] = words.municipalities.as_slice() {
        let keys: Vec<String> = words.municipalities.iter().map(ToString::to_string).collect();
        let names: Vec<String> =
            words.municipalities.iter().map(|a| context.municipality_name(*a).to_owned()).collect();
        let all = facets.municipalities.iter().filter(|(a, _)| words.municipalities.contains(a));
        let count = all.map(|(_, count)| count).sum();
        let label = context.texts.list(&names);
        let several = choice(context, "municipality", &keys.join(","), &label, count);
        choices.insert(0, Choice { checked: true, ..several });
    }
    choices
}

fn languages(context: &Context, words: &Words, facets: &Facets) -> Vec<Choice> {
    let choices = facets.languages.iter().map(|(tag, count)| Choice {
        checked: words.languages.iter().any(|l| l.eq_ignore_ascii_case(tag)),
        ..choice(context, "language", tag, language_name(context, tag), *count)
    });
    choices.collect()
}

/// The name of a language; its tag where we have none.
pub(crate) fn language_name<'a>(context: &Context, tag: &'a str) -> &'a str {
    let key = match tag.split('-').next().unwrap_or_default() {
        "de" => "language-de",
        "en" => "language-en",
        "fr" => "language-fr",
        "it" => "language-it",
        "es" => "language-es",
        "pt" => "language-pt",
        "tr" => "language-tr",
        "uk" => "language-uk",
        "ru" => "language-ru",
        "pl" => "language-pl",
        "ro" => "language-ro",
        "ar" => "language-ar",
        "fa" => "language-fa",
        "ku" => "language-ku",
        "sq" => "language-sq",
        "sr" => "language-sr",
        "hr" => "language-hr",
        "bs" => "language-bs",
        "cnr" => "language-cnr",
        "mk" => "language-mk",
        "bg" => "language-bg",
        "cs" => "language-cs",
        "hu" => "language-hu",
        "prs" => "language-prs",
        "ps" => "language-ps",
        "rom" => "language-rom",
        "ti" => "language-ti",
        "gsg" => "language-gsg",
        _ => return tag,
    };
    context.texts.t(key)
}

fn formats(context: &Context, words: &Words, facets: &Facets) -> Vec<Choice> {
    let choices = facets.formats.iter().map(|(code, count)| Choice {
        checked: words.formats.contains(code),
        ..choice(context, "format", code.as_str(), context.term_label(code.as_str()), *count)
    });
    choices.collect()
}

fn capacity(context: &Context, words: &Words, facets: &Facets) -> Vec<Choice> {
    let choices = facets.capacity.iter().map(|(room, count)| Choice {
        checked: words.capacity.contains(room),
        ..choice(
            context,
            "capacity",
            capacity_word(*room),
            context.texts.t(capacity_key(*room)),
            *count,
        )
    });
    choices.collect()
}

/// Whether there is room, in words.
pub(crate) const fn capacity_key(room: Option<CapacityState>) -> &'static str {
    match room {
        Some(CapacityState::Free) => "facet-capacity-free",
        Some(CapacityState::WaitingList) => "facet-capacity-waiting-list",
        Some(CapacityState::Full) => "facet-capacity-full",
        None => "facet-unknown",
    }
}

fn answers(
    context: &Context,
    word: &str,
    chosen: &[YesNo],
    counts: &[(YesNo, u64); 3],
) -> Vec<Choice> {
    let choices = counts.iter().map(|(answer, count)| Choice {
        checked: chosen.contains(answer),
        ..choice(context, word, answer.as_str(), answer_label(context, word, *answer), *count)
    });
    choices.collect()
}

/// An answer in the words of its filter.
pub(crate) fn answer_label(context: &Context, word: &str, answer: YesNo) -> &'static str {
    let key = match (word, answer) {
        ("free", YesNo::Yes) => "facet-free-yes",
        ("free", YesNo::No) => "facet-free-no",
        ("anonymous", YesNo::Yes) => "facet-anonymous-yes",
        ("anonymous", YesNo::No) => "facet-anonymous-no",
        ("appointment", YesNo::Yes) => "facet-appointment-yes",
        ("appointment", YesNo::No) => "facet-appointment-no",
        (_, YesNo::Yes) => "facet-accessible-yes",
        (_, YesNo::No) => "facet-accessible-no",
        (_, YesNo::Unknown) => "facet-unknown",
    };
    context.texts.t(key)
}
