//! What a county package replaces as a whole.

use sozialatlas::domain::{
    AgeBands, CensusCounts, CensusFile, CensusImport, CensusVintage, Facet, GazetteerEntry,
    GazetteerKind, LonLat, Municipality, PopulationCell, ReviewStatus, Taxonomy,
};
use sozialatlas::store::{DatabaseError, MunicipalityRecord};

use crate::support::{TestDb, begin, listing, taxonomy, term};

fn municipality(n: u32) -> MunicipalityRecord {
    MunicipalityRecord {
        municipality: Municipality {
            ags: format!("99999{n:03}").parse().unwrap(),
            name: format!("Öhningen-Süß {n}"),
            designation: "Gemeinde".into(),
            population: 1_000 + n,
            population_date: "2022-05-15".parse().unwrap(),
            population_update: Some((1_001, "2023-12-31".parse().unwrap(), "Basis 2011".into())),
            area_km2: Some(0.1 + 0.2),
            town_hall_street: None,
            postcode: Some("00000".into()),
            website: None,
            administrative_union: None,
            districts: vec!["Weiler".into()],
            center: LonLat { lon: 8.9, lat: 47.654_321_098_765 },
            rank: 2,
        },
        outline: r#"{"type":"Polygon","coordinates":[[[8,47],[9,47],[9,48],[8,47]]]}"#.into(),
    }
}

fn cell(n: u32) -> PopulationCell {
    PopulationCell {
        easting_m: 4_200_000 + 100 * (n % 100),
        northing_m: 2_700_000 + 100 * (n / 100),
        size_m: 100,
        ags: "99999001".parse().unwrap(),
        people: u32::MAX - n,
        ages: AgeBands {
            lt18: Some(n),
            a18to29: n.is_multiple_of(2).then_some(3),
            a30to49: Some(0),
            a50to64: None,
            ge65: Some(u32::MAX),
        },
    }
}

fn census() -> CensusVintage {
    CensusVintage {
        source: "Zählung \"von\" früher".into(),
        reference_date: "2011-05".parse().unwrap(),
        cell_size_m: 100,
        note: "Hochrechnung".into(),
        import: Some(CensusImport {
            code: "invented".into(),
            at: "2026-11-23T10:00:00.000Z".into(),
            files: vec![CensusFile {
                name: "gitter.csv".into(),
                layout: "invented".into(),
                bytes: 12,
                sha256: "00ff".into(),
            }],
            counts: CensusCounts { read: 7, taken: 7, ..CensusCounts::default() },
        }),
    }
}

fn place(name: &str, kind: GazetteerKind) -> GazetteerEntry {
    GazetteerEntry {
        name: name.into(),
        kind,
        municipalities: vec!["99999001".parse().unwrap(), "99999002".parse().unwrap()],
        point: LonLat { lon: 9.0 / 7.0, lat: -0.0 },
        point_is_fallback: kind == GazetteerKind::Postcode,
    }
}

async fn everything_replaced_comes_back_in_its_order(db: &TestDb) {
    let store = db.furnished().await;
    assert_eq!(store.list_terms().await.unwrap(), taxonomy().terms());
    let towns: Vec<MunicipalityRecord> = (1..=3).map(municipality).collect();
    let places = [
        place("Zürich (Straße)", GazetteerKind::Stop),
        place("Ä", GazetteerKind::District),
        place("00000", GazetteerKind::Postcode),
        place("Z", GazetteerKind::Municipality),
    ];
    let cells: Vec<PopulationCell> = (0..7).rev().map(cell).collect();
    let mut tx = begin(&store).await;
    // Cells before the municipalities they lie in: references are looked at when all is there.
    tx.replace_population_cells(&cells, &census()).await.unwrap();
    tx.replace_municipalities(&towns).await.unwrap();
    tx.replace_places(&places).await.unwrap();
    tx.save_region("testkreis", "abc").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.list_municipalities().await.unwrap(), towns);
    assert_eq!(store.list_places().await.unwrap(), places);
    let sorted: Vec<PopulationCell> = (0..7).map(cell).collect();
    assert_eq!(store.list_population_cells().await.unwrap(), sorted);
    assert_eq!(store.find_census().await.unwrap(), Some(census()));
    let region = store.find_region("testkreis").await.unwrap().unwrap();
    assert_eq!(
        (region.package_hash.as_str(), region.loaded_at.as_str()),
        ("abc", "2026-11-23T10:00:00.000Z")
    );
    assert_eq!(store.find_region("anderer").await.unwrap(), None);

    let mut tx = begin(&store).await;
    tx.replace_municipalities(&towns).await.unwrap();
    tx.replace_places(&places[..1]).await.unwrap();
    tx.save_region("testkreis", "def").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.list_places().await.unwrap(), places[..1]);
    assert_eq!(store.find_region("testkreis").await.unwrap().unwrap().package_hash, "def");
}

