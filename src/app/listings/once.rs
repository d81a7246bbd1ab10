//! Requests that carry a key are done once, however often they arrive.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::AppError;
use crate::domain::{FieldError, FieldErrors};
use crate::store::{DatabaseError, Tx};

/// Longest key, in characters.
const LONGEST_KEY: usize = 200;

/// The key of a request, chosen by who asks, and what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// The key, unique to the request among those of the same account.
    pub key: String,
    /// SHA-256 of the request in hexadecimal: the same key with another request is a mistake.
    pub digest: String,
}

impl Once {
    /// Checks the key.
    ///
    /// # Errors
    /// When it is empty, too long, or holds what cannot be printed.
    pub fn validate(&self) -> Result<(), FieldErrors> {
        let mut faults = FieldErrors::default();
        let fits = (1..=LONGEST_KEY).contains(&self.key.len())
            && self.key.bytes().all(|b| b.is_ascii_graphic() || b == b' ');
        faults.check(
            fits,
            "/idempotency_key",
            "not_a_key",
            "a key has 1 to 200 printable ASCII characters",
        );
        faults.into_result(())
    }
}

/// What became of the request, if it was done before.
///
/// # Errors
/// [`AppError::KeyReused`] where the key belongs to another request.
pub(in crate::app) async fn answered<T: DeserializeOwned>(
    tx: &mut Tx,
    once: Option<&Once>,
) -> Result<Option<T>, AppError> {
    let Some(once) = once else { return Ok(None) };
    once.validate()?;
    let Some(known) = tx.find_answer(&once.key).await? else { return Ok(None) };
    if known.digest != once.digest {
        return Err(AppError::KeyReused);
    }
    serde_json::from_str(&known.outcome).map(Some).map_err(|error| {
        AppError::Database(DatabaseError::Inconsistency {
            table: "answered_request",
            column: "outcome",
            row: "of a key".to_owned(),
            reason: error.to_string(),
        })
    })
}

/// Remembers what became of a request within the transaction that did it.
///
/// # Errors
/// As the database reports.
pub(in crate::app) async fn remember(
    tx: &mut Tx,
    once: Option<&Once>,
    outcome: &impl Serialize,
) -> Result<(), AppError> {
    let Some(once) = once else { return Ok(()) };
    let outcome = serde_json::to_string(outcome)
        .map_err(|error| FieldErrors(vec![FieldError::new("", "unstorable", error.to_string())]))?;
    tx.save_answer(&once.key, &once.digest, &outcome).await?;
    Ok(())
}
