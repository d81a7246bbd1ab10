//! Signing in by a provider: whatever is wrong with an answer, nobody gets in by it.

use chrono::TimeDelta;
use serde_json::{Value, json};
use sozialatlas::domain::policy::Role;

use crate::house::{Browser, House, PASSWORD, Plan};
use crate::issuer::{CODE, Issuer, Signed, back};

/// A house with this provider, where one person has an account.
async fn house(issuer: &Issuer) -> House {
    let house = House::built(Plan { provider: Some(issuer.options()), ..Plan::default() }).await;
    house.add("a@amt.example", Role::Provider).await;
    issuer.person("subject-1", "a@amt.example");
    house
}

fn is_in(browser: &Browser<'_>) -> bool {
    browser.cookies.contains_key("session")
}

#[tokio::test]
async fn an_answer_without_the_state_of_this_browser_is_refused_before_anything_is_asked() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    let mut browser = house.browser();
    let begun = issuer.begin(&mut browser, "").await;
    let cookie = browser.cookies["attempt"].clone();
    let mut other = house.browser();
    let foreign = issuer.begin(&mut other, "").await;
    for (why, state) in [
        ("none", String::new()),
        ("wrong", "x".repeat(43)),
        ("the nonce", begun["nonce"].clone()),
        ("that of another browser", foreign["state"].clone()),
    ] {
        browser.cookies.insert("attempt".into(), cookie.clone());
        let reply = browser.get(&back(&[("code", CODE), ("state", &state)])).await;
        assert_eq!(reply.status, 400, "{why}");
        assert!(!browser.cookies.contains_key("attempt"), "{why}: the attempt is over");
    }
    let mut bare = house.browser();
    assert_eq!(issuer.lead_back(&mut bare, &begun).await.status, 400, "no cookie: login CSRF");
    let mut late = house.browser();
    let begun = issuer.begin(&mut late, "").await;
    house.clock.forward(TimeDelta::minutes(10));
    assert_eq!(issuer.lead_back(&mut late, &begun).await.status, 400, "too late");
    assert!(issuer.tell(|told| told.redeemed.is_empty()), "no code was sent anywhere");
    assert!(![&browser, &bare, &late].into_iter().any(is_in));
}

#[tokio::test]
async fn a_code_counts_once_and_only_with_its_verifier() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    let mut browser = house.browser();
    let begun = issuer.begin(&mut browser, "").await;
    let cookie = browser.cookies["attempt"].clone();
    assert_eq!(issuer.lead_back(&mut browser, &begun).await.status, 303);
    assert_eq!(issuer.lead_back(&mut browser, &begun).await.status, 400, "the attempt is over");
    // Even with the cookie kept: the provider knows the code no more.
    let mut thief = house.browser();
    thief.cookies.insert("attempt".into(), cookie);
    assert_eq!(issuer.lead_back(&mut thief, &begun).await.status, 400);
    assert!(!is_in(&thief));
    // A stolen code in an attempt of one's own: PKCE.
    let mut victim = house.browser();
    let stolen = issuer.begin(&mut victim, "").await;
    let mut thief = house.browser();
    let own = issuer.begin(&mut thief, "").await;
    issuer.tell(|told| told.claims.insert("nonce".into(), json!(stolen["nonce"])));
    assert_eq!(issuer.lead_back(&mut thief, &own).await.status, 400);
    assert!(!is_in(&thief));
}

#[tokio::test]
async fn a_token_that_is_not_for_us_now_and_here_opens_nothing() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    let second = |by: i64| json!({ "seconds": by });
    let faults: Vec<(&str, &str, Value)> = vec![
        ("wrong nonce", "nonce", json!("x".repeat(43))),
        ("no nonce", "nonce", Value::Null),
        ("foreign audience", "aud", json!("other")),
        ("several audiences", "aud", json!(["atlas", "other"])),
        ("another party", "azp", json!("other")),
        ("foreign issuer", "iss", json!("https://login.example")),
        ("expired", "exp", second(0)),
        ("expired long ago", "exp", second(-3600)),
        ("made long ago", "iat", second(-601)),
        ("made in the future", "iat", second(601)),
        ("good only later", "nbf", second(3600)),
        ("no subject", "sub", Value::Null),
        ("empty subject", "sub", json!("")),
        ("another access token", "at_hash", json!("AAAAAAAAAAAAAAAAAAAAAA")),
    ];
    for (why, claim, value) in faults {
        // Nobody is slowed here.
        house.clock.forward(TimeDelta::seconds(15));
        let now = issuer.tell(|told| {
            told.now += TimeDelta::seconds(15);
            told.now.timestamp()
        });
        issuer.person("subject-1", "a@amt.example");
        let by = value.get("seconds").and_then(Value::as_i64);
        issuer.claim(claim, by.map_or(value, |by| json!(now + by)));
        let mut browser = house.browser();
        let reply = issuer.sign_in(&mut browser).await;
        assert!([400, 503].contains(&reply.status.as_u16()), "{why}: {}", reply.status);
        assert!(!is_in(&browser), "{why}");
    }
    issuer.person("subject-1", "a@amt.example");
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303, "and the right one does");
}

