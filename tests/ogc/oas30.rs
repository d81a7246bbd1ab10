//! OpenAPI 3.0.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::COLLECTIONS;
use crate::support::WORLD;
use crate::support::world;

async fn definition() -> Value {
    WORLD.get("/api/openapi.json").await.json()
}

/// A parameter with its reference followed.
fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).expect(reference),
        None => value,
    }
}

/// All operations: path, method, operation.
fn operations(document: &Value) -> impl Iterator<Item = (&str, &str, &Value)> {
    document["paths"].as_object().unwrap().iter().flat_map(|(path, item)| {
        let item = item.as_object().unwrap();
        item.iter().map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
    })
}

/// Whether an operation belongs to the desks, which stand beside the standard's interface (tests/desks asks them).
fn is_of_desks(operation: &Value) -> bool {
    operation["tags"][0] == "desks"
}

/// What anybody may ask: path, operation.
fn open_gets(document: &Value) -> impl Iterator<Item = (&str, &Value)> {
    operations(document)
        .filter(|(_, method, operation)| *method == "get" && !is_of_desks(operation))
        .map(|(path, _, operation)| (path, operation))
}

/// What an operation answers when it succeeds.
fn success(operation: &Value) -> &Value {
    let responses = &operation["responses"];
    responses.get("200").or_else(|| responses.get("201")).unwrap()
}

#[tokio::test]
async fn req_oas30_oas_definition_1() {
    let reply = WORLD.get("/api/openapi.json").await;
    assert_eq!(reply.header("content-type"), "application/vnd.oai.openapi+json;version=3.0");
    let html = WORLD.get("/api/docs").await;
    assert_eq!(html.header("content-type"), "text/html; charset=utf-8");
}

#[tokio::test]
async fn req_oas30_oas_definition_2() {
    let document = definition().await;
    assert_eq!(document["openapi"], "3.0.3");
    assert!(document["info"]["title"].is_string() && document["info"]["version"].is_string());
    let mut references = 0;
    walk(&document, &mut |value| {
        if let Some(reference) = value["$ref"].as_str() {
            references += 1;
            let pointer = reference.strip_prefix('#').expect("all in one document");
            assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
        }
    });
    assert!(references > 100);
    let mut ids = Vec::new();
    for (path, method, operation) in operations(&document) {
        let id = operation["operationId"].as_str();
        ids.push(id.unwrap_or_else(|| panic!("{method} {path} has no name")));
    }
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "operation ids are unique");
}

fn walk(value: &Value, visit: &mut impl FnMut(&Value)) {
    visit(value);
    match value {
        Value::Array(values) => values.iter().for_each(|v| walk(v, visit)),
        Value::Object(members) => members.values().for_each(|v| walk(v, visit)),
        _ => {}
    }
}

#[tokio::test]
async fn req_oas30_oas_impl() {
    // Whatever is defined is there.
    let document = definition().await;
    for (path, operation) in open_gets(&document) {
        let id = match path.split('/').nth(3) {
            Some("services") => world::feature_id(0).to_string(),
            Some("municipalities") => "99001001".into(),
            Some(_) if path.contains("{featureId}") => continue,
            _ => String::new(),
        };
        let path = path.replace("{featureId}", &id);
        // What a question cannot do without has an example.
        let listed = operation["parameters"].as_array();
        let needed: Vec<String> = listed
            .into_iter()
            .flatten()
            .map(|parameter| resolved(&document, parameter))
            .filter(|parameter| !parameter["example"].is_null())
            .map(|p| format!("{}={}", p["name"].as_str().unwrap(), p["example"]).replace('"', ""))
            .collect();
        let path = format!("{path}?{}", needed.join("&"));
        let reply = WORLD.get(&path).await;
        assert_eq!(reply.status, 200, "{path} {}", reply.text());
    }
    // And every parameter of items is understood.
    for id in COLLECTIONS {
        let path = format!("/api/collections/{id}/items");
        for listed in document["paths"][&path]["get"]["parameters"].as_array().unwrap() {
            let name = resolved(&document, listed)["name"].as_str().unwrap();
            // A value that fits nothing: whatever is refused is refused for its value.
            let reply = WORLD.get(&format!("{path}?{name}=%3F")).await;
            assert!(!reply.text().contains("is not a parameter"), "{path} {name}");
        }
    }
}

#[tokio::test]
async fn req_oas30_completeness() {
    let document = definition().await;
    for id in COLLECTIONS {
        let items = &document["paths"][format!("/api/collections/{id}/items")]["get"];
        let names: Vec<&str> = items["parameters"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| resolved(&document, p)["name"].as_str().unwrap())
            .collect();
        for name in ["limit", "bbox", "datetime", "f", "crs", "bbox-crs", "cursor"] {
            assert!(names.contains(&name), "{id} {name}");
        }
        let content = &items["responses"]["200"]["content"];
        assert!(content["application/geo+json"].is_object() && content["text/html"].is_object());
        let queryables = WORLD.get(&format!("/api/collections/{id}/queryables")).await.json();
        for name in queryables["properties"].as_object().unwrap().keys() {
            assert!(names.contains(&name.as_str()), "{id}: {name} filters but is not defined");
        }
    }
    let limit = &document["components"]["parameters"]["limit"]["schema"];
    assert_eq!(
        (&limit["minimum"], &limit["maximum"], &limit["default"]),
        (&1.into(), &10_000.into(), &100.into())
    );
    let bbox = &document["components"]["parameters"]["bbox"];
    assert_eq!((&bbox["style"], &bbox["explode"]), (&"form".into(), &false.into()));
    for (path, method, operation) in operations(&document) {
        assert!(success(operation)["content"].is_object(), "{method} {path}");
    }
}

