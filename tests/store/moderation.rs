//! The life of an entry as editors and providers lead it.

use std::sync::Arc;

use sozialatlas::app::{
    AppError, Archive, Author, Confirm, CountingIds, DatabaseError, Desk, Edit, Edited, FixedClock,
    Merge, Once, OrganizationEdit, PublicHistoryKind, QueueKind, QueueQuery, Restore, Review,
    SeededRandom,
};
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{
    AssuredBy, Decision, DecisionKind, Listing, ReviewStatus, ServiceId, Site,
};
use sozialatlas::store::Store;

use crate::support::{TestDb, begin, listing, moment, organization, site};

struct World {
    store: Store,
    desk: Desk,
}

fn person(role: Role) -> Author {
    let organizations = if role == Role::Provider { vec![organization(1).id] } else { Vec::new() };
    Author { actor: Actor::Person { role, organizations }, name: format!("account:{role:?}") }
}

fn stranger() -> Author {
    let organizations = vec![organization(2).id];
    let role = Role::Provider;
    Author { actor: Actor::Person { role, organizations }, name: "account:stranger".into() }
}

fn editor() -> Author {
    person(Role::Editor)
}

fn provider() -> Author {
    person(Role::Provider)
}

impl World {
    /// Entries 1 and 2 of organization 1, published by the county's package.
    async fn new(db: &TestDb) -> Self {
        let store = db.furnished().await;
        let mut tx = begin(&store).await;
        for n in [1, 2] {
            tx.save_revision(&listing(n), ReviewStatus::Published, None, 0).await.unwrap();
        }
        tx.commit().await.unwrap();
        let clock = Arc::new(FixedClock(moment(60)));
        let ids = Arc::<CountingIds>::default();
        let desk = Desk::new(store.clone(), clock, ids, Arc::<SeededRandom>::default());
        Self { store, desk }
    }

    async fn propose(&self, name: &str, version: i64) -> Edited {
        let edit = Edit::new(named(name), Some(version));
        self.desk.edit_listing(&provider(), edit).await.unwrap().unwrap()
    }

    async fn decide(&self, revision: i64, decision: Decision) -> Result<Edited, AppError> {
        let review = Review { id: listing(1).id, revision, decision, once: None };
        Ok(self.desk.review_revision(&editor(), review).await?.unwrap())
    }

    async fn public(&self, id: ServiceId) -> Option<Listing> {
        let published = self.store.find_published(id).await.unwrap()?;
        Some(serde_json::from_str(&published.document).unwrap())
    }

    async fn public_name(&self) -> String {
        self.public(listing(1).id).await.unwrap().name
    }

    async fn state(&self) -> ReviewStatus {
        self.store.find_listing(listing(1).id).await.unwrap().unwrap().review_status
    }

    async fn sound(&self) {
        assert_eq!(self.store.check_projection().await.unwrap(), []);
    }
}

fn named(name: &str) -> Listing {
    Listing { name: name.into(), ..listing(1) }
}

fn reject() -> Decision {
    Decision::Reject { reason: "Die Adresse fehlt.".into() }
}

fn ask() -> Decision {
    Decision::AskBack { question: "Ab wann gilt das?".into() }
}

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
    use ReviewStatus::{Draft, Pending, Published};
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
        let review =
            Review { id: listing(1).id, revision: 2, decision: Decision::Publish, once: None };
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
    use PublicHistoryKind::{Changed, Confirmed, Published};
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

