//! Invitations and forgotten passwords: links that work once.

use chrono::TimeDelta;
use sozialatlas::app::{Author, Invitation};
use sozialatlas::domain::policy::Role;

use crate::account::{code, enrol};
use crate::house::{House, PASSWORD};
use crate::support::world;

const NEW: &str = "vier wilde birnen im schnee";

async fn invite(house: &House) -> String {
    let admin = house.add("admin@amt.example", Role::Admin).await;
    let invitation = Invitation {
        email: "neu@traeger.example".into(),
        name: "Neu".into(),
        role: Role::Provider,
        organizations: vec![world::organization_id(0)],
    };
    let invited = house.desk.invite_account(&Author::of(&admin), invitation).await.unwrap();
    invited.link.expose().to_owned()
}

/// A link with one sign changed.
fn tampered(secret: &str) -> String {
    let other = if secret.starts_with('A') { 'B' } else { 'A' };
    format!("{other}{}", &secret[1..])
}

#[tokio::test]
async fn an_invitation_is_accepted_once() {
    let house = House::open().await;
    let path = format!("/einladung/{}", invite(&house).await);
    let mut browser = house.browser();
    let page = browser.get(&path).await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("neu@traeger.example"));
    assert_eq!(page.header("cache-control"), "no-store");
    let bad = browser.post(&path, &[("name", ""), ("password", "kurz")]).await;
    assert_eq!(bad.status, 422);
    for id in ["f-name-fehler", "f-password-fehler"] {
        assert!(bad.text().contains(id), "all at once: {id}");
    }
    let reply = browser.post(&path, &[("name", "Neue Person"), ("password", NEW)]).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    assert!(browser.get("/konto").await.text().contains("Neue Person"));
    let mut second = house.browser();
    assert_eq!(second.get(&path).await.status, 410);
    second.get("/anmelden").await;
    let again = second.post(&path, &[("name", "X"), ("password", NEW)]).await;
    assert_eq!(again.status, 410);
    assert_eq!(house.browser().try_sign_in("neu@traeger.example", NEW).await.status, 303);
}

#[tokio::test]
async fn links_that_are_tampered_with_too_old_or_for_something_else_are_worth_nothing() {
    let house = House::open().await;
    let secret = invite(&house).await;
    let mut browser = house.browser();
    let long = "A".repeat(3_000);
    for wrong in
        [tampered(&secret), secret[1..].to_owned(), format!("{secret}A"), "%00".into(), long]
    {
        assert_eq!(browser.get(&format!("/einladung/{wrong}")).await.status, 410, "{wrong}");
    }
    assert_eq!(
        browser.get(&format!("/passwort/neu/{secret}")).await.status,
        410,
        "another purpose"
    );
    assert_eq!(browser.get(&format!("/einladung/{secret}")).await.status, 200);
    house.clock.forward(TimeDelta::days(14));
    assert_eq!(browser.get(&format!("/einladung/{secret}")).await.status, 410);
    house.clock.forward(TimeDelta::days(-30));
    assert_eq!(browser.get(&format!("/einladung/{secret}")).await.status, 200, "clock set back");
}

#[tokio::test]
async fn a_repeated_invitation_ends_the_one_before() {
    let house = House::open().await;
    let first = invite(&house).await;
    let admin = house.desk.find_account_by_email("admin@amt.example").await.unwrap().unwrap();
    let invited = house.desk.find_account_by_email("neu@traeger.example").await.unwrap().unwrap();
    let again = house.desk.repeat_invitation(&Author::of(&admin), invited.id).await.unwrap();
    let mut browser = house.browser();
    assert_eq!(browser.get(&format!("/einladung/{first}")).await.status, 410);
    let second = again.unwrap().link;
    assert_eq!(browser.get(&format!("/einladung/{}", second.expose())).await.status, 200);
}

#[tokio::test]
async fn a_forgotten_password_is_chosen_anew_and_all_sessions_end() {
    let house = House::open().await;
    let mut old = house.signed_in("a@traeger.example", Role::Provider).await;
    let link = house.desk.request_reset("A@Traeger.example").await.unwrap().unwrap();
    let path = format!("/passwort/neu/{}", link.expose());
    let mut browser = house.browser();
    assert_eq!(browser.get(&path).await.status, 200);
    let bad = browser.post(&path, &[("password", "passwort1234")]).await;
    assert_eq!(bad.status, 422, "and the link stays good");
    let reply = browser.post(&path, &[("password", NEW)]).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    assert_eq!(browser.get("/konto").await.status, 200);
    assert_eq!(old.get("/konto").await.status, 303);
    assert_eq!(house.browser().get(&path).await.status, 410, "once");
    assert_eq!(house.browser().try_sign_in("a@traeger.example", PASSWORD).await.status, 422);
}

#[tokio::test]
async fn reset_with_a_second_factor_still_asks_for_its_code() {
    let house = House::open().await;
    let mut owner = house.signed_in("a@traeger.example", Role::Provider).await;
    let (key, _) = enrol(&house, &mut owner).await;
    let link = house.desk.request_reset("a@traeger.example").await.unwrap().unwrap();
    let path = format!("/passwort/neu/{}", link.expose());
    let mut thief = house.browser();
    thief.get(&path).await;
    let reply = thief.post(&path, &[("password", NEW)]).await;
    assert_eq!(reply.header("location"), "/anmelden/code");
    assert_eq!(thief.get("/konto").await.status, 303, "the mailbox alone opens nothing");
    house.clock.forward(TimeDelta::minutes(1));
    thief.get("/anmelden/code").await;
    let reply = thief.post("/anmelden/code", &[("code", &code(&house, &key))]).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    assert_eq!(thief.get("/konto").await.status, 200);
}

#[tokio::test]
async fn nobody_learns_from_the_reset_page_which_accounts_there_are() {
    let house = House::open().await;
    house.add("a@traeger.example", Role::Provider).await;
    let mut answers = Vec::new();
    for email in ["a@traeger.example", "nobody@traeger.example"] {
        let mut browser = house.browser();
        browser.get("/passwort/vergessen").await;
        let reply = browser.post("/passwort/vergessen", &[("email", email)]).await;
        assert_eq!(reply.status, 200);
        answers.push(reply.text().to_owned());
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn mails_to_one_address_are_few_and_requests_from_one_place_too() {
    let house = House::open().await;
    house.add("a@traeger.example", Role::Provider).await;
    let mut sent = 0;
    for _ in 0..10 {
        sent += usize::from(house.desk.request_reset("a@traeger.example").await.unwrap().is_some());
    }
    assert_eq!(sent, 3);
    let mut browser = house.browser();
    let mut last = 0;
    for _ in 0..11 {
        browser.get("/passwort/vergessen").await;
        let fields = [("email", "x@traeger.example")];
        last = browser.post("/passwort/vergessen", &fields).await.status.as_u16();
    }
    assert_eq!(last, 429);
}
