//! The county package of this repository, as it is read: counted against its files and its documentation.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sozialatlas::domain::{
    Address, Facet, LocationDisclosure, Reach, ServiceStatus, Site, SiteType, WithheldReason, YesNo,
};
use sozialatlas::exchange::ImportErrors;
use sozialatlas::exchange::county::{CountyPackage, Folder, PackageFiles, read_county};

static FOLDER: LazyLock<PathBuf> =
    LazyLock::new(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("data/konstanz"));
static PACKAGE: LazyLock<CountyPackage> =
    LazyLock::new(|| read_county(&Folder(FOLDER.clone())).unwrap());

/// The rows of a table by column.
fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(FOLDER.join(file)).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn sites() -> impl Iterator<Item = (&'static Site, bool)> {
    PACKAGE.listings.iter().flat_map(|entry| {
        let public = entry.withheld.is_none();
        entry.listing.sites.iter().map(move |site| (site, public))
    })
}

fn site(offer: &str) -> &'static Site {
    sites().map(|(site, _)| site).find(|site| site.source_id.as_deref() == Some(offer)).unwrap()
}

#[test]
fn every_row_of_the_offers_becomes_exactly_one_site_and_is_accounted_for() {
    let rows = rows("offers.csv");
    assert_eq!(rows.len(), 685);
    let told: Vec<&str> = PACKAGE.report.offers.iter().map(|o| o.offer_id.as_str()).collect();
    assert_eq!(told, rows.iter().map(|r| r["offer_id"].as_str()).collect::<Vec<_>>());
    let made: BTreeSet<&str> = sites().filter_map(|(site, _)| site.source_id.as_deref()).collect();
    assert_eq!((made.len(), sites().count()), (685, 685));
    for outcome in &PACKAGE.report.offers {
        let entry = PACKAGE.listings.iter().find(|e| e.listing.id == outcome.service_id).unwrap();
        assert!(entry.listing.sites.iter().any(|site| site.id == outcome.feature_id));
    }
}

#[test]
fn planned_and_closed_rows_and_those_of_unnamed_origin_are_kept_but_not_public() {
    let expected = [
        (WithheldReason::Planned, 27),
        (WithheldReason::Closed, 9),
        (WithheldReason::UnnamedSource, 2),
    ];
    assert_eq!(PACKAGE.report.withheld(), expected.into_iter().collect());
    assert_eq!(PACKAGE.report.published(), 685 - 38);
    for outcome in PACKAGE.report.offers.iter().filter(|o| o.withheld.is_some()) {
        let entry = PACKAGE.listings.iter().find(|e| e.listing.id == outcome.service_id).unwrap();
        let site = site(&outcome.offer_id);
        // Alone it withholds its entry; beside others its own status hides it.
        assert!(entry.withheld.is_some() || site.status != ServiceStatus::Active);
    }
}

#[test]
fn what_the_wordings_and_areas_of_the_package_do_not_cover_would_be_noted_and_nothing_is() {
    let codes: BTreeMap<&str, usize> =
        PACKAGE.report.notes.iter().fold(BTreeMap::new(), |mut counts, note| {
            *counts.entry(note.code.as_str()).or_default() += 1;
            counts
        });
    // Seven parts of a town and one seat of unnamed origin; two sources that are no page.
    assert_eq!(codes, BTreeMap::from([("not_a_web_address", 2), ("unnamed_source", 8)]));
}

#[test]
fn rows_of_a_group_are_one_entry_where_provider_and_category_agree_and_name_each_other_otherwise() {
    let joined = PACKAGE.listings.iter().filter(|e| e.listing.sites.len() > 1).count();
    assert_eq!(joined, 21);
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows("offers.csv") {
        if !row["offer_group"].is_empty() {
            groups.entry(row["offer_group"].clone()).or_default().push(row["offer_id"].clone());
        }
    }
    assert_eq!(groups.len(), 79);
    let mut separate = 0;
    for offers in groups.values().filter(|offers| offers.len() > 1) {
        let services: BTreeSet<_> = offers
            .iter()
            .map(|offer| PACKAGE.report.find_offer(offer).unwrap().service_id)
            .collect();
        if services.len() == 1 {
            continue;
        }
        separate += 1;
        assert_eq!(services.len(), offers.len());
        for service in &services {
            let entry = PACKAGE.listings.iter().find(|e| e.listing.id == *service).unwrap();
            let related: BTreeSet<_> = entry.listing.related.iter().copied().collect();
            assert_eq!(related.len(), services.len() - 1);
            assert!(related.is_subset(&services));
        }
    }
    assert_eq!(separate, 41);
}

