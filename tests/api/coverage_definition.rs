//! What the API definition says of the analyses is what they answer.

use serde_json::Value;

use crate::support::WORLD;

/// Checks that every member that must be there is, and that none is that is not described.
fn fits(document: &Value, schema: &Value, value: &Value, at: &str) {
    let schema = match schema["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    if value.is_null() {
        assert_eq!(schema["nullable"], true, "{at} is null");
        return;
    }
    match schema["type"].as_str().unwrap() {
        "object" => {
            let members = value.as_object().unwrap_or_else(|| panic!("{at} is no object"));
            let Some(described) = schema["properties"].as_object() else { return };
            for name in schema["required"].as_array().into_iter().flatten() {
                assert!(members.contains_key(name.as_str().unwrap()), "{at} lacks {name}");
            }
            for (name, value) in members {
                let schema = described.get(name);
                // GeoJSON of areas puts the outline elsewhere.
                if name == "geometry" {
                    continue;
                }
                let schema = schema.unwrap_or_else(|| panic!("{at}/{name} is not described"));
                fits(document, schema, value, &format!("{at}/{name}"));
            }
        }
        "array" => {
            for value in value.as_array().unwrap_or_else(|| panic!("{at} is no list")) {
                fits(document, &schema["items"], value, &format!("{at}/*"));
            }
        }
        "string" => assert!(value.is_string(), "{at}"),
        "boolean" => assert!(value.is_boolean(), "{at}"),
        _ => assert!(value.is_number(), "{at}: {value}"),
    }
}

#[tokio::test]
async fn every_answer_is_as_the_definition_describes_it() {
    let document = WORLD.get("/api/openapi.json").await.json();
    let paths = document["paths"].as_object().unwrap();
    let mut checked = 0;
    // Kept scenarios belong to the desks, which this server does not have.
    let asked = |path: &str| {
        path.starts_with("/api/coverage") && !path.starts_with("/api/coverage/scenarios")
    };
    for (path, item) in paths.iter().filter(|(path, _)| asked(path)) {
        let content = item["get"]["responses"]["200"]["content"].as_object().unwrap();
        for (media, described) in content.iter().filter(|(media, _)| media.contains("json")) {
            let words = "category=tafel&max_distance_m=5000&stale_after_months=12";
            let own = match path.rsplit('/').next().unwrap() {
                "at" => "category=tafel&max_distance_m=5000&lon=8.3&lat=47.3",
                "scenario" => "category=tafel&max_distance_m=5000&add=8.3,47.3",
                "compare" => "category=tafel&max_distance_m=5000&other_max_distance_m=9000",
                _ => words,
            };
            let reply = WORLD.get_with(&format!("{path}?{own}"), &[("accept", media)]).await;
            fits(&document, &described["schema"], &reply.json(), path);
            checked += 1;
        }
    }
    assert_eq!(checked, 9);
}
