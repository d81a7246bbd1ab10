//! Whether somebody new finds a place.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CapacityState {
    /// There are free places.
    Free,
    /// New people are put on a waiting list.
    WaitingList,
    /// Nobody new is taken.
    Full,
}

impl CapacityState {
    /// All states, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Free, Self::WaitingList, Self::Full];

    /// The word used in forms and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::WaitingList => "waiting_list",
            Self::Full => "full",
        }
    }

    /// The state named by `text`, if any.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// Whether there is room, and on which day that was true: without its day it would soon be a lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Capacity {
    /// Whether there is room.
    pub state: CapacityState,
    /// The day this was said.
    pub as_of: NaiveDate,
}
