//! One's own account through pages: password, second factor, sessions, tokens, data, erasing.

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::Value;
use sozialatlas::app::SecondFactorRule;
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{AccountState, Scope};
use totp_rs::{Builder, Secret};

use crate::house::{Browser, House, PASSWORD, Plan};

/// The text between two marks of a page.
fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = page.split_once(before).unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split_once(after).unwrap().0
}

/// The code that an app with this key shows now.
pub(crate) fn code(house: &House, key: &str) -> String {
    use sozialatlas::app::Clock;
    let secret = Secret::try_from_base32(key.replace(' ', "")).unwrap();
    let totp = Builder::new().with_secret(secret).with_account_name("x").build().unwrap();
    totp.generate(u64::try_from(house.clock.now().timestamp()).unwrap()).to_string()
}

/// Sets up a second factor: its key and the recovery codes.
pub(crate) async fn enrol(house: &House, browser: &mut Browser<'_>) -> (String, Vec<String>) {
    let page = browser.get("/konto/zweiter-faktor").await;
    // Whoever has just signed in and has to have one is not asked for the password a second time.
    let fields: &[(&str, &str)] =
        if page.text().contains("id=\"f-password\"") { &[("password", PASSWORD)] } else { &[] };
    let page = browser.post("/konto/zweiter-faktor", fields).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("<svg role=\"img\"") && page.text().contains("otpauth://totp/"));
    let key = between(page.text(), "class=\"factor__key\">", "<").to_owned();
    let wrong = browser.post("/konto/zweiter-faktor/code", &[("code", "000000")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains(&key), "the key in the app stays right");
    let page = browser.post("/konto/zweiter-faktor/code", &[("code", &code(house, &key))]).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(page.header("cache-control"), "no-store");
    let codes = page.text().split("<li><code>").skip(1);
    (key, codes.map(|rest| rest.split('<').next().unwrap().to_owned()).collect())
}

#[tokio::test]
async fn pages_of_the_account_lead_to_the_sign_in_page_and_back() {
    let house = House::open().await;
    house.add("a@b.example", Role::Provider).await;
    let mut browser = house.browser();
    let reply = browser.get("/konto?x=1").await;
    assert_eq!(reply.status, 303);
    assert_eq!(reply.header("location"), "/anmelden?weiter=/konto%3Fx%3D1");
    let page = browser.get("/anmelden?weiter=/konto%3Fx%3D1").await;
    assert_eq!(between(page.text(), "name=\"weiter\" value=\"", "\""), "/konto?x=1");
    let lost = browser.post("/konto/person", &[("name", "X")]).await;
    assert_eq!(lost.status, 401, "a form cannot be led back");
    assert!(lost.text().contains("nicht mehr angemeldet"));
}

#[tokio::test]
async fn a_second_factor_is_asked_for_after_the_password_and_no_code_counts_twice() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@b.example", Role::Provider).await;
    let (key, codes) = enrol(&house, &mut browser).await;
    assert_eq!(codes.len(), 10);
    let used = code(&house, &key);

    let mut other = house.browser();
    let reply = other.try_sign_in("a@b.example", PASSWORD).await;
    assert_eq!(reply.header("location"), "/anmelden/code");
    assert!(!other.get("/liste").await.text().contains("/abmelden"), "not signed in yet");
    assert_eq!(other.get("/konto").await.status, 303);
    other.get("/anmelden/code").await;
    let half = other.cookies["session"].clone();
    let replayed = other.post("/anmelden/code", &[("code", &used)]).await;
    assert_eq!(replayed.status, 422, "the code that switched it on is used up");
    house.clock.forward(TimeDelta::seconds(30));
    let next = code(&house, &key);
    let reply = other.post("/anmelden/code", &[("code", &next), ("weiter", "/liste")]).await;
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, "/liste"));
    assert_ne!(other.cookies["session"], half, "a new value with the new right");
    assert_eq!(other.get("/konto").await.status, 200);

    let mut third = house.browser();
    third.try_sign_in("a@b.example", PASSWORD).await;
    third.get("/anmelden/code").await;
    assert_eq!(third.post("/anmelden/code", &[("code", &next)]).await.status, 422);
    let shouted = codes[0].to_uppercase().replace('-', " ");
    let reply = third.post("/anmelden/code", &[("code", &shouted)]).await;
    assert_eq!(reply.header("location"), "/konto#codes", "{}", reply.text());
    assert!(third.get("/konto").await.text().contains("noch 9 Ersatz-Codes"));

    let mut fourth = house.browser();
    fourth.try_sign_in("a@b.example", PASSWORD).await;
    fourth.get("/anmelden/code").await;
    assert_eq!(fourth.post("/anmelden/code", &[("code", &codes[0])]).await.status, 422, "once");
}