#[tokio::test]
async fn req_oas30_exception_codes() {
    let document = definition().await;
    for (path, operation) in open_gets(&document) {
        let responses = operation["responses"].as_object().unwrap();
        for status in ["200", "400", "500"] {
            assert!(responses.contains_key(status), "{path} {status}");
        }
        // How far an answer is has one representation, and nothing to negotiate.
        let negotiates = path != "/api/coverage/progress";
        assert_eq!(responses.contains_key("406"), negotiates, "{path}");
        assert_eq!(responses.contains_key("404"), path.contains("{featureId}"), "{path}");
    }
    for (path, method, operation) in operations(&document).filter(|(.., o)| is_of_desks(o)) {
        let responses = operation["responses"].as_object().unwrap();
        let open = operation["security"] == json!([]);
        for (status, wanted) in [
            ("400", true),
            ("401", !open),
            ("403", !open),
            ("404", path.contains("{id}")),
            ("422", method != "get"),
            ("500", true),
        ] {
            assert_eq!(responses.contains_key(status), wanted, "{method} {path} {status}");
        }
    }
}

#[tokio::test]
async fn req_oas30_security() {
    // What the standard defines is open: nothing of it may be declared as protected, and nothing is.
    let document = definition().await;
    assert!(document.get("security").is_none());
    for (path, operation) in open_gets(&document) {
        assert!(operation.get("security").is_none(), "{path}");
    }
    // The desks say for each operation how callers prove who they are.
    let schemes = document["components"]["securitySchemes"].as_object().unwrap();
    for (path, method, operation) in operations(&document).filter(|(.., o)| is_of_desks(o)) {
        let ways = operation["security"].as_array().unwrap();
        let open = path == "/api/listings/{id}/history";
        assert_eq!(ways.is_empty(), open, "{method} {path}");
        for name in ways.iter().flat_map(|way| way.as_object().unwrap().keys()) {
            assert!(schemes.contains_key(name), "{method} {path} {name}");
        }
    }
    let reply =
        WORLD.get_with("/api/collections/services/items", &[("authorization", "Bearer x")]).await;
    assert_eq!(reply.status, 200);
}

#[tokio::test]
async fn every_property_of_a_feature_is_described_and_the_other_way_round() {
    let document = definition().await;
    for (id, schema) in [
        ("services", "Service"),
        ("organizations", "Organization"),
        ("municipalities", "Municipality"),
        ("population_cells", "PopulationCell"),
    ] {
        let page = WORLD.get(&format!("/api/collections/{id}/items?limit=1")).await.json();
        let feature = page["features"][0]["properties"].as_object().unwrap();
        let described =
            document["components"]["schemas"][schema]["properties"]["properties"]["properties"]
                .as_object()
                .unwrap();
        let mut written: Vec<&String> = feature.keys().collect();
        // Translations are there only where somebody has translated; `tests/desks/translations.rs` looks at them.
        let mut known: Vec<&String> =
            described.keys().filter(|name| *name != "translations").collect();
        written.sort_unstable();
        known.sort_unstable();
        assert_eq!(written, known, "{id}");
    }
}

#[tokio::test]
async fn the_definition_changes_only_on_purpose() {
    let document = definition().await;
    let mut digest = String::new();
    for (path, method, operation) in operations(&document) {
        let names: Vec<&str> = operation["parameters"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| resolved(&document, p)["name"].as_str().unwrap())
            .collect();
        let answers: Vec<&str> =
            operation["responses"].as_object().unwrap().keys().map(String::as_str).collect();
        let types: Vec<&str> =
            success(operation)["content"].as_object().unwrap().keys().map(String::as_str).collect();
        writeln!(digest, "{} {path}\n  ? {}", method.to_uppercase(), names.join(" ")).unwrap();
        writeln!(digest, "  > {} {}", answers.join(" "), types.join(" ")).unwrap();
    }
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        let own = &schema["properties"]["properties"]["properties"];
        let members = if own.is_object() { own } else { &schema["properties"] };
        let mut lines = Vec::new();
        for (member, schema) in members.as_object().unwrap() {
            let kind = schema["type"].as_str().unwrap_or("ref");
            lines.push(format!("{member}:{kind}"));
        }
        writeln!(digest, "{name} {{ {} }}", lines.join(" ")).unwrap();
    }
    insta::assert_snapshot!("openapi", digest);
}
