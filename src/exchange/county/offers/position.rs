//! Better positions for some offers, each with its source.

use std::collections::{BTreeMap, HashMap};

use crate::domain::{CoordPrecision, Position};
use crate::exchange::ImportErrors;
use crate::exchange::county::files::PackageFiles;
use crate::exchange::county::{Base, table};
use crate::exchange::table::Row;

const FILE: &str = "offer_positions.csv";

/// A position with the line it stands in.
pub(super) struct Better {
    pub(super) line: u64,
    pub(super) position: Position,
}

/// Reads the positions by offer.
pub(super) fn read_positions<F: PackageFiles>(
    base: &Base<'_, F>,
    faults: &mut ImportErrors,
) -> BTreeMap<String, Better> {
    let columns = ["offer_id", "lon", "lat", "precision", "source", "licence"];
    let mut all = BTreeMap::new();
    let Some(table) = table(base, FILE, &columns, faults) else { return all };
    for row in table.rows() {
        let id = row.required("offer_id", faults);
        let point = base.required_point(&row, "lon", "lat", faults);
        let precision = precision(&row, "precision", faults);
        let source = row.required("source", faults);
        let (Some(id), Some(point), Some(precision), Some(source)) = (id, point, precision, source)
        else {
            continue;
        };
        let source = match row.get("licence") {
            "" => source.to_owned(),
            licence => format!("{source}; {licence}"),
        };
        let position = Position { point, precision, source: Some(source) };
        if all.insert(id.to_owned(), Better { line: row.line, position }).is_some() {
            row.fault("offer_id", "duplicate", format!("{id} has two positions"), faults);
        }
    }
    all
}

/// How exactly a point is known, by its word.
pub(super) fn precision(
    row: &Row<'_>,
    column: &str,
    faults: &mut ImportErrors,
) -> Option<CoordPrecision> {
    let word = row.required(column, faults)?;
    let precision = CoordPrecision::parse(word);
    if precision.is_none() {
        let known: Vec<&str> = CoordPrecision::ALL.iter().map(|p| p.as_str()).collect();
        let detail = format!("“{word}” is none of {}", known.join(", "));
        row.fault(column, "unknown_precision", detail, faults);
    }
    precision
}

/// Positions of offers that do not exist.
pub(super) fn check_unused(
    left: &BTreeMap<String, Better>,
    offers: &HashMap<String, u64>,
    faults: &mut ImportErrors,
) {
    for (id, better) in left.iter().filter(|(id, _)| !offers.contains_key(*id)) {
        let detail = format!("there is no offer {id}");
        faults.add(FILE, Some(better.line), Some("offer_id"), "unknown_offer", detail);
    }
}
