//! `/mein`: providers write, confirm and follow their entries, through pages.

use sozialatlas::app::{Author, QueueKind, QueueQuery};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{Listing, ReviewStatus, ServiceId};

use crate::form::Form;
use crate::house::{Browser, House};
use crate::support::Reply;
use crate::world;

/// Entries of the house with a place that belong to organization `n`.
fn of(n: usize) -> Vec<usize> {
    let mut all: Vec<usize> = (0..world::SITES).collect();
    all.sort_by_key(|i| world::service_id(*i));
    all.truncate(20);
    all.retain(|i| i % 2 == n && *i < world::PLACED);
    all
}

/// An entry of the provider's own organization.
fn own_listing() -> Listing {
    world::listing(of(0)[0])
}

fn own_id() -> ServiceId {
    own_listing().id
}

fn own() -> String {
    format!("/mein/angebote/{}", own_id())
}

async fn open(browser: &mut Browser<'_>, path: &str) -> Form {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    Form::read(page.text(), "eintrag")
}

async fn send(browser: &mut Browser<'_>, path: &str, form: &Form, action: &str) -> Reply {
    let mut pairs = form.pairs();
    pairs.push(("action", action));
    browser.post(path, &pairs).await
}

/// The entry as the database has it: the latest version and its state.
async fn stored(house: &House, id: ServiceId) -> (Listing, ReviewStatus) {
    let record = house.store.find_listing(id).await.unwrap().unwrap();
    (record.listing, record.review_status)
}

/// Names of what waits for an editor.
async fn queue(house: &House) -> Vec<String> {
    let editor = house.add("redaktion@kreis.example", Role::Editor).await;
    let kinds = vec![QueueKind::New, QueueKind::Changed];
    let query = QueueQuery { kinds, ..QueueQuery::default() };
    let page = house.desk.list_queue(&Author::of(&editor), &query).await.unwrap();
    page.items.into_iter().map(|item| item.name).collect()
}

fn id_of(reply: &Reply) -> ServiceId {
    let location = reply.header("location");
    location.split(['/', '?']).nth(3).unwrap().parse().unwrap()
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_the_sign_in_page_and_back() {
    let house = House::open().await;
    let mut browser = house.browser();
    for path in ["/mein", "/mein/angebote/neu", &own()] {
        let reply = browser.get(path).await;
        assert_eq!(reply.status, 303, "{path}");
        assert_eq!(reply.header("location"), format!("/anmelden?weiter={path}"));
    }
}

#[tokio::test]
async fn a_new_entry_waits_for_an_editor_and_is_not_public() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut form = open(&mut browser, "/mein/angebote/neu").await;
    form.set("name", "Kleiderkammer <b>Süd</b>").set("category", "tafel");
    form.set("site-0-hours", "week").set("site-0-mo", "9–12 und 14–16:30 Uhr");
    let reply = send(&mut browser, "/mein/angebote/neu", &form, "submit").await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let (listing, state) = stored(&house, id_of(&reply)).await;
    assert_eq!((listing.name.as_str(), state), ("Kleiderkammer <b>Süd</b>", ReviewStatus::Pending));
    assert_eq!(listing.organization_id, Some(world::organization_id(0)));
    assert_eq!(listing.sites[0].schedule.osm.as_deref(), Some("Mo 09:00-12:00,14:00-16:30"));
    assert_eq!(queue(&house).await.first().map(String::as_str), Some("Kleiderkammer <b>Süd</b>"));
    assert_eq!(browser.get(&format!("/angebote/{}", listing.id)).await.status, 404);
    let page = browser.get(reply.header("location")).await;
    assert!(page.text().contains("Der Eintrag ist bei der Redaktion"));
    assert!(!page.text().contains("<b>Süd"), "typed text is never markup");
    assert!(browser.get("/mein").await.text().contains("in Prüfung"));
}

