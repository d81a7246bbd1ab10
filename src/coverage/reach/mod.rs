//! The nearest site of every cell, whether it is near enough, and how sure that is.
//!
//! Of the sites that are *eligible* for a cell (they serve its municipality), at distances `d` from its centre and with
//! positions good to `a` metres, and with the reasonable distance `max`:
//!
//! | | |
//! |---|---|
//! | nearest | the least `d`; of equally near sites the first in the supply |
//! | served | `d ≤ max` for the nearest |
//! | stale | served, and no eligible site with `d ≤ max` is confirmed recently enough |
//! | approximate | served, but no eligible site has `d + a ≤ max`; or unserved, and one has `d − a < max` |
//!
//! **How it is found.** Straight distances: cells are asked block by block (at most 64 neighbouring cells). A site can
//! be nearest to a cell of a block with middle `c` and radius `r` only if it is within `d(c) + 2r` of `c`, where `d(c)`
//! is the distance of the site nearest to `c` (triangle inequality, twice). Those few candidates are compared with each
//! cell. They are found by looking at every site where there are few, and in a uniform grid with a ring search where
//! there are many (Bentley, Weide & Yao 1980, *Optimal expected-time algorithms for closest point problems*, ACM Trans.
//! Math. Softw. 6). Sites at the very same position are looked at as one. Distances over land are looked up in the
//! field of each site.
//!
//! Straight distances are compared as squares in double precision: sites whose squares are equal are equally near.

mod buckets;
mod evaluate;
mod fields;
mod points;
mod straight;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub(crate) use evaluate::{Evaluator, Scratch};
use points::MANY;
pub(crate) use points::square_m2;
use rayon::prelude::*;

use super::demand::{Block, Demand};
use super::supply::Supply;
use super::work::{Cancelled, Work};

/// How distances are measured.
#[derive(Debug, Clone, Copy)]
pub enum Metric<'a> {
    /// On a straight line in EPSG:3035.
    Straight,
    /// Over land: for each site of the supply its distance in metres to each cell of the demand, in their orders;
    /// infinite = no path. A site without a field reaches nobody.
    Overland(&'a [Arc<[f32]>]),
}

/// What every cell of a demand has around it; places are those of the cells.
///
/// ```
/// use sozialatlas::coverage::{Demand, DemandMunicipality, Metric, Reach, Supply, SupplySite, Work, reach};
/// use sozialatlas::domain::{AgeBands, PopulationCell};
/// use sozialatlas::spatial::Projected;
///
/// let ags = "01001000".parse().unwrap();
/// let centre = Projected::new(4_200_050.0, 2_700_050.0);
/// let municipality = DemandMunicipality { ags, name: "A".into(), population: 100, centre };
/// let cell = PopulationCell {
///     easting_m: 4_200_000, northing_m: 2_700_000, size_m: 100, ags, people: 100, ages: AgeBands::UNKNOWN,
/// };
/// let demand = Demand::new(&[cell], vec![municipality]).unwrap();
/// // The middle of the cell is at (50, 50); the site is 300 m east and 400 m north of it, give or take 10 m.
/// let mut site = SupplySite::exact(Projected::new(4_200_350.0, 2_700_450.0));
/// site.accuracy_m = 10.0;
/// let supply = Supply::new(vec![site]);
/// let found = reach(&demand, &supply, Metric::Straight, 500.0, &Work::default()).unwrap();
/// assert_eq!(found.nearest_m, [500.0]);
/// assert_eq!(found.nearest_site, [0]);
/// assert_eq!(found.flags, [Reach::SERVED | Reach::APPROXIMATE]);
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reach {
    /// Distance of the nearest eligible site in metres; infinite where there is none.
    pub nearest_m: Vec<f64>,
    /// Its place in the supply; [`Reach::NO_SITE`] where there is none.
    pub nearest_site: Vec<u32>,
    /// [`Reach::SERVED`], [`Reach::STALE`] and [`Reach::APPROXIMATE`], added.
    pub flags: Vec<u8>,
}

impl Reach {
    /// Set in the flags of cells with a site within reach.
    pub const SERVED: u8 = 1;
    /// Set in the flags of served cells that only stale sites serve.
    pub const STALE: u8 = 2;
    /// Set in the flags of cells that might change sides if sites lay elsewhere within their accuracy.
    pub const APPROXIMATE: u8 = 4;
    /// Stands for no site.
    pub const NO_SITE: u32 = u32::MAX;

    /// Number of cells.
    #[must_use]
    pub fn len(&self) -> usize {
        self.flags.len()
    }

