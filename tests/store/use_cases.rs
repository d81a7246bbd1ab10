//! Editing and withdrawing entries as people of different roles.

use std::sync::Arc;

use sozialatlas::app::{
    AppError, Archive, Author, CountingIds, Edit, Edited, FixedClock, SeededRandom,
};
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{AssuredBy, Listing, ReviewStatus, ServiceId, Site};
use sozialatlas::store::{DatabaseError, Store};

use crate::support::{TestDb, begin, listing, moment, organization, site};

struct Desk {
    store: Store,
    desk: sozialatlas::app::Desk,
}

fn person(role: Role) -> Author {
    let organizations = if role == Role::Provider { vec![organization(1).id] } else { Vec::new() };
    Author { actor: Actor::Person { role, organizations }, name: format!("{role:?}") }
}

impl Desk {
    /// Two organizations, and entry 1 of the first published by the county's package.
    async fn new(db: &TestDb) -> Self {
        let store = db.furnished().await;
        let mut tx = begin(&store).await;
        tx.save_revision(&listing(1), ReviewStatus::Published, None, 0).await.unwrap();
        tx.commit().await.unwrap();
        let clock = Arc::new(FixedClock(moment(60)));
        let (ids, random) = (Arc::<CountingIds>::default(), Arc::<SeededRandom>::default());
        let desk = sozialatlas::app::Desk::new(store.clone(), clock, ids, random);
        Self { store, desk }
    }

    async fn edit(
        &self,
        role: Role,
        listing: Listing,
        expected_version: Option<i64>,
    ) -> Result<Option<Edited>, AppError> {
        let reason = Some("neue Zeiten".into());
        let edit = Edit { reason, ..Edit::new(listing, expected_version) };
        self.desk.edit_listing(&person(role), edit).await
    }

    async fn withdraw(&self, role: Role, id: ServiceId, expected: i64) -> Result<bool, AppError> {
        let archive = Archive { id, expected_version: expected, reason: None, once: None };
        Ok(self.desk.archive_listing(&person(role), archive).await?.is_some())
    }

    async fn public(&self, id: ServiceId) -> Option<Listing> {
        let published = self.store.find_published(id).await.unwrap()?;
        Some(serde_json::from_str(&published.document).unwrap())
    }

    async fn state(&self, id: ServiceId) -> ReviewStatus {
        self.store.find_listing(id).await.unwrap().unwrap().review_status
    }
}

fn renamed(name: &str) -> Listing {
    Listing { name: name.into(), ..listing(1) }
}

fn pointers(error: AppError) -> Vec<String> {
    let AppError::Invalid(faults) = error else { panic!("{error:?}") };
    faults.0.into_iter().map(|fault| fault.pointer).collect()
}

async fn an_editor_publishes_and_a_provider_proposes(db: &TestDb) {
    let desk = Desk::new(db).await;
    let id = listing(1).id;
    let proposed = desk.edit(Role::Provider, renamed("vorgeschlagen"), Some(1)).await;
    let proposed = proposed.unwrap().unwrap();
    assert_eq!((proposed.review_status, proposed.version), (ReviewStatus::Pending, 2));
    assert_eq!(desk.public(id).await.unwrap().name, "Angebot 1");
    // A second thought of the provider stays in the queue.
    let again = desk.edit(Role::Provider, renamed("besser"), Some(2)).await.unwrap().unwrap();
    assert_eq!((again.review_status, again.revision), (ReviewStatus::Pending, 3));

    let published = desk.edit(Role::Editor, renamed("gut so"), Some(3)).await.unwrap().unwrap();
    assert_eq!(published.review_status, ReviewStatus::Published);
    assert_eq!(desk.public(id).await.unwrap().name, "gut so");
    let history = desk.store.list_revisions(id, None, 10).await.unwrap();
    let authors: Vec<&str> = history.iter().map(|r| r.author.as_str()).collect();
    assert_eq!(authors, ["Editor", "Provider", "Provider", "test"]);
    assert_eq!(history[0].created_at, "2026-11-23T10:01:00.000Z");
    assert_eq!(history[0].reason.as_deref(), Some("neue Zeiten"));
    let last = desk.store.changes_after(published.seq.unwrap() - 1, 10).await.unwrap();
    assert_eq!((last.len(), last[0].actor.as_str()), (1, "Editor"));
}

