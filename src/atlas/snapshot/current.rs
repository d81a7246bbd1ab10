//! The pointer to the current snapshot, and how it moves on.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

use arc_swap::ArcSwap;

use super::delta::Change;
use super::{Shared, Snapshot};
use crate::atlas::base::{load, merged};
use crate::atlas::build::Piece;
use crate::atlas::build::lookup::Lookup;
use crate::atlas::{Entry, EntryChange, Reference};

/// From so many changed services on a merge pays: until then each question looks at them one by one, which
/// costs some ten microseconds per thousand.
const MERGE_AT: usize = 2_048;

/// The current snapshot behind an atomic pointer.
#[derive(Debug)]
pub struct Atlas {
    current: ArcSwap<Snapshot>,
    /// Held while the pointer moves; readers do not take it. Inside: the changes since a merge began.
    writer: Mutex<Option<Vec<Change>>>,
    /// Held while a merge runs.
    merging: Mutex<()>,
}

impl Atlas {
    /// Builds the first snapshot. `seq` is the change feed's position the entries were read at.
    ///
    /// Entries that cannot be read are left out and named by [`Snapshot::unreadable`].
    #[must_use]
    pub fn new(reference: Arc<Reference>, entries: Vec<Entry>, seq: i64) -> Self {
        let lookup = Lookup::new(reference);
        let loaded = load(entries, &lookup);
        let shared = Arc::new(Shared::new(lookup));
        let first = Snapshot::first(shared, loaded, seq);
        Self {
            current: ArcSwap::from_pointee(first),
            writer: Mutex::new(None),
            merging: Mutex::new(()),
        }
    }

    /// The current snapshot; cheap, never waits.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.current.load_full()
    }

    /// Applies changes in feed order and swaps the pointer; returns when the next reader will see them.
    ///
    /// A version that cannot be read leaves the last one standing and is named by [`Snapshot::unreadable`].
    pub fn apply(&self, changes: Vec<EntryChange>, seq: i64) {
        let mut log = self.lock();
        let last = self.current.load_full();
        let mut hours = Arc::clone(&last.hours);
        let mut kinds = Arc::clone(&last.kinds);
        let mut unreadable = Vec::new();
        let mut read = Vec::with_capacity(changes.len());
        for change in changes {
            match change {
                EntryChange::Remove(id) => read.push(Change::Remove(id)),
                EntryChange::Put(entry) => {
                    match Piece::new(entry, &last.shared.lookup, &mut hours, &mut kinds) {
                        Ok(piece) => read.push(Change::Put(Arc::new(piece))),
                        Err(error) => {
                            unreadable.push(format!("a change could not be read: {error}"));
                        }
                    }
                }
            }
        }
        if let Some(log) = log.as_mut() {
            log.extend(read.iter().cloned());
        }
        let next = last.after(read, (hours, kinds), unreadable, seq);
        self.current.store(Arc::new(next));
    }

    /// Whether the delta has grown so large that [`Atlas::merge`] pays.
    #[must_use]
    pub fn merge_due(&self) -> bool {
        let current = self.current.load();
        let changed = current.delta.pieces().len() as u64 + current.delta.dead().len();
        changed >= MERGE_AT as u64
    }

    /// Makes a new base of base and delta; long, for a background thread; changes applied meanwhile are kept.
    ///
    /// A second call while one runs does nothing.
    pub fn merge(&self) {
        let _merging = match self.merging.try_lock() {
            Ok(guard) => guard,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        let from = {
            let mut log = self.lock();
            *log = Some(Vec::new());
            self.current.load_full()
        };
        let base = Arc::new(merged(&from.base, &from.delta));
        let mut log = self.lock();
        let meanwhile = log.take().unwrap_or_default();
        let last = self.current.load_full();
        self.current.store(Arc::new(last.rebased(&from, base, meanwhile)));
    }

    /// Takes other references and entries in place of all that was, for when what entries refer to has changed.
    ///
    /// Long, for a background thread; readers keep the old state until it is there. Changes applied meanwhile are
    /// not kept: the caller follows the feed from `seq` on.
    pub fn replace(&self, reference: Arc<Reference>, entries: Vec<Entry>, seq: i64) {
        // Also waits for a merge, which would bring the old base back.
        let _merging = self.merging.lock().unwrap_or_else(PoisonError::into_inner);
        let lookup = Lookup::new(reference);
        let loaded = load(entries, &lookup);
        let next = Snapshot::first(Arc::new(Shared::new(lookup)), loaded, seq);
        let _writer = self.lock();
        self.current.store(Arc::new(next));
    }

    /// Nothing is left half done by a panic: the pointer moves in one step.
    fn lock(&self) -> MutexGuard<'_, Option<Vec<Change>>> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
