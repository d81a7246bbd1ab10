//! Providers, offices, associations.

use std::collections::BTreeMap;

use super::config::Wordings;
use super::files::PackageFiles;
use super::report::Report;
use super::sources::read_sources;
use super::{Base, table};
use crate::domain::{Address, Contact, FieldErrors, Organization, OrganizationId};
use crate::exchange::table::Row;
use crate::exchange::{ImportError, ImportErrors};

const FILE: &str = "organizations.csv";

/// Reads the organizations, by their id in the collection.
pub(super) fn read_organizations<F: PackageFiles>(
    base: &Base<'_, F>,
    wordings: &Wordings,
    report: &mut Report,
    faults: &mut ImportErrors,
) -> BTreeMap<String, Organization> {
    const COLUMNS: [&str; 14] = [
        "org_id",
        "name",
        "short_name",
        "org_type",
        "umbrella",
        "street",
        "plz",
        "ort",
        "phone",
        "website",
        "description",
        "source_urls",
        "source_date",
        "source_kind",
    ];
    let mut all = BTreeMap::new();
    let Some(table) = table(base, FILE, &COLUMNS, faults) else { return all };
    for row in table.rows() {
        let (Some(id), Some(name)) = (row.required("org_id", faults), row.required("name", faults))
        else {
            continue;
        };
        let organization = organization(&row, base, id, name, wordings, report, faults);
        let mut wrong = FieldErrors::default();
        organization.contact.validate("/contact", &mut wrong);
        for error in wrong.0 {
            row.fault(&error.pointer, &error.code, error.detail, faults);
        }
        if all.insert(id.to_owned(), organization).is_some() {
            row.fault("org_id", "duplicate", format!("the id {id} stands twice"), faults);
        }
    }
    all
}

fn organization<F>(
    row: &Row<'_>,
    base: &Base<'_, F>,
    id: &str,
    name: &str,
    wordings: &Wordings,
    report: &mut Report,
    faults: &mut ImportErrors,
) -> Organization {
    let mut note = |column: &str, code: &str, detail: String| {
        report.notes.push(ImportError {
            file: FILE.to_owned(),
            row: Some(row.line),
            column: Some(column.to_owned()),
            code: code.to_owned(),
            detail,
        });
    };
    if let Some(kind) = row.text("org_type")
        && !wordings.organization_kind.contains_key(&kind)
    {
        note(
            "org_type",
            "unmapped_wording",
            format!("“{kind}” stands in no list of wordings.toml"),
        );
    }
    // A seat that rests on a file of unnamed origin is not taken over.
    let unnamed = wordings.unconfirmed_source.marks(row.get("notes"));
    if unnamed {
        note(
            "street",
            "unnamed_source",
            "the seat is left out until its source is named".to_owned(),
        );
    }
    let seat = |column: &str| row.text(column).filter(|_| !unnamed);
    Organization {
        id: OrganizationId::stable(&base.region.slug, id),
        source_id: Some(id.to_owned()),
        name: name.to_owned(),
        short_name: row.text("short_name"),
        kind_text: row.text("org_type"),
        umbrella: row.text("umbrella"),
        description: row.text("description"),
        address: Address {
            street: seat("street"),
            postcode: seat("plz"),
            locality: row.text("ort"),
            ..Address::default()
        },
        contact: Contact {
            phones: row.list("phone", "; ").map(str::to_owned).collect(),
            email: None,
            website: row.text("website"),
        },
        source_date: row.parsed("source_date", "not_a_date", faults),
        source_kind: row.text("source_kind"),
        sources: read_sources(row, FILE, report),
    }
}
