//! `/anmelden` and `/abmelden`.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::form_page::FormPage;
use super::{home_of, local_path};
use crate::app::{App, AppError, NewSession, SignIn};
use crate::domain::{Account, FieldError, FieldErrors};
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
    Jarred(jar): Jarred,
    CsrfForm(_): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    if let Some(secret) = jar.end() {
        jar.desk()?.sign_out(secret).await?;
    }
    Ok(Redirect::to("/").into_response())
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
    let next = local_path(next).map_or(String::new(), |next| {
        let pairs = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("weiter", next)
            .finish();
        format!("?{pairs}")
    });
    Redirect::to(&format!("/anmelden/code{next}")).into_response()
}

/// Where the person wanted to go, or begins.
pub(super) async fn go_on(
    app: &App,
    session: &NewSession,
    next: &str,
) -> Result<Response, Problem> {
    let account = match &app.desk {
        Some(desk) => desk.find_account(session.account).await?,
        None => None,
    };
    // Whoever has to have a second factor sets it up now, not when some page first asks for it.
    let needs = |account: &Account| {
        let desk = app.desk.as_ref();
        !account.second_factor && desk.is_some_and(|d| d.requires_second_factor(account.role))
    };
    if account.as_ref().is_some_and(needs) {
        return Ok(Redirect::to("/konto/zweiter-faktor").into_response());
    }
    if let Some(next) = local_path(next) {
        return Ok(Redirect::to(next).into_response());
    }
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
    FormPage::new(app, texts.t("sign-in-title"), "/anmelden", csrf)
        .intro(texts.t("sign-in-intro"))
        .fields(fields, texts.t("sign-in-send"))
        .hidden("weiter", local_path(next).unwrap_or_default())
        .link("/passwort/vergessen", texts.t("sign-in-forgotten"))
}

/// Passwords are not asked for where somebody on the way could read them.
fn insecure(app: &App) -> Result<Response, Problem> {
    let texts = Texts::german();
    FormPage::new(app, texts.t("sign-in-title"), "", CsrfToken::default())
        .intro(texts.t("sign-in-insecure"))
        .answer(StatusCode::FORBIDDEN)
}
