//! Links: ferries, bridges and border crossings for distances over land.

use std::collections::HashSet;

use super::files::PackageFiles;
use super::{Base, table};
use crate::domain::{Link, LonLat};
use crate::exchange::ImportErrors;
use crate::exchange::table::Row;
use crate::spatial::projection::to_laea;

const LINKS: &str = "links.csv";
/// A length may stay below the straight distance of its ends by this share: rounding, and the scale of the plane.
const ROUNDING: f64 = 0.01;

/// Reads the links, in the order of the file. A county without any has a table of one line, the header.
pub(super) fn read_links<F: PackageFiles>(
    base: &Base<'_, F>,
    faults: &mut ImportErrors,
) -> Vec<Link> {
    const COLUMNS: [&str; 13] = [
        "link_id",
        "kind",
        "name",
        "from_lon",
        "from_lat",
        "to_lon",
        "to_lat",
        "length_m",
        "length_basis",
        "minutes",
        "season",
        "default_on",
        "source",
    ];
    let Some(table) = table(base, LINKS, &COLUMNS, faults) else { return Vec::new() };
    let mut links = Vec::new();
    let mut seen = HashSet::new();
    for row in table.rows() {
        if !seen.insert(row.get("link_id")) {
            let detail = format!("the link {} stands twice", row.get("link_id"));
            row.fault("link_id", "duplicate", detail, faults);
        }
        links.extend(link(base, &row, faults));
    }
    links
}

fn link<F: PackageFiles>(
    base: &Base<'_, F>,
    row: &Row<'_>,
    faults: &mut ImportErrors,
) -> Option<Link> {
    // All columns are looked at before the row is given up, so that each fault is told.
    let id = id(row, faults);
    let kind = row.required("kind", faults);
    if let Some(kind) = kind.filter(|kind| !Link::KINDS.contains(kind)) {
        let detail = format!("“{kind}” is none of {}", Link::KINDS.join(", "));
        row.fault("kind", "unknown_kind", detail, faults);
    }
    let name = row.required("name", faults);
    let from = base.required_point(row, "from_lon", "from_lat", faults);
    let to = base.required_point(row, "to_lon", "to_lat", faults);
    let length_m = row.required("length_m", faults).and(positive(row, "length_m", faults));
    let length_basis = row.required("length_basis", faults);
    let minutes = positive(row, "minutes", faults);
    let default_on = match row.required("default_on", faults) {
        Some("true") => Some(true),
        Some("false") => Some(false),
        Some(other) => {
            let detail = format!("“{other}” is neither true nor false");
            row.fault("default_on", "not_true_or_false", detail, faults);
            None
        }
        None => None,
    };
    let source = row.required("source", faults);
    let (from, to, length_m) = (from?, to?, length_m?);
    check_length(row, from, to, length_m, faults);
    Some(Link {
        id: id?.to_owned(),
        kind: kind?.to_owned(),
        name: name?.to_owned(),
        from,
        to,
        length_m,
        length_basis: length_basis?.to_owned(),
        minutes,
        season: row.get("season").to_owned(),
        default_on: default_on?,
        source: source?.to_owned(),
    })
}

/// The id; it stands in addresses, several joined by comma, and `none` has a meaning of its own there.
fn id<'a>(row: &Row<'a>, faults: &mut ImportErrors) -> Option<&'a str> {
    let id = row.required("link_id", faults)?;
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id == "none" || !id.chars().all(is_word) {
        let detail = format!("“{id}”: only a-z, 0-9 and hyphens, and not the word none");
        row.fault("link_id", "not_an_id", detail, faults);
        return None;
    }
    Some(id)
}

/// A number above zero, or nothing.
fn positive(row: &Row<'_>, column: &str, faults: &mut ImportErrors) -> Option<f64> {
    let number = row.number(column, faults)?;
    if number > 0.0 {
        return Some(number);
    }
    row.fault(column, "out_of_range", format!("{number} is not above zero"), faults);
    None
}

/// A way cannot be shorter than the straight line, and one between equal points leads nowhere.
fn check_length(row: &Row<'_>, from: LonLat, to: LonLat, length_m: f64, faults: &mut ImportErrors) {
    let straight_m = to_laea(from).distance_m(to_laea(to));
    if from == to {
        row.fault("to_lon", "no_way", "both ends are the same point", faults);
    } else if length_m < straight_m * (1.0 - ROUNDING) {
        let detail = format!("{length_m} m is less than the straight line of {straight_m:.0} m");
        row.fault("length_m", "shorter_than_straight", detail, faults);
    }
}
