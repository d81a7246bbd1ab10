//! The configuration: defaults < file < environment < command line.
//!
//! Each source becomes a [`Layer`] of plain texts with their origin; the layers are merged, then resolved
//! into a [`Config`]. Whatever is wrong anywhere is reported at once, each fault with the place it stands in.

mod env;
mod layer;
mod mail;
mod oidc;
mod setting;
mod tiles;
mod values;

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

pub use env::{Env, FakeEnv, SystemEnv, arguments};
pub use layer::{Layer, Origin};
pub use mail::{MailConfig, SmtpTls, SmtpUrl};
pub use oidc::{OidcConfig, OidcFactor, OidcSecret};
pub use setting::Setting;
pub use tiles::{TileTemplate, TilesConfig, TilesFrom};
pub use values::{DatabaseUrl, LogFormat, SecondFactor};

/// What the names of our environment variables begin with.
pub const PREFIX: &str = "SOZIALATLAS_";

/// The variable that names the configuration file.
pub const CONFIG_VARIABLE: &str = "SOZIALATLAS_CONFIG";

/// The file in which a folder is recognised as a county package.
pub const REGION_FILE: &str = "region.toml";

/// What the log tells unless configured: our own events, and warnings of the libraries.
const DEFAULT_LOG: &str = "info";

/// A change on the planning page asks four times: one change a second in the long run, far less than a machine could.
const DEFAULT_ANALYSIS_PER_MINUTE: u16 = 240;

/// Twenty changes without a pause.
const DEFAULT_ANALYSIS_BURST: u16 = 80;

/// Colleagues behind one address who sign in together; a form is with us for a fraction of a second.
const DEFAULT_WRITES_PER_CLIENT: u16 = 12;

/// Everything that can be configured, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Which database.
    pub database_url: DatabaseUrl,
    /// Folder of the county package.
    pub region: PathBuf,
    /// Folder where the program writes.
    pub data_dir: PathBuf,
    /// Public address without a trailing slash, if one is set.
    pub base_url: Option<String>,
    /// Where to serve `/metrics`; `None` = nowhere.
    pub metrics_listen: Option<SocketAddr>,
    /// What to log, as directives of `tracing` ("info,sozialatlas=debug").
    pub log: String,
    /// The form of the log.
    pub log_format: LogFormat,
    /// Requests of planner's analysis that each client has a minute; 0 = no limit.
    pub analysis_per_minute: u16,
    /// How many of them it may send at once; at least 1.
    pub analysis_burst: u16,
    /// Requests that bring something which each client may have under way at once; 0 = no limit.
    pub writes_per_client: u16,
    /// Whether the planning pages are there (until accounts come, whoever reaches the server can read them).
    pub planning: bool,
    /// How many proxies stand in front whose word about the client's address is believed.
    pub trusted_proxies: u16,
    /// Who has to sign in with a one-time code too.
    pub second_factor: SecondFactor,
    /// How mail leaves.
    pub mail: MailConfig,
    /// The sign-in provider, if there is one.
    pub oidc: Option<OidcConfig>,
    /// Whether people may sign in with a password.
    pub password_sign_in: bool,
    /// Streets on the map; `None` = the map is drawn from the county's own data alone.
    pub tiles: Option<TilesConfig>,
}

/// One thing wrong with the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigFault {
    /// Where it stands.
    pub origin: Origin,
    /// What is wrong and what to do.
    pub detail: String,
}

impl fmt::Display for ConfigFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.origin, self.detail)
    }
}

