#![expect(clippy::float_cmp, reason = "these figures are exact")]

use super::*;
use crate::coverage::testing::{ags, cell, municipality};
use crate::domain::AgeBands;

#[test]
fn people_are_projected_to_the_official_number_of_their_municipality() {
    let cells = [cell(2, 0, 0, 10), cell(1, 5, 5, 30), cell(1, 6, 5, 10)];
    let demand = Demand::new(&cells, vec![municipality(2, 5), municipality(1, 60)]).unwrap();
    assert_eq!(demand.municipalities()[0].ags, ags(1));
    assert_eq!((demand.factor(0), demand.factor(1)), (1.5, 0.5));
    assert_eq!((demand.cells_of(0), demand.cells_of(1)), (0..2, 2..3));
    assert_eq!(demand.people(0, PopulationGroup::Total), Some(45.0));
    assert_eq!(demand.counted(0, PopulationGroup::Total), Some(30));
    assert_eq!(demand.counted(0, PopulationGroup::Lt18), None);
    assert_eq!(demand.find_municipality(&ags(2)), Some(1));
    assert_eq!(demand.find_municipality(&ags(3)), None);
    assert_eq!(demand.cell_id(2).inspire_name(), "100mN27000E42000");
    assert_eq!(demand.cell_at(demand.centre_m(1)), Some(1));
    assert_eq!(demand.cell_at(Projected::new(4_200_100.0, 2_700_000.0)), None);
    assert_eq!(demand.cell_at(Projected::new(4_200_000.0, 2_700_000.0)), Some(2));
}

#[test]
fn people_of_a_municipality_without_cells_are_put_at_its_centre() {
    let cells = [cell(1, 0, 0, 10), cell(2, 3, 3, 0)];
    let list = vec![municipality(1, 10), municipality(2, 7), municipality(3, 8)];
    let demand = Demand::new(&cells, list).unwrap();
    assert!(
        !demand.placed_at_centre(0) && demand.placed_at_centre(1) && demand.placed_at_centre(2)
    );
    assert_eq!(demand.len(), 4);
    let placed = demand.cells_of(2).start;
    assert_eq!(demand.centre_m(placed), demand.municipalities()[2].centre);
    assert_eq!(demand.people(placed, PopulationGroup::Total), Some(8.0));
    let all: f64 = (0..4).filter_map(|cell| demand.people(cell, PopulationGroup::Total)).sum();
    assert_eq!(all, 25.0);
}

#[test]
fn a_group_is_known_only_if_every_cell_tells() {
    let mut cells = [cell(1, 0, 0, 10), cell(1, 1, 0, 10)];
    cells[0].ages = AgeBands { lt18: Some(0), ge65: Some(4), ..AgeBands::UNKNOWN };
    cells[1].ages = AgeBands { ge65: Some(5), ..AgeBands::UNKNOWN };
    let demand = Demand::new(&cells, vec![municipality(1, 20)]).unwrap();
    assert!(demand.knows(PopulationGroup::Total) && demand.knows(PopulationGroup::Ge65));
    assert!(!demand.knows(PopulationGroup::Lt18) && !demand.knows(PopulationGroup::A18to29));
    let first = demand.cell_at(crate::coverage::testing::position(50.0, 50.0)).unwrap();
    assert_eq!(demand.counted(first, PopulationGroup::Lt18), Some(0));
    assert_eq!(demand.counted(1 - first, PopulationGroup::Lt18), None);
}

#[test]
fn nothing_at_all_is_a_demand_too() {
    let demand = Demand::new(&[], Vec::new()).unwrap();
    assert!(demand.is_empty());
    assert_eq!(demand.cell_size_m(), None);
    assert_eq!(demand.cell_at(Projected::new(0.0, 0.0)), None);
    let demand = Demand::new(&[], vec![municipality(1, 12)]).unwrap();
    assert_eq!(demand.len(), 1);
    assert_eq!(demand.people(0, PopulationGroup::Total), Some(12.0));
}

#[test]
fn all_faults_are_told_at_once() {
    let mut cells = vec![
        cell(1, 0, 0, 1),
        cell(1, 1, 0, 1),
        cell(1, 1, 0, 2),
        cell(7, 4, 4, 3),
        cell(1, 9, 9, 1),
    ];
    cells[4].size_m = 1000;
    let mut nowhere = municipality(2, 1);
    nowhere.centre = Projected::new(f64::NAN, 0.0);
    let list = vec![municipality(1, 1), municipality(1, 2), nowhere];
    let faults = Demand::new(&cells, list).unwrap_err();
    let text = faults.to_string();
    for part in [
        "the municipality 00000001 is given more than once",
        "the centre of the municipality 00000002 is no position",
        "1 cells have another size than the first one (100 m)",
        "1 cells do not lie on the grid of their size, such as N 2700900 E 4200900",
        "1 cells are counted to the unknown municipality 00000007",
        "1 cells are given more than once, such as 100mN27000E42001",
    ] {
        assert!(text.contains(part), "{part:?} is not in {text:?}");
    }
    assert_eq!(faults.faults.len(), 6);
}
