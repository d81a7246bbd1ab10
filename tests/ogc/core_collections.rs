//! Core: collections and what is said about them.

use serde_json::Value;
use sozialatlas::domain::PartialDate;

use crate::COLLECTIONS;
use crate::support::county::COUNTY;
use crate::support::reply::find_link;
use crate::support::{Server, WORLD};

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
    for collection in document["collections"].as_array().unwrap() {
        assert!(collection["id"].is_string() && collection["links"].is_array(), "{collection}");
        assert!(collection["title"].is_string() && collection["description"].is_string());
    }
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
        assert!((got - wanted).abs() < 2e-6, "{bbox:?}");
    }
    let interval = &services["extent"]["temporal"]["interval"][0];
    assert_eq!(interval[0], "2015-01-01T00:00:00Z");
    assert_eq!(interval[1], "2025-12-31T23:59:59Z");
}

#[tokio::test]
async fn req_core_fc_md_extent_multi() {
    for server in [&*WORLD, &*COUNTY] {
        everything_lies_within_the_extents(server).await;
    }
}

async fn everything_lies_within_the_extents(server: &Server) {
    let document = server.get("/api/collections").await.json();
    for collection in document["collections"].as_array().unwrap() {
        let id = collection["id"].as_str().unwrap();
        let page = server.get(&format!("/api/collections/{id}/items?limit=10000")).await.json();
        let features = page["features"].as_array().unwrap();
        // One box and one interval: the first is then the overall one (B and D speak of several).
        let mut numbers = Vec::new();
        for feature in features {
            collect_numbers(&feature["geometry"]["coordinates"], &mut numbers);
        }
        match collection["extent"]["spatial"]["bbox"].as_array() {
            Some(boxes) => {
                assert_eq!(boxes.len(), 1);
                let [west, south, east, north] =
                    [0, 1, 2, 3].map(|i| boxes[0][i].as_f64().unwrap());
                assert!(!numbers.is_empty(), "{id}");
                for at in numbers.chunks(2) {
                    let inside = (west..=east).contains(&at[0]) && (south..=north).contains(&at[1]);
                    assert!(inside, "{id}: {at:?} is outside");
                }
            }
            None => assert!(numbers.is_empty(), "{id} has places but no extent"),
        }
        let dates: Vec<&str> =
            features.iter().filter_map(|f| f["properties"]["assured_date"].as_str()).collect();
        match collection["extent"]["temporal"]["interval"].as_array() {
            Some(intervals) => {
                assert_eq!(intervals.len(), 1);
                let [first, last] = [0, 1].map(|i| intervals[0][i].as_str().unwrap());
                assert!(!dates.is_empty(), "{id}");
                for date in dates {
                    let date: PartialDate = date.parse().unwrap();
                    assert!(format!("{}T00:00:00Z", date.first_day()).as_str() >= first, "{date}");
                    assert!(format!("{}T23:59:59Z", date.last_day()).as_str() <= last, "{date}");
                }
            }
            None => assert!(dates.is_empty(), "{id} has dates but no extent"),
        }
    }
}

/// All numbers of nested coordinates, in order.
fn collect_numbers(coordinates: &Value, numbers: &mut Vec<f64>) {
    match coordinates {
        Value::Array(parts) => parts.iter().for_each(|part| collect_numbers(part, numbers)),
        Value::Number(number) => numbers.extend(number.as_f64()),
        _ => {}
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
