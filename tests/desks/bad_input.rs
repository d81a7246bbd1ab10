//! What bad input gets, through HTTP: a clear German message at the field, what was typed kept, nothing saved. What the
//! other files of this folder show already is not repeated: links and their misuse in `links` and `reminders`, forged
//! forms and planted sessions in `sign_in`, two people at once in `mine` and `listings_api`.

use std::io::{Cursor, Write};

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::json;
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{Listing, ServiceId};
use sozialatlas::exchange::spreadsheet::{SheetLimits, read_sheet};

use crate::form::Form;
use crate::house::{Browser, House, Plan};
use crate::support::Reply;
use crate::world;

/// An entry of the provider's own organization, with a place.
fn own_id() -> ServiceId {
    let mut all: Vec<usize> = (0..world::SITES).collect();
    all.sort_by_key(|i| world::service_id(*i));
    all.truncate(20);
    let own = all.into_iter().find(|i| i % 2 == 0 && *i < world::PLACED);
    world::service_id(own.unwrap())
}

fn path() -> String {
    format!("/mein/angebote/{}", own_id())
}

async fn form(browser: &mut Browser<'_>) -> Form {
    let page = browser.get(&path()).await;
    assert_eq!(page.status, 200, "{}", page.text());
    Form::read(page.text(), "eintrag")
}

async fn submit(browser: &mut Browser<'_>, form: &Form) -> Reply {
    let mut pairs = form.pairs();
    pairs.push(("action", "submit"));
    browser.post(&path(), &pairs).await
}

async fn stored(house: &House) -> Listing {
    house.store.find_listing(own_id()).await.unwrap().unwrap().listing
}

/// What the page says at a field; fails where it says nothing.
fn told<'r>(reply: &'r Reply, field: &str) -> &'r str {
    let text = reply.text();
    let id = format!("id=\"f-{field}-fehler\"");
    let (_, rest) = text.split_once(&id).unwrap_or_else(|| panic!("nothing at {field}: {text}"));
    rest.split("</p>").next().unwrap()
}

#[tokio::test]
async fn text_that_no_field_may_hold_is_told_at_its_field_and_kept() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let before = stored(&house).await;
    let cases = [
        ("name", "Tafel\u{7}laden", "unsichtbares Steuerzeichen"),
        ("name", "Tafel \u{202e}nedal", "Leserichtung"),
        ("description", "hier \u{2066}und da", "Leserichtung"),
        ("cost", "5 €\u{0}", "unsichtbares Steuerzeichen"),
        ("website", "javascript:alert(1)", "https://"),
        ("email", "keine Adresse", "name@beispiel.de"),
        ("closure-until", "31.2.2027", "Diesen Tag gibt es nicht"),
        ("age-minimum", "-3", "Bitte geben Sie eine Zahl ein"),
        ("site-0-postcode", "7846", "fünf Ziffern"),
    ];
    for (field, typed, words) in cases {
        let mut sent = form(&mut browser).await;
        sent.set(field, typed).set("reason", "Das soll stehen bleiben.");
        let reply = submit(&mut browser, &sent).await;
        assert_eq!(reply.status, 422, "{field} {typed:?}: {}", reply.text());
        assert!(told(&reply, field).contains(words), "{field}: {}", told(&reply, field));
        assert!(reply.text().contains(&format!("href=\"#f-{field}\"")), "the summary leads there");
        let kept = Form::read(reply.text(), "eintrag");
        assert_eq!(kept.get("reason"), "Das soll stehen bleiben.", "{field}");
        // HTML has no way to hold a NUL; everything else stays as it was typed.
        assert!(
            typed.contains('\u{0}') || kept.get(field) == typed,
            "{field}: {:?}",
            kept.get(field)
        );
        assert_eq!(stored(&house).await, before, "{field}");
    }
}

#[tokio::test]
async fn odd_but_honest_text_is_stored_as_it_was_typed_and_shown_as_text() {
    let house = House::open().await;
    let mut browser = house.signed_in("e@kreis.example", Role::Editor).await;
    for odd in [
        "👩‍👩‍👧‍👦 Familien 🏳️‍🌈",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'; DROP TABLE service;--",
        "مرحبا и ласкаво просимо",
        "{{ 7*7 }} ${7*7} %n",
    ] {
        let mut sent = form(&mut browser).await;
        sent.set("name", odd).set("description", odd);
        let reply = submit(&mut browser, &sent).await;
        assert_eq!(reply.status, 303, "{odd}: {}", reply.text());
        let listing = stored(&house).await;
        assert_eq!((listing.name.as_str(), listing.description.as_str()), (odd, odd));
        let public = format!("/angebote/{}", own_id());
        let (pages, mut seen) = ([public.as_str(), &path(), "/mein"], 0);
        for page in pages {
            let html = browser.get(page).await;
            assert_eq!(html.status, 200, "{page}");
            for live in ["<script>alert", "<img src=x"] {
                assert!(!html.text().contains(live), "{page}: {odd}");
            }
            seen += usize::from(html.text().contains("alert(1)"));
        }
        assert!(!odd.contains("alert") || seen > 0, "it is shown, as text");
    }
    assert!(!house.store.list_services(None, 100).await.unwrap().is_empty(), "the table is there");
}

