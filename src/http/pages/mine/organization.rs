//! `/mein/traeger/{id}`: the record of an organization and who speaks for it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::super::context::Context;
use super::super::forms::{Fault, Faults, Field, Kind};
use super::super::respond;
use super::super::shell::{Shell, door};
use super::Asker;
use super::form::Fields;
use super::listing_page::Notice;
use crate::app::{App, AppError, DatabaseError, Invitation, OrganizationEdit, OrganizationRecord};
use crate::domain::policy::{Action, Role, Subject, may};
use crate::domain::{AccountState, Organization, OrganizationId};
use crate::http::extract::{Path, RawQuery};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields as Sent, Visitor};
use crate::texts::Texts;

/// Somebody who speaks for the organization.
struct Colleague {
    name: String,
    email: String,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "mine/organization.html")]
struct OrganizationPage {
    shell: Shell,
    name: String,
    public_href: String,
    table_href: String,
    csrf: String,
    action: String,
    version: String,
    notices: Vec<Notice>,
    faults: Faults,
    fields: Vec<Field>,
    colleagues: Vec<Colleague>,
    /// Fields of the invitation.
    invite: Vec<Field>,
}

door!(OrganizationPage);

/// The fields of the record, with the rows of those that have several.
const FIELDS: [(&str, u8); 11] = [
    ("name", 0),
    ("short_name", 0),
    ("kind_text", 0),
    ("umbrella", 0),
    ("description", 4),
    ("street", 0),
    ("postcode", 0),
    ("locality", 0),
    ("phones", 2),
    ("email", 0),
    ("website", 0),
];

/// The fields of an invitation.
const INVITE: [&str; 2] = ["invite-name", "invite-email"];

/// `GET /mein/traeger/{id}`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    let record = find(&app, &asker, &id).await?;
    let fields = fields_of(&record.organization);
    let notice = match query.as_str() {
        "gespeichert" => Some("mine-organization-saved"),
        "eingeladen" => Some("mine-invited"),
        _ => None,
    };
    answer(&app, &asker, &record, Shown { fields, faults: Vec::new(), notice }, StatusCode::OK)
        .await
}

