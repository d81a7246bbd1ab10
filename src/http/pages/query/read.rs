//! Reading the query string of a page into words.

use super::{OpenAt, Words};
use crate::atlas::{Cursor, Reference};
use crate::domain::{LonLat, TermCode};
use crate::http::params::{OpenWord, Vocabulary, decode_lenient, read_page};
use crate::http::problem::{Problem, ProblemError};

/// Parameters of the pages themselves: the place in the list, the view to go back to, the site shown.
const OWN: [&str; 3] = ["nach", "ansicht", "standort"];
/// Faults of words that only wait for another one; a form sends them, so they are passed over.
const HALF: [&str; 4] = ["needs_near", "needs_municipality", "needs_moment", "needs_q"];

/// What was read from a query string.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    /// What was understood.
    pub(crate) words: Words,
    /// What was not.
    pub(crate) faults: Vec<Fault>,
    /// Whether the address should be tidied up.
    pub(crate) redirect: bool,
}

impl Reading {
    /// The words, for what is no page: who asks for a file is told of every fault.
    pub(crate) fn understood(self) -> Result<Words, Problem> {
        let told = |fault: &Fault| {
            ProblemError::parameter(&fault.word, fault.code.clone(), "cannot be understood")
        };
        if self.faults.is_empty() {
            Ok(self.words)
        } else {
            Err(Problem::invalid_query(self.faults.iter().map(told).collect()))
        }
    }
}

/// A value of a known word that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The word.
    pub(crate) word: String,
    /// Machine-readable code of what is wrong.
    pub(crate) code: String,
    /// The value as given, cut to a readable length.
    pub(crate) value: String,
}

/// Reads a raw query string. `knows` tells whether the gazetteer knows a typed place.
pub(crate) fn read(
    raw: &str,
    reference: &Reference,
    now: chrono::NaiveDateTime,
    find_place: impl Fn(&str) -> Option<crate::domain::GazetteerEntry>,
) -> Reading {
    let vocabulary = Vocabulary { taxonomy: &reference.taxonomy, now };
    let page = read_page(raw, vocabulary, &OWN, find_place);
    let own = |name: &str| {
        page.own.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    };
    let sent = decode_lenient(raw);
    let value_of = |word: &str| {
        let value = sent.iter().find(|(name, value)| name == word && !value.is_empty());
        value.map(|(_, value)| value.chars().take(60).collect()).unwrap_or_default()
    };
    let fault = |word: &str, code: &str| Fault {
        word: word.to_owned(),
        code: code.to_owned(),
        value: value_of(word),
    };
    let half = page.faults.iter().any(|f| HALF.contains(&f.code.as_ref()));
    let told = page.faults.iter().filter(|f| !HALF.contains(&f.code.as_ref()));
    let mut faults: Vec<Fault> =
        told.map(|f| fault(f.parameter.as_deref().unwrap_or_default(), &f.code)).collect();
    let query = page.query;
    if query.municipalities.iter().any(|ags| reference.municipality(*ags).is_none()) {
        faults.push(fault("municipality", "unknown_municipality"));
    }
    let after = own("nach").map(Cursor::decode);
    if after == Some(None) {
        faults.push(fault("nach", "not_a_cursor"));
    }
    let mut words = Words {
        q: query.q,
        categories: query.categories,
        target_groups: query.target_groups,
        served: query.served && !query.municipalities.is_empty(),
        municipalities: query.municipalities,
        languages: query.languages,
        accessible: query.accessible,
        free: query.free,
        anonymous: query.anonymous,
        ages: query.ages,
        formats: query.formats,
        appointment: query.appointment,
        capacity: query.capacity,
        open: query.open_at.map(|at| match page.open_word {
            Some(OpenWord::Now) => OpenAt::Now,
            Some(OpenWord::Today) => OpenAt::Today,
            None => OpenAt::Local(at),
        }),
        open_also: query.open_also,
        sort: query.sort,
        near: page.near_text,
        within_m: query.near.and_then(|near| near.within_m).map(|m| m.round().max(1.0) as u32),
        bbox: query.bbox,
        list_view: own("ansicht") == Some("liste"),
        site: own("standort").and_then(|id| id.parse().ok()),
        after: after.flatten(),
    };
    words.put_in_order(reference);
    Reading { words: words.sorted_as_can_be(), faults, redirect: page.redirect || half }
}

impl Words {
    /// Puts several values of a word in the order of the county's lists, so that links to the same view are
    /// the same.
    fn put_in_order(&mut self, reference: &Reference) {
        let place =
            |code: &TermCode| reference.taxonomy.terms().iter().position(|t| t.code == *code);
        self.categories.sort_by_key(place);
        self.target_groups.sort_by_key(place);
        self.municipalities.sort();
        self.languages.sort();
        self.accessible.sort();
        self.free.sort();
        self.anonymous.sort();
        self.formats.sort_by_key(place);
        self.appointment.sort();
        self.capacity.sort_by_key(|state| state.map_or(u8::MAX, |state| state as u8));
    }
}

/// A point written `lon,lat` in degrees.
pub(super) fn lon_lat(text: &str) -> Option<LonLat> {
    let (lon, lat) = text.split_once(',')?;
    LonLat::new(lon.trim().parse().ok()?, lat.trim().parse().ok()?).ok()
}
