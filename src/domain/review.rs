//! What an editor decides about a version.

use serde::{Deserialize, Serialize};

use super::error::FieldErrors;
use super::status::ReviewStatus;
use super::text::text;

/// Longest reason or question, in characters.
const LONGEST: usize = 2_000;

/// A decision about the version that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case", deny_unknown_fields)]
pub enum Decision {
    /// It becomes public.
    Publish,
    /// It does not become public; the provider is told why.
    Reject {
        /// Why.
        reason: String,
    },
    /// The provider is asked first; the version is a draft again.
    AskBack {
        /// What.
        question: String,
    },
}

/// The kind of a decision; a word in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// Made public.
    Publish,
    /// Refused.
    Reject,
    /// Asked back.
    AskBack,
    /// Looked at after it was published without review, and found right.
    Approve,
    /// Taken out of the public view.
    Archive,
    /// Its entry became part of another one.
    Merge,
}

impl DecisionKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Publish, Self::Reject, Self::AskBack, Self::Approve, Self::Archive, Self::Merge];

    /// The word used in JSON and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Reject => "reject",
            Self::AskBack => "ask_back",
            Self::Approve => "approve",
            Self::Archive => "archive",
            Self::Merge => "merge",
        }
    }

    /// The kind named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl Decision {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> DecisionKind {
        match self {
            Self::Publish => DecisionKind::Publish,
            Self::Reject { .. } => DecisionKind::Reject,
            Self::AskBack { .. } => DecisionKind::AskBack,
        }
    }

    /// Where it leads.
    #[must_use]
    pub const fn target(&self) -> ReviewStatus {
        match self {
            Self::Publish => ReviewStatus::Published,
            Self::Reject { .. } => ReviewStatus::Rejected,
            Self::AskBack { .. } => ReviewStatus::Draft,
        }
    }

    /// The words for the provider.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::Publish => None,
            Self::Reject { reason } => Some(reason),
            Self::AskBack { question } => Some(question),
        }
    }

    /// Checks that the provider is told something.
    ///
    /// # Errors
    /// `/reason` or `/question` where it is empty, too long or holds what no text may hold.
    pub fn validate(&self) -> Result<(), FieldErrors> {
        let mut faults = FieldErrors::default();
        let pointer = if matches!(self, Self::AskBack { .. }) { "/question" } else { "/reason" };
        if let Some(note) = self.note() {
            faults.check(
                !note.trim().is_empty(),
                pointer,
                "required",
                "the provider needs to know what to do",
            );
            text(&mut faults, pointer, note, LONGEST);
        }
        faults.into_result(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_names_itself_and_who_is_refused_is_told_why() {
        for kind in DecisionKind::ALL {
            assert_eq!(DecisionKind::parse(kind.as_str()), Some(kind));
        }
        assert!(Decision::Publish.validate().is_ok());
        let silent = Decision::Reject { reason: " \n".into() }.validate().unwrap_err();
        assert_eq!(
            (silent.0[0].pointer.as_str(), silent.0[0].code.as_str()),
            ("/reason", "required")
        );
        let turned = Decision::AskBack { question: "\u{202e}?".into() }.validate().unwrap_err();
        assert_eq!(turned.0[0].pointer, "/question");
    }

    #[test]
    fn a_decision_reads_from_json_and_refuses_words_that_mean_nothing() {
        let asked: Decision =
            serde_json::from_str(r#"{"decision":"ask_back","question":"Wann?"}"#).unwrap();
        assert_eq!(asked, Decision::AskBack { question: "Wann?".into() });
        assert!(serde_json::from_str::<Decision>(r#"{"decision":"reject"}"#).is_err());
        assert!(
            serde_json::from_str::<Decision>(r#"{"decision":"reject","reason":"x","y":1}"#)
                .is_err()
        );
    }
}
