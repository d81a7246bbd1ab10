//! Rows as entries: what would change, and what is wrong, with row and column.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::super::compare::{Difference, differences};
use super::super::form::{DAYS, Fields, add_site, fields_of, listing_of, site_count, site_field};
use super::super::form_words;
use super::columns::{Column, all, cell, kinds, values};
use crate::app::ListingView;
use crate::domain::OrganizationId;
use crate::exchange::spreadsheet::Sheet;
use crate::http::pages::context::Context;
use crate::http::pages::forms::{Fault, Faults, Field};

/// Something wrong in a table, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellFault {
    /// As it is counted in the program that shows the table; 1 is the header.
    pub(super) row: usize,
    /// Name of the column; may be empty.
    pub(super) column: String,
    pub(super) message: String,
}

/// An entry that would change, as it travels through the page that shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Carried {
    /// Its id; empty for a new one.
    pub(super) id: String,
    /// The version that the table was made from.
    pub(super) version: i64,
    /// The fields that differ; all of a new one.
    pub(super) fields: Vec<(String, String)>,
}

/// An entry that would change.
pub(super) struct Changed {
    pub(super) name: String,
    pub(super) is_new: bool,
    pub(super) differences: Vec<Difference>,
    pub(super) carried: Carried,
}

/// What a table means.
#[derive(Default)]
pub(super) struct Meaning {
    pub(super) changed: Vec<Changed>,
    pub(super) unchanged: usize,
    pub(super) faults: Vec<CellFault>,
}

/// An entry while its rows are read.
struct Reading<'a> {
    before: Option<&'a ListingView>,
    version: i64,
    start: Fields,
    fields: Fields,
    /// Number of the row of each site, and of the first.
    rows: HashMap<usize, usize>,
    first_row: usize,
}

/// Reads a table over the entries as they stand.
pub(super) fn read(
    context: &Context,
    sheet: &Sheet,
    numbers: &[usize],
    entries: &[ListingView],
    organization: OrganizationId,
) -> Meaning {
    let columns = match columns_of(context, sheet) {
        Ok(columns) => columns,
        Err(faults) => return Meaning { faults, ..Meaning::default() },
    };
    let kinds = kinds(context, &columns);
    let (readings, meaning) = (Vec::new(), Meaning::default());
    let mut table = Table { context, columns, kinds, entries, organization, readings, meaning };
    for (row, number) in sheet.rows.iter().zip(numbers) {
        if let Err((column, key)) = table.take_row(row, *number) {
            let message = context.texts.t(key).to_owned();
            let column = column.title(context);
            table.meaning.faults.push(CellFault { row: *number, column, message });
        }
    }
    let Table { columns, readings, mut meaning, .. } = table;
    for reading in readings {
        finish(context, &columns, &reading, &mut meaning);
    }
    meaning.faults.sort_by_key(|fault| fault.row);
    meaning
}

/// A table while its rows are read.
struct Table<'a> {
    context: &'a Context,
    columns: Vec<Column>,
    kinds: Vec<Field>,
    entries: &'a [ListingView],
    organization: OrganizationId,
    readings: Vec<Reading<'a>>,
    meaning: Meaning,
}

impl Table<'_> {
    /// Puts a row into the entry it is about; else the column that is wrong, and why.
    fn take_row(&mut self, row: &[String], number: usize) -> Result<(), (Column, &'static str)> {
        let key = |columns: &[Column], at: usize| {
            let column = columns.iter().position(|column| *column == Column::Key(at));
            column.and_then(|at| row.get(at)).map_or("", |cell| cell.trim()).to_owned()
        };
        let (id, site, version) =
            (key(&self.columns, 0), key(&self.columns, 1), key(&self.columns, 2));
        let at = self.reading_of(&id, &version, number)?;
        let words = form_words(self.context.texts);
        let Self { context, columns, kinds, readings, meaning, .. } = self;
        let Some(reading) = readings.get_mut(at) else { return Ok(()) };
        let site = site_of(reading, &site, &words);
        let site = site.ok_or((Column::Key(1), "mine-table-no-such-site"))?;
        reading.rows.insert(site, number);
        for ((column, kind), text) in columns.iter().zip(kinds.iter()).zip(row) {
            let fault = take_cell(context, (*column, kind), text, site, reading);
            meaning.faults.extend(fault.map(|fault| CellFault { row: number, ..fault }));
        }
        settle_hours(reading, site);
        Ok(())
    }

    /// The entry of a row: one that was begun, one that is stored, or a new one.
    fn reading_of(
        &mut self,
        id: &str,
        version: &str,
        first_row: usize,
    ) -> Result<usize, (Column, &'static str)> {
        let words = form_words(self.context.texts);
        let (before, version) = if id.is_empty() {
            (None, 0)
        } else {
            let known = self.entries.iter().find(|e| e.record.listing.id.to_string() == id);
            let entry = known.ok_or((Column::Key(0), "mine-table-no-such-entry"))?;
            let number =
                version.parse().map_err(|_no| (Column::Key(2), "mine-table-no-version"))?;
            (Some(entry), number)
        };
        let begun = |reading: &Reading<'_>| {
            let same = |view: &ListingView| view.record.listing.id.to_string() == id;
            reading.before.is_some_and(same)
        };
        if let Some(at) = self.readings.iter().position(begun) {
            return Ok(at);
        }
        let mut fields = fields_of(before.map(|view| &view.record.listing), &words);
        if before.is_none() {
            fields.set("organization", self.organization.to_string());
        }
        let (start, rows) = (fields.clone(), HashMap::new());
        self.readings.push(Reading { before, version, start, fields, rows, first_row });
        Ok(self.readings.len() - 1)
    }
}

