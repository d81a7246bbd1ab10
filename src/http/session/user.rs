//! Who asks, as an argument of a handler.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::csrf::CsrfToken;
use super::jar::Jar;
use super::origin::Source;
use crate::app::{Author, OpenSession, OwnProof};
use crate::domain::{Account, Scope};
use crate::http::layers::is_machine;
use crate::http::problem::Problem;

/// What stays readable in `weiter=…`.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.');

/// The page where people sign in.
const SIGN_IN: &str = "/anmelden";
/// The page where a second factor is set up.
const SECOND_FACTOR: &str = "/konto/zweiter-faktor";

/// A person who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The account, as of now.
    pub account: Account,
    /// Who acts when this person does.
    pub author: Author,
    /// Id of the session; `None` for a token.
    pub session: Option<String>,
    /// What a token may be used for; `None` for a session, which may do what the person may.
    pub scopes: Option<Vec<Scope>>,
    /// Whether a second factor has to be set up before anything else.
    pub needs_second_factor: bool,
}

impl SignedIn {
    fn of_session(session: &OpenSession) -> Self {
        Self {
            author: Author::of(&session.account),
            account: session.account.clone(),
            session: Some(session.id.clone()),
            scopes: None,
            needs_second_factor: session.needs_second_factor,
        }
    }

    /// What the person confirms something with: this password, or this session where there is none.
    pub(crate) fn confirming<'a>(&'a self, password: &'a str) -> OwnProof<'a> {
        OwnProof { password, session: self.session.as_deref() }
    }

    /// Refuses a token that was not made for this.
    ///
    /// # Errors
    /// 403 naming the scope.
    pub fn allow(&self, scope: Scope) -> Result<(), Problem> {
        match &self.scopes {
            Some(scopes) if !scopes.contains(&scope) => {
                let detail = format!("The token lacks the scope {}.", scope.as_str());
                Err(Problem::new(StatusCode::FORBIDDEN, "scope_missing", detail))
            }
            _ => Ok(()),
        }
    }
}

/// Whoever asks: signed in or not. Never fails.
#[derive(Clone)]
pub struct Visitor {
    signed_in: Option<SignedIn>,
    jar: Option<Arc<Jar>>,
}

impl Visitor {
    /// The person, if one is signed in.
    #[must_use]
    pub fn signed_in(&self) -> Option<&SignedIn> {
        self.signed_in.as_ref()
    }

    /// The value for `<input type="hidden" name="csrf" value="…">`, also for whoever is not signed in; empty on an
    /// instance that only answers questions, where no form is taken.
    #[must_use]
    pub fn csrf(&self) -> CsrfToken {
        self.jar.as_ref().and_then(|jar| jar.csrf().ok()).unwrap_or_default()
    }
}

impl std::fmt::Debug for Visitor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Visitor").field("signed_in", &self.signed_in).finish_non_exhaustive()
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let jar = parts.extensions.get::<Arc<Jar>>().cloned();
        let session = match &jar {
            Some(jar) => jar.session().await.ok().flatten(),
            None => None,
        };
        let signed_in = session.filter(|s| !s.awaits_code).map(SignedIn::of_session);
        Ok(Self { signed_in, jar })
    }
}

/// The jar of a request; every request has one.
pub(super) fn jar_of(parts: &Parts) -> Result<Arc<Jar>, Problem> {
    let jar = parts.extensions.get::<Arc<Jar>>().cloned();
    jar.ok_or_else(|| Problem::broken("a route without the layer that carries cookies"))
}

impl<S: Send + Sync> FromRequestParts<S> for Jarred {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        jar_of(parts).map(Self)
    }
}

/// The jar, for the pages that sign people in and out.
pub(crate) struct Jarred(pub(crate) Arc<Jar>);

/// A person who is signed in, even if a second factor is still to be set up: for the pages where that is done.
#[derive(Debug, Clone)]
pub struct Entrant(pub SignedIn);

