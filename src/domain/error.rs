//! Errors of the domain: they name every fault and the spot, and never carry secrets.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One faulty field of an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// JSON pointer (RFC 6901) to the field, for example `/sites/0/position/lon`.
    pub pointer: String,
    /// Machine-readable code in `snake_case`, for example `out_of_range`.
    pub code: String,
    /// What is wrong and what to do, in plain English (log and API; pages translate the code).
    pub detail: String,
}

impl FieldError {
    /// Makes an error for the field at `pointer`.
    #[must_use]
    pub fn new(
        pointer: impl Into<String>,
        code: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self { pointer: pointer.into(), code: code.into(), detail: detail.into() }
    }

    /// The same error below `prefix`: `/lon` becomes `{prefix}/lon`.
    #[must_use]
    pub fn below(mut self, prefix: &str) -> Self {
        self.pointer.insert_str(0, prefix);
        self
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.pointer, self.detail)
    }
}

impl std::error::Error for FieldError {}

/// Every faulty field of one input, collected before anything is refused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldErrors(pub Vec<FieldError>);

impl FieldErrors {
    /// Adds one fault.
    pub fn push(&mut self, error: FieldError) {
        self.0.push(error);
    }

    /// Adds a fault unless `holds`.
    pub fn check(&mut self, holds: bool, pointer: &str, code: &str, detail: &str) {
        if !holds {
            self.push(FieldError::new(pointer, code, detail));
        }
    }

    /// `Ok(value)` when nothing was found wrong.
    ///
    /// # Errors
    /// The collected faults, if any.
    pub fn into_result<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, error) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("; ")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for FieldErrors {}

/// A life cycle does not allow this step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{noun} cannot go from {from} to {to}")]
pub struct InvalidTransition {
    /// What was to change, for example `listing`.
    pub noun: &'static str,
    /// The state it is in.
    pub from: &'static str,
    /// The state that was asked for.
    pub to: &'static str,
}

/// The actor may not do this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not allowed: {reason}")]
pub struct Denied {
    /// Why, in a form that may be shown to the actor.
    pub reason: &'static str,
}