/// Which column of ours each column of the table is.
fn columns_of(context: &Context, sheet: &Sheet) -> Result<Vec<Column>, Vec<CellFault>> {
    let known: Vec<(String, Column)> =
        all().into_iter().map(|column| (column.title(context).to_lowercase(), column)).collect();
    let mut found = Vec::new();
    let mut faults = Vec::new();
    let mut fault = |column: &str, key: &str| {
        let message = context.texts.t(key).to_owned();
        faults.push(CellFault { row: 1, column: column.to_owned(), message });
    };
    for title in &sheet.header {
        let same = title.trim().to_lowercase();
        match known.iter().find(|(title, _)| *title == same) {
            Some((_, column)) if found.contains(column) => fault(title, "mine-table-twice"),
            Some((_, column)) => found.push(*column),
            None => fault(title, "mine-table-unknown-column"),
        }
    }
    for needed in [Column::Key(0), Column::Key(1), Column::Key(2), Column::Entry("name")] {
        if !found.contains(&needed) {
            fault(&needed.title(context), "mine-table-missing-column");
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

/// Which site a row is about; one without an id is a new one. `None` = there is no such site.
fn site_of(
    reading: &mut Reading<'_>,
    id: &str,
    words: &super::super::form::FormWords,
) -> Option<usize> {
    let count = site_count(&reading.fields);
    if !id.is_empty() {
        return (0..count).find(|at| reading.fields.get(&site_field(*at, "id")) == id);
    }
    if reading.before.is_none() && reading.rows.is_empty() {
        return Some(0);
    }
    add_site(&mut reading.fields, words);
    (site_count(&reading.fields) > count).then_some(count)
}

/// Puts a cell into the fields of site `site`; a word that is no choice is a fault.
fn take_cell(
    context: &Context,
    (column, kind): (Column, &Field),
    text: &str,
    site: usize,
    reading: &mut Reading<'_>,
) -> Option<CellFault> {
    let name = column.field(site)?;
    if cell(kind, &reading.fields, &name) == text.trim() {
        return None;
    }
    match values(kind, &name, text) {
        Ok(values) => {
            reading.fields.rename(|other| (other != name).then(|| other.to_owned()));
            for value in values {
                reading.fields.push(&name, value);
            }
            None
        }
        Err(word) => {
            let message = context.texts.with("mine-table-no-choice", &[("word", (&word).into())]);
            Some(CellFault { row: 0, column: column.title(context), message })
        }
    }
}

/// Days that were filled in make a week of it, days that were all emptied no longer do.
fn settle_hours(reading: &mut Reading<'_>, site: usize) {
    let days = |fields: &Fields| -> Vec<String> {
        DAYS.iter().map(|(end, _)| fields.get(&site_field(site, end)).trim().to_owned()).collect()
    };
    let (before, after) = (days(&reading.start), days(&reading.fields));
    if before != after {
        let empty = after.iter().all(String::is_empty);
        let mode = if empty { "unknown" } else { "week" };
        reading.fields.set(&site_field(site, "hours"), mode);
    }
}

/// Checks an entry as a whole and notes what would change.
fn finish(context: &Context, columns: &[Column], reading: &Reading<'_>, meaning: &mut Meaning) {
    let differences = differences(context, &reading.start, &reading.fields);
    if reading.before.is_some() && differences.is_empty() {
        meaning.unchanged += 1;
        return;
    }
    let before = reading.before.map(|view| &view.record.listing);
    let read = listing_of(&reading.fields, before, &form_words(context.texts));
    for fault in &read.faults {
        meaning.faults.push(place(context, columns, reading, fault));
    }
    if reading.before.is_some_and(|view| view.record.version != reading.version) {
        let message = context.texts.t("mine-table-changed-since").to_owned();
        meaning.faults.push(CellFault { row: reading.first_row, column: String::new(), message });
    }
    let is_new = reading.before.is_none();
    let differing = |name: &str| {
        let values = |fields: &Fields| fields.all(name).map(str::to_owned).collect::<Vec<_>>();
        is_new || values(&reading.start) != values(&reading.fields)
    };
    let fields = reading.fields.iter().filter(|(name, _)| differing(name));
    meaning.changed.push(Changed {
        name: read.listing.name.clone(),
        is_new,
        differences,
        carried: Carried {
            id: reading.before.map(|v| v.record.listing.id.to_string()).unwrap_or_default(),
            version: reading.version,
            fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        },
    });
}

/// Row and column of a fault of the form.
fn place(context: &Context, columns: &[Column], reading: &Reading<'_>, fault: &Fault) -> CellFault {
    let site = fault.field.strip_prefix("site-").and_then(|rest| rest.split('-').next());
    let site: Option<usize> = site.and_then(|at| at.parse().ok());
    let at = site.unwrap_or(0);
    let column = columns.iter().find(|c| c.field(at).as_deref() == Some(fault.field.as_str()));
    let label = |name: &str| super::super::view::label_of(context, name, 1);
    let words = Faults::new(context.texts, std::slice::from_ref(fault), |_| String::new());
    CellFault {
        row: site.and_then(|at| reading.rows.get(&at)).copied().unwrap_or(reading.first_row),
        column: column.map_or_else(|| label(&fault.field), |column| column.title(context)),
        message: words.of(&fault.field).to_owned(),
    }
}

/// The fields of an entry with what was carried put into them.
pub(super) fn with_carried(mut fields: Fields, carried: &Carried) -> Fields {
    fields.rename(|name| {
        let replaced = carried.fields.iter().any(|(other, _)| other == name);
        (!replaced).then(|| name.to_owned())
    });
    carried.fields.iter().for_each(|(name, value)| fields.push(name, value));
    fields
}