/// A person who is signed in and may use the desks. Others are led to the sign-in page, or to the page where a second
/// factor is set up; below `/api` it is 401 or 403, a token counts too, and a session has to prove with `X-CSRF-Token`
/// that a page of ours asks. 404 where this instance only answers questions.
#[derive(Debug, Clone)]
pub struct DeskUser(pub SignedIn);

impl<S: Send + Sync> FromRequestParts<S> for Entrant {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let jar = jar_of(parts).map_err(IntoResponse::into_response)?;
        let problem = |problem: Problem| problem.into_response();
        jar.desk().map_err(problem)?;
        if is_machine(parts.uri.path()) {
            return of_program(parts, &jar).await.map(Self).map_err(problem);
        }
        let session = jar.session().await.map_err(problem)?;
        match session.filter(|session| !session.awaits_code) {
            Some(session) => Ok(Self(SignedIn::of_session(session))),
            None => Err(to_sign_in(parts)),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for DeskUser {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let Entrant(user) = Entrant::from_request_parts(parts, state).await?;
        if !user.needs_second_factor {
            return Ok(Self(user));
        }
        if is_machine(parts.uri.path()) {
            let detail = "Set up a second factor first.";
            let status = StatusCode::FORBIDDEN;
            return Err(Problem::new(status, "second_factor_missing", detail).into_response());
        }
        Err(to_page(SECOND_FACTOR, parts))
    }
}

/// Leads to the sign-in page and back. A form that was sent cannot be led back: its page says what to do.
fn to_sign_in(parts: &Parts) -> Response {
    if parts.method != Method::GET && parts.method != Method::HEAD {
        let detail = "You are no longer signed in.";
        return Problem::new(StatusCode::UNAUTHORIZED, "signed_out", detail).into_response();
    }
    to_page(SIGN_IN, parts)
}

/// Leads to a page that leads on to where the person wanted to go. A form cannot be led on to: only that page is left.
fn to_page(page: &str, parts: &Parts) -> Response {
    if !parts.method.is_safe() {
        return Redirect::to(page).into_response();
    }
    let here = parts.uri.path_and_query().map_or("/", |here| here.as_str());
    let next = utf8_percent_encode(here, KEPT);
    Redirect::to(&format!("{page}?weiter={next}")).into_response()
}

/// A program: by its token, or as a script of our own pages.
async fn of_program(parts: &Parts, jar: &Jar) -> Result<SignedIn, Problem> {
    jar.keep_private();
    if let Some(header) = parts.headers.get(AUTHORIZATION) {
        let text = header.to_str().unwrap_or_default();
        let (scheme, token) = text.split_once(' ').unwrap_or((text, ""));
        let found = if scheme.eq_ignore_ascii_case("bearer") {
            jar.desk()?.find_token(token.trim()).await?
        } else {
            None
        };
        let user = found.ok_or_else(|| unauthorized("The token is wrong, or has ended."))?;
        return Ok(SignedIn {
            author: Author::of(&user.account),
            account: user.account,
            session: None,
            scopes: Some(user.scopes),
            needs_second_factor: false,
        });
    }
    let session = jar.session().await?.filter(|session| !session.awaits_code);
    let session = session
        .ok_or_else(|| unauthorized("Send a token (Authorization: Bearer …), or sign in."))?;
    if !parts.method.is_safe() {
        let token = parts.headers.get("x-csrf-token").and_then(|v| v.to_str().ok());
        let proven = token.is_some_and(|token| jar.proves(token));
        if jar.source() == Source::Foreign || !proven {
            let detail = "A session has to prove with X-CSRF-Token that a page of ours asks.";
            return Err(Problem::new(StatusCode::FORBIDDEN, "forged", detail));
        }
    }
    Ok(SignedIn::of_session(session))
}

fn unauthorized(detail: &str) -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", detail)
}
