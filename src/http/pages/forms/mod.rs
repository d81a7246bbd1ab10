//! What forms have in common: faults at their fields, in German, and a summary of them.
//!
//! A use case reports [`FieldErrors`] with pointers into the record; a form turns pointers into names of its fields.
//! Templates ask [`Faults::of`] for the line at a field and [`Faults::lines`] for the summary.

mod codes;
mod field;
mod words;

pub(crate) use field::{Choice, Field, Group, Kind};
pub(crate) use words::precision_word;

use crate::domain::FieldErrors;
use crate::texts::Texts;

/// Something wrong with one field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Name of the field.
    pub(crate) field: String,
    /// Code in `snake_case`, as in [`crate::domain::FieldError`].
    pub(crate) code: String,
    /// The piece of text, or the number, that the message names; may be empty.
    pub(crate) part: String,
}

impl Fault {
    /// A fault of a field.
    pub(crate) fn new(field: &str, code: &str, part: &str) -> Self {
        Self { field: field.to_owned(), code: code.to_owned(), part: part.to_owned() }
    }

    /// What a use case found wrong, each at the field that `field_of` names for its pointer.
    pub(crate) fn list(errors: &FieldErrors, field_of: impl Fn(&str) -> String) -> Vec<Self> {
        let fault = |error: &crate::domain::FieldError| {
            // The only number in these details is the limit that the message names.
            let named = matches!(error.code.as_str(), "length" | "too_many");
            let digits = |c: char| c.is_ascii_digit();
            let number: String = error
                .detail
                .chars()
                .skip_while(|c| !digits(*c))
                .take_while(|c| digits(*c))
                .collect();
            Self::new(&field_of(&error.pointer), &error.code, if named { &number } else { "" })
        };
        errors.0.iter().map(fault).collect()
    }
}

/// A fault in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FaultLine {
    /// Name of the field; its `id` is the same with `f-` before it.
    pub(crate) field: String,
    /// What the field is called; may be empty.
    pub(crate) label: String,
    /// What is wrong and what to do.
    pub(crate) message: String,
}

/// All faults of a form in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Faults(Vec<FaultLine>);

impl Faults {
    /// The faults in the order of the form, each field at most once.
    pub(crate) fn new(texts: &Texts, faults: &[Fault], label_of: impl Fn(&str) -> String) -> Self {
        let mut lines: Vec<FaultLine> = Vec::new();
        for fault in faults {
            if !lines.iter().any(|line| line.field == fault.field) {
                lines.push(FaultLine {
                    field: fault.field.clone(),
                    label: label_of(&fault.field),
                    message: texts.with(codes::key(&fault.code), &[("part", (&fault.part).into())]),
                });
            }
        }
        Self(lines)
    }

    /// Whether nothing is wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with a field; empty if nothing.
    pub(crate) fn of(&self, field: &str) -> &str {
        self.0.iter().find(|line| line.field == field).map_or("", |line| line.message.as_str())
    }

    /// All of them, for the summary.
    pub(crate) fn lines(&self) -> &[FaultLine] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FieldError;

    #[test]
    fn a_fault_of_a_use_case_becomes_a_german_line_at_its_field() {
        let errors = FieldErrors(vec![
            FieldError::new("/name", "length", "must have at most 200 characters"),
            FieldError::new("/name", "control_character", "must not hold control characters"),
            FieldError::new("/x", "never_heard_of", "?"),
        ]);
        let faults = Fault::list(&errors, |pointer| pointer.trim_start_matches('/').to_owned());
        let faults = Faults::new(Texts::german(), &faults, |_| String::new());
        assert_eq!(faults.lines().len(), 2);
        assert!(faults.of("name").contains("200 Zeichen"), "{}", faults.of("name"));
        assert_eq!(faults.of("x"), Texts::german().t("fault-other"));
        assert!(faults.of("y").is_empty());
    }
}
