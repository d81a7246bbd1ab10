//! Core: features of a collection, and one feature.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::Value;

use crate::COLLECTIONS;
use crate::support::reply::find_link;
use crate::support::world::{self, PLACED, SITES};
use crate::support::{Reply, WORLD};

const ITEMS: &str = "/api/collections/services/items";

async fn items(query: &str) -> Reply {
    WORLD.get(&format!("{ITEMS}?{query}")).await
}

fn ids(page: &Value) -> Vec<String> {
    let features = page["features"].as_array().unwrap();
    features.iter().map(|f| f["id"].as_str().unwrap().to_owned()).collect()
}

/// Ids of all sites for which `holds`.
fn expected(holds: impl Fn(usize) -> bool) -> BTreeSet<String> {
    (0..SITES).filter(|i| holds(*i)).map(|i| world::feature_id(i).to_string()).collect()
}

/// Ids of all matches; fails if one stands twice or the number is not told.
async fn found(query: &str) -> BTreeSet<String> {
    let page = items(&format!("limit=10000&{query}")).await.json();
    let ids = ids(&page);
    let set: BTreeSet<String> = ids.iter().cloned().collect();
    assert_eq!(set.len(), ids.len());
    assert_eq!(page["numberMatched"], ids.len());
    set
}

#[tokio::test]
async fn req_core_fc_op() {
    for id in COLLECTIONS {
        assert_eq!(WORLD.get(&format!("/api/collections/{id}/items")).await.status, 200);
    }
    WORLD.get("/api/collections/no_such_thing/items").await.assert_problem(404, &[]);
}

/// The parameter as the API definition has it.
async fn defined(name: &str) -> Value {
    let definition = WORLD.get("/api/openapi.json").await.json();
    let parameter = definition["components"]["parameters"][name].clone();
    assert_eq!(parameter["in"], "query");
    assert_eq!(parameter["required"], false);
    assert_eq!((&parameter["style"], &parameter["explode"]), (&"form".into(), &false.into()));
    parameter
}

#[tokio::test]
async fn req_core_fc_bbox_definition() {
    let schema = &defined("bbox").await["schema"];
    assert_eq!((&schema["type"], &schema["items"]["type"]), (&"array".into(), &"number".into()));
    for (choice, count) in schema["oneOf"].as_array().unwrap().iter().zip([4, 6]) {
        assert_eq!((&choice["minItems"], &choice["maxItems"]), (&count.into(), &count.into()));
    }
    let four = found("bbox=8.2,47.2,8.6,47.7").await;
    assert!(!four.is_empty() && four.len() < PLACED);
    // Heights are read and do not matter; spaces may stand around the commas.
    assert_eq!(found("bbox=8.2,47.2,-100,8.6,47.7,900").await, four);
    assert_eq!(found("bbox=8.2,%2047.2,8.6,%2047.7").await, four);
    for wrong in
        ["1,2,3", "1,2,3,4,5", "8.6,47.7,8.7,47.2", "a,b,c,d", "NaN,1,2,3", "1,2,inf,3", "1;2;3;4"]
    {
        items(&format!("bbox={wrong}")).await.assert_problem(400, &["bbox"]);
    }
}

#[tokio::test]
async fn req_core_fc_bbox_response() {
    let inside = |i: usize| {
        let at = world::point(i);
        i < PLACED && (8.2..=8.6).contains(&at.lon) && (47.2..=47.7).contains(&at.lat)
    };
    assert_eq!(found("bbox=8.2,47.2,8.6,47.7").await, expected(inside));
    // Across the antimeridian: everything west of 8.3 and nothing between 8.3 and 8.5.
    let outside = |i: usize| {
        let at = world::point(i);
        i < PLACED && (at.lon >= 8.5 || at.lon <= 8.3)
    };
    assert_eq!(found("bbox=8.5,47,8.3,48").await, expected(outside));
    assert_eq!(found("bbox=-10,-10,-5,-5").await, BTreeSet::new());
    // Areas: those that share a point with the box, not those whose surroundings do.
    let areas = "/api/collections/municipalities/items?bbox=8.6,47.1,8.7,47.2";
    let page = WORLD.get(areas).await.json();
    assert_eq!(ids(&page), ["99001002"]);
    // A deviation from C, declared in /api/conformance: what has no public point lies in no box, not even in that
    // of the whole earth.
    assert_eq!(found("bbox=-180,-90,180,90").await, expected(|i| i < PLACED));
    let organizations = "/api/collections/organizations/items?bbox=-180,-90,180,90";
    assert_eq!(WORLD.get(organizations).await.json()["numberMatched"], 0);
    // What the declaration names instead: no box, and those who serve a place.
    assert_eq!(found("").await.len(), SITES);
}

