//! Accounts as use cases, on both databases.

use std::sync::Arc;

use chrono::TimeDelta;
use sozialatlas::app::{
    AppError, AuditKind, Author, Desk, Invitation, NewAccount, Retention, SignIn, TokenRequest,
};
use sozialatlas::domain::policy::{Action, Actor, Right, Role, right};
use sozialatlas::domain::{Account, AccountState, LinkPurpose, Scope, account_of_author};

use crate::account_desk::{PASSWORD, add, desk_at, furnished, noon, pointers, sign_in, visit};
use crate::support::TestDb;
use crate::world;

on_both!(
    an_address_has_one_account_however_it_is_written,
    all_faults_of_a_new_account_are_told_at_once,
    a_password_is_hashed_anew_when_more_is_asked_of_a_hash,
    a_link_is_used_once_even_by_many_at_once,
    a_link_whose_transaction_fails_stays_good,
    only_administrators_manage_accounts_whatever_the_role,
    providers_invite_colleagues_for_their_own_organizations_alone,
    a_changed_role_ends_sessions_and_tokens,
    a_blocked_account_gets_in_nowhere_until_it_is_let_in_again,
    an_erased_person_leaves_only_the_id,
    the_audit_tells_who_did_what_without_telling_who_they_are,
    what_has_had_its_time_is_forgotten,
    a_hundred_sign_ins_at_once_all_get_their_answer,
);

async fn an_address_has_one_account_however_it_is_written(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let account = add(&desk, "Änne@Verein.example", Role::Editor).await;
    let found = desk.find_account_by_email(" änne@verein.EXAMPLE ").await.unwrap().unwrap();
    assert_eq!(found, account);
    let again = NewAccount {
        email: "ÄNNE@verein.example".into(),
        name: None,
        role: Role::Editor,
        organizations: Vec::new(),
        password: PASSWORD.into(),
    };
    assert_eq!(pointers(desk.add_account(again).await.unwrap_err()), ["/email"]);
    assert!(desk.find_account_by_email("a\0@b.example").await.unwrap().is_none());
    store.close().await;
}

async fn all_faults_of_a_new_account_are_told_at_once(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let new = NewAccount {
        email: "keine".into(),
        name: Some(String::new()),
        role: Role::Provider,
        organizations: Vec::new(),
        password: "kurz".into(),
    };
    let told = pointers(desk.add_account(new).await.unwrap_err());
    assert_eq!(told, ["/email", "/name", "/organizations", "/password"]);
    let unknown = NewAccount {
        email: "a@b.example".into(),
        name: None,
        role: Role::Provider,
        organizations: vec![sozialatlas::domain::OrganizationId::stable("x", "nobody")],
        password: PASSWORD.into(),
    };
    assert_eq!(pointers(desk.add_account(unknown).await.unwrap_err()), ["/organizations"]);
    store.close().await;
}

async fn a_password_is_hashed_anew_when_more_is_asked_of_a_hash(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let account = add(&desk, "a@b.example", Role::Editor).await;
    let hash =
        async || store.find_account(account.id).await.unwrap().unwrap().password_hash.unwrap();
    let before = hash().await;
    assert!(before.starts_with("$argon2id$") && before.contains(",t=1,"), "{before}");
    let stronger = desk_at(&store, noon() + TimeDelta::hours(1), 3);
    assert!(sign_in(&stronger, "a@b.example").await.is_some());
    let after = hash().await;
    assert!(after.contains(",t=3,"), "{after}");
    assert!(sign_in(&stronger, "a@b.example").await.is_some());
    assert_eq!(hash().await, after, "once is enough");
    store.close().await;
}

