//! Translations through the pages of the desks, the interface, and what residents then read.

use axum::http::Method;
use serde_json::{Value, json};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{Listing, ReviewStatus, ServiceId};

use crate::house::{Browser, House};
use crate::world;

/// A public entry of the organization that providers of the house speak for.
fn entry() -> ServiceId {
    let mut all: Vec<usize> = (0..world::SITES).collect();
    all.sort_by_key(|i| world::service_id(*i));
    all.truncate(20);
    all.retain(|i| i % 2 == 0 && *i < world::PLACED);
    world::service_id(all[0])
}

fn page(language: &str) -> String {
    format!("/mein/angebote/{}/uebersetzungen{language}", entry())
}

async fn record(house: &House) -> sozialatlas::store::ListingRecord {
    house.store.find_listing(entry()).await.unwrap().unwrap()
}

/// The entry has these words from now on, published by an editor.
async fn change(house: &House, with: impl FnOnce(&mut Listing)) {
    let before = record(house).await;
    let mut listing = before.listing;
    with(&mut listing);
    let now = sozialatlas::app::Clock::now(&*house.clock);
    let mut tx = house.store.begin_write("test", now).await.unwrap();
    tx.save_revision(&listing, ReviewStatus::Published, None, before.version).await.unwrap();
    let seq = tx.commit().await.unwrap();
    let shown = house.server.app.readiness.wait_for(seq, std::time::Duration::from_secs(30));
    assert!(shown.await, "the read model follows");
}

/// Waits until residents read everything that was written.
async fn settle(house: &House) {
    let seq = house.store.latest_seq().await.unwrap();
    let shown = house.server.app.readiness.wait_for(seq, std::time::Duration::from_secs(30));
    assert!(shown.await, "the read model follows");
}

async fn read(house: &House, path: &str) -> String {
    let reply = house.browser().get(path).await;
    assert_eq!(reply.status, 200, "{path}");
    reply.text().to_owned()
}

/// A document, whatever the status.
fn body_of(reply: &crate::support::Reply) -> Value {
    serde_json::from_slice(&reply.body).unwrap()
}

async fn sent(browser: &mut Browser<'_>, language: &str, fields: &[(&str, &str)]) -> u16 {
    browser.get(&page(language)).await;
    browser.post(&page(language), fields).await.status.as_u16()
}

#[tokio::test]
async fn what_a_provider_translates_is_looked_at_shown_marked_and_flagged_when_the_german_changes()
{
    let house = House::open().await;
    change(&house, |listing| {
        listing.name = "Tafel am Markt".into();
        listing.description = "Lebensmittel für wenig Geld.".into();
        listing.sites[0].accessible = sozialatlas::domain::YesNo::Yes;
        listing.sites[0].accessible_text = Some("Rampe am Hintereingang".into());
    })
    .await;
    let revision = record(&house).await.latest_revision.to_string();
    let path = format!("/angebote/{}", entry());
    let english = format!("/en{path}");
    let before = read(&house, &english).await;
    assert!(before.contains("lang=\"de\">Tafel am Markt</h1>"), "{before}");
    assert!(
        before.contains("(<span lang=\"de\" dir=\"ltr\">Rampe am Hintereingang</span>)"),
        "the source's words inside our sentence are marked: {before}"
    );
    assert!(!read(&house, &path).await.contains("<span lang=\"de\""));

    let mut provider = house.signed_in("p@traeger.example", Role::Provider).await;
    let form = provider.get(&page("/en")).await;
    assert!(form.text().contains("Lebensmittel für wenig Geld."), "{}", form.text());
    assert!(form.text().contains("lang=\"en\" dir=\"ltr\""), "{}", form.text());
    let fields = [
        ("version", "0"),
        ("source_revision", &revision),
        ("name", "Food bank at the market"),
        ("description", "Food for little money."),
    ];
    let stored = provider.post(&page("/en"), &fields).await;
    assert_eq!(stored.status, 303, "{}", stored.text());
    settle(&house).await;
    let author = house.store.list_translations(entry(), None).await.unwrap().remove(0).author;
    assert!(read(&house, &english).await.contains("lang=\"de\">Tafel am Markt</h1>"));
    assert!(provider.get("/mein").await.text().contains("Tafel am Markt (Englisch)"));

    let mut editor = house.signed_in("e@kreis.example", Role::Editor).await;
    let queue = editor.get("/redaktion?kind=translation").await;
    assert!(queue.text().contains(&page("/en")), "{}", queue.text());
    let again = [
        ("version", "1"),
        ("source_revision", &revision),
        ("name", "Food bank at the market"),
        ("description", "Food for little money."),
    ];
    assert_eq!(sent(&mut editor, "/en", &again).await, 303);
    settle(&house).await;
    let shown = read(&house, &english).await;
    assert!(shown.contains("<h1 class=\"entry__title\">Food bank at the market</h1>"), "{shown}");
    assert!(
        shown.contains("People translated these texts") && !shown.contains("has changed since")
    );
    assert!(
        shown.contains("Some texts are available in German only."),
        "the ramp is not translated"
    );
    let published = house.store.list_translations(entry(), None).await.unwrap().remove(0);
    assert_eq!((published.author, published.number), (author, 1), "it stays the provider's work");
    assert!(read(&house, &path).await.contains("Tafel am Markt</h1>"), "German stays German");
    assert!(read(&house, &format!("/tr{path}")).await.contains("lang=\"de\">Tafel am Markt</h1>"));
    let list = read(&house, "/en/liste?q=food+bank+market").await;
    assert!(list.contains("<mark>Food</mark> <mark>bank</mark>"), "{list}");
    let features = format!("/api/collections/services/items?service_id={}", entry());
    let features = house.browser().get(&features).await.json();
    let properties = &features["features"][0]["properties"];
    assert_eq!(properties["name"], "Tafel am Markt");
    assert_eq!(
        properties["translations"],
        json!({ "en": { "name": "Food bank at the market", "description": "Food for little money.", "stale": false } })
    );

    change(&house, |listing| listing.description = "Lebensmittel umsonst.".into()).await;
    let stale = read(&house, &english).await;
    assert!(stale.contains("Food for little money."), "the translation is not lost: {stale}");
    assert!(stale.contains("The German text has changed since."), "{stale}");
    let arabic = read(&house, &format!("/ar{path}")).await;
    assert!(!arabic.contains("تغيّر النص الألماني"), "there is no Arabic translation");
    let mine = provider.get("/mein").await;
    assert!(mine.text().contains("Die Übersetzung kann veraltet sein"), "{}", mine.text());
    let queue = editor.get("/redaktion?kind=stale_translation").await;
    assert!(queue.text().contains(&page("/en")), "{}", queue.text());
    let form = provider.get(&page("/en")).await;
    assert!(form.text().contains("Vorher stand dort:"), "{}", form.text());
    assert!(form.text().contains("Lebensmittel für wenig Geld."), "{}", form.text());
}

