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
use crate::app::{App, AppError, Desk, Enrolment};
use crate::domain::FieldErrors;
use crate::http::extract::RawQuery;
use crate::http::pages::context::Context;
use crate::http::pages::forms::{Fault, Faults, Field};
use crate::http::pages::respond;
use crate::http::pages::shell::{Shell, door};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, DeskUser, Entrant, Jarred, SignedIn, Visitor};
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
    /// Asked for, unless the person was led here just after signing in.
    password: Option<Field>,
    /// Why the password may be left out; empty = it may not, or is not asked for.
    no_password: &'static str,
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
    Jarred(jar): Jarred,
    Entrant(user): Entrant,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let asked = ask(jar.desk()?, &user).await?;
    let page = page(&app, &user, visitor.csrf(), Step::Begin(asked), &FieldErrors::default());
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
    let desk = jar.desk()?;
    match desk.begin_second_factor(&user.author, user.confirming(&sent.password)).await {
        Ok(enrolment) => {
            let none = FieldErrors::default();
            let page = page(&app, &user, visitor.csrf(), Step::Confirm(enrolment), &none);
            respond(StatusCode::OK, &page.leading_to(&sent.weiter))
        }
        Err(AppError::Invalid(errors)) => {
            let asked = ask(desk, &user).await?;
            let page = page(&app, &user, visitor.csrf(), Step::Begin(asked), &errors);
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
            let step = match desk.find_enrolment(&user.author).await? {
                Some(enrolment) => Step::Confirm(enrolment),
                None => Step::Begin(ask(desk, &user).await?),
            };
            let page = page(&app, &user, visitor.csrf(), step, &errors);
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
    let by = user.confirming(&sent.off_password);
    match jar.desk()?.disable_second_factor(&user.author, by).await {
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
    let by = user.confirming(&sent.codes_password);
    match jar.desk()?.renew_recovery_codes(&user.author, by).await {
        Ok(codes) => {
            secrets::show(&app, texts.t("codes-title"), texts.t("codes-intro"), codes, OWN)
        }
        Err(AppError::Invalid(errors)) => {
            own::again(&app, &jar, &user, visitor.csrf(), Section::Codes, &errors).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Which of the two steps the page shows.
enum Step {
    /// Nothing was begun.
    Begin(Asked),
    /// A key waits for its first code.
    Confirm(Enrolment),
}

/// Whether the password is asked for.
struct Asked {
    password: bool,
    /// Why it may be left out; empty = it may not.
    no_password: &'static str,
}

async fn ask(desk: &Desk, user: &SignedIn) -> Result<Asked, Problem> {
    if desk.is_led_to_second_factor(&user.author, user.session.as_deref()).await? {
        return Ok(Asked { password: false, no_password: "" });
    }
    Ok(Asked { password: true, no_password: own::no_password(desk, user).await? })
}

fn page(
    app: &App,
    user: &SignedIn,
    csrf: CsrfToken,
    step: Step,
    errors: &FieldErrors,
) -> FactorPage {
    let (context, texts) = (Context::new(app), Texts::german());
    let list = Fault::list(errors, |pointer| pointer.trim_start_matches('/').to_owned());
    let faults = Faults::new(texts, &list, |name| match name {
        "code" => texts.t("account-code").to_owned(),
        _ => texts.t("account-password").to_owned(),
    });
    let (asked, enrolment) = match step {
        Step::Begin(asked) => (asked, None),
        Step::Confirm(enrolment) => (Asked { password: false, no_password: "" }, Some(enrolment)),
    };
    let mut password = Field::new("password", texts.t("account-password"), "password")
        .hint(texts.t("own-password-hint"))
        .autocomplete("current-password");
    password.required = asked.no_password.is_empty();
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
        password: asked.password.then(|| password.with(&faults)),
        no_password: asked.no_password,
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
