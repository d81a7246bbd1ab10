//! Names and values as a browser sends them.

/// The fields of a form, in order; a name may stand several times (check boxes).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// The fields that were sent.
    pub(crate) fn new(sent: Vec<(String, String)>) -> Self {
        Self(sent)
    }

    /// Every field in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The first value of a name; empty if it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// All values of a name.
    pub(crate) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(other, _)| *other == name).map(|(_, value)| value)
    }

    /// Whether a name was sent with this value.
    pub(crate) fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|other| other == value)
    }

    /// Whether a name was sent at all: a check box, a button.
    pub(crate) fn sent(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// The rest of the first name that begins with `prefix`: which of several buttons was pressed.
    pub(crate) fn pressed<'a>(&'a self, prefix: &str) -> Option<&'a str> {
        self.iter().find_map(|(name, _)| name.strip_prefix(prefix))
    }

    /// Adds a value.
    pub(crate) fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// Replaces all values of a name by one.
    pub(crate) fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.retain(|(other, _)| other != name);
        self.push(name, value);
    }

    /// Drops the names that `gone` names and renames the others as it says.
    pub(crate) fn rename(&mut self, mut rule: impl FnMut(&str) -> Option<String>) {
        self.0 = std::mem::take(&mut self.0)
            .into_iter()
            .filter_map(|(name, value)| rule(&name).map(|name| (name, value)))
            .collect();
    }
}
