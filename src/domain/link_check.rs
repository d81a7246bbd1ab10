//! Whether the websites that entries name still answer.

use serde::Serialize;

/// What came of asking a website.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkOutcome {
    /// Somebody answers.
    Ok,
    /// Somebody answers at another address.
    Moved,
    /// The page is gone.
    Broken,
    /// Nobody answers.
    Unreachable,
    /// It was not asked: its address is none of the public internet, or none at all.
    Refused,
}

impl LinkOutcome {
    /// All outcomes.
    pub const ALL: [Self; 5] =
        [Self::Ok, Self::Moved, Self::Broken, Self::Unreachable, Self::Refused];

    /// The word used in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Moved => "moved",
            Self::Broken => "broken",
            Self::Unreachable => "unreachable",
            Self::Refused => "refused",
        }
    }

    /// The outcome named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == text)
    }

    /// Whether the link does what it should.
    #[must_use]
    pub const fn is_fine(self) -> bool {
        matches!(self, Self::Ok | Self::Moved)
    }
}

/// What came of asking one website.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkCheck {
    /// The address as the entry has it.
    pub url: String,
    /// What came of it.
    pub outcome: LinkOutcome,
    /// HTTP status of the last answer.
    pub http_status: Option<u16>,
    /// Where the page has moved.
    pub target: Option<String>,
    /// Why nobody answered.
    pub detail: Option<String>,
}
