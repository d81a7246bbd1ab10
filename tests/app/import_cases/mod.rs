//! A county package meets what people have written: an editor decides, nothing is overwritten, nothing is asked twice.

use std::sync::Arc;

use sozialatlas::app::{
    AppError, Archive, Author, CountingIds, DatabaseError, Desk, Edit, Edited, FixedClock,
    ImportDecision, QueueKind, QueueQuery, Restore, SeededRandom,
};
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{Listing, ReviewStatus, ServiceId, WithheldReason};
use sozialatlas::exchange::county::CountyPackage;
use sozialatlas::store::Store;

use crate::county::{IMPORT, edit, load, load_with, package, withhold};
use crate::support::{TestDb, moment};

mod encounters;

on_both!(
    what_the_package_says_anew_of_an_edited_entry_is_decided_once,
    what_is_taken_over_is_the_packages_again_and_follows_it,
    what_the_package_always_said_asks_nothing,
    an_entry_that_has_left_the_package_is_kept_or_taken_out_and_may_come_back,
    what_waits_goes_on_waiting_when_the_package_is_taken_over,
    who_decides_about_what_they_have_not_seen_decides_nothing,
    what_the_package_hides_leaves_the_public_view_only_by_a_decision,
    what_an_editor_has_archived_is_not_asked_about,
    a_case_of_an_archived_entry_comes_back_with_it_unless_the_package_says_something_else,
    a_case_of_an_entry_that_was_never_public_ends_with_its_row,
);

struct County {
    store: Store,
    desk: Desk,
    package: CountyPackage,
    state: u32,
}

fn editor() -> Author {
    let actor = Actor::Person { role: Role::Editor, organizations: Vec::new() };
    Author { actor, name: "account:editor".to_owned() }
}

impl County {
    async fn open(db: &TestDb) -> Self {
        let store = db.store().await;
        let package = package(10);
        load(&store, &package, "0").await;
        let (ids, random) = (Arc::<CountingIds>::default(), Arc::<SeededRandom>::default());
        // Behind everything the package and the people of these tests write.
        let clock = Arc::new(FixedClock(moment(7 * 24 * 3_600)));
        let desk = Desk::new(store.clone(), clock, ids, random);
        Self { store, desk, package, state: 0 }
    }

    fn id(&self, i: usize) -> ServiceId {
        self.package.listings[i].listing.id
    }

    fn say(&mut self, i: usize, name: &str) {
        name.clone_into(&mut self.package.listings[i].listing.name);
    }

    /// Loads the package as it is now, as another state of it; the names of what is newly to be decided.
    async fn load(&mut self) -> Vec<String> {
        self.state += 1;
        let state = self.state.to_string();
        let dry = load_with(&self.store, &self.package, &state, true).await;
        let mut report = load(&self.store, &self.package, &state).await;
        report.dry_run = true;
        assert_eq!(dry, report, "a dry run tells the same");
        report.cases.into_iter().map(|note| note.name).collect()
    }

    async fn waiting(&self) -> Vec<(QueueKind, ServiceId)> {
        let kinds = vec![QueueKind::SourceChanged, QueueKind::SourceGone];
        let query = QueueQuery { kinds, limit: 50, ..QueueQuery::default() };
        let queue = self.desk.list_queue(&editor(), &query).await.unwrap();
        queue.items.into_iter().map(|item| (item.kind, item.id)).collect()
    }

    async fn try_decide(&self, i: usize, take: bool) -> Result<Option<Edited>, AppError> {
        self.decide_knowing(i, take, &[]).await
    }

    async fn decide_knowing(
        &self,
        i: usize,
        take: bool,
        acknowledged: &[&str],
    ) -> Result<Option<Edited>, AppError> {
        let id = self.id(i);
        let view = self.desk.find_import_case(&editor(), id).await?.unwrap();
        let (expected_version, digest) = (view.record.version, view.case.digest);
        let acknowledged = acknowledged.iter().map(|code| (*code).to_owned()).collect();
        let decision = ImportDecision { id, expected_version, digest, take, acknowledged };
        self.desk.decide_import(&editor(), &decision).await
    }

    async fn decide(&self, i: usize, take: bool) -> Edited {
        self.try_decide(i, take).await.unwrap().unwrap()
    }

