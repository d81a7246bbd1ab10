//! Which field of the form a pointer into the record means.

use super::site::site_field;

/// The name of the field for a JSON pointer of a fault (`/sites/0/address/postcode` → `site-0-postcode`).
pub(crate) fn field_of(pointer: &str) -> String {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    if let ["sites", at, rest @ ..] = parts.as_slice()
        && let Ok(at) = at.parse::<usize>()
    {
        return site_field(at, site_end(rest));
    }
    let name = match parts.as_slice() {
        ["categories", ..] => "category",
        ["target_groups", ..] => "target_group",
        ["target_group_texts", ..] => "target-words",
        ["service_forms", ..] => "service_form",
        ["legal_bases", ..] => "legal_basis",
        ["related", ..] => "related-link",
        ["ages", "minimum"] => "age-minimum",
        ["ages", ..] => "age-maximum",
        ["cost_text"] => "cost",
        ["languages", ..] => "language",
        ["languages_text"] => "languages-text",
        ["contact", rest @ ..] => contact_end(rest),
        ["closure", "until"] => "closure-until",
        ["publish_from"] => "publish-from",
        ["publish_until"] => "publish-until",
        ["organization_id"] => "organization",
        [first, ..] => first,
        [] => "",
    };
    name.to_owned()
}

fn site_end<'a>(parts: &[&'a str]) -> &'a str {
    match parts {
        ["site_type"] | [] => "type",
        ["address", field] => field,
        ["address"] => "street",
        ["position", "point", "lon"] => "lon",
        ["position", "precision"] => "precision",
        ["position", ..] => "lat",
        ["schedule", "osm"] => "osm",
        ["schedule", "text"] => "hours-text",
        ["schedule", "appointment"] => "appointment",
        ["schedule"] => "hours",
        ["contact", rest @ ..] => contact_end(rest),
        ["accessible_text"] => "accessible-text",
        ["capacity_text"] => "capacity-text",
        ["capacity", "as_of"] => "capacity-day",
        ["capacity", ..] => "capacity",
        ["service_area", "text"] => "area-text",
        ["service_area", "reach", ..] => "area-municipality",
        ["service_area", ..] => "area",
        ["status_text"] => "status-text",
        ["valid_to"] => "valid-to",
        [first, ..] => first,
    }
}

fn contact_end<'a>(parts: &[&'a str]) -> &'a str {
    match parts {
        ["phones", ..] | [] => "phones",
        [first, ..] => first,
    }
}
