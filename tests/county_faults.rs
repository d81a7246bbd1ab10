//! County packages that are broken, each in its own way: refused as a whole, with every fault named by its spot.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sozialatlas::domain::{TermCode, WithheldReason};
use sozialatlas::exchange::ImportErrors;
use sozialatlas::exchange::county::{CountyPackage, Folder, PackageFiles, read_county};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/konstanz")
}

/// The words of the package in other languages.
const LANGUAGES: [&str; 6] = [
    "languages/ar.toml",
    "languages/en.toml",
    "languages/fr.toml",
    "languages/leicht.toml",
    "languages/tr.toml",
    "languages/uk.toml",
];

/// The package of the repository with some files changed (`None` = taken away).
#[derive(Default)]
struct Changed(BTreeMap<&'static str, Option<Vec<u8>>>);

impl PackageFiles for Changed {
    fn read(&self, name: &str) -> std::io::Result<Option<Vec<u8>>> {
        match self.0.get(name) {
            Some(changed) => Ok(changed.clone()),
            None => Folder(folder()).read(name),
        }
    }
}

impl Changed {
    /// Changes the text of a file.
    fn text(mut self, file: &'static str, change: impl FnOnce(String) -> String) -> Self {
        let old = String::from_utf8(self.read(file).unwrap().unwrap()).unwrap();
        let new = change(old.clone());
        assert_ne!(new, old, "the change of {file} must change something");
        self.0.insert(file, Some(new.into_bytes()));
        self
    }

    /// Changes the records of a table; the header is the first.
    fn records(self, file: &'static str, change: impl FnOnce(&mut Vec<Vec<String>>)) -> Self {
        self.text(file, |text| {
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            let mut records: Vec<Vec<String>> =
                reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
            change(&mut records);
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for record in records {
                writer.write_record(record).unwrap();
            }
            String::from_utf8(writer.into_inner().unwrap()).unwrap()
        })
    }

    /// Sets fields of the rows whose first column is one of the ids.
    fn set(self, file: &'static str, id: &str, fields: &[(&str, &str)]) -> Self {
        self.records(file, |records| {
            let header = records.first().unwrap().clone();
            let row = records.iter_mut().find(|r| r.first().unwrap() == id).unwrap();
            for (name, value) in fields {
                let column = header.iter().position(|h| h == name).unwrap();
                (*value).clone_into(&mut row[column]);
            }
        })
    }

    fn faults(&self) -> ImportErrors {
        // The package itself would fill the screen.
        read_county(self).map(|_| ()).unwrap_err()
    }

    fn package(&self) -> CountyPackage {
        read_county(self).unwrap_or_else(|faults| panic!("{faults}"))
    }
}

fn spots(faults: &ImportErrors) -> Vec<(&str, Option<u64>, &str)> {
    faults.0.iter().map(|f| (f.file.as_str(), f.row, f.code.as_str())).collect()
}

#[test]
fn faults_of_several_files_are_told_all_at_once_in_order() {
    let faults = Changed::default()
        .set("offers.csv", "lra-jugendamt", &[("category", "x"), ("ags", "08335999")])
        .set("stops.csv", "501751", &[("lat", "0")])
        .text("municipalities.geojson", |text| text.replacen("\"08335002\"", "\"08335998\"", 1))
        .faults();
    let found = spots(&faults);
    for expected in [
        ("municipalities.geojson", Some(2), "unknown_ags"),
        ("offers.csv", Some(3), "unknown_ags"),
        ("offers.csv", Some(3), "unknown_category"),
        ("stops.csv", Some(2), "out_of_bounds"),
    ] {
        assert!(found.contains(&expected), "{expected:?} is missing in\n{faults}");
    }
    assert!(faults.0.is_sorted());
}

#[test]
fn a_ring_that_is_not_closed_or_crosses_itself_is_named_by_feature_and_pointer() {
    let ring = |coordinates: &str| {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"name":"See"}},"geometry":{{"type":"Polygon","coordinates":[{coordinates}]}}}}]}}"#
        )
    };
    for (coordinates, code) in [
        ("[[9.0,47.6],[9.1,47.6],[9.1,47.7]]", "unclosed_ring"),
        ("[[9.0,47.6],[9.1,47.7],[9.1,47.6],[9.0,47.7],[9.0,47.6]]", "self_intersection"),
        ("[[9.0,47.6],[9.1,47.6],[9.0,47.6]]", "too_few_positions"),
    ] {
        let faults = Changed::default().text("water.geojson", |_| ring(coordinates)).faults();
        assert!(
            faults
                .0
                .iter()
                .any(|f| f.file == "water.geojson" && f.row == Some(1) && f.code == code),
            "no {code} in\n{faults}"
        );
        assert!(faults.0.iter().all(|f| f.file == "water.geojson"), "{faults}");
    }
}

