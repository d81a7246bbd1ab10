//! The entries of a package, one by one, and those that it no longer has.

use std::collections::BTreeSet;

use super::sites::HeldSites;
use super::{Counts, EntryNote, LoadReport, author_of};
use crate::app::AppError;
use crate::app::listings::{forget_other, note_difference};
use crate::domain::{DecisionKind, Listing, ReviewStatus, ServiceId, WithheldReason};
use crate::exchange::county::{CountyPackage, PackageListing};
use crate::store::{DatabaseError, ListingRecord, Store, Tx};

/// How many entries are looked through at once for those that have left the package.
const PAGE: u32 = 1_000;

/// Where an entry stands after the load: planned things are drafts, closed ones archived, and what waits for a
/// confirmation lies in the editors' queue.
fn review_status(withheld: Option<WithheldReason>) -> ReviewStatus {
    match withheld {
        None => ReviewStatus::Published,
        Some(WithheldReason::Planned) => ReviewStatus::Draft,
        Some(WithheldReason::UnnamedSource) => ReviewStatus::Pending,
        Some(WithheldReason::Closed | WithheldReason::Expired) => ReviewStatus::Archived,
    }
}

/// What is known before entries are loaded.
pub(super) struct Known<'a> {
    pub(super) slug: &'a str,
    /// The entries of which something was noted once.
    pub(super) cases: BTreeSet<ServiceId>,
    pub(super) held: HeldSites,
}

/// Writes what the package says of one entry, unless people have written it or taken it out.
pub(super) async fn load_entry(
    tx: &mut Tx,
    known: &Known<'_>,
    entry: &PackageListing,
    report: &mut LoadReport,
) -> Result<(), AppError> {
    let listing = &entry.listing;
    let status = review_status(entry.withheld);
    let record = tx.find_listing(listing.id).await?;
    if let Some(record) = &record {
        if stands(record, listing, status) {
            report.entries.unchanged += 1;
            if known.cases.contains(&listing.id) {
                tx.forget_import_case(listing.id).await?;
            }
            return Ok(());
        }
        if is_kept(tx, known, record, (listing, status), report).await? {
            return Ok(());
        }
    }
    let rest = if status == ReviewStatus::Published {
        known.held.rest_of(listing, &mut report.held)
    } else {
        Some(listing.clone())
    };
    save_entry(tx, record.as_ref(), rest.as_ref(), status, &mut report.entries).await
}

/// Whether an entry stays as people have left it; what the package says otherwise becomes a case.
async fn is_kept(
    tx: &mut Tx,
    known: &Known<'_>,
    record: &ListingRecord,
    said: (&Listing, ReviewStatus),
    report: &mut LoadReport,
) -> Result<bool, AppError> {
    let id = record.listing.id;
    let out = taken_out(tx, record).await?;
    if !out && record.author == author_of(known.slug) {
        return Ok(false);
    }
    report.kept.push(EntryNote::new(&record.listing));
    if out {
        if known.cases.contains(&id) {
            forget_other(tx, known.slug, id, Some(said)).await?;
        }
    } else if note_difference(tx, known.slug, id, Some(said)).await? {
        report.cases.push(EntryNote::new(&record.listing));
    }
    Ok(true)
}

/// Saves what the package alone has written; `None` = nothing of it can be public.
async fn save_entry(
    tx: &mut Tx,
    record: Option<&ListingRecord>,
    listing: Option<&Listing>,
    status: ReviewStatus,
    counts: &mut Counts,
) -> Result<(), AppError> {
    match (record, listing) {
        (None, None) => {}
        (None, Some(listing)) => {
            tx.save_revision(listing, status, None, 0).await?;
            counts.added += 1;
        }
        (Some(record), None) => {
            if record.published_revision.is_some() {
                tx.withdraw(record.listing.id, record.version).await?;
                counts.changed += 1;
            }
        }
        (Some(record), Some(listing)) if stands(record, listing, status) => counts.unchanged += 1,
        (Some(record), Some(listing)) => {
            let saved = tx.save_revision(listing, status, None, record.version).await?;
            if status != ReviewStatus::Published && record.published_revision.is_some() {
                // The version that was public would stay so.
                tx.withdraw(listing.id, saved.version).await?;
            }
            counts.changed += 1;
        }
    }
    Ok(())
}

/// Whether an editor has taken the entry out of the public view: what a package says of it does not bring it back.
async fn taken_out(tx: &mut Tx, record: &ListingRecord) -> Result<bool, DatabaseError> {
    if record.review_status != ReviewStatus::Archived {
        return Ok(false);
    }
    let last = tx.last_decision(record.listing.id).await?;
    Ok(last.is_some_and(|d| matches!(d.kind, DecisionKind::Archive | DecisionKind::Merge)))
}

/// Whether the record already is what the package says; withdrawn entries are archived, whatever the reason.
fn stands(record: &ListingRecord, listing: &Listing, status: ReviewStatus) -> bool {
    let public = record.published_revision == Some(record.latest_revision);
    let hidden = record.published_revision.is_none();
    let state = if status == ReviewStatus::Published { public } else { hidden };
    state && record.listing == *listing
}

/// Takes out what the package no longer has; where a person has written it since, an editor decides.
pub(super) async fn withdraw_missing(
    store: &Store,
    tx: &mut Tx,
    package: &CountyPackage,
    known_cases: &BTreeSet<ServiceId>,
    report: &mut LoadReport,
) -> Result<(), AppError> {
    let slug = package.region.slug.as_str();
    let author = author_of(slug);
    let present: BTreeSet<ServiceId> = package.listings.iter().map(|e| e.listing.id).collect();
    let mut after = None;
    loop {
        let page = store.list_services(after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.0);
        for (id, _, _) in page.iter().filter(|(id, _, _)| !present.contains(id)) {
            let record = tx.find_listing(*id).await?.ok_or(DatabaseError::Inconsistency {
                table: "service",
                column: "id",
                row: id.to_string(),
                reason: "vanished while it was read".to_owned(),
            })?;
            if record.published_revision.is_none() {
                if known_cases.contains(id) {
                    forget_other(tx, slug, *id, None).await?;
                }
                continue;
            }
            if record.author == author {
                tx.withdraw(*id, record.version).await?;
                report.withdrawn.push(EntryNote::new(&record.listing));
            } else if note_difference(tx, slug, *id, None).await? {
                report.cases.push(EntryNote::new(&record.listing));
            }
        }
    }
}
