//! Where analyses are made: threads of their own, and what is remembered between questions.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;

use super::analysed::Analysed;
use super::around::Around;
use super::error::AnalysisError;
use super::flight::{Memory, Outcome, Task};
use super::ground::Ground;
use super::matrix::CoverageMatrix;
use super::overland::Overland;
use crate::atlas::{Atlas, Reference};
use crate::coverage::Work;
use crate::store::Store;

/// Bytes of answers that are remembered.
const ANSWER_BYTES: usize = 256 << 20;
/// Bytes of matrices that are remembered.
const MATRIX_BYTES: usize = 16 << 20;
/// Bytes of single addresses that are remembered.
const AROUND_BYTES: usize = 4 << 20;
/// Bytes of former states of the offers that are remembered, counted by their documents.
const HISTORY_BYTES: usize = 256 << 20;
/// Analyses that may wait for each thread; more are refused.
const WAITING_PER_THREAD: usize = 32;

/// How analyses are made.
#[derive(Debug, Clone, Default)]
pub struct AnalysisOptions {
    /// Threads; 0 = one fewer than the machine has, at least one, so that one is left for everything else.
    pub threads: usize,
    /// Where prepared distances are kept over a restart; `None` = nowhere.
    pub cache_dir: Option<PathBuf>,
    /// Where former versions are; `None` = only the present can be asked.
    pub store: Option<Store>,
}

/// The room for analyses: its own threads, so that the pages never wait for them.
pub struct AnalysisRoom {
    /// `None` only where the system gives no threads; then the threads for blocking work do it.
    pool: Option<Arc<rayon::ThreadPool>>,
    places: Arc<Semaphore>,
    queue: Arc<Semaphore>,
    ground: Mutex<Option<Arc<Ground>>>,
    pub(super) overland: Arc<Overland>,
    pub(super) answers: Memory<String, Analysed>,
    pub(super) matrices: Memory<String, CoverageMatrix>,
    pub(super) addresses: Memory<String, Around>,
    pub(super) history: Memory<String, Atlas>,
    /// Held while a former day is built.
    pub(super) history_turn: tokio::sync::Mutex<()>,
    pub(super) store: Option<Store>,
}

impl Default for AnalysisRoom {
    fn default() -> Self {
        Self::new(AnalysisOptions::default())
    }
}

impl AnalysisRoom {
    /// Opens the room.
    #[must_use]
    pub fn new(options: AnalysisOptions) -> Self {
        let threads = match options.threads {
            0 => cores().saturating_sub(1).max(1),
            threads => threads,
        };
        Self {
            pool: pool("analysis", threads),
            places: Arc::new(Semaphore::new(threads)),
            queue: Arc::new(Semaphore::new(threads * WAITING_PER_THREAD)),
            ground: Mutex::new(None),
            overland: Arc::new(Overland::new(options.cache_dir)),
            answers: Memory::new(ANSWER_BYTES),
            matrices: Memory::new(MATRIX_BYTES),
            addresses: Memory::new(AROUND_BYTES),
            history: Memory::new(HISTORY_BYTES),
            history_turn: tokio::sync::Mutex::new(()),
            store: options.store,
        }
    }

    /// The prepared reference data; prepared now where they are new.
    ///
    /// # Errors
    /// As [`Ground::new`].
    pub(super) fn ground(&self, reference: &Arc<Reference>) -> Result<Arc<Ground>, AnalysisError> {
        let mut known = self.ground.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(ground) = known.as_ref().filter(|g| Arc::ptr_eq(&g.reference, reference)) {
            return Ok(Arc::clone(ground));
        }
        let ground = Arc::new(Ground::new(reference)?);
        *known = Some(Arc::clone(&ground));
        Ok(ground)
    }

    /// The prepared reference data, if they are.
    pub(super) fn known_ground(&self, reference: &Arc<Reference>) -> Option<Arc<Ground>> {
        let known = self.ground.try_lock().ok()?;
        known.as_ref().filter(|ground| Arc::ptr_eq(&ground.reference, reference)).cloned()
    }

    /// Does work on the threads of the room as soon as there is a place, and tells all who wait for it.
    pub(super) fn begin<T: Send + Sync + 'static>(
        &self,
        task: Task<T>,
        job: impl FnOnce(&Work) -> Outcome<T> + Send + 'static,
    ) {
        let Ok(waiting) = Arc::clone(&self.queue).try_acquire_owned() else {
            return task.finish(Err(AnalysisError::Busy));
        };
        let (places, pool) = (Arc::clone(&self.places), self.pool.clone());
        tokio::spawn(async move {
            let place = tokio::select! {
                place = places.acquire_owned() => place,
                () = task.abandoned() => return,
            };
            let work = task.work.clone();
            let run = move || guarded(job, &work);
            let (sender, receiver) = tokio::sync::oneshot::channel();
            match pool {
                Some(pool) => pool.spawn(move || drop(sender.send(run()))),
                None => drop(tokio::task::spawn_blocking(move || drop(sender.send(run())))),
            }
            let outcome = receiver
                .await
                .unwrap_or_else(|_gone| Err(AnalysisError::Broken("the work stopped".to_owned())));
            drop((place, waiting));
            task.finish(outcome);
        });
    }

    /// Does short work (writing down an answer) on the threads of the room, so that the pages do not wait for it.
    ///
    /// # Errors
    /// The work panicked, which is a fault of the program.
    pub async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, AnalysisError> {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        let run = move || {
            let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(job));
            // Who no longer waits wants nothing.
            drop(sender.send(done));
        };
        match &self.pool {
            Some(pool) => pool.spawn(run),
            None => drop(tokio::task::spawn_blocking(run)),
        }
        let done = receiver.await.ok().and_then(Result::ok);
        done.ok_or_else(|| AnalysisError::Broken("an answer could not be written".to_owned()))
    }

    /// Places that are free; all of them when nothing is being worked on.
    #[must_use]
    pub fn free_places(&self) -> usize {
        self.places.available_permits()
    }
}

/// A panic is a fault of the program, not the end of its threads.
fn guarded<T>(job: impl FnOnce(&Work) -> Outcome<T>, work: &Work) -> Outcome<T> {
    let job = std::panic::AssertUnwindSafe(|| {
        work.check()?;
        job(work)
    });
    std::panic::catch_unwind(job).unwrap_or_else(|panic| {
        let words = panic
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
            .or_else(|| panic.downcast_ref::<String>().cloned());
        Err(AnalysisError::Broken(format!("panic: {}", words.unwrap_or_default())))
    })
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

pub(super) fn pool(name: &'static str, threads: usize) -> Option<Arc<rayon::ThreadPool>> {
    let built = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(move |number| format!("{name}-{number}"))
        .build();
    match built {
        Ok(pool) => Some(Arc::new(pool)),
        Err(error) => {
            tracing::warn!(%error, name, "no threads of their own for analyses");
            None
        }
    }
}
