//! Distance over land on the county package of the repository.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod county;