    async fn public(&self, i: usize) -> Option<Listing> {
        let published = self.store.find_published(self.id(i)).await.unwrap()?;
        Some(serde_json::from_str(&published.document).unwrap())
    }

    async fn name(&self, i: usize) -> String {
        self.public(i).await.unwrap().name
    }
}

async fn what_the_package_says_anew_of_an_edited_entry_is_decided_once(db: &TestDb) {
    let mut county = County::open(db).await;
    edit(&county.store, &county.package, 2, "Von einem Menschen").await;
    county.say(2, "Neu im Paket");
    assert_eq!(county.load().await, ["Von einem Menschen"]);
    assert_eq!(county.name(2).await, "Von einem Menschen", "nothing is overwritten");
    assert_eq!(county.waiting().await, [(QueueKind::SourceChanged, county.id(2))]);
    assert_eq!(county.load().await, [""; 0], "it is one case, however often it is loaded");
    let seq = county.store.latest_seq().await.unwrap();
    let kept = county.decide(2, false).await;
    assert_eq!(county.store.latest_seq().await.unwrap(), seq + 1, "that somebody looked is told");
    assert_eq!((kept.version, kept.review_status), (2, ReviewStatus::Published));
    assert_eq!(county.name(2).await, "Von einem Menschen");
    assert_eq!(county.waiting().await, []);
    let change = county.store.changes_after(seq, 9).await.unwrap().pop().unwrap();
    assert_eq!((change.entity.as_str(), change.actor.as_str()), ("review", "account:editor"));
    // Asked again when the package says something else, and only then.
    assert_eq!(county.load().await, [""; 0]);
    county.say(2, "Noch neuer im Paket");
    assert_eq!(county.load().await, ["Von einem Menschen"]);
    assert_eq!(county.waiting().await.len(), 1);
    // Both say the same in the end: nothing is left to be decided.
    county.say(2, "Von einem Menschen");
    assert_eq!(county.load().await, [""; 0]);
    assert_eq!(county.waiting().await, []);
}

async fn what_is_taken_over_is_the_packages_again_and_follows_it(db: &TestDb) {
    let mut county = County::open(db).await;
    edit(&county.store, &county.package, 3, "Von einem Menschen").await;
    county.say(3, "Neu im Paket");
    county.load().await;
    let taken = county.decide(3, true).await;
    assert_eq!(taken.review_status, ReviewStatus::Published);
    assert_eq!(county.name(3).await, "Neu im Paket");
    let record = county.store.find_listing(county.id(3)).await.unwrap().unwrap();
    assert_eq!((record.latest_revision, record.author.as_str()), (3, IMPORT));
    let old = county.store.find_revision(county.id(3), 2).await.unwrap().unwrap();
    assert_eq!(old.listing.name, "Von einem Menschen", "what people wrote stays in the history");
    county.say(3, "Das Nächste");
    assert_eq!(county.load().await, [""; 0]);
    assert_eq!(county.name(3).await, "Das Nächste");
    // Whoever writes on is asked for again from there.
    edit(&county.store, &county.package, 3, "Wieder ein Mensch").await;
    assert_eq!(county.load().await, [""; 0]);
    county.say(3, "Und wieder das Paket");
    assert_eq!(county.load().await, ["Wieder ein Mensch"]);
    assert_eq!(county.store.check_projection().await.unwrap(), []);
}

async fn what_the_package_always_said_asks_nothing(db: &TestDb) {
    let mut county = County::open(db).await;
    edit(&county.store, &county.package, 4, "Besser gesagt").await;
    county.say(5, "Etwas anderes hat sich geändert");
    assert_eq!(county.load().await, [""; 0]);
    assert_eq!((county.waiting().await, county.name(4).await), (vec![], "Besser gesagt".into()));
    // A change that the package takes back before anybody has decided is none.
    let before = county.package.listings[4].listing.name.clone();
    county.say(4, "Ein Versehen");
    assert_eq!(county.load().await, ["Besser gesagt"]);
    county.say(4, &before);
    assert_eq!(county.load().await, [""; 0]);
    assert_eq!(county.waiting().await, []);
}