async fn a_link_is_used_once_even_by_many_at_once(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let purpose = LinkPurpose::ConfirmListing;
    let link = desk.issue_link(purpose, "an entry", TimeDelta::days(1)).await.unwrap();
    let desk = Arc::new(desk);
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let (desk, store, link) = (Arc::clone(&desk), store.clone(), link.clone());
            tokio::spawn(async move {
                let mut tx = store.begin_write("test", noon()).await.unwrap();
                let used = desk.redeem_link_in(&mut tx, purpose, link.expose()).await.unwrap();
                tx.commit().await.unwrap();
                used.map(|link| link.subject)
            })
        })
        .collect();
    let mut used = Vec::new();
    for task in tasks {
        used.extend(task.await.unwrap());
    }
    assert_eq!(used, ["an entry"]);
    assert_eq!(desk.find_link(purpose, link.expose()).await.unwrap(), None);
    store.close().await;
}

async fn a_link_whose_transaction_fails_stays_good(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let purpose = LinkPurpose::Claim;
    let link = desk.issue_link(purpose, "x", TimeDelta::days(1)).await.unwrap();
    let mut tx = store.begin_write("test", noon()).await.unwrap();
    assert!(desk.redeem_link_in(&mut tx, purpose, link.expose()).await.unwrap().is_some());
    tx.rollback().await.unwrap();
    assert!(desk.find_link(purpose, link.expose()).await.unwrap().is_some());
    for other in LinkPurpose::ALL.into_iter().filter(|other| *other != purpose) {
        let mut tx = store.begin_write("test", noon()).await.unwrap();
        let used = desk.redeem_link_in(&mut tx, other, link.expose()).await.unwrap();
        assert!(used.is_none(), "{other:?}");
        tx.rollback().await.unwrap();
    }
    store.close().await;
}

async fn only_administrators_manage_accounts_whatever_the_role(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let victim = add(&desk, "victim@b.example", Role::Editor).await;
    add(&desk, "admin@b.example", Role::Admin).await;
    let waiting = {
        let admin = desk.find_account_by_email("admin@b.example").await.unwrap().unwrap();
        let (email, name) = ("waiting@b.example".into(), "W".into());
        let invitation = Invitation { email, name, role: Role::Planner, organizations: Vec::new() };
        desk.invite_account(&Author::of(&admin), invitation).await.unwrap().account
    };
    for role in Role::ALL {
        let author = Author {
            actor: Actor::Person { role, organizations: vec![world::organization_id(0)] },
            name: "account:00000000-0000-0000-0000-00000000ffff".into(),
        };
        let may = right(role, Action::ManageAccounts) == Right::Any;
        let invitation = Invitation {
            email: format!("{}@c.example", role.as_str()),
            name: "N".into(),
            role: Role::Planner,
            organizations: Vec::new(),
        };
        let outcomes = [
            desk.list_accounts(&author).await.map(|_| ()),
            desk.invite_account(&author, invitation).await.map(|_| ()),
            desk.change_role(&author, victim.id, Role::Editor, Vec::new()).await.map(|_| ()),
            desk.block_account(&author, victim.id).await.map(|_| ()),
            desk.unblock_account(&author, victim.id).await.map(|_| ()),
            token(&desk, &author, &victim).await,
            desk.end_sessions_of(&author, victim.id).await.map(|_| ()),
            desk.remove_second_factor(&author, victim.id).await.map(|_| ()),
            desk.repeat_invitation(&author, waiting.id).await.map(|_| ()),
        ];
        for (i, outcome) in outcomes.into_iter().enumerate() {
            match outcome {
                Ok(()) => assert!(may, "{role:?} did {i}"),
                Err(AppError::Denied(_)) => assert!(!may, "{role:?} was denied {i}"),
                Err(error) => panic!("{role:?} {i}: {error}"),
            }
        }
        let audit = desk.list_audit(&author, None, 1).await.is_ok();
        assert_eq!(audit, right(role, Action::ReadAudit) == Right::Any, "{role:?}");
        let found = desk.find_account(victim.id).await.unwrap().unwrap();
        assert_eq!(found.state, AccountState::Active, "what is denied changes nothing");
        if !may {
            let erased = desk.erase_account(&author, victim.id).await;
            assert!(matches!(erased, Err(AppError::Denied(_))), "{role:?}");
        }
    }
    store.close().await;
}

