//! Which entry of a county package gets a site that another entry holds so far.
//!
//! The id of a site hangs on its row; that of an entry on the row, or on the group of rows it is made of. A row that is
//! grouped otherwise therefore takes its site along to another entry. What only the package has written lets go of it
//! before anything is saved; what people have written keeps it, and the report says so.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{EntryNote, author_of};
use crate::app::AppError;
use crate::domain::{FeatureId, Listing, ServiceId};
use crate::exchange::county::CountyPackage;
use crate::store::{DatabaseError, ImportCaseState, Tx};

/// An entry of the package that lacks sites, because people have written another entry that has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldNote {
    /// The entry of the package.
    pub service_id: ServiceId,
    /// Its name.
    pub name: String,
    /// How many of its sites stay with the other entry.
    pub sites: usize,
    /// The entry that has them.
    pub holder: EntryNote,
    /// Whether none is left, so that the entry of the package is not public.
    pub unpublished: bool,
    /// Whether an editor has still to say if that entry stays as it is: until then every import looks again.
    pub undecided: bool,
}

/// An entry of people with sites that the package gives to others.
#[derive(Debug)]
struct Holder {
    note: EntryNote,
    sites: BTreeSet<FeatureId>,
}

/// The sites that stay where they are.
#[derive(Debug, Default)]
pub(super) struct HeldSites {
    holders: Vec<Holder>,
}

impl HeldSites {
    /// What of an entry can be public: without the sites that others hold. `None` = nothing of it.
    pub(super) fn rest_of(&self, listing: &Listing, notes: &mut Vec<HeldNote>) -> Option<Listing> {
        let mut rest = listing.clone();
        rest.sites.retain(|site| !self.holders.iter().any(|h| h.sites.contains(&site.id)));
        let unpublished = rest.sites.is_empty() && !listing.sites.is_empty();
        notes.extend(self.holders.iter().filter_map(|holder| {
            let sites = listing.sites.iter().filter(|site| holder.sites.contains(&site.id)).count();
            (sites > 0).then(|| HeldNote {
                service_id: listing.id,
                name: listing.name.clone(),
                sites,
                holder: holder.note.clone(),
                unpublished,
                undecided: false,
            })
        }));
        (!unpublished).then_some(rest)
    }
}

/// Lets the entries that only the package has written go of the sites that it gives to others now; they are saved anew
/// afterwards. What has left the package must be withdrawn already.
pub(super) async fn release_moving(
    tx: &mut Tx,
    package: &CountyPackage,
) -> Result<HeldSites, AppError> {
    let author = author_of(&package.region.slug);
    let present: BTreeSet<ServiceId> = package.listings.iter().map(|e| e.listing.id).collect();
    let holders = tx.list_site_holders().await?;
    let mut moving: BTreeMap<ServiceId, BTreeSet<FeatureId>> = BTreeMap::new();
    for listing in package.listings.iter().map(|entry| &entry.listing) {
        for site in &listing.sites {
            if let Some(holder) = holders.get(&site.id).filter(|holder| **holder != listing.id) {
                moving.entry(*holder).or_default().insert(site.id);
            }
        }
    }
    let mut held = HeldSites::default();
    for (id, sites) in moving {
        let Some(record) = tx.find_listing(id).await? else { continue };
        let is_imported =
            record.author == author && record.published_revision == Some(record.latest_revision);
        if is_imported && present.contains(&id) {
            tx.release_sites(id).await?;
            continue;
        }
        held.holders.push(Holder { note: EntryNote::new(&record.listing), sites });
    }
    Ok(held)
}

/// Notes which of the entries that keep sites an editor has still to decide about; whether there is any.
pub(super) async fn note_undecided(
    tx: &mut Tx,
    notes: &mut [HeldNote],
) -> Result<bool, DatabaseError> {
    for note in &mut *notes {
        let case = tx.find_import_case(note.holder.service_id).await?;
        note.undecided = case.is_some_and(|case| case.state == ImportCaseState::Open);
    }
    Ok(notes.iter().any(|note| note.undecided))
}
