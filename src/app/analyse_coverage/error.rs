//! What can go wrong in an analysis.

use super::question::QuestionFault;
use crate::coverage::{Cancelled, DemandError};

/// Why a question has no answer; cloned for all who asked it at once.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum AnalysisError {
    /// Parts of the question make no sense with these data; all of them are named.
    #[error("{}", join(.0))]
    Question(Vec<QuestionFault>),
    /// Distances overland are being prepared.
    #[error("distances overland are being prepared: {:.0} %", progress * 100.0)]
    Preparing {
        /// Share that is done, 0 to 1.
        progress: f64,
    },
    /// It takes longer than who asked wanted to wait; it goes on for a while.
    #[error("the answer is being worked on: {:.0} %", progress * 100.0)]
    UnderWay {
        /// Share that is done, 0 to 1.
        progress: f64,
    },
    /// Too many analyses wait already.
    #[error("too many analyses wait already")]
    Busy,
    /// Nobody waits for it any more.
    #[error("the analysis was cancelled")]
    Cancelled,
    /// The grid in the database makes no sense.
    #[error("{0}")]
    Demand(#[from] DemandError),
    /// A fault of the program.
    #[error("the analysis failed: {0}")]
    Broken(String),
}

impl From<Cancelled> for AnalysisError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

fn join(faults: &[QuestionFault]) -> String {
    let each = faults.iter().map(|fault| format!("{}: {}", fault.word, fault.detail));
    each.collect::<Vec<_>>().join("; ")
}
