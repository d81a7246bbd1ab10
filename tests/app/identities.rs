//! Subjects of sign-in providers, on both databases.

use sozialatlas::app::{Author, DatabaseError};
use sozialatlas::domain::AccountId;
use sozialatlas::domain::policy::Role;
use sozialatlas::store::Store;

use crate::account_desk::{add, furnished, noon};
use crate::support::TestDb;

on_both!(
    a_subject_belongs_to_one_account_and_an_account_has_one_of_each_issuer,
    an_ended_link_stays_known_until_it_is_allowed_again_and_goes_with_the_account,
);

const ISSUER: &str = "https://login.example";

async fn link(
    store: &Store,
    account: AccountId,
    issuer: &str,
    subject: &str,
) -> Result<(), DatabaseError> {
    let mut tx = store.begin_write("test", noon()).await.unwrap();
    tx.link_identity(account, issuer, subject).await?;
    tx.commit().await.map(|_| ())
}

async fn a_subject_belongs_to_one_account_and_an_account_has_one_of_each_issuer(db: &TestDb) {
    let (store, desk) = furnished(db).await;
    let one = add(&desk, "a@b.example", Role::Editor).await.id;
    let two = add(&desk, "c@b.example", Role::Editor).await.id;
    link(&store, one, ISSUER, "subject").await.unwrap();
    for (account, issuer, subject) in [(two, ISSUER, "subject"), (one, ISSUER, "other")] {
        let refused = link(&store, account, issuer, subject).await.unwrap_err();
        assert!(matches!(refused, DatabaseError::Duplicate { .. }), "{refused}");
    }
    assert!(link(&store, two, ISSUER, "nul\0").await.is_err());
    link(&store, two, ISSUER, "other").await.unwrap();
    link(&store, one, "https://other.example", "subject").await.unwrap();
    let mut tx = store.begin_write("test", noon()).await.unwrap();
    let found = tx.find_identity(ISSUER, "subject").await.unwrap().unwrap();
    assert_eq!((found.account_id, found.linked_at, found.unlinked_at), (one, noon(), None));
    assert!(tx.find_identity(ISSUER, "Subject").await.unwrap().is_none(), "letter by letter");
    assert_eq!(tx.list_identities(one).await.unwrap().len(), 2);
    tx.rollback().await.unwrap();
    store.close().await;
}

async fn an_ended_link_stays_known_until_it_is_allowed_again_and_goes_with_the_account(
    db: &TestDb,
) {
    let (store, desk) = furnished(db).await;
    let admin = Author::of(&add(&desk, "admin@b.example", Role::Admin).await);
    let account = add(&desk, "a@b.example", Role::Editor).await.id;
    link(&store, account, ISSUER, "subject").await.unwrap();
    let mut tx = store.begin_write("test", noon()).await.unwrap();
    tx.touch_identity(ISSUER, "subject").await.unwrap();
    assert_eq!(tx.forget_unlinked_identities(account).await.unwrap(), 0, "it has not ended");
    assert_eq!(tx.unlink_identities(account).await.unwrap(), 1);
    assert_eq!(tx.unlink_identities(account).await.unwrap(), 0, "once");
    tx.commit().await.unwrap();
    let known = store.list_identities(account).await.unwrap();
    assert_eq!((known.len(), known[0].unlinked_at), (1, Some(noon())));
    assert!(link(&store, account, ISSUER, "subject").await.is_err(), "not by itself");
    let mut tx = store.begin_write("test", noon()).await.unwrap();
    assert_eq!(tx.forget_unlinked_identities(account).await.unwrap(), 1);
    tx.commit().await.unwrap();
    link(&store, account, ISSUER, "subject").await.unwrap();
    desk.erase_account(&admin, account).await.unwrap();
    let left = "SELECT COUNT(*) FROM linked_identity";
    assert_eq!(db.number(left).await, 0);
    store.close().await;
}
