//! Reading a query string without refusing what can be understood.

use chrono::NaiveDateTime;
use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use super::{OpenAt, Words};
use crate::atlas::{Cursor, Reference};
use crate::domain::{Ags, Facet, LonLat, TermCode, YesNo};
use crate::spatial::Bbox;

/// Longest text of a search or place, in characters: no one types more, and every word costs a look-up.
const MAX_TEXT: usize = 200;
/// Largest radius in metres: beyond it a county has no more to offer.
const MAX_WITHIN_M: u32 = 100_000;

/// What was read from a query string.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    /// What was understood.
    pub(crate) words: Words,
    /// What was not, in the order of the words.
    pub(crate) faults: Vec<Fault>,
}

/// A value of a known word that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The word.
    pub(crate) word: &'static str,
    /// The value as given, cut to a readable length.
    pub(crate) value: String,
    /// What is wrong.
    pub(crate) kind: FaultKind,
}

/// What can be wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// Longer than anyone types.
    TooLong,
    /// Not a code of the county's classification.
    UnknownCode,
    /// Not a municipality of the county.
    UnknownMunicipality,
    /// Not one of the values the word takes.
    NotAChoice,
    /// Not a number in range.
    NotADistance,
    /// Not four numbers in order.
    NotABox,
    /// Not `now` or a local date and time.
    NotATime,
    /// Not a place in the list that was given out.
    NotACursor,
    /// A place that the gazetteer does not know.
    UnknownPlace,
}

/// Reads a raw query string. Unknown and empty words are passed over, repeated ones add up (or the last
/// counts, where a word takes one value), broken percent-encoding is read as replacement characters.
pub(crate) fn read(raw: &str, reference: &Reference) -> Reading {
    let mut reader = Reader { reference, words: Words::default(), faults: Vec::new() };
    for pair in raw.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value);
        if !value.is_empty() {
            reader.take(&decode(name), &value);
        }
    }
    let Reader { mut words, faults, .. } = reader;
    if words.near.is_none() {
        words.within_m = None;
    }
    if words.municipalities.is_empty() {
        words.served = false;
    }
    words.sort(reference);
    Reading { words, faults }
}

/// Whether two query strings say the same, word by word, however they are encoded.
pub(crate) fn same(a: &str, b: &str) -> bool {
    let pairs = |raw: &str| -> Vec<(String, String)> {
        raw.split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .map(|(name, value)| (decode(name), decode(value)))
            .collect()
    };
    pairs(a) == pairs(b)
}

