//! What each field is called, and the hint beside it.

use crate::texts::Texts;

/// Label and hint of a field; the hint is empty where there is none.
pub(super) fn of(name: &str) -> (&'static str, &'static str) {
    let texts = Texts::german();
    let (label, hint) = match end_of(name) {
        Some(end) => of_site(end),
        None => of_entry(name),
    };
    (texts.t(label), if hint.is_empty() { "" } else { texts.t(hint) })
}

/// What follows `site-3-`.
fn end_of(name: &str) -> Option<&str> {
    let (number, end) = name.strip_prefix("site-")?.split_once('-')?;
    number.bytes().all(|b| b.is_ascii_digit()).then_some(end)
}

fn of_entry(name: &str) -> (&'static str, &'static str) {
    match name {
        "organization" => ("mine-organization", ""),
        "name" => ("mine-name", "mine-name-hint"),
        "description" => ("mine-description", "mine-description-hint"),
        "category" => ("mine-category", ""),
        "target_group" => ("mine-target-group", ""),
        "service_form" => ("mine-service-form", "mine-service-form-hint"),
        "legal_basis" => ("mine-legal-basis", "mine-legal-basis-hint"),
        "related" => ("mine-related", "mine-related-hint"),
        "related-link" => ("mine-related-link", "mine-related-link-hint"),
        "target-words" => ("mine-target-words", "mine-target-words-hint"),
        "age-minimum" => ("mine-age-minimum", ""),
        "age-maximum" => ("mine-age-maximum", ""),
        "free" => ("mine-free", ""),
        "anonymous" => ("mine-anonymous", "mine-anonymous-hint"),
        "cost" => ("mine-cost", "mine-cost-hint"),
        "language" => ("mine-language", ""),
        "languages-text" => ("mine-languages-text", ""),
        "status" => ("mine-status", ""),
        "closure" => ("mine-closure", "mine-closure-hint"),
        "closure-until" => ("mine-closure-until", "mine-day-hint"),
        "publish-from" => ("mine-publish-from", "mine-day-hint"),
        "publish-until" => ("mine-publish-until", "mine-day-hint"),
        "reason" => ("mine-reason", "mine-reason-hint"),
        "sites" => ("mine-sites", ""),
        other => of_contact(other),
    }
}

fn of_contact(name: &str) -> (&'static str, &'static str) {
    match name {
        "phones" => ("mine-phones", "mine-phones-hint"),
        "email" => ("mine-email", ""),
        "website" => ("mine-website", ""),
        _ => ("mine-field", ""),
    }
}

fn of_site(end: &str) -> (&'static str, &'static str) {
    match end {
        "name" => ("mine-site-name", "mine-site-name-hint"),
        "description" => ("mine-site-description", ""),
        "type" => ("mine-site-type", ""),
        "disclosure" => ("mine-disclosure", "mine-disclosure-hint"),
        "street" => ("mine-street", ""),
        "postcode" => ("mine-postcode", ""),
        "locality" => ("mine-locality", ""),
        "district" => ("mine-district", ""),
        "detail" => ("mine-detail", "mine-detail-hint"),
        "municipality" => ("mine-municipality", ""),
        "place" => ("mine-place", "mine-place-hint"),
        "lat" => ("mine-lat", ""),
        "lon" => ("mine-lon", ""),
        "precision" => ("mine-precision", ""),
        "accessible" => ("mine-accessible", ""),
        "accessible-text" => ("mine-accessible-text", "mine-accessible-text-hint"),
        "capacity" => ("mine-capacity", ""),
        "capacity-day" => ("mine-capacity-day", "mine-day-hint"),
        "capacity-text" => ("mine-capacity-text", "mine-capacity-text-hint"),
        "status" => ("mine-site-status", ""),
        "status-text" => ("mine-status-text", ""),
        "valid-to" => ("mine-valid-to", "mine-valid-to-hint"),
        "area" => ("mine-area", ""),
        "area-municipality" => ("mine-area-municipality", ""),
        "area-text" => ("mine-area-text", ""),
        other => of_hours(other),
    }
}

fn of_hours(end: &str) -> (&'static str, &'static str) {
    match end {
        "hours" => ("mine-hours", ""),
        "mo" => ("weekday-mon", ""),
        "tu" => ("weekday-tue", ""),
        "we" => ("weekday-wed", ""),
        "th" => ("weekday-thu", ""),
        "fr" => ("weekday-fri", ""),
        "sa" => ("weekday-sat", ""),
        "su" => ("weekday-sun", ""),
        "holidays" => ("mine-holidays", ""),
        "holidays-times" => ("mine-holidays-times", ""),
        "appointment" => ("mine-appointment", ""),
        "hours-text" => ("mine-hours-text", "mine-hours-text-hint"),
        "osm" => ("mine-osm", "mine-osm-hint"),
        extra if extra.starts_with("extra-") && extra.ends_with("-day") => ("mine-extra-day", ""),
        extra if extra.starts_with("extra-") && extra.ends_with("-rhythm") => {
            ("mine-extra-rhythm", "")
        }
        extra if extra.starts_with("extra-") => ("mine-extra-times", ""),
        other => of_contact(other),
    }
}
