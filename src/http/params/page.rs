//! The lenient reader of pages.

use super::decode::{Pair, decode_lenient, encode};
use super::words::{NAMES, Vocabulary, Words};
use crate::atlas::Query;
use crate::domain::GazetteerEntry;
use crate::http::problem::ProblemError;
use crate::spatial::Crs;

/// Words that take several values, so that repeated fields of a form are joined.
const LISTS: [&str; 12] = [
    "category",
    "target_group",
    "municipality",
    "language",
    "accessible",
    "free",
    "anonymous",
    "age",
    "format",
    "appointment",
    "capacity",
    "open",
];
/// The field of a form that holds the date and time for `open=at`.
const OPEN_AT: &str = "open_at";

/// What a page understood of its query string.
#[derive(Debug)]
pub struct PageWords {
    /// The filters.
    pub query: Query,
    /// `near` as it was typed: a place, a postcode or `lon,lat`.
    pub near_text: Option<String>,
    /// The place it was understood as, where it was not `lon,lat`.
    pub place: Option<GazetteerEntry>,
    /// The word for the moment, where it is one (the moment itself stands in the query).
    pub open_word: Option<OpenWord>,
    /// Values that were left out, and why; `unknown_place` for a place nobody knows.
    pub faults: Vec<ProblemError>,
    /// Parameters of the page itself that were asked for by name, in the order asked for.
    pub own: Vec<Pair>,
    /// The shared words in canonical spelling, without those of the page itself.
    pub words: String,
    /// The canonical query string, those of the page itself included.
    pub canonical: String,
    /// Whether the address should be tidied up by a redirect to `canonical`.
    pub redirect: bool,
}

/// Reads the query string of a page. `own_names` are the page's own parameters (a cursor, a view);
/// `find_place` looks a typed place up.
#[must_use]
pub fn read_page(
    raw: &str,
    vocabulary: Vocabulary<'_>,
    own_names: &[&str],
    find_place: impl Fn(&str) -> Option<GazetteerEntry>,
) -> PageWords {
    let sent = decode_lenient(raw);
    let tidy = tidied(&with_open_at(&sent), own_names);
    let mut words = Words::new(vocabulary);
    let (mut near_text, mut place, mut open_word) = (None, None, None);
    for (name, value) in &tidy {
        if name == "near" {
            near_text = Some(value.clone());
            place = read_near(&mut words, value, &find_place);
        } else {
            if name == "open" {
                open_word = value.split(',').find_map(OpenWord::of);
            }
            words.read(name, value);
        }
    }
    words.finish(Crs::Crs84);
    // A typed point is kept as it is written in the canonical form, or the two would chase each other.
    if let Some((_, near)) = words.canonical_pairs().find(|(name, _)| *name == "near") {
        near_text = Some(near.to_owned());
    }
    let own: Vec<Pair> =
        own_names.iter().filter_map(|name| tidy.iter().find(|(n, _)| n == name).cloned()).collect();
    let own_pairs = own.iter().map(|(n, v)| (n.as_str(), v.as_str()));
    let all: Vec<(&str, &str)> = words.canonical_pairs().chain(own_pairs).collect();
    let mut as_sent: Vec<(&str, &str)> =
        sent.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let mut wanted = all.clone();
    as_sent.sort_unstable();
    wanted.sort_unstable();
    let redirect = as_sent != wanted;
    PageWords {
        canonical: encode(all),
        words: words.canonical(),
        redirect,
        query: words.query,
        faults: words.faults,
        near_text,
        place,
        open_word,
        own,
    }
}

/// A moment that goes with the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenWord {
    /// `now`
    Now,
    /// `today`: from now to midnight.
    Today,
}

impl OpenWord {
    fn of(word: &str) -> Option<Self> {
        match word.trim() {
            "now" => Some(Self::Now),
            "today" => Some(Self::Today),
            _ => None,
        }
    }
}

/// A form has a choice of moments and a field for one of one's own: the field counts where it was chosen, or where
/// nothing else was.
fn with_open_at(sent: &[Pair]) -> Vec<Pair> {
    const CHOSEN: &str = "at";
    let value = |name: &str, wanted: fn(&str) -> bool| {
        sent.iter().find(|(n, v)| n == name && wanted(v)).map(|(_, v)| v.clone())
    };
    let typed = value(OPEN_AT, |v| !v.trim().is_empty());
    let other = value("open", |v| v.split(',').any(|part| OpenWord::of(part).is_some()));
    let mut pairs: Vec<Pair> =
        sent.iter().filter(|(name, value)| !(name == "open" && value == CHOSEN)).cloned().collect();
    if let Some(typed) = typed.filter(|_| other.is_none()) {
        pairs.retain(|(name, _)| name != OPEN_AT);
        pairs.push(("open".to_owned(), typed));
    }
    pairs
}

/// Without unknown and empty parameters; repeated lists joined, of other repeated ones the first.
fn tidied(sent: &[Pair], own_names: &[&str]) -> Vec<Pair> {
    let mut tidy: Vec<Pair> = Vec::new();
    for (name, value) in sent {
        let known = NAMES.contains(&name.as_str()) || own_names.contains(&name.as_str());
        let value = value.trim_matches([',', ' ']);
        if !known || value.is_empty() {
            continue;
        }
        match tidy.iter_mut().find(|(n, _)| n == name) {
            None => tidy.push((name.clone(), without_empty(name, value))),
            Some((_, joined)) if LISTS.contains(&name.as_str()) => {
                joined.push(',');
                joined.push_str(&without_empty(name, value));
            }
            Some(_) => {}
        }
    }
    tidy
}

