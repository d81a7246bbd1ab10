//! What a typed place stands for.

use super::context::Context;
use super::query::Words;
use crate::domain::{GazetteerEntry, GazetteerKind, LonLat};
use crate::texts::Texts;

/// Most other readings of a name that are offered, and how many places are looked through for them.
const MAX_CANDIDATES: usize = 5;
const MAX_FOUND: usize = 40;

/// A typed place, understood.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// Where distances are taken from.
    pub(crate) point: LonLat,
    /// Its name for people.
    pub(crate) name: String,
    /// What to tell about how it was understood; empty when there is nothing to tell.
    pub(crate) note: String,
    /// Other readings of the same text.
    pub(crate) others: Vec<Candidate>,
}

/// Another reading of a typed place.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// Its name with the municipality.
    pub(crate) label: String,
    /// The same view around that place.
    pub(crate) href: String,
}

/// Understands the `near` of a query; `None` when there is none or the gazetteer does not know it.
pub(crate) fn understand(context: &Context, words: &Words, path: &str) -> Option<Place> {
    let typed = words.near.as_deref()?;
    if let Some(point) = words.near_point() {
        return Some(at_point(context, point));
    }
    let found = context.snapshot.find_places(typed, MAX_FOUND);
    let (best, others) = found.split_first()?;
    let others = others
        .iter()
        .filter(|entry| is_rival(typed, best, entry))
        .take(MAX_CANDIDATES)
        .map(|entry| candidate(context, words, path, entry))
        .collect();
    Some(Place {
        point: best.point,
        name: best.name.clone(),
        note: note(context, typed, best),
        others,
    })
}

/// Whether a name may be meant as well: the same name elsewhere; where the text is not the very name, whatever
/// it begins, but stops only beside stops (every municipality has dozens that are named after it).
fn is_rival(typed: &str, best: &GazetteerEntry, other: &GazetteerEntry) -> bool {
    let same = |name: &str| name.to_lowercase() == typed.to_lowercase();
    let comparable = other.kind != GazetteerKind::Stop || best.kind == GazetteerKind::Stop;
    if same(&best.name) { same(&other.name) && comparable } else { comparable }
}

/// A point from the device or a link: named if it is exactly that of a known place.
fn at_point(context: &Context, point: LonLat) -> Place {
    let known = context.reference().gazetteer.iter().find(|e| rounded(e.point) == rounded(point));
    let name = match known {
        Some(entry) => label(context, entry),
        None => context.texts.t("place-typed-point").to_owned(),
    };
    Place { point, name, note: String::new(), others: Vec::new() }
}

/// Says what the text was taken for, unless it is the very name, and whether the point is only that of the
/// municipality.
fn note(context: &Context, typed: &str, entry: &GazetteerEntry) -> String {
    let name = label(context, entry);
    let args = [("typed", typed.into()), ("name", (&name).into())];
    if entry.point_is_fallback {
        context.texts.with("place-understood-fallback", &args)
    } else if entry.kind == GazetteerKind::Municipality {
        context.texts.with("place-understood-center", &args)
    } else if typed.to_lowercase() == entry.name.to_lowercase() {
        String::new()
    } else {
        context.texts.with("place-understood", &args)
    }
}

/// The name with the municipality, where that says more.
fn label(context: &Context, entry: &GazetteerEntry) -> String {
    let towns: Vec<String> = entry
        .municipalities
        .iter()
        .filter_map(|ags| context.reference().municipality(*ags))
        .map(|m| m.name.clone())
        .collect();
    let towns = context.texts.list(&towns);
    if towns.is_empty() || entry.name.contains(&towns) {
        return entry.name.clone();
    }
    context.texts.with("place-in", &[("name", (&entry.name).into()), ("town", (&towns).into())])
}

fn candidate(context: &Context, words: &Words, path: &str, entry: &GazetteerEntry) -> Candidate {
    // The name leads back to this place only if the gazetteer would take it first; else its point does.
    let leads_back =
        context.snapshot.find_places(&entry.name, 1).first().is_some_and(|e| *e == entry);
    let near = if leads_back { entry.name.clone() } else { written(entry.point) };
    let words = Words { near: Some(near), ..words.filters() };
    Candidate { label: label(context, entry), href: words.href(path) }
}

/// Five decimals: a metre.
fn rounded(point: LonLat) -> (i64, i64) {
    ((point.lon * 1e5).round() as i64, (point.lat * 1e5).round() as i64)
}

fn written(point: LonLat) -> String {
    let (lon, lat) = rounded(point);
    // As short as can be, so that the address is the canonical one.
    format!("{},{}", lon as f64 / 1e5, lat as f64 / 1e5)
}

/// How far away, as exactly as the place is known.
pub(crate) fn distance_words(texts: &Texts, metres: f64, exact: bool) -> String {
    if exact { texts.distance(metres) } else { texts.rough_distance(metres) }
}
