//! Questions that cannot be answered are refused with every fault at once, and the room for analyses stays usable.

use std::sync::Arc;
use std::time::Duration;

use sozialatlas::app::Question;
use sozialatlas::atlas::Query;

use crate::support::county::COUNTY;
use crate::support::{WORLD, app_of, world};

/// Query, and the parameters that must be named.
const REFUSED: &[(&str, &[&str])] = &[
    ("", &["max_distance_m"]),
    ("max_distance_m=0", &["max_distance_m"]),
    ("max_distance_m=-5", &["max_distance_m"]),
    ("max_distance_m=NaN", &["max_distance_m"]),
    ("max_distance_m=inf", &["max_distance_m"]),
    ("max_distance_m=1e9", &["max_distance_m"]),
    ("max_distance_m=200000.1", &["max_distance_m"]),
    ("max_distance_m=5km", &["max_distance_m"]),
    ("max_distance_m=", &["max_distance_m"]),
    ("max_distance_m=5&category=no_such_topic", &["category"]),
    ("max_distance_m=5&category=senioren", &["category"]),
    ("max_distance_m=5&metric=crow", &["metric"]),
    ("max_distance_m=5&population=everyone", &["population"]),
    ("max_distance_m=5&stale_after_months=601", &["stale_after_months"]),
    ("max_distance_m=5&stale_after_months=1.5", &["stale_after_months"]),
    ("max_distance_m=5&merge_m=-1", &["merge_m"]),
    ("max_distance_m=5&merge_m=5001", &["merge_m"]),
    ("max_distance_m=5&merge_m=NaN", &["merge_m"]),
    ("max_distance_m=5&municipality=123", &["municipality"]),
    ("max_distance_m=5&municipality=01001000", &["municipality"]),
    ("max_distance_m=5&served=true", &["served"]),
    ("max_distance_m=5&links=no_such_link", &["links"]),
    ("max_distance_m=5&at=2026-01-01", &["at"]),
    ("max_distance_m=5&add=8.3", &["add"]),
    ("max_distance_m=5&add=30,47", &["add"]),
    ("max_distance_m=5&add=8.3,47.3;8.3,47.3", &["add"]),
    ("max_distance_m=5&close=x", &["close"]),
    ("max_distance_m=5&close=00000000-0000-4000-8000-000000000000", &["close"]),
    ("max_distance_m=5&move=00000000-0000-4000-8000-000000000000@8.3,47.3", &["move"]),
    ("max_distance_m=5&f=xml", &["f"]),
    ("max_distance_m=5&f=bin", &["f"]),
    ("max_distance_m=5&limit=3", &["limit"]),
    // All at once, those that only the data show included.
    (
        "max_distance_m=0&metric=x&municipality=01001000&colour=red&near=8.5",
        &["max_distance_m", "metric", "colour", "near", "municipality"],
    ),
];

#[tokio::test]
async fn every_fault_of_a_question_is_named_at_once() {
    for (query, names) in REFUSED {
        WORLD.get(&format!("/api/coverage?{query}")).await.assert_problem(400, names);
    }
    for path in ["sites", "cells"] {
        let path = format!("/api/coverage/{path}?max_distance_m=0&metric=x&population=y");
        let names = ["max_distance_m", "metric", "population"];
        WORLD.get(&path).await.assert_problem(400, &names);
    }
    WORLD
        .get("/api/coverage/cells?max_distance_m=5&geometry=line")
        .await
        .assert_problem(400, &["geometry"]);
    WORLD
        .get("/api/coverage/matrix?merge_m=5&add=1,1")
        .await
        .assert_problem(400, &["merge_m", "add", "max_distance_m"]);
    WORLD.get("/api/coverage/nothing").await.assert_problem(404, &[]);
}

#[tokio::test]
async fn what_is_not_offered_is_not_acceptable_and_other_methods_are_named() {
    let path = "/api/coverage?max_distance_m=5";
    let reply = WORLD.get_with(path, &[("accept", "image/png")]).await;
    assert_eq!(reply.status, 406);
    let reply = WORLD.send(axum::http::Method::POST, path, &[]).await;
    assert_eq!(reply.status, 405);
    assert!(reply.header("allow").contains("GET"));
    let preflight = WORLD.send(axum::http::Method::OPTIONS, "/api/coverage/scenario", &[]).await;
    assert!(preflight.header("access-control-allow-methods").contains("POST"));
}

