//! How long to wait before the next attempt.

use chrono::TimeDelta;

use crate::app::{Random, RandomError};

/// Growing waits: doubled each time up to a longest one, each shortened by chance to between half and the whole, so
/// that many mails that failed together do not come back together ("equal jitter").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Backoff {
    /// The first wait.
    pub(super) first: TimeDelta,
    /// The longest.
    pub(super) longest: TimeDelta,
}

/// For a mail that the server did not want just now. RFC 5321 (2008), section 4.5.4.1, advises waits of at least half
/// an hour after the first two attempts; invitations should come sooner, so the first waits are shorter.
pub(super) const MAIL: Backoff =
    Backoff { first: TimeDelta::minutes(1), longest: TimeDelta::hours(4) };

/// For a server that cannot be reached.
pub(super) const SERVER: Backoff =
    Backoff { first: TimeDelta::seconds(10), longest: TimeDelta::minutes(10) };

impl Backoff {
    /// The wait after the `failures`-th failure in a row, from 1.
    pub(super) fn after(
        &self,
        failures: u32,
        random: &dyn Random,
    ) -> Result<TimeDelta, RandomError> {
        let doublings = failures.saturating_sub(1).min(30);
        let first = self.first.num_milliseconds();
        let whole = first.saturating_mul(1 << doublings).min(self.longest.num_milliseconds());
        let mut bytes = [0; 4];
        random.fill(&mut bytes)?;
        let half = whole / 2;
        // Four bytes against waits of hours in milliseconds: the unevenness of the remainder does not matter.
        let chance = i64::from(u32::from_le_bytes(bytes)) % (whole - half + 1);
        Ok(TimeDelta::milliseconds(half + chance))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::SeededRandom;

    #[test]
    fn waits_double_up_to_the_longest_and_chance_takes_at_most_half() {
        let random = SeededRandom::new(1);
        for (failures, minutes) in [(1, 1), (2, 2), (5, 16), (8, 128), (9, 240), (4_000_000, 240)] {
            let whole = TimeDelta::minutes(minutes);
            let waits: Vec<TimeDelta> =
                (0..200).map(|_| MAIL.after(failures, &random).unwrap()).collect();
            assert!(waits.iter().all(|wait| *wait >= whole / 2 && *wait <= whole), "{failures}");
            assert!(waits.iter().any(|wait| *wait < whole * 6 / 10), "{failures}: no chance");
            assert!(waits.iter().any(|wait| *wait > whole * 9 / 10), "{failures}: no chance");
        }
    }
}
