//! Suggestions without an account: send in, follow by a link, sort, answer, decide, count, erase.

mod claim;
mod decide;
mod erase;
mod follow;
mod inbox;
mod seal;
mod submit;

pub use decide::{DecidedSuggestion, SuggestionDecision};
pub use follow::Reply;
pub use submit::{Hold, Submission};

use crate::domain::policy::Action;
use crate::domain::{Listing, SuggestionKind};
pub use crate::store::{
    SENDER, SuggestionCount, SuggestionFilter, SuggestionMessage, SuggestionPage, SuggestionRecord,
};

/// A suggestion with what was said about it and the entry it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestionCase {
    /// The suggestion.
    pub record: SuggestionRecord,
    /// What was said, in order.
    pub messages: Vec<SuggestionMessage>,
    /// The latest version of the entry, where there is one.
    pub listing: Option<Listing>,
}

/// The right that is needed to handle a suggestion of this kind.
const fn right_to_handle(kind: SuggestionKind) -> Action {
    if kind.is_feedback() { Action::HandleFeedback } else { Action::HandleSuggestions }
}
