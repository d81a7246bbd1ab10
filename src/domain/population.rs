//! Where people live: census grid cells with age bands.

use serde::{Deserialize, Serialize};

use super::ids::Ags;

/// People by age.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeBands {
    /// Under 18.
    pub lt18: u32,
    /// 18 to 29.
    #[serde(rename = "18to29")]
    pub a18to29: u32,
    /// 30 to 49.
    #[serde(rename = "30to49")]
    pub a30to49: u32,
    /// 50 to 64.
    #[serde(rename = "50to64")]
    pub a50to64: u32,
    /// 65 and older.
    pub ge65: u32,
}

impl AgeBands {
    /// All people.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.lt18 + self.a18to29 + self.a30to49 + self.a50to64 + self.ge65
    }
}

/// A census grid cell with the people counted in it (not projected).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PopulationCell {
    /// Lower-left corner, metres east (EPSG:3035).
    pub easting_m: u32,
    /// Lower-left corner, metres north (EPSG:3035).
    pub northing_m: u32,
    /// Side length in metres.
    pub size_m: u32,
    /// The municipality it is counted to.
    pub ags: Ags,
    /// People by age.
    pub ages: AgeBands,
}
