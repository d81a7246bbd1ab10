//! A place that was protected becomes public only by somebody who was asked, by whichever way; and what is recorded of
//! it is lost by none.

use std::time::Duration;

use sozialatlas::app::{AppError, Author, Clock, Edit, Review};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{Decision, Listing, LocationDisclosure, ReviewStatus, ServiceId};
use sozialatlas::store::ListingRecord;

use crate::form::Form;
use crate::house::{House, Plan};
use crate::redaktion::{editor, public_says};

const STREET: &str = "Verborgener Weg 77";

async fn record(house: &House, id: ServiceId) -> ListingRecord {
    house.store.find_listing(id).await.unwrap().unwrap()
}

/// The entry is published as changed, and residents see it so.
async fn change(house: &House, id: ServiceId, with: impl FnOnce(&mut Listing)) {
    let before = record(house, id).await;
    let mut listing = before.listing;
    with(&mut listing);
    let mut tx = house.store.begin_write("person@example.org", house.clock.now()).await.unwrap();
    tx.save_revision(&listing, ReviewStatus::Published, None, before.version).await.unwrap();
    tx.commit().await.unwrap();
    settle(house).await;
}

async fn settle(house: &House) {
    let seq = house.store.latest_seq().await.unwrap();
    let shown = house.server.app.readiness.wait_for(seq, Duration::from_secs(30));
    assert!(shown.await, "the read model follows");
}

/// A provider with an entry whose place is recorded and protected.
async fn protected(house: &House) -> (Author, ServiceId) {
    let author = Author::of(&house.add("toni@traeger.example", Role::Provider).await);
    let own = house.desk.list_own_listings(&author).await.unwrap();
    let mut placed = None;
    for own in own {
        let site = &record(house, own.id).await.listing.sites[0];
        if site.position.is_some() && site.municipality.is_some() {
            placed = placed.or(Some(own.id));
        }
    }
    let id = placed.unwrap();
    change(house, id, |listing| {
        listing.sites[0].disclosure = LocationDisclosure::Protected;
        listing.sites[0].address.street = Some(STREET.into());
    })
    .await;
    (author, id)
}

fn opened(record: &ListingRecord) -> Edit {
    let mut listing = record.listing.clone();
    listing.sites[0].disclosure = LocationDisclosure::Public;
    // Whoever stands by the point has not been asked about the secret.
    let acknowledged = ["on_water", "outside_county", "other_municipality"];
    Edit {
        acknowledged: acknowledged.map(str::to_owned).into(),
        ..Edit::new(listing, Some(record.version))
    }
}

fn knowing(edit: Edit) -> Edit {
    Edit { acknowledged: vec!["discloses_place".to_owned()], ..edit }
}

fn asked(error: &AppError) -> bool {
    matches!(error, AppError::Doubtful(doubts) if doubts.0.iter().any(|d| d.code == "discloses_place"))
}

async fn is_public(house: &House, id: ServiceId) -> bool {
    let document = house.store.find_published(id).await.unwrap().unwrap().document;
    document.contains(STREET) || document.contains("\"position\"")
}

#[tokio::test]
async fn a_draft_in_between_does_not_answer_whether_a_place_shall_be_public() {
    let house = House::open().await;
    let (provider, id) = protected(&house).await;
    let rita = Author::of(&house.add("rita@kreis.example", Role::Editor).await);
    // Editors publish at once; what providers write waits. Neither gets round the question by a draft.
    for author in [&rita, &provider] {
        let draft = opened(&record(&house, id).await);
        house.desk.save_draft(author, draft).await.unwrap().unwrap();
        let submit = opened(&record(&house, id).await);
        let error = house.desk.edit_listing(author, submit).await.unwrap_err();
        assert!(asked(&error), "{error:?}");
        assert!(!is_public(&house, id).await);
    }
    let submit = knowing(opened(&record(&house, id).await));
    let edited = house.desk.edit_listing(&rita, submit).await.unwrap().unwrap();
    assert_eq!(edited.review_status, ReviewStatus::Published);
    assert!(is_public(&house, id).await);
    // What is public is no secret any more.
    let again = opened(&record(&house, id).await);
    let again = Edit { listing: Listing { name: "Neu".into(), ..again.listing.clone() }, ..again };
    house.desk.edit_listing(&rita, again).await.unwrap().unwrap();
}

