#![expect(clippy::float_cmp, reason = "these figures are exact")]

use proptest::prelude::*;

use super::*;
use crate::coverage::supply::SupplySite;
use crate::coverage::testing::{demand, only, position, supply};

fn found(demand: &Demand, supply: &Supply, max_m: f64) -> Reach {
    reach(demand, supply, Metric::Straight, max_m, &Work::default()).unwrap()
}

/// The same with the number of sites from which on the grid is used.
fn found_with(demand: &Demand, supply: &Supply, max_m: f64, many: usize) -> Vec<Found> {
    let evaluator = Evaluator::with_many(demand, supply, Metric::Straight, max_m, many);
    let mut scratch = Scratch::default();
    let mut all = Vec::new();
    for block in demand.blocks() {
        evaluator.evaluate(block, &mut scratch);
        all.extend_from_slice(&scratch.found);
    }
    all
}

#[test]
fn an_empty_supply_reaches_nobody() {
    let demand = demand(&[(1, 0, 0, 5), (1, 3, 3, 5)]);
    let reach = found(&demand, &Supply::default(), 1e9);
    assert_eq!(reach.nearest_m, [f64::INFINITY; 2]);
    assert_eq!(reach.nearest_site, [Reach::NO_SITE; 2]);
    assert_eq!(reach.flags, [0, 0]);
}

#[test]
fn equally_near_sites_are_named_by_the_first() {
    let demand = demand(&[(1, 5, 5, 5)]);
    let supply = supply(&[(950.0, 550.0), (150.0, 550.0), (550.0, 950.0), (950.0, 550.0)]);
    let reach = found(&demand, &supply, 400.0);
    assert_eq!((reach.nearest_m[0], reach.nearest_site[0]), (400.0, 0));
    assert_eq!(reach.flags, [Reach::SERVED]);
    assert_eq!(found(&demand, &supply, 399.999).flags, [0]);
}

#[test]
fn a_site_serves_only_whom_it_is_meant_for() {
    let demand = demand(&[(1, 0, 0, 5), (2, 1, 0, 5)]);
    let mut sites = supply(&[(50.0, 50.0), (5_050.0, 50.0), (60.0, 50.0)]).sites().to_vec();
    sites[0].serves = only(&[1]);
    sites[2].serves = only(&[]);
    let reach = found(&demand, &Supply::new(sites), 1_000.0);
    assert_eq!(reach.nearest_site, [1, 0]);
    assert_eq!(reach.nearest_m, [5_000.0, 100.0]);
}

#[test]
fn stale_means_that_no_confirmed_site_is_within_reach() {
    let demand = demand(&[(1, 0, 0, 5)]);
    let mut sites = supply(&[(50.0, 50.0), (550.0, 50.0)]).sites().to_vec();
    sites[0].is_stale = true;
    let flags =
        |sites: &[SupplySite], max_m| found(&demand, &Supply::new(sites.to_vec()), max_m).flags[0];
    assert_eq!(flags(&sites, 499.0), Reach::SERVED | Reach::STALE);
    assert_eq!(flags(&sites, 500.0), Reach::SERVED);
    sites[1].is_stale = true;
    assert_eq!(flags(&sites, 500.0), Reach::SERVED | Reach::STALE);
}

#[test]
fn approximate_means_that_a_site_lying_elsewhere_could_change_sides() {
    let demand = demand(&[(1, 0, 0, 5)]);
    let mut sites = supply(&[(1_050.0, 50.0), (1_150.0, 50.0)]).sites().to_vec();
    sites[0].accuracy_m = 300.0;
    let flags =
        |sites: &[SupplySite], max_m| found(&demand, &Supply::new(sites.to_vec()), max_m).flags[0];
    assert_eq!(flags(&sites, 700.0), 0);
    assert_eq!(flags(&sites, 700.1), Reach::APPROXIMATE);
    assert_eq!(flags(&sites, 999.0), Reach::APPROXIMATE);
    assert_eq!(flags(&sites, 1_000.0), Reach::SERVED | Reach::APPROXIMATE);
    // The second is farther, but surely within reach.
    assert_eq!(flags(&sites, 1_100.0), Reach::SERVED);
    sites[1].accuracy_m = f64::INFINITY;
    assert_eq!(flags(&sites, 1_299.0), Reach::SERVED | Reach::APPROXIMATE);
    assert_eq!(flags(&sites, 1_300.0), Reach::SERVED);
    assert_eq!(flags(&sites, 1.0), Reach::APPROXIMATE);
}

