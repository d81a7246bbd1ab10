//! `/mein/uebernehmen/{id}`: a provider claims an entry that nobody speaks for.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::super::context::Context;
use super::super::respond;
use super::super::shell::{Shell, door};
use crate::app::{App, AppError};
use crate::domain::{FieldErrors, ServiceId};
use crate::http::extract::{Path, RawQuery};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields, Visitor};

#[derive(Template)]
#[template(path = "mine/claim.html")]
struct ClaimPage {
    shell: Shell,
    csrf: String,
    id: String,
    name: String,
    organization: String,
    message: String,
    /// What is wrong with the message.
    fault: &'static str,
    /// Why the entry cannot be claimed at all.
    refused: &'static str,
    sent: bool,
}

door!(ClaimPage);

/// The page of a public entry.
fn page(app: &App, visitor: &Visitor, id: ServiceId) -> Result<ClaimPage, Problem> {
    let context = Context::new(app);
    let missing = || Problem::not_found("entry");
    let mut sites = context.snapshot.sites_of(id).into_iter();
    let public = sites.find(|site| context.snapshot.is_public(*site, &context.moment));
    let view = public.and_then(|site| context.snapshot.view(site, &context.moment));
    let listing = view.ok_or_else(missing)?.listing;
    let known = &context.reference().organizations;
    let owner = listing.organization_id.and_then(|id| known.get(&id));
    let owner = owner.map(|owner| owner.name.clone()).or(listing.organization_text.clone());
    let title = context.texts.t("claim-title");
    Ok(ClaimPage {
        shell: Shell::new(&context.prepared, "desk", title, "").hidden(true),
        csrf: visitor.csrf().to_string(),
        id: id.to_string(),
        name: listing.name.clone(),
        organization: owner
            .unwrap_or_else(|| context.texts.t("claim-organization-none").to_owned()),
        message: String::new(),
        fault: "",
        refused: "",
        sent: false,
    })
}

fn parse(id: &str) -> Result<ServiceId, Problem> {
    id.parse().ok().ok_or_else(|| Problem::not_found("entry"))
}

/// `GET /mein/uebernehmen/{id}`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(_): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let mut page = page(&app, &visitor, parse(&id)?)?;
    page.sent = raw == "gesendet=1";
    respond(StatusCode::OK, &page)
}

/// `POST /mein/uebernehmen/{id}`
pub(super) async fn send(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let id = parse(&id)?;
    let message = form.get("message");
    let claimed = super::desk(&app)?.claim_listing(&user.account, id, message).await;
    let faults = match claimed {
        Ok(Some(_)) => {
            let done = format!("/mein/uebernehmen/{id}?gesendet=1");
            return Ok(Redirect::to(&done).into_response());
        }
        Ok(None) => return Err(Problem::not_found("entry")),
        Err(AppError::Invalid(faults)) => faults,
        Err(error) => return Err(error.into()),
    };
    let mut page = page(&app, &visitor, id)?;
    tell(&mut page, &faults);
    message.clone_into(&mut page.message);
    respond(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Says what is wrong, each at its place.
fn tell(page: &mut ClaimPage, faults: &FieldErrors) {
    let texts = crate::texts::Texts::german();
    for fault in &faults.0 {
        match (fault.pointer.as_str(), fault.code.as_str()) {
            ("/service_id", "yours") => page.refused = texts.t("claim-fault-yours"),
            ("/service_id", _) => page.refused = texts.t("claim-fault-spoken-for"),
            ("/message", "required" | "too_short") => page.fault = texts.t("claim-fault-short"),
            _ => page.fault = texts.t("claim-fault-text"),
        }
    }
}
