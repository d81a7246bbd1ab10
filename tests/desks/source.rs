//! What the county's package says otherwise than people have written, and what else leads from case to case, through HTTP.

use chrono::TimeDelta;
use sozialatlas::app::Author;
use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{LocationDisclosure, ReviewStatus, ServiceId};
use sozialatlas::exchange::county::{CountyPackage, PackageListing};

use crate::county::{edit, edit_with, load, package};
use crate::form::Form;
use crate::house::House;
use crate::redaktion::{editor, propose, public_says, versions};

/// A package of which entry 2 and 3 were edited by people, and which says something else of the one and nothing of the
/// other.
async fn met(house: &House) -> (CountyPackage, ServiceId, ServiceId) {
    let mut package = package(20);
    edit(&house.store, &package, 2, "Name von Menschen").await;
    edit(&house.store, &package, 3, "Gibt es noch").await;
    "Name vom Landkreis".clone_into(&mut package.listings[2].listing.name);
    let gone = package.listings.remove(3).listing.id;
    let changed = package.listings[2].listing.id;
    let report = load(&house.store, &package, "two").await;
    assert_eq!(report.cases.len(), 2);
    (package, changed, gone)
}

#[tokio::test]
async fn a_difference_is_shown_word_by_word_and_kept_or_taken_over() {
    let house = House::open().await;
    let (mut package, id, _) = met(&house).await;
    let mut editor = editor(&house).await;
    let page = format!("/redaktion/eintraege/{id}/quelle");
    let queue = editor.get("/redaktion?kind=source_changed").await;
    assert!(queue.text().contains(&format!("href=\"{page}\"")), "{}", queue.text());
    assert!(editor.get("/redaktion").await.text().contains("Datenpaket sagt etwas anderes"));
    let case = editor.get(&format!("/redaktion/eintraege/{id}")).await;
    assert!(case.text().contains(&format!("href=\"{page}\"")), "{}", case.text());
    let shown = editor.get(&page).await;
    let said = ["Eintrag behalten", "Datenpaket übernehmen", "Menschen</del>", "Landkreis</ins>"];
    for part in said {
        assert!(shown.text().contains(part), "{part} is missing in {}", shown.text());
    }
    let (digest, version) = (field(shown.text(), "digest"), versions(&house, id).await.1);
    let keep = [("version", &*version), ("digest", &*digest), ("decision", "keep")];
    let done = editor.post(&page, &keep).await;
    assert_eq!(done.header("location"), format!("/redaktion/eintraege/{id}?getan=source_keep"));
    let case = editor.get(done.header("location")).await;
    assert!(case.text().contains("Eintrag behalten"), "{}", case.text());
    public_says(&house, id, "Name von Menschen", true).await;
    assert_eq!(editor.get(&page).await.status, 404, "nothing is left to be decided");

    "Zweiter Name vom Landkreis".clone_into(&mut package.listings[2].listing.name);
    load(&house.store, &package, "three").await;
    // What was seen before is no longer what the package says.
    let take = [("version", &*version), ("digest", &*digest), ("decision", "take")];
    let late = editor.post(&page, &take).await;
    assert_eq!(late.status, 412, "{}", late.text());
    assert!(late.text().contains("Inzwischen hat sich etwas geändert"));
    assert!(late.text().contains("Zweiter"), "the new state is shown: {}", late.text());
    let digest = field(late.text(), "digest");
    let take = [("version", &*version), ("digest", &*digest), ("decision", "take")];
    let done = editor.post(&page, &take).await;
    assert_eq!(done.header("location"), format!("/redaktion/eintraege/{id}?getan=source_take"));
    public_says(&house, id, "Zweiter Name vom Landkreis", true).await;
    assert!(load(&house.store, &package, "four").await.cases.is_empty(), "not asked again");
}

