//! What the benches share: invented offers, a world around them, and a client that counts.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::cast_possible_wrap,
    reason = "each bench takes what it needs, prints, and stops at the first surprise"
)]

pub mod client;
pub mod country;
pub mod edits;
pub mod offers;
pub mod people;
pub mod report;
pub mod sign_ins;
pub mod world;