#[tokio::test]
async fn what_was_typed_is_kept_when_something_is_wrong_or_somebody_was_quicker() {
    let house = House::open().await;
    let mut editor = house.signed_in("e@kreis.example", Role::Editor).await;
    let revision = record(&house).await.latest_revision.to_string();
    let long = "x".repeat(201);
    editor.get(&page("/fr")).await;
    let wrong = [
        ("version", "0"),
        ("source_revision", &*revision),
        ("name", &*long),
        ("description", "Une phrase <b>"),
    ];
    let reply = editor.post(&page("/fr"), &wrong).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("höchstens 200 Zeichen"), "{}", reply.text());
    assert!(reply.text().contains(&long) && reply.text().contains("Une phrase &#60;b&#62;"));
    let nothing = [("version", "0"), ("source_revision", &*revision), ("name", " ")];
    assert_eq!(sent(&mut editor, "/fr", &nothing).await, 422);

    let first = [("version", "0"), ("source_revision", &*revision), ("name", "Première")];
    assert_eq!(sent(&mut editor, "/fr", &first).await, 303);
    let late = [("version", "0"), ("source_revision", &*revision), ("name", "Deuxième")];
    editor.get(&page("/fr")).await;
    let reply = editor.post(&page("/fr"), &late).await;
    assert_eq!(reply.status, 412);
    assert!(reply.text().contains("value=\"Deuxième\""), "{}", reply.text());
    assert!(reply.text().contains("Première"), "what is stored stands beside it");
    assert!(reply.text().contains("name=\"version\" value=\"1\""));

    for path in ["/de", "/xx", "/en/mehr"] {
        assert_eq!(editor.get(&page(path)).await.status, 404, "{path}");
    }
    let withdrawn = [("version", "1"), ("action", "withdraw")];
    assert_eq!(sent(&mut editor, "/fr", &withdrawn).await, 303);
    assert_eq!(sent(&mut editor, "/fr", &withdrawn).await, 412);
    settle(&house).await;
    let shown = read(&house, &format!("/fr/angebote/{}", entry())).await;
    assert!(!shown.contains("Première"), "{shown}");
    let overview = editor.get(&page("")).await;
    assert!(overview.text().contains("zurückgezogen"), "{}", overview.text());
}