async fn token(desk: &Desk, author: &Author, account: &Account) -> Result<(), AppError> {
    let request = TokenRequest {
        name: "t".into(),
        scopes: vec![Scope::ListingsRead],
        expires_at: noon() + TimeDelta::days(1),
    };
    desk.create_token(author, account, request).await.map(|_| ())
}

async fn providers_invite_colleagues_for_their_own_organizations_alone(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let provider = Author::of(&add(&desk, "p@b.example", Role::Provider).await);
    let (own, other) = (world::organization_id(0), world::organization_id(1));
    for (n, (role, organizations, may)) in [
        (Role::Provider, vec![own], true),
        (Role::Provider, vec![other], false),
        (Role::Provider, vec![own, other], false),
        (Role::Provider, vec![], false),
        (Role::Editor, vec![], false),
        (Role::Admin, vec![own], false),
    ]
    .into_iter()
    .enumerate()
    {
        let email = format!("{n}@c.example");
        let invitation = Invitation { email, name: "N".into(), role, organizations };
        let outcome = desk.invite_account(&provider, invitation).await;
        assert_eq!(outcome.is_ok(), may, "{n}: {outcome:?}");
    }
    store.close().await;
}

async fn a_changed_role_ends_sessions_and_tokens(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let admin = Author::of(&add(&desk, "admin@b.example", Role::Admin).await);
    let account = add(&desk, "a@b.example", Role::Editor).await;
    let session = sign_in(&desk, "a@b.example").await.unwrap();
    token(&desk, &Author::of(&account), &account).await.unwrap();
    let own = vec![world::organization_id(0)];
    let changed = desk.change_role(&admin, account.id, Role::Provider, own.clone()).await.unwrap();
    assert_eq!(changed.unwrap().organizations, own);
    assert_eq!(desk.find_session(&session).await.unwrap(), None);
    assert!(desk.list_tokens(account.id).await.unwrap().is_empty());
    let id = account_of_author(&admin.name).unwrap();
    let last = desk.change_role(&admin, id, Role::Editor, Vec::new()).await;
    assert!(matches!(last, Err(AppError::Denied(_))), "somebody has to be there");
    store.close().await;
}

async fn a_blocked_account_gets_in_nowhere_until_it_is_let_in_again(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let admin = Author::of(&add(&desk, "admin@b.example", Role::Admin).await);
    let account = add(&desk, "a@b.example", Role::Editor).await;
    let session = sign_in(&desk, "a@b.example").await.unwrap();
    let link = desk.request_reset("a@b.example").await.unwrap().unwrap();
    desk.block_account(&admin, account.id).await.unwrap();
    assert_eq!(desk.find_session(&session).await.unwrap(), None);
    assert_eq!(sign_in(&desk, "a@b.example").await, None);
    assert!(desk.request_reset("a@b.example").await.unwrap().is_none());
    assert!(desk.find_reset(link.expose()).await.unwrap().is_none());
    let twice = desk.block_account(&admin, account.id).await;
    assert!(matches!(twice, Err(AppError::Transition(_))), "{twice:?}");
    desk.unblock_account(&admin, account.id).await.unwrap();
    assert!(sign_in(&desk, "a@b.example").await.is_some());
    store.close().await;
}

async fn an_erased_person_leaves_only_the_id(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let admin = Author::of(&add(&desk, "admin@b.example", Role::Admin).await);
    let account = add(&desk, "einmalig@b.example", Role::Editor).await;
    let author = Author::of(&account);
    assert_eq!(author.name, format!("account:{}", account.id));
    sign_in(&desk, "einmalig@b.example").await.unwrap();
    token(&desk, &author, &account).await.unwrap();
    desk.request_reset("einmalig@b.example").await.unwrap().unwrap();
    assert!(desk.erase_account(&admin, account.id).await.unwrap());
    assert!(!desk.erase_account(&admin, account.id).await.unwrap(), "once");
    let left = desk.find_account(account.id).await.unwrap().unwrap();
    assert_eq!((left.state, left.email.as_str()), (AccountState::Erased, ""));
    for (table, column) in [
        ("session", "account_id"),
        ("api_token", "account_id"),
        ("link_token", "account_id"),
        ("known_device", "account_id"),
        ("linked_identity", "account_id"),
        ("recovery_code", "account_id"),
        ("account_organization", "account_id"),
        ("outbox", "account_id"),
    ] {
        let sql = format!("SELECT COUNT(*) FROM {table} WHERE {column} = '{}'", account.id);
        assert_eq!(db.number(&sql).await, 0, "{table}");
    }
    let named =
        "SELECT COUNT(*) FROM account WHERE email LIKE '%einmalig%' OR name LIKE '%einmalig%'";
    assert_eq!(db.number(named).await, 0);
    store.close().await;
}

