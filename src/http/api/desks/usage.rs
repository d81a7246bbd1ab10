//! What was counted without tracking: how an entry was found, and what was looked for in vain.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::answer::private;
use super::entry::{desk, hidden, id};
use super::precondition::Sent;
use super::words::Words;
use crate::app::{App, ReachMonth, UnmetFilter};
use crate::domain::{LEAST_ALIKE, Scope, UnmetCount, UnmetKind, Week};
use crate::http::extract::Path;
use crate::http::problem::Problem;
use crate::http::session::DeskUser;

/// Months looked back without `months`, and most.
const USUAL: u32 = 13;
const MOST: u32 = 36;

fn month(month: &ReachMonth) -> Value {
    json!({ "month": month.month.to_string(), "views": month.views, "led": month.led })
}

/// `GET /api/usage/listings/{id}`: how often an entry was opened, and which searches led to it.
pub(super) async fn reach(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    Path(key): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    let mut words = Words::new(sent.query());
    let in_range = |text: &str| text.parse().ok().filter(|months| (1..=MOST).contains(months));
    let months = words.read("months", "a whole number from 1 to 36", in_range).unwrap_or(USUAL);
    words.finish()?;
    let id = id(&key)?;
    let found = desk(&app)?.find_reach(&user.author, id, months).await?;
    let reach = found.ok_or_else(|| hidden(&app, id))?;
    let months: Vec<Value> = reach.months.iter().map(month).collect();
    let body = json!({
        "service_id": reach.service_id, "name": reach.name, "months": months,
        "least_alike": LEAST_ALIKE,
    });
    Ok(private(StatusCode::OK, body))
}

fn row(row: &UnmetCount) -> Value {
    json!({
        "week": row.week.to_string(), "words": row.wording.words, "kind": row.kind.as_str(),
        "municipality": row.municipality.map(|ags| ags.to_string()), "count": row.count,
    })
}

/// `GET /api/usage/unmet`: what was looked for in vain, the newest week first.
pub(super) async fn unmet(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    sent: Sent,
) -> Result<Response, Problem> {
    user.allow(Scope::ListingsRead)?;
    let mut words = Words::new(sent.query());
    let filter = UnmetFilter {
        from: words.read("from", "a week such as 2026-W48", Week::parse),
        to: words.read("to", "a week such as 2026-W48", Week::parse),
        municipality: words.read("municipality", "an official key", |text| text.parse().ok()),
        kind: words.read("kind", "one of zero, weak", UnmetKind::parse),
    };
    words.finish()?;
    let items = desk(&app)?.list_unmet(&user.author, filter).await?;
    let items: Vec<Value> = items.iter().map(row).collect();
    Ok(private(StatusCode::OK, json!({ "items": items, "least_alike": LEAST_ALIKE })))
}
