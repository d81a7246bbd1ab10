//! Places for whatever may bring a body: fewer than for reading, and of these only some for each client.
//!
//! A body takes as long to arrive as its sender likes. Places of their own keep readers from waiting for it, and a number
//! for each client keeps one sender from taking those of all others.

use std::collections::HashMap;
use std::num::NonZeroU16;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::{Semaphore, SemaphorePermit};

use super::client::Client;
use super::guard::{RETRY_AFTER_S, overloaded};
use crate::http::problem::Problem;

/// The places, and who has how many of them.
#[derive(Debug)]
pub(super) struct Writers {
    places: Semaphore,
    per_client: Option<NonZeroU16>,
    /// Only who has a place or is just asking for one, so never many.
    taken: Mutex<HashMap<Client, u16>>,
}

/// A place; free again when dropped.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    _own: Option<Own<'a>>,
    _place: SemaphorePermit<'a>,
}

/// One of the places of a client.
#[derive(Debug)]
struct Own<'a> {
    writers: &'a Writers,
    client: Client,
}

impl Drop for Own<'_> {
    fn drop(&mut self) {
        let mut taken = self.writers.lock();
        match taken.get_mut(&self.client) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(taken.remove(&self.client)),
        }
    }
}

impl Writers {
    /// So many places, of which each client may have `per_client` (0: all of them).
    pub(super) fn new(places: usize, per_client: u16) -> Self {
        Self {
            places: Semaphore::new(places),
            per_client: NonZeroU16::new(per_client),
            taken: Mutex::default(),
        }
    }

    /// Takes a place.
    ///
    /// # Errors
    /// 429 where the client has all that are meant for it, 503 where none is free.
    pub(super) fn enter(&self, client: Client) -> Result<Writer<'_>, Problem> {
        let own = self.per_client.map(|most| self.count(client, most)).transpose()?;
        let place = self.places.try_acquire().map_err(|_full| overloaded())?;
        Ok(Writer { _own: own, _place: place })
    }

    fn count(&self, client: Client, most: NonZeroU16) -> Result<Own<'_>, Problem> {
        let mut taken = self.lock();
        let count = taken.entry(client).or_default();
        if *count >= most.get() {
            return Err(Problem::too_many_requests(RETRY_AFTER_S));
        }
        *count += 1;
        Ok(Own { writers: self, client })
    }

    /// A panic leaves nothing half done: each entry is one number.
    fn lock(&self) -> MutexGuard<'_, HashMap<Client, u16>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::*;

    fn client(n: u32) -> Client {
        Client::of(IpAddr::V4(n.into()))
    }

    fn refusal(refused: Result<Writer<'_>, Problem>) -> (u16, Option<u32>) {
        let problem = refused.unwrap_err();
        (problem.status.as_u16(), problem.retry_after_s)
    }

    #[test]
    fn one_client_cannot_take_the_places_of_all() {
        let writers = Writers::new(3, 2);
        let first = [writers.enter(client(1)).unwrap(), writers.enter(client(1)).unwrap()];
        assert_eq!(refusal(writers.enter(client(1))), (429, Some(RETRY_AFTER_S)));
        let other = writers.enter(client(2)).unwrap();
        assert_eq!(refusal(writers.enter(client(3))), (503, Some(RETRY_AFTER_S)));
        drop(first);
        drop(writers.enter(client(1)).unwrap());
        drop(other);
        assert!(writers.lock().is_empty(), "who has no place is forgotten");
    }

    #[test]
    fn who_is_refused_for_want_of_places_loses_none_of_their_own() {
        let writers = Writers::new(1, 1);
        let other = writers.enter(client(2)).unwrap();
        for _ in 0..3 {
            assert_eq!(refusal(writers.enter(client(1))).0, 503);
        }
        drop(other);
        writers.enter(client(1)).unwrap();
    }

    #[test]
    fn without_a_number_for_each_client_only_the_places_count() {
        let writers = Writers::new(2, 0);
        let both = [writers.enter(client(1)).unwrap(), writers.enter(client(1)).unwrap()];
        assert_eq!(refusal(writers.enter(client(1))).0, 503);
        drop(both);
    }
}