#[test]
fn positions_come_from_the_better_file_where_it_has_one_and_name_their_source() {
    for row in rows("offer_positions.csv") {
        let Some(position) = &site(&row["offer_id"]).position else { panic!("{row:?}") };
        assert_eq!(position.point.lon.to_string(), row["lon"].parse::<f64>().unwrap().to_string());
        assert_eq!(position.precision.as_str(), row["precision"]);
        assert!(position.source.as_deref().unwrap().starts_with(row["source"].as_str()));
    }
    // The counts that the data's description gives for the 513 active sites that one can go to.
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let active = |site: &Site| {
        site.status == ServiceStatus::Active
            && !site.assurance.unconfirmed
            && site.valid_to.is_none()
    };
    let go_to = [SiteType::Fixed, SiteType::Hosted, SiteType::OfficeHours, SiteType::Several];
    for (site, _) in sites().filter(|(site, _)| active(site) && go_to.contains(&site.site_type)) {
        let word = site.position.as_ref().map_or("none", |p| p.precision.as_str());
        *counts.entry(word).or_default() += 1;
    }
    let expected = [
        ("gebaeude", 5),
        ("hausnummer_nahe", 7),
        ("haltestelle", 31),
        ("strasse", 38),
        ("ortsteil", 91),
        ("plz", 1),
        ("gemeinde", 336),
        ("none", 4),
    ];
    assert_eq!(counts, expected.into_iter().collect());
}

#[test]
fn protected_rows_have_no_point_no_street_and_no_district_anywhere() {
    let protected: Vec<&Site> = sites()
        .map(|(site, _)| site)
        .filter(|site| site.disclosure == LocationDisclosure::Protected)
        .collect();
    assert_eq!(protected.len(), 5);
    for site in protected {
        assert_eq!((&site.position, &site.address), (&None, &Address::default()));
    }
}

#[test]
fn unknown_is_told_apart_from_no() {
    let known =
        |of: fn(&Site) -> YesNo| sites().filter(|(site, _)| of(site) != YesNo::Unknown).count();
    let said = rows("offers.csv").iter().filter(|r| !r["accessible"].is_empty()).count();
    assert_eq!(said, 26);
    assert!(known(|site| site.accessible) < said, "a ramp alone is neither yes nor no");
    let texts = sites().filter(|(site, _)| site.accessible_text.is_some()).count();
    assert_eq!(texts, said);
}

#[test]
fn declared_areas_are_mapped_and_what_cannot_be_mapped_stays_text() {
    let texts = rows("offers.csv").iter().filter(|r| !r["service_area"].is_empty()).count();
    assert_eq!(texts, 130);
    let areas: Vec<_> =
        sites().map(|(site, _)| &site.service_area).filter(|area| area.text.is_some()).collect();
    assert_eq!(areas.len(), texts);
    let without_seat =
        areas.iter().find(|area| area.text.as_deref().unwrap().contains("außer Stadt")).unwrap();
    assert!(matches!(&without_seat.reach, Reach::Municipalities(list) if list.len() == 24));
    assert!(areas.iter().any(|area| area.reach == Reach::Undeclared));
}

#[test]
fn municipalities_people_and_cells_add_up() {
    assert_eq!(PACKAGE.municipalities.len(), 25);
    let people: u32 = PACKAGE.municipalities.iter().map(|m| m.municipality.population).sum();
    assert_eq!((people, PACKAGE.region.population), (287_451, 287_451));
    let counted: u32 = PACKAGE.cells.iter().map(|cell| cell.people).sum();
    assert_eq!((PACKAGE.cells.len(), counted), (7_945, 266_041));
    assert_eq!((PACKAGE.stops.len(), PACKAGE.stations.len()), (801, 21));
    assert_eq!((PACKAGE.organizations.len(), PACKAGE.crisis_numbers.len()), (210, 9));
    assert_eq!(PACKAGE.water.iter().filter(|(name, _)| name == "Bodensee").count(), 4);
    assert_eq!(PACKAGE.neighbours.len(), 4);
}

#[test]
fn the_taxonomy_takes_in_every_category_of_the_offers_below_twelve_themes() {
    assert_eq!(PACKAGE.taxonomy.tops(Facet::Topic).count(), 12);
    let categories: BTreeSet<String> =
        rows("offers.csv").into_iter().map(|mut r| r.remove("category").unwrap()).collect();
    assert_eq!(categories.len(), 39);
    for category in categories {
        let top = PACKAGE.taxonomy.top_of(&category).unwrap();
        assert!(top.color.is_some() && top.code.as_str() != category, "{category}");
    }
}

