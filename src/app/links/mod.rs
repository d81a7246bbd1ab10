//! Whether the websites that entries name still answer: asked by a command, politely, and never inwards.

mod address;
mod ask;
mod check_links;

pub use check_links::{BrokenLink, LinkOptions, LinkReport, LinkedEntry};
