//! A person changes an entry or adds one: load, may they?, check everything, append a version.

use super::{AppError, Clock, Ids};
use crate::domain::policy::{Action, Actor, Role, Subject, may};
use crate::domain::{
    Account, AccountId, AssuredBy, Facet, FeatureId, FieldError, FieldErrors, InvalidTransition, Listing, LocationId,
    ReviewStatus, ServiceId, Site, Taxonomy, TermCode, account_of_author,
};
use crate::store::{DatabaseError, ListingRecord, Store};

/// Longest reason of a version, in characters.
const LONGEST_REASON: usize = 1_000;

/// Who acts, and under which name that is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The role and what it covers.
    pub actor: Actor,
    /// Name of the account.
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
    fn is_editor(&self) -> bool {
        match &self.actor {
            Actor::System => true,
            Actor::Person { role, .. } => *role == Role::Editor,
        }
    }
}

/// What is to be saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The whole entry. Ids of entries and sites that are not there yet are given anew, whatever stands here.
    pub listing: Listing,
    /// The version of the record the person has seen; `None` = a new entry.
    pub expected_version: Option<i64>,
    /// Why, in the person's words.
    pub reason: Option<String>,
}

/// What became of an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edited {
    /// The entry.
    pub id: ServiceId,
    /// Number of the version that holds the edit.
    pub revision: i64,
    /// Version of the record, for the next edit (`ETag`).
    pub version: i64,
    /// Where it stands now: published, or waiting for an editor.
    pub review_status: ReviewStatus,
    /// Position in the change feed; `None` = it was so already, nothing was written.
    pub seq: Option<i64>,
}

/// Saves an entry; it becomes public if the author may publish, otherwise it waits and the last published version
/// stays public. `None` = there is no such entry.
///
/// # Errors
/// [`AppError::Denied`]; [`AppError::Invalid`] with every faulty field; [`AppError::Transition`] for an archived
/// entry; [`AppError::Database`] with [`DatabaseError::Conflict`] when somebody else was quicker.
pub async fn edit_listing(
    store: &Store,
    clock: &dyn Clock,
    ids: &dyn Ids,
    author: &Author,
    edit: Edit,
) -> Result<Option<Edited>, AppError> {
    // From here on nobody else writes: what is read below is true until the commit.
    let mut tx = store.begin_write(&author.name, clock.now()).await?;
    let before = match edit.expected_version {
        Some(_) => match tx.find_listing(edit.listing.id).await? {
            Some(record) => Some(record),
            None => return Ok(None),
        },
        None => None,
    };
    let owner = before.as_ref().map_or(edit.listing.organization_id, |record| record.owner);
    may(&author.actor, Action::EditListing, Subject::of(owner))?;
    // Nor may an entry be handed to an organization one does not speak for.
    let next_owner = edit.listing.organization_id;
    may(&author.actor, Action::EditListing, Subject::of(next_owner))?;

    let old = before.as_ref().map(|record| &record.listing);
    let listing = settle(edit.listing, old, author, ids);
    check(store, &listing, old, author, edit.reason.as_deref()).await?.into_result(())?;
    let state = before.as_ref().map_or(ReviewStatus::Draft, |record| record.review_status);
    let review_status = next_state(author, state, Subject::of(next_owner))?;
    let version = edit.expected_version.unwrap_or(0);
    if let Some(same) = unchanged(before.as_ref(), &listing, review_status, version) {
        tx.rollback().await?;
        return Ok(Some(same));
    }
    let saved = tx.save_revision(&listing, review_status, edit.reason.as_deref(), version).await?;
    tx.commit().await?;
    Ok(Some(Edited {
        id: listing.id,
        revision: saved.revision,
        version: saved.version,
        review_status,
        seq: Some(saved.seq),
    }))
}

/// What the person cannot decide: ids, where a record came from, and remarks that only editors see.
fn settle(mut listing: Listing, old: Option<&Listing>, author: &Author, ids: &dyn Ids) -> Listing {
    listing.id = old.map_or_else(|| ServiceId(ids.next()), |old| old.id);
    for site in &mut listing.sites {
        let editor = author.is_editor();
        let other = old.and_then(|old| old.sites.iter().find(|other| other.id == site.id));
        if let Some(other) = other {
            site.location_id = other.location_id;
            site.source_id.clone_from(&other.source_id);
            if !editor {
                site.internal_note.clone_from(&other.internal_note);
            }
        } else {
            site.id = FeatureId(ids.next());
            site.location_id = LocationId(ids.next());
            site.source_id = None;
            site.internal_note.take_if(|_| !editor);
        }
    }
    listing
}

