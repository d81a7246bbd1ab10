//! The sign-in provider (`OpenID` Connect): settings of which one is a secret.

use std::fmt;
use std::path::Path;

use url::{Host, Url};

use super::{ConfigFault, Layer, Setting, fault_at, parse};

/// What is asked for unless configured.
const DEFAULT_SCOPES: &str = "email";
/// The claim that holds the address unless configured.
const DEFAULT_EMAIL_CLAIM: &str = "email";
/// Longest label of a button.
const LONGEST_LABEL: usize = 60;

/// The secret that proves to the provider that we ask; it never shows in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct OidcSecret(String);

impl OidcSecret {
    /// The secret itself; for asking the provider only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for OidcSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OidcSecret(***)")
    }
}

/// What in an ID token says that the provider has asked for a second factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OidcFactor {
    /// `acr:VALUE`.
    Acr(String),
    /// `amr:VALUE`.
    Amr(String),
}

/// The sign-in provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OidcConfig {
    /// Its address, letter by letter as it calls itself.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// What proves that we ask; `None` = a public client.
    pub client_secret: Option<OidcSecret>,
    /// What is asked for beside `openid`.
    pub scopes: Vec<String>,
    /// What people call it.
    pub label: Option<String>,
    /// The claim that holds the address.
    pub email_claim: String,
    /// What counts as a second factor.
    pub second_factor: Vec<OidcFactor>,
}

/// Settings that mean nothing without an issuer.
const PARTS: [Setting; 7] = [
    Setting::OidcClientId,
    Setting::OidcClientSecret,
    Setting::OidcClientSecretFile,
    Setting::OidcScopes,
    Setting::OidcLabel,
    Setting::OidcEmailClaim,
    Setting::OidcSecondFactor,
];

impl OidcConfig {
    /// Reads and checks the settings of the provider; paths start from `dir`.
    pub(super) fn resolve(
        merged: &Layer,
        dir: &Path,
        base_url: Option<&str>,
        faults: &mut Vec<ConfigFault>,
    ) -> Option<Self> {
        let given = |setting: Setting| merged.find(setting).is_some();
        let mut fault = |setting, detail: &str| faults.push(fault_at(merged, setting, detail));
        if !given(Setting::OidcIssuer) {
            for part in PARTS.into_iter().filter(|part| given(*part)) {
                fault(part, "means nothing without oidc_issuer");
            }
            if merged.find(Setting::PasswordSignIn) == Some("false") {
                let detail = "nobody could sign in: without oidc_issuer passwords are the only way";
                fault(Setting::PasswordSignIn, detail);
            }
            return None;
        }
        if !given(Setting::OidcClientId) {
            fault(
                Setting::OidcIssuer,
                "needs oidc_client_id, what the provider calls this program",
            );
        }
        if !given(Setting::BaseUrl) {
            fault(Setting::OidcIssuer, "needs base_url, where the provider sends people back to");
        } else if !base_url.is_none_or(|base| Url::parse(base).is_ok_and(|url| is_protected(&url)))
        {
            fault(Setting::BaseUrl, "must begin with https:// where people sign in by a provider");
        }
        if given(Setting::OidcClientSecret) && given(Setting::OidcClientSecretFile) {
            fault(Setting::OidcClientSecretFile, "stands beside oidc_client_secret: take one away");
        }
        let secret = parse(merged, Setting::OidcClientSecret, faults, secret);
        let from_file = parse(merged, Setting::OidcClientSecretFile, faults, |file| {
            read_secret(&dir.join(file))
        });
        let scopes = parse(merged, Setting::OidcScopes, faults, scopes);
        let label = parse(merged, Setting::OidcLabel, faults, label);
        let email_claim = parse(merged, Setting::OidcEmailClaim, faults, word);
        let second_factor = parse(merged, Setting::OidcSecondFactor, faults, second_factor);
        let client_id = parse(merged, Setting::OidcClientId, faults, word);
        let issuer = parse(merged, Setting::OidcIssuer, faults, issuer);
        Some(Self {
            issuer: issuer?,
            client_id: client_id?,
            client_secret: secret.or(from_file),
            scopes: scopes.unwrap_or_else(|| vec![DEFAULT_SCOPES.to_owned()]),
            label,
            email_claim: email_claim.unwrap_or_else(|| DEFAULT_EMAIL_CLAIM.to_owned()),
            second_factor: second_factor.unwrap_or_default(),
        })
    }
}

/// Whether what is sent there can be read by nobody on the way: https, or within this machine.
fn is_protected(url: &Url) -> bool {
    let here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && here)
}

/// The address of a provider, kept as it is written: it has to be the same letter by letter.
fn issuer(text: &str) -> Result<String, String> {
    let form = "must look like https://login.example.org/realms/county";
    let url = Url::parse(text).map_err(|_error| form.to_owned())?;
    let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    match (is_protected(&url), plain) {
        (true, true) => Ok(text.to_owned()),
        (false, _) => Err("must begin with https://".to_owned()),
        (true, false) => Err(form.to_owned()),
    }
}

fn secret(text: &str) -> Result<OidcSecret, String> {
    let text = text.trim();
    let plain = !text.is_empty() && text.len() <= 4096 && !text.contains(char::is_control);
    // The value is not repeated: it is a secret.
    plain.then(|| OidcSecret(text.to_owned())).ok_or_else(|| "must be one line of text".to_owned())
}

fn read_secret(file: &Path) -> Result<OidcSecret, String> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    secret(&text).map_err(|why| format!("{} {why}", file.display()))
}

