//! Demands and supplies to measure with: the county's own, and the inhabited cells of a whole country.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::read::GzDecoder;
use rand::{RngExt as _, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sozialatlas::coverage::{Demand, DemandMunicipality, Supply, SupplySite};
use sozialatlas::domain::{AgeBands, Ags, PopulationCell, TermCode};
use sozialatlas::exchange::county::CountyPackage;
use sozialatlas::spatial::Projected;
use sozialatlas::spatial::polygon::label_point;
use sozialatlas::spatial::projection::to_laea;

/// The people of a county package.
pub fn county_demand(package: &CountyPackage) -> Demand {
    let municipalities = package.municipalities.iter().map(|area| DemandMunicipality {
        ags: area.municipality.ags,
        name: area.municipality.name.clone(),
        population: area.municipality.population,
        centre: label_point(&area.outline, 50.0).map(to_laea).expect("an outline has a middle"),
    });
    Demand::new(&package.cells, municipalities.collect()).expect("the cells are sound")
}

/// The published sites of each category with a position, as accurate as the county says; every other one stale.
pub fn county_supplies(package: &CountyPackage, demand: &Demand) -> Vec<(TermCode, Supply)> {
    let mut sites: BTreeMap<TermCode, Vec<SupplySite>> = BTreeMap::new();
    for entry in package.listings.iter().filter(|entry| entry.withheld.is_none()) {
        for site in &entry.listing.sites {
            let Some(position) = &site.position else { continue };
            let accuracy = package.region.accuracy.metres(position.precision, site.municipality);
            for category in &entry.listing.categories {
                let list = sites.entry(category.clone()).or_default();
                list.push(SupplySite {
                    accuracy_m: accuracy.unwrap_or(0.0),
                    is_stale: list.len() % 2 == 1,
                    municipality: site.municipality.and_then(|ags| demand.find_municipality(&ags)),
                    ..SupplySite::exact(to_laea(position.point))
                });
            }
        }
    }
    sites.into_iter().map(|(category, sites)| (category, Supply::new(sites))).collect()
}

/// Where the cells of the country are, if the folder with data for measuring is there.
pub fn country_file() -> Option<PathBuf> {
    let folder = std::env::var_os("SOZIALATLAS_TEST_DATA")?;
    let file = Path::new(&folder).join("bench/germany_100m_dwellings.csv.gz");
    file.is_file().then_some(file)
}

/// The inhabited 100 m cells of the country, with dwellings for people, all in one municipality.
pub fn country_cells(file: &Path, ags: Ags) -> Vec<PopulationCell> {
    let opened = std::fs::File::open(file).expect("the file can be opened");
    let mut reader = csv::Reader::from_reader(GzDecoder::new(std::io::BufReader::new(opened)));
    reader
        .deserialize()
        .map(|row| {
            let (x, y, people): (u32, u32, u32) = row.expect("x, y, dwellings");
            let (easting_m, northing_m) = (x - 50, y - 50);
            PopulationCell {
                easting_m,
                northing_m,
                size_m: 100,
                ags,
                people,
                ages: AgeBands::UNKNOWN,
            }
        })
        .collect()
}

/// The same as a demand.
pub fn country_demand(file: &Path) -> Demand {
    let ags = "00000000".parse().expect("a key");
    let cells = country_cells(file, ags);
    let population = cells.iter().map(|cell| cell.people).sum();
    let centre = Projected::new(4_321_000.0, 3_210_000.0);
    let country = DemandMunicipality { ags, name: "Country".to_owned(), population, centre };
    Demand::new(&cells, vec![country]).expect("the cells are sound")
}

/// Seeded sites near where people live; with `flags` of all accuracies, every other one stale.
pub fn country_supply(demand: &Demand, sites: usize, seed: u64, flags: bool) -> Supply {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let site = |place: usize| {
        let cell = demand.centre_m(rng.random_range(0..demand.len() as u32));
        let mut beside = |metres: f64| metres + rng.random_range(-2_000.0..2_000.0);
        let at = Projected::new(beside(cell.easting_m), beside(cell.northing_m));
        let accuracy_m =
            if flags { [0.0, 25.0, 100.0, 300.0, 800.0, 3_000.0][place % 6] } else { 0.0 };
        SupplySite { accuracy_m, is_stale: flags && place % 2 == 1, ..SupplySite::exact(at) }
    };
    Supply::new((0..sites).map(site).collect())
}

/// Seconds that scipy takes for the nearest site of every cell of the country, and the sum of all distances; `None`
/// where there is no scipy.
pub fn nearest_by_scipy(cells: &Path, supply: &Supply, threads: usize) -> Option<(f64, f64)> {
    let mut sites = String::new();
    for site in supply.sites() {
        let _ = writeln!(sites, "{},{}", site.at.easting_m, site.at.northing_m);
    }
    let folder = tempfile::tempdir().expect("a folder to throw away");
    let list = folder.path().join("sites.csv");
    std::fs::write(&list, sites).expect("sites can be written");
    let python = std::env::var("SOZIALATLAS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/support/nearest_scipy.py");
    let mut command = Command::new(&python);
    let output = command.arg(script).arg(cells).arg(list).arg(threads.to_string()).output();
    let Some(output) = output.ok().filter(|output| output.status.success()) else {
        println!("SKIP scipy: {python} has none (SOZIALATLAS_PYTHON names another)");
        return None;
    };
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut words = text.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
    Some((words.next().expect("seconds"), words.next().expect("a sum")))
}