#[tokio::test]
async fn req_core_fc_limit_definition() {
    let schema = &defined("limit").await["schema"];
    assert_eq!((&schema["type"], &schema["minimum"]), (&"integer".into(), &1.into()));
    assert_eq!((&schema["maximum"], &schema["default"]), (&10_000.into(), &100.into()));
    let standard = items("").await.json();
    assert_eq!(standard["numberReturned"], 100);
    for wrong in ["0", "-1", "many", "1.5", "1e2"] {
        items(&format!("limit={wrong}")).await.assert_problem(400, &["limit"]);
    }
    let clamped = items("limit=1000000000000000000000000").await.json();
    assert_eq!(clamped["numberReturned"], SITES);
}

#[tokio::test]
async fn req_core_fc_limit_response_1() {
    for limit in [1, 7, 99, 1_000] {
        let page = items(&format!("limit={limit}")).await.json();
        assert_eq!(ids(&page).len(), limit.min(SITES));
        for id in COLLECTIONS {
            let page =
                WORLD.get(&format!("/api/collections/{id}/items?limit={limit}")).await.json();
            let matched = usize::try_from(page["numberMatched"].as_u64().unwrap()).unwrap();
            assert_eq!(ids(&page).len(), limit.min(matched), "{id}");
        }
    }
}

#[tokio::test]
async fn req_core_fc_time_definition() {
    assert_eq!(defined("datetime").await["schema"]["type"], "string");
    for right in [
        "2020-01-01T00:00:00Z",
        "2020-01-01T00:00:00%2B01:00",
        "2020-01-01",
        "2020-01-01T00:00:00Z/2021-01-01T00:00:00Z",
        "../2021-01-01T00:00:00Z",
        "/2021-01-01T00:00:00Z",
        "2020-01-01T00:00:00Z/..",
        "2020-01-01T00:00:00Z/",
    ] {
        for id in COLLECTIONS {
            let path = format!("/api/collections/{id}/items?datetime={right}");
            assert_eq!(WORLD.get(&path).await.status, 200, "{path}");
        }
    }
    for wrong in ["2020", "2021-01-01/2020-01-01", "a/b", "../..", "2020-13-01", "1/2/3"] {
        items(&format!("datetime={wrong}")).await.assert_problem(400, &["datetime"]);
    }
}

#[tokio::test]
async fn req_core_fc_time_response() {
    let overlaps = |first: &str, last: &str| {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (first, last) = (day(first), day(last));
        expected(|i| {
            // C: what has no date matches whatever is asked.
            world::assured(i).is_none_or(|d| d.first_day() <= last && d.last_day() >= first)
        })
    };
    let undated = expected(|i| world::assured(i).is_none());
    assert!(!undated.is_empty());
    assert_eq!(found("datetime=1900-01-01").await, undated);
    assert_eq!(found("datetime=../1900-01-01").await, undated);
    // Who wants only what has a date says so.
    assert!(found("datetime=1900-01-01&freshness=fresh,stale").await.is_empty());
    let instant = found("datetime=2019-06-15T12:00:00Z").await;
    assert!(instant.len() > undated.len());
    assert_eq!(instant, overlaps("2019-06-15", "2019-06-15"));
    assert_eq!(
        found("datetime=2018-03-01T00:00:00Z/2020-06-20T00:00:00Z").await,
        overlaps("2018-03-01", "2020-06-20")
    );
    assert_eq!(found("datetime=../2017-06-30").await, overlaps("0001-01-01", "2017-06-30"));
    assert_eq!(found("datetime=2024-07-01/..").await, overlaps("2024-07-01", "9999-12-31"));
    // Collections that carry no time match whole, whatever the interval.
    let cells =
        WORLD.get("/api/collections/population_cells/items?datetime=1900-01-01").await.json();
    assert_eq!(cells["numberMatched"], 50);
}

#[tokio::test]
async fn req_core_fc_rel_type() {
    for id in COLLECTIONS {
        let page = WORLD.get(&format!("/api/collections/{id}/items?limit=5")).await.json();
        for rel in ["self", "alternate"] {
            assert!(find_link(&page, rel).is_some(), "{id} {rel}");
        }
        for link in page["links"].as_array().unwrap() {
            assert!(link["rel"].is_string() && link["type"].is_string(), "{id} {link}");
        }
    }
}

