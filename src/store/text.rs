//! Text on its way into and out of the database.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::DatabaseError;
use crate::domain::Listing;

/// A time as it is stored: RFC 3339 UTC with milliseconds, so that the order of text is the order of time.
pub(super) fn time_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Refuses NUL: PostgreSQL cannot store it, and both databases shall behave alike.
pub(super) fn without_nul<'a>(what: &str, text: &'a str) -> Result<&'a str, DatabaseError> {
    if text.contains('\0') { Err(DatabaseError::Nul { what: what.to_owned() }) } else { Ok(text) }
}

/// A record as JSON text, without NUL in any of its texts.
pub(super) fn to_json(
    what: impl Fn() -> String,
    record: &impl Serialize,
) -> Result<String, DatabaseError> {
    let text = serde_json::to_string(record)
        .map_err(|error| DatabaseError::Unstorable { what: what(), reason: error.to_string() })?;
    if json_holds_nul(&text) { Err(DatabaseError::Nul { what: what() }) } else { Ok(text) }
}

/// Whether JSON text holds an escaped NUL: `\u0000` after an even number of backslashes.
fn json_holds_nul(json: &str) -> bool {
    json.match_indices("\\u0000").any(|(at, _)| {
        let before = json.as_bytes().get(..at).unwrap_or_default();
        before.iter().rev().take_while(|&&b| b == b'\\').count() % 2 == 0
    })
}

/// JSON has no word for "not a number"; written as null, the document could never be read again.
pub(super) fn check_numbers(listing: &Listing) -> Result<(), DatabaseError> {
    let finite = listing
        .sites
        .iter()
        .filter_map(|site| site.position.as_ref())
        .all(|position| position.point.lon.is_finite() && position.point.lat.is_finite());
    if finite {
        return Ok(());
    }
    Err(DatabaseError::Unstorable {
        what: format!("entry {}", listing.id),
        reason: "a coordinate is not a finite number".to_owned(),
    })
}

/// Reads a record back; `table`, `column` and `row` say where it stood.
pub(super) fn from_json<T: DeserializeOwned>(
    table: &'static str,
    column: &'static str,
    row: impl Fn() -> String,
    json: &str,
) -> Result<T, DatabaseError> {
    serde_json::from_str(json).map_err(|error| DatabaseError::Inconsistency {
        table,
        column,
        row: row(),
        reason: error.to_string(),
    })
}

/// Reads a word back through its parser.
pub(super) fn read_word<T>(
    table: &'static str,
    column: &'static str,
    row: &str,
    word: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, DatabaseError> {
    parse(word).ok_or_else(|| DatabaseError::Inconsistency {
        table,
        column,
        row: row.to_owned(),
        reason: format!("{word:?} is not one of its words"),
    })
}

/// Reads a time back.
pub(super) fn read_time(
    table: &'static str,
    column: &'static str,
    row: &str,
    text: &str,
) -> Result<DateTime<Utc>, DatabaseError> {
    read_word(table, column, row, text, |word| {
        DateTime::parse_from_rfc3339(word).ok().map(|at| at.with_timezone(&Utc))
    })
}

/// Reads a number back that must not be negative or too large.
pub(super) fn read_number<T: TryFrom<i64>>(
    table: &'static str,
    column: &'static str,
    row: &str,
    number: i64,
) -> Result<T, DatabaseError> {
    T::try_from(number).map_err(|_range| DatabaseError::Inconsistency {
        table,
        column,
        row: row.to_owned(),
        reason: format!("{number} is out of range"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nul_is_found_in_json_but_a_written_backslash_u0000_is_text() {
        let json = |text: &str| serde_json::to_string(text).unwrap();
        for nul in ["\0", "a\0", "\\\0", "\\\\\0b", "\"\0\""] {
            assert!(json_holds_nul(&json(nul)), "{nul:?}");
        }
        for fine in ["", "\\u0000", "\\\\u0000", "u0000", "\u{1}", "ä😀"] {
            assert!(!json_holds_nul(&json(fine)), "{fine:?}");
        }
    }

    #[test]
    fn numbers_come_back_from_json_to_the_last_bit() {
        use rand::{RngExt, SeedableRng};
        let mut random = rand_chacha::ChaCha8Rng::seed_from_u64(7);
        for _ in 0..20_000 {
            let number: f64 = random.random_range(-180.0..180.0);
            let text = to_json(String::new, &number).unwrap();
            let back: f64 = from_json("t", "c", String::new, &text).unwrap();
            assert_eq!(back.to_bits(), number.to_bits(), "{text}");
        }
    }

    #[test]
    fn the_order_of_stored_times_is_the_order_of_time() {
        let times: Vec<DateTime<Utc>> =
            ["2026-11-23T10:00:00Z", "2026-11-23T10:00:00.001Z", "2026-11-23T10:00:01Z"]
                .iter()
                .map(|t| t.parse().unwrap())
                .collect();
        let texts: Vec<String> = times.into_iter().map(time_text).collect();
        assert!(texts.is_sorted());
        assert_eq!(texts[0], "2026-11-23T10:00:00.000Z");
    }
}
