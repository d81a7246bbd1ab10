//! `/konto/zweiter-faktor`: one-time codes, and the codes for whoever has lost them.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::own::{self, OWN, Section};
use super::sign_in::{next_of, to_factor};
use super::{local_path, secrets};
use crate::app::{App, AppError, Enrolment};
use crate::domain::FieldErrors;
use crate::http::extract::RawQuery;
use crate::http::pages::context::Context;
use crate::http::pages::forms::{Fault, Faults, Field};
use crate::http::pages::respond;
use crate::http::pages::shell::{Shell, door};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, DeskUser, Entrant, Jarred, Visitor};
use crate::texts::Texts;

/// `/konto/zweiter-faktor`
#[derive(Template)]
#[template(path = "account/factor.html")]
pub(super) struct FactorPage {
    shell: Shell,
    csrf: CsrfToken,
    faults: Faults,
    /// Why the page is shown before anything else; empty if the person came by themselves.
    required: &'static str,
    /// Asked for where there is a second factor already.
    password: Option<Field>,
    /// What the app is given; `None` = nothing was begun.
    shown: Option<Shown>,
    /// Where the person wanted to go before; empty = nowhere.
    next: String,
}

/// What the app is given.
struct Shown {
    key: String,
    url: String,
    /// An image made by us from the key alone.
    picture: String,
    code: Field,
}

door!(FactorPage);

/// What is sent.
#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    codes_password: String,
    #[serde(default)]
    off_password: String,
    #[serde(default)]
    weiter: String,
}

/// `GET /konto/zweiter-faktor`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Entrant(user): Entrant,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let page = page(&app, &user, visitor.csrf(), None, &FieldErrors::default());
    respond(StatusCode::OK, &page.leading_to(&next_of(&query)))
}

/// `POST /konto/zweiter-faktor`: makes a key.
pub(super) async fn begin(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    Entrant(user): Entrant,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    match jar.desk()?.begin_second_factor(&user.author, &sent.password).await {
        Ok(enrolment) => {
            let none = FieldErrors::default();
            let page = page(&app, &user, visitor.csrf(), Some(enrolment), &none);
            respond(StatusCode::OK, &page.leading_to(&sent.weiter))
        }
        Err(AppError::Invalid(errors)) => {
            let page = page(&app, &user, visitor.csrf(), None, &errors);
            respond(StatusCode::UNPROCESSABLE_ENTITY, &page.leading_to(&sent.weiter))
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /konto/zweiter-faktor/code`: confirms the key.
pub(super) async fn confirm(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    Entrant(user): Entrant,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    let (desk, texts) = (jar.desk()?, Texts::german());
    let session = user.session.as_deref().unwrap_or_default();
    match desk.confirm_second_factor(&user.author, session, &sent.code).await {
        Ok(codes) => {
            let next = local_path(&sent.weiter).unwrap_or(OWN);
            secrets::show(&app, texts.t("codes-title"), texts.t("codes-intro"), codes, next)
        }
        Err(AppError::Invalid(errors)) => {
            let enrolment = desk.find_enrolment(&user.author).await?;
            let page = page(&app, &user, visitor.csrf(), enrolment, &errors);
            respond(StatusCode::UNPROCESSABLE_ENTITY, &page.leading_to(&sent.weiter))
        }
        Err(AppError::Denied(_)) => Ok(to_factor(&sent.weiter)),
        Err(error) => Err(error.into()),
    }
}

/// `POST /konto/zweiter-faktor/aus`
pub(super) async fn disable(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    match jar.desk()?.disable_second_factor(&user.author, &sent.off_password).await {
        Ok(()) => Ok(own::saved("zweiter-faktor")),
        Err(AppError::Invalid(errors)) => {
            own::again(&app, &jar, &user, visitor.csrf(), Section::FactorOff, &errors).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /konto/ersatz-codes`
pub(super) async fn renew_codes(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    let texts = Texts::german();
    match jar.desk()?.renew_recovery_codes(&user.author, &sent.codes_password).await {
        Ok(codes) => {
            secrets::show(&app, texts.t("codes-title"), texts.t("codes-intro"), codes, OWN)
        }
        Err(AppError::Invalid(errors)) => {
            own::again(&app, &jar, &user, visitor.csrf(), Section::Codes, &errors).await
        }
        Err(error) => Err(error.into()),
    }
}

fn page(
    app: &App,
    user: &crate::http::session::SignedIn,
    csrf: CsrfToken,
    enrolment: Option<Enrolment>,
    errors: &FieldErrors,
) -> FactorPage {
    let (context, texts) = (Context::new(app), Texts::german());
    let list = Fault::list(errors, |pointer| pointer.trim_start_matches('/').to_owned());
    let faults = Faults::new(texts, &list, |name| match name {
        "code" => texts.t("account-code").to_owned(),
        _ => texts.t("account-password").to_owned(),
    });
    let password = Field::new("password", texts.t("account-password"), "password")
        .autocomplete("current-password");
    let label = texts.t("factor-picture");
    let shown = enrolment.map(|enrolment| Shown {
        picture: enrolment.qr_svg.replacen(
            "<svg ",
            &format!("<svg role=\"img\" aria-label=\"{label}\" class=\"factor__picture\" "),
            1,
        ),
        key: enrolment.key,
        url: enrolment.url,
        code: Field::new("code", texts.t("account-code"), "text")
            .hint(texts.t("factor-code-hint"))
            .autocomplete("one-time-code")
            .inputmode("numeric")
            .with(&faults),
    });
    FactorPage {
        shell: Shell::new(&context.prepared, "account", texts.t("factor-title"), "").hidden(true),
        csrf,
        required: if user.needs_second_factor { texts.t("factor-required") } else { "" },
        password: user.account.second_factor.then(|| password.with(&faults)),
        faults,
        shown,
        next: String::new(),
    }
}

impl FactorPage {
    /// The page, which leads on to where the person wanted to go, if that is a page of this site.
    fn leading_to(mut self, next: &str) -> Self {
        local_path(next).unwrap_or_default().clone_into(&mut self.next);
        self
    }
}
