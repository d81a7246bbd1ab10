//! What an analysis needs of a site, read when the entry is.

use chrono::NaiveDate;

use super::lookup::Lookup;
use super::public::effective_status;
use crate::atlas::SupplyKind;
use crate::domain::{Facet, Listing, PartialDate, ServiceStatus, Site};

/// Eight bytes a site; the rest is shared between all sites that are alike ([`SupplyKind`]).
///
/// So half a million offers cost 4 MB and their distinct kinds (some 150 bytes each).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::atlas) struct SupplyRecord {
    /// Its kind by number.
    pub(in crate::atlas) kind: u32,
    /// The first day its confirmation may mean.
    pub(in crate::atlas) confirmed: Option<NaiveDate>,
}

impl SupplyRecord {
    /// Reads a site; `number` gives kinds their numbers.
    pub(in crate::atlas) fn new(
        listing: &Listing,
        site: &Site,
        lookup: &Lookup,
        number: impl FnOnce(SupplyKind) -> u32,
    ) -> Self {
        let mut categories: Vec<u16> = Vec::with_capacity(2 * listing.categories.len());
        let terms = listing.categories.iter().filter_map(|code| lookup.term(code, Facet::Topic));
        for term in terms {
            categories.push(term.number);
            categories.extend(term.parent);
        }
        categories.sort_unstable();
        categories.dedup();
        let kind = SupplyKind {
            site_type: site.site_type,
            disclosure: site.disclosure,
            is_active: effective_status(listing.status, site.status) == ServiceStatus::Active,
            unconfirmed: site.assurance.unconfirmed,
            precision: site.public_position().map(|position| position.precision),
            municipality: site.municipality,
            area: site.service_area.reach.clone(),
            coarse: site.is_protected() && (site.place_recorded || site.position.is_some()),
            categories: categories.into(),
        };
        Self {
            kind: number(kind),
            confirmed: site.assurance.date.as_ref().map(PartialDate::first_day),
        }
    }
}
