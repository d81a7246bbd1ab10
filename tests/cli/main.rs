//! The built binary, as an operator runs it: on port 0, with a database that is thrown away.

mod broken_packages;
mod commands;
mod configuration;
mod database;
mod lifecycle;
mod support;
