//! The command line: one file per command.

mod account;
mod census;
mod doctor;
mod import;
mod links;
mod log;
mod mail;
mod openapi;
mod provider;
mod serve;
mod terminal;
mod tiles;
mod token;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};

pub use terminal::Terminal;

use crate::app::{
    AccountOptions, AppError, Desk, SecondFactorRule, SystemClock, SystemIds, SystemRandom,
    with_causes,
};
use crate::config::{Config, ConfigError, Env, Layer, SecondFactor, Setting};
use crate::store::Store;

/// How a command ended; the number is the exit code of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// It could not be done: the database, the disk or the network failed.
    Failed = 1,
    /// The command line or the configuration is faulty.
    Usage = 2,
    /// The county package is faulty, or another file to import; nothing was loaded.
    FaultyPackage = 3,
    /// The doctor found something to do.
    Unwell = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  the database, the disk or the network failed
  2  the command line or the configuration is faulty
  3  the county package is faulty, or another file to import; nothing was loaded
  4  doctor found something to do

Every option may also be set in the environment (SOZIALATLAS_LISTEN …) or in the file of --config; the
command line wins over the environment, and that over the file.";

/// A county's social offers on a map that stays true.
#[derive(Debug, Parser)]
#[command(name = "sozialatlas", version, after_help = EXIT_CODES, max_term_width = 100)]
struct CommandLine {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Command,
}

/// Options of every command, as texts: the configuration checks them together with its other sources.
#[derive(Debug, Args)]
#[command(next_help_heading = "Configuration")]
struct Options {
    /// Configuration file (TOML)
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, global = true, value_name = "ADDRESS")]
    listen: Option<String>,
    /// Database [default: a file in the data directory]
    #[arg(long, global = true, value_name = "sqlite://…|postgres://…")]
    database_url: Option<String>,
    /// Folder of the county package [default: the only one below ./data]
    #[arg(long, global = true, value_name = "FOLDER")]
    region: Option<String>,
    /// Folder where the program writes [default: ./var]
    #[arg(long, global = true, value_name = "FOLDER")]
    data_dir: Option<String>,
    /// Public address [default: that of the request]
    #[arg(long, global = true, value_name = "https://…")]
    base_url: Option<String>,
    /// Address and port for /metrics [default: none]
    #[arg(long, global = true, value_name = "ADDRESS")]
    metrics_listen: Option<String>,
    /// What to log: a level or directives such as info,sozialatlas=debug [default: info]
    #[arg(long, global = true, value_name = "LEVEL")]
    log: Option<String>,
    /// Form of the log: text or json [default: text]
    #[arg(long, global = true, value_name = "FORM")]
    log_format: Option<String>,
    /// Requests of planner's analysis for each client and minute, 0 = no limit [default: 240]
    #[arg(long, global = true, value_name = "NUMBER")]
    analysis_per_minute: Option<String>,
    /// How many of them at once [default: 80]
    #[arg(long, global = true, value_name = "NUMBER")]
    analysis_burst: Option<String>,
    /// Forms, edits and files that each client may be sending at the same time, 0 = no limit [default: 12]
    #[arg(long, global = true, value_name = "NUMBER")]
    writes_per_client: Option<String>,
    /// How many proxies stand in front that tell the client's address [default: 0]
    #[arg(long, global = true, value_name = "NUMBER")]
    trusted_proxies: Option<String>,
    /// Whether the planning pages are there: true or false [default: true]
    #[arg(long, global = true, value_name = "true|false")]
    planning: Option<String>,
    /// Who has to sign in with a one-time code too: none, county (editors, planners, administrators) or all
    /// [default: county]
    #[arg(long, global = true, value_name = "none|county|all")]
    second_factor: Option<String>,
    /// Mail server; prefer the environment, as others on this machine see flags [default: none, mail waits]
    #[arg(long, global = true, value_name = "smtps://…|smtp://…")]
    smtp_url: Option<String>,
    /// In whose name mail is sent, such as "Sozialatlas <atlas@example.org>"
    #[arg(long, global = true, value_name = "ADDRESS")]
    mail_from: Option<String>,
    /// Folder that mails are written into instead of being sent, for trying out
    #[arg(long, global = true, value_name = "FOLDER")]
    mail_dir: Option<String>,
    /// Sign-in provider (OIDC), as it calls itself; needs a public address [default: none]
    #[arg(long, global = true, value_name = "https://…")]
    oidc_issuer: Option<String>,
    /// What the sign-in provider calls this program
    #[arg(long, global = true, value_name = "NAME")]
    oidc_client_id: Option<String>,
    /// Secret of this program at the provider; prefer the file, as others on this machine see flags
    #[arg(long, global = true, value_name = "SECRET")]
    oidc_client_secret: Option<String>,
    /// File that holds the secret
    #[arg(long, global = true, value_name = "FILE")]
    oidc_client_secret_file: Option<String>,
    /// What the provider is asked for beside openid [default: email]
    #[arg(long, global = true, value_name = "WORDS")]
    oidc_scopes: Option<String>,
    /// What people call the provider, for the button
    #[arg(long, global = true, value_name = "TEXT")]
    oidc_label: Option<String>,
    /// Claim that holds the address [default: email]
    #[arg(long, global = true, value_name = "CLAIM")]
    oidc_email_claim: Option<String>,
    /// What counts as a second factor, such as "acr:2 amr:mfa" [default: nothing]
    #[arg(long, global = true, value_name = "WORDS")]
    oidc_second_factor: Option<String>,
    /// Whether people may sign in with a password: true or false [default: true]
    #[arg(long, global = true, value_name = "true|false")]
    password_sign_in: Option<String>,
    #[command(flatten)]
    tiles: tiles::TileFlags,
}

