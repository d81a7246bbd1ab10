//! Sums over people: served, unserved, uncertain, by municipality and altogether.
//!
//! Whole counted people are summed and projected once per municipality; totals are the sums of the municipalities, in
//! their order. So the population of a municipality is the official one exactly, and that of the served and the unserved
//! together (up to the rounding of the last bit); the municipalities sum up to the total, and no order of work or number
//! of threads changes a bit.

use rayon::prelude::*;

use super::answer::{MunicipalityCoverage, People, Totals, Uncertain};
use super::demand::{Block, Demand};
use super::distribution::Spread;
use super::question::PopulationGroup;
use super::reach::{BLOCKS_A_STEP, Evaluator, Reach, Scratch};
use super::supply::Supply;
use super::work::{Cancelled, Work};

/// Counted people of one municipality.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub served: u64,
    pub unserved: u64,
    pub without_any: u64,
    pub stale: u64,
    pub approximate: u64,
    pub any: u64,
}

impl Tally {
    /// Takes in the counted people of a cell.
    pub(crate) fn take(&mut self, people: u64, metres: f64, flags: u8) {
        let counts_if = |is: bool| if is { people } else { 0 };
        self.served += counts_if(flags & Reach::SERVED != 0);
        self.unserved += counts_if(flags & Reach::SERVED == 0);
        self.without_any += counts_if(metres == f64::INFINITY);
        self.stale += counts_if(flags & Reach::STALE != 0);
        self.approximate += counts_if(flags & Reach::APPROXIMATE != 0);
        self.any += counts_if(flags & (Reach::STALE | Reach::APPROXIMATE) != 0);
    }

    /// Served and unserved.
    pub(crate) fn all(&self) -> u64 {
        self.served + self.unserved
    }

    fn add(&mut self, other: &Self) {
        self.served += other.served;
        self.unserved += other.unserved;
        self.without_any += other.without_any;
        self.stale += other.stale;
        self.approximate += other.approximate;
        self.any += other.any;
    }

    /// The uncertain people, projected.
    pub(crate) fn uncertain(&self, project: impl Fn(u64) -> f64) -> Uncertain {
        Uncertain {
            stale: project(self.stale),
            approximate: project(self.approximate),
            any: project(self.any),
        }
    }
}

/// Counted people of a cell; 0 where unknown, and where nobody lives today, whatever was counted once.
pub(crate) fn counted(demand: &Demand, cell: u32, group: PopulationGroup) -> u64 {
    match demand.counted(cell, group) {
        Some(people) if demand.is_inhabited(demand.municipality(cell)) => u64::from(people),
        _ => 0,
    }
}

/// What the cells of each municipality add up to, for those asked for, without keeping anything by cell.
pub(crate) fn tally_of_all(
    demand: &Demand,
    evaluator: &Evaluator<'_>,
    group: PopulationGroup,
    is_asked: &[bool],
    work: &Work,
) -> Result<Vec<Tally>, Cancelled> {
    let steps: Vec<&[Block]> = demand.blocks().chunks(BLOCKS_A_STEP).collect();
    work.expect_steps(steps.len() as u64);
    let sum_up = |scratch: &mut Scratch, blocks: &[Block]| {
        work.check()?;
        let mut tallies: Vec<(u16, Tally)> = Vec::new();
        for block in blocks {
            let place = demand.municipality(block.start);
            if !is_asked.get(usize::from(place)).copied().unwrap_or(false) {
                continue;
            }
            evaluator.evaluate(block, scratch);
            if tallies.last().is_none_or(|(last, _)| *last != place) {
                tallies.push((place, Tally::default()));
            }
            let Some((_, tally)) = tallies.last_mut() else { continue };
            for (cell, found) in (block.start..block.end).zip(&scratch.found) {
                tally.take(counted(demand, cell, group), found.distance_m, found.flags);
            }
        }
        work.step(1);
        Ok(tallies)
    };
    let parts: Result<Vec<Vec<(u16, Tally)>>, Cancelled> =
        steps.into_par_iter().map_init(Scratch::default, sum_up).collect();
    let mut all = vec![Tally::default(); is_asked.len()];
    for (place, part) in parts?.iter().flatten() {
        if let Some(tally) = all.get_mut(usize::from(*place)) {
            tally.add(part);
        }
    }
    Ok(all)
}

/// What the cells of a municipality add up to.
pub(crate) fn tally(
    demand: &Demand,
    reach: &Reach,
    group: PopulationGroup,
    municipality: u16,
) -> Tally {
    let mut tally = Tally::default();
    for cell in demand.cells_of(municipality) {
        let people = counted(demand, cell, group);
        tally.take(people, reach.distance_m(cell), reach.flags_of(cell));
    }
    tally
}

/// Distances of the people of one municipality, read off the people of all in the order of their distance.
#[derive(Debug, Clone, Copy, Default)]
struct Own {
    /// People with a distance.
    all: u64,
    /// Of these, the ones passed so far.
    passed: u64,
    median: Option<f64>,
    p90: Option<f64>,
    max: Option<f64>,
}

