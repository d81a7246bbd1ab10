//! Bodies to records: every member that cannot be read, or means nothing, is named at once.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::domain::{FieldError, FieldErrors, Listing, Organization};

/// Most faults that are told: more help nobody.
const MOST_FAULTS: usize = 100;

/// Names of members by where they stand; `*` is any place in a list.
type Known = &'static [(&'static str, &'static [&'static str])];

const CONTACT: &[&str] = &["phones", "email", "website"];
const ADDRESS: &[&str] = &["street", "postcode", "locality", "district", "detail"];

const LISTING: Known = &[
    (
        "",
        &[
            "id",
            "organization_id",
            "organization_text",
            "co_organization_ids",
            "name",
            "description",
            "categories",
            "target_groups",
            "target_group_texts",
            "service_forms",
            "legal_bases",
            "ages",
            "free",
            "anonymous",
            "cost_text",
            "languages",
            "languages_text",
            "contact",
            "status",
            "closure",
            "publish_from",
            "publish_until",
            "related",
            "sites",
        ],
    ),
    ("/ages", &["minimum", "maximum"]),
    ("/contact", CONTACT),
    ("/closure", &["text", "until"]),
    (
        "/sites/*",
        &[
            "id",
            "location_id",
            "source_id",
            "name",
            "description",
            "site_type",
            "disclosure",
            "municipality",
            "address",
            "position",
            "schedule",
            "contact",
            "accessible",
            "accessible_text",
            "capacity_text",
            "capacity",
            "service_area",
            "status",
            "status_text",
            "valid_to",
            "assurance",
            "internal_note",
        ],
    ),
    ("/sites/*/address", ADDRESS),
    ("/sites/*/position", &["point", "precision", "source"]),
    ("/sites/*/position/point", &["lon", "lat"]),
    ("/sites/*/schedule", &["osm", "text", "appointment"]),
    ("/sites/*/contact", CONTACT),
    ("/sites/*/capacity", &["state", "as_of"]),
    ("/sites/*/service_area", &["reach", "text"]),
    (
        "/sites/*/assurance",
        &["date", "by", "unconfirmed", "confidence", "tier", "source_kind", "sources"],
    ),
    ("/sites/*/assurance/sources/*", &["url"]),
];

const ORGANIZATION: Known = &[
    (
        "",
        &[
            "id",
            "source_id",
            "name",
            "short_name",
            "kind_text",
            "umbrella",
            "description",
            "address",
            "contact",
            "source_date",
            "source_kind",
            "sources",
        ],
    ),
    ("/address", ADDRESS),
    ("/contact", CONTACT),
    ("/sources/*", &["url"]),
];

/// Reads an entry. `record` is left out: it tells the state of the record and is no part of it. Ids that are not there
/// yet may be missing.
///
/// # Errors
/// Every member at fault.
pub(super) fn read_listing(body: Value) -> Result<Listing, FieldErrors> {
    let mut body = members(body)?;
    body.remove("record");
    add_ids(&mut body);
    let minimal_site =
        json!({ "id": Uuid::nil(), "location_id": Uuid::nil(), "site_type": "fixed" });
    let minimal = json!({ "id": Uuid::nil(), "name": "", "categories": [], "sites": [] });
    let body = Value::Object(body);
    let mut faults = FieldErrors::default();
    name_unknown(&body, "", "", LISTING, &mut faults);
    let whole = serde_json::from_value::<Listing>(body.clone());
    if let Err(error) = &whole {
        let before = faults.0.len();
        for (name, value) in body.as_object().into_iter().flatten() {
            if let ("sites", Value::Array(sites)) = (name.as_str(), value) {
                for (i, site) in sites.iter().enumerate() {
                    let test = |site: Value| fails::<Listing>(&minimal, "sites", json!([site]));
                    locate_members(&minimal_site, site, &format!("/sites/{i}"), &test, &mut faults);
                }
            } else {
                let test = |value: Value| fails::<Listing>(&minimal, name, value);
                locate(value, &format!("/{}", escape(name)), &test, &mut faults);
            }
        }
        if faults.0.len() == before {
            faults.push(unreadable("", &error.to_string()));
        }
    }
    finish(faults, whole)
}

