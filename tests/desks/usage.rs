//! Counting without tracking, through HTTP: whose requests count, and who sees the sums.

use axum::http::Method;
use sozialatlas::domain::ServiceId;
use sozialatlas::domain::policy::Role;

use crate::house::{Browser, House};
use crate::world;

const FIREFOX: &str = "Mozilla/5.0 (Android 13; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0";

/// A public entry of the organization that providers of the house speak for.
fn entry() -> ServiceId {
    let mut all: Vec<usize> = (0..world::SITES).collect();
    all.sort_by_key(|i| world::service_id(*i));
    all.truncate(20);
    all.retain(|i| i % 2 == 0 && *i < world::PLACED);
    world::service_id(all[0])
}

fn page() -> String {
    format!("/angebote/{}", entry())
}

/// Somebody who reads, without an account.
async fn read(house: &House, path: &str, headers: &[(&str, &str)]) -> u16 {
    let mut all = headers.to_vec();
    if !headers.iter().any(|(name, _)| *name == "user-agent") {
        all.push(("user-agent", FIREFOX));
    }
    let reply = house.browser().send(Method::GET, path, &all, String::new()).await;
    reply.status.as_u16()
}

async fn views(house: &House) -> u64 {
    house.desk.flush_usage().await.unwrap();
    let month = sozialatlas::domain::Month::parse("2026-11").unwrap();
    house.store.list_views(entry(), month).await.unwrap().first().map_or(0, |one| one.views)
}

#[tokio::test]
async fn every_page_that_was_read_counts_once_and_nothing_else_does() {
    let house = House::open().await;
    assert_eq!(read(&house, &page(), &[]).await, 200);
    assert_eq!(read(&house, &page(), &[("sec-purpose", "none")]).await, 200);
    assert_eq!(views(&house).await, 2);
    for (name, value) in [
        ("user-agent", "Googlebot/2.1"),
        ("user-agent", "curl/8"),
        ("sec-purpose", "prefetch"),
        ("cache-control", "max-age=0"),
    ] {
        let headers = if name == "user-agent" {
            vec![(name, value)]
        } else {
            vec![("user-agent", FIREFOX), (name, value)]
        };
        let reply = house.browser().send(Method::GET, &page(), &headers, String::new()).await;
        assert_eq!(reply.status, 200);
    }
    let agent = [("user-agent", FIREFOX)];
    house.browser().send(Method::HEAD, &page(), &agent, String::new()).await;
    assert_eq!(house.browser().get(&page()).await.status, 200, "says not what it is");
    let missing = format!("/angebote/{}", world::service_id(world::SITES + 5));
    assert_eq!(read(&house, &missing, &[]).await, 404);
    assert_eq!(
        read(&house, &format!("/api/collections/services/items/{}", entry()), &[]).await,
        404
    );
    assert_eq!(views(&house).await, 2);
}

#[tokio::test]
async fn whoever_is_signed_in_does_not_count() {
    let house = House::open().await;
    let agent = [("user-agent", FIREFOX)];
    for (email, role) in [("a@traeger.example", Role::Provider), ("r@kreis.example", Role::Editor)]
    {
        let mut browser = house.signed_in(email, role).await;
        let reply = browser.send(Method::GET, &page(), &agent, String::new()).await;
        assert_eq!(reply.status, 200);
    }
    assert_eq!(views(&house).await, 0);
}

async fn led(house: &House) -> Vec<(String, u64)> {
    house.desk.flush_usage().await.unwrap();
    let month = sozialatlas::domain::Month::parse("2026-11").unwrap();
    let led = house.store.list_led(entry(), month).await.unwrap();
    led.into_iter().map(|one| (one.wording.words, one.count)).collect()
}

#[tokio::test]
async fn a_search_leads_to_an_entry_only_from_a_page_of_our_own_results() {
    let house = House::open().await;
    let path = format!("{}?q=Schulden", page());
    for before in [
        "http://elsewhere.example/liste?q=Schulden",
        "http://localhost:81/liste?q=Schulden",
        "http://localhost/traeger/1?q=Schulden",
        "http://localhost/liste",
        "not an address",
    ] {
        for _ in 0..6 {
            read(&house, &path, &[("referer", before)]).await;
        }
    }
    for _ in 0..6 {
        read(&house, &path, &[]).await;
    }
    assert_eq!(led(&house).await, [], "a link that was shared is a view and nothing more");
    for before in
        ["http://localhost/liste?q=Schulden", "http://localhost/?near=Anfang&q=die+schulden"]
    {
        for _ in 0..2 {
            read(&house, &path, &[("referer", before)]).await;
        }
    }
    assert_eq!(led(&house).await, [], "four alike");
    read(&house, &page(), &[("referer", "http://localhost/en/liste?q=SCHULDEN")]).await;
    assert_eq!(led(&house).await, [("schulden".to_owned(), 5)]);
}

const IN_VAIN: &str = "/liste?q=einhornfrisur";

