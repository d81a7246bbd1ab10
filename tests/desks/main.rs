//! The desks through HTTP: signing in, forms, and what each role may do, over a real database.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

mod account;
mod admin;
mod anonymous;
mod bad_input;
mod claims;
#[path = "../app/county.rs"]
#[allow(dead_code, reason = "shared with the tests of the use cases, which use more of it")]
mod county;
mod disclosure;
mod form;
mod handover;
mod house;
mod issuer;
mod links;
mod listings_api;
mod mine;
mod new_email;
mod objection;
mod programs;
mod provider;
mod provider_faults;
mod redaktion;
mod reminders;
mod roles;
mod scenarios;
mod secret_place;
mod sign_in;
mod sign_in_load;
mod source;
mod suggestions;
#[path = "../support/mod.rs"]
mod support;
mod table;
mod taken_back;
mod translations;
mod usage;

pub(crate) use support::world;
