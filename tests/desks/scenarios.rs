//! Scenarios of the planning under a name: kept, shared, written anew, deleted, and what happens to their sites meanwhile.

use axum::http::Method;
use serde_json::{Value, json};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{Account, Scope};

use crate::house::{Browser, House, PASSWORD};
use crate::programs::Program;
use crate::support::Reply;

const PAGE: &str = "/planung/szenarien";
const API: &str = "/api/coverage/scenarios";
const QUESTION: &str = "category=tafel&max_distance_m=2000&merge_m=500";

async fn planner<'a>(house: &'a House, email: &str) -> (Account, Browser<'a>) {
    let account = house.add(email, Role::Planner).await;
    let mut browser = house.browser();
    browser.sign_in(email).await;
    browser.get(PAGE).await;
    (account, browser)
}

async fn program<'a>(house: &'a House, email: &str) -> Program<'a> {
    let account = house.add(email, Role::Planner).await;
    house.token(&account, &[Scope::ScenariosWrite]).await
}

/// The features that count for the question, and the entries they belong to.
async fn sites(house: &House) -> Vec<(String, String)> {
    let path = format!("/api/coverage/sites?{QUESTION}");
    let all = house.browser().get(&path).await.json();
    let text = |site: &Value, word: &str| site[word].as_str().unwrap().to_owned();
    let sites = all["sites"].as_array().unwrap();
    sites.iter().map(|site| (text(site, "feature_id"), text(site, "service_id"))).collect()
}

/// Keeps a question; the path of its page.
async fn keep(browser: &mut Browser<'_>, name: &str, question: &str) -> String {
    browser.get(&format!("{PAGE}/neu?{question}")).await;
    let fields = [("name", name), ("note", "Für den Ausschuss"), ("question", question)];
    let reply = browser.post(PAGE, &fields).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").strip_suffix("?gespeichert").unwrap().to_owned()
}

/// What stands between two marks of a page.
fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = page.split_once(before).unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split_once(after).unwrap().0
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    between(page, &format!("name=\"{name}\" value=\""), "\"").replace("&#38;", "&")
}

