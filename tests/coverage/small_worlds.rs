//! Ten thousand small worlds, each figure against its definition.

use std::sync::Arc;

use geo::{Area, Validation};
use rayon::prelude::*;
use sozialatlas::coverage::{
    Answer, Demand, Metric, MunicipalityCoverage, Parameters, PopulationGroup, Scenario, Supply,
    Work, answer, compare, reach, reach_after,
};
use sozialatlas::spatial::projection::to_laea;

use super::naive::{self, NaiveCell};
use super::world::{World, world};

const WORLDS: u64 = 10_000;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

fn all_close(a: [f64; 6], b: [f64; 6]) -> bool {
    a.iter().zip(b).all(|(a, b)| close(*a, b))
}

fn figures(row: &MunicipalityCoverage) -> [f64; 6] {
    let uncertain = row.uncertain;
    let doubtful = [uncertain.stale, uncertain.approximate, uncertain.any];
    [row.served, row.unserved, row.without_any, doubtful[0], doubtful[1], doubtful[2]]
}

#[test]
fn ten_thousand_worlds_are_found_as_naive_loops_find_them() {
    (0..WORLDS).into_par_iter().for_each(|seed| {
        let world = world(seed, 40, 14);
        check(seed, &world);
    });
}

#[test]
fn worlds_with_so_many_sites_that_the_grid_is_used_are_found_too() {
    (0..150_u64).into_par_iter().for_each(|seed| {
        let world = world(1_000_000 + seed, 200, 400);
        check(seed, &world);
    });
}

fn check(seed: u64, world: &World) {
    let (demand, supply, parameters) = (world.demand(), world.supply(), &world.parameters);
    let (max_m, work) = (parameters.max_distance_m, Work::default());
    let found = naive::cells(&demand, &world.sites, Metric::Straight, max_m);
    let reach = reach(&demand, &supply, Metric::Straight, max_m, &work).unwrap();
    let told: Vec<NaiveCell> = (0..demand.len())
        .map(|cell| NaiveCell {
            metres: reach.nearest_m[cell],
            site: reach.nearest_site[cell],
            flags: reach.flags[cell],
        })
        .collect();
    assert_eq!(told, found, "world {seed}");
    let answer = answer(&demand, &supply, &reach, parameters, &work).unwrap();
    check_sums(seed, world, &demand, &found, &answer);
    check_distances(seed, &demand, &found, &answer, parameters);
    check_areas(seed, world, &demand, &found, &answer);
}

fn check_sums(seed: u64, world: &World, demand: &Demand, found: &[NaiveCell], answer: &Answer) {
    let parameters = &world.parameters;
    let sums = naive::sums(demand, found, parameters.group);
    let untold = naive::untold(demand, found, parameters.group);
    let mut all_untold = [0.0; 3];
    let asked = parameters.municipalities.as_ref();
    let rows = &answer.municipalities;
    let is_asked = |place: &usize| asked.is_none_or(|asked| asked.contains(&(*place as u16)));
    let places: Vec<usize> = (0..demand.municipalities().len()).filter(is_asked).collect();
    assert_eq!(rows.len(), places.len(), "world {seed}");
    let mut totals = [0.0; 6];
    for place in places {
        let municipality = &demand.municipalities()[place];
        let row = rows.iter().find(|row| row.ags == municipality.ags).unwrap();
        assert!(all_close(figures(row), sums[place].0), "world {seed}: {row:?} {:?}", sums[place]);
        assert!(close(row.population, row.served + row.unserved));
        let unknown = row.age_unknown;
        assert!(close(unknown.people, untold[place][0]), "world {seed}: {unknown:?}");
        assert!(close(unknown.unserved, untold[place][1]), "world {seed}: {unknown:?}");
        let everybody = f64::from(municipality.population);
        assert_eq!(unknown.share, (everybody > 0.0).then_some(unknown.people / everybody));
        for (sum, people) in
            all_untold.iter_mut().zip([unknown.people, unknown.unserved, everybody])
        {
            *sum += people;
        }
        let share = row.unserved / row.population;
        assert_eq!(row.unserved_share, (row.population > 0.0).then_some(share));
        let counts = |site: &&sozialatlas::coverage::SupplySite| {
            site.municipality == Some(place as u16) && !site.serves.is_nobody()
        };
        assert_eq!(row.sites as usize, world.sites.iter().filter(counts).count());
        for (total, figure) in totals.iter_mut().zip(figures(row)) {
            *total += figure;
        }
        if parameters.group == PopulationGroup::Total {
            // Sum over municipalities = total = census, always, to the last bit.
            assert_eq!(row.population, f64::from(municipality.population), "world {seed}");
        }
    }
    let unknown = answer.totals.age_unknown;
    assert!(close(unknown.people, all_untold[0]) && close(unknown.unserved, all_untold[1]));
    let share = unknown.people / all_untold[2];
    assert_eq!(unknown.share, (all_untold[2] > 0.0).then_some(share), "world {seed}");
    let told = answer.totals;
    let doubtful = told.uncertain;
    let told = [
        told.served,
        told.unserved,
        told.without_any,
        doubtful.stale,
        doubtful.approximate,
        doubtful.any,
    ];
    assert!(all_close(told, totals), "world {seed}: {told:?} {totals:?}");
    assert!(close(answer.totals.population, told[0] + told[1]));
    let bands = answer.people;
    let ages = [bands.lt18, bands.a18to29, bands.a30to49, bands.a50to64, bands.ge65];
    let unknown = bands.unknown;
    let at_most = |a: f64, b: f64| a <= b || close(a, b);
    assert!(at_most(unknown.ge65, unknown.lt18) && at_most(unknown.lt18, bands.total));
    if let ([Some(a), Some(b), Some(c), Some(d), Some(e)], true) = (ages, unknown.lt18 <= 0.0) {
        assert!(close(a + b + c + d + e, bands.total), "world {seed}");
    }
}

