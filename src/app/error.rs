//! What can go wrong in a use case: every error of the rooms below, by name.

use super::RandomError;
use super::analyse_coverage::AnalysisError;
use crate::domain::{Denied, FieldErrors, InvalidTransition};
use crate::exchange::ImportErrors;
use crate::spatial::GeometryError;
use crate::store::DatabaseError;

/// An error of a use case; whoever answers people matches every variant, without a catch-all.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// Fields of the input are faulty; all of them are named.
    #[error("{0}")]
    Invalid(#[from] FieldErrors),
    /// Nothing is wrong, but some of it is doubtful; saved only once the author stands by it (codes acknowledged).
    #[error("{0}")]
    Doubtful(FieldErrors),
    /// The key of the request belongs to another request.
    #[error("the key of the request was used for another request")]
    KeyReused,
    /// The life cycle has no such step.
    #[error("{0}")]
    Transition(#[from] InvalidTransition),
    /// The actor may not do this.
    #[error("{0}")]
    Denied(#[from] Denied),
    /// Geometries are faulty; all of them are named.
    #[error("{}", join(.0))]
    Geometry(Vec<GeometryError>),
    /// Files are faulty; every fault is named, and nothing was loaded.
    #[error("{0}")]
    Import(#[from] ImportErrors),
    /// A question has no answer, or not now.
    #[error("{0}")]
    Analysis(#[from] AnalysisError),
    /// Too many attempts; to try again after some seconds.
    #[error("too many attempts; try again in {retry_after_s} s")]
    Throttled {
        /// Seconds to wait.
        retry_after_s: u32,
    },
    /// Too many wait already.
    #[error("too many sign-ins at once; try again")]
    Overloaded,
    /// A password or code could not be computed.
    #[error("computing a secret failed: {0}")]
    Hashing(String),
    /// There is no randomness to make secrets of.
    #[error("{0}")]
    Random(#[from] RandomError),
    /// The database failed or refused.
    #[error("{0}")]
    Database(#[from] DatabaseError),
}

impl From<Vec<GeometryError>> for AppError {
    fn from(faults: Vec<GeometryError>) -> Self {
        Self::Geometry(faults)
    }
}

fn join(faults: &[GeometryError]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// An error with all its causes, for the log: `what: why: why`.
#[must_use]
pub fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let words = inner.to_string();
        // A transparent wrapper would say the same twice.
        if !text.ends_with(&words) {
            text.push_str(": ");
            text.push_str(&words);
        }
        cause = inner.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_with_its_causes_and_nothing_twice() {
        let cause = std::io::Error::other("disk on fire");
        let error = DatabaseError::Failed { what: "reading the feed", source: Box::new(cause) };
        assert_eq!(
            with_causes(&AppError::from(error)),
            "reading the feed: the database failed: disk on fire"
        );
    }
}
