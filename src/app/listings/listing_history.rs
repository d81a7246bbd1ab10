//! What happened to an entry: for its desk with names and words, for the public without.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use super::Author;
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{DecisionKind, Listing, ReviewStatus, ServiceId};
use crate::store::HistoryEvent;

/// Most lines of one page.
const PAGE: u32 = 100;

/// A line of the history as a desk shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryItem {
    /// Position in the change feed.
    pub seq: i64,
    /// When, RFC 3339 UTC.
    pub at: String,
    /// Who: an account, an import, the program.
    pub actor: String,
    /// The version that was written, if one was, and where it stood.
    pub revision: Option<i64>,
    /// Where that version stood.
    pub review_status: Option<ReviewStatus>,
    /// Why, in the words of who wrote or decided.
    pub reason: Option<String>,
    /// The decision that was taken.
    pub decision: Option<DecisionKind>,
    /// Whether the public view changed, and to which version (`None` within = to nothing).
    pub public: Option<Option<i64>>,
}

/// The history of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct History {
    /// Newest first.
    pub items: Vec<HistoryItem>,
    /// Entries that became part of this one; they have histories of their own.
    pub merged: Vec<ServiceId>,
}

/// What happened, as the public may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PublicHistoryKind {
    /// It was published for the first time, or again after it was out of view.
    Published,
    /// Something of it changed.
    Changed,
    /// It was confirmed, and nothing changed.
    Confirmed,
    /// It left the public view.
    Withdrawn,
}

/// A line of the public history: what and when, never who.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicHistoryItem {
    /// When, RFC 3339 UTC.
    pub at: String,
    /// What.
    pub kind: PublicHistoryKind,
    /// Names of the fields that changed (`name`, `schedule`, `address` …), each once, in alphabetical order.
    pub changed: Vec<String>,
}

impl Desk {
    /// The history of an entry, newest first, below position `before` if given. `None` = there is none the author may
    /// know of.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn listing_history(
        &self,
        author: &Author,
        id: ServiceId,
        before: Option<i64>,
    ) -> Result<Option<History>, AppError> {
        let Some(record) = self.store.find_listing(id).await? else { return Ok(None) };
        if may(&author.actor, Action::ReadListing, Subject::of(record.owner)).is_err() {
            return Ok(None);
        }
        let events = self.store.list_history(id, before, PAGE).await?;
        let merged = self.store.list_merged_into(id).await?;
        Ok(Some(History { items: events.into_iter().map(item).collect(), merged }))
    }

    /// What the public may know of the history of an entry that is public, newest first; `None` = it is not.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn public_history(
        &self,
        id: ServiceId,
    ) -> Result<Option<Vec<PublicHistoryItem>>, AppError> {
        let known = self.store.find_listing(id).await?;
        if known.is_none_or(|record| record.published_revision.is_none()) {
            return Ok(None);
        }
        let mut items = Vec::new();
        let mut shown: Option<Listing> = None;
        // Oldest first: each is compared with what was public before it.
        for event in self.store.list_history(id, None, PAGE).await?.into_iter().rev() {
            let Some(public) = event.public else { continue };
            let next = match public {
                Some(number) => self.store.find_revision(id, number).await?.map(|r| r.listing),
                None => None,
            };
            items.extend(compare(event.at, shown.as_ref(), next.as_ref()));
            shown = next;
        }
        items.reverse();
        Ok(Some(items))
    }
}

fn item(event: HistoryEvent) -> HistoryItem {
    let (kind, note) = event.decision.unzip();
    let (revision, state, reason) = match event.written {
        Some((number, state, reason)) => (Some(number), Some(state), reason),
        None => (None, None, None),
    };
    HistoryItem {
        seq: event.seq,
        at: event.at,
        actor: event.actor,
        revision,
        review_status: state,
        reason: reason.or(note.flatten()),
        decision: kind,
        public: event.public,
    }
}

/// The line for a step from one public version to the next; none where the public could not tell them apart.
fn compare(
    at: String,
    before: Option<&Listing>,
    after: Option<&Listing>,
) -> Option<PublicHistoryItem> {
    use PublicHistoryKind::{Changed, Confirmed, Published, Withdrawn};
    let item = |kind, changed| Some(PublicHistoryItem { at, kind, changed });
    match (before, after) {
        (None, None) => None,
        (None, Some(_)) => item(Published, Vec::new()),
        (Some(_), None) => item(Withdrawn, Vec::new()),
        (Some(before), Some(after)) => {
            let mut changed = changed_fields(before, after);
            let confirmed = changed.remove("assurance");
            match (changed.is_empty(), confirmed) {
                (true, false) => None,
                (true, true) => item(Confirmed, Vec::new()),
                (false, _) => item(Changed, changed.into_iter().collect()),
            }
        }
    }
}

/// The names of the fields in which the public would see two versions differ.
fn changed_fields(before: &Listing, after: &Listing) -> BTreeSet<String> {
    let (before, after) = (before.for_public(), after.for_public());
    let mut changed = BTreeSet::new();
    let tree = |listing: &Listing| serde_json::to_value(listing).unwrap_or_default();
    let (mut old, mut new) = (tree(&before), tree(&after));
    let sites = |tree: &mut Value| match tree.as_object_mut().and_then(|map| map.remove("sites")) {
        Some(Value::Array(sites)) => sites,
        _ => Vec::new(),
    };
    let (old_sites, new_sites) = (sites(&mut old), sites(&mut new));
    differing(&old, &new, &mut changed);
    let id_of = |site: &Value| site.get("id").cloned();
    for site in &new_sites {
        match old_sites.iter().find(|other| id_of(other) == id_of(site)) {
            Some(other) => differing(other, site, &mut changed),
            None => {
                changed.insert("sites".to_owned());
            }
        }
    }
    if old_sites.iter().any(|site| !new_sites.iter().any(|other| id_of(other) == id_of(site))) {
        changed.insert("sites".to_owned());
    }
    changed
}

fn differing(old: &Value, new: &Value, changed: &mut BTreeSet<String>) {
    let (Some(old), Some(new)) = (old.as_object(), new.as_object()) else { return };
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let differ = names.into_iter().filter(|name| old.get(*name) != new.get(*name));
    changed.extend(differ.cloned());
}
