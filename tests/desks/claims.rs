//! "Das ist unser Eintrag": claims with and without an account, and what accepting them does.

use chrono::TimeDelta;
use sozialatlas::app::Author;
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{AccountState, Mail, ServiceId};

use crate::house::{Browser, House};
use crate::world;

/// A public entry of organization `n` of the house.
fn entry_of(n: usize) -> ServiceId {
    let mut all: Vec<usize> = (0..world::SITES).collect();
    all.sort_by_key(|i| world::service_id(*i));
    all.truncate(20);
    all.retain(|i| i % 2 == n && *i < world::PLACED);
    world::service_id(all[0])
}

const WHO: &str = "Ich leite die Beratungsstelle seit 2024.";

/// Kind, recipient and text of every mail that waits.
async fn mails(house: &House) -> Vec<(String, String, String)> {
    let now = "2026-11-30T09:00:00Z".parse().unwrap();
    let mut tx = house.store.begin_write("test", now).await.unwrap();
    let taken = tx.take_mail("test", now, now + TimeDelta::hours(1), 100).await.unwrap();
    tx.rollback().await.unwrap();
    let told = |mail: Mail| (mail.kind, mail.recipient, mail.plain);
    taken.into_iter().map(|taken| told(taken.mail)).collect()
}

/// The page of the only claim in the editors' list.
async fn case(editor: &mut Browser<'_>) -> String {
    let queue = editor.get("/redaktion").await;
    let (_, rest) = queue.text().split_once("href=\"/redaktion/vorschlaege/").expect("a claim");
    format!("/redaktion/vorschlaege/{}", rest.split('"').next().unwrap())
}

