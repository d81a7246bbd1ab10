//! Telling the editors something without an account, through HTTP.

use chrono::TimeDelta;
use sozialatlas::domain::policy::Role;

use crate::house::{Browser, House};
use crate::support::Reply;

const SENT: [(&str, &str); 3] = [
    ("kind", "correction"),
    ("message", "Die Nummer stimmt nicht 😀 <script>alert(1)</script>"),
    ("sender_email", "anna@example.org"),
];

/// The id of the first public entry.
async fn entry(house: &House) -> String {
    house.store.list_services(None, 1).await.unwrap()[0].0.to_string()
}

/// The mark of the form of a page.
fn mark(page: &Reply) -> String {
    let (_, rest) = page.text().split_once("name=\"form\" value=\"").expect("a form");
    rest.split('"').next().unwrap().to_owned()
}

/// Opens the form about an entry and waits as long as a person needs.
async fn opened(browser: &mut Browser<'_>, house: &House, entry: &str) -> String {
    let page = browser.get(&format!("/vorschlag?kind=correction&entry={entry}")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    house.clock.forward(TimeDelta::seconds(30));
    mark(&page)
}

/// Sends what is in [`SENT`], some of it otherwise.
async fn send(
    browser: &mut Browser<'_>,
    entry: &str,
    form: &str,
    other: &[(&str, &str)],
    headers: &[(&str, &str)],
) -> Reply {
    let mut fields = vec![("entry", entry), ("form", form)];
    let changed = |name: &str| other.iter().any(|(key, _)| *key == name);
    fields.extend(SENT.into_iter().filter(|(name, _)| !changed(name)));
    fields.extend_from_slice(other);
    browser.send_form("/vorschlag", &fields, headers).await
}

#[tokio::test]
async fn a_page_that_answers_a_form_names_the_address_it_was_asked_at() {
    let house = House::open().await;
    let entry = entry(&house).await;
    let mut browser = house.browser();
    browser.host = "atlas.example";
    let form = opened(&mut browser, &house, &entry).await;
    let own = [("origin", "http://atlas.example")];
    let answer = send(&mut browser, &entry, &form, &[("message", "")], &own).await;
    assert_eq!(answer.status, 422);
    let canonical = "<link rel=\"canonical\" href=\"http://atlas.example/vorschlag";
    assert!(answer.text().contains(canonical), "{}", answer.text());
    assert!(!answer.text().contains("http://localhost"), "{}", answer.text());
}

#[tokio::test]
async fn a_suggestion_goes_to_and_fro_between_its_sender_and_an_editor() {
    let house = House::open().await;
    let entry = entry(&house).await;
    let mut sender = house.browser();
    let page = sender.get(&format!("/angebote/{entry}")).await;
    assert!(
        page.text().contains(&format!("/vorschlag?entry={entry}&#38;kind=correction"))
            || page.text().contains(&format!("/vorschlag?entry={entry}&amp;kind=correction"))
    );
    let form = opened(&mut sender, &house, &entry).await;
    let sent = send(&mut sender, &entry, &form, &[], &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert!(sender.cookies.is_empty(), "no cookie is needed");
    let link = sent.header("location").split('?').next().unwrap().to_owned();
    let answer = sender.get(&format!("{link}?neu=1")).await;
    assert!(answer.text().contains("Danke") && answer.text().contains("eingegangen"));
    assert!(answer.text().contains("&#60;script&#62;alert(1)"), "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store");

    let mut editor = house.signed_in("rita@kreis.example", Role::Editor).await;
    let queue = editor.get("/redaktion?kind=suggested_correction").await;
    assert!(queue.text().contains("1 Sache zu tun"), "{}", queue.text());
    let (_, rest) = queue.text().split_once("href=\"/redaktion/vorschlaege/").unwrap();
    let case = format!("/redaktion/vorschlaege/{}", rest.split('"').next().unwrap());
    assert!(editor.get(&case).await.text().contains("Die Nummer stimmt nicht"));
    let empty = editor.post(&case, &[("version", "1"), ("decision", "ask_back")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("Bitte schreiben Sie eine Antwort oder eine Frage."));
    let question = [("version", "1"), ("decision", "ask_back"), ("answer", "Welche denn?")];
    assert_eq!(editor.post(&case, &question).await.status, 303);
    assert!(sender.get(&link).await.text().contains("Welche denn?"));
    let reply = [("reply", "0000 99")];
    assert_eq!(sender.send_form(&link, &reply, &[]).await.status, 303);
    let late = [("version", "1"), ("decision", "accept"), ("answer", "Danke, übernommen.")];
    let late = editor.post(&case, &late).await;
    assert_eq!(late.status, 412, "the reply came meanwhile");
    assert!(late.text().contains("Danke, übernommen."), "what was typed is kept");
    let accept = [("version", "3"), ("decision", "accept"), ("answer", "Danke, übernommen.")];
    assert_eq!(editor.post(&case, &accept).await.status, 303);
    let end = sender.get(&link).await;
    assert!(end.text().contains("Danke, übernommen.") && end.text().contains(">übernommen<"));
    assert!(!end.text().contains("Rita"), "editors have no names here");
    assert!(!end.text().contains("name=\"reply\""), "nothing more is taken");
}

#[tokio::test]
async fn bad_input_gets_a_german_word_at_its_field_and_what_was_typed_stays() {
    let house = House::open().await;
    let entry = entry(&house).await;
    let mut browser = house.browser();
    let form = opened(&mut browser, &house, &entry).await;
    let long = "ä".repeat(100_000);
    for (field, value, word) in [
        ("message", "kurz", "mindestens 10 Zeichen"),
        ("message", "", "Bitte schreiben Sie, worum es geht."),
        ("message", long.as_str(), "Möglich sind 4.000 Zeichen"),
        ("message", "unsichtbar \u{7} hier", "unsichtbare Zeichen"),
        ("message", "verdreht \u{202e} hier", "Schreibrichtung"),
        ("sender_email", "keine", "name@example.org"),
        ("source", "zwei\nZeilen", "unsichtbare Zeichen"),
        ("homepage", "https://werbung.example", "Dieses Feld bitte leer lassen"),
    ] {
        let reply = send(&mut browser, &entry, &form, &[(field, value)], &[]).await;
        assert_eq!(reply.status, 422, "{field} {value:.20}");
        assert!(reply.text().contains(word), "{field}: {word} is missing");
        let fault = format!("href=\"#f-{field}\"");
        assert!(reply.text().contains(&fault), "the summary leads to {field}");
        assert!(reply.text().contains("anna@example.org") || field == "sender_email");
        if field == "source" {
            assert!(reply.text().contains("Die Nummer stimmt nicht"), "the text is kept");
        }
    }
    let huge = "x".repeat(10 << 20);
    let reply = send(&mut browser, &entry, &form, &[("message", &huge)], &[]).await;
    assert_eq!(reply.status, 413);
    let nothing = house.desk.follow_suggestion("x").await.unwrap();
    assert!(nothing.is_none());
    let count = house.store.count_suggestions().await.unwrap();
    assert!(count.is_empty(), "nothing of all that was taken: {count:?}");
}

#[tokio::test]
async fn programs_are_asked_for_a_second_click_and_twice_the_same_form_is_one_suggestion() {
    let house = House::open().await;
    let entry = entry(&house).await;
    let mut browser = house.browser();
    let page = browser.get(&format!("/vorschlag?kind=correction&entry={entry}")).await;
    let form = mark(&page);
    let fast = send(&mut browser, &entry, &form, &[], &[]).await;
    assert_eq!(fast.status, 422);
    assert!(fast.text().contains("noch einmal") && fast.text().contains("Die Nummer stimmt"));
    assert_eq!(mark(&fast), form, "the second click has the same form");
    house.clock.forward(TimeDelta::seconds(5));
    let first = send(&mut browser, &entry, &form, &[], &[]).await;
    let second = send(&mut browser, &entry, &form, &[], &[]).await;
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303));
    assert_eq!(first.header("location"), second.header("location"));
    let counts = house.store.count_suggestions().await.unwrap();
    assert_eq!(counts.iter().map(|count| count.count).sum::<u64>(), 1);
    house.clock.forward(TimeDelta::hours(30));
    let old = send(&mut browser, &entry, &form, &[], &[]).await;
    assert_eq!(old.status, 422);
    assert!(old.text().contains("Die Seite war lange offen"));
    assert_ne!(mark(&old), form, "a fresh form comes with the text");
}

#[tokio::test]
async fn forms_of_other_sites_are_refused() {
    let house = House::open().await;
    let entry = entry(&house).await;
    let mut browser = house.browser();
    let form = opened(&mut browser, &house, &entry).await;
    for foreign in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
        let reply = send(&mut browser, &entry, &form, &[], &[foreign]).await;
        assert_eq!(reply.status, 403, "{foreign:?}");
    }
    assert!(house.store.count_suggestions().await.unwrap().is_empty());
}

