//! Every fault of an entry that is to be saved: in itself, in what it refers to, in what it claims.

use super::Author;
use super::disclosure::disclosed;
use crate::app::{AppError, Desk};
use crate::domain::{AssuredBy, Facet, FieldError, FieldErrors, Listing, Site, Taxonomy, TermCode};
use crate::store::DatabaseError;

/// Longest reason of a version, in characters.
const LONGEST_REASON: usize = 1_000;

/// What is checked.
pub(super) struct Checked<'a> {
    /// What is to be saved.
    pub(super) listing: &'a Listing,
    /// What stands now.
    pub(super) old: Option<&'a Listing>,
    /// The versions since the public one, that one included, as far as they may hold a protected site.
    pub(super) protected: &'a [Listing],
    /// Who saves it.
    pub(super) author: &'a Author,
    /// Why.
    pub(super) reason: Option<&'a str>,
    /// Whether something may still be missing.
    pub(super) draft: bool,
    /// Codes of doubts that were acknowledged.
    pub(super) acknowledged: &'a [String],
}

impl Desk {
    /// Checks everything and reports all of it at once.
    ///
    /// # Errors
    /// [`AppError::Invalid`] with faults and doubts; [`AppError::Doubtful`] where there are only doubts.
    pub(super) async fn check_listing(&self, checked: &Checked<'_>) -> Result<(), AppError> {
        let Checked { listing, reason, .. } = checked;
        let sound = if checked.draft { listing.validate_draft() } else { listing.validate() };
        let mut faults = sound.err().unwrap_or_default();
        check_reason(*reason, &mut faults);
        self.check_references(listing, &mut faults).await?;
        self.check_assurance(checked, &mut faults);
        let mut doubts = FieldErrors::default();
        if !checked.draft {
            doubts = disclosed(listing, &checked.old.into_iter().chain(checked.protected));
            doubts.0.extend(self.place_doubts(listing, checked.old).await?.0);
            doubts.0.retain(|doubt| !checked.acknowledged.contains(&doubt.code));
        }
        if faults.0.is_empty() {
            return doubts.into_result(()).map_err(AppError::Doubtful);
        }
        faults.0.append(&mut doubts.0);
        Err(faults.into())
    }

    /// What it refers to must be there.
    async fn check_references(
        &self,
        listing: &Listing,
        faults: &mut FieldErrors,
    ) -> Result<(), AppError> {
        let store = &self.store;
        let terms = store.list_terms().await?;
        let taxonomy = Taxonomy::new(terms).map_err(|error| DatabaseError::Inconsistency {
            table: "taxonomy_term",
            column: "code",
            row: "all".to_owned(),
            reason: error.to_string(),
        })?;
        check_terms(&taxonomy, listing, faults);
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
        Ok(())
    }

    /// Only editors confirm in the name of the county, and nobody for days to come; what stood there may stay.
    fn check_assurance(&self, checked: &Checked<'_>, faults: &mut FieldErrors) {
        let earlier = |site: &Site| {
            let sites = checked.old.map_or(&[][..], |old| old.sites.as_slice());
            sites.iter().find(|other| other.id == site.id).map(|other| &other.assurance)
        };
        let today = self.today();
        for (i, site) in checked.listing.sites.iter().enumerate() {
            let kept = earlier(site) == Some(&site.assurance);
            let claimed = site.assurance.by == AssuredBy::Editor && !checked.author.is_editor();
            faults.check(
                !claimed || kept,
                &format!("/sites/{i}/assurance/by"),
                "not_yours",
                "only editors confirm an entry as editors",
            );
            let ahead = site.assurance.date.is_some_and(|date| date.first_day() > today);
            faults.check(
                !ahead || kept,
                &format!("/sites/{i}/assurance/date"),
                "in_future",
                "nobody can have confirmed it on a day to come",
            );
        }
    }
}

/// Checks the words that go with a version.
pub(super) fn check_reason(reason: Option<&str>, faults: &mut FieldErrors) {
    let Some(text) = reason else { return };
    let fits = text.chars().count() <= LONGEST_REASON;
    let sound = !text
        .chars()
        .any(|c| (c.is_control() && !c.is_whitespace()) || crate::domain::is_bidi_control(c));
    faults.check(
        fits && sound,
        "/reason",
        "length",
        &format!(
            "a reason has at most {LONGEST_REASON} characters, none of them to control a machine"
        ),
    );
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
