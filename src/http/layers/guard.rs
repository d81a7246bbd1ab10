//! Limits of size, number and time.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_LENGTH;
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::Semaphore;

use super::Limits;
use super::client::Client;
use super::writers::Writers;
use crate::http::problem::{Problem, ProblemError};

/// Seconds after which a refused client should come back.
pub(super) const RETRY_AFTER_S: u32 = 2;

/// The limits and the places that are free.
#[derive(Debug)]
pub(in crate::http) struct Guard {
    limits: Limits,
    /// For requests that only read.
    places: Semaphore,
    /// For all others: a body may take its time to arrive, and readers must not wait for it.
    writers: Writers,
}

impl Guard {
    pub(in crate::http) fn new(limits: Limits) -> Self {
        let writers = Writers::new(limits.max_writes, limits.writes_per_client);
        Self { limits, places: Semaphore::new(limits.max_concurrent), writers }
    }

    /// Refuses what is too large before anything reads it.
    fn check(&self, request: &Request) -> Result<(), Problem> {
        let query = request.uri().query().unwrap_or_default();
        if query.len() > self.limits.max_query_bytes {
            let max = self.limits.max_query_bytes;
            // The longest parameter is most likely the one that was not meant to be so long.
            let longest = query.split('&').max_by_key(|pair| pair.len()).unwrap_or_default();
            let name: String =
                longest.split('=').next().unwrap_or_default().chars().take(64).collect();
            let detail = format!("The query has {} bytes; at most {max} are read.", query.len());
            let mut problem =
                Problem::new(StatusCode::URI_TOO_LONG, "uri_too_long", detail.clone());
            problem.errors.push(ProblemError::parameter(name, "too_long", detail));
            return Err(problem);
        }
        let headers: usize =
            request.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
        if headers > self.limits.max_header_bytes {
            let max = self.limits.max_header_bytes;
            let detail = format!("The headers have {headers} bytes; at most {max} are read.");
            let status = StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE;
            return Err(Problem::new(status, "headers_too_large", detail));
        }
        let length = request.headers().get(CONTENT_LENGTH).and_then(|v| v.to_str().ok());
        if length.and_then(|v| v.parse::<u64>().ok()) > Some(self.limits.max_body_bytes) {
            return Err(Problem::of_status(StatusCode::PAYLOAD_TOO_LARGE));
        }
        Ok(())
    }

    /// The answer, unless it takes too long.
    async fn in_time(&self, answer: impl Future<Output = Response>) -> Result<Response, Problem> {
        tokio::time::timeout(self.limits.timeout, answer)
            .await
            .map_err(|_elapsed| Problem::busy("timeout", RETRY_AFTER_S))
    }
}

/// Lets a request in if it fits, a place is free, and ends it when it takes too long.
pub(in crate::http) async fn guard(
    State(guard): State<Arc<Guard>>,
    mut request: Request,
    next: Next,
) -> Result<Response, Problem> {
    guard.check(&request)?;
    let proxies = guard.limits.trusted_proxies;
    let client = Client::of_request(request.extensions(), request.headers(), proxies);
    request.extensions_mut().insert(client);
    if request.method().is_safe() {
        let _place = guard.places.try_acquire().map_err(|_full| overloaded())?;
        return guard.in_time(next.run(request)).await;
    }
    let _place = guard.writers.enter(client)?;
    guard.in_time(next.run(request)).await
}

/// 503: all places are taken.
pub(super) fn overloaded() -> Problem {
    Problem::busy("overloaded", RETRY_AFTER_S)
}
