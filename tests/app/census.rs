//! Census grids through the use case, on both databases: all or nothing, people before packages.

use std::fmt::Write as _;

use sozialatlas::app::{
    AppError, CensusReport, FixedClock, LoadedPackage, import_census, load_county, read_reference,
    restore_census,
};
use sozialatlas::domain::{LonLat, PopulationCell};
use sozialatlas::exchange::census::CensusInput;
use sozialatlas::exchange::county::CountyPackage;
use sozialatlas::spatial::CellId;
use sozialatlas::spatial::projection::to_laea;
use sozialatlas::store::{DatabaseError, Store};

use crate::county::package;
use crate::support::TestDb;

on_both!(
    a_grid_replaces_the_packages_cells_with_a_note_and_one_change,
    a_faulty_grid_leaves_the_old_one_and_no_change,
    a_grid_without_a_county_is_refused,
    a_package_keeps_an_imported_grid_until_it_is_taken_back,
    a_package_without_a_municipality_of_the_imported_grid_is_refused_with_a_way_out,
);

fn clock() -> FixedClock {
    FixedClock("2026-11-23T09:00:00Z".parse().unwrap())
}

/// Cells in a row from a point inside the first municipality, with these people.
fn grid(package: &CountyPackage, people: &[&str]) -> String {
    let centre = package.municipalities[0].municipality.center;
    let first = CellId::containing(to_laea(LonLat { ..centre }), 1_000).unwrap();
    let mut text = "GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner;a65undaelter\n".to_owned();
    for (step, people) in (0..).zip(people) {
        let at = CellId::new(1_000, first.easting_m() + step * 1_000, first.northing_m()).unwrap();
        let centre = at.centre_m();
        writeln!(text, "{at};{};{};{people}", centre.easting_m, centre.northing_m).unwrap();
    }
    text
}

async fn import(
    store: &Store,
    package: &CountyPackage,
    text: &str,
    dry_run: bool,
) -> Result<CensusReport, AppError> {
    let bytes = Box::new(std::io::Cursor::new(text.to_owned().into_bytes()));
    let inputs = vec![CensusInput { name: "gitter.csv".into(), bytes }];
    import_census(store, &clock(), &package.region, inputs, dry_run, &mut |_| {}).await
}

async fn load(store: &Store, package: &CountyPackage, hash: &str) -> Option<String> {
    let loaded = LoadedPackage { package: package.clone(), hash: hash.to_owned() };
    let report = load_county(store, &clock(), &loaded, false).await.unwrap();
    report.kept_census.map(|census| census.source)
}

async fn shown(store: &Store) -> Vec<(u32, Option<u32>)> {
    let cells = store.list_population_cells().await.unwrap();
    cells.iter().map(|cell| (cell.people, cell.ages.ge65)).collect()
}

async fn a_grid_replaces_the_packages_cells_with_a_note_and_one_change(db: &TestDb) {
    let store = db.store().await;
    let package = package(3);
    load(&store, &package, "one").await;
    let seq = store.latest_seq().await.unwrap();
    let text = grid(&package, &["12;3", "7;–"]);
    let dry = import(&store, &package, &text, true).await.unwrap();
    assert_eq!(store.latest_seq().await.unwrap(), seq, "a dry run has written");
    let mut report = import(&store, &package, &text, false).await.unwrap();
    assert_eq!(shown(&store).await, [(12, Some(3)), (7, None)]);
    let changes = store.changes_after(seq, 9).await.unwrap();
    let entities: Vec<&str> = changes.iter().map(|change| change.entity.as_str()).collect();
    assert_eq!(entities, ["population_cells"]);
    assert_eq!(changes[0].actor, "import:census");
    let census = store.find_census().await.unwrap().unwrap();
    assert_eq!(census, report.census);
    assert_eq!((census.cell_size_m, census.source.as_str()), (1_000, "Zensus 2022"));
    assert_eq!(census.note, "Zensus 2022 (2022-05-15)", "this county has no words for it");
    assert_eq!(report.before, Some(package.region.package_census()));
    assert_eq!((report.bands[4].known_cells, report.bands[4].people), (1, 3));
    let first = &report.municipalities.iter().find(|m| m.counted > 0).unwrap();
    let factor = f64::from(first.official) / first.counted as f64;
    assert!((first.factor.unwrap() - factor).abs() < 1e-12);
    assert_eq!(first.difference, first.counted.cast_signed() - i64::from(first.official));
    report.dry_run = true;
    assert_eq!(report, dry, "a dry run tells the same");

    let again = import(&store, &package, &text, false).await.unwrap();
    assert!(again.already_loaded);
    assert_eq!(store.latest_seq().await.unwrap(), seq + 1);
    let reference = read_reference(&store, &package).await.unwrap();
    assert_eq!((reference.cells.len(), reference.census), (2, census));
    let lines: Vec<&str> = reference.region.attributions.iter().map(|a| a.text.as_str()).collect();
    assert_eq!(lines.last(), Some(&"Zensus 2022"));
    store.close().await;
}

