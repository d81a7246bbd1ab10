//! Kept scenarios: written, written anew by who has seen the last version, deleted, and left by who is erased.

use sozialatlas::domain::policy::Role;
use sozialatlas::domain::{
    Account, AccountId, AccountState, ScenarioId, StoredAnswer, StoredScenario, StoredSite,
};
use sozialatlas::store::{DatabaseError, Entity, Store};
use uuid::Uuid;

use crate::support::{TestDb, moment};

fn id(n: u64) -> ScenarioId {
    ScenarioId(Uuid::from_u64_pair(7, n))
}

fn planner(n: u64) -> Account {
    Account {
        id: AccountId(Uuid::from_u64_pair(8, n)),
        email: format!("p{n}@amt.example"),
        name: format!("Planerin {n}"),
        role: Role::Planner,
        organizations: Vec::new(),
        state: AccountState::Active,
        second_factor: false,
        created_at: moment(0),
        last_sign_in: None,
    }
}

fn scenario(name: &str) -> StoredScenario {
    let feature = sozialatlas::domain::FeatureId::stable("test", "site");
    StoredScenario {
        name: name.into(),
        note: "Zeile eins\nZeile zwei 😀 <b>".into(),
        question: "category=tafel&max_distance_m=5000&add=9,47.7".into(),
        answer: Some(StoredAnswer { snapshot: "ab12".into(), unserved: 12_300 }),
        sites: vec![StoredSite::new(feature, "Tafel „Nord“".into(), None)],
    }
}

async fn furnished(db: &TestDb) -> Store {
    let store = db.store().await;
    let mut tx = store.begin_write("test", moment(0)).await.unwrap();
    for n in [1, 2] {
        tx.insert_account(&planner(n), None).await.unwrap();
    }
    tx.insert_scenario(id(1), Some(planner(1).id), &scenario("Eins")).await.unwrap();
    tx.insert_scenario(id(2), Some(planner(2).id), &scenario("Zwei")).await.unwrap();
    tx.commit().await.unwrap();
    store
}

/// Versions and names of all of them.
async fn all(store: &Store) -> Vec<(i64, String)> {
    let all = store.list_scenarios().await.unwrap();
    all.into_iter().map(|one| (one.version, one.scenario.name)).collect()
}

async fn a_scenario_comes_back_as_it_was_kept(db: &TestDb) {
    let store = furnished(db).await;
    let found = store.find_scenario(id(1)).await.unwrap().unwrap();
    assert_eq!((found.id, found.account_id, found.version), (id(1), Some(planner(1).id), 1));
    assert_eq!(found.scenario, scenario("Eins"));
    assert_eq!(
        (&found.created_at, &found.last_modified),
        (&found.last_modified, &found.created_at)
    );
    assert!(store.find_scenario(id(3)).await.unwrap().is_none());
    assert_eq!(all(&store).await, [(1, "Eins".into()), (1, "Zwei".into())]);
    let mut tx = store.begin_write("test", moment(1)).await.unwrap();
    assert_eq!(tx.count_scenarios_of(planner(1).id).await.unwrap(), 1);
    assert_eq!(tx.count_scenarios_of(AccountId(Uuid::nil())).await.unwrap(), 0);
}

async fn only_who_has_seen_the_last_version_writes_or_deletes(db: &TestDb) {
    let store = furnished(db).await;
    let mut tx = store.begin_write("test", moment(10)).await.unwrap();
    assert_eq!(tx.update_scenario(id(1), &scenario("Neu"), 1).await.unwrap(), 2);
    tx.commit().await.unwrap();
    for (asked, seen, there) in [(id(1), 1, Some(2)), (id(1), 3, Some(2)), (id(3), 1, None)] {
        let mut tx = store.begin_write("test", moment(20)).await.unwrap();
        let late = tx.update_scenario(asked, &scenario("Verloren"), seen).await.unwrap_err();
        let told = matches!(late, DatabaseError::Conflict { entity: Entity::Scenario, found, .. } if found == there);
        assert!(told, "{late:?}");
        tx.rollback().await.unwrap();
        let mut tx = store.begin_write("test", moment(20)).await.unwrap();
        let late = tx.delete_scenario(asked, seen).await.unwrap_err();
        assert!(
            matches!(late, DatabaseError::Conflict { found, .. } if found == there),
            "{late:?}"
        );
        tx.rollback().await.unwrap();
    }
    let found = store.find_scenario(id(1)).await.unwrap().unwrap();
    assert_eq!((found.scenario.name.as_str(), found.account_id), ("Neu", Some(planner(1).id)));
    assert!(found.created_at < found.last_modified);
    let mut tx = store.begin_write("test", moment(30)).await.unwrap();
    tx.delete_scenario(id(1), 2).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(all(&store).await, [(1, "Zwei".into())]);
}

async fn every_write_stands_in_the_feed_and_none_reaches_the_public_view(db: &TestDb) {
    let store = furnished(db).await;
    let mut tx = store.begin_write("account:x", moment(10)).await.unwrap();
    tx.update_scenario(id(1), &scenario("Neu"), 1).await.unwrap();
    tx.delete_scenario(id(2), 1).await.unwrap();
    tx.commit().await.unwrap();
    let sql = "SELECT COUNT(*) FROM change WHERE entity = 'scenario'";
    assert_eq!(db.number(sql).await, 4, "two kept, one written anew, one deleted");
    let gaps = "SELECT COUNT(*) - MAX(seq) FROM change";
    assert_eq!(db.number(gaps).await, 0);
    assert!(!Entity::Scenario.is_shown());
}

async fn a_scenario_stays_when_its_person_is_erased_and_names_them_no_more(db: &TestDb) {
    let store = furnished(db).await;
    let mut tx = store.begin_write("test", moment(10)).await.unwrap();
    assert!(tx.erase_account(planner(1).id).await.unwrap());
    tx.commit().await.unwrap();
    let owner = async |n| store.find_scenario(id(n)).await.unwrap().unwrap().account_id;
    assert_eq!((owner(1).await, owner(2).await), (None, Some(planner(2).id)));
    assert_eq!(all(&store).await.len(), 2);
}

async fn what_the_databases_cannot_hold_is_refused(db: &TestDb) {
    let store = furnished(db).await;
    let mut tx = store.begin_write("test", moment(10)).await.unwrap();
    let nul = StoredScenario { note: "a\0b".into(), ..scenario("Drei") };
    let refused = tx.insert_scenario(id(3), None, &nul).await.unwrap_err();
    assert!(matches!(refused, DatabaseError::Nul { .. }), "{refused:?}");
    tx.rollback().await.unwrap();
    let mut tx = store.begin_write("test", moment(10)).await.unwrap();
    let nobody = Some(AccountId(Uuid::from_u64_pair(9, 9)));
    let refused = tx.insert_scenario(id(3), nobody, &scenario("Drei")).await.is_err();
    let refused = refused || tx.commit().await.is_err();
    assert!(refused, "an account that is not there");
    assert_eq!(all(&store).await.len(), 2);
}

on_both!(
    a_scenario_comes_back_as_it_was_kept,
    only_who_has_seen_the_last_version_writes_or_deletes,
    every_write_stands_in_the_feed_and_none_reaches_the_public_view,
    a_scenario_stays_when_its_person_is_erased_and_names_them_no_more,
    what_the_databases_cannot_hold_is_refused,
);
