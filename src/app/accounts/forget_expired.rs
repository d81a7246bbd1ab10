//! Forgets what has had its time.

use chrono::TimeDelta;

use super::sessions::IDLE;
use crate::app::{AppError, Desk};
use crate::store::Forgotten;

/// How long what happened to accounts is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Events of the audit.
    pub events: TimeDelta,
}

impl Default for Retention {
    fn default() -> Self {
        Self { events: TimeDelta::days(180) }
    }
}

impl Desk {
    /// Deletes sessions, known browsers, tokens and links that have ended, and old events of the audit.
    ///
    /// # Errors
    /// As the database reports.
    pub async fn forget_expired(&self, retention: Retention) -> Result<Forgotten, AppError> {
        let now = self.clock.now();
        let mut tx = self.store.begin_write("system", now).await?;
        let forgotten = tx.forget_expired(now, now - IDLE, now - retention.events).await?;
        tx.commit().await?;
        Ok(forgotten)
    }
}
