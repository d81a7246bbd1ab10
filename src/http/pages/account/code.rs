//! `/anmelden/code`: the one-time code after the password.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::form_page::FormPage;
use super::local_path;
use super::sign_in::{go_on, next_of, throttled};
use crate::app::{App, AppError, CodeEntered};
use crate::domain::{FieldError, FieldErrors};
use crate::http::extract::RawQuery;
use crate::http::pages::forms::Field;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, Jarred, Visitor};
use crate::texts::Texts;

/// What is sent.
#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    code: String,
    #[serde(default)]
    weiter: String,
}

/// `GET /anmelden/code`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    jar.desk()?;
    form(&app, visitor.csrf(), &next_of(&query)).answer(StatusCode::OK)
}

/// `POST /anmelden/code`
pub(super) async fn send(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    match jar.desk()?.enter_code(&sent.code, &jar.visit()).await {
        Ok(CodeEntered::Done(session, left)) => {
            jar.begin(&session, app.clock.now());
            // Whoever has used a recovery code should see how many are left.
            let next = if left.is_some() { "/konto#codes" } else { sent.weiter.as_str() };
            go_on(&app, &session, next).await
        }
        Ok(CodeEntered::Wrong) => {
            let fault = FieldError::new("/code", "code_wrong", "the code is wrong or too old");
            form(&app, visitor.csrf(), &sent.weiter)
                .faulty(&FieldErrors(vec![fault]))
                .answer(StatusCode::UNPROCESSABLE_ENTITY)
        }
        Ok(CodeEntered::TooLate) => Ok(Redirect::to("/anmelden").into_response()),
        Err(AppError::Throttled { retry_after_s }) => {
            throttled(form(&app, visitor.csrf(), &sent.weiter), retry_after_s)
        }
        Err(error) => Err(error.into()),
    }
}

fn form(app: &App, csrf: CsrfToken, next: &str) -> FormPage {
    let texts = Texts::german();
    let code = Field::new("code", texts.t("account-code"), "text")
        .hint(texts.t("account-code-hint"))
        .autocomplete("one-time-code");
    FormPage::new(app, texts.t("code-title"), "/anmelden/code", csrf)
        .intro(texts.t("code-intro"))
        .fields(vec![code], texts.t("sign-in-send"))
        .hidden("weiter", local_path(next).unwrap_or_default())
        .link("/anmelden", texts.t("code-again"))
}