/// A list without empty values between its commas.
fn without_empty(name: &str, value: &str) -> String {
    if !LISTS.contains(&name) {
        return value.to_owned();
    }
    value.split(',').map(str::trim).filter(|v| !v.is_empty()).collect::<Vec<_>>().join(",")
}

/// `lon,lat` if it is that, else a place to be looked up.
fn read_near(
    words: &mut Words<'_>,
    typed: &str,
    find_place: impl Fn(&str) -> Option<GazetteerEntry>,
) -> Option<GazetteerEntry> {
    let looks_like_point = typed.contains(',') && !typed.chars().any(char::is_alphabetic);
    if looks_like_point {
        words.read("near", typed);
        return None;
    }
    let place = find_place(typed);
    if let Some(found) = &place {
        words.set_near(found.point, typed);
    } else {
        let detail = format!("no place or postcode is called '{typed}'");
        words.faults.push(ProblemError::parameter("near", "unknown_place", detail));
        words.keep_near_text(typed);
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{GazetteerKind, LonLat, Taxonomy, YesNo};

    fn read(raw: &str) -> PageWords {
        let taxonomy = Taxonomy::default();
        let now = "2026-11-23T10:00:00".parse().unwrap();
        read_page(raw, Vocabulary { taxonomy: &taxonomy, now }, &["cursor"], |text| {
            (text == "Engen").then(|| GazetteerEntry {
                name: "Engen".into(),
                kind: GazetteerKind::Municipality,
                municipalities: vec![],
                point: LonLat { lon: 8.77, lat: 47.85 },
                point_is_fallback: false,
            })
        })
    }

    #[test]
    fn a_form_with_empty_and_repeated_fields_is_tidied_up_by_a_redirect() {
        let page = read("q=&free=yes&free=unknown&utm_source=x&open=now&cursor=c");
        assert_eq!(page.canonical, "free=yes,unknown&open=now&cursor=c");
        assert!(page.redirect && page.open_word == Some(OpenWord::Now));
        assert_eq!(page.query.free, [YesNo::Yes, YesNo::Unknown]);
        assert!(!read(&page.canonical).redirect);
    }

    #[test]
    fn the_fields_of_a_moment_become_one_word() {
        let canonical = |raw: &str| read(raw).canonical;
        assert_eq!(canonical("open=today&open=unknown&open_at="), "open=today,unknown");
        assert_eq!(canonical("open=at&open_at=2026-11-24T14:30"), "open=2026-11-24T14:30");
        assert_eq!(canonical("open=&open_at=2026-11-24T14:30"), "open=2026-11-24T14:30");
        assert_eq!(canonical("open=now&open_at=2026-11-24T14:30"), "open=now");
        assert_eq!(canonical("open=at&open_at="), "");
        assert_eq!(read("open=unknown").faults[0].code, "needs_moment");
        assert_eq!(read("open=today,2026-11-24T14:30").faults[0].code, "not_a_moment");
        assert_eq!(read("open=now,unknown").open_word, Some(OpenWord::Now));
    }

    #[test]
    fn ages_rooms_and_orders_are_tidied_up() {
        let page = read("age=&age=67&age=unknown&capacity=free&capacity=unknown&sort=name");
        assert_eq!(page.canonical, "age=67,unknown&capacity=free,unknown&sort=name");
        assert!(page.faults.is_empty());
        let codes = |raw: &str| -> Vec<String> {
            read(raw).faults.iter().map(|fault| fault.code.to_string()).collect()
        };
        assert_eq!(codes("age=121"), ["not_an_age"]);
        assert_eq!(codes("sort=price"), ["not_one_of"]);
        assert_eq!(codes("sort=distance"), ["needs_near"]);
        assert_eq!(codes("sort=rank"), ["needs_q"]);
        assert_eq!(codes("capacity=viel&appointment=ja"), ["not_one_of", "not_one_of"]);
    }

    #[test]
    fn a_typed_place_becomes_a_point_and_stays_in_the_address() {
        let page = read("near=Engen&within_m=3000");
        assert_eq!(page.query.near.unwrap().within_m, Some(3000.0));
        assert_eq!(page.canonical, "near=Engen&within_m=3000");
        assert!(!page.redirect && page.faults.is_empty());
    }

    #[test]
    fn an_unknown_place_is_reported_and_stays_so_that_it_can_be_mended() {
        let page = read("near=Atlantis&within_m=3000");
        assert_eq!(page.faults.len(), 1);
        assert_eq!(page.faults[0].code, "unknown_place");
        assert!(page.query.near.is_none() && page.canonical.contains("Atlantis"));
        assert!(!page.redirect);
    }

    #[test]
    fn a_value_that_cannot_be_understood_is_left_out_but_reported_without_a_loop() {
        let page = read("municipality=12&bbox=1,2,3");
        let names: Vec<_> = page.faults.iter().filter_map(|f| f.parameter.as_deref()).collect();
        assert_eq!(names, ["municipality", "bbox"]);
        assert!(!page.redirect && !read(&page.canonical).redirect);
    }
}
