//! A quota for each client, for routes that cost more than a page; they opt in with [`per_client`].
//!
//! The generic cell rate algorithm (ITU-T I.371, as the crate `governor` has it): one number per client, namely
//! when its quota will be whole again.

use std::collections::HashMap;
use std::fmt;
use std::num::NonZeroU16;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use governor::RateLimiter;
use governor::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::StateStore;
use governor::state::keyed::ShrinkableKeyedStateStore;

use super::Limits;
use super::client::Client;
use crate::http::problem::Problem;

/// Most clients remembered one by one: a few megabytes. Further ones share a single quota until others are forgotten.
const MAX_CLIENTS: usize = 1 << 16;

/// What one client may send in a day: a whole school or office may stand behind one address.
const SUGGESTIONS_A_DAY: NonZeroU16 = match NonZeroU16::new(80) {
    Some(number) => number,
    None => NonZeroU16::MIN,
};

const DAY: Duration = Duration::from_hours(24);

/// How often clients whose quota is whole again are forgotten.
const SWEEP_EVERY: Duration = Duration::from_secs(10);

/// What a client may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Requests a minute in the long run, evenly regained.
    pub per_minute: NonZeroU16,
    /// Requests at once after a pause.
    pub burst: NonZeroU16,
}

impl Quota {
    /// A quota; `None` = no limit, where `per_minute` is 0. A burst of 0 would let nobody in and counts as 1.
    #[must_use]
    pub const fn new(per_minute: u16, burst: u16) -> Option<Self> {
        let burst = match NonZeroU16::new(burst) {
            Some(burst) => burst,
            None => NonZeroU16::MIN,
        };
        match NonZeroU16::new(per_minute) {
            Some(per_minute) => Some(Self { per_minute, burst }),
            None => None,
        }
    }
}

/// Time that never goes back, counted from any fixed moment.
#[derive(Clone)]
pub struct Timer(Arc<dyn Fn() -> Duration + Send + Sync>);

impl Timer {
    /// The time that passes from now on.
    #[must_use]
    pub fn real() -> Self {
        // Not the wall clock of the app: that may be set back, and would lock clients out.
        let start = Instant::now();
        Self::new(move || start.elapsed())
    }

    /// Whatever time `elapsed` tells.
    pub fn new(elapsed: impl Fn() -> Duration + Send + Sync + 'static) -> Self {
        Self(Arc::new(elapsed))
    }
}

impl fmt::Debug for Timer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Timer").field(&(self.0)()).finish()
    }
}

impl Clock for Timer {
    type Instant = Duration;

    fn now(&self) -> Duration {
        (self.0)()
    }
}

/// The quotas of all clients; routes that share one share the quota.
#[derive(Debug)]
pub struct ClientQuotas {
    limiter: Option<RateLimiter<Client, Clients, Timer, NoOpMiddleware<Duration>>>,
    trusted_proxies: u16,
    timer: Timer,
    /// When to forget clients next, in milliseconds of the timer.
    next_sweep_ms: AtomicU64,
}

impl ClientQuotas {
    /// The same quota for each client (`None`: no limit), who is known by what `trusted_proxies` proxies in front
    /// say of it, or by the peer's address where there are none.
    #[must_use]
    pub fn new(quota: Option<Quota>, trusted_proxies: u16, timer: Timer) -> Self {
        Self::with_room(quota, trusted_proxies, timer, MAX_CLIENTS)
    }

    /// What these limits say of the planner's analysis.
    #[must_use]
    pub fn for_analysis(limits: &Limits) -> Self {
        Self::new(limits.analysis, limits.trusted_proxies, Timer::real())
    }

    /// What these limits say of tiles.
    #[must_use]
    pub fn for_tiles(limits: &Limits) -> Self {
        Self::new(limits.tiles, limits.trusted_proxies, Timer::real())
    }

