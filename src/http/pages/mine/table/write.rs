//! Entries as rows: one for each site.

use super::super::compare;
use super::super::form::{Fields, fields_of, site_count, site_field};
use super::super::view::FormView;
use super::super::form_words;
use super::columns::{Column, all, cell};
use crate::app::ListingView;
use crate::exchange::spreadsheet::Sheet;
use crate::http::pages::context::Context;
use crate::http::pages::forms::Faults;

/// The sheet of some entries.
pub(super) fn sheet(context: &Context, entries: &[ListingView]) -> Sheet {
    let columns = all();
    let header = columns.iter().map(|column| column.title(context)).collect();
    let mut rows = Vec::new();
    for entry in entries {
        let fields = fields_of(Some(&entry.record.listing), &form_words(context.texts));
        let view = form(context, &fields);
        for at in 0..site_count(&fields) {
            let row = columns.iter().map(|column| match column {
                Column::Key(0) => entry.record.listing.id.to_string(),
                Column::Key(1) => fields.get(&site_field(at, "id")).to_owned(),
                Column::Key(_) => entry.record.version.to_string(),
                other => other.field(at).map_or_else(String::new, |n| cell(&view, &fields, &n)),
            });
            rows.push(row.collect());
        }
    }
    Sheet { header, rows }
}

/// The fields with their choices.
pub(super) fn form(context: &Context, fields: &Fields) -> FormView {
    FormView::new(context, fields.clone(), Faults::default(), &[], None)
}

/// What two forms differ in; empty where nothing does.
pub(super) fn differences(
    context: &Context,
    before: &Fields,
    after: &Fields,
) -> Vec<compare::Difference> {
    compare::differences(context, before, after)
}
