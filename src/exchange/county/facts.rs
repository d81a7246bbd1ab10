//! Small tables of facts: numbers to call, holidays.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::files::PackageFiles;
use super::{Base, table};
use crate::domain::{CrisisNumber, SchoolHoliday, YesNo};
use crate::exchange::ImportErrors;

const NUMBERS: &str = "crisis_numbers.csv";
const HOLIDAYS: &str = "school_holidays.csv";

/// Reads the emergency and crisis numbers, in the order of the file.
pub(super) fn read_crisis_numbers<F: PackageFiles>(
    base: &Base<'_, F>,
    faults: &mut ImportErrors,
) -> Vec<CrisisNumber> {
    const COLUMNS: [&str; 8] = [
        "id",
        "name",
        "number",
        "free_of_charge",
        "available",
        "for_whom",
        "source",
        "source_date",
    ];
    let Some(table) = table(base, NUMBERS, &COLUMNS, faults) else { return Vec::new() };
    let mut numbers = Vec::new();
    let mut seen = HashSet::new();
    for row in table.rows() {
        let id = row.required("id", faults).unwrap_or_default();
        if !seen.insert(id) {
            row.fault("id", "duplicate", format!("{id} stands twice"), faults);
        }
        let free_of_charge = match row.get("free_of_charge") {
            "ja" => YesNo::Yes,
            "nein" => YesNo::No,
            "" => YesNo::Unknown,
            other => {
                let detail = format!("“{other}” is neither ja nor nein");
                row.fault("free_of_charge", "not_yes_no", detail, faults);
                YesNo::Unknown
            }
        };
        let number = row.required("number", faults).unwrap_or_default();
        if !number.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '-') {
            row.fault(
                "number",
                "not_a_phone_number",
                format!("“{number}” cannot be dialled"),
                faults,
            );
        }
        let text = |column: &str| row.get(column).to_owned();
        numbers.push(CrisisNumber {
            id: id.to_owned(),
            name: row.required("name", faults).unwrap_or_default().to_owned(),
            number: number.to_owned(),
            free_of_charge,
            available: text("available"),
            for_whom: text("for_whom"),
            source: text("source"),
            source_date: text("source_date"),
        });
    }
    numbers
}

/// Reads the school holidays of the region's state, by first day.
pub(super) fn read_school_holidays<F: PackageFiles>(
    base: &Base<'_, F>,
    faults: &mut ImportErrors,
) -> Vec<SchoolHoliday> {
    let columns = ["state", "name", "from", "to"];
    let Some(table) = table(base, HOLIDAYS, &columns, faults) else { return Vec::new() };
    let mut holidays = Vec::new();
    for row in table.rows().filter(|row| row.get("state") == base.region.state) {
        let name = row.required("name", faults).unwrap_or_default().to_owned();
        let mut day = |column: &str| -> Option<NaiveDate> {
            row.required(column, faults)?;
            row.parsed(column, "not_a_date", faults)
        };
        let (Some(first), Some(last)) = (day("from"), day("to")) else { continue };
        if last < first {
            row.fault("to", "out_of_order", "the last day lies before the first", faults);
        }
        holidays.push(SchoolHoliday { name, first, last });
    }
    holidays.sort_by_key(|holiday| holiday.first);
    holidays
}
