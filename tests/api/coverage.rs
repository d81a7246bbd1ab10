//! `/api/coverage`: figures add up, every municipality is there, and the same data give the same bytes.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::county::COUNTY;
use crate::support::world::{self, MUNICIPALITIES};
use crate::support::{Reply, Server, WORLD, app_of};

const TAFEL: &str = "/api/coverage?category=tafel&max_distance_m=5000";

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is not a number"))
}

fn sum(rows: &Value, name: &str) -> f64 {
    rows.as_array().unwrap().iter().map(|row| number(&row[name])).sum()
}

#[track_caller]
fn near(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-6 * a.abs().max(1.0), "{a} is not {b}");
}

/// What holds for every answer.
#[track_caller]
fn adds_up(answer: &Value) {
    let totals = &answer["totals"];
    near(number(&totals["population"]), number(&totals["served"]) + number(&totals["unserved"]));
    for name in ["population", "served", "unserved", "without_any"] {
        near(number(&totals[name]), sum(&answer["municipalities"], name));
    }
    for row in answer["municipalities"].as_array().unwrap() {
        near(number(&row["population"]), number(&row["served"]) + number(&row["unserved"]));
    }
    near(sum(&answer["unserved_areas"], "population"), number(&totals["unserved"]));
    for (at, area) in answer["unserved_areas"].as_array().unwrap().iter().enumerate() {
        assert_eq!(area["number"], at + 1);
        assert!(area["geometry"]["coordinates"].is_array(), "{area}");
    }
}

