//! Small invented worlds, always the same for a seed, with everything that is awkward.

use std::collections::BTreeSet;

use rand::{RngExt as _, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sozialatlas::coverage::{
    Demand, DemandMunicipality, Parameters, PopulationGroup, Serves, Supply, SupplySite,
};
use sozialatlas::domain::{AgeBands, PopulationCell};
use sozialatlas::spatial::Projected;

pub(crate) struct World {
    pub cells: Vec<PopulationCell>,
    pub municipalities: Vec<DemandMunicipality>,
    pub sites: Vec<SupplySite>,
    pub parameters: Parameters,
}

impl World {
    pub(crate) fn demand(&self) -> Demand {
        Demand::new(&self.cells, self.municipalities.clone()).unwrap()
    }

    pub(crate) fn supply(&self) -> Supply {
        Supply::new(self.sites.clone())
    }
}

const WEST_M: u32 = 4_210_000;
const SOUTH_M: u32 = 2_710_000;

/// The world of a seed: at most `most_cells` cells and `most_sites` sites.
pub(crate) fn world(seed: u64, most_cells: usize, most_sites: usize) -> World {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let size_m = *pick(&mut rng, &[100, 100, 100, 1_000, 250]);
    let width = rng.random_range(1..=30_u32);
    let municipalities = rng.random_range(1..=4_u32);
    let cells = cells(&mut rng, most_cells, size_m, width, municipalities);
    let municipalities = (0..municipalities)
        .map(|number| DemandMunicipality {
            ags: format!("{number:08}").parse().unwrap(),
            name: format!("M{number}"),
            population: *pick(&mut rng, &[0, 1, 100, 12_345]),
            centre: Projected::new(
                f64::from(WEST_M + rng.random_range(0..width) * size_m) + 0.5,
                f64::from(SOUTH_M + rng.random_range(0..width) * size_m),
            ),
        })
        .collect::<Vec<_>>();
    let sites = sites(&mut rng, most_sites, size_m, width, &cells, municipalities.len());
    let parameters = parameters(&mut rng, &cells, &sites, size_m, municipalities.len());
    World { cells, municipalities, sites, parameters }
}

fn pick<'a, T>(rng: &mut ChaCha8Rng, from: &'a [T]) -> &'a T {
    &from[rng.random_range(0..from.len())]
}

fn cells(
    rng: &mut ChaCha8Rng,
    most: usize,
    size_m: u32,
    width: u32,
    municipalities: u32,
) -> Vec<PopulationCell> {
    let wanted = *pick(rng, &[0, 1, 2, most / 2, most]);
    let mut places = BTreeSet::new();
    for _ in 0..wanted {
        places.insert((rng.random_range(0..width), rng.random_range(0..width)));
    }
    let share_told = *pick(rng, &[0.0, 0.7, 1.0, 1.0]);
    let mut cells = Vec::new();
    for (column, row) in places {
        let ages = [0; 5].map(|_: u32| rng.random_range(0..9_u32));
        let nobody = rng.random_bool(0.1);
        let knows_ages = rng.random_bool(share_told);
        cells.push(PopulationCell {
            easting_m: WEST_M + column * size_m,
            northing_m: SOUTH_M + row * size_m,
            size_m,
            ags: format!("{:08}", rng.random_range(0..municipalities)).parse().unwrap(),
            people: if nobody { 0 } else { ages.iter().sum() },
            ages: match (knows_ages, nobody) {
                (true, false) => AgeBands::known(ages),
                (true, true) => AgeBands::known([0; 5]),
                (false, true) => AgeBands { ge65: Some(0), ..AgeBands::UNKNOWN },
                (false, false) => AgeBands { ge65: Some(ages[4]), ..AgeBands::UNKNOWN },
            },
        });
    }
    // The order of the input must not matter.
    for at in (1..cells.len()).rev() {
        cells.swap(at, rng.random_range(0..=at));
    }
    cells
}

fn sites(
    rng: &mut ChaCha8Rng,
    most: usize,
    size_m: u32,
    width: u32,
    cells: &[PopulationCell],
    municipalities: usize,
) -> Vec<SupplySite> {
    let count = *pick(rng, &[0, 1, 2, most / 3, most]);
    let all_in_one_place = rng.random_bool(0.1);
    let all_sure = rng.random_bool(0.3);
    let side = f64::from(size_m);
    let mut sites: Vec<SupplySite> = Vec::new();
    for _ in 0..count {
        let within = |rng: &mut ChaCha8Rng| rng.random_range(-2.0..f64::from(width) + 2.0) * side;
        let on_centre = |cell: &PopulationCell| {
            let half = side / 2.0;
            Projected::new(f64::from(cell.easting_m) + half, f64::from(cell.northing_m) + half)
        };
        let at = match rng.random_range(0..6) {
            _ if all_in_one_place && !sites.is_empty() => sites[0].at,
            0 if !sites.is_empty() => pick(rng, &sites).at,
            1 | 2 if !cells.is_empty() => on_centre(pick(rng, cells)),
            // Corners of cells are equally far from four of them.
            3 => Projected::new(
                f64::from(WEST_M + rng.random_range(0..=width) * size_m),
                f64::from(SOUTH_M + rng.random_range(0..=width) * size_m),
            ),
            _ => Projected::new(f64::from(WEST_M) + within(rng), f64::from(SOUTH_M) + within(rng)),
        };
        let list = |rng: &mut ChaCha8Rng| -> Vec<u16> {
            (0..municipalities as u16).filter(|_| rng.random_bool(0.5)).collect()
        };
        sites.push(SupplySite {
            at,
            accuracy_m: if all_sure {
                0.0
            } else {
                *pick(rng, &[0.0, 25.0, 100.0, 800.0, 2_000.0])
            },
            is_stale: !all_sure && rng.random_bool(0.5),
            serves: if all_sure || rng.random_bool(0.6) {
                Serves::Everybody
            } else {
                Serves::Municipalities(list(rng).into())
            },
            municipality: rng.random_bool(0.8).then(|| rng.random_range(0..municipalities as u16)),
        });
    }
    sites
}

fn parameters(
    rng: &mut ChaCha8Rng,
    cells: &[PopulationCell],
    sites: &[SupplySite],
    size_m: u32,
    municipalities: usize,
) -> Parameters {
    // Often exactly as far as some cell is from some site.
    let exact = || {
        let (cell, site) = (cells.first()?, sites.last()?);
        let half = f64::from(size_m) / 2.0;
        let east = f64::from(cell.easting_m) + half - site.at.easting_m;
        let north = f64::from(cell.northing_m) + half - site.at.northing_m;
        Some((east * east + north * north).sqrt()).filter(|metres| *metres > 0.0)
    };
    let round = *pick(rng, &[1.0, 100.0, 500.0, 1_000.0, 5_000.0, 200_000.0]);
    let max_distance_m = if rng.random_bool(0.3) { exact().unwrap_or(round) } else { round };
    let knows_ages = cells.iter().any(|cell| cell.ages.lt18.is_some());
    let group =
        *pick(rng, &[PopulationGroup::Total, PopulationGroup::Lt18, PopulationGroup::A50to64]);
    let only = rng
        .random_bool(0.2)
        .then(|| (0..municipalities as u16).filter(|_| rng.random_bool(0.5)).collect::<Vec<u16>>());
    Parameters {
        max_distance_m,
        group: if knows_ages { group } else { PopulationGroup::Total },
        merge_m: *pick(rng, &[0.0, 0.0, 1.0, 100.0, 150.0, 300.0, 1_000.0, 5_000.0]),
        municipalities: only,
    }
}