#[test]
fn a_doubled_id_is_named_with_the_line_it_stands_in_first() {
    let faults = Changed::default()
        .records("offers.csv", |records| records.push(records[1].clone()))
        .faults();
    let doubled =
        faults.0.iter().find(|f| f.code == "duplicate" && f.file == "offers.csv").unwrap();
    assert_eq!(doubled.row, Some(687));
    assert!(doubled.detail.contains("line 2"), "{}", doubled.detail);
    let faults = Changed::default()
        .records("organizations.csv", |records| records.push(records[1].clone()))
        .faults();
    assert_eq!(spots(&faults), [("organizations.csv", Some(212), "duplicate")]);
}

#[test]
fn latin_1_a_missing_column_and_a_short_row_are_refused_with_their_spot() {
    let mut latin = Changed::default();
    let bytes = latin.read("organizations.csv").unwrap().unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let latin_1 = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    latin.0.insert("organizations.csv", Some(latin_1));
    let faults = latin.faults();
    let first = faults.0.iter().find(|f| f.code == "not_utf8").unwrap();
    assert_eq!(first.file, "organizations.csv");
    let umlaut = text.lines().position(|line| !line.is_ascii()).unwrap() as u64 + 1;
    assert_eq!(first.row, Some(umlaut));

    let without = Changed::default().records("stops.csv", |records| {
        let column = records[0].iter().position(|h| h == "lat").unwrap();
        for record in records {
            record.remove(column);
        }
    });
    assert_eq!(spots(&without.faults()), [("stops.csv", Some(1), "missing_column")]);

    // A file that nothing reads may be as it likes.
    let short = Changed::default().records("goals.csv", |records| records[1].truncate(2));
    drop(short.package());
    let short = Changed::default().records("crisis_numbers.csv", |records| records[1].truncate(2));
    let faults = short.faults();
    // What the guided way and the languages say about a number that could not be read leads nowhere.
    let (own, followed): (Vec<_>, Vec<_>) =
        spots(&faults).into_iter().partition(|(file, ..)| *file == "crisis_numbers.csv");
    assert_eq!(own, [("crisis_numbers.csv", Some(2), "wrong_field_count")]);
    assert!(followed.iter().all(|(_, _, code)| *code == "unknown_number"), "{followed:?}");
}

#[test]
fn every_file_that_is_needed_and_missing_is_named() {
    let mut without = Changed::default();
    for file in ["stations.geojson", "postcodes.csv", "offer_positions.csv"] {
        without.0.insert(file, None);
    }
    let expected = [
        ("offer_positions.csv", None, "missing_file"),
        ("postcodes.csv", None, "missing_file"),
        ("stations.geojson", None, "missing_file"),
    ];
    assert_eq!(spots(&without.faults()), expected);
}

#[test]
fn faults_of_the_region_and_the_taxonomy_are_named() {
    for (file, old, new, code) in [
        ("region.toml", "population = 287451", "population = 287452", "wrong_sum"),
        ("region.toml", "Europe/Berlin", "Europe/Entenhausen", "unknown_timezone"),
        ("region.toml", "\"08335043\", ", "\"08335999\", ", "unknown_ags"),
        ("region.toml", "west = 8.60", "west = 9.60", "out_of_order"),
        ("region.toml", "state =", "staate =", "not_valid"),
        ("region.toml", "near_m = 5000", "near_m = 0", "not_a_distance"),
        (
            "region.toml",
            "[max_distance_m]",
            "[max_distance_m]\ntafel_mittagstisch = nan",
            "not_a_distance",
        ),
        (
            "region.toml",
            "[max_distance_m]",
            "[max_distance_m]\ntafel_mittagstisch = 2e9",
            "not_a_distance",
        ),
        ("region.toml", "[max_distance_m]", "[max_distance_m]\ntaffel = 900", "unknown_category"),
        (
            "region.toml",
            "[completeness]",
            "[completeness]\nnichts = \"partial\"",
            "unknown_category",
        ),
        ("taxonomy.toml", "#e31166", "#ffe0ee", "low_contrast"),
        ("taxonomy.toml", "#e31166", "red", "not_a_color"),
        ("taxonomy.toml", "shape = \"triangle\"", "shape = \"circle\"", "duplicate_shape"),
        ("taxonomy.toml", "parent = \"jugend\"", "parent = \"jung\"", "unknown_parent"),
        ("taxonomy.toml", "code = \"alle\"", "code = \"kita\"", "duplicate"),
        ("service_areas.toml", "08335043", "08335999", "unknown_ags"),
    ] {
        let faults = Changed::default().text(file, |text| text.replacen(old, new, 1)).faults();
        let found = faults.0.iter().any(|f| f.file == file && f.code == code);
        assert!(found, "{file} {new}: no {code} in\n{faults}");
    }
}

