//! The life of an entry as editors and providers lead it.

use sozialatlas::app::{
    AppError, Archive, Author, Confirm, DatabaseError, Edit, Once, PublicHistoryKind, QueueKind,
    QueueQuery, Restore, Review,
};
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{AssuredBy, Decision, DecisionKind, Listing, ReviewStatus};

use super::desk::{World, ask, editor, named, person, provider, reject, stranger};
use crate::support::{TestDb, listing, organization};

async fn an_editor_publishes_only_what_they_have_seen(db: &TestDb) {
    let world = World::new(db).await;
    let first = world.propose("erster", 1).await;
    world.propose("zweiter", first.version).await;
    let error = world.decide(first.revision, Decision::Publish).await.unwrap_err();
    let AppError::Database(DatabaseError::Conflict { expected, found, .. }) = error else {
        panic!("{error:?}")
    };
    assert_eq!((expected, found), (2, Some(3)));
    assert_eq!(world.public_name().await, "Angebot 1");
    let done = world.decide(3, Decision::Publish).await.unwrap();
    assert_eq!((done.review_status, done.revision), (ReviewStatus::Published, 3));
    assert_eq!(world.public_name().await, "zweiter");
    let last = world.store.last_decision(listing(1).id).await.unwrap().unwrap();
    assert_eq!((last.kind, last.revision), (DecisionKind::Publish, 3));
    assert_eq!(last.actor, "account:Editor");
    world.sound().await;
}

async fn what_is_sent_back_leaves_the_public_view_and_tells_why(db: &TestDb) {
    use ReviewStatus::{Draft, Pending, Published};

    let world = World::new(db).await;
    let first = world.propose("erster", 1).await;
    let asked = world.decide(2, ask()).await.unwrap();
    assert_eq!(asked.review_status, ReviewStatus::Draft);
    let view = world.desk.find_listing_for(&provider(), listing(1).id).await.unwrap().unwrap();
    assert_eq!(view.question(), Some("Ab wann gilt das?"));
    assert_eq!(view.public().unwrap().name, "Angebot 1");
    // A draft is written on and handed in again.
    let edit = Edit::new(named("mit Datum"), Some(asked.version));
    let draft = world.desk.save_draft(&provider(), edit).await.unwrap().unwrap();
    assert_eq!(draft.review_status, ReviewStatus::Draft);
    let again = world.propose("mit Datum", draft.version).await;
    assert_eq!(again.review_status, ReviewStatus::Pending);
    let refused = world.decide(again.revision, reject()).await.unwrap();
    assert_eq!(refused.review_status, ReviewStatus::Rejected);
    assert_eq!(world.public_name().await, "Angebot 1");
    let error = world.decide(again.revision, Decision::Publish).await.unwrap_err();
    assert!(matches!(error, AppError::Transition(_)), "{error:?}");
    for silent in
        [Decision::Reject { reason: " ".into() }, Decision::AskBack { question: String::new() }]
    {
        let error = world.decide(again.revision, silent).await.unwrap_err();
        assert!(matches!(error, AppError::Invalid(_)), "{error:?}");
    }
    // The history tells it all, in order.
    let history = world.desk.listing_history(&provider(), listing(1).id, None).await.unwrap();
    let steps: Vec<_> = history
        .unwrap()
        .items
        .into_iter()
        .rev()
        .map(|item| (item.review_status, item.decision, item.reason))
        .collect();
    assert_eq!(
        steps,
        [
            (Some(Published), None, None),
            (Some(Pending), None, None),
            (None, Some(DecisionKind::AskBack), Some("Ab wann gilt das?".into())),
            (Some(Draft), None, None),
            (Some(Pending), None, None),
            (None, Some(DecisionKind::Reject), Some("Die Adresse fehlt.".into())),
        ]
    );
    // Nothing of it is public but the first publication.
    let public = world.desk.public_history(listing(1).id).await.unwrap().unwrap();
    assert_eq!(public.len(), 1);
    assert_eq!(first.version, 2);
}

async fn only_what_waits_is_sent_back_and_only_by_editors(db: &TestDb) {
    let world = World::new(db).await;
    for decision in [reject(), ask()] {
        let error = world.decide(1, decision).await.unwrap_err();
        assert!(matches!(error, AppError::Transition(_)), "{error:?}");
    }
    world.propose("neu", 1).await;
    for author in [provider(), stranger(), person(Role::Planner), person(Role::Admin)] {
        let review = Review {
            id: listing(1).id,
            revision: 2,
            decision: Decision::Publish,
            acknowledged: Vec::new(),
            once: None,
        };
        let error = world.desk.review_revision(&author, review).await.unwrap_err();
        assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    }
    assert_eq!(world.state().await, ReviewStatus::Pending);
}