#[test]
fn every_name_of_a_municipality_part_of_town_and_postcode_can_be_typed() {
    let names: BTreeSet<&str> = PACKAGE.gazetteer.iter().map(|g| g.name.as_str()).collect();
    for m in &PACKAGE.municipalities {
        assert!(names.contains(m.municipality.name.as_str()));
    }
    for row in rows("ortsteil_points.csv") {
        assert!(names.contains(row["ortsteil"].as_str()), "{row:?}");
    }
    for row in rows("postcodes.csv") {
        assert!(names.contains(row["plz"].as_str()), "{row:?}");
    }
    for entry in &PACKAGE.gazetteer {
        assert!(PACKAGE.region.data_bounds.contains(entry.point), "{entry:?}");
    }
}

#[test]
fn reading_twice_gives_the_same_with_the_same_ids() {
    assert!(read_county(&Folder(FOLDER.clone())).unwrap() == *PACKAGE);
}

#[test]
fn every_entry_passes_the_rules_of_the_house() {
    for entry in &PACKAGE.listings {
        entry.listing.validate().unwrap();
    }
}

/// The package with some files changed.
struct Changed(BTreeMap<&'static str, String>);

impl PackageFiles for Changed {
    fn read(&self, name: &str) -> std::io::Result<Option<Vec<u8>>> {
        match self.0.get(name) {
            Some(text) => Ok(Some(text.clone().into_bytes())),
            None => Folder(FOLDER.clone()).read(name),
        }
    }
}

/// The faults of the package after changing one field of the first row of a table.
fn faults(file: &'static str, column: &str, value: &str) -> ImportErrors {
    let mut reader = csv::Reader::from_path(FOLDER.join(file)).unwrap();
    let header = reader.headers().unwrap().clone();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).unwrap();
    for (i, row) in reader.records().enumerate() {
        let row = row.unwrap();
        let fields = header.iter().zip(&row);
        let changed = fields.map(|(name, old)| if i == 0 && name == column { value } else { old });
        writer.write_record(changed).unwrap();
    }
    let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    // The package itself would fill the screen.
    read_county(&Changed(BTreeMap::from([(file, text)]))).map(|_| ()).unwrap_err()
}

#[test]
fn each_kind_of_fault_is_named_by_line_column_and_code() {
    for (file, column, value, code) in [
        ("offers.csv", "category", "x", "unknown_category"),
        ("offers.csv", "org_id", "x", "unknown_organization"),
        ("offers.csv", "co_org_ids", "x", "unknown_organization"),
        ("offers.csv", "ags", "08335999", "unknown_ags"),
        ("offers.csv", "ags", "8335", "not_an_ags"),
        ("offers.csv", "status_code", "x", "unknown_status"),
        ("offers.csv", "site_type", "x", "unknown_site_type"),
        ("offers.csv", "location_public", "x", "unknown_disclosure"),
        ("offers.csv", "coord_precision", "x", "unknown_precision"),
        ("offers.csv", "lon", "47.7", "out_of_bounds"),
        ("offers.csv", "lat", "NaN", "not_a_number"),
        ("offers.csv", "source_date", "2023-13", "not_a_date"),
        ("offers.csv", "confidence", "x", "unknown_confidence"),
        ("offers.csv", "tier", "D", "unknown_tier"),
        ("offers.csv", "offer_name", "", "required"),
        ("offers.csv", "offer_id", "", "required"),
        ("offer_positions.csv", "offer_id", "x", "unknown_offer"),
        ("offer_positions.csv", "precision", "x", "unknown_precision"),
        ("organizations.csv", "website", "x", "not_a_web_address"),
        ("organizations.csv", "source_date", "x", "not_a_date"),
        ("population_cells.csv", "easting_m", "4217401", "not_on_the_grid"),
        ("population_cells.csv", "lt18", "-1", "not_a_number"),
        ("stops.csv", "ags", "99999999", "unknown_ags"),
        ("postcodes.csv", "plz", "7822", "not_a_postcode"),
        ("postcodes.csv", "ort", "x", "unknown_municipality"),
        ("school_holidays.csv", "to", "2025-10-01", "out_of_order"),
        ("crisis_numbers.csv", "free_of_charge", "x", "not_yes_no"),
        ("gemeinden.csv", "lon", "47.7", "out_of_bounds"),
    ] {
        let faults = faults(file, column, value);
        let found = faults
            .0
            .iter()
            .any(|fault| fault.file == file && fault.row == Some(2) && fault.code == code);
        assert!(found, "{file} {column}={value}: no {code} at line 2 in\n{faults}");
    }
}

