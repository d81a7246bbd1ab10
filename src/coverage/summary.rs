//! Sums over people: served, unserved, uncertain, by municipality and altogether.
//!
//! Whole counted people are summed and projected once per municipality; totals are the sums of the municipalities, in
//! their order. So the population of a municipality is the official one exactly, and that of the served and the unserved
//! together (up to the rounding of the last bit); the municipalities sum up to the total, and no order of work or number
//! of threads changes a bit.

use rayon::prelude::*;

use super::answer::{AgeUnknown, MunicipalityCoverage, People, Totals, Uncertain, UnknownBands};
use super::demand::{Block, Counted, Demand, InCell};
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
    /// People of cells that do not tell the group; in none of the others.
    pub untold: u64,
    /// Of these, the unserved.
    pub untold_unserved: u64,
}

impl Tally {
    /// Takes in the counted people of a cell.
    pub(crate) fn take(&mut self, InCell { known, untold }: InCell, metres: f64, flags: u8) {
        let counts_if = |is: bool| if is { known } else { 0 };
        if untold > 0 {
            self.untold += untold;
            self.untold_unserved += if flags & Reach::SERVED == 0 { untold } else { 0 };
        }
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
        self.untold += other.untold;
        self.untold_unserved += other.untold_unserved;
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

impl AgeUnknown {
    /// So many people of unknown age, so many of them unserved, among all who are looked at.
    pub(crate) fn of(people: f64, unserved: f64, everybody: f64) -> Self {
        Self { people, unserved, share: (everybody > 0.0).then(|| people / everybody) }
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
    let counted = Counted::new(demand, group);
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
                tally.take(counted.of(cell), found.distance_m, found.flags);
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

/// What some cells add up to.
pub(crate) fn tally(
    reach: &Reach,
    counted: Counted<'_>,
    cells: impl Iterator<Item = u32>,
) -> Tally {
    let mut tally = Tally::default();
    for cell in cells {
        tally.take(counted.of(cell), reach.distance_m(cell), reach.flags_of(cell));
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
    let counted = Counted::new(demand, group);
    for (_, cell) in spread.cells() {
        own[usize::from(demand.municipality(*cell))].all += counted.of(*cell).known;
    }
    for (metres, cell) in spread.cells() {
        let people = counted.of(*cell).known;
        own[usize::from(demand.municipality(*cell))].pass(*metres, people);
    }
    let sites = sites_in(demand, supply);
    let rows: Vec<MunicipalityCoverage> = places
        .iter()
        .map(|place| {
            let at = usize::from(*place);
            let tally = tally(reach, counted, demand.cells_of(*place));
            municipality(demand, *place, sites[at], &tally, &own[at])
        })
        .collect();
    let mut totals = totals(&rows);
    totals.distance_m = spread.summary();
    let everybody =
        places.iter().filter_map(|place| demand.municipalities().get(usize::from(*place)));
    let everybody = everybody.map(|municipality| f64::from(municipality.population)).sum();
    let unknown = totals.age_unknown;
    totals.age_unknown = AgeUnknown::of(unknown.people, unknown.unserved, everybody);
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
        age_unknown: AgeUnknown::of(
            project(tally.untold),
            project(tally.untold_unserved),
            f64::from(municipality.population),
        ),
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
        totals.age_unknown.people += row.age_unknown.people;
        totals.age_unknown.unserved += row.age_unknown.unserved;
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
    let mut by_age = ByAge::default();
    for place in places {
        by_age.add(demand, *place, &demand.cells_of(*place));
    }
    by_age.people()
}

/// Sums by group, everybody first.
#[derive(Debug, Default)]
pub(crate) struct ByAge {
    known: [f64; 6],
    untold: [f64; 6],
    /// Whether any cell told the group.
    told: [bool; 6],
}

impl ByAge {
    /// Takes in cells of one municipality.
    pub(crate) fn add(
        &mut self,
        demand: &Demand,
        place: u16,
        cells: &(impl Iterator<Item = u32> + Clone),
    ) {
        for group in PopulationGroup::ALL {
            let counted = Counted::new(demand, group);
            let (mut known, mut untold) = (0, 0);
            let at = group as usize;
            for cell in cells.clone() {
                let people = counted.of(cell);
                known += people.known;
                untold += people.untold;
                self.told[at] |= people.untold == 0;
            }
            self.known[at] += demand.project(place, known);
            self.untold[at] += demand.project(place, untold);
        }
    }

    /// The sums.
    pub(crate) fn people(&self) -> People {
        let known = |group: PopulationGroup| {
            let at = group as usize;
            // Without anybody at all nothing is unknown.
            (self.told[at] || self.untold[at] <= 0.0).then_some(self.known[at])
        };
        let unknown = |group: PopulationGroup| self.untold[group as usize];
        People {
            total: self.known[PopulationGroup::Total as usize],
            lt18: known(PopulationGroup::Lt18),
            a18to29: known(PopulationGroup::A18to29),
            a30to49: known(PopulationGroup::A30to49),
            a50to64: known(PopulationGroup::A50to64),
            ge65: known(PopulationGroup::Ge65),
            unknown: UnknownBands {
                lt18: unknown(PopulationGroup::Lt18),
                a18to29: unknown(PopulationGroup::A18to29),
                a30to49: unknown(PopulationGroup::A30to49),
                a50to64: unknown(PopulationGroup::A50to64),
                ge65: unknown(PopulationGroup::Ge65),
            },
        }
    }
}