async fn the_audit_tells_who_did_what_without_telling_who_they_are(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let admin = add(&desk, "admin@b.example", Role::Admin).await;
    let account = add(&desk, "a@b.example", Role::Editor).await;
    sign_in(&desk, "a@b.example").await.unwrap();
    for email in ["a@b.example", "mein-passwort-im-falschen-feld"] {
        desk.sign_in(email, "falsch", &visit("x")).await.unwrap();
    }
    let author = Author::of(&admin);
    desk.change_role(&author, account.id, Role::Planner, Vec::new()).await.unwrap();
    let events = desk.list_audit(&author, None, 100).await.unwrap();
    let told: Vec<_> =
        events.iter().map(|e| (e.kind.as_str(), e.account_id == Some(account.id))).collect();
    assert_eq!(
        told,
        [
            ("role_changed", true),
            ("sign_in_failed", false),
            ("sign_in_failed", true),
            ("sign_in", true),
            ("account_added", true),
            ("account_added", false),
        ]
    );
    assert_eq!(events[0].actor, format!("account:{}", admin.id));
    assert_eq!(events[0].detail, "planner");
    for event in &events {
        assert!(AuditKind::ALL.iter().any(|kind| kind.as_str() == event.kind));
        let text = format!("{event:?}");
        assert!(!text.contains('@') && !text.contains("mein-passwort"), "{text}");
    }
    let older = desk.list_audit(&author, Some(&events[2].id), 2).await.unwrap();
    assert_eq!(older, events[3..5]);
    store.close().await;
}

async fn what_has_had_its_time_is_forgotten(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let account = add(&desk, "a@b.example", Role::Editor).await;
    sign_in(&desk, "a@b.example").await.unwrap();
    token(&desk, &Author::of(&account), &account).await.unwrap();
    desk.issue_link(LinkPurpose::Claim, "x", TimeDelta::days(1)).await.unwrap();
    let nothing = desk.forget_expired(Retention::default()).await.unwrap();
    assert_eq!(nothing, sozialatlas::app::Forgotten::default());
    let later = desk_at(&store, noon() + TimeDelta::days(200), 1);
    let gone = later.forget_expired(Retention::default()).await.unwrap();
    assert_eq!((gone.sessions, gone.devices, gone.tokens, gone.links), (1, 1, 1, 1));
    assert_eq!(gone.events, 3);
    store.close().await;
}

async fn a_hundred_sign_ins_at_once_all_get_their_answer(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    add(&desk, "a@b.example", Role::Editor).await;
    let desk = Arc::new(desk);
    let before = desk.passwords_hashed();
    let tasks: Vec<_> = (0..100)
        .map(|n| {
            let desk = Arc::clone(&desk);
            tokio::spawn(async move {
                let email = if n % 4 == 0 { "a@b.example" } else { "nobody@b.example" };
                desk.sign_in(email, PASSWORD, &visit(&n.to_string())).await
            })
        })
        .collect();
    let (mut done, mut wrong, mut throttled) = (0, 0, 0);
    for task in tasks {
        match task.await.unwrap() {
            Ok(SignIn::Done(_)) => done += 1,
            Ok(SignIn::Wrong) => wrong += 1,
            Err(AppError::Throttled { .. }) => throttled += 1,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(done, 25);
    assert_eq!((wrong, throttled), (40, 35), "an account that nobody has is throttled as well");
    assert_eq!(desk.passwords_hashed() - before, 65);
    store.close().await;
}
