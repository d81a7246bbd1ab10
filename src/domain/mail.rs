//! Mail on its way: what is to be sent to whom, and what became of it.

use std::fmt;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::error::FieldError;

/// Names a mail; also the left part of its Message-ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailId(pub Uuid);

impl fmt::Display for MailId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl std::str::FromStr for MailId {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        let wrong = |_error| FieldError::new("", "not_an_id", "not the id of a mail");
        Uuid::try_parse(text).map(Self).map_err(wrong)
    }
}

/// A mail as it is to be sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its name.
    pub id: MailId,
    /// What it is about, a word of the program ("invitation").
    pub kind: String,
    /// The address it goes to.
    pub recipient: String,
    /// The account it goes to, if it goes to one: it is erased with it.
    pub account: Option<Uuid>,
    /// Its subject, on one line.
    pub subject: String,
    /// Its text.
    pub plain: String,
    /// The same as HTML.
    pub html: String,
}

// Address and text are nobody's business but the recipient's, so neither shows in a log.
impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// How far a mail has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MailState {
    /// It waits for its next attempt.
    Queued,
    /// An instance is sending it.
    Sending,
    /// The mail server has taken it.
    Sent,
    /// It cannot be delivered; nobody tries again by itself.
    Failed,
}

impl MailState {
    /// All states, in the order of a mail's life.
    pub const ALL: [Self; 4] = [Self::Queued, Self::Sending, Self::Sent, Self::Failed];

    /// The word used in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }

    /// The state named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// A mail as the administrators see it: without its text, which only the recipient reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailNote {
    /// Its name.
    pub id: MailId,
    /// What it is about.
    pub kind: String,
    /// The address it goes to.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// How far it has come.
    pub state: MailState,
    /// When it is tried next, where it waits.
    pub next_try_at: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: u32,
    /// Why the last attempt did not succeed.
    pub last_error: Option<String>,
    /// When it was sent or given up.
    pub finished_at: Option<DateTime<Utc>>,
}

/// How many mails are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OutboxCount {
    /// Waiting, or being sent.
    pub waiting: u64,
    /// Given up.
    pub failed: u64,
    /// Sent and not yet forgotten.
    pub sent: u64,
    /// When the oldest that waits was written.
    pub waiting_since: Option<DateTime<Utc>>,
}
