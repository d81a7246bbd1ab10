//! Lists of the desks: entries, their histories, the queue, likely duplicates.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use serde_json::json;

use super::answer::private;
use super::entry::{desk, find, hidden, id};
use super::precondition::Sent;
use super::words::Words;
use crate::app::{App, ListingSummary, ListingsQuery, QueueKind, QueueOrder, QueueQuery};
use crate::domain::{DecisionKind, OrganizationId, ReviewStatus, Scope, ServiceId};
use crate::http::extract::Path;
use crate::http::problem::Problem;
use crate::http::session::DeskUser;

/// Most entries of one page.
const MOST: u32 = 200;

/// An entry in a list.
#[derive(Debug, Serialize)]
struct SummaryDocument<'a> {
    id: ServiceId,
    name: &'a str,
    organization_id: Option<OrganizationId>,
    review_status: ReviewStatus,
    version: i64,
    revision: i64,
    published_revision: Option<i64>,
    author: &'a str,
    written_at: &'a str,
    last_modified: &'a str,
    decision: Option<DecisionKind>,
    note: Option<&'a str>,
}

fn summary(one: &ListingSummary) -> SummaryDocument<'_> {
    SummaryDocument {
        id: one.id,
        name: &one.name,
        organization_id: one.owner,
        review_status: one.review_status,
        version: one.version,
        revision: one.latest_revision,
        published_revision: one.published_revision,
        author: &one.author,
        written_at: &one.written_at,
        last_modified: &one.last_modified,
        decision: one.last_decision.as_ref().map(|(kind, ..)| *kind),
        note: one.last_decision.as_ref().and_then(|(_, note, _)| note.as_deref()),
    }
}

/// `GET /api/listings`: in id order, page by page. Without `organization`, editors see all entries, others those of the
/// organizations they speak for.
pub(super) async fn listings(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    let mut words = Words::new(sent.query());
    let state = "one of draft, pending, published, rejected, archived";
    let query = ListingsQuery {
        organization: words.read("organization", "the id of one", |text| text.parse().ok()),
        review_status: words.read("review_status", state, ReviewStatus::parse),
        after: words.read("after", "the id of an entry", |text| text.parse().ok()),
        limit: words.limit(50, MOST),
    };
    words.finish()?;
    let desk = desk(&app)?;
    let own = user.author.organizations();
    if query.organization.is_none() && !own.is_empty() {
        let mut all = desk.list_own_listings(&user.author).await?;
        all.retain(|one| query.review_status.is_none_or(|state| one.review_status == state));
        all.sort_by_key(|one| one.id);
        all.retain(|one| query.after.is_none_or(|after| one.id > after));
        all.truncate(query.limit as usize);
        return Ok(page(&all, query.limit));
    }
    Ok(page(&desk.list_listings(&user.author, &query).await?, query.limit))
}

fn page(all: &[ListingSummary], limit: u32) -> Response {
    let full = all.len() >= limit as usize;
    let next = all.last().filter(|_| full).map(|last| last.id);
    let items: Vec<SummaryDocument<'_>> = all.iter().map(summary).collect();
    private(StatusCode::OK, json!({ "items": items, "next": next }))
}

/// `GET /api/listings/{id}/revisions`: everything that happened to an entry, newest first.
pub(super) async fn history(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    let mut words = Words::new(sent.query());
    let before = words.read("before", "a position in the change feed", |text| text.parse().ok());
    words.finish()?;
    let id = id(&key)?;
    let found = desk(&app)?.listing_history(&user.author, id, before).await?;
    let history = found.ok_or_else(|| hidden(&app, id))?;
    Ok(private(StatusCode::OK, history))
}

/// `GET /api/listings/{id}/history`: what the public may know of it: what changed when, without names.
pub(super) async fn public_history(
    State(app): State<Arc<App>>,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    Words::new(sent.query()).finish()?;
    let id = id(&key)?;
    let (snapshot, moment) = (app.atlas.snapshot(), app.moment());
    // Only of what is shown today.
    let shown = snapshot.sites_of(id).into_iter().any(|site| snapshot.is_public(site, &moment));
    let missing = || Problem::not_found("such entry");
    let items = if shown { desk(&app)?.public_history(id).await? } else { None };
    Ok(private(StatusCode::OK, json!({ "items": items.ok_or_else(missing)? })))
}

/// `GET /api/revisions`: what waits for an editor.
pub(super) async fn queue(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    let mut words = Words::new(sent.query());
    let all = QueueKind::ALL.map(QueueKind::as_str).join(", ");
    let order = |text: &str| match text {
        "urgency" => Some(QueueOrder::Urgency),
        "oldest" => Some(QueueOrder::Oldest),
        "newest" => Some(QueueOrder::Newest),
        "name" => Some(QueueOrder::Name),
        _ => None,
    };
    let query = QueueQuery {
        kinds: words.list("kind", &format!("some of {all}"), QueueKind::parse),
        organization: words.read("organization", "the id of one", |text| text.parse().ok()),
        text: words.text("q"),
        order: words
            .read("order", "one of urgency, oldest, newest, name", order)
            .unwrap_or_default(),
        offset: words.read("offset", "a whole number", |t| t.parse().ok()).unwrap_or_default(),
        limit: words.limit(50, MOST) as usize,
    };
    words.finish()?;
    Ok(private(StatusCode::OK, desk(&app)?.list_queue(&user.author, &query).await?))
}

/// `GET /api/listings/{id}/duplicates`: public entries that may be the same.
pub(super) async fn duplicates_of(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    Words::new(sent.query()).finish()?;
    let view = find(&app, &user.author, id(&key)?).await?;
    let items = desk(&app)?.find_duplicates(&user.author, &view.record.listing).await?;
    Ok(private(StatusCode::OK, json!({ "items": items })))
}

/// `GET /api/duplicates`: all pairs of public entries that may be the same.
pub(super) async fn duplicates(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    let mut words = Words::new(sent.query());
    let limit = words.limit(50, MOST);
    words.finish()?;
    let items = desk(&app)?.list_duplicates(&user.author, limit as usize).await?;
    Ok(private(StatusCode::OK, json!({ "items": items })))
}
