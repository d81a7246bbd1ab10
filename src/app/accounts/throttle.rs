//! How often somebody may try, without one person's failures shutting another out.
//!
//! The generic cell rate algorithm (ITU-T I.371): one number per key, namely when its quota will be whole again. Keys
//! are hashes, so that no address is kept. A browser that has signed in before has a quota of its own (OWASP, "Slow
//! Down Online Guessing Attacks with Device Cookies", 2016): whatever strangers try, its owner gets in. And whoever
//! has neither gets in by the link in a mail.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use crate::app::AppError;

/// Most keys remembered one by one; further ones share a single quota until others are forgotten.
const ROOM: usize = 1 << 16;

/// How often something may be tried.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    /// Tells the keys of one rule from those of another.
    name: &'static str,
    /// Attempts at once.
    burst: i64,
    /// Milliseconds until one more is allowed.
    every_ms: i64,
}

/// Passwords for one account from one address.
pub(super) const PAIR: Rule = Rule { name: "pair", burst: 5, every_ms: 60_000 };
/// Passwords for one account from anywhere but its known browsers.
pub(super) const ACCOUNT: Rule = Rule { name: "account", burst: 40, every_ms: 60_000 };
/// Passwords from one address, whatever the account.
pub(super) const ADDRESS: Rule = Rule { name: "address", burst: 30, every_ms: 10_000 };
/// Passwords for its own account from a known browser.
pub(super) const DEVICE: Rule = Rule { name: "device", burst: 10, every_ms: 30_000 };
/// One-time codes for one account, by whoever has its password.
pub(super) const CODE: Rule = Rule { name: "code", burst: 5, every_ms: 60_000 };
/// Sign-ins by a provider from one address: each step asks the provider something.
pub(super) const PROVIDER: Rule = Rule { name: "provider", burst: 20, every_ms: 5_000 };
/// Mails to one account.
pub(super) const MAIL: Rule = Rule { name: "mail", burst: 3, every_ms: 1_200_000 };
/// Mails asked for from one address.
pub(super) const MAIL_ADDRESS: Rule = Rule { name: "mail address", burst: 10, every_ms: 60_000 };

type Key = [u8; 16];

/// When the quota of each key is whole again, in milliseconds of the clock.
#[derive(Debug, Default)]
pub(super) struct Throttle(Mutex<HashMap<Key, i64>>);

impl Throttle {
    /// Takes one attempt off the quota of `who`.
    ///
    /// # Errors
    /// [`AppError::Throttled`] where nothing is left of it; that attempt costs nothing.
    pub(super) fn take(&self, rule: Rule, who: &str, now: DateTime<Utc>) -> Result<(), AppError> {
        self.take_within(ROOM, rule, who, now)
    }

    fn take_within(
        &self,
        room: usize,
        rule: Rule,
        who: &str,
        now: DateTime<Utc>,
    ) -> Result<(), AppError> {
        let now = now.timestamp_millis();
        let mut table = self.lock();
        let mut key = key(rule, who);
        if !table.contains_key(&key) && table.len() >= room {
            table.retain(|_, whole| *whole > now);
            if table.len() >= room {
                key = self::key(rule, "\0everybody else");
            }
        }
        // A clock that was set back must not shut anybody out for longer than the rule does.
        let longest = now.saturating_add(rule.burst * rule.every_ms);
        let whole = table.get(&key).copied().unwrap_or(now).clamp(now, longest);
        let wait = whole - now - (rule.burst - 1) * rule.every_ms;
        if wait > 0 {
            let seconds = u32::try_from((wait + 999) / 1000).unwrap_or(u32::MAX);
            return Err(AppError::Throttled { retry_after_s: seconds });
        }
        table.insert(key, whole + rule.every_ms);
        Ok(())
    }

    /// Makes the quota of `who` whole: what was tried was right.
    pub(super) fn clear(&self, rule: Rule, who: &str) {
        self.lock().remove(&key(rule, who));
    }

    /// A panic leaves nothing half done: each entry is one number.
    fn lock(&self) -> MutexGuard<'_, HashMap<Key, i64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key(rule: Rule, who: &str) -> Key {
    let digest =
        Sha256::new().chain_update(rule.name).chain_update("\0").chain_update(who).finalize();
    let mut key = [0; 16];
    key.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_800_000_000_000 + ms).unwrap()
    }

    fn wait(outcome: Result<(), AppError>) -> Option<u32> {
        match outcome {
            Ok(()) => None,
            Err(AppError::Throttled { retry_after_s }) => Some(retry_after_s),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn a_burst_is_let_in_then_one_attempt_each_interval() {
        let throttle = Throttle::default();
        for _ in 0..5 {
            throttle.take(PAIR, "a", at(0)).unwrap();
        }
        assert_eq!(wait(throttle.take(PAIR, "a", at(0))), Some(60));
        assert_eq!(wait(throttle.take(PAIR, "b", at(0))), None, "another one is not held up");
        assert_eq!(wait(throttle.take(ACCOUNT, "a", at(0))), None, "nor by another rule");
        assert_eq!(wait(throttle.take(PAIR, "a", at(59_001))), Some(1));
        assert_eq!(wait(throttle.take(PAIR, "a", at(60_000))), None);
        throttle.clear(PAIR, "a");
        for _ in 0..5 {
            throttle.take(PAIR, "a", at(60_000)).unwrap();
        }
    }

    #[test]
    fn a_clock_that_is_set_back_shuts_nobody_out_for_longer() {
        let throttle = Throttle::default();
        let year = 365 * 24 * 3_600_000;
        for _ in 0..5 {
            throttle.take(PAIR, "a", at(year)).unwrap();
        }
        let told = wait(throttle.take(PAIR, "a", at(0))).unwrap();
        assert!(told <= 60, "{told} s instead of a year");
    }

    #[test]
    fn memory_is_bounded_and_newcomers_share_what_is_left() {
        let throttle = Throttle::default();
        for n in 0..10 {
            throttle.take_within(10, PAIR, &n.to_string(), at(0)).unwrap();
        }
        for _ in 0..5 {
            throttle.take_within(10, PAIR, "x", at(0)).unwrap();
        }
        assert!(wait(throttle.take_within(10, PAIR, "y", at(0))).is_some());
        assert_eq!(wait(throttle.take_within(10, PAIR, "3", at(0))), None, "the known keep theirs");
        assert!(throttle.lock().len() <= 11);
        assert_eq!(wait(throttle.take_within(10, PAIR, "y", at(600_000))), None);
        assert!(throttle.lock().len() <= 2, "who has not tried for long is forgotten");
    }
}
