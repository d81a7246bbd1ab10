//! Reminders, and the link in them that confirms an entry without signing in.

use std::sync::Arc;

use axum::http::Method;
use chrono::TimeDelta;
use sozialatlas::app::{Author, Edit, Upkeep, UpkeepTask};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{AssuredBy, Listing, ServiceId};

use crate::house::House;
use crate::world;

/// Does what is due today; what was done.
async fn upkeep(house: &House) -> Vec<(UpkeepTask, String)> {
    let region = Arc::new(world::reference().region);
    let done = Upkeep::new((*house.desk).clone(), region).run_due().await;
    done.into_iter().map(|(task, outcome)| (task, outcome.unwrap())).collect()
}

/// The texts of all mails that wait, by recipient; they are taken as a worker would.
async fn mails(house: &House) -> Vec<(String, String)> {
    let now = sozialatlas::app::Clock::now(house.clock.as_ref());
    let mut tx = house.store.begin_write("test", now).await.unwrap();
    let until = now + TimeDelta::hours(1);
    let taken = tx.take_mail("test", now, until, 100).await.unwrap();
    for mail in &taken {
        tx.finish_mail(mail.mail.id, "test").await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut all: Vec<_> =
        taken.into_iter().map(|taken| (taken.mail.recipient, taken.mail.plain)).collect();
    all.sort();
    all
}

/// The paths of the links in a letter, in their order.
fn links(letter: &str) -> Vec<String> {
    letter
        .lines()
        .filter_map(|line| line.split_once("/bestaetigen/"))
        .map(|(_, secret)| format!("/bestaetigen/{secret}"))
        .collect()
}

/// One provider, reminded: the links of the first letter.
async fn reminded(house: &House) -> Vec<String> {
    house.add("a@traeger.example", Role::Provider).await;
    upkeep(house).await;
    let links: Vec<String> = mails(house).await.iter().flat_map(|(_, text)| links(text)).collect();
    assert!(links.len() >= 3, "{links:?}");
    links
}

/// The entry that a page asks about, as it is public.
async fn asked(house: &House, page: &str) -> Listing {
    let (_, rest) = page.split_once("href=\"/angebote/").unwrap();
    let id: ServiceId = rest.get(..36).unwrap().parse().unwrap();
    public(house, id).await
}

async fn public(house: &House, id: ServiceId) -> Listing {
    let found = house.store.find_published(id).await.unwrap().unwrap();
    serde_json::from_str(&found.document).unwrap()
}

fn revision(page: &str) -> &str {
    page.split_once("name=\"revision\" value=\"").unwrap().1.split('"').next().unwrap()
}

#[tokio::test]
async fn each_account_of_the_organization_is_reminded_of_each_entry_once() {
    let house = House::open().await;
    house.add("a@traeger.example", Role::Provider).await;
    house.add("b@traeger.example", Role::Provider).await;
    house.add("r@amt.example", Role::Editor).await;
    let done = upkeep(&house).await;
    assert_eq!(done.iter().map(|(task, _)| *task).collect::<Vec<_>>(), UpkeepTask::ALL);
    let sent = mails(&house).await;
    assert!(sent.iter().all(|(to, _)| to.ends_with("@traeger.example")), "{sent:?}");
    let of = |person: &str| -> Vec<&str> {
        let own = sent.iter().filter(|(to, _)| to.starts_with(person));
        own.flat_map(|(_, text)| text.lines().filter(|line| line.starts_with("* "))).collect()
    };
    let (mut a, mut b) = (of("a"), of("b"));
    a.sort_unstable();
    b.sort_unstable();
    assert!(a.len() > 5 && a == b, "{a:?}");
    a.dedup();
    assert_eq!(a.len(), b.len(), "an entry came twice");
    // Every link is another one.
    let mut all: Vec<String> = sent.iter().flat_map(|(_, text)| links(text)).collect();
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!((all.len(), count), (count, 2 * b.len()));
    // Not again today, nor tomorrow for the same step.
    assert_eq!(upkeep(&house).await, []);
    house.clock.forward(TimeDelta::days(1));
    let tomorrow = upkeep(&house).await;
    assert_eq!(tomorrow[1].1, "0 entries in 0 letters");
    assert_eq!(mails(&house).await, []);
}

#[tokio::test]
async fn opening_the_link_confirms_nothing_and_the_button_confirms_once() {
    let house = House::open().await;
    let link = reminded(&house).await.remove(0);
    let mut browser = house.browser();
    // A mail scanner opens links, again and again.
    let page = browser.get(&link).await;
    browser.get(&link).await;
    browser.send(Method::HEAD, &link, &[], String::new()).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(page.header("set-cookie"), "");
    assert_eq!(
        (page.header("cache-control"), page.header("referrer-policy")),
        ("no-store", "same-origin")
    );
    let before = asked(&house, page.text()).await;
    assert!(page.text().contains(&before.name), "{}", page.text());
    assert_ne!(before.sites[0].assurance.by, AssuredBy::Provider);
    let fields = [("revision", revision(page.text()))];
    let done = browser.send_form(&link, &fields, &[("origin", "http://localhost")]).await;
    assert_eq!(done.status, 200, "{}", done.text());
    assert!(done.text().contains("Der Eintrag ist bestätigt."), "{}", done.text());
    let after = public(&house, before.id).await;
    for site in &after.sites {
        assert_eq!(site.assurance.date.unwrap().to_string(), "2026-11-23");
        assert_eq!(site.assurance.by, AssuredBy::Provider);
    }
    // Nothing else has changed.
    let mut same = after.clone();
    for (site, old) in same.sites.iter_mut().zip(&before.sites) {
        site.assurance = old.assurance.clone();
    }
    assert_eq!(same, before);
    let again = browser.send_form(&link, &fields, &[]).await;
    assert_eq!(again.status, 410);
    assert!(again.text().contains("schon benutzt"), "{}", again.text());
    assert_eq!(browser.get(&link).await.status, 410);
    let author = house.store.changes_after(0, 10_000).await.unwrap();
    let last = author.iter().rfind(|change| change.entity_id == before.id.to_string()).unwrap();
    assert_eq!(last.actor, "link:confirm_listing", "the feed names no person");
}

#[tokio::test]
async fn expired_tampered_and_foreign_links_are_explained_and_do_nothing() {
    let house = House::open().await;
    let link = reminded(&house).await.remove(0);
    let mut browser = house.browser();
    let mut tampered = link.clone();
    let last = if tampered.ends_with('A') { 'B' } else { 'A' };
    tampered.pop();
    tampered.push(last);
    for wrong in [tampered.as_str(), "/bestaetigen/x", &link[..link.len() - 5], "/bestaetigen/%00"]
    {
        let page = browser.get(wrong).await;
        assert_eq!(page.status, 404, "{wrong}");
        assert_eq!(browser.send_form(wrong, &[], &[]).await.status, 404, "{wrong}");
    }
    assert!(browser.get(&tampered).await.text().contains("kennen wir nicht"));
    let id = asked(&house, browser.get(&link).await.text()).await.id;
    let foreign = browser.send_form(&link, &[], &[("origin", "https://evil.example")]).await;
    assert_eq!(foreign.status, 403);
    house.clock.forward(TimeDelta::days(61));
    let page = browser.get(&link).await;
    assert_eq!(page.status, 410);
    assert!(page.text().contains("abgelaufen"), "{}", page.text());
    assert_eq!(browser.send_form(&link, &[], &[]).await.status, 410);
    assert_ne!(public(&house, id).await.sites[0].assurance.by, AssuredBy::Provider);
}

#[tokio::test]
async fn an_entry_that_changed_meanwhile_is_shown_again_before_it_is_confirmed() {
    let house = House::open().await;
    let link = reminded(&house).await.remove(0);
    let mut browser = house.browser();
    let page = browser.get(&link).await;
    let seen = revision(page.text()).to_owned();
    let id = asked(&house, page.text()).await.id;
    let editor = Author::of(&house.add("r@amt.example", Role::Editor).await);
    let record = house.store.find_listing(id).await.unwrap().unwrap();
    let listing = Listing { name: "Neuer Name".into(), ..record.listing };
    house.desk.edit_listing(&editor, Edit::new(listing, Some(record.version))).await.unwrap();
    let reply = browser.send_form(&link, &[("revision", &seen)], &[]).await;
    assert_eq!(reply.status, 409, "{}", reply.text());
    assert!(reply.text().contains("Neuer Name") && reply.text().contains("inzwischen geändert"));
    let fresh = revision(reply.text()).to_owned();
    assert_ne!(fresh, seen);
    assert_eq!(browser.send_form(&link, &[("revision", &fresh)], &[]).await.status, 200);
}

#[tokio::test]
async fn a_link_ends_with_the_rights_of_its_account() {
    let house = House::open().await;
    let links = reminded(&house).await;
    let mut browser = house.browser();
    let admin = Author::of(&house.add("admin@amt.example", Role::Admin).await);
    let account = house.desk.find_account_by_email("a@traeger.example").await.unwrap().unwrap();
    house.desk.block_account(&admin, account.id).await.unwrap();
    let page = browser.get(&links[0]).await;
    assert_eq!(page.status, 410, "{}", page.text());
    assert_eq!(browser.send_form(&links[0], &[], &[]).await.status, 410);
    house.desk.unblock_account(&admin, account.id).await.unwrap();
    let organizations = vec![world::organization_id(1)];
    house.desk.change_role(&admin, account.id, Role::Provider, organizations).await.unwrap();
    assert_eq!(browser.send_form(&links[0], &[], &[]).await.status, 410, "another organization");
    // The link was not used up by being refused.
    let organizations = vec![world::organization_id(0)];
    house.desk.change_role(&admin, account.id, Role::Provider, organizations).await.unwrap();
    assert_eq!(browser.send_form(&links[0], &[], &[]).await.status, 200);
    house.desk.erase_account(&admin, account.id).await.unwrap();
    assert_eq!(browser.get(&links[1]).await.status, 404, "erased with the account");
}
