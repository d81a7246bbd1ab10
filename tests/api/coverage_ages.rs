//! Age groups of which some cells tell nothing: answered with what is known, and unknown is never zero.

use serde_json::Value;
use sozialatlas::domain::AgeBands;

use crate::support::{Server, app_of, world};

/// The invented county with the ages of every third cell left out.
fn server() -> Server {
    let mut reference = world::reference();
    for cell in reference.cells.iter_mut().step_by(3) {
        cell.ages = AgeBands::UNKNOWN;
    }
    Server::new(app_of(reference, world::entries(), None))
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is not a number"))
}

#[track_caller]
fn near(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-6 * a.abs().max(1.0), "{a} is not {b}");
}

const QUESTION: &str = "category=tafel&max_distance_m=200";

#[tokio::test]
async fn a_group_that_some_cells_do_not_tell_is_answered_with_the_known_part() {
    let server = server();
    let all = server.get(&format!("/api/coverage?{QUESTION}")).await.json();
    let none = &all["totals"]["age_unknown"];
    assert_eq!((number(&none["people"]), number(&none["unserved"])), (0.0, 0.0));
    let old = server.get(&format!("/api/coverage?{QUESTION}&population=ge65")).await.json();
    let reference = server.app.atlas.snapshot();
    let cells = &reference.reference().cells;
    let people = |told: bool| -> u32 {
        let of = cells.iter().filter(|cell| cell.ages.ge65.is_some() == told);
        of.map(|cell| if told { cell.ages.ge65.unwrap() } else { cell.people }).sum()
    };
    let home = "99001001";
    let row_of = |answer: &Value| {
        let rows = answer["municipalities"].as_array().unwrap();
        rows.iter().find(|row| row["ags"] == home).unwrap().clone()
    };
    let (row, factor) = (row_of(&old), number(&row_of(&old)["factor"]));
    near(number(&row["population"]), f64::from(people(true)) * factor);
    near(number(&row["population"]), number(&row["served"]) + number(&row["unserved"]));
    let unknown = &row["age_unknown"];
    near(number(&unknown["people"]), f64::from(people(false)) * factor);
    near(
        number(&unknown["share"]),
        number(&unknown["people"]) / number(&row_of(&all)["population"]),
    );
    // Served and unserved, over all ages, are those of known and unknown cells together.
    assert!(number(&unknown["unserved"]) > 0.0);
    assert!(number(&unknown["unserved"]) <= number(&row_of(&all)["unserved"]));
    let sum = |member: &str| -> f64 {
        let rows = old["municipalities"].as_array().unwrap().iter();
        rows.map(|row| number(&row["age_unknown"][member])).sum()
    };
    near(number(&old["totals"]["age_unknown"]["people"]), sum("people"));
    near(number(&old["totals"]["age_unknown"]["unserved"]), sum("unserved"));
    // Municipalities without cells stand at their centre, of unknown ages.
    assert!(sum("people") > number(&unknown["people"]));
    let bands = &old["people"];
    near(number(&bands["unknown"]["ge65"]), number(&old["totals"]["age_unknown"]["people"]));
    near(number(&bands["ge65"]), number(&old["totals"]["population"]));
    let notes = old["method"]["notes"].as_array().unwrap();
    assert!(notes.iter().any(|note| note["code"] == "ages_partly_unknown"));
}

#[tokio::test]
async fn white_spots_keep_the_cells_that_do_not_tell() {
    let server = server();
    let all = server.get(&format!("/api/coverage?{QUESTION}")).await.json();
    let old = server.get(&format!("/api/coverage?{QUESTION}&population=ge65")).await.json();
    let shape = |answer: &Value| -> Vec<(String, u64)> {
        let areas = answer["unserved_areas"].as_array().unwrap();
        let mut shape: Vec<(String, u64)> = areas
            .iter()
            .map(|area| (area["id"].as_str().unwrap().to_owned(), area["cells"].as_u64().unwrap()))
            .collect();
        shape.sort();
        shape
    };
    // Every cell of this world that tells has somebody of 65.
    assert_eq!(shape(&all), shape(&old));
    let in_areas: f64 = old["unserved_areas"]
        .as_array()
        .unwrap()
        .iter()
        .map(|area| number(&area["age_unknown"]["people"]))
        .sum();
    near(in_areas, number(&old["totals"]["age_unknown"]["unserved"]));
    let cells = server
        .get(&format!("/api/coverage/cells?{QUESTION}&population=ge65&f=geojson"))
        .await
        .json();
    let silent = |feature: &&Value| feature["properties"]["people"].is_null();
    let count = cells["features"].as_array().unwrap().iter().filter(silent).count();
    let placed = old["method"]["placed_at_centre"].as_array().unwrap().len();
    assert_eq!(count, 17 + placed, "every third of 50 cells, and those at a centre");
    let plain = server.get(&format!("/api/coverage/cells?{QUESTION}&population=ge65&f=bin")).await;
    let cells = plain.body.len().checked_sub(16).unwrap() / 23;
    let flags = &plain.body[16 + 20 * cells..][..cells];
    assert_eq!(flags.iter().filter(|flags| *flags & 8 != 0).count(), count);
}

#[tokio::test]
async fn tables_and_pages_say_of_how_many_the_age_is_not_known() {
    let server = server();
    let old = server.get(&format!("/api/coverage?{QUESTION}&population=ge65")).await.json();
    let unknown = number(&old["totals"]["age_unknown"]["people"]);
    let table = server.get(&format!("/api/coverage?{QUESTION}&population=ge65&f=csv")).await;
    let head = table.text().lines().next().unwrap().to_owned();
    assert!(head.ends_with("age_unknown.people,age_unknown.unserved,age_unknown.share"), "{head}");
    let matrix = server.get("/api/coverage/matrix?max_distance_m=200&population=ge65").await.json();
    for row in matrix["rows"].as_array().unwrap() {
        near(number(&row["total"]["age_unknown"]), unknown);
    }
    for path in ["/planung?category=tafel&max_distance_m=200", "/planung/matrix?max_distance_m=200"]
    {
        let sentence = "kennen wir das Alter nicht";
        let page = server.get(&format!("{path}&population=ge65")).await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains(sentence), "{path} does not tell");
        assert!(!server.get(path).await.text().contains(sentence), "{path} tells without reason");
    }
}