#[tokio::test]
async fn hours_that_no_clock_shows_are_told_at_their_day() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let before = stored(&house).await;
    for (typed, words) in [
        ("25:00", "Die Uhrzeit „25:00“ gibt es nicht"),
        ("9-26", "gibt es nicht"),
        ("9–", "fehlt die andere Uhrzeit"),
        ("irgendwann", "können wir nicht als Uhrzeit lesen"),
        ("9-12, 11-14", "überschneiden sich"),
    ] {
        let mut sent = form(&mut browser).await;
        sent.set("site-0-hours", "week").set("site-0-mo", typed);
        let reply = submit(&mut browser, &sent).await;
        assert_eq!(reply.status, 422, "{typed}: {}", reply.text());
        assert!(told(&reply, "site-0-mo").contains(words), "{}", told(&reply, "site-0-mo"));
        assert_eq!(Form::read(reply.text(), "eintrag").get("site-0-mo"), typed);
    }
    let mut sent = form(&mut browser).await;
    sent.set("site-0-hours", "syntax").set("site-0-osm", "Mo 25:00");
    let reply = submit(&mut browser, &sent).await;
    assert_eq!(reply.status, 422, "{}", reply.text());
    assert!(told(&reply, "site-0-osm").contains("Diese Zeiten können wir nicht lesen"));
    assert_eq!(stored(&house).await, before);
}

#[tokio::test]
async fn a_point_in_the_lake_is_asked_back_and_not_forbidden() {
    let plan = Plan { lake: Some([8.1, 47.1, 8.3, 47.3]), ..Plan::default() };
    let house = House::built(plan).await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let before = stored(&house).await;
    let mut sent = form(&mut browser).await;
    sent.set("site-0-lat", "47.2").set("site-0-lon", "8,2").set("site-0-precision", "gebaeude");
    let reply = submit(&mut browser, &sent).await;
    assert_eq!(reply.status, 422, "{}", reply.text());
    assert!(told(&reply, "site-0-lat").contains("liegt im Wasser"), "{}", reply.text());
    assert_eq!(stored(&house).await, before, "nothing is saved unasked");
    let mut sent = Form::read(reply.text(), "eintrag");
    assert_eq!(sent.get("site-0-lat"), "47.2");
    sent.set("site-0-sure", "yes");
    let reply = submit(&mut browser, &sent).await;
    assert_eq!(reply.status, 303, "a houseboat, perhaps: {}", reply.text());
    let point = stored(&house).await.sites[0].position.as_ref().unwrap().point;
    assert!((point.lat - 47.2).abs() < 1e-9 && (point.lon - 8.2).abs() < 1e-9);
}

fn table_path(end: &str) -> String {
    format!("/mein/traeger/{}{end}", world::organization_id(0))
}

#[tokio::test]
async fn a_zip_bomb_and_fifty_thousand_rows_are_refused_with_what_to_do() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let before = house.store.latest_seq().await.unwrap();
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    bomb.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    for _ in 0..80 {
        bomb.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 200_000);
    let reply = browser.upload(&table_path("/tabelle"), &bomb).await;
    assert_eq!(reply.status, 422);
    assert!(
        reply.text().contains("ausgepackt zu groß. Bitte teilen Sie sie auf"),
        "{}",
        reply.text()
    );
    let header = browser.get(&table_path("/eintraege.csv")).await;
    let header = header.text().lines().next().unwrap().to_owned();
    let many = format!("{header}\n{}", "x\n".repeat(50_000));
    let reply = browser.upload(&table_path("/tabelle"), many.as_bytes()).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("zu viele Zeilen"), "{}", reply.text());
    let reply = browser.upload(&table_path("/tabelle"), &vec![b'x'; 11 << 20]).await;
    assert_eq!(reply.status, 413);
    assert!(reply.text().contains("eine Datei höchstens 10 Megabyte"), "{}", reply.text());
    assert_eq!(house.store.latest_seq().await.unwrap(), before);
}

