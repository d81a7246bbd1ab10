//! What if: sites added, moved and closed, in the address or in a body; one address; two sides.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::support::county::{COUNTY, published};
use crate::support::world::feature_id;
use crate::support::{Reply, Server, WORLD};

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is not a number"))
}

#[track_caller]
fn near(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-6 * a.abs().max(1.0), "{a} is not {b}");
}

async fn post(server: &Server, path: &str, body: &Value) -> Reply {
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header("content-type", "application/json")
        .body(Body::from(body.to_string()))
        .unwrap();
    Reply::read(server.router.clone().oneshot(request).await.unwrap()).await
}

/// Some sites to go to of a category of the county.
fn county_sites(category: &str) -> Vec<String> {
    let of_category = |code: &&sozialatlas::domain::Listing| {
        code.categories.iter().any(|c| c.as_str() == category)
    };
    published()
        .filter(of_category)
        .flat_map(|listing| &listing.sites)
        .filter(|site| site.public_position().is_some())
        .map(|site| site.id.to_string())
        .collect()
}

const QUESTION: &str = "category=schuldnerberatung&max_distance_m=3000";

#[tokio::test]
async fn a_new_site_reaches_people_and_a_closed_one_loses_them_the_same_by_address_and_body() {
    let sites = COUNTY.get(&format!("/api/coverage/sites?{QUESTION}")).await.json();
    let first = sites["sites"][0]["feature_id"].as_str().unwrap().to_owned();
    let white = COUNTY.get(&format!("/api/coverage?{QUESTION}&f=geojson")).await.json();
    let corner = &white["features"][0]["geometry"]["coordinates"];
    let mut point = corner;
    while point[0].is_array() {
        point = &point[0];
    }
    let (lon, lat) = (number(&point[0]), number(&point[1]));
    let by_address = COUNTY
        .get(&format!("/api/coverage/scenario?{QUESTION}&add={lon},{lat}&close={first}"))
        .await
        .json();
    let body = json!({ "add": [{ "lon": lon, "lat": lat }], "close": [first] });
    let by_body = post(&COUNTY, &format!("/api/coverage/scenario?{QUESTION}"), &body).await.json();
    assert_eq!(by_address, by_body);
    let difference = &by_address["difference"];
    assert!(number(&difference["gained"]) > 0.0);
    let (before, after) = (&by_address["before"]["totals"], &by_address["after"]["totals"]);
    near(number(&before["unserved"]), number(&difference["unserved_before"]));
    near(number(&after["unserved"]), number(&difference["unserved_after"]));
    near(
        number(&difference["unserved_before"]) - number(&difference["gained"])
            + number(&difference["lost"]),
        number(&difference["unserved_after"]),
    );
    near(number(&before["population"]), number(&after["population"]));
    // What the scenario changes is seen in every view of the same question.
    let plain =
        COUNTY.get(&format!("/api/coverage?{QUESTION}&add={lon},{lat}&close={first}")).await.json();
    assert_eq!(plain["totals"], *after);
    assert_eq!(plain["snapshot"], white["snapshot"], "a scenario is no part of the data");
    let listed = by_address["sites"].as_array().unwrap();
    assert_eq!(listed[0]["kind"], "closed");
    let last = listed.last().unwrap();
    assert_eq!((&last["kind"], &last["place"]), (&json!("added"), &json!(0)));
    assert_eq!(plain["sites"]["count"], sites["counts"]["count"], "one more, one fewer");
}

#[tokio::test]
async fn a_moved_site_is_found_at_its_new_place() {
    let id = &county_sites("schuldnerberatung")[0];
    let path = format!("/api/coverage/sites?{QUESTION}&move={id}@8.81,47.85");
    let sites = COUNTY.get(&path).await.json();
    let moved = sites["sites"].as_array().unwrap().iter().find(|s| s["feature_id"] == **id);
    let moved = moved.unwrap();
    assert_eq!(moved["kind"], "moved");
    assert_eq!((number(&moved["lon"]), number(&moved["lat"])), (8.81, 47.85));
    near(number(&moved["accuracy_m"]), 0.0);
}

