//! What a scenario was asked of: the answer at the moment it is kept, and the sites it is about.

use std::sync::Arc;

use crate::app::{Analysed, AnalysisError, App, AppError, Question};
use crate::domain::{FeatureId, LonLat, StoredAnswer, StoredSite};

/// What there is to be kept beside a question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ScenarioFacts {
    /// The answer; `None` = there is none at this moment.
    pub answer: Option<StoredAnswer>,
    /// The sites that the scenario moves or closes.
    pub sites: Vec<StoredSite>,
}

impl ScenarioFacts {
    /// The facts of an answer.
    #[must_use]
    pub fn of(analysed: &Analysed) -> Self {
        // People are whole; what is rounded is far below any number that would not fit.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
        let unserved = analysed.answer.totals.unserved.round().max(0.0) as u64;
        let changes = &analysed.question.scenario;
        let ids = changes.moves.iter().map(|(id, _)| *id).chain(changes.close.iter().copied());
        let site = |id: FeatureId| {
            let found = Self::site_of(analysed, id);
            let left_out = analysed.left_out.iter().find(|site| site.feature_id == id);
            let name = found.as_ref().map(|(name, _)| name.clone());
            let name = name.or_else(|| left_out.map(|site| site.name.clone())).unwrap_or_default();
            StoredSite::new(id, name, found.map(|(_, at)| at))
        };
        Self {
            answer: Some(StoredAnswer { snapshot: analysed.snapshot.clone(), unserved }),
            sites: ids.map(site).collect(),
        }
    }

    /// Name and place of a site as it is, whatever the scenario does with it; `None` = it does not count.
    #[must_use]
    pub fn site_of(analysed: &Analysed, id: FeatureId) -> Option<(String, LonLat)> {
        let before = analysed.scenario.as_ref().map_or(analysed, |outcome| &*outcome.before);
        let site = before.sites.iter().find(|site| site.feature_id == Some(id))?;
        Some((site.name.clone(), site.at))
    }
}

impl App {
    /// What there is to be kept beside a question. Where the answer takes long, or distances overland are still being
    /// prepared, the question is kept without one.
    ///
    /// # Errors
    /// [`AnalysisError::Question`] for what makes no sense with the data at hand; as the database reports.
    pub async fn scenario_facts(
        self: &Arc<Self>,
        question: Question,
    ) -> Result<ScenarioFacts, AppError> {
        match self.analyse_patiently(question).await {
            Ok(analysed) => Ok(ScenarioFacts::of(&analysed)),
            Err(AppError::Analysis(
                AnalysisError::Preparing { .. }
                | AnalysisError::UnderWay { .. }
                | AnalysisError::Busy
                | AnalysisError::Cancelled,
            )) => Ok(ScenarioFacts::default()),
            Err(error) => Err(error),
        }
    }
}
