//! The life of an entry at the desks: written, submitted, decided, confirmed, restored, merged, archived.
//!
//! Every use case is a method of [`Desk`](super::Desk), runs in one transaction, asks the table of rights, reports every
//! fault at once, and compares the version its author has seen.

mod archive_listing;
mod check_listing;
mod check_place;
mod confirm_listing;
mod decide_import;
mod disclosure;
mod edit_listing;
mod edit_organization;
mod find_listing;
mod hand_over;
mod likeness;
mod likeness_index;
mod list_duplicates;
mod list_queue;
mod listing_history;
mod merge_listings;
mod neighbours;
mod once;
mod reopen_revision;
mod restore_revision;
mod review_revision;
mod undo_merge;

use serde::{Deserialize, Serialize};

pub use archive_listing::Archive;
pub use confirm_listing::Confirm;
pub use decide_import::{ImportCaseView, ImportDecision};
pub use disclosure::DISCLOSES_PLACE;
pub use edit_listing::Edit;
pub use edit_organization::{OrganizationEdit, OrganizationEdited};
pub use find_listing::{ListingView, ListingsQuery};
pub use hand_over::{Handover, HandoverDecision};
pub use likeness::Likeness;
pub(in crate::app) use likeness_index::LikenessRoom;
pub use list_duplicates::{DuplicatePair, ListingDuplicate};
pub use list_queue::{QueueItem, QueueKind, QueueOrder, QueuePage, QueueQuery};
pub use listing_history::{History, HistoryItem, PublicHistoryItem, PublicHistoryKind};
pub use merge_listings::Merge;
pub use neighbours::{Neighbours, WaitingCase};
pub use once::Once;
pub(in crate::app) use once::{answered, remember};
pub use reopen_revision::Reopen;
pub use restore_revision::Restore;
pub use review_revision::Review;
pub use undo_merge::UndoMerge;

pub(super) use check_place::Grounds;
pub(super) use decide_import::{forget_other, note_difference};

use crate::domain::policy::{Actor, Role};
use crate::domain::{
    Account, AccountId, AssuredBy, OrganizationId, ReviewStatus, ServiceId, account_of_author,
};
use crate::store::Saved;

/// Who acts, and under which name that is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The role and what it covers.
    pub actor: Actor,
    /// Name in the history: `account:<uuid>` of a person, so that it says nothing once the account is erased.
    pub name: String,
}

impl Author {
    /// The person of an account.
    #[must_use]
    pub fn of(account: &Account) -> Self {
        Self { actor: account.actor(), name: account.author_name() }
    }

    /// The account that acts; `None` for imports, links and the program itself.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        account_of_author(&self.name)
    }

    /// Whether they see and decide what only the county's editors do.
    #[must_use]
    pub fn is_editor(&self) -> bool {
        match &self.actor {
            Actor::System => true,
            Actor::Person { role, .. } => *role == Role::Editor,
        }
    }

    /// The organizations they speak for.
    #[must_use]
    pub fn organizations(&self) -> &[OrganizationId] {
        match &self.actor {
            Actor::System => &[],
            Actor::Person { organizations, .. } => organizations,
        }
    }

    /// In whose name they confirm.
    const fn assures_as(&self) -> AssuredBy {
        match &self.actor {
            Actor::System => AssuredBy::Source,
            Actor::Person { role: Role::Editor, .. } => AssuredBy::Editor,
            Actor::Person { .. } => AssuredBy::Provider,
        }
    }
}

/// What became of a write to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edited {
    /// The entry.
    pub id: ServiceId,
    /// Number of the version it is about.
    pub revision: i64,
    /// Version of the record, for the next write (`ETag`).
    pub version: i64,
    /// Where the latest version stands now.
    pub review_status: ReviewStatus,
    /// Position in the change feed; `None` = it was so already, nothing was written.
    pub seq: Option<i64>,
}

impl Edited {
    fn new(id: ServiceId, saved: Saved, review_status: ReviewStatus) -> Self {
        let Saved { revision, version, seq } = saved;
        Self { id, revision, version, review_status, seq: Some(seq) }
    }
}
