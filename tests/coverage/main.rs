//! The analysis against naive loops, laws, and the data of every county package that the repository carries.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::float_cmp,
    clippy::print_stdout,
    reason = "a test fails by panicking, and figures that must be the very same are compared as such"
)]

mod areas;
mod county;
mod laws;
mod naive;
mod small_worlds;
mod world;
