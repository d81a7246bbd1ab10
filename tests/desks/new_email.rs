//! Another address for an account: confirmed by whoever reads its mail, objected to by whoever reads the old one's.

use chrono::TimeDelta;
use sozialatlas::app::{Author, TokenRequest};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{Account, AccountState, Scope};

use crate::house::{Browser, House, PASSWORD};

pub(crate) const OLD: &str = "alt@traeger.example";
pub(crate) const NEW: &str = "neu@traeger.example";

/// A mail that was sent: to whom, its subject, its text.
pub(crate) type Sent = (String, String, String);

/// The mails that wait; they are taken as a worker would.
pub(crate) async fn mails(house: &House) -> Vec<Sent> {
    let now = sozialatlas::app::Clock::now(house.clock.as_ref());
    let mut tx = house.store.begin_write("test", now).await.unwrap();
    let taken = tx.take_mail("test", now, now + TimeDelta::hours(1), 100).await.unwrap();
    for mail in &taken {
        tx.finish_mail(mail.mail.id, "test").await.unwrap();
    }
    tx.commit().await.unwrap();
    let text =
        |one: sozialatlas::store::TakenMail| (one.mail.recipient, one.mail.subject, one.mail.plain);
    let mut all: Vec<Sent> = taken.into_iter().map(text).collect();
    all.sort();
    all
}

/// The only mail to an address.
fn only<'a>(mails: &'a [Sent], to: &str) -> &'a Sent {
    let found: Vec<&Sent> = mails.iter().filter(|(address, ..)| address == to).collect();
    assert_eq!(found.len(), 1, "{to}: {mails:?}");
    found[0]
}

/// The path of the only link below `place` in a letter.
pub(crate) fn link(letter: &str, place: &str) -> String {
    let found: Vec<&str> =
        letter.lines().filter_map(|line| line.find(place).map(|at| &line[at..])).collect();
    assert_eq!(found.len(), 1, "{letter}");
    found[0].to_owned()
}

pub(crate) async fn ask(browser: &mut Browser<'_>, email: &str) -> crate::support::Reply {
    browser.get("/konto").await;
    let fields = [("name", "Kim Beispiel"), ("email", email), ("person_password", PASSWORD)];
    browser.post("/konto/person", &fields).await
}

/// Somebody who has asked for another address: the paths that confirm it and that object.
pub(crate) async fn asked(house: &House) -> (Browser<'_>, String, String) {
    let mut browser = house.signed_in(OLD, Role::Provider).await;
    let reply = ask(&mut browser, NEW).await;
    assert_eq!(reply.header("location"), "/konto?gespeichert=e-mail-gefragt", "{}", reply.text());
    let sent = mails(house).await;
    let confirm = link(&only(&sent, NEW).2, "/konto/e-mail/");
    let object = link(&only(&sent, OLD).2, "/konto/einspruch/");
    (browser, confirm, object)
}

pub(crate) async fn account(house: &House, email: &str) -> Option<Account> {
    house.desk.find_account_by_email(email).await.unwrap()
}

/// What the audit tells administrators of changes of addresses.
async fn kinds(house: &House) -> Vec<String> {
    all_kinds(house).await.into_iter().filter(|kind| kind.starts_with("email_")).collect()
}

/// What it tells of everything, the oldest first.
pub(crate) async fn all_kinds(house: &House) -> Vec<String> {
    let admin = match account(house, "pruefung@amt.example").await {
        Some(admin) => admin,
        None => house.add("pruefung@amt.example", Role::Admin).await,
    };
    let events = house.desk.list_audit(&Author::of(&admin), None, 100).await.unwrap();
    let mut kinds: Vec<String> = events.into_iter().map(|event| event.kind).collect();
    kinds.reverse();
    kinds
}

