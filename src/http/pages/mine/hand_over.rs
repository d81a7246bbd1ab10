//! Handing an entry over: `/mein/angebote/{id}/uebergeben` proposes, `/mein/uebergaben` decides.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::super::context::Context;
use super::super::respond;
use super::super::shell::{Shell, door};
use super::Asker;
use crate::app::{App, AppError, DatabaseError, HandoverDecision};
use crate::domain::ServiceId;
use crate::http::extract::{Path, RawQuery};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields, Visitor};

/// An organization to choose.
struct Choice {
    id: String,
    name: String,
    chosen: bool,
}

/// Where an entry is proposed to another organization.
#[derive(Template)]
#[template(path = "mine/hand-over.html")]
struct HandOverPage {
    shell: Shell,
    csrf: String,
    id: String,
    version: i64,
    name: String,
    organizations: Vec<Choice>,
    fault: &'static str,
    /// Somebody else has written meanwhile.
    stale: bool,
}

/// A proposal.
struct Item {
    id: String,
    version: i64,
    name: String,
    from: String,
    to: String,
    /// Whether the person may accept; otherwise they may take it back.
    receives: bool,
}

/// The proposals a person has to do with.
#[derive(Template)]
#[template(path = "mine/handovers.html")]
struct HandoversPage {
    shell: Shell,
    csrf: String,
    items: Vec<Item>,
    notice: &'static str,
    stale: bool,
}

door!(HandOverPage, HandoversPage);

fn parse(id: &str) -> Result<ServiceId, Problem> {
    id.parse().ok().ok_or_else(|| Problem::not_found("entry"))
}

const fn is_conflict(error: &AppError) -> bool {
    matches!(error, AppError::Database(DatabaseError::Conflict { found: Some(_), .. }))
}

async fn proposing(
    app: &App,
    asker: &Asker,
    id: ServiceId,
    chosen: &str,
) -> Result<HandOverPage, Problem> {
    let found = super::desk(app)?.find_listing_for(&asker.author, id).await?;
    let view = found.ok_or_else(|| Problem::not_found("entry"))?;
    let context = Context::new(app);
    let owner = view.record.owner;
    let known = context.reference().organizations.values();
    let others = known.filter(|organization| Some(organization.id) != owner);
    let mut organizations: Vec<Choice> = others
        .map(|organization| Choice {
            id: organization.id.to_string(),
            name: organization.name.clone(),
            chosen: organization.id.to_string() == chosen,
        })
        .collect();
    organizations.sort_by_key(|choice| choice.name.to_lowercase());
    let title = context.texts.t("handover-title");
    Ok(HandOverPage {
        shell: Shell::new(&context.prepared, "desk", title, "").hidden(true),
        csrf: asker.csrf.clone(),
        id: id.to_string(),
        version: view.record.version,
        name: view.record.listing.name,
        organizations,
        fault: "",
        stale: false,
    })
}

/// `GET /mein/angebote/{id}/uebergeben`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let page = proposing(&app, &Asker::new(&user, &visitor), parse(&id)?, "").await?;
    respond(StatusCode::OK, &page)
}

/// `POST /mein/angebote/{id}/uebergeben`
pub(super) async fn propose(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let id = parse(&id)?;
    let asker = Asker::new(&user, &visitor);
    let version = form.get("version").parse().unwrap_or_default();
    let texts = crate::texts::Texts::german();
    let proposed = match form.get("organization").parse() {
        Ok(to) => super::desk(&app)?.propose_handover(&asker.author, id, to, version).await,
        Err(_) => Err(AppError::Invalid(crate::domain::FieldErrors::default())),
    };
    let (status, fault, stale) = match proposed {
        Ok(Some(())) => {
            return Ok(Redirect::to("/mein/uebergaben?getan=vorgeschlagen").into_response());
        }
        Ok(None) => return Err(Problem::not_found("entry")),
        Err(AppError::Invalid(_)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, texts.t("handover-fault"), false)
        }
        Err(error) if is_conflict(&error) => (StatusCode::PRECONDITION_FAILED, "", true),
        Err(error) => return Err(error.into()),
    };
    let mut page = proposing(&app, &asker, id, form.get("organization")).await?;
    page.fault = fault;
    page.stale = stale;
    respond(status, &page)
}

async fn listed(app: &App, asker: &Asker) -> Result<HandoversPage, Problem> {
    let all = super::desk(app)?.list_handovers(&asker.author).await?;
    let context = Context::new(app);
    let known = &context.reference().organizations;
    let name = |id| known.get(&id).map(|one| one.name.clone()).unwrap_or_default();
    let items = all.into_iter().map(|one| Item {
        id: one.record.service_id.to_string(),
        version: one.version,
        name: one.name,
        from: name(one.record.from),
        to: name(one.record.to),
        receives: asker.author.is_editor() || asker.organizations.contains(&one.record.to),
    });
    let title = context.texts.t("handovers-title");
    Ok(HandoversPage {
        shell: Shell::new(&context.prepared, "desk", title, "").hidden(true),
        csrf: asker.csrf.clone(),
        items: items.collect(),
        notice: "",
        stale: false,
    })
}

/// `GET /mein/uebergaben`
pub(super) async fn list(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let mut page = listed(&app, &Asker::new(&user, &visitor)).await?;
    let texts = crate::texts::Texts::german();
    page.notice = match raw.as_str() {
        "getan=vorgeschlagen" => texts.t("handover-proposed"),
        "getan=angenommen" => texts.t("handover-accepted"),
        "getan=abgelehnt" => texts.t("handover-refused"),
        _ => "",
    };
    respond(StatusCode::OK, &page)
}

/// `POST /mein/uebergaben`
pub(super) async fn decide(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let asker = Asker::new(&user, &visitor);
    let id = parse(form.get("entry"))?;
    let (decision, done) = match form.get("decision") {
        "accept" => (HandoverDecision::Accept, "angenommen"),
        "refuse" => (HandoverDecision::Refuse, "abgelehnt"),
        _ => return Err(Problem::of_status(StatusCode::BAD_REQUEST)),
    };
    let version = form.get("version").parse().unwrap_or_default();
    match super::desk(&app)?.decide_handover(&asker.author, id, decision, version).await {
        Ok(Some(_)) => Ok(Redirect::to(&format!("/mein/uebergaben?getan={done}")).into_response()),
        Ok(None) => Err(Problem::not_found("proposal")),
        Err(error) if is_conflict(&error) => {
            let mut page = listed(&app, &asker).await?;
            page.stale = true;
            respond(StatusCode::PRECONDITION_FAILED, &page)
        }
        Err(error) => Err(error.into()),
    }
}
