//! One row of the offers: what it says of the service, and its site.

//! One row of the offers: what it says of the service, and its site.

use super::Context;
use super::columns::{Reader, Status};
use super::position::Better;
use crate::domain::{
    AgeRange, Contact, FeatureId, LocationId, OrganizationId, Site, TermCode, WithheldReason, YesNo,
};
use crate::exchange::ImportErrors;
use crate::exchange::ages::{cover_ages, parse_ages};
use crate::exchange::county::Base;
use crate::exchange::county::report::Report;
use crate::exchange::table::Row;

/// Columns the file must have.
pub(super) const COLUMNS: [&str; 38] = [
    "offer_id",
    "org_id",
    "org_name",
    "co_org_ids",
    "offer_group",
    "offer_name",
    "category",
    "description",
    "target_groups",
    "street",
    "plz",
    "ort",
    "ortsteil",
    "ags",
    "location_detail",
    "site_type",
    "location_public",
    "service_area",
    "phone",
    "website",
    "opening_hours",
    "opening_hours_osm",
    "appointment",
    "languages",
    "accessible",
    "cost",
    "capacity",
    "status",
    "status_code",
    "source_date",
    "source_kind",
    "source_urls",
    "lon",
    "lat",
    "coord_precision",
    "confidence",
    "tier",
    "notes",
];

/// The word of a row whose status needs no further word.
const PLAIN_STATUS: &str = "laut Quelle aktiv";

/// What a row says.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub(super) line: u64,
    pub(super) id: String,
    pub(super) group: Option<String>,
    pub(super) organization: Option<OrganizationId>,
    pub(super) organization_text: Option<String>,
    pub(super) co_organizations: Vec<OrganizationId>,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) category: TermCode,
    pub(super) target_groups: Vec<TermCode>,
    pub(super) target_texts: Vec<String>,
    pub(super) service_forms: Vec<TermCode>,
    pub(super) legal_bases: Vec<TermCode>,
    pub(super) ages: AgeRange,
    pub(super) free: YesNo,
    pub(super) cost_text: Option<String>,
    pub(super) languages: Vec<String>,
    pub(super) languages_text: Option<String>,
    pub(super) withheld: Option<WithheldReason>,
    pub(super) site: Site,
}

impl Offer {
    /// Rows of a group with the same key are sites of one service.
    pub(super) fn key(&self) -> (Option<OrganizationId>, Option<&str>, &str) {
        (self.organization, self.organization_text.as_deref(), self.category.as_str())
    }
}

/// Reads a row; `None` only where a fault was reported without which nothing can be made of it. Every column is looked
/// at in any case, so that all faults of the row are told at once.
pub(super) fn read_offer<F>(
    base: &Base<'_, F>,
    context: &Context<'_>,
    row: &Row<'_>,
    id: &str,
    better: Option<Better>,
    report: &mut Report,
    faults: &mut ImportErrors,
) -> Option<Offer> {
    let mut reader = Reader { context, row, report, faults };
    let category = reader.category();
    let status = reader.status();
    let name = reader.required("offer_name");
    let organization = reader.organization("org_id", row.get("org_id"));
    let co_organizations = row.list("co_org_ids", "; ");
    let co_organizations =
        co_organizations.filter_map(|id| reader.organization("co_org_ids", id)).collect();
    let wordings: Vec<&str> = row.list("target_groups", "; ").collect();
    let target_groups = reader.target_groups(&wordings);
    let free = reader.worded("cost", &context.wordings.free).unwrap_or_default();
    let languages = reader.worded("languages", &context.wordings.languages).unwrap_or_default();
    let site = site(base, &mut reader, id, better, status);
    let (category, status, name, site) = (category?, status?, name?, site?);
    let (service_forms, legal_bases) = reader.forms(category.as_str());
    Some(Offer {
        line: row.line,
        id: id.to_owned(),
        group: row.text("offer_group"),
        organization,
        organization_text: row.text("org_name").filter(|_| organization.is_none()),
        co_organizations,
        name,
        description: row.get("description").to_owned(),
        category,
        target_groups,
        target_texts: wordings.iter().map(|text| (*text).to_owned()).collect(),
        service_forms,
        legal_bases,
        ages: cover_ages(wordings.iter().filter_map(|text| parse_ages(text))),
        free,
        cost_text: row.text("cost"),
        languages,
        languages_text: row.text("languages"),
        withheld: status.withheld.or_else(|| reader.unnamed_source()),
        site,
    })
}

/// The site of a row, without the names it may share with its entry.
fn site<F>(
    base: &Base<'_, F>,
    reader: &mut Reader<'_, '_>,
    id: &str,
    better: Option<Better>,
    status: Option<Status>,
) -> Option<Site> {
    let (row, context) = (reader.row, reader.context);
    let (site_type, disclosure) = (reader.site_type(), reader.disclosure());
    let place =
        reader.place(base, better, site_type.unwrap_or_default(), disclosure.unwrap_or_default());
    let schedule = reader.schedule();
    let accessible = reader.worded("accessible", &context.wordings.accessible);
    let service_area = reader.service_area();
    let assurance = reader.assurance(status.is_some_and(|status| status.unconfirmed));
    let (status, site_type, disclosure) = (status?, site_type?, disclosure?);
    Some(Site {
        id: FeatureId::stable(&context.region.slug, id),
        location_id: LocationId::stable(&context.region.slug, id),
        source_id: Some(id.to_owned()),
        name: None,
        description: None,
        site_type,
        disclosure,
        municipality: place.municipality,
        address: place.address,
        position: place.position,
        schedule,
        contact: Contact {
            phones: row.list("phone", "; ").map(str::to_owned).collect(),
            email: None,
            website: row.text("website"),
        },
        accessible: accessible.unwrap_or_default(),
        accessible_text: row.text("accessible"),
        place_recorded: false,
        capacity_text: row.text("capacity"),
        capacity: None,
        service_area,
        status: status.now,
        status_text: row.text("status").filter(|text| text != PLAIN_STATUS),
        valid_to: status.valid_to,
        assurance,
        internal_note: row.text("notes"),
    })
}
