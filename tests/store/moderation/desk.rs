//! A desk with two published entries, and the people at it.

use std::sync::Arc;

use sozialatlas::app::{
    AppError, Author, CountingIds, Desk, Edit, Edited, FixedClock, Review, SeededRandom,
};
use sozialatlas::domain::policy::{Actor, Role};
use sozialatlas::domain::{Decision, Listing, ReviewStatus, ServiceId};
use sozialatlas::store::Store;

use crate::support::{TestDb, begin, listing, moment, organization};

pub(super) struct World {
    pub(super) store: Store,
    pub(super) desk: Desk,
}

pub(super) fn person(role: Role) -> Author {
    let organizations = if role == Role::Provider { vec![organization(1).id] } else { Vec::new() };
    Author { actor: Actor::Person { role, organizations }, name: format!("account:{role:?}") }
}

pub(super) fn stranger() -> Author {
    let organizations = vec![organization(2).id];
    let role = Role::Provider;
    Author { actor: Actor::Person { role, organizations }, name: "account:stranger".into() }
}

pub(super) fn editor() -> Author {
    person(Role::Editor)
}

pub(super) fn provider() -> Author {
    person(Role::Provider)
}

fn desk_at(store: &Store, seconds: i64) -> Desk {
    let clock = Arc::new(FixedClock(moment(seconds)));
    let ids = Arc::<CountingIds>::default();
    Desk::new(store.clone(), clock, ids, Arc::<SeededRandom>::default())
}

impl World {
    /// Entries 1 and 2 of organization 1, published by the county's package.
    pub(super) async fn new(db: &TestDb) -> Self {
        let store = db.furnished().await;
        let mut tx = begin(&store).await;
        for n in [1, 2] {
            tx.save_revision(&listing(n), ReviewStatus::Published, None, 0).await.unwrap();
        }
        tx.commit().await.unwrap();
        let desk = desk_at(&store, 60);
        Self { store, desk }
    }

    /// The same desk so many seconds after the beginning.
    pub(super) fn at(&self, seconds: i64) -> Desk {
        desk_at(&self.store, seconds)
    }

    pub(super) async fn propose(&self, name: &str, version: i64) -> Edited {
        let edit = Edit::new(named(name), Some(version));
        self.desk.edit_listing(&provider(), edit).await.unwrap().unwrap()
    }

    pub(super) async fn decide(
        &self,
        revision: i64,
        decision: Decision,
    ) -> Result<Edited, AppError> {
        let (id, acknowledged) = (listing(1).id, Vec::new());
        let review = Review { id, revision, decision, acknowledged, once: None };
        Ok(self.desk.review_revision(&editor(), review).await?.unwrap())
    }

    pub(super) async fn public(&self, id: ServiceId) -> Option<Listing> {
        let published = self.store.find_published(id).await.unwrap()?;
        Some(serde_json::from_str(&published.document).unwrap())
    }

    pub(super) async fn public_name(&self) -> String {
        self.public(listing(1).id).await.unwrap().name
    }

    pub(super) async fn state(&self) -> ReviewStatus {
        self.store.find_listing(listing(1).id).await.unwrap().unwrap().review_status
    }

    pub(super) async fn sound(&self) {
        assert_eq!(self.store.check_projection().await.unwrap(), []);
    }
}

pub(super) fn named(name: &str) -> Listing {
    Listing { name: name.into(), ..listing(1) }
}

pub(super) fn reject() -> Decision {
    Decision::Reject { reason: "Die Adresse fehlt.".into() }
}

pub(super) fn ask() -> Decision {
    Decision::AskBack { question: "Ab wann gilt das?".into() }
}