#[tokio::test]
async fn everything_wrong_is_told_at_its_field_and_what_was_typed_stays() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut form = open(&mut browser, "/mein/angebote/neu").await;
    form.set("description", "ein Text, der bleibt").set("age-minimum", "alt");
    form.set("site-0-hours", "week")
        .set("site-0-mo", "25:00–26:00")
        .set("email", "kein klammeraffe");
    let reply = send(&mut browser, "/mein/angebote/neu", &form, "submit").await;
    assert_eq!(reply.status, 422);
    let html = reply.text();
    for field in ["name", "category", "age-minimum", "email", "site-0-mo"] {
        assert!(
            html.contains(&format!("href=\"#f-{field}\"")),
            "{field} is missing in the summary"
        );
        assert!(html.contains(&format!("id=\"f-{field}-fehler\"")), "{field} has no line");
    }
    assert!(html.contains("Die Uhrzeit „25:00“ gibt es nicht"), "{html}");
    assert!(html.contains("id=\"fehler\" tabindex=\"-1\" autofocus"));
    let kept = Form::read(html, "eintrag");
    assert_eq!(kept.get("description"), "ein Text, der bleibt");
    assert_eq!((kept.get("site-0-mo"), kept.get("email")), ("25:00–26:00", "kein klammeraffe"));
    assert_eq!(queue(&house).await, [""; 0]);
}

#[tokio::test]
async fn a_draft_may_lack_everything_and_can_be_gone_on_with() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut form = open(&mut browser, "/mein/angebote/neu").await;
    form.set("description", "halb fertig");
    let reply = send(&mut browser, "/mein/angebote/neu", &form, "draft").await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let id = id_of(&reply);
    assert_eq!(stored(&house, id).await.1, ReviewStatus::Draft);
    let path = format!("/mein/angebote/{id}");
    let mut form = open(&mut browser, &path).await;
    assert_eq!(form.get("description"), "halb fertig");
    form.set("name", "Fertig").set("category", "tafel");
    let reply = send(&mut browser, &path, &form, "submit").await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    assert_eq!(stored(&house, id).await.1, ReviewStatus::Pending);
}

#[tokio::test]
async fn a_change_waits_while_the_public_goes_on_reading_what_was_published() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut form = open(&mut browser, &own()).await;
    let name = form.get("name").to_owned();
    form.set("name", "Ganz neuer Name").set("reason", "Wir heißen jetzt anders.");
    let reply = send(&mut browser, &own(), &form, "submit").await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let public = browser.get(&format!("/angebote/{}", own_id())).await;
    assert!(public.text().contains(&name) && !public.text().contains("Ganz neuer Name"));
    let (listing, state) = stored(&house, own_id()).await;
    assert_eq!((listing.name.as_str(), state), ("Ganz neuer Name", ReviewStatus::Pending));
    let history = browser.get(&format!("{}/verlauf", own())).await;
    assert!(history.text().contains("Wir heißen jetzt anders."), "{}", history.text());
    assert!(history.text().contains("von Ihnen"));
}

#[tokio::test]
async fn the_form_changes_nothing_that_nobody_changed() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    for i in of(0) {
        let path = format!("/mein/angebote/{}", world::service_id(i));
        let (before, _) = stored(&house, world::service_id(i)).await;
        let form = open(&mut browser, &path).await;
        let reply = send(&mut browser, &path, &form, "draft").await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        assert_eq!(stored(&house, world::service_id(i)).await.0, before);
    }
}

#[tokio::test]
async fn entries_of_others_are_not_there() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut form = open(&mut browser, &own()).await;
    let foreign = format!("/mein/angebote/{}", world::service_id(of(1)[0]));
    assert_eq!(browser.get(&foreign).await.status, 404);
    assert_eq!(browser.get(&format!("{foreign}/verlauf")).await.status, 404);
    let before = stored(&house, world::service_id(of(1)[0])).await;
    open(&mut browser, &own()).await;
    form.set("name", "Übernommen");
    assert_eq!(send(&mut browser, &foreign, &form, "submit").await.status, 404);
    open(&mut browser, &own()).await;
    let reply = browser.post(&format!("{foreign}/bestaetigen"), &[]).await;
    assert!(matches!(reply.status.as_u16(), 403 | 404), "{}", reply.status);
    assert_eq!(stored(&house, world::service_id(of(1)[0])).await, before);
    // Nor can one's own be handed to somebody else, or a new one be made in their name.
    open(&mut browser, "/mein/angebote/neu").await;
    form.set("organization", &world::organization_id(1).to_string());
    let reply = send(&mut browser, "/mein/angebote/neu", &form, "submit").await;
    assert_eq!(reply.status, 403, "{}", reply.text());
}

