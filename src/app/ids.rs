//! The only door to new identifiers.

use std::sync::atomic::{AtomicU64, Ordering};

use uuid::Uuid;

/// Gives identifiers to records that are made in use.
pub trait Ids: Send + Sync {
    /// One that was never given before.
    fn next(&self) -> Uuid;
}

/// UUID version 7: later ones sort after earlier ones (RFC 9562, 2024, section 5.7).
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemIds;

impl Ids for SystemIds {
    #[allow(clippy::disallowed_methods, reason = "this is the door")]
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// Counts upwards, for tests.
#[derive(Debug, Default)]
pub struct CountingIds(AtomicU64);

impl Ids for CountingIds {
    fn next(&self) -> Uuid {
        Uuid::from_u64_pair(0, self.0.fetch_add(1, Ordering::Relaxed) + 1)
    }
}