    /// What these limits say of sending in: so many a minute, and [`SUGGESTIONS_A_DAY`].
    #[must_use]
    pub fn for_suggestions(limits: &Limits) -> (Self, Self) {
        let (trusted, timer) = (limits.trusted_proxies, Timer::real());
        let a_minute = Self::new(limits.suggestions, trusted, timer.clone());
        let a_day = limits.suggestions.and_then(|_limited| {
            governor::Quota::with_period(DAY / u32::from(SUGGESTIONS_A_DAY.get()))
                .map(|quota| quota.allow_burst(SUGGESTIONS_A_DAY.into()))
        });
        (a_minute, Self::of(a_day, trusted, timer, MAX_CLIENTS))
    }

    fn with_room(quota: Option<Quota>, trusted_proxies: u16, timer: Timer, room: usize) -> Self {
        let quota = quota.map(|Quota { per_minute, burst }| {
            governor::Quota::per_minute(per_minute.into()).allow_burst(burst.into())
        });
        Self::of(quota, trusted_proxies, timer, room)
    }

    fn of(quota: Option<governor::Quota>, trusted_proxies: u16, timer: Timer, room: usize) -> Self {
        let limiter = quota.map(|quota| RateLimiter::new(quota, Clients::new(room), timer.clone()));
        Self { limiter, trusted_proxies, timer, next_sweep_ms: AtomicU64::new(0) }
    }

    /// Takes one request off the client's quota.
    ///
    /// # Errors
    /// 429 with the seconds to wait, where nothing is left of it; that attempt costs nothing.
    fn take(&self, client: Client) -> Result<(), Problem> {
        let Some(limiter) = &self.limiter else { return Ok(()) };
        let now = self.timer.now();
        if self.is_time_to_sweep(now) {
            limiter.retain_recent();
        }
        limiter.check_key(&client).map_err(|not_until| {
            let wait = not_until.wait_time_from(now);
            let whole = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            Problem::too_many_requests(u32::try_from(whole.max(1)).unwrap_or(u32::MAX))
        })
    }

    /// Whether it is time to forget clients; tells only one of those who ask at the same moment.
    fn is_time_to_sweep(&self, now: Duration) -> bool {
        let millis = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let due = self.next_sweep_ms.load(Ordering::Relaxed);
        let next = millis(now + SWEEP_EVERY);
        millis(now) >= due
            && self
                .next_sweep_ms
                .compare_exchange(due, next, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
    }
}

/// Puts the quota before these routes: whoever has used it up gets 429.
///
/// # Panics
/// When there are no routes (axum refuses a layer around nothing).
pub fn per_client<S>(routes: Router<S>, quotas: &Arc<ClientQuotas>) -> Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    routes.route_layer(from_fn_with_state(Arc::clone(quotas), check))
}

/// Lets a request in that the client still has quota for. What a browser asks beforehand (`OPTIONS`) is free.
async fn check(
    State(quotas): State<Arc<ClientQuotas>>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    if request.method() != Method::OPTIONS {
        let client =
            Client::of_request(request.extensions(), request.headers(), quotas.trusted_proxies);
        quotas.take(client)?;
    }
    Ok(next.run(request).await)
}

/// When each client's quota is whole again; never more than `room` of them.
#[derive(Debug)]
struct Clients {
    table: Mutex<Table>,
    room: usize,
}

#[derive(Debug, Default)]
struct Table {
    known: HashMap<Client, Nanos>,
    /// The quota that those share for whom there was no room.
    crowd: Option<Nanos>,
}

impl Clients {
    fn new(room: usize) -> Self {
        Self { table: Mutex::default(), room }
    }