    /// Whether there are no cells.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.flags.is_empty()
    }

    /// Whether a cell has a site within reach.
    #[must_use]
    pub fn is_served(&self, cell: u32) -> bool {
        self.flags_of(cell) & Self::SERVED != 0
    }

    /// Flags of a cell; none for a cell that is not there.
    pub(crate) fn flags_of(&self, cell: u32) -> u8 {
        self.flags.get(cell as usize).copied().unwrap_or(0)
    }

    /// Distance of a cell; infinite for a cell that is not there.
    pub(crate) fn distance_m(&self, cell: u32) -> f64 {
        self.nearest_m.get(cell as usize).copied().unwrap_or(f64::INFINITY)
    }

    /// Bytes that the results take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.nearest_m.capacity() * 8 + self.nearest_site.capacity() * 4 + self.flags.capacity()
    }

    pub(crate) fn of_nobody(cells: usize) -> Self {
        Self {
            nearest_m: vec![f64::INFINITY; cells],
            nearest_site: vec![Self::NO_SITE; cells],
            flags: vec![0; cells],
        }
    }
}

/// The results of one cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    pub distance_m: f64,
    pub site: u32,
    pub flags: u8,
}

impl Found {
    pub(crate) const NOTHING: Self =
        Self { distance_m: f64::INFINITY, site: Reach::NO_SITE, flags: 0 };
}

/// Blocks worked on between two looks at [`Work`].
pub(crate) const BLOCKS_A_STEP: usize = 64;

/// The nearest eligible site of every cell and what its distance means for a reasonable distance of `max_distance_m`.
///
/// An empty supply is no error: then nobody is served. Runs on the threads of the current rayon pool; the result does
/// not depend on their number.
///
/// # Errors
/// The work was cancelled.
pub fn reach(
    demand: &Demand,
    supply: &Supply,
    metric: Metric<'_>,
    max_distance_m: f64,
    work: &Work,
) -> Result<Reach, Cancelled> {
    reach_with_grid_from(demand, supply, metric, max_distance_m, MANY, work)
}

/// The same as [`reach`], with the number of different positions from which on the uniform grid is used: for measuring
/// where it becomes quicker than looking at every site. The result does not depend on it.
///
/// # Errors
/// The work was cancelled.
pub fn reach_with_grid_from(
    demand: &Demand,
    supply: &Supply,
    metric: Metric<'_>,
    max_distance_m: f64,
    many: usize,
    work: &Work,
) -> Result<Reach, Cancelled> {
    let evaluator = Evaluator::with_many(demand, supply, metric, max_distance_m, many);
    let mut reach = Reach::of_nobody(demand.len());
    each_step(demand, &mut reach, work, |block, scratch| evaluator.evaluate(block, scratch))?;
    Ok(reach)
}

/// Works on all blocks, on all threads: `evaluate` puts what it finds into `Scratch::found`.
pub(crate) fn each_step(
    demand: &Demand,
    reach: &mut Reach,
    work: &Work,
    evaluate: impl Fn(&Block, &mut Scratch) + Sync,
) -> Result<(), Cancelled> {
    let steps = steps(demand, reach);
    work.expect_steps(steps.len() as u64);
    steps.into_par_iter().try_for_each_init(Scratch::default, |scratch, mut step| {
        work.check()?;
        for block in step.blocks {
            evaluate(block, scratch);
            step.write((block.end - block.start) as usize, &scratch.found);
        }
        work.step(1);
        Ok(())
    })
}

/// Some blocks, and where their results go.
struct Step<'a> {
    blocks: &'a [Block],
    nearest_m: &'a mut [f64],
    nearest_site: &'a mut [u32],
    flags: &'a mut [u8],
}

impl Step<'_> {
    /// Writes the results of the next cells, and moves on behind them.
    fn write(&mut self, cells: usize, found: &[Found]) {
        let nearest_m = self.nearest_m.split_off_mut(..cells).unwrap_or_default();
        let nearest_site = self.nearest_site.split_off_mut(..cells).unwrap_or_default();
        let flags = self.flags.split_off_mut(..cells).unwrap_or_default();
        let to = nearest_m.iter_mut().zip(nearest_site).zip(flags);
        for (((metres, site), flags), found) in to.zip(found) {
            (*metres, *site, *flags) = (found.distance_m, found.site, found.flags);
        }
    }
}

/// Cuts a demand and its results into parts of the same size, whatever the number of threads.
fn steps<'a>(demand: &'a Demand, reach: &'a mut Reach) -> Vec<Step<'a>> {
    let mut nearest_m = reach.nearest_m.as_mut_slice();
    let mut nearest_site = reach.nearest_site.as_mut_slice();
    let mut flags = reach.flags.as_mut_slice();
    let mut steps = Vec::with_capacity(demand.blocks().len() / BLOCKS_A_STEP + 1);
    for blocks in demand.blocks().chunks(BLOCKS_A_STEP) {
        let cells: usize = blocks.iter().map(|block| (block.end - block.start) as usize).sum();
        steps.push(Step {
            blocks,
            nearest_m: nearest_m.split_off_mut(..cells).unwrap_or_default(),
            nearest_site: nearest_site.split_off_mut(..cells).unwrap_or_default(),
            flags: flags.split_off_mut(..cells).unwrap_or_default(),
        });
    }
    steps
}