#[tokio::test]
async fn what_people_protect_is_taken_over_only_with_a_tick() {
    let house = House::open().await;
    let mut package = package(20);
    let told = |entry: &PackageListing| entry.listing.sites[0].position.is_some();
    let at = package.listings.iter().position(told).unwrap();
    let id = package.listings[at].listing.id;
    package.listings[at].listing.sites[0].address.street = Some("Verborgener Weg 77".into());
    load(&house.store, &package, "two").await;
    edit_with(&house.store, &package, at, |listing| {
        listing.sites[0].disclosure = LocationDisclosure::Protected;
        listing.sites[0].municipality = "99001001".parse().ok();
    })
    .await;
    "Name vom Landkreis".clone_into(&mut package.listings[at].listing.name);
    load(&house.store, &package, "three").await;
    public_says(&house, id, "Verborgener Weg 77", false).await;
    let mut editor = editor(&house).await;
    let page = format!("/redaktion/eintraege/{id}/quelle");
    let shown = editor.get(&page).await;
    for part in ["Ein geschützter Ort würde öffentlich", "Verborgener Weg 77", "name=\"disclose\""]
    {
        assert!(shown.text().contains(part), "{part} is missing in {}", shown.text());
    }
    let (digest, version) = (field(shown.text(), "digest"), versions(&house, id).await.1);
    let mut take = vec![("version", &*version), ("digest", &*digest), ("decision", "take")];
    let refused = editor.post(&page, &take).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    let document = house.store.find_published(id).await.unwrap().unwrap().document;
    assert!(!document.contains("Verborgener Weg"), "{document}");
    take.push(("disclose", "yes"));
    let done = editor.post(&page, &take).await;
    assert_eq!(done.status, 303, "{}", done.text());
    public_says(&house, id, "Verborgener Weg 77", true).await;
}

#[tokio::test]
async fn an_entry_that_is_gone_from_the_package_stays_until_an_editor_takes_it_out() {
    let house = House::open().await;
    let (_, changed, gone) = met(&house).await;
    public_says(&house, gone, "Gibt es noch", true).await;
    let mut editor = editor(&house).await;
    let page = format!("/redaktion/eintraege/{gone}/quelle");
    let shown = editor.get(&page).await;
    assert!(shown.text().contains("nicht mehr") && !shown.text().contains("<del>"));
    let before = format!("rel=\"prev\" href=\"/redaktion/eintraege/{changed}/quelle\"");
    assert!(shown.text().contains(&before), "{}", shown.text());
    let (digest, version) = (field(shown.text(), "digest"), versions(&house, gone).await.1);
    let take = [("version", &*version), ("digest", &*digest), ("decision", "take")];
    let done = editor.post(&page, &take).await;
    assert_eq!(done.status, 303, "{}", done.text());
    public_says(&house, gone, "Gibt es noch", false).await;
    let record = house.store.find_listing(gone).await.unwrap().unwrap();
    assert_eq!(record.review_status, ReviewStatus::Archived);
    let nonsense = editor.post(&page, &[("decision", "burn")]).await;
    assert_eq!(nonsense.status, 400);
}

#[tokio::test]
async fn a_case_leads_to_the_next_and_back_without_the_list() {
    let house = House::open().await;
    let (_, changed, gone) = met(&house).await;
    let author = Author::of(&house.add("toni@traeger.example", Role::Provider).await);
    let own = house.desk.list_own_listings(&author).await.unwrap();
    let first = own.iter().map(|own| own.id).find(|id| ![changed, gone].contains(id)).unwrap();
    propose(&house, &author, first, |listing| listing.name = "Wartet zuerst".into()).await;
    let mut editor = editor(&house).await;
    let page = editor.get(&format!("/redaktion/eintraege/{first}")).await;
    let next = format!("rel=\"next\" href=\"/redaktion/eintraege/{changed}/quelle\"");
    assert!(page.text().contains(&next) && !page.text().contains("rel=\"prev\""));
    let page = editor.get(&format!("/redaktion/eintraege/{changed}/quelle")).await;
    let previous = format!("rel=\"prev\" href=\"/redaktion/eintraege/{first}\"");
    assert!(page.text().contains(&previous), "{}", page.text());
}