#[tokio::test]
async fn a_scenario_is_kept_opened_renamed_and_deleted_without_scripts() {
    let house = House::open().await;
    let (_, mut browser) = planner(&house, "p@amt.example").await;
    let closed = sites(&house).await[0].0.clone();
    let question = format!("{QUESTION}&close={closed}");
    let path = format!("/planung?category=tafel&max_distance_m=2000&close={closed}");
    let cockpit = browser.get(&path).await;
    assert_eq!(cockpit.status, 200, "{}", cockpit.text());
    let door =
        between(cockpit.text(), "href=\"/planung/szenarien/neu?", "\"").replace("&#38;", "&");
    let form = browser.get(&format!("{PAGE}/neu?{door}")).await;
    assert_eq!(form.status, 200, "{}", form.text());
    assert_eq!(hidden(form.text(), "question"), question);
    let fields = [("name", "  Ohne Mitte "), ("note", "Warum?\r\nDarum."), ("question", &question)];
    let kept = browser.post(PAGE, &fields).await;
    let page = kept.header("location").to_owned();
    let page = browser.get(&page).await;
    assert_eq!(page.status, 200, "{}", page.text());
    for words in
        ["<h1 class=\"entry__title\">Ohne Mitte</h1>", "Darum.", "Szenario ist gespeichert"]
    {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    assert!(!page.text().contains("id=\"seitdem\""), "nothing has happened since");
    let open = between(page.text(), "kern-btn--primary\" href=\"", "\"").replace("&#38;", "&");
    let opened = browser.get(&open).await;
    assert_eq!(opened.status, 200, "the address is the canonical one: {open}");
    assert!(opened.text().contains("id=\"szenario\""), "with its change");

    let seen = hidden(page.text(), "instead_of");
    let renamed = [
        ("name", "Ohne die Mitte"),
        ("note", ""),
        ("question", &question),
        ("instead_of", &seen),
        ("keep", "answer"),
    ];
    let reply = browser.post(PAGE, &renamed).await;
    let path = reply.header("location").strip_suffix("?gespeichert").unwrap().to_owned();
    let list = browser.get(PAGE).await;
    assert_eq!(list.text().matches("Ohne die Mitte").count(), 2, "one row: {}", list.text());
    let page = browser.get(&path).await;
    let version = seen.split_once(':').unwrap().1;
    let stale = browser.post(&format!("{path}/loeschen"), &[("version", version)]).await;
    assert_eq!(stale.status, 412);
    assert!(stale.text().contains("inzwischen geändert"), "{}", stale.text());
    let version = hidden(page.text(), "version");
    let gone = browser.post(&format!("{path}/loeschen"), &[("version", &version)]).await;
    assert_eq!(gone.header("location"), "/planung/szenarien?geloescht");
    assert_eq!(browser.get(&path).await.status, 404);
}

#[tokio::test]
async fn colleagues_see_it_and_only_who_kept_it_changes_it() {
    let house = House::open().await;
    let (_, mut one) = planner(&house, "p@amt.example").await;
    let path = keep(&mut one, "Plan A", QUESTION).await;
    let id = path.rsplit('/').next().unwrap().to_owned();
    let (_, mut other) = planner(&house, "q@amt.example").await;
    assert!(other.get(PAGE).await.text().contains("Plan A"));
    let page = other.get(&path).await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("/loeschen"), "nothing to change here");
    assert!(page.text().contains("/planung/szenarien/neu?"), "but to copy");
    let seen = format!("{id}:1");
    let fields = [("name", "Meins"), ("note", ""), ("question", QUESTION), ("instead_of", &*seen)];
    assert_eq!(other.post(PAGE, &fields).await.status, 403);
    let refused = other.post(&format!("{path}/loeschen"), &[("version", "1")]).await;
    assert_eq!(refused.status, 403);
    assert!(one.get(&path).await.text().contains("Plan A"));
    for (email, role) in [("r@amt.example", Role::Editor), ("t@traeger.example", Role::Provider)] {
        let mut stranger = house.signed_in(email, role).await;
        for path in [PAGE, &path, &format!("{PAGE}/neu?{QUESTION}")] {
            assert_eq!(stranger.get(path).await.status, 403, "{role:?} {path}");
        }
        let cockpit = stranger.get("/planung?category=tafel&max_distance_m=2000").await;
        assert!(!cockpit.text().contains(PAGE), "{role:?} is shown no door");
    }
    let public = house.browser().get("/planung?category=tafel&max_distance_m=2000").await;
    assert!(!public.text().contains(PAGE));
    assert_ne!(public.header("cache-control"), "no-store");
    assert_eq!(house.browser().get(PAGE).await.status, 303);
}

/// The form that writes a scenario anew.
fn sent<'a>(name: &'a str, question: &'a str, seen: &'a str) -> [(&'a str, &'a str); 4] {
    [("name", name), ("note", "neu <b>"), ("question", question), ("instead_of", seen)]
}

#[tokio::test]
async fn two_windows_on_one_scenario_get_both_versions_and_nothing_is_overwritten() {
    let house = House::open().await;
    let (_, mut browser) = planner(&house, "p@amt.example").await;
    let path = keep(&mut browser, "Plan A", QUESTION).await;
    let id = path.rsplit('/').next().unwrap().to_owned();
    let seen = format!("{id}:1");
    let further = "category=tafel&max_distance_m=9000&merge_m=500";
    let first = sent("Plan B", further, &seen);
    assert_eq!(browser.post(PAGE, &first).await.status, 303);
    let both = browser.post(PAGE, &sent("Plan C", QUESTION, &seen)).await;
    assert_eq!(both.status, 412);
    for words in ["Plan B", "Plan C", "9", "2", "neu &#60;b&#62;"] {
        assert!(both.text().contains(words), "{words}: {}", both.text());
    }
    assert!(browser.get(&path).await.text().contains("Plan B"), "nothing was overwritten");
    let now = hidden(both.text(), "instead_of");
    assert_eq!(now, format!("{id}:2"));
    assert_eq!(browser.post(PAGE, &sent("Plan C", QUESTION, &now)).await.status, 303);
    assert!(browser.get(&path).await.text().contains("Plan C"));
}

