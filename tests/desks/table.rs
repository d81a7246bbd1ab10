//! All entries of an organization as a spreadsheet: down, changed, up, looked at, taken over.

use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{Facet, TermCode};
use sozialatlas::exchange::spreadsheet::{Sheet, SheetLimits, read_sheet, write_csv, write_xlsx};

use crate::form::Form;
use crate::house::{Browser, House, Plan};
use crate::world;

fn path(end: &str) -> String {
    format!("/mein/traeger/{}{end}", world::organization_id(0))
}

async fn download(browser: &mut Browser<'_>, end: &str) -> Sheet {
    let reply = browser.get(&path(end)).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    read_sheet(&reply.body, &SheetLimits::default()).unwrap().0
}

/// Sends a file as a browser would.
fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut out = Vec::new();
    write_csv(sheet, &mut out).unwrap();
    out
}

fn column(sheet: &Sheet, title: &str) -> usize {
    sheet.header.iter().position(|other| other == title).unwrap_or_else(|| panic!("no {title}"))
}

#[tokio::test]
async fn a_table_that_nobody_changed_changes_nothing_in_either_format() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let sheet = download(&mut browser, "/eintraege.xlsx").await;
    assert_eq!(sheet, download(&mut browser, "/eintraege.csv").await);
    assert!(!sheet.rows.is_empty());
    assert!(!sheet.rows.iter().flatten().any(|cell| cell.contains("never to be seen")));
    for bytes in [csv(&sheet), write_xlsx(&sheet, "t").unwrap()] {
        let reply = browser.upload(&path("/tabelle"), &bytes).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        assert!(reply.text().contains("Die Tabelle enthält keine Änderung"), "{}", reply.text());
    }
}

#[tokio::test]
async fn differences_are_shown_before_anything_is_saved_and_then_taken_over_one_by_one() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut sheet = download(&mut browser, "/eintraege.xlsx").await;
    let (name, monday) = (column(&sheet, "Name des Angebots"), column(&sheet, "Montag"));
    let topic = column(&sheet, "Thema");
    let id = sheet.rows[0][0].parse().unwrap();
    "Neuer Name =1+1".clone_into(&mut sheet.rows[0][name]);
    "7:30–13".clone_into(&mut sheet.rows[0][monday]);
    let mut fresh = vec![String::new(); sheet.header.len()];
    "Ganz neu".clone_into(&mut fresh[name]);
    fresh[topic] = sheet.rows[0][topic].to_uppercase();
    sheet.rows.push(fresh);
    let reply = browser.upload(&path("/tabelle"), &csv(&sheet)).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    let html = reply.text();
    assert!(html.contains("Neuer Name =1+1") && html.contains("7:30–13"), "{html}");
    assert!(html.contains("2 Einträge übernehmen"), "{html}");
    let before = house.store.find_listing(id).await.unwrap().unwrap();
    assert_ne!(before.listing.name, "Neuer Name =1+1", "nothing is saved yet");
    let form = Form::read(html, "uebernehmen");
    let reply = browser.post(&path("/tabelle/uebernehmen"), &form.pairs()).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert_eq!(
        reply.text().matches("gespeichert, bei der Redaktion").count(),
        2,
        "{}",
        reply.text()
    );
    let after = house.store.find_listing(id).await.unwrap().unwrap();
    assert_eq!(after.listing.name, "Neuer Name =1+1");
    let osm = after.listing.sites[0].schedule.osm.clone().unwrap();
    assert!(osm.starts_with("Mo 07:30-13:00"), "{osm}");
    assert_eq!(after.listing.sites[0].position, before.listing.sites[0].position);
    assert!(browser.get("/mein").await.text().contains("Ganz neu"));
    // The same once more, by a double click: it was done already, and is answered as it was.
    let seq = house.store.latest_seq().await.unwrap();
    let again = browser.post(&path("/tabelle/uebernehmen"), &form.pairs()).await;
    assert_eq!(again.text().matches("gespeichert, bei der Redaktion").count(), 2);
    assert_eq!(house.store.latest_seq().await.unwrap(), seq, "nothing was written twice");
    // As another request it comes too late: somebody was there already, and is not overwritten.
    let mut other = form.clone();
    other.set("key", "00000000-0000-4000-8000-000000000000");
    let reply = browser.post(&path("/tabelle/uebernehmen"), &other.pairs()).await;
    assert!(
        reply.text().contains("jemand anderes hat ihn inzwischen geändert"),
        "{}",
        reply.text()
    );
}