#[test]
fn ids_are_the_same_on_every_machine_and_in_every_version() {
    // Computed with Python's uuid.uuid5 from the name space and names of domain::ids; links that people keep rest on them.
    let of = |offer: &str| {
        let outcome = PACKAGE.report.find_offer(offer).unwrap();
        (outcome.service_id.to_string(), outcome.feature_id.to_string())
    };
    let same = |a: &str, b: &str| assert_eq!(of(a).0, of(b).0, "{a} and {b} are one service");
    same("jobcenter-si", "jobcenter-sto");
    same("drogenhilfe-si", "drogenhilfe-zfp");
    assert_eq!(
        of("tafel-rz"),
        (
            "96e0fb69-5f4d-5b0d-9661-639c46425d57".to_owned(),
            "b94c9052-5d6b-51c2-99bc-817751e85375".to_owned()
        )
    );
    assert_eq!(
        of("jobcenter-si"),
        (
            "57a8c6ff-01ff-5628-9f2b-ef9ebf62e61c".to_owned(),
            "90d511ec-743b-5ad0-92e4-145ff827924d".to_owned()
        )
    );
}

#[test]
fn the_date_of_a_source_keeps_its_precision_and_what_is_unconfirmed_or_limited_is_flagged() {
    // Counted with Python over the column source_date: 353 of seven characters, 202 of four, 3 of ten, 127 empty.
    let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
    for (site, _) in sites() {
        let text = site.assurance.date.map(|date| date.to_string()).unwrap_or_default();
        *lengths.entry(text.len()).or_default() += 1;
    }
    assert_eq!(lengths, BTreeMap::from([(0, 127), (4, 202), (7, 353), (10, 3)]));
    assert_eq!(sites().filter(|(site, _)| site.assurance.unconfirmed).count(), 37);
    let ends: BTreeMap<&str, String> = sites()
        .filter_map(|(site, _)| Some((site.source_id.as_deref()?, site.valid_to?.to_string())))
        .collect();
    let expected = [
        ("dw-bodlu-obdachlose", "2025-12-31".to_owned()),
        ("kleiderschrank-kn", "2022-08-31".to_owned()),
        ("waermetreff-gott", "2023-03-31".to_owned()),
    ];
    assert_eq!(ends, BTreeMap::from(expected));
}

#[test]
fn areas_access_hours_and_contacts_are_as_many_as_the_file_has() {
    // Counted with Python from offers.csv through service_areas.toml and wordings.toml.
    let count = |of: fn(&Site) -> bool| sites().filter(|(site, _)| of(site)).count();
    let listed = |n: usize| {
        sites().filter(|(site, _)| matches!(&site.service_area.reach, Reach::Municipalities(l) if l.len() == n)).count()
    };
    assert_eq!(count(|s| s.service_area.reach == Reach::Everywhere), 1);
    assert_eq!(count(|s| s.service_area.reach == Reach::Undeclared), 555 + 25);
    assert_eq!(count(|s| matches!(s.service_area.reach, Reach::Municipalities(_))), 61 + 43);
    assert_eq!((listed(25), listed(24), listed(22)), (37, 5, 1));
    assert_eq!(count(|s| s.accessible == YesNo::Yes), 16);
    assert_eq!(count(|s| s.schedule.osm.is_some()), 32);
    assert_eq!(count(|s| s.schedule.text.is_some()), 104);
    assert_eq!(count(|s| !s.contact.phones.is_empty()), 56);
    assert_eq!(count(|s| s.contact.website.is_some()), 118);
}

#[test]
fn what_is_said_of_one_site_is_not_said_of_the_whole_service() {
    let entry = |offer: &str| {
        let id = PACKAGE.report.find_offer(offer).unwrap().service_id;
        &PACKAGE.listings.iter().find(|e| e.listing.id == id).unwrap().listing
    };
    let hospice = entry("horizont-sapv");
    assert_eq!((hospice.sites.len(), hospice.description.as_str()), (4, ""));
    assert!(hospice.sites.iter().all(|site| site.description.is_some() && site.name.is_some()));
    let house = entry("fahrradwerkstatt-rz");
    assert_eq!(house.free, YesNo::Unknown);
    let cost = house.cost_text.as_deref().unwrap();
    assert!(cost.starts_with("Fahrradwerkstatt") && cost.ends_with("10–30 € je Rad"), "{cost}");
}

#[test]
fn every_link_is_taken_over_as_its_row_has_it() {
    let rows = rows("links.csv");
    assert_eq!((rows.len(), PACKAGE.links.len()), (4, 4));
    for (row, link) in rows.iter().zip(&PACKAGE.links) {
        let number = |column: &str| row[column].parse::<f64>().ok();
        let ends = [link.from.lon, link.from.lat, link.to.lon, link.to.lat].map(Some);
        assert_eq!(["from_lon", "from_lat", "to_lon", "to_lat"].map(number), ends);
        assert_eq!((number("length_m"), number("minutes")), (Some(link.length_m), link.minutes));
        let texts = [&link.id, &link.kind, &link.name, &link.season, &link.length_basis];
        assert_eq!(["link_id", "kind", "name", "season", "length_basis"].map(|c| &row[c]), texts);
        assert_eq!((&row["source"], row["default_on"] == "true"), (&link.source, link.default_on));
    }
}
