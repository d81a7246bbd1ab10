//! Handing entries over: who may, what becomes of versions, and who is written to; on both databases.

use std::sync::Arc;

use chrono::TimeDelta;
use sozialatlas::app::{
    AppError, Author, Desk, Edit, FixedClock, HandoverDecision, NewAccount, SeededRandom, SystemIds,
};
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{Listing, OrganizationId, ReviewStatus, ServiceId};
use sozialatlas::store::{DatabaseError, Store};

use crate::county::{load, package};
use crate::support::{TestDb, moment};

on_both!(
    an_accepted_entry_belongs_to_the_other_one_with_all_its_versions,
    what_waits_for_an_editor_goes_on_waiting_under_the_new_organization,
    only_the_receiver_or_an_editor_accepts_and_only_what_was_seen,
    both_are_written_to,
);

struct Office {
    store: Store,
    desk: Desk,
    id: ServiceId,
    from: OrganizationId,
    to: OrganizationId,
}

impl Office {
    async fn open(db: &TestDb) -> Self {
        let store = db.store().await;
        let package = package(20);
        load(&store, &package, "one").await;
        let clock = Arc::new(FixedClock(moment(0)));
        let random = Arc::new(SeededRandom::new(7));
        let desk = Desk::new(store.clone(), clock, Arc::new(SystemIds), random);
        let listing = &package.listings[0].listing;
        let from = listing.organization_id.unwrap();
        let others = package.organizations.iter().map(|organization| organization.id);
        let to = others.into_iter().find(|id| *id != from).unwrap();
        Self { store, desk, id: listing.id, from, to }
    }

    fn provider(organization: OrganizationId) -> Author {
        let organizations = vec![organization];
        let actor = Actor::Person { role: Role::Provider, organizations };
        Author { actor, name: format!("account:{organization}") }
    }

    fn editor() -> Author {
        let actor = Actor::Person { role: Role::Editor, organizations: Vec::new() };
        Author { actor, name: "account:editor".to_owned() }
    }

    async fn version(&self) -> i64 {
        self.store.find_listing(self.id).await.unwrap().unwrap().version
    }

    async fn propose(&self) {
        let giver = Self::provider(self.from);
        let version = self.version().await;
        let done = self.desk.propose_handover(&giver, self.id, self.to, version).await;
        done.unwrap().unwrap();
    }

    async fn decide(
        &self,
        author: &Author,
        decision: HandoverDecision,
    ) -> Result<Option<()>, AppError> {
        let version = self.version().await;
        let decided = self.desk.decide_handover(author, self.id, decision, version).await?;
        Ok(decided.map(|_| ()))
    }

    async fn public(&self) -> Listing {
        let published = self.store.find_published(self.id).await.unwrap().unwrap();
        serde_json::from_str(&published.document).unwrap()
    }
}

async fn an_accepted_entry_belongs_to_the_other_one_with_all_its_versions(db: &TestDb) {
    let office = Office::open(db).await;
    let before = office.public().await;
    office.propose().await;
    assert_eq!(office.public().await, before, "a proposal changes nothing");
    let receiver = Office::provider(office.to);
    assert_eq!(office.desk.list_handovers(&receiver).await.unwrap().len(), 1);
    office.decide(&receiver, HandoverDecision::Accept).await.unwrap().unwrap();
    let after = office.public().await;
    assert_eq!(after, Listing { organization_id: Some(office.to), ..before });
    let record = office.store.find_listing(office.id).await.unwrap().unwrap();
    assert_eq!((record.owner, record.review_status), (Some(office.to), ReviewStatus::Published));
    assert_eq!(record.latest_revision, 2, "the first version is still there");
    assert_eq!(office.desk.list_handovers(&Office::editor()).await.unwrap(), []);
    let giver = Office::provider(office.from);
    let own = office.desk.list_own_listings(&giver).await.unwrap();
    assert!(own.iter().all(|summary| summary.id != office.id));
    let again = office.decide(&receiver, HandoverDecision::Accept).await.unwrap();
    assert_eq!(again, None, "decided once");
}