#[tokio::test]
async fn another_address_counts_once_its_reader_has_confirmed_it_and_other_sessions_end() {
    let house = House::open().await;
    let (mut browser, confirm, _) = asked(&house).await;
    let mut elsewhere = house.browser();
    elsewhere.sign_in(OLD).await;
    assert!(account(&house, NEW).await.is_none(), "not before it is confirmed");
    let kim = account(&house, OLD).await.unwrap();
    assert_eq!(kim.name, "Kim Beispiel", "the name is another one at once");
    let page = browser.get("/konto").await;
    assert!(page.text().contains("Neue Adresse: neu@traeger.example."), "{}", page.text());
    // Opening the link does nothing yet.
    let page = browser.get(&confirm).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains(OLD) && page.text().contains(NEW));
    assert!(account(&house, NEW).await.is_none());
    let done = browser.post(&confirm, &[]).await;
    assert_eq!(done.header("location"), "/konto?gespeichert=e-mail", "{}", done.text());
    assert_eq!(account(&house, NEW).await.map(|one| one.id), Some(kim.id));
    assert!(account(&house, OLD).await.is_none());
    assert_eq!(browser.get("/konto").await.status, 200, "this session goes on");
    assert_eq!(elsewhere.get("/konto").await.status, 303, "others end");
    let sent = mails(&house).await;
    assert!(only(&sent, OLD).2.contains(NEW), "the old address is told");
    assert_eq!(kinds(&house).await, ["email_asked", "email_changed"]);
    let mut fresh = house.browser();
    assert_eq!(fresh.try_sign_in(OLD, PASSWORD).await.status, 422);
    assert_eq!(fresh.try_sign_in(NEW, PASSWORD).await.status, 303);
}

#[tokio::test]
async fn links_that_are_used_expired_tampered_or_replaced_confirm_nothing() {
    let house = House::open().await;
    let (mut browser, first, _) = asked(&house).await;
    let changed = if first.ends_with('A') { 'B' } else { 'A' };
    let tampered = format!("{}{changed}", &first[..first.len() - 1]);
    let with_more = format!("{first}A");
    for wrong in [tampered.as_str(), &with_more, "/konto/e-mail/%00", "/konto/e-mail/x"] {
        assert_eq!(browser.get(wrong).await.status, 410, "{wrong}");
        browser.get("/konto").await;
        assert_eq!(browser.post(wrong, &[]).await.status, 410, "{wrong}");
    }
    ask(&mut browser, NEW).await;
    let second = link(&only(&mails(&house).await, NEW).2, "/konto/e-mail/");
    assert_eq!(browser.get(&first).await.status, 410, "the newer link ends the older one");
    house.clock.forward(TimeDelta::hours(24));
    browser.sign_in(OLD).await;
    assert_eq!(browser.get(&second).await.status, 410, "expired");
    browser.get("/konto").await;
    assert_eq!(browser.post(&second, &[]).await.status, 410);
    assert!(!browser.get("/konto").await.text().contains("neue-adresse"));
    ask(&mut browser, NEW).await;
    let third = link(&only(&mails(&house).await, NEW).2, "/konto/e-mail/");
    browser.get(&third).await;
    assert_eq!(browser.post(&third, &[]).await.status, 303);
    assert_eq!(browser.get(&third).await.status, 410, "used");
    browser.get("/konto").await;
    assert_eq!(browser.post(&third, &[]).await.status, 410);
}

#[tokio::test]
async fn the_link_alone_is_not_enough_and_is_worth_nothing_to_another_account() {
    let house = House::open().await;
    let (mut owner, confirm, _) = asked(&house).await;
    let mut stranger = house.browser();
    let led = stranger.get(&confirm).await;
    assert_eq!(led.header("location"), format!("/anmelden?weiter={confirm}"), "{}", led.text());
    assert_eq!(stranger.post(&confirm, &[]).await.status, 401);
    let mut other = house.signed_in("andere@traeger.example", Role::Provider).await;
    assert_eq!(other.get(&confirm).await.status, 410);
    other.get("/konto").await;
    assert_eq!(other.post(&confirm, &[]).await.status, 410);
    assert!(account(&house, NEW).await.is_none());
    owner.get(&confirm).await;
    assert_eq!(owner.post(&confirm, &[]).await.status, 303, "and it stayed good for its owner");
}

#[tokio::test]
async fn other_sites_neither_confirm_nor_object_nor_cancel() {
    let house = House::open().await;
    let (mut browser, confirm, object) = asked(&house).await;
    browser.get("/konto").await;
    let proof = browser.csrf.clone();
    for path in [confirm.as_str(), &object, "/konto/e-mail/abbrechen"] {
        let evil = [("origin", "https://evil.example")];
        assert_eq!(browser.send_form(path, &[("csrf", &proof)], &evil).await.status, 403, "{path}");
        let own = [("origin", "http://localhost")];
        assert_eq!(browser.send_form(path, &[], &own).await.status, 403, "{path}: no proof");
    }
    assert!(account(&house, NEW).await.is_none());
    assert!(browser.get("/konto").await.text().contains("neue-adresse"), "nothing was cancelled");
}