async fn an_entry_that_has_left_the_package_is_kept_or_taken_out_and_may_come_back(db: &TestDb) {
    let mut county = County::open(db).await;
    for i in [6, 7] {
        edit(&county.store, &county.package, i, &format!("Mensch {i}")).await;
    }
    let back = county.package.listings[6..8].to_vec();
    county.package.listings.drain(6..8);
    let mut cases = county.load().await;
    cases.sort();
    assert_eq!(cases, ["Mensch 6", "Mensch 7"]);
    let ids = [back[0].listing.id, back[1].listing.id];
    assert!(county.waiting().await.iter().all(|(kind, _)| *kind == QueueKind::SourceGone));
    county.package.listings.splice(6..6, back);
    // Decided while they are gone: the package of these tests is only asked for ids here.
    county.decide(6, false).await;
    let archived = county.decide(7, true).await;
    assert_eq!(archived.review_status, ReviewStatus::Archived);
    assert!(county.public(6).await.is_some() && county.public(7).await.is_none());
    let both = county.package.listings.drain(6..8).collect::<Vec<_>>();
    assert_eq!(county.load().await, [""; 0], "still gone: not asked again");
    assert_eq!(county.waiting().await, []);
    // They are back as they always were: that one is in the atlas, that the other one is there again is news.
    county.package.listings.splice(6..6, both);
    assert_eq!(county.load().await, ["Mensch 7"]);
    assert_eq!(county.waiting().await, [(QueueKind::SourceChanged, ids[1])]);
    county.decide(7, true).await;
    assert_eq!(county.name(7).await, county.package.listings[7].listing.name);
    assert_eq!(county.store.check_projection().await.unwrap(), []);
}

async fn what_waits_goes_on_waiting_when_the_package_is_taken_over(db: &TestDb) {
    let mut county = County::open(db).await;
    let mut proposal = county.package.listings[1].listing.clone();
    "Vorschlag des Trägers".clone_into(&mut proposal.name);
    let organizations = proposal.organization_id.into_iter().collect();
    let actor = Actor::Person { role: Role::Provider, organizations };
    let provider = Author { actor, name: "account:provider".to_owned() };
    let edit = Edit::new(proposal.clone(), Some(1));
    let waits = county.desk.edit_listing(&provider, edit).await.unwrap().unwrap();
    assert_eq!(waits.review_status, ReviewStatus::Pending);
    county.say(1, "Neu im Paket");
    assert_eq!(county.load().await, ["Vorschlag des Trägers"]);
    let taken = county.decide(1, true).await;
    assert_eq!(taken.review_status, ReviewStatus::Pending);
    assert_eq!(county.name(1).await, "Neu im Paket");
    let record = county.store.find_listing(county.id(1)).await.unwrap().unwrap();
    assert_eq!(record.listing, proposal);
    assert_eq!((record.version, record.author.as_str()), (taken.version, "account:provider"));
    assert_eq!(county.load().await, [""; 0]);
}

async fn who_decides_about_what_they_have_not_seen_decides_nothing(db: &TestDb) {
    let mut county = County::open(db).await;
    edit(&county.store, &county.package, 2, "Von einem Menschen").await;
    county.say(2, "Neu im Paket");
    county.load().await;
    let id = county.id(2);
    let seen = county.desk.find_import_case(&editor(), id).await.unwrap().unwrap();
    let digest = seen.case.digest.clone();
    let (expected_version, acknowledged) = (seen.record.version, Vec::new());
    let decision = ImportDecision { id, expected_version, digest, take: true, acknowledged };
    let conflict = async |decision: &ImportDecision| {
        let error = county.desk.decide_import(&editor(), decision).await.unwrap_err();
        assert!(
            matches!(error, AppError::Database(DatabaseError::Conflict { found: Some(2), .. })),
            "{error:?}"
        );
    };
    conflict(&ImportDecision { expected_version: 1, ..decision.clone() }).await;
    conflict(&ImportDecision { digest: "gone".into(), ..decision.clone() }).await;
    for role in [Role::Provider, Role::Planner, Role::Admin] {
        let actor = Actor::Person { role, organizations: Vec::new() };
        let author = Author { actor, name: "account:x".into() };
        let error = county.desk.decide_import(&author, &decision).await.unwrap_err();
        assert!(matches!(error, AppError::Denied(_)), "{error:?}");
    }
    assert_eq!(county.name(2).await, "Von einem Menschen");
    county.desk.decide_import(&editor(), &decision).await.unwrap().unwrap();
    let again = county.desk.decide_import(&editor(), &decision).await.unwrap();
    assert_eq!(again, None, "there is nothing left to be decided");
}

