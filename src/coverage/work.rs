//! Long work: how far it is, and that nobody wants it any more.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// The work was cancelled by who asked for it; nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the analysis was cancelled")]
pub struct Cancelled;

/// A handle on work in progress: clones share the same state, so that one of them can watch or cancel.
///
/// ```
/// use sozialatlas::coverage::Work;
/// let work = Work::default();
/// work.expect_steps(4);
/// work.step(1);
/// assert_eq!(work.progress(), 0.25);
/// work.clone().cancel();
/// assert!(work.check().is_err());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Work {
    cancelled: Arc<AtomicBool>,
    done: Arc<AtomicU64>,
    total: Arc<AtomicU64>,
}

impl Work {
    /// Asks the work to stop at its next check.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it goes on.
    ///
    /// # Errors
    /// It was cancelled.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }

    /// Announces so many more steps.
    pub fn expect_steps(&self, steps: u64) {
        self.total.fetch_add(steps, Ordering::Relaxed);
    }

    /// Tells that so many steps are done.
    pub fn step(&self, steps: u64) {
        self.done.fetch_add(steps, Ordering::Relaxed);
    }

    /// Share of the announced steps that is done, 0 to 1; 0 before any was announced.
    #[must_use]
    pub fn progress(&self) -> f64 {
        let total = self.total.load(Ordering::Relaxed);
        if total == 0 {
            return 0.0;
        }
        (self.done.load(Ordering::Relaxed) as f64 / total as f64).min(1.0)
    }
}
