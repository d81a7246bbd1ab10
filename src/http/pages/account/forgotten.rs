//! `/passwort/vergessen`: a link by mail.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::form_page::FormPage;
use super::sign_in::throttled;
use crate::app::{App, AppError};
use crate::domain::{FieldError, FieldErrors, is_email};
use crate::http::pages::forms::Field;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, Jarred, Visitor};
use crate::texts::Texts;

/// What is sent.
#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    email: String,
}

/// `GET /passwort/vergessen`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    visitor: Visitor,
) -> Result<Response, Problem> {
    if !jar.desk()?.takes_passwords() {
        return Ok(Redirect::to("/anmelden").into_response());
    }
    form(&app, visitor.csrf(), "").answer(StatusCode::OK)
}

/// `POST /passwort/vergessen`
pub(super) async fn send(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    if !jar.desk()?.takes_passwords() {
        return Ok(Redirect::to("/anmelden").into_response());
    }
    let texts = Texts::german();
    if !is_email(sent.email.trim()) {
        let fault = FieldError::new("/email", "not_an_email", "this is no address");
        return form(&app, visitor.csrf(), &sent.email)
            .faulty(&FieldErrors(vec![fault]))
            .answer(StatusCode::UNPROCESSABLE_ENTITY);
    }
    // Beside this answer, and in the same way whether there is an account: how long it takes tells nothing.
    let (desk, visit) = (Arc::clone(jar.desk()?), jar.visit());
    match desk.check_reset_quota(&visit) {
        Ok(()) => {}
        Err(AppError::Throttled { retry_after_s }) => {
            return throttled(form(&app, visitor.csrf(), &sent.email), retry_after_s);
        }
        Err(error) => return Err(error.into()),
    }
    let email = sent.email;
    tokio::spawn(async move {
        if let Err(error) = desk.request_reset(&email).await {
            let cause = crate::app::with_causes(&error);
            tracing::error!(cause, "a link for a new password was not sent");
        }
    });
    FormPage::new(&app, texts.t("forgotten-title"), "", CsrfToken::default())
        .intro(texts.t("forgotten-sent"))
        .intro(texts.t("forgotten-sent-wait"))
        .link("/anmelden", texts.t("forgotten-back"))
        .answer(StatusCode::OK)
}

fn form(app: &App, csrf: CsrfToken, email: &str) -> FormPage {
    let texts = Texts::german();
    let field = Field::new("email", texts.t("account-email"), "email")
        .value(email)
        .autocomplete("username");
    FormPage::new(app, texts.t("forgotten-title"), "/passwort/vergessen", csrf)
        .intro(texts.t("forgotten-intro"))
        .fields(vec![field], texts.t("forgotten-send"))
        .link("/anmelden", texts.t("forgotten-back"))
}
