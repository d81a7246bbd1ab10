//! Errors as answers: RFC 9457 problem documents (Nottingham, Wilde, Dalal, 2023).
//!
//! A [`Problem`] is made where the fault is found and travels as a response extension to the outermost layer
//! ([`super::layers::frame`]), which knows the request: machine interfaces get JSON, pages get HTML, and a
//! 5xx says nothing but its request id while its cause goes to the log, once.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use axum::body::Body;
use axum::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::domain::FieldErrors;

/// Media type of problem documents.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// One fault of the input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProblemError {
    /// Query parameter at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// JSON pointer (RFC 6901) to the field of the body at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Machine-readable code in `snake_case`; pages translate it.
    pub code: Cow<'static, str>,
    /// What is wrong and what to do, in English.
    pub detail: String,
}

impl ProblemError {
    /// A fault of a query parameter.
    #[must_use]
    pub fn parameter(
        name: impl Into<String>,
        code: impl Into<Cow<'static, str>>,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            parameter: Some(name.into()),
            pointer: None,
            code: code.into(),
            detail: detail.into(),
        }
    }

    /// A parameter that means nothing here.
    #[must_use]
    pub fn unknown(name: &str) -> Self {
        Self::parameter(name, "unknown", "is not a parameter of this resource")
    }
}

/// What went wrong, for people, machines and the log. Boxed, because it travels in every `Result`.
#[derive(Clone)]
pub struct Problem(Box<ProblemParts>);

/// The parts of a [`Problem`].
#[derive(Clone)]
pub struct ProblemParts {
    /// HTTP status.
    pub status: StatusCode,
    /// Machine-readable code in `snake_case` (`not_found`, `invalid_query` …); pages choose their words by it.
    pub code: &'static str,
    /// What is wrong and what to do, in English; empty for 5xx but 503.
    pub detail: String,
    /// Every fault of the input.
    pub errors: Vec<ProblemError>,
    /// Seconds after which to try again (429, 503).
    pub retry_after_s: Option<u32>,
    /// Methods that are allowed (405).
    pub allow: Option<HeaderValue>,
    /// Further members of the document (RFC 9457, section 3.2), such as what there is now where somebody was quicker.
    pub members: serde_json::Map<String, serde_json::Value>,
    /// What the log is told; never sent.
    cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl Problem {
    /// A problem with status, code and an explanation for whoever asked.
    #[must_use]
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self(Box::new(ProblemParts {
            status,
            code,
            detail: detail.into(),
            errors: Vec::new(),
            retry_after_s: None,
            allow: None,
            members: serde_json::Map::new(),
            cause: None,
        }))
    }

    /// 400 with every faulty query parameter.
    #[must_use]
    pub fn invalid_query(errors: Vec<ProblemError>) -> Self {
        let mut names: Vec<&str> = errors.iter().filter_map(|e| e.parameter.as_deref()).collect();
        names.dedup();
        let detail = format!("The query cannot be read; see errors for: {}.", names.join(", "));
        let mut problem = Self::new(StatusCode::BAD_REQUEST, "invalid_query", detail);
        problem.errors = errors;
        problem
    }

    /// 422 with every faulty field of a body.
    #[must_use]
    pub fn invalid_fields(faults: FieldErrors) -> Self {
        let errors = faults
            .0
            .into_iter()
            .map(|fault| ProblemError {
                parameter: None,
                pointer: Some(fault.pointer),
                code: fault.code.into(),
                detail: fault.detail,
            })
            .collect();
        let detail = "Some fields are not right; see errors.";
        let mut problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_fields", detail);
        problem.errors = errors;
        problem
    }

