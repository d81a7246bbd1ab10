//! Hashing passwords: costly on purpose, so its number at the same time is bounded.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{Error as HashError, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use super::PasswordCost;
use crate::app::AppError;
use crate::domain::normal_password;

/// Most sign-ins that wait for a place; further ones are told to come back.
const MAX_WAITING: usize = 256;

/// Where passwords are hashed: on half of the machine's threads, so that reading goes on beside 100 sign-ins.
pub(super) struct PasswordRoom {
    argon: Argon2<'static>,
    places: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    /// How many hashes were made, for the proof that known and unknown accounts cost the same.
    made: AtomicU64,
    at_once: Arc<AtOnce>,
}

/// How many hashes are made at the same time, and were at most.
#[derive(Debug, Default)]
struct AtOnce {
    now: AtomicU64,
    most: AtomicU64,
}

/// What became of comparing a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Wrong,
    Right,
    /// Right, but hashed when less was asked of a hash.
    RightButWeak,
}

impl PasswordRoom {
    pub(super) fn new(cost: PasswordCost) -> Self {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None);
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.unwrap_or_default());
        Self {
            argon,
            places: Arc::new(Semaphore::new(half_of_the_machine())),
            waiting: Arc::new(Semaphore::new(MAX_WAITING)),
            made: AtomicU64::new(0),
            at_once: Arc::default(),
        }
    }

    /// How many hashes were made.
    pub(super) fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    /// How many places there are, and how many were taken at most.
    pub(super) fn places(&self) -> (u64, u64) {
        (half_of_the_machine() as u64, self.at_once.most.load(Ordering::Relaxed))
    }

    /// A PHC string of the password.
    pub(super) async fn hash(&self, password: &str, salt: [u8; 16]) -> Result<String, AppError> {
        let (argon, password) = (self.argon.clone(), normal_password(password));
        self.run(move || {
            argon.hash_password_with_salt(password.as_bytes(), &salt).map(|hash| hash.to_string())
        })
        .await
    }

    /// Whether the password belongs to the hash. Without one, a hash is made all the same and the answer is no:
    /// how long it takes tells nobody which accounts there are.
    pub(super) async fn verify(
        &self,
        password: &str,
        hash: Option<String>,
    ) -> Result<Verdict, AppError> {
        let (argon, password) = (self.argon.clone(), normal_password(password));
        self.run(move || {
            let Some(hash) = hash else {
                argon.hash_password_with_salt(password.as_bytes(), b"nobody's account")?;
                return Ok(Verdict::Wrong);
            };
            let hash = PasswordHash::new(&hash)?;
            match argon.verify_password(password.as_bytes(), &hash) {
                Ok(()) if is_weak(&hash, argon.params()) => Ok(Verdict::RightButWeak),
                Ok(()) => Ok(Verdict::Right),
                Err(HashError::PasswordInvalid) => Ok(Verdict::Wrong),
                Err(error) => Err(error),
            }
        })
        .await
    }

    /// Runs one hash when it is its turn.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, HashError> + Send + 'static,
    ) -> Result<T, AppError> {
        let _waiting = self.waiting.try_acquire().map_err(|_full| AppError::Overloaded)?;
        let place = Arc::clone(&self.places).acquire_owned().await;
        let place = place.map_err(|_closed| AppError::Overloaded)?;
        self.made.fetch_add(1, Ordering::Relaxed);
        // The place goes with the work: who no longer waits for the answer does not make room for another one.
        let at_once = Arc::clone(&self.at_once);
        let done = tokio::task::spawn_blocking(move || {
            let now = at_once.now.fetch_add(1, Ordering::Relaxed) + 1;
            at_once.most.fetch_max(now, Ordering::Relaxed);
            let outcome = work();
            at_once.now.fetch_sub(1, Ordering::Relaxed);
            drop(place);
            outcome
        });
        match done.await {
            Ok(outcome) => outcome.map_err(|error| AppError::Hashing(error.to_string())),
            Err(error) => Err(AppError::Hashing(error.to_string())),
        }
    }
}

/// Half of the machine's threads, at least one: the others answer readers.
fn half_of_the_machine() -> usize {
    std::thread::available_parallelism().map_or(1, |n| (n.get() / 2).max(1))
}

/// Whether a hash was made with less than is asked for now, or by another algorithm.
fn is_weak(hash: &PasswordHash, wanted: &Params) -> bool {
    let made = Params::try_from(hash);
    hash.algorithm.as_str() != "argon2id"
        || made.map_or(true, |made| {
            made.m_cost() < wanted.m_cost()
                || made.t_cost() < wanted.t_cost()
                || made.p_cost() < wanted.p_cost()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: PasswordCost = PasswordCost { memory_kib: 8, passes: 1, lanes: 1 };

    #[tokio::test]
    async fn a_password_is_found_right_wrong_or_hashed_too_weakly() {
        let weak = PasswordRoom::new(CHEAP);
        let hash = weak.hash("äpfel und birnen", [7; 16]).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{hash}");
        assert_eq!(
            weak.verify("äpfel und birnen", Some(hash.clone())).await.unwrap(),
            Verdict::Right
        );
        assert_eq!(
            weak.verify("a\u{308}pfel und birnen", Some(hash.clone())).await.unwrap(),
            Verdict::Right,
            "typed on another keyboard"
        );
        assert_eq!(weak.verify("apfel", Some(hash.clone())).await.unwrap(), Verdict::Wrong);
        let strong = PasswordRoom::new(PasswordCost { passes: 2, ..CHEAP });
        assert_eq!(
            strong.verify("äpfel und birnen", Some(hash)).await.unwrap(),
            Verdict::RightButWeak
        );
    }

    #[tokio::test]
    async fn without_an_account_a_hash_is_made_all_the_same() {
        let room = PasswordRoom::new(CHEAP);
        assert_eq!(room.verify("irgendwas", None).await.unwrap(), Verdict::Wrong);
        assert_eq!(room.made(), 1);
    }

    #[tokio::test]
    async fn a_hundred_at_once_never_take_more_than_their_places() {
        let room = Arc::new(PasswordRoom::new(CHEAP));
        let most = room.places.available_permits();
        let tasks: Vec<_> = (0..100)
            .map(|_| {
                let room = Arc::clone(&room);
                tokio::spawn(async move { room.verify("x", None).await.map(|_| ()) })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        assert_eq!(room.made(), 100);
        let (places, taken) = room.places();
        assert_eq!(places, most as u64);
        assert!((1..=places).contains(&taken), "{taken} at once in {places} places");
        assert_eq!(room.places.available_permits(), most, "every place is given back");
    }

    #[tokio::test]
    async fn whoever_would_wait_too_long_is_told_at_once() {
        let room = PasswordRoom::new(CHEAP);
        let _all = room.waiting.acquire_many(MAX_WAITING as u32).await.unwrap();
        assert!(matches!(room.verify("x", None).await, Err(AppError::Overloaded)));
        assert_eq!(room.made(), 0);
    }

    #[test]
    fn the_default_cost_is_what_owasp_asks_for() {
        let cost = PasswordCost::default();
        assert!(cost.memory_kib >= 19 * 1024 && cost.passes >= 2 && cost.lanes >= 1);
    }
}
