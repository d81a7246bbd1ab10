//! `sozialatlas openapi`: the document of the machine interface, for client generators.

use super::{CommandError, Exit, Terminal};
use crate::app::read_package;
use crate::config::Config;
use crate::http;

/// Address in the document where none is configured.
const EXAMPLE_BASE_URL: &str = "http://127.0.0.1:8080";

pub(super) fn run(config: &Config, terminal: &mut Terminal<'_>) -> Result<Exit, CommandError> {
    let loaded = read_package(&config.region)?;
    let base_url = config.base_url.as_deref().unwrap_or(EXAMPLE_BASE_URL);
    terminal.say(http::openapi_document(&loaded.package.region, base_url));
    Ok(Exit::Done)
}
