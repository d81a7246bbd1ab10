//! How mail leaves: settings of which one holds a password.

use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use percent_encoding::percent_decode_str;
use url::{Host, Url};

use super::{ConfigFault, Layer, Setting, fault_at, parse};

/// How the connection to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmtpTls {
    /// From the first byte: `smtps://`.
    Implicit,
    /// After STARTTLS, or nothing is sent: `smtp://`.
    StartTls,
    /// Not at all: `smtp://…?tls=none`.
    Off,
}

/// The address of the mail server; its password never shows in `Debug`, `Display` or a log.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpUrl {
    /// Name or address of the server.
    pub host: String,
    /// Port: 465 for `smtps`, 587 for `smtp`, 25 without protection, unless given.
    pub port: u16,
    /// How the connection is protected.
    pub tls: SmtpTls,
    /// User and password.
    pub login: Option<(String, String)>,
}

impl FromStr for SmtpUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // The parser's words may repeat the address with its password, so they are not passed on.
        let form = "must look like smtps://user:password@mail.example.org or smtp://…";
        let url = Url::parse(text).map_err(|_secret| form.to_owned())?;
        let host = url.host().ok_or_else(|| form.to_owned())?;
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(
                "must not have a path; special characters of a password are written %40".to_owned()
            );
        }
        let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let query: Vec<(&str, &str)> =
            query.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let (tls, port) = match (url.scheme(), query.as_slice()) {
            ("smtps", []) => (SmtpTls::Implicit, 465),
            ("smtp", []) => (SmtpTls::StartTls, 587),
            ("smtp", [("tls", "none")]) => (SmtpTls::Off, 25),
            ("smtp" | "smtps", _) => {
                return Err("knows no parameter but smtp://…?tls=none".to_owned());
            }
            _ => return Err(form.to_owned()),
        };
        let decoded = |text: &str| {
            let text = percent_decode_str(text).decode_utf8();
            text.map(String::from).map_err(|_error| "user and password must be UTF-8".to_owned())
        };
        let login = match (url.username(), url.password()) {
            ("", None) => None,
            (user, Some(password)) => Some((decoded(user)?, decoded(password)?)),
            (_, None) => return Err("names a user without a password".to_owned()),
        };
        if login.is_some() && tls == SmtpTls::Off && !is_here(&host) {
            return Err("would send a password unprotected: leave out tls=none".to_owned());
        }
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        Ok(Self { host, port: url.port().unwrap_or(port), tls, login })
    }
}

/// Whether it is this machine.
fn is_here(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => match name.parse::<IpAddr>() {
            Ok(address) => address.is_loopback(),
            Err(_name) => *name == "localhost",
        },
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

impl fmt::Display for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, parameter) = match self.tls {
            SmtpTls::Implicit => ("smtps", ""),
            SmtpTls::StartTls => ("smtp", ""),
            SmtpTls::Off => ("smtp", "?tls=none"),
        };
        let login = if self.login.is_some() { "***@" } else { "" };
        write!(f, "{scheme}://{login}{}:{}{parameter}", self.host, self.port)
    }
}

impl fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SmtpUrl({self})")
    }
}

/// How mail leaves. With neither a server nor a folder, mail waits in the outbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailConfig {
    /// The mail server.
    pub smtp_url: Option<SmtpUrl>,
    /// In whose name: `atlas@example.org` or `Sozialatlas <atlas@example.org>`.
    pub from: Option<String>,
    /// A folder that mails are written into instead, for trying out.
    pub dir: Option<PathBuf>,
}

impl MailConfig {
    /// Reads and checks the settings of mail; paths start from `dir`.
    pub(super) fn resolve(merged: &Layer, dir: &Path, faults: &mut Vec<ConfigFault>) -> Self {
        let mailbox = |text: &str| match text.parse::<lettre::message::Mailbox>() {
            Ok(_) => Ok(text.to_owned()),
            Err(_error) => Err("must look like Sozialatlas <atlas@example.org>".to_owned()),
        };
        let config = Self {
            smtp_url: parse(merged, Setting::SmtpUrl, faults, str::parse),
            from: parse(merged, Setting::MailFrom, faults, mailbox),
            dir: merged.find(Setting::MailDir).map(|folder| dir.join(folder)),
        };
        let given = |setting| merged.find(setting).is_some();
        if given(Setting::SmtpUrl) && given(Setting::MailDir) {
            let detail = "mail leaves by smtp_url or into mail_dir, not both: take one away";
            faults.push(fault_at(merged, Setting::MailDir, detail));
        }
        if given(Setting::SmtpUrl) && !given(Setting::MailFrom) {
            let detail = "needs mail_from, the address that mails come from";
            faults.push(fault_at(merged, Setting::SmtpUrl, detail));
        }
        config
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Result<SmtpUrl, String> {
        text.parse()
    }

    #[test]
    fn the_scheme_says_how_the_connection_is_protected() {
        let of = |text: &str| url(text).map(|url| (url.host, url.port, url.tls)).unwrap();
        assert_eq!(of("smtps://m.example"), ("m.example".into(), 465, SmtpTls::Implicit));
        assert_eq!(of("smtp://m.example/"), ("m.example".into(), 587, SmtpTls::StartTls));
        assert_eq!(of("smtp://[::1]:2525?tls=none"), ("::1".into(), 2525, SmtpTls::Off));
    }

    #[test]
    fn a_password_is_read_and_never_shows() {
        let url = url("smtps://atlas%40x:ge%40heim@m.example").unwrap();
        assert_eq!(url.login, Some(("atlas@x".to_owned(), "ge@heim".to_owned())));
        assert_eq!(format!("{url} {url:?}").matches("heim").count(), 0);
        assert_eq!(url.to_string(), "smtps://***@m.example:465");
    }

    #[test]
    fn a_password_is_never_sent_unprotected_to_another_machine() {
        for fine in ["smtp://a:b@127.0.0.1:25?tls=none", "smtp://a:b@localhost?tls=none"] {
            assert!(url(fine).is_ok(), "{fine}");
        }
        for wrong in
            ["smtp://a:geheim@m.example?tls=none", "smtp://a:geheim@127.1.example?tls=none"]
        {
            assert!(url(wrong).unwrap_err().contains("unprotected"), "{wrong}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_without_repeating_it() {
        for wrong in [
            "m.example",
            "http://a:geheim@m.example",
            "smtp://",
            "smtps://a:geheim@m.example/path",
            "smtps://a:ge/heim@m.example",
            "smtps://a@m.example",
            "smtp://m.example?tls=maybe",
            "smtps://m.example?tls=none",
        ] {
            let told = url(wrong).unwrap_err();
            assert!(!told.contains("heim") && !told.is_empty(), "{wrong}: {told}");
        }
    }
}
