//! The store's contract: every test runs on SQLite, and on PostgreSQL when `TEST_DATABASE_URL` is set
//! (`scripts/with-postgres.sh cargo test --test store`).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::too_many_lines,
    reason = "a test that cannot go on must stop"
)]

#[macro_use]
mod support;

mod crash;
mod entries;
mod feed;
mod group;
mod history;
mod moderation;
mod opening;
mod outbox;
mod projection;
mod reference;
mod scenarios;
mod state_machine;
mod translations;
mod use_cases;
mod writers;