fn check_distances(
    seed: u64,
    demand: &Demand,
    found: &[NaiveCell],
    answer: &Answer,
    parameters: &Parameters,
) {
    let by_municipality = naive::people_by_municipality(demand, found, parameters.group);
    let asked = parameters.municipalities.as_ref();
    let mut all = Vec::new();
    for (place, people) in by_municipality {
        if asked.is_some_and(|asked| !asked.contains(&place)) {
            continue;
        }
        let ags = demand.municipalities()[usize::from(place)].ags;
        let row = answer.municipalities.iter().find(|row| row.ags == ags).unwrap();
        // The factor is the same for all of them: whole people decide.
        let whole: Vec<(f64, f64)> = demand
            .cells_of(place)
            .zip(&people)
            .map(|(cell, (metres, _))| {
                let people = demand.counted(cell, parameters.group).map_or(0.0, f64::from);
                (*metres, if demand.factor(place) > 0.0 { people } else { 0.0 })
            })
            .collect();
        assert_eq!(row.distance_m.median, naive::quantile(&whole, 0.5), "world {seed}");
        assert_eq!(row.distance_m.p90, naive::quantile(&whole, 0.9), "world {seed}");
        assert_eq!(row.distance_m.max, naive::quantile(&whole, 1.0), "world {seed}");
        all.extend(people);
    }
    let (told, spread) = (answer.totals.distance_m, &answer.distribution);
    assert_eq!(told.median, naive::quantile(&all, 0.5), "world {seed}");
    assert_eq!(told.p90, naive::quantile(&all, 0.9), "world {seed}");
    assert_eq!(told.max, naive::quantile(&all, 1.0), "world {seed}");
    match (spread.gini, naive::gini(&all)) {
        (Some(a), Some(b)) => assert!((a - b).abs() < 1e-9, "world {seed}: {a} {b}"),
        (a, b) => assert_eq!(a, b, "world {seed}"),
    }
    let binned: f64 = spread.histogram.iter().map(|bin| bin.people).sum();
    if spread.gini.is_some() {
        assert!(
            close(binned, answer.totals.population - answer.totals.without_any),
            "world {seed}"
        );
    }
    for bin in &spread.histogram {
        let inside = |metres: f64| metres >= bin.from_m && bin.to_m.is_none_or(|to| metres < to);
        let people: f64 = all
            .iter()
            .filter(|(metres, _)| metres.is_finite() && inside(*metres))
            .map(|(_, n)| n)
            .sum();
        assert!(close(bin.people, people), "world {seed}: {bin:?} {people}");
    }
}

