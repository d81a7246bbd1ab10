//! `/api/coverage/scenarios`: scenarios of the planning that were kept under a name.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::{created, of_version, private};
use super::body::read;
use super::entry::desk;
use super::precondition::Sent;
use super::words::Words;
use crate::app::{
    App, AppError, DatabaseError, Question, ScenarioEdit, ScenarioEdited, ScenarioView,
};
use crate::domain::{FieldError, FieldErrors, Scope, StoredScenario};
use crate::http::api::coverage::read::read_with;
use crate::http::extract::Path;
use crate::http::params::{QUESTION, encode};
use crate::http::problem::Problem;
use crate::http::session::{DeskUser, SignedIn};

const JSON: &str = "application/json";

/// What is sent. `record` tells the state of the record and is no part of it; so does what the server adds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    name: String,
    #[serde(default)]
    note: String,
    question: String,
    #[serde(default, rename = "id")]
    _id: Option<Value>,
    #[serde(default, rename = "answer")]
    _answer: Option<Value>,
    #[serde(default, rename = "sites")]
    _sites: Option<Value>,
    #[serde(default, rename = "record")]
    _record: Option<Value>,
}

fn document(view: &ScenarioView) -> Value {
    let (record, scenario) = (&view.record, &view.record.scenario);
    let sites = scenario
        .sites
        .iter()
        .map(|site| json!({ "feature_id": site.feature_id, "name": site.name }))
        .collect::<Vec<_>>();
    json!({
        "id": record.id, "name": scenario.name, "note": scenario.note,
        "question": scenario.question, "answer": scenario.answer, "sites": sites,
        "record": {
            "version": record.version, "by": view.by, "own": view.is_own,
            "created_at": record.created_at, "last_modified": record.last_modified,
        },
    })
}

fn missing() -> Problem {
    Problem::not_found("such scenario")
}

async fn find(app: &App, user: &SignedIn, key: &str) -> Result<ScenarioView, Problem> {
    // Whoever may not see any is told so, whatever they ask for.
    let id = key.parse().unwrap_or(crate::domain::ScenarioId(uuid::Uuid::nil()));
    desk(app)?.find_scenario(&user.author, id).await?.ok_or_else(missing)
}

/// `GET /api/coverage/scenarios`: all of them, the last written first.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ScenariosWrite)?;
    Words::new(sent.query()).finish()?;
    let all = desk(&app)?.list_scenarios(&user.author).await?;
    let items: Vec<Value> = all.iter().map(document).collect();
    Ok(private(StatusCode::OK, json!({ "items": items })))
}

/// `GET /api/coverage/scenarios/{id}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ScenariosWrite)?;
    Words::new(sent.query()).finish()?;
    let found = find(&app, &user, &key).await?;
    Ok(of_version(StatusCode::OK, found.record.version, document(&found)))
}

/// `POST /api/coverage/scenarios`.
pub(super) async fn create(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ScenariosWrite)?;
    Words::new(sent.query()).finish()?;
    // Refuses whoever may not, before anything is computed.
    desk(&app)?.list_scenarios(&user.author).await?;
    let scenario = scenario_of(&app, read(sent.json(JSON)?)?).await?;
    let edit = ScenarioEdit { instead_of: None, scenario, once: sent.once()? };
    let saved = desk(&app)?.store_scenario(&user.author, edit).await?.ok_or_else(missing)?;
    Ok(created(&format!("/api/coverage/scenarios/{}", saved.id), saved.version, saved))
}

/// `PUT /api/coverage/scenarios/{id}`.
pub(super) async fn replace(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ScenariosWrite)?;
    Words::new(sent.query()).finish()?;
    let version = sent.version()?;
    let found = find(&app, &user, &key).await?;
    let scenario = scenario_of(&app, read(sent.json(JSON)?)?).await?;
    let yours = json!({
        "name": scenario.name, "note": scenario.note, "question": scenario.question,
    });
    let instead_of = Some((found.record.id, version));
    let edit = ScenarioEdit { instead_of, scenario, once: None };
    let done = desk(&app)?.store_scenario(&user.author, edit).await;
    let saved: ScenarioEdited = match done {
        Err(error) => return Err(stale(&app, &user, &key, version, Some(yours), error).await?),
        Ok(saved) => saved.ok_or_else(missing)?,
    };
    Ok(of_version(StatusCode::OK, saved.version, saved))
}