async fn merging_loses_neither_sites_nor_links_nor_history(db: &TestDb) {
    let world = World::new(db).await;
    let (kept, merged) = (listing(1).id, listing(2).id);
    // Entry 2 has a second site elsewhere, and a number of its own.
    let mut other = listing(2);
    let mut second = site(2, "b");
    second.address.street = Some("Anderswo 7".into());
    second.address.postcode = Some("99998".into());
    other.sites[0].address.street = Some("Straße der Äpfel 1".into());
    other.sites.push(second.clone());
    other.sites[0].contact.phones = vec!["0000 77777".into()];
    let edit = Edit::new(other.clone(), Some(1));
    let edited = world.desk.edit_listing(&editor(), edit).await.unwrap().unwrap();
    let second = world.public(merged).await.unwrap().sites[1].clone();
    let mut towns = listing(1);
    towns.sites[0].address.postcode = Some("99999".into());
    other.sites[0].address.postcode = Some("99999".into());
    other.sites[1] = second.clone();
    let edit = Edit::new(towns, Some(1));
    world.desk.edit_listing(&editor(), edit).await.unwrap().unwrap();
    let edit = Edit::new(other, Some(edited.version));
    world.desk.edit_listing(&editor(), edit).await.unwrap().unwrap();

    let merge = |kept_version, merged_version, merged| Merge {
        kept,
        kept_version,
        merged,
        merged_version,
        listing: None,
        reason: Some("doppelt".into()),
        once: None,
    };
    let error = world.desk.merge_listings(&provider(), merge(2, 3, merged)).await.unwrap_err();
    assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    let error = world.desk.merge_listings(&editor(), merge(2, 1, merged)).await.unwrap_err();
    assert!(matches!(error, AppError::Database(DatabaseError::Conflict { .. })), "{error:?}");
    let error = world.desk.merge_listings(&editor(), merge(2, 2, kept)).await.unwrap_err();
    assert!(matches!(error, AppError::Invalid(_)), "{error:?}");
    let done = world.desk.merge_listings(&editor(), merge(2, 3, merged)).await.unwrap().unwrap();
    assert_eq!((done.id, done.review_status), (kept, ReviewStatus::Published));

    let public = world.public(kept).await.unwrap();
    assert_eq!(world.public(merged).await, None);
    let ids: Vec<_> = public.sites.iter().map(|site| site.id).collect();
    assert_eq!(ids, [site(1, "").id, second.id], "the same house once, the other as it was");
    assert!(public.sites[0].contact.phones.contains(&"0000 77777".to_owned()));
    // Every old id leads there: entry, site, row of the package.
    let alias = world.desk.find_merged(merged.0).await.unwrap().unwrap();
    assert_eq!((alias.service_id, alias.site_id), (kept, None));
    let alias = world.desk.find_merged(site(2, "").id.0).await.unwrap().unwrap();
    assert_eq!((alias.service_id, alias.site_id), (kept, Some(site(1, "").id)));
    assert_eq!(world.store.find_alias("f2").await.unwrap(), Some((kept, site(1, "").id)));
    // Both histories are there, and what became part of another stays so.
    let history = world.desk.listing_history(&editor(), kept, None).await.unwrap().unwrap();
    assert_eq!(history.merged, [merged]);
    let old = world.desk.listing_history(&editor(), merged, None).await.unwrap().unwrap();
    assert_eq!(old.items.len(), 4);
    let version = world.store.find_listing(merged).await.unwrap().unwrap().version;
    let restore =
        Restore { id: merged, revision: 1, expected_version: version, reason: None, once: None };
    let error = world.desk.restore_revision(&editor(), restore).await.unwrap_err();
    assert!(matches!(error, AppError::Transition(_)), "{error:?}");
    world.sound().await;
}