#[test]
fn every_fault_of_a_link_is_named_by_row_and_column() {
    let faults = Changed::default()
        .set("links.csv", "faehre-meersburg", &[("kind", "submarine"), ("minutes", "-3")])
        .set("links.csv", "faehre-ueberlingen", &[("to_lat", ""), ("default_on", "maybe")])
        .set("links.csv", "bruecke-mainau", &[("length_m", "120"), ("source", "")])
        .set("links.csv", "grenze-buesingen", &[("link_id", "none"), ("from_lon", "47.7")])
        .records("links.csv", |records| records.push(records[1].clone()))
        .faults();
    let found: Vec<_> = faults
        .0
        .iter()
        .map(|f| (f.file.as_str(), f.row.unwrap(), f.column.as_deref().unwrap(), f.code.as_str()))
        .collect();
    let expected = [
        ("links.csv", 2, "kind", "unknown_kind"),
        ("links.csv", 2, "minutes", "out_of_range"),
        ("links.csv", 3, "default_on", "not_true_or_false"),
        ("links.csv", 3, "to_lat", "required"),
        ("links.csv", 4, "length_m", "shorter_than_straight"),
        ("links.csv", 4, "source", "required"),
        ("links.csv", 5, "from_lon", "out_of_bounds"),
        ("links.csv", 5, "link_id", "not_an_id"),
        ("links.csv", 6, "kind", "unknown_kind"),
        ("links.csv", 6, "link_id", "duplicate"),
        ("links.csv", 6, "minutes", "out_of_range"),
    ];
    assert_eq!(found, expected, "{faults}");
    for length in ["0", "-5", "NaN", "inf", "12,5", ""] {
        let faults =
            Changed::default().set("links.csv", "bruecke-mainau", &[("length_m", length)]).faults();
        assert_eq!(faults.0.len(), 1, "{length}: {faults}");
        assert_eq!(faults.0[0].column.as_deref(), Some("length_m"));
    }
}

#[test]
fn a_county_without_links_has_a_table_of_one_line() {
    let package = Changed::default().records("links.csv", |records| records.truncate(1)).package();
    assert!(package.links.is_empty());
}

#[test]
fn a_street_or_a_point_in_a_protected_row_is_refused() {
    for field in [("street", "Musterweg 1"), ("lat", "47.7"), ("lon", "9.1")] {
        let faults = Changed::default().set("offers.csv", "frauenhaus-kn", &[field]).faults();
        assert!(faults.0.len() == 1, "{field:?}: {faults}");
        assert_eq!(faults.0[0].code, "protected");
    }
}

#[test]
fn a_better_position_for_a_protected_row_is_refused() {
    let faults = Changed::default()
        .set("offer_positions.csv", "afa-kn", &[("offer_id", "frauenhaus-kn")])
        .faults();
    assert!(
        spots(&faults).iter().any(|(file, _, code)| (*file, *code) == ("offers.csv", "protected"))
    );
}

#[test]
fn a_row_of_unnamed_origin_never_becomes_public_beside_others_of_its_group() {
    let phrase = "öffentliche Datei ohne benannte Herkunft";
    let package = Changed::default()
        .set("offers.csv", "drogenhilfe-kn", &[("source_urls", phrase)])
        .package();
    let kept = package.report.find_offer("drogenhilfe-kn").unwrap();
    assert_eq!(kept.withheld, Some(WithheldReason::UnnamedSource));
    let entry = package.listings.iter().find(|e| e.listing.id == kept.service_id).unwrap();
    assert_eq!((entry.withheld, entry.listing.sites.len()), (kept.withheld, 1));
    let others = package.report.find_offer("drogenhilfe-si").unwrap();
    assert_ne!(others.service_id, kept.service_id);
    assert!(entry.listing.related.contains(&others.service_id));
}

