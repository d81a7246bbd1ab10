//! `GET /mein/angebote/{id}/verlauf`: what happened to an entry.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::super::context::Context;
use super::super::respond;
use super::super::shell::{Shell, door};
use super::{Asker, edit};
use crate::app::{App, HistoryItem};
use crate::domain::{DecisionKind, ReviewStatus};
use crate::http::extract::Path;
use crate::http::problem::Problem;
use crate::http::session::{DeskUser, Visitor};

/// A line of the history.
struct Line {
    date: String,
    datetime: String,
    what: String,
    who: String,
    /// In the words of who wrote or decided; may be empty.
    note: String,
}

#[derive(Template)]
#[template(path = "mine/history.html")]
struct HistoryPage {
    shell: Shell,
    name: String,
    back: String,
    lines: Vec<Line>,
}

door!(HistoryPage);

pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let context = Context::new(&app);
    let asker = Asker::new(&user, &visitor);
    let desk = super::desk(&app)?;
    let view = edit::find(desk, &asker, &id).await?;
    let listing = &view.record.listing;
    let history = desk.listing_history(&asker.author, listing.id, None).await?;
    let items = history.map(|history| history.items).unwrap_or_default();
    let title = context.texts.with("mine-history-title", &[("name", (&listing.name).into())]);
    let page = HistoryPage {
        shell: Shell::new(&context.prepared, "desk", title, "").hidden(true),
        name: listing.name.clone(),
        back: format!("/mein/angebote/{}", listing.id),
        lines: items.iter().map(|item| line(&context, &app, &asker, item)).collect(),
    };
    respond(StatusCode::OK, &page)
}

fn line(context: &Context, app: &App, asker: &Asker, item: &HistoryItem) -> Line {
    let at = chrono::DateTime::parse_from_rfc3339(&item.at).ok();
    let local = at.map(|at| at.with_timezone(&app.settings.timezone).naive_local());
    Line {
        date: local.map(|at| context.texts.date(at.date())).unwrap_or_default(),
        datetime: item.at.clone(),
        what: context.texts.t(what(item)).to_owned(),
        who: context.texts.t(who(asker, &item.actor)).to_owned(),
        note: item.reason.clone().unwrap_or_default(),
    }
}

/// What happened: a decision, else a version, else a change of what is public.
fn what(item: &HistoryItem) -> &'static str {
    match (item.decision, item.review_status, item.public) {
        (Some(DecisionKind::Publish), ..) => "mine-did-publish",
        (Some(DecisionKind::Reject), ..) => "mine-did-reject",
        (Some(DecisionKind::AskBack), ..) => "mine-did-ask-back",
        (Some(DecisionKind::Approve), ..) => "mine-did-approve",
        (Some(DecisionKind::Archive), ..) => "mine-did-archive",
        (Some(DecisionKind::Merge), ..) => "mine-did-merge",
        (None, Some(ReviewStatus::Draft), _) => "mine-did-draft",
        (None, Some(ReviewStatus::Pending), _) => "mine-did-submit",
        (None, Some(ReviewStatus::Published), _) => "mine-did-save",
        (None, _, Some(None)) => "mine-did-withdraw",
        (None, ..) => "mine-did-change",
    }
}

/// Who did it, without a name: oneself, somebody with an account, an import, the program.
fn who(asker: &Asker, actor: &str) -> &'static str {
    if actor == asker.author.name {
        return "mine-who-you";
    }
    match actor.split(':').next().unwrap_or_default() {
        "account" => "mine-who-account",
        "import" => "mine-who-import",
        "link" => "mine-who-link",
        _ => "mine-who-system",
    }
}
