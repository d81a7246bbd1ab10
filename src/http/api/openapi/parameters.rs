//! Parameters of the API definition.

use serde_json::{Map, Value, json};

use crate::atlas::{PropertySpec, Sort};
use crate::http::api::collections::crs_uris;
use crate::http::api::items_query::{DEFAULT_LIMIT, MAX_LIMIT};
use crate::http::api::queryables::property_schema;
use crate::spatial::Crs;

/// Parameters that several resources share, by name.
pub(super) fn shared() -> Value {
    let mut shared = Map::new();
    for (name, description, schema) in described() {
        shared.insert(name.to_owned(), query(name, description, &schema));
    }
    shared.insert(
        "featureId".to_owned(),
        json!({
            "name": "featureId", "in": "path", "required": true,
            "description": "Id of the feature", "schema": { "type": "string" },
        }),
    );
    Value::Object(shared)
}

/// The parameters of `items`: shared ones by reference, queryables written out.
pub(super) fn of_items(names: &[&str], properties: &[PropertySpec]) -> Value {
    let known = described();
    let parameter = |name: &&str| {
        if known.iter().any(|(n, _, _)| n == name) {
            return json!({ "$ref": format!("#/components/parameters/{name}") });
        }
        let Some(spec) = properties.iter().find(|p| p.name == *name) else {
            return query(name, "", &json!({ "type": "string" }));
        };
        let schema = property_schema(spec);
        let description = format!("{} Several values by comma: any of them.", spec.description);
        match schema.get("enum") {
            Some(values) => {
                let list =
                    json!({ "type": "array", "items": { "type": "string", "enum": values } });
                query(name, &description, &list)
            }
            None => query(name, &description, &json!({ "type": "string" })),
        }
    };
    names.iter().map(parameter).collect()
}

/// A parameter of the query. Several values stand by comma, and 17-069r4 wants that style written out for single
/// ones too (7.15.2 to 7.15.4).
fn query(name: &str, description: &str, schema: &Value) -> Value {
    let mut parameter = json!({
        "name": name, "in": "query", "required": false, "schema": schema,
        "style": "form", "explode": false,
    });
    if !description.is_empty() {
        parameter["description"] = description.into();
    }
    parameter
}

/// Name, description and schema of the parameters that need more than their property says.
fn described() -> Vec<(&'static str, &'static str, Value)> {
    let text = || json!({ "type": "string" });
    let texts = || json!({ "type": "array", "items": { "type": "string" } });
    let words =
        |all: &[&str]| json!({ "type": "array", "items": { "type": "string", "enum": all } });
    let known = ["yes", "no", "unknown"];
    let crs = json!({ "type": "string", "format": "uri", "enum": crs_uris(), "default": Crs::Crs84.uri() });
    vec![
        (
            "f",
            "Representation; goes before Accept.",
            json!({ "type": "string", "enum": ["json", "html"] }),
        ),
        (
            "limit",
            "Most features on a page; a larger number is clamped to the maximum.",
            json!({ "type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT }),
        ),
        ("cursor", "Where the page begins; taken from the link with rel=next.", text()),
        (
            "bbox",
            "Box of 4 or 6 numbers: lower left corner, upper right corner, in the axis order of \
             bbox-crs; west > east crosses the antimeridian. Features without geometry never match, \
             unlike 17-069r4, /req/core/fc-bbox-response C: see the deviations in /api/conformance.",
            json!({
                "type": "array",
                "oneOf": [{ "minItems": 4, "maxItems": 4 }, { "minItems": 6, "maxItems": 6 }],
                "items": { "type": "number" },
            }),
        ),
        ("bbox-crs", "Reference system of bbox.", crs.clone()),
        ("crs", "Reference system of the answer; coordinates in its own axis order.", crs),
        (
            "datetime",
            "When it was last confirmed: a date-time or an interval, open ends as .. or empty. \
             Features whose date is unknown match every value, and so do all of a collection that \
             carries no time.",
            text(),
        ),
        (
            "q",
            "Words or a sentence to search for, in everyday words; what fits best comes first.",
            json!({ "type": "string", "maxLength": 200 }),
        ),
        ("category", "Topic codes; a parent includes its children.", texts()),
        ("target_group", "Target group codes; a parent includes its children.", texts()),
        (
            "municipality",
            "Municipality keys: situated there, or without a site and serving it.",
            json!({ "type": "array", "items": { "type": "string", "pattern": "^[0-9]{8}$" } }),
        ),
        (
            "served",
            "With municipality: also all that declare to serve it.",
            json!({ "type": "string", "enum": ["true", "false"], "default": "false" }),
        ),
        ("language", "Languages spoken there (BCP 47).", texts()),
        ("accessible", "Wheelchair access.", words(&known)),
        ("free", "Free of charge.", words(&known)),
        ("anonymous", "Without giving one's name.", words(&known)),
        (
            "age",
            "Meant for people of these ages in full years; unknown = entries that tell no age.",
            json!({
                "type": "array",
                "items": { "type": "string", "pattern": "^([0-9]{1,3}|unknown)$" },
            }),
        ),
        ("format", "Service form codes; a parent includes its children.", texts()),
        ("appointment", "By appointment.", words(&known)),
        (
            "capacity",
            "Whether there is room, as far as the provider has said.",
            words(&["free", "waiting_list", "full", "unknown"]),
        ),
        (
            "open",
            "now, today (at any minute from now to midnight), or a local date-time of the region as \
             2026-01-31T14:30; behind it unknown and appointment, to keep those in too: now,unknown.",
            text(),
        ),
        (
            "near",
            "Longitude and latitude; sorts by distance.",
            json!({ "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "number" } }),
        ),
        (
            "within_m",
            "Radius around near in metres.",
            json!({ "type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 1_000_000 }),
        ),
        (
            "sort",
            "The order: rank needs q, distance needs near; freshness = the last confirmed first; name as in a \
             German dictionary. Else by rank with q, by distance with near, by id otherwise.",
            json!({ "type": "string", "enum": Sort::ALL.map(Sort::as_str) }),
        ),
    ]
}
