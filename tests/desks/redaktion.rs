//! The editors' desk, through HTTP.

use std::time::Duration;

use sozialatlas::app::{Author, Edit};
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{Listing, LonLat, ServiceId};

use crate::house::{Browser, House};

/// A provider who has changed the name of one of their entries: the entry waits for an editor.
pub(crate) async fn proposed(house: &House, name: &str) -> ServiceId {
    let account = house.add("toni@traeger.example", Role::Provider).await;
    let author = Author::of(&account);
    let own = house.desk.list_own_listings(&author).await.unwrap();
    let id = own[0].id;
    propose(house, &author, id, |listing| {
        name.clone_into(&mut listing.name);
        if let Some(position) = &mut listing.sites[0].position {
            let LonLat { lon, lat } = position.point;
            position.point = LonLat { lon: lon + 0.01, lat };
        }
    })
    .await;
    id
}

pub(crate) async fn propose(
    house: &House,
    author: &Author,
    id: ServiceId,
    change: impl FnOnce(&mut Listing),
) {
    let view = house.desk.find_listing_for(author, id).await.unwrap().unwrap();
    let mut listing = view.record.listing.clone();
    change(&mut listing);
    let edit = Edit {
        acknowledged: ["on_water", "outside_county", "other_municipality"]
            .map(str::to_owned)
            .into(),
        ..Edit::new(listing, Some(view.record.version))
    };
    house.desk.edit_listing(author, edit).await.unwrap().unwrap();
}

pub(crate) async fn editor(house: &House) -> Browser<'_> {
    house.signed_in("rita@kreis.example", Role::Editor).await
}

