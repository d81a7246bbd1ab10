//! Which representation is wanted, and how it is answered.

use std::sync::{Arc, LazyLock};

use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT, CONTENT_TYPE, ETAG, VARY};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::http::assets::CURRENT;
use crate::http::extract::IfNoneMatch;
use crate::http::links::{Base, Link};
use crate::http::params::{Pair, decode_strict, encode};
use crate::http::problem::{Problem, ProblemError};

/// Media types of the answers.
pub(super) mod media {
    pub(in crate::http::api) const JSON: &str = "application/json";
    pub(in crate::http::api) const GEOJSON: &str = "application/geo+json";
    pub(in crate::http::api) const SCHEMA: &str = "application/schema+json";
    pub(in crate::http::api) const OPENAPI: &str = "application/vnd.oai.openapi+json;version=3.0";
    pub(in crate::http::api) const HTML: &str = "text/html";
}

/// A representation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Html,
}

impl Format {
    /// The value of `f`.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Html => "html",
        }
    }

    /// Reads the value of `f`.
    pub(super) fn parse(value: &str) -> Result<Self, ProblemError> {
        [Self::Json, Self::Html]
            .into_iter()
            .find(|f| f.as_str() == value)
            .ok_or_else(|| ProblemError::parameter("f", "not_one_of", "is not one of json, html"))
    }
}

/// What every resource wants to know of its request.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) base: Base,
    pub(super) path: String,
    pub(super) query: String,
    accept: Option<String>,
    have: IfNoneMatch,
}

impl FromRequestParts<Arc<App>> for Asked {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        let accepted: Vec<&str> =
            parts.headers.get_all(ACCEPT).iter().filter_map(|v| v.to_str().ok()).collect();
        let accept = (!accepted.is_empty()).then(|| accepted.join(","));
        Ok(Self {
            path: parts.uri.path().trim_end_matches('/').to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            accept,
            base: Base::from_request_parts(parts, app).await?,
            have: IfNoneMatch::from_request_parts(parts, app).await?,
        })
    }
}

impl Asked {
    /// The representation of a resource that knows no parameter but `f`.
    pub(super) fn only_format(&self) -> Result<Format, Problem> {
        let (pairs, mut faults) = decode_strict(&self.query);
        let mut wanted = None;
        for (name, value) in &pairs {
            if name == "f" {
                match Format::parse(value) {
                    Ok(format) => wanted = Some(format),
                    Err(fault) => faults.push(fault),
                }
            } else {
                faults.push(ProblemError::unknown(name));
            }
        }
        if !faults.is_empty() {
            return Err(Problem::invalid_query(faults));
        }
        self.format(wanted)
    }

    /// What the client says it takes; `None` = anything.
    pub(super) fn accept(&self) -> Option<&str> {
        self.accept.as_deref()
    }

    /// `f` if it was given, else what `Accept` likes best (RFC 9110, 12.5.1).
    pub(super) fn format(&self, wanted: Option<Format>) -> Result<Format, Problem> {
        match (wanted, &self.accept) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(Format::Json),
            (None, Some(accept)) => {
                preferred(accept).ok_or_else(|| Problem::not_acceptable("JSON and HTML"))
            }
        }
    }

    /// The address of the answer in a representation, the other parameters kept.
    pub(super) fn address(&self, format: Format) -> String {
        let (pairs, _) = decode_strict(&self.query);
        self.address_with(&pairs, &[("f", format.as_str())])
    }

    /// The address of this resource with some parameters put in or exchanged.
    pub(super) fn address_with(&self, pairs: &[Pair], new: &[(&str, &str)]) -> String {
        let kept = pairs
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .filter(|(name, _)| !new.iter().any(|(n, _)| n == name));
        let query = encode(kept.chain(new.iter().copied()));
        self.base.url(&format!("{}?{query}", self.path))
    }

    /// Links to itself and to the other representation.
    pub(super) fn self_links(&self, format: Format, json: &'static str) -> Vec<Link> {
        self.self_links_of(&decode_strict(&self.query).0, format, json)
    }

    /// The same where the parameters are decoded already.
    pub(super) fn self_links_of(
        &self,
        pairs: &[Pair],
        format: Format,
        json: &'static str,
    ) -> Vec<Link> {
        let link = |rel, f: Format| {
            let (media_type, title) = match f {
                Format::Json => (json, "This document as JSON"),
                Format::Html => (media::HTML, "This document as HTML"),
            };
            let address = self.address_with(pairs, &[("f", f.as_str())]);
            Link::new(address, rel, media_type).titled(title)
        };
        let other = if format == Format::Json { Format::Html } else { Format::Json };
        vec![link("self", format), link("alternate", other)]
    }

    /// 304 if the client has this state.
    pub(super) fn not_modified(&self, etag: &str) -> Option<Response> {
        self.have.has(etag).then(|| with_tag(StatusCode::NOT_MODIFIED.into_response(), etag))
    }
}

/// An answer with its media type and entity tag.
pub(super) fn answer(body: impl Into<Body>, media_type: &'static str, etag: &str) -> Response {
    let mut response = Response::new(body.into());
    let media_type =
        if media_type == media::HTML { "text/html; charset=utf-8" } else { media_type };
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    with_tag(response, etag)
}

fn with_tag(mut response: Response, etag: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(etag) {
        response.headers_mut().insert(ETAG, value);
    }
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept"));
    response
}

/// Tells two builds apart, whose pages load other style sheets for the same data.
static BUILD: LazyLock<String> = LazyLock::new(|| {
    let seen = Sha256::digest(CURRENT.names().css.as_bytes());
    let hash = seen.iter().take(4).fold(0_u32, |hash, byte| hash << 8 | u32::from(*byte));
    format!("{}-{hash:x}", env!("CARGO_PKG_VERSION"))
});

/// A weak entity tag: compression may change the bytes but not the meaning.
pub(super) fn tag(parts: &[&str]) -> String {
    format!("W/\"{}-{}\"", parts.join("-"), *BUILD)
}

/// The representation a list of media ranges likes best; `None` if it accepts neither.
fn preferred(accept: &str) -> Option<Format> {
    let mut best: Option<(f32, Format)> = None;
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let essence = parts.next().unwrap_or_default().to_ascii_lowercase();
        let weight = parts.find_map(|p| p.strip_prefix("q=")?.parse().ok()).unwrap_or(1.0_f32);
        let format = match essence.as_str() {
            "text/html" | "application/xhtml+xml" | "text/*" => Format::Html,
            "application/json"
            | "application/geo+json"
            | "application/schema+json"
            | "application/vnd.oai.openapi+json"
            | "application/problem+json"
            | "application/*"
            | "*/*" => Format::Json,
            _ => continue,
        };
        if weight > 0.0 && best.is_none_or(|(known, _)| weight > known) {
            best = Some((weight, format));
        }
    }
    best.map(|(_, format)| format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_range_wins_and_the_first_among_equals() {
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        assert_eq!(preferred(browser), Some(Format::Html));
        assert_eq!(preferred("application/geo+json, text/html"), Some(Format::Json));
        assert_eq!(preferred("text/html;q=0.5, application/json;q=0.6"), Some(Format::Json));
        assert_eq!(preferred("*/*"), Some(Format::Json));
        assert_eq!(preferred("image/png"), None);
        assert_eq!(preferred("text/html;q=0"), None);
    }
}
