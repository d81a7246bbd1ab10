//! Where a row was read.

use super::report::Report;
use crate::domain::Source;
use crate::exchange::ImportError;
use crate::exchange::table::Row;

/// The addresses of pages in `source_urls`; what is no address is noted and left out, so that no link leads nowhere.
pub(super) fn read_sources(row: &Row<'_>, file: &str, report: &mut Report) -> Vec<Source> {
    let mut sources = Vec::new();
    for url in row.list("source_urls", " | ") {
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let sound = host.is_some_and(|host| !host.is_empty())
            && !url.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<'));
        if sound {
            sources.push(Source { url: url.to_owned() });
        } else {
            report.notes.push(ImportError {
                file: file.to_owned(),
                row: Some(row.line),
                column: Some("source_urls".to_owned()),
                code: "not_a_web_address".to_owned(),
                detail: format!("“{url}” is no address of a page and is left out"),
            });
        }
    }
    sources
}