    /// 404 for a thing that is not there (or not public).
    #[must_use]
    pub fn not_found(what: impl fmt::Display) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", format!("There is no {what} here."))
    }

    /// 406: none of the representations is acceptable.
    #[must_use]
    pub fn not_acceptable(offered: &str) -> Self {
        let detail = format!("This resource exists as {offered}; ask for one of them (Accept, f).");
        Self::new(StatusCode::NOT_ACCEPTABLE, "not_acceptable", detail)
    }

    /// 500 whose cause goes to the log only.
    #[must_use]
    pub fn internal(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        let mut problem = Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "");
        problem.cause = Some(Arc::new(cause));
        problem
    }

    /// 500 with a cause in words, for the log only.
    #[must_use]
    pub fn broken(cause: impl Into<String>) -> Self {
        Self::internal(Cause(cause.into()))
    }

    /// 503 to try again after some seconds.
    #[must_use]
    pub fn busy(code: &'static str, retry_after_s: u32) -> Self {
        let mut problem = Self::new(StatusCode::SERVICE_UNAVAILABLE, code, "");
        problem.retry_after_s = Some(retry_after_s);
        problem
    }

    /// 429: the client has used up what it may ask for; to try again after some seconds.
    #[must_use]
    pub fn too_many_requests(retry_after_s: u32) -> Self {
        let detail = format!(
            "Too many requests of this kind have come from your address; try again in {retry_after_s} s."
        );
        let mut problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", detail);
        problem.retry_after_s = Some(retry_after_s);
        problem
    }

    /// A problem for a bare status that some library answered with.
    #[must_use]
    pub fn of_status(status: StatusCode) -> Self {
        let (code, detail) = match status.as_u16() {
            400 => ("bad_request", "The request cannot be read."),
            404 => ("not_found", "There is nothing at this address."),
            405 => ("method_not_allowed", "This method is not possible here; see Allow."),
            408 => ("request_timeout", "The request took too long to arrive."),
            413 => ("body_too_large", "The body is too large."),
            414 => ("uri_too_long", "The address is too long."),
            415 => ("unsupported_media_type", "The body has an unsupported media type."),
            500..=599 => ("internal", ""),
            _ => ("refused", "The request was refused."),
        };
        Self::new(status, code, detail)
    }

    /// What the log is told about it.
    #[must_use]
    pub fn cause(&self) -> Option<&(dyn std::error::Error + Send + Sync + 'static)> {
        self.cause.as_deref()
    }

    /// The title of its kind.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.status.canonical_reason().unwrap_or("Error")
    }

    /// The problem document (RFC 9457, section 3), with the request id where one is known.
    #[must_use]
    pub fn to_json(&self, request_id: Option<&str>) -> Vec<u8> {
        #[derive(Serialize)]
        struct Document<'a> {
            r#type: &'static str,
            title: &'static str,
            status: u16,
            code: &'static str,
            #[serde(skip_serializing_if = "str::is_empty")]
            detail: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            request_id: Option<&'a str>,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            errors: &'a [ProblemError],
            #[serde(flatten)]
            members: Option<&'a serde_json::Map<String, serde_json::Value>>,
        }
        // What is busy may say until when; what is broken says nothing.
        let silent =
            self.status.is_server_error() && self.status != StatusCode::SERVICE_UNAVAILABLE;
        let document = Document {
            r#type: "about:blank",
            title: self.title(),
            status: self.status.as_u16(),
            code: self.code,
            detail: if silent { "" } else { &self.detail },
            request_id,
            errors: if silent { &[] } else { &self.errors },
            members: (!silent).then_some(&self.members),
        };
        serde_json::to_vec(&document).unwrap_or_default()
    }

    /// The answer with the given body; sets status and the headers that belong to the problem.
    pub(super) fn respond(&self, content_type: HeaderValue, body: impl Into<Body>) -> Response {
        let mut response = Response::new(body.into());
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        headers.insert(CONTENT_TYPE, content_type);
        if let Some(seconds) = self.retry_after_s {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(allow) = &self.allow {
            headers.insert(ALLOW, allow.clone());
        }
        response.extensions_mut().insert(Arc::new(self.clone()));
        response
    }
}

impl std::ops::Deref for Problem {
    type Target = ProblemParts;

    fn deref(&self) -> &ProblemParts {
        &self.0
    }
}

impl std::ops::DerefMut for Problem {
    fn deref_mut(&mut self) -> &mut ProblemParts {
        &mut self.0
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = self.to_json(None);
        self.respond(HeaderValue::from_static(PROBLEM_JSON), body)
    }
}

impl From<FieldErrors> for Problem {
    fn from(faults: FieldErrors) -> Self {
        Self::invalid_fields(faults)
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem")
            .field("status", &self.status)
            .field("code", &self.code)
            .field("detail", &self.detail)
            .field("errors", &self.errors)
            .finish_non_exhaustive()
    }
}

/// A cause that is only words.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Cause(String);

/// Renders a problem as a page: problem, request id (to quote when asking for help).
pub type ErrorPage = fn(&crate::app::App, &Problem, &str) -> String;

/// The page of last resort: says what happened without any style; used when the pages cannot be rendered.
#[must_use]
pub fn plain_page(_: &crate::app::App, problem: &Problem, request_id: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{status} {title}</title>\
         <h1>{status} {title}</h1><p>{request_id}</p><p><a href=\"/\">/</a></p>",
        status = problem.status.as_u16(),
        title = problem.title(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_error_tells_nothing_but_its_request_id() {
        let problem = Problem::broken("password of the database is hunter2");
        let text = String::from_utf8(problem.to_json(Some("r-1"))).unwrap();
        assert!(text.contains("r-1"));
        assert!(!text.contains("hunter2"));
        assert_eq!(problem.cause().unwrap().to_string(), "password of the database is hunter2");
    }

    #[test]
    fn an_invalid_query_names_every_parameter() {
        let problem = Problem::invalid_query(vec![
            ProblemError::parameter("bbox", "not_a_number", "x"),
            ProblemError::parameter("limit", "too_small", "y"),
        ]);
        let text = String::from_utf8(problem.to_json(None)).unwrap();
        assert!(
            text.contains("\"parameter\":\"bbox\"") && text.contains("\"parameter\":\"limit\"")
        );
        assert_eq!(problem.status, StatusCode::BAD_REQUEST);
    }
}