#[tokio::test]
async fn praise_and_complaints_are_for_editors_alone_and_evaluated_by_year() {
    let house = House::open().await;
    let mut browser = house.browser();
    let page = browser.get("/vorschlag?kind=complaint").await;
    house.clock.forward(TimeDelta::seconds(30));
    let form = mark(&page);
    let message = "Niemand geht ans Telefon, seit Wochen.";
    let without = [("kind", "complaint"), ("form", &*form), ("message", message)];
    let refused = browser.send_form("/vorschlag", &without, &[]).await;
    assert!(refused.text().contains("Bitte wählen Sie ein Thema."), "{}", refused.text());
    let mut with = without.to_vec();
    with.push(("topic", "reachability"));
    assert_eq!(browser.send_form("/vorschlag", &with, &[]).await.status, 303);
    let pages = [
        "/redaktion/lob-und-beschwerde",
        "/redaktion/lob-und-beschwerde/auswertung",
        "/redaktion/lob-und-beschwerde/auswertung.csv",
    ];
    for role in [Role::Provider, Role::Planner, Role::Admin] {
        let mut other = house.signed_in(&format!("{}@x.example", role.as_str()), role).await;
        for path in pages {
            assert_eq!(other.get(path).await.status, 403, "{role:?} {path}");
        }
    }
    for path in pages {
        let reply = house.browser().get(path).await;
        assert_eq!(reply.status, 303, "{path}: to the sign-in page");
    }
    let mut editor = house.signed_in("rita@kreis.example", Role::Editor).await;
    assert!(editor.get(pages[0]).await.text().contains(message));
    let table = editor.get(pages[1]).await;
    assert!(table.text().contains("Erreichbarkeit") && table.text().contains(">2026<"));
    let csv = editor.get(pages[2]).await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert!(csv.text().contains("2026,reachability,complaint,received,1"), "{}", csv.text());
    for public in ["/", "/liste", "/api/collections/services/items", "/redaktion?kind=new"] {
        assert!(!editor.get(public).await.text().contains(message), "{public}");
    }
}

#[tokio::test]
async fn a_link_that_was_never_given_leads_nowhere() {
    let house = House::open().await;
    for token in ["x", "AAAA", "../../anmelden", "%00"] {
        let reply = house.browser().get(&format!("/vorschlag/antwort/{token}")).await;
        assert_eq!(reply.status, 404, "{token}");
    }
}
