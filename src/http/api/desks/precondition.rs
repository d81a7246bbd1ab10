//! What a request says beside its body: which version its author has seen, and whether it was sent before.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_TYPE, IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use sha2::{Digest, Sha256};

use crate::app::Once;
use crate::domain::hex;
use crate::http::extract::MAX_BODY_BYTES;
use crate::http::problem::Problem;

/// A request with its body.
#[derive(Debug)]
pub(super) struct Sent {
    headers: HeaderMap,
    query: String,
    /// SHA-256 of method, address and body.
    digest: String,
    body: Bytes,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let body = axum::body::to_bytes(body, MAX_BODY_BYTES).await.map_err(|_cut_off| {
            let detail = format!("The body is larger than {MAX_BODY_BYTES} bytes or broke off.");
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", detail)
        })?;
        let mut hash = Sha256::new();
        hash.update(parts.method.as_str());
        hash.update([0]);
        hash.update(parts.uri.to_string());
        hash.update([0]);
        hash.update(&body);
        let digest = hex(&hash.finalize());
        let query = parts.uri.query().unwrap_or_default().to_owned();
        Ok(Self { headers: parts.headers, query, digest, body })
    }
}

impl Sent {
    /// The query string.
    pub(super) fn query(&self) -> &str {
        &self.query
    }

    /// The version its author has seen (`If-Match`, RFC 9110, 13.1.1).
    ///
    /// # Errors
    /// 428 without, also for `*`, which names no version (RFC 6585, 3); 412 for what was never a version of ours.
    pub(super) fn version(&self) -> Result<i64, Problem> {
        let header = self.headers.get(IF_MATCH).and_then(|value| value.to_str().ok());
        match header.map(str::trim) {
            None | Some("*") => {
                let detail = "Say which version was seen: If-Match with the ETag of the record.";
                let status = StatusCode::PRECONDITION_REQUIRED;
                Err(Problem::new(status, "version_missing", detail))
            }
            Some(tag) => read_tag(tag).ok_or_else(|| {
                let detail = "If-Match names no version of this record.";
                Problem::new(StatusCode::PRECONDITION_FAILED, "version_conflict", detail)
            }),
        }
    }

    /// The version its author has seen, or 0 where they say that there is none yet (`If-None-Match: *`, RFC 9110, 13.1.2).
    ///
    /// # Errors
    /// As [`Sent::version`].
    pub(super) fn version_or_new(&self) -> Result<i64, Problem> {
        let header = self.headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        if header.map(str::trim) == Some("*") { Ok(0) } else { self.version() }
    }

    /// The key of the request, if it carries one.
    ///
    /// # Errors
    /// 400 for a key that is no text.
    pub(super) fn once(&self) -> Result<Option<Once>, Problem> {
        let Some(key) = self.headers.get("idempotency-key") else { return Ok(None) };
        let wrong = |_not_text| {
            let detail = "Idempotency-Key must be printable ASCII.";
            Problem::new(StatusCode::BAD_REQUEST, "not_a_key", detail)
        };
        let key = key.to_str().map_err(wrong)?.trim().trim_matches('"').to_owned();
        Ok(Some(Once { key, digest: self.digest.clone() }))
    }

    /// The body, if it has the media type.
    ///
    /// # Errors
    /// 415 for another one, 400 for what is not JSON.
    pub(super) fn json(&self, expected: &str) -> Result<serde_json::Value, Problem> {
        let media_type = self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence = media_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !essence.eq_ignore_ascii_case(expected) {
            let detail = format!("The body must be {expected}.");
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(Problem::new(status, "unsupported_media_type", detail));
        }
        serde_json::from_slice(&self.body).map_err(|error| {
            let detail = format!("The body is not JSON: {error}.");
            Problem::new(StatusCode::BAD_REQUEST, "invalid_json", detail)
        })
    }
}

/// A strong tag of ours: digits in quotes. A weak one never matches (RFC 9110, 13.1.1).
fn read_tag(tag: &str) -> Option<i64> {
    let digits = tag.strip_prefix('"')?.strip_suffix('"')?;
    let plain = digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|version| plain && *version > 0)
}

#[cfg(test)]
mod tests {
    use super::read_tag;

    #[test]
    fn only_a_strong_tag_of_ours_names_a_version() {
        assert_eq!(read_tag("\"12\""), Some(12));
        for wrong in
            ["12", "W/\"12\"", "\"a\"", "\"-1\"", "\"0\"", "\"+1\"", "\"1\", \"2\"", "\"\""]
        {
            assert_eq!(read_tag(wrong), None, "{wrong}");
        }
    }
}
