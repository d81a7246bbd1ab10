//! Stands in for the types of the use case until they are there.

use crate::domain::{FeatureId, LonLat};

pub(crate) struct Question;
impl Question {
    pub(crate) const MAX_DISTANCE_M: f64 = 200_000.0;
    pub(crate) const MAX_MONTHS: u32 = 600;
    pub(crate) const MAX_MERGE_M: f64 = 5_000.0;
    pub(crate) const MAX_CHANGES_IN_URL: usize = 100;
}
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) enum LinkChoice {
    #[default]
    Default,
    Only(Vec<String>),
}
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ScenarioRequest {
    pub(crate) add: Vec<LonLat>,
    pub(crate) moves: Vec<(FeatureId, LonLat)>,
    pub(crate) close: Vec<FeatureId>,
}
impl ScenarioRequest {
    pub(crate) fn is_empty(&self) -> bool {
        self.add.is_empty() && self.moves.is_empty() && self.close.is_empty()
    }
}