async fn a_draft_may_lack_what_an_entry_needs_but_not_hold_what_none_may(db: &TestDb) {
    let world = World::new(db).await;
    let bare =
        Listing { name: String::new(), categories: Vec::new(), sites: Vec::new(), ..listing(9) };
    let edit = Edit::new(bare.clone(), None);
    let draft = world.desk.save_draft(&provider(), edit.clone()).await.unwrap().unwrap();
    assert_eq!((draft.review_status, draft.version), (ReviewStatus::Draft, 1));
    assert_eq!(world.public(draft.id).await, None);
    let error = world.desk.edit_listing(&provider(), edit).await.unwrap_err();
    let AppError::Invalid(faults) = error else { panic!("{error:?}") };
    let pointers: Vec<&str> = faults.0.iter().map(|fault| fault.pointer.as_str()).collect();
    assert_eq!(pointers, ["/name", "/categories", "/sites"]);
    let turned = Listing { name: "a\u{202e}b".into(), ..bare };
    let error = world.desk.save_draft(&provider(), Edit::new(turned, None)).await.unwrap_err();
    assert!(matches!(error, AppError::Invalid(_)), "{error:?}");
    // Nobody else may even know of it.
    for author in [stranger(), person(Role::Planner)] {
        assert_eq!(world.desk.find_listing_for(&author, draft.id).await.unwrap(), None);
        let edit = Edit::new(Listing { id: draft.id, ..listing(9) }, Some(1));
        assert_eq!(world.desk.edit_listing(&author, edit).await.unwrap(), None);
        let confirm = Confirm { id: draft.id, revision: None, once: None };
        assert_eq!(world.desk.confirm_listing(&author, confirm).await.unwrap(), None);
    }
    world.sound().await;
}

async fn a_confirmation_is_of_today_and_what_waits_goes_on_waiting(db: &TestDb) {
    use PublicHistoryKind::{Changed, Confirmed, Published};

    let world = World::new(db).await;
    let id = listing(1).id;
    let confirm = |revision| Confirm { id, revision, once: None };
    let waiting = world.propose("neu", 1).await;
    let error = world.desk.confirm_listing(&provider(), confirm(Some(2))).await.unwrap_err();
    assert!(matches!(error, AppError::Database(DatabaseError::Conflict { .. })), "{error:?}");
    let done = world.desk.confirm_listing(&provider(), confirm(Some(1))).await.unwrap().unwrap();
    assert_eq!((done.revision, done.version), (3, waiting.version + 2));
    let public = world.public(id).await.unwrap();
    assert_eq!(public.name, "Angebot 1");
    let assurance = &public.sites[0].assurance;
    assert_eq!(assurance.date.unwrap().to_string(), "2026-11-23");
    assert_eq!(assurance.by, AssuredBy::Provider);
    // The proposal waits as the newest version, still in the name of who wrote it.
    let record = world.store.find_listing(id).await.unwrap().unwrap();
    assert_eq!((record.review_status, record.latest_revision), (ReviewStatus::Pending, 4));
    assert_eq!(record.listing.name, "neu");
    assert_eq!(record.listing.sites[0].assurance, *assurance);
    // Again on the same day writes nothing; an editor's word is another one.
    let seq = world.store.latest_seq().await.unwrap();
    let again = world.desk.confirm_listing(&provider(), confirm(None)).await.unwrap().unwrap();
    assert_eq!((again.seq, world.store.latest_seq().await.unwrap()), (None, seq));
    world.decide(4, Decision::Publish).await.unwrap();
    let edited = world.desk.confirm_listing(&editor(), confirm(Some(4))).await.unwrap().unwrap();
    assert_eq!((edited.revision, edited.review_status), (5, ReviewStatus::Published));
    let kinds: Vec<_> = world
        .desk
        .public_history(id)
        .await
        .unwrap()
        .unwrap()
        .into_iter()
        .map(|item| (item.kind, item.changed))
        .collect();
    let none = Vec::<String>::new;
    assert_eq!(
        kinds,
        [
            (Confirmed, none()),
            (Changed, vec!["name".to_owned()]),
            (Confirmed, none()),
            (Published, none()),
        ]
    );
    let error = world.desk.confirm_listing(&stranger(), confirm(None)).await.unwrap_err();
    assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    world.sound().await;
}

async fn an_earlier_version_comes_back_as_a_new_one_also_from_the_archive(db: &TestDb) {
    let world = World::new(db).await;
    let id = listing(1).id;
    let edit = Edit::new(named("anders"), Some(1));
    world.desk.edit_listing(&editor(), edit).await.unwrap().unwrap();
    let archive =
        Archive { id, expected_version: 2, reason: Some("geschlossen".into()), once: None };
    world.desk.archive_listing(&editor(), archive).await.unwrap().unwrap();
    assert_eq!(world.public(id).await, None);
    let restore = |revision, expected_version| Restore {
        id,
        revision,
        expected_version,
        reason: Some("doch nicht".into()),
        once: None,
    };
    assert_eq!(world.desk.restore_revision(&editor(), restore(7, 3)).await.unwrap(), None);
    let error = world.desk.restore_revision(&stranger(), restore(1, 3)).await;
    assert_eq!(error.unwrap(), None, "what is not public is nobody's business");
    let back = world.desk.restore_revision(&editor(), restore(1, 3)).await.unwrap().unwrap();
    assert_eq!((back.revision, back.review_status), (3, ReviewStatus::Published));
    assert_eq!(world.public_name().await, "Angebot 1");
    // A provider's restoring is a proposal like any other.
    let back = world.desk.restore_revision(&provider(), restore(2, 4)).await.unwrap().unwrap();
    assert_eq!(back.review_status, ReviewStatus::Pending);
    assert_eq!(world.public_name().await, "Angebot 1");
    world.sound().await;
}

