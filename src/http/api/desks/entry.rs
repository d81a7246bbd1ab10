//! `/api/listings/{id}`: one entry, read and written as a whole or in parts.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use serde_json::{Map, Value};

use super::answer::{created, edited, of_version, private, shown};
use super::body::read_listing;
use super::merge_patch::{self, MERGE_PATCH};
use super::precondition::Sent;
use super::words::Words;
use crate::app::{App, AppError, Archive, Author, DatabaseError, Desk, Edit, Edited, ListingView};
use crate::domain::{FieldError, FieldErrors, Listing, ReviewStatus, Revision, Scope, ServiceId};
use crate::http::extract::Path;
use crate::http::problem::Problem;
use crate::http::session::DeskUser;

const JSON: &str = "application/json";

/// The state of a record, beside the fields of its latest version.
#[derive(Debug, Serialize)]
struct RecordDocument<'a> {
    version: i64,
    review_status: ReviewStatus,
    revision: i64,
    published_revision: Option<i64>,
    author: &'a str,
    created_at: &'a str,
    last_modified: &'a str,
    /// What an editor asked back, while it waits for an answer.
    question: Option<&'a str>,
    /// The public version, where it is another one than the latest.
    published: Option<&'a Listing>,
}

/// The entry with the state of its record, as JSON.
pub(super) fn document(view: &ListingView) -> Result<Value, Problem> {
    let record = &view.record;
    let mut document = to_value(&record.listing)?;
    let state = RecordDocument {
        version: record.version,
        review_status: record.review_status,
        revision: record.latest_revision,
        published_revision: record.published_revision,
        author: &record.author,
        created_at: &record.created_at,
        last_modified: &record.last_modified,
        question: view.question(),
        published: view.published.as_ref().map(|revision| &revision.listing),
    };
    if let Some(members) = document.as_object_mut() {
        members.insert("record".to_owned(), to_value(&state)?);
    }
    Ok(document)
}

pub(super) fn to_value(record: &impl Serialize) -> Result<Value, Problem> {
    serde_json::to_value(record).map_err(Problem::internal)
}

/// The writing side; without one there are no desks here.
pub(super) fn desk(app: &App) -> Result<&Arc<Desk>, Problem> {
    app.desk.as_ref().ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))
}

/// The id of an entry in a path; what is none is not found.
pub(super) fn id(text: &str) -> Result<ServiceId, Problem> {
    text.parse().ok().ok_or_else(|| Problem::not_found("such entry"))
}

/// `GET /api/listings/{id}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    Words::new(sent.query()).finish()?;
    let view = find(&app, &user.author, id(&key)?).await?;
    Ok(of_version(StatusCode::OK, view.record.version, document(&view)?))
}

pub(super) async fn find(
    app: &App,
    author: &Author,
    id: ServiceId,
) -> Result<ListingView, Problem> {
    let found = desk(app)?.find_listing_for(author, id).await?;
    found.ok_or_else(|| hidden(app, id))
}

/// Why somebody may not see the record of an entry: of what is public it is no secret that it is there.
pub(super) fn hidden(app: &App, id: ServiceId) -> Problem {
    if app.atlas.snapshot().sites_of(id).is_empty() {
        return Problem::not_found("such entry");
    }
    let detail = "The record belongs to another organization.";
    Problem::new(StatusCode::FORBIDDEN, "denied", detail)
}

/// A version as it is shown.
#[derive(Debug, Serialize)]
struct RevisionDocument<'a> {
    service_id: ServiceId,
    revision: i64,
    review_status: ReviewStatus,
    author: &'a str,
    created_at: &'a str,
    reason: Option<&'a str>,
    listing: &'a Listing,
}