#[tokio::test]
async fn every_impossible_change_is_named_by_its_place_in_the_body() {
    let tafel = feature_id(0);
    let body = json!({
        "add": [
            { "lon": 8.3, "lat": 47.3 },
            { "lon": "x", "lat": 47.3 },
            { "lon": 8.3, "lat": 47.3 },
            { "lon": 20.0, "lat": 47.3 },
        ],
        "move": [{ "feature_id": tafel, "lon": 8.2 }, { "feature_id": feature_id(1), "lon": 8.2, "lat": 47.2 }],
        "close": ["nobody", tafel, tafel, "00000000-0000-7000-8000-000000000000"],
        "open": [],
    });
    let path = "/api/coverage/scenario?category=tafel&max_distance_m=5000";
    let reply = post(&WORLD, path, &body).await;
    assert_eq!(reply.status, 422, "{}", reply.text());
    let problem: Value = serde_json::from_slice(&reply.body).unwrap();
    let mut found: Vec<(&str, &str)> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (e["pointer"].as_str().unwrap(), e["code"].as_str().unwrap()))
        .collect();
    found.sort_unstable();
    let expected = [
        ("/add/1/lon", "out_of_range"),
        ("/add/2", "doubled"),
        ("/add/3", "outside"),
        ("/close/0", "not_an_id"),
        ("/close/2", "used_twice"),
        ("/close/3", "unknown_site"),
        ("/move/0/lat", "out_of_range"),
        ("/open", "unknown"),
    ];
    assert_eq!(found, expected);
}

#[tokio::test]
async fn ten_thousand_changes_are_answered_and_one_more_is_refused() {
    let path = "/api/coverage/scenario?category=tafel&max_distance_m=5000";
    let places = |count: u32| {
        let place = |n: u32| json!({ "lon": 8.0 + f64::from(n % 100) / 101.0, "lat": 47.0 + f64::from(n / 100) / 102.0 });
        json!({ "add": (0..count).map(place).collect::<Vec<_>>() })
    };
    assert_eq!(post(&WORLD, path, &places(10_000)).await.status, 200);
    let reply = post(&WORLD, path, &places(10_001)).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("too_many") && reply.text().contains("/add"), "{}", reply.text());
    for body in [json!([]), json!({}), json!({ "add": 3 }), json!(null)] {
        assert_eq!(post(&WORLD, path, &body).await.status, 422, "{body}");
    }
    let many: Vec<String> = (0..101).map(|n| format!("8.{:03},47.3", n + 100)).collect();
    let long = format!("{}&add={}", path, many.join(";"));
    WORLD.get(&long).await.assert_problem(400, &["add"]);
}

#[tokio::test]
async fn a_lake_carries_no_site() {
    let package = &*crate::support::county::PACKAGE;
    let (_, lake) = &package.water[0];
    let middle = sozialatlas::spatial::polygon::label_point(lake, 10.0).unwrap();
    let path = format!("/api/coverage?{QUESTION}&add={},{}", middle.lon, middle.lat);
    let reply = COUNTY.get(&path).await;
    reply.assert_problem(400, &["add"]);
    assert!(reply.text().contains("on_water"), "{}", reply.text());
}

