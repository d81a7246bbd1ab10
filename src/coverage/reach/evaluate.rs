//! One way to ask for the cells of a block, whatever the metric.

use super::fields::Fields;
use super::points::{MANY, Point};
use super::straight::Straight;
use super::{Found, Metric};
use crate::coverage::demand::{Block, Demand};
use crate::coverage::supply::Supply;

/// A supply made ready for a demand, a metric and a reasonable distance.
pub(crate) struct Evaluator<'a> {
    demand: &'a Demand,
    max_m: f64,
    by_metric: ByMetric<'a>,
}

enum ByMetric<'a> {
    Straight(Straight),
    Overland(Fields<'a>),
}

/// What is reused from block to block.
#[derive(Default)]
pub(crate) struct Scratch {
    /// The results of the block, cell by cell.
    pub found: Vec<Found>,
    pub(super) near: Vec<Point>,
    pub(super) wide: Vec<Point>,
    pub(super) fresh: Vec<Point>,
    pub(super) least: Vec<super::fields::Least>,
}

impl<'a> Evaluator<'a> {
    pub(crate) fn new(demand: &'a Demand, supply: &Supply, metric: Metric<'a>, max_m: f64) -> Self {
        Self::with_many(demand, supply, metric, max_m, MANY)
    }

    /// The same with another number of sites from which on the grid is used.
    pub(crate) fn with_many(
        demand: &'a Demand,
        supply: &Supply,
        metric: Metric<'a>,
        max_m: f64,
        many: usize,
    ) -> Self {
        let municipalities = demand.municipalities().len();
        let by_metric = match metric {
            Metric::Straight => ByMetric::Straight(Straight::new(supply, municipalities, many)),
            Metric::Overland(fields) => {
                ByMetric::Overland(Fields::new(supply, fields, municipalities))
            }
        };
        Self { demand, max_m, by_metric }
    }

    /// Puts the results of the cells of a block into `scratch.found`.
    pub(crate) fn evaluate(&self, block: &Block, scratch: &mut Scratch) {
        scratch.found.clear();
        match &self.by_metric {
            ByMetric::Straight(sites) => sites.evaluate(self.demand, block, self.max_m, scratch),
            ByMetric::Overland(fields) => fields.evaluate(self.demand, block, self.max_m, scratch),
        }
    }
}
