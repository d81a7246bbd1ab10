//! Why a hit is one: marked words, everyday words, spelling; and how the text as a whole was understood.

use super::super::card::{Card, Part, cards};
use super::super::context::Context;
use super::super::hours::shortened;
use super::super::query::Words;
use crate::atlas::{Explanation, Hit, Reason};

/// Longest summary on a card, in characters.
const SUMMARY: usize = 160;
/// Bytes before the first marked word of a summary that does not begin at the beginning.
const BEFORE: usize = 60;

/// The cards of hits, with what the text has to do with each.
pub(super) fn explained(
    context: &Context,
    hits: &[Hit],
    back: &Words,
    explanation: Option<&Explanation<'_>>,
) -> Vec<Card> {
    let mut all = cards(context, hits, back);
    let Some(explanation) = explanation else { return all };
    for card in &mut all {
        let hit = hits.iter().find(|hit| {
            context
                .snapshot
                .feature_id(hit.site)
                .is_some_and(|id| id.to_string() == card.feature_id)
        });
        let view = hit.and_then(|hit| context.snapshot.view(hit.site, &context.moment));
        let (Some(hit), Some(view)) = (hit, view) else { continue };
        card.name_parts = parts(explanation, &card.name);
        // Marked is what is shown; the reasons are those of the entry itself.
        let shown = view.clone().in_language(context.language());
        let own = shown.site().and_then(|site| site.description.as_deref());
        card.summary_parts = summary(explanation, own.unwrap_or(&shown.listing.description));
        card.category_parts = parts(explanation, &card.category);
        let reasons = explanation.reasons(hit.site, &view.listing);
        card.reasons = reasons.iter().map(|reason| in_words(context, reason)).collect();
    }
    all
}

fn in_words(context: &Context, reason: &Reason) -> String {
    match reason {
        Reason::Synonym { typed, term } => {
            let term = context.in_page_language(term);
            context
                .texts
                .with("search-why-synonym", &[("typed", typed.into()), ("term", term.into())])
        }
        Reason::Spelling { typed, found } => context
            .texts
            .with("search-why-spelling", &[("typed", typed.into()), ("found", found.into())]),
    }
}

/// A text in marked and unmarked parts.
fn parts(explanation: &Explanation<'_>, text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut end = 0;
    let mut push = |text: Option<&str>, marked: bool| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            parts.push(Part { text: text.to_owned(), marked });
        }
    };
    for range in explanation.marks(text) {
        push(text.get(end..range.start), false);
        push(text.get(range.clone()), true);
        end = range.end;
    }
    push(text.get(end..), false);
    parts
}

/// The beginning of a description, or the part of it around the first marked word.
fn summary(explanation: &Explanation<'_>, text: &str) -> Vec<Part> {
    let beginning = shortened(text, SUMMARY);
    let in_text = explanation.marks(text);
    let first = in_text.first().map_or(0, |range| range.start);
    if first < beginning.len() || in_text.is_empty() {
        return parts(explanation, &beginning);
    }
    let before = text.get(..first).unwrap_or_default();
    let near = before.char_indices().map(|(at, _)| at).find(|at| at + BEFORE >= first).unwrap_or(0);
    let word = before.get(near..).and_then(|rest| rest.find(' ')).map_or(near, |at| near + at + 1);
    let excerpt = shortened(text.get(word..).unwrap_or_default(), SUMMARY);
    parts(explanation, &format!("… {excerpt}"))
}

/// What to tell about how the text was understood.
pub(super) fn notes(
    context: &Context,
    words: &Words,
    explanation: Option<&Explanation<'_>>,
    matched: u64,
) -> Vec<String> {
    let texts = context.texts;
    let Some(q) = &words.q else { return Vec::new() };
    let Some(explanation) = explanation else {
        // An empty field is no question; signs without a word are one that cannot be answered.
        let is_empty = q.trim().is_empty();
        return if is_empty { Vec::new() } else { vec![texts.t("search-note-no-word").to_owned()] };
    };
    let mut notes = Vec::new();
    if explanation.is_cut() {
        notes.push(texts.t("search-note-cut").to_owned());
    }
    if explanation.has_only_fillers() {
        notes.push(texts.t("search-note-fillers").to_owned());
    }
    if matched == 0 {
        return notes;
    }
    if let Some(place) = explanation.place() {
        let key = if place.has_hits { "search-note-place" } else { "search-note-place-none" };
        notes.push(texts.with(key, &[("place", (&place.name).into())]));
    }
    if !explanation.unknown().is_empty() {
        let unknown: Vec<String> = explanation
            .unknown()
            .iter()
            .map(|word| texts.with("filter-text", &[("text", word.into())]))
            .collect();
        let list = texts.list(&unknown);
        notes.push(texts.with("search-note-unknown", &[("words", (&list).into())]));
    }
    if explanation.is_loose() {
        notes.push(texts.t("search-note-loose").to_owned());
    }
    notes
}