#[tokio::test]
async fn a_scenario_whose_site_closed_or_moved_meanwhile_says_so() {
    let house = House::open().await;
    let (_, mut browser) = planner(&house, "p@amt.example").await;
    let editor = house.program("e@amt.example", Role::Editor).await;
    let all = sites(&house).await;
    let (closing, moving) = (&all[0], &all[1]);
    let question = format!("{QUESTION}&close={},{}", closing.0, moving.0);
    let path = keep(&mut browser, "Plan", &question).await;
    assert!(!browser.get(&path).await.text().contains("id=\"seitdem\""));
    // One is closed by the editors, the other one goes elsewhere.
    let entry = format!("/api/listings/{}", closing.1);
    let etag = editor.get(&entry).await.header("etag").to_owned();
    let headers = [("if-match", etag.as_str())];
    let done = editor.send(Method::DELETE, &entry, &headers, Value::Null).await;
    assert_eq!(done.status, 200, "{}", done.text());
    let entry = format!("/api/listings/{}", moving.1);
    let there = editor.get(&entry).await;
    let mut document = there.json();
    let site = &mut document["sites"][0]["position"]["point"];
    site["lon"] = json!(site["lon"].as_f64().unwrap() + 0.01);
    let doubts = "?acknowledge=on_water,outside_county,other_municipality";
    let etag = there.header("etag").to_owned();
    let done = editor.put(&format!("{entry}{doubts}"), &etag, document).await;
    assert_eq!(done.status, 200, "{}", done.text());
    let page = browser.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let since = between(page.text(), "id=\"seitdem\"", "</ul>");
    for words in ["gibt es hier nicht mehr", "an einer anderen Stelle", "Daten sind andere"] {
        assert!(since.contains(words), "{words}: {since}");
    }
    // The cockpit itself leaves the change out, and says so.
    let open = between(page.text(), "kern-btn--primary\" href=\"", "\"").replace("&#38;", "&");
    let cockpit = browser.get(&open).await;
    assert!(cockpit.status == 200 || cockpit.status == 400, "{}", cockpit.status);
    assert!(cockpit.text().contains("plan"), "it is still a page");
}

#[tokio::test]
async fn faulty_forms_are_told_at_their_fields_and_keep_what_was_typed() {
    let house = House::open().await;
    let (_, mut browser) = planner(&house, "p@amt.example").await;
    let long = "x".repeat(3_000);
    let bidi = "Plan \u{202e}";
    for (name, note, question, told) in [
        ("", "Notiz", QUESTION, "f-name-fehler"),
        (bidi, "Notiz", QUESTION, "f-name-fehler"),
        ("Plan", &long, QUESTION, "f-note-fehler"),
        ("Plan", "Notiz", "", "#f-question"),
        ("Plan", "Notiz", "category=tafel&max_distance_m=NaN", "#f-question"),
        ("Plan", "Notiz", "category=gibtesnicht&max_distance_m=5000", "#f-question"),
        ("Plan", "Notiz", "category=tafel&max_distance_m=5000&add=0,0", "#f-question"),
    ] {
        let fields = [("name", name), ("note", note), ("question", question)];
        let reply = browser.post(PAGE, &fields).await;
        assert_eq!(reply.status, 422, "{name:?} {question}");
        assert!(reply.text().contains(told), "{told}: {}", reply.text());
        assert!(reply.text().contains("Notiz") || note.len() > 2_000);
    }
    for seen in ["x", "x:1", "00000000-0000-0000-0000-000000000000:1", ":"] {
        let fields = [("name", "Plan"), ("question", QUESTION), ("instead_of", seen)];
        assert_eq!(browser.post(PAGE, &fields).await.status, 422, "{seen}");
    }
    let markup = "<script>alert(1)</script>'; DROP TABLE scenario;--";
    let path = keep(&mut browser, markup, QUESTION).await;
    let page = browser.get(&path).await;
    assert!(!page.text().contains("<script>alert"), "{}", page.text());
    assert!(browser.get(PAGE).await.text().contains("DROP TABLE scenario"));
    let csrf = browser.csrf.clone();
    let forged = [("csrf", &*csrf), ("name", "Plan"), ("question", QUESTION)];
    let evil = [("origin", "https://evil.example")];
    assert_eq!(browser.send_form(PAGE, &forged, &evil).await.status, 403);
    let erasing = format!("{path}/loeschen");
    let reply = browser.send_form(&erasing, &[("csrf", &csrf), ("version", "1")], &evil).await;
    assert_eq!(reply.status, 403);
    assert_eq!(browser.get(&path).await.status, 200);
}

