//! `/verwaltung`: accounts, mail, what happened, how long everything is kept.

use chrono::TimeDelta;
use sozialatlas::app::Clock as _;
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{Account, AccountState, MailState};

use crate::house::{House, PASSWORD};

const PAGES: [&str; 5] = [
    "/verwaltung",
    "/verwaltung/einladen",
    "/verwaltung/post",
    "/verwaltung/protokoll",
    "/verwaltung/fristen",
];

async fn account(house: &House, email: &str) -> Account {
    house.desk.find_account_by_email(email).await.unwrap().unwrap()
}

#[tokio::test]
async fn only_administrators_see_these_pages_and_nobody_else_changes_anything() {
    let house = House::open().await;
    let victim = house.add("opfer@traeger.example", Role::Provider).await;
    let own = format!("/verwaltung/konten/{}", victim.id);
    let mut nobody = house.browser();
    for path in PAGES.iter().copied().chain([own.as_str()]) {
        let reply = nobody.get(path).await;
        assert_eq!(reply.status, 303, "{path}");
        assert!(reply.header("location").starts_with("/anmelden?weiter="), "{path}");
    }
    for (email, role) in [
        ("t@traeger.example", Role::Provider),
        ("r@amt.example", Role::Editor),
        ("p@amt.example", Role::Planner),
    ] {
        let mut browser = house.signed_in(email, role).await;
        for path in PAGES.iter().copied().chain([own.as_str()]) {
            let reply = browser.get(path).await;
            assert_eq!(reply.status, 403, "{role:?} {path}");
            assert!(!reply.text().contains("opfer@"), "{role:?} {path}");
        }
        // The proof of a page they may see.
        browser.get("/konto").await;
        for action in ["block", "erase", "role", "invite", "unblock"] {
            let fields = [("action", action), ("sure", "yes"), ("role", "admin")];
            assert_eq!(browser.post(&own, &fields).await.status, 403, "{role:?} {action}");
        }
        let fields = [("email", "neu@x.example"), ("name", "N"), ("role", "admin")];
        assert_eq!(browser.post("/verwaltung/einladen", &fields).await.status, 403);
    }
    let after = account(&house, "opfer@traeger.example").await;
    assert_eq!((after.state, after.role), (AccountState::Active, Role::Provider));
    assert!(house.desk.find_account_by_email("neu@x.example").await.unwrap().is_none());
}

#[tokio::test]
async fn every_page_has_words_and_one_heading() {
    let house = House::open().await;
    let mut browser = house.signed_in("admin@amt.example", Role::Admin).await;
    let own = format!("/verwaltung/konten/{}", account(&house, "admin@amt.example").await.id);
    for path in PAGES.iter().copied().chain([own.as_str()]) {
        let reply = browser.get(path).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        let text = reply.text();
        assert_eq!(text.matches("<h1").count(), 1, "{path}");
        for slip in ["admin-tab", ">admin-", ">kept-", ">audit-", ">upkeep-", "{ $"] {
            assert!(!text.contains(slip), "{path}: {slip}");
        }
    }
}

#[tokio::test]
async fn somebody_is_invited_found_and_invited_again() {
    let house = House::open().await;
    let mut browser = house.signed_in("admin@amt.example", Role::Admin).await;
    browser.get("/verwaltung/einladen").await;
    let wrong =
        [("email", "kein"), ("name", ""), ("role", "provider"), ("organization", "Nirgends")];
    let reply = browser.post("/verwaltung/einladen", &wrong).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("value=\"kein\"") && reply.text().contains("value=\"Nirgends\""));
    assert!(reply.text().contains("id=\"f-organization-fehler\""), "{}", reply.text());
    let wrong = [("email", "kein"), ("name", ""), ("role", "provider"), ("organization", "")];
    let reply = browser.post("/verwaltung/einladen", &wrong).await;
    for field in ["f-email-fehler", "f-name-fehler", "f-organization-fehler"] {
        assert!(reply.text().contains(field), "{field}: {}", reply.text());
    }
    let right = [
        ("email", "neu@traeger.example"),
        ("name", "<b>Neu</b>"),
        ("role", "provider"),
        ("organization", "verein 1"),
    ];
    let reply = browser.post("/verwaltung/einladen", &right).await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("location")),
        (303, "/verwaltung?eingeladen=1")
    );
    let page = browser.get("/verwaltung?q=NEU@traeger&role=provider").await;
    assert!(page.text().contains("&#60;b&#62;Neu") || page.text().contains("&lt;b&gt;Neu"));
    assert!(page.text().contains("Verein 1") && page.text().contains("1 Konto"));
    assert!(!page.text().contains("admin@amt.example"), "the filter holds");
    let new = account(&house, "neu@traeger.example").await;
    let path = format!("/verwaltung/konten/{}", new.id);
    browser.get(&path).await;
    let reply = browser.post(&path, &[("action", "invite")]).await;
    assert!(reply.header("location").ends_with("getan=einladung"), "{}", reply.text());
    let mails = house.store.list_mail(None, 10).await.unwrap();
    let sent = mails.iter().filter(|mail| mail.recipient == "neu@traeger.example");
    assert_eq!(sent.filter(|mail| mail.kind == "invitation").count(), 2);
    let page = browser.get("/verwaltung/post").await;
    assert!(page.text().contains("2 Nachrichten warten"), "{}", page.text());
    assert!(!page.text().contains("/einladung/"), "no link of others is shown");
}

