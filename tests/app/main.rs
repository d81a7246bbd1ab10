//! Use cases that load and follow, on both databases.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../store/support.rs"]
#[macro_use]
#[allow(dead_code, reason = "shared with the tests of the store, which use more of it")]
mod support;
#[path = "../support/world.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "shared with the tests of the interface, which use more of it"
)]
mod world;

#[path = "../support/smtp.rs"]
mod smtp;

mod account_desk;
mod accounts;
mod analyse;
mod census;
mod county;
mod follow;
mod freshness_months;
mod handover;
mod identities;
mod import_cases;
mod load;
mod mail;
mod regrouped;
mod suggestions;
mod upkeep;
mod usage;
