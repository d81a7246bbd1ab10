//! Typed text: trimmed, measured, free of what cannot be seen.

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

    /// The text of a field, its ends trimmed and its line ends as one character.
    pub(super) fn text(&mut self, field: &str, most: usize) -> String {
        let text = self.fields.get(field).replace("\r\n", "\n").replace('\r', "\n");
        self.checked(field, text.trim(), most)
    }

    /// The same, `None` if nothing was typed.
    pub(super) fn optional(&mut self, field: &str, most: usize) -> Option<String> {
        Some(self.text(field, most)).filter(|text| !text.is_empty())
    }

    /// The lines of a field, without empty ones.
    pub(super) fn lines(&mut self, field: &str, most: usize) -> Vec<String> {
        let text = self.text(field, most);
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn checked(&mut self, field: &str, text: &str, most: usize) -> String {
        let length = text.chars().count();
        if length > most {
            self.fault(field, "too_long", &most.to_string());
        }
        if text.chars().any(|c| c.is_control() && c != '\n') {
            self.fault(field, "control_character", "");
        }
        if text.chars().any(turns_direction) {
            self.fault(field, "bidi_character", "");
        }
        text.to_owned()
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

/// Characters that turn the direction of what follows (Unicode Standard Annex 9, explicit formatting): they can make
/// a text read as something else than it is.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