#[test]
fn wordings_that_mean_nothing_known_stay_text_and_are_noted() {
    let package = Changed::default()
        .set(
            "offers.csv",
            "lra-jugendamt",
            &[
                ("target_groups", "Marsmenschen; Familien"),
                ("service_area", "hinter dem Mond"),
                ("cost", "drei Taler"),
                ("opening_hours", "wenn die Glocke läutet"),
                ("opening_hours_osm", "when the bell rings"),
            ],
        )
        .package();
    let noted: Vec<(&str, &str)> = package
        .report
        .notes
        .iter()
        .filter(|n| n.file == "offers.csv" && n.row == Some(3))
        .map(|n| (n.column.as_deref().unwrap(), n.code.as_str()))
        .collect();
    let expected = [
        ("target_groups", "unmapped_wording"),
        ("cost", "unmapped_wording"),
        ("opening_hours_osm", "not_opening_hours"),
        ("service_area", "unmapped_wording"),
    ];
    assert_eq!(noted, expected);
    let id = package.report.find_offer("lra-jugendamt").unwrap().service_id;
    let listing = &package.listings.iter().find(|e| e.listing.id == id).unwrap().listing;
    let site = &listing.sites[0];
    assert_eq!(listing.target_group_texts, ["Marsmenschen", "Familien"]);
    assert_eq!(
        listing.target_groups.iter().map(TermCode::as_str).collect::<Vec<_>>(),
        ["familien"]
    );
    assert_eq!(listing.cost_text.as_deref(), Some("drei Taler"));
    assert_eq!(site.schedule.osm, None);
    assert_eq!(site.schedule.text.as_deref(), Some("wenn die Glocke läutet"));
    assert_eq!(site.service_area.text.as_deref(), Some("hinter dem Mond"));
}

#[test]
fn every_fault_of_the_guided_way_is_named_by_its_spot_and_a_package_may_do_without() {
    let faults = Changed::default()
        .text("guide.toml", |text| {
            text.replacen("category = [\"kita\"]", "category = [\"kindergarten\"]", 1)
                .replacen("to = \"kind-betreuung\"", "to = \"kind-was\"", 1)
                .replacen("to = \"sucht-hilfe\"", "to = \"nirgends\"", 1)
                .replacen("numbers = [\"arzt\"]", "numbers = [\"doktor\"]", 1)
                .replacen("\"konflikt-schein\", ", "", 1)
                .replacen("source = \"§ 203 StGB\"", "source = \"\"", 1)
        })
        .text("region.toml", |text| text.replacen("https://www.dwd.de/", "javascript:alert(1)", 1))
        .faults();
    let column = |f: &sozialatlas::exchange::ImportError| f.column.clone().unwrap_or_default();
    let found: Vec<(String, &str)> =
        faults.0.iter().map(|f| (column(f), f.code.as_str())).collect();
    for (spot, code) in [
        ("result.kind-betreuung", "unknown_category"),
        ("result.kind-betreuung", "unreachable"),
        ("question.kind-was", "loop"),
        ("question.sucht-wer.answer.ich", "unknown_target"),
        ("result.sucht-hilfe", "unreachable"),
        ("result.krank-beratung", "unknown_number"),
        ("advice.konflikt-schein", "unused"),
        ("advice.schweigepflicht", "no_source"),
        ("quick_exit_url", "not_an_address"),
    ] {
        assert!(found.contains(&(spot.to_owned(), code)), "{spot} {code}\n{faults}");
    }
    let mut without = Changed::default();
    without.0.insert("guide.toml", None);
    let orphaned = without.faults();
    let left = spots(&orphaned);
    assert!(
        left.iter().all(|(file, _, code)| file.starts_with("languages/") && *code == "unknown_key")
    );
    for file in LANGUAGES {
        without = without.text(file, |text| {
            let mut words: toml::Table = text.parse().unwrap();
            words.remove("guide");
            words.to_string()
        });
    }
    assert!(without.package().guide.is_empty());
}