/// `GET /api/listings/{id}/revisions/{number}`.
pub(super) async fn show_revision(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path((key, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    Words::new(sent.query()).finish()?;
    let id = id(&key)?;
    find(&app, &user.author, id).await?;
    let found = desk(&app)?.find_revision_for(&user.author, id, number).await?;
    let Revision { service_id, number, review_status, author, created_at, reason, listing } =
        found.ok_or_else(|| Problem::not_found("such version"))?;
    let document = RevisionDocument {
        service_id,
        revision: number,
        review_status,
        author: &author,
        created_at: &created_at,
        reason: reason.as_deref(),
        listing: &listing,
    };
    Ok(private(StatusCode::OK, document))
}

/// What the query of a write says.
struct How {
    draft: bool,
    confirm: bool,
    reason: Option<String>,
    acknowledged: Vec<String>,
}

fn how(query: &str) -> Result<How, Problem> {
    let mut words = Words::new(query);
    let how = How {
        draft: words.flag("draft"),
        confirm: words.flag("confirm"),
        reason: words.text("reason"),
        acknowledged: words.list("acknowledge", "codes", |code| Some(code.to_owned())),
    };
    words.finish()?;
    Ok(how)
}

/// Saves an entry as the query says.
async fn save(
    app: &App,
    author: &Author,
    edit: Edit,
    how: How,
) -> Result<Result<Option<Edited>, AppError>, Problem> {
    let How { draft, confirm, reason, acknowledged } = how;
    let edit = Edit { reason, confirm, acknowledged, ..edit };
    let desk = desk(app)?;
    Ok(if draft {
        desk.save_draft(author, edit).await
    } else {
        desk.edit_listing(author, edit).await
    })
}

/// `POST /api/listings`: a new entry.
pub(super) async fn create(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsWrite)?;
    let (how, once) = (how(sent.query())?, sent.once()?);
    let listing = read_listing(sent.json(JSON)?)?;
    let edit = Edit { once, ..Edit::new(listing, None) };
    let saved = save(&app, &user.author, edit, how).await??;
    let saved = saved.ok_or_else(|| Problem::not_found("such entry"))?;
    shown(&app, &saved).await;
    Ok(created(&format!("/api/listings/{}", saved.id), saved.version, saved))
}

/// `PUT /api/listings/{id}`: the whole entry.
pub(super) async fn replace(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsWrite)?;
    let how = how(sent.query())?;
    let (id, version) = (id(&key)?, sent.version()?);
    let listing = read_listing(sent.json(JSON)?)?;
    write(&app, &user.author, id, Edit::new(listing, Some(version)), how).await
}

/// `PATCH /api/listings/{id}`: some of its fields; lists are replaced as wholes.
pub(super) async fn patch(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsWrite)?;
    let how = how(sent.query())?;
    let (id, version) = (id(&key)?, sent.version()?);
    let patch = sent.json(MERGE_PATCH)?;
    let view = find(&app, &user.author, id).await?;
    if view.record.version != version {
        return Err(stale(&view, version, None)?);
    }
    let body = merge_patch::apply(to_value(&view.record.listing)?, patch);
    let listing = read_listing(body)?;
    write(&app, &user.author, id, Edit::new(listing, Some(version)), how).await
}

async fn write(
    app: &App,
    author: &Author,
    id: ServiceId,
    mut edit: Edit,
    how: How,
) -> Result<Response, Problem> {
    if !edit.listing.id.0.is_nil() && edit.listing.id != id {
        let fault = FieldError::new("/id", "other", "is that of another entry");
        return Err(Problem::invalid_fields(FieldErrors(vec![fault])));
    }
    edit.listing.id = id;
    let seen = edit.expected_version.unwrap_or_default();
    let yours = to_value(&edit.listing)?;
    match save(app, author, edit, how).await? {
        Err(AppError::Database(DatabaseError::Conflict { found: Some(_), .. })) => {
            let view = find(app, author, id).await?;
            Err(stale(&view, seen, Some(yours))?)
        }
        other => edited(app, other?).await,
    }
}

/// `DELETE /api/listings/{id}`: out of the public view; its versions stay.
pub(super) async fn archive(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsWrite)?;
    let mut words = Words::new(sent.query());
    let reason = words.text("reason");
    words.finish()?;
    let (id, expected_version) = (id(&key)?, sent.version()?);
    let archive = Archive { id, expected_version, reason, once: None };
    match desk(&app)?.archive_listing(&user.author, archive).await {
        Err(AppError::Database(DatabaseError::Conflict { found: Some(_), .. })) => {
            Err(stale(&find(&app, &user.author, id).await?, expected_version, None)?)
        }
        other => edited(&app, other?).await,
    }
}

/// 412 with what there is now, what was seen, and what was sent: so that both can be put together.
pub(super) fn stale(
    view: &ListingView,
    seen: i64,
    yours: Option<Value>,
) -> Result<Problem, Problem> {
    let version = view.record.version;
    let detail = format!(
        "Somebody has changed it meanwhile: it is at version {version}, you have seen {seen}."
    );
    let status = StatusCode::PRECONDITION_FAILED;
    let mut problem = Problem::new(status, "version_conflict", detail);
    let mut members = Map::new();
    members.insert("expected_version".to_owned(), seen.into());
    members.insert("current_version".to_owned(), version.into());
    members.insert("current".to_owned(), document(view)?);
    if let Some(yours) = yours {
        members.insert("yours".to_owned(), yours);
    }
    problem.members = members;
    Ok(problem)
}