#[test]
fn a_position_that_is_no_number_reaches_nobody() {
    let demand = demand(&[(1, 0, 0, 5)]);
    let supply = supply(&[(f64::NAN, 50.0), (f64::INFINITY, 50.0)]);
    assert_eq!(found(&demand, &supply, 1e9), Reach::of_nobody(1));
}

#[test]
fn over_land_the_field_of_each_site_counts() {
    let demand = demand(&[(1, 0, 0, 5), (1, 1, 0, 5), (1, 2, 0, 5)]);
    let mut sites = supply(&[(50.0, 50.0), (250.0, 50.0)]).sites().to_vec();
    (sites[0].is_stale, sites[1].accuracy_m) = (true, 100.0);
    let supply = Supply::new(sites);
    let fields: [Arc<[f32]>; 2] = [
        Arc::from([0.0, f32::INFINITY, f32::NAN].as_slice()),
        Arc::from([700.0, 650.0, f32::INFINITY].as_slice()),
    ];
    let reach =
        reach(&demand, &supply, Metric::Overland(&fields), 600.0, &Work::default()).unwrap();
    assert_eq!(reach.nearest_m, [0.0, 650.0, f64::INFINITY]);
    assert_eq!(reach.nearest_site, [0, 1, Reach::NO_SITE]);
    assert_eq!(reach.flags, [Reach::SERVED | Reach::STALE, Reach::APPROXIMATE, 0]);
}

#[test]
fn cancelled_work_stops_and_finished_work_is_done() {
    let demand = demand(&[(1, 0, 0, 5)]);
    let work = Work::default();
    assert!(reach(&demand, &Supply::default(), Metric::Straight, 1.0, &work).is_ok());
    assert_eq!(work.progress(), 1.0);
    work.cancel();
    let stopped = reach(&demand, &Supply::default(), Metric::Straight, 1.0, &work);
    assert_eq!(stopped, Err(Cancelled));
}

fn sites() -> impl Strategy<Value = Vec<SupplySite>> {
    let metres = || prop_oneof![0..9000i32, Just(50), Just(450)].prop_map(f64::from);
    let accuracy = prop::sample::select(vec![0.0, 0.0, 25.0, 300.0, 2_000.0]);
    let serves = prop::sample::select(vec![vec![], vec![0u16], vec![1], vec![0, 1], vec![0, 1, 2]]);
    let site = (metres(), metres(), accuracy, any::<bool>(), any::<bool>(), serves);
    prop::collection::vec(site, 0..300).prop_map(|sites| {
        let site = |(east, north, accuracy_m, is_stale, everybody, serves): (
            f64,
            f64,
            f64,
            bool,
            bool,
            Vec<u16>,
        )| SupplySite {
            accuracy_m,
            is_stale,
            serves: if everybody {
                crate::coverage::supply::Serves::Everybody
            } else {
                only(&serves)
            },
            ..SupplySite::exact(position(east - 1_000.0, north - 2_000.0))
        };
        sites.into_iter().map(site).collect()
    })
}

proptest! {
    #[test]
    fn the_grid_finds_what_looking_at_every_site_finds(
        sites in sites(),
        cells in prop::collection::btree_set((0..60u32, 0..60u32), 1..80),
        max_m in prop::sample::select(vec![90.0, 500.0, 2_000.0, 20_000.0]),
    ) {
        let cells: Vec<_> = cells.into_iter().map(|(x, y)| (1 + (x + y) % 3, x, y, 5)).collect();
        let demand = demand(&cells);
        let supply = Supply::new(sites);
        let all = found_with(&demand, &supply, max_m, usize::MAX);
        prop_assert_eq!(&found_with(&demand, &supply, max_m, 1), &all);
        prop_assert_eq!(&found_with(&demand, &supply, max_m, 16), &all);
    }
}
