//! Append-only history.

use serde::{Deserialize, Serialize};

use super::ids::ServiceId;
use super::listing::Listing;
use super::status::ReviewStatus;

/// One version of an entry; never changed once written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    /// The entry.
    pub service_id: ServiceId,
    /// 1, 2, 3 … without gaps.
    pub number: i64,
    /// Where it stood when it was written.
    pub review_status: ReviewStatus,
    /// Who wrote it (account, or `import:<region>`).
    pub author: String,
    /// When, RFC 3339 UTC.
    pub created_at: String,
    /// Why, in the author's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What.
    pub listing: Listing,
}

/// What happened to a record; a word in the change feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeAction {
    /// It was made.
    Create,
    /// It has a new version.
    Update,
    /// It left the public view.
    Withdraw,
}

impl ChangeAction {
    /// The word used in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Withdraw => "withdraw",
        }
    }

    /// The action named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Create, Self::Update, Self::Withdraw].into_iter().find(|a| a.as_str() == text)
    }
}