async fn what_waits_for_an_editor_goes_on_waiting_under_the_new_organization(db: &TestDb) {
    let office = Office::open(db).await;
    let giver = Office::provider(office.from);
    let before = office.public().await;
    let mut next = before.clone();
    "Neuer Name".clone_into(&mut next.name);
    let edit = Edit::new(next, Some(office.version().await));
    let edited = office.desk.edit_listing(&giver, edit).await.unwrap().unwrap();
    assert_eq!(edited.review_status, ReviewStatus::Pending);
    office.propose().await;
    office.decide(&Office::editor(), HandoverDecision::Accept).await.unwrap().unwrap();
    let public = office.public().await;
    assert_eq!((public.name.as_str(), public.organization_id), (&*before.name, Some(office.to)));
    let record = office.store.find_listing(office.id).await.unwrap().unwrap();
    assert_eq!(record.review_status, ReviewStatus::Pending);
    assert_eq!(record.listing.name, "Neuer Name");
    assert_eq!(record.listing.organization_id, Some(office.to));
    assert_eq!(record.author, giver.name, "who wrote it wrote it");
}

async fn only_the_receiver_or_an_editor_accepts_and_only_what_was_seen(db: &TestDb) {
    let office = Office::open(db).await;
    let (giver, receiver) = (Office::provider(office.from), Office::provider(office.to));
    let version = office.version().await;
    let (id, to) = (office.id, office.to);
    let foreign = office.desk.propose_handover(&receiver, id, to, version).await;
    assert!(matches!(foreign, Err(AppError::Denied(_))), "{foreign:?}");
    let stale = office.desk.propose_handover(&giver, id, to, version + 1).await;
    assert!(matches!(stale, Err(AppError::Database(DatabaseError::Conflict { .. }))));
    let same = office.desk.propose_handover(&giver, id, office.from, version).await;
    assert!(matches!(same, Err(AppError::Invalid(_))), "{same:?}");
    let nobody = OrganizationId::stable("test", "nobody");
    let unknown = office.desk.propose_handover(&giver, id, nobody, version).await;
    assert!(matches!(unknown, Err(AppError::Invalid(_))), "{unknown:?}");

    office.propose().await;
    let own = office.decide(&giver, HandoverDecision::Accept).await;
    assert!(matches!(own, Err(AppError::Denied(_))), "{own:?}");
    let stranger = Office::provider(nobody);
    assert_eq!(office.decide(&stranger, HandoverDecision::Refuse).await.unwrap(), None);
    assert_eq!(office.desk.list_handovers(&stranger).await.unwrap(), []);
    let (accept, late) = (HandoverDecision::Accept, version + 7);
    let stale = office.desk.decide_handover(&receiver, id, accept, late).await;
    assert!(matches!(stale, Err(AppError::Database(DatabaseError::Conflict { .. }))));
    assert_eq!(office.public().await.organization_id, Some(office.from), "nothing has happened");
    office.decide(&giver, HandoverDecision::Refuse).await.unwrap().unwrap();
    assert_eq!(office.decide(&receiver, HandoverDecision::Accept).await.unwrap(), None);
    assert_eq!(office.public().await.organization_id, Some(office.from));
}

async fn both_are_written_to(db: &TestDb) {
    let office = Office::open(db).await;
    for (email, organization) in [("von@a.example", office.from), ("an@b.example", office.to)] {
        let new = NewAccount {
            email: email.to_owned(),
            name: None,
            role: Role::Provider,
            organizations: vec![organization],
            password: "sieben nasse kraniche am tor".to_owned(),
        };
        office.desk.add_account(new).await.unwrap();
    }
    office.propose().await;
    office.decide(&Office::editor(), HandoverDecision::Accept).await.unwrap().unwrap();
    let mut tx = office.store.begin_write("test", moment(0)).await.unwrap();
    let until = moment(0) + TimeDelta::hours(1);
    let taken = tx.take_mail("test", moment(0), until, 100).await.unwrap();
    tx.rollback().await.unwrap();
    let mut told: Vec<(String, String)> =
        taken.into_iter().map(|one| (one.mail.kind, one.mail.recipient)).collect();
    told.sort();
    let pair = |kind: &str, to: &str| (kind.to_owned(), to.to_owned());
    let expected = [
        pair("handover_decided", "an@b.example"),
        pair("handover_decided", "von@a.example"),
        pair("handover_proposed", "an@b.example"),
    ];
    assert_eq!(told, expected);
}