#[tokio::test]
async fn an_address_sees_the_nearest_site_of_every_category() {
    let path = "/api/coverage/at?lon=8.3&lat=47.3&max_distance_m=4000";
    let around = WORLD.get(path).await.json();
    assert_eq!(around["municipality"]["ags"], "99001001");
    let categories = around["categories"].as_array().unwrap();
    let codes: Vec<&str> = categories.iter().map(|c| c["category"].as_str().unwrap()).collect();
    assert_eq!(codes, ["tafel", "schulden", "pflege"], "topics without topics below them");
    for category in categories {
        let nearest = &category["nearest"];
        let metres = number(&nearest["distance_m"]);
        assert_eq!(category["within"], metres <= 4000.0);
        let here = sozialatlas::domain::LonLat { lon: 8.3, lat: 47.3 };
        let code = category["category"].as_str().unwrap();
        let least = (0..crate::support::world::PLACED)
            .filter(|i| crate::support::world::category(*i) == code)
            .map(|i| {
                sozialatlas::spatial::distance::straight_m(here, crate::support::world::point(i))
            })
            .fold(f64::INFINITY, f64::min);
        near(metres, least);
        assert!(nearest["name"].as_str().unwrap().starts_with("Angebot "));
    }
    WORLD
        .get("/api/coverage/at?lon=8.3&lat=91&max_distance_m=0&colour=1")
        .await
        .assert_problem(400, &["lat", "max_distance_m", "colour"]);
    WORLD.get("/api/coverage/at?lon=8.3").await.assert_problem(400, &["lat"]);
}

#[tokio::test]
async fn two_sides_are_set_against_each_other_and_faults_are_named_on_their_side() {
    let path = "/api/coverage/compare?category=tafel&max_distance_m=3000&other_max_distance_m=6000";
    let compared = WORLD.get(path).await.json();
    near(number(&compared["difference"]["lost"]), 0.0);
    near(
        number(&compared["difference"]["unserved_before"]),
        number(&compared["first"]["totals"]["unserved"]),
    );
    near(
        number(&compared["difference"]["unserved_after"]),
        number(&compared["second"]["totals"]["unserved"]),
    );
    assert_eq!(compared["second"]["question"]["max_distance_m"], 6000.0);
    assert_eq!(compared["second"]["question"]["category"], json!(["tafel"]));
    let other = "/api/coverage/compare?category=tafel&max_distance_m=3000&other_category=pflege";
    assert_eq!(WORLD.get(other).await.json()["second"]["question"]["category"], json!(["pflege"]));
    let faulty = "/api/coverage/compare?category=tafel&max_distance_m=3000&other_category=x&other_metric=straight&other_max_distance_m=0";
    WORLD
        .get(faulty)
        .await
        .assert_problem(400, &["other_metric", "other_max_distance_m", "other_category"]);
    // Without a database there is no history.
    let dated = "/api/coverage/compare?category=tafel&max_distance_m=3000&other_at=2026-01-01";
    WORLD.get(dated).await.assert_problem(400, &["other_at"]);
}

#[tokio::test]
async fn the_matrix_says_what_each_answer_says_sorted_by_people() {
    let path = "/api/coverage/matrix?max_distance_m=3000&population=ge65";
    let matrix = COUNTY.get(path).await.json();
    let rows = matrix["rows"].as_array().unwrap();
    assert!(rows.len() > 30);
    let (mut last, mut remote) = (f64::INFINITY, false);
    for (at, row) in rows.iter().enumerate() {
        let unserved = number(&row["total"]["unserved"]);
        let is_remote = row["sites"] == 0 && row["remote"] != 0;
        assert!(is_remote || unserved <= last);
        assert!(is_remote || !remote, "what has no sites but reaches people comes last");
        (last, remote) = (unserved, is_remote);
        if at % 7 != 0 {
            continue;
        }
        let code = row["category"].as_str().unwrap();
        let alone = COUNTY
            .get(&format!("/api/coverage?category={code}&max_distance_m=3000&population=ge65"))
            .await
            .json();
        near(unserved, number(&alone["totals"]["unserved"]));
        near(number(&row["total"]["uncertain_any"]), number(&alone["totals"]["uncertain"]["any"]));
        assert_eq!(row["sites"], alone["sites"]["count"]);
        for (municipality, cell) in matrix["municipalities"]
            .as_array()
            .unwrap()
            .iter()
            .zip(row["cells"].as_array().unwrap())
        {
            let same = alone["municipalities"].as_array().unwrap();
            let same = same.iter().find(|m| m["ags"] == municipality["ags"]).unwrap();
            near(number(&cell["unserved"]), number(&same["unserved"]));
            near(number(&cell["population"]), number(&same["population"]));
        }
    }
}

