//! The columns of the spreadsheet: fields of the form, those of the entry before those of its site.

use super::super::compare::choices;
use super::super::form::{DAYS, Fields, fields_of, site_field};
use super::super::form_words;
use super::super::view::{FormView, label_of};
use crate::domain::ServiceId;
use crate::http::pages::context::Context;
use crate::http::pages::forms::{Faults, Field};

/// Id of the entry, id of the site, version of the record.
pub(super) const KEYS: [&str; 3] = ["table-entry", "table-site", "table-version"];

/// Fields of the entry.
pub(super) const OF_ENTRY: [&str; 18] = [
    "name",
    "description",
    "category",
    "target_group",
    "target-words",
    "service_form",
    "legal_basis",
    "age-minimum",
    "age-maximum",
    "free",
    "anonymous",
    "cost",
    "language",
    "phones",
    "email",
    "website",
    "status",
    "related",
];

/// Fields of a site, without the days of the week.
const OF_SITE: [&str; 20] = [
    "name",
    "type",
    "disclosure",
    "street",
    "detail",
    "postcode",
    "locality",
    "district",
    "municipality",
    "lat",
    "lon",
    "precision",
    "appointment",
    "hours-text",
    "capacity",
    "capacity-day",
    "capacity-text",
    "accessible",
    "accessible-text",
    "valid-to",
];

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Key(usize),
    Entry(&'static str),
    Site(&'static str),
}

/// All columns in order.
pub(super) fn all() -> Vec<Column> {
    let days = DAYS.iter().map(|(end, _)| Column::Site(end));
    (0..KEYS.len())
        .map(Column::Key)
        .chain(OF_ENTRY.into_iter().map(Column::Entry))
        .chain(OF_SITE.into_iter().map(Column::Site))
        .chain(days)
        .collect()
}

impl Column {
    /// The words above it.
    pub(super) fn title(self, context: &Context) -> String {
        match self {
            Self::Key(0) => context.texts.t("mine-table-entry").to_owned(),
            Self::Key(1) => context.texts.t("mine-table-site").to_owned(),
            Self::Key(_) => context.texts.t("mine-table-version").to_owned(),
            Self::Entry(name) => label_of(context, name, 1),
            Self::Site(end) => label_of(context, &site_field(0, end), 1),
        }
    }

    /// The field of the form for site `at`; `None` for keys.
    pub(super) fn field(self, at: usize) -> Option<String> {
        match self {
            Self::Key(_) => None,
            Self::Entry(name) => Some(name.to_owned()),
            Self::Site(end) => Some(site_field(at, end)),
        }
    }
}

/// What each column is: a choice or a text. Choices are the same for every entry.
pub(super) fn kinds(context: &Context, columns: &[Column]) -> Vec<Field> {
    let blank = fields_of(None, &form_words(context.texts));
    let view = FormView::new(context, blank, Faults::default(), &[], None);
    let field = |column: &Column| view.field(&column.field(0).unwrap_or_default());
    columns.iter().map(field).collect()
}

/// The cell of a field: labels instead of codes, several parted by semicolons.
pub(super) fn cell(kind: &Field, fields: &Fields, name: &str) -> String {
    let known = choices(kind);
    let values = fields.all(name).filter(|value| !value.is_empty());
    let words = values.map(|value| {
        let label = known.iter().find(|(other, _)| *other == value);
        // Silence is an empty cell.
        let silent = matches!(value, "unknown" | "unstated") && label.is_some();
        if silent { "" } else { label.map_or(value, |(_, label)| *label) }
    });
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("; ")
}

/// The values of a cell; `Err` with the word that is no choice.
pub(super) fn values(kind: &Field, name: &str, text: &str) -> Result<Vec<String>, String> {
    if name == "related" {
        return related(text);
    }
    let known = choices(kind);
    if known.is_empty() {
        return Ok(vec![text.to_owned()]);
    }
    let several =
        matches!(name, "category" | "target_group" | "service_form" | "legal_basis" | "language");
    let words: Vec<&str> = if several { text.split([';', '\n']).collect() } else { vec![text] };
    let mut found = Vec::new();
    for word in words.into_iter().map(str::trim).filter(|word| !word.is_empty()) {
        let same = |label: &str| label.to_lowercase() == word.to_lowercase();
        let value = known.iter().find(|(value, label)| same(label) || *value == word);
        let (value, _) = value.ok_or_else(|| word.to_owned())?;
        found.push((*value).to_owned());
    }
    if found.is_empty() && !several {
        // An empty cell of a choice is the choice that says nothing.
        let silent = known.iter().find(|(value, _)| matches!(*value, "" | "unknown" | "unstated"));
        found.push(silent.map_or_else(String::new, |(value, _)| (*value).to_owned()));
    }
    Ok(found)
}

/// Other entries by their ids, or by addresses of their pages; `Err` with the word that is neither.
fn related(text: &str) -> Result<Vec<String>, String> {
    let words = text.split([';', '\n']).map(str::trim).filter(|word| !word.is_empty());
    let read = |word: &str| {
        let path = word.split(['?', '#']).next().unwrap_or_default();
        let id = path.split('/').rev().find_map(|part| part.parse::<ServiceId>().ok());
        id.map(|id| id.to_string()).ok_or_else(|| word.to_owned())
    };
    words.map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn related_entries_are_read_from_ids_and_addresses_and_nothing_else() {
        let id = ServiceId::stable("test", "a").to_string();
        let other = ServiceId::stable("test", "b").to_string();
        let text = format!(" {id} ; https://atlas.example/en/angebote/{other}?from=1#zeiten;\n");
        assert_eq!(related(&text), Ok(vec![id, other]));
        assert_eq!(related(""), Ok(vec![]));
        assert_eq!(related("Tafel"), Err("Tafel".to_owned()));
    }
}
