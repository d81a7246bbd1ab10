//! Two entries that mean the same become one; nothing that led to either is lost.

use std::collections::BTreeSet;

use super::check_listing::{Checked, check_reason};
use super::likeness::same_place;
use super::once::{Once, answered, remember};
use super::{Author, Edited};
use crate::app::{AppError, Desk};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{
    Contact, DecisionKind, FeatureId, FieldErrors, Listing, ReviewStatus, ServiceId, Site,
};
use crate::store::{DatabaseError, Entity, ListingRecord, MergeBefore, StoodBefore, Tx};

/// What is merged into what.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// The entry that stays.
    pub kept: ServiceId,
    /// The version of its record the editor has seen.
    pub kept_version: i64,
    /// The entry that becomes part of it.
    pub merged: ServiceId,
    /// The version of its record the editor has seen.
    pub merged_version: i64,
    /// What the one that stays says from now on; `None` = what [`merged_listing`] makes of both.
    pub listing: Option<Listing>,
    /// Why.
    pub reason: Option<String>,
    /// The key of the request, if it carries one.
    pub once: Option<Once>,
}

impl Desk {
    /// Merges an entry into another: the one that stays is published with what both say, the other leaves the public
    /// view, and its id, those of its sites and of its rows in the county package lead to the one that stays. The
    /// versions of both are kept, and what was counted for the one that goes is counted for the one that stays. `None` = one of them is not there.
    ///
    /// # Errors
    /// [`AppError::Denied`]; [`AppError::Invalid`]; [`AppError::Transition`] where the one that stays cannot be public;
    /// [`AppError::Database`] with a conflict when somebody else was quicker.
    pub async fn merge_listings(
        &self,
        author: &Author,
        merge: Merge,
    ) -> Result<Option<Edited>, AppError> {
        let mut tx = self.store.begin_write(&author.name, self.clock.now()).await?;
        if let Some(known) = answered(&mut tx, merge.once.as_ref()).await? {
            return Ok(Some(known));
        }
        let found = (tx.find_listing(merge.kept).await?, tx.find_listing(merge.merged).await?);
        // Asked first, so that a refusal does not tell whether there are such entries.
        for record in [&found.0, &found.1] {
            let owner = record.as_ref().and_then(|record| record.owner);
            may(&author.actor, Action::MergeListings, Subject::of(owner))?;
        }
        let (Some(kept), Some(merged)) = found else { return Ok(None) };
        expect(&kept, merge.kept_version)?;
        expect(&merged, merge.merged_version)?;
        check_pair(&merge, &mut tx).await?;
        let once = merge.once.clone();
        let edited = self.join(&mut tx, author, merge, &kept, &merged).await?;
        remember(&mut tx, once.as_ref(), &edited).await?;
        tx.commit().await?;
        Ok(Some(edited))
    }

    async fn join(
        &self,
        tx: &mut Tx,
        author: &Author,
        merge: Merge,
        kept: &ListingRecord,
        merged: &ListingRecord,
    ) -> Result<Edited, AppError> {
        // What is public counts, not what waits.
        let stays = public_or_latest(tx, kept).await?;
        let goes = public_or_latest(tx, merged).await?;
        // Sites of either may stay as they are.
        let mut known = stays.clone();
        known.sites.extend(goes.sites.iter().cloned());
        let wanted = merge.listing.unwrap_or_else(|| merged_listing(&stays, &goes));
        let listing = self.settle(wanted, Some(&known), author);
        let reason = merge.reason.as_deref();
        let checked = Checked {
            listing: &listing,
            old: Some(&known),
            // What of either is not public is not asked about: it does not become so.
            protected: &[],
            author,
            reason,
            draft: false,
            acknowledged: &[],
        };
        self.check_listing(&checked).await?;
        let state = kept.review_status.transition(ReviewStatus::Published)?;
        let stood = (
            StoodBefore::of(kept, tx.last_decision(merge.kept).await?),
            StoodBefore::of(merged, tx.last_decision(merge.merged).await?),
        );
        // The one that goes first: its sites may turn up in the other.
        let gone = tx.withdraw(merge.merged, merge.merged_version).await?;
        let kind = DecisionKind::Merge;
        tx.note_decision(merge.merged, gone.revision, kind, reason, gone.seq).await?;
        let saved = tx.save_revision(&listing, state, reason, merge.kept_version).await?;
        tx.note_decision(merge.kept, saved.revision, kind, reason, saved.seq).await?;
        // What a package says of the one that goes does not bring it back.
        let import_case = tx.take_import_case(merge.merged).await?;
        let sites = moved_sites(&goes, &listing);
        let (aliases, rows) = tx.links_before_merge(merge.merged, &sites).await?;
        tx.save_merged(merge.merged, merge.kept, &sites).await?;
        let (views, led) = tx.move_usage(merge.merged, merge.kept).await?;
        let old = std::iter::once(merge.merged.to_string());
        let before = MergeBefore {
            kept: stood.0,
            merged: stood.1,
            added: old.chain(sites.iter().map(|(gone, _)| gone.to_string())).collect(),
            aliases,
            rows,
            views,
            led,
            import_case,
        };
        let (gone, stays) = ((merge.merged, gone.version), (merge.kept, saved.version));
        tx.save_merge_undo(gone, stays, &before).await?;
        Ok(Edited::new(merge.kept, saved, state))
    }
}

