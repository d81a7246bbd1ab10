//! `/verwaltung/einladen`: somebody new.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::super::context::Context;
use super::super::forms::{Fault, Faults, Field};
use super::super::respond;
use super::super::shell::{Shell, door};
use super::{Choice, Tab, desk, find_organization, organization_names, role_choices, tabs};
use crate::app::{App, AppError, Invitation};
use crate::domain::FieldErrors;
use crate::domain::policy::{Action, Role, Subject, may};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, DeskUser, Fields, Visitor};

#[derive(Template)]
#[template(path = "admin/invite.html")]
struct InvitePage {
    shell: Shell,
    tabs: Vec<Tab>,
    csrf: CsrfToken,
    faults: Faults,
    fields: Vec<Field>,
    roles: Vec<Choice>,
    role_fault: String,
    organization: String,
    organization_fault: String,
    organizations: Vec<String>,
}

door!(InvitePage);

impl InvitePage {
    fn new(app: &App, visitor: &Visitor, sent: &Fields, errors: &FieldErrors) -> Self {
        let context = Context::new(app);
        let texts = context.texts;
        let label = |name: &str| {
            match name {
                "email" => texts.t("account-email"),
                "name" => texts.t("admin-invite-name"),
                "role" => texts.t("own-role"),
                _ => texts.t("admin-organization"),
            }
            .to_owned()
        };
        let field_of = |pointer: &str| {
            let name = pointer.trim_start_matches('/');
            if name.starts_with("organization") { "organization" } else { name }.to_owned()
        };
        let faults = Faults::new(texts, &Fault::list(errors, field_of), label);
        let fields = vec![
            Field::new("email", &label("email"), "email").autocomplete("off"),
            Field::new("name", &label("name"), "text").autocomplete("off"),
        ];
        let with = |field: Field| {
            let value = sent.get(&field.name).to_owned();
            field.value(&value).with(&faults)
        };
        let role = if sent.get("role").is_empty() { "provider" } else { sent.get("role") };
        Self {
            shell: Shell::new(&context.prepared, "admin", texts.t("admin-invite"), "").hidden(true),
            tabs: tabs(""),
            csrf: visitor.csrf(),
            fields: fields.into_iter().map(with).collect(),
            roles: role_choices(role),
            role_fault: faults.of("role").to_owned(),
            organization: sent.get("organization").to_owned(),
            organization_fault: faults.of("organization").to_owned(),
            organizations: organization_names(&context),
            faults,
        }
    }
}

/// `GET /verwaltung/einladen`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
) -> Result<Response, Problem> {
    desk(&app)?;
    may(&user.author.actor, Action::ManageAccounts, Subject::default()).map_err(AppError::from)?;
    let page = InvitePage::new(&app, &visitor, &Fields::default(), &FieldErrors::default());
    respond(StatusCode::OK, &page)
}

/// `POST /verwaltung/einladen`
pub(super) async fn send(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let desk = desk(&app)?;
    may(&user.author.actor, Action::ManageAccounts, Subject::default()).map_err(AppError::from)?;
    let mut faults = FieldErrors::default();
    let context = Context::new(&app);
    let organization = find_organization(&context, sent.get("organization"), &mut faults);
    drop(context);
    let invitation = Invitation {
        email: sent.get("email").to_owned(),
        name: sent.get("name").to_owned(),
        role: Role::parse(sent.get("role")).unwrap_or(Role::Resident),
        organizations: organization.into_iter().collect(),
    };
    if faults.0.is_empty() {
        match desk.invite_account(&user.author, invitation).await {
            Ok(_) => return Ok(Redirect::to("/verwaltung?eingeladen=1").into_response()),
            Err(AppError::Invalid(errors)) => faults = errors,
            Err(error) => return Err(error.into()),
        }
    }
    let page = InvitePage::new(&app, &visitor, &sent, &faults);
    respond(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
