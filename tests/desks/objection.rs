//! An objection to another address puts out whoever came in between: their provider, second factor and recovery codes go,
//! and what the owner had before stays.

use chrono::TimeDelta;
use sozialatlas::app::Author;
use sozialatlas::domain::policy::Role;

use crate::account::{code, enrol};
use crate::house::{House, PASSWORD, Plan};
use crate::issuer::Issuer;
use crate::new_email::{NEW, OLD, Sent, account, all_kinds, ask, asked, link, mails};

/// The path of the only link below `place` in all mails to an address.
fn sent_link(mails: &[Sent], to: &str, place: &str) -> String {
    let of = |mail: &&Sent| mail.0 == to && mail.2.contains(place);
    let found: Vec<&Sent> = mails.iter().filter(of).collect();
    assert_eq!(found.len(), 1, "{to}: {mails:?}");
    link(&found[0].2, place)
}

/// A house with a sign-in provider.
async fn with_provider(issuer: &Issuer) -> House {
    House::built(Plan { provider: Some(issuer.options()), ..Plan::default() }).await
}

/// Time goes on, here and at the provider.
fn wait(house: &House, issuer: &Issuer, minutes: i64) {
    house.clock.forward(TimeDelta::minutes(minutes));
    issuer.tell(|told| told.now += TimeDelta::minutes(minutes));
}

#[tokio::test]
async fn an_objection_takes_away_what_a_thief_has_linked_and_set_up_meanwhile() {
    let issuer = Issuer::open().await;
    let house = with_provider(&issuer).await;
    let (mut thief, confirm, _) = asked(&house).await;
    wait(&house, &issuer, 1);
    // A second factor between question and confirmation, and the provider's word for the new address after it.
    enrol(&house, &mut thief).await;
    wait(&house, &issuer, 1);
    mails(&house).await;
    thief.get(&confirm).await;
    assert_eq!(thief.post(&confirm, &[]).await.status, 303);
    let object = sent_link(&mails(&house).await, OLD, "/konto/einspruch/");
    wait(&house, &issuer, 1);
    issuer.person("dieb", NEW);
    assert_eq!(issuer.sign_in(&mut house.browser()).await.header("location"), "/anmelden/code");
    let kim = account(&house, NEW).await.unwrap();
    assert_eq!(house.desk.list_identities(kim.id).await.unwrap().len(), 1);

    let mut owner = house.browser();
    owner.get(&object).await;
    let done = owner.post(&object, &[]).await;
    assert_eq!(done.status, 200, "{}", done.text());
    assert!(house.desk.list_identities(kim.id).await.unwrap().is_empty());
    let mut again = house.browser();
    assert_eq!(issuer.sign_in(&mut again).await.status, 403, "the provider opens nothing more");
    assert!(!again.cookies.contains_key("session"));
    assert!(!house.desk.find_account(kim.id).await.unwrap().unwrap().second_factor);
    assert_eq!(house.desk.count_recovery_codes(kim.id).await.unwrap(), 0);
    let reset = sent_link(&mails(&house).await, OLD, "/passwort/neu/");
    owner.get(&reset).await;
    let reply = owner.post(&reset, &[("password", "vier wilde birnen im schnee")]).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    assert_eq!(owner.get("/konto").await.status, 200, "no code of the thief's is asked for");
    let told = all_kinds(&house).await;
    for kind in ["objection_unlinked", "objection_factor"] {
        assert!(told.iter().any(|one| one == kind), "{kind} is missing in {told:?}");
    }
    let mut admin = house.browser();
    admin.sign_in("pruefung@amt.example").await;
    let page = admin.get("/verwaltung/protokoll").await;
    assert!(page.text().contains("Nach dem Widerspruch getrennt"), "{}", page.text());
    assert!(page.text().contains("Nach dem Widerspruch entfernt"), "{}", page.text());
}

#[tokio::test]
async fn an_objection_leaves_what_the_owner_had_before() {
    let issuer = Issuer::open().await;
    let house = with_provider(&issuer).await;
    let mut browser = house.signed_in(OLD, Role::Provider).await;
    let (key, codes) = enrol(&house, &mut browser).await;
    issuer.person("kim", OLD);
    issuer.sign_in(&mut house.browser()).await;
    let kim = account(&house, OLD).await.unwrap();
    let author = Author::of(&kim);
    wait(&house, &issuer, 5);
    // Whoever sits there now knows the password: another address, new recovery codes, and a key that waits.
    mails(&house).await;
    ask(&mut browser, NEW).await;
    let sent = mails(&house).await;
    let confirm = sent_link(&sent, NEW, "/konto/e-mail/");
    let object = sent_link(&sent, OLD, "/konto/einspruch/");
    wait(&house, &issuer, 1);
    browser.get(&confirm).await;
    assert_eq!(browser.post(&confirm, &[]).await.status, 303);
    browser.get("/konto").await;
    let renewed = browser.post("/konto/ersatz-codes", &[("codes_password", PASSWORD)]).await;
    assert_eq!(renewed.status, 200, "{}", renewed.text());
    browser.get("/konto/zweiter-faktor").await;
    let begun = browser.post("/konto/zweiter-faktor", &[("password", PASSWORD)]).await;
    assert_eq!(begun.status, 200, "{}", begun.text());
    assert!(house.desk.find_enrolment(&author).await.unwrap().is_some());

    let mut owner = house.browser();
    owner.get(&object).await;
    assert_eq!(owner.post(&object, &[]).await.status, 200);
    assert!(house.desk.find_enrolment(&author).await.unwrap().is_none(), "the waiting key is gone");
    assert_eq!(house.desk.count_recovery_codes(kim.id).await.unwrap(), 0, "so are new codes");
    assert_eq!(codes.len(), 10);
    let linked = house.desk.list_identities(kim.id).await.unwrap();
    let subjects: Vec<&str> = linked.iter().map(|one| one.subject.as_str()).collect();
    assert_eq!(subjects, ["kim"], "the owner's link stays");
    let told = all_kinds(&house).await;
    assert!(!told.iter().any(|kind| kind == "objection_unlinked"), "{told:?}");
    // And so does the owner's second factor: its app is asked for as before.
    let mut owner = house.browser();
    assert_eq!(issuer.sign_in(&mut owner).await.header("location"), "/anmelden/code");
    owner.get("/anmelden/code").await;
    let now = code(&house, &key);
    assert_eq!(owner.post("/anmelden/code", &[("code", &now)]).await.status, 303);
    assert_eq!(owner.get("/konto").await.status, 200);
}