#[tokio::test]
async fn ages_the_grid_does_not_tell_are_refused() {
    let mut reference = world::reference();
    for cell in &mut reference.cells {
        cell.ages = sozialatlas::domain::AgeBands::UNKNOWN;
    }
    let server = crate::support::Server::new(app_of(reference, world::entries(), None));
    let reply = server.get("/api/coverage?max_distance_m=5000&population=ge65").await;
    reply.assert_problem(400, &["population"]);
    assert!(reply.text().contains("unknown_ages"));
    let answer = server.get("/api/coverage?max_distance_m=5000").await.json();
    assert!(answer["people"]["ge65"].is_null());
}

/// Asks until the land is prepared; meanwhile every answer says so.
async fn overland(words: &str) -> serde_json::Value {
    let path = format!("/api/coverage?{words}&metric=overland");
    // Minutes, on a machine that is busy with other things.
    for _ in 0..6_000 {
        let reply = COUNTY.get(&path).await;
        if reply.status == 200 {
            return reply.json();
        }
        reply.assert_problem(503, &[]);
        assert!(
            reply.text().contains("preparing") && reply.text().contains('%'),
            "{}",
            reply.text()
        );
        assert!(reply.header("retry-after").parse::<u32>().unwrap() > 0);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the land is never prepared");
}

#[tokio::test]
async fn overland_says_how_far_its_preparation_is_and_is_never_shorter_than_straight() {
    let words = "category=schuldnerberatung&max_distance_m=5000";
    let over = overland(words).await;
    let straight = COUNTY.get(&format!("/api/coverage?{words}")).await.json();
    let unserved = |answer: &serde_json::Value| answer["totals"]["unserved"].as_f64().unwrap();
    assert!(unserved(&over) > unserved(&straight), "the lake is in the way");
    assert_eq!(over["totals"]["population"], straight["totals"]["population"]);
    let links = over["method"]["links"].as_array().unwrap();
    assert!(!links.is_empty() && links.iter().all(|link| link["source"].is_string()));
    let without = overland(&format!("{words}&links=none")).await;
    assert!(without["method"]["links"].as_array().unwrap().is_empty());
    assert!(unserved(&without) >= unserved(&over), "links never make it farther");
    assert_ne!(over["snapshot"], straight["snapshot"], "land and links are data too");
    // What a site has around it is measured alike.
    let place = "/api/coverage/at?lon=9.2&lat=47.7&max_distance_m=5000";
    let near = COUNTY.get(place).await.json();
    let far = COUNTY.get(&format!("{place}&metric=overland")).await.json();
    let pairs =
        near["categories"].as_array().unwrap().iter().zip(far["categories"].as_array().unwrap());
    let metres = |category: &serde_json::Value| category["nearest"]["distance_m"].as_f64();
    for (near, far) in pairs {
        if let (Some(straight), Some(over)) = (metres(near), metres(far)) {
            assert!(over >= straight * 0.999, "{near} {far}");
        }
    }
    let scenario = COUNTY
        .get(&format!("/api/coverage/scenario?{words}&metric=overland&add=8.9,47.8"))
        .await
        .json();
    assert!(scenario["difference"]["lost"].as_f64().unwrap().abs() < 1e-9);
}

fn question(metres: f64) -> Question {
    Question::new(Query::default(), metres)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_question_asked_at_once_is_answered_once() {
    let app = app_of(world::reference(), world::entries(), None);
    let (one, two) = tokio::join!(app.analyse(question(1_234.0)), app.analyse(question(1_234.0)));
    assert!(Arc::ptr_eq(&one.unwrap(), &two.unwrap()));
    let later = app.analyse(question(1_234.0)).await.unwrap();
    let other = app.analyse(question(1_235.0)).await.unwrap();
    assert!(!Arc::ptr_eq(&later, &other));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_goes_away_leaves_the_room_free() {
    let app = app_of(world::reference(), world::entries(), None);
    let free = app.analysis.free_places();
    for metres in 1..60 {
        let asked = app.analyse(question(f64::from(metres)));
        // Dropped at once, or in the middle of the work.
        let _ = tokio::time::timeout(Duration::from_micros(50 * metres as u64), asked).await;
    }
    let answered = tokio::time::timeout(Duration::from_mins(2), app.analyse(question(99.0))).await;
    answered.expect("the room is free again").unwrap();
    let mut patience = 0;
    while app.analysis.free_places() < free && patience < 12_000 {
        tokio::time::sleep(Duration::from_millis(5)).await;
        patience += 1;
    }
    assert_eq!(app.analysis.free_places(), free);
}
