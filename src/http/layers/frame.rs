//! The outermost layer: request id, log, figures, security headers and the form of errors.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use percent_encoding::percent_decode_str;

use super::headers;
use crate::app::App;
use crate::http::metrics::Metrics;
use crate::http::problem::{ErrorPage, PROBLEM_JSON, Problem};

static X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Names a request in the log and towards whoever asks for help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(pub Arc<str>);

/// What the outermost layer needs.
pub(in crate::http) struct Frame {
    app: Arc<App>,
    metrics: Arc<Metrics>,
    error_page: ErrorPage,
    https: bool,
    /// Start of this process in hexadecimal milliseconds: ids of two runs never meet.
    run: String,
    counter: AtomicU64,
}

impl Frame {
    pub(in crate::http) fn new(
        app: Arc<App>,
        metrics: Arc<Metrics>,
        error_page: ErrorPage,
    ) -> Self {
        let https = app.settings.base_url.as_deref().is_some_and(|url| url.starts_with("https:"));
        let run = format!("{:x}", app.clock.now().timestamp_millis());
        Self { app, metrics, error_page, https, run, counter: AtomicU64::new(1) }
    }

    /// The id a proxy has given, if it is harmless; else a new one.
    fn request_id(&self, headers: &HeaderMap) -> RequestId {
        let given = headers.get(&X_REQUEST_ID).and_then(|v| v.to_str().ok()).filter(|id| {
            let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
            (1..=64).contains(&id.len()) && id.bytes().all(plain)
        });
        if let Some(given) = given {
            return RequestId(given.into());
        }
        let mut id = String::with_capacity(24);
        let _ = write!(id, "{}-{:x}", self.run, self.counter.fetch_add(1, Ordering::Relaxed));
        RequestId(id.into())
    }

    /// Gives errors the form that fits the address, and tells the log the cause.
    fn finish(&self, response: Response, path: &str, told: &str, id: &RequestId) -> Response {
        if !(response.status().is_client_error() || response.status().is_server_error()) {
            return response;
        }
        let problem = match response.extensions().get::<Arc<Problem>>() {
            Some(problem) => Problem::clone(problem),
            None if is_bare(&response) => {
                let allow = response.headers().get(ALLOW).cloned();
                let mut problem = Problem::of_status(response.status());
                problem.allow = allow;
                problem
            }
            None => return response,
        };
        if problem.status.is_server_error() {
            log_cause(&problem, told, id);
        }
        let kept = response.headers().get(CACHE_CONTROL).cloned();
        let mut answer = if headers::is_machine(path) {
            let json = HeaderValue::from_static(PROBLEM_JSON);
            problem.respond(json, problem.to_json(Some(&id.0)))
        } else {
            let html = HeaderValue::from_static("text/html; charset=utf-8");
            problem.respond(html, (self.error_page)(&self.app, &problem, &id.0))
        };
        let cache = kept.unwrap_or(HeaderValue::from_static("no-store"));
        answer.headers_mut().insert(CACHE_CONTROL, cache);
        answer
    }
}

/// Whether nobody has given the error a body that is meant for the reader.
fn is_bare(response: &Response) -> bool {
    response
        .headers()
        .get(CONTENT_TYPE)
        .is_none_or(|value| value.as_bytes().starts_with(b"text/plain"))
}

/// The cause with all that caused it, once.
fn log_cause(problem: &Problem, path: &str, id: &RequestId) {
    let mut words = String::new();
    let mut next = problem.cause().map(|c| c as &dyn std::error::Error);
    while let Some(cause) = next {
        let _ = write!(words, "{}{cause}", if words.is_empty() { "" } else { ": " });
        next = cause.source();
    }
    let code = problem.code;
    if words.is_empty() {
        // Refused for load or time: nothing is broken. What is still being prepared, or was given up by who asked,
        // is the usual way of things.
        if is_usual(code) {
            tracing::info!(request_id = %id.0, path, code, "the request was turned away");
        } else {
            tracing::warn!(request_id = %id.0, path, code, "the request was turned away");
        }
    } else {
        tracing::error!(request_id = %id.0, path, code, cause = words, "the request failed");
    }
}

/// Whether the log takes it calmly: what a tile source does is told once, where it begins.
fn is_usual(code: &str) -> bool {
    let tiles = matches!(code, "tile_source_failed" | "tile_source_slow");
    tiles || matches!(code, "preparing" | "under_way" | "cancelled")
}

/// Wraps every request.
pub(in crate::http) async fn frame(
    State(frame): State<Arc<Frame>>,
    mut request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let id = frame.request_id(request.headers());
    request.extensions_mut().insert(id.clone());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    // Where the address itself is a secret, the log is told the pattern.
    let secret = route.as_ref().filter(|route| route.as_str().contains("{token}"));
    let path = secret.map_or_else(|| request.uri().path(), MatchedPath::as_str).to_owned();

    let response = next.run(request).await;
    let pattern = route.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
    let told = told_path(pattern, &path);
    let mut response = frame.finish(response, &path, told, &id);
    headers::add(response.headers_mut(), &path, frame.https);
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert(X_REQUEST_ID.clone(), value);
    }
    frame.record(&method, pattern, told, response.status(), started.elapsed(), &id);
    response
}

