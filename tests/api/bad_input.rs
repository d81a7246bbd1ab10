//! Bad input is refused with a message that names the spot, and the server stays up.

use crate::support::WORLD;

const ITEMS: &str = "/api/collections/services/items";

/// Query, and the parameters that must be named.
const REFUSED: &[(&str, &[&str])] = &[
    ("bbox=1,2,3", &["bbox"]),
    ("bbox=1,2,3,4,5", &["bbox"]),
    ("bbox=8.0,48.0,9.0,47.0", &["bbox"]),
    ("bbox=NaN,47,9,48", &["bbox"]),
    ("bbox=8,47,inf,48", &["bbox"]),
    ("bbox=8,47,1e999,48", &["bbox"]),
    ("bbox=west,south,east,north", &["bbox"]),
    ("bbox=8,47,9,", &["bbox"]),
    ("bbox=-181,47,9,48", &["bbox"]),
    ("bbox=800000,5900000,900000,6000000", &["bbox"]),
    ("limit=0", &["limit"]),
    ("limit=-5", &["limit"]),
    ("limit=all", &["limit"]),
    ("limit=", &["limit"]),
    ("limit=5&limit=6", &["limit"]),
    ("unknown=1", &["unknown"]),
    ("BBOX=8,47,9,48", &["BBOX"]),
    ("q=%zz", &["q"]),
    ("q=%", &["q"]),
    ("q=%ff", &["q"]),
    ("q=a%00b", &["q"]),
    ("q=", &["q"]),
    ("near=8.5", &["near"]),
    ("near=8.5,91", &["near"]),
    ("near=Anfang", &["near"]),
    ("within_m=500", &["within_m"]),
    ("near=8.5,47.5&within_m=-1", &["within_m"]),
    ("near=8.5,47.5&within_m=NaN", &["within_m"]),
    ("category=no_such_topic", &["category"]),
    ("category=senioren", &["category"]),
    ("category=tafel,,pflege", &["category"]),
    ("category=../etc/passwd", &["category"]),
    ("target_group=tafel", &["target_group"]),
    ("municipality=123", &["municipality"]),
    ("served=true", &["served"]),
    ("served=yes&municipality=99001001", &["served"]),
    ("free=maybe", &["free"]),
    ("anonymous=ja", &["anonymous"]),
    ("accessible=true", &["accessible"]),
    ("open=tomorrow", &["open"]),
    ("open=2026-02-30T10:00", &["open"]),
    ("language=deutsch!", &["language"]),
    ("datetime=2020", &["datetime"]),
    ("crs=EPSG:4326", &["crs"]),
    ("cursor=abc", &["cursor"]),
    ("cursor=0.0.not-a-uuid", &["cursor"]),
    ("service_id=1", &["service_id"]),
    ("organization_id=zzz", &["organization_id"]),
    ("status=alive", &["status"]),
    ("freshness=fresh,rotten", &["freshness"]),
    ("f=xml", &["f"]),
    // All faults at once.
    ("limit=0&bbox=1&colour=red&free=maybe&q=%zz", &["q", "limit", "colour", "free", "bbox"]),
];

#[tokio::test]
async fn whatever_is_wrong_with_a_query_is_named() {
    for (query, names) in REFUSED {
        let reply = WORLD.get(&format!("{ITEMS}?{query}")).await;
        assert_eq!(reply.status, 400, "{query}: {}", reply.text());
        let mut found: Vec<String> = serde_json::from_slice::<serde_json::Value>(&reply.body)
            .unwrap()["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["parameter"].as_str().unwrap().to_owned())
            .collect();
        found.sort_unstable();
        found.dedup();
        let mut wanted: Vec<&str> = names.to_vec();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{query}");
        assert_eq!(reply.header("content-type"), "application/problem+json");
        assert_eq!(reply.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn a_fault_says_which_number_it_is_and_what_to_do() {
    let reply = WORLD.get(&format!("{ITEMS}?bbox=8,48,nan,47")).await;
    let problem: serde_json::Value = serde_json::from_slice(&reply.body).unwrap();
    let details: Vec<&str> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["detail"].as_str().unwrap())
        .collect();
    assert!(details.iter().any(|d| d.starts_with("number 3:")), "{details:?}");
    assert!(details.iter().any(|d| d.starts_with("number 2:")), "{details:?}");
}

#[tokio::test]
async fn a_query_that_is_far_too_long_is_refused_by_name() {
    // 60 kB: what the HTTP library lets through; longer addresses it refuses itself with 414.
    let long = "x".repeat(60_000);
    WORLD.get(&format!("{ITEMS}?q={long}")).await.assert_problem(414, &["q"]);
    let reply = WORLD.get(&format!("{ITEMS}?q={}", "x".repeat(300))).await;
    reply.assert_problem(400, &["q"]);
    assert_eq!(WORLD.get(ITEMS).await.status, 200, "the server is up");
}

#[tokio::test]
async fn ids_that_do_not_exist_or_climb_are_not_found() {
    for id in ["1", "..", "%2e%2e", "..%2F..%2Fetc%2Fpasswd", "%00", "%ff", "a%20b", "{}", "'--"] {
        let reply = WORLD.get(&format!("{ITEMS}/{id}")).await;
        reply.assert_problem(404, &[]);
        let reply = WORLD.get(&format!("/api/collections/{id}/items")).await;
        reply.assert_problem(404, &[]);
    }
    for id in ["../../Cargo.toml", "..%2F..%2FCargo.toml", "nothing.js"] {
        WORLD.get(&format!("/_/assets/{id}")).await.assert_problem(404, &[]);
    }
}

#[tokio::test]
async fn a_wrong_parameter_of_a_single_feature_is_named_too() {
    let path = format!("{ITEMS}/{}", crate::support::world::feature_id(0));
    WORLD.get(&format!("{path}?limit=3")).await.assert_problem(400, &["limit"]);
    WORLD.get(&format!("{path}?crs=x&f=y")).await.assert_problem(400, &["crs", "f"]);
}

#[tokio::test]
async fn what_must_stay_secret_is_nowhere() {
    let all = WORLD.get(&format!("{ITEMS}?limit=10000")).await;
    assert!(!all.text().contains("never to be seen"));
}