#[tokio::test]
async fn codes_cannot_be_guessed_and_the_time_for_them_is_short() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@b.example", Role::Provider).await;
    let (key, _) = enrol(&house, &mut browser).await;
    let mut thief = house.browser();
    thief.try_sign_in("a@b.example", PASSWORD).await;
    thief.get("/anmelden/code").await;
    let mut statuses = Vec::new();
    for guess in 0..7 {
        let code = format!("{guess:06}");
        statuses.push(thief.post("/anmelden/code", &[("code", &code)]).await.status.as_u16());
    }
    assert_eq!(statuses, [422, 422, 422, 422, 422, 429, 429]);
    house.clock.forward(TimeDelta::minutes(11));
    let late = thief.post("/anmelden/code", &[("code", &code(&house, &key))]).await;
    assert_ne!(late.header("location"), "/konto");
    assert!(!thief.get("/liste").await.text().contains("/abmelden"));
}

#[tokio::test]
async fn whoever_has_to_have_a_second_factor_sets_it_up_before_anything_else() {
    let house =
        House::built(Plan { second_factor: SecondFactorRule::County, ..Plan::default() }).await;
    let mut provider = house.signed_in("p@b.example", Role::Provider).await;
    assert_eq!(provider.get("/konto").await.status, 200);
    let mut editor = house.signed_in("e@b.example", Role::Editor).await;
    let sent = editor.get("/konto").await;
    assert_eq!(sent.header("location"), "/konto/zweiter-faktor?weiter=/konto");
    enrol(&house, &mut editor).await;
    let page = editor.get("/konto").await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("/konto/zweiter-faktor/aus"), "nor is it given up");
    let reply = editor.post("/konto/zweiter-faktor/aus", &[("off_password", PASSWORD)]).await;
    assert_eq!(reply.status, 403);
}

#[tokio::test]
async fn a_second_factor_takes_the_password_unless_signing_in_has_just_led_to_it() {
    const STEP: &str = "/konto/zweiter-faktor";
    let asked = |page: &str| page.contains("id=\"f-password\"");
    let house = House::open().await;
    let mut browser = house.signed_in("a@b.example", Role::Provider).await;
    assert!(asked(browser.get(STEP).await.text()));
    let wrong: [&[(&str, &str)]; 2] = [&[], &[("password", "falsch")]];
    for wrong in wrong {
        let refused = browser.post(STEP, wrong).await;
        assert_eq!(refused.status, 422, "whoever finds the browser open locks nobody out");
        assert!(refused.text().contains("id=\"f-password-fehler\""), "{}", refused.text());
        assert!(!refused.text().contains("factor__key"), "{}", refused.text());
    }
    let early = browser.post("/konto/zweiter-faktor/code", &[("code", "000000")]).await;
    assert_eq!(early.status, 303, "nothing was begun");
    browser.get(STEP).await;
    assert_eq!(browser.post(STEP, &[("password", PASSWORD)]).await.status, 200);

    let house =
        House::built(Plan { second_factor: SecondFactorRule::County, ..Plan::default() }).await;
    let mut editor = house.signed_in("e@b.example", Role::Editor).await;
    assert!(!asked(editor.get(STEP).await.text()), "the password was given a moment ago");
    assert_eq!(editor.post(STEP, &[]).await.status, 200);
    house.clock.forward(TimeDelta::minutes(11));
    assert!(asked(editor.get(STEP).await.text()), "who knows who sits there now");
    assert_eq!(editor.post(STEP, &[]).await.status, 422);
    assert_eq!(editor.post(STEP, &[("password", PASSWORD)]).await.status, 200);
}

#[tokio::test]
async fn giving_the_second_factor_up_ends_all_other_sessions() {
    let house = House::open().await;
    let mut here = house.signed_in("a@b.example", Role::Provider).await;
    let (key, _) = enrol(&house, &mut here).await;
    house.clock.forward(TimeDelta::seconds(30));
    let mut there = house.browser();
    there.try_sign_in("a@b.example", PASSWORD).await;
    there.get("/anmelden/code").await;
    assert_eq!(there.post("/anmelden/code", &[("code", &code(&house, &key))]).await.status, 303);
    assert_eq!(there.get("/konto").await.status, 200);
    here.get("/konto").await;
    let off = here.post("/konto/zweiter-faktor/aus", &[("off_password", PASSWORD)]).await;
    assert_eq!(off.header("location"), "/konto?gespeichert=zweiter-faktor", "{}", off.text());
    assert_eq!(there.get("/konto").await.status, 303, "others end");
    assert_eq!(here.get("/konto").await.status, 200, "this session goes on");
}

