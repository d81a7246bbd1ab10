//! `/konto`: one's own data, password, second factor, sessions, tokens.

mod identity;
mod page;
mod send;

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};

pub(super) use identity::no_password;
pub(super) use send::{
    create_token, end_session, end_token, erase, send_identity, send_password, send_person,
};

use crate::app::App;
use crate::domain::FieldErrors;
use crate::http::extract::RawQuery;
use crate::http::pages::respond;
use crate::http::problem::Problem;
use crate::http::session::{CsrfToken, DeskUser, Jarred, SignedIn, Visitor};
use page::{Typed, make};

/// The page of one's own account.
pub(super) const OWN: &str = "/konto";

/// The form of the page that something is wrong with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Person,
    Password,
    Codes,
    FactorOff,
    Token,
    Identity,
    Erase,
}

impl Section {
    /// The field of the form that a pointer of a use case means.
    fn field_of(self, pointer: &str) -> String {
        let name = pointer.trim_start_matches('/');
        match (self, name) {
            (Self::Person, "password") => "person_password",
            (Self::Codes, "password") => "codes_password",
            (Self::FactorOff, "password") => "off_password",
            (Self::Identity, "password") => "identity_password",
            (Self::Erase, "password") => "erase_password",
            (Self::Token, "password") => "token_password",
            (Self::Token, "name") => "token_name",
            (Self::Token, "expires_at") => "days",
            _ => name,
        }
        .to_owned()
    }
}

/// `GET /konto`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let mut page = make(&app, jar.desk()?, &user, visitor.csrf()).await?;
    page.confirm(&query);
    respond(StatusCode::OK, &page)
}

/// Back to the page, which says that something was saved.
pub(super) fn saved(what: &str) -> Response {
    Redirect::to(&format!("/konto?gespeichert={what}")).into_response()
}

/// The page with what is wrong with one of its forms.
pub(super) async fn again(
    app: &App,
    jar: &crate::http::session::Jar,
    user: &SignedIn,
    csrf: CsrfToken,
    section: Section,
    errors: &FieldErrors,
) -> Result<Response, Problem> {
    again_with(app, jar, user, csrf, section, errors, Typed::default()).await
}

/// The same with what was typed.
async fn again_with(
    app: &App,
    jar: &crate::http::session::Jar,
    user: &SignedIn,
    csrf: CsrfToken,
    section: Section,
    errors: &FieldErrors,
    typed: Typed,
) -> Result<Response, Problem> {
    let mut page = make(app, jar.desk()?, user, csrf).await?;
    page.fill(typed);
    page.faulty(section, errors);
    respond(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// `GET /konto/daten`: everything that is kept of the person, as a file.
pub(super) async fn download(
    Jarred(jar): Jarred,
    DeskUser(user): DeskUser,
) -> Result<Response, Problem> {
    let data = jar.desk()?.own_data(&user.author).await?;
    let text = serde_json::to_string_pretty(&data).map_err(Problem::internal)?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CONTENT_DISPOSITION, "attachment; filename=\"meine-daten.json\""),
    ];
    Ok((headers, text).into_response())
}
