//! What must hold of every answer, whatever the world.

use std::fmt::Write as _;

use proptest::prelude::*;
use sozialatlas::coverage::{
    Answer, Demand, Metric, Parameters, Reach, Supply, Work, answer, reach,
};

use super::world::world;

fn find(demand: &Demand, supply: &Supply, max_m: f64) -> Reach {
    reach(demand, supply, Metric::Straight, max_m, &Work::default()).unwrap()
}

fn ask(demand: &Demand, supply: &Supply, parameters: &Parameters) -> Answer {
    let found = find(demand, supply, parameters.max_distance_m);
    answer(demand, supply, &found, parameters, &Work::default()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn more_sites_never_raise_anyones_distance(seed in any::<u64>(), keep in 0..20usize) {
        let world = world(seed, 80, 20);
        let (demand, all) = (world.demand(), world.supply());
        let some = Supply::new(world.sites.iter().take(keep).cloned().collect());
        let max_m = world.parameters.max_distance_m;
        let (few, many) = (find(&demand, &some, max_m), find(&demand, &all, max_m));
        for cell in 0..demand.len() {
            prop_assert!(many.nearest_m[cell] <= few.nearest_m[cell]);
            prop_assert!(many.is_served(cell as u32) || !few.is_served(cell as u32));
        }
    }

    #[test]
    fn larger_thresholds_never_lower_service(seed in any::<u64>(), more in 0.0..3_000.0) {
        let world = world(seed, 80, 20);
        let (demand, supply) = (world.demand(), world.supply());
        let narrow = ask(&demand, &supply, &world.parameters);
        let max_distance_m = world.parameters.max_distance_m + more;
        let wide = ask(&demand, &supply, &Parameters { max_distance_m, ..world.parameters });
        for row in &narrow.municipalities {
            let other = wide.municipalities.iter().find(|other| other.ags == row.ags).unwrap();
            prop_assert!(other.served >= row.served);
            prop_assert_eq!(other.distance_m, row.distance_m);
        }
    }

    #[test]
    fn the_order_of_sites_and_cells_does_not_change_a_figure(seed in any::<u64>()) {
        let world = world(seed, 80, 20);
        let mut sites = world.sites.clone();
        sites.reverse();
        let mut cells = world.cells.clone();
        cells.reverse();
        let demand = Demand::new(&cells, world.municipalities.iter().rev().cloned().collect()).unwrap();
        prop_assert_eq!(&demand, &world.demand());
        let mut there = ask(&demand, &world.supply(), &world.parameters);
        let mut back = ask(&demand, &Supply::new(sites), &world.parameters);
        for answer in [&mut there, &mut back] {
            // Of sites equally near the first is named; which that is depends on the order, and only that.
            answer.unserved_areas.iter_mut().for_each(|area| area.nearest_site = None);
        }
        prop_assert!(there == back, "{:?} {:?}", there.totals, back.totals);
    }

    #[test]
    fn merging_joins_areas_and_moves_nobody(seed in any::<u64>(), merge_m in 1.0..4_000.0) {
        let world = world(seed, 80, 20);
        let (demand, supply) = (world.demand(), world.supply());
        let apart = ask(&demand, &supply, &Parameters { merge_m: 0.0, ..world.parameters.clone() });
        let merged = ask(&demand, &supply, &Parameters { merge_m, ..world.parameters });
        prop_assert!(merged.unserved_areas.len() <= apart.unserved_areas.len());
        let cells = |answer: &Answer| answer.unserved_areas.iter().map(|area| area.cells.len()).sum::<usize>();
        prop_assert_eq!(cells(&merged), cells(&apart));
        let area = |answer: &Answer| answer.unserved_areas.iter().map(|area| area.area_m2).sum::<f64>();
        prop_assert!((area(&merged) - area(&apart)).abs() < 1e-3);
    }
}

#[test]
fn the_same_question_gets_the_same_bytes_on_any_number_of_threads() {
    let world = world(5, 900, 300);
    let bytes = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let (demand, supply) = (world.demand(), world.supply());
            let mut text = String::new();
            for max_distance_m in [100.0, 700.0, 2_500.0] {
                let parameters = Parameters { max_distance_m, ..world.parameters.clone() };
                let _ = write!(text, "{:?}", ask(&demand, &supply, &parameters));
                let _ = write!(text, "{:?}", find(&demand, &supply, max_distance_m));
            }
            text
        })
    };
    let one = bytes(1);
    assert!(one.len() > 10_000);
    for threads in [2, 3, 8] {
        assert!(bytes(threads) == one, "{threads} threads");
    }
}
