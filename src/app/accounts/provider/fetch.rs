//! Asks the provider over HTTP: with an end to patience and size, protected, without redirects.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use tokio::sync::{OnceCell, Semaphore};
use ureq::Agent;
use ureq::http::header::CONTENT_TYPE;
use ureq::http::{Method, Response};
use url::{Host, Url};

use crate::app::trust::machine_trust;

/// Longest time for one answer.
const PATIENCE: Duration = Duration::from_secs(8);
/// Longest answer; the keys of a large provider take some tens of KiB.
const LONGEST: u64 = 512 * 1024;
/// Most questions at the same time: each holds a thread while it waits.
const AT_ONCE: usize = 16;
const NAME: &str = concat!("Sozialatlas/", env!("CARGO_PKG_VERSION"), " (sign-in)");

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum FetchError {
    /// The address is neither https nor this machine.
    #[error("the address is not protected by https")]
    Unprotected,
    /// Too many ask already.
    #[error("too many sign-ins wait for the provider")]
    Busy,
    /// The network, the certificate, or the answer.
    #[error("{0}")]
    Failed(String),
}

/// The HTTP client. It is made when it is first needed: reading the certificates of the machine takes a while.
pub(super) struct Fetcher {
    agent: OnceCell<Agent>,
    places: Arc<Semaphore>,
}

/// Whether what is sent there can be read by nobody on the way: https, or within this machine.
pub(super) fn is_protected(url: &Url) -> bool {
    let here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && here)
}

fn agent() -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .user_agent(NAME)
        .proxy(None)
        .max_idle_connections(0)
        .tls_config(machine_trust())
        .build();
    Agent::new_with_config(config)
}

impl Fetcher {
    pub(super) fn new() -> Self {
        Self { agent: OnceCell::new(), places: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Asks once, on a thread that may wait.
    pub(super) async fn fetch(&self, request: HttpRequest) -> Result<HttpResponse, FetchError> {
        let url = Url::parse(&request.uri().to_string());
        if !url.is_ok_and(|url| is_protected(&url)) {
            return Err(FetchError::Unprotected);
        }
        let place = Arc::clone(&self.places).try_acquire_owned();
        let place = place.map_err(|_full| FetchError::Busy)?;
        let failed = |error: tokio::task::JoinError| FetchError::Failed(error.to_string());
        let make = || async { tokio::task::spawn_blocking(agent).await.map_err(failed) };
        let agent = self.agent.get_or_try_init(make).await?.clone();
        // The place goes with the work: who no longer waits for the answer does not make room for another one.
        let work = move || {
            let answer = ask(&agent, &request);
            drop(place);
            answer
        };
        tokio::task::spawn_blocking(work).await.map_err(failed)?
    }
}

impl<'c> AsyncHttpClient<'c> for Fetcher {
    type Error = FetchError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, FetchError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.fetch(request))
    }
}

fn ask(agent: &Agent, request: &HttpRequest) -> Result<HttpResponse, FetchError> {
    let failed = |error: ureq::Error| FetchError::Failed(error.to_string());
    let uri = request.uri();
    let answer = if request.method() == Method::POST {
        let mut asked = agent.post(uri);
        for (name, value) in request.headers() {
            asked = asked.header(name, value);
        }
        asked.send(request.body())
    } else {
        let mut asked = agent.get(uri);
        for (name, value) in request.headers() {
            asked = asked.header(name, value);
        }
        asked.call()
    };
    let (parts, mut body) = answer.map_err(failed)?.into_parts();
    let bytes = body.with_config().limit(LONGEST).read_to_vec().map_err(failed)?;
    let mut answer = Response::builder().status(parts.status);
    if let Some(kind) = parts.headers.get(CONTENT_TYPE) {
        answer = answer.header(CONTENT_TYPE, kind);
    }
    answer.body(bytes).map_err(|error| FetchError::Failed(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_and_this_machine_are_protected() {
        let of = |text: &str| is_protected(&Url::parse(text).unwrap());
        for fine in
            ["https://a.example/x", "http://127.0.0.1:1/", "http://[::1]/", "http://localhost:3000"]
        {
            assert!(of(fine), "{fine}");
        }
        for open in
            ["http://a.example", "http://10.0.0.1", "http://localhost.a.example", "ftp://127.0.0.1"]
        {
            assert!(!of(open), "{open}");
        }
    }

    #[tokio::test]
    async fn nothing_is_asked_over_a_plain_connection() {
        let request = ureq::http::Request::get("http://a.example/").body(Vec::new()).unwrap();
        assert_eq!(Fetcher::new().fetch(request).await.unwrap_err(), FetchError::Unprotected);
    }
}
