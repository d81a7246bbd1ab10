//! Whether one may keep one's name to oneself: from the provider's form and table to the filter of the public.

use serde_json::{Value, json};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{ServiceId, YesNo};
use sozialatlas::exchange::spreadsheet::{Sheet, SheetLimits, read_sheet, write_csv};

use crate::form::Form;
use crate::house::{Browser, House};
use crate::world;

const ITEMS: &str = "/api/collections/services/items?limit=1000";

/// The first entry of the house (it has 20) that belongs to the provider, has a place, and says yes.
fn entry() -> ServiceId {
    let mut all: Vec<usize> = (0..world::SITES).collect();
    all.sort_by_key(|i| world::service_id(*i));
    all.truncate(20);
    all.retain(|i| i % 2 == 0 && *i < world::PLACED && world::anonymous(*i) == YesNo::Yes);
    world::service_id(all[0])
}

async fn stored(house: &House) -> YesNo {
    house.store.find_listing(entry()).await.unwrap().unwrap().listing.anonymous
}

/// Whether the public finds the entry by each of the answers, in the order yes, no, unknown.
async fn found_by(house: &House) -> [bool; 3] {
    let mut found = [false; 3];
    for (found, answer) in found.iter_mut().zip(YesNo::ALL) {
        let answer = house.browser().get(&format!("{ITEMS}&anonymous={answer}")).await;
        *found = answer.text().contains(&entry().to_string());
    }
    found
}

async fn publish(house: &House) {
    let editor = house.program("e@example.org", Role::Editor).await;
    let queue = editor.get("/api/revisions?kind=new,changed").await.json();
    let [item] = queue["items"].as_array().unwrap().as_slice() else { panic!("{queue}") };
    let (id, revision) = (item["id"].as_str().unwrap(), &item["revision"]);
    let decision = format!("/api/revisions/{id}/{revision}/decision");
    let done = editor.post(&decision, json!({ "decision": "publish" })).await;
    assert_eq!(done.json()["review_status"], "published", "{}", done.text());
}

#[tokio::test]
async fn what_the_provider_answers_is_what_the_public_finds_and_reads() {
    let house = House::open().await;
    assert_eq!(found_by(&house).await, [true, false, false]);
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let path = format!("/mein/angebote/{}", entry());
    let page = browser.get(&path).await;
    assert!(page.text().contains("Kann man anonym bleiben?"), "{}", page.text());
    let mut form = Form::read(page.text(), "eintrag");
    assert_eq!(form.get("anonymous"), "yes");
    form.set("anonymous", "no");
    let mut pairs = form.pairs();
    pairs.push(("action", "submit"));
    let reply = browser.post(&path, &pairs).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    assert_eq!(stored(&house).await, YesNo::No);
    assert_eq!(found_by(&house).await, [true, false, false], "not before an editor has seen it");
    publish(&house).await;
    assert_eq!(found_by(&house).await, [false, true, false]);
    let public = format!("/angebote/{}", entry());
    let page = house.browser().get(&public).await;
    assert!(page.text().contains("nein, Sie müssen Ihren Namen sagen"), "{}", page.text());
    let history = house.browser().get(&format!("{public}/verlauf")).await;
    assert!(history.text().contains("Anonym bleiben"), "{}", history.text());
}

fn path(end: &str) -> String {
    format!("/mein/traeger/{}{end}", world::organization_id(0))
}

async fn table(browser: &mut Browser<'_>) -> Sheet {
    let reply = browser.get(&path("/eintraege.csv")).await;
    read_sheet(&reply.body, &SheetLimits::default()).unwrap().0
}

async fn upload(browser: &mut Browser<'_>, sheet: &Sheet) -> String {
    let mut bytes = Vec::new();
    write_csv(sheet, &mut bytes).unwrap();
    let reply = browser.upload(&path("/tabelle"), &bytes).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.text().to_owned()
}

#[tokio::test]
async fn the_table_has_a_column_for_it_and_one_without_it_changes_nothing() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut sheet = table(&mut browser).await;
    let title = "Kann man anonym bleiben?";
    let column = sheet.header.iter().position(|other| other == title).unwrap();
    let id = entry().to_string();
    let row = sheet.rows.iter().position(|row| row[0] == id).unwrap();
    assert_eq!(sheet.rows[row][column], "ja");

    let mut older = sheet.clone();
    older.header.remove(column);
    for row in &mut older.rows {
        row.remove(column);
    }
    let said = upload(&mut browser, &older).await;
    assert!(said.contains("Die Tabelle enthält keine Änderung"), "{said}");

    sheet.rows[row][column].clear();
    let said = upload(&mut browser, &sheet).await;
    let form = Form::read(&said, "uebernehmen");
    let reply = browser.post(&path("/tabelle/uebernehmen"), &form.pairs()).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert_eq!(stored(&house).await, YesNo::Unknown, "an empty cell says nothing");
}

#[tokio::test]
async fn programs_say_it_too_and_documents_are_silent_where_the_entry_is() {
    let house = House::open().await;
    let editor = house.program("e@example.org", Role::Editor).await;
    let path = format!("/api/listings/{}", entry());
    let seen = editor.get(&path).await;
    assert_eq!(seen.json()["anonymous"], "yes");
    let wrong =
        editor.patch(&path, seen.header("etag"), json!({ "anonymous": "vielleicht" })).await;
    let problem: Value = serde_json::from_slice(&wrong.body).unwrap();
    assert_eq!(
        (wrong.status.as_u16(), &problem["errors"][0]["pointer"]),
        (422, &json!("/anonymous"))
    );
    let silent =
        editor.patch(&path, seen.header("etag"), json!({ "anonymous": Value::Null })).await;
    assert_eq!(silent.status, 200, "{}", silent.text());
    assert_eq!(editor.get(&path).await.json()["anonymous"], Value::Null);
    assert_eq!(found_by(&house).await, [false, false, true]);
}
