//! Entries that may be the same one, scored and explained.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use super::Author;
use super::likeness::{Likeness, Profile, WORTH_A_LOOK};
use super::likeness_index::CROWD;
use crate::app::open_atlas::off_the_async_threads;
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{Listing, ServiceId};

/// An entry that may be the same as the one asked about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ListingDuplicate {
    /// The other entry.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// From 0 to 1.
    pub score: f64,
    /// What they have in common.
    pub reasons: Vec<Likeness>,
}

/// Two public entries that may be the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DuplicatePair {
    /// One of them.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// The other.
    pub other: ListingDuplicate,
}

impl Desk {
    /// The public entries that may be the same as this one, likeliest first; it need not be saved yet. Looked at are those
    /// that share a clue with it which no crowd shares; the first call reads every public entry, those after it do not.
    ///
    /// # Errors
    /// [`AppError::Denied`] for who may not edit it; as the database reports.
    pub async fn find_duplicates(
        &self,
        author: &Author,
        listing: &Listing,
    ) -> Result<Vec<ListingDuplicate>, AppError> {
        may(&author.actor, Action::EditListing, Subject::of(listing.organization_id))?;
        let own = Profile::new(listing);
        let mut found = Vec::new();
        for id in self.likeness.candidates(&self.store, &own).await? {
            if id == own.id {
                continue;
            }
            let Some(published) = self.store.find_published(id).await? else { continue };
            let Ok(other) = serde_json::from_str::<Listing>(&published.document) else { continue };
            found.extend(duplicate(&own, &Profile::new(&other)));
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.id.cmp(&b.id)));
        Ok(found)
    }

    /// All pairs of public entries that may be the same, likeliest first, at most `limit`. Reads every public entry.
    ///
    /// # Errors
    /// [`AppError::Denied`]; as the database reports.
    pub async fn list_duplicates(
        &self,
        author: &Author,
        limit: usize,
    ) -> Result<Vec<DuplicatePair>, AppError> {
        may(&author.actor, Action::MergeListings, Subject::default())?;
        let profiles = self.public_profiles().await?;
        off_the_async_threads(move || {
            let mut found = pairs(&profiles);
            found.truncate(limit);
            found
        })
        .await
    }

    async fn public_profiles(&self) -> Result<Vec<Profile>, AppError> {
        let mut stream = self.store.published_documents().await?;
        let mut profiles = Vec::new();
        while let Some(batch) = stream.next_batch().await? {
            // What cannot be read is told where the read model is built.
            let read = off_the_async_threads(move || {
                let listings =
                    batch.iter().filter_map(|d| serde_json::from_str::<Listing>(&d.document).ok());
                listings.map(|listing| Profile::new(&listing)).collect::<Vec<Profile>>()
            });
            profiles.extend(read.await?);
        }
        profiles.sort_by_key(|profile| profile.id);
        Ok(profiles)
    }
}

fn duplicate(own: &Profile, other: &Profile) -> Option<ListingDuplicate> {
    let (score, reasons) = own.compare(other);
    (score >= WORTH_A_LOOK).then(|| ListingDuplicate {
        id: other.id,
        name: other.name.clone(),
        // Two decimals: more would pretend to know.
        score: (score * 100.0).round() / 100.0,
        reasons,
    })
}

/// Compares only entries that have something in common, not each with each.
fn pairs(profiles: &[Profile]) -> Vec<DuplicatePair> {
    let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, profile) in profiles.iter().enumerate() {
        for key in profile.keys().collect::<BTreeSet<_>>() {
            by_key.entry(key).or_default().push(at);
        }
    }
    let mut candidates: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for group in by_key.values().filter(|group| group.len() <= CROWD) {
        for (i, a) in group.iter().enumerate() {
            candidates.entry(*a).or_default().extend(group.iter().skip(i + 1));
        }
    }
    let mut found = Vec::new();
    for (a, others) in candidates {
        for b in others {
            let (Some(one), Some(other)) = (profiles.get(a), profiles.get(b)) else { continue };
            if let Some(other) = duplicate(one, other) {
                found.push(DuplicatePair { id: one.id, name: one.name.clone(), other });
            }
        }
    }
    found.sort_by(|a, b| {
        b.other.score.total_cmp(&a.other.score).then((a.id, a.other.id).cmp(&(b.id, b.other.id)))
    });
    found
}
