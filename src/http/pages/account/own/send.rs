//! What the forms of `/konto` send.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::TimeDelta;
use serde::Deserialize;

use super::page::Typed;
use super::{OWN, Section, again, again_with, saved};
use crate::app::{App, AppError, TokenRequest};
use crate::domain::Scope;
use crate::http::pages::account::secrets;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields, Jarred, Visitor};
use crate::texts::Texts;

/// Name and address.
#[derive(Deserialize)]
#[allow(clippy::struct_field_names, reason = "the names of the fields of the form")]
pub(in crate::http::pages::account) struct Person {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    person_password: String,
}

/// `POST /konto/person`
pub(in crate::http::pages::account) async fn send_person(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Person>,
) -> Result<Response, Problem> {
    let Person { name, email, person_password } = sent;
    let by = user.confirming(&person_password);
    match jar.desk()?.change_person(&user.author, &email, &name, by).await {
        Ok(None) => Ok(saved("person")),
        Ok(Some(_)) => Ok(saved("e-mail-gefragt")),
        Err(AppError::Invalid(errors)) => {
            let typed = Typed { person: Some((name, email)), ..Typed::default() };
            let csrf = visitor.csrf();
            again_with(&app, &jar, &user, csrf, Section::Person, &errors, typed).await
        }
        Err(error) => Err(error.into()),
    }
}

/// What to do with the link to the provider.
#[derive(Deserialize)]
pub(in crate::http::pages::account) struct IdentitySent {
    #[serde(default)]
    identity_password: String,
    #[serde(default)]
    was: String,
}

/// `POST /konto/extern`: ends the link to the sign-in provider, or allows a new one.
pub(in crate::http::pages::account) async fn send_identity(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<IdentitySent>,
) -> Result<Response, Problem> {
    let (desk, by) = (jar.desk()?, user.confirming(&sent.identity_password));
    let (done, what) = match sent.was.as_str() {
        "verbinden" => (desk.allow_identity(&user.author, by).await, "extern-an"),
        _ => (desk.unlink_identity(&user.author, by).await, "extern-aus"),
    };
    match done {
        Ok(()) => Ok(saved(what)),
        Err(AppError::Invalid(errors)) => {
            again(&app, &jar, &user, visitor.csrf(), Section::Identity, &errors).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The present password and a new one.
#[derive(Deserialize)]
pub(in crate::http::pages::account) struct Passwords {
    #[serde(default)]
    password: String,
    #[serde(default)]
    new_password: String,
}

/// `POST /konto/passwort`
pub(in crate::http::pages::account) async fn send_password(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Passwords>,
) -> Result<Response, Problem> {
    let (desk, visit) = (jar.desk()?, jar.visit());
    let present = user.confirming(&sent.password);
    match desk.change_password(&user.author, present, &sent.new_password, &visit).await {
        Ok(session) => {
            jar.begin(&session, app.clock.now());
            Ok(saved("passwort"))
        }
        Err(AppError::Invalid(errors)) => {
            again(&app, &jar, &user, visitor.csrf(), Section::Password, &errors).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /konto/sitzungen`: ends the session of this id, or all others.
pub(in crate::http::pages::account) async fn end_session(
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    CsrfForm(sent): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let desk = jar.desk()?;
    let own = user.session.as_deref().unwrap_or_default();
    match sent.get("id") {
        "" => {
            desk.revoke_other_sessions(&user.author, own).await?;
        }
        id => {
            desk.revoke_session(&user.author, id).await?;
        }
    }
    Ok(saved("sitzungen"))
}

/// `POST /konto/schluessel`
pub(in crate::http::pages::account) async fn create_token(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let (desk, texts) = (jar.desk()?, Texts::german());
    // What is no number of days asks for none, and is told so.
    let days: i64 = sent.get("days").trim().parse::<u16>().map_or(0, i64::from);
    let request = TokenRequest {
        name: sent.get("token_name").to_owned(),
        scopes: sent.all("scopes").filter_map(Scope::parse).collect(),
        expires_at: app.clock.now() + TimeDelta::days(days),
    };
    let scopes = request.scopes.clone();
    let by = user.confirming(sent.get("token_password"));
    match desk.create_own_token(&user.author, &user.account, request, by).await {
        Ok(made) => {
            let (title, intro) = (texts.t("token-title"), texts.t("token-once"));
            secrets::show(&app, title, intro, vec![made.secret], OWN)
        }
        Err(AppError::Invalid(errors)) => {
            let (name, days) = (sent.get("token_name").to_owned(), sent.get("days").to_owned());
            let typed = Typed { token: Some((name, days, scopes)), ..Typed::default() };
            again_with(&app, &jar, &user, visitor.csrf(), Section::Token, &errors, typed).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /konto/schluessel/beenden`
pub(in crate::http::pages::account) async fn end_token(
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    CsrfForm(sent): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    jar.desk()?.revoke_token(&user.author, sent.get("id")).await?;
    Ok(saved("schluessel"))
}

/// `POST /konto/loeschen`
pub(in crate::http::pages::account) async fn erase(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let by = user.confirming(sent.get("erase_password"));
    match jar.desk()?.erase_own_account(&user.author, by).await {
        Ok(()) => {
            jar.end();
            Ok(Redirect::to("/").into_response())
        }
        Err(AppError::Invalid(errors)) => {
            again(&app, &jar, &user, visitor.csrf(), Section::Erase, &errors).await
        }
        Err(error) => Err(error.into()),
    }
}