#[tokio::test]
async fn req_core_fc_links() {
    let first = items("limit=5").await;
    let page = first.json();
    let itself = WORLD.follow(&find_link(&page, "self").unwrap()).await;
    assert_eq!(ids(&itself.json()), ids(&page));
    let html = WORLD.follow(&find_link(&page, "alternate").unwrap()).await;
    assert_eq!(html.header("content-type"), "text/html; charset=utf-8");
    // Following `next` visits every feature exactly once and ends.
    for query in
        ["limit=7", "limit=7&q=Angebot", "limit=7&near=8.3,47.4", "limit=7&free=yes,no&f=json"]
    {
        let all = found(query.strip_prefix("limit=7").unwrap().trim_start_matches('&')).await;
        let mut seen = Vec::new();
        let mut next = Some(format!("http://localhost{ITEMS}?{query}"));
        while let Some(href) = next {
            let page = WORLD.follow(&href).await.json();
            assert_eq!(page["numberMatched"], all.len(), "{href}");
            seen.extend(ids(&page));
            next = find_link(&page, "next");
            assert!(seen.len() <= all.len(), "{query} does not end");
        }
        assert_eq!(seen.len(), all.len(), "{query}");
        assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), all, "{query}");
    }
    let cells = "/api/collections/population_cells/items?limit=20";
    let (mut seen, mut next) = (BTreeSet::new(), Some(format!("http://localhost{cells}")));
    while let Some(href) = next {
        let page = WORLD.follow(&href).await.json();
        seen.extend(ids(&page));
        next = find_link(&page, "next");
    }
    assert_eq!(seen.len(), 50);
}

#[tokio::test]
async fn req_core_fc_timestamp() {
    assert_eq!(items("").await.json()["timeStamp"], "2026-11-23T09:00:00Z");
}

#[tokio::test]
async fn req_core_fc_numbermatched() {
    assert_eq!(items("limit=1").await.json()["numberMatched"], SITES);
    let free = items("limit=1&free=yes").await.json();
    let yes = (0..SITES).filter(|i| world::free(*i).as_str() == "yes").count();
    assert_eq!(free["numberMatched"], yes);
}

#[tokio::test]
async fn req_core_fc_numberreturned() {
    for query in ["limit=3", "limit=1000", "limit=10&bbox=8,47,8.05,47.05"] {
        let page = items(query).await.json();
        assert_eq!(page["numberReturned"], ids(&page).len(), "{query}");
    }
}

#[tokio::test]
async fn req_core_fc_response() {
    // Different words narrow each other, several values of one word widen it.
    assert_eq!(found("category=tafel").await, expected(|i| world::category(i) == "tafel"));
    let either = |i| matches!(world::category(i), "tafel" | "pflege");
    assert_eq!(found("category=tafel,pflege").await, expected(either));
    let parent = |i| matches!(world::category(i), "tafel" | "schulden");
    assert_eq!(found("category=geld").await, expected(parent));
    let both = |i: usize| {
        let at = world::point(i);
        i < PLACED && parent(i) && world::free(i).as_str() == "no" && at.lon <= 8.5
    };
    assert_eq!(found("category=geld&free=no&bbox=8,47,8.5,48").await, expected(both));
    let silent = |i: usize| world::anonymous(i).as_str() != "no";
    assert_eq!(found("anonymous=yes,unknown").await, expected(silent));
    let nameless =
        |i: usize| world::anonymous(i).as_str() == "yes" && world::free(i).as_str() == "yes";
    assert_eq!(found("anonymous=yes&free=yes").await, expected(nameless));
    let one = format!("organization_id={}", world::organization_id(1));
    assert_eq!(found(&one).await, expected(|i| i % 2 == 1));
    assert_eq!(found("site_type=phone,protected").await, expected(|i| i >= PLACED));
}

#[tokio::test]
async fn req_core_f_op() {
    let path = format!("{ITEMS}/{}", world::feature_id(17));
    assert_eq!(WORLD.get(&path).await.status, 200);
    let missing = format!("{ITEMS}/{}", world::feature_id(100_000));
    WORLD.get(&missing).await.assert_problem(404, &[]);
}

#[tokio::test]
async fn req_core_f_success() {
    let page = items("limit=3").await.json();
    for listed in page["features"].as_array().unwrap() {
        let path = format!("{ITEMS}/{}", listed["id"].as_str().unwrap());
        let own = WORLD.get(&path).await.json();
        for member in ["type", "id", "geometry", "properties"] {
            assert_eq!(own[member], listed[member]);
        }
    }
    for (collection, id) in [("municipalities", "99001002"), ("organizations", "")] {
        let list = WORLD.get(&format!("/api/collections/{collection}/items")).await.json();
        let id = if id.is_empty() { list["features"][0]["id"].as_str().unwrap() } else { id };
        let own = WORLD.get(&format!("/api/collections/{collection}/items/{id}")).await.json();
        assert_eq!(own["id"], id);
    }
}

#[tokio::test]
async fn req_core_f_links() {
    let own = WORLD.get(&format!("{ITEMS}/{}", world::feature_id(3))).await.json();
    for (rel, media_type) in [
        ("self", "application/geo+json"),
        ("alternate", "text/html; charset=utf-8"),
        ("collection", "application/json"),
    ] {
        let reply = WORLD.follow(&find_link(&own, rel).unwrap()).await;
        assert_eq!(
            (reply.status.as_u16(), reply.header("content-type")),
            (200, media_type),
            "{rel}"
        );
    }
    for link in own["links"].as_array().unwrap() {
        assert!(link["type"].is_string(), "{link}");
    }
}
