//! The gazetteer and the stops: where is a place that somebody types, what is the nearest stop.

use std::sync::Arc;

use super::Reference;
use super::index::fold::{Spellings, fold};
use crate::domain::{GazetteerEntry, LonLat, Stop};
use crate::spatial::CountingIndex;

/// Places prepared for looking up.
#[derive(Debug)]
pub(super) struct Places {
    reference: Arc<Reference>,
    /// Folded names, in the order of the gazetteer.
    names: Vec<Spellings>,
    stops: CountingIndex,
    /// Which stop each document of the index is.
    stop_order: Vec<u32>,
}

/// How well a name fits, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Prefix,
    WordPrefix,
    Contains,
}

impl Places {
    /// Prepares the places of a region.
    pub(super) fn new(reference: Arc<Reference>) -> Self {
        let points: Vec<LonLat> = reference.stops.iter().map(|stop| stop.point).collect();
        let (stops, stop_order) = CountingIndex::build(&points);
        let names: Vec<Spellings> =
            reference.gazetteer.iter().map(|entry| fold(&entry.name)).collect();
        Self { reference, names, stops, stop_order }
    }

    /// The places whose name fits: exact before prefix before contained, then by kind, then by name.
    pub(super) fn find(&self, text: &str, limit: usize) -> Vec<&GazetteerEntry> {
        let asked = fold(text);
        if asked.iter().all(String::is_empty) {
            return Vec::new();
        }
        let mut found: Vec<(Fit, &GazetteerEntry)> = self
            .names
            .iter()
            .zip(&self.reference.gazetteer)
            .filter_map(|(names, entry)| best_fit(names, &asked).map(|fit| (fit, entry)))
            .collect();
        found.sort_by(|(fit_a, a), (fit_b, b)| {
            (fit_a, a.kind, a.name.as_str()).cmp(&(fit_b, b.kind, b.name.as_str()))
        });
        found.truncate(limit);
        found.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The nearest stop with its distance in metres.
    pub(super) fn nearest_stop(&self, point: LonLat) -> Option<(&Stop, f64)> {
        let (doc, distance) = self.stops.nearest(point).next()?;
        let at = *self.stop_order.get(doc as usize)?;
        self.reference.stops.get(at as usize).map(|stop| (stop, distance))
    }
}

/// The best fit between any spelling of a name and any of the text.
fn best_fit(names: &Spellings, asked: &Spellings) -> Option<Fit> {
    names.iter().flat_map(|name| asked.iter().filter_map(move |text| fit(name, text))).min()
}

fn fit(name: &str, text: &str) -> Option<Fit> {
    if name == text {
        Some(Fit::Exact)
    } else if name.starts_with(text) {
        Some(Fit::Prefix)
    } else {
        let mut at = name.match_indices(text).map(|(at, _)| at).peekable();
        at.peek()?;
        let begins_word = at.any(|at| name.as_bytes().get(at.wrapping_sub(1)) == Some(&b' '));
        Some(if begins_word { Fit::WordPrefix } else { Fit::Contains })
    }
}
