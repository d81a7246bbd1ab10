//! When a source that fails is left alone for a while: so that pages do not wait for it, and it can recover.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Duration, Utc};

/// Failures in a row after which the source is left alone.
const FAILURES: u32 = 3;
/// For how many seconds, unless it says so itself.
const PAUSE_S: i64 = 30;
/// Longest pause that it may ask for, in seconds.
const LONGEST_PAUSE_S: i64 = 3_600;

/// What a change means for whoever reads the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// It has begun to fail.
    Began,
    /// It answers again.
    Ended,
    /// Nothing has changed.
    None,
}

/// How the source has been of late.
#[derive(Debug, Default)]
pub(super) struct Outage(Mutex<Inside>);

#[derive(Debug, Default)]
struct Inside {
    failures: u32,
    until: Option<DateTime<Utc>>,
    told: bool,
}

impl Outage {
    /// Whether the source is left alone now.
    pub(super) fn is_on(&self, now: DateTime<Utc>) -> bool {
        self.lock().until.is_some_and(|until| now < until)
    }

    /// It has failed; `wait_s`: for how long it asks to be left alone.
    pub(super) fn failed(&self, now: DateTime<Utc>, wait_s: Option<u64>) -> Change {
        let mut inside = self.lock();
        inside.failures = inside.failures.saturating_add(1);
        let asked = wait_s.map(|s| i64::try_from(s).unwrap_or(i64::MAX));
        if asked.is_some() || inside.failures >= FAILURES {
            let seconds = asked.unwrap_or(PAUSE_S).clamp(PAUSE_S, LONGEST_PAUSE_S);
            inside.until = Some(now + Duration::seconds(seconds));
        }
        if inside.told {
            return Change::None;
        }
        inside.told = true;
        Change::Began
    }

    /// It has answered.
    pub(super) fn answered(&self) -> Change {
        let mut inside = self.lock();
        let told = std::mem::take(&mut *inside).told;
        if told { Change::Ended } else { Change::None }
    }

    /// Nothing is left half done by a panic.
    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn a_source_is_left_alone_after_three_failures_and_asked_again_after_a_pause() {
        let outage = Outage::default();
        assert_eq!(outage.failed(at(0), None), Change::Began);
        assert_eq!(outage.failed(at(1), None), Change::None, "told once");
        assert!(!outage.is_on(at(1)));
        outage.failed(at(2), None);
        assert!(outage.is_on(at(2)) && outage.is_on(at(31)) && !outage.is_on(at(32)));
        outage.failed(at(40), None);
        assert!(outage.is_on(at(41)), "the first failure after a pause begins another");
        assert_eq!(outage.answered(), Change::Ended);
        assert!(!outage.is_on(at(41)));
        assert_eq!(outage.answered(), Change::None);
    }

    #[test]
    fn a_source_that_asks_for_a_pause_gets_it_within_reason() {
        let outage = Outage::default();
        outage.failed(at(0), Some(120));
        assert!(outage.is_on(at(119)) && !outage.is_on(at(120)));
        outage.failed(at(200), Some(u64::MAX));
        assert!(outage.is_on(at(220)) && !outage.is_on(at(200 + 3_600)));
    }
}
