//! One source of settings: texts with the place they come from.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use super::{ConfigFault, Env, Setting};

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// The configuration file.
    File(PathBuf),
    /// An environment variable.
    Variable(String),
    /// A flag of the command line.
    Flag(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Variable(name) | Self::Flag(name) => f.write_str(name),
        }
    }
}

/// The settings of one source, unchecked.
#[derive(Clone, Default)]
pub struct Layer(BTreeMap<Setting, (String, Origin)>);

// Values may hold a password, so only the names are shown.
impl fmt::Debug for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().map(|(s, (_, origin))| (s.key(), origin))).finish()
    }
}

impl Layer {
    /// The flags of the command line.
    pub fn from_flags(flags: impl IntoIterator<Item = (Setting, Option<String>)>) -> Self {
        let given = flags.into_iter().filter_map(|(setting, value)| {
            value.map(|value| (setting, (value, Origin::Flag(setting.flag()))))
        });
        Self(given.collect())
    }

    /// The environment; an empty variable counts as not set.
    pub(super) fn from_env(env: &dyn Env, faults: &mut Vec<ConfigFault>) -> Self {
        let mut settings = BTreeMap::new();
        for setting in Setting::ALL {
            let name = setting.variable();
            let Some(value) = env.find_variable(&name).filter(|v| !v.is_empty()) else { continue };
            let origin = Origin::Variable(name);
            match value.into_string() {
                Ok(value) => {
                    settings.insert(setting, (value, origin));
                }
                Err(_) => faults.push(ConfigFault { origin, detail: "is not UTF-8 text".into() }),
            }
        }
        Self(settings)
    }

    /// The configuration file; its relative paths start from its own folder.
    pub(super) fn from_file(path: &Path, faults: &mut Vec<ConfigFault>) -> Self {
        let mut fault = |detail: String| {
            faults.push(ConfigFault { origin: Origin::File(path.to_owned()), detail });
        };
        let table = match std::fs::read_to_string(path) {
            Err(error) => {
                fault(format!("cannot be read: {error}"));
                return Self::default();
            }
            Ok(text) => text.parse::<toml::Table>(),
        };
        let table = match table {
            // The message alone: toml would repeat the faulty line, which may hold a password.
            Err(error) => {
                fault(format!("is not TOML: {}", error.message()));
                return Self::default();
            }
            Ok(table) => table,
        };
        let mut settings = BTreeMap::new();
        for (key, value) in without_sections(table) {
            let Some(setting) = Setting::parse(&key) else {
                let known: Vec<_> = Setting::ALL.iter().map(|s| s.key()).collect();
                fault(format!("{key}: unknown key; known are {}", known.join(", ")));
                continue;
            };
            let mut text = match value {
                toml::Value::String(text) => text,
                toml::Value::Integer(number) if setting.is_number() => number.to_string(),
                toml::Value::Boolean(on) if setting.is_switch() => on.to_string(),
                _ => {
                    let form = match setting {
                        _ if setting.is_number() => "a whole number",
                        _ if setting.is_switch() => "true or false",
                        _ => "text in quotes",
                    };
                    fault(format!("{key}: must be {form}"));
                    continue;
                }
            };
            if setting.is_path() {
                let folder = path.parent().unwrap_or(Path::new("."));
                text = folder.join(text).to_string_lossy().into_owned();
            }
            let before = settings.insert(setting, (text, Origin::File(path.to_owned())));
            if before.is_some() {
                fault(format!("{key}: stands twice, by itself and in its section"));
            }
        }
        Self(settings)
    }

    /// This layer with every setting of `upper` in place of its own.
    #[must_use]
    pub(super) fn overlaid_by(mut self, upper: Self) -> Self {
        self.0.extend(upper.0);
        self
    }

    /// The text of a setting.
    #[must_use]
    pub(super) fn find(&self, setting: Setting) -> Option<&str> {
        self.0.get(&setting).map(|(value, _)| value.as_str())
    }

    /// Where a setting comes from.
    #[must_use]
    pub(super) fn origin(&self, setting: Setting) -> Option<&Origin> {
        self.0.get(&setting).map(|(_, origin)| origin)
    }
}

/// The keys of a file with those of its sections among them: `source` below `[tiles]` is `tiles_source`.
fn without_sections(table: toml::Table) -> Vec<(String, toml::Value)> {
    let mut flat = Vec::new();
    for (key, value) in table {
        match value {
            toml::Value::Table(section) if Setting::is_section(&key) => flat.extend(
                section.into_iter().map(|(inner, value)| (format!("{key}_{inner}"), value)),
            ),
            value => flat.push((key, value)),
        }
    }
    flat
}