async fn what_the_package_hides_leaves_the_public_view_only_by_a_decision(db: &TestDb) {
    let mut county = County::open(db).await;
    edit(&county.store, &county.package, 2, "Von einem Menschen").await;
    withhold(&mut county.package, 2, WithheldReason::Closed);
    assert_eq!(county.load().await, ["Von einem Menschen"]);
    assert!(county.public(2).await.is_some());
    assert_eq!(county.decide(2, true).await.review_status, ReviewStatus::Archived);
    assert!(county.public(2).await.is_none());
    assert_eq!(county.load().await, [""; 0]);
    // It opens again, and comes back by itself: what it says is the package's again.
    county.package.listings[2].withheld = None;
    assert_eq!(county.load().await, [""; 0]);
    assert!(county.public(2).await.is_some());
}

async fn what_an_editor_has_archived_is_not_asked_about(db: &TestDb) {
    let mut county = County::open(db).await;
    edit(&county.store, &county.package, 2, "Von einem Menschen").await;
    county.say(2, "Neu im Paket");
    county.load().await;
    let archive = Archive { id: county.id(2), expected_version: 2, reason: None, once: None };
    county.desk.archive_listing(&editor(), archive).await.unwrap().unwrap();
    assert_eq!(county.waiting().await, []);
    county.say(2, "Noch neuer");
    assert_eq!((county.load().await, county.waiting().await), (vec![], vec![]));
    assert!(county.public(2).await.is_none());
}

async fn a_case_of_an_archived_entry_comes_back_with_it_unless_the_package_says_something_else(
    db: &TestDb,
) {
    let mut county = County::open(db).await;
    edit(&county.store, &county.package, 2, "Von einem Menschen").await;
    county.say(2, "Neu im Paket");
    county.load().await;
    let id = county.id(2);
    let case = [(QueueKind::SourceChanged, id)];
    let archive = async |county: &County, expected_version| {
        let archive = Archive { id, expected_version, reason: None, once: None };
        county.desk.archive_listing(&editor(), archive).await.unwrap().unwrap().version
    };
    let restore = async |county: &County, expected_version| {
        let (reason, once) = (None, None);
        let restore = Restore { id, revision: 2, expected_version, reason, once };
        county.desk.restore_revision(&editor(), restore).await.unwrap().unwrap().version
    };
    let version = archive(&county, 2).await;
    assert_eq!(county.waiting().await, []);
    assert_eq!(county.load().await, [""; 0], "the package says the same");
    let version = restore(&county, version).await;
    assert_eq!(county.waiting().await, case);
    // While it is archived, the package says something else: what it said then is offered no more.
    let version = archive(&county, version).await;
    county.say(2, "Noch neuer");
    assert_eq!(county.load().await, [""; 0]);
    restore(&county, version).await;
    assert_eq!(county.waiting().await, []);
    assert_eq!(county.load().await, ["Von einem Menschen"]);
    assert_eq!(county.waiting().await, case);
    county.decide(2, true).await;
    assert_eq!(county.name(2).await, "Noch neuer");
}

async fn a_case_of_an_entry_that_was_never_public_ends_with_its_row(db: &TestDb) {
    let mut county = County::open(db).await;
    county.package = package(11);
    withhold(&mut county.package, 10, WithheldReason::Planned);
    county.load().await;
    let mut draft = county.package.listings[10].listing.clone();
    "Von Menschen".clone_into(&mut draft.name);
    let mut tx = county.store.begin_write("account:provider", moment(9)).await.unwrap();
    tx.save_revision(&draft, ReviewStatus::Pending, None, 1).await.unwrap();
    tx.commit().await.unwrap();
    county.say(10, "Neu im Paket");
    assert_eq!(county.load().await, ["Von Menschen"]);
    assert_eq!(county.waiting().await, [(QueueKind::SourceChanged, county.id(10))]);
    let row = county.package.listings.pop().unwrap();
    assert_eq!((county.load().await, county.waiting().await), (vec![], vec![]));
    assert_eq!(county.desk.find_import_case(&editor(), draft.id).await.unwrap(), None);
    county.package.listings.push(row);
    assert_eq!(county.load().await, ["Von Menschen"], "but it does when the row is back");
}