/// Everything wrong with the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError(pub Vec<ConfigFault>);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the configuration cannot be used:")?;
        for fault in &self.0 {
            write!(f, "\n  {fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Reads the configuration of a process.
    ///
    /// `config_file` is the file named on the command line, `flags` the settings given there.
    ///
    /// # Errors
    /// Every fault of every source at once.
    pub fn load(
        env: &dyn Env,
        config_file: Option<&Path>,
        flags: Layer,
    ) -> Result<Self, ConfigError> {
        let mut faults = Vec::new();
        let working_dir = env.working_dir().unwrap_or_else(|error| {
            let detail = format!("the working folder cannot be read: {error}");
            faults.push(ConfigFault { origin: Origin::Default, detail });
            PathBuf::from(".")
        });
        let file = config_file.map(Path::to_owned).or_else(|| {
            env.find_variable(CONFIG_VARIABLE).filter(|v| !v.is_empty()).map(PathBuf::from)
        });
        let mut merged = Layer::default();
        if let Some(file) = file {
            merged = Layer::from_file(&working_dir.join(file), &mut faults);
        }
        let merged = merged.overlaid_by(Layer::from_env(env, &mut faults)).overlaid_by(flags);
        let config = resolve(&merged, &working_dir, &mut faults);
        match config {
            Some(config) if faults.is_empty() => Ok(config),
            _ => Err(ConfigError(faults)),
        }
    }

    /// The folder that may be written, and the file of the database if it is one.
    #[must_use]
    pub fn sqlite_path(&self) -> Option<PathBuf> {
        self.database_url.sqlite_path()
    }
}

/// Variables that begin with our prefix and mean nothing: most likely misspelt.
#[must_use]
pub fn list_unknown_variables(env: &dyn Env) -> Vec<String> {
    // Tests and the build have variables of their own, which the program does not read.
    let foreign = ["SOZIALATLAS_TEST_", "SOZIALATLAS_WEB", "SOZIALATLAS_E2E", "SOZIALATLAS_CI"];
    let mut names = env.list_variables(PREFIX);
    names.retain(|name| {
        name != CONFIG_VARIABLE
            && !Setting::ALL.iter().any(|s| s.variable() == *name)
            && !foreign.iter().any(|prefix| name.starts_with(prefix))
    });
    names
}

/// Turns the merged texts into checked values; `None` only where a fault was reported.
fn resolve(merged: &Layer, dir: &Path, faults: &mut Vec<ConfigFault>) -> Option<Config> {
    let address = |text: &str| {
        text.parse::<SocketAddr>().map_err(|error| {
            format!("must be an address and a port such as 127.0.0.1:8080 or [::1]:8080: {error}")
        })
    };
    let listen = parse(merged, Setting::Listen, faults, address)
        .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
    let metrics_listen = parse(merged, Setting::MetricsListen, faults, address);
    if metrics_listen == Some(listen) && listen.port() != 0 {
        faults.push(fault_at(merged, Setting::MetricsListen, "must differ from the main address"));
    }
    let base_url = parse(merged, Setting::BaseUrl, faults, values::parse_base_url);
    let log_format = parse(merged, Setting::LogFormat, faults, str::parse).unwrap_or_default();
    let log = parse(merged, Setting::Log, faults, |text| {
        tracing_subscriber::EnvFilter::try_new(text)
            .map(|_| text.to_owned())
            .map_err(|error| format!("must be a level such as info or debug: {error}"))
    })
    .unwrap_or_else(|| DEFAULT_LOG.to_owned());
    let analysis_per_minute = parse(merged, Setting::AnalysisPerMinute, faults, values::from_zero);
    let analysis_burst = parse(merged, Setting::AnalysisBurst, faults, values::from_one);
    let writes_per_client = parse(merged, Setting::WritesPerClient, faults, values::from_zero);
    let trusted_proxies = parse(merged, Setting::TrustedProxies, faults, values::from_zero);
    let second_factor = parse(merged, Setting::SecondFactor, faults, str::parse);
    let planning = parse(merged, Setting::Planning, faults, values::switch).unwrap_or(true);
    let mail = MailConfig::resolve(merged, dir, faults);
    let oidc = OidcConfig::resolve(merged, dir, base_url.as_deref(), faults);
    let password_sign_in =
        parse(merged, Setting::PasswordSignIn, faults, values::switch).unwrap_or(true);
    let data_dir = merged.find(Setting::DataDir).map_or_else(|| "var".into(), PathBuf::from);
    let data_dir = dir.join(data_dir);
    let tiles = TilesConfig::resolve(merged, dir, &data_dir, faults);
    let database_url = parse(merged, Setting::DatabaseUrl, faults, str::parse)
        .unwrap_or_else(|| DatabaseUrl::sqlite_file(&data_dir.join("sozialatlas.db")));
    let region = match merged.find(Setting::Region) {
        Some(folder) => check_region(&dir.join(folder))
            .map_err(|detail| faults.push(fault_at(merged, Setting::Region, &detail)))
            .ok(),
        None => find_only_region(&dir.join("data"))
            .map_err(|detail| faults.push(fault_at(merged, Setting::Region, &detail)))
            .ok(),
    }?;
    Some(Config {
        listen,
        database_url,
        region,
        data_dir,
        base_url,
        metrics_listen,
        log,
        log_format,
        analysis_per_minute: analysis_per_minute.unwrap_or(DEFAULT_ANALYSIS_PER_MINUTE),
        analysis_burst: analysis_burst.unwrap_or(DEFAULT_ANALYSIS_BURST),
        writes_per_client: writes_per_client.unwrap_or(DEFAULT_WRITES_PER_CLIENT),
        planning,
        trusted_proxies: trusted_proxies.unwrap_or_default(),
        second_factor: second_factor.unwrap_or_default(),
        mail,
        oidc,
        password_sign_in,
        tiles,
    })
}

/// Parses a setting if it is given; a fault is reported with its origin.
fn parse<T>(
    merged: &Layer,
    setting: Setting,
    faults: &mut Vec<ConfigFault>,
    parser: impl Fn(&str) -> Result<T, String>,
) -> Option<T> {
    match parser(merged.find(setting)?) {
        Ok(value) => Some(value),
        Err(detail) => {
            faults.push(fault_at(merged, setting, &detail));
            None
        }
    }
}

fn fault_at(merged: &Layer, setting: Setting, detail: &str) -> ConfigFault {
    let origin = merged.origin(setting).cloned().unwrap_or(Origin::Default);
    // A faulty database address may still hold a password, so values are never repeated here.
    ConfigFault { origin, detail: format!("{}: {detail}", setting.key()) }
}

/// `folder`, if it is a county package.
fn check_region(folder: &Path) -> Result<PathBuf, String> {
    if folder.join(REGION_FILE).is_file() {
        Ok(folder.to_owned())
    } else {
        Err(format!("{} is no county package: it holds no {REGION_FILE}", folder.display()))
    }
}

/// The only county package below `parent`.
fn find_only_region(parent: &Path) -> Result<PathBuf, String> {
    let hint = format!("name the folder of one with {} or --region", Setting::Region.variable());
    let mut found: Vec<PathBuf> = std::fs::read_dir(parent)
        .map_err(|error| {
            format!("no county package: {} cannot be read ({error}); {hint}", parent.display())
        })?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.join(REGION_FILE).is_file())
        .collect();
    found.sort();
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(format!("no county package below {}; {hint}", parent.display())),
        several => {
            let names: Vec<String> = several.iter().map(|p| p.display().to_string()).collect();
            Err(format!("several county packages: {}; {hint}", names.join(", ")))
        }
    }
}

#[cfg(test)]
mod tests;
