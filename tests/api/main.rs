//! The interface as a whole: what bad input gets, and what every answer carries.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

mod bad_input;
mod caching;
mod client_quota;
mod county;
mod coverage;
mod coverage_ages;
mod coverage_definition;
mod coverage_faults;
mod coverage_progress;
mod coverage_region;
mod coverage_scenario;
mod embed;
mod every_answer;
mod filters;
mod guide;
mod limits;
mod offline;
mod operations;
mod over_a_socket;
mod slow_bodies;
#[path = "../support/mod.rs"]
mod support;
mod tiles;