async fn claimed_by_a_stranger(house: &House, email: &str) {
    let entry = entry_of(1).to_string();
    let mut browser = house.browser();
    let page = browser.get(&format!("/vorschlag?kind=claim&entry={entry}")).await;
    let (_, rest) = page.text().split_once("name=\"form\" value=\"").expect("a form");
    let form = rest.split('"').next().unwrap().to_owned();
    house.clock.forward(TimeDelta::seconds(30));
    let fields = [
        ("entry", entry.as_str()),
        ("form", &form),
        ("kind", "claim"),
        ("message", WHO),
        ("organization", "Verein 1"),
        ("sender_name", "Nele Neu"),
        ("sender_email", email),
    ];
    let sent = browser.send_form("/vorschlag", &fields, &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert_eq!(mails(house).await.len(), 0, "nobody is written to before an editor has decided");
}

#[tokio::test]
async fn accepting_a_strangers_claim_invites_them_for_the_organization_of_the_entry() {
    let house = House::open().await;
    claimed_by_a_stranger(&house, "nele@verein.example").await;
    let mut editor = house.signed_in("rita@kreis.example", Role::Editor).await;
    let path = case(&mut editor).await;
    let page = editor.get(&path).await;
    assert!(page.text().contains("alle Einträge dieses Trägers bearbeiten: Verein 1"));
    let stale = [("version", "7"), ("decision", "accept"), ("answer", "Willkommen")];
    assert_eq!(editor.post(&path, &stale).await.status, 412);
    assert!(house.desk.find_account_by_email("nele@verein.example").await.unwrap().is_none());

    let accept = [("version", "1"), ("decision", "accept"), ("answer", "Willkommen")];
    assert_eq!(editor.post(&path, &accept).await.status, 303);
    let account = house.desk.find_account_by_email("nele@verein.example").await.unwrap().unwrap();
    assert_eq!((account.state, account.role), (AccountState::Invited, Role::Provider));
    assert_eq!(account.organizations, [world::organization_id(1)]);
    let mails = mails(&house).await;
    let invitation = mails.iter().find(|(kind, ..)| kind == "invitation").expect("an invitation");
    assert_eq!(invitation.1, "nele@verein.example");
    let (_, link) = invitation.2.split_once("/einladung/").expect("a link");
    let link = format!("/einladung/{}", link.split_whitespace().next().unwrap());
    let mut nele = house.browser();
    nele.get(&link).await;
    let named = [("name", "Nele Neu"), ("password", "vier wilde birnen im schnee")];
    assert_eq!(nele.post(&link, &named).await.status, 303);
    assert_eq!(nele.get(&format!("/mein/angebote/{}", entry_of(1))).await.status, 200);
    assert_eq!(nele.get(&format!("/mein/angebote/{}", entry_of(0))).await.status, 404);
    let admin = house.add("admin@amt.example", Role::Admin).await;
    let audit = house.desk.list_audit(&Author::of(&admin), None, 50).await.unwrap();
    assert!(audit.iter().any(|event| event.kind == "invited"), "{audit:?}");
}

#[tokio::test]
async fn refusing_a_claim_opens_nothing() {
    let house = House::open().await;
    claimed_by_a_stranger(&house, "nele@verein.example").await;
    let mut editor = house.signed_in("rita@kreis.example", Role::Editor).await;
    let path = case(&mut editor).await;
    let decline = [("version", "1"), ("decision", "decline"), ("answer", "Leider nicht.")];
    assert_eq!(editor.post(&path, &decline).await.status, 303);
    assert!(house.desk.find_account_by_email("nele@verein.example").await.unwrap().is_none());
    assert!(mails(&house).await.iter().all(|(kind, ..)| kind != "invitation"));
}

#[tokio::test]
async fn a_claim_under_the_address_of_an_editor_gives_nobody_another_role() {
    let house = House::open().await;
    let mut editor = house.signed_in("rita@kreis.example", Role::Editor).await;
    claimed_by_a_stranger(&house, "rita@kreis.example").await;
    let path = case(&mut editor).await;
    let accept = [("version", "1"), ("decision", "accept"), ("answer", "Willkommen")];
    let reply = editor.post(&path, &accept).await;
    assert_eq!(reply.status, 422);
    assert!(
        reply.text().contains("hat eine andere Aufgabe") && reply.text().contains("Willkommen")
    );
    let account = house.desk.find_account_by_email("rita@kreis.example").await.unwrap().unwrap();
    assert!(account.role == Role::Editor && account.organizations.is_empty());
    assert!(editor.get(&path).await.text().contains("name=\"version\" value=\"1\""), "still open");
}

#[tokio::test]
async fn a_provider_claims_an_entry_that_nobody_speaks_for_and_gets_it() {
    let house = House::open().await;
    let mut provider = house.signed_in("a@traeger.example", Role::Provider).await;
    let entry = entry_of(1);
    let public = provider.get(&format!("/angebote/{entry}")).await;
    assert!(public.text().contains("kind=claim"), "the page of the entry leads there");
    let led = provider.get(&format!("/vorschlag?kind=claim&entry={entry}")).await;
    assert_eq!(led.header("location"), format!("/mein/uebernehmen/{entry}"));
    let path = led.header("location").to_owned();
    assert_eq!(provider.get(&path).await.status, 200);
    let short = provider.post(&path, &[("message", "kurz")]).await;
    assert_eq!(short.status, 422);
    assert!(short.text().contains("mindestens 10 Zeichen") && short.text().contains("kurz"));
    for _ in 0..2 {
        assert_eq!(provider.post(&path, &[("message", WHO)]).await.status, 303);
        provider.get(&path).await;
    }
    let mut editor = house.signed_in("rita@kreis.example", Role::Editor).await;
    let queue = editor.get("/redaktion").await;
    let claims = queue.text().matches("href=\"/redaktion/vorschlaege/").count();
    assert_eq!(claims, 1, "twice is one");
    let case = case(&mut editor).await;
    editor.get(&case).await;
    let accept = [("version", "1"), ("decision", "accept"), ("answer", "")];
    assert_eq!(editor.post(&case, &accept).await.status, 303);
    let account = house.desk.find_account_by_email("a@traeger.example").await.unwrap().unwrap();
    assert_eq!(account.organizations, [world::organization_id(0), world::organization_id(1)]);
    assert!(mails(&house).await.iter().any(|(kind, ..)| kind == "claim_decided"));
    assert_eq!(provider.get(&format!("/mein/angebote/{entry}")).await.status, 200);
    let again = provider.post(&path, &[("message", WHO)]).await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("Sie sprechen schon für diesen Träger"));
}

#[tokio::test]
async fn what_somebody_speaks_for_cannot_be_claimed_by_a_button() {
    let house = House::open().await;
    house.add_for("b@traeger.example", Role::Provider, vec![world::organization_id(1)]).await;
    let mut provider = house.signed_in("a@traeger.example", Role::Provider).await;
    let path = format!("/mein/uebernehmen/{}", entry_of(1));
    provider.get(&path).await;
    let reply = provider.post(&path, &[("message", WHO)]).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("spricht schon jemand"), "{}", reply.text());
    assert!(!reply.text().contains("b@traeger.example"), "who that is, is nobody's business");
    let missing = format!("/mein/uebernehmen/{}", world::service_id(world::SITES + 3));
    assert_eq!(provider.get(&missing).await.status, 404);
}