#[tokio::test]
async fn only_a_signature_by_a_key_of_the_provider_counts() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    for signed in [Signed::ByAnotherKey, Signed::Not, Signed::BySecret] {
        issuer.tell(|told| told.signed = signed);
        let mut browser = house.browser();
        let reply = issuer.sign_in(&mut browser).await;
        assert!([400, 503].contains(&reply.status.as_u16()), "{signed:?}: {}", reply.status);
        assert!(!is_in(&browser), "{signed:?}");
    }
    issuer.tell(|told| told.signed = Signed::Well);
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303);
}

#[tokio::test]
async fn a_new_key_of_the_provider_is_asked_for_but_not_again_and_again() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303);
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303);
    assert_eq!(issuer.tell(|told| told.keys_read), 1, "they are remembered");
    issuer.tell(|told| told.key = 7);
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 400, "read just now");
    assert_eq!(issuer.tell(|told| told.keys_read), 1);
    house.clock.forward(TimeDelta::minutes(1));
    issuer.tell(|told| told.now += TimeDelta::minutes(1));
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303);
    assert_eq!(issuer.tell(|told| told.keys_read), 2);
    house.clock.forward(TimeDelta::hours(2));
    issuer.tell(|told| told.now += TimeDelta::hours(2));
    assert_eq!(issuer.sign_in(&mut house.browser()).await.status, 303);
    assert_eq!(issuer.tell(|told| told.keys_read), 3, "after an hour they are read anew");
}

#[tokio::test]
async fn a_provider_that_does_not_answer_leaves_the_other_ways_in() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    issuer.tell(|told| told.is_down = true);
    let mut browser = house.browser();
    browser.get("/anmelden").await;
    let reply = browser.post("/anmelden/extern", &[]).await;
    assert_eq!(reply.status, 503);
    assert!(!reply.header("retry-after").is_empty());
    let text = reply.text();
    assert!(text.contains("antwortet nicht") && text.contains("href=\"/anmelden\""), "{text}");
    assert_eq!(browser.try_sign_in("a@amt.example", PASSWORD).await.status, 303);
    // It falls silent on the way.
    issuer.tell(|told| told.is_down = false);
    let mut browser = house.browser();
    let begun = issuer.begin(&mut browser, "").await;
    issuer.tell(|told| told.is_down = true);
    assert_eq!(issuer.lead_back(&mut browser, &begun).await.status, 503);
    assert!(!is_in(&browser));
}

#[tokio::test]
async fn a_provider_with_an_unprotected_address_or_another_name_is_not_used() {
    let issuer = Issuer::open().await;
    issuer.tell(|told| told.token_endpoint = Some("http://login.example/token".into()));
    let open = house(&issuer).await;
    let mut browser = open.browser();
    browser.get("/anmelden").await;
    assert_eq!(browser.post("/anmelden/extern", &[]).await.status, 503);
    let issuer = Issuer::open().await;
    let mut options = issuer.options();
    options.issuer.push('/');
    let house = House::built(Plan { provider: Some(options), ..Plan::default() }).await;
    let mut browser = house.browser();
    browser.get("/anmelden").await;
    assert_eq!(browser.post("/anmelden/extern", &[]).await.status, 503, "not letter by letter");
}

#[tokio::test]
async fn what_the_provider_says_of_a_failure_is_told_plainly() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    for (error, status) in [
        ("access_denied", 200),
        ("temporarily_unavailable", 503),
        ("server_error", 503),
        ("invalid_request", 400),
        ("<script>alert(1)</script>", 400),
    ] {
        let mut browser = house.browser();
        let begun = issuer.begin(&mut browser, "").await;
        let words = [("error", error), ("state", &begun["state"]), ("error_description", "<b>x")];
        let reply = browser.get(&back(&words)).await;
        assert_eq!(reply.status.as_u16(), status, "{error}");
        assert!(!reply.text().contains("alert(1)") && !reply.text().contains("<b>x"));
        assert!(reply.text().contains("href=\"/anmelden\"") && !is_in(&browser));
    }
    let mut browser = house.browser();
    let begun = issuer.begin(&mut browser, "").await;
    let words = [("code", CODE), ("state", &begun["state"]), ("iss", "https://login.example")];
    assert_eq!(browser.get(&back(&words)).await.status, 400, "another issuer answers (mix-up)");
    assert!(issuer.tell(|told| told.redeemed.is_empty()));
}

#[tokio::test]
async fn a_place_that_tries_too_often_is_slowed() {
    let issuer = Issuer::open().await;
    let house = house(&issuer).await;
    let mut last = 0;
    for _ in 0..25 {
        let mut browser = house.browser();
        browser.get("/anmelden").await;
        last = browser.post("/anmelden/extern", &[]).await.status.as_u16();
        if last == 429 {
            break;
        }
    }
    assert_eq!(last, 429);
}