#[tokio::test]
async fn the_figures_of_the_invented_county_add_up_and_name_every_municipality() {
    let answer = WORLD.get(TAFEL).await.json();
    adds_up(&answer);
    near(number(&answer["totals"]["population"]), 3_000.0);
    let keys: BTreeSet<&str> = answer["municipalities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["ags"].as_str().unwrap())
        .collect();
    assert_eq!(keys, MUNICIPALITIES.iter().map(|(ags, _, _)| *ags).collect());
    assert_eq!(answer["sites"]["count"], 80);
    assert_eq!(answer["question"]["max_distance_m"], 5000.0);
    assert_eq!(answer["question"]["category"], serde_json::json!(["tafel"]));
    assert_eq!(answer["completeness"], "unknown");
    assert_eq!(answer["snapshot"].as_str().unwrap().len(), 32);
    // Two municipalities have no cells: their people are put at the centre, and the answer says so.
    assert_eq!(answer["method"]["placed_at_centre"], serde_json::json!(["99001002", "99001003"]));
    let codes: Vec<&str> = answer["method"]["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["code"].as_str().unwrap())
        .collect();
    for code in ["projected_people", "sample", "completeness_unknown", "placed_at_centre"] {
        assert!(codes.contains(&code), "{codes:?}");
    }
}

#[tokio::test]
async fn the_people_of_the_county_are_those_of_the_census_whatever_is_asked() {
    let of_package: u32 = crate::support::county::PACKAGE
        .municipalities
        .iter()
        .map(|area| area.municipality.population)
        .sum();
    for words in ["", "&category=schuldnerberatung", "&free=yes&language=uk", "&q=nirgends"] {
        let answer = COUNTY.get(&format!("/api/coverage?max_distance_m=3000{words}")).await.json();
        adds_up(&answer);
        near(number(&answer["totals"]["population"]), f64::from(of_package));
        assert_eq!(
            answer["municipalities"].as_array().unwrap().len(),
            crate::support::county::PACKAGE.municipalities.len()
        );
    }
}

#[tokio::test]
async fn no_offers_are_an_answer_in_which_nobody_is_reached() {
    let answer = WORLD.get("/api/coverage?max_distance_m=5000&q=nirgendwo").await.json();
    adds_up(&answer);
    let totals = &answer["totals"];
    near(number(&totals["unserved"]), 3_000.0);
    near(number(&totals["without_any"]), 3_000.0);
    assert!(totals["distance_m"]["median"].is_null());
    assert_eq!(answer["sites"]["count"], 0);
    let matrix = WORLD.get("/api/coverage/matrix?max_distance_m=5000&q=nirgendwo").await.json();
    assert!(matrix["rows"].as_array().unwrap().iter().all(|row| row["total"]["share"] == 1.0));
}

#[tokio::test]
async fn the_same_data_give_the_same_bytes_also_after_a_restart() {
    let paths = [
        TAFEL,
        "/api/coverage?max_distance_m=4000&f=geojson",
        "/api/coverage?max_distance_m=4000&f=csv",
        "/api/coverage/cells?max_distance_m=4000&f=bin",
        "/api/coverage/cells?max_distance_m=4000&geometry=polygon",
        "/api/coverage/matrix?max_distance_m=4000",
        "/api/coverage/at?lon=8.3&lat=47.3&max_distance_m=4000",
    ];
    // The entries come in another order, as a database may hand them over.
    let mut entries = world::entries();
    entries.reverse();
    let other = Server::new(app_of(world::reference(), entries, None));
    for path in paths {
        let (one, two) = (WORLD.get(path).await, other.get(path).await);
        assert_eq!(one.status, 200, "{path}: {}", one.text());
        assert_eq!(one.body, two.body, "{path}");
    }
}

#[tokio::test]
async fn larger_distances_never_leave_more_people_out_and_stale_entries_follow_the_months_asked() {
    let mut last = f64::INFINITY;
    for metres in [100, 2_000, 5_000, 20_000] {
        let path = format!("/api/coverage?category=tafel&max_distance_m={metres}");
        let unserved = number(&WORLD.get(&path).await.json()["totals"]["unserved"]);
        assert!(unserved <= last, "{metres}");
        last = unserved;
    }
    let stale = async |months: &str| {
        let answer = WORLD.get(&format!("{TAFEL}{months}")).await.json();
        answer["sites"]["stale"].as_u64().unwrap()
    };
    assert_eq!(stale("&stale_after_months=0").await, 80);
    let never = stale("&stale_after_months=600").await;
    // Only those without any date are left: every seventh of the sites of a third of all.
    let undated = (0..world::PLACED).filter(|i| i % 3 == 0 && world::assured(*i).is_none()).count();
    assert_eq!(never, undated as u64);
    assert!(never < stale("").await, "the policy of the category lies between");
}

#[tokio::test]
async fn only_the_people_of_the_municipalities_asked_for_are_counted_but_all_sites() {
    let answer = WORLD.get(&format!("{TAFEL}&municipality=99001002,99001003")).await.json();
    adds_up(&answer);
    near(number(&answer["totals"]["population"]), 2_000.0);
    assert_eq!(answer["municipalities"].as_array().unwrap().len(), 2);
    assert_eq!(answer["sites"]["count"], 80);
}

#[tokio::test]
async fn filters_that_need_something_known_say_how_much_they_leave_out() {
    let note = async |words: &str| {
        let answer = WORLD.get(&format!("{TAFEL}{words}")).await.json();
        let notes = answer["method"]["notes"].as_array().unwrap().clone();
        let note = notes.into_iter().find(|note| note["code"] == "unknown_left_out");
        note.map(|note| note["detail"].as_str().unwrap().to_owned())
    };
    assert_eq!(note("").await, None);
    assert_eq!(note("&free=unknown,yes").await, None);
    let of_free = (0..world::PLACED)
        .filter(|i| i % 3 == 0 && world::free(*i) == sozialatlas::domain::YesNo::Yes)
        .count();
    let said = note("&free=yes").await.unwrap();
    assert!(said.contains(&format!("{of_free} of 80 sites")), "{said}");
    let of_anonymous = (0..world::PLACED)
        .filter(|i| i % 3 == 0 && world::anonymous(*i) == sozialatlas::domain::YesNo::Yes)
        .count();
    let said = note("&anonymous=yes").await.unwrap();
    assert!(said.contains(&format!("{of_anonymous} of 80 sites")), "{said}");
    assert!(note("&open=now").await.is_some() && note("&language=uk").await.is_some());
}

#[tokio::test]
async fn an_answer_is_not_sent_again_while_nothing_has_changed() {
    for path in
        [TAFEL, "/api/coverage/matrix?max_distance_m=1000", "/api/coverage/cells?max_distance_m=1"]
    {
        let first = WORLD.get(path).await;
        let etag = first.header("etag").to_owned();
        assert!(etag.starts_with("W/\""), "{path}");
        let again = WORLD.get_with(path, &[("if-none-match", &etag)]).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{path}");
        let head = WORLD.send(axum::http::Method::HEAD, path, &[]).await;
        assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
        assert_eq!(head.header("etag"), etag);
        assert_eq!(first.header("access-control-allow-origin"), "*");
    }
    let one = WORLD.get(TAFEL).await;
    let csv = WORLD.get(&format!("{TAFEL}&f=csv")).await;
    assert_ne!(one.header("etag"), csv.header("etag"));
}

/// Twice the signed area of a ring: above 0 = counter-clockwise.
fn turn(ring: &Value) -> f64 {
    let points: Vec<(f64, f64)> =
        ring.as_array().unwrap().iter().map(|p| (number(&p[0]), number(&p[1]))).collect();
    assert!(points.len() >= 4 && points.first() == points.last(), "a ring is closed");
    points.windows(2).map(|w| w[0].0 * w[1].1 - w[1].0 * w[0].1).sum()
}

#[track_caller]
fn follows_the_right_hand_rule(geometry: &Value) {
    let polygons: Vec<&Value> = match geometry["type"].as_str().unwrap() {
        "Polygon" => vec![&geometry["coordinates"]],
        "MultiPolygon" => geometry["coordinates"].as_array().unwrap().iter().collect(),
        other => panic!("{other}"),
    };
    for polygon in polygons {
        for (at, ring) in polygon.as_array().unwrap().iter().enumerate() {
            assert_eq!(turn(ring) > 0.0, at == 0, "outer rings go left, holes right");
        }
    }
}

#[tokio::test]
async fn white_spots_are_valid_geojson_with_the_method_beside_them() {
    let reply =
        COUNTY.get("/api/coverage?category=schuldnerberatung&max_distance_m=3000&f=geojson").await;
    assert_eq!(reply.header("content-type"), "application/geo+json");
    let collection = reply.json();
    assert_eq!(collection["type"], "FeatureCollection");
    assert!(collection["method"]["notes"].is_array() && collection["snapshot"].is_string());
    let features = collection["features"].as_array().unwrap();
    assert!(features.len() > 5);
    let mut last = f64::INFINITY;
    for feature in features {
        follows_the_right_hand_rule(&feature["geometry"]);
        let properties = &feature["properties"];
        assert_eq!(feature["id"], properties["id"]);
        assert!(number(&properties["population"]) <= last, "most people first");
        last = number(&properties["population"]);
        assert!(properties["nearest_place"].is_string());
        let site = &properties["nearest_site"];
        assert!(site["name"].as_str().is_some_and(|name| !name.is_empty()), "{site}");
        assert!(number(&site["distance_m"]) > 0.0);
        assert!(properties.get("geometry").is_none());
    }
    let cells = COUNTY
        .get("/api/coverage/cells?category=schuldnerberatung&max_distance_m=3000&geometry=polygon")
        .await
        .json();
    for feature in cells["features"].as_array().unwrap().iter().take(50) {
        follows_the_right_hand_rule(&feature["geometry"]);
    }
}

fn table(reply: &Reply) -> Vec<Vec<String>> {
    table_of(reply, b',')
}

fn table_of(reply: &Reply, delimiter: u8) -> Vec<Vec<String>> {
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8; header=present");
    assert!(reply.header("content-disposition").starts_with("attachment"));
    let text = reply.body.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    assert!(text.ends_with(b"\r\n"));
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).delimiter(delimiter).from_reader(text);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[tokio::test]
async fn tables_say_the_same_as_the_json() {
    let path = "/api/coverage?category=schuldnerberatung&max_distance_m=3000";
    let json = COUNTY.get(path).await.json();
    let rows = table(&COUNTY.get_with(path, &[("accept", "text/csv")]).await);
    let expected = json["municipalities"].as_array().unwrap();
    assert_eq!(rows.len(), expected.len() + 1);
    for (row, of_json) in rows[1..].iter().zip(expected) {
        for (name, text) in rows[0].iter().zip(row) {
            let value = name.split('.').fold(of_json, |value, part| &value[part]);
            match value {
                Value::Null => assert_eq!(text, ""),
                Value::String(value) => assert_eq!(text, value),
                value => near(text.parse().unwrap(), number(value)),
            }
        }
    }
    let matrix = "/api/coverage/matrix?max_distance_m=3000";
    let json = COUNTY.get(matrix).await.json();
    let rows = table(&COUNTY.get(&format!("{matrix}&f=csv")).await);
    let cells =
        json["rows"].as_array().unwrap().len() * json["municipalities"].as_array().unwrap().len();
    assert_eq!(rows.len(), cells + 1);
    assert_eq!(rows[1][0], json["rows"][0]["category"].as_str().unwrap());
    near(rows[1][6].parse().unwrap(), number(&json["rows"][0]["cells"][0]["unserved"]));
}

#[tokio::test]
async fn tables_for_german_spreadsheets_have_semicolons_and_decimal_commas_and_the_same_figures() {
    let coverage = "/api/coverage?category=tafel_mittagstisch&max_distance_m=3000";
    let matrix = "/api/coverage/matrix?max_distance_m=3000";
    for (question, name) in [(coverage, "coverage-excel.csv"), (matrix, "matrix-excel.csv")] {
        let plain = table(&COUNTY.get(&format!("{question}&f=csv")).await);
        let answer = COUNTY.get(&format!("{question}&f=csv-excel")).await;
        assert!(answer.header("content-disposition").contains(name), "{question}");
        let rows = table_of(&answer, b';');
        assert_eq!(rows.len(), plain.len(), "{question}");
        for (german, plain) in rows.iter().skip(1).zip(plain.iter().skip(1)) {
            for (german, plain) in german.iter().zip(plain) {
                let is_number = plain.parse::<f64>().is_ok();
                let wanted = if is_number { plain.replace('.', ",") } else { plain.clone() };
                assert_eq!(*german, wanted);
            }
        }
    }
    let sites = coverage.replace("coverage?", "coverage/sites?");
    let refused = COUNTY.get(&format!("{sites}&f=csv-excel")).await;
    assert_eq!(refused.status.as_u16(), 400, "only tables are tables");
}

/// The arrays of the plain numbers.
struct Cells {
    size_m: u32,
    people: Vec<f32>,
    distance_m: Vec<f32>,
    site: Vec<u32>,
    flags: Vec<u8>,
    municipality: Vec<u16>,
}

fn cells(body: &[u8]) -> Cells {
    let word = |at: usize| u32::from_le_bytes(body[at..at + 4].try_into().unwrap());
    assert_eq!(&body[..8], b"SACB\x01\0\0\0");
    let count = word(12) as usize;
    assert_eq!(body.len(), 16 + count * 23);
    let array = |number: usize| (0..count).map(move |i| 16 + (number * count + i) * 4);
    let float = |at| f32::from_bits(word(at));
    let flags = 16 + count * 20;
    Cells {
        size_m: word(8),
        people: array(2).map(float).collect(),
        distance_m: array(3).map(float).collect(),
        site: array(4).map(word).collect(),
        flags: body[flags..flags + count].to_vec(),
        municipality: body[flags + count..]
            .chunks(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect(),
    }
}

#[tokio::test]
async fn cells_as_plain_numbers_say_the_same_as_the_features_and_the_totals() {
    let words = "category=schuldnerberatung&max_distance_m=3000&population=ge65";
    let reply = COUNTY.get(&format!("/api/coverage/cells?{words}&f=bin")).await;
    assert_eq!(reply.header("content-type"), "application/octet-stream");
    let plain = cells(&reply.body);
    assert_eq!(plain.size_m, 100);
    let answer = COUNTY.get(&format!("/api/coverage?{words}")).await.json();
    let sites = COUNTY.get(&format!("/api/coverage/sites?{words}")).await.json();
    let features = COUNTY.get(&format!("/api/coverage/cells?{words}")).await.json();
    let features = features["features"].as_array().unwrap();
    assert_eq!(features.len(), plain.people.len());
    let mut served = 0.0;
    for (at, feature) in features.iter().enumerate() {
        let properties = &feature["properties"];
        near(f64::from(plain.people[at]), number(&properties["people"]));
        near(f64::from(plain.distance_m[at]), number(&properties["distance_m"]));
        assert_eq!(properties["site"], plain.site[at]);
        assert_eq!(properties["served"], plain.flags[at] & 1 != 0);
        assert_eq!(properties["stale"], plain.flags[at] & 2 != 0);
        assert_eq!(properties["approximate"], plain.flags[at] & 4 != 0);
        let ags = &sites["municipalities"][usize::from(plain.municipality[at])];
        assert_eq!(properties["ags"], *ags);
        if plain.flags[at] & 1 != 0 {
            served += number(&properties["people"]);
        }
    }
    near(served, number(&answer["totals"]["served"]));
    assert_eq!(sites["sites"].as_array().unwrap().len() as u64, answer["sites"]["count"]);
}
