//! What is asked of an analysis.

/// Whose distances count: all people or one age band.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PopulationGroup {
    /// Everybody.
    #[default]
    Total,
    /// Under 18.
    Lt18,
    /// 18 to 29.
    A18to29,
    /// 30 to 49.
    A30to49,
    /// 50 to 64.
    A50to64,
    /// 65 and older.
    Ge65,
}

impl PopulationGroup {
    /// All groups, everybody first, then by age.
    pub const ALL: [Self; 6] =
        [Self::Total, Self::Lt18, Self::A18to29, Self::A30to49, Self::A50to64, Self::Ge65];

    /// The word used in URLs and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Lt18 => "lt18",
            Self::A18to29 => "18to29",
            Self::A30to49 => "30to49",
            Self::A50to64 => "50to64",
            Self::Ge65 => "ge65",
        }
    }

    /// The group of a word; `None` for any other.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.as_str() == word)
    }
}

/// How distance is measured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MetricKind {
    /// The straight line in EPSG:3035.
    #[default]
    Straight,
    /// The shortest path over land and the links (ferries, bridges, border crossings) that are switched on.
    Overland,
}

impl MetricKind {
    /// All metrics.
    pub const ALL: [Self; 2] = [Self::Straight, Self::Overland];

    /// The word used in URLs and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Straight => "straight",
            Self::Overland => "overland",
        }
    }

    /// The metric of a word; `None` for any other.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|metric| metric.as_str() == word)
    }
}

/// The numbers of a question; the supply and the metric are handed in beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameters {
    /// Reasonable distance in metres (zumutbare Entfernung); finite and above zero.
    pub max_distance_m: f64,
    /// Whose distances count.
    pub group: PopulationGroup,
    /// Unserved cells with at most this gap between them (edge to edge, metres) count as one area; 0 joins only
    /// cells that share a side.
    pub merge_m: f64,
    /// Places in `Demand::municipalities` whose people are looked at, sorted; `None` = all.
    pub municipalities: Option<Vec<u16>>,
}
