//! The second line of the header, for whoever is signed in.
//!
//! It stands on every page, and pages are made in many places that know nothing of visitors. So it travels with the
//! task that answers the request, and the frame of the page takes it from there.

use std::sync::Arc;

use super::csrf::CsrfToken;
use crate::domain::policy::{Action, Right, Role, right};

tokio::task_local! {
    pub(super) static AROUND: Around;
}

/// What the frame of a page has to know of the request.
#[derive(Debug, Clone, Default)]
pub(crate) struct Around {
    /// The line, if somebody is signed in.
    pub(crate) line: Option<Arc<VisitorLine>>,
    /// Whether somebody could sign in here.
    pub(crate) may_sign_in: bool,
    /// Whether suggestions are taken here: without a desk nobody would read them.
    pub(crate) may_suggest: bool,
}

/// What the line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VisitorLine {
    /// Name of the person.
    pub(crate) name: String,
    /// Their role.
    pub(crate) role: Role,
    /// For the button that signs out.
    pub(crate) csrf: CsrfToken,
}

impl VisitorLine {
    /// Whether the person has listings of their own to tend.
    pub(crate) fn has_own(&self) -> bool {
        right(self.role, Action::EditListing) == Right::Own
    }

    /// Whether the editors' desk is open to the person.
    pub(crate) fn edits(&self) -> bool {
        right(self.role, Action::ReviewListing) == Right::Any
    }

    /// Whether the person plans without editing: editors find what planners see at their own desk.
    pub(crate) fn plans(&self) -> bool {
        right(self.role, Action::ReadUnmet) == Right::Any && !self.edits()
    }

    /// Whether the person keeps scenarios of the planning.
    pub(crate) fn keeps_scenarios(&self) -> bool {
        right(self.role, Action::StoreScenario) == Right::Any
    }

    /// Whether the administration is open to the person.
    pub(crate) fn administers(&self) -> bool {
        right(self.role, Action::ManageAccounts) == Right::Any
    }
}

/// What is known of the request that is being answered.
pub(crate) fn around() -> Around {
    AROUND.try_with(Clone::clone).unwrap_or_default()
}
