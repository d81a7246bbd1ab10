//! `/api/listings` and its neighbours: preconditions, keys, patches, faults, and what each role may do.

use axum::http::Method;
use serde_json::{Value, json};
use sozialatlas::domain::Scope;
use sozialatlas::domain::policy::Role;

use crate::house::House;
use crate::programs::Program;
use crate::support::Reply;
use crate::world;

fn pointers(reply: &Reply) -> Vec<String> {
    let problem: Value = serde_json::from_slice(&reply.body).unwrap();
    let errors = problem["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|e| e["pointer"].as_str().unwrap_or_default().to_owned()).collect()
}

fn body(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.body).unwrap()
}

fn new_entry() -> Value {
    json!({
        "name": "Treffpunkt", "categories": ["tafel"],
        "organization_id": world::organization_id(0),
        "sites": [{ "site_type": "phone" }],
    })
}

#[tokio::test]
async fn an_entry_is_proposed_reviewed_published_and_seen() {
    let house = House::open().await;
    let provider = house.program("p@example.org", Role::Provider).await;
    let editor = house.program("e@example.org", Role::Editor).await;
    let made = provider.post("/api/listings", new_entry()).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let (path, etag) = (made.header("location").to_owned(), made.header("etag").to_owned());
    assert_eq!((etag.as_str(), body(&made)["review_status"].as_str()), ("\"1\"", Some("pending")));
    let public = format!("/angebote/{}", path.rsplit('/').next().unwrap());
    assert_eq!(house.browser().get(&public).await.status, 404);

    let queue = editor.get("/api/revisions?kind=new,changed").await.json();
    assert_eq!((queue["total"].as_u64(), &queue["items"][0]["kind"]), (Some(1), &json!("new")));
    let id = queue["items"][0]["id"].as_str().unwrap().to_owned();
    let decision = format!("/api/revisions/{id}/1/decision");
    let asked = json!({ "decision": "ask_back", "question": "Wo?" });
    assert_eq!(editor.post(&decision, asked).await.json()["review_status"], "draft");
    let seen = provider.get(&path).await;
    assert_eq!(seen.json()["record"]["question"], "Wo?");

    let patch = json!({ "description": "Im Rathaus <script>'; DROP TABLE service;--" });
    let patched = provider.patch(&path, seen.header("etag"), patch).await;
    assert_eq!(patched.json()["review_status"], "pending", "{}", patched.text());
    // A decision about the version before is one about something else.
    let late = editor.post(&decision, json!({ "decision": "publish" })).await;
    late.assert_problem(412, &[]);
    let decision = format!("/api/revisions/{id}/2/decision");
    let done = editor.post(&decision, json!({ "decision": "publish" })).await;
    assert_eq!(done.json()["review_status"], "published");
    let page = house.browser().get(&public).await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Treffpunkt") && !page.text().contains("<script>'"));

    // The provider is told of each decision, once.
    let letters = house.store.list_mail(None, 10).await.unwrap();
    let kinds: Vec<&str> = letters.iter().map(|mail| mail.kind.as_str()).collect();
    assert_eq!(kinds.len(), 2, "{kinds:?}");
    let history = house.browser().get(&format!("{path}/history")).await.json();
    assert_eq!(history["items"][0]["kind"], "published");
    assert!(!history.to_string().contains("account:"), "{history}");
    let inside = provider.get(&format!("{path}/revisions")).await.json();
    assert_eq!(inside["items"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn nothing_is_overwritten_unseen() {
    let house = House::open().await;
    let editor = house.program("e@example.org", Role::Editor).await;
    let (path, etag) = editor.an_entry(world::organization_id(0)).await;
    let mut entry = editor.get(&path).await.json();
    entry["name"] = json!("Neu");
    editor.send(Method::PUT, &path, &[], entry.clone()).await.assert_problem(428, &[]);
    editor.put(&path, "*", entry.clone()).await.assert_problem(428, &[]);
    editor.put(&path, "W/\"1\"", entry.clone()).await.assert_problem(412, &[]);
    editor.send(Method::DELETE, &path, &[], Value::Null).await.assert_problem(428, &[]);
    let first = editor.put(&path, &etag, entry.clone()).await;
    assert_eq!(first.header("etag"), "\"2\"", "{}", first.text());
    entry["name"] = json!("Anders");
    let second = editor.put(&path, &etag, entry).await;
    second.assert_problem(412, &[]);
    let problem = body(&second);
    assert_eq!(problem["current"]["name"], "Neu");
    assert_eq!(problem["yours"]["name"], "Anders");
    assert_eq!((&problem["expected_version"], &problem["current_version"]), (&json!(1), &json!(2)));
    let patch = editor.patch(&path, &etag, json!({ "name": "x" })).await;
    patch.assert_problem(412, &[]);
    assert_eq!(editor.get(&path).await.json()["name"], "Neu");
}

#[tokio::test]
async fn a_request_with_a_key_is_done_once() {
    let house = House::open().await;
    let editor = house.program("e@example.org", Role::Editor).await;
    let key = [("idempotency-key", "\"a-1\"")];
    let first = editor.send(Method::POST, "/api/listings", &key, new_entry()).await;
    let again = editor.send(Method::POST, "/api/listings", &key, new_entry()).await;
    assert_eq!((first.status.as_u16(), again.status.as_u16()), (201, 201));
    assert_eq!((first.text(), first.header("location")), (again.text(), again.header("location")));
    let mut other = new_entry();
    other["name"] = json!("anders");
    let refused = editor.send(Method::POST, "/api/listings", &key, other).await;
    refused.assert_problem(422, &[]);
    assert_eq!(body(&refused)["code"], "key_reused");
    let found = editor.get("/api/listings?limit=200").await.json();
    let same = |item: &&Value| item["name"] == "Treffpunkt";
    assert_eq!(found["items"].as_array().unwrap().iter().filter(same).count(), 1);
}

#[tokio::test]
async fn every_fault_of_a_body_is_told_at_once_and_what_looks_bad_is_text() {
    let house = House::open().await;
    let editor = house.program("e@example.org", Role::Editor).await;
    let wrong = json!({
        "name": "a\u{202e}b", "categories": ["gibt-es-nicht"], "free": "yes", "cost_text": "\u{7}",
        "sites": [{ "site_type": "fixed", "schedule": { "osm": "Mo 25:00" } }],
    });
    let reply = editor.post("/api/listings", wrong).await;
    reply.assert_problem(422, &[""; 0]);
    let found = pointers(&reply);
    for pointer in ["/name", "/categories/0", "/cost_text", "/sites/0/schedule/osm"] {
        assert!(found.iter().any(|p| p.starts_with(pointer.trim_end_matches("/osm"))), "{found:?}");
    }
    let reply = editor.post("/api/listings", json!({ "nome": 1, "sites": 7, "name": [] })).await;
    let mut found = pointers(&reply);
    found.sort();
    assert_eq!(
        (reply.status.as_u16(), found),
        (422, vec!["/name".into(), "/nome".into(), "/sites".into()])
    );
    // Odd but honest text comes back as it was sent.
    let odd = "👩‍👩‍👧 <script>alert(1)</script> '; DROP TABLE service;-- =1+1 مرحبا";
    let mut entry = new_entry();
    entry["description"] = json!(odd);
    let made = editor.post("/api/listings", entry).await;
    let back = editor.get(made.header("location")).await.json();
    assert_eq!(back["description"], odd);
    // Far too much is refused before it is read.
    let mut huge = new_entry();
    huge["description"] = json!("x".repeat(10 << 20));
    editor.post("/api/listings", huge).await.assert_problem(413, &[]);
    let mut long = new_entry();
    long["description"] = json!("x".repeat(6_000));
    assert_eq!(pointers(&editor.post("/api/listings", long).await), ["/description"]);
    for (kind, text, status) in [
        ("application/json", "{\"name\":", 400),
        ("application/json", "", 400),
        ("text/plain", "{}", 415),
        ("application/merge-patch+json", "{}", 415),
    ] {
        let headers = [("content-type", kind)];
        let reply = editor.send_text(Method::POST, "/api/listings", &headers, text).await;
        reply.assert_problem(status, &[]);
    }
    let reply = editor.post("/api/listings?draft=yes&x=1", new_entry()).await;
    reply.assert_problem(400, &["draft", "x"]);
}

#[tokio::test]
async fn a_doubtful_place_is_asked_about_and_not_forbidden() {
    let house = House::open().await;
    let editor = house.program("e@example.org", Role::Editor).await;
    let mut entry = new_entry();
    entry["sites"] = json!([{
        "site_type": "fixed", "municipality": "99001001",
        "position": { "point": { "lon": 12.5, "lat": 52.5 }, "precision": "gebaeude" },
    }]);
    let asked = editor.post("/api/listings", entry.clone()).await;
    asked.assert_problem(422, &[""; 0]);
    let problem = body(&asked);
    assert_eq!(problem["code"], "acknowledge");
    assert_eq!(problem["errors"][0]["code"], "outside_county");
    let stands = editor.post("/api/listings?acknowledge=outside_county", entry.clone()).await;
    assert_eq!(stands.status, 201, "{}", stands.text());
    // Asked once: the next edit of something else is not held up.
    let path = stands.header("location").to_owned();
    let next = editor.patch(&path, stands.header("etag"), json!({ "name": "Weiter" })).await;
    assert_eq!(next.status, 200, "{}", next.text());
    let wrong_town = json!({ "lon": 8.75, "lat": 47.25 });
    entry["sites"][0]["position"]["point"] = wrong_town;
    let asked = editor.post("/api/listings", entry.clone()).await;
    assert_eq!(body(&asked)["errors"][0]["code"], "other_municipality", "{}", asked.text());
    // A draft is not asked about anything.
    let draft = editor.post("/api/listings?draft=true", entry).await;
    assert_eq!(draft.status, 201, "{}", draft.text());
}

#[tokio::test]
async fn a_confirmation_an_archiving_a_restoring_and_a_merge_go_through_the_same_door() {
    let house = House::open().await;
    let editor = house.program("e@example.org", Role::Editor).await;
    let (path, _) = editor.an_entry(world::organization_id(0)).await;
    editor.post(&format!("{path}/confirm?revision=9"), Value::Null).await.assert_problem(412, &[]);
    let confirmed = editor.post(&format!("{path}/confirm?revision=1"), Value::Null).await;
    assert_eq!(confirmed.json()["revision"], 2);
    let public = path.replace("/api/listings", "/angebote");
    let gone = editor.send(Method::DELETE, &path, &[("if-match", "\"2\"")], Value::Null).await;
    assert_eq!(gone.json()["review_status"], "archived");
    assert_eq!(house.browser().get(&public).await.status, 404);
    let restore = format!("{path}/revisions/1/restore?reason=doch");
    editor.post(&restore, Value::Null).await.assert_problem(428, &[]);
    let back = editor.send(Method::POST, &restore, &[("if-match", "\"3\"")], Value::Null).await;
    assert_eq!(back.json()["review_status"], "published");
    assert_eq!(house.browser().get(&public).await.status, 200);

    let made = editor.post("/api/listings", new_entry()).await;
    let other = body(&made);
    let merge = json!({ "merged": other["id"], "merged_version": 1, "reason": "doppelt" });
    let merged =
        editor.send(Method::POST, &format!("{path}/merge"), &[("if-match", "\"4\"")], merge).await;
    assert_eq!(merged.json()["version"], 5, "{}", merged.text());
    let feature = editor.get(&path).await.json()["sites"].as_array().unwrap().len();
    assert_eq!(feature, 2);
}

#[tokio::test]
async fn each_role_does_what_its_row_allows_and_no_more() {
    let house = House::open().await;
    let editor = house.program("e@example.org", Role::Editor).await;
    let (own, own_tag) = editor.an_entry(world::organization_id(0)).await;
    let (foreign, foreign_tag) = editor.an_entry(world::organization_id(1)).await;
    let secret = {
        let mut entry = new_entry();
        entry["organization_id"] = json!(world::organization_id(1));
        let made = editor.post("/api/listings?draft=true", entry).await;
        made.header("location").to_owned()
    };
    let provider = house.program("p@example.org", Role::Provider).await;
    let planner = house.script("l@example.org", Role::Planner).await;
    let admin = house.script("a@example.org", Role::Admin).await;
    let rename = || json!({ "name": "Übernommen" });
    let before = house.store.latest_seq().await.unwrap();
    for (program, path, etag) in
        [(&provider, &foreign, &foreign_tag), (&planner, &own, &own_tag), (&admin, &own, &own_tag)]
    {
        // What is public is no secret; what is not is not even there.
        assert_eq!(program.get(path).await.status.as_u16(), 403, "{path}");
        assert_eq!(program.patch(path, etag, rename()).await.status.as_u16(), 403, "{path}");
        let mut entry = new_entry();
        entry["organization_id"] = json!(world::organization_id(1));
        let put = program.put(path, etag, entry).await;
        assert_eq!(put.status.as_u16(), 403, "{}", put.text());
        assert_eq!(program.get(&secret).await.status.as_u16(), 404);
        assert_eq!(program.put(&secret, "\"1\"", new_entry()).await.status.as_u16(), 404);
        for refused in [
            program.get("/api/revisions").await,
            program.get("/api/duplicates").await,
            program.post(&format!("{path}/confirm"), Value::Null).await,
            program.send(Method::DELETE, path, &[("if-match", etag)], Value::Null).await,
        ] {
            assert_eq!(refused.status.as_u16(), 403, "{path}: {}", refused.text());
        }
    }
    let trust = format!("/api/organizations/{}/trust", world::organization_id(0));
    let trusted = json!({ "trusted": true });
    let refused = provider.put(&trust, "\"1\"", trusted.clone()).await;
    assert_eq!(refused.status.as_u16(), 403);
    assert_eq!(house.store.latest_seq().await.unwrap(), before, "nothing was written");

    // What a provider may: its own, and only as a proposal until the county trusts it.
    let mine = provider.patch(&own, &own_tag, rename()).await;
    assert_eq!(mine.json()["review_status"], "pending");
    assert_eq!(editor.put(&trust, "\"1\"", trusted).await.status.as_u16(), 200);
    let mine = provider.patch(&own, mine.header("etag"), json!({ "name": "Gleich" })).await;
    assert_eq!(mine.json()["review_status"], "published");
    let sample = editor.get("/api/revisions?kind=sample").await.json();
    assert_eq!(sample["items"][0]["name"], "Gleich");
}

#[tokio::test]
async fn a_token_does_what_it_was_made_for_and_nobody_acts_without_one() {
    let house = House::open().await;
    let account = house.add("e@example.org", Role::Editor).await;
    let reads = house.token(&account, &[Scope::ListingsRead]).await;
    let (path, etag) = reads.an_entry(world::organization_id(0)).await;
    for refused in [
        reads.post("/api/listings", new_entry()).await,
        reads.patch(&path, &etag, json!({ "name": "x" })).await,
        reads.post(&format!("{path}/confirm"), Value::Null).await,
        reads.post("/api/organizations", json!({ "name": "x" })).await,
    ] {
        refused.assert_problem(403, &[]);
    }
    let nobody =
        Program { token: "falsch".into(), ..house.token(&account, &[Scope::ListingsRead]).await };
    for path in ["/api/listings", "/api/session", "/api/revisions", "/api/organizations"] {
        nobody.get(path).await.assert_problem(401, &[]);
        let bare = house.browser().get(path).await;
        bare.assert_problem(401, &[]);
    }
    let me = reads.get("/api/session").await.json();
    assert_eq!((&me["account"]["role"], &me["csrf"]), (&json!("editor"), &Value::Null));
    assert_eq!(me["scopes"], json!(["listings:read"]));
    assert_eq!(reads.get("/api/session").await.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_session_proves_that_a_page_of_ours_asks() {
    let house = House::open().await;
    let mut browser = house.signed_in("e@example.org", Role::Editor).await;
    let me = browser.get("/api/session").await.json();
    let csrf = me["csrf"].as_str().unwrap().to_owned();
    let json_type = ("content-type", "application/json");
    let entry = new_entry().to_string();
    let forged = browser.send(Method::POST, "/api/listings", &[json_type], entry.clone()).await;
    forged.assert_problem(403, &[]);
    let headers = [json_type, ("x-csrf-token", csrf.as_str()), ("origin", "http://evil.example")];
    browser
        .send(Method::POST, "/api/listings", &headers, entry.clone())
        .await
        .assert_problem(403, &[]);
    let headers = [json_type, ("x-csrf-token", csrf.as_str()), ("origin", "http://localhost")];
    let made = browser.send(Method::POST, "/api/listings", &headers, entry).await;
    assert_eq!(made.status, 201, "{}", made.text());
}

#[tokio::test]
async fn organizations_are_written_like_entries() {
    let house = House::open().await;
    let editor = house.program("e@example.org", Role::Editor).await;
    let made = editor.post("/api/organizations", json!({ "name": "Neuer Verein e.V." })).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let path = made.header("location").to_owned();
    let patched = editor.patch(&path, "\"1\"", json!({ "short_name": "NV" })).await;
    assert_eq!(patched.header("etag"), "\"2\"", "{}", patched.text());
    let stale = editor.patch(&path, "\"1\"", json!({ "short_name": "XX" })).await;
    stale.assert_problem(412, &[]);
    assert_eq!(body(&stale)["current"]["short_name"], "NV");
    let wrong = editor.put(&path, "\"2\"", json!({ "name": "", "nome": 1 })).await;
    assert_eq!(pointers(&wrong), ["/nome"]);
    let wrong = editor.put(&path, "\"2\"", json!({ "name": "" })).await;
    assert_eq!(pointers(&wrong), ["/name"]);
    let all = editor.get("/api/organizations").await.json();
    assert_eq!(all["items"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn the_definition_describes_every_method_that_is_answered_and_no_other() {
    let house = House::open().await;
    let editor = house.program("e@example.org", Role::Editor).await;
    let definition = house.browser().get("/api/openapi.json").await.json();
    let mut seen = 0;
    for (path, item) in definition["paths"].as_object().unwrap() {
        let tagged = |op: &Value| op["tags"][0] == "desks";
        let described: Vec<String> = item
            .as_object()
            .unwrap()
            .iter()
            .filter(|(_, op)| tagged(op))
            .map(|(method, _)| method.to_uppercase())
            .collect();
        if described.is_empty() {
            continue;
        }
        seen += 1;
        let id = world::service_id(0).to_string();
        let real = path.replace("{id}", &id).replace("{number}", "1").replace("{language}", "en");
        let reply = editor.send(Method::TRACE, &real, &[], Value::Null).await;
        assert_eq!(reply.status.as_u16(), 405, "{path}");
        let mut allowed: Vec<&str> =
            reply.header("allow").split(',').filter(|method| *method != "HEAD").collect();
        allowed.sort_unstable();
        let mut described: Vec<&str> = described.iter().map(String::as_str).collect();
        described.sort_unstable();
        assert_eq!(allowed, described, "{path}");
    }
    assert_eq!(seen, 23);
}
