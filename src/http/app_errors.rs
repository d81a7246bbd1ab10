//! Errors of use cases as problems: one exhaustive match, so that a new error cannot be forgotten.

use axum::http::StatusCode;

use super::problem::{Problem, ProblemError};
use crate::app::{AnalysisError, AppError, DatabaseError, QuestionFault};
use crate::domain::{FieldError, FieldErrors};

/// Seconds after which a busy database is worth another try.
const BUSY_S: u32 = 1;
/// Seconds after which to ask again while something is being prepared.
const PREPARING_S: u32 = 5;

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Invalid(faults) => Self::invalid_fields(faults),
            AppError::Geometry(faults) => {
                let fields = faults.iter().map(|fault| {
                    let spot = fault.spot.pointer.clone();
                    FieldError::new(spot, fault.fault.code(), fault.fault.to_string())
                });
                Self::invalid_fields(FieldErrors(fields.collect()))
            }
            AppError::Import(faults) => {
                let mut problem = Self::invalid_fields(FieldErrors::default());
                problem.errors = faults
                    .0
                    .into_iter()
                    .map(|fault| ProblemError {
                        parameter: None,
                        detail: fault.to_string(),
                        pointer: fault.column,
                        code: fault.code.into(),
                    })
                    .collect();
                problem
            }
            AppError::Doubtful(doubts) => {
                let mut problem = Self::invalid_fields(doubts);
                problem.code = "acknowledge";
                "Some of it is doubtful; correct it, or send it again and acknowledge the codes."
                    .clone_into(&mut problem.detail);
                problem
            }
            AppError::KeyReused => {
                let detail = "This Idempotency-Key was used for another request; choose a new one.";
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "key_reused", detail)
            }
            AppError::Transition(step) => {
                Self::new(StatusCode::CONFLICT, "invalid_transition", step.to_string())
            }
            AppError::Denied(denied) => Self::new(StatusCode::FORBIDDEN, "denied", denied.reason),
            AppError::Analysis(error) => of_analysis(error),
            AppError::Throttled { retry_after_s } => Self::too_many_requests(retry_after_s),
            AppError::Overloaded => Self::busy("overloaded", BUSY_S),
            AppError::Hashing(_) | AppError::Random(_) => Self::internal(error),
            AppError::Database(error) => of_database(error),
        }
    }
}

fn of_analysis(error: AnalysisError) -> Problem {
    match error {
        AnalysisError::Question(faults) => {
            Problem::invalid_query(faults.into_iter().map(of_question).collect())
        }
        AnalysisError::Preparing { progress } => {
            let mut problem = Problem::busy("preparing", PREPARING_S);
            problem.detail =
                format!("Distances overland are being prepared: {:.0} %.", progress * 100.0);
            problem
        }
        AnalysisError::UnderWay { progress } => {
            let mut problem = Problem::busy("under_way", BUSY_S);
            problem.detail = format!("The answer is being worked on: {:.0} %.", progress * 100.0);
            problem
        }
        AnalysisError::Busy => Problem::busy("overloaded", BUSY_S),
        // Who waits for the answer of a cancelled analysis came in the moment it was given up: worth another try.
        AnalysisError::Cancelled => Problem::busy("cancelled", BUSY_S),
        AnalysisError::Demand(_) | AnalysisError::Broken(_) => Problem::internal(error),
    }
}

/// A part of a question that makes no sense, as a fault of its query parameter.
pub(super) fn of_question(fault: QuestionFault) -> ProblemError {
    let detail = match fault.index {
        None => fault.detail,
        Some(at) => format!("value {}: {}", at + 1, fault.detail),
    };
    ProblemError::parameter(fault.word, fault.code, detail)
}

fn of_database(error: DatabaseError) -> Problem {
    match error {
        DatabaseError::Busy { .. } => Problem::busy("database_busy", BUSY_S),
        DatabaseError::Conflict { found: None, .. } => Problem::not_found("such record"),
        DatabaseError::Conflict { found: Some(version), .. } => {
            let detail = format!("Somebody has changed it meanwhile; it is at version {version}.");
            Problem::new(StatusCode::PRECONDITION_FAILED, "version_conflict", detail)
        }
        DatabaseError::Duplicate { .. } => {
            Problem::new(StatusCode::CONFLICT, "duplicate", "There is already such a record.")
        }
        DatabaseError::UnknownReference { .. } => {
            let detail = "It refers to a record that is not there.";
            Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "unknown_reference", detail)
        }
        DatabaseError::Nul { .. } | DatabaseError::Unstorable { .. } => {
            Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "unstorable", error.to_string())
        }
        // What our own validation should have caught, and what only an operator can mend.
        DatabaseError::NotAllowed { .. }
        | DatabaseError::Address { .. }
        | DatabaseError::Unreachable { .. }
        | DatabaseError::NotADatabase { .. }
        | DatabaseError::ForeignDatabase { .. }
        | DatabaseError::NewerSchema { .. }
        | DatabaseError::AlteredSchema { .. }
        | DatabaseError::Inconsistency { .. }
        | DatabaseError::Full { .. }
        | DatabaseError::Damaged { .. }
        | DatabaseError::Failed { .. } => Problem::internal(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Denied, InvalidTransition};

    #[test]
    fn each_error_gets_the_status_that_tells_what_to_do() {
        let status = |error: AppError| Problem::from(error).status.as_u16();
        let invalid = FieldErrors(vec![FieldError::new("/name", "length", "x")]);
        assert_eq!(status(invalid.into()), 422);
        assert_eq!(status(Denied { reason: "x" }.into()), 403);
        let step = InvalidTransition { noun: "listing", from: "a", to: "b" };
        assert_eq!(status(step.into()), 409);
        assert_eq!(status(DatabaseError::Busy { what: "x" }.into()), 503);
        assert_eq!(status(DatabaseError::Full { what: "x" }.into()), 500);
        let twice = DatabaseError::Duplicate { what: "x", constraint: "y".into() };
        assert_eq!(status(twice.into()), 409);
    }

    #[test]
    fn what_only_an_operator_can_mend_goes_to_the_log_alone() {
        let problem = Problem::from(AppError::from(DatabaseError::Damaged { what: "reading" }));
        assert!(problem.detail.is_empty());
        assert!(problem.cause().unwrap().to_string().contains("damaged"));
    }
}