/// Waits until the public page of an entry says something, or no longer.
pub(crate) async fn public_says(house: &House, id: ServiceId, words: &str, there: bool) {
    // A minute, on a machine that is busy with other things.
    for _ in 0..2_400 {
        let page = house.browser().get(&format!("/angebote/{id}")).await;
        if page.text().contains(words) == there {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the public page of {id}: {words} should be there: {there}");
}

pub(crate) async fn versions(house: &House, id: ServiceId) -> (String, String) {
    let record = house.store.find_listing(id).await.unwrap().unwrap();
    (record.latest_revision.to_string(), record.version.to_string())
}

#[tokio::test]
async fn a_proposal_is_shown_beside_what_is_public_and_published() {
    let house = House::open().await;
    let id = proposed(&house, "Angebot mit neuem Namen").await;
    public_says(&house, id, "Angebot mit neuem Namen", false).await;
    let mut editor = editor(&house).await;
    let queue = editor.get("/redaktion?kind=changed").await;
    assert!(queue.text().contains(&format!("href=\"/redaktion/eintraege/{id}\"")));
    let case = format!("/redaktion/eintraege/{id}");
    let page = editor.get(&case).await;
    for part in ["<ins>", "<del>", "mit neuem Namen", "Der Punkt ist um", "data-map=\"service\""] {
        assert!(page.text().contains(part), "{part} is missing in {}", page.text());
    }
    let (revision, _) = versions(&house, id).await;
    let done = editor.post(&case, &[("revision", &revision), ("decision", "publish")]).await;
    assert_eq!(done.header("location"), format!("{case}?getan=publish"));
    public_says(&house, id, "Angebot mit neuem Namen", true).await;
    let history = house.browser().get(&format!("/angebote/{id}/verlauf")).await;
    assert!(
        history.text().contains("Geändert: Name und Punkt auf der Karte"),
        "{}",
        history.text()
    );
    assert!(!history.text().contains("toni") && !history.text().contains("rita"));
}

#[tokio::test]
async fn refusing_and_asking_back_need_words_and_change_nothing_in_public() {
    let house = House::open().await;
    let id = proposed(&house, "Nie zu sehen").await;
    let mut editor = editor(&house).await;
    let case = format!("/redaktion/eintraege/{id}");
    editor.get(&case).await;
    let (revision, _) = versions(&house, id).await;
    for decision in ["reject", "ask_back"] {
        let silent = editor.post(&case, &[("revision", &*revision), ("decision", decision)]).await;
        assert_eq!(silent.status, 422, "{decision}");
        assert!(silent.text().contains("Bitte schreiben Sie dem Träger, was er tun soll."));
    }
    let bidi = [("revision", &*revision), ("decision", "reject"), ("note", "so \u{202e} nicht")];
    let bidi = editor.post(&case, &bidi).await;
    assert!(bidi.status == 422 && bidi.text().contains("Schreibrichtung"));
    let reject =
        [("revision", &*revision), ("decision", "reject"), ("note", "Der Name ist falsch.")];
    assert_eq!(editor.post(&case, &reject).await.status, 303);
    assert!(!editor.get("/redaktion?kind=changed").await.text().contains(&case));
    let history = editor.get(&format!("{case}/verlauf")).await;
    assert!(history.text().contains("Der Name ist falsch."), "{}", history.text());
    public_says(&house, id, "Nie zu sehen", false).await;
}

#[tokio::test]
async fn who_decides_about_an_old_version_is_shown_the_new_one_and_nothing_is_overwritten() {
    let house = House::open().await;
    let id = proposed(&house, "Erster Name").await;
    let mut editor = editor(&house).await;
    let case = format!("/redaktion/eintraege/{id}");
    editor.get(&case).await;
    let (seen, _) = versions(&house, id).await;
    let account = house.desk.find_account_by_email("toni@traeger.example").await.unwrap().unwrap();
    let author = Author::of(&account);
    propose(&house, &author, id, |listing| "Zweiter Name".clone_into(&mut listing.name)).await;
    let note = "Bitte den ersten Namen prüfen.";
    for decision in ["publish", "reject", "ask_back"] {
        let late = [("revision", &*seen), ("decision", decision), ("note", note)];
        let late = editor.post(&case, &late).await;
        assert_eq!(late.status, 412, "{decision}");
        assert!(late.text().contains("Der Eintrag hat sich inzwischen geändert"));
        assert!(late.text().contains("Zweiter") && late.text().contains(note));
    }
    public_says(&house, id, "Zweiter Name", false).await;
}

#[tokio::test]
async fn an_earlier_version_can_be_had_again_and_an_archived_entry_too() {
    let house = House::open().await;
    let id = proposed(&house, "Neuer Name").await;
    let mut editor = editor(&house).await;
    let case = format!("/redaktion/eintraege/{id}");
    editor.get(&case).await;
    let (revision, _) = versions(&house, id).await;
    editor.post(&case, &[("revision", &*revision), ("decision", "publish")]).await;
    public_says(&house, id, "Neuer Name", true).await;
    let shown = editor.get(&format!("{case}/verlauf?revision=1")).await;
    assert!(shown.text().contains("Diese Fassung zurückholen"));
    let (_, version) = versions(&house, id).await;
    let restore = [("revision", "1"), ("version", &*version)];
    let done = editor.post(&format!("{case}/verlauf"), &restore).await;
    assert_eq!(done.status, 303, "{}", done.text());
    public_says(&house, id, "Neuer Name", false).await;
    let (_, version) = versions(&house, id).await;
    let archived = editor.post(&format!("{case}/archiv"), &[("version", &*version)]).await;
    assert_eq!(archived.status, 303, "{}", archived.text());
    public_says(&house, id, "entry__title", false).await;
    let (_, version) = versions(&house, id).await;
    let again = [("revision", "2"), ("version", &*version)];
    assert_eq!(editor.post(&format!("{case}/verlauf"), &again).await.status, 303);
    public_says(&house, id, "Neuer Name", true).await;
}

#[tokio::test]
async fn a_closure_shows_its_reason_and_its_end_until_it_is_lifted() {
    let house = House::open().await;
    let mut editor = editor(&house).await;
    let id = house.store.list_services(None, 1).await.unwrap()[0].0;
    let case = format!("/redaktion/eintraege/{id}");
    editor.get(&case).await;
    let (_, version) = versions(&house, id).await;
    let path = format!("{case}/geschlossen");
    let silent = editor.post(&path, &[("version", &*version), ("until", "2026-12-31")]).await;
    assert!(silent.status == 422 && silent.text().contains("Bitte schreiben Sie, warum"));
    assert!(silent.text().contains("value=\"2026-12-31\""), "what was typed is kept");
    let odd = [("version", &*version), ("closure", "Umbau"), ("until", "31.12.")];
    assert!(editor.post(&path, &odd).await.text().contains("Das ist kein Datum."));
    let close =
        [("version", &*version), ("closure", "Umbau, bitte anrufen"), ("until", "2026-12-31")];
    let done = editor.post(&path, &close).await;
    assert_eq!(done.status, 303, "{}", done.text());
    public_says(&house, id, "Umbau, bitte anrufen", true).await;
    public_says(&house, id, "Voraussichtlich bis 31. Dezember 2026", true).await;
    let (_, version) = versions(&house, id).await;
    let open = editor.post(&path, &[("version", &*version), ("open", "1")]).await;
    assert_eq!(open.status, 303, "{}", open.text());
    public_says(&house, id, "Umbau, bitte anrufen", false).await;
}

#[tokio::test]
async fn many_are_confirmed_at_once_and_undone_for_some_minutes() {
    let house = House::open().await;
    let mut editor = editor(&house).await;
    let queue = editor.get("/redaktion?kind=stale").await;
    let marks: Vec<String> = queue
        .text()
        .split("name=\"item\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .take(3)
        .collect();
    assert_eq!(marks.len(), 3, "{}", queue.text());
    let ids: Vec<ServiceId> =
        marks.iter().map(|mark| mark.split(':').next().unwrap().parse().unwrap()).collect();
    let dates = async || {
        let mut dates = Vec::new();
        for id in &ids {
            let record = house.store.find_listing(*id).await.unwrap().unwrap();
            dates.push(record.listing.sites[0].assurance.date);
        }
        dates
    };
    let before = dates().await;
    let mut fields: Vec<(&str, &str)> = marks.iter().map(|mark| ("item", mark.as_str())).collect();
    fields.extend([("do", "confirm"), ("here", "/redaktion?kind=stale")]);
    let done = editor.post("/redaktion/mehrere", &fields).await;
    assert_eq!(done.status, 303);
    let today = "2026-11-23".parse().ok();
    assert_eq!(dates().await, vec![today; 3]);
    let page = editor.get(done.header("location")).await;
    assert!(page.text().contains("3 Einträge bestätigt"), "{}", page.text());
    let (_, rest) = page.text().split_once("name=\"undo\" value=\"").expect("a way back");
    let undo = rest.split('"').next().unwrap().to_owned();
    let undone = editor.post("/redaktion/rueckgaengig", &[("undo", &undo)]).await;
    assert_eq!(undone.header("location"), "/redaktion?getan=undone.3.0");
    assert_eq!(dates().await, before);
    let again = editor.post("/redaktion/rueckgaengig", &[("undo", &undo)]).await;
    assert_eq!(again.header("location"), "/redaktion?getan=undone.0.3", "once is enough");
    house.clock.forward(chrono::TimeDelta::minutes(16));
    let late = editor.post("/redaktion/rueckgaengig", &[("undo", &undo)]).await;
    assert_eq!(late.header("location"), "/redaktion?getan=late");
    assert_eq!(dates().await, before);
}

#[tokio::test]
async fn nobody_confirms_or_archives_what_has_changed_since_they_saw_it() {
    let house = House::open().await;
    let mut editor = editor(&house).await;
    let queue = editor.get("/redaktion?kind=stale").await;
    let (_, rest) = queue.text().split_once("name=\"item\" value=\"").expect("a stale entry");
    let mark = rest.split('"').next().unwrap().to_owned();
    let id: ServiceId = mark.split(':').next().unwrap().parse().unwrap();
    let case = format!("/redaktion/eintraege/{id}");
    let page = editor.get(&case).await;
    let seen = house.store.find_listing(id).await.unwrap().unwrap().published_revision.unwrap();
    let seen = seen.to_string();
    let field = format!("name=\"revision\" value=\"{seen}\"");
    assert!(page.text().contains(&field), "{}", page.text());
    let colleague = Author::of(&house.add("ruth@kreis.example", Role::Editor).await);
    propose(&house, &colleague, id, |listing| listing.name = "Anders als gesehen".into()).await;
    let (_, before) = versions(&house, id).await;
    for word in ["confirm", "archive"] {
        let fields = [("item", &*mark), ("do", word), ("here", "/redaktion")];
        let done = editor.post("/redaktion/mehrere", &fields).await;
        let page = editor.get(done.header("location")).await;
        assert!(!page.text().contains("name=\"undo\""), "{word}: {}", page.text());
    }
    let single = editor.post(&format!("{case}/bestaetigen"), &[("revision", &*seen)]).await;
    assert_eq!(single.status, 412, "{}", single.text());
    let unsaid = editor.post(&format!("{case}/bestaetigen"), &[]).await;
    assert_eq!(unsaid.status, 412, "{}", unsaid.text());
    assert_eq!(versions(&house, id).await.1, before, "nothing was written");
}

#[tokio::test]
async fn two_entries_become_one_field_by_field_after_a_preview() {
    let house = House::open().await;
    let mut editor = editor(&house).await;
    let all = house.store.list_services(None, 2).await.unwrap();
    let (kept, merged) = (all[0].0, all[1].0);
    let page = editor.get(&format!("/redaktion/zusammenfuehren?kept={kept}&merged={merged}")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let (kept_text, merged_text) = (kept.to_string(), merged.to_string());
    let (_, kept_version) = versions(&house, kept).await;
    let (_, merged_version) = versions(&house, merged).await;
    let name = house.store.find_listing(merged).await.unwrap().unwrap().listing.name;
    let form = [
        ("kept", &*kept_text),
        ("merged", &*merged_text),
        ("kept_version", &*kept_version),
        ("merged_version", &*merged_version),
        ("name", "merged"),
        ("categories", "both"),
    ];
    let mut preview = form.to_vec();
    preview.push(("step", "preview"));
    let shown = editor.post("/redaktion/zusammenfuehren", &preview).await;
    assert!(shown.status == 200 && shown.text().contains("So ändert sich der Eintrag, der bleibt"));
    assert!(house.store.find_published(merged).await.unwrap().is_some(), "nothing is done yet");
    let mut merge = form.to_vec();
    merge.push(("step", "merge"));
    let done = editor.post("/redaktion/zusammenfuehren", &merge).await;
    assert_eq!(done.status, 303, "{}", done.text());
    public_says(&house, kept, &name, true).await;
    assert!(house.store.find_published(merged).await.unwrap().is_none());
    let old = house.browser().get(&format!("/angebote/{merged}")).await;
    assert_eq!(old.status, 301);
    assert!(old.header("location").starts_with(&format!("/angebote/{kept}")));
    let again = editor.post("/redaktion/zusammenfuehren", &merge).await;
    assert_ne!(again.status, 303, "it cannot be merged twice");
}

#[tokio::test]
async fn the_desk_is_for_editors_and_each_of_its_forms_needs_its_proof() {
    let house = House::open().await;
    let id = proposed(&house, "Neuer Name").await;
    let case = format!("/redaktion/eintraege/{id}");
    let pages = [
        "/redaktion".to_owned(),
        case.clone(),
        "/redaktion/aktualitaet".to_owned(),
        format!("/redaktion/zusammenfuehren?kept={id}&merged={id}"),
    ];
    for page in &pages {
        let to = house.browser().get(page).await;
        assert_eq!(to.status, 303, "{page}");
        assert!(to.header("location").starts_with("/anmelden?weiter="), "{page}");
    }
    let (revision, version) = versions(&house, id).await;
    let seq = house.store.latest_seq().await.unwrap();
    let posts = [
        (case.clone(), vec![("revision", &*revision), ("decision", "publish")]),
        (format!("{case}/archiv"), vec![("version", &*version)]),
        (format!("{case}/geschlossen"), vec![("version", &*version), ("closure", "x")]),
    ];
    for role in [Role::Planner, Role::Admin] {
        let mut other = house.signed_in(&format!("{}@x.example", role.as_str()), role).await;
        let before = house.store.latest_seq().await.unwrap();
        for page in &pages {
            let status = other.get(page).await.status.as_u16();
            assert!([403, 404].contains(&status), "{role:?} {page}: {status}");
        }
        other.get("/konto").await;
        for (path, fields) in &posts {
            let status = other.post(path, fields).await.status.as_u16();
            assert!([403, 404].contains(&status), "{role:?} {path}: {status}");
        }
        assert_eq!(house.store.latest_seq().await.unwrap(), before, "{role:?} changed something");
    }
    let mut editor = editor(&house).await;
    editor.get(&case).await;
    let before = house.store.latest_seq().await.unwrap();
    assert!(before >= seq);
    for (path, fields) in &posts {
        let foreign = editor.send_form(path, fields, &[("origin", "https://evil.example")]).await;
        assert_eq!(foreign.status, 403, "{path}");
        let bare = editor.send_form(path, fields, &[]).await;
        assert_eq!(bare.status, 403, "{path}");
    }
    assert_eq!(house.store.latest_seq().await.unwrap(), before);
}
