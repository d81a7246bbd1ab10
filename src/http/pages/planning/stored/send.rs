//! What the forms about kept scenarios send.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::view::{Asked, ConflictPage, StorePage, Typed};
use super::{PATH, answer, desk, find, one, question_text};
use crate::app::{
    AnalysisError, App, AppError, DatabaseError, ScenarioEdit, ScenarioFacts, ScenarioView,
};
use crate::domain::{FieldError, FieldErrors, ScenarioId, StoredScenario};
use crate::http::extract::Path;
use crate::http::pages::context::Context;
use crate::http::pages::planning::ask::{Reading, read};
use crate::http::pages::respond;
use crate::http::problem::Problem;
use crate::http::session::{CsrfForm, CsrfToken, DeskUser, Fields, SignedIn, Visitor};

/// `POST /planung/szenarien`: keeps a new scenario, or writes one anew.
pub(super) async fn store(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    CsrfForm(sent): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let desk = desk(&app)?;
    // Refuses whoever may not, before anything is computed.
    let all = desk.list_scenarios(&user.author).await?;
    let typed = Typed {
        name: sent.get("name").to_owned(),
        note: sent.get("note").to_owned(),
        question: sent.get("question").to_owned(),
        instead_of: sent.get("instead_of").to_owned(),
        keeps_answer: sent.get("keep") == "answer",
    };
    let done = keep(&app, &user, &all, &typed).await;
    match done {
        Ok(id) => Ok(Redirect::to(&format!("{PATH}/{id}?gespeichert")).into_response()),
        Err(AppError::Invalid(errors)) => again(&app, visitor.csrf(), &all, &typed, &errors).await,
        Err(AppError::Database(DatabaseError::Conflict { id, found: Some(_), .. })) => {
            conflict(&app, &user, visitor.csrf(), &id, &typed).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Keeps what was typed; which scenario it is.
async fn keep(
    app: &Arc<App>,
    user: &SignedIn,
    all: &[ScenarioView],
    typed: &Typed,
) -> Result<ScenarioId, AppError> {
    let mut faults = FieldErrors::default();
    let instead_of = typed.instead_of();
    let unknown = || FieldError::new("/instead_of", "unknown", "there is no such scenario");
    if instead_of.is_none() && !typed.instead_of.is_empty() {
        faults.push(unknown());
    }
    let (question, facts) = question(app, &typed.question, &mut faults).await?;
    let before = instead_of.and_then(|(id, _)| all.iter().find(|one| one.record.id == id));
    let before = before.map(|one| &one.record.scenario);
    // A new name or note leaves what the question was asked of as it is. Programs write the words in any order.
    let same = before.filter(|before| {
        typed.keeps_answer && question_text(&reading(app, &before.question).ask) == question
    });
    let scenario = StoredScenario {
        name: typed.name.clone(),
        note: typed.note.clone(),
        answer: same.map_or(facts.answer, |before| before.answer.clone()),
        sites: same.map_or(facts.sites, |before| before.sites.clone()),
        question,
    };
    if let Err(found) = scenario.validate() {
        // What a question lacks was told already.
        let told = faults.0.iter().any(|fault| fault.pointer == "/question");
        faults.0.extend(found.0.into_iter().filter(|f| !told || f.pointer != "/question"));
    }
    faults.into_result(())?;
    let edit = ScenarioEdit { instead_of, scenario, once: None };
    let desk = app.desk.as_deref().ok_or_else(|| FieldErrors(vec![unknown()]))?;
    let edited = desk.store_scenario(&user.author, edit).await?;
    Ok(edited.ok_or_else(|| FieldErrors(vec![unknown()]))?.id)
}

fn reading(app: &App, text: &str) -> Reading {
    read(text, &Context::new(app))
}

/// The question in its canonical form, and what there is to be kept beside it.
async fn question(
    app: &Arc<App>,
    text: &str,
    faults: &mut FieldErrors,
) -> Result<(String, ScenarioFacts), AppError> {
    let reading = reading(app, text);
    let detail = "is no question that can be answered";
    let fault = || FieldError::new("/question", "not_a_question", detail);
    let canonical = question_text(&reading.ask);
    let asked = reading.ask.question().filter(|_| reading.faults.is_empty());
    let Some(asked) = asked else {
        faults.push(fault());
        return Ok((canonical, ScenarioFacts::default()));
    };
    match app.scenario_facts(asked).await {
        Ok(facts) => Ok((canonical, facts)),
        // Sites that are gone stay in the question: its page says so, and with another day they may be back.
        Err(AppError::Analysis(AnalysisError::Question(found)))
            if found.iter().all(|fault| matches!(fault.word, "move" | "close")) =>
        {
            Ok((canonical, ScenarioFacts::default()))
        }
        Err(AppError::Analysis(AnalysisError::Question(_))) => {
            faults.push(fault());
            Ok((canonical, ScenarioFacts::default()))
        }
        Err(error) => Err(error),
    }
}

/// The form once more, with what was typed and what is wrong with it.
async fn again(
    app: &Arc<App>,
    csrf: CsrfToken,
    all: &[ScenarioView],
    typed: &Typed,
    errors: &FieldErrors,
) -> Result<Response, Problem> {
    let context = Context::new(app);
    let read = answer(app, &context, &typed.question).await?;
    let asked = Asked::new(&context, &read.reading, read.answer.as_deref());
    let page = StorePage::new(app, &context, csrf, all, asked, typed, errors);
    respond(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Somebody has written meanwhile: both, side by side.
async fn conflict(
    app: &Arc<App>,
    user: &SignedIn,
    csrf: CsrfToken,
    key: &str,
    typed: &Typed,
) -> Result<Response, Problem> {
    let theirs = find(app, user, key).await?;
    let context = Context::new(app);
    let page = ConflictPage::new(app, &context, csrf, &theirs, typed);
    respond(StatusCode::PRECONDITION_FAILED, &page)
}

/// `POST /planung/szenarien/{id}/loeschen`
pub(super) async fn delete(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(key): Path<String>,
    CsrfForm(sent): CsrfForm<Fields>,
) -> Result<Response, Problem> {
    let found = find(&app, &user, &key).await?;
    let version = sent.get("version").parse().unwrap_or_default();
    match desk(&app)?.delete_scenario(&user.author, found.record.id, version).await {
        Ok(_) => Ok(Redirect::to(&format!("{PATH}?geloescht")).into_response()),
        Err(AppError::Database(DatabaseError::Conflict { found: Some(_), .. })) => {
            let found = find(&app, &user, &key).await?;
            let status = StatusCode::PRECONDITION_FAILED;
            one(&app, &visitor, &found, "scenario-changed", status).await
        }
        Err(error) => Err(error.into()),
    }
}
