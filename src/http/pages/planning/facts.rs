//! What the result of the cockpit is written from: the answer of an analysis, and what its pages need beside it.

use crate::coverage::Answer;
use crate::domain::{Completeness, FeatureId, LonLat};

/// An analysed question.
pub(crate) struct Facts<'a> {
    pub(crate) answer: &'a Answer,
    /// How it was before the changes of the scenario; `None` without a scenario.
    pub(crate) before: Option<Change<'a>>,
    /// Names of the municipalities of the demand, in its order.
    pub(crate) municipalities: Vec<String>,
    /// More about each unserved area, in their order.
    pub(crate) areas: Vec<AreaFacts>,
    pub(crate) sites: SiteCounts,
    /// Sites that the scenario moves or closes, for the list of its changes.
    pub(crate) named: Vec<NamedSite>,
    pub(crate) remote: RemoteFacts,
    pub(crate) completeness: Vec<Completeness>,
    /// Side of the cells in metres; `None` without cells.
    pub(crate) cell_size_m: Option<u32>,
    /// Names of municipalities whose people stand at their centre, since the grid has no cells of them.
    pub(crate) placed_at_centre: Vec<String>,
    /// Unserved people by the number of people in their cell, one sum for each class of the legend.
    pub(crate) by_class: [f64; 5],
    /// Names the data the figures were computed from.
    pub(crate) snapshot: String,
}

/// What a scenario changes.
pub(crate) struct Change<'a> {
    pub(crate) before: &'a Answer,
    /// People who gain a site within reach.
    pub(crate) gained: f64,
    /// People who lose it.
    pub(crate) lost: f64,
}

/// More about an unserved area.
#[derive(Default)]
pub(crate) struct AreaFacts {
    /// The place nearest to its middle.
    pub(crate) place: Option<String>,
    /// The site nearest to it.
    pub(crate) nearest: Option<NearestSite>,
}

/// A site and how far it is.
pub(crate) struct NearestSite {
    pub(crate) name: String,
    /// Its page; `None` for a site of the scenario.
    pub(crate) href: Option<String>,
    pub(crate) distance_m: f64,
}

/// Sites of the question by what is known of them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SiteCounts {
    pub(crate) count: u32,
    /// Outside the county.
    pub(crate) outside: u32,
    /// That do not serve everybody.
    pub(crate) restricted: u32,
    pub(crate) stale: u32,
    pub(crate) approximate: u32,
    /// To which one can go, but whose place is not known or not public: they do not count.
    pub(crate) unlocated: u32,
}

/// An existing site that the scenario names.
pub(crate) struct NamedSite {
    pub(crate) id: FeatureId,
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) at: Option<LonLat>,
}

/// Offers that need no way: they come, or are reached by phone or online.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RemoteFacts {
    pub(crate) outreach: u32,
    pub(crate) phone: u32,
    pub(crate) online: u32,
    pub(crate) mobile: u32,
    /// Of these: where they serve is not declared.
    pub(crate) undeclared: u32,
    /// People in the areas that they declare to serve.
    pub(crate) people: f64,
}

impl RemoteFacts {
    pub(crate) const fn count(&self) -> u32 {
        self.outreach + self.phone + self.online + self.mobile
    }
}
