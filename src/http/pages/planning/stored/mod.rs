//! `/planung/szenarien`: scenarios that were kept under a name. For planners and administrators alone: every page asks a
//! use case that refuses everybody else. No scripts.

mod send;
mod view;

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};

use self::view::{Asked, ListPage, OnePage, StorePage, Typed};
use super::super::context::Context;
use super::super::respond;
use super::ask::{Ask, Fault, Reading, read};
use super::{Answer, admit, analyse};
use crate::app::{Analysed, App, Desk, ScenarioView};
use crate::domain::policy::{Action, Subject, may};
use crate::domain::{FieldErrors, ScenarioId};
use crate::http::extract::{Path, RawQuery};
use crate::http::problem::Problem;
use crate::http::session::{DeskUser, SignedIn, Visitor};

/// The page of all of them.
pub(crate) const PATH: &str = "/planung/szenarien";

/// All pages of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(list).post(send::store))
        .route("/planung/szenarien/neu", get(form))
        .route("/planung/szenarien/{id}", get(show))
        .route("/planung/szenarien/{id}/loeschen", post(send::delete))
}

/// Where whoever may keep scenarios goes on to from `/planung`.
pub(crate) struct StoreDoor {
    /// The form for the question that is shown; empty while nothing is asked.
    pub(crate) new_href: String,
    pub(crate) list_href: &'static str,
}

impl StoreDoor {
    /// The door, for those whom it is open to.
    pub(super) fn for_visitor(visitor: &Visitor, ask: &Ask) -> Option<Self> {
        let user = visitor.signed_in()?;
        may(&user.author.actor, Action::StoreScenario, Subject::default()).ok()?;
        let asked = ask.question().map(|_| ask.href("/planung/szenarien/neu"));
        Some(Self { new_href: asked.unwrap_or_default(), list_href: PATH })
    }
}

/// The writing side; 404 where this instance only answers questions, or has no planning pages.
fn desk(app: &App) -> Result<&Desk, Problem> {
    admit(app)?;
    app.desk.as_deref().ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))
}

async fn find(app: &App, user: &SignedIn, key: &str) -> Result<ScenarioView, Problem> {
    let missing = || Problem::not_found("such scenario");
    // Whoever may not see any is told so, whatever they ask for.
    let id = key.parse().unwrap_or(ScenarioId(uuid::Uuid::nil()));
    desk(app)?.find_scenario(&user.author, id).await?.ok_or_else(missing)
}

/// A question with its answer, as far as there is one now.
struct Read {
    reading: Reading,
    answer: Option<Arc<Analysed>>,
}

/// Reads and answers a question. What of it cannot be answered (any more) is taken back, and stands among the faults.
async fn answer(app: &Arc<App>, context: &Context, question: &str) -> Result<Read, Problem> {
    let mut reading = read(question, context);
    let patient = |ask: &Ask| ask.question().map(|question| app.analyse_patiently(question));
    let answer = match analyse(&mut reading, patient).await? {
        Answer::Analysed(analysed) => Some(analysed),
        _ => None,
    };
    Ok(Read { reading, answer })
}

/// `GET /planung/szenarien`
async fn list(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let all = desk(&app)?.list_scenarios(&user.author).await?;
    let context = Context::new(&app);
    respond(StatusCode::OK, &ListPage::new(&app, &context, &all, query == "geloescht"))
}

/// `GET /planung/szenarien/neu?…`: the form for a question.
async fn form(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let all = desk(&app)?.list_scenarios(&user.author).await?;
    let context = Context::new(&app);
    let read = answer(&app, &context, &query).await?;
    let question = question_text(&read.reading.ask);
    let typed = Typed { question, ..Typed::default() };
    let asked = Asked::new(&context, &read.reading, read.answer.as_deref());
    let none = FieldErrors::default();
    let page = StorePage::new(&app, &context, visitor.csrf(), &all, asked, &typed, &none);
    respond(StatusCode::OK, &page)
}

/// `GET /planung/szenarien/{id}`
async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(key): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let found = find(&app, &user, &key).await?;
    let notice = if query == "gespeichert" { "scenario-saved" } else { "" };
    one(&app, &visitor, &found, notice, StatusCode::OK).await
}

/// The page of one scenario.
async fn one(
    app: &Arc<App>,
    visitor: &Visitor,
    found: &ScenarioView,
    notice: &'static str,
    status: StatusCode,
) -> Result<Response, Problem> {
    let context = Context::new(app);
    let read = answer(app, &context, &found.record.scenario.question).await?;
    let page = OnePage::new(app, &context, visitor.csrf(), found, &read, notice);
    respond(status, &page)
}

/// The canonical query string of a question: the same words for pages and for the machine interface.
///
/// A gap of zero is written out: left out, it would be none for the machine interface, and the usual one for the pages.
fn question_text(ask: &Ask) -> String {
    let apart: &[(&str, &str)] = if ask.merged_m() > 0.0 { &[] } else { &[("merge_m", "0")] };
    ask.api_href("", apart).trim_start_matches('?').to_owned()
}

/// Whether a fault is about a change of the scenario whose site is no longer there.
fn is_about_a_site(fault: &Fault) -> bool {
    matches!(fault.word.as_str(), "move" | "close")
}
