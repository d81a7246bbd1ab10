//! Signing in and out through pages.

use chrono::TimeDelta;
use sozialatlas::domain::policy::Role;

use crate::house::{House, PASSWORD, Plan};

#[tokio::test]
async fn a_person_signs_in_and_out_and_the_header_says_so_on_every_page() {
    let house = House::open().await;
    house.add("a@traeger.example", Role::Provider).await;
    let mut browser = house.browser();
    let page = browser.get("/").await;
    assert!(!page.text().contains("/abmelden") && page.text().contains("href=\"/anmelden\""));
    let reply = browser.try_sign_in("A@traeger.example", PASSWORD).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let page = browser.get("/liste").await;
    assert!(page.text().contains("action=\"/abmelden\""), "{}", page.text());
    assert_eq!(page.header("cache-control"), "no-store");
    let out = browser.post("/abmelden", &[]).await;
    assert_eq!((out.status.as_u16(), out.header("location")), (303, "/"));
    assert!(!browser.cookies.contains_key("session"));
    assert!(!browser.get("/liste").await.text().contains("/abmelden"));
}

#[tokio::test]
async fn signing_out_clears_what_the_browser_keeps() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let out = browser.post("/abmelden", &[]).await;
    assert_eq!(out.header("clear-site-data"), "\"storage\"");
    assert_eq!(out.header("cache-control"), "no-store");
    assert!(!browser.cookies.contains_key("session"));
    assert!(browser.cookies.contains_key("device"), "nobody is locked out for signing out");
}

#[tokio::test]
async fn reading_without_a_cookie_sets_none_and_stays_cacheable() {
    let house = House::open().await;
    let mut browser = house.browser();
    for path in ["/", "/liste", "/impressum", "/api/collections/services/items"] {
        let reply = browser.get(path).await;
        assert_eq!(reply.header("set-cookie"), "", "{path}");
        assert_ne!(reply.header("cache-control"), "no-store", "{path}");
    }
}

#[tokio::test]
async fn the_value_of_a_session_is_new_at_sign_in_and_an_old_one_is_worth_nothing() {
    let house = House::open().await;
    house.add("a@traeger.example", Role::Provider).await;
    let mut browser = house.browser();
    // What somebody else has put into the browser is not taken over.
    let planted = "x".repeat(43);
    browser.cookies.insert("session".into(), planted.clone());
    browser.try_sign_in("a@traeger.example", PASSWORD).await;
    let first = browser.cookies["session"].clone();
    assert_ne!(first, planted);
    let mut thief = house.browser();
    thief.cookies.insert("session".into(), planted);
    assert!(!thief.get("/").await.text().contains("/abmelden"));
    browser.get("/").await;
    browser.post("/abmelden", &[]).await;
    thief.cookies.insert("session".into(), first);
    assert!(!thief.get("/").await.text().contains("/abmelden"), "ended on the server too");
}

#[tokio::test]
async fn a_form_from_another_site_or_without_the_proof_changes_nothing() {
    let house = House::open().await;
    house.add("a@traeger.example", Role::Provider).await;
    let mut browser = house.browser();
    browser.get("/anmelden").await;
    let csrf = browser.csrf.clone();
    let fields = [("csrf", csrf.as_str()), ("email", "a@traeger.example"), ("password", PASSWORD)];
    for headers in [
        [("origin", "https://evil.example")],
        [("origin", "null")],
        [("sec-fetch-site", "cross-site")],
        [("sec-fetch-site", "same-site")],
    ] {
        let reply = browser.send_form("/anmelden", &fields, &headers).await;
        assert_eq!(reply.status, 403, "{headers:?}");
        assert!(!browser.cookies.contains_key("session"), "{headers:?}");
    }
    let own = [("origin", "http://localhost")];
    let without = browser.send_form("/anmelden", &fields[1..], &own).await;
    assert_eq!(without.status, 403);
    // Another browser's proof is worth nothing here.
    let mut other = house.browser();
    other.get("/anmelden").await;
    assert_eq!(other.send_form("/anmelden", &fields, &own).await.status, 403);
    assert_eq!(browser.send_form("/anmelden", &fields, &own).await.status, 303);
}

#[tokio::test]
async fn a_form_that_is_too_old_is_offered_again_with_what_was_typed_but_without_secrets() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    browser.csrf = "alt".into();
    let fields = [("email", "<b>a@x.example</b>"), ("password", "geheimes wort")];
    let reply = browser.post("/anmelden", &fields).await;
    assert_eq!(reply.status, 403);
    let text = reply.text();
    assert!(text.contains("action=\"/anmelden\"") && text.contains("a@x.example"), "{text}");
    assert!(!text.contains("geheimes wort") && !text.contains("<b>a@x"), "{text}");
}

