//! Use cases: one verb per file. This room owns transactions, the clock and (later) mail.

mod clock;

use std::sync::Arc;

pub use clock::{Clock, FixedClock, SystemClock};

use crate::atlas::{Atlas, Moment};

/// What the running program is made of; shared by all requests.
pub struct App {
    /// Everything public.
    pub atlas: Arc<Atlas>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// What pages and links need to know of the configuration.
    pub settings: Settings,
}

/// The part of the configuration that answers depend on.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Public address without a trailing slash; `None` = take the request's own host.
    pub base_url: Option<String>,
    /// Time zone of the region.
    pub timezone: chrono_tz::Tz,
}

impl App {
    /// The present moment in the region.
    #[must_use]
    pub fn moment(&self) -> Moment {
        Moment { local: self.clock.now().with_timezone(&self.settings.timezone).naive_local() }
    }
}
