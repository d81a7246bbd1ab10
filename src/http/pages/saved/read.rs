//! Reading the address of a list: patiently, as people shorten, join and retype addresses.

use super::{MOST, address, with_search};
use crate::domain::ServiceId;
use crate::http::params::decode_lenient;

/// Longest text looked for, in characters.
const LONGEST: usize = 200;
/// Most ids that are read at all.
const READ: usize = 1_000;
/// Characters of an id.
const ID: usize = 36;

/// What was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sent {
    /// Each once, in the order given.
    pub(super) ids: Vec<ServiceId>,
    /// What to look for.
    pub(super) q: String,
}

pub(super) fn read(raw: &str) -> Sent {
    let mut ids: Vec<ServiceId> = Vec::new();
    let mut q = String::new();
    for (name, value) in decode_lenient(raw) {
        if name == "ids" {
            for id in value.split([',', ' ', ';']).filter_map(|id| id.parse().ok()) {
                if !ids.contains(&id) && ids.len() < READ {
                    ids.push(id);
                }
            }
        } else if name == "q" {
            q = value.chars().take(LONGEST).collect();
        }
    }
    Sent { ids, q }
}

impl Sent {
    /// The one address of this list, if it was asked for by another one.
    pub(super) fn tidied(&self, raw: &str) -> Option<String> {
        let tidy =
            if self.q.is_empty() { address(&self.ids) } else { with_search(&self.ids, &self.q) };
        let query = tidy.split_once('?').map_or("", |(_, query)| query);
        (query != raw).then_some(tidy)
    }

    /// The entry whose address (or id) was typed into the field, if it looks like one.
    pub(super) fn named(&self) -> Option<ServiceId> {
        let mut starts = self.q.char_indices().map(|(at, _)| at);
        starts.find_map(|at| self.q.get(at..at + ID)?.to_lowercase().parse().ok())
    }

    /// The list with the entry whose address was typed, where there is such an entry and room for it.
    pub(super) fn with_added(&self, known: impl Fn(&ServiceId) -> bool) -> Option<Vec<ServiceId>> {
        let id = self.named().filter(known)?;
        let mut ids = self.ids.clone();
        if !ids.contains(&id) {
            if ids.len() >= MOST {
                return None;
            }
            ids.push(id);
        }
        Some(ids)
    }
}
