//! Sozialatlas: a county's social offers on a map that stays true.
//!
//! # The rooms
//! `http → app → {store, atlas, coverage, exchange, texts} → spatial → domain`; nothing points back, and
//! `tests/architecture.rs` enforces it. `domain`, `spatial`, `coverage`, `atlas` do no input or
//! output, read no clock and know no async, nor does `texts`; only [`store`] names sqlx, only [`http`] names axum.
//! `docs/ARCHITECTURE.md` walks through them.

pub mod app;
pub mod atlas;
pub mod cli;
pub mod config;
pub mod coverage;
pub mod domain;
pub mod exchange;
pub mod http;
pub mod spatial;
pub mod store;
mod texts;
