//! `sozialatlas token create`: a token of the machine interface.

use chrono::TimeDelta;
use clap::{Args, Subcommand};

use super::{CommandError, Exit, Terminal, desk, import};
use crate::app::{Author, Clock, SystemClock, TokenRequest};
use crate::config::Config;
use crate::domain::{AccountState, Scope};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

/// What is done with tokens.
#[derive(Debug, Subcommand)]
enum What {
    /// Make a token for an account and print it, this once
    Create(Create),
}

#[derive(Debug, Args)]
struct Create {
    /// Address of the account the token speaks for
    #[arg(long, value_name = "ADDRESS")]
    email: String,
    /// What it may be used for: listings:read, listings:write, organizations:write, scenarios:write, accounts:admin
    #[arg(long, required = true, num_args = 1.., value_delimiter = ',', value_parser = parse_scope)]
    scopes: Vec<Scope>,
    /// What it is called in the list of tokens
    #[arg(long, default_value = "command line")]
    name: String,
    /// Days until it ends, at most 366
    #[arg(long, default_value_t = 90)]
    days: u16,
}

fn parse_scope(text: &str) -> Result<Scope, String> {
    let known: Vec<&str> = Scope::ALL.iter().map(|scope| scope.as_str()).collect();
    Scope::parse(text).ok_or_else(|| format!("must be one of {}", known.join(", ")))
}

pub(super) async fn run(
    config: &Config,
    arguments: Arguments,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, CommandError> {
    let What::Create(create) = arguments.what;
    let store = import::open(config).await?;
    let outcome = async {
        store.migrate().await?;
        let desk = desk(config, &store);
        let found = desk.find_account_by_email(&create.email).await?;
        let open = found.filter(|account| account.state == AccountState::Active);
        let account = open.ok_or_else(|| {
            CommandError::Refused(format!("there is no active account of {}", create.email))
        })?;
        let request = TokenRequest {
            name: create.name,
            scopes: create.scopes,
            expires_at: SystemClock.now() + TimeDelta::days(i64::from(create.days)),
        };
        Ok::<_, CommandError>(desk.create_token(&Author::of(&account), &account, request).await?)
    };
    let outcome = outcome.await;
    store.close().await;
    terminal.say(outcome?.secret);
    Ok(Exit::Done)
}