/// Pattern of an address that none of our routes has.
const NO_ROUTE: &str = "none";

/// The routes with a secret in their address.
const SECRET: [&str; 6] = [
    "/bestaetigen/{token}",
    "/einladung/{token}",
    "/konto/e-mail/{token}",
    "/konto/einspruch/{token}",
    "/passwort/neu/{token}",
    "/vorschlag/antwort/{token}",
];

/// What the log is told of a path: whoever holds an address with a secret in it may act, so the secret is left out; and
/// where somebody looks on a map is nobody's business.
fn told_path<'a>(pattern: &'a str, path: &'a str) -> &'a str {
    if pattern.contains("{token}") || pattern.contains("{z}") {
        return pattern;
    }
    // A mistyped or cut address (`/einladung/…/`) has no route, and its secret is as good as before.
    let meant = if pattern == NO_ROUTE { meant_for(path) } else { None };
    meant.unwrap_or(path)
}

/// The route with a secret that a path without a route looks like, however it is written and wherever it begins.
fn meant_for(path: &str) -> Option<&'static str> {
    let plain = percent_decode_str(path).decode_utf8_lossy().to_lowercase();
    let words: Vec<&str> = plain.split(['/', '\\']).filter(|word| !word.is_empty()).collect();
    SECRET.into_iter().find(|route| {
        let root: Vec<&str> =
            route.split('/').filter(|word| !word.is_empty() && *word != "{token}").collect();
        // One more word than the root has: something stands where the secret does.
        words.windows(root.len() + 1).any(|found| found.starts_with(&root))
    })
}

impl Frame {
    /// One line for the log (never the query: it holds what people search for) and the figures.
    fn record(
        &self,
        method: &Method,
        route: &str,
        path: &str,
        status: StatusCode,
        took: Duration,
        id: &RequestId,
    ) {
        self.metrics.observe(method, route, status, took);
        let duration_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let status = status.as_u16();
        tracing::info!(request_id = %id.0, %method, path, status, duration_us, "request");
    }
}

#[cfg(test)]
mod tests {
    use super::{NO_ROUTE, SECRET, told_path};

    #[test]
    fn a_secret_in_an_address_is_not_told_to_the_log() {
        let pattern = "/vorschlag/antwort/{token}";
        assert_eq!(told_path(pattern, "/vorschlag/antwort/abc"), pattern);
        let tile = "/_/map/tiles/{z}/{x}/{y}";
        assert_eq!(told_path(tile, "/_/map/tiles/14/8600/5712"), tile);
        assert_eq!(told_path("/angebote/{id}", "/angebote/1"), "/angebote/1");
    }

    #[test]
    fn a_secret_in_an_address_that_is_mistyped_is_not_told_to_the_log_either() {
        for (path, told) in [
            ("/einladung/abc/", "/einladung/{token}"),
            ("/einladung/abc/x", "/einladung/{token}"),
            ("//einladung//abc", "/einladung/{token}"),
            ("/Einladung/abc", "/einladung/{token}"),
            ("/einladung%2Fabc", "/einladung/{token}"),
            ("/e%69nladung/abc", "/einladung/{token}"),
            ("/xx/passwort/neu/abc", "/passwort/neu/{token}"),
            ("/konto/e-mail/abc/", "/konto/e-mail/{token}"),
            ("/konto/einspruch/abc)", "/konto/einspruch/{token}"),
            ("/vorschlag/antwort/abc.", "/vorschlag/antwort/{token}"),
            ("/bestaetigen/abc/", "/bestaetigen/{token}"),
            ("/einladung/", "/einladung/"),
            ("/no/such/page", "/no/such/page"),
        ] {
            assert_eq!(told_path(NO_ROUTE, path), told, "{path}");
        }
        let cancel = "/konto/e-mail/abbrechen";
        assert_eq!(told_path(cancel, cancel), cancel, "a route of its own holds no secret");
    }

    /// The patterns with a token that stand in the sources of a folder.
    fn patterns(folder: &std::path::Path, found: &mut std::collections::BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                patterns(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let words = text.split('"').filter(|word| word.starts_with('/'));
                let secret = words.filter(|word| word.ends_with("/{token}"));
                found.extend(secret.map(str::to_owned));
            }
        }
    }

    #[test]
    fn every_route_with_a_secret_is_known_to_the_log() {
        let mut found = std::collections::BTreeSet::new();
        patterns(std::path::Path::new("src/http/pages"), &mut found);
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), SECRET);
    }
}