#[tokio::test]
async fn formulas_leave_in_a_table_as_text_and_come_back_as_they_were() {
    let house = House::open().await;
    let mut editor = house.signed_in("e@kreis.example", Role::Editor).await;
    let mut sent = form(&mut editor).await;
    let formula = "=HYPERLINK(\"http://evil.example\";\"hier\")";
    sent.set("name", formula).set("cost", "@SUM(1+1)").set("description", "+49 7531 1\n-2");
    assert_eq!(submit(&mut editor, &sent).await.status, 303);
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let file = browser.get(&table_path("/eintraege.csv")).await;
    let mut cells = 0;
    for cell in file.text().split([';', ',', '\n']).map(|cell| cell.trim_matches('"')) {
        assert!(!cell.starts_with(['=', '@']), "{cell}");
        cells += usize::from(cell.starts_with("'=") || cell.starts_with("'@"));
    }
    assert!(cells >= 2, "{}", file.text());
    let (sheet, _) = read_sheet(&file.body, &SheetLimits::default()).unwrap();
    assert!(sheet.rows.iter().flatten().any(|cell| cell == formula), "what we wrote we read");
    let reply = browser.upload(&table_path("/tabelle"), &file.body).await;
    assert!(reply.text().contains("Die Tabelle enthält keine Änderung"), "{}", reply.text());
}

#[tokio::test]
async fn a_form_too_large_for_somebody_without_an_account_is_explained_in_german() {
    let house = House::open().await;
    let mut browser = house.browser();
    let long = "x".repeat(10 << 20);
    for path in ["/vorschlag", "/anmelden"] {
        let reply =
            browser.send_form(path, &[("message", &long), ("kind", "correction")], &[]).await;
        assert_eq!(reply.status, 413, "{path}");
        for words in ["Das ist zu groß", "höchstens 1 Megabyte", "eine Seite zurück"] {
            assert!(reply.text().contains(words), "{path}: {words}");
        }
    }
    let reply = browser.send(Method::POST, "/api/listings", &[], long).await;
    assert!(matches!(reply.status.as_u16(), 401 | 413), "{}", reply.status);
}

#[tokio::test]
async fn a_clock_set_back_loses_no_edit_and_dates_nothing_in_advance() {
    let house = House::open().await;
    let mut browser = house.signed_in("e@kreis.example", Role::Editor).await;
    let mut sent = form(&mut browser).await;
    sent.set("name", "vor dem Umstellen");
    assert_eq!(submit(&mut browser, &sent).await.status, 303);
    house.clock.forward(TimeDelta::days(-3));
    // Nobody knows how old the session is: it has ended, and one signs in again.
    assert_eq!(browser.get(&path()).await.status, 303);
    browser.sign_in("e@kreis.example").await;
    let mut sent = form(&mut browser).await;
    assert_eq!(sent.get("name"), "vor dem Umstellen");
    sent.set("name", "nach dem Umstellen");
    assert_eq!(submit(&mut browser, &sent).await.status, 303);
    let record = house.store.find_listing(own_id()).await.unwrap().unwrap();
    assert_eq!((record.listing.name.as_str(), record.version), ("nach dem Umstellen", 3));
    let today = "2026-11-20".parse().ok();
    assert!(record.listing.sites.iter().all(|site| site.assurance.date == today));
    let changes = house.store.changes_after(0, 100_000).await.unwrap();
    let gaps = changes.windows(2).filter(|pair| pair[1].seq != pair[0].seq + 1).count();
    assert_eq!(gaps, 0, "the feed goes by its own number, not by the clock");
    let history = browser.get(&format!("/redaktion/eintraege/{}/verlauf", own_id())).await;
    let (newer, older) = ("20. November 2026", "23. November 2026");
    let at = |words: &str| history.text().find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at(newer) < at(older), "what came last stands first, whatever its date");
    // Nobody can confirm for a day to come.
    let editor = house.program("p@kreis.example", Role::Editor).await;
    let entry = json!({
        "name": "Treffpunkt", "categories": ["tafel"], "organization_id": world::organization_id(0),
        "sites": [{ "site_type": "phone", "assurance": { "date": "2026-11-23", "by": "editor" } }],
    });
    let reply = editor.post("/api/listings", entry).await;
    reply.assert_problem(422, &[""; 0]);
    assert!(reply.text().contains("/sites/0/assurance"), "{}", reply.text());
}
