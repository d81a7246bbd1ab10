//! Long work that several may wait for: done once, remembered, and stopped when nobody waits any more.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use tokio::sync::watch;

use super::error::AnalysisError;
use crate::coverage::Work;

/// What comes of the work.
pub(super) type Outcome<T> = Result<Arc<T>, AnalysisError>;

/// Work in progress; dropped with the last who waits for it.
#[derive(Debug)]
struct Flight<T: ?Sized> {
    work: Work,
    done: watch::Receiver<Option<Outcome<T>>>,
}

impl<T: ?Sized> Drop for Flight<T> {
    fn drop(&mut self) {
        self.work.cancel();
    }
}

/// An answer that is remembered.
#[derive(Debug)]
struct Kept<T: ?Sized> {
    value: Arc<T>,
    bytes: usize,
    used: u64,
}

#[derive(Debug)]
struct Inside<K, T: ?Sized> {
    kept: HashMap<K, Kept<T>>,
    running: HashMap<K, Weak<Flight<T>>>,
    bytes: usize,
    clock: u64,
}

/// Answers by key: the last used ones, up to so many bytes.
#[derive(Debug)]
pub(super) struct Memory<K, T: ?Sized> {
    inside: Mutex<Inside<K, T>>,
    max_bytes: usize,
}

/// The end of a flight at which the work is done.
#[derive(Debug)]
pub(super) struct Task<T: ?Sized> {
    /// Tells the work that nobody waits any more.
    pub(super) work: Work,
    done: watch::Sender<Option<Outcome<T>>>,
}

impl<T: ?Sized> Task<T> {
    /// Resolves when nobody waits any more.
    pub(super) async fn abandoned(&self) {
        self.done.closed().await;
    }

    /// Tells all who wait.
    pub(super) fn finish(self, outcome: Outcome<T>) {
        self.done.send_replace(Some(outcome));
    }
}

impl<K: Clone + Eq + Hash, T: ?Sized> Memory<K, T> {
    /// Remembers up to so many bytes.
    pub(super) fn new(max_bytes: usize) -> Self {
        let inside = Inside { kept: HashMap::new(), running: HashMap::new(), bytes: 0, clock: 0 };
        Self { inside: Mutex::new(inside), max_bytes }
    }

    /// What is remembered under a key.
    pub(super) fn find(&self, key: &K) -> Option<Arc<T>> {
        let mut inside = self.lock();
        inside.clock += 1;
        let now = inside.clock;
        inside.kept.get_mut(key).map(|kept| {
            kept.used = now;
            Arc::clone(&kept.value)
        })
    }

    /// Remembers an answer of this size; forgets the longest unused ones beyond the limit.
    pub(super) fn keep(&self, key: K, value: Arc<T>, bytes: usize) {
        if bytes > self.max_bytes {
            return;
        }
        let mut inside = self.lock();
        inside.clock += 1;
        let used = inside.clock;
        inside.bytes += bytes;
        if let Some(old) = inside.kept.insert(key, Kept { value, bytes, used }) {
            inside.bytes -= old.bytes;
        }
        while inside.bytes > self.max_bytes {
            let oldest = inside.kept.iter().min_by_key(|(_, kept)| kept.used);
            let Some(key) = oldest.map(|(key, _)| key.clone()) else { break };
            if let Some(gone) = inside.kept.remove(&key) {
                inside.bytes -= gone.bytes;
            }
        }
    }

    /// Share that is done of the work under way for a key; `None` without any.
    pub(super) fn progress(&self, key: &K) -> Option<f64> {
        let flight = self.lock().running.get(key).and_then(Weak::upgrade)?;
        flight.done.has_changed().is_ok().then(|| flight.work.progress())
    }

