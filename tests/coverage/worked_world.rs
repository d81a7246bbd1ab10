// The small world of docs/COVERAGE.md, worked out by hand there: included by each of its examples.
use sozialatlas::coverage::{Demand, DemandMunicipality, Serves, Supply, SupplySite};
use sozialatlas::domain::{AgeBands, PopulationCell};
use sozialatlas::spatial::Projected;

/// Metres east of the middle of the first cell.
fn at(metres: f64) -> Projected {
    Projected::new(4_200_050.0 + metres, 2_700_050.0)
}

/// A cell whose middle is so many metres east of that of the first; ages: under 18, …, 65 and older.
fn cell(ags: &str, metres: u32, ages: [u32; 5]) -> PopulationCell {
    PopulationCell {
        easting_m: 4_200_000 + metres,
        northing_m: 2_700_000,
        size_m: 100,
        ags: ags.parse().unwrap(),
        people: ages.iter().sum(),
        ages: AgeBands::known(ages),
    }
}

/// The four cells.
fn cells() -> [PopulationCell; 4] {
    [
        cell("01001000", 0, [10, 10, 15, 10, 15]),
        cell("01001000", 100, [10, 5, 10, 10, 5]),
        cell("01001000", 1_000, [0, 5, 0, 5, 10]),
        cell("01001001", 2_000, [10, 10, 5, 5, 20]),
    ]
}

/// Two municipalities, A and B, of four cells.
fn demand() -> Demand {
    demand_of(&cells())
}

/// The same of these cells.
fn demand_of(cells: &[PopulationCell]) -> Demand {
    let municipality = |ags: &str, name: &str, population| DemandMunicipality {
        ags: ags.parse().unwrap(),
        name: name.to_owned(),
        population,
        centre: at(0.0),
    };
    let both = vec![municipality("01001000", "A", 240), municipality("01001001", "B", 40)];
    Demand::new(cells, both).unwrap()
}

/// Three sites: X exact, Y stale and known only to the street, Z for people of A alone.
fn supply() -> Supply {
    let x = SupplySite { municipality: Some(0), ..SupplySite::exact(at(0.0)) };
    let y = SupplySite { accuracy_m: 300.0, is_stale: true, ..SupplySite::exact(at(1_400.0)) };
    let z = SupplySite {
        serves: Serves::Municipalities([0].into()),
        municipality: Some(1),
        ..SupplySite::exact(at(2_100.0))
    };
    Supply::new(vec![x, y, z])
}