#[tokio::test]
async fn what_an_editor_refuses_goes_back_with_the_reason() {
    let house = House::open().await;
    let mut provider = house.signed_in("p@traeger.example", Role::Provider).await;
    let revision = record(&house).await.latest_revision.to_string();
    let name = [("version", "0"), ("source_revision", &*revision), ("name", "Bir")];
    assert_eq!(sent(&mut provider, "/tr", &name).await, 303);
    let refuse = [("version", "1"), ("action", "refuse"), ("reason", "Falsche Sprache")];
    assert_eq!(sent(&mut provider, "/tr", &refuse).await, 403);
    let mut editor = house.signed_in("e@kreis.example", Role::Editor).await;
    let silent = [("version", "1"), ("action", "refuse"), ("reason", " ")];
    assert_eq!(sent(&mut editor, "/tr", &silent).await, 422);
    assert_eq!(sent(&mut editor, "/tr", &refuse).await, 303);
    let mine = provider.get("/mein").await;
    assert!(mine.text().contains("Falsche Sprache"), "{}", mine.text());
    assert!(provider.get(&page("/tr")).await.text().contains("Falsche Sprache"));
    let better = [("version", "2"), ("source_revision", &*revision), ("name", "İki")];
    assert_eq!(sent(&mut provider, "/tr", &better).await, 303);
    assert!(!provider.get("/mein").await.text().contains("Falsche Sprache"));
}

#[tokio::test]
async fn a_program_reads_writes_and_takes_back_translations_with_the_version_it_has_seen() {
    let house = House::open().await;
    let editor = house.program("e@example.org", Role::Editor).await;
    let provider = house.program("p@example.org", Role::Provider).await;
    let all = format!("/api/listings/{}/translations", entry());
    let path = format!("{all}/uk");
    let listed = provider.get(&all).await.json();
    let revision = listed["source_revision"].clone();
    assert_eq!(listed["items"], json!([]));
    assert!(listed["source"]["name"].is_string(), "{listed}");
    provider.get(&path).await.assert_problem(404, &[]);
    provider.get(&format!("{all}/de")).await.assert_problem(404, &[]);

    let body = json!({ "source_revision": revision, "texts": { "name": "Їжа" } });
    let put = async |who: &crate::programs::Program<'_>, head: (&str, &str), body: &Value| {
        who.send(Method::PUT, &path, &[head], body.clone()).await
    };
    let silent = provider.send(Method::PUT, &path, &[], body.clone()).await;
    silent.assert_problem(428, &[]);
    let wrong = json!({ "source_revision": 99, "texts": { "name": "x" } });
    let faulty = put(&provider, ("if-none-match", "*"), &wrong).await;
    assert_eq!(faulty.status, 422);
    assert_eq!(body_of(&faulty)["errors"][0]["pointer"], "/source_revision");
    let wrong =
        json!({ "source_revision": revision, "texts": { "nam": "x", "closure_text": "y" } });
    let faulty = body_of(&put(&provider, ("if-none-match", "*"), &wrong).await);
    assert_eq!(faulty["errors"].as_array().unwrap().len(), 2, "{faulty}");
    let made = put(&provider, ("if-none-match", "*"), &body).await;
    assert_eq!((made.status.as_u16(), made.header("etag")), (201, "\"1\""), "{}", made.text());
    assert_eq!(made.header("location"), path);
    assert_eq!(body_of(&made)["review_status"], "pending");
    let late = put(&provider, ("if-none-match", "*"), &body).await;
    assert_eq!(late.status, 412);
    assert_eq!(body_of(&late)["current"]["texts"]["name"]["text"], "Їжа");
    assert_eq!(body_of(&late)["yours"]["texts"]["name"], "Їжа");

    let decision = format!("{path}/decision");
    let seen = [("if-match", "\"1\"")];
    let publish = json!({ "decision": "publish" });
    let denied = provider.send(Method::POST, &decision, &seen, publish.clone()).await;
    denied.assert_problem(403, &[]);
    let done = editor.send(Method::POST, &decision, &seen, publish.clone()).await;
    assert_eq!(done.json()["review_status"], "published", "{}", done.text());
    settle(&house).await;
    assert!(read(&house, &format!("/uk/angebote/{}", entry())).await.contains("Їжа</h1>"));
    let twice = [("if-match", "\"2\"")];
    editor.send(Method::POST, &decision, &twice, publish).await.assert_problem(409, &[]);

    let shown = provider.get(&path).await;
    assert_eq!(shown.header("etag"), "\"2\"");
    assert_eq!(shown.json()["texts"]["name"]["stale"], false);
    let gone = provider.send(Method::DELETE, &path, &twice, Value::Null).await;
    assert_eq!(gone.status, 200, "{}", gone.text());
    settle(&house).await;
    assert!(!read(&house, &format!("/uk/angebote/{}", entry())).await.contains("Їжа"));
    let stranger = house.add_for("s@example.org", Role::Provider, vec![world::organization_id(1)]);
    let stranger = stranger.await;
    let scopes = [sozialatlas::domain::Scope::ListingsRead];
    let stranger = house.token(&stranger, &scopes).await;
    stranger.get(&path).await.assert_problem(403, &[]);
}
