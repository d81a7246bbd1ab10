//! Freshness: reminders to the organizations, the link that confirms an entry, and what is hidden for its age.

mod confirm_by_link;
mod send_reminders;
mod tell_hidden;

pub use confirm_by_link::{Confirmation, ConfirmedByLink, ToConfirm};
pub use send_reminders::RemindersSent;

/// How long a link in a reminder works, in days: until the next reminder comes in most policies.
pub(in crate::app) const CONFIRM_LINK_DAYS: u32 = 60;

use crate::app::{AppError, Desk};
use crate::domain::{Listing, PartialDate};
use crate::store::DatabaseError;

impl Desk {
    /// Hands every public entry to `each`, a batch at a time.
    pub(in crate::app) async fn each_published(
        &self,
        mut each: impl FnMut(Listing),
    ) -> Result<(), AppError> {
        let mut stream = self.store.published_documents().await?;
        while let Some(batch) = stream.next_batch().await? {
            for document in batch {
                let listing = serde_json::from_str(&document.document).map_err(|error| {
                    DatabaseError::Inconsistency {
                        table: "revision",
                        column: "document",
                        row: format!("published {}", document.last_modified),
                        reason: error.to_string(),
                    }
                })?;
                each(listing);
            }
        }
        Ok(())
    }
}

/// The date by which a reminder is known: one that was sent for it is not sent again.
fn assured_key(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}