async fn ids_follow_through_a_chain_of_merges(db: &TestDb) {
    let world = World::new(db).await;
    let mut tx = begin(&world.store).await;
    tx.save_revision(&listing(3), ReviewStatus::Published, None, 0).await.unwrap();
    tx.commit().await.unwrap();
    for (kept, merged) in [(2, 1), (3, 2)] {
        let version =
            async |n| world.store.find_listing(listing(n).id).await.unwrap().unwrap().version;
        let merge = Merge {
            kept: listing(kept).id,
            kept_version: version(kept).await,
            merged: listing(merged).id,
            merged_version: version(merged).await,
            listing: Some(listing(kept)),
            reason: None,
            once: None,
        };
        world.desk.merge_listings(&editor(), merge).await.unwrap().unwrap();
    }
    for n in [1, 2] {
        let alias = world.desk.find_merged(listing(n).id.0).await.unwrap().unwrap();
        assert_eq!(alias.service_id, listing(3).id);
        let alias = world.desk.find_merged(site(n, "").id.0).await.unwrap().unwrap();
        assert_eq!((alias.service_id, alias.site_id), (listing(3).id, Some(site(3, "").id)));
        let row = world.store.find_alias(&format!("f{n}")).await.unwrap();
        assert_eq!(row, Some((listing(3).id, site(3, "").id)));
    }
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

async fn the_queue_tells_what_waits_most_urgent_first(db: &TestDb) {
    let world = World::new(db).await;
    world.propose("geändert", 1).await;
    let new = Edit::new(Listing { name: "Ganz neu".into(), ..listing(9) }, None);
    let new = world.desk.edit_listing(&provider(), new).await.unwrap().unwrap();
    let draft = Edit::new(listing(8), None);
    world.desk.save_draft(&provider(), draft).await.unwrap().unwrap();
    let all = QueueQuery { limit: 50, ..QueueQuery::default() };
    let queue = world.desk.list_queue(&editor(), &all).await.unwrap();
    let kinds: Vec<_> = queue.items.iter().map(|item| item.kind).collect();
    assert_eq!(kinds, [QueueKind::New, QueueKind::Changed]);
    assert_eq!((queue.items[0].id, queue.total), (new.id, 2));
    assert_eq!(queue.counts[&QueueKind::Draft], 1);
    world.decide(2, ask()).await.unwrap();
    let asked = QueueQuery { kinds: vec![QueueKind::AskedBack], ..all.clone() };
    let queue = world.desk.list_queue(&editor(), &asked).await.unwrap();
    assert_eq!(queue.items[0].note.as_deref(), Some("Ab wann gilt das?"));
    let text = QueueQuery { text: Some("GANZ".into()), ..all.clone() };
    assert_eq!(world.desk.list_queue(&editor(), &text).await.unwrap().total, 1);
    let paged = QueueQuery { offset: 1, limit: 1, kinds: QueueKind::ALL.to_vec(), ..all };
    let page = world.desk.list_queue(&editor(), &paged).await.unwrap();
    assert_eq!((page.items.len(), page.total), (1, 4));
    for author in [provider(), person(Role::Planner), person(Role::Admin)] {
        let error = world.desk.list_queue(&author, &paged).await.unwrap_err();
        assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    }
}

async fn likely_duplicates_are_found_and_explained(db: &TestDb) {
    let world = World::new(db).await;
    let mut twin = listing(5);
    twin.name = "Angebot 1".into();
    let found = world.desk.find_duplicates(&provider(), &twin).await.unwrap();
    assert_eq!(found[0].id, listing(1).id, "{found:?}");
    assert!(found[0].score > 0.5 && !found[0].reasons.is_empty());
    let far = Listing {
        name: "Ganz etwas anderes".into(),
        sites: vec![Site { contact: Default::default(), ..site(5, "x") }],
        contact: Default::default(),
        ..listing(5)
    };
    assert_eq!(world.desk.find_duplicates(&provider(), &far).await.unwrap(), []);
    let pairs = world.desk.list_duplicates(&editor(), 10).await.unwrap();
    let ids: Vec<_> = pairs.iter().map(|pair| (pair.id, pair.other.id)).collect();
    let mut both = [listing(1).id, listing(2).id];
    both.sort_unstable();
    assert_eq!(ids, [(both[0], both[1])]);
}

async fn an_organization_is_changed_by_its_own_and_added_by_editors(db: &TestDb) {
    let world = World::new(db).await;
    let renamed = sozialatlas::domain::Organization {
        name: "Neuer Name e.V.".into(),
        source_id: Some("untergeschoben".into()),
        ..organization(1)
    };
    let edit = |expected_version| OrganizationEdit {
        organization: renamed.clone(),
        expected_version,
        once: None,
    };
    let error = world.desk.edit_organization(&stranger(), edit(Some(1))).await.unwrap_err();
    assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    let done = world.desk.edit_organization(&provider(), edit(Some(1))).await.unwrap().unwrap();
    assert_eq!(done.version, 2);
    let stored = world.desk.find_organization(done.id).await.unwrap().unwrap();
    assert_eq!(stored.organization.name, "Neuer Name e.V.");
    assert_eq!(stored.organization.source_id, organization(1).source_id);
    let error = world.desk.edit_organization(&provider(), edit(None)).await.unwrap_err();
    assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    let added = world.desk.edit_organization(&editor(), edit(None)).await.unwrap().unwrap();
    assert_ne!(added.id, organization(1).id);
}

on_both!(
    an_editor_publishes_only_what_they_have_seen,
    what_is_sent_back_leaves_the_public_view_and_tells_why,
    only_what_waits_is_sent_back_and_only_by_editors,
    a_draft_may_lack_what_an_entry_needs_but_not_hold_what_none_may,
    a_confirmation_is_of_today_and_what_waits_goes_on_waiting,
    an_earlier_version_comes_back_as_a_new_one_also_from_the_archive,
    a_trusted_organization_publishes_at_once_and_every_tenth_is_looked_at,
    merging_loses_neither_sites_nor_links_nor_history,
    ids_follow_through_a_chain_of_merges,
    the_same_request_is_done_once_and_another_under_its_key_is_refused,
    the_queue_tells_what_waits_most_urgent_first,
    likely_duplicates_are_found_and_explained,
    an_organization_is_changed_by_its_own_and_added_by_editors,
);
