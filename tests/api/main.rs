//! The interface as a whole: what bad input gets, and what every answer carries.

mod bad_input;
mod caching;
mod every_answer;
mod limits;
mod operations;
#[path = "../support/mod.rs"]
mod support;
