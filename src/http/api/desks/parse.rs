//! An entry from the text of a request, without a request: for programs of our own, and for the fuzzer.

use serde_json::Value;

use super::body::{read_listing, unreadable};
use crate::domain::{FieldErrors, Listing};

/// Reads an entry as it is sent to `/api/listings`, and checks it as a whole.
///
/// # Errors
/// Text that is no JSON, members at fault, or else what is wrong with the entry.
pub fn listing_of_json(text: &[u8]) -> Result<Listing, FieldErrors> {
    let body: Value = serde_json::from_slice(text)
        .map_err(|error| FieldErrors(vec![unreadable("", &error.to_string())]))?;
    let listing = read_listing(body)?;
    listing.validate()?;
    Ok(listing)
}
