//! The search over the county's own entries: what people type, and what must be among the first hits.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../support/mod.rs"]
mod support;

mod bad_input;
mod queries;