#[tokio::test]
async fn whoever_sets_up_a_second_factor_first_goes_on_to_where_they_wanted_to_go() {
    let house =
        House::built(Plan { second_factor: SecondFactorRule::County, ..Plan::default() }).await;
    house.add("e@b.example", Role::Editor).await;
    let mut editor = house.browser();
    editor.get("/anmelden").await;
    let wanted = "/redaktion?q=a b&seite=2";
    let fields = [("email", "e@b.example"), ("password", PASSWORD), ("weiter", wanted)];
    // A path with a blank is none of ours: it is written otherwise in an address.
    let reply = editor.post("/anmelden", &fields).await;
    assert_eq!(reply.header("location"), "/konto/zweiter-faktor");
    let wanted = "/redaktion?q=a%20b&seite=2";
    let led = editor.get(wanted).await;
    let step = led.header("location").to_owned();
    assert_eq!(step, "/konto/zweiter-faktor?weiter=/redaktion%3Fq%3Da%2520b%26seite%3D2");
    let marked = "name=\"weiter\" value=\"";
    let told = |page: &str| between(page, marked, "\"").replace("&amp;", "&").replace("&#38;", "&");
    assert_eq!(told(editor.get(&step).await.text()), wanted);
    let begun = editor.post("/konto/zweiter-faktor", &[("weiter", wanted)]).await;
    assert_eq!(told(begun.text()), wanted);
    let key = between(begun.text(), "class=\"factor__key\">", "<").to_owned();
    let wrong = [("code", "000000"), ("weiter", wanted)];
    let wrong = editor.post("/konto/zweiter-faktor/code", &wrong).await;
    assert_eq!((wrong.status.as_u16(), told(wrong.text()).as_str()), (422, wanted));
    let right = [("code", &*code(&house, &key)), ("weiter", wanted)];
    let done = editor.post("/konto/zweiter-faktor/code", &right).await;
    assert_eq!(done.status, 200, "{}", done.text());
    let escaped = done.text().replace("&amp;", "&").replace("&#38;", "&");
    assert!(escaped.contains(&format!("href=\"{wanted}\"")), "{}", done.text());
}

#[tokio::test]
async fn setting_up_a_second_factor_leads_to_no_other_site() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@b.example", Role::Provider).await;
    for evil in ["https://evil.example", "//evil.example", "/\\evil.example"] {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("weiter", evil)
            .finish();
        let page = browser.get(&format!("/konto/zweiter-faktor?{query}")).await;
        assert!(!page.text().contains("evil.example"), "{evil}");
        let fields = [("weiter", evil), ("password", PASSWORD)];
        let begun = browser.post("/konto/zweiter-faktor", &fields).await;
        assert_eq!(begun.status, 200, "{evil}");
        assert!(!begun.text().contains("evil.example"), "{evil}");
    }
}

#[tokio::test]
async fn a_new_password_ends_all_other_sessions_and_bad_ones_are_told_at_their_field() {
    let house = House::open().await;
    let mut here = house.signed_in("a@b.example", Role::Provider).await;
    let mut there = house.browser();
    there.sign_in("a@b.example").await;
    here.get("/konto").await;
    for (present, new, field) in [
        ("falsch", "vier wilde birnen im schnee", "f-password-fehler"),
        (PASSWORD, "kurz&gut", "f-new_password-fehler"),
        (PASSWORD, "passwort1234", "f-new_password-fehler"),
    ] {
        let fields = [("password", present), ("new_password", new)];
        let reply = here.post("/konto/passwort", &fields).await;
        assert_eq!(reply.status, 422);
        assert!(reply.text().contains(&format!("id=\"{field}\"")), "{new}");
        assert!(!reply.text().contains(new), "passwords are never written into a page");
    }
    let before = here.cookies["session"].clone();
    let fields = [("password", PASSWORD), ("new_password", "vier wilde birnen im schnee")];
    let reply = here.post("/konto/passwort", &fields).await;
    assert_eq!(reply.header("location"), "/konto?gespeichert=passwort", "{}", reply.text());
    assert_ne!(here.cookies["session"], before);
    assert_eq!(here.get("/konto?gespeichert=passwort").await.status, 200);
    assert_eq!(there.get("/konto").await.status, 303);
    assert_eq!(house.browser().try_sign_in("a@b.example", PASSWORD).await.status, 422);
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let house = House::open().await;
    let mut here = house.signed_in("a@b.example", Role::Provider).await;
    let mut there = house.browser();
    there.sign_in("a@b.example").await;
    let mut stranger = house.signed_in("c@b.example", Role::Provider).await;
    let page = here.get("/konto").await;
    let id = between(page.text(), "name=\"id\" value=\"", "\"").to_owned();
    stranger.get("/konto").await;
    stranger.post("/konto/sitzungen", &[("id", &id)]).await;
    assert_eq!(there.get("/konto").await.status, 200, "nobody ends the session of another");
    here.get("/konto").await;
    here.post("/konto/sitzungen", &[("id", &id)]).await;
    assert_eq!(there.get("/konto").await.status, 303);
    assert_eq!(here.get("/konto").await.status, 200);
}

