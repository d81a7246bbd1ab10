//! Long work: how far it is, and that nobody wants it any more.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// The work was cancelled by who asked for it; nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the analysis was cancelled")]
pub struct Cancelled;

/// Progress is kept as a whole number of these, so that threads can raise it without a lock.
const WHOLE: f64 = (1_u64 << 32) as f64;

/// A handle on work in progress: clones share the same state, so that one of them can watch or cancel.
///
/// Progress never goes back. Work of several stages gives each a [`part`](Work::part) of the whole, about as large as
/// its share of the time.
///
/// ```
/// use sozialatlas::coverage::Work;
/// let work = Work::default();
/// let (first, second) = (work.part(0.0..0.5), work.part(0.5..1.0));
/// first.expect_steps(4);
/// first.step(1);
/// assert_eq!(work.progress(), 0.125);
/// second.expect_steps(1);
/// second.step(1);
/// assert_eq!(work.progress(), 1.0);
/// work.clone().cancel();
/// assert!(first.check().is_err());
/// ```
#[derive(Debug, Clone)]
pub struct Work {
    shared: Arc<Shared>,
    steps: Arc<Steps>,
    /// The part of the whole that these steps are.
    part: Range<f64>,
}

/// What all parts have in common.
#[derive(Debug, Default)]
struct Shared {
    cancelled: AtomicBool,
    reached: AtomicU64,
}

#[derive(Debug, Default)]
struct Steps {
    done: AtomicU64,
    total: AtomicU64,
}

impl Default for Work {
    fn default() -> Self {
        Self { shared: Arc::default(), steps: Arc::default(), part: 0.0..1.0 }
    }
}

impl Work {
    /// A part of this work, from one share to another (0 to 1), with steps of its own.
    #[must_use]
    pub fn part(&self, shares: Range<f64>) -> Self {
        let at = |share: f64| self.part.start + (self.part.end - self.part.start) * share;
        Self {
            shared: Arc::clone(&self.shared),
            steps: Arc::default(),
            part: at(shares.start)..at(shares.end),
        }
    }

    /// Asks the work to stop at its next check.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it goes on.
    ///
    /// # Errors
    /// It was cancelled.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.shared.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }

    /// Announces so many more steps of this part.
    pub fn expect_steps(&self, steps: u64) {
        self.steps.total.fetch_add(steps, Ordering::Relaxed);
    }

    /// Tells that so many steps of this part are done.
    pub fn step(&self, steps: u64) {
        let done = self.steps.done.fetch_add(steps, Ordering::Relaxed) + steps;
        let total = self.steps.total.load(Ordering::Relaxed).max(1);
        let share = (done as f64 / total as f64).min(1.0);
        let reached = self.part.start + (self.part.end - self.part.start) * share;
        self.shared.reached.fetch_max((reached * WHOLE) as u64, Ordering::Relaxed);
    }

    /// Tells that this part is done, whatever its steps.
    pub fn finish(&self) {
        self.shared.reached.fetch_max((self.part.end * WHOLE) as u64, Ordering::Relaxed);
    }

    /// Share of the whole work (not only of this part) that is done, 0 to 1; 0 before any step.
    #[must_use]
    pub fn progress(&self) -> f64 {
        (self.shared.reached.load(Ordering::Relaxed) as f64 / WHOLE).min(1.0)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "these shares are exact")]

    use super::*;

    #[test]
    fn parts_of_parts_are_shares_of_the_whole_and_progress_never_goes_back() {
        let work = Work::default();
        assert_eq!(work.progress(), 0.0);
        let half = work.part(0.5..1.0);
        let quarter = half.part(0.0..0.5);
        quarter.expect_steps(2);
        quarter.step(1);
        assert_eq!(work.progress(), 0.625);
        // More steps than were announced first: what was told stays.
        quarter.expect_steps(100);
        quarter.step(1);
        assert_eq!(work.progress(), 0.625);
        half.part(0.0..0.5).finish();
        assert_eq!((work.progress(), quarter.progress()), (0.75, 0.75));
        work.part(0.0..0.1).finish();
        assert_eq!(work.progress(), 0.75);
    }

    #[test]
    fn a_part_is_cancelled_with_the_whole_and_the_whole_with_a_part() {
        let work = Work::default();
        let part = work.part(0.0..0.5);
        assert!(part.check().is_ok());
        part.cancel();
        assert!(work.check().is_err() && work.part(0.2..0.3).check().is_err());
    }
}