async fn the_same_again_writes_nothing_but_an_editor_may_publish_what_waits(db: &TestDb) {
    let desk = Desk::new(db).await;
    let seq = desk.store.latest_seq().await.unwrap();
    let same = desk.edit(Role::Editor, listing(1), Some(1)).await.unwrap().unwrap();
    assert_eq!((same.seq, same.version, same.revision), (None, 1, 1));
    assert_eq!(desk.store.latest_seq().await.unwrap(), seq);
    let waiting = desk.edit(Role::Provider, renamed("neu"), Some(1)).await.unwrap().unwrap();
    let twice = desk.edit(Role::Provider, renamed("neu"), Some(2)).await.unwrap().unwrap();
    assert_eq!((twice.seq, twice.version), (None, waiting.version));
    let public = desk.edit(Role::Editor, renamed("neu"), Some(2)).await.unwrap().unwrap();
    assert_eq!(public.review_status, ReviewStatus::Published);
    // Who has not seen the newest version is told so even if nothing would change.
    let error = desk.edit(Role::Editor, renamed("neu"), Some(1)).await.unwrap_err();
    assert!(matches!(error, AppError::Database(DatabaseError::Conflict { .. })), "{error:?}");
}

async fn only_the_owner_and_editors_edit(db: &TestDb) {
    let desk = Desk::new(db).await;
    for role in [Role::Resident, Role::Planner, Role::Admin] {
        let error = desk.edit(role, renamed("x"), Some(1)).await.unwrap_err();
        assert!(matches!(error, AppError::Denied(_)), "{role:?} {error:?}");
        let error = desk.edit(role, renamed("x"), None).await.unwrap_err();
        assert!(matches!(error, AppError::Denied(_)), "{role:?} {error:?}");
    }
    let mut foreign = renamed("x");
    foreign.organization_id = Some(organization(2).id);
    // Neither given away, nor taken, nor made for others.
    for expected in [Some(1), None] {
        let error = desk.edit(Role::Provider, foreign.clone(), expected).await.unwrap_err();
        assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    }
    desk.edit(Role::Editor, foreign, Some(1)).await.unwrap();
    let error = desk.edit(Role::Provider, renamed("zurück"), Some(2)).await.unwrap_err();
    assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    assert_eq!(desk.public(listing(1).id).await.unwrap().name, "x");
}

async fn a_new_entry_gets_ids_of_its_own_whatever_was_sent(db: &TestDb) {
    let desk = Desk::new(db).await;
    let added = desk.edit(Role::Editor, listing(1), None).await.unwrap().unwrap();
    assert_ne!(added.id, listing(1).id);
    let stored = desk.public(added.id).await.unwrap();
    let original = &listing(1).sites[0];
    assert_ne!(stored.sites[0].id, original.id);
    assert_ne!(stored.sites[0].location_id, original.location_id);
    assert_eq!(stored.sites[0].source_id, None, "an old link was stolen");
    let alias = desk.store.find_alias("f1").await.unwrap().unwrap();
    assert_eq!(alias, (listing(1).id, original.id));
    assert_eq!(desk.public(listing(1).id).await.unwrap(), listing(1));
    assert_eq!(desk.store.check_projection().await.unwrap(), []);
    let nobody = desk.edit(Role::Editor, listing(9), Some(1)).await.unwrap();
    assert_eq!(nobody, None);
}

async fn what_only_editors_see_survives_the_edit_of_a_provider(db: &TestDb) {
    let desk = Desk::new(db).await;
    let mut noted = renamed("mit Notiz");
    noted.sites[0].internal_note = Some("nur intern".into());
    desk.edit(Role::Editor, noted.clone(), Some(1)).await.unwrap();
    let mut blind = renamed("ohne Notiz");
    blind.sites[0].internal_note = Some("untergeschoben".into());
    blind.sites[0].location_id = site(2, "").location_id;
    blind.sites.push(Site { internal_note: Some("auch".into()), ..site(2, "") });
    let edited = desk.edit(Role::Provider, blind, Some(2)).await.unwrap().unwrap();
    let stored = desk.store.find_listing(edited.id).await.unwrap().unwrap().listing;
    assert_eq!(stored.sites[0].internal_note.as_deref(), Some("nur intern"));
    assert_eq!(stored.sites[0].location_id, noted.sites[0].location_id);
    assert_eq!(stored.sites[1].internal_note, None);
    assert_ne!(stored.sites[1].id, site(2, "").id);
}

