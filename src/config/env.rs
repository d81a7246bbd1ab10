//! The environment, read in this one place, so that tests can fake it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the program learns from the process it runs in.
pub trait Env {
    /// The value of a variable, if it is set.
    fn find_variable(&self, name: &str) -> Option<OsString>;

    /// The names of all variables that begin with `prefix`, sorted.
    fn list_variables(&self, prefix: &str) -> Vec<String>;

    /// The folder that relative paths start from.
    ///
    /// # Errors
    /// When the folder no longer exists or may not be read.
    fn working_dir(&self) -> std::io::Result<PathBuf>;
}

/// The environment of this process.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEnv;

impl Env for SystemEnv {
    fn find_variable(&self, name: &str) -> Option<OsString> {
        std::env::var_os(name)
    }

    fn list_variables(&self, prefix: &str) -> Vec<String> {
        let mut names: Vec<String> = std::env::vars_os()
            .filter_map(|(name, _)| name.into_string().ok())
            .filter(|name| name.starts_with(prefix))
            .collect();
        names.sort();
        names
    }

    fn working_dir(&self) -> std::io::Result<PathBuf> {
        std::env::current_dir()
    }
}

/// The words of the command line, the program's name first.
#[must_use]
pub fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}

/// A made-up environment for tests.
#[derive(Debug, Clone, Default)]
pub struct FakeEnv {
    /// Variables.
    pub variables: BTreeMap<String, OsString>,
    /// The working folder.
    pub working_dir: PathBuf,
}

impl FakeEnv {
    /// An environment in `working_dir` with these variables.
    #[must_use]
    pub fn new(working_dir: impl Into<PathBuf>, variables: &[(&str, &str)]) -> Self {
        let variables =
            variables.iter().map(|(name, value)| ((*name).to_owned(), value.into())).collect();
        Self { variables, working_dir: working_dir.into() }
    }
}

impl Env for FakeEnv {
    fn find_variable(&self, name: &str) -> Option<OsString> {
        self.variables.get(name).cloned()
    }

    fn list_variables(&self, prefix: &str) -> Vec<String> {
        self.variables.keys().filter(|name| name.starts_with(prefix)).cloned().collect()
    }

    fn working_dir(&self) -> std::io::Result<PathBuf> {
        Ok(self.working_dir.clone())
    }
}