#[tokio::test]
async fn an_entry_that_left_the_public_view_protected_comes_back_open_only_by_an_answer() {
    let house = House::open().await;
    let (_, id) = protected(&house).await;
    let rita = Author::of(&house.add("rita@kreis.example", Role::Editor).await);
    let version = record(&house, id).await.version;
    let mut tx = house.store.begin_write("person@example.org", house.clock.now()).await.unwrap();
    tx.withdraw(id, version).await.unwrap();
    tx.commit().await.unwrap();
    // The first version told the place: it was public before it was protected.
    let restore = |expected_version| sozialatlas::app::Restore {
        id,
        revision: 1,
        expected_version,
        reason: None,
        once: None,
    };
    let error = house.desk.restore_revision(&rita, restore(version + 1)).await.unwrap_err();
    assert!(asked(&error), "{error:?}");
}

#[tokio::test]
async fn an_editor_who_publishes_is_asked_whatever_the_writer_has_answered() {
    let house = House::open().await;
    let (provider, id) = protected(&house).await;
    let submit = knowing(opened(&record(&house, id).await));
    let waits = house.desk.edit_listing(&provider, submit).await.unwrap().unwrap();
    assert_eq!(waits.review_status, ReviewStatus::Pending);
    let rita = Author::of(&house.add("ruth@kreis.example", Role::Editor).await);
    let (revision, acknowledged) = (waits.revision, vec!["outside_county".to_owned()]);
    let review = Review { id, revision, decision: Decision::Publish, acknowledged, once: None };
    let error = house.desk.review_revision(&rita, review).await.unwrap_err();
    assert!(asked(&error), "{error:?}");

    let mut editor = editor(&house).await;
    editor.get("/redaktion").await;
    // Nor do many at once let one slip through.
    let mark = format!("{id}:{revision}:{}", waits.version);
    let many = [("item", &*mark), ("do", "publish"), ("here", "/redaktion")];
    let done = editor.post("/redaktion/mehrere", &many).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let page = editor.get(done.header("location")).await;
    assert!(page.text().contains("1 Eintrag bleibt, wie er ist"), "{}", page.text());
    assert!(!is_public(&house, id).await);

    let case = format!("/redaktion/eintraege/{id}");
    let page = editor.get(&case).await;
    let said = ["Ein geschützter Ort würde öffentlich", STREET, "name=\"disclose\""];
    for part in said {
        assert!(page.text().contains(part), "{part} is missing in {}", page.text());
    }
    let seen = revision.to_string();
    let publish = [("revision", &*seen), ("decision", "publish"), ("note", "")];
    let refused = editor.post(&case, &publish).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(refused.text().contains("setzen Sie dort das Häkchen"), "{}", refused.text());
    assert!(!is_public(&house, id).await);
    let publish = [("revision", &*seen), ("decision", "publish"), ("disclose", "yes")];
    let done = editor.post(&case, &publish).await;
    assert_eq!(done.status, 303, "{}", done.text());
    public_says(&house, id, STREET, true).await;
}

