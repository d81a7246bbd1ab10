#![expect(clippy::float_cmp, reason = "these figures are exact")]

use geo::{Area, Validation};

use super::*;
use crate::coverage::testing::{cell, demand, municipality, supply};
use crate::coverage::{Metric, Supply, reach};

fn parameters(merge_m: f64) -> Parameters {
    Parameters {
        max_distance_m: 100.0,
        group: PopulationGroup::Total,
        merge_m,
        municipalities: None,
    }
}

fn areas(demand: &Demand, supply: &Supply, parameters: &Parameters) -> Vec<UnservedArea> {
    let work = Work::default();
    let reach = reach(demand, supply, Metric::Straight, parameters.max_distance_m, &work).unwrap();
    unserved_areas(demand, &reach, parameters, &work).unwrap()
}

#[test]
fn unserved_cells_that_share_a_side_are_one_area_with_most_people_first() {
    // Two by side, one at a corner of them, one far away and served.
    let demand = demand(&[(1, 0, 0, 10), (1, 1, 0, 20), (2, 2, 1, 90), (2, 50, 50, 1)]);
    let supply = supply(&[(5_050.0, 5_050.0)]);
    let areas = areas(&demand, &supply, &parameters(0.0));
    let brief: Vec<(&str, f64, usize)> =
        areas.iter().map(|area| (area.id.as_str(), area.population, area.cells.len())).collect();
    assert_eq!(brief, [("100mN27001E42002", 90.0, 1), ("100mN27000E42000", 30.0, 2)]);
    let two = &areas[1];
    assert_eq!(two.area_m2, 20_000.0);
    assert_eq!(two.municipalities, [0]);
    assert_eq!(two.centre_m, [4_200_000.0 + 350.0 / 3.0, 2_700_050.0]);
    assert_eq!(two.nearest_site, Some(0));
    assert!(two.distance_m.min < two.distance_m.max);
    assert_eq!(two.people.total, 30.0);
    assert_eq!(two.people.lt18, None);
    assert_eq!(two.geometry.0.len(), 1);
    assert!(two.geometry.is_valid());
}

#[test]
fn a_merged_area_keeps_the_gap_in_its_outline() {
    let demand = demand(&[(1, 0, 0, 10), (1, 1, 1, 20), (2, 4, 1, 90)]);
    let none = Supply::default();
    assert_eq!(areas(&demand, &none, &parameters(0.0)).len(), 3);
    assert_eq!(areas(&demand, &none, &parameters(1.0)).len(), 2);
    let one = areas(&demand, &none, &parameters(200.0));
    assert_eq!(one.len(), 1);
    assert_eq!(one[0].geometry.0.len(), 3);
    assert_eq!((one[0].area_m2, one[0].cells.len(), one[0].population), (30_000.0, 3, 120.0));
    assert_eq!(one[0].municipalities, [1, 0]);
    assert_eq!(one[0].nearest_site, None);
    assert_eq!(one[0].distance_m, AreaDistance::default());
    assert_eq!(one[0].id, "100mN27000E42000");
}

#[test]
fn only_the_municipalities_asked_for_and_only_cells_with_such_people_have_areas() {
    let demand = demand(&[(1, 0, 0, 10), (2, 1, 0, 20), (2, 2, 0, 0)]);
    let asked = Parameters { municipalities: Some(vec![1, 99]), ..parameters(0.0) };
    let areas = areas(&demand, &Supply::default(), &asked);
    assert_eq!(areas.len(), 1);
    assert_eq!((areas[0].cells.len(), areas[0].population), (1, 20.0));
}

#[test]
fn people_at_a_centre_share_the_square_of_a_cell() {
    let mut other = municipality(2, 40);
    other.centre = crate::coverage::testing::position(60.0, 20.0);
    let demand = Demand::new(&[cell(1, 0, 0, 5)], vec![municipality(1, 5), other]).unwrap();
    let areas = areas(&demand, &Supply::default(), &parameters(0.0));
    assert_eq!(areas.len(), 1);
    assert_eq!((areas[0].cells.len(), areas[0].area_m2, areas[0].population), (2, 10_000.0, 45.0));
    assert_eq!(areas[0].geometry.unsigned_area(), {
        let one = CellId::on_lattice(100, [42_000, 27_000]).polygon().unwrap();
        one.unsigned_area()
    });
}

#[test]
fn an_unserved_cell_of_unknown_age_belongs_to_an_area_and_comes_behind_those_with_known_people() {
    let told = |column, ge65| {
        let ages = crate::domain::AgeBands { ge65, ..crate::domain::AgeBands::UNKNOWN };
        crate::domain::PopulationCell { ages, ..cell(1, column, 0, 10) }
    };
    // Silent beside one with four, silent alone, nobody of the group.
    let cells = [told(0, None), told(1, Some(4)), told(10, None), told(20, Some(0))];
    let demand = Demand::new(&cells, vec![municipality(1, 80)]).unwrap();
    let parameters = Parameters { group: PopulationGroup::Ge65, ..parameters(0.0) };
    let areas = areas(&demand, &supply(&[(5_050.0, 50.0)]), &parameters);
    let brief: Vec<(usize, f64, f64, Option<f64>)> = areas
        .iter()
        .map(|area| {
            let unknown = area.age_unknown;
            (area.cells.len(), area.population, unknown.people, unknown.share)
        })
        .collect();
    assert_eq!(brief, [(2, 8.0, 20.0, Some(0.5)), (1, 0.0, 20.0, Some(1.0))]);
    // The silent one counts for the outline and the nearest distance, not for the middle of the known people.
    assert_eq!(areas[0].centre_m, [4_200_150.0, 2_700_050.0]);
    assert_eq!(
        (areas[0].distance_m.max, areas[0].distance_m.median),
        (Some(5_000.0), Some(4_900.0))
    );
    assert_eq!((areas[0].people.ge65, areas[0].people.unknown.ge65), (Some(8.0), 20.0));
    // Where nobody is known to belong to the group, everybody tells how far it is.
    assert_eq!(areas[1].distance_m.median, Some(4_000.0));
    assert_eq!((areas[1].people.ge65, areas[1].people.lt18), (None, None));
}