async fn a_trusted_organization_publishes_at_once_and_every_tenth_is_looked_at(db: &TestDb) {
    let world = World::new(db).await;
    let id = organization(1).id;
    let error = world.desk.trust_organization(&provider(), id, true, 1).await.unwrap_err();
    assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    let error = world.desk.trust_organization(&editor(), id, true, 9).await.unwrap_err();
    assert!(matches!(error, AppError::Database(DatabaseError::Conflict { .. })), "{error:?}");
    let trusted = world.desk.trust_organization(&editor(), id, true, 1).await.unwrap().unwrap();
    assert_eq!(trusted.version, 2);
    let mut sampled = Vec::new();
    for n in 0..21_i64 {
        let edited = world.propose(&format!("Fassung {n}"), n + 1).await;
        assert_eq!(edited.review_status, ReviewStatus::Published);
        let query =
            QueueQuery { kinds: vec![QueueKind::Sample], limit: 9, ..QueueQuery::default() };
        let queue = world.desk.list_queue(&editor(), &query).await.unwrap();
        if let Some(item) = queue.items.first() {
            assert_eq!(item.revision, Some(edited.revision));
            sampled.push(n);
            world.decide(edited.revision, Decision::Publish).await.unwrap();
        }
    }
    assert_eq!(sampled, [0, 10, 20]);
    let last = world.store.last_decision(listing(1).id).await.unwrap().unwrap();
    assert_eq!(last.kind, DecisionKind::Approve);
    assert_eq!(world.public_name().await, "Fassung 20");
    // An entry that is handed to an organization the county does not trust is looked at first.
    let both = Author {
        actor: Actor::Person {
            role: Role::Provider,
            organizations: vec![organization(1).id, organization(2).id],
        },
        name: "account:both".into(),
    };
    let mut handed = named("verschenkt");
    handed.organization_id = Some(organization(2).id);
    let version = world.store.find_listing(listing(1).id).await.unwrap().unwrap().version;
    let edit = Edit::new(handed, Some(version));
    let edited = world.desk.edit_listing(&both, edit).await.unwrap().unwrap();
    assert_eq!(edited.review_status, ReviewStatus::Pending);
    world.sound().await;
}

async fn the_same_request_is_done_once_and_another_under_its_key_is_refused(db: &TestDb) {
    let world = World::new(db).await;
    let once = |digest: &str| Some(Once { key: "k-1".into(), digest: digest.into() });
    let edit = Edit { once: once("a"), ..Edit::new(listing(9), None) };
    let first = world.desk.edit_listing(&editor(), edit.clone()).await.unwrap().unwrap();
    let again = world.desk.edit_listing(&editor(), edit.clone()).await.unwrap().unwrap();
    assert_eq!(first, again);
    assert_eq!(db.number("SELECT COUNT(*) FROM service").await, 3);
    let other = Edit { once: once("b"), ..edit.clone() };
    let error = world.desk.edit_listing(&editor(), other).await.unwrap_err();
    assert!(matches!(error, AppError::KeyReused), "{error:?}");
    // Another account's key is another key; what was refused is not remembered.
    let theirs = Edit { once: once("b"), ..edit.clone() };
    world.desk.edit_listing(&provider(), theirs).await.unwrap().unwrap();
    assert_eq!(world.store.count_answers().await.unwrap(), 2);
    let empty = Edit { once: Some(Once { key: String::new(), digest: String::new() }), ..edit };
    let error = world.desk.edit_listing(&editor(), empty).await.unwrap_err();
    assert!(matches!(error, AppError::Invalid(_)), "{error:?}");
}

on_both!(
    an_editor_publishes_only_what_they_have_seen,
    what_is_sent_back_leaves_the_public_view_and_tells_why,
    only_what_waits_is_sent_back_and_only_by_editors,
    a_draft_may_lack_what_an_entry_needs_but_not_hold_what_none_may,
    a_confirmation_is_of_today_and_what_waits_goes_on_waiting,
    an_earlier_version_comes_back_as_a_new_one_also_from_the_archive,
    a_trusted_organization_publishes_at_once_and_every_tenth_is_looked_at,
    the_same_request_is_done_once_and_another_under_its_key_is_refused,
);
