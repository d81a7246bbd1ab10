//! What the analysis takes, with the county's own data and at the scale of a country.
//!
//!     cargo bench --bench coverage -- [--record FILE]
//!
//! The part for a country needs the folder with data for measuring (`SOZIALATLAS_TEST_DATA`) and says so where it is
//! missing; the comparison with scipy needs a Python that has it (`SOZIALATLAS_PYTHON`, default `python3`). Exits with 1
//! if something demanded is missed. Other work on the machine can only make things slower: of several times the least
//! counts, and what is compared is measured in turns.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench prints, measures real time and stops at the first surprise"
)]

mod support;

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use geo::Validation;
use rayon::prelude::*;
use rstar::RTree;
use rstar::primitives::GeomWithData;
use sozialatlas::app::{Clock as _, SystemClock};
use sozialatlas::coverage::reach::reach_with_grid_from;
use sozialatlas::coverage::{
    Answer, Demand, MatrixSupply, Metric, Parameters, PopulationGroup, Reach, Scenario, Supply,
    SupplySite, Work, answer, compare, matrix, reach, reach_after, unserved_cells,
};
use sozialatlas::spatial::Projected;
use sozialatlas::spatial::grid::dissolve;
use support::people::nearest_by_scipy;
use support::people::{
    country_demand, country_file, country_supply, county_demand, county_supplies,
};
use support::report::Report;
use support::world::package;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Threads of the analysis, as in the demands.
const THREADS: usize = 2;
/// Sites of the country.
const SITES: usize = 6_463;
const CATEGORIES: u64 = 40;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let record = arguments.iter().position(|word| word == "--record");
    let file = record.and_then(|at| arguments.get(at + 1));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(THREADS).build().expect("threads");
    let mut report = Report::default();
    pool.install(|| {
        county(&mut report);
        crossover(&mut report);
        match country_file() {
            Some(file) => country(&file, &mut report),
            None => println!(
                "SKIP the country: SOZIALATLAS_TEST_DATA is not set to a folder with its cells"
            ),
        }
    });
    if let Some(file) = file {
        let day = SystemClock.now().format("%Y-%m-%d").to_string();
        let about = format!(
            "Measured by `cargo bench --bench coverage` on {day}: {}. {THREADS} threads; of several times the least. \
             The county's part uses its own cells, categories and positions; the country is 1,885,179 inhabited cells \
             and {SITES} seeded sites.",
            support::report::machine()
        );
        report.record_section(Path::new(file), "Coverage", &about);
    }
    ExitCode::from(u8::from(!report.is_met()))
}

/// The least of several times of each piece of work, taken in turns, in seconds.
fn least<const N: usize>(rounds: usize, mut work: [&mut dyn FnMut(); N]) -> [f64; N] {
    let mut least = [f64::INFINITY; N];
    for _ in 0..rounds {
        for (work, least) in work.iter_mut().zip(&mut least) {
            let began = Instant::now();
            work();
            *least = least.min(began.elapsed().as_secs_f64());
        }
    }
    least
}

fn found(demand: &Demand, supply: &Supply, max_m: f64) -> Reach {
    reach(demand, supply, Metric::Straight, max_m, &Work::default()).expect("nobody cancels")
}

fn parameters(max_distance_m: f64) -> Parameters {
    Parameters { max_distance_m, group: PopulationGroup::Total, merge_m: 0.0, municipalities: None }
}

fn full(demand: &Demand, supply: &Supply, max_m: f64) -> Answer {
    let reach = found(demand, supply, max_m);
    answer(demand, supply, &reach, &parameters(max_m), &Work::default()).expect("nobody cancels")
}

/// Milliseconds as text.
fn ms(seconds: f64) -> String {
    format!("{:.2} ms", seconds * 1000.0)
}

