//! What the benches share: invented offers, a world around them, and a client that counts.
#![allow(dead_code, reason = "each bench takes what it needs")]

pub mod client;
pub mod offers;
pub mod report;
pub mod world;
