//! Extractors whose every rejection is a [`Problem`].

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::problem::Problem;
use crate::domain::hex;

/// Largest JSON body in bytes.
pub const MAX_BODY_BYTES: usize = 1 << 20;

/// A JSON body in (media type checked, unknown fields as the type says), or a JSON answer out.
#[derive(Debug, Clone, Copy)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let media_type = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok());
        let essence = media_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !(essence.eq_ignore_ascii_case("application/json") || essence.ends_with("+json")) {
            let detail = "The body must be application/json.";
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(Problem::new(status, "unsupported_media_type", detail));
        }
        let body = axum::body::to_bytes(request.into_body(), MAX_BODY_BYTES).await.map_err(
            |_cut_off| {
                let detail =
                    format!("The body is larger than {MAX_BODY_BYTES} bytes or broke off.");
                Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", detail)
            },
        )?;
        serde_json::from_slice(&body).map(Self).map_err(|error| {
            let detail = format!("The body is not the JSON that is expected: {error}.");
            Problem::new(StatusCode::BAD_REQUEST, "invalid_json", detail)
        })
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(body) => {
                let json = HeaderValue::from_static("application/json");
                ([(CONTENT_TYPE, json)], body).into_response()
            }
            Err(error) => Problem::internal(error).into_response(),
        }
    }
}

/// Parts of the path; what cannot be read is not found.
#[derive(Debug, Clone, Copy)]
pub struct Path<T>(pub T);

#[allow(clippy::disallowed_types, reason = "this is the wrapper whose rejection is a Problem")]
impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum::extract::Path::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            Err(_) => Err(Problem::of_status(StatusCode::NOT_FOUND)),
        }
    }
}

/// A strong entity tag (RFC 9110, 8.8.3) made of everything that an answer depends on: another part, or the same text cut
/// elsewhere, is another tag. The first half of a SHA-256 is enough to tell any two states apart.
#[must_use]
pub fn entity_tag(parts: &[&[u8]]) -> HeaderValue {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    let digest = hash.finalize();
    let tag = hex(digest.get(..16).unwrap_or_default());
    // Hexadecimal digits in quotes are always a header.
    HeaderValue::try_from(format!("\"{tag}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

/// What the client already has (`If-None-Match`).
#[derive(Debug, Clone, Default)]
pub struct IfNoneMatch(Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for IfNoneMatch {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let value = parts.headers.get(IF_NONE_MATCH).and_then(|v| v.to_str().ok());
        Ok(Self(value.map(str::to_owned)))
    }
}

impl IfNoneMatch {
    /// Whether the client has the state with this entity tag (weak comparison, RFC 9110, 8.8.3.2).
    #[must_use]
    pub fn has(&self, etag: &str) -> bool {
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        self.0.as_ref().is_some_and(|header| {
            header.trim() == "*" || header.split(',').any(|tag| bare(tag) == bare(etag))
        })
    }

    /// 304 if the client has the state with this tag, else what `make` answers; either carries the tag and how
    /// long it may be kept.
    pub fn answer(
        &self,
        etag: &HeaderValue,
        keep: &'static str,
        make: impl FnOnce() -> Response,
    ) -> Response {
        let mut response = if self.has(etag.to_str().unwrap_or_default()) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            make()
        };
        response.headers_mut().insert(ETAG, etag.clone());
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(keep));
        response
    }
}

/// The query string as it was sent, without the question mark.
#[derive(Debug, Clone, Default)]
pub struct RawQuery(pub String);

impl<S: Send + Sync> FromRequestParts<S> for RawQuery {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(parts.uri.query().unwrap_or_default().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weak_tag_matches_its_strong_twin_and_a_list_is_searched() {
        let have = IfNoneMatch(Some("\"a\", W/\"b\"".into()));
        assert!(have.has("W/\"a\"") && have.has("\"b\"") && !have.has("\"c\""));
        assert!(IfNoneMatch(Some("*".into())).has("\"x\"") && !IfNoneMatch(None).has("\"x\""));
    }
}