#[tokio::test]
async fn two_people_at_once_see_both_versions_and_nothing_is_overwritten() {
    let house = House::open().await;
    let mut first = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut second = house.signed_in("b@traeger.example", Role::Provider).await;
    let mut one = open(&mut first, &own()).await;
    let mut two = open(&mut second, &own()).await;
    one.set("description", "von der Ersten");
    assert_eq!(send(&mut first, &own(), &one, "submit").await.status, 303);
    two.set("description", "vom Zweiten");
    let reply = send(&mut second, &own(), &two, "submit").await;
    assert_eq!(reply.status, 412);
    assert_eq!(stored(&house, own_id()).await.0.description, "von der Ersten");
    let html = reply.text();
    let table = &html[html.find("<table").unwrap()..html.find("</table>").unwrap()];
    assert!(table.contains("von der Ersten") && table.contains("vom Zweiten"), "{table}");
    let mut kept = Form::read(html, "eintrag");
    assert_eq!(kept.get("description"), "vom Zweiten");
    kept.set("description", "von beiden");
    assert_eq!(send(&mut second, &own(), &kept, "submit").await.status, 303);
    assert_eq!(stored(&house, own_id()).await.0.description, "von beiden");
}

#[tokio::test]
async fn a_point_that_can_hardly_be_right_is_asked_back_and_not_forbidden() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut form = open(&mut browser, &own()).await;
    form.set("site-0-lat", "52,52").set("site-0-lon", "13.4");
    let reply = send(&mut browser, &own(), &form, "submit").await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("außerhalb des Landkreises"), "{}", reply.text());
    let mut form = Form::read(reply.text(), "eintrag");
    assert_eq!(form.get("site-0-lat"), "52,52");
    assert!(reply.text().contains("name=\"site-0-sure\""));
    form.set("site-0-sure", "yes");
    let reply = send(&mut browser, &own(), &form, "submit").await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let (listing, _) = stored(&house, own_id()).await;
    assert!((listing.sites[0].position.as_ref().unwrap().point.lat - 52.52).abs() < 1e-9);
}

#[tokio::test]
async fn a_place_is_found_in_the_gazetteer_and_taken_without_a_map() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut form = open(&mut browser, "/mein/angebote/neu").await;
    form.set("name", "bleibt stehen").set("site-0-place", "anf").set("find-place", "0");
    let reply = browser.post("/mein/angebote/neu", &form.pairs()).await;
    assert_eq!(reply.status, 200);
    let html = reply.text();
    let from = html.find("name=\"take-place-0\" value=\"").expect("a place") + 27;
    let value = html[from..].split('"').next().unwrap().to_owned();
    let mut form = Form::read(html, "eintrag");
    assert_eq!(form.get("name"), "bleibt stehen");
    form.set("take-place-0", &value);
    let reply = browser.post("/mein/angebote/neu", &form.pairs()).await;
    let form = Form::read(reply.text(), "eintrag");
    assert_eq!(form.get("site-0-precision"), "gemeinde");
    assert_eq!(form.get("site-0-municipality"), "99001001");
    let lat: f64 = form.get("site-0-lat").parse().unwrap();
    assert!((lat - world::point(0).lat).abs() < 1e-9);
    let mut form = form;
    form.set("site-0-place", "gibtesnicht").set("find-place", "0");
    let reply = browser.post("/mein/angebote/neu", &form.pairs()).await;
    assert!(reply.text().contains("Diesen Ort kennen wir nicht"));
}

#[tokio::test]
async fn sites_are_added_and_removed_without_scripts_and_without_saving() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut form = open(&mut browser, &own()).await;
    form.set("site-0-street", "Erste Gasse 1").set("add-site", "1");
    let reply = browser.post(&own(), &form.pairs()).await;
    let mut form = Form::read(reply.text(), "eintrag");
    assert_eq!((form.get("sites"), form.get("site-0-street")), ("2", "Erste Gasse 1"));
    form.set("site-1-street", "Zweite Gasse 2").set("remove-site", "0");
    let reply = browser.post(&own(), &form.pairs()).await;
    let form = Form::read(reply.text(), "eintrag");
    assert_eq!((form.get("sites"), form.get("site-0-street")), ("1", "Zweite Gasse 2"));
    assert_eq!(stored(&house, own_id()).await.0, own_listing());
}