/// `DELETE /api/coverage/scenarios/{id}`.
pub(super) async fn delete(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ScenariosWrite)?;
    Words::new(sent.query()).finish()?;
    let version = sent.version()?;
    let found = find(&app, &user, &key).await?;
    match desk(&app)?.delete_scenario(&user.author, found.record.id, version).await {
        Err(error) => Err(stale(&app, &user, &key, version, None, error).await?),
        Ok(done) => {
            done.ok_or_else(missing)?;
            Ok(private(StatusCode::OK, json!({ "id": found.record.id })))
        }
    }
}

/// Whether a question says which offers count, as the pages want it.
fn names_offers(question: &Question) -> bool {
    let query = &question.query;
    !query.categories.is_empty() || !query.target_groups.is_empty() || query.q.is_some()
}

/// The scenario of a body, with what it is asked of now.
async fn scenario_of(app: &Arc<App>, body: Body) -> Result<StoredScenario, Problem> {
    let mut faults = FieldErrors::default();
    let mut scenario =
        StoredScenario { name: body.name, note: body.note, ..StoredScenario::default() };
    let text = body.question.trim_start_matches('?');
    match read_with(app, text, QUESTION, &mut |_| None).await {
        Ok((question, mut pairs)) => {
            // The pages close gaps by themselves where nothing is said; here nothing means none.
            if !pairs.iter().any(|(name, _)| name == "merge_m") {
                pairs.push(("merge_m".to_owned(), "0".to_owned()));
            }
            let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            scenario.question = encode(pairs);
            if names_offers(&question) {
                let facts = app.scenario_facts(question).await?;
                scenario.answer = facts.answer;
                scenario.sites = facts.sites;
            } else {
                // The pages call such a question unfinished: there it could neither be read nor renamed.
                let detail = "must say which offers count: category, target_group or q";
                faults.push(FieldError::new("/question", "names_no_offers", detail));
            }
        }
        Err(mut problem) if problem.status == StatusCode::BAD_REQUEST => {
            let found = std::mem::take(&mut problem.errors);
            faults.0.extend(found.into_iter().map(|error| {
                let word = error.parameter.unwrap_or_default();
                let detail = format!("{word}: {}", error.detail);
                FieldError::new("/question", error.code, detail)
            }));
        }
        Err(problem) => return Err(problem),
    }
    if let Err(found) = scenario.validate() {
        let told = !faults.0.is_empty();
        faults.0.extend(found.0.into_iter().filter(|f| !told || f.pointer != "/question"));
    }
    faults.into_result(scenario).map_err(Problem::invalid_fields)
}

/// An error as an answer; of a stale version with both.
async fn stale(
    app: &App,
    user: &SignedIn,
    key: &str,
    seen: i64,
    yours: Option<Value>,
    error: AppError,
) -> Result<Problem, Problem> {
    let AppError::Database(DatabaseError::Conflict { found: Some(_), .. }) = error else {
        return Ok(error.into());
    };
    let current = find(app, user, key).await?;
    let version = current.record.version;
    let detail = format!(
        "Somebody has changed it meanwhile: it is at version {version}, you have seen {seen}."
    );
    let status = StatusCode::PRECONDITION_FAILED;
    let mut problem = Problem::new(status, "version_conflict", detail);
    problem.members.insert("expected_version".to_owned(), seen.into());
    problem.members.insert("current_version".to_owned(), version.into());
    problem.members.insert("current".to_owned(), document(&current));
    if let Some(yours) = yours {
        problem.members.insert("yours".to_owned(), yours);
    }
    Ok(problem)
}