fn problem(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.body).unwrap()
}

fn pointers(reply: &Reply) -> Vec<String> {
    let problem = problem(reply);
    let errors = problem["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|e| e["pointer"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn programs_keep_read_replace_and_delete_scenarios_by_version() {
    let house = House::open().await;
    let planner = program(&house, "p@amt.example").await;
    let body = json!({ "name": "Plan", "question": "category=tafel&max_distance_m=2000" });
    let headers = [("idempotency-key", "eins")];
    let made = planner.send(Method::POST, API, &headers, body.clone()).await;
    assert_eq!((made.status.as_u16(), made.header("etag")), (201, "\"1\""), "{}", made.text());
    let path = made.header("location").to_owned();
    let again = planner.send(Method::POST, API, &headers, body.clone()).await;
    assert_eq!(again.header("location"), path, "done once");
    assert_eq!(planner.get(API).await.json()["items"].as_array().unwrap().len(), 1);
    let found = planner.get(&path).await;
    let document = found.json();
    assert_eq!(document["question"], "category=tafel&max_distance_m=2000&merge_m=0");
    let now = house.browser().get("/api/coverage?category=tafel&max_distance_m=2000").await.json();
    assert_eq!(document["answer"]["snapshot"], now["snapshot"]);
    let unserved = now["totals"]["unserved"].as_f64().unwrap().round();
    assert_eq!(document["answer"]["unserved"].as_f64(), Some(unserved));
    // What was read can be sent back.
    let mut changed = document.clone();
    changed["name"] = json!("Plan zwei");
    assert_eq!(planner.put(&path, "\"1\"", changed.clone()).await.header("etag"), "\"2\"");
    let stale = planner.put(&path, "\"1\"", changed.clone()).await;
    stale.assert_problem(412, &[]);
    let problem = problem(&stale);
    assert_eq!(problem["current"]["name"], "Plan zwei");
    assert_eq!(
        (&problem["yours"]["name"], &problem["current_version"]),
        (&json!("Plan zwei"), &json!(2))
    );
    assert_eq!(planner.send(Method::PUT, &path, &[], changed).await.status, 428);
    assert_eq!(planner.send(Method::DELETE, &path, &[], Value::Null).await.status, 428);
    let late = [("if-match", "\"1\"")];
    assert_eq!(planner.send(Method::DELETE, &path, &late, Value::Null).await.status, 412);
    let right = [("if-match", "\"2\"")];
    assert_eq!(planner.send(Method::DELETE, &path, &right, Value::Null).await.status, 200);
    assert_eq!(planner.get(&path).await.status, 404);
    let wrong =
        json!({ "name": "", "note": "x\u{0}", "question": "category=nein&max_distance_m=0&x=1" });
    let refused = planner.post(API, wrong).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    let told = pointers(&refused);
    assert_eq!(told.iter().filter(|p| *p == "/question").count(), 3, "{told:?}");
    assert!(told.contains(&"/name".into()) && told.contains(&"/note".into()), "{told:?}");
    assert_eq!(planner.post(API, json!({ "name": "x", "questoin": "y" })).await.status, 422);
    let other = house.program("t@traeger.example", Role::Provider).await;
    assert_eq!(other.get(API).await.status, 403, "the token lacks the scope");
}

#[tokio::test]
async fn a_gap_of_zero_is_kept_and_a_new_name_leaves_the_figures_alone() {
    let house = House::open().await;
    let (_, mut browser) = planner(&house, "p@amt.example").await;
    let editor = house.program("e@amt.example", Role::Editor).await;
    let asked = "category=tafel&max_distance_m=2000&merge_m=0";
    let form = browser.get(&format!("{PAGE}/neu?{asked}")).await;
    let question = hidden(form.text(), "question");
    assert_eq!(question, asked);
    let path = keep(&mut browser, "Aus der Seite", &question).await;
    let page = browser.get(&path).await;
    let open = between(page.text(), "kern-btn--primary\" href=\"", "\"").replace("&#38;", "&");
    assert!(open.contains("merge_m=0"), "{open}");

    let account = house.desk.find_account_by_email("p@amt.example").await.unwrap().unwrap();
    let program = house.token(&account, &[Scope::ScenariosWrite]).await;
    let question = "max_distance_m=2000&category=tafel";
    let made = program.post(API, json!({ "name": "Aus dem Programm", "question": question })).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let id = made.header("location").rsplit('/').next().unwrap().to_owned();
    let before = program.get(made.header("location")).await.json();
    assert!(before["answer"]["snapshot"].is_string(), "{before}");
    // Meanwhile the data become others.
    let entry = format!("/api/listings/{}", sites(&house).await[0].1);
    let etag = editor.get(&entry).await.header("etag").to_owned();
    let headers = [("if-match", etag.as_str())];
    let done = editor.send(Method::DELETE, &entry, &headers, Value::Null).await;
    assert_eq!(done.status, 200, "{}", done.text());
    let page = browser.get(&format!("{PAGE}/{id}")).await;
    let (question, seen) = (hidden(page.text(), "question"), hidden(page.text(), "instead_of"));
    let mut fields = sent("Anders genannt", &question, &seen).to_vec();
    fields.push(("keep", "answer"));
    let reply = browser.post(PAGE, &fields).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let after = program.get(made.header("location")).await.json();
    assert_eq!(after["name"], "Anders genannt");
    assert_eq!(after["question"], asked);
    assert_eq!(after["answer"], before["answer"], "what it was asked of stays as it was");
}

#[tokio::test]
async fn a_question_that_names_no_offers_is_refused_where_it_is_kept() {
    let house = House::open().await;
    let program = program(&house, "p@amt.example").await;
    for question in ["max_distance_m=2000", "max_distance_m=2000&free=yes&merge_m=0"] {
        let refused = program.post(API, json!({ "name": "Plan", "question": question })).await;
        assert_eq!(refused.status, 422, "{question}: {}", refused.text());
        assert_eq!(pointers(&refused), ["/question"]);
        assert_eq!(problem(&refused)["errors"][0]["code"], "names_no_offers");
    }
    let nameless = json!({ "name": "", "question": "max_distance_m=2000" });
    let told = pointers(&program.post(API, nameless).await);
    assert!(told.contains(&"/question".into()) && told.contains(&"/name".into()), "{told:?}");
    for question in ["q=tafel&max_distance_m=2000", "target_group=senioren&max_distance_m=2000"] {
        let kept = program.post(API, json!({ "name": "Plan", "question": question })).await;
        assert_eq!(kept.status, 201, "{question}: {}", kept.text());
    }
}

#[tokio::test]
async fn whoever_is_erased_leaves_the_scenarios_to_the_colleagues() {
    let house = House::open().await;
    let (_, mut one) = planner(&house, "p@amt.example").await;
    let path = keep(&mut one, "Plan A", QUESTION).await;
    let data = one.get("/konto/daten").await;
    assert_eq!(data.json()["scenarios"][0]["name"], "Plan A", "{}", data.text());
    one.get("/konto").await;
    let erased = one.post("/konto/loeschen", &[("erase_password", PASSWORD)]).await;
    assert_eq!(erased.status, 303, "{}", erased.text());
    let (_, mut other) = planner(&house, "q@amt.example").await;
    let page = other.get(&path).await;
    assert!(page.text().contains("Plan A") && page.text().contains("nicht mehr bekannt"));
    let seen = hidden(page.text(), "instead_of");
    let fields = [("name", "Plan B"), ("question", QUESTION), ("instead_of", &*seen)];
    assert_eq!(other.post(PAGE, &fields).await.status, 303, "somebody has to be able to");
}

#[tokio::test]
async fn the_place_of_a_site_is_not_kept() {
    let house = House::open().await;
    let (_, mut browser) = planner(&house, "p@amt.example").await;
    let all = sites(&house).await;
    let question = format!("{QUESTION}&close={}", all[0].0);
    keep(&mut browser, "Plan", &question).await;
    let record = house.store.list_scenarios().await.unwrap().remove(0);
    assert!(record.scenario.sites[0].place.is_some(), "a mark of it is");
    let text = serde_json::to_string(&record.scenario).unwrap();
    let sites = house.browser().get(&format!("/api/coverage/sites?{QUESTION}")).await.json();
    for word in ["lon", "lat"] {
        let degrees = sites["sites"][0][word].as_f64().unwrap().to_string();
        assert!(!text.contains(&degrees), "{text}");
    }
}