#[tokio::test]
async fn forms_of_service_legal_bases_and_related_entries_go_both_ways() {
    let terms = vec![
        ("beratung", Facet::ServiceForm, "Beratung"),
        ("gruppe", Facet::ServiceForm, "Gruppe"),
        ("sgb-viii", Facet::LegalBasis, "SGB VIII"),
    ];
    let house = House::built(Plan { terms, ..Plan::default() }).await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut sheet = download(&mut browser, "/eintraege.xlsx").await;
    let form = column(&sheet, "Art des Angebots");
    let basis = column(&sheet, "Gesetzliche Grundlage");
    let related = column(&sheet, "Diese Angebote gehören dazu");
    let id = sheet.rows[0][0].clone();
    let other = sheet.rows.iter().map(|row| row[0].clone()).find(|other| *other != id).unwrap();
    sheet.rows[0][form] = "gruppe; Beratung".to_owned();
    sheet.rows[0][basis] = "SGB VIII".to_owned();
    sheet.rows[0][related] = format!("http://localhost/angebote/{other}");
    let reply = browser.upload(&path("/tabelle"), &csv(&sheet)).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert!(reply.text().contains("SGB VIII"), "{}", reply.text());
    let form_sent = Form::read(reply.text(), "uebernehmen");
    let reply = browser.post(&path("/tabelle/uebernehmen"), &form_sent.pairs()).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    let after = house.store.find_listing(id.parse().unwrap()).await.unwrap().unwrap().listing;
    let codes: Vec<&str> = after.service_forms.iter().map(TermCode::as_str).collect();
    assert_eq!(codes, ["gruppe", "beratung"]);
    assert_eq!(after.legal_bases[0].as_str(), "sgb-viii");
    let linked: Vec<String> = after.related.iter().map(ToString::to_string).collect();
    assert_eq!(linked, std::slice::from_ref(&other));
    // Down again they stand there as words, and change nothing when they come back.
    let mut again = download(&mut browser, "/eintraege.csv").await;
    let row = again.rows.iter_mut().find(|row| row[0] == id).unwrap();
    assert_eq!(
        [row[form].as_str(), &row[basis], &row[related]],
        ["Gruppe; Beratung", "SGB VIII", other.as_str()]
    );
    row[related] = "Tafel".to_owned();
    let reply = browser.upload(&path("/tabelle"), &csv(&again)).await;
    assert_eq!(reply.status, 422, "{}", reply.text());
    assert!(reply.text().contains("„Tafel“ kennen wir hier nicht"), "{}", reply.text());
    for row in &mut again.rows {
        row[form].clear();
        row[related].clear();
    }
    let reply = browser.upload(&path("/tabelle"), &csv(&again)).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert!(reply.text().contains("Einen Eintrag übernehmen"), "{}", reply.text());
}

