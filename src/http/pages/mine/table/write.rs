//! Entries as rows: one for each site.

use super::super::form::{fields_of, site_count, site_field};
use super::super::form_words;
use super::columns::{Column, all, cell, kinds};
use crate::app::ListingView;
use crate::exchange::spreadsheet::Sheet;
use crate::http::pages::context::Context;

/// The sheet of some entries.
pub(super) fn sheet(context: &Context, entries: &[ListingView]) -> Sheet {
    let columns = all();
    let kinds = kinds(context, &columns);
    let header = columns.iter().map(|column| column.title(context)).collect();
    let mut rows = Vec::new();
    for entry in entries {
        let fields = fields_of(Some(&entry.record.listing), &form_words(context.texts));
        for at in 0..site_count(&fields) {
            let row = columns.iter().zip(&kinds).map(|(column, kind)| match column {
                Column::Key(0) => entry.record.listing.id.to_string(),
                Column::Key(1) => fields.get(&site_field(at, "id")).to_owned(),
                Column::Key(_) => entry.record.version.to_string(),
                other => {
                    let name = other.field(at).unwrap_or_default();
                    cell(kind, &fields, &name)
                }
            });
            rows.push(row.collect());
        }
    }
    Sheet { header, rows }
}
