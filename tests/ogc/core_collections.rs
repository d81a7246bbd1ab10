//! Core: collections and what is said about them.

use serde_json::Value;

use crate::COLLECTIONS;
use crate::support::WORLD;
use crate::support::reply::find_link;

async fn collections() -> Value {
    WORLD.get("/api/collections").await.json()
}

#[tokio::test]
async fn req_core_fc_md_op() {
    assert_eq!(WORLD.get("/api/collections").await.status, 200);
}

#[tokio::test]
async fn req_core_fc_md_success() {
    let document = collections().await;
    assert!(document["links"].is_array() && document["collections"].is_array());
}

#[tokio::test]
async fn req_core_fc_md_links() {
    let document = collections().await;
    for link in document["links"].as_array().unwrap() {
        assert!(link["rel"].is_string() && link["type"].is_string(), "{link}");
    }
    assert!(find_link(&document, "self").is_some());
    let other = find_link(&document, "alternate").unwrap();
    assert_eq!(WORLD.follow(&other).await.header("content-type"), "text/html; charset=utf-8");
}

#[tokio::test]
async fn req_core_fc_md_items() {
    let document = collections().await;
    let listed: Vec<&str> = document["collections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["id"].as_str().unwrap())
        .collect();
    assert_eq!(listed, COLLECTIONS);
}

#[tokio::test]
async fn req_core_fc_md_items_links() {
    for collection in collections().await["collections"].as_array().unwrap() {
        let links = collection["links"].as_array().unwrap();
        let items: Vec<&Value> = links.iter().filter(|l| l["rel"] == "items").collect();
        let types: Vec<&str> = items.iter().map(|l| l["type"].as_str().unwrap()).collect();
        assert_eq!(types, ["application/geo+json", "text/html"]);
        for link in items {
            let reply = WORLD.follow(link["href"].as_str().unwrap()).await;
            assert!(reply.header("content-type").starts_with(link["type"].as_str().unwrap()));
        }
    }
}

#[tokio::test]
async fn req_core_fc_md_extent() {
    let services = WORLD.get("/api/collections/services").await.json();
    let bbox: Vec<f64> = services["extent"]["spatial"]["bbox"][0]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n.as_f64().unwrap())
        .collect();
    let expected = [8.01, 47.01, 8.96, 47.89];
    for (got, wanted) in bbox.iter().zip(expected) {
        assert!((got - wanted).abs() < 1e-6, "{bbox:?}");
    }
    let interval = &services["extent"]["temporal"]["interval"][0];
    assert_eq!(interval[0], "2015-01-01T00:00:00Z");
    assert_eq!(interval[1], "2025-12-31T23:59:59Z");
}

#[tokio::test]
async fn req_core_fc_md_extent_multi() {
    for collection in collections().await["collections"].as_array().unwrap() {
        if let Some(boxes) = collection["extent"]["spatial"]["bbox"].as_array() {
            // One box: the first is then the overall one.
            assert_eq!(boxes.len(), 1);
        }
    }
}

#[tokio::test]
async fn req_core_sfc_md_op() {
    for id in COLLECTIONS {
        assert_eq!(WORLD.get(&format!("/api/collections/{id}")).await.status, 200);
    }
    WORLD.get("/api/collections/no_such_thing").await.assert_problem(404, &[]);
}

#[tokio::test]
async fn req_core_sfc_md_success() {
    let listed = collections().await;
    for known in listed["collections"].as_array().unwrap() {
        let id = known["id"].as_str().unwrap();
        let own = WORLD.get(&format!("/api/collections/{id}")).await.json();
        for member in ["id", "title", "description", "extent", "crs", "storageCrs", "itemType"] {
            assert_eq!(own[member], known[member], "{id} {member}");
        }
        assert_eq!(own["itemType"], "feature");
        assert!(find_link(&own, "self").is_some() && find_link(&own, "items").is_some());
    }
}