#[tokio::test]
async fn an_account_is_changed_blocked_opened_and_erased() {
    let house = House::open().await;
    let mut browser = house.signed_in("admin@amt.example", Role::Admin).await;
    house.add("a@traeger.example", Role::Provider).await;
    let id = account(&house, "a@traeger.example").await.id;
    let path = format!("/verwaltung/konten/{id}");
    browser.get(&path).await;
    let reply = browser.post(&path, &[("action", "role"), ("role", "editor")]).await;
    assert!(reply.header("location").ends_with("getan=rolle"), "{}", reply.text());
    let changed = account(&house, "a@traeger.example").await;
    assert_eq!((changed.role, changed.organizations.len()), (Role::Editor, 0));
    let reply = browser.post(&path, &[("action", "role"), ("role", "provider")]).await;
    assert_eq!(reply.status, 422, "a provider speaks for somebody");
    let fields = [("action", "role"), ("role", "provider"), ("organization", "Verein 0")];
    assert_eq!(browser.post(&path, &fields).await.status, 303);
    assert_eq!(account(&house, "a@traeger.example").await.organizations.len(), 1);
    assert_eq!(browser.post(&path, &[("action", "block")]).await.status, 303);
    assert_eq!(browser.post(&path, &[("action", "block")]).await.status, 409);
    assert_eq!(house.browser().try_sign_in("a@traeger.example", PASSWORD).await.status, 422);
    assert_eq!(browser.post(&path, &[("action", "unblock")]).await.status, 303);
    let reply = browser.post(&path, &[("action", "erase")]).await;
    assert_eq!(reply.status, 422, "it has to be confirmed");
    assert_eq!(account(&house, "a@traeger.example").await.state, AccountState::Active);
    assert_eq!(browser.post(&path, &[("action", "erase"), ("sure", "yes")]).await.status, 303);
    assert!(house.desk.find_account_by_email("a@traeger.example").await.unwrap().is_none());
    assert_eq!(browser.get(&path).await.status, 404);
    let audit = browser.get("/verwaltung/protokoll?kind=erased").await;
    assert!(audit.text().contains("gelöschtes Konto"), "{}", audit.text());
    assert!(!audit.text().contains("a@traeger.example"));
    assert!(browser.get("/verwaltung/protokoll?kind=blocked").await.text().contains("Gesperrt"));
    let none = browser.get("/verwaltung/protokoll?q=niemand-heisst-so").await;
    assert!(none.text().contains("nichts im Protokoll"), "{}", none.text());
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let house = House::open().await;
    let mut browser = house.signed_in("admin@amt.example", Role::Admin).await;
    let path = format!("/verwaltung/konten/{}", account(&house, "admin@amt.example").await.id);
    browser.get(&path).await;
    for fields in [
        vec![("action", "block")],
        vec![("action", "erase"), ("sure", "yes")],
        vec![("action", "role"), ("role", "editor")],
    ] {
        let reply = browser.post(&path, &fields).await;
        assert_eq!(reply.status, 403, "{fields:?}");
        assert!(reply.text().contains("das letzte Konto für die Verwaltung"), "{fields:?}");
    }
    assert_eq!(account(&house, "admin@amt.example").await.state, AccountState::Active);
}

#[tokio::test]
async fn a_mail_that_could_not_be_delivered_is_sent_again() {
    let house = House::open().await;
    let mut browser = house.signed_in("admin@amt.example", Role::Admin).await;
    house.add("a@traeger.example", Role::Provider).await;
    house.browser().get("/passwort/vergessen").await;
    let mut forgetful = house.browser();
    forgetful.get("/passwort/vergessen").await;
    forgetful.post("/passwort/vergessen", &[("email", "a@traeger.example")]).await;
    let now = house.clock.now();
    let mut tx = house.store.begin_write("w", now).await.unwrap();
    let taken = tx.take_mail("w", now, now + TimeDelta::hours(1), 9).await.unwrap();
    assert_eq!(taken.len(), 1);
    tx.fail_mail(taken[0].mail.id, "w", "550 <script>").await.unwrap();
    tx.commit().await.unwrap();
    let page = browser.get("/verwaltung/post?zustand=gescheitert").await;
    assert!(page.text().contains("1 Nachricht kam nicht an"), "{}", page.text());
    assert!(page.text().contains("550") && !page.text().contains("550 <script>"));
    let path = format!("/verwaltung/post/{}/nochmal", taken[0].mail.id);
    assert_eq!(browser.post(&path, &[]).await.status, 303);
    assert_eq!(browser.post(&path, &[]).await.status, 404, "it waits already");
    let waiting = house.store.list_mail(Some(MailState::Queued), 9).await.unwrap();
    assert_eq!(waiting.len(), 1);
    house.clock.forward(TimeDelta::hours(2));
    browser.sign_in("admin@amt.example").await;
    let page = browser.get("/verwaltung/post").await;
    assert!(page.text().contains("Vielleicht ist kein Mailserver eingestellt"), "{}", page.text());
}

#[tokio::test]
async fn everybody_can_read_how_long_everything_is_kept() {
    let house = House::open().await;
    let page = house.browser().get("/datenschutz").await;
    for words in ["180 Tage", "8 Stunden", "24 Monate", "bis es gelöscht wird"] {
        assert!(page.text().contains(words), "{words}");
    }
}
