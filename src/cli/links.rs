//! `sozialatlas links check`: asks the websites of all public entries.

use std::sync::Arc;

use clap::{Args, Subcommand};

use super::{CommandError, Exit, Terminal};
use crate::app::{Desk, LinkOptions, SystemClock, SystemIds, SystemRandom};
use crate::config::Config;
use crate::store::{OpenOptions, Store};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Ask the website of every public entry and organization, and write down who does not answer
    Check {
        /// Ask this machine too, which entries must not make the server do: for tests
        #[arg(long, hide = true)]
        allow_loopback: bool,
    },
}

pub(super) async fn run(
    config: &Config,
    arguments: &Arguments,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, CommandError> {
    let What::Check { allow_loopback } = arguments.what;
    let options = OpenOptions { create: false, ..OpenOptions::default() };
    let store = Store::open(config.database_url.expose(), &options).await?;
    let desk = Desk::new(
        store.clone(),
        Arc::new(SystemClock),
        Arc::new(SystemIds),
        Arc::new(SystemRandom),
    );
    let report = desk.check_links(LinkOptions { allow_loopback, ..LinkOptions::default() }).await;
    store.close().await;
    let report = report?;
    for check in &report.faulty {
        let status = check.http_status.map(|status| format!(" {status}")).unwrap_or_default();
        let detail = check.detail.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
        terminal.say(format_args!("{}{status} {}{detail}", check.outcome.as_str(), check.url));
    }
    let counts = report.counts.iter().map(|(outcome, n)| format!("{n} {}", outcome.as_str()));
    let counts: Vec<String> = counts.collect();
    terminal.say(if counts.is_empty() { "no websites".to_owned() } else { counts.join(", ") });
    Ok(Exit::Done)
}
