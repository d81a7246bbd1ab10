//! Two life cycles, never mixed: what a service does (public), and where its entry stands (moderation).

use serde::{Deserialize, Serialize};

use super::error::InvalidTransition;

/// The public life cycle of a service (HSDS 3.0, `service.status`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceStatus {
    /// It runs.
    #[default]
    Active,
    /// It rests or has not begun.
    Inactive,
    /// It has ended for good.
    Defunct,
    /// It is closed for a while.
    TemporarilyClosed,
}

impl ServiceStatus {
    /// The word used in URLs, JSON and the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Inactive => "inactive",
            Self::Defunct => "defunct",
            Self::TemporarilyClosed => "temporarily_closed",
        }
    }
}

/// The moderation life cycle of an entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewStatus {
    /// Being written.
    #[default]
    Draft,
    /// Waiting for an editor.
    Pending,
    /// Public.
    Published,
    /// Refused by an editor.
    Rejected,
    /// Taken out; kept for the record.
    Archived,
}

impl ReviewStatus {
    /// All states.
    pub const ALL: [Self; 5] =
        [Self::Draft, Self::Pending, Self::Published, Self::Rejected, Self::Archived];

    /// The word used in URLs, JSON and the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Pending => "pending",
            Self::Published => "published",
            Self::Rejected => "rejected",
            Self::Archived => "archived",
        }
    }

    /// The state named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == text)
    }

    /// Goes to `to`, consuming this state.
    ///
    /// # Errors
    /// When the life cycle has no such step: a draft is written on, submitted or published; a pending entry is
    /// replaced by a better proposal, decided, or handed back as a draft; a published one is superseded by its next
    /// version, in whatever state that begins; a rejected one is taken up again, an archived one restored to draft.
    /// All but an archived one can be archived.
    pub fn transition(self, to: Self) -> Result<Self, InvalidTransition> {
        use ReviewStatus::{Archived, Draft, Pending, Published, Rejected};
        let allowed = matches!(
            (self, to),
            (Draft | Published, Draft | Pending | Published | Archived)
                | (Pending, Draft | Pending | Published | Rejected | Archived)
                | (Rejected, Draft | Pending | Archived)
                | (Archived, Draft)
        );
        if allowed {
            Ok(to)
        } else {
            Err(InvalidTransition { noun: "listing", from: self.as_str(), to: to.as_str() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archived_or_rejected_entry_never_becomes_public_without_review() {
        for from in [ReviewStatus::Archived, ReviewStatus::Rejected] {
            assert!(from.transition(ReviewStatus::Published).is_err());
        }
    }

    #[test]
    fn every_state_can_be_left_and_names_itself() {
        for from in ReviewStatus::ALL {
            assert!(ReviewStatus::ALL.iter().any(|&to| to != from && from.transition(to).is_ok()));
            assert_eq!(ReviewStatus::parse(from.as_str()), Some(from));
        }
    }
}
