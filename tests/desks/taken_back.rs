//! The editors' desk, through HTTP: what was sent back is taken back.

use sozialatlas::app::Author;
use sozialatlas::domain::policy::Role;

use crate::house::House;
use crate::redaktion::{editor, propose, proposed, public_says, versions};

#[tokio::test]
async fn many_are_sent_back_with_one_reason_and_that_is_taken_back() {
    let house = House::open().await;
    let account = house.add("toni@traeger.example", Role::Provider).await;
    let author = Author::of(&account);
    let own = house.desk.list_own_listings(&author).await.unwrap();
    let ids = [own[0].id, own[1].id];
    for id in ids {
        propose(&house, &author, id, |listing| listing.name = "Zum Ablehnen".into()).await;
    }
    let mut editor = editor(&house).await;
    let queue = editor.get("/redaktion?kind=changed").await;
    let mut marks: Vec<String> = Vec::new();
    for id in ids {
        let (revision, version) = versions(&house, id).await;
        marks.push(format!("{id}:{revision}:{version}"));
        assert!(queue.text().contains(&format!("value=\"{}\"", marks[marks.len() - 1])));
    }
    let mut fields: Vec<(&str, &str)> = marks.iter().map(|mark| ("item", mark.as_str())).collect();
    fields.extend([("do", "reject"), ("here", "/redaktion?kind=changed")]);
    let silent = editor.post("/redaktion/mehrere", &fields).await;
    assert_eq!(silent.status, 422, "{}", silent.text());
    assert!(silent.text().contains("id=\"f-note-fehler\""), "{}", silent.text());
    assert_eq!(silent.text().matches("\" checked>").count(), 4, "two ticks, the filter, the keys");
    for (word, state) in [("reject", "rejected"), ("ask_back", "draft")] {
        let mut marks: Vec<String> = Vec::new();
        for id in ids {
            let (revision, version) = versions(&house, id).await;
            marks.push(format!("{id}:{revision}:{version}"));
        }
        let mut fields: Vec<(&str, &str)> = marks.iter().map(|m| ("item", m.as_str())).collect();
        let note = ("note", "Der Name ist zu lang.");
        fields.extend([("do", word), note, ("here", "/redaktion?kind=changed")]);
        let done = editor.post("/redaktion/mehrere", &fields).await;
        assert_eq!(done.status, 303, "{}", done.text());
        for id in ids {
            let record = house.store.find_listing(id).await.unwrap().unwrap();
            assert_eq!(record.review_status.as_str(), state);
        }
        let page = editor.get(done.header("location")).await;
        let (_, rest) = page.text().split_once("name=\"undo\" value=\"").expect("a way back");
        let undo = rest.split('"').next().unwrap().to_owned();
        let undone = editor.post("/redaktion/rueckgaengig", &[("undo", &undo)]).await;
        assert_eq!(undone.header("location"), "/redaktion?getan=undone.2.0");
        for id in ids {
            let record = house.store.find_listing(id).await.unwrap().unwrap();
            assert_eq!(record.review_status.as_str(), "pending", "it waits again");
            assert_eq!(record.author, author.name, "in the name of who wrote it");
        }
        let again = editor.post("/redaktion/rueckgaengig", &[("undo", &undo)]).await;
        assert_eq!(again.header("location"), "/redaktion?getan=undone.0.2", "once is enough");
    }
    let letters = house.store.list_mail(None, 20).await.unwrap();
    assert_eq!(letters.len(), 4, "each provider is told of each decision");
}

#[tokio::test]
async fn a_refusal_is_taken_back_from_its_case_unless_its_writer_has_gone_on() {
    let house = House::open().await;
    let id = proposed(&house, "Doch richtig").await;
    let mut editor = editor(&house).await;
    let case = format!("/redaktion/eintraege/{id}");
    editor.get(&case).await;
    let (revision, version) = versions(&house, id).await;
    let reopen = format!("{case}/wieder-offen");
    let early = editor.post(&reopen, &[("version", &*version)]).await;
    assert_eq!(early.status, 409, "nothing was decided: {}", early.text());
    let reject = [("revision", &*revision), ("decision", "reject"), ("note", "Nein, so nicht.")];
    assert_eq!(editor.post(&case, &reject).await.status, 303);
    assert!(editor.get(&case).await.text().contains("Entscheidung zurücknehmen"));
    let stale = editor.post(&reopen, &[("version", &*version)]).await;
    assert_eq!(stale.status, 412, "{}", stale.text());
    let (_, version) = versions(&house, id).await;
    assert_eq!(editor.post(&reopen, &[("version", &*version)]).await.status, 303);
    assert!(editor.get("/redaktion?kind=changed").await.text().contains(&case));
    let (revision, _) = versions(&house, id).await;
    assert_eq!(
        editor.post(&case, &[("revision", &*revision), ("decision", "publish")]).await.status,
        303
    );
    public_says(&house, id, "Doch richtig", true).await;
}
