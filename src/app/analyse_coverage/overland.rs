//! Land and paths over it, prepared in the background.

use std::path::PathBuf;
use std::sync::Arc;

use super::error::AnalysisError;
use super::ground::Ground;
use super::question::LinkChoice;
use crate::coverage::Work;
use crate::spatial::Projected;

/// What is prepared of the land, or how far it is.
#[derive(Debug)]
pub(super) struct Overland {
    cache_dir: Option<PathBuf>,
}

/// Paths over land with some links.
#[derive(Debug)]
pub(super) struct Paths;

impl Overland {
    pub(super) fn new(cache_dir: Option<PathBuf>) -> Self {
        Self { cache_dir }
    }

    /// Begins to prepare the land of a region, where that has not been done.
    pub(super) fn begin(&self, ground: &Arc<Ground>) {
        let _ = (ground, &self.cache_dir);
    }

    /// Paths over the land of a region.
    pub(super) fn paths(
        &self,
        ground: &Arc<Ground>,
        links: &LinkChoice,
    ) -> Result<Paths, AnalysisError> {
        let _ = (ground, links);
        Err(AnalysisError::Preparing { progress: 0.0 })
    }
}

impl Paths {
    /// Distances from each place to every cell.
    pub(super) fn fields(
        &self,
        places: &[Projected],
        work: &Work,
    ) -> Result<Vec<Arc<[f32]>>, AnalysisError> {
        let _ = (places, work);
        Ok(Vec::new())
    }

    /// Distances from a point to each place.
    pub(super) fn from_point(
        &self,
        at: Projected,
        places: &[Projected],
        work: &Work,
    ) -> Result<Vec<f64>, AnalysisError> {
        let _ = (at, places, work);
        Ok(Vec::new())
    }
}