async fn a_faulty_grid_leaves_the_old_one_and_no_change(db: &TestDb) {
    let store = db.store().await;
    let package = package(3);
    load(&store, &package, "one").await;
    let (seq, before) = (store.latest_seq().await.unwrap(), shown(&store).await);
    for people in [&["12;3", "1.234,5;1"][..], &["0;0"]] {
        let error = import(&store, &package, &grid(&package, people), false).await.unwrap_err();
        assert!(matches!(error, AppError::Import(_)), "{error:?}");
    }
    assert_eq!((store.latest_seq().await.unwrap(), shown(&store).await), (seq, before));

    // The database itself refuses: cells of a municipality that is not there.
    let mut tx = store.begin_write("test", clock().0).await.unwrap();
    let cell = PopulationCell { ags: "99999999".parse().unwrap(), ..package.cells[0] };
    let census = package.region.package_census();
    tx.replace_population_cells(&[cell], &census).await.unwrap();
    let error = tx.commit().await.unwrap_err();
    assert!(matches!(error, DatabaseError::UnknownReference { .. }), "{error:?}");
    assert_eq!(store.find_census().await.unwrap(), Some(census));
    assert_eq!(store.list_population_cells().await.unwrap().len(), package.cells.len());
    store.close().await;
}

async fn a_grid_without_a_county_is_refused(db: &TestDb) {
    let store = db.store().await;
    let package = package(1);
    let error = import(&store, &package, &grid(&package, &["12;3"]), false).await.unwrap_err();
    assert!(error.to_string().contains("load the county first"), "{error}");
    assert!(store.is_empty().await.unwrap());
    store.close().await;
}

async fn a_package_keeps_an_imported_grid_until_it_is_taken_back(db: &TestDb) {
    let store = db.store().await;
    let mut package = package(3);
    assert_eq!(load(&store, &package, "one").await, None);
    import(&store, &package, &grid(&package, &["12;3"]), false).await.unwrap();
    package.cells.pop();
    assert_eq!(load(&store, &package, "two").await.as_deref(), Some("Zensus 2022"));
    assert_eq!(shown(&store).await, [(12, Some(3))]);
    let loaded = LoadedPackage { package: package.clone(), hash: "two".to_owned() };
    assert!(restore_census(&store, &clock(), &loaded, true).await.unwrap());
    assert_eq!(shown(&store).await, [(12, Some(3))], "a dry run has written");
    assert!(restore_census(&store, &clock(), &loaded, false).await.unwrap());
    assert_eq!(store.list_population_cells().await.unwrap().len(), package.cells.len());
    assert!(!restore_census(&store, &clock(), &loaded, false).await.unwrap());
    assert_eq!(load(&store, &package, "three").await, None);
    store.close().await;
}

async fn a_package_without_a_municipality_of_the_imported_grid_is_refused_with_a_way_out(
    db: &TestDb,
) {
    let store = db.store().await;
    let package = package(0);
    load(&store, &package, "one").await;
    import(&store, &package, &grid(&package, &["12;3"]), false).await.unwrap();
    let mut smaller = package.clone();
    let gone = smaller.municipalities.remove(0).municipality.ags;
    smaller.cells.retain(|cell| cell.ags != gone);
    smaller.gazetteer.clear();
    let loaded = LoadedPackage { package: smaller, hash: "two".to_owned() };
    let refused = load_county(&store, &clock(), &loaded, false).await.unwrap_err();
    let words = refused.to_string();
    for part in [gone.as_str(), "1 cells", "Zensus 2022", "import census --package"] {
        assert!(words.contains(part), "{part} is not in {words}");
    }
    assert_eq!(shown(&store).await, [(12, Some(3))], "the old state is untouched");
    // The way out that it names.
    assert!(restore_census(&store, &clock(), &loaded, false).await.unwrap());
    load_county(&store, &clock(), &loaded, false).await.unwrap();
    let left = store.list_municipalities().await.unwrap();
    assert!(left.iter().all(|record| record.municipality.ags != gone));
    store.close().await;
}