/// An entry is not merged with itself, nor with what it became part of.
async fn check_pair(merge: &Merge, tx: &mut Tx) -> Result<(), AppError> {
    let mut faults = FieldErrors::default();
    check_reason(merge.reason.as_deref(), &mut faults);
    let other = merge.kept != merge.merged;
    faults.check(other, "/merged", "same", "an entry cannot be merged with itself");
    for (pointer, id) in [("/kept", merge.kept), ("/merged", merge.merged)] {
        let gone = tx.find_merged(id.0).await?.is_some();
        faults.check(!gone, pointer, "merged", "it has already become part of another entry");
    }
    Ok(faults.into_result(())?)
}

fn expect(record: &ListingRecord, expected: i64) -> Result<(), DatabaseError> {
    if record.version == expected {
        return Ok(());
    }
    Err(DatabaseError::Conflict {
        entity: Entity::Service,
        id: record.listing.id.to_string(),
        expected,
        found: Some(record.version),
    })
}

async fn public_or_latest(tx: &mut Tx, record: &ListingRecord) -> Result<Listing, DatabaseError> {
    let number = record.published_revision.filter(|number| *number != record.latest_revision);
    let Some(number) = number else { return Ok(record.listing.clone()) };
    let revision = tx.find_revision(record.listing.id, number).await?;
    Ok(revision.map_or_else(|| record.listing.clone(), |revision| revision.listing))
}

/// What two entries say together: the words of the one that stays, and of the other what it lacks.
#[must_use]
pub(super) fn merged_listing(stays: &Listing, goes: &Listing) -> Listing {
    let mut listing = stays.clone();
    if listing.description.trim().is_empty() {
        listing.description.clone_from(&goes.description);
    }
    if listing.organization_id.is_none() {
        listing.organization_id = goes.organization_id;
        listing.organization_text.clone_from(&goes.organization_text);
    }
    add(&mut listing.co_organization_ids, &goes.co_organization_ids);
    add(&mut listing.categories, &goes.categories);
    add(&mut listing.target_groups, &goes.target_groups);
    add(&mut listing.target_group_texts, &goes.target_group_texts);
    add(&mut listing.service_forms, &goes.service_forms);
    add(&mut listing.legal_bases, &goes.legal_bases);
    add(&mut listing.languages, &goes.languages);
    add(&mut listing.related, &goes.related);
    listing.related.retain(|id| *id != stays.id && *id != goes.id);
    fill(&mut listing.contact, &goes.contact);
    if listing.anonymous.is_unknown() {
        listing.anonymous = goes.anonymous;
    }
    listing.cost_text = listing.cost_text.or_else(|| goes.cost_text.clone());
    listing.languages_text = listing.languages_text.or_else(|| goes.languages_text.clone());
    for site in &goes.sites {
        match listing.sites.iter_mut().find(|own| same_place(own, site)) {
            Some(own) => fill_site(own, site),
            None => listing.sites.push(site.clone()),
        }
    }
    listing
}

fn fill_site(own: &mut Site, other: &Site) {
    fill(&mut own.contact, &other.contact);
    if own.schedule.is_empty() {
        own.schedule = other.schedule.clone();
    }
    if own.position.is_none() {
        own.position.clone_from(&other.position);
    }
    if own.service_area.is_empty() {
        own.service_area = other.service_area.clone();
    }
    for source in &other.assurance.sources {
        if !own.assurance.sources.contains(source) {
            own.assurance.sources.push(source.clone());
        }
    }
}

fn fill(own: &mut Contact, other: &Contact) {
    add(&mut own.phones, &other.phones);
    own.email = own.email.take().or_else(|| other.email.clone());
    own.website = own.website.take().or_else(|| other.website.clone());
}

fn add<T: Clone + PartialEq>(own: &mut Vec<T>, other: &[T]) {
    for one in other {
        if !own.contains(one) {
            own.push(one.clone());
        }
    }
}

/// The sites of the entry that goes which are in the other no longer, each with the one that stands for it: at the same
/// place if there is one, else the first.
fn moved_sites(goes: &Listing, listing: &Listing) -> Vec<(FeatureId, FeatureId)> {
    let kept: BTreeSet<FeatureId> = listing.sites.iter().map(|site| site.id).collect();
    goes.sites
        .iter()
        .filter(|site| !kept.contains(&site.id))
        .filter_map(|site| {
            let same = listing.sites.iter().find(|own| same_place(own, site));
            let heir = same.or_else(|| listing.sites.first())?;
            Some((site.id, heir.id))
        })
        .collect()
}
