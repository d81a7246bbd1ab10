//! What comes out of an analysis. The names of the fields are those of the interface; people are unrounded.

use geo::MultiPolygon;
use serde::Serialize;

use crate::domain::Ags;

/// How much of a figure is uncertain, in people, and why. `stale` and `approximate` may overlap; `any` is their
/// union.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Uncertain {
    /// Served, but only by entries that are stale.
    pub stale: f64,
    /// Would change sides if sites of approximate position lay elsewhere within their accuracy.
    pub approximate: f64,
    /// At least one of the two.
    pub any: f64,
}

/// People of whom the grid does not tell whether they belong to the group asked for: everybody who lives in a cell that
/// does not tell how many of the group it has. They are in none of the other figures; all 0 where every cell tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct AgeUnknown {
    /// Everybody in such cells, projected.
    pub people: f64,
    /// Of these, not within reach.
    pub unserved: f64,
    /// `people` / everybody looked at, whatever their age; `None` without people.
    pub share: Option<f64>,
}

/// Distances to the nearest site, weighted by people, in metres; `None` where nobody has any site or path.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct DistanceSummary {
    /// Half of the people have it no farther than this.
    pub median: Option<f64>,
    /// Nine in ten people have it no farther than this.
    pub p90: Option<f64>,
    /// Nobody has it farther than this.
    pub max: Option<f64>,
}

/// People by age, projected: those of the cells that tell the band; `None` where no cell here does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct People {
    /// Everybody.
    pub total: f64,
    /// Under 18.
    pub lt18: Option<f64>,
    /// 18 to 29.
    #[serde(rename = "18to29")]
    pub a18to29: Option<f64>,
    /// 30 to 49.
    #[serde(rename = "30to49")]
    pub a30to49: Option<f64>,
    /// 50 to 64.
    #[serde(rename = "50to64")]
    pub a50to64: Option<f64>,
    /// 65 and older.
    pub ge65: Option<f64>,
    /// For each band everybody who lives in a cell that does not tell it; all 0 where every cell tells.
    pub unknown: UnknownBands,
}

/// For each age band everybody, projected, who lives in a cell that does not tell it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct UnknownBands {
    /// Under 18.
    pub lt18: f64,
    /// 18 to 29.
    #[serde(rename = "18to29")]
    pub a18to29: f64,
    /// 30 to 49.
    #[serde(rename = "30to49")]
    pub a30to49: f64,
    /// 50 to 64.
    #[serde(rename = "50to64")]
    pub a50to64: f64,
    /// 65 and older.
    pub ge65: f64,
}

/// The figures of everybody looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Totals {
    /// People of the group asked for; `served` + `unserved`.
    pub population: f64,
    /// Within reach.
    pub served: f64,
    /// Not within reach.
    pub unserved: f64,
    /// Of the unserved: people with no site or no path at all.
    pub without_any: f64,
    /// How much of it is uncertain.
    pub uncertain: Uncertain,
    /// Who may belong to the group besides.
    pub age_unknown: AgeUnknown,
    /// Distances.
    pub distance_m: DistanceSummary,
}

/// The figures of one municipality.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MunicipalityCoverage {
    /// Official key.
    pub ags: Ags,
    /// Name.
    pub name: String,
    /// Sites that count and lie in it.
    pub sites: u32,
    /// Factor by which counted people were projected to the official number.
    pub factor: f64,
    /// People of the group asked for.
    pub population: f64,
    /// Within reach.
    pub served: f64,
    /// Not within reach.
    pub unserved: f64,
    /// `unserved` / `population`; `None` without people.
    pub unserved_share: Option<f64>,
    /// Of the unserved: people with no site or no path at all.
    pub without_any: f64,
    /// How much of it is uncertain.
    pub uncertain: Uncertain,
    /// Who may belong to the group besides.
    pub age_unknown: AgeUnknown,
    /// Distances.
    pub distance_m: DistanceSummary,
}

/// Smallest, middle and largest distance in an area; the middle one is weighted by people of the group (of all, where
/// none are known to belong to it).
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct AreaDistance {
    /// Smallest.
    pub min: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Largest.
    pub max: Option<f64>,
}

/// A white spot: unserved cells that hang together.
#[derive(Debug, Clone, PartialEq)]
pub struct UnservedArea {
    /// Name made of its southernmost, then westernmost cell (INSPIRE id): stays the same while that cell does.
    pub id: String,
    /// Everybody in it (not only the group asked for), projected.
    pub people: People,
    /// People of the group asked for.
    pub population: f64,
    /// Of these, uncertain.
    pub uncertain: Uncertain,
    /// Who may belong to the group besides: people of cells that do not tell.
    pub age_unknown: AgeUnknown,
    /// Area of its cells in square metres.
    pub area_m2: f64,
    /// Its cells, ascending: places in the demand.
    pub cells: Vec<u32>,
    /// Places in `Demand::municipalities`, most people first.
    pub municipalities: Vec<u16>,
    /// The middle of its people (weighted mean of cell centres), EPSG:3035: easting, northing.
    pub centre_m: [f64; 2],
    /// The site of the cell that has one nearest, of equally near ones the first: its place in the supply; `None` if no
    /// cell has any.
    pub nearest_site: Option<u32>,
    /// Distances.
    pub distance_m: AreaDistance,
    /// Outline in degrees (CRS84).
    pub geometry: MultiPolygon<f64>,
}

/// People whose nearest site is `from_m` (included) to `to_m` (excluded) away.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bin {
    /// Lower edge, metres.
    pub from_m: f64,
    /// Upper edge, metres; `None` for the open last one.
    pub to_m: Option<f64>,
    /// People of the group asked for.
    pub people: f64,
}

/// How distances are spread over people.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Distribution {
    /// Bins of equal width; people without any site or path are in none of them.
    pub histogram: Vec<Bin>,
    /// Points of the Lorenz curve: share of people (nearest first), share of all distance; at most 101, from
    /// (0, 0) to (1, 1).
    pub lorenz: Vec<[f64; 2]>,
    /// Gini coefficient of the distance, 0 (all equally far) to 1; `None` without any distance.
    pub gini: Option<f64>,
    /// Mean distance per person in metres.
    pub mean_m: Option<f64>,
}

/// The whole answer to one question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// Everybody looked at.
    pub totals: Totals,
    /// People by age of everybody looked at.
    pub people: People,
    /// Every municipality looked at: those of which nobody is reached first, then by unserved people, then by key.
    pub municipalities: Vec<MunicipalityCoverage>,
    /// Most people first; of equal ones by id.
    pub unserved_areas: Vec<UnservedArea>,
    /// How distances are spread.
    pub distribution: Distribution,
}