#[tokio::test]
async fn a_change_of_a_site_that_is_no_answer_to_the_question_is_left_out_and_told() {
    let (debt, food) =
        (&county_sites("schuldnerberatung")[0], &county_sites("tafel_mittagstisch")[0]);
    let words = format!(
        "{QUESTION}&close={debt},{food}&move={}@8.81,47.85",
        county_sites("tafel_mittagstisch")[1]
    );
    let answer = COUNTY.get(&format!("/api/coverage/scenario?{words}")).await.json();
    let left_out = answer["left_out"].as_array().unwrap();
    let brief: Vec<(&str, &str)> = left_out
        .iter()
        .map(|one| (one["word"].as_str().unwrap(), one["feature_id"].as_str().unwrap()))
        .collect();
    assert_eq!(
        brief,
        [("move", county_sites("tafel_mittagstisch")[1].as_str()), ("close", food.as_str())]
    );
    assert!(left_out.iter().all(|one| !one["name"].as_str().unwrap().is_empty()));
    // The rest counts as if they had not been there, and the question is told as it was asked.
    let rest = COUNTY.get(&format!("/api/coverage/scenario?{QUESTION}&close={debt}")).await.json();
    assert_eq!(answer["difference"], rest["difference"]);
    assert_eq!(rest["left_out"], json!([]));
    assert_eq!(answer["question"]["scenario"]["close"].as_array().unwrap().len(), 2);
    for path in ["/api/coverage", "/api/coverage/sites"] {
        let told = COUNTY.get(&format!("{path}?{words}")).await.json();
        assert_eq!(told["left_out"], answer["left_out"], "{path}");
    }
    // By body alike; what no feature has stays a fault.
    let body = json!({ "close": [food] });
    let path = format!("/api/coverage/scenario?{QUESTION}");
    assert_eq!(post(&COUNTY, &path, &body).await.json()["left_out"][0]["feature_id"], **food);
    let nobody = "00000000-0000-7000-8000-000000000000";
    COUNTY.get(&format!("{path}&close={nobody}")).await.assert_problem(400, &["close"]);
    assert_eq!(post(&COUNTY, &path, &json!({ "close": [nobody] })).await.status, 422);
    let page = COUNTY.get(&format!("/planung?{QUESTION}&close={food}")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("zählt hier nicht"));
    let page = COUNTY.get(&format!("/planung?{QUESTION}&close={debt}")).await;
    assert!(!page.text().contains("zählt hier nicht"));
}

#[tokio::test]
async fn the_areas_a_scenario_changes_are_those_of_the_two_answers() {
    let white = COUNTY.get(&format!("/api/coverage?{QUESTION}")).await.json();
    let areas = |answer: &Value| -> Vec<(String, f64)> {
        let areas = answer["unserved_areas"].as_array().unwrap();
        let brief =
            |area: &Value| (area["id"].as_str().unwrap().to_owned(), number(&area["population"]));
        areas.iter().map(brief).collect()
    };
    let (before, id) = (areas(&white), &county_sites("schuldnerberatung")[0]);
    let answer = COUNTY
        .get(&format!("/api/coverage/scenario?{QUESTION}&add=8.81,47.85&close={id}"))
        .await
        .json();
    let after = areas(&answer);
    let mut changed = [0.0, 0.0];
    for ((side, known), sum) in
        [("gained", &before), ("lost", &after)].into_iter().zip(&mut changed)
    {
        for area in answer["areas"][side].as_array().unwrap() {
            let found = known.iter().find(|(id, _)| area["id"] == **id).unwrap();
            near(found.1, number(&area["population"]));
            *sum += number(&area["changed"]);
        }
    }
    near(changed[0], number(&answer["difference"]["gained"]));
    near(changed[1], number(&answer["difference"]["lost"]));
    assert!(changed[0] > 0.0 && changed[1] > 0.0);
}
