//! Handing an entry over, through pages.

use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{OrganizationId, ServiceId};

use crate::house::House;
use crate::world;

/// A public entry of the organization that providers of the house speak for.
fn entry() -> ServiceId {
    let mut all: Vec<usize> = (0..world::SITES).collect();
    all.sort_by_key(|i| world::service_id(*i));
    all.truncate(20);
    all.retain(|i| i % 2 == 0 && *i < world::PLACED);
    world::service_id(all[0])
}

async fn owner(house: &House) -> Option<OrganizationId> {
    house.store.find_listing(entry()).await.unwrap().unwrap().owner
}

#[tokio::test]
async fn an_entry_goes_to_another_organization_when_that_one_accepts() {
    let house = House::open().await;
    let other = world::organization_id(1);
    let mut giver = house.signed_in("a@traeger.example", Role::Provider).await;
    house.add_for("b@traeger.example", Role::Provider, vec![other]).await;
    let mut receiver = house.browser();
    receiver.sign_in("b@traeger.example").await;
    let path = format!("/mein/angebote/{}/uebergeben", entry());
    let form = giver.get(&path).await;
    assert!(
        form.text().contains("Verein 1") && !form.text().contains(">Verein 0<"),
        "{}",
        form.text()
    );
    let version = house.store.find_listing(entry()).await.unwrap().unwrap().version.to_string();
    let nobody = giver.post(&path, &[("version", &version), ("organization", "")]).await;
    assert_eq!(nobody.status, 422);
    assert!(nobody.text().contains("Bitte wählen Sie einen anderen Träger"));
    let other = other.to_string();
    let stale = giver.post(&path, &[("version", "99"), ("organization", &other)]).await;
    assert_eq!(stale.status, 412);
    assert_eq!(receiver.get(&path).await.status, 404, "entries of others have no such page");
    let sent = giver.post(&path, &[("version", &version), ("organization", &other)]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());

    let entry_id = entry().to_string();
    let fields = |version: &'static str, decision: &'static str| {
        [
            ("entry", entry_id.clone()),
            ("version", version.to_owned()),
            ("decision", decision.to_owned()),
        ]
    };
    let list = giver.get("/mein/uebergaben").await;
    assert!(list.text().contains("Zurücknehmen") && !list.text().contains(">Übernehmen<"));
    let own = fields("1", "accept");
    let own: Vec<(&str, &str)> = own.iter().map(|(k, v)| (*k, v.as_str())).collect();
    assert_eq!(giver.post("/mein/uebergaben", &own).await.status, 403);
    let list = receiver.get("/mein/uebergaben").await;
    assert!(list.text().contains(">Übernehmen<"), "{}", list.text());
    let late = fields("42", "accept");
    let late: Vec<(&str, &str)> = late.iter().map(|(k, v)| (*k, v.as_str())).collect();
    let late = receiver.post("/mein/uebergaben", &late).await;
    assert_eq!(late.status, 412);
    assert!(late.text().contains("inzwischen geändert"));
    assert_eq!(owner(&house).await, Some(world::organization_id(0)));
    let yes = [("entry", entry_id.as_str()), ("version", &version), ("decision", "accept")];
    assert_eq!(receiver.post("/mein/uebergaben", &yes).await.status, 303);
    assert_eq!(owner(&house).await, Some(world::organization_id(1)));
    assert_eq!(giver.get(&format!("/mein/angebote/{}", entry())).await.status, 404);
    assert_eq!(receiver.get(&format!("/mein/angebote/{}", entry())).await.status, 200);
    assert_eq!(house.browser().get(&format!("/angebote/{}", entry())).await.status, 200);
}
