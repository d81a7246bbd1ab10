//! `/anmelden` and `/abmelden`.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::form_page::{FormPage, OtherWay};
use super::{home_of, local_path, provider};
use crate::app::{App, AppError, NewSession, SessionWay, SignIn};
use crate::domain::{FieldError, FieldErrors};
use crate::http::extract::RawQuery;
use crate::http::pages::forms::Field;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, Fields, Jarred, Visitor};
use crate::texts::Texts;

/// What is sent.
#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    weiter: String,
}

/// `GET /anmelden`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    jar.desk()?;
    let next = next_of(&query);
    if let Some(user) = visitor.signed_in() {
        let home = home_of(user.account.role);
        return Ok(Redirect::to(local_path(&next).unwrap_or(home)).into_response());
    }
    if !jar.is_confidential() {
        return insecure(&app);
    }
    form(&app, visitor.csrf(), "", &next).answer(StatusCode::OK)
}

/// `POST /anmelden`
pub(super) async fn send(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    if !jar.is_confidential() {
        return insecure(&app);
    }
    let outcome = jar.desk()?.sign_in(&sent.email, &sent.password, &jar.visit()).await;
    let page =
        |errors: FieldErrors| form(&app, visitor.csrf(), &sent.email, &sent.weiter).faulty(&errors);
    match outcome {
        Ok(SignIn::Done(session)) => {
            jar.begin(&session, app.clock.now());
            go_on(&app, &session, &sent.weiter).await
        }
        Ok(SignIn::CodeNeeded(session)) => {
            jar.begin(&session, app.clock.now());
            Ok(to_code(&sent.weiter))
        }
        Ok(SignIn::Wrong) => {
            let fault = FieldError::new("", "sign_in_wrong", "address or password are wrong");
            page(FieldErrors(vec![fault])).answer(StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(AppError::Throttled { retry_after_s }) => {
            throttled(form(&app, visitor.csrf(), &sent.email, &sent.weiter), retry_after_s)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /abmelden`
pub(super) async fn sign_out(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    CsrfForm(_): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    if let Some(secret) = jar.end() {
        let way = jar.desk()?.sign_out(secret).await?;
        let by_provider = way.is_some_and(|way| way != SessionWay::Password);
        if by_provider && let Some(page) = provider::signed_out(&app).await {
            return page.map(cleared);
        }
    }
    Ok(cleared(Redirect::to("/").into_response()))
}

/// The same answer, with which the browser forgets what scripts may have kept. Not its cookies: the one that knows the
/// browser keeps its owner from being locked out.
fn cleared(mut response: Response) -> Response {
    let name = HeaderName::from_static("clear-site-data");
    response.headers_mut().insert(name, HeaderValue::from_static("\"storage\""));
    response
}

/// The form again, with the time after which it may be sent once more.
pub(super) fn throttled(page: FormPage, retry_after_s: u32) -> Result<Response, Problem> {
    let minutes = u64::from(retry_after_s.div_ceil(60));
    let text = Texts::german().count("sign-in-throttled", minutes);
    let page = page.notice("warning", text);
    let mut response = page.answer(StatusCode::TOO_MANY_REQUESTS)?;
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(retry_after_s));
    Ok(response)
}

/// The page where the one-time code is asked for.
pub(super) fn to_code(next: &str) -> Response {
    to_step("/anmelden/code", next)
}

/// The page where a second factor is set up.
pub(super) fn to_factor(next: &str) -> Response {
    to_step("/konto/zweiter-faktor", next)
}

/// A page that stands between the person and where they wanted to go, which it keeps.
fn to_step(page: &str, next: &str) -> Response {
    let next = local_path(next).map_or(String::new(), |next| {
        let pairs = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("weiter", next)
            .finish();
        format!("?{pairs}")
    });
    Redirect::to(&format!("{page}{next}")).into_response()
}

/// Where the person wanted to go, or begins.
pub(super) async fn go_on(
    app: &App,
    session: &NewSession,
    next: &str,
) -> Result<Response, Problem> {
    // Whoever has to have a second factor sets it up now, not when some page first asks for it.
    if session.needs_second_factor {
        return Ok(to_factor(next));
    }
    if let Some(next) = local_path(next) {
        return Ok(Redirect::to(next).into_response());
    }
    let account = match &app.desk {
        Some(desk) => desk.find_account(session.account).await?,
        None => None,
    };
    let home = account.map_or("/", |account| home_of(account.role));
    Ok(Redirect::to(home).into_response())
}

/// `weiter=…` of a query string.
pub(super) fn next_of(query: &str) -> String {
    let pairs = url::form_urlencoded::parse(query.as_bytes());
    pairs
        .filter(|(key, _)| key == "weiter")
        .map(|(_, value)| value.into_owned())
        .next()
        .unwrap_or_default()
}

fn form(app: &App, csrf: CsrfToken, email: &str, next: &str) -> FormPage {
    let texts = Texts::german();
    let fields = vec![
        Field::new("email", texts.t("account-email"), "email")
            .value(email)
            .autocomplete("username"),
        Field::new("password", texts.t("account-password"), "password")
            .autocomplete("current-password"),
    ];
    let next = local_path(next).unwrap_or_default();
    let page = FormPage::new(app, texts.t("sign-in-title"), "/anmelden", csrf.clone())
        .intro(texts.t("sign-in-intro"))
        .other(by_provider(app, csrf, next));
    if !app.desk.as_ref().is_some_and(|desk| desk.takes_passwords()) {
        return page;
    }
    page.fields(fields, texts.t("sign-in-send"))
        .hidden("weiter", next)
        .link("/passwort/vergessen", texts.t("sign-in-forgotten"))
}

/// The button of the provider, where there is one.
pub(super) fn by_provider(app: &App, csrf: CsrfToken, next: &str) -> Option<OtherWay> {
    let label = provider::label(app)?;
    Some(OtherWay {
        action: "/anmelden/extern",
        csrf,
        hidden: ("weiter", next.to_owned()),
        label: Texts::german().with("sign-in-by", &[("label", (&label).into())]),
    })
}

/// Passwords are not asked for where somebody on the way could read them.
pub(super) fn insecure(app: &App) -> Result<Response, Problem> {
    let texts = Texts::german();
    FormPage::new(app, texts.t("sign-in-title"), "", CsrfToken::default())
        .intro(texts.t("sign-in-insecure"))
        .answer(StatusCode::FORBIDDEN)
}