#[tokio::test]
async fn what_is_wrong_is_told_with_row_and_column_and_nothing_is_taken_over() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let sheet = download(&mut browser, "/eintraege.csv").await;
    let wrong = [
        ("Montag", "25:00–26:00", "Die Uhrzeit „25:00“ gibt es nicht"),
        ("Thema", "Raumfahrt", "„Raumfahrt“ kennen wir hier nicht"),
        ("E-Mail", "kein klammeraffe", "nicht vollständig"),
        (
            "Kennung des Angebots (nicht ändern)",
            &world::service_id(1).to_string(),
            "gibt es bei diesem Träger nicht",
        ),
        ("Fassung (nicht ändern)", "99", "geändert, seit die Tabelle"),
    ];
    for (title, text, said) in wrong {
        let mut faulty = sheet.clone();
        let at = column(&sheet, title);
        text.clone_into(&mut faulty.rows[1][at]);
        // A version alone changes nothing; something else has to.
        faulty.rows[1][column(&sheet, "Kosten in eigenen Worten")].push('x');
        let reply = browser.upload(&path("/tabelle"), &csv(&faulty)).await;
        assert_eq!(reply.status, 422, "{title}: {}", reply.text());
        assert!(reply.text().contains("Zeile 3"), "{title}: {}", reply.text());
        assert!(reply.text().contains(said), "{title}: {}", reply.text());
        assert!(!reply.text().contains("id=\"uebernehmen\""));
    }
    let mut strange = sheet.clone();
    "Lieblingsfarbe".clone_into(&mut strange.header[4]);
    let reply = browser.upload(&path("/tabelle"), &csv(&strange)).await;
    assert!(
        reply.text().contains("Spalte Lieblingsfarbe: Diese Spalte kennen wir nicht"),
        "{}",
        reply.text()
    );
    let many = Sheet { header: sheet.header.clone(), rows: vec![sheet.rows[0].clone(); 6_000] };
    let reply = browser.upload(&path("/tabelle"), &csv(&many)).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("zu viele Zeilen"), "{}", reply.text());
    let reply = browser.upload(&path("/tabelle"), b"\x89PNG\0\0").await;
    assert!(reply.text().contains("keine Tabelle, die wir lesen können"), "{}", reply.text());
}

#[tokio::test]
async fn tables_of_others_are_not_given_out_nor_taken() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let foreign = format!("/mein/traeger/{}", world::organization_id(1));
    for end in ["", "/tabelle", "/eintraege.csv", "/eintraege.xlsx"] {
        assert_eq!(browser.get(&format!("{foreign}{end}")).await.status, 403, "{end}");
    }
    browser.get(&path("/tabelle")).await;
    let carried = format!(
        "[{{\"id\":\"{}\",\"version\":1,\"fields\":[[\"name\",\"Gekapert\"]]}}]",
        world::service_id(1)
    );
    let reply = browser.post(&path("/tabelle/uebernehmen"), &[("carried", &carried)]).await;
    assert!(matches!(reply.status.as_u16(), 403 | 404), "{}", reply.status);
}

#[tokio::test]
async fn the_record_of_an_organization_is_changed_and_a_colleague_invited() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let page = browser.get(&path("")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("a@traeger.example"));
    let mut form = Form::read(page.text(), "traeger");
    form.set("website", "kein netz").set("description", "Wir helfen.");
    let reply = browser.post(&path(""), &form.pairs()).await;
    assert_eq!(reply.status, 422, "{}", reply.text());
    assert!(
        reply.text().contains("id=\"f-website-fehler\"") && reply.text().contains("Wir helfen.")
    );
    form.set("website", "https://traeger.example");
    let reply = browser.post(&path(""), &form.pairs()).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let record = house.store.find_organization(world::organization_id(0)).await.unwrap().unwrap();
    assert_eq!(record.organization.description.as_deref(), Some("Wir helfen."));
    browser.get(&path("")).await;
    let fields = [("invite-name", "Kim Neu"), ("invite-email", "kim@traeger.example")];
    let reply = browser.post(&path("/einladen"), &fields).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let page = browser.get(&path("")).await;
    assert!(page.text().contains("kim@traeger.example") && page.text().contains("eingeladen"));
    let reply =
        browser.post(&path("/einladen"), &[("invite-name", ""), ("invite-email", "kim")]).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("id=\"f-invite-email-fehler\""), "{}", reply.text());
}
