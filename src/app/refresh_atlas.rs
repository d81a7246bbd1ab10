//! Keeps the read model up to date: follows the change feed from the position it was built at.
//!
//! Own commits wake it at once, those of other processes by notification or by looking now and then
//! ([`Store::wait_for_change`]); so every instance, and a restarted one, ends in the same state.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::open_atlas::{entry, off_the_async_threads, reopen_atlas};
use super::{AppError, Readiness, with_causes};
use crate::atlas::{Atlas, EntryChange};
use crate::exchange::county::CountyPackage;
use crate::store::{PublicChange, Store, Tail};

/// Changes looked at in one go.
const BATCH: u32 = 1_000;
/// How long to wait for news before asking again.
const PATIENCE: Duration = Duration::from_mins(1);
/// Least time between two looks at the feed while changes come one after another. Showing one costs about as much as
/// showing twenty, so that many small changes do not take the processor from those who read; one alone is shown at once.
const REST: Duration = Duration::from_millis(25);
/// Pauses after a failure: doubled from the first to the last.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LAST_PAUSE: Duration = Duration::from_secs(30);

/// Everything that following needs.
#[derive(Clone)]
pub struct Follower {
    /// Where the feed is.
    pub store: Store,
    /// What to keep up to date.
    pub atlas: Arc<Atlas>,
    /// The county package beside the program.
    pub package: Arc<CountyPackage>,
    /// Where to note how far it came.
    pub readiness: Arc<Readiness>,
}

impl Follower {
    /// Follows the feed until `stop` turns true.
    ///
    /// A database that cannot be reached is told once and tried again; meanwhile the old state is shown.
    pub async fn follow(self, mut stop: watch::Receiver<bool>) {
        let mut pause = FIRST_PAUSE;
        let mut merging = None;
        self.readiness.advance(self.atlas.snapshot().seq());
        loop {
            let step = tokio::select! {
                biased;
                _ = stop.wait_for(|stop| *stop) => return,
                step = self.step() => step,
            };
            match step {
                Ok(()) => {
                    pause = FIRST_PAUSE;
                    self.merge_if_due(&mut merging);
                    if self.readiness.set_following(true) {
                        tracing::info!("the change feed can be read again");
                    }
                    tokio::select! {
                        _ = stop.wait_for(|stop| *stop) => return,
                        () = tokio::time::sleep(REST) => {}
                    }
                }
                Err(error) => {
                    if self.readiness.set_following(false) {
                        tracing::error!(
                            error = with_causes(&error),
                            "the change feed cannot be read: newer versions may be missing"
                        );
                    }
                    tokio::select! {
                        _ = stop.wait_for(|stop| *stop) => return,
                        () = tokio::time::sleep(pause) => {}
                    }
                    pause = LAST_PAUSE.min(pause * 2);
                }
            }
        }
    }

    /// Waits for news and shows them.
    async fn step(&self) -> Result<(), AppError> {
        let at = self.atlas.snapshot().seq();
        let newest = self.store.wait_for_change(at, PATIENCE).await?;
        if newest > at {
            self.catch_up().await?;
        }
        Ok(())
    }

    /// Starts a merge where that pays and none is running. It is long, but keeps neither readers nor the next
    /// changes waiting: what is applied meanwhile is kept.
    fn merge_if_due(&self, merging: &mut Option<JoinHandle<()>>) {
        let running = merging.as_ref().is_some_and(|task| !task.is_finished());
        if !running && self.atlas.merge_due() {
            let atlas = Arc::clone(&self.atlas);
            *merging = Some(tokio::task::spawn_blocking(move || atlas.merge()));
        }
    }

    /// Shows everything that was committed until now.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn catch_up(&self) -> Result<(), AppError> {
        loop {
            let at = self.atlas.snapshot().seq();
            let tail = self.store.tail(at, BATCH).await?;
            if tail.seq <= at {
                return Ok(());
            }
            if tail.changes.iter().any(|change| matches!(change, PublicChange::Other(_))) {
                // Something that entries refer to has changed: every prepared fragment may be another.
                let seq = reopen_atlas(&self.atlas, &self.store, &self.package).await?;
                tracing::info!(seq, "the read model was built anew");
                self.readiness.advance(seq);
            } else {
                self.apply(tail).await?;
            }
        }
    }

    async fn apply(&self, tail: Tail) -> Result<(), AppError> {
        let changes: Vec<EntryChange> = tail
            .changes
            .into_iter()
            .filter_map(|change| match change {
                PublicChange::Put(_, published) => Some(EntryChange::Put(entry(published))),
                PublicChange::Remove(id) => Some(EntryChange::Remove(id)),
                PublicChange::Other(_) => None,
            })
            .collect();
        let (atlas, seq) = (Arc::clone(&self.atlas), tail.seq);
        off_the_async_threads(move || atlas.apply(changes, seq)).await?;
        self.readiness.advance(seq);
        Ok(())
    }
}
