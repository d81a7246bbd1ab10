//! `/api/organizations`: bodies that run services, for those who tend their records.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::{created, of_version, private};
use super::body::{read, read_organization};
use super::entry::{desk, to_value};
use super::merge_patch::{self, MERGE_PATCH};
use super::precondition::Sent;
use super::words::Words;
use crate::app::{
    App, AppError, Author, DatabaseError, OrganizationEdit, OrganizationEdited, OrganizationRecord,
};
use crate::domain::{FieldError, FieldErrors, Organization, OrganizationId, Scope};
use crate::http::extract::Path;
use crate::http::problem::Problem;
use crate::http::session::DeskUser;

const JSON: &str = "application/json";

fn document(record: &OrganizationRecord) -> Result<Value, Problem> {
    let mut document = to_value(&record.organization)?;
    document["record"] = json!({
        "version": record.version, "trusted": record.trusted, "last_modified": record.last_modified,
    });
    Ok(document)
}

async fn find(app: &App, key: &str) -> Result<OrganizationRecord, Problem> {
    let missing = || Problem::not_found("such organization");
    let id: OrganizationId = key.parse().ok().ok_or_else(missing)?;
    desk(app)?.find_organization(id).await?.ok_or_else(missing)
}

/// `GET /api/organizations`: all of them, by name.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    Words::new(sent.query()).finish()?;
    let all = desk(&app)?.list_organizations().await?;
    let items = all.iter().map(document).collect::<Result<Vec<_>, _>>()?;
    Ok(private(StatusCode::OK, json!({ "items": items })))
}

/// `GET /api/organizations/{id}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    Words::new(sent.query()).finish()?;
    let record = find(&app, &key).await?;
    Ok(of_version(StatusCode::OK, record.version, document(&record)?))
}

/// `POST /api/organizations`.
pub(super) async fn create(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::OrganizationsWrite)?;
    Words::new(sent.query()).finish()?;
    let organization = read_organization(sent.json(JSON)?)?;
    let edit = OrganizationEdit { organization, expected_version: None, once: sent.once()? };
    let saved = desk(&app)?.edit_organization(&user.author, edit).await?;
    let saved = saved.ok_or_else(|| Problem::not_found("such organization"))?;
    Ok(created(&format!("/api/organizations/{}", saved.id), saved.version, saved))
}

/// `PUT /api/organizations/{id}`.
pub(super) async fn replace(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::OrganizationsWrite)?;
    Words::new(sent.query()).finish()?;
    let version = sent.version()?;
    let organization = read_organization(sent.json(JSON)?)?;
    write(&app, &user.author, &key, organization, version).await
}

/// `PATCH /api/organizations/{id}`.
pub(super) async fn patch(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::OrganizationsWrite)?;
    Words::new(sent.query()).finish()?;
    let version = sent.version()?;
    let patch = sent.json(MERGE_PATCH)?;
    let record = find(&app, &key).await?;
    if record.version != version {
        return Err(stale(&record, version, None)?);
    }
    let body = merge_patch::apply(to_value(&record.organization)?, patch);
    write(&app, &user.author, &key, read_organization(body)?, version).await
}

async fn write(
    app: &App,
    author: &Author,
    key: &str,
    mut organization: Organization,
    version: i64,
) -> Result<Response, Problem> {
    let known = find(app, key).await?.organization.id;
    if !organization.id.0.is_nil() && organization.id != known {
        let fault = FieldError::new("/id", "other", "is that of another organization");
        return Err(Problem::invalid_fields(FieldErrors(vec![fault])));
    }
    organization.id = known;
    let yours = to_value(&organization)?;
    let expected_version = Some(version);
    let edit = OrganizationEdit { organization, expected_version, once: None };
    let done = desk(app)?.edit_organization(author, edit).await;
    finish(app, key, version, Some(yours), done).await
}

/// Whether the county trusts it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TrustBody {
    trusted: bool,
}

/// `PUT /api/organizations/{id}/trust`: publishes without review from now on, or no longer.
pub(super) async fn trust(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::OrganizationsWrite)?;
    Words::new(sent.query()).finish()?;
    let version = sent.version()?;
    let TrustBody { trusted } = read(sent.json(JSON)?)?;
    let id = find(&app, &key).await?.organization.id;
    let done = desk(&app)?.trust_organization(&user.author, id, trusted, version).await;
    finish(&app, &key, version, None, done).await
}

async fn finish(
    app: &App,
    key: &str,
    seen: i64,
    yours: Option<Value>,
    done: Result<Option<OrganizationEdited>, AppError>,
) -> Result<Response, Problem> {
    match done {
        Err(AppError::Database(DatabaseError::Conflict { found: Some(_), .. })) => {
            Err(stale(&find(app, key).await?, seen, yours)?)
        }
        other => {
            let saved = other?.ok_or_else(|| Problem::not_found("such organization"))?;
            Ok(of_version(StatusCode::OK, saved.version, saved))
        }
    }
}

fn stale(record: &OrganizationRecord, seen: i64, yours: Option<Value>) -> Result<Problem, Problem> {
    let version = record.version;
    let detail = format!(
        "Somebody has changed it meanwhile: it is at version {version}, you have seen {seen}."
    );
    let status = StatusCode::PRECONDITION_FAILED;
    let mut problem = Problem::new(status, "version_conflict", detail);
    problem.members.insert("expected_version".to_owned(), seen.into());
    problem.members.insert("current_version".to_owned(), version.into());
    problem.members.insert("current".to_owned(), document(record)?);
    if let Some(yours) = yours {
        problem.members.insert("yours".to_owned(), yours);
    }
    Ok(problem)
}