#[tokio::test]
async fn the_form_asks_by_a_box_of_its_own_and_keeps_what_it_does_not_change() {
    let house = House::open().await;
    let (_, id) = protected(&house).await;
    let before = record(&house, id).await.listing.sites[0].clone();
    let mut browser = house.browser();
    browser.sign_in("toni@traeger.example").await;
    let path = format!("/mein/angebote/{id}");
    let page = browser.get(&path).await;
    assert!(!page.text().contains("-disclose\""), "nothing is asked yet");
    let mut form = Form::read(page.text(), "eintrag");
    form.set("description", "Schutz und Rat").set("action", "submit");
    assert_eq!(browser.post(&path, &form.pairs()).await.status, 303);
    let kept = record(&house, id).await.listing;
    assert_eq!(kept.description, "Schutz und Rat");
    let site = &kept.sites[0];
    assert_eq!((&site.position, &site.address), (&before.position, &before.address));
    assert!(!is_public(&house, id).await);

    let page = browser.get(&path).await;
    let mut form = Form::read(page.text(), "eintrag");
    form.set("site-0-disclosure", "public").set("action", "submit");
    // That the point is right is another question.
    form.set("site-0-sure", "yes");
    let reply = browser.post(&path, &form.pairs()).await;
    assert_eq!(reply.status, 422, "{}", reply.text());
    assert!(reply.text().contains("Diese Adresse war geschützt"), "{}", reply.text());
    assert!(reply.text().contains("name=\"site-0-disclose\""), "{}", reply.text());
    let mut form = Form::read(reply.text(), "eintrag");
    form.set("site-0-disclose", "yes").set("action", "submit");
    let reply = browser.post(&path, &form.pairs()).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let waits = record(&house, id).await;
    assert_eq!(waits.review_status, ReviewStatus::Pending);
    assert_eq!(waits.listing.sites[0].disclosure, LocationDisclosure::Public);
    assert!(!is_public(&house, id).await, "an editor decides");
}

#[tokio::test]
async fn a_translation_does_not_tell_what_the_german_has_ceased_to_tell() {
    let house = House::open().await;
    let (_, id) = protected(&house).await;
    change(&house, id, |listing| {
        listing.sites[0].disclosure = LocationDisclosure::Public;
        listing.sites[0].accessible = sozialatlas::domain::YesNo::Yes;
        listing.sites[0].accessible_text = Some(format!("Rampe, Eingang {STREET}"));
    })
    .await;
    let site = record(&house, id).await.listing.sites[0].id;
    let mut editor = editor(&house).await;
    let path = format!("/mein/angebote/{id}/uebersetzungen/en");
    editor.get(&path).await;
    let revision = record(&house, id).await.latest_revision.to_string();
    let (access, ramp) = (format!("sites/{site}/accessible_text"), format!("Ramp at {STREET}"));
    let texts = [("version", "0"), ("source_revision", &*revision), (&*access, &*ramp)];
    let stored = editor.post(&path, &texts).await;
    assert_eq!(stored.status, 303, "{}", stored.text());
    settle(&house).await;
    let asked = [
        format!("/en/angebote/{id}"),
        format!("/api/collections/services/items/{site}"),
        format!("/en/liste?q={}", "Verborgener"),
        "/api/collections/services/items?limit=100".to_owned(),
    ];
    let told = async || {
        let mut told = 0;
        for path in &asked {
            let reply = house.browser().get(path).await;
            assert_eq!(reply.status, 200, "{path}");
            told += usize::from(reply.text().contains("Ramp at"));
        }
        told
    };
    assert!(told().await > 0, "the translation is read");
    change(&house, id, |listing| {
        listing.sites[0].disclosure = LocationDisclosure::Protected;
        listing.sites[0].accessible_text = Some("Rampe".into());
    })
    .await;
    assert_eq!(told().await, 0);
    let document = house.store.find_published(id).await.unwrap().unwrap().document;
    assert!(!document.contains(STREET), "{document}");
}

#[tokio::test]
async fn the_history_of_a_discreet_topic_can_be_left_at_once_and_is_kept_nowhere() {
    let house = House::built(Plan { discreet: vec!["tafel"], ..Plan::default() }).await;
    let mut seen = [0, 0];
    for (id, _, _) in house.store.list_services(None, 20).await.unwrap() {
        let listing = record(&house, id).await.listing;
        let discreet = listing.categories.iter().any(|code| code.as_str() == "tafel");
        let page = house.browser().get(&format!("/angebote/{id}/verlauf")).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert_eq!(page.header("cache-control") == "no-store", discreet, "{id}");
        assert_eq!(page.text().contains("data-discreet=\"true\""), discreet, "{id}");
        seen[usize::from(discreet)] += 1;
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}