struct Reader<'a> {
    reference: &'a Reference,
    words: Words,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "q" => self.words.q = self.text("q", value),
            "near" => self.words.near = self.text("near", value),
            "category" => self.codes("category", value, Facet::Topic),
            "target_group" => self.codes("target_group", value, Facet::TargetGroup),
            "municipality" => self.municipalities(value),
            "language" => self.languages(value),
            "accessible" => self.yes_no("accessible", value),
            "free" => self.yes_no("free", value),
            "served" => match value {
                "true" => self.words.served = true,
                "false" => self.words.served = false,
                _ => self.fault("served", value, FaultKind::NotAChoice),
            },
            "open" => match open_at(value) {
                Some(open) => self.words.open = Some(open),
                None => self.fault("open", value, FaultKind::NotATime),
            },
            "within_m" => match value.parse() {
                Ok(within) if (1..=MAX_WITHIN_M).contains(&within) => {
                    self.words.within_m = Some(within);
                }
                _ => self.fault("within_m", value, FaultKind::NotADistance),
            },
            "bbox" => match parse_box(value) {
                Some(bbox) => self.words.bbox = Some(bbox),
                None => self.fault("bbox", value, FaultKind::NotABox),
            },
            "nach" => match Cursor::decode(value) {
                Some(cursor) => self.words.after = Some(cursor),
                None => self.fault("nach", value, FaultKind::NotACursor),
            },
            "ansicht" => self.words.list_view = value == "liste",
            "standort" => self.words.site = value.parse().ok(),
            _ => {}
        }
    }

    fn fault(&mut self, word: &'static str, value: &str, kind: FaultKind) {
        let value = value.chars().take(60).collect();
        self.faults.push(Fault { word, value, kind });
    }

    fn text(&mut self, word: &'static str, value: &str) -> Option<String> {
        if value.chars().count() > MAX_TEXT {
            self.fault(word, value, FaultKind::TooLong);
            return None;
        }
        Some(value.to_owned())
    }

    fn codes(&mut self, word: &'static str, value: &str, facet: Facet) {
        for part in parts(value) {
            let code = part.parse::<TermCode>().ok();
            let term = code.filter(|code| {
                self.reference.taxonomy.find(code.as_str()).is_some_and(|t| t.facet == facet)
            });
            match term {
                Some(code) if facet == Facet::Topic => add(&mut self.words.categories, code),
                Some(code) => add(&mut self.words.target_groups, code),
                None => self.fault(word, part, FaultKind::UnknownCode),
            }
        }
    }

    fn municipalities(&mut self, value: &str) {
        for part in parts(value) {
            let ags = part.parse::<Ags>().ok();
            match ags.filter(|ags| self.reference.municipality(*ags).is_some()) {
                Some(ags) => add(&mut self.words.municipalities, ags),
                None => self.fault("municipality", part, FaultKind::UnknownMunicipality),
            }
        }
    }

    fn languages(&mut self, value: &str) {
        for part in parts(value) {
            let tag = part.to_ascii_lowercase();
            let well_formed = (2..=35).contains(&tag.len())
                && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            if well_formed {
                add(&mut self.words.languages, tag);
            } else {
                self.fault("language", part, FaultKind::NotAChoice);
            }
        }
    }

    fn yes_no(&mut self, word: &'static str, value: &str) {
        for part in parts(value) {
            match part.parse::<YesNo>() {
                Ok(answer) if word == "free" => add(&mut self.words.free, answer),
                Ok(answer) => add(&mut self.words.accessible, answer),
                Err(_) => self.fault(word, part, FaultKind::NotAChoice),
            }
        }
    }
}

impl Words {
    /// Puts several values of a word in the order of the county's lists, so that a view has one address.
    fn sort(&mut self, reference: &Reference) {
        let place = |code: &TermCode| reference.taxonomy.terms().iter().position(|t| t.code == *code);
        self.categories.sort_by_key(place);
        self.target_groups.sort_by_key(place);
        self.municipalities.sort();
        self.languages.sort();
        self.accessible.sort();
        self.free.sort();
    }
}

/// Adds a value once.
fn add<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

/// The values of a list joined by commas.
fn parts(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty())
}

/// Decodes a form value: `+` is a space, bytes that are no UTF-8 become replacement characters, control
/// characters and runs of white space a single space; composed form (NFC), so that "ö" is one letter.
fn decode(raw: &str) -> String {
    let raw = raw.replace('+', " ");
    let text: String = percent_decode_str(&raw).decode_utf8_lossy().nfc().collect();
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// `now` or a local date and time (`2026-11-23T10:00`, seconds optional).
fn open_at(value: &str) -> Option<OpenAt> {
    if value == "now" {
        return Some(OpenAt::Now);
    }
    ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(value, format).ok())
        .map(OpenAt::Local)
}

/// A point written `lon,lat` in degrees.
pub(super) fn lon_lat(text: &str) -> Option<LonLat> {
    let (lon, lat) = text.split_once(',')?;
    LonLat::new(lon.trim().parse().ok()?, lat.trim().parse().ok()?).ok()
}

/// A box written `west,south,east,north` in degrees; the south must not lie above the north.
fn parse_box(value: &str) -> Option<Bbox> {
    let numbers: Vec<f64> =
        value.split(',').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [west, south, east, north] = numbers.as_slice() else { return None };
    LonLat::new(*west, *south).ok()?;
    LonLat::new(*east, *north).ok()?;
    (south <= north).then_some(Bbox { west: *west, south: *south, east: *east, north: *north })
}
