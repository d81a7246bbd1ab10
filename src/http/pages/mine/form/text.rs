//! Reading what was typed and chosen.

use chrono::{Datelike, NaiveDate};

use super::super::super::forms::Fault;
use super::fields::Fields;

/// Reads fields and collects what is wrong with them.
pub(super) struct Reader<'a> {
    pub(super) fields: &'a Fields,
    pub(super) faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(fields: &'a Fields) -> Self {
        Self { fields, faults: Vec::new() }
    }

    /// Notes a fault; of several at one field only the first.
    pub(super) fn fault(&mut self, field: &str, code: &str, part: &str) {
        if !self.faults.iter().any(|fault| fault.field == field) {
            self.faults.push(Fault::new(field, code, part));
        }
    }

    /// The text of a field, its ends trimmed and its line ends as one character. What a text may hold and how long it
    /// may be is checked with the whole entry.
    pub(super) fn text(&self, field: &str) -> String {
        self.fields.get(field).replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
    }

    /// The same, `None` if nothing was typed.
    pub(super) fn optional(&self, field: &str) -> Option<String> {
        Some(self.text(field)).filter(|text| !text.is_empty())
    }

    /// The lines of a field, without empty ones.
    pub(super) fn lines(&self, field: &str) -> Vec<String> {
        let text = self.text(field);
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// One of the words of a choice; the first of `choices` where nothing was chosen.
    pub(super) fn choice<T: Copy>(
        &mut self,
        field: &str,
        fallback: T,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> T {
        let word = self.fields.get(field).trim();
        if word.is_empty() {
            return fallback;
        }
        parse(word).unwrap_or_else(|| {
            self.fault(field, "unknown", "");
            fallback
        })
    }

    /// A day as `2026-03-31` or as `31.3.2026`.
    pub(super) fn day(&mut self, field: &str) -> Option<NaiveDate> {
        let text = self.text(field);
        let day = text.parse().ok().or_else(|| NaiveDate::parse_from_str(&text, "%d.%m.%Y").ok());
        let day = day.filter(|day: &NaiveDate| (1900..=9999).contains(&day.year()));
        if day.is_none() && !text.is_empty() {
            self.fault(field, "not_a_day", "");
        }
        day
    }

    /// Every chosen value of a field, read; what cannot be read is a fault.
    pub(super) fn chosen<T: std::str::FromStr>(&mut self, field: &str) -> Vec<T> {
        let mut found = Vec::new();
        let words: Vec<&str> = self.fields.all(field).map(str::trim).collect();
        for word in words.into_iter().filter(|word| !word.is_empty()) {
            match word.parse() {
                Ok(value) => found.push(value),
                Err(_) => self.fault(field, "unknown", ""),
            }
        }
        found
    }
}
