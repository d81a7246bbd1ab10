//! Two versions of a form, field by field, in words people read.

use super::super::context::Context;
use super::super::forms::{Faults, Field, Kind};
use super::form::{Fields, site_count};
use super::view::{FormView, label_of};

/// A field in which two versions differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Name of the field.
    pub(crate) field: String,
    pub(crate) label: String,
    /// What one says; never empty: a word stands for nothing.
    pub(crate) one: String,
    /// What the other says.
    pub(crate) other: String,
}

/// Fields that are no facts of the entry.
const ASIDE: [&str; 6] = ["csrf", "version", "sites", "action", "reason", "organization"];

/// Every field in which two forms differ, in the order of the first.
pub(crate) fn differences(context: &Context, one: &Fields, other: &Fields) -> Vec<Difference> {
    let view =
        |fields: &Fields| FormView::new(context, fields.clone(), Faults::default(), &[], None);
    let (one_view, other_view) = (view(one), view(other));
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in one.iter().chain(other.iter()) {
        if !is_aside(name) && !names.contains(&name) {
            names.push(name);
        }
    }
    let sites = site_count(one).max(site_count(other));
    let mut found = Vec::new();
    for name in names {
        let (mine, theirs) = (values(one, name), values(other, name));
        if mine != theirs && !is_day_of_nothing(one, other, name) {
            found.push(Difference {
                field: name.to_owned(),
                label: label_of(context, name, sites),
                one: said(context, &one_view.field(name), &mine),
                other: said(context, &other_view.field(name), &theirs),
            });
        }
    }
    found
}

/// Whether a name is none of a fact: proofs, buttons, what was only looked up or acknowledged.
fn is_aside(name: &str) -> bool {
    let buttons = ["add-site", "remove-site", "find-place", "take-place"];
    ASIDE.contains(&name)
        || buttons.iter().any(|button| name.starts_with(button))
        || ["-id", "-sure", "-disclose", "-place"].iter().any(|end| name.ends_with(end))
}

/// Whether it is the day of a statement that neither makes: the form offers today.
fn is_day_of_nothing(one: &Fields, other: &Fields, name: &str) -> bool {
    let statement = name.strip_suffix("-capacity-day").map(|site| format!("{site}-capacity"));
    statement.is_some_and(|name| one.get(&name).is_empty() && other.get(&name).is_empty())
}

/// The values of a field without empty ones and without the ends of lines that browsers add.
fn values(fields: &Fields, name: &str) -> Vec<String> {
    let values = fields.all(name).map(|value| value.replace("\r\n", "\n").trim().to_owned());
    let mut values: Vec<String> = values.filter(|value| !value.is_empty()).collect();
    // Two ways to say nothing.
    if matches!(values.as_slice(), [word] if matches!(word.as_str(), "unknown" | "undeclared")) {
        values.clear();
    }
    values
}

/// Values in words: labels of choices, else as they were typed.
fn said(context: &Context, field: &Field, values: &[String]) -> String {
    let words: Vec<String> = values.iter().map(|value| word(field, value)).collect();
    if words.is_empty() { context.texts.t("mine-empty").to_owned() } else { words.join("; ") }
}

/// The label of a choice; what is no choice is its own word.
pub(crate) fn word(field: &Field, value: &str) -> String {
    let label = choices(field).into_iter().find(|(known, _)| *known == value);
    label.map_or_else(|| value.to_owned(), |(_, label)| label.to_owned())
}

/// Values and labels of a field that is a choice.
pub(crate) fn choices(field: &Field) -> Vec<(&str, &str)> {
    match &field.kind {
        Kind::Line(_) | Kind::Area(_) => Vec::new(),
        Kind::Radios(choices) | Kind::Checks(choices) => {
            choices.iter().map(|c| (c.value.as_str(), c.label.as_str())).collect()
        }
        Kind::Select(groups) => groups
            .iter()
            .flat_map(|group| &group.choices)
            .map(|c| (c.value.as_str(), c.label.as_str()))
            .collect(),
    }
}
