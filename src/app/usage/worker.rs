//! The worker that adds up every second and writes down every minute.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::app::{Desk, with_causes};

/// How often what is waiting is added up.
const ADD_UP_EVERY: Duration = Duration::from_secs(1);
/// After how many of those it is written down: a minute.
const WRITE_EVERY: u32 = 60;

/// Adds up what pages have seen, until it is told to stop. Whoever stops it calls [`Desk::flush_usage`] when the last answer
/// is given.
pub struct UsageWorker {
    desk: Arc<Desk>,
}

impl UsageWorker {
    /// A worker for the pages that use `desk`.
    #[must_use]
    pub const fn new(desk: Arc<Desk>) -> Self {
        Self { desk }
    }

    /// Works until `stopped` turns true.
    pub async fn run(self, mut stopped: watch::Receiver<bool>) {
        let mut added = 0;
        loop {
            tokio::select! {
                () = tokio::time::sleep(ADD_UP_EVERY) => {}
                // A sender that is gone means the same.
                _ = stopped.wait_for(|stop| *stop) => return,
            }
            added += 1;
            if added < WRITE_EVERY {
                self.desk.add_up_usage().await;
                continue;
            }
            added = 0;
            if let Err(error) = self.desk.flush_usage().await {
                tracing::warn!(
                    error = with_causes(&error),
                    "what was counted could not be written yet"
                );
            }
        }
    }
}