    /// The answer of a key: remembered, or what comes of the work that is under way for it, or that `begin` is to
    /// start now. Whoever drops this future no longer waits; with the last the work is cancelled.
    pub(super) async fn get(&self, key: K, begin: impl FnOnce(Task<T>)) -> Outcome<T> {
        if let Some(known) = self.find(&key) {
            return Ok(known);
        }
        let flight = self.join(key, begin);
        let mut done = flight.done.clone();
        let outcome = match done.wait_for(Option::is_some).await {
            Ok(outcome) => outcome.clone(),
            Err(_gone) => None,
        };
        outcome.unwrap_or_else(|| Err(AnalysisError::Broken("the work stopped".to_owned())))
    }

    fn join(&self, key: K, begin: impl FnOnce(Task<T>)) -> Arc<Flight<T>> {
        let mut inside = self.lock();
        inside.running.retain(|_, flight| flight.strong_count() > 0);
        let under_way = inside.running.get(&key).and_then(Weak::upgrade);
        // One that has ended is of no use any more where its answer was not worth keeping, or was a failure.
        if let Some(flight) = under_way.filter(|flight| flight.done.has_changed().is_ok()) {
            return flight;
        }
        let (sender, receiver) = watch::channel(None);
        let work = Work::default();
        let flight = Arc::new(Flight { work: work.clone(), done: receiver });
        inside.running.insert(key, Arc::downgrade(&flight));
        drop(inside);
        begin(Task { work, done: sender });
        flight
    }

    /// Nothing is left half done by a panic.
    fn lock(&self) -> MutexGuard<'_, Inside<K, T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use futures_util::FutureExt;

    use super::*;

    #[tokio::test]
    async fn two_who_ask_the_same_at_once_wait_for_one_piece_of_work() {
        let memory: Memory<u8, u32> = Memory::new(100);
        let begun = AtomicUsize::new(0);
        let ask = || {
            memory.get(1, |task| {
                begun.fetch_add(1, Ordering::Relaxed);
                tokio::spawn(async move {
                    tokio::task::yield_now().await;
                    task.finish(Ok(Arc::new(7)));
                });
            })
        };
        let (first, second) = tokio::join!(ask(), ask());
        assert_eq!((*first.unwrap(), *second.unwrap()), (7, 7));
        assert_eq!(begun.load(Ordering::Relaxed), 1);
    }

    #[tokio::test]
    async fn work_goes_on_while_one_waits_and_stops_with_the_last() {
        let memory: Memory<u8, u32> = Memory::new(100);
        let started: Mutex<Option<Task<u32>>> = Mutex::new(None);
        let mut first = Box::pin(memory.get(1, |task| *started.lock().unwrap() = Some(task)));
        let mut second = Box::pin(memory.get(1, |_| panic!("it is under way")));
        assert!((&mut first).now_or_never().is_none());
        assert!((&mut second).now_or_never().is_none());
        let task = started.lock().unwrap().take().unwrap();
        drop(first);
        assert!(task.work.check().is_ok());
        drop(second);
        assert!(task.work.check().is_err());
        task.abandoned().await;
    }

    #[tokio::test]
    async fn a_failure_is_told_and_not_remembered() {
        let memory: Memory<u8, u32> = Memory::new(100);
        let failed =
            memory.get(1, |task| task.finish(Err(AnalysisError::Broken("x".to_owned())))).await;
        assert!(failed.is_err());
        assert_eq!(*memory.get(1, |task| task.finish(Ok(Arc::new(3)))).await.unwrap(), 3);
    }

    #[test]
    fn the_longest_unused_is_forgotten_first_and_what_is_too_large_is_never_kept() {
        let memory: Memory<u8, u32> = Memory::new(10);
        memory.keep(1, Arc::new(1), 4);
        memory.keep(2, Arc::new(2), 4);
        assert!(memory.find(&1).is_some());
        memory.keep(3, Arc::new(3), 4);
        assert!(memory.find(&2).is_none());
        assert!(memory.find(&1).is_some() && memory.find(&3).is_some());
        memory.keep(4, Arc::new(4), 11);
        assert!(memory.find(&4).is_none());
    }
}