/// `POST /mein/traeger/{id}`
pub(super) async fn send(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    let record = find(&app, &asker, &id).await?;
    let fields = Fields::new(sent.0);
    let edit = OrganizationEdit {
        organization: read(&fields, record.organization.clone()),
        expected_version: Some(fields.get("version").parse().unwrap_or(record.version)),
        once: None,
    };
    match super::desk(&app)?.edit_organization(&asker.author, edit).await {
        Ok(_) => Ok(Redirect::to(&format!("/mein/traeger/{id}?gespeichert")).into_response()),
        Err(AppError::Invalid(errors)) => {
            let end = |pointer: &str| field_of(pointer).to_owned();
            let shown = Shown { fields, faults: Fault::list(&errors, end), notice: None };
            answer(&app, &asker, &record, shown, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(AppError::Database(DatabaseError::Conflict { .. })) => {
            // What was typed stays; the version shown is now the one that is stored.
            let record = find(&app, &asker, &id).await?;
            let notice = Some("mine-organization-conflict");
            let shown = Shown { fields, faults: Vec::new(), notice };
            answer(&app, &asker, &record, shown, StatusCode::PRECONDITION_FAILED).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /mein/traeger/{id}/einladen`
pub(super) async fn invite(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(sent): CsrfForm<Sent>,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    let record = find(&app, &asker, &id).await?;
    let typed = Fields::new(sent.0);
    let invitation = Invitation {
        email: typed.get("invite-email").trim().to_owned(),
        name: typed.get("invite-name").trim().to_owned(),
        role: Role::Provider,
        organizations: vec![record.organization.id],
    };
    match super::desk(&app)?.invite_account(&asker.author, invitation).await {
        Ok(_) => Ok(Redirect::to(&format!("/mein/traeger/{id}?eingeladen")).into_response()),
        Err(AppError::Invalid(errors)) => {
            let end = |pointer: &str| format!("invite-{}", pointer.trim_start_matches('/'));
            let mut fields = fields_of(&record.organization);
            for name in INVITE {
                fields.push(name, typed.get(name));
            }
            let shown = Shown { fields, faults: Fault::list(&errors, end), notice: None };
            answer(&app, &asker, &record, shown, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The record, if the person may change it.
pub(super) async fn find(
    app: &App,
    asker: &Asker,
    id: &str,
) -> Result<OrganizationRecord, Problem> {
    let missing = || Problem::not_found("organization");
    let id: OrganizationId = id.parse().ok().ok_or_else(missing)?;
    may(&asker.author.actor, Action::EditOrganization, Subject::of(Some(id)))
        .map_err(|denied| Problem::from(AppError::from(denied)))?;
    super::desk(app)?.find_organization(id).await?.ok_or_else(missing)
}

/// What a page shows: fields as typed, what is wrong with them, what has just happened.
struct Shown {
    fields: Fields,
    faults: Vec<Fault>,
    notice: Option<&'static str>,
}

async fn answer(
    app: &App,
    asker: &Asker,
    record: &OrganizationRecord,
    shown: Shown,
    status: StatusCode,
) -> Result<Response, Problem> {
    let context = Context::new(app);
    let texts = context.texts;
    let id = record.organization.id;
    let colleagues = super::desk(app)?.list_colleagues(&asker.author, id).await?;
    let faults = Faults::new(texts, &shown.faults, |name| label(texts, name).0.to_owned());
    let field = |name: &str, rows: u8| field(texts, &shown.fields, &faults, name, rows);
    let notice = shown.notice.map(|key| Notice {
        class: if status.is_success() { "success" } else { "warning" },
        title: texts.t(key).to_owned(),
        text: String::new(),
    });
    let fields = FIELDS.iter().map(|(name, rows)| field(name, *rows)).collect();
    let invite = INVITE.iter().map(|name| field(name, 0)).collect();
    let name = record.organization.name.clone();
    let page = OrganizationPage {
        shell: Shell::new(&context.prepared, "desk", &name, "").hidden(true),
        name,
        public_href: format!("/traeger/{id}"),
        table_href: format!("/mein/traeger/{id}/tabelle"),
        csrf: asker.csrf.clone(),
        action: format!("/mein/traeger/{id}"),
        version: record.version.to_string(),
        notices: notice.into_iter().collect(),
        fields,
        invite,
        faults,
        colleagues: colleagues
            .into_iter()
            .map(|account| Colleague {
                name: account.name,
                email: account.email,
                state: texts.t(state(account.state)),
            })
            .collect(),
    };
    respond(status, &page)
}

const fn state(state: AccountState) -> &'static str {
    match state {
        AccountState::Invited => "mine-colleague-invited",
        AccountState::Active => "mine-colleague-active",
        AccountState::Blocked => "mine-colleague-blocked",
        AccountState::Erased => "mine-colleague-gone",
    }
}

fn field(texts: &Texts, fields: &Fields, faults: &Faults, name: &str, rows: u8) -> Field {
    let (label, hint) = label(texts, name);
    Field {
        name: name.to_owned(),
        suffix: String::new(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        value: fields.get(name).to_owned(),
        fault: faults.of(name).to_owned(),
        required: matches!(name, "name" | "invite-name" | "invite-email"),
        autocomplete: "off",
        inputmode: "",
        kind: if rows == 0 { Kind::Line("text") } else { Kind::Area(rows) },
    }
}

fn label<'t>(texts: &'t Texts, name: &str) -> (&'t str, &'t str) {
    let (label, hint) = match name {
        "name" => ("mine-organization-name", ""),
        "short_name" => ("mine-short-name", ""),
        "kind_text" => ("mine-kind", "mine-kind-hint"),
        "umbrella" => ("mine-umbrella", ""),
        "description" => ("mine-organization-description", ""),
        "street" => ("mine-street", ""),
        "postcode" => ("mine-postcode", ""),
        "locality" => ("mine-locality", ""),
        "phones" => ("mine-phones", "mine-phones-hint"),
        "email" | "invite-email" => ("mine-email", ""),
        "website" => ("mine-website", ""),
        "invite-name" => ("mine-invite-name", ""),
        _ => ("mine-field", ""),
    };
    (texts.t(label), if hint.is_empty() { "" } else { texts.t(hint) })
}

/// Which field a pointer into the record means.
fn field_of(pointer: &str) -> &str {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    match parts.as_slice() {
        ["contact", "phones", ..] => "phones",
        ["contact" | "address", field] | [field, ..] => field,
        [] => "name",
    }
}

fn fields_of(organization: &Organization) -> Fields {
    let mut fields = Fields::default();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    fields.push("name", &organization.name);
    fields.push("short_name", text(&organization.short_name));
    fields.push("kind_text", text(&organization.kind_text));
    fields.push("umbrella", text(&organization.umbrella));
    fields.push("description", text(&organization.description));
    fields.push("street", text(&organization.address.street));
    fields.push("postcode", text(&organization.address.postcode));
    fields.push("locality", text(&organization.address.locality));
    fields.push("phones", organization.contact.phones.join("\n"));
    fields.push("email", text(&organization.contact.email));
    fields.push("website", text(&organization.contact.website));
    fields
}

/// The record with what was typed.
fn read(fields: &Fields, mut organization: Organization) -> Organization {
    let text = |name: &str| {
        let value = fields.get(name).replace("\r\n", "\n").trim().to_owned();
        Some(value).filter(|value| !value.is_empty())
    };
    organization.name = text("name").unwrap_or_default();
    organization.short_name = text("short_name");
    organization.kind_text = text("kind_text");
    organization.umbrella = text("umbrella");
    organization.description = text("description");
    organization.address.street = text("street");
    organization.address.postcode = text("postcode");
    organization.address.locality = text("locality");
    let phones = text("phones").unwrap_or_default();
    let lines = phones.lines().map(str::trim).filter(|line| !line.is_empty());
    organization.contact.phones = lines.map(str::to_owned).collect();
    organization.contact.email = text("email");
    organization.contact.website = text("website");
    organization
}
