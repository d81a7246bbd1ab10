//! How long what is kept of people: the part the county decides.

use serde::{Deserialize, Serialize};

/// Periods that a county may set in its `region.toml`; what is left out has its default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RetentionPolicy {
    /// Days that events of the audit are kept.
    pub audit_days: u32,
    /// Days that a sent mail is remembered, without its text.
    pub sent_mail_days: u32,
    /// Days that a mail that could not be delivered is kept.
    pub failed_mail_days: u32,
    /// Days that a program's request is remembered, so that it is not done twice.
    pub answered_request_days: u32,
    /// Months after the decision until the words and the sender of a suggestion are erased.
    pub suggestion_months: u32,
    /// The same for praise and complaints, whose answers are looked up longer.
    pub feedback_months: u32,
    /// Months after which a suggestion that nobody has ever decided about is erased all the same.
    pub suggestion_open_months: u32,
}

impl Default for RetentionPolicy {
    fn default() -> Self {
        Self {
            audit_days: 180,
            sent_mail_days: 30,
            failed_mail_days: 90,
            answered_request_days: 7,
            suggestion_months: 12,
            feedback_months: 24,
            suggestion_open_months: 36,
        }
    }
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptFor {
    /// So many hours.
    Hours(u32),
    /// So many days.
    Days(u32),
    /// So many months.
    Months(u32),
    /// Until the person or an administrator erases it.
    UntilErased,
}

impl std::fmt::Display for KeptFor {
    /// In English, for the documents.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Hours(count) => write!(f, "{count} hours"),
            Self::Days(count) => write!(f, "{count} days"),
            Self::Months(count) => write!(f, "{count} months"),
            Self::UntilErased => f.write_str("until erased"),
        }
    }
}
