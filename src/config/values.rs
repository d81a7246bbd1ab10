//! Values that take some care: addresses with secrets in them, log formats.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The address of the database; its password never shows in `Debug`, `Display` or a log.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// The SQLite file `path`.
    #[must_use]
    pub fn sqlite_file(path: &Path) -> Self {
        Self(format!("sqlite://{}", path.display()))
    }

    /// The whole address, with its password; for opening the database only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The file of a SQLite database, `None` for PostgreSQL or a database in memory.
    #[must_use]
    pub fn sqlite_path(&self) -> Option<PathBuf> {
        let rest = self.0.strip_prefix("sqlite:")?;
        let path = rest.strip_prefix("//").unwrap_or(rest).split('?').next()?;
        (path != ":memory:").then(|| PathBuf::from(path))
    }

    /// The address without its password, also where one hides in the query (`?password=…`).
    fn redacted(&self) -> String {
        let Some((scheme, rest)) = self.0.split_once("://") else { return self.0.clone() };
        let (place, query) = rest.split_once('?').map_or((rest, None), |(p, q)| (p, Some(q)));
        if query.is_some_and(|query| query.contains('@')) {
            // A password may hold `?` and `@`: where the parts are not certain, nothing is shown.
            return format!("{scheme}://***");
        }
        let place = match place.rsplit_once('@') {
            Some((login, host)) => match login.split_once(':') {
                Some((user, _)) => format!("{user}:***@{host}"),
                None => format!("{login}@{host}"),
            },
            None => place.to_owned(),
        };
        let query = query.map_or(String::new(), |query| {
            let parts: Vec<String> = query.split('&').map(redact_parameter).collect();
            format!("?{}", parts.join("&"))
        });
        format!("{scheme}://{place}{query}")
    }
}

/// `name=value` with the value hidden where the name speaks of a secret.
fn redact_parameter(parameter: &str) -> String {
    match parameter.split_once('=') {
        Some((name, _)) if name.to_ascii_lowercase().contains("pass") => format!("{name}=***"),
        _ => parameter.to_owned(),
    }
}

impl FromStr for DatabaseUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let path = text.strip_prefix("sqlite:").map(|rest| rest.strip_prefix("//").unwrap_or(rest));
        match path {
            Some("" | "/") => Err("names no file; write sqlite://path/to/file.db".to_owned()),
            Some(_) => Ok(Self(text.to_owned())),
            None if text.starts_with("postgres://") || text.starts_with("postgresql://") => {
                Ok(Self(text.to_owned()))
            }
            None => Err("must begin with sqlite:// or postgres://".to_owned()),
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.redacted())
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({})", self.redacted())
    }
}

/// The form of the log on standard error.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// One readable line per event.
    #[default]
    Text,
    /// One JSON object per event, for machines.
    Json,
}

impl FromStr for LogFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err("must be text or json".to_owned()),
        }
    }
}

/// Who has to sign in with a one-time code too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SecondFactor {
    /// Nobody has to; everybody may.
    None,
    /// Editors, planners and administrators.
    #[default]
    County,
    /// Everybody.
    All,
}

impl FromStr for SecondFactor {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "none" => Ok(Self::None),
            "county" => Ok(Self::County),
            "all" => Ok(Self::All),
            _ => Err("must be none, county or all".to_owned()),
        }
    }
}

/// A switch.
///
/// # Errors
/// Says what a switch must look like.
pub(super) fn switch(text: &str) -> Result<bool, String> {
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err("must be true or false".to_owned()),
    }
}

/// The public address of the program: scheme and host, no path, no trailing slash.
///
/// # Errors
/// Says what an address must look like.
pub(super) fn parse_base_url(text: &str) -> Result<String, String> {
    let wrong = || "must look like https://atlas.example.org, without a path".to_owned();
    let text = text.strip_suffix('/').unwrap_or(text);
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .filter(|host| !host.is_empty())
        .ok_or_else(wrong)?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if host.chars().all(allowed) { Ok(text.to_owned()) } else { Err(wrong()) }
}

/// A whole number, 0 allowed.
///
/// # Errors
/// Says the bounds.
pub(super) fn from_zero(text: &str) -> Result<u16, String> {
    text.trim().parse().map_err(|_not_one| format!("must be a whole number from 0 to {}", u16::MAX))
}

/// A whole number of at least 1.
///
/// # Errors
/// Says the bounds.
pub(super) fn from_one(text: &str) -> Result<u16, String> {
    let number = text.trim().parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| format!("must be a whole number from 1 to {}", u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_never_shows() {
        for url in [
            "postgres://atlas:geheim@db/atlas",
            "postgres://atlas:ge@heim@db/atlas?sslmode=require",
            "postgres://db/atlas?user=atlas&password=geheim",
            "postgres://atlas:geheim:geheim@db",
            "postgres://atlas:ge?heim@db",
            "postgres://db:5432/atlas?password=ge@heim",
        ] {
            let url: DatabaseUrl = url.parse().unwrap();
            let shown = format!("{url} {url:?}");
            assert!(!shown.contains("heim"), "{shown}");
            assert!(shown.contains("***"), "{shown}");
        }
    }

    #[test]
    fn an_address_without_secret_is_shown_as_it_is() {
        for url in ["sqlite://var/a.db", "postgres://atlas@db:5433/atlas", "sqlite::memory:"] {
            assert_eq!(url.parse::<DatabaseUrl>().unwrap().to_string(), url);
        }
    }

    #[test]
    fn the_file_of_a_sqlite_address_is_found() {
        let path = |url: &str| url.parse::<DatabaseUrl>().unwrap().sqlite_path();
        assert_eq!(path("sqlite:///a/b.db?mode=rwc"), Some(PathBuf::from("/a/b.db")));
        assert_eq!(path("sqlite:b.db"), Some(PathBuf::from("b.db")));
        assert_eq!(path("sqlite::memory:"), None);
        assert_eq!(path("postgres://db/atlas"), None);
    }

    #[test]
    fn a_number_is_whole_and_within_its_bounds() {
        assert_eq!((from_zero(" 7 "), from_zero("0"), from_one("1")), (Ok(7), Ok(0), Ok(1)));
        for wrong in ["65536", "-1", "1.5", "", "x"] {
            let told = from_zero(wrong).unwrap_err();
            assert_eq!(told, "must be a whole number from 0 to 65535", "{wrong}");
            assert!(from_one(wrong).is_err(), "{wrong}");
        }
        assert!(from_one("0").is_err());
    }

    #[test]
    fn a_base_url_has_a_host_and_no_path() {
        assert_eq!(parse_base_url("https://a.example/").as_deref(), Ok("https://a.example"));
        assert_eq!(parse_base_url("http://[::1]:80").as_deref(), Ok("http://[::1]:80"));
        for wrong in
            ["", "a.example", "https://", "https://a/b", "ftp://a", "https://a?b", "https://u@h"]
        {
            assert!(parse_base_url(wrong).is_err(), "{wrong}");
        }
    }
}
