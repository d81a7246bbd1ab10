//! Following the feed: every instance, and a restarted one, ends in the same state.

use std::sync::Arc;
use std::time::Duration;

use sozialatlas::app::{Follower, Readiness, compare_atlas, open_atlas};
use sozialatlas::atlas::Atlas;
use sozialatlas::exchange::county::CountyPackage;
use sozialatlas::store::{OpenOptions, Store};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::county::{edit, load, package};
use crate::support::{TestDb, options};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

on_both!(
    an_own_commit_shows_at_once_and_a_foreign_one_soon,
    a_changed_classification_and_organization_are_shown_without_a_restart,
    many_changes_end_in_the_same_state_as_a_restart,
);

/// A running instance.
struct Instance {
    store: Store,
    atlas: Arc<Atlas>,
    readiness: Arc<Readiness>,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Instance {
    async fn start(store: Store, package: &CountyPackage) -> Self {
        let atlas = open_atlas(&store, package).await.unwrap();
        let readiness = Arc::new(Readiness::default());
        let (stop, stopped) = watch::channel(false);
        let follower = Follower {
            store: store.clone(),
            atlas: Arc::clone(&atlas),
            package: Arc::new(package.clone()),
            readiness: Arc::clone(&readiness),
        };
        let task = tokio::spawn(follower.follow(stopped));
        Self { store, atlas, readiness, stop, task }
    }

    /// The name shown of an entry.
    fn name(&self, package: &CountyPackage, i: usize) -> Option<String> {
        let snapshot = self.atlas.snapshot();
        let site = *snapshot.sites_of(package.listings[i].listing.id).first()?;
        let local = "2026-11-23T10:00:00".parse().unwrap();
        let view = snapshot.view(site, &sozialatlas::atlas::Moment { local })?;
        Some(view.listing.name.clone())
    }

    async fn shows(&self, seq: i64) {
        assert!(self.readiness.wait_for(seq, PATIENCE).await, "position {seq} was never shown");
    }

    async fn end(self) {
        self.stop.send_replace(true);
        self.task.await.unwrap();
        self.store.close().await;
    }
}

async fn an_own_commit_shows_at_once_and_a_foreign_one_soon(db: &TestDb) {
    drop(db.store().await);
    // So long a poll interval that only being woken can explain that the own commit is shown.
    let patient = OpenOptions { poll_interval: Duration::from_mins(10), ..options() };
    let store = Store::open(&db.url(), &patient).await.unwrap();
    let package = package(10);
    load(&store, &package, "one").await;
    let here = Instance::start(store, &package).await;
    let other = Instance::start(db.store().await, &package).await;

    edit(&here.store, &package, 0, "Neu").await;
    let seq = here.store.latest_seq().await.unwrap();
    here.shows(seq).await;
    assert_eq!(here.name(&package, 0).as_deref(), Some("Neu"));
    other.shows(seq).await;
    assert_eq!(other.name(&package, 0).as_deref(), Some("Neu"));
    assert_eq!(here.atlas.snapshot().tag(), other.atlas.snapshot().tag());
    here.end().await;
    other.end().await;
}

async fn a_changed_classification_and_organization_are_shown_without_a_restart(db: &TestDb) {
    let store = db.store().await;
    let mut package = package(10);
    load(&store, &package, "one").await;
    let here = Instance::start(store, &package).await;
    let before = here.atlas.snapshot().tag().to_owned();
    "Ein anderer Verein".clone_into(&mut package.organizations[0].name);
    let loader = db.store().await;
    load(&loader, &package, "two").await;
    here.shows(loader.latest_seq().await.unwrap()).await;
    let snapshot = here.atlas.snapshot();
    let shown = &snapshot.reference().organizations[&package.organizations[0].id];
    assert_eq!(shown.name, "Ein anderer Verein");
    assert_ne!(snapshot.tag(), before);
    assert_eq!(here.name(&package, 0), Some(package.listings[0].listing.name.clone()));
    loader.close().await;
    here.end().await;
}

async fn many_changes_end_in_the_same_state_as_a_restart(db: &TestDb) {
    let store = db.store().await;
    let mut package = package(60);
    load(&store, &package, "one").await;
    let here = Instance::start(store, &package).await;
    for i in 0..20 {
        edit(&here.store, &package, i % 7, &format!("Fassung {i}")).await;
    }
    package.listings.truncate(40);
    load(&here.store, &package, "two").await;
    here.shows(here.store.latest_seq().await.unwrap()).await;
    let restarted = open_atlas(&here.store, &package).await.unwrap();
    let (followed, restarted) = (here.atlas.snapshot(), restarted.snapshot());
    assert_eq!(followed.tag(), restarted.tag());
    assert_eq!((followed.seq(), followed.site_count()), (restarted.seq(), restarted.site_count()));
    assert_eq!(compare_atlas(&here.store, &package).await.unwrap(), [""; 0]);
    here.end().await;
}
