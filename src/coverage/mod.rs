//! Analysis: who lives within reach of what, and where the white spots (unserved areas) are.
//!
//! Pure: no input or output, no clock. Lengths are metres on the plane of ETRS89-LAEA (EPSG:3035), areas square
//! metres, people are projected counts (never rounded here). What each figure means is told in `docs/COVERAGE.md`.
//!
//! | module | what it answers |
//! |---|---|
//! | [`question`] | what is asked: threshold, metric, whom, how to join areas, which sites are added or closed |
//! | [`answer`] | what comes out, with the names of the interface |
//! | [`overland`] | shortest paths that cross no water |
//! | [`work`] | progress and cancelling |

pub mod answer;
pub mod overland;
pub mod question;
pub mod work;

pub use answer::{
    Answer, AreaDistance, Bin, DistanceSummary, Distribution, MunicipalityCoverage, People, Totals,
    Uncertain, UnservedArea,
};
pub use question::{MetricKind, Parameters, PopulationGroup};
pub use work::{Cancelled, Work};
