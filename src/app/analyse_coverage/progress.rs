//! Long analyses: how far they are, and not waiting for them.
//!
//! Whoever asks a question plainly waits for its answer, and going away cancels the work. Whoever asks
//! *patiently* waits a moment only: then the work goes on for a while without anybody waiting, so that asking again
//! finds it farther, or its answer. Who does not ask again has cancelled it.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

use super::error::AnalysisError;
use super::flight::Memory;
use super::question::{MatrixQuestion, Question};
use super::{Analysed, CoverageMatrix, key_of};
use crate::app::{App, AppError};

/// How long who asks patiently waits.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long work goes on that was last asked for patiently.
const LEASE: Duration = Duration::from_secs(10);

/// How far the answer to a question is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Progress {
    /// Whether it is being made.
    pub state: ProgressState,
    /// Share that is done, 0 to 1.
    pub progress: f64,
}

/// Whether an answer is being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProgressState {
    /// Nobody waits for it, and it is not remembered.
    None,
    /// It is being worked on, or waits for its turn.
    Running,
    /// It is there.
    Done,
}

impl Progress {
    const NONE: Self = Self { state: ProgressState::None, progress: 0.0 };
    const DONE: Self = Self { state: ProgressState::Done, progress: 1.0 };

    fn of<T: ?Sized>(memory: &Memory<String, T>, key: &String) -> Self {
        if memory.find(key).is_some() {
            return Self::DONE;
        }
        memory.progress(key).map_or(Self::NONE, Self::running)
    }

    const fn running(progress: f64) -> Self {
        Self { state: ProgressState::Running, progress }
    }

    /// That of two pieces of work one after the other: the first half until there is an answer to build on.
    fn then(self, second: Self) -> Self {
        match (self.state, second.state) {
            (_, ProgressState::Done) => Self::DONE,
            (_, ProgressState::Running) => Self::running(f64::midpoint(1.0, second.progress)),
            (ProgressState::Running, ProgressState::None) => Self::running(self.progress / 2.0),
            (ProgressState::None | ProgressState::Done, ProgressState::None) => Self::NONE,
        }
    }
}

impl App {
    /// How far the answer to a question about the present is. Starts nothing, waits for nothing.
    #[must_use]
    pub fn analysis_progress(&self, question: &Question) -> Progress {
        let (snapshot, moment) = (self.atlas.snapshot(), self.moment());
        let of = |question: &Question| {
            Progress::of(&self.analysis.answers, &key_of(&snapshot, &moment, question))
        };
        let question = question.clone().normalised();
        let own = of(&question);
        if question.scenario.is_empty() { own } else { of(&question.without_scenario()).then(own) }
    }

    /// How far a matrix is. Starts nothing, waits for nothing.
    #[must_use]
    pub fn matrix_progress(&self, question: &MatrixQuestion) -> Progress {
        let key = key_of(&self.atlas.snapshot(), &self.moment(), &question.clone().normalised());
        Progress::of(&self.analysis.matrices, &key)
    }

    /// Answers a question, but waits a second at most: then [`AnalysisError::UnderWay`], and the work goes on for some
    /// seconds, within which to ask again.
    ///
    /// # Errors
    /// As [`App::analyse`].
    pub async fn analyse_patiently(
        self: &Arc<Self>,
        question: Question,
    ) -> Result<Arc<Analysed>, AppError> {
        let app = Arc::clone(self);
        let asked = question.clone();
        let work = async move { app.analyse(asked).await };
        patiently(work, || self.analysis_progress(&question)).await
    }

    /// The same for a matrix.
    ///
    /// # Errors
    /// As [`App::coverage_matrix`].
    pub async fn coverage_matrix_patiently(
        self: &Arc<Self>,
        question: MatrixQuestion,
    ) -> Result<Arc<CoverageMatrix>, AppError> {
        let app = Arc::clone(self);
        let asked = question.clone();
        let work = async move { app.coverage_matrix(asked).await };
        patiently(work, || self.matrix_progress(&question)).await
    }
}

/// Waits a moment for work; leaves it going on for a while where that is not enough.
async fn patiently<T: Send + 'static>(
    work: impl Future<Output = Result<T, AppError>> + Send + 'static,
    progress: impl Fn() -> Progress,
) -> Result<T, AppError> {
    let mut work = Box::pin(work);
    if let Ok(done) = tokio::time::timeout(PATIENCE, &mut work).await {
        return done;
    }
    let progress = progress().progress;
    // Nobody reads what comes of it here: an answer is remembered, an error is told to who asks next.
    drop(tokio::spawn(tokio::time::timeout(LEASE, work)));
    Err(AnalysisError::UnderWay { progress }.into())
}
