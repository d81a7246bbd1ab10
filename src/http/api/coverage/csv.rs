//! Tables (RFC 4180): commas, CRLF, a header with the names of the JSON, nested ones joined by a point.
//!
//! UTF-8 with a byte order mark, because spreadsheets otherwise take it for Windows-1252 and spoil umlauts. Numbers have
//! a decimal point, as in JSON: a German spreadsheet reads them right when the file is imported (data from text/CSV,
//! origin UTF-8, locale English), not when it is opened by a double click.

use ::csv::{Terminator, Writer, WriterBuilder};

use crate::app::{Analysed, CoverageMatrix};
use crate::http::problem::Problem;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

fn writer() -> Writer<Vec<u8>> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec())
}

fn finish(writer: Writer<Vec<u8>>) -> Result<Vec<u8>, Problem> {
    writer.into_inner().map_err(|error| Problem::broken(format!("a table: {}", error.error())))
}

fn number(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Every municipality looked at.
pub(super) fn municipalities(analysed: &Analysed) -> Result<Vec<u8>, Problem> {
    let mut table = writer();
    let header = [
        "ags",
        "name",
        "sites",
        "factor",
        "population",
        "served",
        "unserved",
        "unserved_share",
        "without_any",
        "uncertain.stale",
        "uncertain.approximate",
        "uncertain.any",
        "distance_m.median",
        "distance_m.p90",
        "distance_m.max",
        "age_unknown.people",
        "age_unknown.unserved",
        "age_unknown.share",
    ];
    table.write_record(header).map_err(Problem::internal)?;
    for row in &analysed.answer.municipalities {
        let (uncertain, distance, unknown) = (&row.uncertain, &row.distance_m, &row.age_unknown);
        let record = [
            row.ags.to_string(),
            row.name.clone(),
            row.sites.to_string(),
            row.factor.to_string(),
            row.population.to_string(),
            row.served.to_string(),
            row.unserved.to_string(),
            number(row.unserved_share),
            row.without_any.to_string(),
            uncertain.stale.to_string(),
            uncertain.approximate.to_string(),
            uncertain.any.to_string(),
            number(distance.median),
            number(distance.p90),
            number(distance.max),
            unknown.people.to_string(),
            unknown.unserved.to_string(),
            number(unknown.share),
        ];
        table.write_record(record).map_err(Problem::internal)?;
    }
    finish(table)
}

/// Every category and municipality in a row of its own, as pivot tables like it.
pub(super) fn matrix(matrix: &CoverageMatrix) -> Result<Vec<u8>, Problem> {
    let mut table = writer();
    let header = [
        "category",
        "label",
        "max_distance_m",
        "ags",
        "name",
        "population",
        "unserved",
        "share",
        "uncertain_any",
        "age_unknown",
    ];
    table.write_record(header).map_err(Problem::internal)?;
    for row in &matrix.rows {
        for (municipality, cell) in matrix.municipalities.iter().zip(&row.cells) {
            let record = [
                row.category.to_string(),
                row.label.clone(),
                row.max_distance_m.to_string(),
                municipality.ags.to_string(),
                municipality.name.clone(),
                cell.population.to_string(),
                cell.unserved.to_string(),
                number(cell.share),
                cell.uncertain_any.to_string(),
                cell.age_unknown.to_string(),
            ];
            table.write_record(record).map_err(Problem::internal)?;
        }
    }
    finish(table)
}
