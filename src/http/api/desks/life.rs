//! What happens to an entry besides being written: confirmed, decided about, restored, merged.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::answer::edited;
use super::body::{read, read_listing};
use super::entry::{desk, id, stale};
use super::precondition::Sent;
use super::words::Words;
use crate::app::{App, AppError, Author, Confirm, DatabaseError, Edited, Merge, Restore, Review};
use crate::domain::{Decision, Scope, ServiceId};
use crate::http::extract::Path;
use crate::http::problem::Problem;
use crate::http::session::DeskUser;

const JSON: &str = "application/json";

/// Answers a write; where somebody was quicker, with what there is now.
async fn finish(
    app: &App,
    author: &Author,
    id: ServiceId,
    done: Result<Option<Edited>, AppError>,
) -> Result<Response, Problem> {
    match done {
        Err(AppError::Database(DatabaseError::Conflict { expected, found: Some(_), .. })) => {
            let found = desk(app)?.find_listing_for(author, id).await?;
            let view = found.ok_or_else(|| Problem::not_found("such entry"))?;
            Err(stale(&view, expected, None)?)
        }
        other => edited(app, other?).await,
    }
}

/// `POST /api/listings/{id}/confirm`: still right. `revision` names the public version that was seen, if any.
pub(super) async fn confirm(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsWrite)?;
    let mut words = Words::new(sent.query());
    let revision = words.read("revision", "the number of a version", |text| text.parse().ok());
    words.finish()?;
    let (id, once) = (id(&key)?, sent.once()?);
    let confirm = Confirm { id, revision, once };
    let done = desk(&app)?.confirm_listing(&user.author, confirm).await;
    finish(&app, &user.author, id, done).await
}

/// `POST /api/revisions/{id}/{number}/decision`: about the version that was seen.
pub(super) async fn decide(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path((key, revision)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsWrite)?;
    let mut words = Words::new(sent.query());
    let acknowledged = words.list("acknowledge", "codes", |code| Some(code.to_owned()));
    words.finish()?;
    let (id, once) = (id(&key)?, sent.once()?);
    let decision: Decision = read(sent.json(JSON)?)?;
    let review = Review { id, revision, decision, acknowledged, once };
    let done = desk(&app)?.review_revision(&user.author, review).await;
    finish(&app, &user.author, id, done).await
}

/// `POST /api/listings/{id}/revisions/{number}/restore`: an earlier version as the newest.
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path((key, revision)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsWrite)?;
    let mut words = Words::new(sent.query());
    let reason = words.text("reason");
    words.finish()?;
    let (id, expected_version, once) = (id(&key)?, sent.version()?, sent.once()?);
    let restore = Restore { id, revision, expected_version, reason, once };
    let done = desk(&app)?.restore_revision(&user.author, restore).await;
    finish(&app, &user.author, id, done).await
}

/// What a merge says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MergeBody {
    /// The entry that becomes part of the one in the address.
    merged: ServiceId,
    /// The version of its record that was seen.
    merged_version: i64,
    /// What the one in the address says from now on.
    #[serde(default)]
    listing: Option<serde_json::Value>,
    /// Why.
    #[serde(default)]
    reason: Option<String>,
}

/// `POST /api/listings/{id}/merge`: another entry becomes part of this one.
pub(super) async fn merge(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsWrite)?;
    Words::new(sent.query()).finish()?;
    let (kept, kept_version, once) = (id(&key)?, sent.version()?, sent.once()?);
    let body: MergeBody = read(sent.json(JSON)?)?;
    let listing = body.listing.map(read_listing).transpose().map_err(|mut faults| {
        for fault in &mut faults.0 {
            fault.pointer.insert_str(0, "/listing");
        }
        faults
    })?;
    let merge = Merge {
        kept,
        kept_version,
        merged: body.merged,
        merged_version: body.merged_version,
        listing,
        reason: body.reason,
        once,
    };
    let done = desk(&app)?.merge_listings(&user.author, merge).await;
    finish(&app, &user.author, kept, done).await
}