#[tokio::test]
async fn an_address_that_somebody_has_is_answered_like_a_free_one_and_stays_theirs() {
    let mut answers = Vec::new();
    for is_taken in [false, true] {
        let house = House::open().await;
        let theirs = if is_taken { Some(house.add(NEW, Role::Provider).await) } else { None };
        let mut browser = house.signed_in(OLD, Role::Provider).await;
        let reply = ask(&mut browser, NEW).await;
        let page = browser.get("/konto").await;
        let from = page.text().split_once("id=\"neue-adresse\"").unwrap().1;
        let shown = from.split_once("</p>").unwrap().0.to_owned();
        answers.push((reply.status, reply.header("location").to_owned(), shown));
        let sent = mails(&house).await;
        only(&sent, OLD);
        let (_, _, text) = only(&sent, NEW);
        assert_eq!(text.contains("/konto/e-mail/"), !is_taken, "{text}");
        assert_eq!(text.contains("schon ein Konto"), is_taken, "{text}");
        let data = browser.get("/konto/daten").await;
        assert!(data.text().contains("\"new_email\": \"neu@traeger.example\""), "{}", data.text());
        let known = account(&house, NEW).await.map(|one| one.id);
        assert_eq!(known, theirs.map(|one| one.id));
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn an_address_that_is_taken_before_it_is_confirmed_stays_with_whoever_was_first() {
    let house = House::open().await;
    let (mut browser, confirm, _) = asked(&house).await;
    let first = house.add(NEW, Role::Provider).await;
    browser.get(&confirm).await;
    assert_eq!(browser.post(&confirm, &[]).await.status, 410);
    assert_eq!(account(&house, NEW).await.map(|one| one.id), Some(first.id));
    assert!(account(&house, OLD).await.is_some());
}

#[tokio::test]
async fn a_new_address_is_given_up_again_and_its_link_is_worth_nothing() {
    let house = House::open().await;
    let (mut browser, confirm, _) = asked(&house).await;
    browser.get("/konto").await;
    let reply = browser.post("/konto/e-mail/abbrechen", &[]).await;
    assert_eq!(reply.header("location"), "/konto?gespeichert=e-mail-aus");
    assert_eq!(browser.get(&confirm).await.status, 410);
    assert!(!browser.get("/konto").await.text().contains("neue-adresse"));
    browser.post("/konto/e-mail/abbrechen", &[]).await;
    assert_eq!(kinds(&house).await, ["email_asked", "email_cancelled"], "there was nothing left");
}

#[tokio::test]
async fn the_reader_of_the_old_address_takes_the_account_back_from_whoever_took_it_over() {
    let house = House::open().await;
    // Somebody sits at an open browser, knows the password, and confirms their own address at once.
    let (mut thief, confirm, object) = asked(&house).await;
    house.clock.forward(TimeDelta::minutes(1));
    thief.get(&confirm).await;
    assert_eq!(thief.post(&confirm, &[]).await.status, 303);
    let later = link(&only(&mails(&house).await, OLD).2, "/konto/einspruch/");
    let kim = account(&house, NEW).await.unwrap();
    let expires_at = sozialatlas::app::Clock::now(house.clock.as_ref()) + TimeDelta::days(30);
    let scopes = vec![Scope::ListingsRead];
    let request = TokenRequest { name: "Diebstahl".into(), scopes, expires_at };
    let token = house.desk.create_token(&Author::of(&kim), &kim, request).await.unwrap();
    house.clock.forward(TimeDelta::hours(1));
    // And moves on to a third address, so that the second one could object as well.
    ask(&mut thief, "dritte@traeger.example").await;
    let of_thief = link(&only(&mails(&house).await, NEW).2, "/konto/einspruch/");

    let mut owner = house.browser();
    let page = owner.get(&object).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains(OLD), "{}", page.text());
    assert!(account(&house, OLD).await.is_none(), "opening the link does nothing yet");
    let done = owner.post(&object, &[]).await;
    assert_eq!(done.status, 200, "{}", done.text());
    assert_eq!(account(&house, OLD).await.map(|one| one.id), Some(kim.id));
    assert_eq!(thief.get("/konto").await.status, 303, "whoever took it over is signed out");
    assert!(house.desk.find_token(&token.secret).await.unwrap().is_none(), "tokens end");
    assert_eq!(
        house.browser().try_sign_in(OLD, PASSWORD).await.status,
        422,
        "so does the password"
    );
    for path in [&object, &later, &of_thief] {
        assert_eq!(house.browser().get(path).await.status, 410, "{path}");
    }
    let sent = mails(&house).await;
    let reset = link(&only(&sent, OLD).2, "/passwort/neu/");
    owner.get(&reset).await;
    let reply = owner.post(&reset, &[("password", "vier wilde birnen im schnee")]).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    assert_eq!(owner.get("/konto").await.status, 200);
    let told = kinds(&house).await;
    assert_eq!(told, ["email_asked", "email_changed", "email_asked", "email_objected"]);
}

#[tokio::test]
async fn an_objection_promises_an_end_of_the_password_only_where_there_will_be_one() {
    const PROMISE: &str = "das bisherige Passwort gilt nicht mehr";
    let house = House::open().await;
    let (_, _, object) = asked(&house).await;
    let mut owner = house.browser();
    assert!(owner.get(&object).await.text().contains(PROMISE));
    // A blocked account gets its address back, but nobody signs in to it: its password is left alone.
    let kim = account(&house, OLD).await.unwrap();
    let now = sozialatlas::app::Clock::now(house.clock.as_ref());
    let mut tx = house.store.begin_write("test", now).await.unwrap();
    tx.update_account(&Account { state: AccountState::Blocked, ..kim }).await.unwrap();
    tx.commit().await.unwrap();
    let page = owner.get(&object).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("Danach gilt wieder"), "{}", page.text());
    assert!(!page.text().contains(PROMISE), "{}", page.text());
}