async fn every_fault_of_an_edit_is_told_at_once(db: &TestDb) {
    let desk = Desk::new(db).await;
    let mut faulty = listing(1);
    faulty.name = String::new();
    faulty.categories = vec!["familien".parse().unwrap(), "gibt-es-nicht".parse().unwrap()];
    faulty.co_organization_ids = vec![organization(9).id];
    faulty.related = vec![listing(7).id, faulty.id];
    faulty.contact.website = Some("javascript:alert(1)".into());
    faulty.sites[0].assurance.by = AssuredBy::Editor;
    let error = desk.edit(Role::Provider, faulty.clone(), Some(1)).await.unwrap_err();
    assert_eq!(
        pointers(error),
        [
            "/name",
            "/contact/website",
            "/categories/0",
            "/categories/1",
            "/co_organization_ids/0",
            "/related/0",
            "/related/1",
            "/sites/0/assurance/by",
        ]
    );
    // An editor may confirm as an editor; after that a provider may leave it so, but not renew it.
    let mut confirmed = listing(1);
    confirmed.sites[0].assurance.by = AssuredBy::Editor;
    confirmed.sites[0].assurance.date = "2026-11".parse().ok();
    desk.edit(Role::Editor, confirmed.clone(), Some(1)).await.unwrap();
    confirmed.name = "weiter".into();
    desk.edit(Role::Provider, confirmed.clone(), Some(2)).await.unwrap();
    confirmed.sites[0].assurance.date = "2026-11-22".parse().ok();
    let error = desk.edit(Role::Provider, confirmed, Some(3)).await.unwrap_err();
    assert_eq!(pointers(error), ["/sites/0/assurance/by"]);
    let long = Edit { reason: Some("\0".repeat(1_001)), ..Edit::new(listing(1), Some(3)) };
    let error = desk.desk.edit_listing(&person(Role::Editor), long).await.unwrap_err();
    assert_eq!(pointers(error), ["/reason"]);
}

async fn only_editors_withdraw_and_what_is_archived_stays_so(db: &TestDb) {
    let desk = Desk::new(db).await;
    let id = listing(1).id;
    for role in [Role::Resident, Role::Provider, Role::Planner, Role::Admin] {
        let error = desk.withdraw(role, id, 1).await.unwrap_err();
        assert!(matches!(error, AppError::Denied(_)), "{role:?} {error:?}");
    }
    let error = desk.withdraw(Role::Editor, id, 7).await.unwrap_err();
    assert!(matches!(error, AppError::Database(DatabaseError::Conflict { .. })), "{error:?}");
    assert!(desk.public(id).await.is_some());
    assert!(desk.withdraw(Role::Editor, id, 1).await.unwrap());
    assert_eq!(desk.public(id).await, None);
    assert_eq!(desk.state(id).await, ReviewStatus::Archived);
    let error = desk.withdraw(Role::Editor, id, 2).await.unwrap_err();
    assert!(matches!(error, AppError::Transition(_)), "{error:?}");
    let error = desk.edit(Role::Editor, renamed("x"), Some(2)).await.unwrap_err();
    assert!(matches!(error, AppError::Transition(_)), "{error:?}");
    assert!(!desk.withdraw(Role::Editor, listing(9).id, 1).await.unwrap());
}

async fn what_was_rejected_goes_through_review_again_even_from_an_editor(db: &TestDb) {
    let desk = Desk::new(db).await;
    let mut tx = begin(&desk.store).await;
    tx.save_revision(&listing(2), ReviewStatus::Rejected, None, 0).await.unwrap();
    tx.commit().await.unwrap();
    let again = Listing { name: "verbessert".into(), ..listing(2) };
    let edited = desk.edit(Role::Editor, again, Some(1)).await.unwrap().unwrap();
    assert_eq!(edited.review_status, ReviewStatus::Pending);
    assert_eq!(desk.public(listing(2).id).await, None);
}

async fn a_writer_that_reads_is_not_starved_by_those_who_wait(db: &TestDb) {
    let desk = std::sync::Arc::new(Desk::new(db).await);
    let mut tasks = Vec::new();
    // Many more than connections, each reading while it holds the right to write.
    for n in 0..40 {
        let desk = std::sync::Arc::clone(&desk);
        tasks.push(tokio::spawn(async move {
            let mut entry = listing(100 + n);
            entry.related = vec![listing(1).id];
            desk.edit(Role::Editor, entry, None).await.unwrap().unwrap()
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let stream = desk.store.published_documents().await.unwrap();
    assert_eq!(stream.count, 41);
}

on_both!(
    an_editor_publishes_and_a_provider_proposes,
    the_same_again_writes_nothing_but_an_editor_may_publish_what_waits,
    only_the_owner_and_editors_edit,
    a_new_entry_gets_ids_of_its_own_whatever_was_sent,
    what_only_editors_see_survives_the_edit_of_a_provider,
    every_fault_of_an_edit_is_told_at_once,
    only_editors_withdraw_and_what_is_archived_stays_so,
    what_was_rejected_goes_through_review_again_even_from_an_editor,
    a_writer_that_reads_is_not_starved_by_those_who_wait,
);