impl Options {
    fn into_layer(self) -> Layer {
        let tiles = self.tiles.into_flags();
        let flags = [
            (Setting::Listen, self.listen),
            (Setting::DatabaseUrl, self.database_url),
            (Setting::Region, self.region),
            (Setting::DataDir, self.data_dir),
            (Setting::BaseUrl, self.base_url),
            (Setting::MetricsListen, self.metrics_listen),
            (Setting::Log, self.log),
            (Setting::LogFormat, self.log_format),
            (Setting::AnalysisPerMinute, self.analysis_per_minute),
            (Setting::AnalysisBurst, self.analysis_burst),
            (Setting::WritesPerClient, self.writes_per_client),
            (Setting::TrustedProxies, self.trusted_proxies),
            (Setting::Planning, self.planning),
            (Setting::SecondFactor, self.second_factor),
            (Setting::SmtpUrl, self.smtp_url),
            (Setting::MailFrom, self.mail_from),
            (Setting::MailDir, self.mail_dir),
            (Setting::OidcIssuer, self.oidc_issuer),
            (Setting::OidcClientId, self.oidc_client_id),
            (Setting::OidcClientSecret, self.oidc_client_secret),
            (Setting::OidcClientSecretFile, self.oidc_client_secret_file),
            (Setting::OidcScopes, self.oidc_scopes),
            (Setting::OidcLabel, self.oidc_label),
            (Setting::OidcEmailClaim, self.oidc_email_claim),
            (Setting::OidcSecondFactor, self.oidc_second_factor),
            (Setting::PasswordSignIn, self.password_sign_in),
        ];
        Layer::from_flags(flags.into_iter().chain(tiles))
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server: create and migrate the database, load the county package where it is empty
    Serve,
    /// Bring the county package into the database and report what was taken, left and refused
    Import(import::Arguments),
    /// Add an account, for example the first administrator
    Account(account::Arguments),
    /// Make a token of the machine interface
    Token(token::Arguments),
    /// Print the OpenAPI document of the machine interface
    Openapi,
    /// Look after the websites that entries name
    Links(links::Arguments),
    /// Check database, schema, county package, projections, read model, disk and configuration
    Doctor,
}

/// The writing side, as configured.
fn desk(config: &Config, store: &Store) -> Desk {
    let rule = match config.second_factor {
        SecondFactor::None => SecondFactorRule::Nobody,
        SecondFactor::County => SecondFactorRule::County,
        SecondFactor::All => SecondFactorRule::Everybody,
    };
    let options = AccountOptions { second_factor: rule, ..AccountOptions::default() };
    let (clock, ids) = (Arc::new(SystemClock), Arc::new(SystemIds));
    let desk = Desk::new(store.clone(), clock, ids, Arc::new(SystemRandom)).with_accounts(options);
    match provider::options(config) {
        Some(provider) => desk.with_provider(provider),
        None => desk,
    }
}

/// Why a command did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error("{0}")]
    Config(#[from] ConfigError),
    #[error("{0}")]
    App(#[from] AppError),
    /// A file, folder or socket.
    #[error("{what}: {source}")]
    Io {
        /// What was being done, with the path or address.
        what: String,
        source: std::io::Error,
    },
    /// Something that a person has to change, in words.
    #[error("{0}")]
    Refused(String),
}

impl CommandError {
    fn io(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |source| Self::Io { what, source }
    }

    const fn exit(&self) -> Exit {
        match self {
            Self::Config(_) | Self::App(AppError::Invalid(_)) => Exit::Usage,
            Self::App(AppError::Import(_)) => Exit::FaultyPackage,
            Self::App(_) | Self::Io { .. } | Self::Refused(_) => Exit::Failed,
        }
    }
}

impl From<crate::store::DatabaseError> for CommandError {
    fn from(error: crate::store::DatabaseError) -> Self {
        Self::App(error.into())
    }
}

/// Runs the command that `arguments` (the program's name first) ask for.
pub fn run(env: &dyn Env, arguments: Vec<OsString>, terminal: &mut Terminal<'_>) -> Exit {
    let CommandLine { options, command } = match CommandLine::try_parse_from(arguments) {
        Ok(parsed) => parsed,
        Err(error) => {
            let text = error.render();
            if error.use_stderr() {
                terminal.complain(text.to_string().trim_end());
                return Exit::Usage;
            }
            terminal.say(text.to_string().trim_end());
            return Exit::Done;
        }
    };
    let file = options.config.clone();
    let outcome = Config::load(env, file.as_deref(), options.into_layer())
        .map_err(CommandError::from)
        .and_then(|config| run_command(env, &config, command, terminal));
    match outcome {
        Ok(exit) => exit,
        Err(error) => {
            terminal.complain(format_args!("sozialatlas: {}", with_causes(&error)));
            error.exit()
        }
    }
}

fn run_command(
    env: &dyn Env,
    config: &Config,
    command: Command,
    terminal: &mut Terminal<'_>,
) -> Result<Exit, CommandError> {
    log::start(config);
    for name in crate::config::list_unknown_variables(env) {
        tracing::info!(name, "this environment variable means nothing to the program");
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(CommandError::io("starting the threads"))?;
    runtime.block_on(async {
        match command {
            Command::Serve => serve::run(config, terminal).await,
            Command::Import(arguments) => import::run(config, &arguments, terminal).await,
            Command::Account(arguments) => account::run(config, arguments, terminal).await,
            Command::Token(arguments) => token::run(config, arguments, terminal).await,
            Command::Openapi => openapi::run(config, terminal),
            Command::Links(arguments) => links::run(config, &arguments, terminal).await,
            Command::Doctor => doctor::run(config, terminal).await,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::FakeEnv;

    fn run_with(words: &[&str]) -> (Exit, String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let words = std::iter::once("sozialatlas").chain(words.iter().copied());
        let empty = tempfile::tempdir().unwrap();
        let exit = run(
            &FakeEnv::new(empty.path(), &[]),
            words.map(OsString::from).collect(),
            &mut Terminal::new(&mut out, &mut err),
        );
        (exit, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
    }

    #[test]
    fn the_command_line_is_consistent() {
        use clap::CommandFactory;
        CommandLine::command().debug_assert();
    }

    #[test]
    fn the_help_tells_the_defaults_of_the_quota() {
        use clap::CommandFactory;
        let package = tempfile::tempdir().unwrap();
        let folder = package.path().join("data/musterkreis");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("region.toml"), "").unwrap();
        let env = FakeEnv::new(package.path(), &[]);
        let config = Config::load(&env, None, Layer::default()).unwrap();
        let help = CommandLine::command().render_long_help().to_string();
        for (flag, number) in [
            ("--analysis-per-minute", config.analysis_per_minute),
            ("--analysis-burst", config.analysis_burst),
        ] {
            let (_, rest) = help.split_once(flag).unwrap();
            let (_, told) = rest.split_once("[default: ").unwrap();
            assert!(told.starts_with(&format!("{number}]")), "{flag}: {told}");
        }
    }

    #[test]
    fn every_setting_has_its_flag() {
        use clap::CommandFactory;
        let command = CommandLine::command();
        for setting in Setting::ALL {
            let flag = setting.flag();
            let known = command.get_arguments().filter_map(clap::Arg::get_long);
            assert!(known.into_iter().any(|name| format!("--{name}") == flag), "{flag}");
        }
    }

    #[test]
    fn help_is_no_error_and_tells_the_exit_codes() {
        let (exit, out, err) = run_with(&["--help"]);
        assert_eq!((exit, err.as_str()), (Exit::Done, ""));
        assert!(out.contains("serve") && out.contains("the county package is faulty"), "{out}");
    }

    #[test]
    fn an_unknown_command_and_a_faulty_configuration_are_usage_errors() {
        let (exit, _, err) = run_with(&["sreve"]);
        assert_eq!(exit, Exit::Usage);
        assert!(err.contains("serve"), "{err}");
        let (exit, out, err) = run_with(&["serve", "--listen", "x", "--base-url", "y"]);
        assert_eq!((exit, out.as_str()), (Exit::Usage, ""));
        for part in ["--listen", "--base-url", "no county package"] {
            assert!(err.contains(part), "{part} is missing in {err}");
        }
    }
}
