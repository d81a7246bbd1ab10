//! What one request has to do with cookies: those that came, and those that go.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::header::{CACHE_CONTROL, SET_COOKIE, USER_AGENT, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use tokio::sync::OnceCell;

use super::cookies::Cookie;
use super::csrf::CsrfToken;
use super::device_name::device_name;
use super::origin::{Source, is_loopback};
use crate::app::{App, Desk, NewSession, OpenSession, Visit};
use crate::domain::hex;
use crate::http::layers::Client;
use crate::http::problem::Problem;

/// Seconds after which a browser forgets that a sign-in by a provider has begun.
const ATTEMPT_S: i64 = 600;

/// The cookies of one request and its answer.
pub(crate) struct Jar {
    app: Arc<App>,
    secure: bool,
    loopback: bool,
    source: Source,
    client: Option<Client>,
    user_agent: Option<HeaderValue>,
    session: Option<String>,
    device: Option<String>,
    attempt: Option<String>,
    /// The key of the forms of whoever is not signed in: as it came, or made now.
    visitor: Mutex<Option<String>>,
    found: OnceCell<Result<Option<OpenSession>, Problem>>,
    going: Mutex<Vec<String>>,
    /// Whether the answer is meant for this person alone.
    private: AtomicBool,
}

impl Jar {
    /// What came with a request.
    pub(super) fn new(app: Arc<App>, headers: &HeaderMap, client: Option<Client>) -> Self {
        let base_url = app.settings.base_url.as_deref();
        let secure = base_url.is_some_and(|url| url.starts_with("https:"));
        Self {
            secure,
            loopback: is_loopback(headers),
            source: Source::of(headers, base_url),
            client,
            user_agent: headers.get(USER_AGENT).cloned(),
            session: Cookie::Session.find(headers, secure),
            device: Cookie::Device.find(headers, secure),
            attempt: Cookie::Attempt.find(headers, secure),
            visitor: Mutex::new(Cookie::Visitor.find(headers, secure)),
            found: OnceCell::new(),
            going: Mutex::default(),
            private: AtomicBool::new(false),
            app,
        }
    }

    /// The program that answers.
    pub(super) fn app(&self) -> &App {
        &self.app
    }

    /// The writing side, where this instance has one.
    pub(crate) fn desk(&self) -> Result<&Arc<Desk>, Problem> {
        self.app.desk.as_ref().ok_or_else(|| Problem::not_found("desk"))
    }

    /// Whether the browser claims to be signed in.
    pub(super) fn has_session(&self) -> bool {
        self.session.is_some() && self.app.desk.is_some()
    }

    /// Says that the answer is meant for this person alone.
    pub(super) fn keep_private(&self) {
        self.private.store(true, Ordering::Relaxed);
    }

    /// From which site the request was made.
    pub(super) fn source(&self) -> Source {
        self.source
    }

    /// Whether passwords may be sent this way: encrypted, or within this machine.
    pub(crate) fn is_confidential(&self) -> bool {
        self.secure || self.loopback
    }

    /// The session of the request, asked for once. `None` without a cookie, and then nothing is asked.
    pub(super) async fn session(&self) -> Result<Option<&OpenSession>, Problem> {
        let (Some(desk), Some(secret)) = (&self.app.desk, &self.session) else { return Ok(None) };
        self.private.store(true, Ordering::Relaxed);
        let look = async || desk.find_session(secret).await.map_err(Problem::from);
        match self.found.get_or_init(look).await {
            Ok(found) => Ok(found.as_ref()),
            Err(problem) => Err(problem.clone()),
        }
    }

    /// The session as far as it was looked up.
    fn known_session(&self) -> Option<&OpenSession> {
        self.found.get().and_then(|found| found.as_ref().ok()).and_then(Option::as_ref)
    }

    /// The secret that forms of this browser are proven with; made now if there is none.
    fn form_secret(&self) -> Result<String, Problem> {
        if let (Some(_), Some(secret)) = (self.known_session(), &self.session) {
            return Ok(secret.clone());
        }
        let mut visitor = lock(&self.visitor);
        if let Some(secret) = visitor.as_ref() {
            return Ok(secret.clone());
        }
        let bytes: [u8; 32] =
            self.desk()?.random_bytes().map_err(|error| Problem::broken(error.to_string()))?;
        let secret = hex(&bytes);
        *visitor = Some(secret.clone());
        self.send(Cookie::Visitor.set(&secret, self.secure, None));
        Ok(secret)
    }

    /// A token for a form on the page that answers. Call it after the session was looked up.
    pub(super) fn csrf(&self) -> Result<CsrfToken, Problem> {
        self.private.store(true, Ordering::Relaxed);
        let secret = self.form_secret()?;
        let mask =
            self.desk()?.random_bytes().map_err(|error| Problem::broken(error.to_string()))?;
        Ok(CsrfToken::new(&secret, mask))
    }

    /// Whether a token belongs to this browser. Call it after the session was looked up.
    pub(super) fn proves(&self, token: &str) -> bool {
        let secret = match self.known_session() {
            Some(_) => self.session.clone(),
            None => lock(&self.visitor).clone(),
        };
        secret.is_some_and(|secret| CsrfToken::matches(token, &secret))
    }

    /// Where the request comes from, for signing in.
    pub(crate) fn visit(&self) -> Visit {
        let agent = self.user_agent.as_ref().and_then(|v| v.to_str().ok()).unwrap_or_default();
        Visit {
            place: self.client.map_or(String::new(), |client| client.to_string()),
            device_name: device_name(agent),
            session: self.session.clone(),
            device: self.device.clone(),
        }
    }

    /// Hands a new session to the browser.
    pub(crate) fn begin(&self, session: &NewSession, now: chrono::DateTime<chrono::Utc>) {
        self.private.store(true, Ordering::Relaxed);
        // Without an age: it ends with the browser, or when we end it.
        self.send(Cookie::Session.set(&session.secret, self.secure, None));
        if let Some((secret, until)) = &session.device {
            let age = (*until - now).num_seconds();
            self.send(Cookie::Device.set(secret, self.secure, Some(age)));
        }
    }

    /// Binds a sign-in by a provider to the browser, for as long as it is worth something.
    pub(crate) fn begin_attempt(&self, cookie: &str) {
        self.private.store(true, Ordering::Relaxed);
        self.send(Cookie::Attempt.set(cookie, self.secure, Some(ATTEMPT_S)));
    }

    /// Takes that away again; the value is handed back.
    pub(crate) fn end_attempt(&self) -> Option<String> {
        self.private.store(true, Ordering::Relaxed);
        self.send(Cookie::Attempt.take_away(self.secure));
        self.attempt.clone()
    }

    /// Takes the session away from the browser; the value is handed back to be ended.
    pub(crate) fn end(&self) -> Option<&str> {
        self.private.store(true, Ordering::Relaxed);
        self.send(Cookie::Session.take_away(self.secure));
        self.session.as_deref()
    }

    fn send(&self, cookie: String) {
        lock(&self.going).push(cookie);
    }

    /// Puts the cookies into the answer; what is meant for one person is kept by nobody else.
    pub(super) fn finish(&self, mut response: Response) -> Response {
        let headers = response.headers_mut();
        for cookie in lock(&self.going).drain(..) {
            if let Ok(value) = HeaderValue::from_str(&cookie) {
                headers.append(SET_COOKIE, value);
            }
        }
        if self.private.load(Ordering::Relaxed) {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            headers.append(VARY, HeaderValue::from_static("cookie"));
        }
        response
    }
}

/// A panic leaves nothing half done here.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
