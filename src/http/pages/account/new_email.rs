//! `/konto/e-mail/{token}`: another address is confirmed. `/konto/einspruch/{token}`: the reader of the old one objects.
//! Opening a link does nothing yet: mail scanners open links.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::form_page::FormPage;
use super::own::{OWN, saved};
use crate::app::App;
use crate::http::extract::Path;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, DeskUser, Fields, Jarred, Visitor};
use crate::texts::Texts;

/// `GET /konto/e-mail/{token}`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    visitor: Visitor,
) -> Result<Response, Problem> {
    let texts = Texts::german();
    let Some(change) = jar.desk()?.find_email_confirmation(&user.author, &token).await? else {
        return worthless(&app);
    };
    let action = format!("/konto/e-mail/{token}");
    FormPage::new(&app, texts.t("email-confirm-title"), &action, visitor.csrf())
        .intro(&texts.with("email-confirm-text", &[("old", (&user.account.email).into())]))
        .intro(&texts.with("email-confirm-new", &[("new", (&change.email).into())]))
        .fields(Vec::new(), texts.t("email-confirm-send"))
        .link(OWN, texts.t("email-confirm-own"))
        .answer(StatusCode::OK)
}

/// `POST /konto/e-mail/{token}`
pub(super) async fn confirm(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    CsrfForm(_): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let session = user.session.as_deref().unwrap_or_default();
    match jar.desk()?.confirm_email(&user.author, &token, session).await? {
        Some(_) => Ok(saved("e-mail")),
        None => worthless(&app),
    }
}

/// `POST /konto/e-mail/abbrechen`: the new address is not to be used.
pub(super) async fn cancel(
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    CsrfForm(_): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    jar.desk()?.cancel_email_change(&user.author).await?;
    Ok(saved("e-mail-aus"))
}

/// `GET /konto/einspruch/{token}`
pub(super) async fn show_objection(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    Jarred(jar): Jarred,
    visitor: Visitor,
) -> Result<Response, Problem> {
    let texts = Texts::german();
    let Some(found) = jar.desk()?.find_email_objection(&token).await? else {
        return worthless_objection(&app);
    };
    let action = format!("/konto/einspruch/{token}");
    let what = if found.has_reset { "email-object-what" } else { "email-object-what-no-password" };
    FormPage::new(&app, texts.t("email-object-title"), &action, visitor.csrf())
        .intro(texts.t("email-object-text"))
        .intro(&texts.with(what, &[("email", (&found.email).into())]))
        .fields(Vec::new(), texts.t("email-object-send"))
        .answer(StatusCode::OK)
}

/// `POST /konto/einspruch/{token}`
pub(super) async fn object(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    Jarred(jar): Jarred,
    CsrfForm(_): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let texts = Texts::german();
    let Some(done) = jar.desk()?.object_to_email(&token).await? else {
        return worthless_objection(&app);
    };
    let page = FormPage::new(&app, texts.t("email-object-done-title"), "", CsrfToken::default())
        .intro(&texts.with("email-object-done", &[("email", (&done.email).into())]));
    let page = if done.has_reset { page.intro(texts.t("email-object-reset")) } else { page };
    page.link("/anmelden", texts.t("forgotten-back")).answer(StatusCode::OK)
}

/// A link that is used, expired, for somebody else, or never was: nobody is told which.
fn worthless(app: &App) -> Result<Response, Problem> {
    let texts = Texts::german();
    FormPage::new(app, texts.t("link-worthless-title"), "", CsrfToken::default())
        .intro(texts.t("email-confirm-worthless"))
        .link(OWN, texts.t("email-confirm-own"))
        .answer(StatusCode::GONE)
}

fn worthless_objection(app: &App) -> Result<Response, Problem> {
    let texts = Texts::german();
    FormPage::new(app, texts.t("link-worthless-title"), "", CsrfToken::default())
        .intro(texts.t("email-object-worthless"))
        .link("/impressum", texts.t("email-object-contact"))
        .answer(StatusCode::GONE)
}
