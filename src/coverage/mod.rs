//! Analysis: who lives within reach of what, and where the white spots (unserved areas) are.
//!
//! Pure: no input or output, no clock. Lengths are metres on the plane of ETRS89-LAEA (EPSG:3035), areas square
//! metres, people are projected counts (never rounded here). What each figure means is told in `docs/COVERAGE.md`.
//! Work runs on the threads of the current rayon pool, which the caller installs; no result depends on their number.
//!
//! | module | what it answers |
//! |---|---|
//! | [`question`] | what is asked: threshold, metric, whom, how to join areas |
//! | [`answer`](mod@answer) | what comes out, with the names of the interface |
//! | [`demand`] | where people live, projected to the official numbers |
//! | [`supply`] | where sites are, whom they serve, how sure that is |
//! | [`reach`](mod@reach) | the nearest site of every cell, and whether it is near enough |
//! | [`summarise`] | the whole answer to one question |
//! | [`matrix`](mod@matrix) | who is unserved, for many categories |
//! | [`compare`](mod@compare) | two findings: who gained, who lost |
//! | [`scenario`] | what if sites are added, moved or closed |
//! | [`point`] | what one address has around it |
//! | [`overland`] | shortest paths that cross no water, links included |
//! | [`work`] | progress and cancelling |

pub mod answer;
mod areas;
pub mod compare;
pub mod demand;
mod distribution;
pub mod matrix;
pub mod overland;
pub mod point;
pub mod question;
pub mod reach;
pub mod scenario;
pub mod summarise;
mod summary;
pub mod supply;
#[cfg(test)]
mod testing;
pub mod work;

pub use answer::{
    AgeUnknown, Answer, AreaDistance, Bin, DistanceSummary, Distribution, MunicipalityCoverage,
    People, Totals, Uncertain, UnknownBands, UnservedArea,
};
pub use areas::unserved_cells;
pub use compare::{
    AreaChange, AreaDifference, Difference, DifferenceMunicipality, compare, compare_areas,
};
pub use demand::{Demand, DemandError, DemandFault, DemandMunicipality};
pub use matrix::{MatrixCell, MatrixRow, MatrixSupply, matrix};
pub use point::nearest;
pub use question::{MetricKind, Parameters, PopulationGroup};
pub use reach::{Metric, Reach, reach};
pub use scenario::{Scenario, reach_after};
pub use summarise::answer;
pub use supply::{Serves, Supply, SupplySite};
pub use work::{Cancelled, Work};

/// Runs the worked examples of `docs/COVERAGE.md` with the tests.
#[cfg(doctest)]
#[doc = include_str!("../../docs/COVERAGE.md")]
struct Documented;
