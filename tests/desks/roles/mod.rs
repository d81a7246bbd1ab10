//! Every action of the policy table × every role × every ownership, through HTTP.
//!
//! `doors` names the requests each action needs; an action without one fails the test. Who may is answered, and what is
//! to be written is written; who may not gets 401, 403, the way to the sign-in page, or 404 where even the existence is
//! secret, and not one row of the database is another one afterwards.

mod doors;
mod stage;

use std::path::Path;

use sozialatlas::domain::policy::{Action, Right, Role, TABLE};

use crate::house::House;
use crate::support::Reply;
use doors::{Door, doors};
use stage::{Owner, Person, Stage};

/// Actions of the table for which the program has no door yet. The test fails as soon as the code asks for one of these
/// rights: then its requests belong into `doors`.
const NO_DOOR_YET: [(Action, &str); 1] = [(Action::ManageTaxonomy, "ManageTaxonomy")];

/// Whether the table lets somebody with this role do it to a record of this owner.
fn allowed(right: Right, role: Role, owner: Owner) -> bool {
    // Only the provider of these tests speaks for organizations.
    let own = role == Role::Provider && owner != Owner::Foreign;
    match right {
        Right::Any => true,
        Right::Own => own,
        Right::Trusted => own && owner == Owner::OwnTrusted,
        Right::No => false,
    }
}

/// Whether an answer is a refusal.
fn refused(reply: &Reply) -> bool {
    let to_sign_in = reply.header("location").starts_with("/anmelden");
    matches!(reply.status.as_u16(), 401 | 403 | 404) || (reply.status == 303 && to_sign_in)
}

/// Whether any source file but the table itself asks for this right.
fn is_asked_for(word: &str) -> bool {
    fn any(folder: &Path, wanted: &str) -> bool {
        std::fs::read_dir(folder).unwrap().any(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() {
                return any(&path, wanted);
            }
            let is_table = path.ends_with("domain/policy.rs");
            !is_table && std::fs::read_to_string(&path).is_ok_and(|text| text.contains(wanted))
        })
    }
    any(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &format!("Action::{word}"))
}

#[tokio::test]
async fn no_row_of_the_policy_table_is_without_a_request() {
    let house = House::open().await;
    let mut stage = Stage::set(&house).await;
    for (action, _) in TABLE {
        let case = stage.case(action, Owner::Own).await;
        let found = doors(action, Role::Provider, &case);
        match NO_DOOR_YET.iter().find(|(other, _)| *other == action) {
            None => assert!(!found.is_empty(), "{action:?} has no request"),
            Some((_, word)) => {
                assert!(!is_asked_for(word), "the code asks for {word}: give it its requests");
            }
        }
    }
}

/// Walks through all actions and owners with one role.
async fn walk(role: Role) {
    let house = House::open().await;
    let mut stage = Stage::set(&house).await;
    let mut person = stage.person(role).await;
    let column = Role::ALL.iter().position(|other| *other == role).unwrap();
    let mut tried = 0;
    for (action, rights) in TABLE {
        // This right decides what becomes of an edit, not whether it is taken: see the test below.
        if action == Action::PublishListing {
            continue;
        }
        for owner in Owner::ALL {
            let expected = allowed(rights[column], role, owner);
            tried += through(&mut stage, &mut person, action, owner, expected).await;
        }
    }
    assert!(tried > 100, "only {tried} requests");
}

#[tokio::test]
async fn what_the_table_allows_residents_is_done_and_what_it_forbids_changes_nothing() {
    walk(Role::Resident).await;
}

#[tokio::test]
async fn what_the_table_allows_providers_is_done_and_what_it_forbids_changes_nothing() {
    walk(Role::Provider).await;
}

#[tokio::test]
async fn what_the_table_allows_editors_is_done_and_what_it_forbids_changes_nothing() {
    walk(Role::Editor).await;
}

#[tokio::test]
async fn what_the_table_allows_planners_is_done_and_what_it_forbids_changes_nothing() {
    walk(Role::Planner).await;
}

#[tokio::test]
async fn what_the_table_allows_administrators_is_done_and_what_it_forbids_changes_nothing() {
    walk(Role::Admin).await;
}