/// Every fault of the entry: in itself, in what it refers to, in what it claims.
async fn check(
    store: &Store,
    listing: &Listing,
    old: Option<&Listing>,
    author: &Author,
    reason: Option<&str>,
) -> Result<FieldErrors, DatabaseError> {
    let mut faults = listing.validate().err().unwrap_or_default();
    faults.check(
        reason.is_none_or(|text| text.chars().count() <= LONGEST_REASON && !text.contains('\0')),
        "/reason",
        "length",
        &format!("a reason has at most {LONGEST_REASON} characters, none of them NUL"),
    );
    let terms = store.list_terms().await?;
    match Taxonomy::new(terms) {
        Ok(taxonomy) => check_terms(&taxonomy, listing, &mut faults),
        Err(error) => {
            return Err(DatabaseError::Inconsistency {
                table: "taxonomy_term",
                column: "code",
                row: "all".to_owned(),
                reason: error.to_string(),
            });
        }
    }
    let organizations =
        listing.organization_id.iter().map(|id| ("/organization_id".to_owned(), id));
    let partners = (0_usize..)
        .zip(&listing.co_organization_ids)
        .map(|(i, id)| (format!("/co_organization_ids/{i}"), id));
    for (pointer, id) in organizations.chain(partners) {
        let known = store.find_organization(*id).await?.is_some();
        faults.check(known, &pointer, "unknown", "there is no such organization");
    }
    for (i, id) in listing.related.iter().enumerate() {
        let known = *id != listing.id && store.find_listing(*id).await?.is_some();
        let pointer = format!("/related/{i}");
        faults.check(known, &pointer, "unknown", "there is no such other entry");
    }
    check_assurance(listing, old, author, &mut faults);
    Ok(faults)
}

/// Each code must stand in the facet it is used for.
fn check_terms(taxonomy: &Taxonomy, listing: &Listing, faults: &mut FieldErrors) {
    let uses: [(&str, Facet, &[TermCode]); 4] = [
        ("categories", Facet::Topic, &listing.categories),
        ("target_groups", Facet::TargetGroup, &listing.target_groups),
        ("service_forms", Facet::ServiceForm, &listing.service_forms),
        ("legal_bases", Facet::LegalBasis, &listing.legal_bases),
    ];
    for (field, facet, codes) in uses {
        for (i, code) in codes.iter().enumerate() {
            let known = taxonomy.find(code.as_str()).is_some_and(|term| term.facet == facet);
            if !known {
                faults.push(FieldError::new(
                    format!("/{field}/{i}"),
                    "unknown",
                    format!("{code} is no term of the facet {}", facet.as_str()),
                ));
            }
        }
    }
}

/// Only editors confirm in the name of the county; what they have confirmed may stay.
fn check_assurance(
    listing: &Listing,
    old: Option<&Listing>,
    author: &Author,
    faults: &mut FieldErrors,
) {
    let earlier = |site: &Site| {
        let sites = old.map_or(&[][..], |old| old.sites.as_slice());
        sites.iter().find(|other| other.id == site.id).map(|other| &other.assurance)
    };
    for (i, site) in listing.sites.iter().enumerate() {
        let claimed = site.assurance.by == AssuredBy::Editor && !author.is_editor();
        faults.check(
            !claimed || earlier(site) == Some(&site.assurance),
            &format!("/sites/{i}/assurance/by"),
            "not_yours",
            "only editors confirm an entry as editors",
        );
    }
}

/// Public if the author may publish and the life cycle allows it, otherwise waiting for an editor.
fn next_state(
    author: &Author,
    state: ReviewStatus,
    subject: Subject,
) -> Result<ReviewStatus, InvalidTransition> {
    let may_publish = may(&author.actor, Action::PublishListing, subject).is_ok();
    if may_publish && let Ok(published) = state.transition(ReviewStatus::Published) {
        return Ok(published);
    }
    match state {
        ReviewStatus::Pending => Ok(state),
        other => other.transition(ReviewStatus::Pending),
    }
}

/// The record as it is, if the edit would write what is already there. A stale version is no such case: the
/// person has not seen what is there.
fn unchanged(
    before: Option<&ListingRecord>,
    listing: &Listing,
    review_status: ReviewStatus,
    version: i64,
) -> Option<Edited> {
    let record = before.filter(|record| {
        record.version == version
            && record.review_status == review_status
            && record.listing == *listing
    })?;
    Some(Edited {
        id: listing.id,
        revision: record.latest_revision,
        version: record.version,
        review_status,
        seq: None,
    })
}