#[tokio::test]
async fn a_token_is_shown_once_and_opens_the_interface_until_it_ends() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@b.example", Role::Provider).await;
    browser.get("/konto").await;
    let empty = browser.post("/konto/schluessel", &[("token_name", ""), ("days", "x")]).await;
    assert_eq!(empty.status, 422);
    for id in ["f-token_name-fehler", "f-days-fehler", "f-scopes-fehler", "f-token_password-fehler"]
    {
        assert!(empty.text().contains(&format!("id=\"{id}\"")), "all at once: {id}");
    }
    let fields = [
        ("token_name", "Skript"),
        ("days", "30"),
        ("scopes", "listings:read"),
        ("token_password", PASSWORD),
    ];
    // Whoever finds the browser open keeps no way in for a year.
    for wrong in [&fields[..3], &[fields[0], fields[1], fields[2], ("token_password", "falsch")]] {
        let refused = browser.post("/konto/schluessel", wrong).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("id=\"f-token_password-fehler\""), "{}", refused.text());
        assert!(refused.text().contains("value=\"Skript\""), "what was typed stays");
        assert!(!refused.text().contains("<code>") && !refused.text().contains("value=\"falsch"));
    }
    let page = browser.post("/konto/schluessel", &fields).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let token = between(page.text(), "<code>", "<").to_owned();
    assert!(token.starts_with("sozialatlas_"));
    assert!(!browser.get("/konto").await.text().contains(&token));
    let user = house.desk.find_token(&token).await.unwrap().unwrap();
    assert_eq!(user.scopes, [Scope::ListingsRead]);
    let bearer = format!("Bearer {token}");
    let mut program = house.browser();
    let ask = [("authorization", bearer.as_str())];
    let reply = program.send(Method::GET, "/api/session", &ask, "").await;
    assert_eq!(reply.json()["account"]["role"], "provider");
    house.clock.forward(TimeDelta::days(31));
    let reply = program.send(Method::GET, "/api/session", &ask, "").await;
    assert_eq!(reply.status, 401);
    let admin = [
        ("token_name", "x"),
        ("days", "30"),
        ("scopes", "accounts:admin"),
        ("token_password", PASSWORD),
    ];
    browser.sign_in("a@b.example").await;
    browser.get("/konto").await;
    assert_eq!(browser.post("/konto/schluessel", &admin).await.status, 422, "not of this role");
}

#[tokio::test]
async fn everything_kept_of_a_person_is_handed_out_and_can_be_erased() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@b.example", Role::Provider).await;
    let reply = browser.get("/konto/daten").await;
    assert!(reply.header("content-disposition").contains("attachment"));
    let data: Value = serde_json::from_slice(&reply.body).unwrap();
    assert_eq!(data["account"]["email"], "a@b.example");
    assert_eq!(data["sessions"].as_array().unwrap().len(), 1);
    assert!(!reply.text().contains("argon2"), "secrets are no data of the person");
    let id = data["account"]["id"].as_str().unwrap().parse().unwrap();
    browser.get("/konto").await;
    let wrong = browser.post("/konto/loeschen", &[("erase_password", "falsch")]).await;
    assert_eq!(wrong.status, 422);
    let gone = browser.post("/konto/loeschen", &[("erase_password", PASSWORD)]).await;
    assert_eq!(gone.header("location"), "/", "{}", gone.text());
    let account = house.desk.find_account(id).await.unwrap().unwrap();
    assert_eq!(account.state, AccountState::Erased);
    assert_eq!((account.email.as_str(), account.name.as_str()), ("", ""));
    assert_eq!(house.browser().try_sign_in("a@b.example", PASSWORD).await.status, 422);
    house.add("a@b.example", Role::Provider).await;
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let house = House::open().await;
    let mut browser = house.signed_in("admin@b.example", Role::Admin).await;
    browser.get("/konto").await;
    let reply = browser.post("/konto/loeschen", &[("erase_password", PASSWORD)]).await;
    assert_eq!(reply.status, 403);
    house.add("other@b.example", Role::Admin).await;
    browser.get("/konto").await;
    let reply = browser.post("/konto/loeschen", &[("erase_password", PASSWORD)]).await;
    assert_eq!(reply.header("location"), "/");
}
