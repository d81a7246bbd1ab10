//! `sozialatlas openapi`: the document of the machine interface, for client generators.

use std::sync::Arc;

use super::{CommandError, Exit, Terminal};
use crate::app::{package_reference, read_package};
use crate::atlas::Atlas;
use crate::config::Config;
use crate::http;

/// Address in the document where none is configured.
const EXAMPLE_BASE_URL: &str = "http://127.0.0.1:8080";

pub(super) fn run(config: &Config, terminal: &mut Terminal<'_>) -> Result<Exit, CommandError> {
    let loaded = read_package(&config.region)?;
    // What it describes is the county's classification and texts; entries change nothing in it.
    let atlas = Atlas::new(Arc::new(package_reference(&loaded.package)), Vec::new(), 0);
    let base_url = config.base_url.as_deref().unwrap_or(EXAMPLE_BASE_URL);
    terminal.say(format_args!("{:#}", http::openapi_document(&atlas.snapshot(), base_url)));
    Ok(Exit::Done)
}
