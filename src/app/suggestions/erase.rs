//! What has been kept long enough loses its words and its sender.

use super::super::{AppError, Desk};

/// Rows of one transaction: others write meanwhile.
const AT_ONCE: u32 = 200;

impl Desk {
    /// Erases words and sender of every suggestion whose time is over; how many. For the worker that tends the records.
    ///
    /// # Errors
    /// As the database reports; what was erased before stays erased.
    pub async fn erase_old_suggestions(&self) -> Result<u64, AppError> {
        let mut erased = 0;
        loop {
            let mut tx = self.store.begin_write("system", self.clock.now()).await?;
            let now = tx.erase_old_suggestions(AT_ONCE).await?;
            tx.commit().await?;
            erased += now;
            if now < u64::from(AT_ONCE) {
                return Ok(erased);
            }
        }
    }
}
