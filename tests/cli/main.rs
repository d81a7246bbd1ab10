//! The built binary, as an operator runs it: on port 0, with a database that is thrown away.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test fails by panicking; the paths and texts are our own"
)]

mod accounts;
mod broken_packages;
mod census;
mod commands;
mod configuration;
mod counts;
mod database;
mod kills;
mod lifecycle;
mod postgres;
#[path = "../store/support.rs"]
#[allow(
    dead_code,
    unused_macros,
    reason = "shared with the tests of the store, which use more of it"
)]
mod store_support;
mod support;
mod two_instances;
mod writers;