fn check_areas(seed: u64, world: &World, demand: &Demand, found: &[NaiveCell], answer: &Answer) {
    let group = world.parameters.group;
    let naive = naive::areas(demand, found, world);
    assert_eq!(answer.unserved_areas.len(), naive.len(), "world {seed}");
    for cells in &naive {
        let first = cells
            .iter()
            .map(|cell| demand.cell_id(*cell))
            .min_by_key(|id| (id.northing_m(), id.easting_m()))
            .unwrap();
        let id = first.inspire_name();
        let area = answer.unserved_areas.iter().find(|area| area.id == id).unwrap();
        let known = |group| cells.iter().filter_map(move |cell| demand.people(*cell, group));
        let sum = |group| known(group).sum::<f64>();
        let untold = |group| {
            let silent = cells.iter().filter(|cell| demand.people(**cell, group).is_none());
            silent.filter_map(|cell| demand.people(*cell, PopulationGroup::Total)).sum::<f64>()
        };
        assert_eq!(&area.cells, cells, "world {seed}");
        assert!(close(area.population, sum(group)), "world {seed}");
        assert!(close(area.age_unknown.people, untold(group)), "world {seed}");
        assert!(close(area.age_unknown.unserved, untold(group)), "world {seed}");
        for (told, unknown, group) in [
            (area.people.lt18, area.people.unknown.lt18, PopulationGroup::Lt18),
            (area.people.ge65, area.people.unknown.ge65, PopulationGroup::Ge65),
        ] {
            assert_eq!(told.is_some(), known(group).next().is_some(), "world {seed}");
            assert!(close(told.unwrap_or(0.0), sum(group)), "world {seed}");
            assert!(close(unknown, untold(group)), "world {seed}");
        }
        assert!(area.population + area.age_unknown.people > 0.0, "world {seed}");
        assert!(area.centre_m.iter().all(|metres| metres.is_finite()), "world {seed}");
        let distances = cells.iter().map(|cell| found[*cell as usize].metres);
        let finite: Vec<f64> = distances.filter(|metres| metres.is_finite()).collect();
        assert_eq!(area.distance_m.min, finite.iter().copied().min_by(f64::total_cmp));
        assert_eq!(area.distance_m.max, finite.iter().copied().max_by(f64::total_cmp));
        let flat: f64 = area
            .geometry
            .iter()
            .map(|polygon| {
                use geo::MapCoords as _;
                let flat = polygon.map_coords(|at| {
                    let at = to_laea(sozialatlas::spatial::LonLat { lon: at.x, lat: at.y });
                    geo::coord! { x: at.easting_m, y: at.northing_m }
                });
                assert!(flat.is_valid(), "world {seed}");
                flat.signed_area()
            })
            .sum();
        assert!((flat - area.area_m2).abs() < 1.0, "world {seed}: {flat} {}", area.area_m2);
    }
    let unserved: f64 = answer.unserved_areas.iter().map(|area| area.population).sum();
    assert!(close(unserved, answer.totals.unserved), "world {seed}");
    let in_areas: f64 = answer.unserved_areas.iter().map(|area| area.age_unknown.people).sum();
    assert!(close(in_areas, answer.totals.age_unknown.unserved), "world {seed}");
    let areas = answer.unserved_areas.iter();
    let order: Vec<([f64; 2], &str)> = areas
        .map(|area| ([-area.population, -area.age_unknown.people], area.id.as_str()))
        .collect();
    let before = |a: &[f64; 2], b: &[f64; 2]| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1]));
    assert!(order.is_sorted_by(|a, b| before(&a.0, &b.0).then(a.1.cmp(b.1)).is_lt()));
}

#[test]
fn distances_over_land_are_judged_as_naive_loops_judge_them() {
    (0..1_000_u64).into_par_iter().for_each(|seed| {
        let world = world(2_000_000 + seed, 60, 14);
        let demand = world.demand();
        // Any distances will do: here detours by the number of the site, and no path from some.
        let field = |place: usize, site: &sozialatlas::coverage::SupplySite| -> Arc<[f32]> {
            (0..demand.len() as u32)
                .map(|cell| {
                    let straight = demand.centre_m(cell).distance_m(site.at);
                    let blocked = (cell as usize + place).is_multiple_of(5);
                    if blocked { f32::INFINITY } else { (straight * 1.3).round() as f32 }
                })
                .collect()
        };
        let fields: Vec<Arc<[f32]>> =
            world.sites.iter().enumerate().map(|(place, site)| field(place, site)).collect();
        let max_m = world.parameters.max_distance_m;
        let metric = Metric::Overland(&fields);
        let found = naive::cells(&demand, &world.sites, metric, max_m);
        let reach = reach(&demand, &world.supply(), metric, max_m, &Work::default()).unwrap();
        for (cell, found) in found.iter().enumerate() {
            let told = NaiveCell {
                metres: reach.nearest_m[cell],
                site: reach.nearest_site[cell],
                flags: reach.flags[cell],
            };
            assert_eq!(told, *found, "world {seed}, cell {cell}");
        }
    });
}

#[test]
fn what_a_scenario_changes_adds_up() {
    (0..300_u64).into_par_iter().for_each(|seed| {
        let (world, other) = (world(3_000_000 + seed, 60, 14), world(4_000_000 + seed, 1, 14));
        let (demand, supply, work) = (world.demand(), world.supply(), Work::default());
        let (max_m, group) = (world.parameters.max_distance_m, world.parameters.group);
        let count = supply.len() as u32;
        let scenario = Scenario {
            add: other.sites.iter().take(3).cloned().collect(),
            moves: other.sites.iter().skip(3).take(1).map(|site| (0, site.clone())).collect(),
            close: (1..count).take(2).collect(),
        };
        let before = reach(&demand, &supply, Metric::Straight, max_m, &work).unwrap();
        let after =
            reach_after(&demand, &supply, &before, &scenario, Metric::Straight, max_m, &work)
                .unwrap();
        let after_supply: Supply = scenario.apply(&supply);
        assert_eq!(
            Ok(&after),
            reach(&demand, &after_supply, Metric::Straight, max_m, &work).as_ref()
        );
        let difference = compare(&demand, &before, &after, group, None);
        assert!(close(
            difference.unserved_after - difference.unserved_before,
            difference.lost - difference.gained,
        ));
        let everybody = Parameters { municipalities: None, ..world.parameters.clone() };
        let told = answer(&demand, &after_supply, &after, &everybody, &work).unwrap();
        assert!(close(told.totals.unserved, difference.unserved_after), "world {seed}");
    });
}
