//! The analysis on the population of every county package of the repository.

use std::path::{Path, PathBuf};

use sozialatlas::coverage::{
    Demand, DemandMunicipality, Metric, Parameters, PopulationGroup, Supply, SupplySite, Work,
    answer, reach,
};
use sozialatlas::exchange::county::{CountyPackage, Folder, read_county};
use sozialatlas::spatial::Projected;
use sozialatlas::spatial::projection::to_laea;

fn packages() -> Vec<CountyPackage> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let folders = std::fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
    let folders: Vec<PathBuf> = folders.filter(|path| path.is_dir()).collect();
    assert!(!folders.is_empty());
    folders.into_iter().map(|folder| read_county(&Folder(folder)).unwrap()).collect()
}

fn demand(package: &CountyPackage) -> Demand {
    let municipalities = package.municipalities.iter().map(|area| DemandMunicipality {
        ags: area.municipality.ags,
        name: area.municipality.name.clone(),
        population: area.municipality.population,
        centre: Projected::new(4_200_000.0, 2_700_000.0),
    });
    Demand::new(&package.cells, municipalities.collect()).unwrap()
}

#[test]
fn every_municipality_has_cells_and_all_sum_up_to_the_census() {
    for package in packages() {
        let demand = demand(&package);
        let official: u32 =
            package.municipalities.iter().map(|area| area.municipality.population).sum();
        let work = Work::default();
        for group in PopulationGroup::ALL {
            assert!(demand.knows(group));
            let supply = Supply::default();
            let parameters =
                Parameters { max_distance_m: 5_000.0, group, merge_m: 0.0, municipalities: None };
            let found = reach(&demand, &supply, Metric::Straight, 5_000.0, &work).unwrap();
            let answer = answer(&demand, &supply, &found, &parameters, &work).unwrap();
            assert_eq!(answer.municipalities.len(), package.municipalities.len());
            assert_eq!(answer.people.total, f64::from(official));
            if group == PopulationGroup::Total {
                assert_eq!(answer.totals.population, f64::from(official));
                assert_eq!(answer.totals.unserved, f64::from(official));
            }
            assert_eq!(answer.totals.served, 0.0);
            assert_eq!(answer.totals.without_any, answer.totals.unserved);
            let in_areas: f64 = answer.unserved_areas.iter().map(|area| area.population).sum();
            assert!((in_areas - answer.totals.population).abs() < 1e-6);
        }
        let places = 0..demand.municipalities().len() as u16;
        assert!(places.clone().all(|place| !demand.placed_at_centre(place)));
        assert!(
            places.map(|place| demand.factor(place)).all(|factor| (0.5..2.0).contains(&factor))
        );
    }
}

#[test]
fn every_figure_of_a_county_with_sites_adds_up() {
    for package in packages() {
        let demand = demand(&package);
        let positions = package.listings.iter().flat_map(|entry| &entry.listing.sites);
        let sites: Vec<SupplySite> = positions
            .filter_map(|site| site.position.as_ref())
            .map(|position| SupplySite::exact(to_laea(position.point)))
            .collect();
        assert!(sites.len() > 100);
        let (supply, work) = (Supply::new(sites), Work::default());
        let mut served = -1.0;
        for max_distance_m in [300.0, 1_000.0, 3_000.0, 1e9] {
            let found = reach(&demand, &supply, Metric::Straight, max_distance_m, &work).unwrap();
            let group = PopulationGroup::Ge65;
            let parameters =
                Parameters { max_distance_m, group, merge_m: 200.0, municipalities: None };
            let answer = answer(&demand, &supply, &found, &parameters, &work).unwrap();
            let rows: f64 = answer.municipalities.iter().map(|row| row.population).sum();
            assert_eq!(answer.totals.population.to_bits(), {
                let sorted = demand.municipalities().iter().map(|municipality| {
                    let rows = &answer.municipalities;
                    rows.iter().find(|row| row.ags == municipality.ags).unwrap().population
                });
                sorted.sum::<f64>().to_bits()
            });
            assert!((rows - answer.people.ge65.unwrap()).abs() < 1e-6);
            assert!(answer.totals.served >= served);
            served = answer.totals.served;
        }
        assert!((served - demand_total(&demand, PopulationGroup::Ge65)).abs() < 1e-6);
    }
}

fn demand_total(demand: &Demand, group: PopulationGroup) -> f64 {
    (0..demand.len() as u32).filter_map(|cell| demand.people(cell, group)).sum()
}