#[tokio::test]
async fn unknown_accounts_and_wrong_passwords_get_the_same_answer_and_cost_the_same() {
    let house = House::open().await;
    let known = house.add("a@traeger.example", Role::Provider).await;
    house.add("admin@amt.example", Role::Admin).await;
    let mut answers = Vec::new();
    for email in ["a@traeger.example", "nobody@traeger.example", "no address"] {
        let before = house.desk.passwords_hashed();
        let reply = house.browser().try_sign_in(email, "falsches wort").await;
        assert_eq!(reply.status, 422, "{email}");
        assert_eq!(house.desk.passwords_hashed() - before, 1, "one hash, whoever is asked for");
        answers.push(shape(reply.text(), email));
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
    let admin = house.desk.find_account_by_email("admin@amt.example").await.unwrap().unwrap();
    let author = sozialatlas::app::Author::of(&admin);
    house.desk.block_account(&author, known.id).await.unwrap();
    let before = house.desk.passwords_hashed();
    let reply = house.browser().try_sign_in("a@traeger.example", PASSWORD).await;
    assert_eq!(reply.status, 422);
    assert_eq!(house.desk.passwords_hashed() - before, 1, "nor that it is blocked");
    assert_eq!(shape(reply.text(), "a@traeger.example"), answers[0]);
}

/// A page without what differs by nature: the proof and the address.
fn shape(page: &str, email: &str) -> String {
    let (head, rest) = page.split_once("name=\"csrf\" value=\"").unwrap();
    let (_, tail) = rest.split_once('"').unwrap();
    format!("{head}{tail}").replace(email, "")
}

#[tokio::test]
async fn too_many_attempts_from_one_place_are_slowed_but_the_owner_gets_in_from_a_known_browser() {
    let house = House::open().await;
    let mut owner = house.signed_in("a@traeger.example", Role::Provider).await;
    owner.post("/abmelden", &[]).await;
    let mut stranger = house.browser();
    let mut refused = None;
    for _ in 0..6 {
        let reply = stranger.try_sign_in("a@traeger.example", "geraten").await;
        if reply.status == 429 {
            refused = Some(reply);
        }
    }
    let refused = refused.expect("the sixth attempt is refused");
    assert!(refused.header("retry-after").parse::<u32>().unwrap() > 0);
    assert!(refused.text().contains("/passwort/vergessen"), "there is another way in");
    let right = stranger.try_sign_in("a@traeger.example", PASSWORD).await;
    assert_eq!(right.status, 429, "who guesses learns nothing more for a while");
    owner.sign_in("a@traeger.example").await;
    house.clock.forward(TimeDelta::minutes(6));
    assert_eq!(stranger.try_sign_in("a@traeger.example", PASSWORD).await.status, 303);
}

#[tokio::test]
async fn sessions_end_by_idleness_and_by_age_and_when_the_clock_goes_back() {
    for (role, steps, step_h) in [(Role::Provider, 24, 7), (Role::Editor, 3, 5)] {
        let house = House::open().await;
        let mut browser = house.signed_in("a@b.example", role).await;
        let mut lasted = 0;
        for _ in 0..40 {
            house.clock.forward(TimeDelta::hours(step_h));
            if !browser.get("/").await.text().contains("/abmelden") {
                break;
            }
            lasted += 1;
        }
        assert_eq!(lasted, steps - 1, "{role:?}: used again and again, until its age ends it");
    }
    let house = House::open().await;
    let mut browser = house.signed_in("a@b.example", Role::Provider).await;
    house.clock.forward(TimeDelta::hours(8));
    assert!(!browser.get("/").await.text().contains("/abmelden"), "idle");
    let mut other = house.signed_in("c@b.example", Role::Provider).await;
    house.clock.forward(TimeDelta::days(-2));
    assert!(!other.get("/").await.text().contains("/abmelden"), "nobody knows how old it is");
}

#[tokio::test]
async fn over_a_plain_connection_from_elsewhere_no_password_is_asked_for() {
    let house = House::open().await;
    let mut browser = house.browser();
    browser.host = "atlas.example";
    let page = browser.get("/anmelden").await;
    assert_eq!(page.status, 403);
    assert!(!page.text().contains("type=\"password\""));
    let https = Plan { base_url: Some("https://atlas.example"), ..Plan::default() };
    let house = House::built(https).await;
    let mut browser = house.browser();
    browser.host = "atlas.example";
    let page = browser.get("/anmelden").await;
    assert!(page.text().contains("type=\"password\""));
    let cookie = page.header("set-cookie");
    assert!(cookie.starts_with("__Host-visitor=") && cookie.contains("; Secure"), "{cookie}");
    for word in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(word), "{cookie}");
    }
}

#[tokio::test]
async fn one_is_led_on_to_pages_of_this_site_alone() {
    let house = House::open().await;
    house.add("a@b.example", Role::Provider).await;
    for (next, to) in [
        ("/liste?q=x", "/liste?q=x"),
        ("https://evil.example", "/mein"),
        ("//evil.example", "/mein"),
    ] {
        let mut browser = house.browser();
        browser.get("/anmelden").await;
        let fields = [("email", "a@b.example"), ("password", PASSWORD), ("weiter", next)];
        let reply = browser.post("/anmelden", &fields).await;
        assert_eq!((reply.status.as_u16(), reply.header("location")), (303, to), "{next}");
    }
}
