//! What the pages of the desk share: whose page it is, names, moments, answers.

use std::collections::HashMap;

use askama::Template;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Timelike, Utc};

use super::case::Beside;
use crate::app::{App, AppError, DatabaseError, Desk, Neighbours, WaitingCase};
use crate::domain::{ReviewStatus, account_of_author};
use crate::http::pages::context::Context;
use crate::http::pages::respond;
use crate::http::pages::shell::Shell;
use crate::http::problem::Problem;

/// The desk; an instance that only answers questions has none.
pub(super) fn desk(app: &App) -> Result<&Desk, Problem> {
    app.desk.as_deref().ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))
}

/// The frame of a page of the desk: nothing for search engines.
pub(super) fn shell(context: &Context, title: impl Into<String>) -> Shell {
    Shell::new(&context.prepared, "desk", title, "").hidden(true)
}

/// A page of the desk; nobody on the way keeps it.
pub(super) fn answer(status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
    let mut response = respond(status, page)?;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// To another page after something was done.
pub(super) fn see(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(location) = HeaderValue::from_str(path) {
        response.headers_mut().insert(LOCATION, location);
    }
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Where a case is decided.
pub(super) fn case_href(case: WaitingCase) -> String {
    let page = format!("/redaktion/eintraege/{}", case.id);
    if case.source { format!("{page}/quelle") } else { page }
}

/// Links to the cases beside one; the note of each is its relation.
pub(super) fn beside(context: &Context, neighbours: &Neighbours) -> Vec<Beside> {
    let link = |case: Option<WaitingCase>, key: &'static str, relation: &str| {
        case.map(|case| Beside {
            href: case_href(case),
            label: context.texts.t(key).to_owned(),
            note: relation.to_owned(),
        })
    };
    let previous = link(neighbours.previous, "case-previous", "prev");
    previous.into_iter().chain(link(neighbours.next, "case-following", "next")).collect()
}

/// Whether somebody else was quicker.
pub(super) const fn is_conflict(error: &AppError) -> bool {
    matches!(error, AppError::Database(DatabaseError::Conflict { found: Some(_), .. }))
}

/// A moment in words: "23. November 2026, 10:15 Uhr"; a day where only that is known.
pub(super) fn when(context: &Context, app: &App, at: &str) -> String {
    if let Ok(at) = at.parse::<DateTime<Utc>>() {
        let local = at.with_timezone(&app.settings.timezone);
        let minutes = u16::try_from(local.hour() * 60 + local.minute()).unwrap_or_default();
        let (date, time) = (context.texts.date(local.date_naive()), context.texts.time(minutes));
        return context.texts.with("moment", &[("date", (&date).into()), ("time", (&time).into())]);
    }
    at.parse().map_or_else(|_| at.to_owned(), |day| context.texts.partial_date(day))
}

/// The day of a moment in words.
pub(super) fn day(context: &Context, app: &App, at: &str) -> String {
    if let Ok(at) = at.parse::<DateTime<Utc>>() {
        return context.texts.date(at.with_timezone(&app.settings.timezone).date_naive());
    }
    at.parse().map_or_else(|_| at.to_owned(), |day| context.texts.partial_date(day))
}

/// Where a version stands, in a word.
pub(super) fn review_word(context: &Context, status: ReviewStatus) -> &'static str {
    context.texts.t(match status {
        ReviewStatus::Draft => "review-draft",
        ReviewStatus::Pending => "review-pending",
        ReviewStatus::Published => "review-published",
        ReviewStatus::Rejected => "review-rejected",
        ReviewStatus::Archived => "review-archived",
    })
}

/// Names of those who act, looked up once each.
pub(super) struct Names<'a> {
    desk: &'a Desk,
    known: HashMap<String, String>,
}

impl<'a> Names<'a> {
    pub(super) fn new(desk: &'a Desk) -> Self {
        Self { desk, known: HashMap::new() }
    }

    /// What to call who acted: the person's name, or what kind of program it was.
    pub(super) async fn of(&mut self, context: &Context, actor: &str) -> Result<String, Problem> {
        if let Some(name) = self.known.get(actor) {
            return Ok(name.clone());
        }
        let name = match account_of_author(actor) {
            Some(id) => match self.desk.find_account(id).await? {
                Some(account) if !account.name.is_empty() => account.name,
                Some(account) => account.email,
                None => context.texts.t("actor-gone").to_owned(),
            },
            None => context.texts.t(kind_of_actor(actor)).to_owned(),
        };
        self.known.insert(actor.to_owned(), name.clone());
        Ok(name)
    }
}

fn kind_of_actor(actor: &str) -> &'static str {
    if actor.starts_with("import:") {
        "actor-import"
    } else if actor.starts_with("link:") {
        "actor-link"
    } else if actor == "resident" {
        "actor-resident"
    } else {
        "actor-system"
    }
}