#[tokio::test]
async fn a_merge_is_undone_with_a_button_for_a_quarter_of_an_hour() {
    let house = House::open().await;
    let mut editor = editor(&house).await;
    let all = house.store.list_services(None, 2).await.unwrap();
    let (kept, merged) = (all[0].0, all[1].0);
    let name = house.store.find_listing(merged).await.unwrap().unwrap().listing.name;
    let case = format!("/redaktion/eintraege/{kept}");
    let merge = async |editor: &mut crate::house::Browser<'_>| {
        editor.get(&format!("/redaktion/zusammenfuehren?kept={kept}&merged={merged}")).await;
        let (kept_version, merged_version) =
            (versions(&house, kept).await.1, versions(&house, merged).await.1);
        let (kept, merged) = (kept.to_string(), merged.to_string());
        let form = [
            ("kept", &*kept),
            ("merged", &*merged),
            ("kept_version", &*kept_version),
            ("merged_version", &*merged_version),
            ("step", "merge"),
        ];
        let done = editor.post("/redaktion/zusammenfuehren", &form).await;
        assert_eq!(done.status, 303, "{}", done.text());
        editor.get(done.header("location")).await
    };
    let page = merge(&mut editor).await;
    assert!(page.text().contains("Zusammenführen rückgängig machen"), "{}", page.text());
    assert_eq!(house.browser().get(&format!("/angebote/{merged}")).await.status, 301);
    let form = Form::read(page.text(), "trennen");
    let undone = editor.post(&format!("{case}/trennen"), &form.pairs()).await;
    assert_eq!(undone.header("location"), format!("{case}?getan=undo_merge"));
    let page = editor.get(undone.header("location")).await;
    assert!(page.text().contains("Die Einträge sind wieder getrennt"), "{}", page.text());
    assert!(!page.text().contains("/trennen"));
    public_says(&house, merged, &name, true).await;
    let again = editor.post(&format!("{case}/trennen"), &form.pairs()).await;
    assert_eq!(again.status, 409, "{}", again.text());

    let page = merge(&mut editor).await;
    let form = Form::read(page.text(), "trennen");
    house.clock.forward(TimeDelta::minutes(16));
    assert!(!editor.get(&case).await.text().contains("/trennen"), "the button is gone");
    let late = editor.post(&format!("{case}/trennen"), &form.pairs()).await;
    assert_eq!(late.status, 409, "{}", late.text());
    assert!(late.text().contains("lässt sich nicht mehr rückgängig machen"));
    assert!(house.store.find_published(merged).await.unwrap().is_none());
}

#[tokio::test]
async fn the_freshness_page_counts_a_month_once_and_today_in_the_read_model() {
    let house = House::open().await;
    let mut editor = editor(&house).await;
    let now = editor.get("/redaktion/aktualitaet").await;
    assert_eq!(now.status, 200, "{}", now.text());
    // Loaded in November: that month alone, which is today.
    assert_eq!(months(now.text()), 1, "{}", now.text());
    house.clock.forward(TimeDelta::days(75));
    editor.sign_in("rita@kreis.example").await;
    let later = editor.get("/redaktion/aktualitaet").await;
    assert_eq!(months(later.text()), 4, "{}", later.text());
    let counted = house.store.latest_seq().await.unwrap();
    let again = editor.get("/redaktion/aktualitaet").await;
    assert_eq!(rows(again.text()), rows(later.text()));
    assert_eq!(house.store.latest_seq().await.unwrap(), counted);
}

fn months(html: &str) -> usize {
    rows(html).matches("<th scope=\"row\"").count()
}

/// The rows of the only table of a page.
fn rows(html: &str) -> String {
    let (_, table) = html.split_once("<tbody").unwrap();
    table.split("</tbody>").next().unwrap().to_owned()
}

/// The value of a hidden field.
fn field(html: &str, name: &str) -> String {
    let (_, rest) = html.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}
