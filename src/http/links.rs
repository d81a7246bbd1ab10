//! Addresses of this server and links between its resources (RFC 8288).

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use axum::http::request::Parts;
use serde::Serialize;

use crate::app::App;

/// The public address of this server without a trailing slash, for absolute links.
///
/// It is the configured base URL, else `http://` and the host of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(pub String);

impl FromRequestParts<Arc<App>> for Base {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        if let Some(base) = &app.settings.base_url {
            return Ok(Self(base.trim_end_matches('/').to_owned()));
        }
        Ok(Self::of_host(&parts.headers))
    }
}

tokio::task_local! {
    static ASKED_AT: Base;
}

/// Answers a request so that pages know the address they were asked for at.
pub(super) async fn asked_at<T>(headers: &HeaderMap, answer: impl Future<Output = T>) -> T {
    ASKED_AT.scope(Base::of_host(headers), answer).await
}

/// The same future, answering at the address of this request wherever it runs.
pub(super) fn carried<F: Future>(work: F) -> impl Future<Output = F::Output> {
    ASKED_AT.scope(Base::of_request(""), work)
}

impl Base {
    /// What the host of a request tells; `http://localhost` where it tells none.
    fn of_host(headers: &HeaderMap) -> Self {
        let host = headers.get(HOST).and_then(|v| v.to_str().ok());
        // A host goes into links and pages: only what a host may consist of is taken over.
        let allowed =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        let host = host.filter(|h| !h.is_empty() && h.len() <= 255 && h.chars().all(allowed));
        Self(format!("http://{}", host.unwrap_or("localhost")))
    }

    /// The address of the request that is being answered, for whom the settings name none (`configured` is empty).
    pub(super) fn of_request(configured: &str) -> Self {
        if !configured.is_empty() {
            return Self(configured.to_owned());
        }
        ASKED_AT.try_with(Self::clone).unwrap_or_else(|_| Self::of_host(&HeaderMap::new()))
    }

    /// The absolute address of a path that begins with a slash.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

/// A typed link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Target.
    pub href: String,
    /// Relation (IANA register or the URI of an OGC relation).
    pub rel: &'static str,
    /// Media type of the target.
    #[serde(rename = "type")]
    pub media_type: &'static str,
    /// Title for people.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub title: &'static str,
}

impl Link {
    /// A link without a title.
    #[must_use]
    pub fn new(href: String, rel: &'static str, media_type: &'static str) -> Self {
        Self { href, rel, media_type, title: "" }
    }

    /// The same link with a title.
    #[must_use]
    pub fn titled(mut self, title: &'static str) -> Self {
        self.title = title;
        self
    }
}
