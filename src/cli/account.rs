//! `sozialatlas account add`: an account without an invitation, for the first administrator.

use std::io::Read as _;

use clap::{Args, Subcommand};

use super::{CommandError, Exit, Terminal, desk, import};
use crate::app::NewAccount;
use crate::config::Config;
use crate::domain::OrganizationId;
use crate::domain::policy::Role;

/// Most bytes of a password that are read.
const LONGEST_INPUT: u64 = 4_096;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

/// What is done with accounts.
#[derive(Debug, Subcommand)]
enum What {
    /// Add an account that may sign in at once
    Add(Add),
}

#[derive(Debug, Args)]
struct Add {
    /// Address the person signs in with
    #[arg(long, value_name = "ADDRESS")]
    email: String,
    /// provider, editor, planner or admin
    #[arg(long, value_parser = parse_role)]
    role: Role,
    /// Name of the person [default: what stands before the @]
    #[arg(long)]
    name: Option<String>,
    /// Organization a provider speaks for; may be given several times
    #[arg(long = "organization", value_name = "ID", value_parser = parse_organization)]
    organizations: Vec<OrganizationId>,
    /// Read the password from standard input: its first line
    #[arg(long, required = true)]
    password_stdin: bool,
}

fn parse_role(text: &str) -> Result<Role, String> {
    let known = Role::parse(text).filter(|role| *role != Role::Resident);
    known.ok_or_else(|| "must be provider, editor, planner or admin".to_owned())
}

fn parse_organization(text: &str) -> Result<OrganizationId, String> {
    text.parse().map_err(|_fault| "must be the id of an organization (a UUID)".to_owned())
}

pub(super) async fn run(
    config: &Config,
    arguments: Arguments,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, CommandError> {
    let What::Add(add) = arguments.what;
    let password = read_password()?;
    let store = import::open(config).await?;
    let outcome = async {
        store.migrate().await?;
        let new = NewAccount {
            email: add.email,
            name: add.name,
            role: add.role,
            organizations: add.organizations,
            password,
        };
        Ok::<_, CommandError>(desk(config, &store).add_account(new).await?)
    };
    let outcome = outcome.await;
    store.close().await;
    let account = outcome?;
    terminal.say(format_args!("{} {} {}", account.id, account.role.as_str(), account.email));
    Ok(Exit::Done)
}

/// The first line of standard input, without its end.
fn read_password() -> Result<String, CommandError> {
    let mut text = String::new();
    std::io::stdin()
        .take(LONGEST_INPUT)
        .read_to_string(&mut text)
        .map_err(CommandError::io("reading the password from standard input"))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}