/// Reads an organization.
///
/// # Errors
/// Every member at fault.
pub(super) fn read_organization(body: Value) -> Result<Organization, FieldErrors> {
    let mut body = members(body)?;
    body.remove("record");
    body.entry("id").or_insert_with(|| json!(Uuid::nil()));
    let minimal = json!({ "id": Uuid::nil(), "name": "" });
    let body = Value::Object(body);
    let mut faults = FieldErrors::default();
    name_unknown(&body, "", "", ORGANIZATION, &mut faults);
    let whole = serde_json::from_value::<Organization>(body.clone());
    if let Err(error) = &whole {
        let before = faults.0.len();
        for (name, value) in body.as_object().into_iter().flatten() {
            let test = |value: Value| fails::<Organization>(&minimal, name, value);
            locate(value, &format!("/{}", escape(name)), &test, &mut faults);
        }
        if faults.0.len() == before {
            faults.push(unreadable("", &error.to_string()));
        }
    }
    finish(faults, whole)
}

/// Reads a small body of another kind.
///
/// # Errors
/// What is wrong with it, as one fault of the whole.
pub(super) fn read<T: DeserializeOwned>(body: Value) -> Result<T, FieldErrors> {
    serde_json::from_value(body)
        .map_err(|error| FieldErrors(vec![unreadable("", &error.to_string())]))
}

fn finish<T>(
    mut faults: FieldErrors,
    whole: Result<T, serde_json::Error>,
) -> Result<T, FieldErrors> {
    faults.0.truncate(MOST_FAULTS);
    match whole {
        Ok(record) => faults.into_result(record),
        Err(_) => Err(faults),
    }
}

fn members(body: Value) -> Result<Map<String, Value>, FieldErrors> {
    match body {
        Value::Object(members) => Ok(members),
        _ => Err(FieldErrors(vec![FieldError::new("", "not_an_object", "must be an object")])),
    }
}

/// Ids of what is new are given by us; until then they are nobody's.
fn add_ids(body: &mut Map<String, Value>) {
    body.entry("id").or_insert_with(|| json!(Uuid::nil()));
    let Some(Value::Array(sites)) = body.get_mut("sites") else { return };
    for site in sites.iter_mut().filter_map(Value::as_object_mut) {
        for name in ["id", "location_id"] {
            site.entry(name).or_insert_with(|| json!(Uuid::nil()));
        }
    }
}

/// Whether a minimal record with this one member cannot be read; the words why. A member that is incomplete because it
/// is looked at in parts is no fault.
fn fails<T: DeserializeOwned>(minimal: &Value, name: &str, value: Value) -> Option<String> {
    let mut probe = minimal.clone();
    if let Some(members) = probe.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
    let error = serde_json::from_value::<T>(probe).err()?.to_string();
    (!error.starts_with("missing field")).then_some(error)
}

/// Finds the smallest parts of a value that cannot be read.
fn locate(
    value: &Value,
    pointer: &str,
    test: &dyn Fn(Value) -> Option<String>,
    faults: &mut FieldErrors,
) {
    let Some(error) = test(value.clone()) else { return };
    let before = faults.0.len();
    match value {
        Value::Object(members) => {
            for (name, part) in members {
                let inner = |part: Value| test(json!({ name.as_str(): part }));
                locate(part, &format!("{pointer}/{}", escape(name)), &inner, faults);
            }
        }
        Value::Array(parts) => {
            for (i, part) in parts.iter().enumerate() {
                let inner = |part: Value| test(json!([part]));
                locate(part, &format!("{pointer}/{i}"), &inner, faults);
            }
        }
        _ => {}
    }
    if faults.0.len() == before && faults.0.len() < MOST_FAULTS {
        faults.push(unreadable(pointer, &error));
    }
}

/// The same for the members of an object that needs some of them to be read at all.
fn locate_members(
    minimal: &Value,
    value: &Value,
    pointer: &str,
    test: &dyn Fn(Value) -> Option<String>,
    faults: &mut FieldErrors,
) {
    let Some(members) = value.as_object() else {
        return locate(value, pointer, test, faults);
    };
    for (name, part) in members {
        let inner = |part: Value| {
            let mut probe = minimal.clone();
            probe[name.as_str()] = part;
            test(probe)
        };
        locate(part, &format!("{pointer}/{}", escape(name)), &inner, faults);
    }
    if !members.contains_key("site_type") {
        let detail = "says what kind of site it is";
        faults.push(FieldError::new(format!("{pointer}/site_type"), "required", detail));
    }
}