fn county(report: &mut Report) {
    const MAX_M: f64 = 3_000.0;
    let package = package().package;
    let demand = county_demand(&package);
    let supplies = county_supplies(&package, &demand);
    let nothing = Supply::default();
    let [prepared] = least(
        10,
        [&mut || {
            black_box(county_demand(&package));
        }],
    );
    report.tell("county: making the demand of its cells", ms(prepared));
    let mut times: Vec<f64> = supplies
        .iter()
        .map(|(_, supply)| {
            least(
                15,
                [&mut || {
                    black_box(full(&demand, supply, MAX_M));
                }],
            )[0]
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let worst = times.last().copied().unwrap_or(f64::NAN);
    let [empty] = least(
        15,
        [&mut || {
            black_box(full(&demand, &nothing, MAX_M));
        }],
    );
    let most = worst.max(empty);
    report.demand(
        "county: full answer with polygons, slowest category (and with no site at all)",
        format!("{} ({})", ms(worst), ms(empty)),
        "under 10 ms",
        most < 0.010,
    );
    let middle = times[times.len() / 2];
    report.demand(
        &format!("county: each further category, full answer: median of {} (slowest)", times.len()),
        format!("{} ({})", ms(middle), ms(worst)),
        "under 2 ms",
        worst < 0.002,
    );
    let rows: Vec<MatrixSupply<'_>> = supplies
        .iter()
        .map(|(_, supply)| MatrixSupply { supply, metric: Metric::Straight, max_distance_m: MAX_M })
        .collect();
    let ask = || matrix(&demand, &rows, PopulationGroup::Total, None, &Work::default());
    let [whole] = least(
        15,
        [&mut || {
            black_box(ask().expect("nobody cancels"));
        }],
    );
    let size = format!("{} × {}", rows.len(), demand.municipalities().len());
    report.demand(
        &format!("county: whole matrix, {size}"),
        ms(whole),
        "under 60 ms",
        whole < 0.060,
    );
    drag(&demand, &supplies.iter().max_by_key(|(_, supply)| supply.len()).expect("one").1, report);
}

/// A new site dragged over the county, and an existing one moved: found, compared and answered each time.
fn drag(demand: &Demand, supply: &Supply, report: &mut Report) {
    const MAX_M: f64 = 3_000.0;
    let before = found(demand, supply, MAX_M);
    let mut step = 0;
    let mut next = || {
        step += 97;
        demand.centre_m(step % demand.len() as u32)
    };
    let mut added = Vec::new();
    let mut moved = Vec::new();
    for _ in 0..60 {
        let site = SupplySite::exact(next());
        added.push(Scenario { add: vec![site.clone()], ..Scenario::default() });
        moved.push(Scenario { moves: vec![(0, site)], ..Scenario::default() });
    }
    let evaluate = |scenario: &Scenario| {
        let work = Work::default();
        let metric = Metric::Straight;
        let after = reach_after(demand, supply, &before, scenario, metric, MAX_M, &work);
        let after = after.expect("nobody cancels");
        let difference = compare(demand, &before, &after, PopulationGroup::Total, None);
        let supply = scenario.apply(supply);
        let answer = answer(demand, &supply, &after, &parameters(MAX_M), &work);
        black_box((difference, answer.expect("nobody cancels")));
    };
    let worst = |scenarios: &[Scenario]| {
        let times = scenarios.iter().map(|scenario| least(7, [&mut || evaluate(scenario)])[0]);
        times.fold(0.0, f64::max)
    };
    let (added, moved) = (worst(&added), worst(&moved));
    report.demand(
        &format!(
            "county: a site dragged in beside {}, and one of them moved, with areas",
            supply.len()
        ),
        format!("{}, {}", ms(added), ms(moved)),
        "under 5 ms",
        added.max(moved) < 0.005,
    );
}

/// From how many sites on the uniform grid is quicker than looking at every site.
fn crossover(report: &mut Report) {
    let demand = county_demand(&package().package);
    let mut line = Vec::new();
    for sites in [16, 32, 64, 128, 256, 1_024] {
        let supply = country_supply(&demand, sites, 3, true);
        let run = |many| {
            let work = Work::default();
            black_box(reach_with_grid_from(
                &demand,
                &supply,
                Metric::Straight,
                3_000.0,
                many,
                &work,
            ))
            .expect("nobody cancels");
        };
        let [every, grid] = least(30, [&mut || run(usize::MAX), &mut || run(1)]);
        line.push(format!("{sites}: {:.2} / {:.2}", every * 1e3, grid * 1e3));
    }
    report.tell(
        "county: nearest sites in ms by number of sites, looking at every one / uniform grid",
        line.join(" · "),
    );
}

fn country(file: &Path, report: &mut Report) {
    let began = Instant::now();
    let demand = country_demand(file);
    report.tell(
        "country: reading the cells and making the demand",
        format!("{} cells, {:.1} s", demand.len(), began.elapsed().as_secs_f64()),
    );
    let supply = country_supply(&demand, SITES, 1, false);
    against_rstar(&demand, &supply, report);
    scipy(file, &demand, &supply, report);
    let uncertain = country_supply(&demand, SITES, 2, true);
    let [with_flags, whole] = least(
        5,
        [
            &mut || {
                black_box(found(&demand, &uncertain, 5_000.0));
            },
            &mut || {
                black_box(full(&demand, &uncertain, 5_000.0));
            },
        ],
    );
    report.tell("country: nearest with half of the sites stale, of six accuracies", ms(with_flags));
    report.tell("country: full answer with polygons", ms(whole));
    many_categories(&demand, report);
    let reach = found(&demand, &supply, 5_000.0);
    let bytes = (demand.bytes() + reach.bytes()) as f64 / demand.len() as f64;
    report.demand(
        "country: memory of demand and results",
        format!("{bytes:.1} bytes a cell"),
        "under 64 bytes a cell",
        bytes < 64.0,
    );
    unserved(&demand, &reach, report);
}

fn against_rstar(demand: &Demand, supply: &Supply, report: &mut Report) {
    let at = |at: Projected| [at.easting_m, at.northing_m];
    let points = (0_u32..).zip(supply.sites());
    let entries: Vec<_> =
        points.map(|(place, site)| GeomWithData::new(at(site.at), place)).collect();
    let cells = demand.len() as u32;
    let ask = || -> Vec<f64> {
        let tree = RTree::bulk_load(entries.clone());
        let nearest = |cell: u32| {
            let from = at(demand.centre_m(cell));
            let site = tree.nearest_neighbor(&from).expect("a site");
            let [east, north] = [site.geom()[0] - from[0], site.geom()[1] - from[1]];
            (east * east + north * north).sqrt()
        };
        (0..cells).into_par_iter().with_min_len(4_096).map(nearest).collect()
    };
    let ours = found(demand, supply, 5_000.0);
    let theirs = ask();
    assert!(ours.nearest_m == theirs, "rstar finds other distances");
    let [grid, tree] = least(
        7,
        [
            &mut || {
                black_box(found(demand, supply, 5_000.0));
            },
            &mut || {
                black_box(ask());
            },
        ],
    );
    report.demand(
        &format!("country: nearest of {SITES} sites for every cell"),
        ms(grid),
        "at most 150 ms",
        grid <= 0.150,
    );
    report.demand(
        "country: against one rstar look-up a cell",
        format!("{:.1} times as fast (rstar: {})", tree / grid, ms(tree)),
        "at least 5 times",
        tree / grid >= 5.0,
    );
}

fn scipy(file: &Path, demand: &Demand, supply: &Supply, report: &mut Report) {
    let Some((theirs, sum)) = nearest_by_scipy(file, supply, THREADS) else { return };
    let [ours] = least(
        7,
        [&mut || {
            black_box(found(demand, supply, 5_000.0));
        }],
    );
    let own: f64 = found(demand, supply, 5_000.0).nearest_m.iter().sum();
    assert!((own - sum).abs() < 1e-9 * sum, "scipy finds other distances: {own} {sum}");
    report.demand(
        "country: against scipy's k-d tree on as many threads",
        format!("{:.1} times as fast (scipy: {})", theirs / ours, ms(theirs)),
        "at least 3 times",
        theirs / ours >= 3.0,
    );
}

fn many_categories(demand: &Demand, report: &mut Report) {
    let supplies: Vec<Supply> = (0..CATEGORIES)
        .map(|category| country_supply(demand, SITES, 100 + category, category % 2 == 1))
        .collect();
    let rows: Vec<MatrixSupply<'_>> = supplies
        .iter()
        .map(|supply| MatrixSupply { supply, metric: Metric::Straight, max_distance_m: 5_000.0 })
        .collect();
    let [all] = least(
        3,
        [&mut || {
            let rows = matrix(demand, &rows, PopulationGroup::Total, None, &Work::default());
            black_box(rows.expect("nobody cancels"));
        }],
    );
    report.demand(
        &format!("country: all {CATEGORIES} categories, found and summed up"),
        format!("{all:.2} s"),
        "under 4 s",
        all < 4.0,
    );
}

/// Dissolves about 600,000 unserved cells of the country.
fn unserved(demand: &Demand, reach: &Reach, report: &mut Report) {
    let mut sorted = reach.nearest_m.clone();
    sorted.sort_by(f64::total_cmp);
    let max_m = sorted[sorted.len().saturating_sub(600_000)];
    let supply = country_supply(demand, SITES, 1, false);
    let cells = unserved_cells(demand, &found(demand, &supply, max_m), &parameters(max_m));
    let squares: Vec<[u32; 2]> = cells.iter().map(|cell| demand.cell_id(*cell).lattice()).collect();
    let [time] = least(
        7,
        [&mut || {
            black_box(dissolve(&squares));
        }],
    );
    let polygons = dissolve(&squares);
    let shapes: Vec<geo::Polygon<f64>> =
        polygons.iter().filter_map(|polygon| polygon.to_lonlat(100, 100)).collect();
    let are_valid = shapes.len() == polygons.len() && shapes.par_iter().all(Validation::is_valid);
    let holes: usize = polygons.iter().map(|polygon| polygon.holes.len()).sum();
    report.demand(
        &format!(
            "country: dissolving {} unserved cells (farther than {max_m:.0} m)",
            squares.len()
        ),
        format!("{}, {} valid polygons with {holes} holes", ms(time), polygons.len()),
        "under 300 ms",
        time < 0.300 && are_valid,
    );
}
