//! Forms that only our own pages can send.

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use url::form_urlencoded;

use super::jar::Jar;
use super::multipart::MAX_UPLOAD_BYTES;
use super::origin::Source;
use super::user::jar_of;
use crate::http::extract::MAX_BODY_BYTES;
use crate::http::pages::expired_form;
use crate::http::problem::Problem;

/// Largest form of somebody who is signed in, in bytes: such a long one is read to tell which field is too long.
const MAX_LONG_FORM_BYTES: usize = MAX_UPLOAD_BYTES + (64 << 10);
/// How many characters of a value are kept of a form that is too long; more than any field may have.
const KEPT_CHARS: usize = 20_000;
/// How many fields are kept of one; more than the longest form has.
const MOST_LONG_FIELDS: usize = 2_000;
/// The field that holds the proof.
const PROOF: &str = "csrf";

/// A form (`application/x-www-form-urlencoded`, at most 1 MiB) that a page of ours has sent. Of a longer one (10 MiB, only
/// from who is signed in) the values are cut, so that the page can say which is too long.
///
/// Forms from elsewhere are refused with 403. Where the page was ours but too old (signed in or out meanwhile), a page
/// offers to send the same once more; nothing that was typed is lost.
#[derive(Debug, Clone, Copy)]
pub struct CsrfForm<T>(pub T);

/// All fields of a form in their order, names repeated as often as they were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of a field; empty if it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a field was sent, as a ticked box is.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for CsrfForm<T> {
    type Rejection = Response;

    async fn from_request(request: Request, _: &S) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let problem = |problem: Problem| problem.into_response();
        let jar = jar_of(&parts).map_err(problem)?;
        check_source(&jar).map_err(problem)?;
        let media_type = parts.headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok());
        let essence = media_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(problem(Problem::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE)));
        }
        // Looked up before, so that the key of the forms is the right one, and so that only people who are signed in
        // can fill the memory.
        let known = jar.session().await.map_err(problem)?.is_some();
        let most = if known { MAX_LONG_FORM_BYTES } else { MAX_BODY_BYTES };
        let too_large = |_cut_off| problem(Problem::of_status(StatusCode::PAYLOAD_TOO_LARGE));
        let body = shortened(to_bytes(body, most).await.map_err(too_large)?);
        let unreadable = |_error| problem(Problem::of_status(StatusCode::BAD_REQUEST));
        let fields: Fields = serde_urlencoded::from_bytes(&body).map_err(unreadable)?;
        if !jar.proves(fields.get(PROOF)) {
            return Err(refuse(&jar, &parts.method, parts.uri.path(), fields));
        }
        serde_urlencoded::from_bytes(&body).map(Self).map_err(unreadable)
    }
}

/// The body of a form; where it is longer than forms are, each of its values is cut. What is left of a value is still
/// longer than any field may be: so the page says at the field that it is too long, and keeps the rest of what was typed.
fn shortened(body: Bytes) -> Bytes {
    if body.len() <= MAX_BODY_BYTES {
        return body;
    }
    let mut short = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(&body).take(MOST_LONG_FIELDS) {
        let end = value.char_indices().nth(KEPT_CHARS).map_or(value.len(), |(at, _)| at);
        short.append_pair(&name, value.get(..end).unwrap_or_default());
    }
    Bytes::from(short.finish())
}

/// Refuses what another site sends.
pub(super) fn check_source(jar: &Jar) -> Result<(), Problem> {
    jar.desk()?;
    match jar.source() {
        Source::Own | Source::Unsaid => Ok(()),
        Source::Foreign => Err(forged()),
    }
}

pub(super) fn forged() -> Problem {
    Problem::new(StatusCode::FORBIDDEN, "forged", "The form was not sent by a page of this site.")
}

/// A page that offers to send the form once more, if one of our own pages has sent it; else a plain refusal, so that
/// nobody can put words into somebody's mouth.
fn refuse(jar: &Jar, method: &Method, path: &str, fields: Fields) -> Response {
    if jar.source() != Source::Own || method != Method::POST {
        return forged().into_response();
    }
    let Ok(csrf) = jar.csrf() else { return forged().into_response() };
    let kept = fields.0.into_iter().filter(|(name, _)| name != PROOF && !is_secret(name));
    expired_form(jar.app(), path, kept.collect(), csrf)
}

/// What is never written into a page.
fn is_secret(name: &str) -> bool {
    name.contains("password") || name.contains("code")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_their_order_and_repetitions() {
        let fields: Fields = serde_urlencoded::from_str("a=1&b=x+y&a=2%C3%A4").unwrap();
        assert_eq!(fields.get("a"), "1");
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["1", "2ä"]);
        assert_eq!(fields.get("b"), "x y");
        assert!(fields.has("b") && !fields.has("c") && fields.get("c").is_empty());
    }

    #[test]
    fn of_a_form_that_is_too_long_the_values_are_cut_and_the_fields_stay() {
        let usual = Bytes::from(format!("a={}", "x".repeat(100_000)));
        assert_eq!(shortened(usual.clone()), usual);
        let long = format!("a=%C3%A4+b&long={}&c=3", "%C3%A4".repeat(400_000));
        let fields: Fields = serde_urlencoded::from_bytes(&shortened(long.into())).unwrap();
        assert_eq!((fields.get("a"), fields.get("c")), ("ä b", "3"));
        assert_eq!(fields.get("long"), "ä".repeat(KEPT_CHARS));
    }
}