pub(super) fn unreadable(pointer: &str, error: &str) -> FieldError {
    // Where in the text it stood helps nobody: the pointer says it.
    let detail = error.split(" at line ").next().unwrap_or_default().to_owned();
    FieldError::new(pointer, "unreadable", detail)
}

/// Names members that mean nothing here: what is mistyped must not be lost without a word.
fn name_unknown(
    value: &Value,
    pointer: &str,
    pattern: &str,
    known: Known,
    faults: &mut FieldErrors,
) {
    match value {
        Value::Object(members) => {
            let names = known.iter().find(|(place, _)| *place == pattern).map(|(_, names)| *names);
            for (name, part) in members {
                let at = format!("{pointer}/{}", escape(name));
                if names.is_some_and(|names| !names.contains(&name.as_str())) {
                    if faults.0.len() < MOST_FAULTS {
                        faults.push(FieldError::new(at, "unknown_member", "means nothing here"));
                    }
                } else {
                    name_unknown(part, &at, &format!("{pattern}/{name}"), known, faults);
                }
            }
        }
        Value::Array(parts) => {
            for (i, part) in parts.iter().enumerate() {
                name_unknown(
                    part,
                    &format!("{pointer}/{i}"),
                    &format!("{pattern}/*"),
                    known,
                    faults,
                );
            }
        }
        _ => {}
    }
}

/// A name as a part of a JSON pointer (RFC 6901, section 3).
fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(faults: FieldErrors) -> Vec<(String, String)> {
        faults.0.into_iter().map(|fault| (fault.pointer, fault.code)).collect()
    }

    #[test]
    fn every_member_at_fault_is_named_at_once() {
        let body = json!({
            "name": 7, "descripton": "x", "categories": ["A B"], "free": "maybe",
            "contact": { "phones": "0", "fax": "1" }, "publish_from": "2026-02-30",
            "sites": [
                { "site_type": "castle", "position": { "point": { "lon": "9", "lat": 1 }, "precision": "x" } },
                { "municipality": "1", "assurance": { "by": "me", "date": "x" } },
                7,
            ],
        });
        let mut found = codes(read_listing(body).unwrap_err());
        found.sort();
        let pointers: Vec<&str> = found.iter().map(|(pointer, _)| pointer.as_str()).collect();
        assert_eq!(
            pointers,
            [
                "/categories/0",
                "/contact/fax",
                "/contact/phones",
                "/descripton",
                "/free",
                "/name",
                "/publish_from",
                "/sites/0/position/point/lon",
                "/sites/0/position/precision",
                "/sites/0/site_type",
                "/sites/1/assurance/by",
                "/sites/1/assurance/date",
                "/sites/1/municipality",
                "/sites/1/site_type",
                "/sites/2",
            ]
        );
        assert!(found.contains(&("/descripton".to_owned(), "unknown_member".to_owned())));
    }

    #[test]
    fn a_body_without_ids_is_read_and_the_state_of_the_record_is_no_part_of_it() {
        let body = json!({
            "name": "x", "categories": ["a"], "record": { "version": 1 },
            "sites": [{ "site_type": "phone" }],
        });
        let listing = read_listing(body).unwrap();
        assert!(listing.id.0.is_nil() && listing.sites[0].id.0.is_nil());
        assert_eq!(codes(read_listing(json!([])).unwrap_err())[0].1, "not_an_object");
        assert_eq!(codes(read_listing(json!({ "sites": [] })).unwrap_err())[0].0, "");
        assert_eq!(codes(read_organization(json!({ "name": 1 })).unwrap_err())[0].0, "/name");
    }

    #[test]
    fn faults_without_end_are_cut_short() {
        let sites: Vec<Value> = (0..10_000).map(|_| json!({ "site_type": 1 })).collect();
        let faults = read_listing(json!({ "name": "x", "categories": [], "sites": sites }));
        assert_eq!(faults.unwrap_err().0.len(), MOST_FAULTS);
    }
}
