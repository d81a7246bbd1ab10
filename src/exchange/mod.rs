//! Formats in and out.
//!
//! Readers take bytes that the caller has opened and give domain and spatial values; they know no clock, no
//! database and no network. A reader reports every fault of its input at once ([`ImportErrors`]) and then gives
//! nothing: no input is half loaded.

pub mod ages;
pub mod cards;
pub mod census;
pub mod county;
mod error;
pub mod print;
pub mod spreadsheet;
mod table;

pub use error::{ImportError, ImportErrors};