/// Knocks at each door of an action; how many.
async fn through(
    stage: &mut Stage<'_>,
    person: &mut Person<'_>,
    action: Action,
    owner: Owner,
    expected: bool,
) -> usize {
    let role = person.role;
    let mut case = stage.case(action, owner).await;
    let count = doors(action, role, &case).len();
    // What the database held after the last refusal is what it holds before the next.
    let mut kept = None;
    for at in 0..count {
        let door = doors(action, role, &case).remove(at);
        let name = format!("{role:?} {action:?} {owner:?}: {} {}", door.method, door.path);
        if expected {
            let before = if door.writes { Some(stage.rows().await) } else { None };
            let reply = person.knock(&door).await;
            assert!(!refused(&reply), "{name}: {} {}", reply.status, reply.text());
            let done = reply.status.is_success() || reply.status == 303;
            assert!(done, "{name}: {} {}", reply.status, reply.text());
            if let Some(before) = before {
                assert_ne!(before, stage.rows().await, "{name}: nothing was written");
                // Whatever it was done to is another one now.
                case = stage.case(action, owner).await;
            }
        } else {
            let before = match kept.take() {
                Some(rows) => rows,
                None => stage.rows().await,
            };
            let reply = person.knock(&door).await;
            let after = stage.rows().await;
            assert!(refused(&reply), "{name}: {} {}", reply.status, reply.text());
            for (table, rows) in &after {
                assert_eq!(Some(rows), before.get(table), "{name} changed {table}");
            }
            kept = Some(after);
        }
    }
    count
}

#[tokio::test]
async fn only_who_may_publish_changes_what_is_public() {
    let house = House::open().await;
    let mut stage = Stage::set(&house).await;
    for role in Role::ALL {
        let mut person = stage.person(role).await;
        for owner in Owner::ALL {
            let rights = TABLE.iter().find(|(action, _)| *action == Action::PublishListing);
            let column = Role::ALL.iter().position(|other| *other == role).unwrap();
            let may_publish = allowed(rights.unwrap().1[column], role, owner);
            let case = stage.case(Action::PublishListing, owner).await;
            let count = doors(Action::PublishListing, role, &case).len();
            for at in 0..count {
                let case = stage.case(Action::PublishListing, owner).await;
                let door = doors(Action::PublishListing, role, &case).remove(at);
                let name = format!("{role:?} {owner:?}: {} {}", door.method, door.path);
                let public = || house.store.find_published(case.public);
                let before = public().await.unwrap().unwrap().document;
                let reply = person.knock(&door).await;
                let after = public().await.unwrap().unwrap().document;
                assert_eq!(before != after, may_publish, "{name}: {}", reply.text());
                assert!(!may_publish || !refused(&reply), "{name}: {}", reply.status);
            }
        }
    }
}

#[tokio::test]
async fn whoever_may_not_know_of_an_entry_gets_the_answer_of_one_that_is_not_there() {
    let house = House::open().await;
    let mut stage = Stage::set(&house).await;
    let of_one_entry = [
        Action::ReadPublished,
        Action::ReadListing,
        Action::EditListing,
        Action::ConfirmListing,
        Action::PublishListing,
        Action::ReviewListing,
        Action::ArchiveListing,
        Action::MergeListings,
        Action::TranslateListing,
        Action::PublishTranslation,
        Action::ReadReach,
    ];
    for role in [Role::Resident, Role::Provider, Role::Planner, Role::Admin] {
        let mut person = stage.person(role).await;
        for action in of_one_entry {
            let secret = stage.secret_case(action, Owner::Foreign).await;
            let nothing = secret.with_an_unknown_entry();
            let pairs = doors(action, role, &secret).into_iter().zip(doors(action, role, &nothing));
            for (there, not_there) in pairs.filter(|(a, b)| a.path != b.path) {
                let name = format!("{role:?} {action:?} {} {}", there.method, there.path);
                let before = stage.rows().await;
                let one = person.knock(&there).await;
                let other = person.knock(&not_there).await;
                assert!(refused(&one), "{name}: {}", one.status);
                assert_eq!(one.status, other.status, "{name} tells that there is something");
                assert_eq!(words(&one), words(&other), "{name} tells that there is something");
                assert_eq!(stage.rows().await, before, "{name}");
            }
        }
    }
}

/// What an answer says, without what is another one each time.
fn words(reply: &Reply) -> String {
    if reply.status == 303 {
        return String::new();
    }
    let text = reply.text();
    if let Ok(problem) = serde_json::from_str::<serde_json::Value>(text) {
        return format!("{} {}", problem["code"], problem["detail"]);
    }
    let from = text.find("<h1").map_or("", |at| &text[at..]);
    from.split("</h1>").next().unwrap_or_default().to_owned()
}

/// What is sent.
fn describe(door: &Door) -> String {
    format!("{} {} {:?}", door.method, door.path, door.body)
}

#[tokio::test]
async fn no_door_is_named_twice_for_one_action() {
    let house = House::open().await;
    let mut stage = Stage::set(&house).await;
    for action in Action::ALL {
        let case = stage.case(action, Owner::Own).await;
        let mut named: Vec<String> =
            doors(action, Role::Provider, &case).iter().map(describe).collect();
        let all = named.len();
        named.sort();
        named.dedup();
        assert_eq!(named.len(), all, "{action:?}");
    }
}
