//! Schemas of the API definition.

use serde_json::{Map, Value, json};

use crate::atlas::Snapshot;
use crate::http::api::collections::Collection;
use crate::http::api::queryables::{properties, property_schema};

/// The name of the schema of a collection's features.
pub(super) const fn name(collection: Collection) -> &'static str {
    match collection {
        Collection::Services => "Service",
        Collection::Organizations => "Organization",
        Collection::Municipalities => "Municipality",
        Collection::PlanningAreas => "PlanningArea",
        Collection::PopulationCells => "PopulationCell",
    }
}

/// All schemas.
pub(super) fn all(snapshot: &Snapshot) -> Value {
    let mut schemas = Map::new();
    for (name, schema) in documents() {
        schemas.insert(name.to_owned(), schema);
    }
    for (name, schema) in crate::http::api::coverage::schemas::all() {
        schemas.insert(name.to_owned(), schema);
    }
    for collection in Collection::ALL {
        let feature = feature(collection, snapshot);
        schemas.insert(name(collection).to_owned(), feature);
        let reference = format!("#/components/schemas/{}", name(collection));
        schemas.insert(format!("{}Collection", name(collection)), page(&reference));
    }
    Value::Object(schemas)
}

fn feature(collection: Collection, snapshot: &Snapshot) -> Value {
    let properties: Map<String, Value> = properties(collection, snapshot)
        .iter()
        .map(|spec| {
            let mut schema = property_schema(spec);
            schema["nullable"] = true.into();
            // A null that is allowed must stand among the values too (OpenAPI 3.0.3 proposal 2019-10-31).
            if let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut) {
                values.push(Value::Null);
            }
            (spec.name.to_owned(), schema)
        })
        .collect();
    json!({
        "type": "object",
        "required": ["type", "id", "geometry", "properties"],
        "properties": {
            "type": { "type": "string", "enum": ["Feature"] },
            "id": { "type": "string" },
            "geometry": { "$ref": "#/components/schemas/Geometry" },
            "properties": { "type": "object", "properties": properties },
            "links": links(),
        },
    })
}

fn page(feature: &str) -> Value {
    json!({
        "type": "object",
        "required": ["type", "features", "links", "timeStamp", "numberMatched", "numberReturned"],
        "properties": {
            "type": { "type": "string", "enum": ["FeatureCollection"] },
            "timeStamp": { "type": "string", "format": "date-time" },
            "numberMatched": { "type": "integer", "minimum": 0 },
            "numberReturned": { "type": "integer", "minimum": 0 },
            "links": links(),
            "features": { "type": "array", "items": { "$ref": feature } },
        },
    })
}

fn links() -> Value {
    json!({ "type": "array", "items": { "$ref": "#/components/schemas/Link" } })
}

fn documents() -> Vec<(&'static str, Value)> {
    let text = || json!({ "type": "string" });
    let texts = || json!({ "type": "array", "items": { "type": "string" } });
    vec![
        (
            "Link",
            json!({
                "type": "object",
                "required": ["href", "rel"],
                "properties": { "href": text(), "rel": text(), "type": text(), "title": text() },
            }),
        ),
        (
            "LandingPage",
            json!({
                "type": "object",
                "required": ["links"],
                "properties": {
                    "title": text(), "description": text(), "attribution": text(), "links": links(),
                },
            }),
        ),
        (
            "Conformance",
            json!({
                "type": "object",
                "required": ["conformsTo"],
                "properties": {
                    "conformsTo": texts(),
                    "deviations": { "type": "array", "items": deviation() },
                },
            }),
        ),
        (
            "Collections",
            json!({
                "type": "object",
                "required": ["links", "collections"],
                "properties": {
                    "links": links(),
                    "crs": texts(),
                    "collections": {
                        "type": "array", "items": { "$ref": "#/components/schemas/Collection" },
                    },
                },
            }),
        ),
        ("Collection", collection()),
        (
            "Geometry",
            json!({
                "type": "object",
                "nullable": true,
                "required": ["type", "coordinates"],
                "properties": {
                    "type": {
                        "type": "string",
                        "enum": ["Point", "MultiPoint", "Polygon", "MultiPolygon"],
                    },
                    "coordinates": { "type": "array", "items": {} },
                },
            }),
        ),
        ("Problem", problem()),
    ]
}

/// A clause of the standard that is not followed.
fn deviation() -> Value {
    let text = || json!({ "type": "string" });
    json!({
        "type": "object",
        "required": ["requirement", "part", "description"],
        "properties": { "requirement": text(), "part": text(), "description": text() },
    })
}

fn collection() -> Value {
    let text = || json!({ "type": "string" });
    let numbers =
        json!({ "type": "array", "minItems": 4, "maxItems": 6, "items": { "type": "number" } });
    let interval = json!({
        "type": "array", "minItems": 2, "maxItems": 2,
        "items": { "type": "string", "format": "date-time", "nullable": true },
    });
    json!({
        "type": "object",
        "required": ["id", "links"],
        "properties": {
            "id": text(), "title": text(), "description": text(), "itemType": text(),
            "itemCount": { "type": "integer" },
            "extent": {
                "type": "object",
                "properties": {
                    "spatial": {
                        "type": "object",
                        "properties": { "bbox": { "type": "array", "items": numbers }, "crs": text() },
                    },
                    "temporal": {
                        "type": "object",
                        "properties": { "interval": { "type": "array", "items": interval }, "trs": text() },
                    },
                },
            },
            "crs": { "type": "array", "items": { "type": "string" } },
            "storageCrs": text(),
            "links": links(),
        },
    })
}

/// RFC 9457 with the members of this server.
fn problem() -> Value {
    let text = || json!({ "type": "string" });
    json!({
        "type": "object",
        "required": ["type", "title", "status", "code"],
        "properties": {
            "type": text(), "title": text(), "status": { "type": "integer" }, "code": text(),
            "detail": text(), "request_id": text(),
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["code", "detail"],
                    "properties": {
                        "parameter": text(), "pointer": text(), "code": text(), "detail": text(),
                    },
                },
            },
        },
    })
}