#[tokio::test]
async fn the_preview_is_the_public_page_and_saves_nothing() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut form = open(&mut browser, &own()).await;
    form.set("name", "Vorschau-Name").set("site-0-street", "Geheimweg 7");
    form.set("site-0-disclosure", "protected");
    let reply = send(&mut browser, &own(), &form, "preview").await;
    assert_eq!(reply.status, 200);
    let html = reply.text();
    let article =
        &html[html.find("<article").expect("a preview")..html.find("</article>").unwrap()];
    assert!(article.contains("Vorschau-Name") && article.contains("id=\"b-kontakt\""));
    assert!(!article.contains("Geheimweg"), "what is protected is not in the preview");
    assert_eq!(stored(&house, own_id()).await.0, own_listing());
}

#[tokio::test]
async fn one_button_confirms_that_an_entry_is_still_right() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let todo = browser.get("/mein").await;
    let button = format!("action=\"{}/bestaetigen\"", own());
    assert!(todo.text().contains(&button), "{}", todo.text());
    let reply = browser.post(&format!("{}/bestaetigen", own()), &[]).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let (listing, state) = stored(&house, own_id()).await;
    assert_eq!(state, ReviewStatus::Published);
    assert!(
        listing
            .sites
            .iter()
            .all(|site| site.assurance.by == sozialatlas::domain::AssuredBy::Provider)
    );
    let done = browser.get(reply.header("location")).await;
    assert!(done.text().contains("ist jetzt bestätigt"), "{}", done.text());
}

#[tokio::test]
async fn a_form_of_ten_megabytes_is_told_at_its_field_and_one_without_the_proof_is_refused() {
    let house = House::open().await;
    let mut browser = house.signed_in("a@traeger.example", Role::Provider).await;
    let mut form = open(&mut browser, &own()).await;
    form.set("description", &"x".repeat(10 << 20)).set("cost", "5 € im Monat");
    let reply = send(&mut browser, &own(), &form, "submit").await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("id=\"f-description-fehler\""), "the fault stands at the field");
    assert!(reply.text().contains("höchstens 5000 Zeichen") && reply.text().len() < 300_000);
    let kept = Form::read(reply.text(), "eintrag");
    assert_eq!(kept.get("cost"), "5 € im Monat", "everything else is kept");
    assert!(kept.get("description").len() > 5_000, "and the beginning of what was too long");
    form.set("description", &"x".repeat(5_001));
    let reply = send(&mut browser, &own(), &form, "submit").await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("höchstens 5000 Zeichen"), "{}", reply.text());
    let evil = [("origin", "https://evil.example")];
    let reply = browser.send_form(&own(), &form.pairs(), &evil).await;
    assert_eq!(reply.status, 403);
    assert_eq!(stored(&house, own_id()).await.0, own_listing());
}

#[tokio::test]
async fn related_entries_are_added_by_their_address_and_taken_away_by_their_box() {
    let house = House::open().await;
    let mut browser = house.signed_in("e@kreis.example", Role::Editor).await;
    let other = world::service_id(of(1)[0]);
    let mut form = open(&mut browser, &own()).await;
    form.set("related-link", "irgendwas");
    let reply = send(&mut browser, &own(), &form, "submit").await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("id=\"f-related-link-fehler\""), "{}", reply.text());
    assert!(reply.text().contains("ist keine Adresse eines Angebots"), "{}", reply.text());
    form.set("related-link", &format!("https://atlas.example/angebote/{other}?q=x#oben"));
    assert_eq!(send(&mut browser, &own(), &form, "submit").await.status, 303);
    assert_eq!(stored(&house, own_id()).await.0.related, [other]);
    let mut form = open(&mut browser, &own()).await;
    assert_eq!(form.get("related"), other.to_string(), "by its box, ticked");
    form.0.retain(|(name, _)| name != "related");
    assert_eq!(send(&mut browser, &own(), &form, "submit").await.status, 303);
    assert!(stored(&house, own_id()).await.0.related.is_empty());
}