    /// A panic leaves nothing half done: each entry is one number.
    fn lock(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl StateStore for Clients {
    type Key = Client;

    fn measure_and_replace<T, F, E>(&self, client: &Client, measure: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        let mut table = self.lock();
        if let Some(state) = table.known.get_mut(client) {
            let (outcome, next) = measure(Some(*state))?;
            *state = next;
            return Ok(outcome);
        }
        if table.known.len() < self.room {
            let (outcome, next) = measure(None)?;
            table.known.insert(*client, next);
            return Ok(outcome);
        }
        let (outcome, next) = measure(table.crowd)?;
        table.crowd = Some(next);
        Ok(outcome)
    }
}

impl ShrinkableKeyedStateStore<Client> for Clients {
    fn retain_recent(&self, drop_below: Nanos) {
        self.lock().known.retain(|_, state| *state > drop_below);
    }

    fn len(&self) -> usize {
        self.lock().known.len()
    }

    fn is_empty(&self) -> bool {
        self.lock().known.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::*;

    /// A timer that stands until it is moved by milliseconds.
    fn standing() -> (Timer, Arc<AtomicU64>) {
        let now = Arc::new(AtomicU64::new(0));
        let told = Arc::clone(&now);
        (Timer::new(move || Duration::from_millis(told.load(Ordering::Relaxed))), now)
    }

    fn client(n: u32) -> Client {
        Client::of(IpAddr::V4(n.into()))
    }

    fn retry_after(refused: Result<(), Problem>) -> u32 {
        refused.unwrap_err().retry_after_s.unwrap()
    }

    #[test]
    fn a_burst_is_let_in_then_one_request_each_interval() {
        let (timer, now) = standing();
        let quotas = ClientQuotas::new(Quota::new(6, 3), 0, timer);
        for _ in 0..3 {
            quotas.take(client(1)).unwrap();
        }
        assert_eq!(retry_after(quotas.take(client(1))), 10);
        quotas.take(client(2)).unwrap();
        now.store(9_001, Ordering::Relaxed);
        assert_eq!(retry_after(quotas.take(client(1))), 1, "rounded up: never told too early");
        now.store(10_000, Ordering::Relaxed);
        quotas.take(client(1)).unwrap();
        assert_eq!(retry_after(quotas.take(client(1))), 10, "refused attempts cost nothing");
    }

    #[test]
    fn without_a_quota_nobody_is_refused_and_nobody_remembered() {
        assert_eq!(Quota::new(0, 40), None);
        let quotas = ClientQuotas::new(None, 0, standing().0);
        for _ in 0..10_000 {
            quotas.take(client(1)).unwrap();
        }
        assert!(quotas.limiter.is_none());
    }

    #[test]
    fn clients_whose_quota_is_whole_again_are_forgotten() {
        let (timer, now) = standing();
        let quotas = ClientQuotas::new(Quota::new(60, 5), 0, timer);
        for n in 0..1_000 {
            quotas.take(client(n)).unwrap();
        }
        let remembered = || quotas.limiter.as_ref().unwrap().len();
        assert_eq!(remembered(), 1_000);
        now.store(60_000, Ordering::Relaxed);
        quotas.take(client(5_000)).unwrap();
        assert_eq!(remembered(), 1);
    }

    #[test]
    fn where_there_is_no_room_newcomers_share_a_quota_and_the_known_keep_theirs() {
        let (timer, now) = standing();
        let quotas = ClientQuotas::with_room(Quota::new(60, 2), 0, timer, 10);
        for n in 0..10 {
            quotas.take(client(n)).unwrap();
        }
        quotas.take(client(100)).unwrap();
        quotas.take(client(101)).unwrap();
        assert_eq!(retry_after(quotas.take(client(102))), 1);
        quotas.take(client(3)).unwrap();
        assert_eq!(quotas.limiter.as_ref().unwrap().len(), 10, "memory is bounded");
        now.store(30_000, Ordering::Relaxed);
        quotas.take(client(102)).unwrap();
        quotas.take(client(102)).unwrap();
        assert_eq!(quotas.limiter.as_ref().unwrap().len(), 1, "there is room again");
    }

    #[test]
    fn over_any_time_a_client_gets_no_more_than_burst_and_rate() {
        let (timer, now) = standing();
        let quotas = ClientQuotas::new(Quota::new(120, 40), 0, timer);
        let mut let_in = 0;
        for tick in 0..6_000 {
            now.store(tick * 10, Ordering::Relaxed);
            let_in += u32::from(quotas.take(client(1)).is_ok());
        }
        // 40 at once and 2 a second for a minute, less what the last tick has not yet regained.
        assert!((159..=160).contains(&let_in), "{let_in}");
    }
}
