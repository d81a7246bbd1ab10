//! The properties of a service feature (docs/API.md), their types and which of them filter.

use crate::atlas::PropertyType::{Array, Integer, Number, Object, String};
use crate::atlas::{PropertySpec, PropertyType};

const fn spec(name: &'static str, kind: PropertyType, description: &'static str) -> PropertySpec {
    PropertySpec { name, kind, description, queryable: false }
}

const fn filter(name: &'static str, kind: PropertyType, description: &'static str) -> PropertySpec {
    PropertySpec { name, kind, description, queryable: true }
}

/// Properties in the order in which they are written. Those that filter do so by a parameter of the same name.
pub(super) const PROPERTIES: &[PropertySpec] = &[
    filter("service_id", String, "Id of the service; its page is /angebote/{service_id}."),
    spec("name", String, "Name of the service at this site."),
    spec("description", String, "What it is, in one or two sentences."),
    filter("organization_id", String, "Id of the provider; null if none is known."),
    spec("organization_name", String, "Name of the provider."),
    filter("category", Array, "Topic codes; a parent code includes its children."),
    spec("category_label", String, "Label of the first topic."),
    filter("target_group", Array, "Target group codes."),
    spec("minimum_age", Integer, "Youngest age in full years; null if not stated."),
    spec("maximum_age", Integer, "Oldest age in full years; null if not stated."),
    spec("municipality_ags", String, "Official key of the municipality it is situated in."),
    spec("municipality_name", String, "Name of that municipality."),
    spec("address", String, "Address in one line, as far as it is public."),
    filter("coord_precision", String, "How exactly the point is known."),
    spec("position_accuracy_m", Number, "Metres within which the true place lies."),
    filter("site_type", String, "Kind of site; outreach, phone and the like have no geometry."),
    spec("opening_hours", String, "OpenStreetMap opening_hours expression."),
    spec("opening_hours_text", String, "Opening hours in the words of the source."),
    spec("cost", String, "What it costs, in words."),
    filter("free", String, "Free of charge: yes, no or unknown."),
    filter("anonymous", String, "Without giving one's name: yes, no or unknown."),
    spec("languages", Array, "Languages spoken there (BCP 47); null if unknown."),
    filter("accessible", String, "Wheelchair access: yes, no or unknown."),
    spec("phone", String, "Phone number."),
    spec("website", String, "Website."),
    spec("service_area", Array, "Keys of the municipalities it is meant for; null if undeclared."),
    spec("service_area_text", String, "The same in the words of the source."),
    filter("status", String, "active, inactive, defunct or temporarily_closed."),
    spec("assured_date", String, "When it was last confirmed: YYYY, YYYY-MM or YYYY-MM-DD."),
    filter("assured_by", String, "Who confirmed it: source, provider or editor."),
    filter("confidence", String, "How sure the source was: high, medium or low."),
    spec("source_urls", Array, "Where it was read."),
    spec("valid_to", String, "Last day (month, year) it runs, where it is limited."),
    spec("last_modified", String, "When this version was published, RFC 3339 UTC."),
    spec(
        "translations",
        Object,
        "Texts in other languages by tag (name, description, cost, opening_hours_text, service_area_text), made by people; stale: the German has changed since. Missing where there are none.",
    ),
    filter("open_state", String, "open, closed, appointment or unknown at the time of the answer."),
    filter("freshness", String, "fresh, stale or unknown, by the county's policy."),
];

/// The values a filter takes, where they are a fixed set.
pub(super) fn values(name: &str) -> Option<Vec<&'static str>> {
    use crate::domain::{
        AssuredBy, Confidence, CoordPrecision, Freshness, OpenState, ServiceStatus, SiteType, YesNo,
    };
    let values = match name {
        "free" | "anonymous" | "accessible" => YesNo::ALL.map(YesNo::as_str).to_vec(),
        "coord_precision" => CoordPrecision::ALL.map(CoordPrecision::as_str).to_vec(),
        "site_type" => SiteType::ALL.map(SiteType::as_str).to_vec(),
        "open_state" => OpenState::ALL.map(OpenState::as_str).to_vec(),
        "freshness" => Freshness::ALL.map(Freshness::as_str).to_vec(),
        "status" => super::items_query::STATUS.map(ServiceStatus::as_str).to_vec(),
        "assured_by" => super::items_query::ASSURED_BY.map(AssuredBy::as_str).to_vec(),
        "confidence" => super::items_query::CONFIDENCE.map(Confidence::as_str).to_vec(),
        _ => return None,
    };
    Some(values)
}