impl Own {
    /// The quantiles of `distribution`, in whole numbers: the factor is the same for all these people.
    fn pass(&mut self, metres: f64, people: u64) {
        self.passed += people;
        if 2 * self.passed >= self.all {
            self.median.get_or_insert(metres);
        }
        if 10 * self.passed >= 9 * self.all {
            self.p90.get_or_insert(metres);
        }
        self.max = Some(metres);
    }
}

/// The figures of these municipalities, in their order, and of all people in them.
pub(crate) fn summarise(
    demand: &Demand,
    supply: &Supply,
    reach: &Reach,
    group: PopulationGroup,
    places: &[u16],
    spread: &Spread,
) -> (Totals, Vec<MunicipalityCoverage>) {
    let mut own = vec![Own::default(); demand.municipalities().len()];
    for (_, cell) in spread.cells() {
        own[usize::from(demand.municipality(*cell))].all += counted(demand, *cell, group);
    }
    for (metres, cell) in spread.cells() {
        let people = counted(demand, *cell, group);
        own[usize::from(demand.municipality(*cell))].pass(*metres, people);
    }
    let sites = sites_in(demand, supply);
    let rows: Vec<MunicipalityCoverage> = places
        .iter()
        .map(|place| {
            let at = usize::from(*place);
            let tally = tally(demand, reach, group, *place);
            municipality(demand, *place, sites[at], &tally, &own[at])
        })
        .collect();
    let mut totals = totals(&rows);
    totals.distance_m = spread.summary();
    (totals, rows)
}

fn municipality(
    demand: &Demand,
    place: u16,
    sites: u32,
    tally: &Tally,
    own: &Own,
) -> MunicipalityCoverage {
    let municipality = &demand.municipalities()[usize::from(place)];
    let project = |people| demand.project(place, people);
    let (population, unserved) = (project(tally.all()), project(tally.unserved));
    MunicipalityCoverage {
        ags: municipality.ags,
        name: municipality.name.clone(),
        sites,
        factor: demand.factor(place),
        population,
        served: project(tally.served),
        unserved,
        unserved_share: (population > 0.0).then(|| unserved / population),
        without_any: project(tally.without_any),
        uncertain: tally.uncertain(project),
        distance_m: super::answer::DistanceSummary {
            median: own.median,
            p90: own.p90,
            max: own.max,
        },
    }
}

/// The sums of municipalities; distances cannot be summed and are left out.
fn totals(rows: &[MunicipalityCoverage]) -> Totals {
    let mut totals = Totals::default();
    for row in rows {
        totals.population += row.population;
        totals.served += row.served;
        totals.unserved += row.unserved;
        totals.without_any += row.without_any;
        totals.uncertain.stale += row.uncertain.stale;
        totals.uncertain.approximate += row.uncertain.approximate;
        totals.uncertain.any += row.uncertain.any;
    }
    totals
}

/// How many sites that serve anybody lie in each municipality.
fn sites_in(demand: &Demand, supply: &Supply) -> Vec<u32> {
    let mut sites = vec![0; demand.municipalities().len()];
    for site in supply.sites().iter().filter(|site| !site.serves.is_nobody()) {
        let place = site.municipality.and_then(|place| sites.get_mut(usize::from(place)));
        if let Some(count) = place {
            *count += 1;
        }
    }
    sites
}

/// Municipalities of which nobody is reached first, then by unserved people, then by key.
pub(crate) fn sort_by_need(rows: &mut [MunicipalityCoverage]) {
    let is_reached = |row: &MunicipalityCoverage| row.served > 0.0 || row.population <= 0.0;
    rows.sort_by(|a, b| {
        is_reached(a)
            .cmp(&is_reached(b))
            .then(b.unserved.total_cmp(&a.unserved))
            .then(a.ags.cmp(&b.ags))
    });
}

/// People by age in some municipalities.
pub(crate) fn people(demand: &Demand, places: &[u16]) -> People {
    let of = |group: PopulationGroup| {
        let mut sum = 0.0;
        for place in places {
            let mut counted = 0;
            for cell in demand.cells_of(*place) {
                counted += u64::from(demand.counted(cell, group)?);
            }
            sum += demand.project(*place, counted);
        }
        Some(sum)
    };
    by_age(of)
}

/// Asks for each group in turn.
pub(crate) fn by_age(of: impl Fn(PopulationGroup) -> Option<f64>) -> People {
    People {
        total: of(PopulationGroup::Total).unwrap_or(0.0),
        lt18: of(PopulationGroup::Lt18),
        a18to29: of(PopulationGroup::A18to29),
        a30to49: of(PopulationGroup::A30to49),
        a50to64: of(PopulationGroup::A50to64),
        ge65: of(PopulationGroup::Ge65),
    }
}
