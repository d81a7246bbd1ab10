//! What a county package says otherwise than people have written, before its editor: both side by side, take over or keep.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::case::Beside;
use super::compare::{Comparison, comparison_of};
use super::disclosure::{acknowledged, places};
use super::view::{Names, answer, beside, desk, is_conflict, see, shell, when};
use crate::app::{App, AppError, Author, ImportDecision, WaitingCase};
use crate::domain::{ReviewStatus, ServiceId};
use crate::http::extract::Path;
use crate::http::pages::context::Context;
use crate::http::pages::shell::{Shell, door};
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, DeskUser, Fields, Visitor};

/// `/redaktion/eintraege/{id}/quelle`
#[derive(Template)]
#[template(path = "desk/source.html")]
pub(crate) struct SourcePage {
    pub(crate) shell: Shell,
    pub(crate) csrf: String,
    pub(crate) tab: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
    /// What both are decided about: the version of the record, and what the package says.
    pub(crate) version: i64,
    pub(crate) digest: String,
    /// "Zuletzt geändert von … am …".
    pub(crate) written: String,
    /// "Das Datenpaket sagt das seit …".
    pub(crate) since: String,
    /// The package no longer has the entry.
    pub(crate) gone: bool,
    /// What taking it over does beside changing words: that it leaves the public view; may be empty.
    pub(crate) leaves: &'static str,
    /// A version that waits goes on waiting.
    pub(crate) waits: bool,
    /// Places that are protected here and would be public with the package.
    pub(crate) discloses: Vec<String>,
    pub(crate) comparison: Comparison,
    pub(crate) beside: Vec<Beside>,
    pub(crate) alert: Option<(&'static str, &'static str)>,
}

door!(SourcePage);

/// `GET /redaktion/eintraege/{id}/quelle`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id: ServiceId = id.parse().map_err(|_none| Problem::not_found("entry"))?;
    let page = page(&app, &user.author, id, visitor.csrf().to_string()).await?;
    answer(StatusCode::OK, &page)
}

/// `POST /redaktion/eintraege/{id}/quelle`
pub(super) async fn decide(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    CsrfForm(form): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let id: ServiceId = id.parse().map_err(|_none| Problem::not_found("entry"))?;
    let take = match form.get("decision") {
        "take" => true,
        "keep" => false,
        _ => return Err(Problem::of_status(StatusCode::BAD_REQUEST)),
    };
    let decision = ImportDecision {
        id,
        expected_version: form.get("version").parse().unwrap_or_default(),
        digest: form.get("digest").to_owned(),
        take,
        acknowledged: acknowledged(&form),
    };
    let context = Context::new(&app);
    let t = |key: &'static str| context.texts.t(key);
    let (status, alert) = match desk(&app)?.decide_import(&user.author, &decision).await {
        Ok(Some(_)) => {
            let done = if take { "source_take" } else { "source_keep" };
            return Ok(see(&format!("/redaktion/eintraege/{id}?getan={done}")));
        }
        Ok(None) => return Err(Problem::not_found("entry")),
        Err(error) if is_conflict(&error) => {
            (StatusCode::PRECONDITION_FAILED, (t("source-conflict"), t("source-conflict-text")))
        }
        Err(AppError::Doubtful(_)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, (t("case-discloses"), t("case-discloses-text")))
        }
        Err(AppError::Transition(_)) => {
            (StatusCode::CONFLICT, (t("case-transition"), t("case-transition-text")))
        }
        Err(error) => return Err(error.into()),
    };
    let mut page = page(&app, &user.author, id, visitor.csrf().to_string()).await?;
    page.alert = Some(alert);
    answer(status, &page)
}

async fn page(
    app: &App,
    author: &Author,
    id: ServiceId,
    csrf: String,
) -> Result<SourcePage, Problem> {
    let desk = desk(app)?;
    let view = desk.find_import_case(author, id).await?;
    let view = view.ok_or_else(|| Problem::not_found("entry"))?;
    let neighbours = desk.neighbours(author, WaitingCase { id, source: true }).await?;
    let context = Context::new(app);
    let texts = context.texts;
    let (record, case) = (&view.record, &view.case);
    let ours = view.public.as_ref().unwrap_or(&record.listing);
    let who = Names::new(desk).of(&context, &record.author).await?;
    let at = when(&context, app, &record.last_modified);
    let since = when(&context, app, &case.since);
    let sides = [texts.t("source-ours"), texts.t("source-theirs")];
    let said = case.said.as_ref();
    let hides = said.is_some_and(|(_, status)| *status != ReviewStatus::Published);
    let disclosed = match said {
        Some((listing, ReviewStatus::Published)) => {
            let sites = desk.list_sites_disclosed_by_source(author, record, listing).await?;
            places(&context, listing, &sites)
        }
        _ => Vec::new(),
    };
    let waits = matches!(record.review_status, ReviewStatus::Draft | ReviewStatus::Pending);
    Ok(SourcePage {
        shell: shell(&context, ours.name.clone()),
        csrf,
        tab: "queue",
        id: id.to_string(),
        name: ours.name.clone(),
        version: record.version,
        digest: case.digest.clone(),
        written: texts.with("case-written", &[("who", (&who).into()), ("when", (&at).into())]),
        since: texts.with("source-since", &[("when", (&since).into())]),
        gone: said.is_none(),
        leaves: if hides && record.published_revision.is_some() {
            texts.t("source-leaves")
        } else {
            ""
        },
        waits: waits && record.published_revision != Some(record.latest_revision),
        discloses: disclosed,
        // Nothing to be compared where the package has nothing to say.
        comparison: comparison_of(&context, Some(ours), said.map_or(ours, |(l, _)| l), sides),
        beside: beside(&context, &neighbours),
        alert: None,
    })
}
