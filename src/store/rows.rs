//! The rows of a published version: made from the document, written by the projection, compared by the check.

use super::DatabaseError;
use super::text::to_json;
use crate::domain::{
    Address, Ags, Confidence, Contact, Listing, LocationDisclosure, Reach, Site, TermCode,
};

/// A row of `service_at_location`.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub(super) struct SiteRow {
    pub(super) id: String,
    pub(super) service_id: String,
    pub(super) location_id: String,
    pub(super) ordinal: i64,
    pub(super) source_id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) site_type: String,
    pub(super) status: String,
    pub(super) accessible: String,
    pub(super) valid_to: Option<String>,
    pub(super) assured_date: Option<String>,
    pub(super) assured_by: String,
    pub(super) confidence: Option<String>,
    pub(super) reach: String,
    pub(super) service_area_text: Option<String>,
}

impl SiteRow {
    pub(super) fn new(service_id: &str, ordinal: i64, site: &Site) -> Self {
        Self {
            id: site.id.to_string(),
            service_id: service_id.to_owned(),
            location_id: site.location_id.to_string(),
            ordinal,
            source_id: site.source_id.clone(),
            name: site.name.clone(),
            site_type: site.site_type.as_str().to_owned(),
            status: site.status.as_str().to_owned(),
            accessible: site.accessible.as_str().to_owned(),
            valid_to: site.valid_to.map(|date| date.to_string()),
            assured_date: site.assurance.date.map(|date| date.to_string()),
            assured_by: site.assurance.by.as_str().to_owned(),
            confidence: site.assurance.confidence.map(|c| Confidence::as_str(c).to_owned()),
            reach: reach_word(&site.service_area.reach).to_owned(),
            service_area_text: site.service_area.text.clone(),
        }
    }
}

/// A row of `location`.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub(super) struct LocationRow {
    pub(super) id: String,
    pub(super) disclosure: String,
    pub(super) municipality_ags: Option<String>,
    pub(super) street: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) locality: Option<String>,
    pub(super) district: Option<String>,
    pub(super) detail: Option<String>,
    pub(super) lon: Option<f64>,
    pub(super) lat: Option<f64>,
    pub(super) coord_precision: Option<String>,
    pub(super) position_source: Option<String>,
}

impl LocationRow {
    pub(super) fn new(site: &Site) -> Self {
        // Of a protected place nothing but the municipality is in a table.
        let (nowhere, open) = (Address::default(), !site.is_protected());
        let address = if open { &site.address } else { &nowhere };
        let position = site.position.as_ref().filter(|_| open);
        Self {
            id: site.location_id.to_string(),
            disclosure: disclosure_word(site.disclosure).to_owned(),
            municipality_ags: site.municipality.map(|ags| ags.to_string()),
            street: address.street.clone(),
            postcode: address.postcode.clone(),
            locality: address.locality.clone(),
            district: address.district.clone(),
            detail: address.detail.clone(),
            lon: position.map(|p| p.point.lon),
            lat: position.map(|p| p.point.lat),
            coord_precision: position.map(|p| p.precision.as_str().to_owned()),
            position_source: position.and_then(|p| p.source.clone()),
        }
    }
}

/// A row of `schedule`.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub(super) struct ScheduleRow {
    pub(super) service_at_location_id: String,
    pub(super) osm: Option<String>,
    pub(super) text: Option<String>,
    pub(super) appointment: String,
}

impl ScheduleRow {
    /// The row, unless nothing is known.
    pub(super) fn new(site: &Site) -> Option<Self> {
        (!site.schedule.is_empty()).then(|| Self {
            service_at_location_id: site.id.to_string(),
            osm: site.schedule.osm.clone(),
            text: site.schedule.text.clone(),
            appointment: site.schedule.appointment.as_str().to_owned(),
        })
    }
}

/// Whose contact it is.
#[derive(Debug, Clone, Copy)]
pub(super) enum ContactOwner {
    Organization,
    Service,
    Site,
}

/// A row of `contact`.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub(super) struct ContactRow {
    pub(super) organization_id: Option<String>,
    pub(super) service_id: Option<String>,
    pub(super) service_at_location_id: Option<String>,
    pub(super) phones: String,
    pub(super) email: Option<String>,
    pub(super) website: Option<String>,
}

impl ContactRow {
    /// The row, unless nothing is known.
    pub(super) fn new(
        owner: ContactOwner,
        id: &str,
        contact: &Contact,
    ) -> Result<Option<Self>, DatabaseError> {
        if contact.is_empty() {
            return Ok(None);
        }
        let own = |is: bool| is.then(|| id.to_owned());
        Ok(Some(Self {
            organization_id: own(matches!(owner, ContactOwner::Organization)),
            service_id: own(matches!(owner, ContactOwner::Service)),
            service_at_location_id: own(matches!(owner, ContactOwner::Site)),
            phones: to_json(|| format!("contact of {id}"), &contact.phones)?,
            email: contact.email.clone(),
            website: contact.website.clone(),
        }))
    }
}

/// The codes of `service_term`, in all four facets.
pub(super) fn term_codes(listing: &Listing) -> impl Iterator<Item = &str> {
    [&listing.categories, &listing.target_groups, &listing.service_forms, &listing.legal_bases]
        .into_iter()
        .flatten()
        .map(TermCode::as_str)
}

/// The keys of `service_area`.
pub(super) fn area_keys(site: &Site) -> impl Iterator<Item = &str> {
    let list = match &site.service_area.reach {
        Reach::Municipalities(list) => list.as_slice(),
        Reach::Undeclared | Reach::Everywhere => &[],
    };
    list.iter().map(Ags::as_str)
}

const fn disclosure_word(disclosure: LocationDisclosure) -> &'static str {
    match disclosure {
        LocationDisclosure::Public => "public",
        LocationDisclosure::MunicipalityOnly => "municipality_only",
        LocationDisclosure::Placeless => "placeless",
        LocationDisclosure::Protected => "protected",
    }
}

const fn reach_word(reach: &Reach) -> &'static str {
    match reach {
        Reach::Undeclared => "undeclared",
        Reach::Municipalities(_) => "municipalities",
        Reach::Everywhere => "everywhere",
    }
}
