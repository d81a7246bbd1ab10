//! Single values: text to type, with a message that says what to write instead.

use std::fmt::Display;
use std::str::FromStr;

use chrono::NaiveDateTime;

use crate::atlas::AgeAsked;
use crate::domain::{CapacityState, FieldError, LonLat};
use crate::spatial::bbox::CrsBox;
use crate::spatial::{Crs, GeometryError};

/// Code and detail of a fault.
pub(super) type Fault = (&'static str, String);

/// Longest search text in characters.
const MAX_TEXT: usize = 200;
/// Most values of one word.
const MAX_VALUES: usize = 64;
/// The word for what is not known.
const UNKNOWN: &str = "unknown";
/// Oldest age that can be asked for.
const OLDEST: u8 = 120;
/// Widest search radius in metres.
const MAX_WITHIN_M: f64 = 1_000_000.0;

/// The values between commas, each read by its type; empty ones are faults, doubled ones count once.
pub(super) fn list<T: PartialEq>(
    text: &str,
    read: impl Fn(&str) -> Result<T, Fault>,
) -> Result<Vec<T>, Vec<Fault>> {
    let (mut values, mut faults) = (Vec::new(), Vec::new());
    for part in text.split(',').map(str::trim) {
        if part.is_empty() {
            faults.push(("empty", "has an empty value between commas".to_owned()));
            continue;
        }
        match read(part) {
            Ok(value) if values.contains(&value) => {}
            Ok(value) => values.push(value),
            Err(fault) => faults.push(fault),
        }
    }
    if values.len() > MAX_VALUES {
        faults.push(("too_many", format!("has more than {MAX_VALUES} values")));
    }
    if faults.is_empty() { Ok(values) } else { Err(faults) }
}

/// A value of a domain type that explains itself.
pub(super) fn typed<T: FromStr<Err = FieldError>>(
    code: &'static str,
    text: &str,
) -> Result<T, Fault> {
    text.parse().map_err(|error: FieldError| (code, format!("'{}': {}", short(text), error.detail)))
}

/// One of some words.
pub(super) fn one_of<T: Copy>(
    all: &[T],
    word: impl Fn(T) -> &'static str,
    text: &str,
) -> Result<T, Fault> {
    all.iter().copied().find(|value| word(*value) == text).ok_or_else(|| {
        let words: Vec<&str> = all.iter().map(|value| word(*value)).collect();
        ("not_one_of", format!("'{}' is not one of {}", short(text), words.join(", ")))
    })
}

pub(super) fn search_text(text: &str) -> Result<String, Fault> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > MAX_TEXT {
        return Err(("too_long", format!("has more than {MAX_TEXT} characters")));
    }
    Ok(text)
}

/// A language tag, well-formed as far as BCP 47 (RFC 5646, 2.1) goes without its register.
pub(super) fn language(text: &str) -> Result<String, Fault> {
    let mut subtags = text.split('-');
    let primary = subtags.next().unwrap_or_default();
    let letters =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase());
    let rest =
        subtags.all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()));
    if letters && rest && text.len() <= 35 {
        return Ok(text.to_owned());
    }
    Err(("not_a_language", format!("'{}' is not a language tag such as de or uk", short(text))))
}

pub(super) fn moment(text: &str, now: NaiveDateTime) -> Result<NaiveDateTime, Fault> {
    if text == "now" {
        return Ok(now);
    }
    ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .ok_or_else(|| {
            let detail =
                format!("'{}' is neither now nor a local time as 2026-01-31T14:30", short(text));
            ("not_a_moment", detail)
        })
}

/// Full years, or `unknown` for entries that tell no age.
pub(super) fn age(text: &str) -> Result<AgeAsked, Fault> {
    if text == UNKNOWN {
        return Ok(AgeAsked::Unknown);
    }
    let years = text.parse().ok().filter(|years| *years <= OLDEST);
    years.map(AgeAsked::Years).ok_or_else(|| {
        let detail = format!("'{}' is neither an age from 0 to {OLDEST} nor unknown", short(text));
        ("not_an_age", detail)
    })
}

/// The word of an age.
pub(in crate::http) fn age_word(age: AgeAsked) -> String {
    match age {
        AgeAsked::Years(years) => years.to_string(),
        AgeAsked::Unknown => UNKNOWN.to_owned(),
    }
}

/// Whether there is room; `unknown` where nobody says.
pub(super) fn capacity(text: &str) -> Result<Option<CapacityState>, Fault> {
    let all = CapacityState::ALL.map(Some);
    one_of(&[all.as_slice(), &[None]].concat(), capacity_word, text)
}

/// The word of a capacity.
pub(in crate::http) fn capacity_word(state: Option<CapacityState>) -> &'static str {
    state.map_or(UNKNOWN, CapacityState::as_str)
}

pub(super) fn numbers(text: &str) -> Result<Vec<f64>, Vec<Fault>> {
    let (mut values, mut faults) = (Vec::new(), Vec::new());
    for part in text.split(',').map(str::trim) {
        match part.parse::<f64>() {
            Ok(value) => values.push(value),
            Err(_) => faults.push(("not_a_number", format!("'{}' is not a number", short(part)))),
        }
    }
    if faults.is_empty() { Ok(values) } else { Err(faults) }
}

pub(super) fn point(text: &str) -> Result<LonLat, Vec<Fault>> {
    match numbers(text)?.as_slice() {
        [lon, lat] => LonLat::new(*lon, *lat)
            .map_err(|faults| faults.0.into_iter().map(|f| ("out_of_range", f.detail)).collect()),
        other => {
            let detail =
                format!("needs two numbers, longitude and latitude, but has {}", other.len());
            Err(vec![("not_a_point", detail)])
        }
    }
}

pub(super) fn radius(text: &str) -> Result<f64, Fault> {
    match text.parse::<f64>() {
        Ok(metres) if metres > 0.0 && metres <= MAX_WITHIN_M => Ok(metres),
        _ => Err(("not_a_distance", format!("must be metres above 0 and at most {MAX_WITHIN_M}"))),
    }
}

pub(super) fn bbox(text: &str, crs: Crs) -> Result<CrsBox, Vec<Fault>> {
    let numbers = numbers(text)?;
    CrsBox::from_numbers(crs, &numbers).map_err(|faults| faults.iter().map(box_fault).collect())
}

fn box_fault(error: &GeometryError) -> Fault {
    let position = error.spot.pointer.trim_start_matches('/').parse::<usize>();
    let place = position.map_or_else(|_| String::new(), |at| format!("number {}: ", at + 1));
    (error.fault.code(), format!("{place}{}", error.fault))
}

/// Numbers as canonical text.
pub(super) fn joined<T: Display>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// The beginning of a text, for messages.
pub(super) fn short(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
