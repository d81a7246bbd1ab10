//! Tables (RFC 4180): CRLF, a header with the names of the JSON, nested ones joined by a point; UTF-8 with a byte order
//! mark, because spreadsheets otherwise take it for Windows-1252 and spoil umlauts.
//!
//! Two dialects of the same figures: for programs commas between values and a decimal point as in JSON; for spreadsheets
//! that are set to German semicolons between values and a decimal comma, which they open right by a double click.

use ::csv::{Terminator, Writer, WriterBuilder};

use super::formats::Kind;
use crate::app::{Analysed, CoverageMatrix};
use crate::http::problem::Problem;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// How values are separated and numbers written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Commas and decimal points.
    Programs,
    /// Semicolons and decimal commas.
    Spreadsheets,
}

impl Dialect {
    /// That of a representation.
    pub(super) const fn of(kind: Kind) -> Self {
        match kind {
            Kind::CsvExcel => Self::Spreadsheets,
            Kind::Csv | Kind::Json | Kind::GeoJson | Kind::Bin => Self::Programs,
        }
    }

    fn writer(self) -> Writer<Vec<u8>> {
        let delimiter = match self {
            Self::Programs => b',',
            Self::Spreadsheets => b';',
        };
        let mut table = WriterBuilder::new();
        table.terminator(Terminator::CRLF).delimiter(delimiter);
        table.from_writer(BYTE_ORDER_MARK.to_vec())
    }

    /// A number; nothing where there is none.
    fn number(self, value: impl Into<Option<f64>>) -> String {
        let text = value.into().map(|value| value.to_string()).unwrap_or_default();
        match self {
            Self::Programs => text,
            Self::Spreadsheets => text.replace('.', ","),
        }
    }
}

fn finish(writer: Writer<Vec<u8>>) -> Result<Vec<u8>, Problem> {
    writer.into_inner().map_err(|error| Problem::broken(format!("a table: {}", error.error())))
}

/// Every municipality looked at.
pub(super) fn municipalities(analysed: &Analysed, dialect: Dialect) -> Result<Vec<u8>, Problem> {
    let mut table = dialect.writer();
    let number = |value: Option<f64>| dialect.number(value);
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
            number(Some(row.factor)),
            number(Some(row.population)),
            number(Some(row.served)),
            number(Some(row.unserved)),
            number(row.unserved_share),
            number(Some(row.without_any)),
            number(Some(uncertain.stale)),
            number(Some(uncertain.approximate)),
            number(Some(uncertain.any)),
            number(distance.median),
            number(distance.p90),
            number(distance.max),
            number(Some(unknown.people)),
            number(Some(unknown.unserved)),
            number(unknown.share),
        ];
        table.write_record(record).map_err(Problem::internal)?;
    }
    finish(table)
}

/// Every category and municipality in a row of its own, as pivot tables like it.
pub(super) fn matrix(matrix: &CoverageMatrix, dialect: Dialect) -> Result<Vec<u8>, Problem> {
    let mut table = dialect.writer();
    let number = |value: Option<f64>| dialect.number(value);
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
                number(Some(row.max_distance_m)),
                municipality.ags.to_string(),
                municipality.name.clone(),
                number(Some(cell.population)),
                number(Some(cell.unserved)),
                number(cell.share),
                number(Some(cell.uncertain_any)),
                number(Some(cell.age_unknown)),
            ];
            table.write_record(record).map_err(Problem::internal)?;
        }
    }
    finish(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheets_get_semicolons_and_decimal_commas_and_programs_commas_and_points() {
        let write = |dialect: Dialect| {
            let mut table = dialect.writer();
            let record = ["Öhningen".to_owned(), dialect.number(1234.5), dialect.number(None)];
            table.write_record(record).unwrap();
            String::from_utf8(finish(table).unwrap()).unwrap()
        };
        assert_eq!(write(Dialect::Programs), "\u{feff}Öhningen,1234.5,\r\n");
        assert_eq!(write(Dialect::Spreadsheets), "\u{feff}Öhningen;1234,5;\r\n");
        assert_eq!(Dialect::of(Kind::Csv), Dialect::Programs);
        assert_eq!(Dialect::of(Kind::CsvExcel), Dialect::Spreadsheets);
    }
}