async fn signed_in(house: &House, role: Role) -> Browser<'_> {
    house.signed_in(&format!("{}@kreis.example", role.as_str()), role).await
}

#[tokio::test]
async fn what_was_looked_for_in_vain_is_shown_from_five_on_to_editors_and_planners() {
    let house = House::open().await;
    for _ in 0..4 {
        assert_eq!(read(&house, IN_VAIN, &[]).await, 200);
        // The same once more, a further filter, a further page of the same, a machine: none of them is a new question.
        read(&house, IN_VAIN, &[("referer", "http://localhost/liste?q=einhornfrisur")]).await;
        read(&house, "/liste?q=einhornfrisur&free=yes", &[]).await;
        read(&house, IN_VAIN, &[("cache-control", "max-age=0")]).await;
        read(&house, IN_VAIN, &[("user-agent", "Bingbot")]).await;
    }
    house.desk.flush_usage().await.unwrap();
    let mut editor = signed_in(&house, Role::Editor).await;
    let shown = editor.get("/redaktion/gesucht").await;
    assert_eq!(shown.status, 200);
    assert!(!shown.text().contains("einhornfrisur"), "four alike are shown");
    read(&house, "/liste?q=Einhornfrisur", &[]).await;
    house.desk.flush_usage().await.unwrap();
    let shown = editor.get("/redaktion/gesucht?municipality=&kind=").await;
    let text = shown.text();
    assert!(
        text.contains("einhornfrisur") && text.contains("Woche 48, ab 23. November 2026"),
        "{text}"
    );
    assert!(text.contains("href=\"/liste?q=einhornfrisur\""));
    assert!(!editor.get("/redaktion/gesucht?kind=weak").await.text().contains("einhornfrisur"));

    let mut planner = signed_in(&house, Role::Planner).await;
    assert!(planner.get("/planung/gesucht").await.text().contains("einhornfrisur"));
    let csv = planner.get("/planung/gesucht.csv?kind=zero").await;
    let rows: Vec<&str> = csv.text().lines().collect();
    assert_eq!(rows.len(), 2, "{}", csv.text());
    assert_eq!(rows[1], "2026-W48;einhornfrisur;keine genannt;nichts gefunden;5");
    let told = planner.get("/api/usage/unmet?from=2026-W40&to=2026-W48").await;
    assert_eq!((told.status.as_u16(), told.json()["items"][0]["count"].as_u64()), (200, Some(5)));
    assert_eq!(planner.get("/api/usage/unmet?from=gestern").await.status, 400);
}

#[tokio::test]
async fn nobody_else_sees_what_was_looked_for() {
    let house = House::open().await;
    for path in ["/redaktion/gesucht", "/planung/gesucht", "/planung/gesucht.csv"] {
        assert_eq!(house.browser().get(path).await.status, 303, "{path}");
    }
    assert_eq!(house.browser().get("/api/usage/unmet").await.status, 401);
    for role in [Role::Provider, Role::Admin] {
        let mut browser = signed_in(&house, role).await;
        for path in
            ["/redaktion/gesucht", "/planung/gesucht", "/planung/gesucht.csv", "/api/usage/unmet"]
        {
            assert_eq!(browser.get(path).await.status, 403, "{role:?} {path}");
        }
    }
}

#[tokio::test]
async fn providers_see_what_their_own_entries_brought() {
    let house = House::open().await;
    for _ in 0..6 {
        let before = [("referer", "http://localhost/liste?q=Schulden")];
        read(&house, &page(), &before).await;
    }
    house.desk.flush_usage().await.unwrap();
    let mut own = house.signed_in("a@traeger.example", Role::Provider).await;
    let start = own.get("/mein").await;
    let sentence = "November 2026 (bisher): 6-mal angesehen, 6-mal über „schulden“ gefunden";
    assert!(start.text().contains(sentence), "{}", start.text());
    let page = own.get("/mein/zahlen").await;
    assert!(page.text().contains("6-mal über „schulden“ gefunden"), "{}", page.text());
    let path = format!("/api/usage/listings/{}", entry());
    let told = own.get(&format!("{path}?months=2")).await;
    assert_eq!(told.json()["months"][0]["views"], 6);
    assert_eq!(told.json()["months"][0]["led"][0]["words"], "schulden");
    assert_eq!(own.get(&format!("{path}?months=99")).await.status, 400);

    let foreign = vec![world::organization_id(1)];
    house.add_for("b@traeger.example", Role::Provider, foreign).await;
    let mut other = house.browser();
    other.sign_in("b@traeger.example").await;
    assert!(!other.get("/mein").await.text().contains("6-mal angesehen"));
    assert_eq!(other.get(&path).await.status, 403);
    let entry_page = format!("/redaktion/eintraege/{}/zahlen", entry());
    assert_eq!(other.get(&entry_page).await.status, 403);
    let mut editor = signed_in(&house, Role::Editor).await;
    assert!(editor.get(&entry_page).await.text().contains("6-mal über „schulden“ gefunden"));
}