#[tokio::test]
async fn an_objection_ends_an_address_that_is_not_confirmed_yet_and_works_for_a_week() {
    let house = House::open().await;
    let (mut browser, confirm, object) = asked(&house).await;
    house.clock.forward(TimeDelta::hours(23));
    let mut owner = house.browser();
    owner.get(&object).await;
    assert_eq!(owner.post(&object, &[]).await.status, 200);
    let mut fresh = house.browser();
    assert_eq!(fresh.get("/konto").await.status, 303);
    assert_eq!(browser.get(&confirm).await.status, 303, "signed out");
    assert!(account(&house, OLD).await.is_some());

    let house = House::open().await;
    let (_, _, object) = asked(&house).await;
    house.clock.forward(TimeDelta::days(7));
    let mut late = house.browser();
    assert_eq!(late.get(&object).await.status, 410);
    late.get("/anmelden").await;
    assert_eq!(late.post(&object, &[]).await.status, 410);
    let mut again = house.browser();
    assert_eq!(again.try_sign_in(OLD, PASSWORD).await.status, 303, "nothing was taken away");
}

#[tokio::test]
async fn the_password_confirms_it_and_mails_are_few() {
    let house = House::open().await;
    let mut browser = house.signed_in(OLD, Role::Provider).await;
    browser.get("/konto").await;
    let fields = [("name", "Kim"), ("email", NEW), ("person_password", "falsch")];
    let reply = browser.post("/konto/person", &fields).await;
    assert_eq!(reply.status, 422);
    assert!(mails(&house).await.is_empty());
    // The same address written otherwise is no other one.
    let reply = ask(&mut browser, "ALT@Traeger.example").await;
    assert_eq!(reply.header("location"), "/konto?gespeichert=person");
    assert!(mails(&house).await.is_empty());
    for number in 0..3 {
        let reply = ask(&mut browser, &format!("neu{number}@traeger.example")).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
    }
    let reply = ask(&mut browser, NEW).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("f-email-fehler") && reply.text().contains(NEW), "kept");
    assert!(mails(&house).await.iter().all(|(to, ..)| to != NEW));
}

#[tokio::test]
async fn erasing_the_account_takes_the_new_address_with_it() {
    let house = House::open().await;
    let (mut browser, confirm, object) = asked(&house).await;
    browser.get("/konto").await;
    let erased = browser.post("/konto/loeschen", &[("erase_password", PASSWORD)]).await;
    assert_eq!(erased.status, 303, "{}", erased.text());
    assert_eq!(house.browser().get(&object).await.status, 410);
    assert_eq!(house.browser().get(&confirm).await.status, 303);
    let rows = sqlx::sqlite::SqlitePool::connect(&house.url).await.unwrap();
    let (links,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM link_token WHERE subject LIKE '%@%'")
            .fetch_one(&rows)
            .await
            .unwrap();
    assert_eq!(links, 0);
}