fn word(text: &str) -> Result<String, String> {
    let plain = !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    plain.then(|| text.to_owned()).ok_or_else(|| "must be one word".to_owned())
}

fn scopes(text: &str) -> Result<Vec<String>, String> {
    // RFC 6749, section 3.3.
    let fine = |c: char| matches!(c, '!' | '#'..='[' | ']'..='~');
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let all = !words.is_empty() && words.iter().all(|word| word.chars().all(fine));
    all.then_some(words).ok_or_else(|| "must be words with blanks between them".to_owned())
}

fn label(text: &str) -> Result<String, String> {
    let text = text.trim();
    let count = text.chars().count();
    let fine = (1..=LONGEST_LABEL).contains(&count) && !text.contains(char::is_control);
    fine.then(|| text.to_owned())
        .ok_or_else(|| format!("must be one line of at most {LONGEST_LABEL} characters"))
}

fn second_factor(text: &str) -> Result<Vec<OidcFactor>, String> {
    let one = |word: &str| match word.split_once(':') {
        Some(("acr", value)) if !value.is_empty() => Ok(OidcFactor::Acr(value.to_owned())),
        Some(("amr", value)) if !value.is_empty() => Ok(OidcFactor::Amr(value.to_owned())),
        _ => Err("must be words such as acr:2 or amr:mfa".to_owned()),
    };
    text.split_whitespace().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, FakeEnv};

    fn load(list: &[(&str, &str)]) -> Result<Config, String> {
        let dir = tempfile::tempdir().unwrap();
        let region = dir.path().join("data/musterkreis");
        std::fs::create_dir_all(&region).unwrap();
        std::fs::write(region.join("region.toml"), "").unwrap();
        std::fs::write(dir.path().join("secret"), "ge heim\n").unwrap();
        let named: Vec<_> = list.iter().map(|(k, v)| (format!("SOZIALATLAS_{k}"), *v)).collect();
        let named: Vec<_> = named.iter().map(|(k, v)| (k.as_str(), *v)).collect();
        Config::load(&FakeEnv::new(dir.path(), &named), None, Layer::default())
            .map_err(|error| error.to_string())
    }

    const BASE: [(&str, &str); 3] = [
        ("BASE_URL", "https://atlas.example"),
        ("OIDC_ISSUER", "https://login.example/realms/county"),
        ("OIDC_CLIENT_ID", "atlas"),
    ];

    #[test]
    fn a_provider_is_read_from_its_settings_and_its_secret_from_a_file_and_never_shows() {
        assert_eq!(load(&[]).unwrap().oidc, None);
        let mut list = BASE.to_vec();
        list.push(("OIDC_CLIENT_SECRET_FILE", "secret"));
        list.push(("OIDC_SECOND_FACTOR", "acr:https://a.example/mfa  amr:otp"));
        list.push(("OIDC_SCOPES", "email profile"));
        list.push(("PASSWORD_SIGN_IN", "false"));
        let config = load(&list).unwrap();
        assert!(!format!("{config:?}").contains("heim"));
        assert!(!config.password_sign_in);
        let oidc = config.oidc.unwrap();
        assert_eq!(oidc.client_secret.unwrap().expose(), "ge heim");
        assert_eq!(oidc.scopes, ["email", "profile"]);
        assert_eq!(oidc.email_claim, "email");
        let factors = [
            OidcFactor::Acr("https://a.example/mfa".to_owned()),
            OidcFactor::Amr("otp".to_owned()),
        ];
        assert_eq!(oidc.second_factor, factors);
    }

    #[test]
    fn what_lacks_or_contradicts_is_told_at_once_without_the_secret() {
        let told = load(&[("OIDC_ISSUER", "https://login.example")]).unwrap_err();
        assert!(told.contains("needs oidc_client_id") && told.contains("needs base_url"), "{told}");
        let told = load(&[("OIDC_LABEL", "x"), ("PASSWORD_SIGN_IN", "false")]).unwrap_err();
        assert!(told.contains("oidc_label: means nothing without oidc_issuer"), "{told}");
        assert!(told.contains("password_sign_in: nobody could sign in"), "{told}");
        let mut list = BASE.to_vec();
        list.extend([
            ("OIDC_CLIENT_SECRET", "geheim\u{7}"),
            ("OIDC_CLIENT_SECRET_FILE", "nowhere"),
            ("OIDC_SECOND_FACTOR", "mfa"),
            ("OIDC_SCOPES", "a\"b"),
            ("OIDC_EMAIL_CLAIM", "e mail"),
        ]);
        let told = load(&list).unwrap_err();
        for part in [
            "oidc_client_secret: must be one line",
            "take one away",
            "cannot be read",
            "such as acr:2",
            "oidc_scopes: must be words",
            "oidc_email_claim: must be one word",
        ] {
            assert!(told.contains(part), "{part} is missing in:\n{told}");
        }
        assert!(!told.contains("geheim"), "{told}");
    }

    #[test]
    fn nothing_of_it_goes_over_a_plain_connection() {
        let with = |base, issuer| {
            load(&[("BASE_URL", base), ("OIDC_ISSUER", issuer), ("OIDC_CLIENT_ID", "a")])
        };
        assert!(with("http://127.0.0.1:8080", "http://localhost:3000").is_ok(), "this machine");
        let told = with("http://atlas.example", "http://login.example").unwrap_err();
        assert!(told.contains("base_url: must begin with https"), "{told}");
        assert!(told.contains("oidc_issuer: must begin with https"), "{told}");
        for wrong in
            ["login.example", "https://a@login.example", "https://login.example?x", "ftp://x"]
        {
            assert!(with("https://atlas.example", wrong).is_err(), "{wrong}");
        }
    }
}
