//! Forms that only our own pages can send.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::jar::Jar;
use super::origin::Source;
use super::user::jar_of;
use crate::http::extract::MAX_BODY_BYTES;
use crate::http::pages::expired_form;
use crate::http::problem::Problem;

/// The field that holds the proof.
const PROOF: &str = "csrf";

/// A form (`application/x-www-form-urlencoded`, at most 1 MiB) that a page of ours has sent.
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
        let too_large = |_cut_off| problem(Problem::of_status(StatusCode::PAYLOAD_TOO_LARGE));
        let body = to_bytes(body, MAX_BODY_BYTES).await.map_err(too_large)?;
        let unreadable = |_error| problem(Problem::of_status(StatusCode::BAD_REQUEST));
        let fields: Fields = serde_urlencoded::from_bytes(&body).map_err(unreadable)?;
        // Looked up before, so that the key of the forms is the right one.
        jar.session().await.map_err(problem)?;
        if !jar.proves(fields.get(PROOF)) {
            return Err(refuse(&jar, &parts.method, parts.uri.path(), fields));
        }
        serde_urlencoded::from_bytes(&body).map(Self).map_err(unreadable)
    }
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
}
