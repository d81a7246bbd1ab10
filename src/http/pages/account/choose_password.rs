//! `/passwort/neu/{token}` and `/einladung/{token}`: a password is chosen by a link that works once.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::form_page::FormPage;
use super::sign_in::{by_provider, go_on, to_code};
use crate::app::{App, AppError, SignIn};
use crate::domain::FieldErrors;
use crate::http::extract::Path;
use crate::http::pages::forms::Field;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, Jarred, Visitor};
use crate::texts::Texts;

/// What is sent.
#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
}

/// `GET /passwort/neu/{token}`
pub(super) async fn show_reset(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    Jarred(jar): Jarred,
    visitor: Visitor,
) -> Result<Response, Problem> {
    match jar.desk()?.find_reset(&token).await? {
        Some(account) => {
            reset_form(&app, visitor.csrf(), &token, &account.email).answer(StatusCode::OK)
        }
        None => worthless(&app, false),
    }
}

/// `POST /passwort/neu/{token}`
pub(super) async fn send_reset(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    Jarred(jar): Jarred,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    let desk = jar.desk()?;
    match desk.reset_password(&token, &sent.password, &jar.visit()).await {
        Ok(SignIn::Done(session)) => {
            jar.begin(&session, app.clock.now());
            go_on(&app, &session, "").await
        }
        Ok(SignIn::CodeNeeded(session)) => {
            jar.begin(&session, app.clock.now());
            Ok(to_code(""))
        }
        Ok(SignIn::Wrong) => worthless(&app, false),
        Err(AppError::Invalid(errors)) => {
            let email = desk.find_reset(&token).await?.map_or(String::new(), |a| a.email);
            reset_form(&app, visitor.csrf(), &token, &email)
                .faulty(&errors)
                .answer(StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /einladung/{token}`
pub(super) async fn show_invitation(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    Jarred(jar): Jarred,
    visitor: Visitor,
) -> Result<Response, Problem> {
    match jar.desk()?.find_invitation(&token).await? {
        Some(account) => {
            let page = invitation_form(&app, visitor.csrf(), &token, &account.email, &account.name);
            page.answer(StatusCode::OK)
        }
        None => worthless(&app, true),
    }
}

/// `POST /einladung/{token}`
pub(super) async fn send_invitation(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    Jarred(jar): Jarred,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    let (desk, visit) = (jar.desk()?, jar.visit());
    let again = async |errors: FieldErrors| {
        let email = desk.find_invitation(&token).await?.map_or(String::new(), |a| a.email);
        invitation_form(&app, visitor.csrf(), &token, &email, &sent.name)
            .faulty(&errors)
            .answer(StatusCode::UNPROCESSABLE_ENTITY)
    };
    match desk.accept_invitation(&token, &sent.name, &sent.password, &visit).await {
        Ok(Some(session)) => {
            jar.begin(&session, app.clock.now());
            go_on(&app, &session, "").await
        }
        Ok(None) => worthless(&app, true),
        Err(AppError::Invalid(errors)) => again(errors).await,
        Err(error) => Err(error.into()),
    }
}

fn new_password(texts: &Texts) -> Field {
    Field::new("password", texts.t("account-new-password"), "password")
        .hint(texts.t("account-password-hint"))
        .autocomplete("new-password")
}

fn reset_form(app: &App, csrf: CsrfToken, token: &str, email: &str) -> FormPage {
    let texts = Texts::german();
    FormPage::new(app, texts.t("reset-title"), &format!("/passwort/neu/{token}"), csrf)
        .intro(&texts.with("choose-for", &[("email", email.into())]))
        .fields(vec![new_password(texts)], texts.t("choose-send"))
}

fn invitation_form(app: &App, csrf: CsrfToken, token: &str, email: &str, name: &str) -> FormPage {
    let texts = Texts::german();
    let page = FormPage::new(
        app,
        texts.t("invitation-title"),
        &format!("/einladung/{token}"),
        csrf.clone(),
    )
    .other(by_provider(app, csrf, ""));
    if !app.desk.as_ref().is_some_and(|desk| desk.takes_passwords()) {
        return page.intro(&texts.with("invitation-by-provider", &[("email", email.into())]));
    }
    let fields = vec![
        Field::new("name", texts.t("account-name"), "text")
            .hint(texts.t("account-name-hint"))
            .value(name)
            .autocomplete("name"),
        new_password(texts),
    ];
    page.intro(texts.t("invitation-intro"))
        .intro(&texts.with("choose-for", &[("email", email.into())]))
        .fields(fields, texts.t("choose-send"))
}

/// A link that is used, expired, or never was: nobody is told which.
fn worthless(app: &App, invitation: bool) -> Result<Response, Problem> {
    let texts = Texts::german();
    let page = FormPage::new(app, texts.t("link-worthless-title"), "", CsrfToken::default());
    let page = if invitation {
        page.intro(texts.t("invitation-worthless"))
    } else {
        page.intro(texts.t("reset-worthless"))
            .link("/passwort/vergessen", texts.t("forgotten-title"))
    };
    page.link("/anmelden", texts.t("forgotten-back")).answer(StatusCode::GONE)
}