async fn ten_thousand_cells_are_replaced_at_once_or_not_at_all(db: &TestDb) {
    let store = db.store().await;
    let old: Vec<PopulationCell> = (0..10).map(cell).collect();
    let mut tx = begin(&store).await;
    tx.replace_municipalities(&[municipality(1)]).await.unwrap();
    tx.replace_population_cells(&old, &census()).await.unwrap();
    tx.commit().await.unwrap();

    let mut many: Vec<PopulationCell> = (0..10_000).map(cell).collect();
    many[9_999] = cell(3);
    let mut tx = begin(&store).await;
    let error = tx.replace_population_cells(&many, &census()).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Duplicate { .. }), "{error:?}");
    drop(tx);
    assert_eq!(store.list_population_cells().await.unwrap(), old);

    many[9_999] = cell(9_999);
    let mut tx = begin(&store).await;
    tx.replace_population_cells(&many, &census()).await.unwrap();
    assert_eq!(store.list_population_cells().await.unwrap(), old, "seen before the commit");
    tx.commit().await.unwrap();
    let found = store.list_population_cells().await.unwrap();
    assert_eq!(found.len(), 10_000);
    assert_eq!(
        found.iter().map(|c| u64::from(c.ages.lt18.unwrap())).sum::<u64>(),
        9_999 * 10_000 / 2
    );
}

async fn a_cell_without_its_municipality_fails_the_commit(db: &TestDb) {
    let store = db.store().await;
    let mut tx = begin(&store).await;
    tx.replace_population_cells(&[cell(1)], &census()).await.unwrap();
    let error = tx.commit().await.unwrap_err();
    assert!(matches!(error, DatabaseError::UnknownReference { .. }), "{error:?}");
    assert!(store.is_empty().await.unwrap());
}

async fn a_term_in_use_cannot_vanish(db: &TestDb) {
    let store = db.furnished().await;
    let mut tx = begin(&store).await;
    tx.save_revision(&listing(1), ReviewStatus::Published, None, 0).await.unwrap();
    tx.commit().await.unwrap();
    let seq = store.latest_seq().await.unwrap();

    let without = Taxonomy::new(vec![term("beratung", Facet::Topic, None)]).unwrap();
    let mut tx = begin(&store).await;
    tx.upsert_taxonomy(&without).await.unwrap();
    let error = tx.commit().await.unwrap_err();
    assert!(matches!(error, DatabaseError::UnknownReference { .. }), "{error:?}");
    assert_eq!(store.list_terms().await.unwrap(), taxonomy().terms());
    assert_eq!(store.latest_seq().await.unwrap(), seq);

    // Together with the entry that used it, it may go.
    let mut moved = listing(1);
    moved.categories = vec!["beratung".parse().unwrap()];
    moved.target_groups.clear();
    let mut tx = begin(&store).await;
    tx.upsert_taxonomy(&without).await.unwrap();
    tx.save_revision(&moved, ReviewStatus::Published, None, 1).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.list_terms().await.unwrap(), without.terms());
}

async fn a_municipality_given_twice_or_with_nul_is_refused(db: &TestDb) {
    let store = db.store().await;
    let mut tx = begin(&store).await;
    let twice = [municipality(1), municipality(1)];
    let error = tx.replace_municipalities(&twice).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Duplicate { .. }), "{error:?}");
    drop(tx);
    let mut nul = municipality(1);
    nul.outline.push('\0');
    let mut tx = begin(&store).await;
    let error = tx.replace_municipalities(&[nul]).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Nul { .. }), "{error:?}");
    let mut nowhere = place("x", GazetteerKind::Stop);
    nowhere.point.lon = f64::NAN;
    let error = tx.replace_places(&[nowhere]).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Unstorable { .. }), "{error:?}");
}

on_both!(
    everything_replaced_comes_back_in_its_order,
    ten_thousand_cells_are_replaced_at_once_or_not_at_all,
    a_cell_without_its_municipality_fails_the_commit,
    a_term_in_use_cannot_vanish,
    a_municipality_given_twice_or_with_nul_is_refused,
);
