//! What happened to an entry, version by version, with who and why; any version can be had again.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::compare::{Comparison, comparison};
use super::view::{Names, answer, desk, review_word, shell, when};
use crate::app::{App, Author, HistoryItem, ListingView};
use crate::domain::{DecisionKind, ServiceId};
use crate::http::extract::{Path, RawQuery};
use crate::http::pages::context::Context;
use crate::http::pages::shell::{Shell, door};
use crate::http::params::decode_lenient;
use crate::http::problem::Problem;
use crate::http::session::{DeskUser, Visitor};

/// Lines after which there is a further page.
const PAGE: usize = 100;

/// Something that happened.
pub(crate) struct Event {
    pub(crate) what: &'static str,
    pub(crate) who: String,
    pub(crate) when: String,
    pub(crate) reason: String,
    /// Number of the version that was written; 0 = none.
    pub(crate) revision: i64,
    /// Whether it is public now, or the latest.
    pub(crate) public: bool,
    pub(crate) latest: bool,
    /// Where it is compared with the one before.
    pub(crate) href: String,
}

/// `/redaktion/eintraege/{id}/verlauf`
#[derive(Template)]
#[template(path = "desk/history.html")]
pub(crate) struct HistoryPage {
    pub(crate) shell: Shell,
    pub(crate) csrf: String,
    pub(crate) tab: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) version: i64,
    pub(crate) events: Vec<Event>,
    /// Entries that became part of this one.
    pub(crate) merged: Vec<(String, String)>,
    /// A version beside the one before it.
    pub(crate) shown: Option<Shown>,
    pub(crate) older: Option<String>,
}

/// A version beside the one before it.
pub(crate) struct Shown {
    pub(crate) title: String,
    pub(crate) comparison: Comparison,
    pub(crate) revision: i64,
    /// Whether it can be had again: the public one need not.
    pub(crate) restorable: bool,
}

door!(HistoryPage);

/// `GET /redaktion/eintraege/{id}/verlauf`
pub(super) async fn show(
    State(app): State<Arc<App>>,
    DeskUser(user): DeskUser,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let id: ServiceId = id.parse().map_err(|_none| Problem::not_found("entry"))?;
    let pairs = decode_lenient(&raw);
    let number = |name: &str| {
        pairs.iter().find(|(n, _)| n == name).and_then(|(_, value)| value.parse::<i64>().ok())
    };
    let desk = desk(&app)?;
    let author = &user.author;
    let view = desk.find_listing_for(author, id).await?;
    let view = view.ok_or_else(|| Problem::not_found("entry"))?;
    let history = desk.listing_history(author, id, number("before")).await?;
    let history = history.ok_or_else(|| Problem::not_found("entry"))?;
    let context = Context::new(&app);
    let mut names = Names::new(desk);
    let mut events = Vec::with_capacity(history.items.len());
    for item in &history.items {
        let who = names.of(&context, &item.actor).await?;
        events.push(event(&context, &app, &view, item, who));
    }
    let shown = match number("revision") {
        Some(number) => shown(&context, &app, author, &view, number).await?,
        None => None,
    };
    let older = history.items.last().filter(|_| history.items.len() >= PAGE);
    let name = view.record.listing.name.clone();
    let title = context.texts.with("history-title", &[("name", (&name).into())]);
    let page = HistoryPage {
        shell: shell(&context, title),
        csrf: visitor.csrf().to_string(),
        tab: "queue",
        id: id.to_string(),
        name,
        version: view.record.version,
        events,
        merged: history
            .merged
            .iter()
            .map(|other| (format!("/redaktion/eintraege/{other}/verlauf"), other.to_string()))
            .collect(),
        shown,
        older: older.map(|item| format!("/redaktion/eintraege/{id}/verlauf?before={}", item.seq)),
    };
    answer(StatusCode::OK, &page)
}

fn event(
    context: &Context,
    app: &App,
    view: &ListingView,
    item: &HistoryItem,
    who: String,
) -> Event {
    let record = &view.record;
    let what = match item.decision {
        Some(DecisionKind::Publish) => context.texts.t("event-published"),
        Some(DecisionKind::Reject) => context.texts.t("event-rejected"),
        Some(DecisionKind::AskBack) => context.texts.t("event-asked-back"),
        Some(DecisionKind::Approve) => context.texts.t("event-approved"),
        Some(DecisionKind::Archive) => context.texts.t("event-archived"),
        Some(DecisionKind::Merge) => context.texts.t("event-merged"),
        None => match (item.review_status, item.public) {
            (Some(status), _) => review_word(context, status),
            (None, Some(None)) => context.texts.t("event-withdrawn"),
            (None, _) => context.texts.t("event-other"),
        },
    };
    let revision = item.revision.unwrap_or_default();
    let id = record.listing.id;
    Event {
        what,
        who,
        when: when(context, app, &item.at),
        reason: item.reason.clone().unwrap_or_default(),
        revision,
        public: item.revision.is_some() && item.revision == record.published_revision,
        latest: revision == record.latest_revision,
        href: format!("/redaktion/eintraege/{id}/verlauf?revision={revision}#fassung"),
    }
}

/// A version beside the one before it; `None` = there is no such version.
async fn shown(
    context: &Context,
    app: &App,
    author: &Author,
    view: &ListingView,
    number: i64,
) -> Result<Option<Shown>, Problem> {
    let desk = desk(app)?;
    let id = view.record.listing.id;
    let Some(revision) = desk.find_revision_for(author, id, number).await? else { return Ok(None) };
    let before = match number {
        ..=1 => None,
        _ => desk.find_revision_for(author, id, number - 1).await?,
    };
    let at = when(context, app, &revision.created_at);
    let number_text = number.to_string();
    let args = [("number", (&number_text).into()), ("when", (&at).into())];
    let public = view.record.published_revision == Some(number);
    Ok(Some(Shown {
        title: context.texts.with("history-revision", &args),
        comparison: comparison(context, before.as_ref().map(|r| &r.listing), &revision.listing),
        revision: number,
        restorable: !public,
    }))
}
