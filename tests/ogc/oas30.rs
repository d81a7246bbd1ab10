//! OpenAPI 3.0.

use std::fmt::Write as _;

use serde_json::Value;

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
    for item in document["paths"].as_object().unwrap().values() {
        ids.push(item["get"]["operationId"].as_str().unwrap());
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
    for path in document["paths"].as_object().unwrap().keys() {
        let id = match path.split('/').nth(3) {
            Some("services") => world::feature_id(0).to_string(),
            Some("municipalities") => "99001001".into(),
            Some(_) if path.contains("{featureId}") => continue,
            _ => String::new(),
        };
        let path = path.replace("{featureId}", &id);
        // What a question cannot do without has an example.
        let listed = document["paths"][&path]["get"]["parameters"].as_array();
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
    for path in document["paths"].as_object().unwrap().values() {
        assert!(path["get"]["responses"]["200"]["content"].is_object());
    }
}

#[tokio::test]
async fn req_oas30_exception_codes() {
    let document = definition().await;
    for (path, item) in document["paths"].as_object().unwrap() {
        let responses = item["get"]["responses"].as_object().unwrap();
        for status in ["200", "400", "406", "500"] {
            assert!(responses.contains_key(status), "{path} {status}");
        }
        assert_eq!(responses.contains_key("404"), path.contains("{featureId}"), "{path}");
    }
}

#[tokio::test]
async fn req_oas30_security() {
    // Everything below is open: nothing may be declared as protected, and nothing is.
    let document = definition().await;
    assert!(document.get("security").is_none());
    assert!(document["components"].get("securitySchemes").is_none());
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
        let mut known: Vec<&String> = described.keys().collect();
        written.sort_unstable();
        known.sort_unstable();
        assert_eq!(written, known, "{id}");
    }
}

#[tokio::test]
async fn the_definition_changes_only_on_purpose() {
    let document = definition().await;
    let mut digest = String::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let get = &item["get"];
        let names: Vec<&str> = get["parameters"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| resolved(&document, p)["name"].as_str().unwrap())
            .collect();
        let answers: Vec<&str> =
            get["responses"].as_object().unwrap().keys().map(String::as_str).collect();
        let types: Vec<&str> = get["responses"]["200"]["content"]
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        writeln!(digest, "GET {path}\n  ? {}", names.join(" ")).unwrap();
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
